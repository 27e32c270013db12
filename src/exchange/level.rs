//! How much a package says about persons.

use serde::{Deserialize, Serialize};

/// How much a package says about persons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// Counts only, no names and no numbers of persons. The only level that may travel unsealed.
    Counts,
    /// Counts, and the persons of cases and clusters.
    Cases,
    /// Everything recorded.
    Full,
}

impl Level {
    /// All levels, the most sparing first.
    pub const ALL: [Self; 3] = [Self::Counts, Self::Cases, Self::Full];

    /// The level's name on the command line and in the manifest.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Counts => "counts",
            Self::Cases => "cases",
            Self::Full => "full",
        }
    }

    /// The level of a name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// Whether the package holds data of persons and must therefore be sealed.
    pub const fn needs_seal(self) -> bool {
        !matches!(self, Self::Counts)
    }
}
