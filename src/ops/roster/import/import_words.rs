//! Reasons and fields of an import in words, for screen and command line.

use super::LaterLine;
use crate::i18n::Tr;
use crate::ops::roster::LaterWhy;
use crate::roster_file::{Field, RejectedRow, Rejection, Warning};

/// Why a row is not imported.
pub fn rejection(tr: &Tr, reason: Rejection) -> String {
    match reason {
        Rejection::NameMissing => tr.roster_rejected_name_missing(),
        Rejection::NameInvalid => tr.staff_rejected_name_invalid(),
        Rejection::DuplicateRow => tr.roster_rejected_duplicate_row(),
    }
}

/// Why a row is not imported, with the row that it repeats.
pub fn rejected_row(tr: &Tr, row: &RejectedRow) -> String {
    match (row.first_row, &row.first_sheet) {
        (Some(first), Some(sheet)) => tr.import_same_as_row_on(first, sheet),
        (Some(first), None) => tr.import_same_as_row(first),
        (None, _) => rejection(tr, row.reason),
    }
}

/// What is odd about a row that is imported.
pub fn warning(tr: &Tr, reason: Warning) -> String {
    match reason {
        Warning::IdMissing => tr.roster_warned_id_missing(),
        Warning::IdPrecisionLost => tr.roster_warned_id_precision_lost(),
        Warning::IdMaybeRounded => tr.roster_warned_id_maybe_rounded(),
        Warning::IdCheckDigit => tr.roster_doubt_id_check_digit(),
        Warning::IdLength => tr.roster_doubt_id_length(),
        Warning::IdSexMismatch => tr.roster_doubt_id_sex_mismatch(),
        Warning::IdBirthMismatch => tr.roster_doubt_id_birth_mismatch(),
        Warning::IdDuplicate => tr.roster_doubt_id_duplicate(),
        Warning::IdTypeNumber => tr.staff_warned_id_type_number(),
        Warning::StudentNoDuplicate => tr.roster_doubt_student_no_duplicate(),
        Warning::ClassTeacherTwice => tr.staff_warned_class_teacher_twice(),
        Warning::StudentNoPrecisionLost => tr.roster_warned_student_no_precision_lost(),
        Warning::StudentNoMaybeRounded => tr.roster_warned_student_no_maybe_rounded(),
        Warning::SexMissing => tr.roster_warned_sex_missing(),
        Warning::BirthUnreadable => tr.roster_warned_birth_unreadable(),
        Warning::PhoneInvalid => tr.roster_warned_phone_invalid(),
        Warning::NameSigns => tr.staff_warned_name_signs(),
        Warning::SameNameInClass => tr.roster_warned_same_name(),
        Warning::ClassMissing => tr.roster_warned_class_missing(),
        Warning::GradeUnknown => tr.roster_warned_grade_unknown(),
        Warning::StageUnknown => tr.roster_warned_stage_unknown(),
        Warning::HiddenRow => tr.roster_warned_hidden_row(),
        Warning::CopyDiffers => tr.roster_warned_copy_differs(),
    }
}

/// Why something holds from a later day on.
pub fn later(tr: &Tr, line: &LaterLine) -> String {
    let day = line.from.to_string();
    match line.why {
        LaterWhy::Checked => tr.import_later_checked(&day),
        LaterWhy::BeforeEntry => tr.import_later_before_entry(&day),
    }
}

/// A field by the name that changes and conflicts carry.
pub fn field(tr: &Tr, name: &str) -> String {
    match name {
        "name" => tr.roster_field_name(),
        "former_name" => tr.roster_field_former_name(),
        "sex" => tr.roster_field_sex(),
        "birth" => tr.roster_field_birth(),
        "ethnicity" => tr.roster_field_ethnicity(),
        "id_type" => tr.roster_field_id_type(),
        "id_number" => tr.roster_field_id_number(),
        "student_no" => tr.roster_field_student_no(),
        "boarding" => tr.roster_field_boarding(),
        "left_behind" => tr.roster_field_left_behind(),
        "guardian" => tr.roster_field_guardian(),
        "guardian_relation" => tr.roster_field_guardian_relation(),
        "guardian_phone" => tr.roster_field_guardian_phone(),
        "phone" => tr.roster_field_phone(),
        "post" => tr.roster_field_post(),
        "teaches" => tr.import_field_teaches(),
        "address" => tr.roster_field_address(),
        "emergency_contact" => tr.person_file_emergency_contact(),
        "emergency_phone" => tr.person_file_emergency_phone(),
        "remark" => tr.roster_field_remark(),
        "class" => tr.roster_field_class(),
        "grade" => tr.import_field_grade(),
        "dormitory" => tr.roster_field_dormitory(),
        "teacher" => tr.roster_field_teacher(),
        other => other.to_owned(),
    }
}

/// What a column can mean, in the order of a list of choices.
pub const COLUMN_FIELDS: [Field; 31] = [
    Field::Name,
    Field::FamilyName,
    Field::GivenName,
    Field::Class,
    Field::Grade,
    Field::SeatNo,
    Field::Serial,
    Field::StudentNo,
    Field::IdNumber,
    Field::IdType,
    Field::Sex,
    Field::Birth,
    Field::Ethnicity,
    Field::FormerName,
    Field::Boarding,
    Field::Dormitory,
    Field::LeftBehind,
    Field::Guardian,
    Field::GuardianRelation,
    Field::GuardianPhone,
    Field::Phone,
    Field::Address,
    Field::Remark,
    Field::Post,
    Field::Teaches,
    Field::Enrolled,
    Field::FirstIsGuardian,
    Field::SecondGuardian,
    Field::SecondRelation,
    Field::SecondPhone,
    Field::SecondIsGuardian,
];

/// What a column means.
pub fn column_field(tr: &Tr, field: Field) -> String {
    match field {
        Field::Serial => tr.import_field_serial(),
        Field::SeatNo => tr.import_field_seat_no(),
        Field::StudentNo => tr.roster_field_student_no(),
        Field::Name => tr.roster_field_name(),
        Field::FamilyName => tr.import_field_family_name(),
        Field::GivenName => tr.import_field_given_name(),
        Field::FormerName => tr.roster_field_former_name(),
        Field::Sex => tr.roster_field_sex(),
        Field::Birth => tr.roster_field_birth(),
        Field::IdType => tr.roster_field_id_type(),
        Field::IdNumber => tr.roster_field_id_number(),
        Field::Ethnicity => tr.roster_field_ethnicity(),
        Field::Grade => tr.import_field_grade(),
        Field::Class => tr.roster_field_class(),
        Field::Teaches => tr.import_field_teaches(),
        Field::Boarding => tr.roster_field_boarding(),
        Field::Dormitory => tr.roster_field_dormitory(),
        Field::LeftBehind => tr.roster_field_left_behind(),
        Field::Guardian => tr.roster_field_guardian(),
        Field::GuardianRelation => tr.roster_field_guardian_relation(),
        Field::GuardianPhone => tr.roster_field_guardian_phone(),
        Field::Phone => tr.roster_field_phone(),
        Field::Address => tr.roster_field_address(),
        Field::Remark => tr.roster_field_remark(),
        Field::Enrolled => tr.import_field_enrolled(),
        Field::Post => tr.roster_field_post(),
        Field::FirstIsGuardian => tr.import_field_first_is_guardian(),
        Field::SecondGuardian => tr.import_field_second_guardian(),
        Field::SecondRelation => tr.import_field_second_relation(),
        Field::SecondPhone => tr.import_field_second_phone(),
        Field::SecondIsGuardian => tr.import_field_second_is_guardian(),
        Field::Ignored => tr.import_field_unused(),
    }
}
