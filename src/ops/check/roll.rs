//! The groups of a day, and how many people each session counts in them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::group::GroupInfo;
use crate::domain::calendar::Calendar;
use crate::domain::group::{Group, GroupKind};
use crate::domain::rule_book::{RuleBook, Who};
use crate::domain::session::Session;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// A group at a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ops) struct Owing {
    /// The group with its names.
    pub info: GroupInfo,
    /// People whom the session counts in it.
    pub head_count: usize,
    /// Whether it owes a sheet.
    pub due: bool,
}

/// People of a group.
#[derive(Debug, Clone, Copy, Default)]
struct Heads {
    all: usize,
    boarders: usize,
    /// Boarders who have a room.
    housed: usize,
}

/// The groups of a day: classes, dormitories, the staff, each in list order.
pub(in crate::ops) struct Roll<'a> {
    rules: &'a RuleBook,
    calendar: Calendar,
    date: NaiveDate,
    groups: Vec<(GroupInfo, Heads)>,
}

impl Roll<'_> {
    /// The calendar that holds for the day.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Whether the school has any class.
    pub fn has_classes(&self) -> bool {
        self.groups.iter().any(|(info, _)| info.group.kind() == GroupKind::Class)
    }

    /// Whether anybody is in a class.
    pub fn has_pupils(&self) -> bool {
        self.groups.iter().any(|(info, heads)| info.group.kind() == GroupKind::Class && heads.all > 0)
    }

    /// All groups at a session, those among them that have nobody or owe nothing.
    pub fn all(&self, session: Session) -> impl Iterator<Item = Owing> {
        self.groups.iter().map(move |(info, heads)| self.owing(info, *heads, session))
    }

    /// The groups that a session is about, in the order in which they are listed. Classes are there even if
    /// they owe nothing, so that each keeps its place, unless dormitories are checked in their stead.
    pub fn of(&self, session: Session) -> Vec<Owing> {
        let rooms = self.calendar.rooms_come_first(session, self.date, self.rules);
        let kinds = match self.calendar.checked_kinds(session, self.date, self.rules) {
            // Nobody owes the register of the whole day, and everybody may stand in it.
            [] if session == Session::AllDay => &[GroupKind::Class, GroupKind::Staff][..],
            [] => &[GroupKind::Class][..],
            kinds => kinds,
        };
        let shown =
            |owing: &Owing| owing.head_count > 0 || owing.info.group.kind() == GroupKind::Class && !rooms;
        let of_kind = |kind: &GroupKind| {
            let kind = *kind;
            self.all(session).filter(move |owing| owing.info.group.kind() == kind)
        };
        kinds.iter().flat_map(of_kind).filter(shown).collect()
    }

    fn owing(&self, info: &GroupInfo, heads: Heads, session: Session) -> Owing {
        let kind = info.group.kind();
        let boarders = self.rules.session(session).is_some_and(|entry| entry.who == Who::Boarders);
        let mut head_count = if boarders { heads.boarders } else { heads.all };
        if kind == GroupKind::Class && self.calendar.rooms_come_first(session, self.date, self.rules) {
            head_count = head_count.saturating_sub(heads.housed);
        }
        let due = head_count > 0 && self.calendar.is_due(kind, session, self.date, self.rules);
        Owing { info: info.clone(), head_count, due }
    }
}

impl Book {
    /// The groups that a session is about, as [`Roll::of`] lists them. Classes alone are listed whoever is in them, so
    /// that nobody has to be counted.
    pub(in crate::ops) fn listed_groups(
        &self,
        date: NaiveDate,
        session: Session,
    ) -> Result<Vec<GroupInfo>, OpError> {
        let calendar = self.calendar(date)?;
        let classes_alone = session != Session::AllDay
            && matches!(calendar.checked_kinds(session, date, &self.rules), [] | [GroupKind::Class]);
        if classes_alone && !calendar.rooms_come_first(session, date, &self.rules) {
            return self.class_groups(date);
        }
        Ok(self.roll(date)?.of(session).into_iter().map(|owing| owing.info).collect())
    }

    /// The groups of a day.
    pub(in crate::ops) fn roll(&self, date: NaiveDate) -> Result<Roll<'_>, OpError> {
        let calendar = self.calendar(date)?;
        let counts = self.head_counts(date)?;
        let housed: BTreeMap<_, _> = self.store.housed_counts(date)?.into_iter().collect();
        let class = |info: GroupInfo| {
            let (all, boarders) = counts.get(&info.group).copied().unwrap_or_default();
            let housed = match info.group {
                Group::Class(id) => housed.get(&id).copied().unwrap_or_default(),
                Group::Dormitory(_) | Group::Staff => 0,
            };
            (info, Heads { all, boarders, housed })
        };
        let mut groups: Vec<_> = self.class_groups(date)?.into_iter().map(class).collect();
        let rooms: BTreeMap<_, _> = self.store.room_counts(date)?.into_iter().collect();
        groups.extend(self.store.dormitories()?.into_iter().map(|room| {
            let all = rooms.get(&room.id).copied().unwrap_or_default();
            (GroupInfo::of_room(room), Heads { all, boarders: all, housed: 0 })
        }));
        let all = self.store.staff_count(date)?;
        groups.push((self.group_info(Group::Staff)?, Heads { all, boarders: 0, housed: 0 }));
        Ok(Roll { rules: &self.rules, calendar, date, groups })
    }
}
