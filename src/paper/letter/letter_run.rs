//! A run of letters: one sheet for each child.

use std::collections::BTreeSet;

use super::field::Field;
use super::{LetterFacts, LetterTemplate, Recipient, body, slip};
use crate::domain::progress::{Progress, Stage};
use crate::i18n::Tr;
use crate::paper::PaperError;
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::layout::{Bookmark, Document, Frame, Pen, Sheet};

/// A4, mm.
const PAPER: (f32, f32) = (210.0, 297.0);
/// Left and right margin, mm.
const SIDE: f32 = 20.0;
/// Upper margin, mm.
const TOP: f32 = 16.0;
/// Lower margin, mm: what old printers cannot reach.
const BOTTOM: f32 = 10.0;

/// Letters laid out.
#[derive(Debug, Clone, PartialEq)]
pub struct LetterRun {
    /// The sheets, in the order of the recipients; one entry of contents per class.
    pub document: Document,
    /// Letters printed.
    pub letters: usize,
    /// Sheets of paper.
    pub sheets: usize,
    /// Indexes of recipients left out because no font draws their names.
    pub left_out: Vec<usize>,
    /// Fields without a value, printed as a ruled space: worth a word before printing.
    pub empty_fields: BTreeSet<Field>,
}

/// Lays out one sheet for each recipient, in their order, in the translator's language.
///
/// All sheets of a run have one type size: the largest at which the longest letter fits.
pub fn layout(
    template: &LetterTemplate,
    facts: &LetterFacts,
    recipients: &[Recipient],
    fonts: &Fonts,
    missing: MissingGlyph,
    tr: &Tr,
    progress: &mut dyn Progress,
) -> Result<LetterRun, PaperError> {
    let (printed, left_out) = choose(recipients, fonts, missing)?;
    if printed.is_empty() {
        return Err(PaperError::Empty);
    }
    let text = template.text(tr.language());
    for step in body::LADDER {
        let mut empty_fields = BTreeSet::new();
        let mut sheets = Vec::with_capacity(printed.len());
        for (number, recipient) in printed.iter().enumerate() {
            if number % 50 == 0 {
                progress.report(Stage::LayingOut, number, printed.len())?;
            }
            let mut pen = Pen::new(fonts);
            let width = PAPER.0 - 2.0 * SIDE;
            let slip_top = PAPER.1 - BOTTOM - slip::HEIGHT;
            let frame = Frame { x: SIDE, y: TOP, width, height: slip_top - TOP };
            let end = body::draw(&mut pen, frame, step, (text, facts, recipient), &mut empty_fields);
            if end > slip_top - 4.0 {
                break;
            }
            let frame = Frame { y: slip_top, height: slip::HEIGHT, ..frame };
            slip::draw(&mut pen, frame, (&text.slip, facts, recipient), &mut empty_fields);
            if facts.demo {
                pen.corner_mark(PAPER.0, &tr.paper_demo());
            }
            sheets.push(Sheet { width: PAPER.0, height: PAPER.1, items: pen.items });
        }
        if sheets.len() == printed.len() {
            progress.report(Stage::LayingOut, printed.len(), printed.len())?;
            let document = Document {
                title: format!("{}  {}", facts.school, text.name),
                language: tr.language(),
                made_at: facts.made_at,
                bookmarks: by_class(&printed),
                sheets,
            };
            return Ok(LetterRun {
                letters: printed.len(),
                sheets: document.sheets.len(),
                document,
                left_out,
                empty_fields,
            });
        }
    }
    Err(PaperError::TooLong { id: template.id.clone() })
}

/// Who gets a letter under the policy for names without glyphs, and the indexes of those left out.
fn choose(
    recipients: &[Recipient],
    fonts: &Fonts,
    missing: MissingGlyph,
) -> Result<(Vec<Recipient>, Vec<usize>), PaperError> {
    let drawn = |text: &str| fonts.missing(text).is_empty();
    let lacks = |r: &Recipient| ![&r.name, &r.class, &r.teacher, &r.phone].into_iter().all(|t| drawn(t));
    let records: Vec<usize> =
        recipients.iter().enumerate().filter(|(_, r)| lacks(r)).map(|(index, _)| index).collect();
    match missing {
        MissingGlyph::Stop if !records.is_empty() => Err(PaperError::MissingGlyphs { records }),
        MissingGlyph::LeaveOut => Ok((recipients.iter().filter(|r| !lacks(r)).cloned().collect(), records)),
        MissingGlyph::Stop | MissingGlyph::Rule => {
            // An empty text is printed as a ruled space.
            let kept = |text: &String| if drawn(text) { text.clone() } else { String::new() };
            let ruled = |r: &Recipient| Recipient {
                name: kept(&r.name),
                class: kept(&r.class),
                teacher: kept(&r.teacher),
                phone: kept(&r.phone),
                serial: r.serial.clone(),
            };
            Ok((recipients.iter().map(ruled).collect(), Vec::new()))
        }
    }
}

fn by_class(recipients: &[Recipient]) -> Vec<Bookmark> {
    let mut bookmarks: Vec<Bookmark> = Vec::new();
    for (sheet, recipient) in recipients.iter().enumerate() {
        if bookmarks.last().is_none_or(|last| last.title != recipient.class) {
            bookmarks.push(Bookmark { title: recipient.class.clone(), sheet });
        }
    }
    bookmarks
}
