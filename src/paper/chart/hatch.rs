//! Hatching: how parts differ where there is no colour.

use super::Board;
use crate::paper::layout::{Frame, Ink, Style};

/// From one line of a hatching to the next, in em.
const PITCH: f32 = 0.42;

/// Directions of the hatching of each part; a part without any is flat.
fn directions(part: usize) -> &'static [(f32, f32)] {
    match part % 8 {
        1 => &[(1.0, 1.0)],
        3 => &[(1.0, -1.0)],
        5 => &[(1.0, 1.0), (1.0, -1.0)],
        6 => &[(1.0, 0.0)],
        _ => &[],
    }
}

/// The colours of a part by its place.
fn place(part: usize) -> u8 {
    (part % 8) as u8
}

impl Board<'_> {
    /// A region in the look of a part; with its letter where there is room for it.
    pub(super) fn part(&mut self, frame: Frame, part: usize, letter: Option<&str>) {
        self.pen.fill(frame, Ink::Part(place(part)));
        let room = frame.height >= 1.15 * self.em && frame.width >= 0.95 * self.em;
        let letter = letter.filter(|_| room);
        let hole = letter.map(|_| self.hole(frame));
        if part % 8 == 4 {
            self.dots(frame, hole);
        }
        for direction in directions(part) {
            self.hatch(frame, *direction, hole, Ink::Hatch(place(part)));
        }
        if let Some(letter) = letter {
            let ink = if part.is_multiple_of(8) { Ink::White } else { Ink::Black };
            let style = Style { size: 0.9 * self.em, ink, ..self.bold() };
            let baseline = frame.y + frame.height / 2.0 + 0.38 * style.size;
            self.pen.aligned(
                frame.x,
                frame.width,
                baseline,
                style,
                crate::paper::layout::Align::Centre,
                letter,
            );
        }
    }

    /// Where the letter of a part stands.
    fn hole(&self, frame: Frame) -> Frame {
        let (width, height) = (0.8 * self.em, 1.0 * self.em);
        let x = frame.x + (frame.width - width) / 2.0;
        Frame { x, y: frame.y + (frame.height - height) / 2.0, width, height }
    }

    /// Lines between the squares of a part, so many, around its letter.
    pub(super) fn squares(&mut self, frame: Frame, count: usize, letter: bool) {
        let room = letter && frame.height >= 1.15 * self.em && frame.width >= 0.95 * self.em;
        let hole = room.then(|| self.hole(frame));
        let lines = (1..count).flat_map(|line| {
            let y = frame.y + frame.height * line as f32 / count as f32;
            within([frame.x, y], [frame.x + frame.width, y], Frame { y: y - 1.0, height: 2.0, ..frame }, hole)
        });
        let lines = lines.collect();
        self.pen.strokes(lines, self.hair(), Ink::Black);
    }

    /// Dots in rows; of neighbouring regions they run on.
    fn dots(&mut self, frame: Frame, hole: Option<Frame>) {
        let (pitch, size) = (0.44 * self.em, 0.15 * self.em);
        let places = |from: f32, length: f32| {
            let first = ((from + 0.1 * self.em) / pitch).ceil() as i32;
            let last = ((from + length - 0.1 * self.em) / pitch).floor() as i32;
            (first..=last).map(move |at| at as f32 * pitch)
        };
        let free = |x: f32, y: f32| {
            hole.is_none_or(|hole| {
                x < hole.x || x > hole.x + hole.width || y < hole.y || y > hole.y + hole.height
            })
        };
        let mut lines = Vec::new();
        for y in places(frame.y, frame.height) {
            let row = places(frame.x, frame.width).filter(|x| free(*x, y));
            lines.extend(row.map(|x| [[x - size / 2.0, y], [x + size / 2.0, y]]));
        }
        self.pen.strokes(lines, size, Ink::Hatch(4));
    }

    /// Parallel strokes over a region but for a hole; of neighbouring regions they run on. The direction is that of the
    /// normal: `(0, 1)` lies, `(1, 0)` stands.
    pub(super) fn hatch(&mut self, frame: Frame, normal: (f32, f32), hole: Option<Frame>, ink: Ink) {
        let (nx, ny) = normal;
        let pitch = PITCH * self.em * (nx * nx + ny * ny).sqrt();
        let corners = [(0.0, 0.0), (frame.width, 0.0), (0.0, frame.height), (frame.width, frame.height)];
        let along = corners.map(|(x, y)| (frame.x + x) * nx + (frame.y + y) * ny);
        let least = along.iter().copied().fold(f32::MAX, f32::min);
        let most = along.iter().copied().fold(f32::MIN, f32::max);
        let mut lines = Vec::new();
        let mut at = (least / pitch).ceil() * pitch;
        let reach = frame.width + frame.height;
        while at < most {
            let square = nx * nx + ny * ny;
            let foot = [at * nx / square, at * ny / square];
            let centre = [frame.x + frame.width / 2.0, frame.y + frame.height / 2.0];
            let shift = (centre[0] - foot[0]) * -ny + (centre[1] - foot[1]) * nx;
            let middle = [foot[0] - ny * shift / square, foot[1] + nx * shift / square];
            let from = [middle[0] + ny * reach, middle[1] - nx * reach];
            let to = [middle[0] - ny * reach, middle[1] + nx * reach];
            lines.extend(within(from, to, frame, hole));
            at += pitch;
        }
        self.pen.strokes(lines, 0.055 * self.em, ink);
    }
}

/// The pieces of a stroke that lie in a region and not in its hole.
fn within(from: [f32; 2], to: [f32; 2], frame: Frame, hole: Option<Frame>) -> Vec<[[f32; 2]; 2]> {
    let Some((start, end)) = clip(from, to, frame) else { return Vec::new() };
    let point = |t: f32| [from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t];
    let pieces = match hole.and_then(|hole| clip(from, to, hole)) {
        Some((first, last)) => vec![(start, first.max(start)), (last.min(end), end)],
        None => vec![(start, end)],
    };
    pieces.into_iter().filter(|(a, b)| b - a > 1e-4).map(|(a, b)| [point(a), point(b)]).collect()
}

/// The part of a stroke, from 0 to 1, that lies in a region.
fn clip(from: [f32; 2], to: [f32; 2], frame: Frame) -> Option<(f32, f32)> {
    let (mut start, mut end) = (0.0_f32, 1.0_f32);
    let sides =
        [(from[0], to[0], frame.x, frame.x + frame.width), (from[1], to[1], frame.y, frame.y + frame.height)];
    for (a, b, low, high) in sides {
        let step = b - a;
        if step.abs() < 1e-6 {
            if a < low || a > high {
                return None;
            }
            continue;
        }
        let (one, other) = ((low - a) / step, (high - a) / step);
        start = start.max(one.min(other));
        end = end.min(one.max(other));
    }
    (start < end).then_some((start, end))
}
