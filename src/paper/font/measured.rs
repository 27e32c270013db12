//! What the shipped faces have been asked before: a run of a thousand letters asks for the same few hundred characters
//! millions of times, and each answer costs a search of the face.

use std::sync::atomic::{AtomicU16, Ordering};

/// Characters of the basic plane.
const PLANE: usize = 0x1_0000;
/// Not asked so far.
const UNKNOWN: u16 = 0;
/// The face has no glyph for the character.
const NO_GLYPH: u16 = 1;

/// For each shipped face and character of the basic plane [`UNKNOWN`], [`NO_GLYPH`], or its advance in font units and 2.
/// The faces are part of the program, so an answer holds for as long as it runs.
static MEASURED: [[AtomicU16; PLANE]; 4] = [const { [const { AtomicU16::new(UNKNOWN) }; PLANE] }; 4];

/// The advance, in font units, of a character in the shipped face of that place; `look` is asked the first time.
pub(super) fn advance(face: usize, c: char, look: impl FnOnce() -> Option<u16>) -> Option<u16> {
    let Some(seen) = MEASURED.get(face).and_then(|table| table.get(c as usize)) else { return look() };
    match seen.load(Ordering::Relaxed) {
        UNKNOWN => {
            let found = look();
            // A width that has no room beside the two marks is looked up each time.
            let kept = found.map_or(Some(NO_GLYPH), |units| units.checked_add(2));
            seen.store(kept.unwrap_or(UNKNOWN), Ordering::Relaxed);
            found
        }
        NO_GLYPH => None,
        units => Some(units - 2),
    }
}
