//! The case behind somebody who is kept apart, and until when its way back or the watch over its contacts asks for it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::id::{CaseId, PersonId};
use crate::domain::illness_case::{Certainty, IllnessCase};
use crate::domain::isolation::{Isolation, IsolationKind};
use crate::ops::book::Book;
use crate::ops::choice_error::ChoiceError;
use crate::ops::error::OpError;

/// Until when somebody is kept apart, and by what.
#[derive(Debug, Clone, Default)]
pub(super) struct Until {
    /// Last day.
    pub day: Option<NaiveDate>,
    /// What proposes it; `None` where somebody wrote it down, or nothing sets one.
    pub by: Option<String>,
}

impl Book {
    /// The case of somebody who is kept apart since a day: the own one that was open on it, else that of which the person
    /// is a contact who is still watched.
    pub(super) fn case_behind(
        &self,
        person: PersonId,
        since: NaiveDate,
    ) -> Result<Option<IllnessCase>, OpError> {
        let stands = |case: &IllnessCase| {
            case.body.facts.certainty != Certainty::RuledOut && case.closed_on.is_none_or(|on| on >= since)
        };
        let own = self.store.cases_of(person)?.into_iter().filter(stands);
        if let Some(case) = own.max_by_key(|case| (case.known_at, case.id)) {
            return Ok(Some(case));
        }
        let mut watched = self.store.contact_rows_of(&BTreeSet::from([person]))?;
        watched.retain(|contact| contact.body.watched_until >= since);
        let Some(last) = watched.into_iter().max_by_key(|contact| contact.body.watched_until) else {
            return Ok(None);
        };
        Ok(self.store.illness_case(last.of)?.filter(stands))
    }

    /// Refuses a case of which the person is neither the patient nor a contact.
    pub(super) fn must_be_behind(&self, case: Option<CaseId>, person: PersonId) -> Result<(), OpError> {
        let Some(id) = case else { return Ok(()) };
        let contacts = || self.store.contacts_of(id);
        if self.case_of(id)?.person == person || contacts()?.iter().any(|contact| contact.person == person) {
            return Ok(());
        }
        let allowed = self.store.cases_of(person)?.iter().map(|case| case.id.to_string()).collect();
        Err(ChoiceError::Unknown { field: "case", given: id.to_string(), allowed }.into())
    }

    /// Until when it goes on: as written down, else in isolation the day before the patient may come back, which the clinic
    /// decides where it has, or the last day of the watch over a contact.
    pub(super) fn isolated_until(&self, it: &Isolation, case: Option<CaseId>) -> Result<Until, OpError> {
        if it.body.until.is_some() || it.body.kind != IsolationKind::Isolation {
            return Ok(Until { day: it.body.until, by: None });
        }
        let Some(case) = case.map(|id| self.case_of(id)).transpose()? else { return Ok(Until::default()) };
        let (tr, tag) = (&self.tr, self.tr.language().tag());
        let name = self.rules.disease_name(&case.disease, tag);
        if case.person != it.person {
            let contacts = self.store.contacts_of(case.id)?;
            let own = contacts.iter().find(|contact| contact.person == it.person);
            let day = own.map(|contact| contact.body.watched_until);
            return Ok(Until { day, by: day.map(|_| tr.isolation_by_watch(name)) });
        }
        let (plan, disease) = (&case.body.way_back, self.rules.disease(&case.disease));
        let day = plan.terms(disease, case.body.facts.onset).earliest.and_then(|day| day.pred_opt());
        let entry = disease.and_then(|disease| plan.entry_of(disease));
        let by = match (plan.clinic_day, entry) {
            (Some(_), _) => tr.isolation_by_clinic(name),
            (None, Some(entry)) => tr.isolation_by_rule(name, entry.text.get(tag)),
            (None, None) => name.to_owned(),
        };
        Ok(Until { day, by: day.map(|_| by) })
    }
}
