//! Temperatures with the instrument and the hour, where one is taken again: 复测.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::finding::Finding;
use super::temperature::Temperature;

/// What a temperature is taken with. Where it is taken and what it is called stands in the rule book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Instrument {
    /// 额温枪
    Infrared,
    /// 耳温枪
    Ear,
    /// 电子体温计
    Electronic,
    /// 水银体温计
    Glass,
}

impl Instrument {
    /// All instruments.
    pub const ALL: [Self; 4] = [Self::Infrared, Self::Ear, Self::Electronic, Self::Glass];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Infrared => "infrared",
            Self::Ear => "ear",
            Self::Electronic => "electronic",
            Self::Glass => "glass",
        }
    }

    /// The instrument of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|instrument| instrument.name() == name)
    }
}

/// One measurement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measurement {
    /// Value and site.
    #[serde(flatten)]
    pub temperature: Temperature,
    /// With what, where it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instrument: Option<Instrument>,
    /// When; `None` for one that was typed on a class sheet without an hour.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<NaiveDateTime>,
}

impl Finding {
    /// Adds a measurement: all are kept in their order, and the last one decides.
    pub fn measure(&mut self, measured: Measurement) {
        if let (Some(temperature), true) = (self.temperature, self.retests.is_empty()) {
            self.retests.push(Measurement { temperature, instrument: self.instrument, at: None });
        }
        self.retests.push(measured);
        self.temperature = Some(measured.temperature);
        self.instrument = measured.instrument;
    }

    /// The only measurement so far with its hour, which another one may have to decide.
    pub fn first_measured(&self) -> Option<Measurement> {
        match self.retests.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::temperature::Site;

    #[test]
    fn all_measurements_are_kept_and_the_last_one_decides() {
        let at = |minute| "2026-11-23".parse::<chrono::NaiveDate>().unwrap().and_hms_opt(7, minute, 0);
        let taken = |tenths, site, minute| Measurement {
            temperature: Temperature::new(tenths, site).unwrap(),
            instrument: Some(Instrument::Glass),
            at: at(minute),
        };
        let mut finding = Finding::default();
        finding.measure(taken(376, Site::Forehead, 30));
        assert_eq!(finding.first_measured().and_then(|m| m.at), at(30));
        finding.measure(taken(369, Site::Axillary, 45));
        assert_eq!(finding.temperature, Temperature::new(369, Site::Axillary));
        assert_eq!((finding.retests.len(), finding.first_measured()), (2, None));
        let mut typed = Finding { temperature: Temperature::new(380, Site::Axillary), ..Finding::default() };
        typed.measure(taken(372, Site::Axillary, 50));
        assert_eq!((typed.retests[0].temperature.tenths, typed.retests[0].at), (380, None));
    }

    #[test]
    fn findings_of_before_load_and_those_without_retests_are_written_as_before() {
        let old = r#"{"attendance":"ill","symptoms":["fever"],"temperature":{"tenths":382,"site":"axillary"},"onset":null,"severe":[],"seen_doctor":null,"diagnosis":null,"sent_home":false,"note":null}"#;
        let finding: Finding = serde_json::from_str(old).unwrap();
        assert!(finding.retests.is_empty() && finding.instrument.is_none());
        assert_eq!(serde_json::to_string(&finding).unwrap(), old);
    }
}
