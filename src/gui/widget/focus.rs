//! Moving the focus: Tab and Shift+Tab without a dead step, to a name, always scrolled into view.
//!
//! ```no_run
//! use chenjian::gui::widget::focus;
//! let row: iced::Task<()> = focus::reveal("row-12");
//! let tab = focus::step::<()>(focus::Step::Next);
//! ```

use iced::advanced::widget::operation::{self, Focusable, Outcome, Scrollable, scrollable::AbsoluteOffset};
use iced::advanced::widget::{Id, Operation, operate};
use iced::{Rectangle, Task, Vector};

/// Where the focus goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// To the next in tree order; after the last to the first.
    Next,
    /// To the one before; before the first to the last.
    Previous,
    /// To a name; nothing happens where it does not exist.
    To(Id),
    /// Nowhere: only the part of that name is brought into view.
    Reveal(Id),
}

/// The part of a name into view; the focus stays where it is.
pub fn reveal<M: Send + 'static>(id: impl Into<Id>) -> Task<M> {
    operate(step(Step::Reveal(id.into())))
}

/// The operation behind them.
pub fn step<T: Send + 'static>(step: Step) -> impl Operation<T> {
    operation::then(
        Survey { step, stops: Vec::new(), lists: Vec::new(), path: Vec::new(), entering: None, place: None },
        Survey::plan,
    )
}

/// Whether anything inside a part has the focus.
#[derive(Debug, Default)]
pub(super) struct Holds(pub bool);

impl Operation for Holds {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation)) {
        operate(self);
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        self.0 |= state.is_focused();
    }
}

/// A list on the way to a widget.
#[derive(Debug, Clone, Copy)]
struct List {
    bounds: Rectangle,
    content: Rectangle,
    translation: Vector,
}

#[derive(Debug, Clone)]
struct Stop {
    id: Option<Id>,
    bounds: Rectangle,
    focused: bool,
    path: Vec<usize>,
}

#[derive(Debug, Clone)]
struct Survey {
    step: Step,
    stops: Vec<Stop>,
    lists: Vec<List>,
    path: Vec<usize>,
    entering: Option<usize>,
    /// The part to reveal, which need not take the focus.
    place: Option<(Rectangle, Vec<usize>)>,
}

impl Survey {
    fn target(&self) -> Option<usize> {
        let last = self.stops.len().checked_sub(1)?;
        let now = self.stops.iter().position(|stop| stop.focused);
        match &self.step {
            Step::Next => Some(now.map_or(0, |i| if i == last { 0 } else { i + 1 })),
            Step::Previous => Some(now.map_or(last, |i| i.checked_sub(1).unwrap_or(last))),
            Step::To(id) => self.stops.iter().position(|stop| stop.id.as_ref() == Some(id)),
            Step::Reveal(_) => None,
        }
    }

    fn plan(self) -> Apply {
        let target = self.target();
        let mut offsets = Vec::new();
        let focused = target.and_then(|i| self.stops.get(i)).map(|stop| (stop.bounds, stop.path.clone()));
        if let Some((mut bounds, path)) = focused.or_else(|| self.place.clone()) {
            for &index in path.iter().rev() {
                if let Some(list) = self.lists.get(index) {
                    let offset = list.offset_for(bounds);
                    offsets.extend(offset.map(|y| (index, y)));
                    // Where it lies then: the list around may show only a part of this one.
                    bounds.y -= offset.unwrap_or(list.translation.y);
                }
            }
        }
        Apply { target, offsets, stop: 0, list: 0 }
    }
}

impl List {
    /// The offset that brings a box of the content into view; `None` where it is already.
    fn offset_for(&self, item: Rectangle) -> Option<f32> {
        let top = item.y - self.content.y;
        let bottom = top + item.height;
        let seen = self.translation.y;
        if top < seen {
            Some(top)
        } else if bottom > seen + self.bounds.height {
            Some((bottom - self.bounds.height).min(top))
        } else {
            None
        }
    }
}

impl Operation<Survey> for Survey {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Survey>)) {
        let entered = self.entering.take();
        self.path.extend(entered);
        operate(self);
        if entered.is_some() {
            self.path.pop();
        }
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        content: Rectangle,
        translation: Vector,
        _state: &mut dyn Scrollable,
    ) {
        self.entering = Some(self.lists.len());
        self.lists.push(List { bounds, content, translation });
    }

    fn focusable(&mut self, id: Option<&Id>, bounds: Rectangle, state: &mut dyn Focusable) {
        self.container(id, bounds);
        let focused = state.is_focused();
        self.stops.push(Stop { id: id.cloned(), bounds, focused, path: self.path.clone() });
    }

    fn container(&mut self, id: Option<&Id>, bounds: Rectangle) {
        if matches!(&self.step, Step::Reveal(wanted) if id == Some(wanted)) && self.place.is_none() {
            self.place = Some((bounds, self.path.clone()));
        }
    }

    fn finish(&self) -> Outcome<Survey> {
        Outcome::Some(self.clone())
    }
}

/// The second pass: states can be changed only while the tree is walked.
struct Apply {
    target: Option<usize>,
    offsets: Vec<(usize, f32)>,
    stop: usize,
    list: usize,
}

impl<T> Operation<T> for Apply {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<T>)) {
        operate(self);
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        _bounds: Rectangle,
        _content: Rectangle,
        _translation: Vector,
        state: &mut dyn Scrollable,
    ) {
        if let Some((_, y)) = self.offsets.iter().find(|(list, _)| *list == self.list) {
            state.scroll_to(AbsoluteOffset { x: None, y: Some(*y) });
        }
        self.list += 1;
    }

    fn focusable(&mut self, _id: Option<&Id>, _bounds: Rectangle, state: &mut dyn Focusable) {
        match self.target {
            // A field that has the focus already keeps its caret.
            Some(target) if target == self.stop && state.is_focused() => {}
            Some(target) if target == self.stop => state.focus(),
            Some(_) => state.unfocus(),
            None => {}
        }
        self.stop += 1;
    }
}
