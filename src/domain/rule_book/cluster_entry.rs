//! Alert rules of `assets/rules/clusters.toml`.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;
use super::reporting_entry::ReportingHours;
use super::temperature_limit::Purpose;
use crate::domain::scope::ScopeKind;
use crate::domain::symptom::{SevereSign, SymptomCode};
use crate::domain::temperature::{Site, Temperature};

/// Whether the rules of an edition judge.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InForce {
    /// They do, whatever anybody chooses.
    Always,
    /// They do unless the school has put them aside.
    UnlessDeclined,
    /// Only where the school has chosen them: they are another place's rules.
    IfChosen,
    /// Only once the school has confirmed them: their source is not sure.
    IfConfirmed,
}

/// Rules that were issued together and are chosen together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionEntry {
    /// Id: `cn2006`.
    pub id: String,
    /// Whether its rules judge.
    pub in_force: InForce,
    /// Whether it holds in one place only.
    #[serde(default)]
    pub local: bool,
    /// Short name.
    pub name: Bilingual,
    /// What it is and for whom.
    pub text: Bilingual,
    /// Id of the source.
    pub source: String,
}

/// What makes somebody a case where one symptom alone does not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseDefinition {
    /// Id: `ili`.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// What a temperature is asked for: at or above the limit of its site for that purpose.
    #[serde(default)]
    pub purpose: Option<Purpose>,
    /// One limit wherever it was taken, in tenths of a degree Celsius; it takes the place of those of the purpose.
    #[serde(default)]
    pub temperature: Option<u16>,
    /// The limits of the purpose by site, in tenths of a degree Celsius.
    #[serde(skip)]
    pub(super) limits: BTreeMap<Site, u16>,
    /// Symptoms that must all be there.
    #[serde(default)]
    pub all: BTreeSet<SymptomCode>,
    /// Symptoms of which at least one must be there; none named: none is asked for.
    #[serde(default)]
    pub any: BTreeSet<SymptomCode>,
    /// Diseases that make somebody a case whatever the symptoms.
    #[serde(default)]
    pub diseases: BTreeSet<String>,
    /// Id of the source.
    pub source: String,
}

impl CaseDefinition {
    /// Whether these symptoms and temperatures, of one illness, make a case.
    pub fn is_met(
        &self,
        codes: &BTreeSet<SymptomCode>,
        temperatures: impl IntoIterator<Item = Temperature>,
    ) -> bool {
        let measured = self.temperature.is_some() || self.purpose.is_some();
        let limit = |site| self.temperature.or_else(|| self.limits.get(&site).copied());
        let high = |it: Temperature| limit(it.site).is_some_and(|limit| it.tenths >= limit);
        let asks = measured || !self.all.is_empty() || !self.any.is_empty();
        asks && (!measured || temperatures.into_iter().any(high))
            && self.all.is_subset(codes)
            && (self.any.is_empty() || !self.any.is_disjoint(codes))
    }
}

/// Which day of an illness counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CountedBy {
    /// The day on which it began.
    #[default]
    Onset,
    /// Each day on which it was seen.
    Seen,
}

/// So many people of one scope, ill alike within so many days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClusterEntry {
    /// Name of the rule: `cn2006-1d3`.
    pub id: String,
    /// Edition that it belongs to.
    pub edition: String,
    /// Its version.
    pub version: String,
    /// Calendar days of the window, which ends on the day judged.
    pub days: u32,
    /// Lowest number of persons that raises the alert.
    pub count: usize,
    /// Lowest share of the head-count in percent; only in classes and dormitories.
    #[serde(default)]
    pub share: Option<usize>,
    /// Which day of an illness counts.
    #[serde(default)]
    pub counted_by: CountedBy,
    /// Kinds of scope that are judged.
    pub scopes: Vec<ScopeKind>,
    /// Symptoms that count, each for itself.
    #[serde(default)]
    pub symptoms: Vec<SymptomCode>,
    /// Id of the definition that makes a case.
    #[serde(default)]
    pub definition: Option<String>,
    /// Ids of diseases, suspected or diagnosed, that count, each for itself.
    #[serde(default)]
    pub diseases: Vec<String>,
    /// Hours from when the school knew, by which it must be reported.
    pub report_hours: u32,
    /// Whether it is an outbreak, which some schemes of limits want sooner than a cluster.
    #[serde(default)]
    pub outbreak: bool,
    /// Short name.
    pub name: Bilingual,
    /// What the rule says.
    pub text: Bilingual,
    /// Id of the source.
    pub source: String,
}

impl ClusterEntry {
    /// How many of a head-count raise the alert.
    pub fn needed(&self, head_count: usize) -> usize {
        let share = self.share.map_or(0, |percent| (head_count * percent).div_ceil(100));
        self.count.max(share)
    }
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
    /// Its version.
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

/// So many of one scope absent ill on one day without a symptom written down: call them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnknownEntry {
    /// Name of the rule.
    pub id: String,
    /// Its version.
    pub version: String,
    /// Lowest number of persons.
    pub count: usize,
    /// Kinds of scope that are judged.
    pub scopes: Vec<ScopeKind>,
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
    /// Its version.
    pub version: &'a str,
    /// Short name.
    pub name: &'a Bilingual,
    /// What the rule says.
    pub text: &'a Bilingual,
    /// Id of the source.
    pub source: &'a str,
    /// Hours by which it must be reported; `None` where nothing is to be reported.
    pub report_hours: Option<u32>,
    /// Whether it is an outbreak.
    pub outbreak: bool,
    /// The edition that it belongs to; `None` for rules that stand by themselves.
    pub edition: Option<&'a EditionEntry>,
}

impl AlertRule<'_> {
    /// Hours from when the school knew: the earlier of the rule's own limit and that of a scheme of limits; `None` where
    /// nothing is to be reported.
    pub fn hours_by(&self, scheme: &ReportingHours) -> Option<u32> {
        let of_scheme = if self.outbreak { scheme.outbreak } else { scheme.cluster };
        self.report_hours.map(|own| own.min(of_scheme))
    }
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ClusterFile {
    pub editions: Vec<EditionEntry>,
    pub definitions: Vec<CaseDefinition>,
    pub clusters: Vec<ClusterEntry>,
    pub severe: SevereEntry,
    pub symptoms_unknown: UnknownEntry,
}
