//! 错峰返校: who comes back on which day.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::group::Group;
use crate::domain::id::{BatchId, ClassId};

/// What is written down of a batch.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct BatchBody {
    /// Name: 第一批.
    pub name: String,
    /// Whole grades.
    #[serde(default)]
    pub grades: BTreeSet<u8>,
    /// Single classes.
    #[serde(default)]
    pub classes: BTreeSet<ClassId>,
    /// The staff.
    #[serde(default)]
    pub staff: bool,
    /// 备注: gate, hour …
    #[serde(default)]
    pub note: Option<String>,
}

impl BatchBody {
    /// Whether a group comes back with it.
    pub fn has(&self, group: Group, grade: Option<u8>) -> bool {
        match group {
            Group::Class(class) => {
                self.classes.contains(&class) || grade.is_some_and(|grade| self.grades.contains(&grade))
            }
            Group::Staff => self.staff,
            Group::Dormitory(_) => false,
        }
    }
}

/// A batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnBatch {
    /// Key.
    pub id: BatchId,
    /// The day on which it comes back.
    pub day: NaiveDate,
    /// The rest.
    pub body: BatchBody,
}
