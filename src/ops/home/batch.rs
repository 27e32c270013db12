//! 错峰返校: batches with the people of each in figures, which come from the enrolments of the day.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;

use super::home_error::HomeError;
use crate::domain::group::Group;
use crate::domain::home::{BatchBody, HomeTerms, ReturnBatch};
use crate::domain::id::{BatchId, ClassId};
use crate::ops::book::Book;
use crate::ops::check::GroupInfo;
use crate::ops::error::OpError;
use crate::storage::{HomeCounts, ReviewRow};

/// A batch that is to be made or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BatchDraft {
    /// Day of the return.
    pub day: NaiveDate,
    /// Name, classes and so on.
    pub body: BatchBody,
}

/// A group of a batch in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HomeGroup {
    /// The group.
    #[serde(serialize_with = "as_text")]
    pub group: Group,
    /// Name as lists show it.
    pub class: String,
    /// Everybody on the day of the return.
    pub people: usize,
    /// Approved.
    pub approved: usize,
    /// Refused.
    pub refused: usize,
    /// Nothing decided.
    pub open: usize,
    /// With a day gone by that is not recorded whole.
    pub unrecorded: usize,
}

fn as_text<S: serde::Serializer>(group: &Group, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&group.to_string())
}

/// A batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BatchLine {
    /// Key.
    pub id: BatchId,
    /// Day of the return.
    pub day: NaiveDate,
    /// First day of the observation.
    pub first: NaiveDate,
    /// Name, grades, classes.
    #[serde(flatten)]
    pub body: BatchBody,
    /// Its groups.
    pub groups: Vec<HomeGroup>,
    /// Everybody.
    pub people: usize,
    /// Approved.
    pub approved: usize,
    /// Refused.
    pub refused: usize,
    /// Nothing decided.
    pub open: usize,
    /// With a day gone by that is not recorded whole.
    pub unrecorded: usize,
}

/// The batches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BatchesView {
    /// The one that comes back first first.
    pub batches: Vec<BatchLine>,
    /// Classes with somebody in them that no batch of today or later has.
    pub without: Vec<String>,
    /// Classes that several batches of today or later have.
    pub doubled: Vec<String>,
    /// Classes that can be chosen: key, name, grade.
    pub classes: Vec<(ClassId, String, Option<u8>)>,
}

impl Book {
    /// Batches by their day.
    pub fn batches_view(&self) -> Result<BatchesView, OpError> {
        let today = self.today();
        let mut batches = Vec::new();
        for batch in self.store.batches()? {
            batches.push(self.batch_line(batch)?);
        }
        let to_come: Vec<&BatchLine> = batches.iter().filter(|line| line.day >= today).collect();
        let day = self.home_roll_day(to_come.first().map_or(today, |line| line.day))?;
        let counts = self.head_counts(day)?;
        let with = |group: Group| {
            to_come.iter().filter(|line| line.groups.iter().any(|it| it.group == group)).count()
        };
        let (mut without, mut doubled, mut classes) = (Vec::new(), Vec::new(), Vec::new());
        for info in self.class_groups(day)? {
            let Group::Class(id) = info.group else { continue };
            let anybody = counts.get(&info.group).is_some_and(|(all, _)| *all > 0);
            match with(info.group) {
                0 if anybody && !to_come.is_empty() => without.push(info.short.clone()),
                2.. => doubled.push(info.short.clone()),
                _ => {}
            }
            classes.push((id, info.short, info.grade));
        }
        Ok(BatchesView { batches, without, doubled, classes })
    }

    /// The day by whose roll the people of a return are counted: its own, unless the classes of that school year are
    /// still to be made.
    pub(super) fn home_roll_day(&self, opens: NaiveDate) -> Result<NaiveDate, OpError> {
        Ok(if self.class_groups(opens)?.is_empty() { self.today() } else { opens })
    }

    /// The groups that come back with a batch, in list order.
    pub(super) fn batch_groups(&self, batch: &ReturnBatch) -> Result<Vec<GroupInfo>, OpError> {
        let mut groups = self.class_groups(self.home_roll_day(batch.day)?)?;
        groups.push(self.group_info(Group::Staff)?);
        groups.retain(|info| batch.body.has(info.group, info.grade));
        Ok(groups)
    }

    pub(super) fn batch_line(&self, batch: ReturnBatch) -> Result<BatchLine, OpError> {
        let (first, groups) = self.home_groups(&batch)?;
        let sum = |of: fn(&HomeGroup) -> usize| groups.iter().map(of).sum();
        Ok(BatchLine {
            id: batch.id,
            day: batch.day,
            first,
            people: sum(|it| it.people),
            approved: sum(|it| it.approved),
            refused: sum(|it| it.refused),
            open: sum(|it| it.open),
            unrecorded: sum(|it| it.unrecorded),
            body: batch.body,
            groups,
        })
    }

    /// First day of the observation and the groups in figures, by one query for all classes.
    pub(super) fn home_groups(&self, batch: &ReturnBatch) -> Result<(NaiveDate, Vec<HomeGroup>), OpError> {
        let today = self.today();
        let terms = self.home_terms(today.min(batch.day))?;
        let first = HomeTerms::days_before(batch.day, terms.days).next().unwrap_or(batch.day);
        let yesterday = today.pred_opt().unwrap_or(today);
        let window = (first, batch.day.pred_opt().unwrap_or(batch.day).min(yesterday));
        let day = self.home_roll_day(batch.day)?;
        let counts = self.store.home_counts(batch.id, day, window)?;
        let staff = if batch.body.staff {
            self.store.home_staff_counts(batch.id, day, window)?
        } else {
            HomeCounts::default()
        };
        let line = |info: GroupInfo| {
            let it = match info.group {
                Group::Class(class) => counts.get(&class).copied().unwrap_or_default(),
                Group::Staff | Group::Dormitory(_) => staff,
            };
            HomeGroup {
                group: info.group,
                class: info.short,
                people: it.people,
                approved: it.approved,
                refused: it.refused,
                open: it.people.saturating_sub(it.approved + it.refused),
                unrecorded: it.unrecorded,
            }
        };
        Ok((first, self.batch_groups(batch)?.into_iter().map(line).collect()))
    }

    /// The batch of that key or name.
    ///
    /// # Errors
    /// [`HomeError::NoBatch`]
    pub fn find_batch(&self, given: &str) -> Result<ReturnBatch, OpError> {
        let mut all = self.store.batches()?.into_iter();
        let found = all.find(|batch| batch.id.to_string() == given || batch.body.name == given.trim());
        found.ok_or_else(|| HomeError::NoBatch { given: given.to_owned() }.into())
    }

    /// The next batch that comes back, else the last one; `None` where there is none.
    pub fn next_batch(&self) -> Result<Option<ReturnBatch>, OpError> {
        self.batch_or_next(None)
    }

    /// The class of that name, or the staff, by the roll of a return.
    ///
    /// # Errors
    /// As for [`Self::find_class`].
    pub fn find_group(&self, given: &str, opens: NaiveDate) -> Result<Group, OpError> {
        if [Group::Staff.to_string(), self.tr.ops_staff()].contains(&given.trim().to_owned()) {
            return Ok(Group::Staff);
        }
        Ok(self.find_class(given, self.home_roll_day(opens)?)?.group)
    }

    pub(super) fn known_batch(&self, id: BatchId) -> Result<ReturnBatch, OpError> {
        Ok(self.store.batch(id)?.ok_or_else(|| HomeError::NoBatch { given: id.to_string() })?)
    }

    /// The batch asked for, else the next that comes back, else the last one.
    pub(super) fn batch_or_next(&self, id: Option<BatchId>) -> Result<Option<ReturnBatch>, OpError> {
        if let Some(id) = id {
            return self.known_batch(id).map(Some);
        }
        let mut all = self.store.batches()?;
        let next = all.iter().position(|batch| batch.day >= self.today());
        Ok(match next {
            Some(at) => Some(all.swap_remove(at)),
            None => all.pop(),
        })
    }

    /// Makes a batch, or changes one.
    ///
    /// # Errors
    /// [`HomeError::EmptyBatch`] where nothing is chosen, [`OpError::BadValue`] for a name that is empty or taken.
    pub fn put_batch(&mut self, id: Option<BatchId>, draft: &BatchDraft) -> Result<BatchId, OpError> {
        self.home_must_be_on()?;
        if let Some(id) = id {
            let _ = self.known_batch(id)?;
        }
        let mut body = draft.body.clone();
        draft.body.name.trim().clone_into(&mut body.name);
        body.note = body.note.map(|note| note.trim().to_owned()).filter(|note| !note.is_empty());
        let taken =
            self.store.batches()?.iter().any(|other| other.body.name == body.name && Some(other.id) != id);
        if body.name.is_empty() || taken {
            return Err(OpError::BadValue { field: "name", given: body.name });
        }
        if body.grades.is_empty() && body.classes.is_empty() && !body.staff {
            return Err(HomeError::EmptyBatch.into());
        }
        let (day, name) = (draft.day, body.name.clone());
        self.act("return_batch", json!({ "batch": name }), |act, ids| {
            let id = id.unwrap_or_else(|| BatchId(ids.next()));
            Ok(act.put(&ReturnBatch { id, day, body }).map(|_| id)?)
        })
    }

    /// Removes a batch with its reviews, as one act.
    ///
    /// # Errors
    /// [`HomeError::NoBatch`]
    pub(super) fn remove_batch(&mut self, id: BatchId) -> Result<(), OpError> {
        let batch = self.known_batch(id)?;
        let reviews = self.store.reviews_of(id)?;
        let name = batch.body.name.clone();
        self.act("remove_return_batch", json!({ "batch": name }), |act, _| {
            for review in reviews.into_values() {
                let _ = act.remove(&ReviewRow::from(review))?;
            }
            Ok(act.remove(&batch).map(drop)?)
        })
    }

    /// The classes of names, and the grades of numbers, that a batch is to have.
    ///
    /// # Errors
    /// As for [`Self::find_class`].
    pub fn batch_classes(&self, given: &[String], day: NaiveDate) -> Result<BTreeSet<ClassId>, OpError> {
        let day = self.home_roll_day(day)?;
        let found = given.iter().map(|class| self.find_class(class, day).map(|info| info.group));
        let classes = found.collect::<Result<Vec<Group>, OpError>>()?;
        Ok(classes
            .into_iter()
            .filter_map(|group| match group {
                Group::Class(id) => Some(id),
                Group::Dormitory(_) | Group::Staff => None,
            })
            .collect())
    }
}
