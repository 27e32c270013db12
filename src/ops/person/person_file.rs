//! The whole file of one person.

use serde::Serialize;

use super::{
    Belonging, FileAbsence, FileFinding, FilePaper, MembershipLine, VaccinationView, VaccineLine, ValueChange,
};
use crate::domain::health_note::HealthNote;
use crate::domain::id::PersonId;
use crate::domain::person::{Person, PersonKind};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::roster::RosterLine;

/// Findings on a page.
const PAGE: usize = 40;
/// Most papers that are listed.
const PAPERS: u32 = 60;
/// Most changed records that are read.
const CHANGES: u32 = 120;

/// Everything of one person. Lists are newest first and bounded, so that six years of records cost no more to open
/// than one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PersonFile {
    /// The details of now.
    pub person: Person,
    /// Class and seat today, if there are any.
    pub place: Option<RosterLine>,
    /// Classes, rooms and employments, the newest first.
    pub memberships: Vec<MembershipLine>,
    /// A page of findings.
    pub findings: Vec<FileFinding>,
    /// Findings on all pages.
    pub findings_total: usize,
    /// The page, counted from 0.
    pub page: usize,
    /// Pages, at least 1.
    pub pages: usize,
    /// Illness absences.
    pub absences: Vec<FileAbsence>,
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
    pub fn person_file(&self, id: PersonId, page: usize) -> Result<PersonFile, OpError> {
        let view = self.person_view(id)?;
        let findings_total = self.store.findings_count(id)?;
        let pages = findings_total.div_ceil(PAGE).max(1);
        let page = page.min(pages - 1);
        let findings = self.store.findings_about(id, page * PAGE, PAGE)?;
        let findings = findings.into_iter().map(|(row, confirmed)| self.file_finding(row, confirmed));
        let records = self.store.changes_about(id, CHANGES)?;
        let checks = self.store.vaccination_checks(id)?;
        Ok(PersonFile {
            memberships: self.memberships(&view.person)?,
            findings: findings.collect::<Result<_, _>>()?,
            findings_total,
            page,
            pages,
            absences: self.file_absences(&view.person)?,
            papers: self.store.issued_about(id, PAPERS)?.iter().map(|it| self.file_paper(it)).collect(),
            health: self.store.health_notes(id)?,
            vaccines: self.vaccine_lines(checks.first()),
            vaccinations: checks.into_iter().map(|check| self.vaccination_view(check)).collect(),
            more_changes: records.len() >= CHANGES as usize,
            changes: self.value_changes(&records)?,
            place: view.line,
            person: view.person,
        })
    }

    fn memberships(&self, person: &Person) -> Result<Vec<MembershipLine>, OpError> {
        let mut lines = Vec::new();
        if person.kind == PersonKind::Staff {
            for it in self.store.employments_of(person.id)? {
                let (name, number) = (self.tr.ops_staff(), Some(it.number));
                lines.push(MembershipLine { kind: Belonging::Staff, name, number, from: it.from, to: it.to });
            }
        }
        for it in self.store.enrolments_of(person.id)? {
            let name = self.store.class(it.class)?.map(|class| class.label).unwrap_or_default();
            let number = Some(it.seat_no);
            lines.push(MembershipLine { kind: Belonging::Class, name, number, from: it.from, to: it.to });
        }
        let rooms = self.store.dormitories()?;
        for it in self.store.stays_of(person.id)? {
            let name = rooms.iter().find(|room| room.id == it.dormitory);
            let name = name.map(|room| room.label.clone()).unwrap_or_default();
            let kind = Belonging::Dormitory;
            lines.push(MembershipLine { kind, name, number: None, from: it.from, to: it.to });
        }
        lines.sort_by_key(|line| std::cmp::Reverse(line.from));
        Ok(lines)
    }
}
