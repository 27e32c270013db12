//! `check findings`: what the sheets of a day say, proposals too.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::members::Seat;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::measurement::Measurement;
use crate::domain::rule_book::Purpose;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// A temperature in a finding.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TemperatureValue {
    /// Degrees Celsius with one decimal.
    pub value: f64,
    /// Site.
    pub site: &'static str,
}

/// One finding or proposal.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FindingLine {
    /// Key of the person.
    pub key: String,
    /// Name.
    pub name: String,
    /// Class, dormitory or staff as the school writes it.
    pub class: String,
    /// 班内学号
    pub seat_no: u32,
    /// Session.
    pub session: Session,
    /// `ill`, `leave`, `late`, `unknown`, or `None` for present.
    pub absence: Option<&'static str>,
    /// Symptom codes.
    pub symptoms: Vec<String>,
    /// Temperature.
    pub temp: Option<TemperatureValue>,
    /// Every measurement, where one was taken with its hour; the last one decides.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub measurements: Vec<Measurement>,
    /// When to measure again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub retest_at: Option<NaiveDateTime>,
    /// Day of onset.
    pub onset: Option<NaiveDate>,
    /// Severe signs.
    pub severe: Vec<&'static str>,
    /// 是否就诊
    pub seen: Option<bool>,
    /// 初步诊断
    pub diagnosis: Option<String>,
    /// Sent home.
    pub sent_home: bool,
    /// 说明
    pub note: Option<String>,
    /// All of it in words, for people.
    #[serde(skip)]
    pub words: String,
    /// Whether this is only a proposal.
    pub proposal: bool,
    /// Whether its sheet is confirmed.
    pub confirmed: bool,
}

impl Book {
    /// Findings and open proposals of a day, by class, seat and session.
    pub fn check_findings(&self, date: NaiveDate) -> Result<Vec<FindingLine>, OpError> {
        let sheets = self.store.sheets_between(date, date)?;
        let mut lines = Vec::new();
        for status in self.check_status(date)? {
            let key = SheetKey { group: status.group, date, session: status.session };
            let untouched = Sheet::untouched(key);
            let sheet = sheets.get(&key).unwrap_or(&untouched);
            let everyone = self.everyone(key.group, date)?;
            let counted = self.members(key.group, date, key.session)?;
            let proposals = self.proposals(sheet, &counted)?;
            let gone = self.no_longer_there(sheet, &everyone)?;
            for member in everyone.iter().chain(&gone) {
                let id = member.person.id;
                let found = sheet.findings.get(&id).map(|finding| (finding, false));
                if let Some((finding, proposal)) = found.or(proposals.get(&id).map(|f| (f, true))) {
                    let mut line = line(finding, key.session);
                    line.key = id.to_string();
                    line.name.clone_from(&member.person.name);
                    line.class.clone_from(&status.class);
                    line.seat_no = member.seat_no;
                    line.words = self.finding_words(finding);
                    line.retest_at = self.rules.retest_at(finding, Purpose::EntryGate);
                    line.proposal = proposal;
                    line.confirmed = sheet.confirmed_at.is_some();
                    lines.push(line);
                }
            }
        }
        Ok(lines)
    }

    /// Whoever a sheet holds a finding of and the group no longer counts, under the last number in it.
    fn no_longer_there(&self, sheet: &Sheet, everyone: &[Seat]) -> Result<Vec<Seat>, OpError> {
        let mut gone = Vec::new();
        for id in sheet.findings.keys().filter(|id| !everyone.iter().any(|seat| seat.person.id == **id)) {
            let Some(person) = self.store.person(*id)? else { continue };
            let enrolments = self.store.enrolments_of(*id)?;
            let there = enrolments.iter().rev().find(|it| Group::Class(it.class) == sheet.key.group);
            gone.push(Seat { seat_no: there.map_or(0, |it| it.seat_no), person });
        }
        Ok(gone)
    }
}

fn line(finding: &Finding, session: Session) -> FindingLine {
    FindingLine {
        key: String::new(),
        name: String::new(),
        class: String::new(),
        seat_no: 0,
        session,
        absence: (finding.attendance != Attendance::Present).then(|| finding.attendance.name()),
        symptoms: finding.symptoms.iter().map(ToString::to_string).collect(),
        temp: finding
            .temperature
            .map(|t| TemperatureValue { value: f64::from(t.tenths) / 10.0, site: t.site.name() }),
        measurements: finding.retests.clone(),
        retest_at: None,
        onset: finding.onset,
        severe: finding.severe.iter().map(|sign| sign.name()).collect(),
        seen: finding.seen_doctor,
        diagnosis: finding.diagnosis.clone(),
        sent_home: finding.sent_home,
        note: finding.note.clone(),
        words: String::new(),
        proposal: false,
        confirmed: false,
    }
}
