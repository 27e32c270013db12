//! A follow-up is written down, or taken away because it was none.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;

use super::TraceError;
use crate::domain::absence::Absence;
use crate::domain::id::{PersonId, TraceId};
use crate::domain::trace::{Closing, Talk, Trace};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::TraceRow;

/// Most characters of a text: it must stand on a form.
const LONGEST: usize = 200;
/// How many days beside an absence a follow-up of it may still be made.
const BESIDE: i64 = 7;

/// A change of the follow-ups.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TraceOp {
    /// Writes one down.
    Add(Box<NewTrace>),
    /// Takes one away.
    Remove(PersonId, TraceId),
}

/// A follow-up that is to be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTrace {
    /// Whose absence.
    pub person: PersonId,
    /// When it was made; now if absent.
    pub at: Option<NaiveDateTime>,
    /// When the home is to be called again.
    pub next_call: Option<NaiveDateTime>,
    /// What was learned. A named diagnosis ends the tracing unless another call is agreed.
    pub talk: Talk,
}

impl Book {
    /// Changes the follow-ups.
    ///
    /// # Errors
    /// As [`Book::add_trace`]; [`TraceError::NoSuchTrace`].
    pub fn run_trace(&mut self, op: &TraceOp) -> Result<(), OpError> {
        match op {
            TraceOp::Add(new) => self.add_trace(new).map(drop),
            TraceOp::Remove(person, id) => self.remove_trace(*person, *id),
        }
    }

    /// Writes a follow-up down and what it says of the day's finding, in one act. A diagnosis of a notifiable disease
    /// opens a case in the same act, so that one undo takes all of it back.
    ///
    /// # Errors
    /// [`TraceError`], [`OpError::NoSuchPerson`], [`OpError::NoSuchSymptom`], [`OpError::BadValue`] for a text that is too
    /// long; nothing is changed.
    pub fn add_trace(&mut self, new: &NewTrace) -> Result<TraceId, OpError> {
        let person = self.store.person(new.person)?.ok_or(OpError::NoSuchPerson)?;
        let (now, at) = (self.now(), new.at.unwrap_or(self.now()));
        if at > now {
            return Err(TraceError::NotYet { at }.into());
        }
        let absences = self.chain(&person, self.today())?.absences;
        let absence = near(&absences, at.date()).ok_or(TraceError::NotAbsent { on: at.date() })?;
        let talk = self.plain_talk(new, absence, at.date())?;
        if let Some(next) = new.next_call.filter(|next| *next <= at) {
            return Err(TraceError::NextBefore { next, at }.into());
        }
        let last = absence.to.or(absence.sheets.last().map(|key| key.date)).unwrap_or(absence.from);
        let absent_on = at.date().min(last).max(absence.from);
        let id = TraceId(self.ids.next());
        let trace = Trace { person: person.id, id, absent_on, at, next_call: new.next_call, talk };
        let sheets = self.told_sheets(absence, &trace)?;
        let group = self.group_then(&person, absent_on)?;
        let class = group.map(|group| self.group_info(group)).transpose()?.map(|info| info.short);
        let (reason, by) = (self.tr.trace_correction_reason(&self.tr.time(at)), self.operator()?);
        let case = self.traced_case(&trace)?;
        self.act("trace", json!({ "class": class }), |act, _| {
            for sheet in sheets {
                sheet.put(act, &reason, &by, now)?;
            }
            if let Some(case) = &case {
                act.put_new(case)?;
            }
            Ok(act.put(&TraceRow::from(trace.clone())).map(drop)?)
        })?;
        Ok(id)
    }

    fn remove_trace(&mut self, person: PersonId, id: TraceId) -> Result<(), OpError> {
        let trace = self.store.traces_of(person)?.into_iter().find(|trace| trace.id == id);
        let row = TraceRow::from(trace.ok_or(TraceError::NoSuchTrace)?);
        self.act("remove_trace", json!({}), |act, _| Ok(act.remove(&row).map(drop)?))
    }

    /// The talk with plain texts and its ending, if it can be.
    fn plain_talk(&self, new: &NewTrace, absence: &Absence, on: NaiveDate) -> Result<Talk, OpError> {
        let mut talk = new.talk.clone();
        if talk.by.trim().is_empty() {
            talk.by = self.operator()?;
        }
        for (field, text) in [
            ("with", &mut talk.with),
            ("relation", &mut talk.relation),
            ("phone", &mut talk.phone),
            ("hospital", &mut talk.hospital),
            ("sent-where", &mut talk.sent_where),
            ("note", &mut talk.note),
        ] {
            *text = plain(field, text.as_deref().unwrap_or_default())?;
        }
        if let Some(diagnosis) = &mut talk.diagnosis {
            diagnosis.name = plain("diagnosis", &diagnosis.name)?.ok_or(TraceError::NoDiagnosis)?;
        }
        if let Some(code) = talk.symptoms.iter().flatten().find(|code| self.rules.symptom(code).is_none()) {
            return Err(OpError::NoSuchSymptom { code: code.to_string() });
        }
        let told =
            Talk { by: String::new(), with: None, relation: None, phone: None, note: None, ..talk.clone() };
        if !talk.reached && told != Talk::default() {
            return Err(TraceError::Unreached.into());
        }
        let diagnosed = talk.diagnosis.is_some() && new.next_call.is_none();
        talk.closing = talk.closing.or(diagnosed.then_some(Closing::Diagnosed));
        let days = [
            ("onset", talk.onset, None),
            match talk.closing {
                Some(Closing::Returned { on }) => ("returned", Some(on), Some(absence.from)),
                Some(Closing::SymptomsEnded { on }) => ("symptoms-ended", Some(on), None),
                _ => ("", None, None),
            },
        ];
        for (field, day, first) in days {
            if let Some(day) = day.filter(|day| *day > on || first.is_some_and(|first| *day < first)) {
                return Err(TraceError::WrongDay { field, on: day }.into());
            }
        }
        if talk.closing == Some(Closing::Diagnosed) && talk.diagnosis.is_none() {
            return Err(TraceError::NoDiagnosis.into());
        }
        Ok(talk)
    }
}

/// The absence of a day, or the nearest within a week, of two equally near ones the later.
fn near(absences: &[Absence], day: NaiveDate) -> Option<&Absence> {
    let nearest = absences.iter().rev().min_by_key(|absence| absence.distance(day));
    nearest.filter(|absence| absence.distance(day) <= BESIDE)
}

/// A text on one line without spaces around it; `None` where nothing is said.
fn plain(field: &'static str, text: &str) -> Result<Option<String>, OpError> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let length = text.chars().count();
    if length > LONGEST {
        return Err(OpError::BadValue { field, given: length.to_string() });
    }
    Ok((!text.is_empty()).then_some(text))
}
