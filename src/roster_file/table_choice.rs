//! What the user set for a sheet, and what is remembered of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::field::Field;

/// What the user set for one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TableChoice {
    /// The sheet; `None` where the file has none.
    pub sheet: Option<String>,
    /// The sheet is not read.
    pub left_out: bool,
    /// First row of the header, from 1; `None`: as found.
    pub header_row: Option<u32>,
    /// The columns that are used, by their place in the sheet from 0; `None`: as their titles say.
    pub fields: Option<Vec<(usize, Field)>>,
}

/// What the columns below a header meant the last time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KnownColumns {
    /// The header, as [`TableLayout::digest`](super::TableLayout::digest) tells it.
    pub digest: String,
    /// The columns that are used, by their place in the sheet from 0.
    pub fields: Vec<(usize, Field)>,
    /// Sheets with this header that were left out although they are seen, and hidden ones that were read.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub sheets: BTreeMap<String, bool>,
}
