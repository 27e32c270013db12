//! Limits, instruments and retests of `assets/rules/temperature.toml`.

use chrono::{NaiveDateTime, TimeDelta};
use serde::{Deserialize, Serialize};

use super::{Bilingual, RuleBook};
use crate::domain::finding::Finding;
use crate::domain::measurement::Instrument;
use crate::domain::temperature::{Site, Temperature};

/// Whether the school may rely on an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Confirmation {
    /// Source and date are known: the entry applies.
    Confirmed,
    /// The entry is shown and does not apply until the school has confirmed it.
    Unconfirmed,
}

/// What a temperature is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Fever on a check sheet.
    CheckSheet,
    /// Who is held back and measured again at the gate.
    EntryGate,
    /// The fever of an influenza-like illness.
    Ili,
}

impl Purpose {
    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::CheckSheet => "check_sheet",
            Self::EntryGate => "entry_gate",
            Self::Ili => "ili",
        }
    }
}

/// From what value a temperature says something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TemperatureLimit {
    /// What it is taken for.
    pub purpose: Purpose,
    /// Where it was taken.
    pub site: Site,
    /// The lowest value, in tenths of a degree Celsius.
    pub tenths: u16,
    /// Whether it applies.
    pub status: Confirmation,
    /// Id of the source.
    pub source: String,
    /// What is doubtful about it.
    #[serde(default)]
    pub note: Option<Bilingual>,
}

/// When a temperature at or above the limit of the gate is taken again.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetestRule {
    /// Minutes after the first.
    pub after_minutes: u32,
    /// Id of the source.
    pub source: String,
}

/// What temperatures are taken with.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InstrumentEntry {
    /// The instrument.
    pub instrument: Instrument,
    /// Where it measures.
    pub site: Site,
    /// Name.
    pub name: Bilingual,
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
    pub retest: RetestRule,
    pub instruments: Vec<InstrumentEntry>,
}

impl RuleBook {
    /// All limits, those that do not apply too.
    pub fn temperature_limits(&self) -> &[TemperatureLimit] {
        &self.temperatures.limits
    }

    /// What temperatures are taken with.
    pub fn instruments(&self) -> &[InstrumentEntry] {
        &self.temperatures.instruments
    }

    /// Where an instrument measures and what it is called.
    pub fn instrument(&self, instrument: Instrument) -> Option<&InstrumentEntry> {
        self.temperatures.instruments.iter().find(|entry| entry.instrument == instrument)
    }

    /// The lowest value at a site that counts for a purpose, in tenths of a degree Celsius. Where the site's own
    /// limit is not confirmed, the axillary one of the same purpose stands in, so that a high value is never passed
    /// over.
    pub fn limit_for(&self, purpose: Purpose, site: Site) -> u16 {
        let confirmed = |purpose, site| {
            let mut limits = self.temperatures.limits.iter().filter(|l| l.status == Confirmation::Confirmed);
            limits.find(|l| l.purpose == purpose && l.site == site).map(|l| l.tenths)
        };
        let sites = [site, Site::Axillary];
        let mut known = sites.into_iter().filter_map(|site| confirmed(purpose, site));
        known.next().or_else(|| confirmed(Purpose::CheckSheet, Site::Axillary)).unwrap_or(u16::MAX)
    }

    /// The lowest fever of a check sheet at a site, in tenths of a degree Celsius.
    pub fn temperature_limit(&self, site: Site) -> u16 {
        self.limit_for(Purpose::CheckSheet, site)
    }

    /// Whether a temperature reaches the limit of its site for a purpose.
    pub fn reaches(&self, purpose: Purpose, temperature: Temperature) -> bool {
        temperature.tenths >= self.limit_for(purpose, temperature.site)
    }

    /// Whether a temperature is a fever on a check sheet.
    pub fn is_fever(&self, temperature: Temperature) -> bool {
        self.reaches(Purpose::CheckSheet, temperature)
    }

    /// When somebody is to be measured again; `None` where nothing is open.
    pub fn retest_at(&self, finding: &Finding, purpose: Purpose) -> Option<NaiveDateTime> {
        let first = finding.first_measured().filter(|first| self.reaches(purpose, first.temperature))?;
        Some(first.at? + TimeDelta::minutes(i64::from(self.temperatures.retest.after_minutes)))
    }
}
