//! 班主任 of the classes, from staff lists.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::field_change::FieldChange;
use super::place_planner::PlacePlanner;
use crate::domain::class_label::ClassLabel;
use crate::domain::id::{ClassId, PersonId};
use crate::ops::roster::RosterSnapshot;
use crate::roster_file::{RecordClass, StaffRecord, tells_class_teacher};
use crate::storage::Row;

/// Name of the field of a class's 班主任 among conflicts.
pub(super) const TEACHER: &str = "teacher";
/// Name of the field under which the classes of a member of staff are remembered.
pub(super) const TEACHES: &str = "teaches";

/// What the classes get.
#[derive(Debug, Default)]
pub(super) struct TeacherPlan {
    /// Classes of the book.
    pub known: Vec<(ClassId, String)>,
}

impl TeacherPlan {
    /// Takes a row of a staff list. Answers the classes whose 班主任 was set by hand and is kept, unless the
    /// file's is taken `by_file`.
    pub fn take(
        &mut self,
        record: &StaffRecord,
        before: &Row,
        by_file: bool,
        (snapshot, planner): (&RosterSnapshot, &mut PlacePlanner),
    ) -> Vec<FieldChange> {
        if !record.post.as_deref().is_some_and(tells_class_teacher) {
            return Vec::new();
        }
        let mut kept = Vec::new();
        for at in record.classes.iter().filter_map(|class| planner.find(class)).collect::<Vec<_>>() {
            let Some(class) = planner.classes.get_mut(at) else { continue };
            let current = class.id.and_then(|id| snapshot.classes.get(&id));
            match current.map(|class| class.teacher.as_ref()) {
                None => class.teacher = Some(record.name.clone()),
                Some(Some(teacher)) if *teacher == record.name => {}
                // The name that the last import gave may change; another one was set by a person.
                Some(Some(teacher)) if !by_file && before.get("name") != Some(&json!(teacher)) => {
                    if before.get(TEACHES) != Some(&written(&record.classes)) {
                        kept.push(FieldChange {
                            field: TEACHER.to_owned(),
                            old: json!(teacher),
                            new: json!(record.name),
                        });
                    }
                }
                Some(_) => self.known.extend(class.id.map(|id| (id, record.name.clone()))),
            }
        }
        kept
    }

    /// Gives classes that are planned the 班主任 of a staff list that came earlier.
    pub fn remember(
        staff: &RosterSnapshot,
        imported: &BTreeMap<PersonId, Row>,
        planner: &mut PlacePlanner,
        school_year: i32,
    ) {
        let teachers = staff.people.values().filter(|p| p.post.as_deref().is_some_and(tells_class_teacher));
        for teacher in teachers {
            let taught = imported.get(&teacher.id).and_then(|row| row.get(TEACHES)).and_then(Value::as_array);
            for class in taught.into_iter().flatten().filter_map(Value::as_str) {
                let label = ClassLabel::parse(class, school_year);
                let found = planner.find(&RecordClass { label, written: class.to_owned() });
                if let Some(planned) = found.and_then(|at| planner.classes.get_mut(at))
                    && planned.id.is_none()
                    && planned.teacher.is_none()
                {
                    planned.teacher = Some(teacher.name.clone());
                }
            }
        }
    }
}

/// The classes of a member of staff as they are remembered.
pub(super) fn written(classes: &[RecordClass]) -> Value {
    json!(classes.iter().map(|class| class.written.as_str()).collect::<Vec<_>>())
}
