//! A page behind a dialog: it is drawn, but neither events nor operations reach it, so Tab stays in front.
//!
//! It also keeps the signs of Ctrl with a key out of text fields.
//! The fence is always there, open or closed: a wrapper that came and went would throw away the state of the page.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{focus_fence, text}};
//! let page: Element<'_, ()> = focus_fence(text("…"), true);
//! ```

use iced::advanced::widget::operation::{Focusable, Outcome};
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::Event as KeyEvent;
use iced::{Event, Rectangle, Size, Vector};

use super::forward::forward;
use crate::gui::Element;
use crate::gui::theme::Theme;

/// Wraps a page; `closed` while a dialog lies over it. The focus comes back when it opens.
pub fn focus_fence<'a, M: 'a>(page: impl Into<Element<'a, M>>, closed: bool) -> Element<'a, M> {
    Element::new(Fence { page: page.into(), closed })
}

struct Fence<'a, M> {
    page: Element<'a, M>,
    closed: bool,
}

/// Whether the fence was closed, and which of the page's focusable widgets had the focus then.
#[derive(Debug, Default)]
struct Kept {
    closed: bool,
    focused: Option<usize>,
}

/// Takes the focus away and remembers it, or gives it back.
struct Shift {
    index: usize,
    found: Option<usize>,
    restore: Option<usize>,
}

impl Operation for Shift {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.found = Some(self.index);
            state.unfocus();
        }
        if self.restore == Some(self.index) {
            state.focus();
        }
        self.index += 1;
    }

    fn finish(&self) -> Outcome<()> {
        Outcome::None
    }
}

/// Ctrl with a digit or a sign carries that sign as text, and a field would type it instead of leaving the key alone.
fn command_without_text(event: &Event) -> Option<Event> {
    let Event::Keyboard(pressed @ KeyEvent::KeyPressed { modifiers, .. }) = event else { return None };
    if !modifiers.command() || modifiers.alt() {
        return None;
    }
    let mut pressed = pressed.clone();
    if let KeyEvent::KeyPressed { text, .. } = &mut pressed {
        *text = None;
    }
    Some(Event::Keyboard(pressed))
}

impl<M> Widget<M, Theme, iced::Renderer> for Fence<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Kept>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Kept::default())
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let kept = tree.state.downcast_mut::<Kept>();
        let Some(page) = tree.children.first_mut() else { return layout::Node::new(Size::ZERO) };
        let node = self.page.as_widget_mut().layout(page, renderer, limits);
        if kept.closed != self.closed {
            let restore = if self.closed { None } else { kept.focused.take() };
            let mut shift = Shift { index: 0, found: None, restore };
            // Layout is the first place after a change of view where the page can be walked.
            self.page.as_widget_mut().operate(page, Layout::new(&node), renderer, &mut shift);
            kept.focused = shift.found.filter(|_| self.closed);
            kept.closed = self.closed;
        }
        node
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        if let (false, Some(page)) = (self.closed, tree.children.first_mut()) {
            self.page.as_widget_mut().operate(page, layout, renderer, operation);
        }
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
        if let (false, Some(page)) = (self.closed, tree.children.first_mut()) {
            let widget = self.page.as_widget_mut();
            let command = command_without_text(event);
            let event = command.as_ref().unwrap_or(event);
            widget.update(page, event, layout, cursor, renderer, clipboard, shell, viewport);
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
        let cursor = if self.closed { mouse::Cursor::Unavailable } else { cursor };
        if let Some(page) = tree.children.first() {
            self.page.as_widget().draw(page, renderer, theme, style, layout, cursor, viewport);
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &iced::Renderer,
    ) -> mouse::Interaction {
        match tree.children.first() {
            Some(page) if !self.closed => {
                self.page.as_widget().mouse_interaction(page, layout, cursor, viewport, renderer)
            }
            _ => mouse::Interaction::None,
        }
    }

    fn overlay<'b>(
        &'b mut self,
        tree: &'b mut Tree,
        layout: Layout<'b>,
        renderer: &iced::Renderer,
        viewport: &Rectangle,
        translation: Vector,
    ) -> Option<overlay::Element<'b, M, Theme, iced::Renderer>> {
        let page = tree.children.first_mut().filter(|_| !self.closed)?;
        self.page.as_widget_mut().overlay(page, layout, renderer, viewport, translation)
    }

    forward!(page: children diff size);
}
