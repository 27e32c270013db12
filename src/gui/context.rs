//! What every screen may know and none may change.

use chrono::NaiveDateTime;
use iced::Size;

use super::theme::{Breadth, Theme};
use crate::domain::rule_book::RuleBook;
use crate::i18n::{Language, Tr};
use crate::ops::shell::ShellView;

/// What every screen may know.
#[derive(Debug, Clone)]
pub struct Context {
    /// The words.
    pub tr: Tr,
    /// The local time at the last tick.
    pub now: NaiveDateTime,
    /// The window's size in effective pixels: window ÷ text size.
    pub size: Size,
    /// Appearance.
    pub theme: Theme,
    /// Text size in per cent.
    pub scale: u16,
    /// The rules of today: names and keys of symptoms.
    pub rules: RuleBook,
    /// School, day, saved, last action.
    pub shell: ShellView,
    /// The long work that runs.
    pub work: Option<super::runner::Work>,
    /// The folder into which something was saved last, if it is still there.
    pub saved_in: Option<std::path::PathBuf>,
}

impl Context {
    /// The rules follow what the school has set, so that the window judges what is typed as the book does.
    pub fn follow_rules(&mut self, shell: &ShellView) {
        if shell.own_rules != self.shell.own_rules
            && let Ok(rules) = crate::ops::own_rules::rules_with(&shell.own_rules, shell.today)
        {
            self.rules = rules;
        }
    }

    /// How much room there is.
    pub fn breadth(&self) -> Breadth {
        Breadth::of(self.size.width)
    }

    /// Width of the sidebar, or of the rail that replaces it, in effective pixels. 设置 and U盘 need less than words.
    pub fn side(&self) -> f32 {
        match (self.breadth(), self.tr.language()) {
            (Breadth::Wide, _) => super::theme::size::SIDEBAR,
            (_, Language::English) => super::theme::size::RAIL_LONG,
            (_, Language::Chinese) => super::theme::size::RAIL,
        }
    }

    /// Height that a screen's body has, in effective pixels.
    pub fn body_height(&self) -> f32 {
        let (header, bottom) = match self.breadth() {
            Breadth::Narrow => (super::theme::size::HEADER_LOW, super::theme::size::BOTTOM_LOW),
            _ => (super::theme::size::HEADER, super::theme::size::BOTTOM),
        };
        (self.size.height - header - bottom).max(0.0)
    }
}
