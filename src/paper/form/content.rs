//! What a form is filled with: plain texts, made by the operations.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDateTime;

use super::FormTemplate;
use crate::domain::group::GroupKind;

/// Texts by column key.
pub type Cells = BTreeMap<String, String>;

/// One row of a form's table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormRow {
    /// A record: cells without a text show the form's sign for 'nothing', such as `/`.
    Filled(Cells),
    /// To be filled by hand: cells without a text stay open.
    Open(Cells),
    /// A record that says something in place of its figures, such as a class not yet checked.
    Span {
        /// The cells before `from`.
        cells: Cells,
        /// Key of the column where the text begins; it reaches to the right edge.
        from: String,
        /// Set bold, before `text`.
        strong: String,
        /// The rest.
        text: String,
    },
    /// Heading of the rows below.
    Section(String),
}

/// Answer to a question below the table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Answer {
    /// Ticks 有 or 无.
    pub yes: bool,
    /// Printed below a 有.
    pub detail: String,
}

/// The filling of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormContent {
    /// Texts of header fields, signatures, and of `{fields}` in titles; absent ones print as ruled spaces.
    pub header: BTreeMap<String, String>,
    /// Tables of a block by its key: the first row and the first column are labels.
    pub matrices: BTreeMap<String, Vec<Vec<String>>>,
    /// The table's rows. Without any the form prints its number of open rows, so a report of nothing says
    /// so in a `FormRow::Span`.
    pub rows: Vec<FormRow>,
    /// Cells of the rows below the table (totals), by the row's key.
    pub foot: BTreeMap<String, Cells>,
    /// Answers by question key; a question without one stays open.
    pub answers: BTreeMap<String, Answer>,
    /// Remarks printed before the form's own notes.
    pub notes: Vec<String>,
    /// Keys of columns that are not printed, such as sessions that the school does not hold.
    pub hidden: BTreeSet<String>,
    /// Whether the school is the sample school: marks every sheet.
    pub demo: bool,
    /// Whose sheet it is; decides the form's words.
    pub group: GroupKind,
    /// When the document was made.
    pub made_at: NaiveDateTime,
}

impl FormContent {
    /// A blank form.
    pub fn blank(made_at: NaiveDateTime) -> Self {
        Self {
            header: BTreeMap::new(),
            matrices: BTreeMap::new(),
            rows: Vec::new(),
            foot: BTreeMap::new(),
            answers: BTreeMap::new(),
            notes: Vec::new(),
            hidden: BTreeSet::new(),
            demo: false,
            group: GroupKind::Class,
            made_at,
        }
    }

    /// A header text, empty where absent.
    pub(super) fn header(&self, key: &str) -> &str {
        self.header.get(key).map_or("", String::as_str)
    }
}

/// Key of the column that counts the rows.
const NUMBER: &str = "no";

impl FormTemplate {
    /// Numbers open rows that have no number, where the form has a column for it; headings do not count.
    pub fn number(&self, rows: &mut [FormRow]) {
        if !self.columns.iter().any(|column| column.key == NUMBER) {
            return;
        }
        let mut count = 0;
        for row in rows {
            if let FormRow::Open(cells) = row {
                count += 1;
                let _ = cells.entry(NUMBER.to_owned()).or_insert_with(|| count.to_string());
            }
        }
    }
}
