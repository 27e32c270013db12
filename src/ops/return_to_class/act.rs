//! Deciding on what terms somebody comes back, and recording the check at the door.

use chrono::NaiveDate;
use serde_json::json;

use crate::domain::id::{CaseId, PersonId};
use crate::domain::illness_case::{CaseClosing, IllnessCase, Outcome};
use crate::domain::return_clearance::{
    ReturnCertificate, ReturnClearance, ReturnDecision, ReturnPlan, ReturnTerms,
};
use crate::ops::book::Book;
use crate::ops::case::plain;
use crate::ops::choice_error::ChoiceError;
use crate::ops::error::OpError;
use crate::storage::ReturnRow;

/// A check at the door as somebody writes it down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReturn {
    /// Who came.
    pub person: PersonId,
    /// On which day; today if absent.
    pub day: Option<NaiveDate>,
    /// The case that it is about; `None`: the open one, or an absence without a case.
    pub case: Option<CaseId>,
    /// What was shown.
    pub certificate: Option<ReturnCertificate>,
    /// 查验人; the operator if absent.
    pub checked_by: Option<String>,
    /// What was decided.
    pub decision: ReturnDecision,
    /// Who decided; the one who checked if absent.
    pub decided_by: Option<String>,
    /// More of it.
    pub note: Option<String>,
    /// Whether the case is over with it: closed as recovered on that day.
    pub closes: bool,
}

/// What one can do about returns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReturnOp {
    /// Which source is held to, and what the clinic said.
    Plan(CaseId, Box<ReturnPlan>),
    /// A check at the door; one of the same day is replaced.
    Check(Box<NewReturn>),
    /// A check that was none.
    Remove(PersonId, NaiveDate),
}

impl Book {
    /// Does something about a return.
    ///
    /// # Errors
    /// [`OpError::NoSuchPerson`], [`OpError::DayToCome`], [`ChoiceError`] for an entry of another disease or a check that
    /// is not there, [`crate::ops::reporting::ReportingError`] for a case that is not there; nothing is changed.
    pub fn run_return(&mut self, op: &ReturnOp) -> Result<(), OpError> {
        match op {
            ReturnOp::Plan(case, plan) => self.plan_return(*case, plan),
            ReturnOp::Check(new) => self.check_return(new),
            ReturnOp::Remove(person, day) => {
                let row = self.store.returns_of(*person)?.into_iter().find(|row| row.day == *day);
                let row = row.ok_or(ChoiceError::NoReturn { day: *day })?;
                self.act("return_remove", json!({}), |act, _| Ok(act.remove(&row).map(drop)?))
            }
        }
    }

    fn plan_return(&mut self, id: CaseId, plan: &ReturnPlan) -> Result<(), OpError> {
        let mut case = self.case_of(id)?;
        if let Some(entry) = &plan.entry {
            let known = self.rules.disease(&case.disease).map_or(&[][..], |it| it.exclusions.as_slice());
            if !known.iter().any(|other| other.id == *entry) {
                let allowed = known.iter().map(|other| other.id.clone()).collect();
                return Err(ChoiceError::Unknown { field: "entry", given: entry.clone(), allowed }.into());
            }
        }
        for day in [plan.symptoms_ended, plan.treated_since].into_iter().flatten() {
            self.day_gone(day)?;
        }
        case.body.way_back =
            ReturnPlan { clinic_by: plain("clinic_by", plan.clinic_by.as_deref())?, ..plan.clone() };
        self.act("return_plan", json!({}), |act, _| Ok(act.put(&case).map(drop)?))
    }

    /// The case, if it is that person's: a check of one child never ends the case of another.
    fn own_case(&self, case: IllnessCase, person: PersonId) -> Result<IllnessCase, OpError> {
        if case.person == person {
            return Ok(case);
        }
        let others = self.store.cases_of(person)?;
        let allowed = others.iter().filter(|it| it.closed_on.is_none()).map(|it| it.id.to_string()).collect();
        Err(ChoiceError::Unknown { field: "case", given: case.id.to_string(), allowed }.into())
    }

    fn check_return(&mut self, new: &NewReturn) -> Result<(), OpError> {
        if self.store.person(new.person)?.is_none() {
            return Err(OpError::NoSuchPerson);
        }
        let day = self.day_gone(new.day.unwrap_or_else(|| self.today()))?;
        let cases = self.store.cases_of(new.person)?;
        let mut case = match new.case {
            Some(id) => Some(self.case_of(id).and_then(|case| self.own_case(case, new.person))?),
            None => cases.into_iter().find(|case| case.closed_on.is_none() && case.known_at.date() <= day),
        };
        let terms = case.as_ref().map_or_else(ReturnTerms::default, |case| {
            case.body.way_back.terms(self.rules.disease(&case.disease), case.body.facts.onset)
        });
        let held = case.as_ref().and_then(|case| {
            let disease = self.rules.disease(&case.disease)?;
            case.body.way_back.entry_of(disease).map(|entry| entry.id.clone())
        });
        let certificate = match &new.certificate {
            Some(shown) => plain_certificate(shown, day)?,
            None => None,
        };
        let checked_by = match plain("checked_by", new.checked_by.as_deref())? {
            Some(name) => name,
            None => self.operator()?,
        };
        let decided_by = plain("decided_by", new.decided_by.as_deref())?;
        let body = ReturnClearance {
            case: case.as_ref().map(|case| case.id),
            entry: held,
            flags: terms.flags(day, certificate.as_ref()),
            terms,
            certificate,
            decided_by: decided_by.unwrap_or_else(|| checked_by.clone()),
            checked_by,
            decision: new.decision,
            note: plain("note", new.note.as_deref())?,
        };
        let closes = new.closes && new.decision == ReturnDecision::Admitted;
        let by = self.operator()?;
        if let Some(case) = case.as_mut().filter(|case| closes && case.closed_on.is_none()) {
            case.closed_on = Some(day);
            case.body.closing = Some(CaseClosing { outcome: Outcome::Recovered, note: None, by });
        }
        let row = ReturnRow { person: new.person, day, body };
        self.act("return_check", json!({}), |act, _| {
            let _ = act.put(&row)?;
            if let Some(case) = case.filter(|_| closes) {
                let _ = act.put(&case)?;
            }
            Ok(())
        })
    }
}

/// A certificate with an issuer; without one nothing was shown.
fn plain_certificate(
    shown: &ReturnCertificate,
    day: NaiveDate,
) -> Result<Option<ReturnCertificate>, OpError> {
    if let Some(made) = shown.date.filter(|made| *made > day) {
        return Err(OpError::DayToCome { date: made, today: day });
    }
    let Some(issuer) = plain("issuer", Some(&shown.issuer))? else { return Ok(None) };
    Ok(Some(ReturnCertificate { issuer, number: plain("number", shown.number.as_deref())?, ..shown.clone() }))
}
