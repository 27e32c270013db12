//! Opening, revising and closing a case.

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::json;

use crate::domain::id::{CaseId, PersonId};
use crate::domain::illness_case::{
    CaseBody, CaseClock, CaseClosing, CaseFacts, Certainty, ClockChange, IllnessCase, Outcome, case_duty,
    to_minute,
};
use crate::domain::report_entry::ReportSubject;
use crate::domain::return_clearance::ReturnPlan;
use crate::domain::rule_book::DiseaseEntry;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::reporting::ReportingError;

/// Most characters of a text about a case: it must stand on one page with everything else.
const LONGEST: usize = 300;

/// A case as somebody writes it down.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CaseDraft {
    /// Id of the disease.
    pub disease: String,
    /// When the school learned of it; `None`: now, or unchanged.
    pub known_at: Option<NaiveDateTime>,
    /// When the school learned that it is another disease or none; `None`: now.
    pub learned_at: Option<NaiveDateTime>,
    /// What is known.
    pub facts: CaseFacts,
}

/// Something to do to cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CaseOp {
    /// A new case.
    Open {
        /// Who is ill.
        person: PersonId,
        /// What is known.
        draft: Box<CaseDraft>,
        /// `trace:ID`, `alert:KEY`, `finding:SHEET`; `None`: by hand.
        origin: Option<String>,
    },
    /// What is known by now.
    Revise {
        /// The case.
        case: CaseId,
        /// What is known.
        draft: Box<CaseDraft>,
    },
    /// The end of a case.
    Close {
        /// The case.
        case: CaseId,
        /// Its last day; `None`: today.
        on: Option<NaiveDate>,
        /// How it ended.
        outcome: Outcome,
        /// More of it.
        note: Option<String>,
    },
    /// It has not ended.
    Reopen(CaseId),
}

impl Book {
    /// Does something to a case; answers its key.
    pub(in crate::ops) fn run_case(&mut self, op: &CaseOp) -> Result<CaseId, OpError> {
        match op {
            CaseOp::Open { person, draft, origin } => self.open_case(*person, draft, origin.as_deref()),
            CaseOp::Revise { case, draft } => self.revise_case(*case, draft).map(|()| *case),
            CaseOp::Close { case, on, outcome, note } => {
                self.close_case(*case, *on, *outcome, note.as_deref()).map(|()| *case)
            }
            CaseOp::Reopen(case) => self.reopen_case(*case).map(|()| *case),
        }
    }

    /// Opens a case. Its clock runs from the minute on which the school learned of it.
    ///
    /// # Errors
    /// [`OpError::NoSuchPerson`]; [`ReportingError`] for an unknown disease, a moment to come, or an open case of the same
    /// disease; [`OpError::BadValue`] for a text that is too long; [`OpError::DayToCome`].
    pub fn open_case(
        &mut self,
        person: PersonId,
        draft: &CaseDraft,
        origin: Option<&str>,
    ) -> Result<CaseId, OpError> {
        let case = self.new_case(person, draft, origin)?;
        self.act("case", json!({}), |act, _| Ok(act.put_new(&case)?))?;
        Ok(case.id)
    }

    /// A case as it would be opened; written by the caller, whose act may hold more.
    pub(in crate::ops) fn new_case(
        &mut self,
        person: PersonId,
        draft: &CaseDraft,
        origin: Option<&str>,
    ) -> Result<IllnessCase, OpError> {
        let _ = self.store.person(person)?.ok_or(OpError::NoSuchPerson)?;
        let disease = self.disease_of(&draft.disease)?.clone();
        let known_at = self.moment_gone(draft.known_at)?;
        let mut facts = self.plain_facts(&draft.facts)?;
        let seen = self.seen_facts(person, known_at.date())?;
        facts.onset = facts.onset.or(seen.onset);
        facts.absent_from = facts.absent_from.or(seen.absent_from);
        facts.temperature = facts.temperature.or(seen.temperature);
        let same = |case: &IllnessCase| case.disease == disease.id && case.closed_on.is_none();
        if self.store.cases_of(person)?.iter().any(same) {
            return Err(ReportingError::CaseOpenAlready.into());
        }
        let edition = self.case_edition(known_at)?;
        let ruled_out = facts.certainty == Certainty::RuledOut;
        let clock = CaseClock::start(&disease, edition, known_at).filter(|_| !ruled_out);
        let body = CaseBody {
            facts,
            place: self.case_place(person, known_at.date())?,
            clocks: clock.into_iter().collect(),
            stopped_at: None,
            origin: origin.map(ToOwned::to_owned),
            opened_by: self.operator()?,
            closing: None,
            way_back: ReturnPlan::default(),
        };
        let id = CaseId(self.ids.next());
        Ok(IllnessCase { person, id, disease: disease.id, known_at, closed_on: None, body })
    }

    /// Writes down what is known by now. What a change of the disease does to the clock stands in
    /// [`crate::domain::illness_case`].
    ///
    /// # Errors
    /// As [`Self::open_case`].
    pub fn revise_case(&mut self, id: CaseId, draft: &CaseDraft) -> Result<(), OpError> {
        let mut case = self.case_of(id)?;
        let disease = self.disease_of(&draft.disease)?.clone();
        case.body.facts = self.plain_facts(&draft.facts)?;
        if let Some(known_at) = draft.known_at {
            let known_at = self.moment_gone(Some(known_at))?;
            if known_at != case.known_at {
                move_start(&mut case, known_at);
            }
        }
        let learned = self.moment_gone(draft.learned_at)?.max(case.known_at);
        self.change_clock(&mut case, &disease, learned)?;
        case.disease = disease.id;
        self.act("case", json!({}), |act, _| Ok(act.put(&case).map(drop)?))
    }

    fn change_clock(
        &self,
        case: &mut IllnessCase,
        disease: &DiseaseEntry,
        learned: NaiveDateTime,
    ) -> Result<(), OpError> {
        let entries = self.store.entries_about(&[ReportSubject::Case(case.id)].into())?;
        let owed = case_duty(&self.rules, case, &entries, learned).is_some_and(|duty| !duty.open.is_empty());
        let running = case.body.clocks.last().map(|clock| (clock, owed));
        let ruled_out = case.body.facts.certainty == Certainty::RuledOut;
        match ClockChange::of(disease, ruled_out, self.case_edition(learned)?, learned, running) {
            ClockChange::Same => case.body.stopped_at = None,
            ClockChange::Another(clock) => {
                case.body.clocks.push(clock);
                case.body.stopped_at = None;
            }
            ClockChange::Stop if case.body.clocks.is_empty() => {}
            ClockChange::Stop => case.body.stopped_at = case.body.stopped_at.or(Some(learned)),
        }
        Ok(())
    }

    /// Closes a case. Whoever has not been told still has to be.
    ///
    /// # Errors
    /// [`ReportingError`] for a case that is closed, or a day before it began; [`OpError::DayToCome`].
    pub fn close_case(
        &mut self,
        id: CaseId,
        on: Option<NaiveDate>,
        outcome: Outcome,
        note: Option<&str>,
    ) -> Result<(), OpError> {
        let mut case = self.case_of(id)?;
        if let Some(on) = case.closed_on {
            return Err(ReportingError::Closed { on }.into());
        }
        let on = self.day_gone(on.unwrap_or_else(|| self.today()))?;
        let began = case.known_at.date();
        if on < began {
            return Err(ReportingError::ClosedBeforeBegun { given: on, began }.into());
        }
        if outcome == Outcome::RuledOut {
            case.body.facts.certainty = Certainty::RuledOut;
            case.body.stopped_at = case
                .body
                .stopped_at
                .or_else(|| (!case.body.clocks.is_empty()).then(|| to_minute(self.now())));
        }
        case.closed_on = Some(on);
        case.body.closing = Some(CaseClosing { outcome, note: plain("note", note)?, by: self.operator()? });
        self.act("case_close", json!({}), |act, _| Ok(act.put(&case).map(drop)?))
    }

    /// Opens a closed case again.
    ///
    /// # Errors
    /// [`ReportingError::StillOpen`], [`ReportingError::CaseOpenAlready`].
    pub fn reopen_case(&mut self, id: CaseId) -> Result<(), OpError> {
        let mut case = self.case_of(id)?;
        if case.closed_on.is_none() {
            return Err(ReportingError::StillOpen.into());
        }
        let same = |other: &IllnessCase| other.disease == case.disease && other.closed_on.is_none();
        if self.store.cases_of(case.person)?.iter().any(same) {
            return Err(ReportingError::CaseOpenAlready.into());
        }
        case.closed_on = None;
        case.body.closing = None;
        self.act("case", json!({}), |act, _| Ok(act.put(&case).map(drop)?))
    }

    /// The case of that key.
    pub(in crate::ops) fn case_of(&self, id: CaseId) -> Result<IllnessCase, OpError> {
        let none = || ReportingError::NoSuchCase { given: id.to_string() };
        Ok(self.store.illness_case(id)?.ok_or_else(none)?)
    }

    fn disease_of(&self, id: &str) -> Result<&DiseaseEntry, OpError> {
        let none = || ReportingError::NoSuchDisease { given: id.to_owned() };
        Ok(self.rules.disease(id).ok_or_else(none)?)
    }

    /// A moment that has come, to the minute; now if none is given.
    pub(in crate::ops) fn moment_gone(&self, given: Option<NaiveDateTime>) -> Result<NaiveDateTime, OpError> {
        let now = self.now();
        let moment = to_minute(given.unwrap_or(now));
        if moment > now {
            return Err(ReportingError::StillToCome { given: moment, now }.into());
        }
        Ok(moment)
    }

    /// A day that has come.
    pub(in crate::ops) fn day_gone(&self, day: NaiveDate) -> Result<NaiveDate, OpError> {
        let today = self.today();
        if day > today { Err(OpError::DayToCome { date: day, today }) } else { Ok(day) }
    }

    /// The facts without blanks around them, or why they cannot be.
    fn plain_facts(&self, facts: &CaseFacts) -> Result<CaseFacts, OpError> {
        for day in [facts.onset, facts.absent_from, facts.seen_on, facts.diagnosed_on].into_iter().flatten() {
            let _ = self.day_gone(day)?;
        }
        let text = |field, text: &Option<String>| plain(field, text.as_deref());
        Ok(CaseFacts {
            hospital: text("hospital", &facts.hospital)?,
            first_diagnosis: text("first_diagnosis", &facts.first_diagnosis)?,
            diagnosed_at: text("diagnosed_at", &facts.diagnosed_at)?,
            contact_note: text("contact_note", &facts.contact_note)?,
            vaccinated_note: text("vaccinated_note", &facts.vaccinated_note)?,
            measures: text("measures", &facts.measures)?,
            clinic_measures: text("clinic_measures", &facts.clinic_measures)?,
            note: text("note", &facts.note)?,
            ..facts.clone()
        })
    }
}

/// The school learned of it at another moment than was written down: the first clock moves with it.
fn move_start(case: &mut IllnessCase, known_at: NaiveDateTime) {
    case.known_at = known_at;
    if let Some(first) = case.body.clocks.first_mut() {
        first.from = known_at;
        first.due = known_at + chrono::TimeDelta::hours(i64::from(first.hours));
    }
}

/// A text without blanks around it; `None` where nothing is left.
pub(in crate::ops) fn plain(field: &'static str, text: Option<&str>) -> Result<Option<String>, OpError> {
    let text = text.unwrap_or_default().trim();
    let length = text.chars().count();
    if length > LONGEST {
        return Err(OpError::BadValue { field, given: length.to_string() });
    }
    Ok((!text.is_empty()).then(|| text.to_owned()))
}
