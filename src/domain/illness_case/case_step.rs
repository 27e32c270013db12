//! Who has been told of a case and who has not.

use chrono::NaiveDateTime;
use serde::Serialize;

use super::{CaseClock, IllnessCase};
use crate::domain::id::{CaseId, PersonId, ReportEntryId};
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::domain::rule_book::RuleBook;

/// Where a step stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum StepState {
    /// Told in time.
    Done,
    /// Told after the hour.
    DoneLate,
    /// Not told, in time.
    Open,
    /// Not told, and the hour has passed.
    Late,
    /// Not told, and nothing is owed any more.
    Dropped,
}

impl StepState {
    /// Whether they have been told.
    pub const fn is_done(self) -> bool {
        matches!(self, Self::Done | Self::DoneLate)
    }

    /// Whether they still have to be told.
    pub const fn is_owed(self) -> bool {
        matches!(self, Self::Open | Self::Late)
    }
}

/// One of those who are told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseStep {
    /// Id of the step.
    pub step: String,
    /// Where it stands.
    pub state: StepState,
    /// The entry that answers it, with its time.
    pub answer: Option<(ReportEntryId, NaiveDateTime)>,
}

/// The steps of a case in their order, judged at `now`; none where no clock ever ran. `entries` may be of anything.
pub fn case_steps(
    rules: &RuleBook,
    case: &IllnessCase,
    entries: &[ReportEntry],
    now: NaiveDateTime,
) -> Vec<CaseStep> {
    let Some(clock) = case.body.clocks.last() else { return Vec::new() };
    let steps = rules.reporting_edition(&clock.edition).map(|edition| edition.steps.as_slice());
    let step = |id: &String| {
        let since = counted_since(rules, case, clock, id);
        let own = entries.iter().filter(|entry| {
            entry.subject == ReportSubject::Case(case.id) && entry.step == *id && entry.at >= since
        });
        let answer = own.min_by_key(|entry| (entry.at, entry.id)).map(|entry| (entry.id, entry.at));
        let state = match answer {
            Some((_, at)) if at <= clock.due => StepState::Done,
            Some(_) => StepState::DoneLate,
            None if case.body.stopped_at.is_some() => StepState::Dropped,
            None if now > clock.due => StepState::Late,
            None => StepState::Open,
        };
        CaseStep { step: id.clone(), state, answer }
    };
    steps.unwrap_or_default().iter().map(step).collect()
}

/// From when on a call answers a step. After a change of the disease those who are told again are told from then on.
fn counted_since(rules: &RuleBook, case: &IllnessCase, clock: &CaseClock, step: &str) -> NaiveDateTime {
    let again = rules.reporting_step(step).is_some_and(|step| step.again);
    if again && case.body.clocks.len() > 1 { clock.from } else { NaiveDateTime::MIN }
}

/// A case that somebody has to be told of, or was told of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseDuty {
    /// The case.
    pub case: CaseId,
    /// Whose.
    pub person: PersonId,
    /// By when.
    pub due: NaiveDateTime,
    /// Ids of the steps that are still owed.
    pub open: Vec<String>,
    /// When the last of them was told, once nothing is owed.
    pub done_at: Option<NaiveDateTime>,
}

/// What is owed of a case; `None` where no clock runs.
pub fn case_duty(
    rules: &RuleBook,
    case: &IllnessCase,
    entries: &[ReportEntry],
    now: NaiveDateTime,
) -> Option<CaseDuty> {
    let due = case.clock()?.due;
    let steps = case_steps(rules, case, entries, now);
    let open: Vec<String> =
        steps.iter().filter(|step| step.state.is_owed()).map(|step| step.step.clone()).collect();
    let last = steps.iter().filter_map(|step| step.answer).map(|(_, at)| at).max();
    Some(CaseDuty {
        case: case.id,
        person: case.person,
        due,
        done_at: last.filter(|_| open.is_empty()),
        open,
    })
}
