//! A diagnosis that names a notifiable disease becomes a case, whose clock runs from the talk.

use crate::domain::illness_case::{Basis as CaseBasis, CaseFacts, Certainty, IllnessCase};
use crate::domain::trace::{Basis, Trace};
use crate::ops::book::Book;
use crate::ops::case::CaseDraft;
use crate::ops::error::OpError;

impl Book {
    /// The case that a talk has brought to light; `None` where its diagnosis starts no clock or such a case is open.
    pub(super) fn traced_case(&mut self, trace: &Trace) -> Result<Option<IllnessCase>, OpError> {
        let Some(diagnosis) = &trace.talk.diagnosis else { return Ok(None) };
        let Some(disease) = self.notifiable(&diagnosis.name).map(|it| it.disease) else { return Ok(None) };
        let open = self.store.cases_of(trace.person)?;
        if open.iter().any(|case| case.disease == disease && case.closed_on.is_none()) {
            return Ok(None);
        }
        let person = self.store.person(trace.person)?.ok_or(OpError::NoSuchPerson)?;
        let chain = self.chain(&person, self.today())?;
        let absence = chain.absences.iter().min_by_key(|absence| absence.distance(trace.absent_on));
        let seen = match absence {
            Some(absence) => self.facts_of(trace.person, absence)?,
            None => CaseFacts::default(),
        };
        let shown = diagnosis.basis == Basis::Certificate;
        let facts = CaseFacts {
            // What the family tells is a suspicion until a paper shows it.
            certainty: if shown { Certainty::Diagnosed } else { Certainty::Suspected },
            basis: Some(if shown { CaseBasis::Certificate } else { CaseBasis::Parents }),
            onset: trace.talk.onset.or(seen.onset),
            absent_from: seen.absent_from,
            temperature: seen.temperature,
            hospital: trace.talk.hospital.clone(),
            first_diagnosis: Some(diagnosis.name.clone()),
            ..CaseFacts::default()
        };
        let draft = CaseDraft { disease, known_at: Some(trace.at), facts, ..CaseDraft::default() };
        self.new_case(trace.person, &draft, Some(&format!("trace:{}", trace.id))).map(Some)
    }
}
