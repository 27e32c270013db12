//! Taking back the last import or promotion, whoever made it and whenever. Never an older import in its place.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::id::OperationId;
use crate::i18n::{Explain, Explanation, Tr};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::undo::{Undone, import_words};
use crate::storage::{OperationRow, StorageError};

/// Where the book notes the last import that changed nothing: the journal holds no trace of it.
const IDLE: &str = "idle_import";

/// An import that changed nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct IdleImport {
    /// Name of the file.
    file: String,
    /// When.
    at: NaiveDateTime,
    /// The last import before it that changed something.
    after: Option<OperationId>,
}

/// An import that stands in the journal.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportAct {
    /// The operation.
    pub id: OperationId,
    /// When.
    pub at: NaiveDateTime,
    /// File and counts, as the journal says them.
    pub detail: Value,
}

/// Why no import was taken back. Holds no names of persons.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum UndoImportError {
    /// The last import changed nothing; there may be an older one that did.
    #[error("the import of {at} changed nothing")]
    Idle {
        /// Name of its file.
        file: String,
        /// When.
        at: NaiveDateTime,
        /// The older one.
        older: Option<ImportAct>,
    },
    /// The last import was taken back before; this one is older.
    #[error("taken back already; {} is older", older.at)]
    TakenBack {
        /// The older one.
        older: ImportAct,
    },
    /// The operation is no import.
    #[error("no import {id}")]
    NoImport {
        /// What was asked for.
        id: OperationId,
    },
}

impl Explain for UndoImportError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let minute = |at: &NaiveDateTime| at.format("%Y-%m-%d %H:%M").to_string();
        let (code, happened, older) = match self {
            Self::Idle { file, at, older } => {
                ("idle_import", tr.undoing_idle_import(&minute(at), file), older.as_ref())
            }
            Self::TakenBack { older } => ("older_import", tr.undoing_import_gone(), Some(older)),
            Self::NoImport { id } => ("no_import", tr.undoing_no_import(&id.to_string()), None),
        };
        let Some(older) = older else {
            return Explanation::new(
                code,
                happened,
                tr.storage_nothing_changed(),
                tr.undoing_no_import_remedy(),
            );
        };
        Explanation::new(
            code,
            happened,
            tr.undoing_older_import(&minute(&older.at), &import_words(&older.detail, tr)),
            tr.undoing_older_import_remedy(&older.id.to_string()),
        )
    }
}

impl From<OperationRow> for ImportAct {
    fn from(row: OperationRow) -> Self {
        Self { id: row.id, at: row.at, detail: row.detail }
    }
}

impl Book {
    /// The last import that can still be taken back.
    pub(super) fn last_import(&self) -> Result<Option<ImportAct>, OpError> {
        Ok(self.store.last_of_kind("import")?.filter(|row| row.undoable).map(ImportAct::from))
    }

    /// Notes an import that changed nothing, so that an undo takes back no older one in its place.
    pub(super) fn note_idle_import(&self, file: &str) -> Result<(), OpError> {
        let after = self.store.newest_of_kind("import")?.map(|row| row.id);
        let note = IdleImport { file: file.to_owned(), at: self.now(), after };
        Ok(self.store.set_meta(IDLE, &serde_json::json!(note).to_string())?)
    }

    /// The last import, if it changed nothing.
    fn idle_import(&self, newest: Option<OperationId>) -> Result<Option<IdleImport>, OpError> {
        let note = self.store.meta(IDLE)?.and_then(|text| serde_json::from_str::<IdleImport>(&text).ok());
        Ok(note.filter(|note| note.after == newest))
    }

    /// Takes the last promotion back as one step. What was changed since stays.
    pub fn undo_promotion(&mut self) -> Result<Undone, OpError> {
        let last = self.store.last_of_kind("promote")?.filter(|row| row.undoable).map(|row| row.id);
        self.undo(Some(last.ok_or(StorageError::NothingToUndo)?))
    }

    /// Takes an import back as one step; without a key, the last one. What was changed since, and people with
    /// findings, stay.
    ///
    /// # Errors
    /// [`UndoImportError`] where nobody has named an import and the last one changed nothing or was taken back
    /// before: an older one is not taken back in its place.
    pub fn undo_import(&mut self, named: Option<OperationId>) -> Result<Undone, OpError> {
        if let Some(id) = named {
            if self.store.operation(id)?.is_none_or(|row| row.kind != "import") {
                return Err(UndoImportError::NoImport { id }.into());
            }
            return self.undo(Some(id));
        }
        let (newest, older) = (self.store.newest_of_kind("import")?, self.last_import()?);
        if let Some(IdleImport { file, at, .. }) = self.idle_import(newest.as_ref().map(|row| row.id))? {
            return Err(UndoImportError::Idle { file, at, older }.into());
        }
        let last = older.ok_or(StorageError::NothingToUndo)?;
        if newest.is_some_and(|newest| newest.id != last.id) {
            return Err(UndoImportError::TakenBack { older: last }.into());
        }
        self.undo(Some(last.id))
    }
}
