//! What can be done to the roster, as data.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::import::{ImportReport, ImportRequest};
use super::{ExportPart, FreeGroupOp, NewClass, NewPupil, NewStaff, PupilsOp, RosterOrder};
use crate::domain::id::{ClassId, OperationId, PersonId};
use crate::domain::person::{Boarding, Person};
use crate::domain::progress::Progress;
use crate::domain::school_class::ClassKind;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::promotion::PromotionRequest;
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
    /// A pupil or a member of staff leaves the school.
    Leave {
        /// Who.
        person: PersonId,
        /// First day without.
        on: NaiveDate,
    },
    /// A member of staff who has left comes back.
    Rejoin {
        /// Who.
        person: PersonId,
        /// First day.
        from: NaiveDate,
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
    /// Day pupil or boarder from a day on.
    SetBoarding {
        /// The pupil.
        person: PersonId,
        /// Which; `None`: not known.
        boarding: Option<Boarding>,
        /// First day.
        from: NaiveDate,
    },
    /// Room, boarding or 留守 of several pupils at once.
    Pupils(PupilsOp),
    /// The groups beside the classes; answers [`Answer::FreeGroup`].
    FreeGroup(FreeGroupOp),
    /// Kind and grade of a class.
    SetClassKind {
        /// The class.
        class: ClassId,
        /// Kind.
        kind: ClassKind,
        /// Grade; `None`: of several, or of none.
        grade: Option<u8>,
    },
    /// Grade of a pupil in the class of today.
    SetGrade {
        /// The pupil.
        person: PersonId,
        /// Grade.
        grade: u8,
    },
    /// 班主任
    SetTeacher {
        /// The class.
        class: ClassId,
        /// Name; `None`: not known.
        teacher: Option<String>,
    },
    /// The order of the lists of 名册 from now on.
    SetOrder(RosterOrder),
    /// A class more.
    AddClass(NewClass),
    /// A file; answers [`Answer::Imported`]. It is read and compared again, so that nothing old is written.
    Import(Box<ImportRequest>),
    /// Saves the report of an import: all of it as a PDF, or as a workbook the rows to be mended, read again from
    /// the file; answers [`Answer::Exported`]. What is not written yet counts with what the request decides.
    SaveImportReport(Arc<ImportReport>, Box<ImportRequest>, PathBuf),
    /// Prints the report of an import, in the same way; answers [`Answer::Exported`].
    PrintImportReport(Arc<ImportReport>, Box<ImportRequest>),
    /// The school goes up to a new year; answers [`Answer::Promoted`]. The plan is made again, so that nothing old
    /// is written.
    Promote(Box<PromotionRequest>),
    /// Takes the last promotion back; answers [`Answer::Undone`].
    UndoPromotion,
    /// Takes an import back; answers [`Answer::Undone`].
    UndoImport(OperationId),
    /// Writes the people of a day into a file; answers [`Answer::RosterExported`].
    Export(PathBuf, NaiveDate, ExportPart),
}

impl Book {
    /// Changes the roster.
    pub(in crate::ops) fn run_roster(
        &mut self,
        op: &RosterOp,
        progress: &mut dyn Progress,
    ) -> Result<Answer, OpError> {
        let done = |()| Answer::Done;
        match op {
            RosterOp::AddPupil(new) => self.add_pupil(new).map(Answer::Added),
            RosterOp::EditPerson(person) => self.edit_person(person).map(Answer::Added),
            RosterOp::AddStaff(new) => self.add_staff(new).map(Answer::Added),
            RosterOp::MoveClass { person, class, from } => self.move_class(*person, *class, *from).map(done),
            RosterOp::Leave { person, on } => self.leave_school(*person, *on).map(done),
            RosterOp::Rejoin { person, from } => self.rejoin(*person, *from).map(done),
            RosterOp::SetDormitory { person, room, from } => {
                self.set_dormitory(*person, room.as_deref(), *from).map(done)
            }
            RosterOp::SetBoarding { person, boarding, from } => {
                self.set_boarding(*person, *boarding, *from).map(done)
            }
            RosterOp::Pupils(op) => self.change_pupils(op).map(|_| Answer::Done),
            RosterOp::FreeGroup(op) => self.change_free_group(op).map(Answer::FreeGroup),
            RosterOp::SetClassKind { class, kind, grade } => {
                self.set_class_kind(*class, *kind, *grade).map(done)
            }
            RosterOp::SetGrade { person, grade } => self.set_grade(*person, *grade).map(done),
            RosterOp::SetTeacher { class, teacher } => self.set_teacher(*class, teacher.as_deref()).map(done),
            RosterOp::Import(request) => {
                let plan = self.review_import(request, progress)?;
                let summary = self.import(&plan, progress)?;
                let report = ImportReport::of(&plan, request.file_name(), &self.tr);
                Ok(Answer::Imported(Box::new(summary), Arc::new(report)))
            }
            RosterOp::SaveImportReport(report, request, path) => {
                let report = self.report_as_decided(report, request, progress)?;
                self.save_import_report(&report, request, path, progress).map(Answer::Exported)
            }
            RosterOp::PrintImportReport(report, request) => {
                let report = self.report_as_decided(report, request, progress)?;
                self.print_import_report(&report, progress).map(Answer::Exported)
            }
            RosterOp::Promote(request) => {
                self.promote(request, progress).map(|promoted| Answer::Promoted(Box::new(promoted)))
            }
            RosterOp::UndoPromotion => self.undo_promotion().map(|undone| Answer::Undone(Box::new(undone))),
            RosterOp::UndoImport(id) => {
                self.undo_import(Some(*id)).map(|undone| Answer::Undone(Box::new(undone)))
            }
            RosterOp::Export(path, date, part) => {
                self.export_roster(path, *date, *part).map(Answer::RosterExported)
            }
            RosterOp::SetOrder(order) => self.set_roster_order(*order).map(done),
            RosterOp::AddClass(new) => self.add_class(new).map(|_| Answer::Done),
        }
    }
}
