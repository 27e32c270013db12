//! Vaccines of `assets/rules/vaccines.toml`.

use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;

/// A vaccine of the check at school entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VaccineEntry {
    /// Stable id: `hepb`.
    pub id: String,
    /// Name on the register.
    pub name: Bilingual,
    /// Doses of a complete certificate; absent where they are not judged.
    pub doses: Option<u8>,
    /// Id of the source.
    pub source: String,
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct VaccineFile {
    #[serde(rename = "version")]
    _version: String,
    pub vaccines: Vec<VaccineEntry>,
}
