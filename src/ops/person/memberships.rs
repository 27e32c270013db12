//! Where somebody belonged from when to when: classes, rooms, groups, the staff, as a boarder or day pupil.

use super::{Belonging, MembershipLine};
use crate::domain::person::{Boarding, Person, PersonKind};
use crate::ops::book::Book;
use crate::ops::error::OpError;

impl Book {
    /// Every membership of a person, the one that began last first.
    pub(super) fn memberships(&self, person: &Person) -> Result<Vec<MembershipLine>, OpError> {
        let mut lines = Vec::new();
        if person.kind == PersonKind::Staff {
            for it in self.store.employments_of(person.id)? {
                let (name, number) = (self.tr.ops_staff(), Some(it.number));
                lines.push(MembershipLine { kind: Belonging::Staff, name, number, from: it.from, to: it.to });
            }
        }
        for it in self.store.enrolments_of(person.id)? {
            let name = self.store.class(it.class)?.map(|class| class.label).unwrap_or_default();
            let number = Some(it.seat_no);
            lines.push(MembershipLine { kind: Belonging::Class, name, number, from: it.from, to: it.to });
        }
        for it in self.store.boarding_of(person.id)? {
            let name = match it.kind {
                Boarding::Day => self.tr.person_day(),
                Boarding::Boarder => self.tr.person_boarder(),
            };
            let kind = Belonging::Boarding;
            lines.push(MembershipLine { kind, name, number: None, from: it.from, to: it.to });
        }
        let rooms = self.store.dormitories()?;
        for it in self.store.stays_of(person.id)? {
            let name = rooms.iter().find(|room| room.id == it.dormitory);
            let name = name.map(|room| room.label.clone()).unwrap_or_default();
            let kind = Belonging::Dormitory;
            lines.push(MembershipLine { kind, name, number: None, from: it.from, to: it.to });
        }
        let groups = self.store.free_groups()?;
        for it in self.store.free_groups_of(person.id)? {
            let name = groups.iter().find(|group| group.id == it.free_group);
            let name = name.map(|group| group.label.clone()).unwrap_or_default();
            let kind = Belonging::Group;
            lines.push(MembershipLine { kind, name, number: None, from: it.from, to: it.to });
        }
        lines.sort_by_key(|line| std::cmp::Reverse(line.from));
        Ok(lines)
    }
}
