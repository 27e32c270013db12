//! Writing findings: on a draft, as a correction before the report went out, and as a 更正 with its reason after.

use serde_json::Value;

use crate::domain::correction::{Correction, CorrectionBody};
use crate::domain::finding::Finding;
use crate::domain::id::PersonId;
use crate::domain::measurement::Measurement;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::ops::book::Book;
use crate::ops::error::OpError;

use super::hand_in::HandIn;
use super::members::Seat;
use super::reported::Reported;

impl Book {
    /// Writes one person's whole finding. On a confirmed sheet this is a correction and it stays confirmed.
    ///
    /// # Errors
    /// As for [`Self::record_all`].
    pub fn record(&mut self, key: SheetKey, person: PersonId, finding: &Finding) -> Result<(), OpError> {
        self.record_all(key, &[(person, finding.clone())], None)
    }

    /// Writes the whole findings of several people of a sheet as one act: all or none. Where a report that names the
    /// sheet has gone out, each change becomes a 更正 with its own number and needs a reason. What is written into the
    /// register of the whole day is confirmed with it, so that nothing in it waits to be counted.
    ///
    /// # Errors
    /// [`OpError::DayToCome`], [`OpError::NotAMember`], [`OpError::NotDue`], [`OpError::NoSuchSymptom`],
    /// [`OpError::OnsetAfterCheck`], [`OpError::ReasonNeeded`]; nothing is changed.
    pub fn record_all(
        &mut self,
        key: SheetKey,
        findings: &[(PersonId, Finding)],
        reason: Option<&str>,
    ) -> Result<(), OpError> {
        self.has_come(key.date)?;
        let mut sheet = self.store.sheet(key)?;
        let mut changes = Vec::new();
        for (person, finding) in findings {
            let counted = self.recordable(key, *person, finding)?;
            let before = sheet.findings.get(person).cloned().unwrap_or_default();
            let finding = self.with_retest(&before, finding);
            self.put_finding(&mut sheet, counted, &finding)?;
            if before != finding {
                changes.push((*person, before, finding));
            }
        }
        let by = self.operator()?;
        if sheet.entered_by.is_none() {
            sheet.entered_by = Some(by.clone());
        }
        let kind = if sheet.confirmed_at.is_some() { "correct" } else { "record" };
        let mut detail = self.sheet_detail(key)?;
        if let Some(detail) = detail.as_object_mut().filter(|_| findings.len() > 1) {
            let _ = detail.insert("count".to_owned(), Value::from(findings.len()));
        }
        let reported = if changes.is_empty() { Reported::Nothing } else { self.reported(&sheet)? };
        changes.retain(|(person, ..)| reported.covers(*person));
        let reason = reason.map(str::trim).unwrap_or_default();
        if !changes.is_empty() && reason.is_empty() {
            return Err(OpError::ReasonNeeded { class: self.group_info(key.group)?.label });
        }
        let at = self.now();
        if key.session == Session::AllDay && sheet.confirmed_at.is_none() && !sheet.findings.is_empty() {
            // Nobody hands in a register: whoever writes into it has looked at somebody, and that stands.
            let seen = HandIn { checked_by: Some(by.clone()), handed_in_at: Some(at) };
            sheet = self.confirmed(sheet, &seen)?;
        }
        self.act(kind, detail, |act, _| {
            let _ = act.put_sheet(&sheet)?;
            for (person, before, after) in changes {
                let (reason, by) = (reason.to_owned(), by.clone());
                act.put_new(&Correction {
                    date: key.date,
                    number: act.next_correction(key.date)?,
                    grp: key.group,
                    session: key.session,
                    person,
                    body: CorrectionBody { reason, by, at, before, after },
                })?;
            }
            Ok(())
        })
    }

    /// The person on the sheet, if such a finding can be written there.
    fn recordable(&self, key: SheetKey, person: PersonId, finding: &Finding) -> Result<Seat, OpError> {
        let counted = self.counted_one(key, person)?;
        if !(counted.is_some() && self.takes_findings(key)?) {
            // Said in this order: a day without a sheet, then a person who is not on it.
            self.writable_members(key)?;
        }
        if let Some(code) = finding.symptoms.iter().find(|code| self.rules.symptom(code).is_none()) {
            return Err(OpError::NoSuchSymptom { code: code.to_string() });
        }
        if let Some(onset) = finding.onset.filter(|onset| *onset > key.date) {
            return Err(OpError::OnsetAfterCheck { onset, date: key.date });
        }
        counted.ok_or(OpError::NotAMember)
    }

    /// Another temperature for somebody who was measured with the hour is a measurement more: the first is kept.
    fn with_retest(&self, before: &Finding, finding: &Finding) -> Finding {
        let mut finding = finding.clone();
        let other = finding.temperature.filter(|_| finding.temperature != before.temperature);
        if let Some(temperature) =
            other.filter(|_| !before.retests.is_empty() && finding.retests == before.retests)
        {
            finding.measure(Measurement { temperature, instrument: None, at: Some(self.now()) });
        }
        finding
    }

    /// Puts a finding on the sheet in memory; an empty one removes it and turns a proposal down.
    fn put_finding(&self, sheet: &mut Sheet, counted: Seat, finding: &Finding) -> Result<(), OpError> {
        let person = counted.person.id;
        if !finding.is_empty() {
            let _ = sheet.findings.insert(person, finding.clone());
            sheet.declined.retain(|id| *id != person);
            return Ok(());
        }
        let proposed = self.proposals(sheet, &[counted])?.contains_key(&person);
        let _ = sheet.findings.remove(&person);
        if proposed && !sheet.declined.contains(&person) {
            sheet.declined.push(person);
        }
        Ok(())
    }
}
