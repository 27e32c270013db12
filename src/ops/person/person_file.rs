//! The whole file of one person.

use serde::Serialize;

use super::{
    FileAbsence, FileCase, FileContact, FileFinding, FileHome, FileIsolation, FilePaper, FileReturn,
    MembershipLine, VaccinationView, VaccineLine, ValueChange,
};
use crate::domain::health_note::HealthNote;
use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::ops::book::Book;
use crate::ops::check::CorrectionLine;
use crate::ops::error::OpError;
use crate::ops::roster::RosterLine;

/// Findings on a page.
const PAGE: usize = 40;
/// Changed records that are read at once.
const CHANGES: usize = 120;

/// How far the two lists go that grow with every day and every import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FilePages {
    /// The page of findings, counted from 0.
    pub findings: usize,
    /// How many times more changes are read than the newest.
    pub changes: usize,
}

impl From<usize> for FilePages {
    fn from(findings: usize) -> Self {
        Self { findings, changes: 0 }
    }
}

/// Everything of one person. Lists are newest first, and those that grow with every day are bounded, so that six years
/// of records cost no more to open than one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonFile {
    /// The details of now.
    pub person: Person,
    /// Class and seat today, if there are any.
    pub place: Option<RosterLine>,
    /// Classes, rooms, groups, employments, and as a boarder or day pupil, the newest first.
    pub memberships: Vec<MembershipLine>,
    /// A page of findings.
    pub findings: Vec<FileFinding>,
    /// Findings on all pages.
    pub findings_total: usize,
    /// The page, counted from 0.
    pub page: usize,
    /// Pages, at least 1.
    pub pages: usize,
    /// What was corrected on sheets after their report had gone out.
    pub corrections: Vec<CorrectionLine>,
    /// Illness absences.
    pub absences: Vec<FileAbsence>,
    /// Suspected, diagnosed and ruled out diseases.
    pub cases: Vec<FileCase>,
    /// Observations and isolations.
    pub isolations: Vec<FileIsolation>,
    /// Cases that the person was near.
    pub contacts: Vec<FileContact>,
    /// Returns that were checked.
    pub returns: Vec<FileReturn>,
    /// Days at home, reviews, screenings.
    pub home: FileHome,
    /// Letters and forms.
    pub papers: Vec<FilePaper>,
    /// Health notes: the first of each kind holds.
    pub health: Vec<HealthNote>,
    /// Checks of the vaccination certificate; the first holds.
    pub vaccinations: Vec<VaccinationView>,
    /// The vaccines of the register with the doses of the check that holds.
    pub vaccines: Vec<VaccineLine>,
    /// What was changed when and by whom.
    pub changes: Vec<ValueChange>,
    /// Whether there are earlier changes.
    pub more_changes: bool,
}

impl PersonFile {
    /// The note of each kind that holds today.
    pub fn current_notes(&self) -> impl Iterator<Item = &HealthNote> {
        crate::domain::health_note::HealthKind::ALL
            .into_iter()
            .filter_map(|kind| self.health.iter().find(|note| note.kind == kind))
    }
}

impl Book {
    /// Everything of one person, with a page of findings counted from 0.
    ///
    /// # Errors
    /// [`OpError::NoSuchPerson`]
    pub fn person_file(&self, id: PersonId, pages: impl Into<FilePages>) -> Result<PersonFile, OpError> {
        let asked = pages.into();
        let view = self.person_view(id)?;
        let findings_total = self.store.findings_count(id)?;
        let pages = findings_total.div_ceil(PAGE).max(1);
        let page = asked.findings.min(pages - 1);
        let findings = self.store.findings_about(id, page * PAGE, PAGE)?;
        let findings = findings.into_iter().map(|(row, confirmed)| self.file_finding(row, confirmed));
        let limit = CHANGES.saturating_mul(asked.changes.saturating_add(1));
        let limit = u32::try_from(limit).unwrap_or(u32::MAX);
        let records = self.store.changes_about(id, limit)?;
        let checks = self.store.vaccination_checks(id)?;
        let corrections = self.store.corrections_about(id)?;
        Ok(PersonFile {
            memberships: self.memberships(&view.person)?,
            findings: findings.collect::<Result<_, _>>()?,
            findings_total,
            page,
            pages,
            corrections: corrections
                .into_iter()
                .map(|row| self.correction_line(row))
                .collect::<Result<_, _>>()?,
            absences: self.file_absences(&view.person)?,
            cases: self.file_cases(id)?,
            isolations: self.file_isolations(id)?,
            contacts: self.file_contacts(id)?,
            returns: self.file_returns(id)?,
            home: self.file_home(id)?,
            papers: self.file_papers(id)?,
            health: self.store.health_notes(id)?,
            vaccines: self.vaccine_lines(checks.first()),
            vaccinations: checks.into_iter().map(|check| self.vaccination_view(check)).collect(),
            more_changes: records.len() >= limit as usize,
            changes: self.value_changes(&records)?,
            place: view.line,
            person: view.person,
        })
    }
}
