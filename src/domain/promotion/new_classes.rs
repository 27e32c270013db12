//! The classes of the new year: those that are there, and those that the plan makes.

use std::collections::BTreeMap;

use super::label_step;
use super::multi_grade::grades_told;
use super::promotion_plan::NewClass;
use crate::domain::class_label::ClassLabel;
use crate::domain::class_lookup;
use crate::domain::id::ClassId;
use crate::domain::person_name::half_width;
use crate::domain::school_class::{ClassKind, SchoolClass};

/// Finds classes of the new year by name or grade, and plans those that are missing.
#[derive(Debug)]
pub(super) struct NewClasses {
    to_year: i32,
    pub list: Vec<NewClass>,
    /// Names of the ordinary classes of the old year: the spelling of the school.
    spellings: Vec<String>,
}

impl NewClasses {
    /// Starts with the classes that the new year has; `before`: who is in them already.
    pub fn new(to_year: i32, classes: &[SchoolClass], before: &BTreeMap<ClassId, usize>) -> Self {
        let known = classes.iter().filter(|class| class.school_year == to_year);
        let list = known.map(|class| NewClass {
            existing: Some(class.id),
            label: class.label.clone(),
            kind: class.kind,
            grade: class.grade,
            class_no: class.class_no,
            sort_order: class.sort_order,
            teacher: class.teacher.clone(),
            continues: class.continues,
            before: before.get(&class.id).copied().unwrap_or_default(),
            coming: 0,
        });
        let ordinary = |class: &&SchoolClass| {
            class.school_year == to_year - 1
                && class.kind == ClassKind::Ordinary
                && ClassLabel::cohort(&class.label).is_none()
        };
        let spellings = classes.iter().filter(ordinary).map(|class| class.label.clone()).collect();
        Self { to_year, list: list.collect(), spellings }
    }

    /// The class of that name, planned if there is none. `like` is the old class from which pupils come, `grade`
    /// what the class has where its name does not tell.
    pub fn of_name(&mut self, label: &str, like: &SchoolClass, grade: Option<u8>) -> usize {
        // `41` where no class is called so: 四（1）.
        let digits = ClassLabel::parse(label, self.to_year).is_none();
        let told = class_lookup::read(label, self.to_year).filter(|_| digits && !self.is_written(label));
        let read = told.map(|told| told.short());
        let label = read.as_deref().unwrap_or(label).trim();
        if let Some(at) = self.list.iter().position(|class| self.is_same(class, label)) {
            return at;
        }
        let written = self.spelled(label);
        let label = written.as_str();
        let told = ClassLabel::parse(label, self.to_year);
        let kept = if label == like.label { like.kind } else { ClassKind::Ordinary };
        let by_name = told.filter(|_| ClassLabel::cohort(label).is_none()).and_then(|told| told.grade);
        let kind = told.map_or(kept, |told| told.kind);
        let spans = matches!(kind, ClassKind::MultiGrade | ClassKind::NoClass);
        let place = ClassLabel {
            grade: by_name.or(grade).filter(|_| !spans),
            class_no: told.map_or(like.class_no.filter(|_| label == like.label), |told| told.class_no),
            kind,
        };
        let unnumbered = if place.grade.is_none() { self.list.len() } else { 0 };
        self.list.push(NewClass {
            existing: None,
            label: label.to_owned(),
            kind,
            grade: place.grade,
            class_no: place.class_no,
            sort_order: place.sort_order() + u32::try_from(unnumbered).unwrap_or_default(),
            teacher: None,
            continues: None,
            before: 0,
            coming: 0,
        });
        self.list.len() - 1
    }

    /// Whether a class of the old year or of the new one has just that name.
    fn is_written(&self, label: &str) -> bool {
        let known = self.spellings.iter().chain(self.list.iter().map(|class| &class.label));
        known.into_iter().any(|known| plain(known) == plain(label))
    }

    /// A class that only goes on keeps the kind that was set by hand, whatever its name tells.
    pub fn keep_kind(&mut self, at: usize, of: &SchoolClass) {
        let told = ClassLabel::parse(&of.label, of.school_year).map(|told| told.kind);
        let class = self.list.get_mut(at).filter(|class| class.existing.is_none());
        if let Some(class) = class.filter(|_| told.is_some_and(|told| told != of.kind)) {
            class.kind = of.kind;
            class.grade = class.grade.filter(|_| of.grade.is_some());
        }
    }

    /// A name typed in short, `二（2）`, as the school writes that class or another of its grade: `二年级(2)班`.
    fn spelled(&self, label: &str) -> String {
        let told = ClassLabel::parse(label, self.to_year);
        let short = |told: &ClassLabel| {
            told.kind == ClassKind::Ordinary
                && class_lookup::plain(&told.short()) == class_lookup::plain(label)
        };
        let Some(told) = told.filter(short) else { return label.to_owned() };
        let read = |written: &String| ClassLabel::parse(written, self.to_year - 1);
        let same = self.spellings.iter().find(|written| read(written) == Some(told)).cloned();
        let of_grade = |written: &&String| read(written).is_some_and(|other| other.grade == told.grade);
        let like =
            || label_step::renumber(self.spellings.iter().find(of_grade)?, told.class_no?, self.to_year - 1);
        same.or_else(like).unwrap_or_else(|| label.to_owned())
    }

    /// Whether a name means that class. Names by year of entry and names by grade are never mixed.
    fn is_same(&self, class: &NewClass, label: &str) -> bool {
        let plain =
            |text: &str| -> String { half_width(text).chars().filter(|c| !c.is_whitespace()).collect() };
        if plain(&class.label) == plain(label) {
            return true;
        }
        let cohort = [class.label.as_str(), label].iter().any(|name| ClassLabel::cohort(name).is_some());
        let told = ClassLabel::parse(label, self.to_year)
            .filter(|told| told.kind == ClassKind::Ordinary && told.grade.is_some() && !cohort);
        told.is_some() && told == ClassLabel::parse(&class.label, self.to_year)
    }

    /// The ordinary class of a grade for whoever does the year again: the one with that number, else the first;
    /// whether others would do as well.
    pub fn again(&self, grade: u8, class_no: Option<u16>) -> Option<(usize, bool)> {
        let of_grade =
            |class: &&(usize, &NewClass)| class.1.kind == ClassKind::Ordinary && class.1.grade == Some(grade);
        let all: Vec<(usize, &NewClass)> = self.list.iter().enumerate().collect();
        let fitting: Vec<_> = all.iter().filter(of_grade).collect();
        let exact = fitting.iter().find(|(_, class)| class.class_no == class_no);
        exact.map(|(at, _)| (*at, false)).or_else(|| Some((fitting.first()?.0, fitting.len() > 1)))
    }

    /// The class for a pupil of a grade who comes out of a 复式班: one that holds that grade among several, then
    /// a teaching point, then an ordinary one; whether others would do as well.
    pub fn of_grade(&self, grade: u8) -> Option<(usize, bool)> {
        let holds = |kind: ClassKind| {
            let fits = move |(at, class): (usize, &NewClass)| {
                let held = match kind {
                    ClassKind::MultiGrade => grades_told(&class.label).contains(&grade),
                    _ => class.grade == Some(grade),
                };
                (class.kind == kind && held).then_some(at)
            };
            self.list.iter().enumerate().filter_map(fits).collect::<Vec<usize>>()
        };
        let kinds = [ClassKind::MultiGrade, ClassKind::TeachingPoint, ClassKind::Ordinary];
        let found = kinds.into_iter().map(holds).find(|found| !found.is_empty())?;
        Some((*found.first()?, found.len() > 1))
    }

    /// Puts the classes that get pupils into list order. Answers the new place of each old one.
    pub fn in_order(self) -> (Vec<NewClass>, BTreeMap<usize, usize>) {
        let mut used: Vec<(usize, NewClass)> =
            self.list.into_iter().enumerate().filter(|(_, class)| class.coming > 0).collect();
        used.sort_by_key(|(at, class)| (class.sort_order, *at));
        let places = used.iter().enumerate().map(|(new, (old, _))| (*old, new)).collect();
        (used.into_iter().map(|(_, class)| class).collect(), places)
    }
}

/// Half width, without spaces.
fn plain(text: &str) -> String {
    half_width(text).chars().filter(|c| !c.is_whitespace()).collect()
}
