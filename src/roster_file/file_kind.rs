//! What a file is, told by its content: endings lie (`.xls` may be xlsx or a web page).

use super::read_error::ReadError;

/// The kinds that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A zip container: xlsx, ods or another.
    Zip,
    /// A compound file: xls, or an encrypted workbook.
    Compound,
    /// Text: csv, tsv or a web page.
    Text,
}

/// Beginnings of files that are known and no spreadsheets.
const OTHERS: [(&[u8], &str); 16] = [
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"RIFF", "RIFF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"{\\rtf", "RTF"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"SQLite format 3", "SQLite"),
    (b"\x7fELF", "ELF"),
    (b"MIME-Version:", "MHTML"),
    (b"\x09\x08\x10\0", "Excel 5"),
    (b"age-encryption.org", "age"),
];

/// Tells the kind by the first bytes.
pub fn sniff(bytes: &[u8]) -> Result<FileKind, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::EmptyFile);
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(FileKind::Zip);
    }
    if bytes.starts_with(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        return Ok(FileKind::Compound);
    }
    if let Some((_, kind)) = OTHERS.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(ReadError::UnsupportedType(kind));
    }
    // BM and MZ are two letters only: a text could begin so, but holds no zero byte near.
    if (bytes.starts_with(b"BM") || bytes.starts_with(b"MZ")) && bytes.iter().take(64).any(|b| *b == 0) {
        return Err(ReadError::UnsupportedType(if bytes.starts_with(b"BM") { "BMP" } else { "EXE" }));
    }
    Ok(FileKind::Text)
}

/// What a text is beyond a text table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextKind {
    /// A web page.
    Html,
    /// Fields and separators.
    Delimited,
}

/// Tells a web page from a text table.
pub fn sniff_text(text: &str) -> Result<TextKind, ReadError> {
    let head: String = text.chars().take(4096).collect::<String>().to_ascii_lowercase();
    let head = head.trim_start();
    if ["<html", "<!doctype html", "<table", "<meta", "<head"].iter().any(|tag| head.contains(tag)) {
        return Ok(TextKind::Html);
    }
    if head.starts_with("<?xml") || head.starts_with("<svg") {
        return Err(ReadError::UnsupportedType("XML"));
    }
    if head.starts_with("{\"") || head.starts_with("[{") || head.starts_with("{\n") {
        return Err(ReadError::UnsupportedType("JSON"));
    }
    Ok(TextKind::Delimited)
}
