//! Moves of the focus that wait for the next event: each part has the focus before that event reaches it, however late
//! the window is drawn. A task would reach the window at a moment of its own, between two keys as well as after both.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{FocusSteps, focus::Step, focus_steps, text}};
//! let steps = FocusSteps::default();
//! steps.add(Step::Next);
//! let whole: Element<'_, ()> = focus_steps(text("…"), &steps);
//! ```

use std::cell::RefCell;

use iced::advanced::widget::Tree;
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::advanced::{Clipboard, Layout, Shell, Widget, mouse};
use iced::{Event, Rectangle};

use super::focus::{Step, step};
use super::forward::forward;
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
pub fn focus_steps<'a, M: 'a>(part: impl Into<Element<'a, M>>, steps: &'a FocusSteps) -> Element<'a, M> {
    Element::new(Stepped { part: part.into(), steps })
}

struct Stepped<'a, M> {
    part: Element<'a, M>,
    steps: &'a FocusSteps,
}

impl<M> Widget<M, Theme, iced::Renderer> for Stepped<'_, M> {
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
        for wanted in self.steps.0.take() {
            let mut walk: Box<dyn Operation> = Box::new(step(wanted));
            part.operate(inside, layout, renderer, walk.as_mut());
            while let Outcome::Chain(next) = walk.finish() {
                walk = next;
                part.operate(inside, layout, renderer, walk.as_mut());
            }
            shell.request_redraw();
        }
        part.update(inside, event, layout, cursor, renderer, clipboard, shell, viewport);
    }

    forward!(part: children diff size layout operate draw mouse_interaction overlay);
}
