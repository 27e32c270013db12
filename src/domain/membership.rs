//! Who belongs where on which day, looked up from dated enrolments, stays and employments.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::boarding_span::BoardingSpan;
use super::employment::Employment;
use super::enrolment::{DormitoryStay, Enrolment};
use super::group::{Group, GroupKind};
use super::id::PersonId;
use super::member::Member;
use super::person::Boarding;

#[derive(Debug, Clone, Copy)]
struct Span {
    group: Group,
    from: NaiveDate,
    to: Option<NaiveDate>,
}

/// Classes and dormitories of all people by day, and the staff.
#[derive(Debug, Clone, Default)]
pub struct Membership {
    spans: BTreeMap<PersonId, Vec<Span>>,
    boarders: BTreeMap<PersonId, Vec<BoardingSpan>>,
}

impl Membership {
    /// Looks up in these enrolments and stays.
    pub fn new(enrolments: &[Enrolment], stays: &[DormitoryStay]) -> Self {
        let classes = enrolments
            .iter()
            .map(|e| (e.person, Span { group: Group::Class(e.class), from: e.from, to: e.to }));
        let dormitories = stays
            .iter()
            .map(|s| (s.person, Span { group: Group::Dormitory(s.dormitory), from: s.from, to: s.to }));
        let mut spans: BTreeMap<PersonId, Vec<Span>> = BTreeMap::new();
        for (person, span) in classes.chain(dormitories) {
            spans.entry(person).or_default().push(span);
        }
        Self { spans, boarders: BTreeMap::new() }
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
            let span = Span { group: Group::Staff, from: it.from, to: it.to };
            self.spans.entry(it.person).or_default().push(span);
        }
        self
    }

    /// The class and dormitory of a person on a day.
    pub fn groups_on(&self, person: PersonId, day: NaiveDate) -> Vec<Group> {
        covering(self.spans.get(&person).map_or(&[], Vec::as_slice), day).collect()
    }

    /// The people of a group on a day; boarders are those with a dormitory or named as such.
    pub fn members(&self, group: Group, day: NaiveDate) -> Vec<Member> {
        let of = |(person, spans): (&PersonId, &Vec<Span>)| {
            let boarder =
                self.boarders.get(person).is_some_and(|own| own.iter().any(|span| span.covers(day)))
                    || covering(spans, day).any(|g| g.kind() == GroupKind::Dormitory);
            covering(spans, day).any(|g| g == group).then_some(Member { person: *person, boarder })
        };
        self.spans.iter().filter_map(of).collect()
    }
}

fn covering(spans: &[Span], day: NaiveDate) -> impl Iterator<Item = Group> {
    spans.iter().filter(move |s| s.from <= day && s.to.is_none_or(|to| day <= to)).map(|s| s.group)
}
