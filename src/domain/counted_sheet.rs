//! Whom a sheet counts on its day: the one answer for what ends an absence, what is proposed, who is traced, and which
//! changes of the roster leave sheets true.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::boarding_span::BoardingSpan;
use super::calendar::Calendar;
use super::employment::Employment;
use super::enrolment::{DormitoryStay, Enrolment};
use super::group::Group;
use super::id::{ClassId, DormitoryId};
use super::person::Boarding;
use super::rule_book::{RuleBook, Who};
use super::sheet::SheetKey;

/// A sheet with what decides whom it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountedSheet {
    /// Its key.
    pub key: SheetKey,
    boarders_only: bool,
    rooms_first: bool,
}

/// Where a person belongs and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Whereabouts {
    /// Classes.
    pub enrolments: Vec<Enrolment>,
    /// Dormitory rooms.
    pub stays: Vec<DormitoryStay>,
    /// Day pupil or boarder.
    pub boarding: Vec<BoardingSpan>,
    /// Among the staff.
    pub employments: Vec<Employment>,
}

impl CountedSheet {
    /// A sheet by the rules and by what the school had chosen for its day.
    pub fn new(key: SheetKey, rules: &RuleBook, calendar: &Calendar) -> Self {
        Self {
            key,
            boarders_only: rules.session(key.session).is_some_and(|entry| entry.who == Who::Boarders),
            rooms_first: calendar.rooms_come_first(key.session, key.date, rules),
        }
    }

    /// Whether only boarders are counted.
    pub const fn is_of_boarders(&self) -> bool {
        self.boarders_only
    }

    /// Whether it counts somebody of whom the class, the room (any, where none is asked for), the boarding and the
    /// employment on its day are told.
    pub fn counts(
        &self,
        in_class: impl Fn(ClassId) -> bool,
        sleeps: impl Fn(Option<DormitoryId>) -> bool,
        boards: impl Fn() -> bool,
        employed: impl Fn() -> bool,
    ) -> bool {
        match self.key.group {
            Group::Class(class) => {
                in_class(class) && (!self.boarders_only || boards()) && !(self.rooms_first && sleeps(None))
            }
            Group::Dormitory(room) => sleeps(Some(room)) && boards(),
            Group::Staff => employed(),
        }
    }
}

impl Whereabouts {
    /// Whether the sheet counts the person.
    pub fn are_on(&self, sheet: &CountedSheet) -> bool {
        let date = sheet.key.date;
        sheet.counts(
            |class| self.enrolments.iter().any(|it| it.class == class && it.covers(date)),
            |room| self.sleeps(room, date),
            || self.boards(date),
            || self.employments.iter().any(|it| it.covers(date)),
        )
    }

    /// Whether the person has a room (this one, or any) on a day.
    pub fn sleeps(&self, room: Option<DormitoryId>, date: NaiveDate) -> bool {
        self.stays.iter().any(|it| room.is_none_or(|room| it.dormitory == room) && it.covers(date))
    }

    /// Whether the person is a boarder on a day.
    pub fn boards(&self, date: NaiveDate) -> bool {
        self.boarding.iter().any(|it| it.kind == Boarding::Boarder && it.covers(date))
    }

    /// Everything whose sheets may count the person on some day of `from` to `to`.
    pub fn groups_between(&self, from: NaiveDate, to: NaiveDate) -> BTreeSet<Group> {
        let meets =
            |first: NaiveDate, last: Option<NaiveDate>| first <= to && last.is_none_or(|last| from <= last);
        let classes = self.enrolments.iter().filter(|it| meets(it.from, it.to));
        let rooms = self.stays.iter().filter(|it| meets(it.from, it.to));
        let staff = self.employments.iter().any(|it| meets(it.from, it.to));
        classes
            .map(|it| Group::Class(it.class))
            .chain(rooms.map(|it| Group::Dormitory(it.dormitory)))
            .chain(staff.then_some(Group::Staff))
            .collect()
    }

    /// The last days before `until` of those times in which the person belonged to a class or to the staff, oldest first. A
    /// class that another one follows on the next day is not left for good.
    pub fn left_before(&self, until: NaiveDate) -> Vec<NaiveDate> {
        let classes = self.enrolments.iter().map(|it| (it.from, it.to));
        let staff = self.employments.iter().map(|it| (it.from, it.to));
        let spans: Vec<(NaiveDate, Option<NaiveDate>)> = classes.chain(staff).collect();
        let stays =
            |day: NaiveDate| spans.iter().any(|(from, to)| *from <= day && to.is_none_or(|to| day <= to));
        let last_days = spans.iter().filter_map(|(_, to)| to.filter(|to| *to < until));
        let mut left: Vec<NaiveDate> =
            last_days.filter(|to| to.succ_opt().is_some_and(|next| !stays(next))).collect();
        left.sort_unstable();
        left
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::chosen_checks::ChosenChecks;
    use crate::domain::id::PersonId;
    use crate::domain::session::Session;

    #[test]
    fn where_the_evening_is_checked_by_dormitory_the_room_counts_and_the_class_does_not() {
        let rules = RuleBook::shipped().unwrap();
        let day = |n| NaiveDate::from_ymd_opt(2026, 11, n).unwrap();
        let (class, room) = (ClassId(Uuid::from_u128(1)), DormitoryId(Uuid::from_u128(2)));
        let person = PersonId(Uuid::from_u128(3));
        let enrolment = Enrolment { person, class, grade: Some(3), seat_no: 1, from: day(1), to: None };
        let stay = DormitoryStay { person, dormitory: room, from: day(10), to: None };
        let span = BoardingSpan { person, kind: Boarding::Boarder, from: day(5), to: Some(day(25)) };
        let own = Whereabouts {
            enrolments: vec![enrolment],
            stays: vec![stay],
            boarding: vec![span],
            ..Whereabouts::default()
        };
        let choices = ["evening-dormitory".to_owned()].into();
        let calendar =
            Calendar { checks: vec![ChosenChecks { from: day(15), choices }], ..Calendar::default() };
        let on = |group, session, n| {
            let key = SheetKey { group, date: day(n), session };
            own.are_on(&CountedSheet::new(key, &rules, &calendar))
        };
        let (class, room) = (Group::Class(class), Group::Dormitory(room));
        let evening = |n| (on(class, Session::Evening, n), on(room, Session::Evening, n));
        assert_eq!(
            [4, 5, 14, 15, 26].map(evening),
            [(false, false), (true, false), (true, true), (false, true), (false, false)]
        );
        assert!(on(class, Session::Morning, 20) && !on(Group::Staff, Session::Morning, 20));
        assert_eq!(own.groups_between(day(1), day(9)), BTreeSet::from([class]));
        assert_eq!(own.groups_between(day(1), day(10)), BTreeSet::from([class, room]));
    }
}
