//! Where the person of a case belonged on a day, and the class in figures.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::illness_case::{CasePlace, ClassFigures};
use crate::domain::person::{Boarding, Sex};
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::ops::book::Book;
use crate::ops::error::OpError;

impl Book {
    /// Class, room and boarding of a person on a day.
    pub(super) fn case_place(&self, person: PersonId, day: NaiveDate) -> Result<CasePlace, OpError> {
        let class = self.store.enrolments_of(person)?.into_iter().find(|e| e.covers(day)).map(|e| e.class);
        let stay = self.store.stays_of(person)?.into_iter().find(|stay| stay.covers(day));
        let room = match stay {
            Some(stay) => Some(self.group_info(Group::Dormitory(stay.dormitory))?.label),
            None => None,
        };
        let boarding = self.store.boarding_of(person)?.into_iter().find(|span| span.covers(day));
        Ok(CasePlace {
            class,
            boarding: boarding.map(|span| span.kind),
            room,
            figures: class.map(|class| self.class_figures(class, day)).transpose()?.unwrap_or_default(),
        })
    }

    fn class_figures(&self, class: ClassId, day: NaiveDate) -> Result<ClassFigures, OpError> {
        let pupils = self.store.pupils_in(class, day)?;
        let of = |sex| pupils.iter().filter(|(_, pupil)| pupil.sex == Some(sex)).count();
        let people: BTreeSet<PersonId> = pupils.iter().map(|(_, pupil)| pupil.id).collect();
        let boarding = self.store.boarding_on(day, &people)?;
        let morning = SheetKey { group: Group::Class(class), date: day, session: Session::Morning };
        let sheet = self.store.sheet(morning)?;
        let absent = sheet.findings.values().filter(|finding| finding.attendance.is_absent()).count();
        Ok(ClassFigures {
            pupils: pupils.len(),
            boys: of(Sex::Male),
            girls: of(Sex::Female),
            boarders: boarding.values().filter(|kind| **kind == Boarding::Boarder).count(),
            absent: sheet.confirmed_at.map(|_| absent),
        })
    }
}
