//! What the clerk is told of single rows.

use serde::Serialize;

/// Where something stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct RowOrigin {
    /// Sheet; `None` where the file has none.
    pub sheet: Option<String>,
    /// Row as the clerk sees it, from 1; records of text files.
    pub row: u32,
}

/// Why a row with data is not imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rejection {
    /// Data of a person, but no name.
    NameMissing,
    /// What stands as the name is none: signs without a letter, or a formula.
    NameInvalid,
    /// The same person again, every cell the same.
    DuplicateRow,
}

/// What is odd about a row that is imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// No identity number.
    IdMissing,
    /// It came as a number, or as text of a rounded one: its last digits are gone, so it is left empty.
    IdPrecisionLost,
    /// It ends as rounded numbers do, yet its check digit fits; kept, to be looked at.
    IdMaybeRounded,
    /// The check digit is wrong; kept as written.
    IdCheckDigit,
    /// Not 18 characters; kept as written.
    IdLength,
    /// Digit 17 does not fit the sex.
    IdSexMismatch,
    /// Digits 7 to 14 do not fit the birth date.
    IdBirthMismatch,
    /// Two different people have it; both kept, never merged.
    IdDuplicate,
    /// 身份证件类型 is a number; left empty.
    IdTypeNumber,
    /// Two different pupils have the 学籍号; both kept, never merged.
    StudentNoDuplicate,
    /// The last digits of the 学籍号 are gone, so it is left empty.
    StudentNoPrecisionLost,
    /// The 学籍号 ends as rounded numbers do; kept, to be looked at.
    StudentNoMaybeRounded,
    /// The sex is not given.
    SexMissing,
    /// No possible date.
    BirthUnreadable,
    /// A telephone number of impossible length; kept as written.
    PhoneInvalid,
    /// The name begins as a formula does or is a number; kept as written.
    NameSigns,
    /// Two pupils of the class share the name.
    SameNameInClass,
    /// No class; kept without one.
    ClassMissing,
    /// The class is a bare number, and neither a grade nor a year of entry stands beside it.
    GradeUnknown,
    /// The class is named by its year of entry, and nothing tells whether the school is a primary or a junior one.
    StageUnknown,
    /// Several are 班主任 of one class of theirs; the class keeps the one that it has.
    ClassTeacherTwice,
    /// The row is hidden in the sheet.
    HiddenRow,
    /// The same person stands on another sheet with another value; this row's counts.
    CopyDiffers,
}

/// Why a row holds nobody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Skip {
    /// Nothing, or only a number that waits for a person.
    Blank,
    /// 小计, 本班共n人
    Subtotal,
    /// 合计
    Total,
    /// The header again.
    RepeatedHeader,
    /// A remark or signatures.
    Note,
}

/// A row that is not imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RejectedRow {
    /// Where.
    #[serde(flatten)]
    pub origin: RowOrigin,
    /// Name, if there is one.
    pub name: Option<String>,
    /// Class as written, if the row, a row above it or the sheet tells one.
    #[serde(skip)]
    pub class: Option<String>,
    /// 学籍号 and 身份证号, as far as they are there.
    #[serde(skip)]
    pub numbers: Vec<String>,
    /// Why.
    pub reason: Rejection,
    /// For a duplicate: the row that is imported.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_row: Option<u32>,
    /// For a duplicate on another sheet: the sheet of that row.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_sheet: Option<String>,
}

/// A row that is imported with a warning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WarnedRow {
    /// Where.
    #[serde(flatten)]
    pub origin: RowOrigin,
    /// Name.
    pub name: String,
    /// What is odd.
    pub reason: Warning,
}

/// A row that holds nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SkippedRow {
    /// Where.
    #[serde(flatten)]
    pub origin: RowOrigin,
    /// What it is.
    pub reason: Skip,
}
