//! Keys: the ones that work everywhere, then the screen's own.

use iced::Rectangle;
use iced::Task;
use iced::advanced::widget::operation::scrollable::{AbsoluteOffset, RelativeOffset};
use iced::advanced::widget::operation::{Focusable, Outcome};
use iced::advanced::widget::{Id, Operation, operate};
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{App, Message, Room};
use crate::gui::dialog::Message as Answer;
use crate::gui::effect::{Effect, Preference, Scroll};
use crate::gui::route::{Place, Route};
use crate::gui::screen::KeyPress;
use crate::gui::screen::help::Topic;
use crate::gui::screen::trace::TracePlace;
use crate::gui::theme::{Breadth, size};
use crate::gui::widget::focus::{self as focusing, Step};

/// Scrolls a part up or down, or across.
pub(super) fn scroll(id: Id, to: Scroll) -> Task<Message> {
    let end = |y| RelativeOffset { x: None, y: Some(y) };
    match to {
        Scroll::To(y) => iced::widget::operation::scroll_to(id, AbsoluteOffset { x: None, y: Some(y) }),
        Scroll::By(x, y) => iced::widget::operation::scroll_by(id, AbsoluteOffset { x, y }),
        Scroll::Top => iced::widget::operation::snap_to(id, end(0.0)),
        Scroll::End => iced::widget::operation::snap_to(id, end(1.0)),
    }
}

impl App {
    pub(super) fn key(&mut self, press: &KeyPress) -> Task<Message> {
        if let Key::Named(Named::Tab) = press.key {
            return self.step(if press.modifiers.shift() { Step::Previous } else { Step::Next });
        }
        if self.dialog.is_some() {
            return match press.key {
                Key::Named(Named::Escape) => self.answer_dialog(Answer::Close),
                _ => Task::none(),
            };
        }
        if let Some(message) = self.shown.key(press, &self.context) {
            return self.update(Message::Screen(message));
        }
        match (&press.key, press.ctrl()) {
            (_, Some('+' | '=')) => self.zoom(1),
            (_, Some('-')) => self.zoom(-1),
            (_, Some('0')) => self.perform(vec![Effect::Prefer(Preference::Scale(100))]),
            // The first start is a place of its own: nothing leads out of it but its answers.
            _ if self.route == Route::FirstStart => Task::none(),
            (Key::Named(Named::Escape), _) => match self.shown.escape() {
                Some(message) => self.update(Message::Screen(message)),
                None => self.back(),
            },
            (_, Some('z')) => self.update(Message::Undo),
            (key, _) => match place_of(key) {
                Some(place) => self.go(self.route_of(place)),
                None => Task::none(),
            },
        }
    }

    /// Gives the window another room. Where that changes the layout its parts are made anew, and what has the focus
    /// is looked for first.
    pub(super) fn lay_out(&mut self, room: Room) -> Task<Message> {
        if Breadth::of(room.size.width) == self.context.breadth() {
            return self.laid_out(room, None);
        }
        focused().map(move |focused| Message::LaidOut(room, focused))
    }

    pub(super) fn laid_out(&mut self, room: Room, focused: Option<Id>) -> Task<Message> {
        self.context.size = room.size;
        self.context.scale = room.scale;
        focused.map_or_else(Task::none, |id| self.focus(id))
    }

    fn zoom(&mut self, step: i32) -> Task<Message> {
        let at = size::SCALES.iter().position(|s| *s >= self.context.scale).unwrap_or(0);
        let next = at.saturating_add_signed(step as isize).min(size::SCALES.len() - 1);
        let scale = size::SCALES.get(next).copied().unwrap_or(100);
        self.perform(vec![Effect::Prefer(Preference::Scale(scale))])
    }

    /// Gives a part the focus and brings it into view.
    pub(super) fn focus(&self, id: impl Into<Id>) -> Task<Message> {
        self.step(Step::To(id.into()))
    }

    /// The focus moves before the next event is looked at: a key typed behind the one that moved it means the new place.
    fn step(&self, step: Step) -> Task<Message> {
        self.steps.add(step);
        Task::none()
    }

    /// Where an item of the sidebar leads.
    pub(super) fn route_of(&self, place: Place) -> Route {
        match place {
            Place::Today => Route::Today(self.context.now.date(), None),
            Place::Roster => Route::roster(),
            Place::Trace => Route::Trace(TracePlace::default()),
            Place::Plan => Route::Plan,
            Place::Print => Route::Print(None),
            Place::Usb => Route::Usb,
            Place::Settings => Route::Settings,
            Place::Help => Route::Help(Topic::about(&self.route)),
        }
    }
}

/// The places of the function keys.
pub(super) const PLACES: [(Place, Named, &str); 8] = [
    (Place::Today, Named::F2, "F2"),
    (Place::Roster, Named::F3, "F3"),
    (Place::Trace, Named::F4, "F4"),
    (Place::Plan, Named::F5, "F5"),
    (Place::Print, Named::F7, "F7"),
    (Place::Usb, Named::F8, "F8"),
    (Place::Settings, Named::F9, "F9"),
    (Place::Help, Named::F1, "F1"),
];

fn place_of(key: &Key) -> Option<Place> {
    let Key::Named(named) = key else { return None };
    PLACES.iter().find(|(_, function, _)| function == named).map(|(place, ..)| *place)
}

/// Looks for what has the focus.
pub(super) fn focused() -> Task<Option<Id>> {
    operate(Focused::default())
}

/// The name of what has the focus.
#[derive(Default)]
pub(in crate::gui) struct Focused(pub(in crate::gui) Option<Id>);

impl Operation<Option<Id>> for Focused {
    fn traverse(&mut self, operate: &mut dyn FnMut(&mut dyn Operation<Option<Id>>)) {
        operate(self);
    }

    fn focusable(&mut self, id: Option<&Id>, _: Rectangle, state: &mut dyn Focusable) {
        if state.is_focused() {
            self.0 = id.cloned();
        }
    }

    fn finish(&self) -> Outcome<Option<Id>> {
        Outcome::Some(self.0.clone())
    }
}

/// Brings a part into view.
pub(super) fn reveal(id: Id) -> Task<Message> {
    focusing::reveal(id)
}
