//! Reading a file and comparing it, each within the time that it may take.

use super::import_source::in_time;
use super::{ImportOptions, ImportPlan, ImportRequest};
use crate::domain::progress::Progress;
use crate::ops::book::Book;
use crate::ops::clock::stopwatch;
use crate::ops::error::OpError;
use crate::roster_file::RosterDocument;

impl Book {
    /// Reads a roster file. Nothing is compared or changed.
    ///
    /// # Errors
    /// [`OpError::Roster`] if the whole file is refused.
    pub fn read_roster(
        &self,
        request: &ImportRequest,
        progress: &mut dyn Progress,
    ) -> Result<RosterDocument, OpError> {
        let mut source = self.import_source(request)?;
        in_time(progress, &stopwatch(), |progress| self.document_of(&mut source, request, progress))
    }

    /// Reads a file and compares it with the book.
    pub fn review_import(
        &self,
        request: &ImportRequest,
        progress: &mut dyn Progress,
    ) -> Result<ImportPlan, OpError> {
        let mut source = self.import_source(request)?;
        let plan = in_time(progress, &stopwatch(), |progress| {
            let document = self.document_of(&mut source, request, progress)?;
            self.plan_import_in_steps(document, &request.options, progress)
        })?;
        Ok(ImportPlan {
            behind: self.pupils_behind(plan.as_of)?,
            file: request.file_name(),
            file_digest: source.digest(),
            ..plan
        })
    }

    /// Compares what was read with the book, within the time that it may take.
    ///
    /// # Errors
    /// As [`Self::plan_import`]; [`OpError::Roster`] if it takes too long, [`OpError::Cancelled`] if it was stopped.
    pub fn compare_roster(
        &self,
        document: RosterDocument,
        options: &ImportOptions,
        progress: &mut dyn Progress,
    ) -> Result<ImportPlan, OpError> {
        in_time(progress, &stopwatch(), |progress| self.plan_import_in_steps(document, options, progress))
    }
}
