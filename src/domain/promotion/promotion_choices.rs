//! What a person has chosen for a promotion.

use std::collections::BTreeMap;

use super::class_fate::{ClassFate, PupilFate};
use crate::domain::id::{ClassId, PersonId};

/// The choices; what is not named happens as usual.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromotionChoices {
    /// Classes of the old year.
    pub classes: BTreeMap<ClassId, ClassFate>,
    /// Pupils.
    pub pupils: BTreeMap<PersonId, PupilFate>,
    /// 班主任 stay behind: the new classes get none. Otherwise they go up with their class.
    pub new_teachers: bool,
    /// Pupils keep their 班内学号 where it is free. Otherwise each new class counts from 1.
    pub keep_seats: bool,
}
