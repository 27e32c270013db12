//! Absences with their follow-ups; those that are open, found from recent sheets alone.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};

use super::chain::Chain;
use crate::domain::absence::Absence;
use crate::domain::calendar::Calendar;
use crate::domain::finding::Finding;
use crate::domain::id::PersonId;
use crate::domain::obligation::OwedCall;
use crate::domain::person::Person;
use crate::domain::trace::{Trace, Tracing, TracingState, attached};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::SheetRow;

/// An absence of somebody with everything that was done about it.
pub(in crate::ops) struct Followed {
    pub person: Person,
    pub absence: Absence,
    /// Oldest first.
    pub traces: Vec<Trace>,
    /// What was found last.
    pub finding: Finding,
    /// When its first sheet came in.
    pub known_at: NaiveDateTime,
    /// Whether the person was absent again since.
    pub again: bool,
}

impl Followed {
    /// How far the tracing is.
    pub fn state(&self, book: &Book, calendar: &Calendar) -> TracingState {
        self.tracing().state(&book.rules, calendar)
    }

    pub fn tracing(&self) -> Tracing<'_> {
        let Self { absence, traces, known_at, again, .. } = self;
        Tracing { absence, traces, known_at: *known_at, followed: *again }
    }

    /// Whether the person is still away, or back and not well.
    pub fn is_open(&self) -> bool {
        !self.absence.is_over() && !self.again
    }
}

impl Book {
    /// Everyone whose absence is open on a day.
    pub(in crate::ops) fn open_absences(&self, date: NaiveDate) -> Result<Vec<Followed>, OpError> {
        self.followed_of(self.absent_now(date)?, date)
    }

    /// The last absences of these people, who are absent on a day.
    pub(super) fn followed_of(
        &self,
        people: BTreeSet<PersonId>,
        date: NaiveDate,
    ) -> Result<Vec<Followed>, OpError> {
        let (traces, since) = (self.store.traces_of_all(&people)?, self.look_back(date));
        let mut open = Vec::new();
        for person in self.store.persons(people)? {
            let chain = self.recent_chain(&person, since, date)?;
            let own = traces.iter().filter(|trace| trace.person == person.id && trace.at.date() <= date);
            open.extend(self.last_followed(&person, &chain, &own.cloned().collect::<Vec<_>>())?);
        }
        Ok(open)
    }

    /// The homes that are to be called on a day.
    pub(in crate::ops) fn owed_calls(&self, date: NaiveDate) -> Result<Vec<OwedCall>, OpError> {
        let calendar = self.calendar(date)?;
        let mut calls = Vec::new();
        for open in self.open_absences(date)? {
            if let (TracingState::Open { due }, Some(group)) =
                (open.state(self, &calendar), self.group_then(&open.person, date)?)
            {
                calls.push(OwedCall { group, person: open.person.id, due });
            }
        }
        Ok(calls)
    }

    /// The absences of a person with the follow-ups that belong to each, oldest first.
    pub(in crate::ops) fn followed(
        &self,
        person: &Person,
        chain: &Chain,
        traces: &[Trace],
    ) -> Result<Vec<Followed>, OpError> {
        let places = attached(&chain.absences, traces);
        let all = chain.absences.iter().zip(places).zip(1..);
        all.map(|((absence, traces), number)| {
            let again = number < chain.absences.len();
            self.followed_one(person, chain, absence, traces, again)
        })
        .collect()
    }

    /// The last of them, without asking for the others.
    fn last_followed(
        &self,
        person: &Person,
        chain: &Chain,
        traces: &[Trace],
    ) -> Result<Option<Followed>, OpError> {
        let last = chain.absences.last().zip(attached(&chain.absences, traces).pop());
        last.map(|(absence, traces)| self.followed_one(person, chain, absence, traces, false)).transpose()
    }

    fn followed_one(
        &self,
        person: &Person,
        chain: &Chain,
        absence: &Absence,
        traces: Vec<Trace>,
        again: bool,
    ) -> Result<Followed, OpError> {
        Ok(Followed {
            known_at: self.known_since(absence)?,
            person: person.clone(),
            absence: absence.clone(),
            traces,
            finding: chain.last_finding(absence).map(|row| row.body.clone()).unwrap_or_default(),
            again,
        })
    }

    /// When the first sheet of an absence came in.
    fn known_since(&self, absence: &Absence) -> Result<NaiveDateTime, OpError> {
        let Some(first) = absence.sheets.first() else { return Ok(absence.from.into()) };
        Ok(self.came_in_at(&SheetRow::of(&self.store.sheet(*first)?)))
    }
}
