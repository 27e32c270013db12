//! Who belongs where on which day, looked up from dated enrolments, stays and employments.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::boarding_span::BoardingSpan;
use super::employment::Employment;
use super::enrolment::{DormitoryStay, Enrolment};
use super::free_group::FreeGroupMember;
use super::group::{Group, GroupKind};
use super::id::{FreeGroupId, PersonId};
use super::member::Member;
use super::person::Boarding;

#[derive(Debug, Clone, Copy)]
struct Span {
    group: Group,
    from: NaiveDate,
    to: Option<NaiveDate>,
    /// Of the pupil in a class.
    grade: Option<u8>,
}

/// Classes and dormitories of all people by day, and the staff.
#[derive(Debug, Clone, Default)]
pub struct Membership {
    spans: BTreeMap<PersonId, Vec<Span>>,
    boarders: BTreeMap<PersonId, Vec<BoardingSpan>>,
    meals: BTreeMap<PersonId, Vec<FreeGroupMember>>,
}

impl Membership {
    /// Looks up in these enrolments and stays.
    pub fn new(enrolments: &[Enrolment], stays: &[DormitoryStay]) -> Self {
        let classes = enrolments.iter().map(|e| {
            let span = Span { group: Group::Class(e.class), from: e.from, to: e.to, grade: e.grade };
            (e.person, span)
        });
        let dormitories = stays.iter().map(|s| {
            let group = Group::Dormitory(s.dormitory);
            (s.person, Span { group, from: s.from, to: s.to, grade: None })
        });
        let mut spans: BTreeMap<PersonId, Vec<Span>> = BTreeMap::new();
        for (person, span) in classes.chain(dormitories) {
            spans.entry(person).or_default().push(span);
        }
        Self { spans, ..Self::default() }
    }

    /// Those who board by day, although no room may be known.
    #[must_use]
    pub fn with_boarders(mut self, spans: &[BoardingSpan]) -> Self {
        for span in spans.iter().filter(|span| span.kind == Boarding::Boarder) {
            self.boarders.entry(span.person).or_default().push(span.clone());
        }
        self
    }

    /// The staff by day.
    #[must_use]
    pub fn with_staff(mut self, employments: &[Employment]) -> Self {
        for it in employments {
            let span = Span { group: Group::Staff, from: it.from, to: it.to, grade: None };
            self.spans.entry(it.person).or_default().push(span);
        }
        self
    }

    /// Who eats with whom by day; memberships of meal groups alone.
    #[must_use]
    pub fn with_meals(mut self, members: &[FreeGroupMember]) -> Self {
        for it in members {
            self.meals.entry(it.person).or_default().push(it.clone());
        }
        self
    }

    /// The class and dormitory of a person on a day.
    pub fn groups_on(&self, person: PersonId, day: NaiveDate) -> Vec<Group> {
        self.covering(person, day).map(|span| span.group).collect()
    }

    /// The classes and dormitories of a person, and the staff, on any of the days `from` to `to`.
    pub fn groups_between(
        &self,
        person: PersonId,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = Group> {
        let own = self.spans.get(&person).into_iter().flatten();
        own.filter(move |s| s.from <= to && s.to.is_none_or(|to| from <= to)).map(|span| span.group)
    }

    /// The grade of a pupil on a day; in a class of several grades the pupil's own.
    pub fn grade_on(&self, person: PersonId, day: NaiveDate) -> Option<u8> {
        self.covering(person, day).find_map(|span| span.grade)
    }

    /// The meal groups of a person on a day.
    pub fn meals_on(&self, person: PersonId, day: NaiveDate) -> impl Iterator<Item = FreeGroupId> {
        let own = self.meals.get(&person).into_iter().flatten();
        own.filter(move |it| it.covers(day)).map(|it| it.free_group)
    }

    fn covering(&self, person: PersonId, day: NaiveDate) -> impl Iterator<Item = &Span> {
        covering(self.spans.get(&person).map_or(&[], Vec::as_slice), day)
    }

    /// The people of a group on a day; boarders are those with a dormitory or named as such.
    pub fn members(&self, group: Group, day: NaiveDate) -> Vec<Member> {
        let of = |(person, spans): (&PersonId, &Vec<Span>)| {
            let boarder =
                self.boarders.get(person).is_some_and(|own| own.iter().any(|span| span.covers(day)))
                    || covering(spans, day).any(|s| s.group.kind() == GroupKind::Dormitory);
            covering(spans, day).any(|s| s.group == group).then_some(Member { person: *person, boarder })
        };
        self.spans.iter().filter_map(of).collect()
    }
}

fn covering(spans: &[Span], day: NaiveDate) -> impl Iterator<Item = &Span> {
    spans.iter().filter(move |s| s.from <= day && s.to.is_none_or(|to| day <= to))
}
