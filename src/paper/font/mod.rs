//! The shipped fonts, which characters they draw and how wide these are.

mod fonts;
mod kind;
mod measured;
mod missing_glyph;
mod system_font;

#[cfg(test)]
mod tests;

pub use fonts::{Fonts, Run};
pub use kind::FontKind;
pub use missing_glyph::MissingGlyph;
pub use system_font::SystemFont;
