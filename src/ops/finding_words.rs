//! Findings in words, for banners, lists and the rows of 今天.

use crate::domain::cluster::{Alert, AlertSubject};
use crate::domain::finding::{Attendance, Finding};
use crate::domain::sheet::Sheet;
use crate::domain::symptom::SymptomCode;

use super::book::Book;
use super::today::Found;

impl Book {
    /// A finding in words: `因病 呕吐 发热 38.1`.
    pub fn finding_words(&self, finding: &Finding) -> String {
        let tag = self.tr.language().tag();
        let attendance = self.rules.attendance(finding.attendance);
        let mut words: Vec<String> =
            attendance.map(|entry| entry.short.get(tag).to_owned()).into_iter().collect();
        words.push(self.symptom_words(finding));
        words.extend(finding.severe.iter().map(|sign| self.rules.sign_name(*sign, tag).to_owned()));
        words.extend(finding.diagnosis.clone());
        if finding.sent_home {
            words.push(self.tr.term_sent_home());
        }
        words.retain(|word| !word.is_empty());
        words.join(" ")
    }

    /// Symptoms and temperature of a finding in words: `呕吐 发热 38.1`; empty where none is known.
    pub(in crate::ops) fn symptom_words(&self, finding: &Finding) -> String {
        let tag = self.tr.language().tag();
        let mut codes: Vec<&SymptomCode> = finding.symptoms.iter().collect();
        codes.sort_by_key(|code| self.rules.symptoms().iter().position(|entry| entry.code == **code));
        let fever = SymptomCode::new("fever");
        let derived = finding.temperature.is_some_and(|t| self.rules.is_fever(t)) && !codes.contains(&&fever);
        let mut words: Vec<String> =
            codes.into_iter().map(|code| self.rules.name(code, tag).to_owned()).collect();
        if derived {
            words.push(self.rules.name(&fever, tag).to_owned());
        }
        if let Some(temperature) = finding.temperature {
            words.push(temperature.to_string());
        }
        words.join(" ")
    }

    /// What a sheet found, counted; what an alert counts comes first, then the most frequent.
    pub(super) fn found_words(&self, sheet: &Sheet, alerts: &[Alert]) -> Vec<Found> {
        let tag = self.tr.language().tag();
        let mut found: Vec<Found> = Vec::new();
        for entry in self.rules.symptoms() {
            let count = sheet.findings.values().filter(|f| self.rules.codes(f).contains(&entry.code)).count();
            let alerting = alerts.iter().any(|alert| {
                alert.scope.group() == Some(sheet.key.group)
                    && alert.subject == AlertSubject::Symptom(entry.code.clone())
            });
            if count > 0 {
                found.push(Found { name: entry.name.get(tag).to_owned(), count, alerting });
            }
        }
        found.sort_by_key(|f| (!f.alerting, std::cmp::Reverse(f.count)));
        for kind in [Attendance::Ill, Attendance::Leave, Attendance::Late, Attendance::Unknown] {
            let silent = |f: &&Finding| f.attendance == kind && f.symptoms.is_empty();
            let count = sheet.findings.values().filter(silent).count();
            if let (1.., Some(entry)) = (count, self.rules.attendance(kind)) {
                found.push(Found { name: entry.name.get(tag).to_owned(), count, alerting: false });
            }
        }
        found
    }
}
