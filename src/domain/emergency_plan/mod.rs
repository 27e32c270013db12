//! The school's plan for infectious disease: sections of text, and tasks that fall due each term.

mod due_rule;
mod plan_task;
#[cfg(test)]
mod tests;

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calendar::{Calendar, Term};
use super::id::{IdSource, TaskId};
use super::rule_book::{Bilingual, RuleError, read};

pub use due_rule::DueRule;
pub use plan_task::{PlanError, PlanTask, TaskState, overdue};

/// Days that are given for a task whose day had passed when the plan was taken up.
const GRACE_DAYS: u64 = 14;

/// A task as the plan describes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaskTemplate {
    /// Id, unique in the plan.
    pub id: String,
    /// What is to be done.
    pub title: Bilingual,
    /// What shows that it was done.
    pub evidence: Bilingual,
    /// When.
    pub due: DueRule,
    /// Id of the source in the rule book.
    pub source: String,
}

/// A section of the plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlanSection {
    /// Id, unique in the plan.
    pub id: String,
    /// Heading.
    pub title: Bilingual,
    /// Paragraphs.
    pub text: Vec<Bilingual>,
    /// Its tasks; none in a section of text alone.
    #[serde(default)]
    pub tasks: Vec<TaskTemplate>,
}

/// A plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// Id.
    pub id: String,
    /// Edition.
    pub version: String,
    /// Title.
    pub title: Bilingual,
    /// Title of the printed document: `{school}` is the school's name, `\n` breaks the line.
    pub heading: Bilingual,
    /// Id of the source of its outline in the rule book.
    pub source: String,
    /// Sections in their order.
    pub sections: Vec<PlanSection>,
}

impl Plan {
    /// The plan that the program ships.
    pub fn shipped() -> Result<Self, RuleError> {
        read("plans/school.toml", include_str!("../../../assets/plans/school.toml"))
    }

    /// All tasks with their sections, in the order of the plan.
    pub fn templates(&self) -> impl Iterator<Item = (&PlanSection, &TaskTemplate)> {
        self.sections.iter().flat_map(|section| section.tasks.iter().map(move |task| (section, task)))
    }

    /// The section and template of that task id.
    pub fn template(&self, id: &str) -> Option<(&PlanSection, &TaskTemplate)> {
        self.templates().find(|(_, task)| task.id == id)
    }
}

/// The tasks of a term with their due days, in the order of the plan, for a school that takes the plan up
/// on the day `from`. What recurs begins then; what is done once a term and has passed gets two weeks.
/// A day within the term on which no school is held moves to the school day before it.
pub fn instantiate(
    plan: &Plan,
    term: &Term,
    calendar: &Calendar,
    from: NaiveDate,
    ids: &mut dyn IdSource,
) -> Vec<PlanTask> {
    let mut tasks = Vec::new();
    for (_, template) in plan.templates() {
        for due in template.due.days_of(term) {
            // Drawn for what is left out as well, so that a task keeps its key whatever `from` is.
            let id = TaskId(ids.next());
            let due = on_school_day(calendar, term, due);
            let due = match due >= from {
                true => due,
                false if template.due.is_once() => {
                    let grace = from.checked_add_days(Days::new(GRACE_DAYS)).unwrap_or(from);
                    on_school_day(calendar, term, grace).max(from)
                }
                false => continue,
            };
            tasks.push(PlanTask::open(id, template.id.as_str(), Some(due)));
        }
    }
    tasks
}

fn on_school_day(calendar: &Calendar, term: &Term, day: NaiveDate) -> NaiveDate {
    if !term.covers(day) || calendar.is_school_day(day) {
        return day;
    }
    calendar.previous_school_day(day).filter(|before| term.covers(*before)).unwrap_or(day)
}
