//! Figures of pictures: the epidemic curve, the rate of absence with its usual band, the classes by day.
//!
//! Pure functions from what sheets saw. They count what alerts and rates count, so that a picture never says another
//! number than a list.

mod absence_band;
mod epidemic_curve;
mod heat_map;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use serde::Serialize;

pub use absence_band::{AbsenceBand, BandDay, DayRate, Measure, RateState, Usual};
pub use epidemic_curve::{CurveDay, EpidemicCurve, Onset, Peak, Series, SeriesKey, Split};
pub use heat_map::{CellState, ClassDays, HeatCell, HeatMap, HeatRow};

/// A day of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct PictureDay {
    /// The day.
    pub date: NaiveDate,
    /// Whether school is held.
    pub school: bool,
}

/// All days from one to another.
pub fn days(from: NaiveDate, to: NaiveDate, school: impl Fn(NaiveDate) -> bool) -> Vec<PictureDay> {
    let all = from.iter_days().take_while(|date| *date <= to);
    all.map(|date| PictureDay { date, school: school(date) }).collect()
}
