//! Reasons and fields of an import in words, for screen and command line.

use crate::i18n::Tr;
use crate::roster_file::{Rejection, Warning};

/// Why a row is not imported.
pub fn rejection(tr: &Tr, reason: Rejection) -> String {
    match reason {
        Rejection::NameMissing => tr.roster_rejected_name_missing(),
        Rejection::DuplicateRow => tr.roster_rejected_duplicate_row(),
    }
}

/// What is odd about a row that is imported.
pub fn warning(tr: &Tr, reason: Warning) -> String {
    match reason {
        Warning::IdMissing => tr.roster_warned_id_missing(),
        Warning::IdPrecisionLost => tr.roster_warned_id_precision_lost(),
        Warning::IdCheckDigit => tr.roster_doubt_id_check_digit(),
        Warning::IdLength => tr.roster_doubt_id_length(),
        Warning::IdSexMismatch => tr.roster_doubt_id_sex_mismatch(),
        Warning::IdBirthMismatch => tr.roster_doubt_id_birth_mismatch(),
        Warning::IdDuplicate => tr.roster_doubt_id_duplicate(),
        Warning::SexMissing => tr.roster_warned_sex_missing(),
        Warning::BirthUnreadable => tr.roster_warned_birth_unreadable(),
        Warning::PhoneInvalid => tr.roster_warned_phone_invalid(),
        Warning::SameNameInClass => tr.roster_warned_same_name(),
        Warning::ClassMissing => tr.roster_warned_class_missing(),
        Warning::HiddenRow => tr.roster_warned_hidden_row(),
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
        "address" => tr.roster_field_address(),
        "remark" => tr.roster_field_remark(),
        "class" => tr.roster_field_class(),
        "dormitory" => tr.roster_field_dormitory(),
        "teacher" => tr.roster_field_teacher(),
        other => other.to_owned(),
    }
}
