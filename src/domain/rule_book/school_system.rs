//! School systems of `assets/rules/school_systems.toml`: how far a school goes and who leaves it.

use serde::{Deserialize, Serialize};

use super::bilingual::Bilingual;
use crate::domain::preschool::Kindergarten;
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
        self.year_of(&class.label, class.grade)
    }

    /// The same of a class by its name and the grade that the name gives it.
    pub fn year_of(&self, label: &str, grade: Option<u8>) -> Option<u8> {
        let junior = label.trim_start().starts_with('初');
        let early = if junior { self.years_early() } else { 0 };
        grade.map(|grade| grade.saturating_sub(early))
    }

    /// How many years 初一 comes before grade 7.
    pub fn years_early(&self) -> u8 {
        JUNIOR_FIRST.saturating_sub(self.junior_first)
    }

    /// The same where 小班, 中班 and 大班 count as the years before school.
    fn grade_among(&self, class: &SchoolClass, young: &Kindergarten) -> Option<u8> {
        young.year_of(class).map(|_| 0).or_else(|| self.grade_of(class))
    }

    /// Whether it has 一年级.
    pub fn has_school(&self) -> bool {
        (self.grades.0..=self.grades.1).contains(&1)
    }

    /// The systems whose grades hold all of these classes, the narrowest first: 初四 is in the five-four system only,
    /// and a primary school does not go on to 初三. Without classes all, as they stand in the file.
    pub fn fitting<'a>(systems: &'a [Self], classes: &[&SchoolClass]) -> Vec<&'a Self> {
        let young = Kindergarten::of(classes.iter().copied());
        let holds = |system: &&Self| {
            let (first, last) = system.grades;
            classes
                .iter()
                .filter_map(|class| system.grade_among(class, &young))
                .all(|grade| (first..=last).contains(&grade))
        };
        let mut fitting: Vec<&Self> = systems.iter().filter(holds).collect();
        if classes.iter().any(|class| class.grade.is_some() || young.year_of(class).is_some()) {
            fitting.sort_by_key(|system| system.grades.1 - system.grades.0);
        }
        fitting
    }

    /// Whether the two would let other classes of these leave, for schools that begin with the same grade and end a
    /// grade apart: five grades of a primary school may be all of it, or a six-year one without a last grade.
    pub fn leaves_others(&self, other: &Self, classes: &[&SchoolClass]) -> bool {
        let near = self.grades.0 == other.grades.0 && self.grades.1.abs_diff(other.grades.1) == 1;
        let young = Kindergarten::of(classes.iter().copied());
        let leaves = |system: &Self, class: &&&SchoolClass| {
            system.grade_among(class, &young).is_some_and(|grade| system.leaves(grade))
        };
        near && classes.iter().any(|class| leaves(self, &class) != leaves(other, &class))
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
