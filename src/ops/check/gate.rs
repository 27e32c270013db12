//! 一测二问三登记: somebody at the gate or the door, found in any class, measured, asked and filed at once.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::hand_in::HandIn;
use crate::domain::finding::Finding;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::measurement::{Instrument, Measurement};
use crate::domain::rule_book::Purpose;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Temperature;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Somebody who was measured and asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateEntry {
    /// Who.
    pub person: PersonId,
    /// The temperature; `None`: only asked.
    pub temperature: Option<Temperature>,
    /// What it was taken with.
    pub instrument: Option<Instrument>,
    /// What was said or seen.
    pub symptoms: BTreeSet<SymptomCode>,
}

/// Somebody who was filed at the gate, or has been measured there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GateLine {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class, dormitory or staff as lists show it.
    pub class: String,
    /// The session of the sheet that holds it.
    pub session: Session,
    /// Symptoms and temperature in words.
    pub words: String,
    /// Symptoms alone in words.
    pub asked: String,
    /// Every measurement in its order; the last one decides.
    pub measurements: Vec<Measurement>,
    /// Whether the temperature that decides reaches the limit at the gate.
    pub high: bool,
    /// When to measure again; `None`: that is decided.
    pub retest_at: Option<NaiveDateTime>,
    /// The sheet.
    #[serde(skip)]
    pub sheet: Group,
}

/// A day at the gate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateView {
    /// The day.
    pub date: NaiveDate,
    /// The session whose sheets are filled in now.
    pub session: Session,
    /// Who was measured today: those to be measured again first, then the newest.
    pub lines: Vec<GateLine>,
}

impl Book {
    /// Files an entry on the sheet of now that is still open, else on the register of the whole day, where it is confirmed
    /// by being filed: whoever stands at the gate has checked. A second measurement decides; what was marked before stays. A
    /// temperature at which nobody is held back is no finding of the class: it stands in that register alone.
    ///
    /// # Errors
    /// As for [`Self::record_all`]; [`OpError::BadValue`] for an entry that says nothing.
    pub fn file_at_gate(&mut self, entry: &GateEntry) -> Result<GateLine, OpError> {
        if entry.temperature.is_none() && entry.symptoms.is_empty() {
            return Err(OpError::BadValue { field: "gate", given: String::new() });
        }
        let key = self.gate_sheet(entry.person)?;
        let mut finding = self.store.sheet(key)?.findings.remove(&entry.person).unwrap_or_default();
        finding.symptoms.extend(entry.symptoms.iter().cloned());
        if let Some(temperature) = entry.temperature {
            let (instrument, at) = (entry.instrument, Some(self.now()));
            finding.measure(Measurement { temperature, instrument, at });
        }
        if self.is_only_measured(&finding)
            && let Some(line) = self.file_beside(key, entry.person, &finding)?
        {
            return Ok(line);
        }
        self.record_all(key, &[(entry.person, finding.clone())], None)?;
        self.gate_line(key, entry.person, &finding)
    }

    /// Whether nothing is said but a temperature at which nobody is held back.
    fn is_only_measured(&self, finding: &Finding) -> bool {
        let rest = Finding { temperature: None, instrument: None, retests: Vec::new(), ..finding.clone() };
        let high = |t| self.rules.reaches(Purpose::EntryGate, t) || self.rules.is_fever(t);
        rest.is_empty() && finding.temperature.is_some_and(|t| !high(t))
    }

    /// Keeps a measurement that found nothing in the register of the whole day, so that the class's sheet stays free of
    /// it and can be nil: where a high value waited there for this one, it is moved along. `None` where the sheet is in
    /// already or stands in a report.
    fn file_beside(
        &mut self,
        key: SheetKey,
        person: PersonId,
        finding: &Finding,
    ) -> Result<Option<GateLine>, OpError> {
        let mut sheet = self.store.sheet(key)?;
        if key.session == Session::AllDay || sheet.confirmed_at.is_some() {
            return Ok(None);
        }
        let group = self.group_of(person, key.date, Session::AllDay)?.group;
        let beside = SheetKey { group, session: Session::AllDay, ..key };
        let mut register = self.store.sheet(beside)?;
        let mut kept = register.findings.remove(&person).unwrap_or_default();
        for measured in &finding.retests {
            kept.measure(*measured);
        }
        if sheet.findings.remove(&person).is_none() {
            self.record_all(beside, &[(person, kept.clone())], None)?;
            return self.gate_line(beside, person, &kept).map(Some);
        }
        if self.reported(&register)?.covers(person) {
            return Ok(None);
        }
        let _ = register.findings.insert(person, kept.clone());
        if register.confirmed_at.is_none() {
            let seen = HandIn { checked_by: Some(self.operator()?), handed_in_at: Some(self.now()) };
            register = self.confirmed(register, &seen)?;
        }
        let detail = self.sheet_detail(key)?;
        self.act("record", detail, |act, _| {
            let _ = act.put_sheet(&sheet)?;
            Ok::<_, OpError>(act.put_sheet(&register).map(drop)?)
        })?;
        self.gate_line(beside, person, &kept).map(Some)
    }

    /// The sheet that an entry of now belongs to: the one on which a retest waits, else the one of the session while
    /// it is open, else the register of the whole day.
    fn gate_sheet(&self, person: PersonId) -> Result<SheetKey, OpError> {
        let date = self.today();
        let waits = |sheet: &Sheet| {
            let finding = sheet.findings.get(&person);
            finding.is_some_and(|finding| self.rules.retest_at(finding, Purpose::EntryGate).is_some())
        };
        for (key, sheet) in self.store.sheets_between(date, date)? {
            if waits(&sheet) && !self.reported(&sheet)?.covers(person) {
                return Ok(key);
            }
        }
        let sheet_of = |session| -> Result<SheetKey, OpError> {
            Ok(SheetKey { group: self.group_of(person, date, session)?.group, date, session })
        };
        let now = sheet_of(self.usual_session(date)?)?;
        let open = self.takes_findings(now)?
            && self.counted_one(now, person)?.is_some()
            && self.store.sheet(now)?.confirmed_at.is_none();
        if open { Ok(now) } else { sheet_of(Session::AllDay) }
    }

    /// A day at the gate: everybody whose measurement was taken with its hour.
    pub fn gate_view(&self, date: NaiveDate) -> Result<GateView, OpError> {
        let mut lines = Vec::new();
        for (key, sheet) in self.store.sheets_between(date, date)? {
            for (person, finding) in sheet.findings.iter().filter(|(_, finding)| !finding.retests.is_empty())
            {
                lines.push(self.gate_line(key, *person, finding)?);
            }
        }
        let last = |line: &GateLine| line.measurements.iter().filter_map(|measured| measured.at).max();
        lines.sort_by_key(|line| (line.retest_at.is_none(), line.retest_at, std::cmp::Reverse(last(line))));
        Ok(GateView { date, session: self.usual_session(date)?, lines })
    }

    /// How many people are to be measured again on a day, and when the first of them.
    pub(in crate::ops) fn retests(&self, date: NaiveDate) -> Result<(usize, Option<NaiveDateTime>), OpError> {
        let sheets = self.store.sheets_between(date, date)?;
        let findings = sheets.values().flat_map(|sheet| sheet.findings.values());
        let due: Vec<NaiveDateTime> =
            findings.filter_map(|finding| self.rules.retest_at(finding, Purpose::EntryGate)).collect();
        Ok((due.len(), due.into_iter().min()))
    }

    fn gate_line(&self, key: SheetKey, person: PersonId, finding: &Finding) -> Result<GateLine, OpError> {
        let high = finding.temperature.is_some_and(|t| self.rules.reaches(Purpose::EntryGate, t));
        Ok(GateLine {
            key: person,
            name: self.store.person(person)?.map(|person| person.name).unwrap_or_default(),
            class: self.group_info(key.group)?.short,
            session: key.session,
            words: self.finding_words(finding),
            asked: self.seen_words(&finding.symptoms, None),
            measurements: finding.retests.clone(),
            high,
            retest_at: self.rules.retest_at(finding, Purpose::EntryGate),
            sheet: key.group,
        })
    }
}
