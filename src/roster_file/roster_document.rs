//! What a file holds: the document that `roster import --json` prints.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use super::field::Field;
use super::field_set::FieldSet;
use super::findings::Findings;
use super::pupil_record::{PupilRecord, RecordClass};
use super::row_note::{RejectedRow, SkippedRow, WarnedRow, Warning};
use super::staff_record::StaffRecord;
use super::table_proposal::TableProposal;
use crate::domain::person::{Boarding, LeftBehind};
use crate::domain::school_class::ClassKind;

/// Whether the file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// People were found.
    Imported,
    /// Nothing of it was taken.
    Refused,
}

/// Whom a file lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RosterKind {
    /// Pupils.
    Pupils,
    /// Staff.
    Staff,
    /// Both, on different sheets.
    Mixed,
}

/// A table that was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadTable {
    /// Sheet; `None` where the file has none.
    pub sheet: Option<String>,
    /// First row of the header, from 1.
    pub header_row: u32,
    /// Rows of the header.
    pub header_rows: u32,
}

/// Why a sheet was not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SheetSkip {
    /// No header of a roster.
    NoTable,
    /// The sheet is hidden.
    Hidden,
    /// The user left it out, now or the last time.
    LeftOut,
}

/// A sheet that was not read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SkippedSheet {
    /// Sheet.
    pub sheet: Option<String>,
    /// Why.
    pub reason: SheetSkip,
}

/// A class of the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReadClass {
    /// Grade: 0 is 学前班.
    pub grade: Option<u8>,
    /// Number within the grade.
    pub class_no: Option<u16>,
    /// Kind.
    pub kind: ClassKind,
    /// Spellings met, in the order of the file.
    pub written: Vec<String>,
    /// Pupils.
    pub count: usize,
}

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RosterDocument {
    /// Whether it was read.
    pub outcome: Outcome,
    /// Reason code of a refusal.
    pub error: Option<String>,
    /// Whom it lists.
    pub kind: Option<RosterKind>,
    /// `2025-2026`
    pub school_year: Option<String>,
    /// Tables read.
    pub tables: Vec<ReadTable>,
    /// Sheets not read.
    pub sheets_skipped: Vec<SkippedSheet>,
    /// Pupils found.
    pub pupils_imported: usize,
    /// Staff found.
    pub staff_imported: usize,
    /// Pupils who board.
    pub boarders: usize,
    /// Pupils who do not.
    pub day_pupils: usize,
    /// Pupils whose parents are away; `None` where no table of pupils has the column.
    pub left_behind: Option<usize>,
    /// Classes by grade and number.
    pub classes: Vec<ReadClass>,
    /// Rows with data that are not imported.
    pub rows_rejected: Vec<RejectedRow>,
    /// Rows imported with a warning.
    pub rows_warned: Vec<WarnedRow>,
    /// Rows that hold nobody.
    pub rows_skipped: Vec<SkippedRow>,
    /// The pupils, in the order of the file.
    #[serde(skip)]
    pub pupils: Vec<PupilRecord>,
    /// The staff, in the order of the file.
    #[serde(skip)]
    pub staff: Vec<StaffRecord>,
    /// How each table was understood, for the user to change.
    #[serde(skip)]
    pub proposals: Vec<TableProposal>,
    /// Tables that the user left out.
    #[serde(skip)]
    pub left_out: Vec<TableProposal>,
    /// Year of the school year's 1 September.
    #[serde(skip)]
    pub first_year: Option<i32>,
    /// Whether the titles name the school year or it was chosen; else it was taken from the day.
    #[serde(skip)]
    pub year_told: bool,
    /// Term that the titles name: 1 from September, 2 from February or March.
    #[serde(skip)]
    pub term: Option<u8>,
}

impl RosterDocument {
    /// The document of a file that was refused, with the reason code.
    pub fn refused(code: &str) -> Self {
        Self {
            outcome: Outcome::Refused,
            error: Some(code.to_owned()),
            kind: None,
            school_year: None,
            tables: Vec::new(),
            sheets_skipped: Vec::new(),
            pupils_imported: 0,
            staff_imported: 0,
            boarders: 0,
            day_pupils: 0,
            left_behind: None,
            classes: Vec::new(),
            rows_rejected: Vec::new(),
            rows_warned: Vec::new(),
            rows_skipped: Vec::new(),
            pupils: Vec::new(),
            staff: Vec::new(),
            proposals: Vec::new(),
            left_out: Vec::new(),
            first_year: None,
            year_told: false,
            term: None,
        }
    }

    /// The document of a file that was read.
    pub(super) fn of(
        found: Findings,
        (proposals, left_out): (Vec<TableProposal>, Vec<TableProposal>),
        sheets_skipped: Vec<SkippedSheet>,
        (first_year, term): (i32, Option<u8>),
    ) -> Self {
        let pupils = found.pupils;
        let boarding = |b| pupils.iter().filter(|p| p.boarding == Some(b)).count();
        let away = |p: &&PupilRecord| p.left_behind.is_some_and(|l| l != LeftBehind::No);
        let known = pupils.is_empty() || pupils.iter().any(|p| p.columns.has(Field::LeftBehind));
        Self {
            outcome: Outcome::Imported,
            error: None,
            kind: Some(match (pupils.is_empty(), found.staff.is_empty()) {
                (false, false) => RosterKind::Mixed,
                (true, false) => RosterKind::Staff,
                _ => RosterKind::Pupils,
            }),
            school_year: Some(format!("{first_year}-{}", first_year + 1)),
            tables: proposals.iter().map(TableProposal::table).collect(),
            sheets_skipped,
            pupils_imported: pupils.len(),
            staff_imported: found.staff.len(),
            boarders: boarding(Boarding::Boarder),
            day_pupils: boarding(Boarding::Day),
            left_behind: known.then(|| pupils.iter().filter(away).count()),
            classes: classes(&pupils),
            rows_rejected: found.rejected,
            rows_warned: found.warned,
            rows_skipped: found.skipped,
            pupils,
            staff: found.staff,
            proposals,
            left_out,
            first_year: Some(first_year),
            year_told: false,
            term,
        }
    }

    /// Years of entry that name classes and of which no birth date tells whether the school is a primary or a junior
    /// one.
    pub fn open_cohorts(&self) -> BTreeSet<i32> {
        let Some(year) = self.first_year else { return BTreeSet::new() };
        let open = |told: bool| {
            let pupils = self.pupils.iter().filter(move |pupil| pupil.birth.is_some() == told);
            pupils.filter_map(|pupil| pupil.open_cohort(year)).collect::<BTreeSet<i32>>()
        };
        &open(false) - &open(true)
    }

    /// Takes these years of entry for those of a junior school.
    pub fn settle_cohorts(&mut self, junior: &BTreeSet<i32>) {
        let Some(year) = self.first_year.filter(|_| !junior.is_empty()) else { return };
        self.pupils
            .iter_mut()
            .for_each(|pupil| pupil.settle_cohort(year, |entered| junior.contains(&entered)));
        self.classes = classes(&self.pupils);
    }

    /// Says of the first pupil of each class of these years of entry that primary is only taken for granted.
    pub fn warn_of_stages(&mut self, entered: &BTreeSet<i32>) {
        let Some(year) = self.first_year.filter(|_| !entered.is_empty()) else { return };
        let mut classes = BTreeSet::new();
        let unsure = self.pupils.iter().filter(|pupil| {
            let open = pupil.open_cohort(year).is_some_and(|it| entered.contains(&it));
            open && pupil.class.as_ref().is_some_and(|class| classes.insert(class.written.clone()))
        });
        let warned = unsure.map(|pupil| WarnedRow {
            origin: pupil.origin.clone(),
            name: pupil.name.clone(),
            reason: Warning::StageUnknown,
        });
        let warned: Vec<WarnedRow> = warned.collect();
        self.rows_warned.extend(warned);
    }

    /// Fields that any table of pupils has a column for.
    pub fn pupil_fields(&self) -> FieldSet {
        let mut fields = FieldSet::default();
        for record in &self.pupils {
            fields = fields.with(record.columns);
        }
        fields
    }
}

fn classes(pupils: &[PupilRecord]) -> Vec<ReadClass> {
    let mut found: Vec<(Option<&RecordClass>, ReadClass)> = Vec::new();
    let mut places = HashMap::new();
    for pupil in pupils {
        let class = pupil.class.as_ref();
        let place = *places.entry(class.map(RecordClass::key)).or_insert(found.len());
        if place == found.len() {
            let label = class.and_then(|c| c.label);
            let kind =
                if class.is_none() { ClassKind::NoClass } else { label.map(|l| l.kind).unwrap_or_default() };
            let (grade, class_no) = (label.and_then(|l| l.grade), label.and_then(|l| l.class_no));
            found.push((class, ReadClass { grade, class_no, kind, written: Vec::new(), count: 0 }));
        }
        if let Some((_, read)) = found.get_mut(place) {
            read.count += 1;
            if let Some(written) = class.map(|c| &c.written).filter(|w| !read.written.contains(w)) {
                read.written.push(written.clone());
            }
        }
    }
    found.sort_by_key(|(class, read)| (class.is_none(), read.grade.is_none(), read.grade, read.class_no));
    found.into_iter().map(|(_, read)| read).collect()
}
