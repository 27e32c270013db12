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

use iced::advanced::widget::operation::{Focusable, Outcome};
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{Event as KeyEvent, Key, Modifiers};
use iced::{Event, Length, Rectangle, Size, Vector};

use crate::gui::Element;
use crate::gui::theme::Theme;

/// Lets `keys` answer before the content while something in it has the focus; `on_focus` says that it came.
pub fn first_keys<'a, M: Clone + 'a>(
    content: impl Into<Element<'a, M>>,
    on_focus: M,
    keys: impl Fn(&Key, Modifiers) -> Option<M> + 'a,
) -> Element<'a, M> {
    Element::new(FirstKeys { content: content.into(), on_focus, keys })
}

struct FirstKeys<'a, M, F> {
    content: Element<'a, M>,
    on_focus: M,
    keys: F,
}

/// Whether the screen knows that the focus is here.
#[derive(Default)]
struct Told(bool);

/// Whether anything inside has the focus.
struct Lit(bool);

impl Operation for Lit {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        self.0 |= state.is_focused();
    }

    fn finish(&self) -> Outcome<()> {
        Outcome::None
    }
}

impl<M: Clone, F: Fn(&Key, Modifiers) -> Option<M>> Widget<M, Theme, iced::Renderer> for FirstKeys<'_, M, F> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Told>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Told::default())
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        self.content.as_widget().size()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let Some(child) = tree.children.first_mut() else { return layout::Node::new(Size::ZERO) };
        self.content.as_widget_mut().layout(child, renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        let Some(child) = tree.children.first_mut() else { return };
        self.content.as_widget_mut().operate(child, layout, renderer, operation);
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
        let mut lit = Lit(false);
        self.content.as_widget_mut().operate(child, layout, renderer, &mut lit);
        let told = tree.state.downcast_mut::<Told>();
        if lit.0 != told.0 {
            told.0 = lit.0;
            if lit.0 {
                shell.publish(self.on_focus.clone());
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

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut iced::Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let Some(child) = tree.children.first() else { return };
        self.content.as_widget().draw(child, renderer, theme, style, layout, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        let Some(child) = tree.children.first() else { return mouse::Interaction::None };
        self.content.as_widget().mouse_interaction(child, layout, cursor, viewport, renderer)
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, iced::Renderer>> {
        let child = tree.children.first_mut()?;
        self.content.as_widget_mut().overlay(child, layout, renderer, viewport, translation)
    }
}
