//! What a class is called a year later, and whether it leaves.

use super::super::{kindergarten_step, label_step};
use super::Planner;
use crate::domain::class_label::ClassLabel;
use crate::domain::school_class::{ClassKind, SchoolClass};

impl<'a> Planner<'a> {
    /// The grade of a class; 小班, 中班 and 大班 have none, whatever a name such as 小一班 says.
    pub(super) fn grade_of(&self, class: &SchoolClass) -> Option<u8> {
        class.grade.filter(|_| self.young.year_of(class).is_none())
    }

    /// Whether a class leaves unless something else is chosen: the last grade, and 大班 of a school without 一年级.
    pub(super) fn ends_here(&self, class: &SchoolClass) -> bool {
        match self.young.year_of(class) {
            Some((year, _)) => {
                let older = kindergarten_step::named(class, &self.classes_of_groups(), &self.young);
                year.next().is_none() && older.is_none() && !self.system.has_school()
            }
            None => self.system.grade_of(class).is_some_and(|grade| self.system.leaves(grade)),
        }
    }

    fn classes_of_groups(&self) -> Vec<&'a SchoolClass> {
        self.groups.iter().map(|group| group.class).collect()
    }

    /// The name of a class a year later: names by year of entry and names without a grade stay; else the name that
    /// the school itself gives to the same class of the next grade, else the own one with its grade raised.
    pub(super) fn next_name(&self, class: &SchoolClass) -> String {
        let beginning = kindergarten_step::begins_school(class, &self.young);
        if let Some(number) = beginning.or_else(|| self.young.year_of(class).map(|(_, number)| number)) {
            let named = kindergarten_step::named(class, &self.classes_of_groups(), &self.young);
            // From here on they are like a 学前班 that goes into 一年级.
            let own = ClassLabel::ordinary(0, number);
            let (label, kind, grade) = (own.full(), own.kind, own.grade);
            let first = SchoolClass { label, kind, grade, class_no: number, ..class.clone() };
            return named.unwrap_or_else(|| self.next_name(&first));
        }
        let Some(year) = self.system.grade_of(class) else {
            return class.label.clone();
        };
        if ClassLabel::cohort(&class.label).is_some() {
            return class.label.clone();
        }
        let stepped = label_step::step(&class.label, class.school_year, self.system.years_early());
        if class.kind != ClassKind::Ordinary {
            return stepped.unwrap_or_else(|| class.label.clone());
        }
        let alone = !self.ordinary().any(|other| other.grade == class.grade && other.id != class.id);
        let number = class.class_no.or_else(|| alone.then_some(1));
        let next = || self.ordinary().filter(|other| self.system.grade_of(other) == Some(year + 1));
        let same = next()
            .find(|other| other.class_no == class.class_no)
            .or_else(|| next().find(|other| other.class_no == number && class.class_no.is_none()));
        if let Some(same) = same {
            return same.label.clone();
        }
        // 六年级(3)班 becomes 初一(3)班 where the school says 初一.
        let stage = |label: &str| label.chars().next().filter(|c| ['初', '高', '小'].contains(c));
        let template = next()
            .find(|other| stepped.is_none() || stage(&other.label) != stage(&class.label))
            .and_then(|other| label_step::renumber(&other.label, class.class_no?, class.school_year));
        template.or(stepped).unwrap_or_else(|| {
            ClassLabel { grade: Some(year + 1), class_no: class.class_no, kind: class.kind }.full()
        })
    }

    /// The ordinary classes of the old year whose names go by grade.
    fn ordinary(&self) -> impl Iterator<Item = &'a SchoolClass> {
        let by_grade = move |class: &&SchoolClass| {
            let by_name = ClassLabel::cohort(&class.label).is_none() && self.young.year_of(class).is_none();
            class.kind == ClassKind::Ordinary && by_name
        };
        self.groups.iter().map(|group| group.class).filter(by_grade)
    }
}
