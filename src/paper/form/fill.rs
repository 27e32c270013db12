//! Texts of a form filled with the content, and names that no font draws.

use super::content::Cells;
use super::{FormContent, FormRow};
use crate::paper::PaperError;
use crate::paper::font::{Fonts, MissingGlyph};

/// Between the parts of a title; a part that comes out empty goes with it.
const BETWEEN: &str = " · ";

/// Replaces `{keys}` by header texts, absent ones by nothing.
pub(super) fn fill(text: &str, content: &FormContent) -> String {
    let parts = text.split(BETWEEN).map(|part| fill_part(part, content));
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(BETWEEN)
}

fn fill_part(text: &str, content: &FormContent) -> String {
    let mut pieces = text.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let Some((key, rest)) = piece.split_once('}') else { continue };
        filled.push_str(content.header(key));
        filled.push_str(rest);
    }
    filled.trim().to_owned()
}

/// The content under the policy for texts without glyphs, and the indexes of rows left out.
pub(super) fn choose(
    content: &FormContent,
    fonts: &Fonts,
    missing: MissingGlyph,
) -> Result<(FormContent, Vec<usize>), PaperError> {
    let lacks = |text: &String| !fonts.missing(text).is_empty();
    let lacking = |row: &FormRow| cells(row).is_some_and(|cells| cells.values().any(lacks));
    let records: Vec<usize> =
        content.rows.iter().enumerate().filter(|(_, row)| lacking(row)).map(|(index, _)| index).collect();
    let header = content.header.values().any(lacks);
    if missing == MissingGlyph::Stop && (header || !records.is_empty()) {
        return Err(PaperError::MissingGlyphs { records });
    }
    let mut chosen = content.clone();
    rule(&mut chosen.header, fonts);
    if missing == MissingGlyph::LeaveOut {
        chosen.rows.retain(|row| !lacking(row));
        return Ok((chosen, records));
    }
    for row in &mut chosen.rows {
        match row {
            FormRow::Filled(cells) | FormRow::Open(cells) | FormRow::Span { cells, .. } => rule(cells, fonts),
            FormRow::Section(_) => {}
        }
    }
    Ok((chosen, Vec::new()))
}

fn cells(row: &FormRow) -> Option<&Cells> {
    match row {
        FormRow::Filled(cells) | FormRow::Open(cells) | FormRow::Span { cells, .. } => Some(cells),
        FormRow::Section(_) => None,
    }
}

/// Puts a rule as long as the text, with room for unusual characters, in place of what no font draws.
fn rule(cells: &mut Cells, fonts: &Fonts) {
    for text in cells.values_mut().filter(|text| !fonts.missing(text).is_empty()) {
        *text = "＿".repeat(text.chars().count() + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_part_of_a_title_goes_with_its_dot() {
        let mut content = FormContent::blank(chrono::NaiveDateTime::default());
        assert_eq!(fill("{school} · {class} · Name list", &content), "Name list");
        let _ = content.header.insert("class".to_owned(), "三（2）".to_owned());
        assert_eq!(fill("{school} · {class} · Name list", &content), "三（2） · Name list");
    }
}
