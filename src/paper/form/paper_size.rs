//! Size of the sheets of a form.

use serde::Deserialize;

/// Size of the sheets of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaperSize {
    /// 210 × 297 mm
    #[default]
    A4,
    /// 148 × 210 mm
    A5,
}

impl PaperSize {
    /// Width and height of the upright sheet, mm.
    pub const fn upright(self) -> (f32, f32) {
        match self {
            Self::A4 => (210.0, 297.0),
            Self::A5 => (148.0, 210.0),
        }
    }

    /// Margin at the sides and at the top, mm.
    pub const fn margin(self) -> f32 {
        match self {
            Self::A4 => 13.0,
            Self::A5 => 9.0,
        }
    }
}
