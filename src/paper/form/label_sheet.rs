//! Sheets of labels: `assets/labels.toml`.

use serde::Deserialize;

use super::content::Cells;
use super::fill::choose;
use super::{FormContent, FormRow};
use crate::i18n::Tr;
use crate::paper::font::{FontKind, Fonts, MissingGlyph};
use crate::paper::layout::{Align, Cell, Document, Frame, Ink, POINT, Pen, Sheet, Style};
use crate::paper::{PaperError, Words};

/// A4 upright, mm.
const PAPER: (f32, f32) = (210.0, 297.0);
/// Free edge of a label, mm: printers are not exact.
const EDGE: f32 = 3.0;
/// Edge of the sheet that many printers leave white, mm.
const UNPRINTED: f32 = 6.0;
/// Type of a name, in parts of the label's height, and smallest, points.
const NAME: f32 = 0.3;
const SMALLEST: f32 = 6.0;
/// What stands between the parts of a name of several peoples, and the most parts for which the best place to break is
/// looked for.
const NAME_DOT: char = '·';
const MOST_PARTS: usize = 8;
/// What a line more costs, as a part of the type's size.
const FEWER_LINES: f32 = 0.9;

/// The shipped sheets of labels.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelSheets {
    /// Name in the list of forms.
    pub name: Words,
    /// The sheets, the usual one first.
    pub sheets: Vec<LabelSheet>,
}

/// A sheet of labels; lengths in mm.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LabelSheet {
    /// Stable id: `3x8`.
    pub id: String,
    /// Name in the choice.
    pub name: Words,
    /// Labels side by side.
    pub columns: usize,
    /// Labels one below the other.
    pub rows: usize,
    /// Left edge of the first label.
    pub left: f32,
    /// Upper edge of the first label.
    pub top: f32,
    /// Width of a label.
    pub width: f32,
    /// Height of a label.
    pub height: f32,
    /// From the left edge of a label to that of the next.
    pub across: f32,
    /// From the upper edge of a label to that of the one below.
    pub down: f32,
}

impl LabelSheets {
    /// The shipped sheets.
    pub fn shipped() -> Result<Self, PaperError> {
        let wrong = |error: toml::de::Error| PaperError::Template {
            id: "labels".to_owned(),
            detail: error.message().to_owned(),
        };
        toml::from_str(include_str!("../../../assets/labels.toml")).map_err(wrong)
    }

    /// The sheet of an id; the usual one for an empty id.
    pub fn sheet(self, id: &str) -> Result<LabelSheet, PaperError> {
        let mut sheets = self.sheets.into_iter();
        let found = if id.is_empty() { sheets.next() } else { sheets.find(|sheet| sheet.id == id) };
        found.ok_or_else(|| PaperError::UnknownId { id: id.to_owned() })
    }
}

impl LabelSheet {
    /// Labels on a sheet.
    pub fn count(&self) -> usize {
        (self.columns * self.rows).max(1)
    }

    /// Lays a label out for each row of the content: its `name`, below it `class` and `no`. The first one stands at
    /// `start`, counted from 0 row by row, since a sheet may have been used in part.
    pub fn lay_out(
        &self,
        content: &FormContent,
        start: usize,
        fonts: &Fonts,
        missing: MissingGlyph,
        tr: &Tr,
    ) -> Result<Document, PaperError> {
        let (content, _) = choose(content, fonts, missing)?;
        let labels: Vec<&Cells> = content.rows.iter().filter_map(cells).collect();
        let start = start.min(self.count() - 1);
        let mut sheets = Vec::new();
        let mut places = (start..self.count()).collect::<Vec<_>>();
        let mut rest = labels.as_slice();
        while !rest.is_empty() {
            let (these, others) = rest.split_at(rest.len().min(places.len()));
            let mut pen = Pen::new(fonts);
            for (cells, place) in these.iter().zip(&places) {
                self.label(&mut pen, self.frame(*place), cells, content.demo, tr);
            }
            sheets.push(Sheet { width: PAPER.0, height: PAPER.1, items: pen.items });
            places = (0..self.count()).collect();
            rest = others;
        }
        let title = content.header("title").to_owned();
        let (language, made_at) = (tr.language(), content.made_at);
        Ok(Document { title, language, made_at, sheets, bookmarks: Vec::new() })
    }

    /// Where a label stands, within its free edge.
    fn frame(&self, place: usize) -> Frame {
        let (row, column) = (place / self.columns.max(1), place % self.columns.max(1));
        let (x, y) = (self.left + column as f32 * self.across, self.top + row as f32 * self.down);
        let (right, bottom) = (x + self.width - EDGE, y + self.height - EDGE);
        let (x, y) = ((x + EDGE).max(UNPRINTED), (y + EDGE).max(UNPRINTED));
        let width = right.min(PAPER.0 - UNPRINTED) - x;
        Frame { x, y, width, height: bottom.min(PAPER.1 - UNPRINTED) - y }
    }

    fn label(&self, pen: &mut Pen<'_>, frame: Frame, cells: &Cells, demo: bool, tr: &Tr) {
        let text = |key: &str| cells.get(key).map_or("", String::as_str);
        let upper = Frame { height: frame.height * 0.62, ..frame };
        let lower = Frame { y: frame.y + upper.height, height: frame.height - upper.height, ..frame };
        let bold = Style { font: FontKind::SansBold, size: self.height * NAME, ink: Ink::Black };
        let small = Style { font: FontKind::SansRegular, size: self.height * 0.15, ink: Ink::Black };
        let fonts = pen.fonts;
        let fit = |text: &str, style: Style, frame: Frame| {
            Cell::fit(fonts, text, style, SMALLEST * POINT, frame.width, frame.height)
        };
        let name = text("name");
        let name = by_name_parts(fonts, name, bold, upper).unwrap_or_else(|| fit(name, bold, upper));
        let mut place = tr.print_label_place(text("class"), text("no"));
        if demo {
            // A corner of the sheet would be a part of a label.
            place = [tr.paper_demo(), place].join("  ");
        }
        let place = fit(&place, small, lower);
        name.set(pen, upper, Align::Centre);
        place.set(pen, lower, Align::Centre);
    }
}

/// A name in as large a type as fits, its lines ending behind a `·` and nowhere else; `None` where even the smallest
/// type is too large for that.
fn by_name_parts(fonts: &Fonts, name: &str, style: Style, frame: Frame) -> Option<Cell> {
    let parts: Vec<&str> = name.split_inclusive(NAME_DOT).take(MOST_PARTS + 1).collect();
    if parts.len() > MOST_PARTS {
        return None;
    }
    let joints = parts.len().saturating_sub(1);
    // Each number is a way to break: its bits are the joints at which a line ends.
    let ways = (0..1_u32 << joints).map(|breaks| {
        let mut lines = vec![String::new()];
        for (at, part) in parts.iter().enumerate() {
            if let Some(line) = lines.last_mut() {
                line.push_str(part);
            }
            if at < joints && breaks & (1 << at) != 0 {
                lines.push(String::new());
            }
        }
        let widest = lines.iter().map(|line| fonts.width(style.font, line)).fold(0.001, f32::max);
        let tall = Cell::stacked(lines.clone(), style).height() / style.size;
        (style.size.min(frame.width / widest).min(frame.height / tall), lines)
    });
    // A little smaller on fewer lines reads better.
    let worth = |(size, lines): &(f32, Vec<String>)| size * FEWER_LINES.powi(lines.len() as i32);
    let (size, lines) = ways.max_by(|a, b| worth(a).total_cmp(&worth(b)))?;
    (size >= SMALLEST * POINT).then(|| Cell::stacked(lines, Style { size, ..style }))
}

fn cells(row: &FormRow) -> Option<&Cells> {
    match row {
        FormRow::Filled(cells) | FormRow::Open(cells) => Some(cells),
        FormRow::Span { .. } | FormRow::Section(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_break_behind_a_dot_on_every_label() {
        let fonts = Fonts::shipped();
        let sheets = LabelSheets::shipped().unwrap().sheets;
        for name in [
            "王小明",
            "阿依·古丽",
            "阿卜杜热合曼·买买提依明·阿卜杜克里木",
            "古丽巴哈尔·阿卜杜热依木·买买提图尔荪·托合提",
            "阿卜杜勒艾则孜·买买提艾力·阿卜杜克热木江·图尔荪尼亚孜·阿卜杜外力·阿卜杜热西提",
        ] {
            for sheet in &sheets {
                let frame = sheet.frame(0);
                let frame = Frame { height: frame.height * 0.62, ..frame };
                let style = Style { font: FontKind::SansBold, size: sheet.height * NAME, ink: Ink::Black };
                let cell = by_name_parts(&fonts, name, style, frame)
                    .unwrap_or_else(|| panic!("{name} {}", sheet.id));
                let (lines, size) = cell.lines();
                assert_eq!(lines.concat(), name);
                let (_, before) = lines.split_last().unwrap();
                assert!(before.iter().all(|line| line.ends_with(NAME_DOT)), "{lines:?}");
                assert!(cell.height() <= frame.height + 0.01, "{name} {}", sheet.id);
                let wide = |line: &String| fonts.width(style.font, line) * size;
                assert!(lines.iter().all(|line| wide(line) <= frame.width + 0.01), "{name} {}", sheet.id);
            }
        }
    }
}
