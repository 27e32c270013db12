//! Keys that a part answers while the focus is inside it: arrows on a text field that offers a choice.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{field, key_scope}};
//! let class: Element<'_, String> = key_scope(field("class", "班级", "", |typed| typed), |key, modifiers| None);
//! ```

use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{Event as KeyEvent, Key, Modifiers};
use iced::{Event, Length, Rectangle, Size, Vector};

use crate::gui::Element;
use crate::gui::theme::Theme;

/// Wraps a part. `on_key` is asked for keys that the part itself has not taken while it holds the focus.
pub fn key_scope<'a, M: 'a>(
    part: impl Into<Element<'a, M>>,
    on_key: impl Fn(&Key, Modifiers) -> Option<M> + 'a,
) -> Element<'a, M> {
    Element::new(Scope { part: part.into(), on_key: Box::new(on_key) })
}

type Keys<'a, M> = Box<dyn Fn(&Key, Modifiers) -> Option<M> + 'a>;

struct Scope<'a, M> {
    part: Element<'a, M>,
    on_key: Keys<'a, M>,
}

/// Asks whether anything inside has the focus.
#[derive(Default)]
struct Holds(bool);

impl Operation for Holds {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        self.0 |= state.is_focused();
    }
}

impl<M> Widget<M, Theme, iced::Renderer> for Scope<'_, M> {
    fn tag(&self) -> tree::Tag {
        self.part.as_widget().tag()
    }

    fn state(&self) -> tree::State {
        self.part.as_widget().state()
    }

    fn children(&self) -> Vec<Tree> {
        self.part.as_widget().children()
    }

    fn diff(&self, tree: &mut Tree) {
        self.part.as_widget().diff(tree);
    }

    fn size(&self) -> Size<Length> {
        self.part.as_widget().size()
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        self.part.as_widget_mut().layout(tree, renderer, limits)
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        self.part.as_widget_mut().operate(tree, layout, renderer, operation);
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
        let part = self.part.as_widget_mut();
        part.update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        let Event::Keyboard(KeyEvent::KeyPressed { key, modifiers, .. }) = event else { return };
        if shell.is_event_captured() {
            return;
        }
        let mut holds = Holds::default();
        part.operate(tree, layout, renderer, &mut holds);
        if let Some(message) = holds.0.then(|| (self.on_key)(key, *modifiers)).flatten() {
            shell.publish(message);
            shell.capture_event();
        }
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
        self.part.as_widget().draw(tree, renderer, theme, style, layout, cursor, viewport);
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        self.part.as_widget().mouse_interaction(tree, layout, cursor, viewport, renderer)
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, iced::Renderer>> {
        self.part.as_widget_mut().overlay(tree, layout, renderer, viewport, translation)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::widget::focus::{Step, step};
    use crate::gui::widget::stage::Stage;
    use crate::gui::widget::{button, field};
    use iced::keyboard::key::Named;
    use iced::widget::column;

    #[test]
    fn only_the_part_with_the_focus_answers() {
        let class = key_scope(field("class", "", "", |_| "typed"), |key, _| {
            matches!(key, Key::Named(Named::ArrowDown)).then_some("down")
        });
        let view: Element<'_, &str> = column![class, button("甲").id("other").on_press("pressed")].into();
        let mut stage = Stage::new(view, (300.0, 100.0));
        for (id, messages) in [("other", &[][..]), ("class", &["down"][..])] {
            stage.operate::<()>(step(Step::To(id.into())));
            stage.key(Named::ArrowDown, Modifiers::empty());
            assert_eq!(stage.messages(), messages);
        }
    }
}
