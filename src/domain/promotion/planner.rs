//! The plan is made: classes first, then every pupil, then seats and teachers.

mod next_name;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::class_fate::{ClassFate, PupilFate};
use super::label_step;
use super::multi_grade::grades_told;
use super::new_classes::NewClasses;
use super::promotion_choices::PromotionChoices;
use super::promotion_plan::{Destination, OldClass, PromotionPlan, PupilMove, Reason};
use super::seats::Seats;
use crate::domain::calendar::Calendar;
use crate::domain::class_label::ClassLabel;
use crate::domain::enrolment::Enrolment;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::preschool::Kindergarten;
use crate::domain::rule_book::SchoolSystem;
use crate::domain::school_class::{ClassKind, SchoolClass};

/// The school before the promotion.
#[derive(Debug, Clone, Copy)]
pub struct OldSchool<'a> {
    /// The new school year, by its 1 September.
    pub to_year: i32,
    /// Classes of all years.
    pub classes: &'a [SchoolClass],
    /// All enrolments, ended ones too, by person and first day.
    pub enrolments: &'a [Enrolment],
}

/// Why there is no plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PromotionError {
    /// No pupil is in a class of the year before: there are none, or all have gone up.
    #[error("nobody to promote to {to_year}")]
    Nobody {
        /// The new school year.
        to_year: i32,
    },
    /// Pupils are still in classes of an earlier year; that promotion comes first.
    #[error("promotion to {year} comes first")]
    EarlierFirst {
        /// The school year to promote to first.
        year: i32,
    },
    /// Two school systems fit and let other classes leave; nobody has said which it is.
    #[error("two school systems fit")]
    WhichSystem,
    /// A class was to go into one without a name.
    #[error("class without a name")]
    NoName,
}

/// Makes the plan.
///
/// # Errors
/// [`PromotionError`] where there is nobody to promote, an earlier year comes first or a name is missing.
pub fn plan(
    school: &OldSchool<'_>,
    system: &SchoolSystem,
    choices: &PromotionChoices,
) -> Result<PromotionPlan, PromotionError> {
    let first_day = Calendar::first_day_of(school.to_year);
    let mut groups: Vec<Group<'_>> = pupils_by_class(school, first_day)?;
    groups.sort_by_key(|group| (group.class.sort_order, group.class.id));
    for group in &mut groups {
        group.pupils.sort_by_key(|pupil| (pupil.seat_no, pupil.person));
    }
    if groups.is_empty() {
        return Err(PromotionError::Nobody { to_year: school.to_year });
    }
    let new = NewClasses::new(school.to_year, school.classes, &head_counts(school, first_day));
    let young = Kindergarten::of(groups.iter().map(|group| group.class));
    let mut planner =
        Planner { system, choices, groups: &groups, young, new, places: Vec::new(), drafts: Vec::new() };
    let old = planner.classes()?;
    planner.pupils(&old);
    Ok(planner.finish(school, first_day, old))
}

/// The pupils of an old class.
struct Group<'a> {
    class: &'a SchoolClass,
    pupils: Vec<&'a Enrolment>,
}

/// A pupil whose new class is known by its place among the planned ones.
struct Draft<'a> {
    group: usize,
    from: &'a Enrolment,
    way: Way,
}

/// Where a pupil goes and why.
struct Way {
    /// Place among the new classes and grade; `None`: out of the school.
    to: Option<(usize, Option<u8>)>,
    reason: Reason,
    unsure: bool,
}

fn goes_on(enrolment: &Enrolment, day: NaiveDate) -> bool {
    enrolment.to.is_none_or(|to| to >= day)
}

/// Every pupil who would still be in an old class when the new year begins, once.
fn pupils_by_class<'a>(
    school: &OldSchool<'a>,
    first_day: NaiveDate,
) -> Result<Vec<Group<'a>>, PromotionError> {
    let classes: BTreeMap<ClassId, &SchoolClass> =
        school.classes.iter().map(|class| (class.id, class)).collect();
    let mut latest: BTreeMap<PersonId, (&SchoolClass, &Enrolment)> = BTreeMap::new();
    for enrolment in school.enrolments.iter().filter(|enrolment| goes_on(enrolment, first_day)) {
        let Some(class) = classes.get(&enrolment.class) else { continue };
        let entry = latest.entry(enrolment.person).or_insert((class, enrolment));
        if (entry.0.school_year, entry.1.from) <= (class.school_year, enrolment.from) {
            *entry = (class, enrolment);
        }
    }
    let mut groups: BTreeMap<ClassId, Group<'a>> = BTreeMap::new();
    latest.retain(|_, (class, _)| class.school_year < school.to_year);
    let earliest = latest.values().map(|(class, _)| class.school_year + 1).min();
    if let Some(year) = earliest.filter(|year| *year < school.to_year) {
        return Err(PromotionError::EarlierFirst { year });
    }
    for (class, enrolment) in latest.into_values() {
        groups.entry(class.id).or_insert_with(|| Group { class, pupils: Vec::new() }).pupils.push(enrolment);
    }
    Ok(groups.into_values().collect())
}

fn head_counts(school: &OldSchool<'_>, first_day: NaiveDate) -> BTreeMap<ClassId, usize> {
    let mut counts = BTreeMap::new();
    for enrolment in school.enrolments.iter().filter(|enrolment| goes_on(enrolment, first_day)) {
        *counts.entry(enrolment.class).or_default() += 1;
    }
    counts
}

struct Planner<'a> {
    system: &'a SchoolSystem,
    choices: &'a PromotionChoices,
    groups: &'a [Group<'a>],
    /// The classes of 小班, 中班, 大班.
    young: Kindergarten,
    new: NewClasses,
    /// Places of the new classes that each group goes to as a whole.
    places: Vec<Vec<usize>>,
    drafts: Vec<Draft<'a>>,
}

impl Planner<'_> {
    /// What becomes of each class as a whole; the classes that it goes to are planned.
    fn classes(&mut self) -> Result<Vec<OldClass>, PromotionError> {
        let mut old = Vec::with_capacity(self.groups.len());
        for group in self.groups {
            let class = group.class;
            let ends_here = self.ends_here(class);
            let usual = if ends_here { ClassFate::Leave } else { ClassFate::Up };
            let fate = self.choices.classes.get(&class.id).cloned().unwrap_or(usual);
            let labels = match &fate {
                ClassFate::Leave => Vec::new(),
                ClassFate::Up => vec![self.next_name(class)],
                ClassFate::Stay => vec![same_year_name(class)],
                ClassFate::Into(labels) => labels.iter().map(|label| label.trim().to_owned()).collect(),
            };
            if fate != ClassFate::Leave && (labels.is_empty() || labels.iter().any(String::is_empty)) {
                return Err(PromotionError::NoName);
            }
            let grade = self.grade_of(class);
            let grade = if fate == ClassFate::Stay { grade } else { grade.map(|grade| grade + 1) };
            let places: Vec<usize> =
                labels.iter().map(|label| self.new.of_name(label, class, grade)).collect();
            if matches!(fate, ClassFate::Up | ClassFate::Stay) {
                for at in &places {
                    self.new.keep_kind(*at, class);
                }
            }
            // As they are written: what was typed may be short, `41`.
            let written = |at: &usize| self.new.list.get(*at).map(|class| class.label.clone());
            let labels = places.iter().filter_map(written).collect();
            self.places.push(places);
            old.push(OldClass { id: class.id, pupils: group.pupils.len(), fate, ends_here, labels });
        }
        Ok(old)
    }

    fn pupils(&mut self, old: &[OldClass]) {
        // Who has outgrown a 复式班 comes last, when all classes are known.
        let mut outgrown = Vec::new();
        for (group, (of, class)) in self.groups.iter().zip(old).enumerate() {
            for (at, from) in of.pupils.iter().copied().enumerate() {
                let places = self.places.get(group).map_or(&[][..], Vec::as_slice);
                let place = places.get(at % places.len().max(1)).copied();
                match self.way(of.class, class, place, from) {
                    Some(way) => self.drafts.push(Draft { group, from, way }),
                    None => outgrown.push((group, of.class, from)),
                }
            }
        }
        for (group, class, from) in outgrown {
            let grade = from.grade.unwrap_or_default() + 1;
            let (at, unsure) = self.new.of_grade(grade).unwrap_or_else(|| {
                let label = ClassLabel::ordinary(grade, None).full();
                (self.new.of_name(&label, class, Some(grade)), false)
            });
            let to = Some((at, Some(grade)));
            let way = Way { to, reason: Reason::Outgrown, unsure };
            self.drafts.push(Draft { group, from, way });
        }
    }

    /// Where a pupil goes; `None`: out of a 复式班 that does not hold the next grade.
    fn way(
        &mut self,
        class: &SchoolClass,
        old: &OldClass,
        place: Option<usize>,
        from: &Enrolment,
    ) -> Option<Way> {
        let young = self.young.year_of(class).is_some();
        let grade = from.grade.or(class.grade).filter(|_| !young);
        let next = grade.map(|grade| grade + 1);
        let Some(chosen) = self.choices.pupils.get(&from.person) else {
            return self.way_of_class(class, old, place, grade);
        };
        Some(match chosen {
            PupilFate::Leave => Way { to: None, reason: Reason::Chosen, unsure: false },
            PupilFate::HeldBack => {
                let (to, unsure) = self.again(class);
                Way { to: Some((to, grade)), reason: Reason::HeldBack, unsure }
            }
            PupilFate::HeldBackInto(label) => {
                let to = self.new.of_name(label, class, grade);
                Way { to: Some((to, grade)), reason: Reason::HeldBack, unsure: false }
            }
            PupilFate::Into(label) => {
                let to = self.new.of_name(label, class, next);
                Way { to: Some((to, self.grade_in(to, next))), reason: Reason::Chosen, unsure: false }
            }
        })
    }

    /// The way of a pupil who goes where the class goes.
    fn way_of_class(
        &self,
        class: &SchoolClass,
        old: &OldClass,
        place: Option<usize>,
        grade: Option<u8>,
    ) -> Option<Way> {
        let leaves = Way { to: None, reason: Reason::WithClass, unsure: false };
        let next = grade.map(|grade| grade + 1);
        if old.fate == ClassFate::Leave {
            return Some(leaves);
        }
        // In a room of several grades each pupil goes by the own one.
        if old.fate == ClassFate::Up && class.grade.is_none() {
            if grade.is_some_and(|grade| self.system.leaves(grade)) {
                return Some(leaves);
            }
            let told = grades_told(&class.label);
            let held = told.is_empty() || next.is_none_or(|next| told.contains(&next));
            if class.kind == ClassKind::MultiGrade && !held {
                return None;
            }
        }
        let to = place?;
        // Whose grade nobody knows may have outgrown the room.
        let unsure = class.grade.is_none() && grade.is_none() && class.kind == ClassKind::MultiGrade;
        let grade = if old.fate == ClassFate::Stay { grade } else { self.grade_in(to, next) };
        Some(Way { to: Some((to, grade)), unsure, ..leaves })
    }

    fn grade_in(&self, class: usize, next: Option<u8>) -> Option<u8> {
        self.new.list.get(class).and_then(|class| class.grade).or(next)
    }

    /// The class in which pupils of an old class do the year again.
    fn again(&mut self, class: &SchoolClass) -> (usize, bool) {
        let grade = self.grade_of(class);
        let ordinary = grade.filter(|_| class.kind == ClassKind::Ordinary);
        let found = ordinary.and_then(|grade| self.new.again(grade, class.class_no));
        found.unwrap_or_else(|| (self.new.of_name(&same_year_name(class), class, grade), false))
    }

    fn finish(mut self, school: &OldSchool<'_>, first_day: NaiveDate, old: Vec<OldClass>) -> PromotionPlan {
        self.drafts.sort_by_key(|draft| (draft.group, draft.from.seat_no, draft.from.person));
        self.continue_classes();
        let mut taken: BTreeMap<usize, BTreeSet<u32>> = BTreeMap::new();
        for (at, class) in self.new.list.iter().enumerate().filter(|(_, class)| class.existing.is_some()) {
            let there = school.enrolments.iter().filter(|enrolment| Some(enrolment.class) == class.existing);
            let _ = taken.insert(at, there.map(|enrolment| enrolment.seat_no).collect());
        }
        let wanted: Vec<(usize, u32)> =
            self.drafts.iter().filter_map(|draft| Some((draft.way.to?.0, draft.from.seat_no))).collect();
        let mut seats = Seats::new(self.choices.keep_seats, taken).give(&wanted).into_iter();
        let (new, places) = self.new.in_order();
        let moves = self.drafts.into_iter().map(|draft| {
            let to = match draft.way.to {
                None => Destination::Leaves,
                Some((at, grade)) => Destination::Class {
                    at: places.get(&at).copied().unwrap_or_default(),
                    grade,
                    seat_no: seats.next().unwrap_or_default(),
                },
            };
            let (person, from) = (draft.from.person, draft.from.clone());
            PupilMove { person, from, to, reason: draft.way.reason, unsure: draft.way.unsure }
        });
        PromotionPlan { to_year: school.to_year, first_day, old, moves: moves.collect(), new }
    }

    /// Counts who comes, and says which old class each new one continues: the one that most of its pupils came
    /// from together. Its 班主任 goes up with it.
    fn continue_classes(&mut self) {
        let mut sources: BTreeMap<usize, BTreeMap<usize, usize>> = BTreeMap::new();
        for draft in &self.drafts {
            let Some((at, _)) = draft.way.to else { continue };
            if let Some(class) = self.new.list.get_mut(at) {
                class.coming += 1;
            }
            if draft.way.reason == Reason::WithClass {
                *sources.entry(at).or_default().entry(draft.group).or_default() += 1;
            }
        }
        for (at, groups) in sources {
            // The most pupils; of equals the first in the list.
            let most = groups.iter().max_by_key(|(group, count)| (**count, std::cmp::Reverse(**group)));
            let source = most.and_then(|(group, _)| self.groups.get(*group)).map(|group| group.class);
            let (Some(class), Some(source)) = (self.new.list.get_mut(at), source) else { continue };
            class.continues = class.continues.or(Some(source.id));
            if !self.choices.new_teachers && class.teacher.is_none() {
                class.teacher.clone_from(&source.teacher);
            }
        }
    }
}

/// The name of the class that does the same year next: a cohort is a year younger then.
fn same_year_name(class: &SchoolClass) -> String {
    label_step::next_cohort(&class.label).unwrap_or_else(|| class.label.clone())
}
