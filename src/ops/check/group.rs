//! Groups with the names and counts that lists show.

use chrono::NaiveDate;

use crate::domain::calendar::Calendar;
use crate::domain::class_label::ClassLabel;
use crate::domain::class_lookup::{self, ClassName};
use crate::domain::enrolment::Dormitory;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::person::PersonKind;
use crate::domain::school_class::SchoolClass;
use crate::domain::session::Session;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::roster::same_room;

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
        let short = ClassLabel::of_class(&class.label, class.school_year, class.grade)
            .map_or_else(|| class.label.clone(), |label| label.short());
        Self {
            group: Group::Class(class.id),
            label: class.label.clone(),
            short,
            grade: class.grade,
            teacher: class.teacher.clone(),
        }
    }

    /// The group of a dormitory.
    pub fn of_room(room: Dormitory) -> Self {
        Self {
            group: Group::Dormitory(room.id),
            short: room.label.clone(),
            label: room.label,
            grade: None,
            teacher: None,
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
                let mut rooms = self.store.dormitories()?.into_iter();
                rooms.find(|room| room.id == id).map(GroupInfo::of_room).ok_or_else(nothing)
            }
            Group::Staff => {
                let label = self.tr.ops_staff();
                Ok(GroupInfo { group, short: label.clone(), label, grade: None, teacher: None })
            }
        }
    }

    /// Finds a class of the day's school year by its key, any spelling the importer accepts, grade and number
    /// as digits, or its grade alone.
    ///
    /// # Errors
    /// [`OpError::NoSuchClass`], [`OpError::AmbiguousClass`] where several are meant, such as a grade of two.
    pub fn find_class(&self, given: &str, date: NaiveDate) -> Result<GroupInfo, OpError> {
        self.look_up_class(given, date, true)
    }

    /// The same without a grade alone, which may be the name of a class that is still to be made.
    pub(in crate::ops) fn find_named_class(
        &self,
        given: &str,
        date: NaiveDate,
    ) -> Result<GroupInfo, OpError> {
        self.look_up_class(given, date, false)
    }

    fn look_up_class(&self, given: &str, date: NaiveDate, by_grade: bool) -> Result<GroupInfo, OpError> {
        let year = Calendar::school_year_of(date);
        let classes = self.store.classes(year)?;
        let given = given.trim();
        if let Some(class) = classes.iter().find(|c| c.id.to_string() == given || c.label == given) {
            return Ok(GroupInfo::of_class(class));
        }
        let names: Vec<ClassName> = classes
            .iter()
            .map(|class| ClassName {
                label: class.label.clone(),
                short: GroupInfo::of_class(class).short,
                grade: class.grade,
                class_no: class.class_no,
            })
            .collect();
        let mut meant = class_lookup::named(&names, given, year);
        if meant.is_empty() && by_grade {
            meant = class_lookup::of_grade(&names, given, year);
        }
        let matching: Vec<&SchoolClass> = meant.into_iter().filter_map(|at| classes.get(at)).collect();
        match matching.as_slice() {
            [class] => Ok(GroupInfo::of_class(class)),
            [] => Err(OpError::NoSuchClass { given: given.to_owned() }),
            several => Err(OpError::AmbiguousClass {
                given: given.to_owned(),
                candidates: several.iter().map(|class| class.label.clone()).collect(),
            }),
        }
    }

    /// The dormitory of that name or key, whatever the spaces in the name.
    pub fn find_room(&self, given: &str) -> Result<GroupInfo, OpError> {
        let mut rooms = self.store.dormitories()?.into_iter();
        rooms
            .find(|room| room.id.to_string() == given.trim() || same_room(&room.label, given))
            .map(GroupInfo::of_room)
            .ok_or_else(|| OpError::NoSuchRoom { given: given.to_owned() })
    }

    /// The group on whose sheet a session of a day counts a person.
    pub fn group_of(
        &self,
        person: PersonId,
        date: NaiveDate,
        session: Session,
    ) -> Result<GroupInfo, OpError> {
        let record = self.store.person(person)?.ok_or(OpError::NoSuchPerson)?;
        if record.kind == PersonKind::Staff {
            let there = self.store.employments_of(person)?.iter().any(|it| it.covers(date));
            return if there { self.group_info(Group::Staff) } else { Err(OpError::NotAMember) };
        }
        if self.calendar(date)?.rooms_come_first(session, date, &self.rules)
            && let Some(stay) = self.store.stays_of(person)?.into_iter().find(|stay| stay.covers(date))
        {
            return self.group_info(Group::Dormitory(stay.dormitory));
        }
        let enrolment = self.store.enrolments_of(person)?.into_iter().find(|e| e.covers(date));
        enrolment.map_or(Err(OpError::NotAMember), |e| self.group_info(Group::Class(e.class)))
    }
}
