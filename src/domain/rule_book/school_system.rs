//! School systems of `assets/rules/school_systems.toml`: how far a school goes and who leaves it.

use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;
use crate::domain::school_class::SchoolClass;

/// The grade that 初一 means in the names of classes; see [`crate::domain::class_label::ClassLabel`].
const JUNIOR_FIRST: u8 = 7;

/// A school system: six-three, five-four, nine-year and others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolSystem {
    /// Stable name: `primary-six`.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// First and last grade; 0 is 学前班, 10 to 12 are 高中.
    pub grades: (u8, u8),
    /// Grades whose pupils leave the school at the end of the year.
    pub leaving: Vec<u8>,
    /// The grade that 初一 means: 7, in the five-four system 6.
    pub junior_first: u8,
    /// Id of the source.
    pub source: String,
}

impl SchoolSystem {
    /// Whether pupils of a grade leave the school at the end of the year.
    pub fn leaves(&self, grade: u8) -> bool {
        self.leaving.contains(&grade)
    }

    /// The year of school that a class is in. The names of classes count 初一 as grade 7, which is one too
    /// many in the five-four system.
    pub fn grade_of(&self, class: &SchoolClass) -> Option<u8> {
        let junior = class.label.trim_start().starts_with('初');
        let early = if junior { JUNIOR_FIRST.saturating_sub(self.junior_first) } else { 0 };
        class.grade.map(|grade| grade.saturating_sub(early))
    }

    /// The first system whose grades hold all of these; `None` where none does.
    pub fn fitting<'a>(systems: &'a [Self], grades: &[u8]) -> Option<&'a Self> {
        systems.iter().find(|system| {
            let (first, last) = system.grades;
            grades.iter().all(|grade| (first..=last).contains(grade))
        })
    }
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct SystemFile {
    #[serde(rename = "version")]
    _version: String,
    pub systems: Vec<SchoolSystem>,
}
