//! A row that stands on two sheets: what only the copy says fills the empty cells of the row that is kept; where both
//! say something and not the same, the row stays as it is and somebody is told.

use super::field::Field;
use super::pupil_record::PupilRecord;
use super::row_note::Warning;

/// What a copy brought.
#[derive(Debug, Default)]
pub(super) struct MergedCopy {
    filled: Vec<Field>,
    /// Whether anything differs.
    pub differs: bool,
}

impl MergedCopy {
    /// Fills a row out of its copy.
    pub fn of(kept: &mut PupilRecord, copy: &PupilRecord) -> Self {
        let mut merged = Self::default();
        // Relation and telephone belong to the guardian whom their own row names, the kind of a document to its number.
        let one_guardian = agree(kept.guardian.as_ref(), copy.guardian.as_ref());
        let one_number = agree(kept.id_number.as_ref(), copy.id_number.as_ref());
        merged.take(Field::FormerName, &mut kept.former_name, copy.former_name.as_ref());
        merged.take(Field::Sex, &mut kept.sex, copy.sex.as_ref());
        merged.take(Field::Birth, &mut kept.birth, copy.birth.as_ref());
        merged.take(Field::IdNumber, &mut kept.id_number, copy.id_number.as_ref());
        if one_number {
            merged.take(Field::IdType, &mut kept.id_type, copy.id_type.as_ref());
        }
        merged.take(Field::StudentNo, &mut kept.student_no, copy.student_no.as_ref());
        merged.take(Field::Ethnicity, &mut kept.ethnicity, copy.ethnicity.as_ref());
        merged.take(Field::Grade, &mut kept.own_grade, copy.own_grade.as_ref());
        merged.take(Field::Enrolled, &mut kept.enrolled, copy.enrolled.as_ref());
        merged.take(Field::Boarding, &mut kept.boarding, copy.boarding.as_ref());
        merged.take(Field::Dormitory, &mut kept.dormitory, copy.dormitory.as_ref());
        merged.take(Field::LeftBehind, &mut kept.left_behind, copy.left_behind.as_ref());
        merged.take(Field::Guardian, &mut kept.guardian, copy.guardian.as_ref());
        if one_guardian {
            merged.take(
                Field::GuardianRelation,
                &mut kept.guardian_relation,
                copy.guardian_relation.as_ref(),
            );
            merged.take(Field::GuardianPhone, &mut kept.guardian_phone, copy.guardian_phone.as_ref());
        }
        merged.take(Field::Address, &mut kept.address, copy.address.as_ref());
        merged.take(Field::Remark, &mut kept.remark, copy.remark.as_ref());
        for field in &merged.filled {
            kept.columns.insert(*field);
            if copy.derived.has(*field) {
                kept.derived.insert(*field);
            }
        }
        merged
    }

    fn take<T: Clone + PartialEq>(&mut self, field: Field, kept: &mut Option<T>, copy: Option<&T>) {
        match (&kept, copy) {
            (None, Some(value)) => {
                *kept = Some(value.clone());
                self.filled.push(field);
            }
            (Some(own), Some(other)) => self.differs |= own != other,
            (_, None) => {}
        }
    }

    /// Whether a remark on the kept row is no longer true, since the copy filled the cell.
    pub fn answers(&self, warning: Warning) -> bool {
        self.filled.contains(&match warning {
            Warning::IdMissing | Warning::IdPrecisionLost => Field::IdNumber,
            Warning::StudentNoPrecisionLost => Field::StudentNo,
            Warning::SexMissing => Field::Sex,
            Warning::BirthUnreadable => Field::Birth,
            _ => return false,
        })
    }

    /// Whether a remark on the copy holds for the kept row, since its cell was taken from there.
    pub fn passes_on(&self, warning: Warning) -> bool {
        self.filled.contains(&match warning {
            Warning::IdMaybeRounded
            | Warning::IdCheckDigit
            | Warning::IdLength
            | Warning::IdSexMismatch
            | Warning::IdBirthMismatch => Field::IdNumber,
            Warning::StudentNoMaybeRounded => Field::StudentNo,
            Warning::PhoneInvalid => Field::GuardianPhone,
            _ => return false,
        })
    }
}

fn agree<T: PartialEq>(a: Option<&T>, b: Option<&T>) -> bool {
    a.is_none() || b.is_none() || a == b
}
