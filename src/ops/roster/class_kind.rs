//! Kind and grade of a class, grade of a pupil: where names do not tell them, the clerk does.

use serde_json::json;

use crate::domain::id::{ClassId, PersonId};
use crate::domain::school_class::{ClassKind, SchoolClass};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::EnrolmentRow;

/// The highest grade, 高三.
const LAST_GRADE: u8 = 12;

impl Book {
    /// Sets kind and grade of a class: 0 is 学前, `None` a class of several grades or of none. Its pupils of now get
    /// the grade; in a class of several grades each keeps the own one.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for a grade that is none, or one of a 复式班.
    pub fn set_class_kind(
        &mut self,
        class: ClassId,
        kind: ClassKind,
        grade: Option<u8>,
    ) -> Result<(), OpError> {
        let missing = || OpError::NoSuchClass { given: class.to_string() };
        let before = self.store.class(class)?.ok_or_else(missing)?;
        let wrong = grade.filter(|grade| *grade > LAST_GRADE || kind == ClassKind::MultiGrade);
        if let Some(grade) = wrong {
            return Err(OpError::BadValue { field: "grade", given: grade.to_string() });
        }
        let today = self.today();
        let pupils: Vec<EnrolmentRow> = self
            .store
            .enrolments()?
            .into_iter()
            .filter(|e| e.class == class && e.to.is_none_or(|to| to >= today))
            .map(EnrolmentRow::from)
            .collect();
        let after = SchoolClass { kind, grade, ..before };
        self.act("class_kind", json!({ "class": after.label }), |act, _| {
            let _ = act.put(&after)?;
            for pupil in pupils.iter().filter(|_| grade.is_some()) {
                let _ = act.put(&EnrolmentRow { grade, ..pupil.clone() })?;
            }
            Ok(())
        })
    }

    /// Sets the grade of a pupil in the class of today: one of a 复式班, or who learns ahead of the class.
    ///
    /// # Errors
    /// [`OpError::NotAMember`] for who is in no class today, [`OpError::BadValue`] for a grade that is none.
    pub fn set_grade(&mut self, person: PersonId, grade: u8) -> Result<(), OpError> {
        if grade > LAST_GRADE {
            return Err(OpError::BadValue { field: "grade", given: grade.to_string() });
        }
        let today = self.today();
        let enrolment = self.store.enrolments_of(person)?.into_iter().find(|e| e.covers(today));
        let row = EnrolmentRow::from(enrolment.ok_or(OpError::NotAMember)?);
        self.act("grade", json!({}), |act, _| {
            Ok(act.put(&EnrolmentRow { grade: Some(grade), ..row }).map(drop)?)
        })
    }
}
