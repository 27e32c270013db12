//! Classes of one school year.

use serde::{Deserialize, Serialize};

use super::id::ClassId;

/// What kind of class it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClassKind {
    /// 普通班
    #[default]
    Ordinary,
    /// 复式班: several grades in one room.
    MultiGrade,
    /// 教学点
    TeachingPoint,
    /// Pupils without a class.
    NoClass,
}

/// A class of one school year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolClass {
    /// Key.
    pub id: ClassId,
    /// School year it belongs to, by the year of its 1 September: 2025 is 2025-2026.
    pub school_year: i32,
    /// Name as the school writes it: `三年级(2)班`.
    pub label: String,
    /// Kind.
    pub kind: ClassKind,
    /// Grade: 0 is 学前班, 1 to 9; `None` where the class spans grades or the name tells none.
    pub grade: Option<u8>,
    /// Number within the grade; `None` where a grade has one unnamed class.
    pub class_no: Option<u16>,
    /// Place in every list, from 1.
    pub sort_order: u32,
    /// 班主任
    pub teacher: Option<String>,
    /// The class of the year before that this one continues.
    pub continues: Option<ClassId>,
}
