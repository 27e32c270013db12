//! The one thing that can be focused and pressed; buttons, rows, choices and boxes are made of it.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{control, text}};
//! let row: Element<'_, ()> = control(text("六（2）")).id("class-6-2").on_press(()).into();
//! ```

use iced::advanced::widget::operation::Focusable;
use iced::advanced::widget::{Id, Operation, Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, layout, mouse, overlay, renderer};
use iced::keyboard::{Event as KeyEvent, Key, Modifiers, key::Named};
use iced::{Event, Length, Padding, Rectangle, Size, Vector};

use super::{Look, Press, ring};
use crate::gui::Element;
use crate::gui::theme::{Palette, Theme, size};

type Keys<'a, M> = Box<dyn Fn(&Key, Modifiers) -> Option<M> + 'a>;
type LookFn<'a> = Box<dyn Fn(&Palette, Press) -> Look + 'a>;

/// Makes something operable: it takes part in the Tab order as soon as it has a message.
pub fn control<'a, M>(content: impl Into<Element<'a, M>>) -> Control<'a, M> {
    Control {
        content: content.into(),
        id: None,
        on_press: None,
        on_key: None,
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

/// What a control keeps between views.
#[derive(Debug, Default)]
struct Kept {
    focused: bool,
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
            operation.focusable(self.id.as_ref(), layout.bounds(), kept);
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
        match event {
            Event::Mouse(event) => self.point(kept, event, cursor.is_over(layout.bounds()), shell),
            Event::Keyboard(KeyEvent::KeyPressed { key, physical_key, modifiers, repeat, .. })
                if kept.focused && !shell.is_event_captured() =>
            {
                let latin = key.to_latin(*physical_key).map(|c| Key::Character(c.to_string().into()));
                self.press(latin.as_ref().unwrap_or(key), *modifiers, *repeat, shell);
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
            let on = self.ring_on.and_then(|child| inner.children().nth(child));
            ring::draw(renderer, theme.palette(), on.unwrap_or(layout).bounds(), self.radius);
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

impl<'a, M: Clone + 'a> From<Control<'a, M>> for Element<'a, M> {
    fn from(control: Control<'a, M>) -> Self {
        Self::new(control)
    }
}
