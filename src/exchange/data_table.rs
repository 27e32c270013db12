//! A table of a package: typed columns and rows.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

/// What a column holds, by its Data Package type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    /// Any text.
    String,
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// A day, `2026-11-23`.
    Date,
    /// Local date and time, `2026-11-23T08:05:00`.
    DateTime,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Field {
    /// Name in the CSV head: `a-z 0-9 _`.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// What the column holds.
    pub kind: FieldKind,
    /// What is counted or meant, in one sentence.
    pub description: String,
}

/// A value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Not known (an unchecked class has no counts); never the same as 0.
    Empty,
    /// Any text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// Yes or no.
    Boolean(bool),
    /// A day.
    Date(NaiveDate),
    /// Local date and time, to the second.
    DateTime(NaiveDateTime),
}

impl Cell {
    /// The value as the CSV holds it; empty text for [`Cell::Empty`].
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Integer(number) => number.to_string(),
            Self::Boolean(yes) => yes.to_string(),
            Self::Date(day) => day.to_string(),
            Self::DateTime(at) => at.format(DATE_TIME).to_string(),
        }
    }

    fn fits(&self, kind: FieldKind) -> bool {
        matches!(
            (self, kind),
            (Self::Empty, _)
                | (Self::Text(_), FieldKind::String)
                | (Self::Integer(_), FieldKind::Integer)
                | (Self::Boolean(_), FieldKind::Boolean)
                | (Self::Date(_), FieldKind::Date)
                | (Self::DateTime(_), FieldKind::DateTime)
        )
    }
}

/// How date and time are written.
pub(super) const DATE_TIME: &str = "%Y-%m-%dT%H:%M:%S";

impl FieldKind {
    /// Whether a CSV value is of this kind; an empty one always is.
    pub(super) fn accepts(self, text: &str) -> bool {
        text.is_empty()
            || match self {
                Self::String => true,
                Self::Integer => text.parse::<i64>().is_ok(),
                Self::Boolean => text == "true" || text == "false",
                Self::Date => text.parse::<NaiveDate>().is_ok(),
                Self::DateTime => NaiveDateTime::parse_from_str(text, DATE_TIME).is_ok(),
            }
    }
}

/// A table: becomes `data/<name>.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DataTable {
    /// Name: `a-z 0-9 _`.
    pub name: String,
    /// Title for people.
    pub title: String,
    /// The columns.
    pub fields: Vec<Field>,
    /// Names of the columns that tell rows apart; never empty in a row.
    pub primary_key: Vec<String>,
    /// The rows, each as long as `fields`.
    pub rows: Vec<Vec<Cell>>,
}

impl DataTable {
    /// Whether names are plain, every row fits the columns, and the key is filled and tells all rows apart.
    pub(super) fn is_sound(&self) -> bool {
        let names: BTreeSet<&str> = self.fields.iter().map(|field| field.name.as_str()).collect();
        let key: Vec<usize> = self
            .primary_key
            .iter()
            .filter_map(|name| self.fields.iter().position(|field| field.name == *name))
            .collect();
        let mut keys = BTreeSet::new();
        is_plain(&self.name)
            && names.len() == self.fields.len()
            && names.iter().all(|name| is_plain(name))
            && !key.is_empty()
            && key.len() == self.primary_key.len()
            && self.rows.iter().all(|row| {
                let value: Vec<String> = key.iter().filter_map(|at| row.get(*at)).map(Cell::text).collect();
                row.len() == self.fields.len()
                    && row.iter().zip(&self.fields).all(|(cell, field)| cell.fits(field.kind))
                    && value.iter().all(|text| !text.is_empty())
                    && keys.insert(value)
            })
    }
}

fn is_plain(name: &str) -> bool {
    (1..=40).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}
