//! Pages of 22 lines with 28 characters: GB/T 9704-2012, 5.2 and 7.

use super::{OfficialDocument, OfficialLevel};
use crate::i18n::{Language, Tr};
use crate::paper::font::{FontKind, Fonts};
use crate::paper::layout::{
    Align, Bookmark, Document, POINT, Pen, Sheet, Style, TextLine, break_lines, break_paragraph,
};

/// A4, mm.
const PAPER: (f32, f32) = (210.0, 297.0);
/// 天头, 订口, 版心, mm.
const TOP: f32 = 37.0;
const BINDING: f32 = 28.0;
const AREA: (f32, f32) = (156.0, 225.0);
/// Lines of a page and characters of a line.
const LINES: usize = 22;
const CHARACTERS: f32 = 28.0;
/// Title: 2 号, points; its line pitch in lines of the text.
const TITLE: f32 = 22.0;
const TITLE_LINES: f32 = 1.25;
/// Page number: 4 号, points; below the text area, mm.
const NUMBER: f32 = 14.0;
const NUMBER_BELOW: f32 = 7.0;
/// Lines of text that stay with the signature.
const KEPT: usize = 2;

/// What a line of the page is.
enum Row {
    Title(String),
    Blank,
    Text {
        line: TextLine,
        style: Style,
        indent: f32,
        heading: Option<String>,
    },
    /// Signature, centred above the date.
    Signer(String),
    Date(String),
}

impl Row {
    /// Height in lines.
    fn height(&self) -> f32 {
        if matches!(self, Self::Title(_)) { TITLE_LINES } else { 1.0 }
    }

    fn is_heading(&self) -> bool {
        matches!(self, Self::Text { heading: Some(_), .. })
    }
}

/// Sets documents.
pub(super) struct PageSetter<'f> {
    fonts: &'f Fonts,
    /// Em of the text: 28 characters fill the area.
    size: f32,
    pitch: f32,
}

impl<'f> PageSetter<'f> {
    pub fn new(fonts: &'f Fonts) -> Self {
        Self { fonts, size: AREA.0 / CHARACTERS, pitch: AREA.1 / LINES as f32 }
    }

    pub fn set(&self, document: &OfficialDocument, tr: &Tr) -> Document {
        let pages = paginate(self.rows(document));
        let mut bookmarks = Vec::new();
        let mut sheets = Vec::with_capacity(pages.len());
        for (number, rows) in pages.iter().enumerate() {
            for row in rows {
                if let Row::Text { heading: Some(title), .. } = row {
                    bookmarks.push(Bookmark { title: title.clone(), sheet: number, level: 0 });
                }
            }
            let mut pen = Pen::new(self.fonts);
            self.page(&mut pen, rows, number, &document.date);
            if document.demo {
                pen.corner_mark(PAPER.0, &tr.paper_demo());
            }
            sheets.push(Sheet { width: PAPER.0, height: PAPER.1, items: pen.items });
        }
        Document {
            title: document.title.replace('\n', if tr.language() == Language::Chinese { "" } else { " " }),
            language: tr.language(),
            made_at: document.made_at,
            sheets,
            bookmarks,
        }
    }

    fn style(&self, level: OfficialLevel) -> Style {
        let font = match level {
            OfficialLevel::One => FontKind::SansBold,
            OfficialLevel::Two => FontKind::SerifBold,
            OfficialLevel::Text => FontKind::SerifRegular,
        };
        Style { size: self.size, ..Style::points(font, 16.0) }
    }

    fn rows(&self, document: &OfficialDocument) -> Vec<Row> {
        let mut rows: Vec<Row> = self.title(&document.title).into_iter().map(Row::Title).collect();
        rows.push(Row::Blank);
        if let Some(to) = &document.to {
            rows.extend(self.lines(&format!("{to}："), OfficialLevel::Text, 0.0, None));
        }
        for part in &document.parts {
            let heading = (part.level == OfficialLevel::One).then(|| part.text.clone());
            rows.extend(self.lines(&part.text, part.level, 2.0 * self.size, heading));
        }
        rows.push(Row::Blank);
        rows.push(Row::Signer(document.signer.clone()));
        rows.push(Row::Date(document.date.clone()));
        rows
    }

    fn lines(
        &self,
        text: &str,
        level: OfficialLevel,
        indent: f32,
        heading: Option<String>,
    ) -> impl Iterator<Item = Row> {
        let style = self.style(level);
        let lines = break_paragraph(self.fonts, text, style.font, style.size, AREA.0, indent);
        lines.into_iter().enumerate().map(move |(number, line)| Row::Text {
            line,
            style,
            indent: if number == 0 { indent } else { 0.0 },
            heading: heading.clone().filter(|_| number == 0),
        })
    }

    /// The title in lines of about one width: broken where it says, and each part as evenly as its words allow.
    fn title(&self, title: &str) -> Vec<String> {
        title.split('\n').flat_map(|part| self.even_lines(part)).collect()
    }

    fn even_lines(&self, title: &str) -> Vec<String> {
        let style = title_style();
        let broken = |width: f32| break_lines(self.fonts, title, style.font, style.size, width, 0.0);
        let mut best = broken(AREA.0);
        let count = best.len();
        let mut width = AREA.0;
        while count > 1 && width > AREA.0 / 2.0 {
            width -= style.size / 2.0;
            let next = broken(width);
            if next.len() > count {
                break;
            }
            best = next;
        }
        best.into_iter().map(|line| line.text).collect()
    }

    fn page(&self, pen: &mut Pen<'_>, rows: &[Row], number: usize, date: &str) {
        // Bound at the left of a front, which is the right of its back.
        let left = if number.is_multiple_of(2) { BINDING } else { PAPER.0 - BINDING - AREA.0 };
        let mut y = TOP;
        for row in rows {
            let height = row.height() * self.pitch;
            let middle = y + height / 2.0;
            match row {
                Row::Blank => {}
                Row::Title(text) => {
                    let style = title_style();
                    pen.aligned(left, AREA.0, middle + 0.38 * style.size, style, Align::Centre, text);
                }
                Row::Text { line, style, indent, .. } => {
                    let baseline = middle + 0.38 * style.size;
                    pen.set_line(left + indent, baseline, *style, line, AREA.0 - indent);
                }
                Row::Signer(text) | Row::Date(text) => {
                    let style = self.style(OfficialLevel::Text);
                    let (wide, day) = (pen.measure(style, text), pen.measure(style, date));
                    // The date ends four characters before the edge; the signature stands in the middle above it.
                    let centre = left + AREA.0 - 4.0 * style.size - day / 2.0;
                    let x = (centre - wide / 2.0).min(left + AREA.0 - wide).max(left);
                    pen.text(x, middle + 0.38 * style.size, style, text);
                }
            }
            y += height;
        }
        let style = Style::points(FontKind::SerifRegular, NUMBER);
        let words = format!("– {} –", number + 1);
        let wide = pen.measure(style, &words);
        let x = if number.is_multiple_of(2) { left + AREA.0 - style.size - wide } else { left + style.size };
        pen.text(x, TOP + AREA.1 + NUMBER_BELOW + NUMBER * POINT / 2.0, style, &words);
    }
}

fn title_style() -> Style {
    Style::points(FontKind::SerifBold, TITLE)
}

/// Fills pages; a heading goes with what follows it, and the signature with the last lines of the text.
fn paginate(rows: Vec<Row>) -> Vec<Vec<Row>> {
    let ends = rows.len().saturating_sub(3);
    let last_text = ends.saturating_sub(KEPT);
    let mut pages: Vec<Vec<Row>> = vec![Vec::new()];
    let mut used = 0.0;
    let heights: Vec<f32> = rows.iter().map(Row::height).collect();
    let headings: Vec<bool> = rows.iter().map(Row::is_heading).collect();
    for (at, row) in rows.into_iter().enumerate() {
        // What must follow on the same page.
        let kept = match at {
            at if at == last_text => heights.len() - at,
            at if headings.get(at).copied().unwrap_or_default() => 2,
            _ => 1,
        };
        let needed: f32 = heights.iter().skip(at).take(kept).sum();
        if used + needed > LINES as f32 + 0.01 && used > 0.0 {
            pages.push(Vec::new());
            used = 0.0;
        }
        used += row.height();
        if let Some(page) = pages.last_mut() {
            page.push(row);
        }
    }
    pages
}
