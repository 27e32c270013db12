//! Classes by day: the figure in each cell, the cell the darker the more of the class are ill.

use std::ops::Range;

use chrono::Datelike;

use super::{Board, Chart, Spot};
use crate::domain::picture::{CellState, HeatCell, HeatMap};
use crate::i18n::Tr;
use crate::paper::font::Fonts;
use crate::paper::layout::{Align, Cell, Frame, Ink, Style};

/// Least and greatest width and height of a cell, in em.
const WIDTH: (f32, f32) = (1.75, 2.6);
const HEIGHT: (f32, f32) = (1.45, 2.1);
/// Widest name of a class, in em.
const NAME: f32 = 7.5;
/// Height of months, days and weekdays, and of a line of signs, in em.
const HEAD: f32 = 4.1;
const SIGNS: f32 = 1.8;

/// Classes by day to be drawn.
#[derive(Debug, Clone, Copy)]
pub struct HeatChart<'a> {
    /// Its figures.
    pub heat: &'a HeatMap,
    /// Names of its classes.
    pub names: &'a [String],
    /// Shares, per cent, at which cells grow darker.
    pub steps: &'a [f64],
}

/// What of a map stands in one picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeatPart {
    /// Places of its classes.
    pub rows: Range<usize>,
    /// Places of its days.
    pub days: Range<usize>,
}

impl HeatChart<'_> {
    /// The parts that such a region holds one by one, classes first.
    pub fn parts(&self, fonts: &Fonts, frame: Frame, em: f32, tr: &Tr) -> Vec<HeatPart> {
        let (width, height) = (frame.width, frame.height);
        let signs = self.signs(&mut Board::new(fonts, em), frame, tr);
        let room = |room: f32, least: f32| ((room / (least * em)) as usize).max(1);
        let days = room(width - NAME * em, WIDTH.0);
        // Whole weeks, where there is room for one.
        let days = if days >= self.heat.days.len() || days < 7 { days } else { days / 7 * 7 };
        let rows = room(height - HEAD * em - signs, HEIGHT.0);
        let rows = pieces(self.heat.rows.len(), rows, false);
        let days = pieces(self.heat.days.len(), days, true);
        let of_days = |days: Range<usize>| {
            rows.iter().map(move |rows| HeatPart { rows: rows.clone(), days: days.clone() })
        };
        days.into_iter().flat_map(of_days).collect()
    }

    /// The part that shows a day and a row, filled up to the left and upwards where it would be the smaller rest.
    pub fn part_around(
        &self,
        (day, row): (usize, usize),
        fonts: &Fonts,
        frame: Frame,
        em: f32,
        tr: &Tr,
    ) -> Option<HeatPart> {
        let parts = self.parts(fonts, frame, em, tr);
        let largest = parts.first()?;
        let holds = |part: &&HeatPart| part.days.contains(&day) && part.rows.contains(&row);
        let part = parts.iter().find(holds).unwrap_or(largest);
        let filled = |own: &Range<usize>, most: &Range<usize>| own.end.saturating_sub(most.len())..own.end;
        Some(HeatPart { rows: filled(&part.rows, &largest.rows), days: filled(&part.days, &largest.days) })
    }

    /// Draws a part into a region, with texts of so many mm.
    pub fn draw(&self, part: &HeatPart, fonts: &Fonts, frame: Frame, em: f32, tr: &Tr) -> Chart {
        let mut board = Board::new(fonts, em);
        let signs = self.signs(&mut board, frame, tr);
        let (count, rows) = (part.days.len().max(1) as f32, part.rows.len().max(1) as f32);
        let width = ((frame.width - NAME * em) / count).clamp(WIDTH.0 * em, WIDTH.1 * em);
        let height = (frame.height - signs - HEAD * em) / rows;
        let height = height.clamp(HEIGHT.0 * em, HEIGHT.1 * em);
        let top = frame.y + signs + HEAD * em;
        let grid = Grid { x: frame.x + NAME * em, y: top, width, height };
        self.head(&mut board, part, &grid, tr);
        for (line, row) in part.rows.clone().enumerate() {
            let name = self.names.get(row).map_or("", String::as_str);
            let room =
                Frame { x: frame.x, y: grid.y + line as f32 * height, width: (NAME - 0.4) * em, height };
            let cell = Cell::fit(board.pen.fonts, name, board.style(), 0.62 * em, room.width, height);
            cell.set(&mut board.pen, room, Align::Right);
            for (column, day) in part.days.clone().enumerate() {
                let Some(cell) = self.heat.rows.get(row).and_then(|row| row.cells.get(day)) else { continue };
                let place = grid.cell(line, column);
                board.spots.push(Spot { frame: place, day, row });
                draw_cell(&mut board, place, *cell);
            }
        }
        grid.rules(&mut board, part);
        board.finish()
    }

    /// Months, days and weekdays above the cells.
    fn head(&self, board: &mut Board<'_>, part: &HeatPart, grid: &Grid, tr: &Tr) {
        let em = board.em;
        let days = self.heat.days.get(part.days.clone()).unwrap_or_default();
        let mut written = f32::MIN;
        for (column, day) in days.iter().enumerate() {
            let place = grid.cell(0, column);
            let style = board.style().ink(if day.school { Ink::Black } else { Ink::Grey });
            let line = |up: f32| grid.y - up * em;
            if column == 0 || day.date.day() == 1 {
                let word = tr.month(day.date);
                // The first month gives way to the next where too little of it shows.
                let next = days.iter().skip(column + 1).position(|day| day.date.day() == 1);
                let room = next.map_or(f32::MAX, |next| (next + 1) as f32 * grid.width);
                let width = board.pen.measure(board.style(), &word);
                if place.x > written && width <= room {
                    board.pen.text(place.x + 0.1 * em, line(3.0), board.style(), &word);
                    written = place.x + width;
                }
            }
            let number = day.date.day().to_string();
            board.pen.aligned(place.x, place.width, line(1.65), style, Align::Centre, &number);
            let weekday = Style { size: 0.85 * em, ..style };
            let name = tr.picture_weekday(day.date.weekday().number_from_monday());
            board.pen.aligned(place.x, place.width, line(0.4), weekday, Align::Centre, &name);
        }
    }

    /// What the cells mean, in lines above them; answers their height.
    fn signs(&self, board: &mut Board<'_>, frame: Frame, tr: &Tr) -> f32 {
        let em = board.em;
        let step = |at: usize| self.steps.get(at).map(|share| format!("{share:.0}%")).unwrap_or_default();
        let ill = |step: usize| HeatCell { state: CellState::Checked, ill: step, head_count: 0, step };
        let blank = |state| HeatCell { state, ill: 0, head_count: 0, step: 0 };
        let samples = [
            (blank(CellState::Checked), tr.picture_cell_zero()),
            (ill(1), tr.picture_cell_below(&step(0))),
            (ill(2), tr.picture_cell_from(&step(0))),
            (ill(3), tr.picture_cell_from(&step(1))),
            (ill(4), tr.picture_cell_from(&step(2))),
            (blank(CellState::Unchecked), tr.picture_cell_unchecked()),
            (HeatCell { state: CellState::Partly, ..ill(1) }, tr.picture_cell_partly()),
            (blank(CellState::Off), tr.picture_cell_off()),
        ];
        let line = SIGNS * em;
        let (mut x, mut y) = (frame.x, frame.y);
        for (cell, words) in samples {
            let width = 2.3 * em + board.pen.measure(board.style(), &words) + 1.0 * em;
            if x > frame.x && x + width > frame.x + frame.width {
                x = frame.x;
                y += line;
            }
            let place = Frame { x, y: y + 0.15 * em, width: 1.8 * em, height: 1.5 * em };
            draw_cell(board, place, cell);
            board.pen.border(place, board.hair());
            let baseline = board.baseline(y, line);
            board.pen.text(x + 2.2 * em, baseline, board.style(), &words);
            x += width;
        }
        y + line - frame.y
    }
}

/// Where the cells lie.
struct Grid {
    x: f32,
    y: f32,
    width: f32,
    height: f32,
}

impl Grid {
    fn cell(&self, line: usize, column: usize) -> Frame {
        let (x, y) = (self.x + column as f32 * self.width, self.y + line as f32 * self.height);
        Frame { x, y, width: self.width, height: self.height }
    }

    /// Hairlines between the cells, heavier every five classes.
    fn rules(&self, board: &mut Board<'_>, part: &HeatPart) {
        let (rows, columns) = (part.rows.len(), part.days.len());
        let (right, bottom) = (self.x + columns as f32 * self.width, self.y + rows as f32 * self.height);
        for line in 0..=rows {
            let y = self.y + line as f32 * self.height;
            let width = if line % 5 == 0 || line == rows { 2.5 } else { 1.0 };
            board.pen.line([self.x, y], [right, y], board.hair() * width, Ink::Grey);
        }
        for column in 0..=columns {
            let x = self.x + column as f32 * self.width;
            board.pen.line([x, self.y], [x, bottom], board.hair(), Ink::Grey);
        }
    }
}

/// Zero, a figure, a ring where nobody looked, hatching where there was no school.
fn draw_cell(board: &mut Board<'_>, place: Frame, cell: HeatCell) {
    let inner = Frame {
        x: place.x + 0.12 * board.em,
        y: place.y + 0.12 * board.em,
        width: place.width - 0.24 * board.em,
        height: place.height - 0.24 * board.em,
    };
    let step = u8::try_from(cell.step).unwrap_or(Ink::DARKEST).min(Ink::DARKEST);
    let looked = matches!(cell.state, CellState::Partly | CellState::Checked);
    if cell.state == CellState::Off {
        board.pen.fill(place, Ink::Pale);
        if cell.ill == 0 {
            board.hatch(inner, (1.0, -1.0), None, Ink::Light);
            return;
        }
    }
    if looked && step > 0 {
        board.pen.fill(place, Ink::Step(step));
    }
    let ink = match (cell.ill, step, looked) {
        (0, ..) => Ink::Light,
        (_, Ink::DARKEST, true) => Ink::White,
        _ => Ink::Black,
    };
    let words = match (cell.state, cell.ill) {
        (CellState::None, 0) => return,
        // Typed but not confirmed: the figure stands, and nobody may take it for the day's.
        (CellState::Unchecked, 0) => "○".to_owned(),
        (CellState::Unchecked, ill) => format!("{ill}?"),
        (CellState::Partly, ill) => format!("{ill}°"),
        (CellState::None | CellState::Off | CellState::Checked, ill) => ill.to_string(),
    };
    let style = if cell.ill > 0 { board.bold() } else { board.style() }.ink(ink);
    let cell = Cell::fit(board.pen.fonts, &words, style, 0.6 * board.em, inner.width, inner.height);
    cell.set(&mut board.pen, place, Align::Centre);
}

/// So many things in pieces of at most so many, as even as can be, or each but the last full; of nothing one empty piece.
fn pieces(count: usize, most: usize, full: bool) -> Vec<Range<usize>> {
    let parts = count.div_ceil(most.max(1)).max(1);
    let size = if full { most } else { count.div_ceil(parts) };
    (0..parts).map(|part| (part * size).min(count)..((part + 1) * size).min(count)).collect()
}
