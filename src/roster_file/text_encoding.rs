//! Bytes of a text file as text: byte order mark, strict UTF-8, UTF-16, then GB18030. The order matters:
//! Chinese UTF-8 without a mark would also pass as GB18030.

use encoding_rs::{Encoding, GB18030, UTF_16BE, UTF_16LE};

use super::read_error::ReadError;

/// A table has a separator or line end at least once in so many bytes.
const SIGN_BYTES: usize = 256;

/// Reads the text. `declared` is the character set that an HTML page names.
pub fn decode(bytes: &[u8], declared: Option<&str>) -> Result<String, ReadError> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return strict(encoding, bytes.get(mark..).unwrap_or_default());
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Ok(text.to_owned()),
        // Valid up to a character that the end of the file cuts in two, with Chinese before it.
        Err(error)
            if error.error_len().is_none()
                && bytes.get(..error.valid_up_to()).is_some_and(|b| !b.is_ascii()) =>
        {
            return Err(ReadError::Damaged);
        }
        _ => {}
    }
    if let Some(encoding) = wide(bytes) {
        return strict(encoding, bytes);
    }
    let declared = declared.and_then(|label| Encoding::for_label(label.as_bytes()));
    let chosen = declared.filter(|e| *e != encoding_rs::UTF_8 && *e != encoding_rs::GBK).unwrap_or(GB18030);
    strict(chosen, bytes)
}

fn strict(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, ReadError> {
    let text = encoding
        .decode_without_bom_handling_and_without_replacement(bytes)
        .ok_or(ReadError::Damaged)?
        .into_owned();
    if text.contains('\0') { Err(ReadError::Damaged) } else { Ok(text) }
}

/// UTF-16 without a mark: separators and line ends are ASCII, one of their two bytes is 0. Zeros alone tell nothing,
/// since 一 has one too, on the other side.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4096))?;
    let signs = |of: fn(u8, u8) -> [u8; 2]| {
        let found = |pair: &&[u8]| b"\t\n\r,; ".iter().any(|sign| **pair == of(*sign, 0));
        head.chunks_exact(2).filter(found).count()
    };
    let (little, big) = (signs(|sign, zero| [sign, zero]), signs(|sign, zero| [zero, sign]));
    if little.max(big) < head.len() / SIGN_BYTES {
        None
    } else if little > big {
        Some(UTF_16LE)
    } else {
        (big > little).then_some(UTF_16BE)
    }
}
