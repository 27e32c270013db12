//! From the bytes of a file to its sheets.

use super::budget::{Budget, FILE_BYTES, TEXT_FILE_BYTES};
use super::column_titles::ColumnTitles;
use super::compound_file::CompoundFile;
use super::file_kind::{FileKind, TextKind, sniff, sniff_text};
use super::grid::Grid;
use super::read_error::ReadError;
use super::xml_part::Container;
use super::{delimited_text, html_table, ods, side_by_side, table_layout, text_encoding, xls, xlsx};
use crate::domain::progress::Progress;

/// Reads the sheets of a file of any kind; each of the lists that stand side by side is one.
pub fn grids(
    bytes: &[u8],
    titles: &ColumnTitles,
    progress: &mut dyn Progress,
) -> Result<Vec<Grid>, ReadError> {
    Ok(side_by_side::split(sheets(bytes, titles, progress)?, titles))
}

fn sheets(bytes: &[u8], titles: &ColumnTitles, progress: &mut dyn Progress) -> Result<Vec<Grid>, ReadError> {
    if bytes.len() > FILE_BYTES {
        return Err(ReadError::TooLarge);
    }
    let mut budget = Budget::new(progress);
    match sniff(bytes)? {
        FileKind::Zip => zipped(Container::open(bytes)?, &mut budget),
        FileKind::Compound => compound(bytes, &mut budget),
        FileKind::Text if bytes.len() > TEXT_FILE_BYTES => Err(ReadError::TooLarge),
        FileKind::Text => {
            let declared = html_table::declared_charset(bytes);
            let text = text_encoding::decode(bytes, declared.as_deref())?;
            match sniff_text(&text)? {
                TextKind::Html => Ok(vec![html_table::read(&text, &mut budget)?]),
                TextKind::Delimited => delimited(&text, titles, &mut budget),
            }
        }
    }
}

fn zipped(container: Container<'_>, budget: &mut Budget<'_>) -> Result<Vec<Grid>, ReadError> {
    let begins = |folder: &str| container.names().iter().any(|n| n.to_ascii_lowercase().starts_with(folder));
    if container.has("xl/workbook.xml") {
        return xlsx::read(container, budget);
    }
    if container.has("xl/workbook.bin") {
        return Err(ReadError::UnsupportedType("XLSB"));
    }
    if begins("word/") {
        return Err(ReadError::UnsupportedType("DOCX"));
    }
    if begins("ppt/") {
        return Err(ReadError::UnsupportedType("PPTX"));
    }
    if container.has("content.xml") {
        return ods::read(container, budget);
    }
    Err(ReadError::UnsupportedType("ZIP"))
}

fn compound(bytes: &[u8], budget: &mut Budget<'_>) -> Result<Vec<Grid>, ReadError> {
    let file = CompoundFile::open(bytes)?;
    if file.has("EncryptedPackage") {
        return Err(ReadError::Password);
    }
    if let Some(stream) = file.stream("Workbook")? {
        drop(file);
        return xls::read(&stream, budget);
    }
    Err(match () {
        () if file.has("Book") => ReadError::UnsupportedType("Excel 5"),
        () if file.has("WordDocument") => ReadError::UnsupportedType("DOC"),
        () if file.has("PowerPoint Document") => ReadError::UnsupportedType("PPT"),
        () => ReadError::UnsupportedType("OLE"),
    })
}

/// Of the separators, the one with which the header tells most; where none tells anything, the one that makes most
/// columns.
fn delimited(text: &str, titles: &ColumnTitles, budget: &mut Budget<'_>) -> Result<Vec<Grid>, ReadError> {
    let told = |separator: char| {
        let Some(head) = delimited_text::head(text, separator) else { return (0, 0) };
        let fields = table_layout::find(&head, titles, &[]).map_or(0, |layout| layout.fields().count());
        let width = head.rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        (fields, if fields == 0 { width } else { 0 })
    };
    // Of equals the usual one, which stands first.
    let best = delimited_text::SEPARATORS.into_iter().rev().max_by_key(|separator| told(*separator));
    Ok(vec![delimited_text::read(text, best.unwrap_or(','), budget)?])
}
