//! The keys that no part has taken, with whether a text field has the focus. One message tells both, so that a key
//! costs the window no more than what it changes.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{text, uncaught_keys}};
//! let whole: Element<'_, ()> = uncaught_keys(text("…"), |_press| ());
//! ```

use iced::advanced::widget::operation::{Focusable, TextInput};
use iced::advanced::widget::{Id, Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse};
use iced::keyboard::Event::KeyPressed;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::{Event, Rectangle};

use super::forward::forward;
use crate::gui::Element;
use crate::gui::screen::KeyPress;
use crate::gui::theme::Theme;

/// Tells of every key that nothing in the part has taken.
pub fn uncaught_keys<'a, M: 'a>(
    part: impl Into<Element<'a, M>>,
    tell: impl Fn(KeyPress) -> M + 'a,
) -> Element<'a, M> {
    Element::new(UncaughtKeys { part: part.into(), tell: Box::new(tell) })
}

struct UncaughtKeys<'a, M> {
    part: Element<'a, M>,
    tell: Box<dyn Fn(KeyPress) -> M + 'a>,
}

impl<M> Widget<M, Theme, iced::Renderer> for UncaughtKeys<'_, M> {
    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &iced::Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, M>,
        viewport: &Rectangle,
    ) {
        let Some(inside) = tree.children.first_mut() else { return };
        let part = self.part.as_widget_mut();
        part.update(inside, event, layout, cursor, renderer, clipboard, shell, viewport);
        let Event::Keyboard(KeyPressed { key, physical_key, modifiers, .. }) = event else { return };
        if shell.is_event_captured() && !is_step_back(key, *modifiers) {
            return;
        }
        let mut asked = InField::default();
        part.operate(inside, layout, renderer, &mut asked);
        let latin = key.to_latin(*physical_key);
        let key = latin.map_or_else(|| key.clone(), |c| Key::Character(c.to_string().into()));
        shell.publish((self.tell)(KeyPress { key, modifiers: *modifiers, in_field: asked.found }));
    }

    forward!(part: children diff size layout operate draw mouse_interaction overlay);
}

/// A text field takes the arrow although it means nothing to it together with Alt.
fn is_step_back(key: &Key, modifiers: Modifiers) -> bool {
    modifiers.alt() && *key == Key::Named(Named::ArrowLeft)
}

/// Asks whether the part with the focus is a text field: a field is announced as such right before it is
/// announced as focusable.
#[derive(Default)]
pub(super) struct InField {
    announced: bool,
    pub(super) found: bool,
}

impl Operation for InField {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn text_input(&mut self, _: Option<&Id>, _: Rectangle, _: &mut dyn TextInput) {
        self.announced = true;
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        self.found |= self.announced && state.is_focused();
        self.announced = false;
    }
}
