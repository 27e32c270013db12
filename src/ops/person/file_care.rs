//! When one person was kept apart, was near a case, and came back.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use crate::domain::case_contact::Nearness;
use crate::domain::id::{CaseId, IsolationId, PersonId};
use crate::domain::isolation::{FollowUp, IsolationBody};
use crate::domain::return_clearance::ReturnClearance;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// One observation or isolation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileIsolation {
    /// Key.
    pub id: IsolationId,
    /// When it began.
    pub from_at: NaiveDateTime,
    /// When it ended; `None` while it goes on.
    pub to_at: Option<NaiveDateTime>,
    /// Symptoms of the beginning in words.
    pub words: String,
    /// Each look at the person in words, the earliest first.
    pub looks: Vec<String>,
    /// Everything that is written down.
    pub body: IsolationBody,
}

/// A case that the person was near.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileContact {
    /// The case.
    pub case: CaseId,
    /// Whose case it is.
    pub patient: PersonId,
    /// Name.
    pub patient_name: String,
    /// Name of the disease.
    pub disease_name: String,
    /// How near.
    pub nearness: Nearness,
    /// Last day on which the two met.
    pub last_met: NaiveDate,
    /// Last day on which the person was watched.
    pub watched_until: NaiveDate,
    /// 备注
    pub note: Option<String>,
}

/// A return that was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileReturn {
    /// The day.
    pub day: NaiveDate,
    /// Name of the disease; `None` for an absence without a case.
    pub disease_name: Option<String>,
    /// What was decided, in words.
    pub words: String,
    /// What was checked and decided.
    #[serde(flatten)]
    pub clearance: ReturnClearance,
}

impl Book {
    /// When a person was kept apart, the newest first.
    pub(super) fn file_isolations(&self, person: PersonId) -> Result<Vec<FileIsolation>, OpError> {
        let all = self.store.isolations_of(person)?.into_iter();
        let look = |seen: &FollowUp| {
            let told = std::iter::once(self.look_words(seen)).chain(seen.note.clone());
            told.collect::<Vec<_>>().join(&self.tr.ops_list_mark())
        };
        let told = all.map(|it| FileIsolation {
            id: it.id,
            from_at: it.from_at,
            to_at: it.to_at,
            words: self.seen_words(&it.body.symptoms, None),
            looks: it.body.follow_ups.iter().map(look).collect(),
            body: it.body,
        });
        Ok(told.collect())
    }

    /// The cases that a person was near, the one met last first.
    pub(super) fn file_contacts(&self, person: PersonId) -> Result<Vec<FileContact>, OpError> {
        let tag = self.tr.language().tag();
        let mut lines = Vec::new();
        for row in self.store.contact_rows_of(&[person].into())? {
            let Some(case) = self.store.illness_case(row.of)? else { continue };
            let patient = self.store.person(case.person)?;
            lines.push(FileContact {
                case: case.id,
                patient: case.person,
                patient_name: patient.map(|patient| patient.name).unwrap_or_default(),
                disease_name: self.rules.disease_name(&case.disease, tag).to_owned(),
                nearness: row.body.nearness,
                last_met: row.body.last_met,
                watched_until: row.body.watched_until,
                note: row.body.note,
            });
        }
        lines.sort_by_key(|line| std::cmp::Reverse((line.last_met, line.case)));
        Ok(lines)
    }

    /// The returns of a person that were checked, the newest first.
    pub(super) fn file_returns(&self, person: PersonId) -> Result<Vec<FileReturn>, OpError> {
        let tag = self.tr.language().tag();
        let mut lines = Vec::new();
        for row in self.store.returns_of(person)? {
            let case = row.body.case.map(|id| self.store.illness_case(id)).transpose()?.flatten();
            lines.push(FileReturn {
                day: row.day,
                disease_name: case.map(|case| self.rules.disease_name(&case.disease, tag).to_owned()),
                words: self.decision_words(&row.body),
                clearance: row.body,
            });
        }
        Ok(lines)
    }
}
