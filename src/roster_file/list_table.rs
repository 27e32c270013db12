//! A list to be written as a workbook or a text table.

use chrono::{NaiveDate, NaiveDateTime};

/// One cell of a list.
#[derive(Debug, Clone, PartialEq)]
pub enum ListCell {
    /// Text, also numbers that are names, such as identity numbers.
    Text(String),
    /// A count or a measure.
    Number(f64),
    /// A date.
    Date(NaiveDate),
    /// Nothing.
    Empty,
}

impl From<&str> for ListCell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl<T: Into<ListCell>> From<Option<T>> for ListCell {
    fn from(cell: Option<T>) -> Self {
        cell.map_or(Self::Empty, Into::into)
    }
}

impl From<NaiveDate> for ListCell {
    fn from(date: NaiveDate) -> Self {
        Self::Date(date)
    }
}

impl From<u32> for ListCell {
    fn from(number: u32) -> Self {
        Self::Number(f64::from(number))
    }
}

/// A list: title, header and rows.
#[derive(Debug, Clone, PartialEq)]
pub struct ListTable {
    /// Stands above the list and names the sheet; may be empty.
    pub title: String,
    /// Titles of the columns and their widths in half-width characters.
    pub columns: Vec<(String, f64)>,
    /// Rows, each as long as `columns`.
    pub rows: Vec<Vec<ListCell>>,
    /// Written into the workbook's properties, so that equal lists give equal files.
    pub made_at: NaiveDateTime,
}
