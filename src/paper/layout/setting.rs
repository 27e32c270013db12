//! How the characters of one line stand: marks closer together, a justified line spread.

use super::punctuation::{is_closing, is_wide, squeeze};
use super::{Style, TextLine};
use crate::paper::font::{FontKind, Fonts};

/// Widest gap added between two Chinese characters, em; looser lines stay ragged.
const LOOSEST: f32 = 0.25;
/// Widest gap added to a blank between Latin words, em.
const LOOSEST_BLANK: f32 = 0.5;

/// Width of a text with its marks closed up, mm.
pub(super) fn natural_width(fonts: &Fonts, font: FontKind, size: f32, text: &str) -> f32 {
    let closer: f32 = text.chars().zip(text.chars().skip(1)).map(|(a, b)| squeeze(a, b)).sum();
    (fonts.width(font, text) - closer) * size
}

/// What is added between the characters of a line, mm.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Spread {
    /// As the characters are.
    Natural,
    /// Between Chinese characters and at blanks; words and figures stay as they are.
    Han(f32),
    /// After blanks.
    Latin(f32),
}

impl Spread {
    /// What brings a line that goes on to the width of its column.
    pub(super) fn of(fonts: &Fonts, line: &TextLine, style: Style, width: f32) -> Self {
        if !line.continues {
            return Self::Natural;
        }
        let mut natural = natural_width(fonts, style.font, style.size, &line.text);
        if natural > width && line.text.ends_with(is_closing) {
            natural -= style.size / 2.0;
        }
        let count = line.text.chars().count();
        let narrow = line.text.chars().filter(char::is_ascii_alphabetic).count();
        let latin = narrow * 2 > count;
        let spread = if latin { Self::Latin(1.0) } else { Self::Han(1.0) };
        let pairs = line.text.chars().zip(line.text.chars().skip(1));
        let places: f32 = pairs.map(|(a, b)| spread.between(a, b)).sum();
        let each = (width - natural) / places.max(1.0);
        let loosest = if latin { LOOSEST_BLANK } else { LOOSEST };
        match each {
            each if each <= 0.001 || each > loosest * style.size => Self::Natural,
            each if latin => Self::Latin(each),
            each => Self::Han(each),
        }
    }

    /// What is added between two characters, mm.
    fn between(self, before: char, after: char) -> f32 {
        let free = |c: char| c == ' ' || is_wide(c);
        match self {
            Self::Han(each) if free(before) || free(after) => each,
            Self::Latin(each) if before == ' ' => each,
            _ => 0.0,
        }
    }
}

/// Characters in one face at one distance.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece<'t> {
    pub font: FontKind,
    pub text: &'t str,
    /// Added after every character, mm.
    pub tracking: f32,
    /// Where the next piece begins, mm from the start of this one.
    pub width: f32,
}

/// Cuts a line where the face or the distance of the characters changes.
pub(super) fn pieces<'t>(fonts: &Fonts, style: Style, text: &'t str, spread: Spread) -> Vec<Piece<'t>> {
    let word = |c: Option<char>| c.is_some_and(|c| c != ' ' && !is_wide(c));
    let mut pieces: Vec<Piece<'t>> = Vec::new();
    let (mut start, mut count) = (0, 0);
    let (mut before, mut gap) = (None, 0.0);
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, next)| *next);
        let font = fonts.font_of(style.font, c);
        let opens_word = spread != Spread::Natural && !word(before) && word(Some(c)) && word(next);
        let goes_on = pieces.last().is_some_and(|piece| {
            let even = count == 1 || (piece.tracking - gap).abs() < f32::EPSILON;
            piece.font == font && even && !opens_word
        });
        if !goes_on {
            pieces.push(Piece { font, text: "", tracking: 0.0, width: 0.0 });
            (start, count) = (at, 0);
        }
        let after = next.map_or(0.0, |next| spread.between(c, next) - squeeze(c, next) * style.size);
        if let Some(piece) = pieces.last_mut() {
            count += 1;
            if count == 2 {
                piece.tracking = gap;
            }
            piece.text = text.get(start..at + c.len_utf8()).unwrap_or_default();
            piece.width += fonts.advance(font, c) * style.size + after;
        }
        (before, gap) = (Some(c), after);
    }
    pieces
}
