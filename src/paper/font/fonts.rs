//! The fonts of one print: the shipped ones and, where names need them, some of this computer.

use std::collections::BTreeSet;
use std::path::PathBuf;

use ttf_parser::Face;

use super::FontKind;
use super::measured;
use super::system_font::{SystemFont, advance, em};

/// 间隔号, U+00B7.
const MIDDLE_DOT: char = '·';

/// A piece of a text that one face draws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run<'t> {
    /// The face.
    pub font: FontKind,
    /// The piece.
    pub text: &'t str,
}

/// The fonts that measure and draw one print. Cheap to make: faces are read where they lie.
pub struct Fonts {
    shipped: Vec<(FontKind, Face<'static>)>,
    system: Vec<SystemFont>,
}

impl std::fmt::Debug for Fonts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fonts").field("system", &self.system.len()).finish_non_exhaustive()
    }
}

impl Default for Fonts {
    fn default() -> Self {
        Self::shipped()
    }
}

impl Fonts {
    /// The shipped fonts alone: the same on every computer.
    pub fn shipped() -> Self {
        let shipped = FontKind::SHIPPED
            .into_iter()
            .filter_map(|kind| Some((kind, Face::parse(kind.shipped_bytes()?, 0).ok()?)))
            .collect();
        Self { shipped, system: Vec::new() }
    }

    /// The shipped fonts and, only if some character of the texts lacks a glyph, those fonts of this
    /// computer that have one.
    pub fn covering<'t>(texts: impl IntoIterator<Item = &'t str>) -> Self {
        let mut fonts = Self::shipped();
        fonts.seek(texts, &SystemFont::usual_folders());
        fonts
    }

    /// Looks below `folders` for what the texts need and no font here has.
    pub fn seek<'t>(&mut self, texts: impl IntoIterator<Item = &'t str>, folders: &[PathBuf]) {
        let mut wanted = BTreeSet::new();
        for text in texts {
            wanted.extend(self.missing(text));
        }
        if !wanted.is_empty() {
            self.system.extend(SystemFont::seek(&mut wanted, folders));
        }
    }

    /// Whether some font draws the character.
    pub fn covers(&self, c: char) -> bool {
        self.glyph(FontKind::SansRegular, c).is_some()
    }

    /// Whether that very face draws the character.
    pub fn draws(&self, font: FontKind, c: char) -> bool {
        self.glyph(font, c).is_some_and(|(kind, _)| kind == font)
    }

    /// The characters of a text that no font draws, each once, in order of appearance.
    pub fn missing(&self, text: &str) -> Vec<char> {
        let mut missing = Vec::new();
        for c in text.chars() {
            if !self.covers(c) && !missing.contains(&c) {
                missing.push(c);
            }
        }
        missing
    }

    /// The face that draws a character of a text set in `wanted`, and the character's width in em.
    fn glyph(&self, wanted: FontKind, c: char) -> Option<(FontKind, f32)> {
        // The dot between the parts of a name is as wide as a character; the serif faces have a narrow one.
        let wanted = match wanted {
            FontKind::SerifRegular if c == MIDDLE_DOT => FontKind::SansRegular,
            FontKind::SerifBold if c == MIDDLE_DOT => FontKind::SansBold,
            other => other,
        };
        for kind in [wanted, FontKind::SansRegular] {
            if let Some((place, (_, face))) = self.shipped.iter().enumerate().find(|(_, (k, _))| *k == kind)
                && let Some(units) = measured::advance(place, c, || advance(face, c))
            {
                return Some((kind, em(face, units)));
            }
        }
        self.system
            .iter()
            .enumerate()
            .find_map(|(index, font)| Some((FontKind::System(u8::try_from(index).ok()?), font.advance(c)?)))
    }

    /// The face that draws a character of a text set in `wanted`; the wanted one where none does.
    pub fn font_of(&self, wanted: FontKind, c: char) -> FontKind {
        self.glyph(wanted, c).map_or(wanted, |(kind, _)| kind)
    }

    /// Width of a character in em; 1 where no font draws it.
    pub fn advance(&self, wanted: FontKind, c: char) -> f32 {
        self.glyph(wanted, c).map_or(1.0, |(_, width)| width)
    }

    /// Width of a text in em.
    pub fn width(&self, wanted: FontKind, text: &str) -> f32 {
        text.chars().map(|c| self.advance(wanted, c)).sum()
    }

    /// The text cut where the face changes.
    pub fn runs<'t>(&self, wanted: FontKind, text: &'t str) -> Vec<Run<'t>> {
        let mut runs: Vec<Run<'t>> = Vec::new();
        let mut start = 0;
        let mut current = None;
        for (at, c) in text.char_indices() {
            let font = self.font_of(wanted, c);
            if current.is_some_and(|k| k != font) {
                runs.extend(piece(current, text.get(start..at)));
                start = at;
            }
            current = Some(font);
        }
        runs.extend(piece(current, text.get(start..)));
        runs
    }

    /// A font of this computer by its number.
    pub fn system(&self, number: u8) -> Option<&SystemFont> {
        self.system.get(usize::from(number))
    }
}

fn piece(font: Option<FontKind>, text: Option<&str>) -> Option<Run<'_>> {
    Some(Run { font: font?, text: text.filter(|t| !t.is_empty())? })
}
