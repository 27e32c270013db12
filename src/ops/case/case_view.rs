//! A case with everything that its page shows.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::case_line::{CaseFilter, CaseLine, ClockState};
use super::disease_line::ExclusionLine;
use crate::domain::id::{CaseId, ReportEntryId};
use crate::domain::illness_case::{CaseClosing, CaseFacts, CasePlace, IllnessCase, StepState, case_steps};
use crate::domain::person::Sex;
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::report_log::{LogLine, Told};
use crate::ops::reporting::ReportingSetting;

/// Somebody who is told of a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseStepLine {
    /// Id.
    pub step: String,
    /// Name: 家长, 校长 …
    pub name: String,
    /// Where it stands.
    pub state: StepState,
    /// When they were told.
    pub at: Option<NaiveDateTime>,
    /// The entry of the log.
    pub entry: Option<ReportEntryId>,
    /// How and whom, in words.
    pub words: Option<String>,
    /// Whom one would call now: as last time, or from the roster.
    pub whom: Told,
}

/// What is known of the person of a case beside the name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CasePerson {
    /// 男, 女
    pub sex: Option<String>,
    /// Date of birth.
    pub birth: Option<NaiveDate>,
    /// Age in years on the day of the case.
    pub age: Option<u32>,
    /// 监护人
    pub guardian: Option<String>,
    /// 监护人电话
    pub phone: Option<String>,
    /// 住址
    pub address: Option<String>,
}

/// A case.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CaseView {
    /// The line of the list.
    #[serde(flatten)]
    pub line: CaseLine,
    /// The person.
    pub about: CasePerson,
    /// What is known.
    pub facts: CaseFacts,
    /// Where the person belonged.
    pub place: CasePlace,
    /// Who is told.
    pub steps: Vec<CaseStepLine>,
    /// Part of the limit that has gone by, 0 to 1.
    #[serde(skip)]
    pub gone: f32,
    /// Name of the scheme that gave the limit.
    pub edition_name: Option<String>,
    /// Whether that is an older scheme.
    pub edition_older: bool,
    /// Who chose it; `None`: the shipped one.
    pub edition_by: Option<String>,
    /// When it was chosen.
    pub edition_at: Option<NaiveDateTime>,
    /// Time from infection to the first symptoms.
    pub incubation: Option<String>,
    /// What several sources say of the return to class.
    pub exclusions: Vec<ExclusionLine>,
    /// What was reported about it.
    pub entries: Vec<LogLine>,
    /// How it ended.
    pub closing: Option<CaseClosing>,
}

/// The list of cases, with the one that has to be reported next.
#[derive(Debug, Clone, PartialEq)]
pub struct CasesView {
    /// The cases.
    pub lines: Vec<CaseLine>,
    /// The case that the page shows; the first if nothing was asked for.
    pub shown: Option<Box<CaseView>>,
    /// The limits in force, with what can be chosen.
    pub reporting: ReportingSetting,
}

impl CasesView {
    /// The case whose clock ends first among those that are owed.
    pub fn urgent(&self) -> Option<&CaseLine> {
        self.lines.iter().find(|line| matches!(line.clock.state, ClockState::Late | ClockState::Running))
    }
}

impl Book {
    /// The list with one case opened.
    pub fn cases_view(&self, shown: Option<CaseId>) -> Result<CasesView, OpError> {
        let lines = self.case_lines(&CaseFilter::default())?;
        let wanted = shown.filter(|id| lines.iter().any(|line| line.key == *id));
        let wanted = wanted.or_else(|| lines.first().map(|line| line.key));
        let shown = wanted.map(|id| self.case_view(id)).transpose()?.map(Box::new);
        Ok(CasesView { lines, shown, reporting: self.reporting_setting()? })
    }

    /// One case.
    ///
    /// # Errors
    /// [`ReportingError::NoSuchCase`](crate::ops::reporting::ReportingError::NoSuchCase).
    pub fn case_view(&self, id: CaseId) -> Result<CaseView, OpError> {
        let case = self.case_of(id)?;
        let tag = self.tr.language().tag();
        let entries = self.store.entries_about(&[ReportSubject::Case(id)].into())?;
        let names = self.case_names(std::slice::from_ref(&case))?;
        let clock = case.body.clocks.last();
        let edition = clock.and_then(|clock| self.rules.reporting_edition(&clock.edition));
        let choice = match clock {
            Some(clock) => self.reporting_choice(clock.from)?.filter(|c| c.edition == clock.edition),
            None => None,
        };
        let disease = self.rules.disease(&case.disease);
        Ok(CaseView {
            line: self.line_of(&case, &names, &entries),
            about: self.case_person(&case)?,
            facts: case.body.facts.clone(),
            place: case.body.place.clone(),
            steps: self.step_lines(&case, &entries)?,
            gone: clock.map(|clock| clock.gone(self.now())).unwrap_or_default(),
            edition_name: edition.map(|edition| edition.name.get(tag).to_owned()),
            edition_older: edition.is_some_and(|edition| edition.older),
            edition_by: choice.as_ref().map(|choice| self.name_or_post(&choice.by)),
            edition_at: choice.map(|choice| choice.at),
            incubation: disease.and_then(|d| d.incubation.as_ref()).map(|text| text.get(tag).to_owned()),
            exclusions: disease.map(|disease| self.exclusion_lines(disease)).unwrap_or_default(),
            entries: self.log_lines(entries)?,
            closing: case.body.closing,
        })
    }

    /// What the roster says of the person of a case.
    pub(in crate::ops) fn case_person(&self, case: &IllnessCase) -> Result<CasePerson, OpError> {
        let Some(person) = self.store.person(case.person)? else { return Ok(CasePerson::default()) };
        Ok(CasePerson {
            sex: person.sex.map(|sex| match sex {
                Sex::Male => self.tr.person_male(),
                Sex::Female => self.tr.person_female(),
            }),
            birth: person.birth,
            age: person.birth.and_then(|birth| case.known_at.date().years_since(birth)),
            guardian: person.guardian,
            phone: person.guardian_phone.or(person.phone),
            address: person.address,
        })
    }

    fn step_lines(&self, case: &IllnessCase, entries: &[ReportEntry]) -> Result<Vec<CaseStepLine>, OpError> {
        let tag = self.tr.language().tag();
        let mut lines = Vec::new();
        for step in case_steps(&self.rules, case, entries, self.now()) {
            let name = self.rules.reporting_step(&step.step).map(|entry| entry.name.get(tag).to_owned());
            let entry = step.answer.and_then(|(id, _)| entries.iter().find(|entry| entry.id == id));
            lines.push(CaseStepLine {
                name: name.unwrap_or_else(|| step.step.clone()),
                state: step.state,
                at: step.answer.map(|(_, at)| at),
                entry: step.answer.map(|(id, _)| id),
                words: entry.map(|entry| self.told_words(entry)),
                whom: self.whom_to_tell(&step.step, Some(case.person))?,
                step: step.step,
            });
        }
        Ok(lines)
    }
}
