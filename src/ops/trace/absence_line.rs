//! An absence as 追踪, the lists and the papers show it.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::TraceLine;
use super::followed::Followed;
use crate::domain::calendar::Calendar;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, PersonKind, Sex};
use crate::domain::trace::{Closing, TracingState};
use crate::ops::book::Book;
use crate::ops::check::GroupInfo;
use crate::ops::error::OpError;

/// Somebody at home who can be called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// Name, where it is known.
    pub name: Option<String>,
    /// 祖母
    pub relation: Option<String>,
    /// The number.
    pub phone: String,
}

/// How far the calls are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CallState {
    /// A call is owed and its hour has passed.
    Late,
    /// A call is owed.
    Open,
    /// No call is owed.
    Closed,
}

/// An absence because of illness or for an unknown reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AbsenceLine {
    /// Key of the person.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class as lists show it, or the staff.
    pub class: String,
    /// 班内学号
    pub seat_no: Option<u32>,
    /// Sex.
    pub sex: Option<Sex>,
    /// Whole years.
    pub age: Option<u32>,
    /// 住址
    pub address: Option<String>,
    /// Whom to call, the guardian first.
    pub contacts: Vec<Contact>,
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    pub to: Option<NaiveDate>,
    /// Which day of the absence it is, or how many days it lasted, from 1.
    pub day: i64,
    /// Ill or unknown, as last written down.
    pub kind: Attendance,
    /// Day of onset.
    pub onset: Option<NaiveDate>,
    /// Half days lost so far.
    pub half_days: u32,
    /// Symptoms in words, as last written down; empty while none is known.
    pub words: String,
    /// What is known of its cause: the diagnosis, else the symptoms, else that a talk learned of none; empty while
    /// nothing is.
    pub cause: String,
    /// The named diagnosis, the last one that was told.
    pub diagnosis: Option<String>,
    /// Ids of the diseases of which the person has an open case.
    pub cases: Vec<String>,
    /// How far the calls are.
    pub state: CallState,
    /// By when the home is to be called.
    pub due: Option<NaiveDateTime>,
    /// Number of the next call, from 1.
    pub call: usize,
    /// How the tracing ended.
    pub closing: Option<Closing>,
    /// On which day it ended.
    pub closed_on: Option<NaiveDate>,
    /// The follow-ups, oldest first.
    pub traces: Vec<TraceLine>,
    /// What was found last, to begin the next talk with.
    #[serde(skip)]
    pub finding: Finding,
    /// Class of the person, or the staff.
    #[serde(skip)]
    pub group: Option<Group>,
}

impl AbsenceLine {
    /// Whether no symptom, no diagnosis and no other reason is known. That there are no symptoms is something known.
    pub fn is_unexplained(&self) -> bool {
        self.cause.is_empty()
    }
}

impl Book {
    pub(in crate::ops) fn absence_line(
        &self,
        followed: &Followed,
        calendar: &Calendar,
        moment: NaiveDateTime,
    ) -> Result<AbsenceLine, OpError> {
        let Followed { person, absence, traces, finding, .. } = followed;
        let until = absence.to.unwrap_or(moment.date());
        let (group, seat_no) = self.place_of(person, until)?;
        let (state, due, closing, closed_on) = match followed.state(self, calendar) {
            TracingState::Open { due } if moment > due => (CallState::Late, Some(due), None, None),
            TracingState::Open { due } => (CallState::Open, Some(due), None, None),
            TracingState::Closed { closing, on } => (CallState::Closed, None, Some(closing), Some(on)),
        };
        let told =
            traces.iter().rev().find_map(|trace| trace.talk.diagnosis.as_ref()).map(|it| it.name.clone());
        let diagnosis = told.or_else(|| finding.diagnosis.clone()).filter(|name| !name.trim().is_empty());
        let words = self.symptom_words(finding);
        let said = traces.iter().rev().find_map(|trace| trace.talk.symptoms.as_ref());
        let none = words.is_empty() && said.is_some_and(std::collections::BTreeSet::is_empty);
        let symptoms = if none { self.tr.trace_no_symptoms() } else { words.clone() };
        let open = self.store.cases_of(person.id)?;
        Ok(AbsenceLine {
            key: person.id,
            name: person.name.clone(),
            class: group.as_ref().map(|info| info.short.clone()).unwrap_or_default(),
            seat_no,
            sex: person.sex,
            age: person.birth.and_then(|birth| until.years_since(birth)),
            address: person.address.clone(),
            contacts: contacts(person),
            from: absence.from,
            to: absence.to,
            day: (until - absence.from).num_days() + 1,
            kind: absence.kind,
            onset: absence.onset,
            half_days: absence.half_days,
            cause: diagnosis.clone().unwrap_or(symptoms),
            words,
            diagnosis,
            cases: open
                .into_iter()
                .filter(|case| case.closed_on.is_none())
                .map(|case| case.disease)
                .collect(),
            state,
            due,
            call: followed.tracing().next_number(),
            closing,
            closed_on,
            traces: traces.iter().map(|trace| self.trace_line(trace)).collect(),
            finding: finding.clone(),
            group: group.map(|info| info.group),
        })
    }

    /// Class and number of a pupil on a day, else the last ones; of staff the staff.
    pub(in crate::ops) fn place_of(
        &self,
        person: &Person,
        date: NaiveDate,
    ) -> Result<(Option<GroupInfo>, Option<u32>), OpError> {
        if person.kind == PersonKind::Staff {
            return Ok((Some(self.group_info(Group::Staff)?), None));
        }
        let enrolments = self.store.enrolments_of(person.id)?;
        let there = enrolments.iter().find(|it| it.covers(date)).or(enrolments.last());
        let Some(there) = there else { return Ok((None, None)) };
        Ok((Some(self.group_info(Group::Class(there.class))?), Some(there.seat_no)))
    }

    /// The class of a pupil on a day, else the last one; of staff the staff.
    pub(in crate::ops) fn group_then(
        &self,
        person: &Person,
        date: NaiveDate,
    ) -> Result<Option<Group>, OpError> {
        Ok(self.place_of(person, date)?.0.map(|info| info.group))
    }
}

/// Whom to call, the guardian first. Staff are called themselves.
fn contacts(person: &Person) -> Vec<Contact> {
    let own = (None, None, person.phone.as_ref());
    let guardian =
        (person.guardian.as_ref(), person.guardian_relation.as_ref(), person.guardian_phone.as_ref());
    let other = (person.emergency_contact.as_ref(), None, person.emergency_phone.as_ref());
    let known = [own, guardian, other].into_iter().filter_map(|(name, relation, phone)| {
        let phone = phone?.trim();
        let (name, relation) = (name.cloned(), relation.cloned());
        (!phone.is_empty()).then(|| Contact { name, relation, phone: phone.to_owned() })
    });
    let mut contacts: Vec<Contact> = Vec::new();
    for contact in known {
        if !contacts.iter().any(|there| there.phone == contact.phone) {
            contacts.push(contact);
        }
    }
    contacts
}
