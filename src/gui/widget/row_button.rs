//! A row that can be operated as a whole: the ring spans it, the chosen one keeps bar and ground.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{row_button, text}};
//! let row: Element<'_, ()> = row_button("class-6-2", text("六（2）"), ()).chosen(true).zebra(true).height(28).into();
//! ```

use iced::advanced::widget::Id;
use iced::keyboard::{Key, Modifiers};
use iced::{Length, Length::Fill, Padding};

use super::{Control, Look, Press, control};
use crate::gui::Element;
use crate::gui::theme::size;

/// A row of 28 px with what Enter and a click do. ↑↓ between rows belong to the screen.
pub fn row_button<'a, M>(
    id: impl Into<Id>,
    content: impl Into<Element<'a, M>>,
    on_press: M,
) -> RowButton<'a, M> {
    RowButton {
        control: control(content).id(id).on_press(on_press).width(Fill).radius(0.0),
        chosen: false,
        zebra: false,
        last: false,
        height: Length::Fixed(size::ROW),
        padding: Padding::ZERO,
    }
}

/// A row as a part of a list.
pub struct RowButton<'a, M> {
    control: Control<'a, M>,
    chosen: bool,
    zebra: bool,
    last: bool,
    height: Length,
    padding: Padding,
}

impl<'a, M> RowButton<'a, M> {
    /// Whether it is the chosen one.
    pub const fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }

    /// Whether it has the ground of every second row.
    pub const fn zebra(mut self, zebra: bool) -> Self {
        self.zebra = zebra;
        self
    }

    /// The last row has no hairline.
    pub const fn last(mut self, last: bool) -> Self {
        self.last = last;
        self
    }

    /// Only for the mouse: the rows have the focus as a whole.
    pub fn mouse_only(mut self) -> Self {
        self.control = self.control.mouse_only();
        self
    }

    /// Its height with the hairline.
    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.height = height.into();
        self
    }

    /// The room around its content; none by default, since cells bring their own.
    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.padding = padding.into();
        self
    }

    /// Other keys that it answers while it has the focus.
    pub fn on_key(mut self, keys: impl Fn(&Key, Modifiers) -> Option<M> + 'a) -> Self {
        self.control = self.control.on_key(keys);
        self
    }
}

impl<'a, M: Clone + 'a> From<RowButton<'a, M>> for Element<'a, M> {
    fn from(row: RowButton<'a, M>) -> Self {
        let RowButton { control, chosen, zebra, last, height, padding } = row;
        control
            .height(height)
            .padding(padding)
            .look(move |palette, press| Look {
                ground: Some(match press {
                    _ if chosen => palette.accentsoft,
                    Press::Hovered | Press::Pressed => palette.head,
                    _ if zebra => palette.zebra,
                    _ => palette.surface,
                }),
                bar: chosen.then_some((palette.accent, 3.0)),
                under: (!last).then_some(palette.line),
                ..Look::default()
            })
            .into()
    }
}
