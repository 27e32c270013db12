//! Keys that a part answers while the focus is inside it: arrows on a text field that offers a choice.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{field, key_scope}};
//! let class: Element<'_, String> = key_scope(field("class", "班级", "", |typed| typed), |key, modifiers| None);
//! ```

use iced::advanced::widget::Tree;
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse};
use iced::keyboard::{Event as KeyEvent, Key, Modifiers};
use iced::{Event, Rectangle};

use super::focus::Holds;
use super::forward::forward;
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

impl<M> Widget<M, Theme, iced::Renderer> for Scope<'_, M> {
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
        let Event::Keyboard(KeyEvent::KeyPressed { key, modifiers, .. }) = event else { return };
        if shell.is_event_captured() {
            return;
        }
        let mut holds = Holds::default();
        part.operate(inside, layout, renderer, &mut holds);
        if let Some(message) = holds.0.then(|| (self.on_key)(key, *modifiers)).flatten() {
            shell.publish(message);
            shell.capture_event();
        }
    }

    forward!(part: children diff size layout operate draw mouse_interaction overlay);
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
