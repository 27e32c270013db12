//! Keys that a screen takes before the text field that has the focus: arrows that choose, Enter, Esc; and word that the
//! focus has come, whichever way.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{field, first_keys}};
//! use iced::keyboard::{Key, key::Named};
//! let find: Element<'_, String> = first_keys(field("find", "", "", |typed| typed), "here".to_owned(), |key, _| {
//!     (*key == Key::Named(Named::ArrowRight)).then(|| "next".to_owned())
//! });
//! ```

use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse};
use iced::keyboard::{Event as KeyEvent, Key, Modifiers};
use iced::{Event, Rectangle};

use super::focus::Holds;
use super::forward::forward;
use crate::gui::Element;
use crate::gui::theme::Theme;

/// Lets `keys` answer before the content while something in it has the focus; `on_focus` says that it came.
pub fn first_keys<'a, M: Clone + 'a>(
    content: impl Into<Element<'a, M>>,
    on_focus: impl Into<Option<M>>,
    keys: impl Fn(&Key, Modifiers) -> Option<M> + 'a,
) -> Element<'a, M> {
    Element::new(FirstKeys { content: content.into(), on_focus: on_focus.into(), keys })
}

struct FirstKeys<'a, M, F> {
    content: Element<'a, M>,
    on_focus: Option<M>,
    keys: F,
}

/// Whether the screen knows that the focus is here.
#[derive(Default)]
struct Told(bool);

impl<M: Clone, F: Fn(&Key, Modifiers) -> Option<M>> Widget<M, Theme, iced::Renderer> for FirstKeys<'_, M, F> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Told>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Told::default())
    }

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
        let Some(child) = tree.children.first_mut() else { return };
        let mut lit = Holds::default();
        self.content.as_widget_mut().operate(child, layout, renderer, &mut lit);
        let told = tree.state.downcast_mut::<Told>();
        if lit.0 != told.0 {
            told.0 = lit.0;
            if let Some(message) = self.on_focus.clone().filter(|_| lit.0) {
                shell.publish(message);
            }
        }
        if let Event::Keyboard(KeyEvent::KeyPressed { key, modifiers, .. }) = event
            && lit.0
            && let Some(message) = (self.keys)(key, *modifiers)
        {
            shell.publish(message);
            shell.capture_event();
            return;
        }
        self.content
            .as_widget_mut()
            .update(child, event, layout, cursor, renderer, clipboard, shell, viewport);
    }

    forward!(content: children diff size layout operate draw mouse_interaction overlay);
}
