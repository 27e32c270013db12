//! Rows of a list of any length: only those in or near sight and around the chosen one are made, and room is kept for
//! the others, so that a frame costs the same for sixty rows and for thirty thousand.
//!
//! ```no_run
//! use chenjian::gui::{Element, widget::{LongRows, Sight, row_button, text}};
//! let rows = LongRows::new(&vec![28.0; 3000], Sight::default(), Some(7));
//! let names: Element<'_, usize> = rows.made(|at| row_button(format!("row-{at}"), text("甲"), at).into()).0;
//! ```

use std::ops::Range;

use iced::Length::Fill;
use iced::widget::{Column as Stack, scrollable, space};

use crate::gui::Element;

/// Rows are made this far above and below what is in sight, in pixels: more than one turn of the wheel.
const MARGIN: f32 = 400.0;
/// The rows that are made change only at every so many, so that most turns of the wheel lay out nothing.
const STEP: usize = 8;

/// Which part of a list is in sight, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sight {
    offset: f32,
    height: f32,
}

impl Default for Sight {
    /// The beginning, until the list says more.
    fn default() -> Self {
        Self { offset: 0.0, height: 800.0 }
    }
}

impl Sight {
    /// What `on_scroll` tells.
    pub fn of(viewport: &scrollable::Viewport) -> Self {
        Self { offset: viewport.absolute_offset().y, height: viewport.bounds().height }
    }
}

/// The rows to be made, as runs of places with the room before each.
#[derive(Debug, Clone, PartialEq)]
pub struct LongRows {
    runs: Vec<(f32, Range<usize>)>,
    after: f32,
    chosen: Option<usize>,
}

impl LongRows {
    /// `heights`: of every row, in pixels; `chosen`: the row that is made wherever it stands, so that it can be
    /// brought into view.
    pub fn new(heights: &[f32], sight: Sight, chosen: Option<usize>) -> Self {
        let (from, to) = (sight.offset - MARGIN, sight.offset + sight.height + MARGIN);
        let (mut first, mut last, mut y) = (heights.len(), 0, 0.0);
        for (at, height) in heights.iter().enumerate() {
            if y + height >= from && y <= to {
                (first, last) = (first.min(at), at + 1);
            }
            y += height;
        }
        let wide = |range: Range<usize>| {
            range.start / STEP * STEP..(range.end.div_ceil(STEP) * STEP).min(heights.len())
        };
        let mut ranges = vec![wide(first.min(last)..last)];
        if let Some(at) = chosen.filter(|at| *at < heights.len()) {
            ranges.push(wide(at..at + 1));
        }
        ranges.sort_by_key(|range| range.start);
        let (mut runs, mut done): (Vec<(f32, Range<usize>)>, usize) = (Vec::new(), 0);
        for range in ranges {
            let range = range.start.max(done)..range.end;
            if range.is_empty() {
                continue;
            }
            match runs.last_mut() {
                Some((_, before)) if before.end == range.start => before.end = range.end,
                _ => runs.push((sum(heights, done..range.start), range.clone())),
            }
            done = range.end;
        }
        Self { runs, after: sum(heights, done..heights.len()), chosen }
    }

    /// The list, and the place of the chosen row among its children.
    pub fn made<'a, M: 'a>(&self, row: impl Fn(usize) -> Element<'a, M>) -> (Element<'a, M>, Option<usize>) {
        let (mut children, mut place) = (Vec::new(), None);
        // A column drops children without a size, and their places with them.
        let room = |height: f32| (height > 0.0).then(|| space().width(Fill).height(height).into());
        for (before, run) in &self.runs {
            children.extend(room(*before));
            for at in run.clone() {
                if self.chosen == Some(at) {
                    place = Some(children.len());
                }
                children.push(row(at));
            }
        }
        children.extend(room(self.after));
        (Stack::with_children(children).width(Fill).into(), place)
    }

    /// How many rows are made.
    #[cfg(test)]
    fn count(&self) -> usize {
        self.runs.iter().map(|(_, run)| run.len()).sum()
    }
}

fn sum(heights: &[f32], range: Range<usize>) -> f32 {
    heights.get(range).unwrap_or_default().iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::gui::widget::stage::Stage;
    use crate::gui::widget::{scroll, text};

    #[test]
    fn few_rows_are_made_and_all_have_their_room() {
        let heights = vec![28.0; 30_000];
        for (offset, chosen) in [(0.0, Some(0)), (420_000.0, Some(3)), (839_000.0, None)] {
            let sight = Sight { offset, height: 500.0 };
            let rows = LongRows::new(&heights, sight, chosen);
            assert!(rows.count() < 80, "{offset}: {}", rows.count());
            let room: f32 = rows.runs.iter().map(|(before, run)| before + run.len() as f32 * 28.0).sum();
            assert!((room + rows.after - 840_000.0).abs() < 64.0, "{offset}: {room} {}", rows.after);
            let in_sight = (offset / 28.0) as usize..((offset + 500.0) / 28.0) as usize;
            assert!(in_sight.clone().all(|at| rows.runs.iter().any(|(_, run)| run.contains(&at))));
            assert!(chosen.is_none_or(|at| rows.runs.iter().any(|(_, run)| run.contains(&at))));
        }
        assert_eq!(LongRows::new(&[], Sight::default(), None).count(), 0);
    }

    #[test]
    fn the_chosen_row_is_known_among_the_children() {
        let heights = vec![20.0; 500];
        let rows = LongRows::new(&heights, Sight::default(), Some(400));
        let (list, place) = rows.made::<()>(|at| text(format!("row {at}")).into());
        let made = place.unwrap();
        assert!(made > 8 && made < 100, "{made}");
        let (_, first) = LongRows::new(&heights, Sight::default(), Some(0)).made::<()>(|_| text("").into());
        assert_eq!(first, Some(0), "no room before the first row");
        let mut stage = Stage::new(scroll(list), (300.0, 200.0));
        assert!(stage.words().contains(&"row 400".to_owned()));
        assert!(!stage.words().contains(&"row 300".to_owned()));
    }
}
