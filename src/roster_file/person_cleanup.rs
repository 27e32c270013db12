//! What was typed, in the form in which a file of it would be read back: what is written out comes in again
//! without a difference.

use super::cell::Cell;
use super::column_titles::ColumnTitles;
use super::staff_record::taught_text;
use super::written_phone;
use crate::domain::person::Person;
use crate::domain::person_name::{self, is_invisible};
use crate::domain::resident_id;

/// Cleans every text of a person; what holds nothing becomes `None`.
pub fn person_cleanup(person: &mut Person) {
    person.name = person_name::clean(&person.name);
    let edges = |c: char| c.is_whitespace() || is_invisible(c);
    let texts = [
        &mut person.id_type,
        &mut person.guardian_relation,
        &mut person.post,
        &mut person.address,
        &mut person.remark,
        &mut person.ethnicity,
    ];
    for text in texts {
        change(text, |text| text.replace("\r\n", "\n").trim_matches(edges).to_owned());
    }
    change(&mut person.ethnicity, |written| ColumnTitles::shipped().ethnicity(written));
    change(&mut person.teaches, taught_text);
    change(&mut person.former_name, person_name::clean);
    change(&mut person.guardian, person_name::clean);
    change(&mut person.id_number, resident_id::clean);
    change(&mut person.student_no, resident_id::clean);
    for phone in [&mut person.guardian_phone, &mut person.phone] {
        *phone =
            phone.as_deref().and_then(|text| written_phone::read(&Cell::of_text(text))).map(|p| p.number);
    }
}

fn change(text: &mut Option<String>, how: impl Fn(&str) -> String) {
    *text = text.as_deref().map(how).filter(|text| !text.is_empty());
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::PersonId;
    use crate::domain::person::PersonKind;

    #[test]
    fn what_is_typed_is_kept_as_it_would_be_read() {
        let some = |text: &str| Some(text.to_owned());
        let mut person = Person {
            guardian: some("王 大明"),
            guardian_phone: some("163 1111-0001"),
            phone: some("无"),
            ethnicity: some("苗"),
            address: some(" 青石坪镇\r\n二组 "),
            remark: some("\u{200b} "),
            teaches: some("三1，四(2)班；\n五年级"),
            id_number: some("11010519491231002x"),
            ..Person::named(PersonId(Uuid::nil()), PersonKind::Pupil, "阿依. 古丽".to_owned())
        };
        person_cleanup(&mut person);
        assert_eq!((person.name.as_str(), person.guardian.as_deref()), ("阿依·古丽", Some("王大明")));
        assert_eq!((person.guardian_phone.as_deref(), person.phone), (Some("16311110001"), None));
        assert_eq!((person.ethnicity.as_deref(), person.remark), (Some("苗族"), None));
        assert_eq!(person.address.as_deref(), Some("青石坪镇\n二组"));
        assert_eq!(person.id_number.as_deref(), Some("11010519491231002X"));
        assert_eq!(person.teaches.as_deref(), Some("三1、四(2)班、五年级"));
    }
}
