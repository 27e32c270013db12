//! What 图 asks for.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{Message, PicturesTab, Range, person_id, view};
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::trace::{Tab, TracePlace};
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::ops::picture::{PictureFigures, PictureKind, PicturePage};
use crate::ops::{Answer, Query};

impl Screen for PicturesTab {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        vec![Query::Picture(self.request(context))]
    }

    fn answered(&mut self, answer: Answer, context: &Context) -> Vec<Effect> {
        let Answer::Picture(page) = answer else { return Vec::new() };
        // An answer to another question is late.
        if page.view.request != self.request(context) {
            return Vec::new();
        }
        let first = self.data.is_none();
        let same = self.data.as_ref().is_some_and(|data| data.view.request == page.view.request);
        if !same {
            self.at = start(&page);
        }
        self.data = Some(*page);
        let (days, rows) = self.extent();
        self.at = (self.at.0.min(days.saturating_sub(1)), self.at.1.min(rows.saturating_sub(1)));
        if first { vec![Effect::Focus("picture".into())] } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Kind(kind) => {
                self.kind = kind;
                if kind != PictureKind::Curve && self.range == Range::Event {
                    self.range = Range::Weeks;
                }
            }
            Message::Range(range) => {
                self.range = range;
                let newest = || self.data.as_ref()?.events.first().map(|(id, _)| *id);
                self.event = self.event.or_else(newest);
            }
            Message::Scope(step) => self.turn_scope(step),
            Message::Split(split) => self.split = split,
            Message::Symptom(step) => {
                let last = self.data.as_ref().map_or(0, |data| data.symptoms.len());
                self.symptom = turned(self.symptom, step, last + 1);
            }
            Message::Measure(measure) => self.measure = measure,
            Message::Spot(day, row) => {
                self.at = (day, row);
                return Vec::new();
            }
            Message::Step(day, row) => {
                let (days, rows) = self.extent();
                self.at = (stepped(self.at.0, day, days), stepped(self.at.1, row, rows));
                return Vec::new();
            }
            Message::End(last) => {
                self.at.0 = if last { self.extent().0.saturating_sub(1) } else { 0 };
                return Vec::new();
            }
            Message::Open => return self.open(),
            Message::Person(person) => return vec![Effect::Go(Route::Person(person))],
            Message::Print => return vec![Effect::Go(Route::PrintPicture(Box::new(self.request(context))))],
        }
        self.queries(context).into_iter().map(Effect::Load).collect()
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if press.ctrl() == Some('p') {
            return Some(Message::Print);
        }
        match (&press.key, press.letter()) {
            (Key::Named(Named::PageUp), _) => Some(Message::Scope(-1)),
            (Key::Named(Named::PageDown), _) => Some(Message::Scope(1)),
            (_, Some(digit @ '1'..='3')) => {
                PictureKind::ALL.get(digit as usize - '1' as usize).copied().map(Message::Kind)
            }
            _ => None,
        }
    }

    fn place(&self) -> Option<Route> {
        Some(match self.event.filter(|_| self.range == Range::Event) {
            Some(event) => Route::EventCurve(event),
            None => Route::Trace(TracePlace { tab: Tab::Pictures, person: None }),
        })
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        view::page(self, context)
    }
}

impl PicturesTab {
    fn turn_scope(&mut self, step: i32) {
        let Some(data) = &self.data else { return };
        if self.range == Range::Event {
            let at = data.events.iter().position(|(id, _)| Some(*id) == self.event).unwrap_or(0);
            let next = turned(at, step, data.events.len());
            self.event = data.events.get(next).map(|(id, _)| *id);
        } else {
            self.scope = turned(self.scope, step, data.scopes.len());
        }
    }

    /// The list of the day's ill, the sheet of the class, or the day.
    fn open(&self) -> Vec<Effect> {
        let (Some(page), Some(date)) = (&self.data, self.day()) else { return Vec::new() };
        match &page.view.figures {
            PictureFigures::Curve(view) => {
                let any = view.people.iter().any(|person| person.onset == date);
                any.then(|| Effect::Focus(person_id(0).into())).into_iter().collect()
            }
            PictureFigures::Band(_) => vec![Effect::Go(Route::Today(date, None))],
            PictureFigures::Heat(view) => {
                let group = view.heat.rows.get(self.at.1).map(|row| row.group);
                let sheet = |group| SheetKey { group, date, session: Session::Morning };
                group.map(|group| Effect::Go(Route::Sheet(sheet(group)))).into_iter().collect()
            }
        }
    }
}

/// Where one begins: on the highest day of a curve, else on the last.
fn start(page: &PicturePage) -> (usize, usize) {
    match &page.view.figures {
        PictureFigures::Curve(view) => {
            let peak = view.curve.peak.map(|peak| peak.date);
            let at = view.curve.days.iter().position(|day| Some(day.day.date) == peak);
            (at.unwrap_or(view.curve.days.len().saturating_sub(1)), 0)
        }
        PictureFigures::Band(band) => (band.days.len().saturating_sub(1), 0),
        PictureFigures::Heat(view) => (view.heat.days.len().saturating_sub(1), 0),
    }
}

/// The place so many on, not beyond the ends.
fn stepped(at: usize, step: i32, count: usize) -> usize {
    at.saturating_add_signed(step as isize).min(count.saturating_sub(1))
}

/// The place before or after, round the ends.
fn turned(at: usize, step: i32, count: usize) -> usize {
    let last = count.saturating_sub(1);
    if step < 0 && at == 0 {
        last
    } else if step > 0 && at >= last {
        0
    } else {
        stepped(at, step, count)
    }
}
