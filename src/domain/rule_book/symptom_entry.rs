//! Symptoms, attendance keys and form columns of `assets/rules/symptoms.toml`.

use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;
use crate::domain::finding::Attendance;
use crate::domain::symptom::SymptomCode;

/// A symptom with everything that screen and paper need of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SymptomEntry {
    /// Code.
    pub code: SymptomCode,
    /// Letter that toggles it on the class sheet, upper case.
    pub key: char,
    /// Block of columns on the class sheet, from 1; a line parts the blocks.
    pub group: u8,
    /// Full name.
    pub name: Bilingual,
    /// Head of a narrow column: two characters in Chinese.
    pub short: Bilingual,
    /// Code of the form column that counts it.
    pub column: SymptomCode,
    /// Id of the source.
    pub source: String,
}

/// A kind of attendance that has a key of its own; present has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttendanceEntry {
    /// Kind.
    pub kind: Attendance,
    /// Letter that sets it on the class sheet, upper case.
    pub key: char,
    /// Full name.
    pub name: Bilingual,
    /// Two characters in Chinese.
    pub short: Bilingual,
    /// Id of the source.
    pub source: String,
}

/// One of the nine symptom columns of the provincial check register (湖南附表1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormColumn {
    /// Code; `other` collects what has no column of its own.
    pub code: SymptomCode,
    /// Head of the column.
    pub name: Bilingual,
    /// Id of the source.
    pub source: String,
}

/// What a letter key on a row of the class sheet does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyMeaning<'a> {
    /// Toggles a symptom.
    Symptom(&'a SymptomEntry),
    /// Sets the attendance.
    Attendance(&'a AttendanceEntry),
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SymptomFile {
    #[serde(rename = "version")]
    _version: String,
    pub columns: Vec<FormColumn>,
    pub symptoms: Vec<SymptomEntry>,
    pub attendance: Vec<AttendanceEntry>,
}
