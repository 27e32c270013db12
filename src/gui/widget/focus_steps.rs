//! Moves of the focus that wait for the next event: each part has the focus before that event reaches it, however late
//! the window is drawn. A task would reach the window at a moment of its own, between two keys as well as after both.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{FocusSteps, focus::Step, focus_steps, text}};
//! let steps = FocusSteps::default();
//! steps.add(Step::Next);
//! let whole: Element<'_, ()> = focus_steps(text("…"), &steps).into();
//! ```

use std::cell::RefCell;

use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse};
use iced::keyboard::Event::KeyPressed;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::{Event, Rectangle};

use super::focus::{Step, step};
use super::forward::forward;
use super::uncaught_keys::InField;
use crate::gui::Element;
use crate::gui::theme::Theme;

/// The moves that are still to be made, in order.
#[derive(Debug, Default)]
pub struct FocusSteps(RefCell<Vec<Step>>);

impl FocusSteps {
    /// One more.
    pub fn add(&self, step: Step) {
        self.0.borrow_mut().push(step);
    }
}

/// Makes the moves in a part before it learns of the next event.
pub fn focus_steps<'a, M: 'a>(part: impl Into<Element<'a, M>>, steps: &'a FocusSteps) -> Stepped<'a, M> {
    Stepped { part: part.into(), steps, tell: None, escape: None }
}

/// A part whose focus is moved.
pub struct Stepped<'a, M> {
    part: Element<'a, M>,
    steps: &'a FocusSteps,
    tell: Option<fn(bool) -> M>,
    escape: Option<M>,
}

impl<M> Stepped<'_, M> {
    /// Tells when a text field gets the focus, and when it loses it.
    pub fn tell(mut self, tell: fn(bool) -> M) -> Self {
        self.tell = Some(tell);
        self
    }

    /// What Esc says before any part may take it.
    pub fn escape(mut self, message: Option<M>) -> Self {
        self.escape = message;
        self
    }
}

impl<'a, M: Clone + 'a> From<Stepped<'a, M>> for Element<'a, M> {
    fn from(stepped: Stepped<'a, M>) -> Self {
        Element::new(stepped)
    }
}

/// Whether it was told that a text field has the focus.
#[derive(Default)]
struct Told(bool);

impl<M: Clone> Widget<M, Theme, iced::Renderer> for Stepped<'_, M> {
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
        let Some(inside) = tree.children.first_mut() else { return };
        let part = self.part.as_widget_mut();
        let steps = self.steps.0.take();
        let mut moved = !steps.is_empty();
        for wanted in steps {
            let mut walk: Box<dyn Operation> = Box::new(step(wanted));
            part.operate(inside, layout, renderer, walk.as_mut());
            while let Outcome::Chain(next) = walk.finish() {
                walk = next;
                part.operate(inside, layout, renderer, walk.as_mut());
            }
            shell.request_redraw();
        }
        match event {
            Event::Keyboard(KeyPressed { key: Key::Named(Named::Escape), modifiers, .. })
                if modifiers.is_empty() && self.escape.is_some() =>
            {
                if let Some(message) = self.escape.clone() {
                    shell.publish(message);
                }
                shell.capture_event();
            }
            _ => part.update(inside, event, layout, cursor, renderer, clipboard, shell, viewport),
        }
        moved |= matches!(
            event,
            Event::Keyboard(KeyPressed { .. }) | Event::Mouse(mouse::Event::ButtonPressed(_))
        );
        if let (true, Some(tell)) = (moved, self.tell) {
            let mut asked = InField::default();
            part.operate(inside, layout, renderer, &mut asked);
            let told = tree.state.downcast_mut::<Told>();
            if told.0 != asked.found {
                told.0 = asked.found;
                shell.publish(tell(asked.found));
            }
        }
    }

    forward!(part: children diff size layout operate draw mouse_interaction overlay);
}
