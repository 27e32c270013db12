//! Taking back the last import or promotion, whoever made it and whenever.

use crate::domain::id::OperationId;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::undo::Undone;
use crate::storage::StorageError;

impl Book {
    /// The last import that can still be taken back.
    pub(super) fn last_import(&self) -> Result<Option<OperationId>, OpError> {
        Ok(self.store.last_of_kind("import")?.filter(|row| row.undoable).map(|row| row.id))
    }

    /// Takes the last promotion back as one step. What was changed since stays.
    pub fn undo_promotion(&mut self) -> Result<Undone, OpError> {
        let last = self.store.last_of_kind("promote")?.filter(|row| row.undoable).map(|row| row.id);
        self.undo(Some(last.ok_or(StorageError::NothingToUndo)?))
    }

    /// Takes the last import back as one step. What was changed since, and people with findings, stay.
    pub fn undo_import(&mut self) -> Result<Undone, OpError> {
        let last = self.last_import()?.ok_or(StorageError::NothingToUndo)?;
        self.undo(Some(last))
    }
}
