//! What to do with a name that no font can draw.

use serde::{Deserialize, Serialize};

/// The three choices when a name holds a character without a glyph in any font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum MissingGlyph {
    /// Print nothing and list the records.
    #[default]
    Stop,
    /// Print the others.
    LeaveOut,
    /// Print a ruled space in place of the name, for handwriting.
    Rule,
}

impl MissingGlyph {
    /// Reads `stop`, `leave-out`, `rule`.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "stop" => Some(Self::Stop),
            "leave-out" => Some(Self::LeaveOut),
            "rule" => Some(Self::Rule),
            _ => None,
        }
    }
}
