//! A record of the file as field → value, under the names that the book uses; empty fields are left out, so
//! that they overwrite nothing.

use serde_json::{Value, json};

use crate::domain::id::PersonId;
use crate::domain::person::{Person, PersonKind};
use crate::domain::resident_id::ResidentId;
use crate::roster_file::{Field, FieldSet, PupilRecord, StaffRecord};
use crate::storage::{Row, StorageError};

/// A pupil as the file has it.
pub(super) fn pupil(id: PersonId, record: &PupilRecord) -> Person {
    Person {
        former_name: record.former_name.clone(),
        sex: record.sex,
        birth: record.birth,
        ethnicity: record.ethnicity.clone(),
        id_type: record.id_type.clone(),
        id_number: record.id_number.clone(),
        student_no: record.student_no.clone(),
        boarding: record.boarding,
        left_behind: record.left_behind,
        guardian: record.guardian.clone(),
        guardian_relation: record.guardian_relation.clone(),
        guardian_phone: record.guardian_phone.clone(),
        address: record.address.clone(),
        remark: record.remark.clone(),
        ..Person::named(id, PersonKind::Pupil, record.name.clone())
    }
}

/// A member of staff as the file has it.
pub(super) fn staff(id: PersonId, record: &StaffRecord) -> Person {
    Person {
        former_name: record.former_name.clone(),
        sex: record.sex,
        birth: record.birth,
        ethnicity: record.ethnicity.clone(),
        id_type: record.id_type.clone(),
        id_number: record.id_number.clone(),
        phone: record.phone.clone(),
        post: record.post.clone(),
        teaches: taught(record),
        address: record.address.clone(),
        remark: record.remark.clone(),
        ..Person::named(id, PersonKind::Staff, record.name.clone())
    }
}

/// The classes of a member of staff as they are kept.
fn taught(record: &StaffRecord) -> Option<String> {
    let classes: Vec<&str> = record.classes.iter().map(|class| class.written.as_str()).collect();
    (!classes.is_empty()).then(|| classes.join("、"))
}

/// Leaves out what only the identity number tells where the book knows it already: nobody has written it, so
/// it overwrites nothing but what an earlier number told.
pub(super) fn without_derived(said: &mut Row, derived: FieldSet, person: &Person) {
    let told = person.id_number.as_deref().and_then(ResidentId::read);
    let birth = person.birth.is_some() && told.and_then(|id| id.birth) != person.birth;
    let sex = person.sex.is_some() && told.map(|id| id.sex) != person.sex;
    for (name, field, written) in [("sex", Field::Sex, sex), ("birth", Field::Birth, birth)] {
        if derived.has(field) && written {
            let _ = said.remove(name);
        }
    }
}

/// The fields of a person that hold something, without key and kind.
pub(super) fn filled(person: &Person) -> Row {
    let Ok(Value::Object(mut row)) = serde_json::to_value(person) else { return Row::new() };
    row.retain(|field, value| !value.is_null() && field != "id" && field != "kind");
    row
}

/// A person with these fields.
pub(super) fn person(id: PersonId, kind: PersonKind, mut fields: Row) -> Result<Person, StorageError> {
    let _ = fields.insert("id".to_owned(), json!(id));
    let _ = fields.insert("kind".to_owned(), json!(kind));
    serde_json::from_value(Value::Object(fields))
        .map_err(|source| StorageError::Record { table: "person", source })
}
