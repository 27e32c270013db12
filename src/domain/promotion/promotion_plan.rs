//! What a promotion will do.

use chrono::NaiveDate;

use crate::domain::enrolment::Enrolment;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::school_class::ClassKind;

use super::class_fate::ClassFate;

/// The plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PromotionPlan {
    /// The new school year, by its 1 September.
    pub to_year: i32,
    /// The first day in the new classes; the day before is the last in the old ones.
    pub first_day: NaiveDate,
    /// The old classes that have pupils, in list order.
    pub old: Vec<OldClass>,
    /// The classes of the new year that get pupils, in list order.
    pub new: Vec<NewClass>,
    /// Every pupil once, by old class and seat.
    pub moves: Vec<PupilMove>,
}

impl PromotionPlan {
    /// Pupils who leave the school.
    pub fn leaving(&self) -> usize {
        self.moves.iter().filter(|one| one.to == Destination::Leaves).count()
    }

    /// Pupils with that reason.
    pub fn count(&self, reason: Reason) -> usize {
        self.moves.iter().filter(|one| one.reason == reason).count()
    }
}

/// An old class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldClass {
    /// Key.
    pub id: ClassId,
    /// Pupils whom the plan moves.
    pub pupils: usize,
    /// What becomes of it.
    pub fate: ClassFate,
    /// Whether it leaves unless something else is chosen.
    pub ends_here: bool,
    /// Names of the classes that it goes to as a whole; empty where it leaves.
    pub labels: Vec<String>,
}

/// A class of the new year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewClass {
    /// Its key if the year has it already.
    pub existing: Option<ClassId>,
    /// Name as the school writes it.
    pub label: String,
    /// Kind.
    pub kind: ClassKind,
    /// Grade as in [`crate::domain::school_class::SchoolClass`].
    pub grade: Option<u8>,
    /// Number within the grade.
    pub class_no: Option<u16>,
    /// Place in every list.
    pub sort_order: u32,
    /// 班主任 who goes up with the class.
    pub teacher: Option<String>,
    /// The old class that it continues.
    pub continues: Option<ClassId>,
    /// Pupils who are in it already.
    pub before: usize,
    /// Pupils who come with this plan.
    pub coming: usize,
}

/// Why a pupil goes where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// With the class.
    WithClass,
    /// 留级
    HeldBack,
    /// Chosen for this pupil.
    Chosen,
    /// Out of a 复式班 that does not hold the next grade.
    Outgrown,
}

/// Where a pupil goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Destination {
    /// A class of [`PromotionPlan::new`].
    Class {
        /// Its place in the list.
        at: usize,
        /// Grade of the pupil.
        grade: Option<u8>,
        /// 班内学号
        seat_no: u32,
    },
    /// Out of the school with the last day of the old year.
    Leaves,
}

/// One pupil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PupilMove {
    /// The pupil.
    pub person: PersonId,
    /// The enrolment that ends.
    pub from: Enrolment,
    /// Where to.
    pub to: Destination,
    /// Why.
    pub reason: Reason,
    /// Several classes would do and the first was taken: somebody should look at it.
    pub unsure: bool,
}

impl PupilMove {
    /// The first day in the new class.
    pub fn first_day(&self, year_begins: NaiveDate) -> NaiveDate {
        self.from.from.max(year_begins)
    }
}
