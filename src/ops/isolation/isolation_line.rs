//! Observations and isolations as lists and the register show them.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use crate::domain::finding::Finding;
use crate::domain::id::{CaseId, IsolationId, PersonId};
use crate::domain::isolation::{FollowUp, Isolation, IsolationBody, IsolationKind};
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Temperature;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// One observation or isolation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct IsolationLine {
    /// Key.
    pub id: IsolationId,
    /// Who.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class as lists show it, or the staff.
    pub class: String,
    /// 班内学号
    pub seat_no: Option<u32>,
    /// 留观 or 隔离.
    pub kind: IsolationKind,
    /// When it began.
    pub from_at: NaiveDateTime,
    /// When it ended.
    pub to_at: Option<NaiveDateTime>,
    /// Which day it is, from 1.
    pub day: i64,
    /// Symptoms of the beginning in words.
    pub words: String,
    /// The last measurement with its symptoms in words.
    pub last: Option<String>,
    /// Whether somebody has looked at the person on the day asked for.
    pub followed: bool,
    /// The case whose patient or contact the person is.
    pub case: Option<CaseId>,
    /// Last day: as written down, else as the case proposes it.
    pub until: Option<NaiveDate>,
    /// What proposes that day; `None` where somebody wrote it down, or nothing sets one.
    pub until_by: Option<String>,
    /// Whether the last day has gone by and it has not been ended.
    pub over: bool,
    /// Everything that is written down.
    pub body: IsolationBody,
}

impl Book {
    /// Those who are kept apart on a day, 留观 first, within that the longest first.
    pub fn isolations_on(&self, date: NaiveDate) -> Result<Vec<IsolationLine>, OpError> {
        let all = self.store.isolations_between(date, date)?;
        self.isolation_lines(all, date)
    }

    /// Those who were kept apart at some time of a period.
    pub fn isolations_between(
        &self,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<Vec<IsolationLine>, OpError> {
        let all = self.store.isolations_between(first, last)?;
        self.isolation_lines(all, last)
    }

    fn isolation_lines(&self, all: Vec<Isolation>, date: NaiveDate) -> Result<Vec<IsolationLine>, OpError> {
        let people = self.store.persons(all.iter().map(|it| it.person))?;
        let mut lines = Vec::new();
        for it in all {
            let Some(person) = people.iter().find(|person| person.id == it.person) else { continue };
            let (group, seat_no) = self.place_of(person, date.min(self.today()))?;
            let case = match it.body.case {
                Some(id) => Some(id),
                None => self.case_behind(it.person, it.from_at.date())?.map(|case| case.id),
            };
            let until = self.isolated_until(&it, case)?;
            lines.push(IsolationLine {
                case,
                id: it.id,
                key: it.person,
                name: person.name.clone(),
                class: group.map(|info| info.short).unwrap_or_default(),
                seat_no,
                kind: it.body.kind,
                from_at: it.from_at,
                to_at: it.to_at,
                day: it.day_no(date),
                words: self.seen_words(&it.body.symptoms, None),
                last: it.body.follow_ups.last().map(|last| self.seen_words(&last.symptoms, last.temperature)),
                followed: it.is_followed_on(date),
                over: it.to_at.is_none() && until.day.is_some_and(|until| until < date),
                until: until.day,
                until_by: until.by,
                body: it.body,
            });
        }
        lines.sort_by_key(|line| (line.kind, line.from_at, line.id));
        Ok(lines)
    }

    /// Symptoms and temperature of somebody kept apart in words.
    pub(in crate::ops) fn seen_words(
        &self,
        symptoms: &BTreeSet<SymptomCode>,
        temperature: Option<Temperature>,
    ) -> String {
        self.finding_words(&Finding { symptoms: symptoms.clone(), temperature, ..Finding::default() })
    }

    /// A look in words: `11-24 08:00 发热 38.2`.
    pub(in crate::ops) fn look_words(&self, seen: &FollowUp) -> String {
        format!("{} {}", seen.at.format("%m-%d %H:%M"), self.seen_words(&seen.symptoms, seen.temperature))
    }
}
