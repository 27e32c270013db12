//! A promotion as it will be, for the window and the command line.

use chrono::NaiveDate;
use serde::Serialize;

use super::PromotionRequest;
use super::prepared::Prepared;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::promotion::{ClassFate, Destination, NewClass, OldClass, PupilMove, Reason};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::roster::words;

/// A school system to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SystemChoice {
    /// Id.
    pub id: String,
    /// Name in the book's language.
    pub name: String,
}

/// What a promotion will do, or has done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PromotionView {
    /// The old school year, by its 1 September.
    pub from_year: i32,
    /// The new school year.
    pub to_year: i32,
    /// The first day in the new classes.
    pub first_day: NaiveDate,
    /// Days until then; negative when it has begun.
    pub days_ahead: i64,
    /// Id of the school system.
    pub system: String,
    /// Whether it was chosen or cannot be another one; else it is asked for before anything is written.
    pub system_sure: bool,
    /// The school systems among which to choose, where it is not sure.
    pub system_fits: Vec<SystemChoice>,
    /// All school systems.
    pub systems: Vec<SystemChoice>,
    /// The old classes in list order.
    pub old: Vec<OldLine>,
    /// The classes of the new year that get pupils, in list order.
    pub new: Vec<NewLine>,
    /// Pupils in the old classes.
    pub before: usize,
    /// Those who go up.
    pub up: usize,
    /// Those who do the year again.
    pub held_back: usize,
    /// Those who leave.
    pub leaving: usize,
    /// Pupils for whose class somebody should look again.
    pub unsure: usize,
    /// Pupils whom sheets have counted in the new year already: they go on a later day.
    pub later: usize,
}

/// An old class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OldLine {
    /// Key.
    pub key: ClassId,
    /// Name.
    pub class: String,
    /// 班主任
    pub teacher: Option<String>,
    /// `up`, `into`, `stay`, `leave`.
    pub fate: &'static str,
    /// Whether it leaves unless something else is chosen.
    pub ends_here: bool,
    /// Names of the classes that it goes to as a whole.
    pub to: Vec<String>,
    /// Its pupils by seat.
    pub pupils: Vec<PupilLine>,
}

impl OldLine {
    /// Pupils who do not go where their class goes.
    pub fn apart(&self) -> usize {
        self.pupils.iter().filter(|pupil| pupil.reason != "with_class").count()
    }
}

/// A pupil.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PupilLine {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// 班内学号 in the old class.
    pub seat_no: u32,
    /// 男, 女
    pub sex: Option<&'static str>,
    /// Date of birth.
    pub birth: Option<NaiveDate>,
    /// Name of the new class; `None`: leaves.
    pub to: Option<String>,
    /// 班内学号 in the new class.
    pub to_seat: Option<u32>,
    /// `with_class`, `held_back`, `chosen`, `outgrown`.
    pub reason: &'static str,
    /// Several classes would do and the first was taken.
    pub unsure: bool,
    /// The first day in the new class, or without, where sheets have counted the pupil since the year began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
}

/// A class of the new year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct NewLine {
    /// Name.
    pub class: String,
    /// Whether the year has it already.
    pub existing: bool,
    /// Grade.
    pub grade: Option<u8>,
    /// Pupils in it already.
    pub before: usize,
    /// Pupils who come.
    pub coming: usize,
    /// 班主任
    pub teacher: Option<String>,
    /// Name of the old class that it continues.
    pub continues: Option<String>,
}

impl Book {
    /// What a promotion would do; nothing is changed.
    ///
    /// # Errors
    /// [`OpError::Promotion`] where there is nobody to promote or an earlier year comes first;
    /// [`OpError::NoSuchClass`], [`OpError::NoSuchPerson`] for choices that mean nobody here.
    pub fn promotion_view(&self, request: &PromotionRequest) -> Result<PromotionView, OpError> {
        Ok(self.view_of(&self.prepare_promotion(request)?))
    }

    pub(super) fn view_of(&self, prepared: &Prepared) -> PromotionView {
        let plan = &prepared.plan;
        let mut old: Vec<OldLine> = plan.old.iter().map(|class| old_line(prepared, class)).collect();
        for one in &plan.moves {
            let line = old.iter_mut().find(|line| line.key == one.from.class);
            if let (Some(line), Some(pupil)) = (line, pupil_line(prepared, one)) {
                line.pupils.push(pupil);
            }
        }
        let (before, leaving) = (plan.moves.len(), plan.leaving());
        let up = plan.moves.iter().filter(|one| rises(prepared, one)).count();
        PromotionView {
            from_year: plan.to_year - 1,
            to_year: plan.to_year,
            first_day: plan.first_day,
            days_ahead: (plan.first_day - self.today()).num_days(),
            system: prepared.system.id.clone(),
            system_sure: prepared.systems.is_empty(),
            system_fits: self
                .system_choices()
                .into_iter()
                .filter(|system| prepared.systems.contains(&system.id))
                .collect(),
            systems: self.system_choices(),
            old,
            new: plan.new.iter().map(|class| new_line(prepared, class)).collect(),
            before,
            up,
            // Whoever neither goes up nor leaves does the year again, alone or with the whole class.
            held_back: before.saturating_sub(up + leaving),
            leaving,
            unsure: plan.moves.iter().filter(|one| one.unsure).count(),
            later: prepared.later.len(),
        }
    }
}

/// Whether a pupil really goes up: a grade higher, or into a class of another name where no grade is known.
fn rises(prepared: &Prepared, one: &PupilMove) -> bool {
    let Destination::Class { at, grade, .. } = one.to else { return false };
    if one.reason == Reason::HeldBack {
        return false;
    }
    let old = prepared.snapshot.classes.get(&one.from.class);
    match (one.from.grade.or(old.and_then(|class| class.grade)), grade) {
        (Some(before), Some(grade)) => grade > before,
        _ => old.map(|class| &class.label) != prepared.plan.new.get(at).map(|class| &class.label),
    }
}

fn old_line(prepared: &Prepared, old: &OldClass) -> OldLine {
    let class = prepared.snapshot.classes.get(&old.id);
    OldLine {
        key: old.id,
        class: class.map(|class| class.label.clone()).unwrap_or_default(),
        teacher: class.and_then(|class| class.teacher.clone()),
        fate: match old.fate {
            ClassFate::Up => "up",
            ClassFate::Into(_) => "into",
            ClassFate::Stay => "stay",
            ClassFate::Leave => "leave",
        },
        ends_here: old.ends_here,
        to: old.labels.clone(),
        pupils: Vec::with_capacity(old.pupils),
    }
}

fn pupil_line(prepared: &Prepared, one: &PupilMove) -> Option<PupilLine> {
    let person = prepared.snapshot.people.get(&one.person)?;
    let (to, to_seat) = match one.to {
        Destination::Leaves => (None, None),
        Destination::Class { at, seat_no, .. } => (prepared.plan.new.get(at), Some(seat_no)),
    };
    Some(PupilLine {
        key: person.id,
        name: person.name.clone(),
        seat_no: one.from.seat_no,
        sex: person.sex.map(words::sex),
        birth: person.birth,
        to: to.map(|class| class.label.clone()),
        to_seat,
        reason: match one.reason {
            Reason::WithClass => "with_class",
            Reason::HeldBack => "held_back",
            Reason::Chosen => "chosen",
            Reason::Outgrown => "outgrown",
        },
        unsure: one.unsure,
        from: prepared.later.get(&one.person).copied(),
    })
}

fn new_line(prepared: &Prepared, class: &NewClass) -> NewLine {
    let continues = class.continues.and_then(|id| prepared.snapshot.classes.get(&id));
    NewLine {
        class: class.label.clone(),
        existing: class.existing.is_some(),
        grade: class.grade,
        before: class.before,
        coming: class.coming,
        teacher: class.teacher.clone(),
        continues: continues.map(|class| class.label.clone()),
    }
}
