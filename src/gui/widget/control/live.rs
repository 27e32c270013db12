//! The control at work: focus, keys, mouse, drawing.

use iced::advanced::input_method::Event as Ime;
use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{Event as KeyEvent, Key, Modifiers, key::Named};
use iced::{Event, Length, Rectangle, Size, Vector};

use super::Control;
use crate::domain::person_name::half_width;
use crate::gui::theme::Theme;
use crate::gui::widget::{Press, ring};

/// A longer text from an input method is a word and no row of keys: 38.2 has four.
const LONGEST_COMMIT: usize = 4;

/// What a control keeps between views.
#[derive(Debug, Default)]
struct Kept {
    focused: bool,
    /// Whether the screen knows that the focus is here.
    told: bool,
    pressed: bool,
    hovered: bool,
    id: Option<Id>,
}

impl Focusable for Kept {
    fn is_focused(&self) -> bool {
        self.focused
    }

    fn focus(&mut self) {
        self.focused = true;
    }

    fn unfocus(&mut self) {
        self.focused = false;
    }
}

impl<M: Clone> Control<'_, M> {
    fn press(&self, key: &Key, modifiers: Modifiers, repeat: bool, shell: &mut Shell<'_, M>) {
        if let Some(message) = self.on_key.as_ref().and_then(|keys| keys(key, modifiers)) {
            shell.publish(message);
            shell.capture_event();
        } else if let (true, Some(message), Key::Named(Named::Enter | Named::Space)) =
            (modifiers.is_empty(), &self.on_press, key)
        {
            if !repeat {
                shell.publish(message.clone());
            }
            shell.capture_event();
        }
    }

    /// What the ring goes around and what comes into view with the focus.
    fn ringed<'b>(&self, layout: Layout<'b>) -> Layout<'b> {
        let inner = layout.children().next();
        let child = self.ring_on.and_then(|child| inner?.children().nth(child));
        child.unwrap_or(layout)
    }

    fn point(&self, kept: &mut Kept, event: &mouse::Event, over: bool, shell: &mut Shell<'_, M>) {
        let before = (kept.focused, kept.pressed, kept.hovered);
        match event {
            mouse::Event::ButtonPressed(mouse::Button::Left) => {
                let taken = over && self.enabled() && !shell.is_event_captured();
                kept.focused = taken && self.focusable;
                kept.pressed = taken && self.on_press.is_some();
                if kept.pressed {
                    shell.capture_event();
                }
            }
            mouse::Event::ButtonReleased(mouse::Button::Left) if kept.pressed => {
                kept.pressed = false;
                if let Some(message) = self.on_press.as_ref().filter(|_| over) {
                    shell.publish(message.clone());
                }
                shell.capture_event();
            }
            mouse::Event::CursorMoved { .. } | mouse::Event::CursorEntered | mouse::Event::CursorLeft => {
                kept.hovered = over && self.enabled();
            }
            _ => {}
        }
        if before != (kept.focused, kept.pressed, kept.hovered) {
            shell.request_redraw();
        }
    }
}

impl<M: Clone> Widget<M, Theme, iced::Renderer> for Control<'_, M> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<Kept>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(Kept { id: self.id.clone(), ..Kept::default() })
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        let kept = tree.state.downcast_mut::<Kept>();
        if kept.id != self.id {
            *kept = Kept { id: self.id.clone(), ..Kept::default() };
        }
        kept.focused &= self.enabled();
        tree.diff_children(std::slice::from_ref(&self.content));
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, self.height)
    }

    fn layout(
        &mut self,
        tree: &mut Tree,
        renderer: &iced::Renderer,
        limits: &layout::Limits,
    ) -> layout::Node {
        let Some(child) = tree.children.first_mut() else { return layout::Node::new(Size::ZERO) };
        layout::positioned(
            limits,
            self.width,
            self.height,
            self.padding,
            |limits| self.content.as_widget_mut().layout(child, renderer, &limits.loose()),
            |node, room| {
                let free = (room.height - node.size().height).max(0.0);
                node.translate(Vector::new(0.0, (free / 2.0).floor()))
            },
        )
    }

    fn operate(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &iced::Renderer,
        operation: &mut dyn Operation,
    ) {
        if self.focusable && self.enabled() {
            let kept = tree.state.downcast_mut::<Kept>();
            operation.focusable(self.id.as_ref(), self.ringed(layout).bounds(), kept);
        }
        operation.container(self.id.as_ref(), layout.bounds());
        operation.traverse(&mut |operation| {
            if let (Some(child), Some(inner)) = (tree.children.first_mut(), layout.children().next()) {
                self.content.as_widget_mut().operate(child, inner, renderer, operation);
            }
        });
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
        if let (Some(child), Some(inner)) = (tree.children.first_mut(), layout.children().next()) {
            self.content
                .as_widget_mut()
                .update(child, event, inner, cursor, renderer, clipboard, shell, viewport);
        }
        let kept = tree.state.downcast_mut::<Kept>();
        if kept.focused != kept.told {
            kept.told = kept.focused;
            if let Some(message) = self.on_focus.as_ref().filter(|_| kept.focused) {
                shell.publish(message.clone());
            }
        }
        match event {
            Event::Mouse(event) => self.point(kept, event, cursor.is_over(layout.bounds()), shell),
            Event::Keyboard(KeyEvent::KeyPressed { key, physical_key, modifiers, repeat, .. })
                if kept.focused && !shell.is_event_captured() =>
            {
                let latin = key.to_latin(*physical_key).map(|c| Key::Character(c.to_string().into()));
                self.press(latin.as_ref().unwrap_or(key), *modifiers, *repeat, shell);
            }
            // Digits and letters that went through an input method count as keys; words do not.
            Event::InputMethod(Ime::Commit(text)) if kept.focused && !shell.is_event_captured() => {
                let plain = half_width(text);
                let keys = plain.chars().all(|c| c.is_ascii_graphic()) && plain.len() <= LONGEST_COMMIT;
                for letter in plain.chars().filter(|_| keys) {
                    self.press(&Key::Character(letter.to_string().into()), Modifiers::empty(), false, shell);
                }
            }
            _ => {}
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
        let kept = tree.state.downcast_ref::<Kept>();
        let (Some(child), Some(inner)) = (tree.children.first(), layout.children().next()) else { return };
        let press = match (self.enabled(), kept.pressed, kept.hovered) {
            (false, ..) => Press::Disabled,
            (_, true, _) => Press::Pressed,
            (_, _, true) => Press::Hovered,
            _ => Press::Idle,
        };
        let look = (self.look)(theme.palette(), press);
        look.draw(renderer, layout.bounds(), self.radius);
        let inherited = renderer::Style { text_color: look.text.unwrap_or(style.text_color) };
        self.content.as_widget().draw(child, renderer, theme, &inherited, inner, cursor, viewport);
        if kept.focused {
            ring::draw(renderer, theme.palette(), self.ringed(layout).bounds(), self.radius);
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
        let (Some(child), Some(inner)) = (tree.children.first(), layout.children().next()) else {
            return mouse::Interaction::None;
        };
        match self.content.as_widget().mouse_interaction(child, inner, cursor, viewport, renderer) {
            mouse::Interaction::None if self.on_press.is_some() && cursor.is_over(layout.bounds()) => {
                mouse::Interaction::Pointer
            }
            other => other,
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
        let inner = layout.children().next()?;
        let child = tree.children.first_mut()?;
        self.content.as_widget_mut().overlay(child, inner, renderer, viewport, translation)
    }
}
