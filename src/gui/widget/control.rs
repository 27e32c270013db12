//! The one thing that can be focused and pressed; buttons, rows, choices and boxes are made of it.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{control, text}};
//! let row: Element<'_, ()> = control(text("六（2）")).id("class-6-2").on_press(()).into();
//! ```

mod live;

use iced::advanced::widget::Id;
use iced::keyboard::{Key, Modifiers};
use iced::{Length, Padding};

use super::{Look, Press};
use crate::gui::Element;
use crate::gui::theme::{Palette, size};

type Keys<'a, M> = Box<dyn Fn(&Key, Modifiers) -> Option<M> + 'a>;
type LookFn<'a> = Box<dyn Fn(&Palette, Press) -> Look + 'a>;

/// Makes something operable: it takes part in the Tab order as soon as it has a message.
pub fn control<'a, M>(content: impl Into<Element<'a, M>>) -> Control<'a, M> {
    Control {
        content: content.into(),
        id: None,
        on_press: None,
        on_key: None,
        on_focus: None,
        look: Box::new(|_, _| Look::default()),
        width: Length::Shrink,
        height: Length::Shrink,
        padding: Padding::ZERO,
        radius: size::RADIUS,
        focusable: true,
        ring_on: None,
    }
}

/// Something operable.
pub struct Control<'a, M> {
    content: Element<'a, M>,
    id: Option<Id>,
    on_press: Option<M>,
    on_key: Option<Keys<'a, M>>,
    on_focus: Option<M>,
    look: LookFn<'a>,
    width: Length,
    height: Length,
    padding: Padding,
    radius: f32,
    focusable: bool,
    ring_on: Option<usize>,
}

impl<'a, M> Control<'a, M> {
    /// Its name for `focus` and for tests. A control whose name changes between two views loses the focus.
    pub fn id(mut self, id: impl Into<Id>) -> Self {
        self.id = Some(id.into());
        self
    }

    /// The message of a click, Enter or the space bar.
    pub fn on_press(mut self, message: M) -> Self {
        self.on_press = Some(message);
        self
    }

    /// The message of a click, Enter or the space bar; with `None` it is drawn as disabled and Tab passes it.
    pub fn on_press_maybe(mut self, message: Option<M>) -> Self {
        self.on_press = message;
        self
    }

    /// Other keys that it answers while it has the focus.
    pub fn on_key(mut self, keys: impl Fn(&Key, Modifiers) -> Option<M> + 'a) -> Self {
        self.on_key = Some(Box::new(keys));
        self
    }

    /// The message of the focus coming here, whichever way.
    pub fn on_focus(mut self, message: M) -> Self {
        self.on_focus = Some(message);
        self
    }

    /// Its ground, border and text by state.
    pub fn look(mut self, look: impl Fn(&Palette, Press) -> Look + 'a) -> Self {
        self.look = Box::new(look);
        self
    }

    /// Its width.
    pub fn width(mut self, width: impl Into<Length>) -> Self {
        self.width = width.into();
        self
    }

    /// Its height.
    pub fn height(mut self, height: impl Into<Length>) -> Self {
        self.height = height.into();
        self
    }

    /// The room around its content.
    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.padding = padding.into();
        self
    }

    /// The radius of border and ring in pixels.
    pub const fn radius(mut self, radius: f32) -> Self {
        self.radius = radius;
        self
    }

    /// Only for the mouse: a part of a group that has the focus as a whole.
    pub const fn mouse_only(mut self) -> Self {
        self.focusable = false;
        self
    }

    /// Draws the ring around one child of its content, such as the chosen card.
    pub const fn ring_on(mut self, child: Option<usize>) -> Self {
        self.ring_on = child;
        self
    }

    fn enabled(&self) -> bool {
        self.on_press.is_some() || self.on_key.is_some()
    }
}

impl<'a, M: Clone + 'a> From<Control<'a, M>> for Element<'a, M> {
    fn from(control: Control<'a, M>) -> Self {
        Self::new(control)
    }
}
