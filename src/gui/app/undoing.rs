//! Ctrl+Z: what is typed and not saved goes first, then the last act; what nobody expects to lose is asked about.

use chrono::NaiveDateTime;
use iced::Task;
use iced::advanced::widget::Id;

use super::{App, Message};
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::ops::Op;
use crate::ops::undo::UndoLine;

/// Acts that are always asked about: how the school is set up, and its calendar.
const SET_UP: [&str; 8] = [
    "set",
    "terms",
    "choose_rules",
    "put_rules_aside",
    "home_on",
    "home_off",
    "home_condition",
    "class_kind",
];

impl App {
    /// Takes typing back, and nothing else; where nothing is typed, the last act.
    pub(super) fn untype(&mut self, focused: Option<&Id>) -> Task<Message> {
        let Some(effects) = self.shown.untype(focused) else { return self.undo() };
        let text = self.context.tr.undoing_typing();
        self.say(text);
        self.perform(effects)
    }

    /// Takes the last act back; what its own button asks about is asked here too.
    fn undo(&mut self) -> Task<Message> {
        let tr = &self.context.tr;
        let op = Op::Undo(None);
        let last = self.context.shell.last.as_ref();
        let named = |text: String| match last {
            Some(line) => format!("{}\n{text}", tr.undoing_which(&minute(line.at), &line.words)),
            None => text,
        };
        let (title, text, action) = match last.map(|line| line.kind.as_str()) {
            Some("import") => (tr.import_undo_title(), named(tr.import_undo_text()), tr.import_undo()),
            Some("promote") => {
                (tr.promotion_undo_title(), named(tr.promotion_undo_text()), tr.promotion_undo())
            }
            _ => match last.filter(|line| self.is_unexpected(line)) {
                Some(line) => self.question(line),
                None => return self.perform(vec![Effect::Run(op)]),
            },
        };
        self.perform(vec![Effect::Ask(Dialog::Confirm { title, text, action, op: Box::new(op) })])
    }

    /// Whether taking an act back may not be what is meant: it was done before the window was opened, it is how the
    /// school is set up, or the page holds what is not saved. An act that is still being saved is the last one.
    fn is_unexpected(&self, line: &UndoLine) -> bool {
        let earlier = line.at < self.since_when || SET_UP.contains(&line.kind.as_str());
        self.saving == 0 && (earlier || self.shown.unsaved(&self.context).is_some())
    }

    /// Title, text and word of the button.
    fn question(&self, line: &UndoLine) -> (String, String, String) {
        let tr = &self.context.tr;
        let mut text = tr.undoing_text(&minute(line.at));
        if let Some(unsaved) = self.shown.unsaved(&self.context) {
            text = format!("{unsaved}\n{text}");
        }
        (tr.undoing_title(&line.words), text, tr.frame_undo())
    }
}

/// A moment to the minute.
fn minute(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}
