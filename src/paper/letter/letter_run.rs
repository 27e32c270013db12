//! A run of letters: one sheet for each child.

use std::collections::{BTreeMap, BTreeSet};

use super::field::Field;
use super::{LetterFacts, LetterTemplate, LetterText, Recipient, body, slip};
use crate::domain::person_name::is_han;
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

/// A run of letters: who gets one, and the type size of them all. Sheets are laid out when they are wanted,
/// so that a look at one letter of five hundred costs one letter.
#[derive(Debug)]
pub struct LetterRun<'a> {
    template: &'a LetterTemplate,
    facts: &'a LetterFacts,
    fonts: &'a Fonts,
    tr: &'a Tr,
    /// With the index of each among the recipients.
    printed: Vec<(usize, Recipient)>,
    step: (f32, f32),
    /// Indexes of recipients left out because no font draws their names.
    pub left_out: Vec<usize>,
    /// Fields without a value, printed as a ruled space: worth a word before printing.
    pub empty_fields: BTreeSet<Field>,
}

impl<'a> LetterRun<'a> {
    /// Prepares one sheet for each recipient, in their order, in the translator's language.
    ///
    /// All sheets of a run have one type size: the largest at which the longest letter fits.
    ///
    /// # Errors
    /// Nobody to write to, a name without glyphs under [`MissingGlyph::Stop`], a letter longer than its sheet.
    pub fn new(
        template: &'a LetterTemplate,
        facts: &'a LetterFacts,
        recipients: &[Recipient],
        fonts: &'a Fonts,
        missing: MissingGlyph,
        tr: &'a Tr,
    ) -> Result<Self, PaperError> {
        let (printed, left_out) = choose(recipients, fonts, missing)?;
        if printed.is_empty() {
            return Err(PaperError::Empty);
        }
        let first = body::LADDER.first().copied().unwrap_or((14.0, 1.25));
        let empty_fields = BTreeSet::new();
        let mut run = Self { template, facts, fonts, tr, printed, step: first, left_out, empty_fields };
        let shapes: BTreeMap<Shape, &Recipient> = run.printed.iter().map(|(_, r)| (shape(r), r)).collect();
        let mut empty = BTreeSet::new();
        let fits = |step: &(f32, f32)| shapes.values().all(|r| run.sheet(r, *step, &mut empty).is_some());
        let step = body::LADDER.into_iter().find(fits);
        run.step = step.ok_or_else(|| PaperError::TooLong { id: run.template.id.clone() })?;
        run.empty_fields = empty;
        Ok(run)
    }

    /// Number of letters, which is that of the sheets.
    pub fn letters(&self) -> usize {
        self.printed.len()
    }

    /// What is printed, with the index of each among the recipients; a name that no font draws is empty.
    pub fn printed(&self) -> impl Iterator<Item = (usize, &Recipient)> {
        self.printed.iter().map(|(at, recipient)| (*at, recipient))
    }

    /// The given sheets, counted from 0; one entry of contents per class.
    pub fn document(
        &self,
        wanted: std::ops::Range<usize>,
        progress: &mut dyn Progress,
    ) -> Result<Document, PaperError> {
        let end = wanted.end.min(self.printed.len());
        let wanted = self.printed.get(wanted.start.min(end)..end).unwrap_or_default();
        let mut sheets = Vec::with_capacity(wanted.len());
        for (number, (_, recipient)) in wanted.iter().enumerate() {
            if number % 50 == 0 {
                progress.report(Stage::LayingOut, number, wanted.len())?;
            }
            sheets.extend(self.sheet(recipient, self.step, &mut BTreeSet::new()));
        }
        progress.report(Stage::LayingOut, wanted.len(), wanted.len())?;
        Ok(Document {
            title: format!("{}  {}", self.facts.school, self.text().name),
            language: self.tr.language(),
            made_at: self.facts.made_at,
            bookmarks: by_class(wanted),
            sheets,
        })
    }

    fn text(&self) -> &LetterText {
        self.template.text(self.tr.language())
    }

    /// A letter at a type size; `None` where it is longer than the sheet.
    fn sheet(&self, recipient: &Recipient, step: (f32, f32), empty: &mut BTreeSet<Field>) -> Option<Sheet> {
        let (text, facts) = (self.text(), self.facts);
        let mut pen = Pen::new(self.fonts);
        let width = PAPER.0 - 2.0 * SIDE;
        let slip_top = PAPER.1 - BOTTOM - slip::HEIGHT;
        let frame = Frame { x: SIDE, y: TOP, width, height: slip_top - TOP };
        let end = body::draw(&mut pen, frame, step, (text, facts, recipient), empty);
        if end > slip_top - 4.0 {
            return None;
        }
        let frame = Frame { y: slip_top, height: slip::HEIGHT, ..frame };
        slip::draw(&mut pen, frame, (&text.slip, facts, recipient), empty);
        if facts.demo {
            pen.corner_mark(PAPER.0, &self.tr.paper_demo());
        }
        Some(Sheet { width: PAPER.0, height: PAPER.1, items: pen.items })
    }
}

/// What decides how high a letter is: Chinese characters are as wide as each other, and so are digits.
type Shape = [String; 5];

fn shape(recipient: &Recipient) -> Shape {
    let outline = |text: &str| {
        text.chars()
            .map(|c| {
                if is_han(c) {
                    '字'
                } else if c.is_ascii_digit() {
                    '0'
                } else {
                    c
                }
            })
            .collect()
    };
    [&recipient.name, &recipient.class, &recipient.teacher, &recipient.phone, &recipient.serial]
        .map(|text| outline(text))
}

/// Who gets a letter, with the index of each among the recipients, and the indexes of the others.
type Chosen = (Vec<(usize, Recipient)>, Vec<usize>);

/// Who gets a letter under the policy for names without glyphs, and the indexes of those left out.
fn choose(recipients: &[Recipient], fonts: &Fonts, missing: MissingGlyph) -> Result<Chosen, PaperError> {
    let drawn = |text: &str| fonts.missing(text).is_empty();
    let lacks = |r: &Recipient| ![&r.name, &r.class, &r.teacher, &r.phone].into_iter().all(|t| drawn(t));
    let records: Vec<usize> =
        recipients.iter().enumerate().filter(|(_, r)| lacks(r)).map(|(index, _)| index).collect();
    match missing {
        MissingGlyph::Stop if !records.is_empty() => Err(PaperError::MissingGlyphs { records }),
        MissingGlyph::LeaveOut => {
            let kept = recipients.iter().cloned().enumerate().filter(|(_, r)| !lacks(r));
            Ok((kept.collect(), records))
        }
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
            Ok((recipients.iter().map(ruled).enumerate().collect(), Vec::new()))
        }
    }
}

fn by_class(printed: &[(usize, Recipient)]) -> Vec<Bookmark> {
    let mut bookmarks: Vec<Bookmark> = Vec::new();
    for (sheet, (_, recipient)) in printed.iter().enumerate() {
        if bookmarks.last().is_none_or(|last| last.title != recipient.class) {
            bookmarks.push(Bookmark { title: recipient.class.clone(), sheet });
        }
    }
    bookmarks
}
