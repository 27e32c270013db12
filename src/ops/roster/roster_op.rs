//! What can be done to the roster, as data.

use chrono::NaiveDate;

use super::{NewClass, NewPupil, NewStaff};
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::Person;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::request::Answer;

/// A change of the roster.
#[derive(Debug, Clone, PartialEq)]
pub enum RosterOp {
    /// A pupil joins; answers [`Answer::Added`].
    AddPupil(Box<NewPupil>),
    /// A person's data; answers [`Answer::Added`].
    EditPerson(Box<Person>),
    /// A member of staff joins; answers [`Answer::Added`].
    AddStaff(NewStaff),
    /// A pupil changes class.
    MoveClass {
        /// The pupil.
        person: PersonId,
        /// The class.
        class: ClassId,
        /// First day in it.
        from: NaiveDate,
    },
    /// A pupil leaves the school.
    Leave {
        /// The pupil.
        person: PersonId,
        /// First day without the pupil.
        on: NaiveDate,
    },
    /// A boarder gets a room, or none.
    SetDormitory {
        /// The boarder.
        person: PersonId,
        /// Name of the room.
        room: Option<String>,
        /// First night there.
        from: NaiveDate,
    },
    /// 班主任
    SetTeacher {
        /// The class.
        class: ClassId,
        /// Name; `None`: not known.
        teacher: Option<String>,
    },
    /// A class more.
    AddClass(NewClass),
}

impl Book {
    /// Changes the roster.
    pub(in crate::ops) fn run_roster(&mut self, op: &RosterOp) -> Result<Answer, OpError> {
        let done = |()| Answer::Done;
        match op {
            RosterOp::AddPupil(new) => self.add_pupil(new).map(Answer::Added),
            RosterOp::EditPerson(person) => self.edit_person(person).map(Answer::Added),
            RosterOp::AddStaff(new) => self.add_staff(new).map(Answer::Added),
            RosterOp::MoveClass { person, class, from } => self.move_class(*person, *class, *from).map(done),
            RosterOp::Leave { person, on } => self.leave_school(*person, *on).map(done),
            RosterOp::SetDormitory { person, room, from } => {
                self.set_dormitory(*person, room.as_deref(), *from).map(done)
            }
            RosterOp::SetTeacher { class, teacher } => self.set_teacher(*class, teacher.as_deref()).map(done),
            RosterOp::AddClass(new) => self.add_class(new).map(|_| Answer::Done),
        }
    }
}
