//! Choices of an import that decide nothing.

use super::import_request::{Decision, ImportOptions, RowRef, TakeFile};
use super::planned_row::RowAction;
use crate::ops::book::Book;
use crate::ops::choice_error::ChoiceError;
use crate::ops::error::OpError;
use crate::ops::roster::RosterSnapshot;
use crate::roster_file::RosterDocument;

impl Book {
    /// Refuses decisions on rows that are not doubtful and values to take where none set by hand is kept, by
    /// comparing the file without them.
    ///
    /// # Errors
    /// [`ChoiceError::NotDoubtful`], [`ChoiceError::NoConflict`] for the first such choice.
    pub fn refuse_idle_choices(
        &self,
        document: &RosterDocument,
        options: &ImportOptions,
    ) -> Result<(), OpError> {
        self.refuse_idle_decisions(document, options)?;
        if options.take_file.is_empty() {
            return Ok(());
        }
        let without = ImportOptions { take_file: Vec::new(), ..options.clone() };
        let conflicts = self.plan_import(document.clone(), &without)?.summary().conflicts;
        for wanted in &options.take_file {
            let (fits, given) = match wanted {
                // Of all that there are there may be none.
                TakeFile::All => continue,
                TakeFile::Person(of) => (conflicts.iter().any(|c| c.key == Some(*of)), of.to_string()),
                TakeFile::Value(of, field) => (
                    conflicts.iter().any(|c| c.key == Some(*of) && c.field == *field),
                    format!("{of}.{field}"),
                ),
                TakeFile::Row(row, field) => (
                    conflicts.iter().any(|c| row.means(&c.origin) && c.field == *field),
                    format!("{}.{field}", written(row)),
                ),
            };
            if !fits {
                return Err(ChoiceError::NoConflict { given }.into());
            }
        }
        Ok(())
    }

    /// A row may be doubtful only since others were decided: what stands in doubt without any decision is decided
    /// first, then what is doubtful beside that. One comparison does for all that stand in doubt together.
    fn refuse_idle_decisions(
        &self,
        document: &RosterDocument,
        options: &ImportOptions,
    ) -> Result<(), OpError> {
        let mut without = ImportOptions { decisions: Vec::new(), ..options.clone() };
        let mut open = options.decisions.clone();
        while let Some((first, _)) = open.first() {
            let plan = self.plan_import(document.clone(), &without)?;
            let doubtful: Vec<_> =
                plan.rows.iter().filter(|row| matches!(row.action, RowAction::Doubtful(_))).collect();
            let (met, rest): (Vec<_>, Vec<_>) =
                open.iter().cloned().partition(|(row, _)| doubtful.iter().any(|it| row.means(&it.origin)));
            if met.is_empty() {
                return Err(ChoiceError::NotDoubtful { row: written(first) }.into());
            }
            without.decisions.extend(met);
            open = rest;
        }
        Ok(())
    }
}

/// Refuses decisions for people whom the book does not know or who are staff where the row is a pupil's.
pub(super) fn refuse_other_kinds(
    document: &RosterDocument,
    options: &ImportOptions,
    pupils: &RosterSnapshot,
    staff: &RosterSnapshot,
) -> Result<(), OpError> {
    for (row, decision) in &options.decisions {
        let Decision::Person(id) = decision else { continue };
        let (pupil, member) = (pupils.people.contains_key(id), staff.people.contains_key(id));
        if !pupil && !member {
            return Err(OpError::NoSuchPerson);
        }
        let of_pupil = document.pupils.iter().any(|record| row.means(&record.origin));
        let of_staff = document.staff.iter().any(|record| row.means(&record.origin));
        if (pupil && of_staff && !of_pupil) || (member && of_pupil && !of_staff) {
            return Err(ChoiceError::OtherKind { row: written(row) }.into());
        }
    }
    Ok(())
}

/// A row as it is named on the command line.
fn written(row: &RowRef) -> String {
    row.sheet.as_ref().map_or_else(|| row.row.to_string(), |sheet| format!("{sheet}!{}", row.row))
}
