//! What a check sheet saw of the person.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::finding::Finding;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::FindingRow;

/// One finding with its sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileFinding {
    /// The day.
    pub date: NaiveDate,
    /// The session.
    pub session: Session,
    /// Name of the class, room or staff whose sheet it is.
    pub group: String,
    /// The sheet, to be opened.
    #[serde(skip)]
    pub sheet: SheetKey,
    /// What was found.
    #[serde(flatten)]
    pub finding: Finding,
    /// The same in words.
    pub words: String,
    /// Whether somebody has confirmed the sheet.
    pub confirmed: bool,
}

impl Book {
    pub(super) fn file_finding(&self, row: FindingRow, confirmed: bool) -> Result<FileFinding, OpError> {
        let words = [self.finding_words(&row.body), row.body.note.clone().unwrap_or_default()];
        Ok(FileFinding {
            date: row.date,
            session: row.session,
            group: self.group_info(row.grp)?.short,
            sheet: SheetKey { group: row.grp, date: row.date, session: row.session },
            words: words.join(" ").trim().to_owned(),
            finding: row.body,
            confirmed,
        })
    }
}
