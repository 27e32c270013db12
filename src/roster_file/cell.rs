//! One cell as the file holds it.

use std::sync::Arc;

/// Whole numbers below this are held exactly by a spreadsheet; above it the last digits are gone.
pub const EXACT_BELOW: f64 = 1e15;

/// One cell. Dates are serial numbers (Excel) or ISO text (OpenDocument).
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Cell {
    /// Nothing.
    #[default]
    Empty,
    /// Text as written; shared, since a roster repeats its words.
    Text(Arc<str>),
    /// A number.
    Number(f64),
    /// `#N/A` and its like.
    Error,
}

impl Cell {
    /// Text, or nothing where there are only spaces.
    pub fn of_text(text: &str) -> Self {
        if text.chars().all(|c| c.is_whitespace() || c == '\u{feff}') {
            Self::Empty
        } else if is_error_text(text.trim()) {
            Self::Error
        } else {
            Self::Text(text.into())
        }
    }

    /// Whether nothing is written there.
    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Empty)
    }

    /// The cell as the clerk reads it; empty for errors.
    pub fn text(&self) -> String {
        match self {
            Self::Empty | Self::Error => String::new(),
            Self::Text(text) => text.trim().to_owned(),
            Self::Number(number) if number.fract() == 0.0 && number.abs() < EXACT_BELOW => {
                format!("{number:.0}")
            }
            Self::Number(number) => number.to_string(),
        }
    }
}

fn is_error_text(text: &str) -> bool {
    matches!(text, "#N/A" | "#REF!" | "#VALUE!" | "#NAME?" | "#DIV/0!" | "#NULL!" | "#NUM!")
}
