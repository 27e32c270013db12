//! A picture on sheets of A4 lying across: title, what it is about, the picture, remarks.

use chrono::NaiveDateTime;

use super::{BandChart, Chart, CurveChart, HeatChart};
use crate::i18n::Tr;
use crate::paper::font::{FontKind, Fonts};
use crate::paper::layout::{Align, Cell, Document, Frame, Pen, Sheet, Style};

/// A4 lying across, mm.
const PAPER: (f32, f32) = (297.0, 210.0);
/// Margins, mm.
const SIDE: f32 = 13.0;
const TOP: f32 = 13.0;
const BOTTOM: f32 = 14.0;
/// Texts of the picture, mm.
const EM: f32 = 3.2;
/// From one line of remarks to the next, mm.
const PITCH: f32 = 4.6;

/// What stands around a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureHead {
    /// Title, with the school's name.
    pub title: String,
    /// Period, class, sums: from left to right below the title.
    pub facts: Vec<String>,
    /// Remarks below the picture.
    pub notes: Vec<String>,
    /// Whether the school is the sample school: marks every sheet.
    pub demo: bool,
    /// When it was made.
    pub made_at: NaiveDateTime,
}

/// A picture to be put on sheets.
#[derive(Debug, Clone, Copy)]
pub enum PictureSheets<'a> {
    /// An epidemic curve.
    Curve(CurveChart<'a>),
    /// A rate with its band.
    Band(BandChart<'a>),
    /// Classes by day, on as many sheets as it takes.
    Heat(HeatChart<'a>),
}

impl PictureSheets<'_> {
    /// Lays it out.
    pub fn lay_out(&self, head: &PictureHead, fonts: &Fonts, tr: &Tr) -> Document {
        let whole = Frame { x: SIDE, y: TOP, width: PAPER.0 - 2.0 * SIDE, height: PAPER.1 - TOP - BOTTOM };
        let mut trial = Pen::new(fonts);
        let top = above(&mut trial, whole, head);
        let notes = below(&mut trial, whole, head);
        let frame = Frame { y: top, height: whole.y + whole.height - top - notes, ..whole };
        let charts: Vec<Chart> = match self {
            Self::Curve(chart) => vec![chart.draw(fonts, frame, EM, tr)],
            Self::Band(chart) => vec![chart.draw(fonts, frame, EM, tr)],
            Self::Heat(chart) => {
                let parts = chart.parts(fonts, frame, EM, tr);
                parts.iter().map(|part| chart.draw(part, fonts, frame, EM, tr)).collect()
            }
        };
        let total = charts.len();
        let sheet = |(number, chart): (usize, Chart)| {
            let mut pen = Pen::new(fonts);
            above(&mut pen, whole, head);
            pen.items.extend(chart.items);
            let bottom = whole.y + whole.height - notes;
            below(&mut pen, Frame { y: bottom, height: notes, ..whole }, head);
            let page = tr.paper_page(&(number + 1).to_string(), &total.to_string());
            let style = Style::points(FontKind::SansRegular, 8.5);
            pen.aligned(whole.x, whole.width, PAPER.1 - 7.0, style, Align::Centre, &page);
            if head.demo {
                pen.corner_mark(PAPER.0, &tr.paper_demo());
            }
            Sheet { width: PAPER.0, height: PAPER.1, items: pen.items }
        };
        Document {
            title: head.title.clone(),
            language: tr.language(),
            made_at: head.made_at,
            sheets: charts.into_iter().enumerate().map(sheet).collect(),
            bookmarks: Vec::new(),
        }
    }
}

/// Title and facts; answers where the picture begins, mm from the top.
fn above(pen: &mut Pen<'_>, frame: Frame, head: &PictureHead) -> f32 {
    let style = Style::points(FontKind::SansBold, 17.0);
    let title = Cell::fit(pen.fonts, &head.title, style, style.size * 0.6, frame.width, 9.0);
    let height = title.height().max(7.0);
    title.set(pen, Frame { height, ..frame }, Align::Centre);
    let style = Style::points(FontKind::SansRegular, 10.5);
    let (mut x, mut y) = (frame.x, frame.y + height + 2.0);
    for fact in &head.facts {
        let width = pen.measure(style, fact);
        if x > frame.x && x + width > frame.x + frame.width {
            x = frame.x;
            y += 6.0;
        }
        let cell = Cell::fit(pen.fonts, fact, style, style.size * 0.6, frame.width, 6.0);
        cell.set(pen, Frame { x, y, width: width.min(frame.width), height: 6.0 }, Align::Left);
        x += width + 8.0;
    }
    y + 6.0 + 2.0
}

/// Remarks; answers their height, mm.
fn below(pen: &mut Pen<'_>, frame: Frame, head: &PictureHead) -> f32 {
    let style = Style::points(FontKind::SansRegular, 9.0);
    let mut y = frame.y + 2.5;
    for note in &head.notes {
        y += pen.paragraph(Frame { y, ..frame }, style, PITCH, 0.0, note);
    }
    y - frame.y
}
