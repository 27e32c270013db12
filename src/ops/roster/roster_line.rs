//! One pupil or member of staff as lists show them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{RosterSnapshot, words};
use crate::domain::calendar::Calendar;
use crate::domain::class_label::ClassLabel;
use crate::domain::class_lookup::{self, ClassName};
use crate::domain::enrolment::Enrolment;
use crate::domain::group::Group;
use crate::domain::id::{ClassId, FreeGroupId, PersonId};
use crate::domain::person::{Boarding, Person, PersonKind};
use crate::domain::person_search::{PersonKey, Wanted};
use crate::domain::school_class::SchoolClass;
use crate::i18n::Tr;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Whom a list shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RosterFilter {
    /// Only this class.
    pub class: Option<ClassId>,
    /// Number, name, pinyin in full or initials, class in any spelling, part of an identity number; empty finds
    /// everyone.
    pub find: String,
    /// Pupils who are in no class on that day instead, with the class that they were in last: they have left,
    /// or come later.
    pub away: bool,
    /// Only this group beside the classes.
    pub group: Option<FreeGroupId>,
    /// In which order.
    pub order: RosterOrder,
}

/// The order of a list of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RosterOrder {
    /// By class and number; the staff by number.
    #[default]
    Seat,
    /// By the pinyin of the name, the reading of the surname first.
    Pinyin,
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
    /// 任教班级
    pub teaches: Option<String>,
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
    /// The pupils enrolled on a day: the best fit first, then in the order asked for.
    pub(super) fn lines(&self, date: NaiveDate, filter: &RosterFilter) -> Vec<RosterLine> {
        let found = self.found(date, filter).into_iter();
        found.map(|(person, enrolment)| self.line(person, enrolment, date)).collect()
    }

    /// The same before the words of a list are made of them.
    pub(super) fn found(&self, date: NaiveDate, filter: &RosterFilter) -> Vec<(&Person, &Enrolment)> {
        let wanted = Wanted::new(&filter.find, |word| self.classes_named(word, date));
        let keys = self.keys();
        let fit = |person: &'_ Person| -> Option<(u8, &PersonKey, &Enrolment)> {
            let enrolment =
                if filter.away { self.away_on(person.id, date) } else { self.enrolment_on(person.id, date) };
            let enrolment = enrolment.filter(|e| filter.class.is_none_or(|class| class == e.class))?;
            let here = filter.group.is_none_or(|group| self.is_in_group(person.id, group, date));
            let key = keys.get(&person.id).filter(|_| here)?;
            Some((wanted.rank(key, Some(enrolment.seat_no), Some(enrolment.class))?, key, enrolment))
        };
        let mut found: Vec<(u8, &PersonKey, &Enrolment, &Person)> = self
            .people
            .values()
            .filter_map(|person| fit(person).map(|(rank, key, enrolment)| (rank, key, enrolment, person)))
            .collect();
        let pinyin = filter.order == RosterOrder::Pinyin;
        let place = |e: &Enrolment| (self.class_order(e.class), e.seat_no, e.person);
        let order = |key: &'_ PersonKey| if pinyin { key.order().to_owned() } else { String::new() };
        found.sort_by_cached_key(|(rank, key, e, _)| (*rank, order(key), place(e)));
        found.into_iter().map(|(.., enrolment, person)| (person, enrolment)).collect()
    }

    /// The classes of the school year of a day and of the one before that a word names: 701, 七1, 七(1), 七年级.
    fn classes_named(&self, word: &str, date: NaiveDate) -> Vec<ClassId> {
        let this = Calendar::school_year_of(date);
        let of_year = |year| {
            let classes: Vec<&SchoolClass> =
                self.classes.values().filter(|class| class.school_year == year).collect();
            let names: Vec<ClassName> = classes.iter().map(|class| name_of(class)).collect();
            let mut places = class_lookup::named(&names, word, year);
            if places.is_empty() && word.chars().count() > 1 {
                places = class_lookup::of_grade(&names, word, year);
            }
            places.into_iter().filter_map(|at| classes.get(at).map(|class| class.id)).collect::<Vec<_>>()
        };
        [this, this - 1].into_iter().flat_map(of_year).collect()
    }

    pub(super) fn line(&self, person: &Person, enrolment: &Enrolment, date: NaiveDate) -> RosterLine {
        let class = self.classes.get(&enrolment.class).map(|c| c.label.clone()).unwrap_or_default();
        let boarding = self.boarding_on(person.id, date);
        RosterLine::of(person, enrolment, class, (boarding, self.room_on(person.id, date).map(str::to_owned)))
    }
}

impl RosterLine {
    /// A pupil in a class of that name, with boarding and room.
    pub(super) fn of(
        person: &Person,
        enrolment: &Enrolment,
        class: String,
        (boarding, dormitory): (Option<Boarding>, Option<String>),
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
            boarding: boarding.map(words::boarding),
            dormitory,
            student_no: person.student_no.clone(),
            from: enrolment.from,
            to: enrolment.to,
        }
    }
}

/// How a class can be named.
fn name_of(class: &SchoolClass) -> ClassName {
    let told = ClassLabel { grade: class.grade, class_no: class.class_no, kind: class.kind };
    ClassName {
        label: class.label.clone(),
        short: told.short(),
        grade: class.grade,
        class_no: class.class_no,
    }
}

impl Book {
    /// The pupils enrolled on a day who fit a filter.
    pub fn roster_list(&self, date: NaiveDate, filter: &RosterFilter) -> Result<Vec<RosterLine>, OpError> {
        Ok(self.roster_snapshot(PersonKind::Pupil)?.lines(date, filter))
    }

    /// The staff in the order asked for; those who have left stand last.
    pub fn staff_list(&self, find: &str, order: RosterOrder) -> Result<Vec<StaffLine>, OpError> {
        let today = self.today();
        let classes = self.class_groups(today)?;
        let staff = self.roster_snapshot(PersonKind::Staff)?;
        let wanted = Wanted::new(find, |_| Vec::new());
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
                teaches: person.teaches.clone(),
                phone: person.phone.clone(),
                number: last.map(|it| it.number),
                from: last.map(|it| it.from),
                to: last.and_then(|it| it.to),
            }
        };
        let keys = staff.keys();
        let found = staff.people.values().filter_map(|person| {
            let key = keys.get(&person.id)?;
            let number = staff.employments(person.id).last().map(|it| it.number);
            wanted.rank(key, number, None).map(|rank| (rank, key, line(person)))
        });
        let mut found: Vec<(u8, &PersonKey, StaffLine)> = found.collect();
        let name = |key: &'_ PersonKey| match order {
            RosterOrder::Pinyin => key.order().to_owned(),
            RosterOrder::Seat => String::new(),
        };
        found.sort_by_cached_key(|(rank, key, line)| {
            (line.has_left(today), *rank, name(key), line.number, line.key)
        });
        let lines = found.into_iter().map(|(.., line)| line).collect();
        Ok(lines)
    }
}

impl StaffLine {
    /// The classes: those of which this is the 班主任 first and marked so, then the others taught.
    pub fn classes_words(&self, tr: &Tr) -> String {
        let mark = tr.ops_list_mark();
        let own = self.class_teacher_of.join(&mark);
        let taught = self.teaches.clone().unwrap_or_default();
        match (own.is_empty(), taught.is_empty() || taught == own) {
            (true, _) => taught,
            (false, true) => tr.staff_leads(&own),
            (false, false) => tr.staff_leads_and_teaches(&own, &taught),
        }
    }

    /// Whether the person no longer belongs to the staff on that day.
    pub fn has_left(&self, day: NaiveDate) -> bool {
        self.to.is_some_and(|to| to < day)
    }
}
