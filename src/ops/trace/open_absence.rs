//! The absences that are still open, found from recent sheets alone.

use chrono::{Days, NaiveDate};
use serde::Serialize;

use crate::domain::absence::Absence;
use crate::domain::finding::Attendance;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, PersonKind, Sex};
use crate::domain::rule_book::Who;
use crate::domain::session::Session;
use crate::ops::book::Book;
use crate::ops::check::GroupInfo;
use crate::ops::error::OpError;

/// How far back the last sheet of somebody who is absent may lie: longer than a summer.
const LOOK_BACK: u64 = 75;

/// Somebody who is absent ill or for an unknown reason.
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
    /// First day.
    pub from: NaiveDate,
    /// Which day of the absence it is, from 1.
    pub day: i64,
    /// Ill or unknown, as last written down.
    pub kind: Attendance,
    /// Half days lost so far.
    pub half_days: u32,
    /// Symptoms in words, as last written down; empty while none is known.
    pub words: String,
    /// The group whose sheet shows the person.
    #[serde(skip)]
    pub group: Option<Group>,
}

/// Everything that 追踪 shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TraceView {
    /// The day.
    pub date: NaiveDate,
    /// The absences that are open on it.
    pub open: Vec<AbsenceLine>,
}

impl Book {
    /// 追踪 on a day.
    pub fn trace_view(&self, date: NaiveDate) -> Result<TraceView, OpError> {
        Ok(TraceView { date, open: self.open_absences(date)? })
    }

    /// How many absences are open on a day.
    pub(in crate::ops) fn open_absence_count(&self, date: NaiveDate) -> Result<usize, OpError> {
        Ok(self.absent_on(date)?.len())
    }

    /// Who is absent on a day, the longest first.
    fn open_absences(&self, date: NaiveDate) -> Result<Vec<AbsenceLine>, OpError> {
        let mut lines = Vec::new();
        for (person, absence, words) in self.absent_on(date)? {
            lines.push(self.absence_line(&person, &absence, words, date)?);
        }
        lines.sort_by_key(|line| (line.from, line.group, line.seat_no, line.key));
        Ok(lines)
    }

    /// Everyone whose absence is open on a day, with what was found last.
    fn absent_on(&self, date: NaiveDate) -> Result<Vec<(Person, Absence, String)>, OpError> {
        let since = date - Days::new(LOOK_BACK);
        let showing: Vec<Session> = self
            .rules
            .sessions()
            .iter()
            .filter(|entry| entry.closes && entry.who == Who::Everyone)
            .map(|entry| entry.session)
            .collect();
        let mut absent = Vec::new();
        let people = self.store.perhaps_absent(since, date, &showing)?;
        for person in self.store.persons(people)? {
            let mut chain = self.recent_chain(&person, since, date)?;
            let Some(last) = chain.absences.pop().filter(|absence| absence.to.is_none()) else { continue };
            let words = chain.last_finding(&last).map(|row| self.symptom_words(&row.body));
            absent.push((person, last, words.unwrap_or_default()));
        }
        Ok(absent)
    }

    fn absence_line(
        &self,
        person: &Person,
        absence: &Absence,
        words: String,
        date: NaiveDate,
    ) -> Result<AbsenceLine, OpError> {
        let (group, seat_no) = self.place_of(person, date)?;
        Ok(AbsenceLine {
            key: person.id,
            name: person.name.clone(),
            class: group.as_ref().map(|info| info.short.clone()).unwrap_or_default(),
            seat_no,
            sex: person.sex,
            age: person.birth.and_then(|birth| date.years_since(birth)),
            from: absence.from,
            day: (date - absence.from).num_days() + 1,
            kind: absence.kind,
            half_days: absence.half_days,
            words,
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
}
