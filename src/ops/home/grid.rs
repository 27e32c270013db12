//! The days at home of one group: one row a person, one column a day.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde::Serialize;
use serde_json::json;

use super::batch::{BatchLine, HomeGroup};
use crate::domain::group::Group;
use crate::domain::home::{BatchBody, HomeDay, HomeTerms, ReturnBatch};
use crate::domain::id::{BatchId, PersonId};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::HomeDayRow;

/// A person with the days that are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HomeLine {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// 班内学号, or the number in the list of staff.
    pub seat_no: u32,
    /// 监护人, who signs.
    pub guardian: Option<String>,
    /// What is known, by day.
    pub days: BTreeMap<NaiveDate, HomeDay>,
    /// Days gone by that are not recorded whole.
    pub missing: usize,
}

/// The days of a group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeGrid {
    /// The batch before which they lie; `None`: the days until today, while there is no batch.
    pub batch: Option<BatchLine>,
    /// Key, name and day of every batch.
    pub batches: Vec<(BatchId, String, NaiveDate)>,
    /// The group shown; `None` where there is nobody.
    pub group: Option<Group>,
    /// The groups that can be shown.
    pub groups: Vec<HomeGroup>,
    /// The days, the earliest first.
    pub days: Vec<NaiveDate>,
    /// What they are judged by.
    pub terms: HomeTerms,
    /// The people by seat.
    pub lines: Vec<HomeLine>,
}

impl Book {
    /// The days of a group before a batch; without them the next batch and its first group.
    ///
    /// # Errors
    /// [`super::HomeError::NoBatch`]
    pub fn home_grid(&self, batch: Option<BatchId>, group: Option<Group>) -> Result<HomeGrid, OpError> {
        let chosen = self.batch_or_next(batch)?;
        let batch = match &chosen {
            Some(batch) => batch.clone(),
            None => self.everybody_until_today()?,
        };
        let terms = self.home_terms(self.today().min(batch.day))?;
        let days = terms.window(batch.day);
        let line = self.batch_line(batch)?;
        let group = group.filter(|wanted| line.groups.iter().any(|it| it.group == *wanted));
        let group = group.or_else(|| line.groups.iter().find(|it| it.people > 0).map(|it| it.group));
        let lines = match group {
            Some(group) => self.home_lines(group, line.day, &days, &terms)?,
            None => Vec::new(),
        };
        Ok(HomeGrid {
            groups: line.groups.clone(),
            batch: chosen.is_some().then_some(line),
            batches: self.batch_heads()?,
            group,
            days,
            terms,
            lines,
        })
    }

    /// Key, name and day of every batch.
    pub(super) fn batch_heads(&self) -> Result<Vec<(BatchId, String, NaiveDate)>, OpError> {
        let all = self.store.batches()?.into_iter();
        Ok(all.map(|batch| (batch.id, batch.body.name, batch.day)).collect())
    }

    /// While there is no batch, the days until today of every class and the staff.
    fn everybody_until_today(&self) -> Result<ReturnBatch, OpError> {
        let today = self.today();
        let day = today.checked_add_days(Days::new(1)).unwrap_or(today);
        let classes = self.class_groups(self.home_roll_day(day)?)?;
        let classes = classes.into_iter().filter_map(|info| match info.group {
            Group::Class(id) => Some(id),
            Group::Dormitory(_) | Group::Staff => None,
        });
        let body = BatchBody { classes: classes.collect(), staff: true, ..BatchBody::default() };
        Ok(ReturnBatch { id: BatchId(uuid::Uuid::nil()), day, body })
    }

    pub(super) fn home_lines(
        &self,
        group: Group,
        opens: NaiveDate,
        days: &[NaiveDate],
        terms: &HomeTerms,
    ) -> Result<Vec<HomeLine>, OpError> {
        let seats = self.everyone(group, self.home_roll_day(opens)?)?;
        let people: BTreeSet<PersonId> = seats.iter().map(|seat| seat.person.id).collect();
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return Ok(Vec::new()) };
        let mut known = self.store.home_days(&people, *first, *last)?;
        let today = self.today();
        let line = |seat: crate::ops::check::Seat| {
            let of = known.remove(&seat.person.id).unwrap_or_default();
            let open = |day: &&NaiveDate| {
                **day < today && !of.get(*day).is_some_and(|it| it.is_complete(&terms.measured))
            };
            HomeLine {
                missing: days.iter().filter(open).count(),
                key: seat.person.id,
                seat_no: seat.seat_no,
                guardian: seat.person.guardian,
                name: seat.person.name,
                days: of,
            }
        };
        Ok(seats.into_iter().map(line).collect())
    }

    /// Writes days of a person, each whole; an empty one is removed.
    ///
    /// # Errors
    /// [`OpError::DayToCome`], [`OpError::NoSuchSymptom`], [`OpError::BadValue`] for a mark that the rules do not have,
    /// [`OpError::NoSuchPerson`]; nothing is changed.
    pub(super) fn record_home_days(
        &mut self,
        person: PersonId,
        days: &[(NaiveDate, HomeDay)],
    ) -> Result<(), OpError> {
        let _ = self.store.person(person)?.ok_or(OpError::NoSuchPerson)?;
        let today = self.today();
        let terms = self.home_terms(today)?;
        let mut rows = Vec::new();
        for (day, body) in days {
            if *day > today {
                return Err(OpError::DayToCome { date: *day, today });
            }
            let mut codes = body.symptoms.iter().flatten();
            if let Some(code) = codes.find(|code| self.rules.symptom(code).is_none()) {
                return Err(OpError::NoSuchSymptom { code: code.to_string() });
            }
            let mut marks = body.marks.iter().flatten();
            if let Some(id) = marks.find(|id| self.rules.home().mark(id).is_none()) {
                return Err(OpError::BadValue { field: "mark", given: id.clone() });
            }
            let complete = u8::from(body.is_complete(&terms.measured));
            rows.push(HomeDayRow { person, day: *day, complete, body: body.clone() });
        }
        self.act("home_days", json!({ "count": rows.len() }), |act, _| {
            for row in &rows {
                let _ = if row.body.is_empty() { act.remove(row)? } else { act.put(row)? };
            }
            Ok(())
        })
    }

    /// What is known of days of a person.
    pub fn home_days_of(
        &self,
        person: PersonId,
        first: NaiveDate,
        last: NaiveDate,
    ) -> Result<BTreeMap<NaiveDate, HomeDay>, OpError> {
        let mut days = self.store.home_days(&BTreeSet::from([person]), first, last)?;
        Ok(days.remove(&person).unwrap_or_default())
    }
}
