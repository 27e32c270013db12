//! A run of letters: a page or half a page for each child.

use std::collections::{BTreeMap, BTreeSet};

use super::field::Field;
use super::{LetterFacts, LetterTemplate, LetterText, Recipient, SlipText, body, slip};
use crate::domain::person_name::is_han;
use crate::domain::progress::{Progress, Stage};
use crate::i18n::Tr;
use crate::paper::PaperError;
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::layout::{Bookmark, Document, Frame, Ink, Pen, Sheet};

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
    /// Prepares one letter for each recipient, in their order, in the translator's language.
    ///
    /// All letters of a run have one type size: the largest at which the longest letter fits.
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
        let fits = |step: &(f32, f32)| {
            shapes.values().all(|r| run.letter(&mut Pen::new(fonts), (r, 0), *step, &mut empty))
        };
        let step = body::LADDER.into_iter().find(fits);
        run.step = step.ok_or_else(|| PaperError::TooLong { id: run.template.id.clone() })?;
        run.empty_fields = empty;
        Ok(run)
    }

    /// Number of letters.
    pub fn letters(&self) -> usize {
        self.printed.len()
    }

    /// Printed sides, empty backs among them.
    pub fn sides(&self) -> usize {
        self.facts.layout.sides(self.printed.len())
    }

    /// Sheets of paper.
    pub fn papers(&self) -> usize {
        self.facts.layout.papers(self.printed.len())
    }

    /// What is printed, with the index of each among the recipients; a name that no font draws is empty.
    pub fn printed(&self) -> impl Iterator<Item = (usize, &Recipient)> {
        self.printed.iter().map(|(at, recipient)| (*at, recipient))
    }

    /// The given sides, counted from 0; an entry of contents per class and, inside it, per child.
    pub fn document(
        &self,
        wanted: std::ops::Range<usize>,
        progress: &mut dyn Progress,
    ) -> Result<Document, PaperError> {
        let end = wanted.end.min(self.sides());
        let wanted = wanted.start.min(end)..end;
        let total = wanted.len();
        let mut sheets = Vec::with_capacity(total);
        for (number, side) in wanted.clone().enumerate() {
            if number % 50 == 0 {
                progress.report(Stage::LayingOut, number, total)?;
            }
            sheets.push(self.side(side));
        }
        progress.report(Stage::LayingOut, total, total)?;
        Ok(Document {
            title: format!("{}  {}", self.facts.school, self.text().name),
            language: self.tr.language(),
            made_at: self.facts.made_at,
            bookmarks: self.contents(&wanted),
            sheets,
        })
    }

    fn text(&self) -> &LetterText {
        self.template.text(self.tr.language())
    }

    /// One printed side.
    fn side(&self, side: usize) -> Sheet {
        let layout = self.facts.layout;
        let (width, height) = layout.paper();
        let mut pen = Pen::new(self.fonts);
        for (letter, place) in layout.letters_of(side, self.printed.len()) {
            if let Some((_, recipient)) = self.printed.get(letter) {
                self.letter(&mut pen, (recipient, place), self.step, &mut BTreeSet::new());
            }
        }
        if layout.half && !pen.items.is_empty() {
            // Where to cut: out of the way of every text.
            for (from, to) in [(5.0, 10.0), (height - 10.0, height - 5.0)] {
                pen.line([width / 2.0, from], [width / 2.0, to], 0.2, Ink::Light);
            }
        }
        Sheet { width, height, items: pen.items }
    }

    /// A letter at a type size, in its place from the left; whether it fits.
    fn letter(
        &self,
        pen: &mut Pen<'_>,
        (recipient, place): (&Recipient, usize),
        step: (f32, f32),
        empty: &mut BTreeSet<Field>,
    ) -> bool {
        let (text, facts) = (self.text(), self.facts);
        let frame = facts.layout.frame(place);
        let bottom = frame.y + frame.height;
        let slip: Option<&SlipText> = text.slip.as_ref().filter(|_| !facts.layout.no_slip);
        let (room, gap) = slip.map_or((0.0, 0.0), |_| (slip::height(facts.layout.half), 4.0));
        let end = body::draw(pen, frame, step, (text, facts, recipient), empty);
        if let Some(slip) = slip {
            let frame = Frame { y: bottom - room, height: room, ..frame };
            slip::draw(pen, frame, (slip, facts, recipient), empty);
        }
        if facts.demo {
            pen.corner_mark(facts.layout.right(place), &self.tr.paper_demo());
        }
        end <= bottom - room - gap
    }

    /// An entry for each class, and inside it one for each child; of letters on the wanted sides.
    fn contents(&self, wanted: &std::ops::Range<usize>) -> Vec<Bookmark> {
        let layout = self.facts.layout;
        let mut bookmarks: Vec<Bookmark> = Vec::new();
        let mut class: Option<&str> = None;
        for (letter, (_, recipient)) in self.printed.iter().enumerate() {
            let side = layout.side_of(letter, self.printed.len());
            if !wanted.contains(&side) {
                continue;
            }
            let sheet = side - wanted.start;
            if class != Some(&recipient.class) {
                class = Some(&recipient.class);
                bookmarks.push(Bookmark { title: recipient.class.clone(), sheet, level: 0 });
            }
            if !recipient.name.is_empty() {
                bookmarks.push(Bookmark { title: recipient.name.clone(), sheet, level: 1 });
            }
        }
        bookmarks
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
                code: r.code.clone(),
            };
            Ok((recipients.iter().map(ruled).enumerate().collect(), Vec::new()))
        }
    }
}
