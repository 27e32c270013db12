//! One value of a person as it is typed, read as a cell of that column would be.

use chrono::NaiveDate;

use super::cell::Cell;
use super::column_titles::ColumnTitles;
use super::field::Field;
use super::{written_choice, written_date};
use crate::domain::person::{Person, PersonKind};

/// Sets a field; an empty text empties it. Cleaning is left to [`person_cleanup`](super::person_cleanup). `false`
/// where nobody of that kind has the field or the text cannot be read as its value. No birth date lies after
/// `today`.
pub fn set_person_field(person: &mut Person, field: Field, text: &str, today: NaiveDate) -> bool {
    let elsewhere = match person.kind {
        PersonKind::Pupil => field.of_staff_only(),
        PersonKind::Staff => field.of_pupils_only(),
    };
    if elsewhere {
        return false;
    }
    let text = text.trim();
    let some = || (!text.is_empty()).then(|| text.to_owned());
    match field {
        Field::Name => text.clone_into(&mut person.name),
        Field::FormerName => person.former_name = some(),
        Field::Sex => return choose(&mut person.sex, text, written_choice::sex),
        Field::Birth => {
            let read =
                |text: &str| written_date::read(&Cell::of_text(text), false).filter(|day| *day <= today);
            return choose(&mut person.birth, text, read);
        }
        Field::Ethnicity => person.ethnicity = some(),
        Field::IdType => {
            person.id_type = some().map(|written| ColumnTitles::shipped().id_type(&written));
            // A number that stands for none is one of another column.
            return person.id_type.as_deref().is_none_or(|kind| kind.chars().any(char::is_alphabetic));
        }
        Field::IdNumber => person.id_number = some(),
        Field::StudentNo => person.student_no = some(),
        Field::Boarding => return choose(&mut person.boarding, text, written_choice::boarding),
        Field::LeftBehind => return choose(&mut person.left_behind, text, written_choice::left_behind),
        Field::Guardian => person.guardian = some(),
        Field::GuardianRelation => person.guardian_relation = some(),
        Field::GuardianPhone => person.guardian_phone = some(),
        // Under one title the guardian's for pupils, the own one of staff.
        Field::Phone if person.kind == PersonKind::Pupil => person.guardian_phone = some(),
        Field::Phone => person.phone = some(),
        Field::Post => person.post = some(),
        Field::Teaches => person.teaches = some(),
        Field::Address => person.address = some(),
        Field::Remark => person.remark = some(),
        _ => return false,
    }
    true
}

fn choose<T>(place: &mut Option<T>, text: &str, read: impl Fn(&str) -> Option<T>) -> bool {
    let value = read(text);
    let readable = value.is_some() || text.is_empty();
    if readable {
        *place = value;
    }
    readable
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::PersonId;
    use crate::domain::person::{Boarding, Sex};

    #[test]
    fn typed_values_are_read_as_cells_are() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let mut pupil = Person::named(PersonId(Uuid::nil()), PersonKind::Pupil, "王小明");
        for (field, text, fits) in [
            (Field::Sex, "女", true),
            (Field::Sex, "也许", false),
            (Field::Birth, "2016.9.1", true),
            (Field::Birth, "2030-01-01", false),
            (Field::Boarding, "住校", true),
            (Field::Phone, "16311110001", true),
            (Field::Post, "教师", false),
            (Field::IdType, "430525201811078166", false),
            (Field::IdType, "护照", true),
            (Field::Class, "三1班", false),
            (Field::Remark, "", true),
        ] {
            assert_eq!(set_person_field(&mut pupil, field, text, today), fits, "{field:?} {text}");
        }
        assert_eq!((pupil.sex, pupil.boarding), (Some(Sex::Female), Some(Boarding::Boarder)));
        assert_eq!(pupil.birth, NaiveDate::from_ymd_opt(2016, 9, 1));
        assert_eq!((pupil.guardian_phone.as_deref(), pupil.phone.as_deref()), (Some("16311110001"), None));
        assert!(set_person_field(&mut pupil, Field::Sex, "", today) && pupil.sex.is_none());
    }
}
