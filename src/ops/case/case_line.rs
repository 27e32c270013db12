//! A case as lists show it, with its clock.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;

use crate::domain::id::{CaseId, ClassId, PersonId};
use crate::domain::illness_case::{Certainty, IllnessCase, Outcome, case_steps};
use crate::domain::person::Person;
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::ops::book::Book;
use crate::ops::check::GroupInfo;
use crate::ops::error::OpError;

/// Days for which a closed case is listed where nothing else is asked for.
const CLOSED_DAYS: u64 = 60;

/// Which cases are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseFilter {
    /// Only those known in these days; `None`: the open ones and those closed of late.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// Only those that are open.
    pub open: bool,
}

/// Where the clock of a case stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ClockState {
    /// Somebody has not been told and the hour has passed.
    Late,
    /// Somebody has not been told yet.
    Running,
    /// Everybody has been told.
    Done,
    /// Ruled out, or a disease that starts no clock, after one had run.
    Stopped,
    /// The disease starts none.
    None,
}

/// The clock of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClockLine {
    /// Where it stands.
    pub state: ClockState,
    /// When it started; `None` where none ever ran.
    pub from: Option<NaiveDateTime>,
    /// By when everybody has to be told.
    pub due: Option<NaiveDateTime>,
    /// Hours of the limit.
    pub hours: Option<u32>,
    /// Id of the scheme that gave them.
    pub edition: Option<String>,
    /// Ids of the steps that are still owed.
    pub open: Vec<String>,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseLine {
    /// Key.
    pub key: CaseId,
    /// Whose.
    pub person: PersonId,
    /// Name of the person.
    pub name: String,
    /// Class as lists show it; empty for staff.
    pub class: String,
    /// 班内学号
    pub seat_no: Option<u32>,
    /// Id of the disease.
    pub disease: String,
    /// Its name.
    pub disease_name: String,
    /// 甲类, 乙类 …
    pub disease_class: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// Day of onset.
    pub onset: Option<NaiveDate>,
    /// When the school learned of it.
    pub known_at: NaiveDateTime,
    /// Last day; `None` while it is open.
    pub closed_on: Option<NaiveDate>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// The clock.
    pub clock: ClockLine,
}

/// People and classes that lines need.
pub(in crate::ops) struct CaseNames {
    people: BTreeMap<PersonId, Person>,
    seats: BTreeMap<(PersonId, ClassId), u32>,
    classes: BTreeMap<ClassId, String>,
}

impl CaseNames {
    /// Name of a person.
    pub fn person(&self, id: PersonId) -> String {
        self.people.get(&id).map(|person| person.name.clone()).unwrap_or_default()
    }

    /// The class of a case as lists show it.
    pub fn class(&self, case: &IllnessCase) -> String {
        case.body.place.class.and_then(|class| self.classes.get(&class).cloned()).unwrap_or_default()
    }

    /// 班内学号
    pub fn seat(&self, case: &IllnessCase) -> Option<u32> {
        self.seats.get(&(case.person, case.body.place.class?)).copied()
    }
}

impl Book {
    /// The cases of a filter: those whose clock runs first, by due time; then the others, the newest first.
    ///
    /// # Errors
    /// Those of the storage.
    pub fn case_lines(&self, filter: &CaseFilter) -> Result<Vec<CaseLine>, OpError> {
        let mut cases = if let Some((from, to)) = filter.days {
            let until = to.checked_add_days(Days::new(1)).unwrap_or(to);
            self.store.cases_between(from.and_time(NaiveTime::MIN), until.and_time(NaiveTime::MIN))?
        } else {
            let mut cases = self.store.open_cases()?;
            if !filter.open {
                cases.extend(self.store.cases_closed_since(self.today() - Days::new(CLOSED_DAYS))?);
            }
            cases
        };
        cases.retain(|case| !filter.open || case.closed_on.is_none());
        self.lines_of_cases(&cases)
    }

    /// The lines of these cases.
    pub(in crate::ops) fn lines_of_cases(&self, cases: &[IllnessCase]) -> Result<Vec<CaseLine>, OpError> {
        let names = self.case_names(cases)?;
        let subjects: BTreeSet<ReportSubject> =
            cases.iter().map(|case| ReportSubject::Case(case.id)).collect();
        let entries = self.store.entries_about(&subjects)?;
        let mut lines: Vec<CaseLine> =
            cases.iter().map(|case| self.line_of(case, &names, &entries)).collect();
        lines.sort_by_key(|line| {
            let owed = matches!(line.clock.state, ClockState::Late | ClockState::Running);
            let due = line.clock.due.filter(|_| owed);
            (due.is_none(), due, line.closed_on.is_some(), std::cmp::Reverse(line.known_at), line.key)
        });
        Ok(lines)
    }

    /// People and classes of these cases.
    pub(in crate::ops) fn case_names(&self, cases: &[IllnessCase]) -> Result<CaseNames, OpError> {
        let people: BTreeSet<PersonId> = cases.iter().map(|case| case.person).collect();
        let seats = self.store.enrolments_of_all(&people)?;
        let wanted: BTreeSet<ClassId> = cases.iter().filter_map(|case| case.body.place.class).collect();
        let mut classes = BTreeMap::new();
        for class in wanted {
            if let Some(class) = self.store.class(class)? {
                let _ = classes.insert(class.id, GroupInfo::of_class(&class).short);
            }
        }
        Ok(CaseNames {
            people: self.store.persons(people)?.into_iter().map(|person| (person.id, person)).collect(),
            seats: seats.into_iter().map(|e| ((e.person, e.class), e.seat_no)).collect(),
            classes,
        })
    }

    /// One line.
    pub(in crate::ops) fn line_of(
        &self,
        case: &IllnessCase,
        names: &CaseNames,
        entries: &[ReportEntry],
    ) -> CaseLine {
        let tag = self.tr.language().tag();
        let disease = self.rules.disease(&case.disease);
        CaseLine {
            key: case.id,
            person: case.person,
            name: names.person(case.person),
            class: names.class(case),
            seat_no: names.seat(case),
            disease: case.disease.clone(),
            disease_name: self.rules.disease_name(&case.disease, tag).to_owned(),
            disease_class: disease.map(|disease| self.tr.disease_class(disease)).unwrap_or_default(),
            certainty: case.body.facts.certainty,
            onset: case.body.facts.onset,
            known_at: case.known_at,
            closed_on: case.closed_on,
            outcome: case.body.closing.as_ref().map(|closing| closing.outcome),
            clock: self.clock_line(case, entries),
        }
    }

    fn clock_line(&self, case: &IllnessCase, entries: &[ReportEntry]) -> ClockLine {
        let now = self.now();
        let steps = case_steps(&self.rules, case, entries, now);
        let open: Vec<String> =
            steps.iter().filter(|step| step.state.is_owed()).map(|step| step.step.clone()).collect();
        let last = case.body.clocks.last();
        let state = match last {
            None => ClockState::None,
            Some(_) if case.body.stopped_at.is_some() => ClockState::Stopped,
            Some(_) if open.is_empty() => ClockState::Done,
            Some(clock) if now > clock.due => ClockState::Late,
            Some(_) => ClockState::Running,
        };
        ClockLine {
            state,
            from: last.map(|clock| clock.from),
            due: last.map(|clock| clock.due),
            hours: last.map(|clock| clock.hours),
            edition: last.map(|clock| clock.edition.clone()),
            open,
        }
    }
}
