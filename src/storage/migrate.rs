//! The ladder of formats on `user_version`; all steps in one transaction, newer books refused untouched.

use rusqlite::{Connection, TransactionBehavior};

use super::StorageError;

/// "CJB1" in `application_id`: a book of this program.
pub(super) const APPLICATION: i64 = 0x434A_4231;

/// One step per format; never modify one that was released, only add.
const STEPS: &[&str] = &[
    include_str!("schema/001.sql"),
    include_str!("schema/002.sql"),
    include_str!("schema/003.sql"),
    include_str!("schema/004.sql"),
];

/// The newest format this program knows.
pub(super) const FORMAT: i64 = STEPS.len() as i64;

/// Format of an open file: 0 for a new one.
pub(super) fn format_of(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// The application mark of an open file: 0 for a new one.
pub(super) fn application_of(connection: &Connection) -> rusqlite::Result<i64> {
    connection.query_row("PRAGMA application_id", [], |row| row.get(0))
}

/// Brings a file to the newest format.
pub(super) fn migrate(connection: &mut Connection) -> Result<(), StorageError> {
    let found = format_of(connection)?;
    if found > FORMAT {
        return Err(StorageError::TooNew { found, known: FORMAT });
    }
    if found == FORMAT {
        return Ok(());
    }
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another process may have been quicker.
    let found = format_of(&transaction)?;
    for step in STEPS.iter().skip(usize::try_from(found).unwrap_or(0)) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", FORMAT)?;
    transaction.commit()?;
    Ok(())
}
