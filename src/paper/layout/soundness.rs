//! Whether everything on a document's sheets can be read.

use super::{Document, Text};

/// Edge that printers do not reach, mm.
const EDGE: f32 = 4.0;
/// How far texts may touch, mm.
const TOUCH: f32 = 0.05;

/// Something that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsound {
    /// Sheet, counted from 0.
    pub sheet: usize,
    /// The text; empty for a line or a rectangle.
    pub text: String,
    /// The text that it lies over; `None`: it reaches into the edge that printers do not reach.
    pub over: Option<String>,
}

impl Document {
    /// The first thing outside of a sheet's printable part, or the first text over another.
    pub fn unsound(&self) -> Option<Unsound> {
        self.sheets.iter().enumerate().find_map(|(number, sheet)| {
            let outside = sheet.items.iter().find(|item| {
                let [left, top, right, bottom] = item.bounds();
                !(left >= EDGE && top >= EDGE && right <= sheet.width - EDGE && bottom <= sheet.height - EDGE)
            });
            if let Some(item) = outside {
                let text = if let super::Item::Text(text) = item { text.text.clone() } else { String::new() };
                return Some(Unsound { sheet: number, text, over: None });
            }
            let texts: Vec<&Text> = sheet.texts().collect();
            texts.iter().enumerate().find_map(|(index, one)| {
                let [l1, t1, r1, b1] = one.bounds();
                let other = texts.iter().skip(index + 1).find(|other| {
                    let [l2, t2, r2, b2] = other.bounds();
                    (r1.min(r2) - l1.max(l2)).min(b1.min(b2) - t1.max(t2)) >= TOUCH
                })?;
                let over = Some(other.text.clone());
                Some(Unsound { sheet: number, text: one.text.clone(), over })
            })
        })
    }
}
