//! Groups with the names and counts that lists show.

use chrono::NaiveDate;

use crate::domain::calendar::Calendar;
use crate::domain::class_label::ClassLabel;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::school_class::SchoolClass;
use crate::domain::session::Session;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// A group as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GroupInfo {
    /// The group.
    pub group: Group,
    /// Name as the school writes it: `三年级(2)班`.
    pub label: String,
    /// Name as lists show it: `三（2）`.
    pub short: String,
    /// Grade, for classes.
    pub grade: Option<u8>,
    /// 班主任
    pub teacher: Option<String>,
}

impl GroupInfo {
    /// The group of a class.
    pub fn of_class(class: &SchoolClass) -> Self {
        let short = ClassLabel::parse(&class.label, class.school_year)
            .map_or_else(|| class.label.clone(), |label| label.short());
        Self {
            group: Group::Class(class.id),
            label: class.label.clone(),
            short,
            grade: class.grade,
            teacher: class.teacher.clone(),
        }
    }
}

impl Book {
    /// Classes of the school year of a day, in list order.
    pub fn class_groups(&self, date: NaiveDate) -> Result<Vec<GroupInfo>, OpError> {
        let classes = self.store.classes(Calendar::school_year_of(date))?;
        Ok(classes.iter().map(GroupInfo::of_class).collect())
    }

    /// Any group's name and teacher.
    pub fn group_info(&self, group: Group) -> Result<GroupInfo, OpError> {
        let nothing = || OpError::NoSuchClass { given: group.to_string() };
        match group {
            Group::Class(id) => self.store.class(id)?.as_ref().map(GroupInfo::of_class).ok_or_else(nothing),
            Group::Dormitory(id) => {
                let room = self.store.dormitories()?.into_iter().find(|d| d.id == id).ok_or_else(nothing)?;
                Ok(GroupInfo {
                    group,
                    short: room.label.clone(),
                    label: room.label,
                    grade: None,
                    teacher: None,
                })
            }
            Group::Staff => {
                let label = self.tr.ops_staff();
                Ok(GroupInfo { group, short: label.clone(), label, grade: None, teacher: None })
            }
        }
    }

    /// Finds a class of the day's school year by its key or any spelling the importer accepts.
    pub fn find_class(&self, given: &str, date: NaiveDate) -> Result<GroupInfo, OpError> {
        let year = Calendar::school_year_of(date);
        let classes = self.store.classes(year)?;
        let given = given.trim();
        if let Some(class) = classes.iter().find(|c| c.id.to_string() == given || c.label == given) {
            return Ok(GroupInfo::of_class(class));
        }
        let asked = ClassLabel::parse(given, year);
        let matching: Vec<&SchoolClass> = classes
            .iter()
            .filter(|class| {
                asked
                    .as_ref()
                    .is_some_and(|label| label.grade == class.grade && label.class_no == class.class_no)
            })
            .collect();
        match matching.as_slice() {
            [class] => Ok(GroupInfo::of_class(class)),
            [] => Err(OpError::NoSuchClass { given: given.to_owned() }),
            several => Err(OpError::AmbiguousClass {
                given: given.to_owned(),
                candidates: several.iter().map(|class| class.label.clone()).collect(),
            }),
        }
    }

    /// The class of a person on a day.
    pub fn class_of(&self, person: PersonId, date: NaiveDate) -> Result<GroupInfo, OpError> {
        if self.store.person(person)?.is_none() {
            return Err(OpError::NoSuchPerson);
        }
        let enrolment = self.store.enrolments_of(person)?.into_iter().find(|e| e.covers(date));
        enrolment.map_or(Err(OpError::NotAMember), |e| self.group_info(Group::Class(e.class)))
    }

    /// Whether a sheet of the group is due.
    pub(in crate::ops) fn is_due(
        &self,
        calendar: &Calendar,
        group: Group,
        has_boarders: bool,
        date: NaiveDate,
        session: Session,
    ) -> bool {
        calendar.is_due(group.kind(), has_boarders, session, date, &self.rules)
    }
}
