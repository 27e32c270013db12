//! What the rule book says of alerts.

use super::cluster_entry::{
    AlertRule, CaseDefinition, ClusterEntry, EditionEntry, SevereEntry, UnknownEntry,
};
use super::{RuleBook, RuleError};
use crate::domain::scope::ScopeKind;
use crate::domain::symptom::SevereSign;
use crate::domain::temperature::Site;

/// The file.
const FILE: &str = "rules/clusters.toml";

impl RuleBook {
    /// The cluster rules of all editions, whether or not they judge.
    pub fn clusters(&self) -> &[ClusterEntry] {
        &self.alerts.clusters
    }

    /// The cluster rule of that id.
    pub fn cluster(&self, id: &str) -> Option<&ClusterEntry> {
        self.alerts.clusters.iter().find(|rule| rule.id == id)
    }

    /// The editions of cluster rules.
    pub fn editions(&self) -> &[EditionEntry] {
        &self.alerts.editions
    }

    /// The edition of that id.
    pub fn edition(&self, id: &str) -> Option<&EditionEntry> {
        self.alerts.editions.iter().find(|edition| edition.id == id)
    }

    /// The case definition of that id.
    pub fn definition(&self, id: &str) -> Option<&CaseDefinition> {
        self.alerts.definitions.iter().find(|definition| definition.id == id)
    }

    /// Tells each case definition the limits of what it asks a temperature for.
    pub(super) fn measure_definitions(&mut self) {
        let mut definitions = std::mem::take(&mut self.alerts.definitions);
        for definition in &mut definitions {
            let limit = |purpose, site| (site, self.limit_for(purpose, site));
            let of = |purpose| Site::ALL.into_iter().map(move |site| limit(purpose, site)).collect();
            definition.limits = definition.purpose.map(of).unwrap_or_default();
        }
        self.alerts.definitions = definitions;
    }

    /// The rule of the single severe signs.
    pub fn severe(&self) -> &SevereEntry {
        &self.alerts.severe
    }

    /// Name of a severe sign.
    pub fn sign_name(&self, sign: SevereSign, language_tag: &str) -> &str {
        let entry = self.alerts.severe.signs.iter().find(|s| s.sign == sign);
        entry.map_or(sign.name(), |s| s.name.get(language_tag))
    }

    /// The rule of the ill without symptoms.
    pub fn symptoms_unknown(&self) -> &UnknownEntry {
        &self.alerts.symptoms_unknown
    }

    /// Name, text, version and source of the alert rule of that id.
    pub fn alert_rule(&self, id: &str) -> Option<AlertRule<'_>> {
        let (severe, unknown) = (&self.alerts.severe, &self.alerts.symptoms_unknown);
        if id == severe.id {
            return Some(AlertRule {
                version: &severe.version,
                name: &severe.name,
                text: &severe.text,
                source: &severe.source,
                report_hours: Some(severe.report_hours),
                outbreak: false,
                edition: None,
            });
        }
        if id == unknown.id {
            return Some(AlertRule {
                version: &unknown.version,
                name: &unknown.name,
                text: &unknown.text,
                source: &unknown.source,
                report_hours: None,
                outbreak: false,
                edition: None,
            });
        }
        self.cluster(id).map(|rule| AlertRule {
            version: &rule.version,
            name: &rule.name,
            text: &rule.text,
            source: &rule.source,
            report_hours: Some(rule.report_hours),
            outbreak: rule.outbreak,
            edition: self.edition(&rule.edition),
        })
    }

    /// The source of every entry.
    pub(super) fn alert_sources(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let alerts = &self.alerts;
        let entries = alerts.clusters.iter().map(|e| &e.source);
        let entries = entries.chain(alerts.editions.iter().map(|e| &e.source));
        let entries = entries.chain(alerts.definitions.iter().map(|e| &e.source));
        let entries = entries.chain([&alerts.severe.source, &alerts.symptoms_unknown.source]);
        entries.map(|source| (FILE, source.as_str()))
    }

    /// Every rule counts one kind of thing, and names only what stands somewhere.
    pub(super) fn check_alerts(&self) -> Result<(), RuleError> {
        let wrong = |name: &str| Err(RuleError::Inconsistent { file: FILE, name: name.to_owned() });
        for rule in self.clusters() {
            let kinds = [!rule.symptoms.is_empty(), rule.definition.is_some(), !rule.diseases.is_empty()];
            let counts_one = kinds.iter().filter(|kind| **kind).count() == 1;
            let heads_known = rule.share.is_none()
                || rule.scopes.iter().all(|kind| matches!(kind, ScopeKind::Class | ScopeKind::Dormitory));
            let doubled = self.clusters().iter().filter(|other| other.id == rule.id).count() > 1;
            if !counts_one || !heads_known || doubled || rule.days == 0 || rule.count == 0 {
                return wrong(&rule.id);
            }
            if self.edition(&rule.edition).is_none() {
                return wrong(&rule.edition);
            }
            if let Some(id) = rule.definition.as_ref().filter(|id| self.definition(id).is_none()) {
                return wrong(id);
            }
        }
        let diseases = self.clusters().iter().flat_map(|rule| &rule.diseases);
        let mut diseases = diseases.chain(self.alerts.definitions.iter().flat_map(|d| &d.diseases));
        if let Some(id) = diseases.find(|id| self.disease(id).is_none()) {
            return wrong(id);
        }
        let named = self.alerts.definitions.iter().flat_map(|d| d.all.iter().chain(&d.any));
        let mut named = self.clusters().iter().flat_map(|rule| &rule.symptoms).chain(named);
        named.find(|code| self.symptom(code).is_none()).map_or(Ok(()), |code| wrong(code.as_str()))
    }

    /// The book with other alert rules, for tests of what no shipped rule asks for.
    #[cfg(test)]
    pub(crate) fn with_alerts(mut self, toml: &str) -> Self {
        self.alerts = super::read(FILE, toml).unwrap();
        self.check_alerts().unwrap();
        self
    }
}
