//! Which texts of a view are wholly in sight: no list that is scrolled and no window cuts them off.

use iced::advanced::widget::{Id, Operation, operation};
use iced::{Rectangle, Vector};

use super::super::Report;

/// Walks a view once with what every list leaves of it.
#[derive(Clone)]
pub(super) struct InSight {
    pub words: Vec<String>,
    room: Rectangle,
    moved: Vector,
    next: Option<(Rectangle, Vector)>,
}

impl InSight {
    /// Of a window.
    pub fn of(window: Rectangle) -> Self {
        Self { words: Vec::new(), room: window, moved: Vector::ZERO, next: None }
    }
}

impl Operation<InSight> for InSight {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<InSight>)) {
        let outer = (self.room, self.moved);
        if let Some((room, moved)) = self.next.take() {
            (self.room, self.moved) = (room, self.moved + moved);
        }
        operate(self);
        (self.room, self.moved) = outer;
    }

    fn scrollable(
        &mut self,
        _id: Option<&Id>,
        bounds: Rectangle,
        _content_bounds: Rectangle,
        translation: Vector,
        _state: &mut dyn operation::Scrollable,
    ) {
        let seen = self.room.intersection(&(bounds - self.moved)).unwrap_or_default();
        self.next = Some((seen, translation));
    }

    fn custom(&mut self, _id: Option<&Id>, bounds: Rectangle, state: &mut dyn std::any::Any) {
        let Some(report) = state.downcast_ref::<Report>() else { return };
        let (bounds, room, slack) = (bounds - self.moved, self.room, 0.6);
        let whole = bounds.x >= room.x - slack
            && bounds.y >= room.y - slack
            && bounds.x + bounds.width <= room.x + room.width + slack
            && bounds.y + bounds.height <= room.y + room.height + slack;
        self.words.extend(whole.then(|| report.content.clone()));
    }

    fn finish(&self) -> operation::Outcome<InSight> {
        operation::Outcome::Some(self.clone())
    }
}
