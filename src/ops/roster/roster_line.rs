//! One pupil or member of staff as lists show them.

use chrono::NaiveDate;
use serde::Serialize;

use super::{RosterSnapshot, words};
use crate::domain::enrolment::Enrolment;
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::{Person, PersonKind};
use crate::domain::pinyin::PinyinKey;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Whom a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RosterFilter {
    /// Only this class.
    pub class: Option<ClassId>,
    /// Seat digits, part of the name, pinyin in full or initials; empty finds everyone.
    pub find: String,
    /// Pupils who are in no class on that day instead, with the class that they were in last: they have left,
    /// or come later.
    pub away: bool,
}

/// A pupil as enrolled on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RosterLine {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class as the school writes it.
    pub class: String,
    /// Key of the class.
    pub class_key: ClassId,
    /// Grade of the pupil.
    pub grade: Option<u8>,
    /// 班内学号
    pub seat_no: u32,
    /// 男, 女
    pub sex: Option<&'static str>,
    /// Date of birth.
    pub birth: Option<NaiveDate>,
    /// 走读, 住校
    pub boarding: Option<&'static str>,
    /// Room on that day.
    pub dormitory: Option<String>,
    /// 学籍号
    pub student_no: Option<String>,
    /// First day in the class.
    pub from: NaiveDate,
    /// Last day in the class, if it is known.
    pub to: Option<NaiveDate>,
}

/// A member of staff.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StaffLine {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// 岗位
    pub post: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Classes of which this is the 班主任.
    pub class_teacher_of: Vec<String>,
    /// Number on the staff's sheet.
    pub number: Option<u32>,
    /// First day, of the last time.
    pub from: Option<NaiveDate>,
    /// Last day, if it is known.
    pub to: Option<NaiveDate>,
}

impl RosterSnapshot {
    /// The pupils enrolled on a day, by class and seat.
    pub(super) fn lines(&self, date: NaiveDate, filter: &RosterFilter) -> Vec<RosterLine> {
        let mut found: Vec<(&Person, &Enrolment)> = self
            .people
            .values()
            .filter_map(|person| {
                let away = filter.away;
                let enrolment =
                    if away { self.away_on(person.id, date) } else { self.enrolment_on(person.id, date) };
                Some((person, enrolment?))
            })
            .filter(|(person, enrolment)| {
                filter.class.is_none_or(|class| class == enrolment.class)
                    && fits(person, Some(enrolment.seat_no), &filter.find)
            })
            .collect();
        found.sort_by_cached_key(|(person, e)| (self.class_order(e.class), e.seat_no, person.id));
        found.into_iter().map(|(person, enrolment)| self.line(person, enrolment, date)).collect()
    }

    fn line(&self, person: &Person, enrolment: &Enrolment, date: NaiveDate) -> RosterLine {
        let class = self.classes.get(&enrolment.class).map(|c| c.label.clone()).unwrap_or_default();
        RosterLine::of(person, enrolment, class, self.room_on(person.id, date).map(str::to_owned))
    }
}

impl RosterLine {
    /// A pupil in a class of that name and in that room.
    pub(super) fn of(
        person: &Person,
        enrolment: &Enrolment,
        class: String,
        dormitory: Option<String>,
    ) -> Self {
        Self {
            key: person.id,
            name: person.name.clone(),
            class,
            class_key: enrolment.class,
            grade: enrolment.grade,
            seat_no: enrolment.seat_no,
            sex: person.sex.map(words::sex),
            birth: person.birth,
            boarding: person.boarding.map(words::boarding),
            dormitory,
            student_no: person.student_no.clone(),
            from: enrolment.from,
            to: enrolment.to,
        }
    }
}

/// Whether a person is found by what was typed. Digits are the seat number, four or more the end of the
/// 学籍号 or identity number.
fn fits(person: &Person, seat: Option<u32>, find: &str) -> bool {
    let find = find.trim();
    if find.is_empty() {
        return true;
    }
    if find.chars().all(|c| c.is_ascii_digit()) {
        let ends = |number: &Option<String>| number.as_ref().is_some_and(|n| n.ends_with(find));
        return find.parse() == Ok(seat.unwrap_or_default())
            || (find.len() >= 4 && (ends(&person.student_no) || ends(&person.id_number)));
    }
    PinyinKey::new(&person.name).rank(find).is_some()
}

impl Book {
    /// The pupils enrolled on a day, by class and seat.
    pub fn roster_list(&self, date: NaiveDate, filter: &RosterFilter) -> Result<Vec<RosterLine>, OpError> {
        Ok(RosterSnapshot::read(&self.store, PersonKind::Pupil)?.lines(date, filter))
    }

    /// The staff by number; those who have left stand last.
    pub fn staff_list(&self, find: &str) -> Result<Vec<StaffLine>, OpError> {
        let today = self.today();
        let classes = self.class_groups(today)?;
        let staff = RosterSnapshot::read(&self.store, PersonKind::Staff)?;
        let line = |person: &Person| {
            let last = staff.employments(person.id).last();
            StaffLine {
                class_teacher_of: classes
                    .iter()
                    .filter(|class| matches!(class.group, Group::Class(_)))
                    .filter(|class| class.teacher.as_ref() == Some(&person.name))
                    .map(|class| class.label.clone())
                    .collect(),
                key: person.id,
                name: person.name.clone(),
                post: person.post.clone(),
                phone: person.phone.clone(),
                number: last.map(|it| it.number),
                from: last.map(|it| it.from),
                to: last.and_then(|it| it.to),
            }
        };
        let mut lines: Vec<StaffLine> =
            staff.people.values().filter(|person| fits(person, None, find)).map(line).collect();
        lines.sort_by_key(|line| (line.has_left(today), line.number, line.key));
        Ok(lines)
    }
}

impl StaffLine {
    /// Whether the person no longer belongs to the staff on that day.
    pub fn has_left(&self, day: NaiveDate) -> bool {
        self.to.is_some_and(|to| to < day)
    }
}
