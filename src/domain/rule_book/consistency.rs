//! Whether the rule files agree with each other.

use std::collections::BTreeSet;

use super::{Confirmation, Purpose, RuleBook, RuleError, number_entry};
use crate::domain::session::Session;
use crate::domain::temperature::Site;

impl RuleBook {
    /// Whether every entry names what there is, and a source.
    pub(super) fn check(&self) -> Result<(), RuleError> {
        let wrong = |file, name: &str| Err(RuleError::Inconsistent { file, name: name.to_owned() });
        let mut keys = BTreeSet::new();
        let letters = self.symptoms.symptoms.iter().map(|s| s.key);
        for key in letters.chain(self.symptoms.attendance.iter().map(|a| a.key)) {
            if !key.is_ascii_uppercase() || !keys.insert(key) {
                return wrong("rules/symptoms.toml", &key.to_string());
            }
        }
        for symptom in &self.symptoms.symptoms {
            if self.column(&symptom.column).is_none() {
                return wrong("rules/symptoms.toml", symptom.column.as_str());
            }
        }
        self.check_alerts()?;
        for session in Session::ALL {
            if self.session(session).is_none() {
                return wrong("rules/sessions.toml", session.name());
            }
        }
        if !self
            .temperatures
            .limits
            .iter()
            .filter(|l| l.purpose == Purpose::CheckSheet)
            .any(|l| l.site == Site::Axillary && l.status == Confirmation::Confirmed)
        {
            return wrong("rules/temperature.toml", Site::Axillary.name());
        }
        if let Some(name) = self.diseases.odd().or_else(|| self.reporting.odd()) {
            return wrong("rules/diseases.toml", &name);
        }
        if let Some(name) = self.home.odd(self) {
            return wrong("rules/home.toml", &name);
        }
        match self.entry_sources().find(|(_, id)| self.source(id).is_none()) {
            Some((file, id)) => wrong(file, id),
            None => Ok(()),
        }
    }

    /// The file and source id of every entry.
    pub(super) fn entry_sources(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let symptoms = self.symptoms.symptoms.iter().map(|e| &e.source);
        let symptoms = symptoms.chain(self.symptoms.attendance.iter().map(|e| &e.source));
        let symptoms = symptoms.chain(self.symptoms.columns.iter().map(|e| &e.source));
        let sessions = self.sessions.sessions.iter().map(|e| &e.source);
        let sessions = sessions.chain([
            &self.sessions.report.source,
            &self.sessions.package.source,
            &self.sessions.plan.source,
            &self.sessions.onset.source,
            &self.sessions.care.source,
            &self.sessions.slips.source,
        ]);
        let sessions = sessions.chain(self.sessions.counting.iter().map(|e| &e.source));
        let sessions = sessions.chain(self.sessions.choices.iter().map(|e| &e.source));
        let terms = self.calendar.terms.iter().map(|e| &e.source).chain([&self.calendar.source]);
        let limits = self.temperatures.limits.iter().map(|e| &e.source);
        let limits = limits.chain([&self.temperatures.retest.source]);
        let limits = limits.chain(self.temperatures.instruments.iter().map(|e| &e.source));
        let systems = self.systems.systems.iter().map(|e| &e.source);
        symptoms
            .map(|s| ("rules/symptoms.toml", s.as_str()))
            .chain(sessions.map(|s| ("rules/sessions.toml", s.as_str())))
            .chain(self.alert_sources())
            .chain(terms.map(|s| ("rules/calendar.toml", s.as_str())))
            .chain(limits.map(|s| ("rules/temperature.toml", s.as_str())))
            .chain(systems.map(|s| ("rules/school_systems.toml", s.as_str())))
            .chain(self.vaccines.vaccines.iter().map(|e| ("rules/vaccines.toml", e.source.as_str())))
            .chain(self.diseases.sources().map(|s| ("rules/diseases.toml", s)))
            .chain(self.reporting.sources().map(|s| ("rules/reporting.toml", s)))
            .chain(self.home.sources().map(|s| ("rules/home.toml", s)))
            .chain([
                ("rules/tracing.toml", self.tracing.source.as_str()),
                ("rules/pictures.toml", self.pictures.source.as_str()),
            ])
            .chain(self.numbers.phones.iter().map(|e| (number_entry::FILE, e.source.as_str())))
            .chain(self.numbers.student_numbers.iter().map(|e| (number_entry::FILE, e.source.as_str())))
    }
}
