//! Why a list could not be written.

use crate::i18n::{Explain, Explanation, Tr};

/// A list that cannot be put into a workbook or text table.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The workbook cannot hold it: too many rows or columns.
    #[error("workbook: {0}")]
    Workbook(#[from] rust_xlsxwriter::XlsxError),
    /// The text table cannot be made.
    #[error("text table: {0}")]
    Text(#[from] csv::Error),
}

impl Explain for WriteError {
    fn explain(&self, tr: &Tr) -> Explanation {
        Explanation {
            happened: tr.roster_file_not_written(),
            meaning: tr.roster_file_not_written_meaning(),
            remedy: tr.roster_file_not_written_remedy(),
            code: "list_not_written".to_owned(),
        }
    }
}
