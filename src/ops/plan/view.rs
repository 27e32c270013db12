//! The plan as it is shown: sections, and each task with the occurrence that matters now.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde::Serialize;

use crate::domain::calendar::Term;
use crate::domain::emergency_plan::{PlanTask, TaskState, TaskTemplate};
use crate::domain::id::{PersonId, TaskId};
use crate::domain::person::PersonKind;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// State of an occurrence on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PlanState {
    /// Its day has passed.
    Late,
    /// Not done, in time.
    Open,
    /// Done.
    Done,
}

/// A member of staff named on a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanPerson {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
}

/// One time that a task falls due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanOccurrence {
    /// Key.
    pub task: TaskId,
    /// Due day.
    pub due: Option<NaiveDate>,
    /// State.
    pub state: PlanState,
    /// Whether it is open and due within the days at which plan tasks begin to show.
    pub near: bool,
    /// Who did it.
    pub done_by: Option<PlanPerson>,
    /// When it was done.
    pub done_on: Option<NaiveDate>,
    /// What shows it.
    pub evidence: Option<String>,
}

/// A task with its occurrences.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanTaskView {
    /// Id in the plan; the command line takes it for the task.
    pub id: String,
    /// Number on screen and paper: section and place in it, `3.2`.
    pub number: String,
    /// What is to be done.
    pub title: String,
    /// What evidence is wanted.
    pub wanted: String,
    /// Where the task comes from.
    pub source: String,
    /// Who is responsible.
    pub responsible: Option<PlanPerson>,
    /// The occurrence that matters now: the oldest late one, else that of today or the next, else the last.
    pub current: PlanOccurrence,
    /// All occurrences of the term by due day.
    pub occurrences: Vec<PlanOccurrence>,
}

impl PlanTaskView {
    /// How many occurrences are late.
    pub fn late(&self) -> usize {
        self.occurrences.iter().filter(|o| o.state == PlanState::Late).count()
    }

    /// The due day after the current one.
    pub fn next(&self) -> Option<NaiveDate> {
        self.occurrences.iter().filter_map(|o| o.due).find(|due| Some(*due) > self.current.due)
    }
}

/// A section of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlanSectionView {
    /// Id in the plan.
    pub id: String,
    /// Number, from 1.
    pub number: usize,
    /// Heading.
    pub title: String,
    /// Paragraphs.
    pub text: Vec<String>,
    /// Tasks; none in a section of text alone.
    pub tasks: Vec<PlanTaskView>,
}

/// Tasks counted by the state of their current occurrence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct PlanCounts {
    /// All tasks.
    pub tasks: usize,
    /// Done.
    pub done: usize,
    /// Late.
    pub late: usize,
    /// Open and near.
    pub near: usize,
    /// Occurrences that are late, several of one task counted each.
    pub late_occurrences: usize,
}

/// The plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanView {
    /// Title.
    pub title: String,
    /// Edition.
    pub version: String,
    /// The term whose tasks are shown.
    pub term: Option<Term>,
    /// The day judged.
    pub date: NaiveDate,
    /// Sections in their order.
    pub sections: Vec<PlanSectionView>,
    /// Counts.
    pub counts: PlanCounts,
    /// Who can be named: the staff.
    pub staff: Vec<PlanPerson>,
}

impl PlanView {
    /// All tasks in the order of the plan.
    pub fn tasks(&self) -> impl Iterator<Item = &PlanTaskView> {
        self.sections.iter().flat_map(|section| &section.tasks)
    }
}

impl Book {
    /// The plan on a day.
    pub fn plan_view(&self, date: NaiveDate) -> Result<PlanView, OpError> {
        let plan = &self.plan;
        let staff: Vec<PlanPerson> = self
            .store
            .people(PersonKind::Staff)?
            .into_iter()
            .map(|person| PlanPerson { key: person.id, name: person.name })
            .collect();
        let mut by_template: BTreeMap<String, Vec<PlanTask>> = BTreeMap::new();
        for task in self.plan_tasks(date)? {
            by_template.entry(task.template.clone()).or_default().push(task);
        }
        let shown = Shown { book: self, date, staff: &staff };
        let sections: Vec<PlanSectionView> = plan
            .sections
            .iter()
            .zip(1_usize..)
            .map(|(section, number)| PlanSectionView {
                id: section.id.clone(),
                number,
                title: section.title.get(shown.tag()).to_owned(),
                text: section.text.iter().map(|words| words.get(shown.tag()).to_owned()).collect(),
                tasks: section
                    .tasks
                    .iter()
                    .zip(1..)
                    .filter_map(|(task, place)| {
                        let occurrences = by_template.remove(&task.id)?;
                        shown.task(task, format!("{number}.{place}"), occurrences)
                    })
                    .collect(),
            })
            .collect();
        let counts = count(&sections);
        let title = plan.title.get(shown.tag()).to_owned();
        let term = self.plan_term(date)?;
        let version = plan.version.clone();
        Ok(PlanView { title, version, term, date, sections, counts, staff })
    }

    /// The occurrence that a word on the command line means: the key of one, or the id of a task. Of a
    /// task the current occurrence is meant, or with `done` the one done last.
    pub fn find_plan_task(&self, given: &str, done: bool) -> Result<TaskId, OpError> {
        let view = self.plan_view(self.today())?;
        let nothing = || OpError::NoSuchTask { given: given.to_owned() };
        if let Ok(key) = given.parse::<TaskId>() {
            return Ok(key);
        }
        let task = view.tasks().find(|task| task.id == given || task.number == given).ok_or_else(nothing)?;
        let last = task.occurrences.iter().filter(|o| o.state == PlanState::Done).max_by_key(|o| o.done_on);
        Ok(if done { last.unwrap_or(&task.current).task } else { task.current.task })
    }

    /// The member of staff that a word on the command line means: a key or a name that is one person's.
    pub fn find_staff(&self, given: &str) -> Result<PersonId, OpError> {
        if let Ok(key) = given.parse() {
            return Ok(key);
        }
        let staff = self.store.people(PersonKind::Staff)?;
        let mut named = staff.iter().filter(|person| person.name == given.trim());
        match (named.next(), named.next()) {
            (Some(person), None) => Ok(person.id),
            _ => Err(OpError::NoSuchPerson),
        }
    }
}

struct Shown<'a> {
    book: &'a Book,
    date: NaiveDate,
    staff: &'a [PlanPerson],
}

impl Shown<'_> {
    fn tag(&self) -> &'static str {
        self.book.tr.language().tag()
    }

    fn task(
        &self,
        template: &TaskTemplate,
        number: String,
        mut tasks: Vec<PlanTask>,
    ) -> Option<PlanTaskView> {
        tasks.sort_by_key(|task| (task.due.is_none(), task.due, task.id));
        let responsible = tasks.iter().rev().find_map(|task| task.responsible);
        let occurrences: Vec<PlanOccurrence> = tasks.iter().map(|task| self.occurrence(task)).collect();
        let late = occurrences.iter().find(|o| o.state == PlanState::Late);
        let coming = || occurrences.iter().find(|o| o.due.is_none_or(|due| due >= self.date));
        let current = late.or_else(coming).or(occurrences.last())?.clone();
        Some(PlanTaskView {
            id: template.id.clone(),
            number,
            title: template.title.get(self.tag()).to_owned(),
            wanted: template.evidence.get(self.tag()).to_owned(),
            source: self.book.source_words(&template.source),
            responsible: self.person(responsible),
            current,
            occurrences,
        })
    }

    fn occurrence(&self, task: &PlanTask) -> PlanOccurrence {
        let horizon = self.date + Days::new(u64::from(self.book.rules.plan().near_days));
        let state = match task.state {
            TaskState::Done => PlanState::Done,
            TaskState::Open if task.is_overdue(self.date) => PlanState::Late,
            TaskState::Open => PlanState::Open,
        };
        PlanOccurrence {
            task: task.id,
            due: task.due,
            state,
            near: state == PlanState::Open && task.due.is_some_and(|due| due <= horizon),
            done_by: self.person(task.done_by),
            done_on: task.done_on,
            evidence: task.evidence.clone(),
        }
    }

    /// Who left the staff keeps the name.
    fn person(&self, key: Option<PersonId>) -> Option<PlanPerson> {
        let key = key?;
        let known = self.staff.iter().find(|person| person.key == key).cloned();
        known.or_else(|| {
            let person = self.book.store.person(key).ok().flatten()?;
            Some(PlanPerson { key, name: person.name })
        })
    }
}

fn count(sections: &[PlanSectionView]) -> PlanCounts {
    let mut counts = PlanCounts::default();
    for task in sections.iter().flat_map(|section| &section.tasks) {
        counts.tasks += 1;
        counts.late_occurrences += task.late();
        match task.current.state {
            PlanState::Done => counts.done += 1,
            PlanState::Late => counts.late += 1,
            PlanState::Open => counts.near += usize::from(task.current.near),
        }
    }
    counts
}
