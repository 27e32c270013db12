//! Beginning, following, correcting and ending an observation or isolation.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use serde_json::json;

use crate::domain::id::{IsolationId, PersonId};
use crate::domain::isolation::{
    FollowUp, Isolation, IsolationBody, IsolationEnd, IsolationError, IsolationKind,
};
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Temperature;
use crate::ops::book::Book;
use crate::ops::case::plain;
use crate::ops::choice_error::ChoiceError;
use crate::ops::error::OpError;

/// What begins; what is not known yet is added later.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewIsolation {
    /// Who.
    pub person: PersonId,
    /// Since when; now if absent.
    pub from_at: Option<NaiveDateTime>,
    /// What is known of it.
    pub body: IsolationBody,
}

impl NewIsolation {
    /// One of a person from now on, of which nothing else is known yet.
    pub fn of(person: PersonId, kind: IsolationKind) -> Self {
        Self { person, from_at: None, body: IsolationBody::of(kind) }
    }
}

/// A look at somebody who is kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewLook {
    /// When; now if absent.
    pub at: Option<NaiveDateTime>,
    /// Who looked or called; the operator if absent.
    pub by: Option<String>,
    /// What was measured.
    pub temperature: Option<Temperature>,
    /// What was seen or told.
    pub symptoms: BTreeSet<SymptomCode>,
    /// 备注
    pub note: Option<String>,
}

/// What one can do to an observation or isolation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum IsolationOp {
    /// Begins one.
    Begin(Box<NewIsolation>),
    /// Replaces what is written down of it, but for the looks and the end.
    Revise(IsolationId, Box<IsolationBody>),
    /// Adds a look at the person.
    Follow(IsolationId, Box<NewLook>),
    /// Ends it; without a time: now.
    End(IsolationId, Option<NaiveDateTime>, IsolationEnd),
}

impl Book {
    /// Changes an observation or isolation and tells its key.
    ///
    /// # Errors
    /// [`OpError::NoSuchPerson`], [`ChoiceError::NoIsolation`], [`ChoiceError::Unknown`] for a case of somebody else,
    /// [`IsolationError`], [`OpError::NoSuchSymptom`], [`OpError::DayToCome`]; nothing is changed.
    pub fn run_isolation(&mut self, op: &IsolationOp) -> Result<IsolationId, OpError> {
        match op {
            IsolationOp::Begin(new) => self.begin_isolation(new),
            IsolationOp::Revise(id, body) => self.revise_isolation(*id, body),
            IsolationOp::Follow(id, look) => {
                let at = look.at.unwrap_or_else(|| self.now());
                self.has_happened(at)?;
                self.known_symptoms(look.symptoms.iter())?;
                let by = plain("looked_by", look.by.as_deref())?.map_or_else(|| self.operator(), Ok)?;
                let mut it = self.known_isolation(*id)?;
                it.follow(FollowUp {
                    at,
                    by,
                    temperature: look.temperature,
                    symptoms: look.symptoms.clone(),
                    note: plain("note", look.note.as_deref())?,
                })?;
                self.put_isolation("isolation_follow", &it)
            }
            IsolationOp::End(id, at, how) => {
                let at = at.unwrap_or_else(|| self.now());
                self.has_happened(at)?;
                let mut it = self.known_isolation(*id)?;
                it.end(at, *how)?;
                self.put_isolation("isolation_end", &it)
            }
        }
    }

    fn begin_isolation(&mut self, new: &NewIsolation) -> Result<IsolationId, OpError> {
        if self.store.person(new.person)?.is_none() {
            return Err(OpError::NoSuchPerson);
        }
        let from_at = new.from_at.unwrap_or_else(|| self.now());
        self.has_happened(from_at)?;
        self.known_symptoms(new.body.symptoms.iter())?;
        let earlier = self.store.isolations_of(new.person)?;
        if earlier.iter().any(|it| it.to_at.is_none() && it.body.kind == new.body.kind) {
            return Err(IsolationError::UnderWay.into());
        }
        let (person, recorded_by) = (new.person, self.operator()?);
        self.must_be_behind(new.body.case, person)?;
        let case = match new.body.case {
            Some(id) => Some(id),
            None => self.case_behind(person, from_at.date())?.map(|case| case.id),
        };
        let body = IsolationBody { recorded_by, case, follow_ups: Vec::new(), end: None, ..new.body.clone() };
        self.act("isolation_begin", json!({}), |act, ids| {
            let id = IsolationId(ids.next());
            let _ = act.put(&Isolation { person, id, from_at, to_at: None, body: body.plain() })?;
            Ok(id)
        })
    }

    fn revise_isolation(&mut self, id: IsolationId, body: &IsolationBody) -> Result<IsolationId, OpError> {
        self.known_symptoms(body.symptoms.iter())?;
        let it = self.known_isolation(id)?;
        self.must_be_behind(body.case, it.person)?;
        let body = IsolationBody {
            follow_ups: it.body.follow_ups.clone(),
            end: it.body.end,
            recorded_by: it.body.recorded_by.clone(),
            ..body.clone()
        };
        self.put_isolation("isolation_revise", &Isolation { body: body.plain(), ..it })
    }

    fn put_isolation(&mut self, kind: &'static str, it: &Isolation) -> Result<IsolationId, OpError> {
        self.act(kind, json!({}), |act, _| Ok(act.put(it).map(|_| it.id)?))
    }

    /// What is written down of an observation or isolation.
    ///
    /// # Errors
    /// [`ChoiceError::NoIsolation`]
    pub fn isolation_body(&self, id: IsolationId) -> Result<IsolationBody, OpError> {
        Ok(self.known_isolation(id)?.body)
    }

    fn known_isolation(&self, id: IsolationId) -> Result<Isolation, OpError> {
        let known = self.store.isolation(id)?;
        known.ok_or_else(|| ChoiceError::NoIsolation { given: id.to_string() }.into())
    }

    /// Nobody has been seen at a time to come.
    fn has_happened(&self, at: NaiveDateTime) -> Result<(), OpError> {
        if at <= self.now() {
            return Ok(());
        }
        Err(OpError::DayToCome { date: at.date(), today: self.today() })
    }

    fn known_symptoms<'a>(&self, codes: impl Iterator<Item = &'a SymptomCode>) -> Result<(), OpError> {
        let mut codes = codes.filter(|code| self.rules.symptom(code).is_none());
        codes.next().map_or(Ok(()), |code| Err(OpError::NoSuchSymptom { code: code.to_string() }))
    }
}
