//! The cell that a remark is about, named as spreadsheets do: `D41`.

pub use crate::roster_file::column_name;
use crate::roster_file::{Field, Rejection, RosterDocument, RowOrigin, Warning};

/// The cell of a rejected row; `None` where the whole row is meant.
pub fn of_rejection(document: &RosterDocument, origin: &RowOrigin, reason: Rejection) -> Option<String> {
    match reason {
        Rejection::NameMissing | Rejection::NameInvalid => cell(document, origin, &[Field::Name]),
        Rejection::DuplicateRow => None,
    }
}

/// The cell of a warning; `None` where the whole row is meant or the file has no such column.
pub fn of_warning(document: &RosterDocument, origin: &RowOrigin, reason: Warning) -> Option<String> {
    let fields: &[Field] = match reason {
        Warning::IdMissing
        | Warning::IdPrecisionLost
        | Warning::IdMaybeRounded
        | Warning::IdCheckDigit
        | Warning::IdLength
        | Warning::IdSexMismatch
        | Warning::IdBirthMismatch
        | Warning::IdDuplicate => &[Field::IdNumber],
        Warning::IdTypeNumber => &[Field::IdType],
        Warning::StudentNoDuplicate | Warning::StudentNoPrecisionLost | Warning::StudentNoMaybeRounded => {
            &[Field::StudentNo]
        }
        Warning::ClassTeacherTwice => &[Field::Teaches, Field::Class],
        Warning::SexMissing => &[Field::Sex],
        Warning::BirthUnreadable => &[Field::Birth],
        Warning::PhoneInvalid => &[Field::GuardianPhone, Field::Phone],
        Warning::SameNameInClass | Warning::NameSigns => &[Field::Name],
        Warning::ClassMissing | Warning::GradeUnknown | Warning::StageUnknown => {
            &[Field::Class, Field::Grade]
        }
        Warning::HiddenRow | Warning::CopyDiffers => &[],
    };
    cell(document, origin, fields)
}

fn cell(document: &RosterDocument, origin: &RowOrigin, fields: &[Field]) -> Option<String> {
    let table = document.proposals.iter().find(|table| table.sheet == origin.sheet)?;
    let column = fields.iter().find_map(|field| table.layout.column(*field))?;
    Some(format!("{}{}", column_name(column), origin.row))
}
