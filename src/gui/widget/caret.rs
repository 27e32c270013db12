//! A text field whose text is set right while it is typed: the caret stays behind what was typed.
//!
//! A field keeps its caret as a count of characters, so a hyphen put in before the last digit would leave the caret
//! in front of that digit, and `20251020` would become 2025-01-02.

use iced::advanced::Widget;
use iced::advanced::widget::{Tree, tree};
use iced::widget::text_input;
use iced::widget::text_input::cursor;

use super::forward::forward;
use crate::gui::Element;
use crate::gui::theme::Theme;

type Input = text_input::State<<iced::Renderer as iced::advanced::text::Renderer>::Paragraph>;

/// Wraps one field that shows `value`, which is at most `whole` characters long.
pub(super) fn caret_behind<'a, M: 'a>(
    field: impl Into<Element<'a, M>>,
    value: &'a str,
    whole: usize,
) -> Element<'a, M> {
    Element::new(Behind { field: field.into(), value, whole })
}

struct Behind<'a, M> {
    field: Element<'a, M>,
    value: &'a str,
    whole: usize,
}

impl<M> Behind<'_, M> {
    /// After typing at the end, or once the text is whole, the caret belongs at the end.
    fn set_right(&self, input: &mut Input, before: &str) {
        let caret = match input.cursor().state(&text_input::Value::new(&"0".repeat(self.whole + 1))) {
            cursor::State::Index(place) => place,
            cursor::State::Selection { end, .. } => end,
        };
        if caret > before.chars().count() || self.value.chars().count() == self.whole {
            input.move_cursor_to_end();
        }
    }
}

fn input_in(tree: &mut Tree) -> Option<&mut Input> {
    if tree.tag == tree::Tag::of::<Input>() {
        return Some(tree.state.downcast_mut());
    }
    tree.children.iter_mut().find_map(input_in)
}

impl<M> Widget<M, Theme, iced::Renderer> for Behind<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<String>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(self.value.to_owned())
    }

    fn diff(&self, tree: &mut Tree) {
        tree.diff_children(std::slice::from_ref(&self.field));
        let before = std::mem::replace(tree.state.downcast_mut::<String>(), self.value.to_owned());
        if before != self.value
            && let Some(input) = tree.children.first_mut().and_then(input_in)
        {
            self.set_right(input, &before);
        }
    }

    forward!(field: children size layout operate update draw mouse_interaction);
}
