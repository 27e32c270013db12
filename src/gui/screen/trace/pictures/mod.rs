//! 图: the epidemic curve, the rate of absence, the classes by day; a day or a cell is walked to and says its numbers.

mod readout;
#[cfg(test)]
mod tests;
mod update;
mod view;

use chrono::{Days, NaiveDate, Weekday};

use crate::domain::id::{EventId, PersonId};
use crate::domain::picture::{Measure, Split};
use crate::gui::context::Context;
use crate::gui::screen::trace::rates::Period;
use crate::ops::picture::{PictureChoice, PictureFigures, PictureKind, PicturePage, PictureRequest};

/// The tab.
#[derive(Debug, Default)]
pub struct PicturesTab {
    kind: PictureKind,
    range: Range,
    /// Place of whom it is of: the school first.
    scope: usize,
    event: Option<EventId>,
    split: Split,
    /// Place of the symptom; 0: all of them.
    symptom: usize,
    measure: Measure,
    data: Option<PicturePage>,
    /// Day and row that keys mean.
    at: (usize, usize),
}

/// The days of a picture, until today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Range {
    /// Since Monday.
    Week,
    /// Four weeks.
    #[default]
    Weeks,
    /// The half of the school year.
    Term,
    /// Those of an event; of a curve.
    Event,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another picture.
    Kind(PictureKind),
    /// Other days.
    Range(Range),
    /// The class, grade or event before or after.
    Scope(i32),
    /// Split in another way.
    Split(Split),
    /// The symptom before or after.
    Symptom(i32),
    /// Other absences.
    Measure(Measure),
    /// This day and row.
    Spot(usize, usize),
    /// So many days and rows on.
    Step(i32, i32),
    /// To the first day, or to the last.
    End(bool),
    /// Whoever fell ill on the day, the sheet of the cell, or the day.
    Open,
    /// Everything of somebody.
    Person(PersonId),
    /// Onto paper.
    Print,
}

impl PicturesTab {
    /// The curve of an event.
    pub fn of_event(event: EventId) -> Self {
        Self { range: Range::Event, event: Some(event), ..Self::default() }
    }

    /// What is asked for now.
    fn request(&self, context: &Context) -> PictureRequest {
        let today = context.now.date();
        let scope = self.data.as_ref().and_then(|data| data.scopes.get(self.scope));
        let symptom = self.symptom.checked_sub(1);
        let symptom = symptom.and_then(|at| self.data.as_ref()?.symptoms.get(at));
        let of_event = self.kind == PictureKind::Curve && self.range == Range::Event;
        PictureRequest {
            kind: self.kind,
            days: (self.first(context), today),
            group: scope.and_then(|scope| scope.group).filter(|_| !of_event),
            choice: PictureChoice {
                grade: scope.and_then(|scope| scope.grade).filter(|_| !of_event),
                split: self.split,
                symptom: symptom
                    .map(|(code, _)| code.clone())
                    .filter(|_| self.kind == PictureKind::Curve && !of_event),
                measure: self.measure,
                event: self.event.filter(|_| of_event),
            },
        }
    }

    fn first(&self, context: &Context) -> NaiveDate {
        let today = context.now.date();
        match self.range {
            Range::Week => today.week(Weekday::Mon).first_day(),
            Range::Weeks | Range::Event => today - Days::new(27),
            Range::Term => Period::Term.first(context),
        }
    }

    /// How many days and rows the picture has.
    fn extent(&self) -> (usize, usize) {
        match self.data.as_ref().map(|data| &data.view.figures) {
            Some(PictureFigures::Curve(view)) => (view.curve.days.len(), 1),
            Some(PictureFigures::Band(band)) => (band.days.len(), 1),
            Some(PictureFigures::Heat(view)) => (view.heat.days.len(), view.heat.rows.len()),
            None => (0, 0),
        }
    }

    /// The day that keys mean.
    fn day(&self) -> Option<NaiveDate> {
        match &self.data.as_ref()?.view.figures {
            PictureFigures::Curve(view) => view.curve.days.get(self.at.0).map(|day| day.day.date),
            PictureFigures::Band(band) => band.days.get(self.at.0).map(|day| day.counted.date),
            PictureFigures::Heat(view) => view.heat.days.get(self.at.0).map(|day| day.date),
        }
    }
}

/// Name of the row of somebody who fell ill on the day, for the focus.
fn person_id(at: usize) -> String {
    format!("fell-ill-{at}")
}
