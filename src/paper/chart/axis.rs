//! Axes: whole persons and round shares upwards, days across.

use chrono::{Datelike, Weekday};

use super::{Board, Spot};
use crate::domain::picture::PictureDay;
use crate::i18n::Tr;
use crate::paper::layout::{Frame, Ink};

/// Height of the labels of days and months, in em.
pub(super) const DAY_LABELS: f32 = 2.7;

/// Round steps of an axis up to `most`, at most so many; in whole numbers where `whole`.
pub(super) fn ticks(most: f64, count: usize, whole: bool) -> Vec<f64> {
    let smallest = if whole { 1.0 } else { 0.1 };
    let most = most.max(smallest);
    let mut size = smallest;
    let step = loop {
        // 1, 2, 5, 10, …
        let fits = [1.0, 2.0, 5.0].into_iter().map(|round| round * size);
        if let Some(step) = fits.into_iter().find(|step| (most / step).ceil() as usize <= count.max(1)) {
            break step;
        }
        size *= 10.0;
    };
    let highest = (most / step - 1e-9).ceil() as usize;
    (0..=highest).map(|tick| tick as f64 * step).collect()
}

/// A tick as it is written.
pub(super) fn tick_words(tick: f64) -> String {
    if (tick - tick.round()).abs() < 1e-9 { format!("{tick:.0}") } else { format!("{tick:.1}") }
}

/// Days across a region.
#[derive(Debug, Clone, Copy)]
pub(super) struct DayAxis<'d> {
    pub days: &'d [PictureDay],
    /// The region of the picture itself.
    pub plot: Frame,
}

impl DayAxis<'_> {
    /// Width of a day.
    pub fn step(&self) -> f32 {
        self.plot.width / self.days.len().max(1) as f32
    }

    /// The column of a day.
    pub fn column(&self, day: usize) -> Frame {
        Frame { x: self.plot.x + day as f32 * self.step(), width: self.step(), ..self.plot }
    }

    /// Shades the days off; below everything else.
    pub fn shade(&self, board: &mut Board<'_>) {
        for (at, _) in self.days.iter().enumerate().filter(|(_, day)| !day.school) {
            board.pen.fill(self.column(at), Ink::Pale);
        }
    }

    /// Day and month below the picture, and what can be asked about.
    pub fn labels(&self, board: &mut Board<'_>, tr: &Tr) {
        let em = board.em;
        let top = self.plot.y + self.plot.height;
        let style = board.style();
        let every = [1, 7, 14, 28].into_iter().find(|days| self.step() * *days as f32 >= 1.5 * em);
        let every = every.unwrap_or(56);
        let monday = self.days.iter().position(|day| day.date.weekday() == Weekday::Mon).unwrap_or(0);
        let ticked = |at: usize| at % every == monday % every;
        for (at, day) in self.days.iter().enumerate() {
            let column = self.column(at);
            board.spots.push(Spot { frame: column, day: at, row: 0 });
            if !ticked(at) {
                continue;
            }
            let ink = if day.school { Ink::Black } else { Ink::Grey };
            let middle = column.x + column.width / 2.0;
            let words = day.date.day().to_string();
            let width = board.pen.measure(style, &words);
            // The last one may stand at the very edge.
            let x = (middle - width / 2.0).min(self.plot.x + self.plot.width - width);
            board.pen.line([middle, top], [middle, top + 0.25 * em], board.hair(), Ink::Grey);
            board.pen.text(x, top + 1.2 * em, style.ink(ink), &words);
        }
        self.months(board, top + 1.35 * em, tr);
    }

    /// The months below the days, each where it begins.
    fn months(&self, board: &mut Board<'_>, top: f32, tr: &Tr) {
        let em = board.em;
        let style = board.style();
        for (at, group) in month_starts(self.days) {
            let word = tr.month(group.date);
            let x = self.column(at).x;
            let end = month_starts(self.days)
                .find(|(other, _)| *other > at)
                .map_or(self.plot.x + self.plot.width, |(other, _)| self.column(other).x);
            if at > 0 {
                board.pen.line([x, top - 1.3 * em], [x, top + 1.2 * em], board.hair(), Ink::Grey);
            }
            // A month of which too little shows is told by the next one.
            if board.pen.measure(style, &word) + 0.4 * em
                <= (end - x).max(if at == 0 { 0.0 } else { 2.0 * em })
            {
                board.pen.text(x + 0.3 * em, top + 1.05 * em, style, &word);
            }
        }
    }
}

/// The first day, and each first day of a month, with its place.
fn month_starts(days: &[PictureDay]) -> impl Iterator<Item = (usize, &PictureDay)> {
    days.iter().enumerate().filter(|(at, day)| *at == 0 || day.date.day() == 1)
}

/// The lines and labels of an upward axis; answers nothing, since the region was made before.
pub(super) fn upward(board: &mut Board<'_>, plot: Frame, ticks: &[f64], sign: &str) {
    let em = board.em;
    let most = ticks.last().copied().unwrap_or(1.0);
    let style = board.style();
    for tick in ticks {
        let y = plot.y + plot.height * (1.0 - (tick / most) as f32);
        let ink = if *tick == 0.0 { Ink::Black } else { Ink::Step(2) };
        // A ground, so that what lies on it hides it.
        let thin = Frame { y: y - board.hair() / 2.0, height: board.hair(), ..plot };
        board.pen.fill(thin, ink);
        let words = format!("{}{sign}", tick_words(*tick));
        let width = board.pen.measure(style, &words);
        board.pen.text(plot.x - width - 0.35 * em, y + 0.36 * em, style, &words);
    }
    board.pen.line([plot.x, plot.y], [plot.x, plot.y + plot.height], board.hair() * 1.5, Ink::Black);
}

/// Width of the labels of an upward axis.
pub(super) fn gutter(board: &Board<'_>, ticks: &[f64], sign: &str) -> f32 {
    let style = board.style();
    let widths = ticks.iter().map(|tick| board.pen.measure(style, &format!("{}{sign}", tick_words(*tick))));
    widths.fold(0.0, f32::max) + 0.5 * board.em
}
