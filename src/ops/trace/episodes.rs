//! The absences of a period: one course of illness is one, however many sheets have seen it.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::AbsenceLine;
use super::followed::Followed;
use crate::domain::group::Group;
use crate::domain::id::{PersonId, TraceId};
use crate::domain::trace::attached;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Days of which 已结 lists what has ended.
const RECENT: u64 = 30;

impl Book {
    /// All absences of which a day lies in a period, by first day and class; of one group, or of all.
    pub fn absences_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        group: Option<Group>,
    ) -> Result<Vec<AbsenceLine>, OpError> {
        let (calendar, moment) = (self.calendar(to.min(self.today()))?, self.moment_of(to.min(self.today())));
        let mut lines = Vec::new();
        for followed in self.episodes(from, to)? {
            lines.push(self.absence_line(&followed, &calendar, moment)?);
        }
        lines.retain(|line| group.is_none() || line.group == group);
        lines.sort_by_key(|line| (line.from, line.group, line.seat_no, line.key));
        Ok(lines)
    }

    /// The absences that ended in the last weeks before a day, the latest first.
    pub fn closed_absences(&self, date: NaiveDate) -> Result<Vec<AbsenceLine>, OpError> {
        let (calendar, moment) = (self.calendar(date)?, self.moment_of(date));
        let mut lines = Vec::new();
        for followed in self.episodes(date - Days::new(RECENT), date)? {
            if !followed.is_open() {
                lines.push(self.absence_line(&followed, &calendar, moment)?);
            }
        }
        lines.sort_by_key(|line| (std::cmp::Reverse(line.to), line.group, line.seat_no, line.key));
        Ok(lines)
    }

    /// The absences of which a day lies in a period, with their follow-ups.
    pub(in crate::ops) fn episodes(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Followed>, OpError> {
        let around = Days::new(u64::from(self.rules.tracing().look_back_days));
        let until = (to + around).min(self.today()).max(to.min(self.today()));
        let people: BTreeSet<PersonId> = self.store.missed_between(from, to)?.into_iter().collect();
        let traces = self.store.traces_of_all(&people)?;
        let mut found = Vec::new();
        for person in self.store.persons(people)? {
            let chain = self.recent_chain(&person, from - around, until)?;
            let own = traces.iter().filter(|trace| trace.person == person.id);
            let followed = self.followed(&person, &chain, &own.cloned().collect::<Vec<_>>())?;
            found.extend(
                followed
                    .into_iter()
                    .filter(|it| it.absence.from <= to && it.absence.to.is_none_or(|last| from <= last)),
            );
        }
        Ok(found)
    }

    /// The absence that a follow-up belongs to.
    pub fn absence_with(&self, person: PersonId, id: TraceId) -> Result<Option<AbsenceLine>, OpError> {
        let person = self.store.person(person)?.ok_or(OpError::NoSuchPerson)?;
        let (calendar, moment) = (self.calendar(self.today())?, self.now());
        let chain = self.chain(&person, self.today())?;
        let traces = self.store.traces_of(person.id)?;
        let at = attached(&chain.absences, &traces)
            .iter()
            .position(|traces| traces.iter().any(|trace| trace.id == id));
        let followed = self.followed(&person, &chain, &traces)?;
        at.and_then(|at| followed.get(at)).map(|it| self.absence_line(it, &calendar, moment)).transpose()
    }
}
