//! Those who are ill and will come back, each with what the sources ask, side by side.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::id::{CaseId, PersonId};
use crate::domain::illness_case::{Certainty, IllnessCase};
use crate::domain::return_clearance::{ReturnClearance, ReturnFlag, ReturnPlan, ReturnTerms};
use crate::ops::book::Book;
use crate::ops::case::{CaseNames, ExclusionLine};
use crate::ops::error::OpError;

/// What one source asks of this return.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EntryChoice {
    /// The entry in words.
    #[serde(flatten)]
    pub entry: ExclusionLine,
    /// First day that it allows; `None` where it counts no days, or what it counts from is not known.
    pub earliest: Option<NaiveDate>,
    /// Whether it is held to.
    pub chosen: bool,
}

/// Somebody who is to come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AwaitedReturn {
    /// The case.
    pub case: CaseId,
    /// Who.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class as lists show it; empty for staff.
    pub class: String,
    /// 班内学号
    pub seat_no: Option<u32>,
    /// Id of the disease.
    pub disease: String,
    /// Its name.
    pub disease_name: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// Day of onset.
    pub onset: Option<NaiveDate>,
    /// What was decided about the way back.
    pub plan: ReturnPlan,
    /// What the sources ask, in the order of the rules.
    pub entries: Vec<EntryChoice>,
    /// What is asked.
    pub terms: ReturnTerms,
    /// What speaks against a return on the day asked for, without a certificate.
    pub flags: Vec<ReturnFlag>,
    /// What was decided last, where somebody came before.
    pub last: Option<ReturnLine>,
}

/// A return that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReturnLine {
    /// Who.
    pub key: PersonId,
    /// The day.
    pub day: NaiveDate,
    /// Name.
    pub name: String,
    /// Class as lists show it; empty for staff.
    pub class: String,
    /// 班内学号
    pub seat_no: Option<u32>,
    /// Name of the disease; `None` for an absence without a case.
    pub disease_name: Option<String>,
    /// Day of onset, where a case tells it.
    pub onset: Option<NaiveDate>,
    /// What was checked and decided.
    #[serde(flatten)]
    pub clearance: ReturnClearance,
}

impl Book {
    /// Everyone with an open case, judged for a return on a day: who may come first stands first, whose day is not known
    /// last.
    pub fn awaited_returns(&self, date: NaiveDate) -> Result<Vec<AwaitedReturn>, OpError> {
        let mut cases = self.store.open_cases()?;
        cases.retain(|case| case.body.facts.certainty != Certainty::RuledOut && case.known_at.date() <= date);
        let names = self.case_names(&cases)?;
        let mut awaited = Vec::new();
        for case in &cases {
            awaited.push(self.awaited(case, &names, date)?);
        }
        awaited.sort_by_key(|it| (it.terms.earliest.is_none(), it.terms.earliest, it.case));
        Ok(awaited)
    }

    fn awaited(
        &self,
        case: &IllnessCase,
        names: &CaseNames,
        date: NaiveDate,
    ) -> Result<AwaitedReturn, OpError> {
        let tag = self.tr.language().tag();
        let disease = self.rules.disease(&case.disease);
        let (plan, onset) = (&case.body.way_back, case.body.facts.onset);
        let held = disease.and_then(|disease| plan.entry_of(disease)).map(|entry| entry.id.as_str());
        let lines = disease.map(|disease| self.exclusion_lines(disease)).unwrap_or_default();
        let known = plan.days(onset);
        let entries = lines.into_iter().map(|entry| EntryChoice {
            earliest: self.rules.exclusion(&entry.id).and_then(|(_, it)| ReturnTerms::of(it, known).earliest),
            chosen: held == Some(entry.id.as_str()),
            entry,
        });
        let terms = plan.terms(disease, onset);
        let last = self.store.returns_of(case.person)?.into_iter().find(|row| row.body.case == Some(case.id));
        let last = last.map(|row| ReturnLine {
            key: row.person,
            day: row.day,
            name: names.person(case.person),
            class: names.class(case),
            seat_no: names.seat(case),
            disease_name: Some(self.rules.disease_name(&case.disease, tag).to_owned()),
            onset,
            clearance: row.body,
        });
        Ok(AwaitedReturn {
            case: case.id,
            key: case.person,
            name: names.person(case.person),
            class: names.class(case),
            seat_no: names.seat(case),
            disease: case.disease.clone(),
            disease_name: self.rules.disease_name(&case.disease, tag).to_owned(),
            certainty: case.body.facts.certainty,
            onset,
            plan: plan.clone(),
            entries: entries.collect(),
            flags: terms.flags(date, None),
            terms,
            last,
        })
    }

    /// What was decided, by whom, and what spoke against it, in words.
    pub(in crate::ops) fn decision_words(&self, it: &ReturnClearance) -> String {
        let decided = [self.tr.return_decision(it.decision), it.decided_by.clone()];
        let flags = it.flags.iter().map(|flag| self.tr.return_flag(*flag));
        let words: Vec<String> = decided.into_iter().chain(flags).chain(it.note.clone()).collect();
        words.join(&self.tr.ops_list_mark())
    }

    /// The returns that were checked on the days `first` to `last`, the earliest first.
    pub fn return_lines(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<ReturnLine>, OpError> {
        let rows = self.store.returns_between(first, last)?;
        let people: BTreeSet<PersonId> = rows.iter().map(|row| row.person).collect();
        let people = self.store.persons(people)?;
        let tag = self.tr.language().tag();
        let mut lines = Vec::new();
        for row in rows {
            let Some(person) = people.iter().find(|person| person.id == row.person) else { continue };
            let (group, seat_no) = self.place_of(person, row.day)?;
            let case = row.body.case.map(|id| self.store.illness_case(id)).transpose()?.flatten();
            lines.push(ReturnLine {
                key: row.person,
                day: row.day,
                name: person.name.clone(),
                class: group.map(|info| info.short).unwrap_or_default(),
                seat_no,
                disease_name: case.as_ref().map(|it| self.rules.disease_name(&it.disease, tag).to_owned()),
                onset: case.and_then(|it| it.body.facts.onset),
                clearance: row.body,
            });
        }
        Ok(lines)
    }
}
