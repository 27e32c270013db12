//! Colours, sizes and fonts of the window, as `looks.md` has them.
//!
//! ```
//! use chenjian::gui::theme::{Ink, Theme, Tone};
//!
//! let palette = Theme::Dark.palette();
//! assert_eq!(Ink::Bad.color(palette), palette.bad);
//! assert_eq!(Tone::Warn.soft(palette), palette.warnsoft);
//! ```

mod breadth;
mod catalog;
pub mod font;
mod ink;
mod palette;
pub mod size;
#[cfg(test)]
mod tests;

pub use breadth::Breadth;
pub use catalog::field;
pub use ink::{Ink, Tone};
pub use palette::Palette;

use iced::theme::{Base, Mode, Style};

/// The three appearances of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Theme {
    /// White sheets on a grey desk.
    #[default]
    Light,
    /// The same in the dark.
    Dark,
    /// White and yellow on black.
    HighContrast,
}

impl Theme {
    /// All themes in the order of the settings.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::HighContrast];

    /// The colours.
    pub const fn palette(&self) -> &'static Palette {
        match self {
            Self::Light => &Palette::LIGHT,
            Self::Dark => &Palette::DARK,
            Self::HighContrast => &Palette::HIGH_CONTRAST,
        }
    }
}

impl Base for Theme {
    fn default(preference: Mode) -> Self {
        if preference == Mode::Dark { Self::Dark } else { Self::Light }
    }

    fn mode(&self) -> Mode {
        if *self == Self::Light { Mode::Light } else { Mode::Dark }
    }

    fn base(&self) -> Style {
        let palette = self.palette();
        Style { background_color: palette.bg, text_color: palette.text }
    }

    fn palette(&self) -> Option<iced::theme::Palette> {
        None
    }

    fn name(&self) -> &str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::HighContrast => "high-contrast",
        }
    }
}
