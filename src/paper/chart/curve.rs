//! The epidemic curve: a square for each new illness, on its day of onset.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::axis::{DAY_LABELS, DayAxis, gutter, ticks, upward};
use super::{Board, Chart, letter};
use crate::domain::picture::{EpidemicCurve, PictureDay, Split};
use crate::i18n::Tr;
use crate::paper::font::Fonts;
use crate::paper::layout::{Align, Frame, Ink};

/// An epidemic curve to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct CurveChart<'a> {
    /// Its figures.
    pub curve: &'a EpidemicCurve,
    /// Names of its parts.
    pub names: &'a [String],
    /// Days on which alerts were raised.
    pub alerts: &'a BTreeSet<NaiveDate>,
}

impl CurveChart<'_> {
    /// Draws it into a region, with texts of so many mm.
    pub fn draw(&self, fonts: &Fonts, frame: Frame, em: f32, tr: &Tr) -> Chart {
        let mut board = Board::new(fonts, em);
        let days: Vec<PictureDay> = self.curve.days.iter().map(|day| day.day).collect();
        match self.curve.split {
            Split::Class => self.stacked(&mut board, frame, &days, tr),
            Split::Symptom => self.rows(&mut board, frame, &days, tr),
        }
        board.finish()
    }

    /// Bars of which each class is a part.
    fn stacked(&self, board: &mut Board<'_>, frame: Frame, days: &[PictureDay], tr: &Tr) {
        let em = board.em;
        let legend = self.legend(board, frame, tr);
        // Three lines one below the other: what is counted, alerts, the figure of the highest bar.
        let top = frame.y + legend + 3.5 * em;
        let height = (frame.y + frame.height - top - DAY_LABELS * em).max(2.0 * em);
        let count = ((height / (1.6 * em)) as usize).clamp(2, 8);
        let ticks = ticks(self.curve.most() as f64, count, true);
        let left = gutter(board, &ticks, "");
        let plot = Frame { x: frame.x + left, y: top, width: frame.width - left, height };
        let axis = DayAxis { days, plot };
        axis.shade(board);
        upward(board, plot, &ticks, "");
        board.pen.text(frame.x, frame.y + legend + 1.05 * em, board.style(), &tr.picture_axis_persons());
        let unit = height / ticks.last().copied().unwrap_or(1.0) as f32;
        let mut stacks = Vec::new();
        for (at, day) in self.curve.days.iter().enumerate() {
            let column = axis.column(at);
            let parts: Vec<(usize, usize)> = day.counts.iter().copied().enumerate().collect();
            stacks.push((column, parts, day.total()));
        }
        for (column, parts, total) in stacks {
            stack(board, column, &parts, unit);
            figure(board, column, total, unit, frame.y);
        }
        self.marks(board, &axis, plot.y - 2.2 * em);
        axis.labels(board, tr);
    }

    /// A row for everybody and one for each symptom, all of one scale.
    fn rows(&self, board: &mut Board<'_>, frame: Frame, days: &[PictureDay], tr: &Tr) {
        let em = board.em;
        let head = 1.5 * em;
        let most: Vec<usize> =
            std::iter::once(self.curve.most()).chain(self.curve.series.iter().map(|it| it.most)).collect();
        let marks = if self.alerts.is_empty() { 0.2 } else { 1.1 } * em;
        let room = frame.height - DAY_LABELS * em - head * most.len() as f32 - marks - 0.8 * em;
        let units: usize = most.iter().map(|most| (*most).max(1)).sum();
        let unit = (room / units.max(1) as f32).clamp(0.02 * em, 2.0 * em);
        let step = ((0.9 * em / unit).ceil() as usize).max(1);
        let left = gutter(board, &[most.first().copied().unwrap_or(0) as f64], "");
        let mut y = frame.y + marks;
        for (row, most) in most.iter().enumerate() {
            let height = unit * (*most).max(1) as f32;
            let plot = Frame { x: frame.x + left, y: y + head, width: frame.width - left, height };
            let axis = DayAxis { days, plot };
            axis.shade(board);
            // Only the highest is written: the rows have one scale.
            let ticks = if *most >= step.min(2) { vec![0.0, *most as f64] } else { vec![0.0] };
            let scale = Frame { height, ..plot };
            if *most > 0 {
                upward(board, scale, &ticks, "");
            } else {
                board.pen.line(
                    [plot.x, plot.y + height],
                    [plot.x + plot.width, plot.y + height],
                    board.hair(),
                    Ink::Black,
                );
            }
            self.row_name(board, row, Frame { y, height: head, ..plot }, tr);
            for (at, day) in self.curve.days.iter().enumerate() {
                let count = match row.checked_sub(1) {
                    None => day.total(),
                    Some(part) => day.counts.get(part).copied().unwrap_or(0),
                };
                let part = row.checked_sub(1).map_or(0, |part| part + 1);
                stack(board, axis.column(at), &[(part, count)], unit);
                figure(board, axis.column(at), count, unit, plot.y);
            }
            if row == 0 {
                self.marks(board, &axis, frame.y + 0.2 * em);
            }
            y += head + height;
        }
        let whole = Frame { x: frame.x + left, y: frame.y, width: frame.width - left, height: y - frame.y };
        DayAxis { days, plot: whole }.labels(board, tr);
    }

    fn row_name(&self, board: &mut Board<'_>, row: usize, frame: Frame, tr: &Tr) {
        let em = board.em;
        let baseline = board.baseline(frame.y, frame.height);
        let words = match row.checked_sub(1).and_then(|part| Some((part, self.curve.series.get(part)?))) {
            None => tr.picture_row_all(self.curve.persons),
            Some((part, series)) => {
                tr.picture_row(series.total, self.names.get(part).map_or("", String::as_str))
            }
        };
        let swatch =
            Frame { x: frame.x + 0.3 * em, y: frame.y + 0.35 * em, width: 1.4 * em, height: 0.9 * em };
        board.part(swatch, row, None);
        board.pen.border(swatch, board.hair());
        board.pen.text(swatch.x + swatch.width + 0.4 * em, baseline, board.bold(), &words);
    }

    /// What the parts are, in lines above the picture; answers their height.
    fn legend(&self, board: &mut Board<'_>, frame: Frame, tr: &Tr) -> f32 {
        let em = board.em;
        let line = 1.6 * em;
        let (mut x, mut y) = (frame.x, frame.y);
        for (part, series) in self.curve.series.iter().enumerate() {
            let name = self.names.get(part).map_or("", String::as_str);
            let words = tr.picture_row(series.total, name);
            let width = 1.9 * em + board.pen.measure(board.style(), &words) + 1.2 * em;
            if x > frame.x && x + width > frame.x + frame.width {
                x = frame.x;
                y += line;
            }
            let swatch = Frame { x, y: y + 0.15 * em, width: 1.5 * em, height: 1.25 * em };
            board.part(swatch, part, Some(&letter(part)));
            board.pen.border(swatch, board.hair());
            let baseline = board.baseline(y, line);
            board.pen.text(x + 1.9 * em, baseline, board.style(), &words);
            x += width;
        }
        if self.curve.series.is_empty() { 0.0 } else { y + line - frame.y }
    }

    /// A triangle above each day that raised an alert.
    fn marks(&self, board: &mut Board<'_>, axis: &DayAxis<'_>, top: f32) {
        let em = board.em;
        for (at, day) in axis.days.iter().enumerate().filter(|(_, day)| self.alerts.contains(&day.date)) {
            debug_assert!(self.curve.days.get(at).is_some_and(|it| it.day.date == day.date));
            let column = axis.column(at);
            let half = (0.42 * em).min(column.width * 0.45);
            let x = column.x + column.width / 2.0;
            let [left, right, tip] = [[x - half, top], [x + half, top], [x, top + 1.7 * half]];
            let mut lines = vec![[left, right], [right, tip], [tip, left]];
            // Filled, so that it is seen among hatched bars.
            let rows = 7;
            lines.extend((1..rows).map(|row| {
                let share = row as f32 / rows as f32;
                let (wide, y) = (half * (1.0 - share), top + 1.7 * half * share);
                [[x - wide, y], [x + wide, y]]
            }));
            board.pen.strokes(lines, 1.7 * half / rows as f32 * 1.1, Ink::Black);
        }
    }
}

/// The bar of a day: its parts from below, each illness a square where squares can be seen.
fn stack(board: &mut Board<'_>, column: Frame, parts: &[(usize, usize)], unit: f32) {
    let bottom = column.y + column.height;
    let lettered = parts.len() > 1;
    let mut done = 0;
    for (part, count) in parts.iter().copied().filter(|(_, count)| *count > 0) {
        let height = count as f32 * unit;
        let frame = Frame { y: bottom - (done + count) as f32 * unit, height, ..column };
        board.part(frame, part, Some(&letter(part)).filter(|_| lettered).map(String::as_str));
        board.pen.border(frame, board.hair() * 1.5);
        if unit >= 0.55 * board.em {
            board.squares(frame, count, lettered);
        }
        done += count;
    }
}

/// How many, above a bar, where there is room between its top and `ceiling`.
fn figure(board: &mut Board<'_>, column: Frame, count: usize, unit: f32, ceiling: f32) {
    let em = board.em;
    let top = column.y + column.height - count as f32 * unit;
    if count > 0 && column.width >= 1.25 * em && top - ceiling >= 1.1 * em {
        let (style, words) = (board.style(), count.to_string());
        board.pen.aligned(column.x, column.width, top - 0.2 * em, style, Align::Centre, &words);
    }
}
