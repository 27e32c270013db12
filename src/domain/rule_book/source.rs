//! Where a rule comes from.

use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;

/// A standard, notice or form that rules are taken from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Name that the entries of the rule files use: `cn2006`.
    pub id: String,
    /// Title.
    pub name: Bilingual,
    /// Day or year of issue: `2012-12-31`, `2006`, `undated`.
    pub date: String,
}
