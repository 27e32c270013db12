//! Fever limits of `assets/rules/temperature.toml`.

use serde::{Deserialize, Serialize};

use crate::domain::temperature::Site;

/// Whether the school may rely on an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confirmation {
    /// Source and date are known: the entry applies.
    Confirmed,
    /// The entry is shown and does not apply until the school has confirmed it.
    Unconfirmed,
}

/// From what value a temperature counts as fever.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemperatureLimit {
    /// Where it was taken.
    pub site: Site,
    /// Lowest fever, in tenths of a degree Celsius.
    pub tenths: u16,
    /// Whether it applies.
    pub status: Confirmation,
    /// Id of the source.
    pub source: String,
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TemperatureFile {
    #[serde(rename = "version")]
    _version: String,
    pub limits: Vec<TemperatureLimit>,
}
