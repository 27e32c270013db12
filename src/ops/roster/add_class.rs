//! Classes by hand: adding one, its 班主任, the list.

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;

use super::MembershipError;
use crate::domain::calendar::Calendar;
use crate::domain::class_label::ClassLabel;
use crate::domain::group::Group;
use crate::domain::id::{ClassId, IdSource};
use crate::domain::person_name;
use crate::domain::school_class::{ClassKind, SchoolClass};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// A class to add.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewClass {
    /// Name as the school writes it.
    pub label: String,
    /// 班主任
    pub teacher: Option<String>,
    /// A day of its school year; today's if absent.
    pub on: Option<NaiveDate>,
}

/// A class as `class list` shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ClassLine {
    /// Key.
    pub key: ClassId,
    /// Name.
    pub class: String,
    /// Grade.
    pub grade: Option<u8>,
    /// Pupils on that day.
    pub head_count: usize,
    /// Boarders among them.
    pub boarders: usize,
    /// 班主任
    pub teacher: Option<String>,
}

/// A class of a school year by its name; what the name tells decides grade and place. The class of the year
/// before with the grade below and the same number is the one that it continues.
pub(super) fn make_class(
    ids: &mut dyn IdSource,
    known: &[SchoolClass],
    written: &str,
    label: Option<ClassLabel>,
    school_year: i32,
) -> SchoolClass {
    let unnamed = ClassLabel { grade: None, class_no: None, kind: ClassKind::Ordinary };
    let told = label.unwrap_or(unnamed);
    let fits = |c: &&SchoolClass| {
        c.school_year == school_year - 1
            && c.kind == told.kind
            && told.grade.is_some_and(|grade| grade.checked_sub(1).is_some() && c.grade == Some(grade - 1))
            && c.class_no == told.class_no
    };
    // A class number alone, such as 202501, reads back as it stands; what would not is written out.
    let reads_back = ClassLabel::of_class(written, school_year, told.grade) == label;
    let later = known.iter().filter(|c| c.school_year == school_year && c.grade.is_none()).count();
    let place = if told.grade.is_none() { u32::try_from(later).unwrap_or_default() } else { 0 };
    SchoolClass {
        id: ClassId(ids.next()),
        school_year,
        label: if reads_back { written.to_owned() } else { told.full() },
        kind: told.kind,
        grade: told.grade,
        class_no: told.class_no,
        sort_order: told.sort_order() + place,
        teacher: None,
        continues: known.iter().find(fits).map(|c| c.id),
    }
}

impl Book {
    /// Adds a class.
    ///
    /// # Errors
    /// [`OpError::ClassExists`] if the school year has it already, [`OpError::BadValue`] for an empty name,
    /// [`MembershipError::EarlierYear`] for a school year gone by.
    pub fn add_class(&mut self, new: &NewClass) -> Result<ClassId, OpError> {
        let label = new.label.trim();
        let day = new.on.unwrap_or_else(|| self.today());
        if label.is_empty() {
            return Err(OpError::BadValue { field: "class", given: String::new() });
        }
        match self.find_named_class(label, day) {
            Err(OpError::NoSuchClass { .. }) => {}
            Err(other) => return Err(other),
            Ok(info) => return Err(OpError::ClassExists { label: info.label }),
        }
        let known = self.store.all_classes()?;
        let year = Calendar::school_year_of(day);
        self.is_latest_year(year)?;
        let teacher = clean_name(new.teacher.as_deref());
        self.act("add_class", json!({ "class": label }), |act, ids| {
            let mut class = make_class(ids, &known, label, ClassLabel::parse(label, year), year);
            class.teacher = teacher;
            let _ = act.put(&class)?;
            Ok(class.id)
        })
    }

    /// Refuses a school year after which another has classes.
    pub(super) fn is_latest_year(&self, year: i32) -> Result<(), OpError> {
        let latest = self.store.all_classes()?.iter().map(|class| class.school_year).max();
        match latest.filter(|latest| *latest > year) {
            Some(latest) => Err(MembershipError::EarlierYear { year, latest }.into()),
            None => Ok(()),
        }
    }

    /// Sets the 班主任 of a class; `None`: not known.
    pub fn set_teacher(&mut self, class: ClassId, teacher: Option<&str>) -> Result<(), OpError> {
        let missing = || OpError::NoSuchClass { given: class.to_string() };
        let mut class = self.store.class(class)?.ok_or_else(missing)?;
        class.teacher = clean_name(teacher);
        self.act("set_teacher", json!({ "class": class.label }), |act, _| Ok(act.put(&class).map(drop)?))
    }

    /// The classes of a day's school year.
    pub fn class_list(&self, date: NaiveDate) -> Result<Vec<ClassLine>, OpError> {
        let counts = self.head_counts(date)?;
        let classes = self.store.classes(Calendar::school_year_of(date))?;
        let line = |class: SchoolClass| {
            let (head_count, boarders) = counts.get(&Group::Class(class.id)).copied().unwrap_or_default();
            ClassLine {
                key: class.id,
                class: class.label,
                grade: class.grade,
                head_count,
                boarders,
                teacher: class.teacher,
            }
        };
        Ok(classes.into_iter().map(line).collect())
    }
}

fn clean_name(name: Option<&str>) -> Option<String> {
    name.map(person_name::clean).filter(|name| !name.is_empty())
}
