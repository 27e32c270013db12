//! Buttons that say what will happen.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{Icon, button}};
//! let confirm: Element<'_, ()> = button("确认本表，下一班").primary().key("Ctrl+Enter").on_press(()).into();
//! let print: Element<'_, ()> = button("日报").icon(Icon::Printer).key("Ctrl+P").on_press(()).into();
//! ```

use std::borrow::Cow;

use iced::advanced::widget::Id;
use iced::widget::row;
use iced::{Alignment, Length};

use super::{Control, Icon, Look, Press, control, icon, text};
use crate::gui::Element;
use crate::gui::theme::{Ink, Palette, size};

/// How a button stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Kind {
    /// What most people want next: at most one in a group.
    Primary,
    /// Anything else.
    #[default]
    Secondary,
    /// Removes or gives up something.
    Danger,
    /// Without border, in accent: undo, back, open.
    Plain,
}

/// A button; without a message it is disabled.
pub fn button<'a, M>(label: impl Into<Cow<'a, str>>) -> Button<'a, M> {
    Button {
        label: label.into(),
        kind: Kind::Secondary,
        lead: None,
        tail: None,
        key: None,
        id: None,
        on_press: None,
        low: false,
        width: Length::Shrink,
    }
}

/// A button as a part of a view.
pub struct Button<'a, M> {
    label: Cow<'a, str>,
    kind: Kind,
    lead: Option<Icon>,
    tail: Option<Icon>,
    key: Option<Cow<'a, str>>,
    id: Option<Id>,
    on_press: Option<M>,
    low: bool,
    width: Length,
}

impl<'a, M> Button<'a, M> {
    /// Accent ground and bold.
    pub const fn primary(mut self) -> Self {
        self.kind = Kind::Primary;
        self
    }

    /// Border and word in bad.
    pub const fn danger(mut self) -> Self {
        self.kind = Kind::Danger;
        self
    }

    /// Without border.
    pub const fn plain(mut self) -> Self {
        self.kind = Kind::Plain;
        self
    }

    /// 28 px high instead of 34.
    pub const fn small(mut self) -> Self {
        self.low = true;
        self
    }

    /// An icon before the word.
    pub const fn icon(mut self, picture: Icon) -> Self {
        self.lead = Some(picture);
        self
    }

    /// An icon after the word: next.
    pub const fn icon_after(mut self, picture: Icon) -> Self {
        self.tail = Some(picture);
        self
    }

    /// The key that does the same, after the word.
    pub fn key(mut self, key: impl Into<Cow<'a, str>>) -> Self {
        self.key = Some(key.into());
        self
    }

    /// Its name for `focus` and for tests.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// What pressing it means.
    pub fn on_press(mut self, message: M) -> Self {
        self.on_press = Some(message);
        self
    }

    /// What pressing it means; disabled with `None`.
    pub fn on_press_maybe(mut self, message: Option<M>) -> Self {
        self.on_press = message;
        self
    }

    /// Its width; what it needs by default.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }
}

fn look(kind: Kind, palette: &Palette, press: Press) -> Look {
    let lit = matches!(press, Press::Hovered | Press::Pressed);
    let (ground, edge, ink) = match kind {
        _ if press == Press::Disabled && kind == Kind::Plain => (None, None, palette.text3),
        _ if press == Press::Disabled => (Some(palette.head), Some(palette.line), palette.text3),
        Kind::Primary => {
            (Some(palette.accent), Some(if lit { palette.ring } else { palette.accent }), palette.onaccent)
        }
        Kind::Secondary => (
            Some(if lit { palette.accentsoft } else { palette.surface }),
            Some(palette.control),
            palette.text,
        ),
        Kind::Danger => {
            (Some(if lit { palette.badsoft } else { palette.surface }), Some(palette.bad), palette.bad)
        }
        Kind::Plain => (lit.then_some(palette.accentsoft), None, palette.accent),
    };
    Look { ground, edge, text: Some(ink), ..Look::default() }
}

impl<'a, M: Clone + 'a> From<Button<'a, M>> for Element<'a, M> {
    fn from(button: Button<'a, M>) -> Self {
        let Button { label, kind, lead, tail, key, id, on_press, low, width } = button;
        let named = !label.is_empty();
        let hint = match kind {
            Kind::Secondary if on_press.is_some() => Ink::Text3,
            _ => Ink::Inherit,
        };
        let word = text(label).line().bold_if(kind == Kind::Primary && on_press.is_some());
        let content = row![]
            .spacing(size::GAP)
            .align_y(Alignment::Center)
            .push(lead.map(icon))
            .push(named.then_some(word))
            .push(key.map(|key| text(key).small().line().ink(hint)))
            .push(tail.map(icon));
        let (height, side) = if low { (size::CONTROL_SMALL, 10.0) } else { (size::CONTROL, 14.0) };
        // Without a border its word, not its ground, keeps to the edge of what stands around it.
        let side = if kind == Kind::Plain { 6.0 } else { side };
        let side = if named { side } else { (height - size::ICON) / 2.0 };
        let content = iced::widget::container(content).center_x(width);
        let mut made: Control<'a, M> = control(content)
            .on_press_maybe(on_press)
            .look(move |palette, press| look(kind, palette, press))
            .height(height)
            .width(width)
            .padding([0.0, side]);
        if let Some(id) = id {
            made = made.id(id);
        }
        made.into()
    }
}
