//! The shipped fonts, made known to the renderer.

use std::sync::Arc;

use iced::Font;
use iced::advanced::graphics::text::{cosmic_text::fontdb, font_system};
use iced::font::Weight;

use crate::paper::font::FontKind;

/// The family that everything on the screen is set in.
pub const FAMILY: &str = "Noto Sans SC";
/// Running text; the renderer's default font.
pub const REGULAR: Font = Font::with_name(FAMILY);
/// Titles, figures, what is chosen.
pub const BOLD: Font = Font { weight: Weight::Bold, ..REGULAR };

/// The family of printed letters, for the preview of paper.
pub const SERIF: Font = Font::with_name("Noto Serif SC");
/// Its bold.
pub const SERIF_BOLD: Font = Font { weight: Weight::Bold, ..SERIF };

/// Loads the shipped faces into the renderer's font system once; call it before the first window and in view tests.
///
/// The bytes stay where they are in the program's image: the usual way through the settings would copy them.
pub fn load() {
    // A thread that died while holding the lock leaves a font system that can still be read.
    let mut fonts = font_system().write().unwrap_or_else(std::sync::PoisonError::into_inner);
    let database = fonts.raw().db_mut();
    let known =
        database.faces().any(|face| face.families.iter().any(|(name, _)| name == FAMILY) && is_ours(face));
    if !known {
        for face in FontKind::SHIPPED.into_iter().filter_map(FontKind::shipped_bytes) {
            database.load_font_source(fontdb::Source::Binary(Arc::new(face)));
        }
    }
}

/// Whether a face lies in memory; an installed copy of the family would come from a file and may lack a weight.
fn is_ours(face: &fontdb::FaceInfo) -> bool {
    matches!(face.source, fontdb::Source::Binary(_))
}
