//! Documents as PDF files: searchable text, subset fonts, equal bytes for equal documents.

mod content;
mod finish;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use printpdf::{
    FontId, Mm, ParsedFont, PdfDocument, PdfFont, PdfPage, PdfParseErrorSeverity, PdfSaveOptions,
};

use super::PaperError;
use super::font::{FontKind, Fonts};
use super::layout::{Document, Item, Sheet};
use crate::domain::progress::{Progress, Stage};

/// Draws a document. The fonts are those that laid it out.
pub fn write(document: &Document, fonts: &Fonts, progress: &mut dyn Progress) -> Result<Vec<u8>, PaperError> {
    if document.sheets.is_empty() {
        return Err(PaperError::Empty);
    }
    refuse_missing_glyphs(document, fonts)?;
    let total = document.sheets.len();
    let shared = shared_items(&document.sheets);
    let mut pdf = PdfDocument::new(&document.title);
    embed(document, fonts, &mut pdf)?;
    for (number, sheet) in document.sheets.iter().enumerate() {
        if number % 50 == 0 {
            progress.report(Stage::Writing, number, total)?;
        }
        pdf.pages.push(page(sheet, own_items(sheet, &shared).into_iter()));
    }
    let first = document.sheets.iter().find(|sheet| !sheet.items.is_empty());
    if let Some(sheet) = first.filter(|_| !shared.is_empty()) {
        pdf.pages.push(page(sheet, shared.iter().copied()));
    }
    let mut warnings = Vec::new();
    let raw = pdf.to_lopdf_document(&PdfSaveOptions::default(), &mut warnings);
    if let Some(warning) = warnings.iter().find(|w| w.severity == PdfParseErrorSeverity::Error) {
        return Err(PaperError::Pdf { detail: warning.msg.clone() });
    }
    let bytes = finish::finish(raw, document, !shared.is_empty())?;
    progress.report(Stage::Writing, total, total)?;
    Ok(bytes)
}

/// The last guard: a character without a glyph would print as an empty box that nobody notices.
fn refuse_missing_glyphs(document: &Document, fonts: &Fonts) -> Result<(), PaperError> {
    let mut seen = BTreeSet::new();
    let texts = document.sheets.iter().flat_map(Sheet::texts);
    let drawn = texts
        .flat_map(|text| text.text.chars().map(|c| (text.font, c)))
        .all(|(font, c)| !seen.insert((font, c)) || fonts.draws(font, c));
    if drawn { Ok(()) } else { Err(PaperError::MissingGlyphs { records: Vec::new() }) }
}

/// What stands at the same place on every sheet is written once; empty back sides do not count. A single sheet shares
/// nothing.
fn shared_items(sheets: &[Sheet]) -> Vec<&Item> {
    let mut inked = sheets.iter().filter(|sheet| !sheet.items.is_empty());
    let Some(first) = inked.next() else { return Vec::new() };
    let same_size = sheets.iter().all(|s| (s.width, s.height) == (first.width, first.height));
    let mut shared: Vec<&Item> = first.items.iter().collect();
    let mut others = 0;
    for sheet in inked {
        // The same things come in the same order, so the search goes on where the last one was found.
        let mut at = 0;
        shared.retain(|item| {
            let (before, after) = sheet.items.split_at(at.min(sheet.items.len()));
            let found = after.iter().position(|other| other == *item).map(|found| found + at);
            let found = found.or_else(|| before.iter().position(|other| other == *item));
            at = found.map_or(at, |found| found + 1);
            found.is_some()
        });
        others += 1;
        if shared.is_empty() {
            break;
        }
    }
    if others == 0 || !same_size { Vec::new() } else { shared }
}

/// What a sheet does not share with the others.
fn own_items<'i>(sheet: &'i Sheet, shared: &[&Item]) -> Vec<&'i Item> {
    let mut at = 0;
    let mut own = Vec::new();
    for item in &sheet.items {
        match shared.get(at) {
            Some(next) if *next == item => at += 1,
            _ if shared.contains(&item) => {}
            _ => own.push(item),
        }
    }
    own
}

fn page<'i>(sheet: &Sheet, items: impl Iterator<Item = &'i Item>) -> PdfPage {
    PdfPage::new(Mm(sheet.width), Mm(sheet.height), content::operations(sheet.height, items))
}

/// Adds the faces that the document uses, each once.
fn embed(document: &Document, fonts: &Fonts, pdf: &mut PdfDocument) -> Result<(), PaperError> {
    let used: BTreeSet<FontKind> =
        document.sheets.iter().flat_map(|sheet| sheet.texts().map(|text| text.font)).collect();
    for kind in used {
        let lost = || PaperError::Pdf { detail: format!("font {kind:?}") };
        let mut notes = Vec::new();
        let parsed = match kind {
            FontKind::System(number) => {
                let font = fonts.system(number).ok_or_else(lost)?;
                ParsedFont::from_bytes(font.bytes(), font.face() as usize, &mut notes)
            }
            _ => ParsedFont::from_bytes(kind.shipped_bytes().ok_or_else(lost)?, 0, &mut notes),
        };
        pdf.resources.fonts.map.insert(font_id(kind), PdfFont::new(parsed.ok_or_else(lost)?));
    }
    Ok(())
}

/// Name of a face within the file; the first six letters become the tag of the subset.
fn font_id(kind: FontKind) -> FontId {
    FontId(match kind {
        FontKind::SansRegular => "CJSANR".to_owned(),
        FontKind::SansBold => "CJSANB".to_owned(),
        FontKind::SerifRegular => "CJSERR".to_owned(),
        FontKind::SerifBold => "CJSERB".to_owned(),
        FontKind::System(number) => {
            let letter = |n: u8| char::from(b'A' + n % 26);
            format!("CJSY{}{}", letter(number / 26), letter(number))
        }
    })
}
