//! The promotion is written: new classes, the end of the old enrolments and the new ones, as one act.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;

use super::PromotionRequest;
use super::prepared::{Prepared, SYSTEM};
use super::promotion_view::PromotionView;
use super::taught;
use crate::domain::calendar::Term;
use crate::domain::enrolment::Enrolment;
use crate::domain::id::{ClassId, IdSource, PersonId};
use crate::domain::person::PersonKind;
use crate::domain::progress::{Progress, Stage};
use crate::domain::promotion::{Destination, PromotionError, PupilMove, Reason};
use crate::domain::school_class::SchoolClass;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::roster::leave;
use crate::storage::{Act, EnrolmentRow, ImportedValue, Setting};

/// Pupils between two reports of progress.
const STEP: usize = 32;

/// A promotion that was done.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Promoted {
    /// What it did.
    #[serde(flatten)]
    pub view: PromotionView,
    /// The terms that are proposed for the new year.
    pub terms: Vec<Term>,
    /// Whether these terms were set already.
    pub terms_set: bool,
}

impl Book {
    /// Promotes the school as one act, after a verified backup. Old classes and enrolments before the first day
    /// stay; pupils who are in a class of the new year already are left alone.
    ///
    /// # Errors
    /// As [`Self::promotion_view`]; [`OpError::Cancelled`] if the work was stopped, with nothing changed.
    pub fn promote(
        &mut self,
        request: &PromotionRequest,
        progress: &mut dyn Progress,
    ) -> Result<Promoted, OpError> {
        progress.report(Stage::Comparing, 0, 1)?;
        let prepared = self.prepare_promotion(request)?;
        if !prepared.systems.is_empty() {
            return Err(PromotionError::WhichSystem.into());
        }
        let view = self.view_of(&prepared);
        let (terms, terms_set) = self.next_terms(view.to_year)?;
        progress.report(Stage::BackingUp, 0, 1)?;
        let _ = self.back_up("promote")?;
        let mut imported: BTreeMap<PersonId, ImportedValue> =
            self.store.imported_values()?.into_iter().map(|value| (value.person, value)).collect();
        let staff = self.store.people(PersonKind::Staff)?;
        let year = format!("{}-{}", view.to_year, view.to_year + 1);
        let chosen =
            request.system.is_some().then(|| Setting::new(SYSTEM, &prepared.system.id)).transpose()?;
        self.act("promote", json!({ "count": view.before, "year": year }), |act, ids| {
            if let Some(system) = &chosen {
                let _ = act.put(system)?;
            }
            let classes = write_classes(act, ids, &prepared)?;
            taught::raise(act, &prepared, staff, &mut imported)?;
            let mut writer = Writer { act, prepared: &prepared, classes, imported };
            for (at, one) in prepared.plan.moves.iter().enumerate() {
                if at % STEP == 0 {
                    progress.report(Stage::Saving, at, prepared.plan.moves.len())?;
                }
                writer.pupil(one)?;
            }
            Ok::<_, OpError>(())
        })?;
        Ok(Promoted { view, terms, terms_set })
    }
}

/// Makes the classes that the new year does not have yet. Answers the keys of all.
fn write_classes(
    act: &mut Act<'_>,
    ids: &mut dyn IdSource,
    prepared: &Prepared,
) -> Result<Vec<ClassId>, OpError> {
    let plan = &prepared.plan;
    let mut keys = Vec::with_capacity(plan.new.len());
    for new in &plan.new {
        let known = new.existing.and_then(|id| prepared.snapshot.classes.get(&id)).cloned();
        let class = match known {
            Some(class) => SchoolClass { continues: new.continues, teacher: new.teacher.clone(), ..class },
            None => SchoolClass {
                id: ClassId(ids.next()),
                school_year: plan.to_year,
                label: new.label.clone(),
                kind: new.kind,
                grade: new.grade,
                class_no: new.class_no,
                sort_order: new.sort_order,
                teacher: new.teacher.clone(),
                continues: new.continues,
            },
        };
        let _ = act.put(&class)?;
        keys.push(class.id);
    }
    Ok(keys)
}

struct Writer<'w, 'a> {
    act: &'w mut Act<'a>,
    prepared: &'w Prepared,
    /// Keys of the new classes in the order of the plan.
    classes: Vec<ClassId>,
    imported: BTreeMap<PersonId, ImportedValue>,
}

impl Writer<'_, '_> {
    fn pupil(&mut self, one: &PupilMove) -> Result<(), OpError> {
        let from_day = self.prepared.first_day(one);
        let Destination::Class { at, grade, seat_no } = one.to else {
            return leave(self.act, one.person, from_day);
        };
        let Some(class) = self.classes.get(at).copied() else { return Ok(()) };
        self.end_old(one.person, from_day)?;
        let to_day = one.from.to;
        let row = EnrolmentRow { person: one.person, class, grade, seat_no, from_day, to_day };
        let _ = self.act.put(&row)?;
        self.remember(one, class)
    }

    /// What goes on into the new year ends the day before; what would only begin then never was.
    fn end_old(&mut self, person: PersonId, first_day: NaiveDate) -> Result<(), OpError> {
        let goes_on = |old: &&Enrolment| old.to.is_none_or(|to| to >= first_day);
        for old in self.prepared.snapshot.enrolments(person).iter().filter(goes_on) {
            let row = EnrolmentRow::from(old.clone());
            let _ = if old.from >= first_day {
                self.act.remove(&row)?
            } else {
                self.act.put(&EnrolmentRow { to_day: first_day.pred_opt(), ..row })?
            };
        }
        Ok(())
    }

    /// Who goes up with the class does so in the eyes of the next import too: it is no change by hand.
    fn remember(&mut self, one: &PupilMove, class: ClassId) -> Result<(), OpError> {
        let with_class = matches!(one.reason, Reason::WithClass | Reason::Outgrown);
        let Some(value) = self.imported.get_mut(&one.person).filter(|_| with_class) else { return Ok(()) };
        if value.fields.get("class") == Some(&json!(one.from.class)) {
            let _ = value.fields.insert("class".to_owned(), json!(class));
            let _ = self.act.put(&*value)?;
        }
        Ok(())
    }
}
