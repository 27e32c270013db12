//! One change of a finding.

use chrono::NaiveDate;

use crate::domain::finding::{Attendance, Finding};
use crate::domain::symptom::{SevereSign, SymptomCode};
use crate::domain::temperature::{Site, Temperature};
use crate::ops::check::SheetLine;

/// One change of a finding.
#[derive(Debug, Clone, PartialEq)]
pub enum FindingEdit {
    /// Sets or removes a symptom.
    Symptom(SymptomCode),
    /// Sets a kind of attendance, or 到校 where it is set.
    Attendance(Attendance),
    /// The next kind of attendance in their order, for the mouse.
    NextAttendance,
    /// The temperature.
    Temperature(Option<Temperature>),
    /// Where the temperature was taken.
    Site(Site),
    /// Day of onset.
    Onset(Option<NaiveDate>),
    /// Sets or removes a severe sign.
    Severe(SevereSign),
    /// 是否就诊
    Seen(Option<bool>),
    /// 初步诊断
    Diagnosis(String),
    /// Sent home or not.
    SentHome,
    /// 说明
    Note(String),
    /// The marks of another finding: attendance and symptoms. What was measured or said of one is not another's.
    Repeat(Finding),
    /// Takes the proposal as it is.
    Accept,
    /// Removes the finding, turns the proposal down.
    Clear,
}

impl FindingEdit {
    /// Whether a line says already what the key would set, so that it would take it away. Of several people at once
    /// a mark is set for those who lack it, and taken away only where all have it.
    pub fn is_held(&self, line: &SheetLine) -> bool {
        let finding = line.finding.as_ref();
        match self {
            Self::Symptom(code) => finding.is_some_and(|finding| finding.symptoms.contains(code)),
            Self::Attendance(kind) => finding.is_some_and(|finding| finding.attendance == *kind),
            _ => false,
        }
    }

    /// The whole finding after the change. A change of a person with an open proposal takes it over: what
    /// the key names is then recorded, never taken away.
    pub fn apply(&self, line: &SheetLine) -> Finding {
        let proposed = line.finding.is_none() && line.proposal.is_some();
        let mut finding = line.finding.clone().or_else(|| line.proposal.clone()).unwrap_or_default();
        match self {
            Self::Symptom(code) => {
                if !finding.symptoms.insert(code.clone()) && !proposed {
                    finding.symptoms.remove(code);
                }
            }
            Self::Attendance(kind) => {
                let again = finding.attendance == *kind && !proposed;
                finding.attendance = if again { Attendance::Present } else { *kind };
            }
            Self::NextAttendance => finding.attendance = next(finding.attendance),
            Self::Temperature(temperature) => finding.temperature = *temperature,
            Self::Site(site) => {
                finding.temperature = finding.temperature.map(|t| Temperature { site: *site, ..t });
            }
            Self::Onset(day) => finding.onset = *day,
            Self::Severe(sign) => {
                if !finding.severe.insert(*sign) {
                    finding.severe.remove(sign);
                }
            }
            Self::Seen(seen) => finding.seen_doctor = *seen,
            Self::Diagnosis(text) => finding.diagnosis = words(text),
            Self::SentHome => finding.sent_home = !finding.sent_home,
            Self::Note(text) => finding.note = words(text),
            Self::Repeat(other) => {
                finding.attendance = other.attendance;
                finding.symptoms.clone_from(&other.symptoms);
            }
            Self::Accept => {}
            Self::Clear => finding = Finding::default(),
        }
        finding
    }
}

fn words(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_owned())
}

fn next(kind: Attendance) -> Attendance {
    let at = Attendance::ALL.iter().position(|other| *other == kind).unwrap_or_default();
    Attendance::ALL.get(at + 1).copied().unwrap_or_default()
}
