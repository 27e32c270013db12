//! The rate of absence by day over the band in which it usually lies.

use super::axis::{DAY_LABELS, DayAxis, gutter, ticks, upward};
use super::{Board, Chart};
use crate::domain::picture::{AbsenceBand, BandDay, PictureDay, RateState};
use crate::i18n::Tr;
use crate::paper::font::Fonts;
use crate::paper::layout::{Align, Frame, Ink, Style};

/// A rate with its band to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct BandChart<'a> {
    /// Its figures.
    pub band: &'a AbsenceBand,
}

/// Radius of the mark of a day, in em.
const MARK: f32 = 0.3;

impl BandChart<'_> {
    /// Draws it into a region, with texts of so many mm.
    pub fn draw(&self, fonts: &Fonts, frame: Frame, em: f32, tr: &Tr) -> Chart {
        let mut board = Board::new(fonts, em);
        let days = &self.band.days;
        let most = days.iter().flat_map(|day| [day.rate, day.usual.map(|usual| usual.high)]);
        let most = most.flatten().fold(0.0, f64::max);
        let legend = legend(&mut board, frame, self.band.has_band(), tr);
        let top = frame.y + legend + 1.6 * em;
        let height = (frame.y + frame.height - top - DAY_LABELS * em).max(2.0 * em);
        // The highest mark keeps room for its figure.
        let ticks = ticks(most * 1.08, ((height / (1.8 * em)) as usize).clamp(2, 6), false);
        let left = gutter(&board, &ticks, "%");
        let plot = Frame { x: frame.x + left, y: top, width: frame.width - left, height };
        let shown: Vec<PictureDay> = days
            .iter()
            .map(|day| PictureDay { date: day.counted.date, school: day.state != RateState::Off })
            .collect();
        let axis = DayAxis { days: &shown, plot };
        axis.shade(&mut board);
        let scale = Scale { plot, most: ticks.last().copied().unwrap_or(1.0) };
        bands(&mut board, days, &axis, &scale);
        upward(&mut board, plot, &ticks, "%");
        course(&mut board, days, &axis, &scale);
        axis.labels(&mut board, tr);
        board.finish()
    }
}

struct Scale {
    plot: Frame,
    most: f64,
}

impl Scale {
    fn y(&self, rate: f64) -> f32 {
        self.plot.y + self.plot.height * (1.0 - (rate / self.most) as f32)
    }
}

/// The band as hatched steps, its middle as a heavy line.
fn bands(board: &mut Board<'_>, days: &[BandDay], axis: &DayAxis<'_>, scale: &Scale) {
    let em = board.em;
    let mut middles = Vec::new();
    for (at, day) in days.iter().enumerate() {
        let Some(usual) = day.usual else { continue };
        let column = axis.column(at);
        let (top, bottom) = (scale.y(usual.high), scale.y(usual.low));
        // A band of no height still shows as a line.
        let frame = Frame { y: top, height: (bottom - top).max(0.12 * em), ..column };
        board.pen.fill(frame, Ink::Step(1));
        board.hatch(frame, (1.0, 1.0), None, Ink::Grey);
        let (left, right, middle) = (column.x, column.x + column.width, scale.y(usual.median));
        middles.push([[left, middle], [right, middle]]);
    }
    board.pen.strokes(middles, 0.17 * em, Ink::Grey);
}

/// The rate: a line that breaks where nobody looked, a mark for each day, its figure where it lies above the band.
fn course(board: &mut Board<'_>, days: &[BandDay], axis: &DayAxis<'_>, scale: &Scale) {
    let em = board.em;
    let radius = (MARK * em).min(axis.step() * 0.4).max(0.12 * em);
    let mut lines = Vec::new();
    let mut before: Option<[f32; 2]> = None;
    let mut free = f32::MIN;
    for (at, day) in days.iter().enumerate() {
        let column = axis.column(at);
        let x = column.x + column.width / 2.0;
        match day.rate {
            Some(rate) => {
                let here = [x, scale.y(rate)];
                lines.extend(before.and_then(|before| between(before, here, 1.25 * radius)));
                mark(board, here, radius, day.state == RateState::Checked);
                before = Some(here);
                if day.above {
                    let words = format!("{rate:.1}%");
                    let style = board.bold();
                    let width = board.pen.measure(style, &words);
                    // Figures that would touch are left out; the day tells its own when it is asked.
                    // To the left of a line that rises to the next day.
                    let left = (x - width).max(scale.plot.x);
                    if left > free {
                        board.pen.text(left, here[1] - radius - 0.25 * em, style, &words);
                        free = left + width + 0.3 * em;
                    }
                }
            }
            None if day.state == RateState::Unchecked => {
                before = None;
                unchecked(board, x, scale.plot.y + scale.plot.height - 0.55 * em, axis.step());
            }
            None => {}
        }
    }
    board.pen.strokes(lines, 0.1 * em, Ink::Black);
}

/// The line between two marks without touching them.
fn between(from: [f32; 2], to: [f32; 2], radius: f32) -> Option<[[f32; 2]; 2]> {
    let (x, y) = (to[0] - from[0], to[1] - from[1]);
    let length = x.hypot(y);
    let share = radius / length.max(0.001);
    (share < 0.5).then(|| {
        let at = |share: f32| [from[0] + x * share, from[1] + y * share];
        [at(share), at(1.0 - share)]
    })
}

/// A filled square where everything was checked, an open one where a part was.
fn mark(board: &mut Board<'_>, [x, y]: [f32; 2], radius: f32, whole: bool) {
    let frame = Frame { x: x - radius, y: y - radius, width: 2.0 * radius, height: 2.0 * radius };
    board.pen.fill(frame, if whole { Ink::Black } else { Ink::White });
    board.pen.border(frame, 0.09 * board.em);
}

/// The ring of a day on which nobody looked.
fn unchecked(board: &mut Board<'_>, x: f32, y: f32, step: f32) {
    let size = board.em.min(step * 0.95);
    let style = Style { size, ink: Ink::Light, ..board.style() };
    board.pen.aligned(x - size, 2.0 * size, y + 0.38 * size, style, Align::Centre, "○");
}

/// What the signs mean, in lines above the picture; answers their height.
fn legend(board: &mut Board<'_>, frame: Frame, band: bool, tr: &Tr) -> f32 {
    let em = board.em;
    let line = 1.6 * em;
    let mut samples = vec![(Sample::Whole, tr.picture_sign_rate()), (Sample::Part, tr.picture_sign_partly())];
    samples.push((Sample::Ring, tr.picture_sign_unchecked()));
    if band {
        samples.push((Sample::Band, tr.picture_sign_band()));
        samples.push((Sample::Median, tr.picture_sign_median()));
    }
    let (mut x, mut y) = (frame.x, frame.y);
    for (sample, words) in samples {
        let width = 1.9 * em + board.pen.measure(board.style(), &words) + 1.2 * em;
        if x > frame.x && x + width > frame.x + frame.width {
            x = frame.x;
            y += line;
        }
        let middle = y + line / 2.0;
        let box_of = Frame { x, y: middle - 0.5 * em, width: 1.5 * em, height: em };
        match sample {
            Sample::Whole => mark(board, [x + 0.75 * em, middle], MARK * em, true),
            Sample::Part => mark(board, [x + 0.75 * em, middle], MARK * em, false),
            Sample::Ring => unchecked(board, x + 0.75 * em, middle, em),
            Sample::Band => {
                board.pen.fill(box_of, Ink::Step(1));
                board.hatch(box_of, (1.0, 1.0), None, Ink::Grey);
            }
            Sample::Median => {
                board.pen.strokes(vec![[[x, middle], [x + 1.5 * em, middle]]], 0.17 * em, Ink::Grey);
            }
        }
        let baseline = board.baseline(y, line);
        board.pen.text(x + 1.9 * em, baseline, board.style(), &words);
        x += width;
    }
    y + line - frame.y
}

enum Sample {
    Whole,
    Part,
    Ring,
    Band,
    Median,
}
