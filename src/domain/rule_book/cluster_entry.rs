//! Alert rules of `assets/rules/clusters.toml`.

use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;
use crate::domain::group::GroupKind;
use crate::domain::symptom::{SevereSign, SymptomCode};

/// So many people of one group with one symptom within so many days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClusterEntry {
    /// Name of the rule: `cn2006-1d3`.
    pub id: String,
    /// Edition.
    pub version: String,
    /// Calendar days of the window, which ends on the day judged.
    pub days: u32,
    /// Lowest number of persons that raises the alert.
    pub count: usize,
    /// Kinds of group that are judged.
    pub scopes: Vec<GroupKind>,
    /// Symptoms that count, each for itself.
    pub symptoms: Vec<SymptomCode>,
    /// Hours from when the school knew, by which it must be reported.
    pub report_hours: u32,
    /// Short name.
    pub name: Bilingual,
    /// What the rule says.
    pub text: Bilingual,
    /// Id of the source.
    pub source: String,
}

/// Name of a severe sign.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignEntry {
    /// The sign.
    pub sign: SevereSign,
    /// Name.
    pub name: Bilingual,
}

/// The signs that alert on one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SevereEntry {
    /// Name of the rule.
    pub id: String,
    /// Edition.
    pub version: String,
    /// Hours from when the school knew, by which it must be reported.
    pub report_hours: u32,
    /// Short name.
    pub name: Bilingual,
    /// What the rule says.
    pub text: Bilingual,
    /// The signs with their names.
    pub signs: Vec<SignEntry>,
    /// Id of the source.
    pub source: String,
}

/// So many of one group absent ill on one day without a symptom written down: call them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnknownEntry {
    /// Name of the rule.
    pub id: String,
    /// Edition.
    pub version: String,
    /// Lowest number of persons.
    pub count: usize,
    /// Kinds of group that are judged.
    pub scopes: Vec<GroupKind>,
    /// Short name.
    pub name: Bilingual,
    /// What the rule says.
    pub text: Bilingual,
    /// Id of the source.
    pub source: String,
}

/// What is said of any alert rule, whatever it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AlertRule<'a> {
    /// Edition.
    pub version: &'a str,
    /// Short name.
    pub name: &'a Bilingual,
    /// What the rule says.
    pub text: &'a Bilingual,
    /// Id of the source.
    pub source: &'a str,
    /// Hours by which it must be reported; `None` where nothing is to be reported.
    pub report_hours: Option<u32>,
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClusterFile {
    pub clusters: Vec<ClusterEntry>,
    pub severe: SevereEntry,
    pub symptoms_unknown: UnknownEntry,
}
