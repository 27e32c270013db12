mod preschool;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::calendar::Calendar;
use crate::domain::class_label::ClassLabel;
use crate::domain::enrolment::Enrolment;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::rule_book::{RuleBook, SchoolSystem};
use crate::domain::school_class::{ClassKind, SchoolClass};

const YEAR: i32 = 2025;

fn system(id: &str) -> SchoolSystem {
    RuleBook::shipped().unwrap().system(id).unwrap().clone()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn class_id(n: usize) -> ClassId {
    ClassId(Uuid::from_u128(n as u128 + 1))
}

fn pupil(class: usize, seat: u32) -> PersonId {
    PersonId(Uuid::from_u128((class as u128 + 1) * 1000 + u128::from(seat)))
}

fn school_class(n: usize, label: &str, grade: Option<u8>) -> SchoolClass {
    let told = ClassLabel::parse(label, YEAR);
    SchoolClass {
        id: class_id(n),
        school_year: YEAR,
        label: label.to_owned(),
        kind: told.map(|told| told.kind).unwrap_or_default(),
        grade: grade.or(told.and_then(|told| told.grade)),
        class_no: told.and_then(|told| told.class_no),
        sort_order: u32::try_from(n).unwrap() + 1,
        teacher: Some(format!("老师{n}")),
        continues: None,
    }
}

fn enrolment(class: usize, seat_no: u32, grade: Option<u8>) -> Enrolment {
    let (person, class) = (pupil(class, seat_no), class_id(class));
    Enrolment { person, class, grade, seat_no, from: day(YEAR, 9, 1), to: None }
}

/// Classes by name with that many pupils each.
#[derive(Debug, Clone, Default)]
struct School {
    classes: Vec<SchoolClass>,
    enrolments: Vec<Enrolment>,
}

impl School {
    fn of(labels: &[(&str, u32)]) -> Self {
        let mut school = Self::default();
        for (n, (label, pupils)) in labels.iter().enumerate() {
            let class = school_class(n, label, None);
            school.enrolments.extend((1..=*pupils).map(|seat| enrolment(n, seat, class.grade)));
            school.classes.push(class);
        }
        school
    }

    fn plan(&self, system_id: &str, choices: &PromotionChoices) -> Result<PromotionPlan, PromotionError> {
        let school = OldSchool { to_year: YEAR + 1, classes: &self.classes, enrolments: &self.enrolments };
        plan(&school, &system(system_id), choices)
    }

    /// What the act will write.
    fn after(&self, plan: &PromotionPlan) -> Self {
        let mut after = self.clone();
        for (n, class) in plan.new.iter().enumerate().filter(|(_, class)| class.existing.is_none()) {
            after.classes.push(SchoolClass {
                id: class_id(500 + n),
                school_year: plan.to_year,
                label: class.label.clone(),
                kind: class.kind,
                grade: class.grade,
                class_no: class.class_no,
                sort_order: class.sort_order,
                teacher: class.teacher.clone(),
                continues: class.continues,
            });
        }
        for one in &plan.moves {
            let old = after.enrolments.iter_mut().find(|e| **e == one.from).unwrap();
            old.to = plan.first_day.pred_opt();
            if let Destination::Class { at, grade, seat_no } = one.to {
                let class = plan.new[at].existing.unwrap_or(class_id(500 + at));
                let (person, from) = (one.person, one.first_day(plan.first_day));
                after.enrolments.push(Enrolment { person, class, grade, seat_no, from, to: one.from.to });
            }
        }
        after
    }

    fn counts(&self, on: NaiveDate) -> BTreeMap<ClassId, usize> {
        let mut counts = BTreeMap::new();
        for enrolment in self.enrolments.iter().filter(|enrolment| enrolment.covers(on)) {
            *counts.entry(enrolment.class).or_default() += 1;
        }
        counts
    }
}

fn labels(plan: &PromotionPlan) -> Vec<(&str, usize)> {
    plan.new.iter().map(|class| (class.label.as_str(), class.coming)).collect()
}

#[test]
fn all_classes_go_up_and_the_last_leaves() {
    let school = School::of(&[
        ("学前班", 3),
        ("一年级(1)班", 4),
        ("二年级(1)班", 5),
        ("五年级(1)班", 6),
        ("六年级(1)班", 7),
    ]);
    let plan = school.plan("primary-six", &PromotionChoices::default()).unwrap();
    assert_eq!(
        labels(&plan),
        [("一年级(1)班", 3), ("二年级(1)班", 4), ("三年级(1)班", 5), ("六年级(1)班", 6)]
    );
    assert_eq!((plan.leaving(), plan.first_day), (7, day(2026, 9, 1)));
    assert_eq!(plan.new[1].continues, Some(class_id(1)));
    assert_eq!(plan.new[1].teacher.as_deref(), Some("老师1"));
    assert_eq!(plan.new[1].grade, Some(2));
    let nine = school.plan("nine-year", &PromotionChoices::default()).unwrap();
    assert_eq!(nine.new.last().unwrap().label, "七年级(1)班");
    let five = school.plan("primary-five", &PromotionChoices::default()).unwrap();
    assert!(five.old[3].ends_here && five.old[4].fate == ClassFate::Up);
}

#[test]
fn names_follow_the_school() {
    let school = School::of(&[
        ("六（1）班", 2),
        ("六（2）班", 2),
        ("六（3）班", 2),
        ("初一(1)班", 2),
        ("初一(2)班", 2),
        ("2020级5班", 2),
        ("苗苗班", 2),
    ]);
    let plan = school.plan("nine-year", &PromotionChoices::default()).unwrap();
    let labels: BTreeSet<&str> = plan.new.iter().map(|class| class.label.as_str()).collect();
    let expected = ["初一(1)班", "初一(2)班", "初一(3)班", "初二(1)班", "初二(2)班", "2020级5班", "苗苗班"];
    assert_eq!(labels, BTreeSet::from(expected));
    let cohort = plan.new.iter().find(|class| class.label == "2020级5班").unwrap();
    assert_eq!(cohort.grade, Some(7), "a cohort's grade rises although its name stays");
}

#[test]
fn in_the_five_four_system_the_fourth_junior_year_leaves() {
    let school = School::of(&[("初一1班", 2), ("初三1班", 2), ("初四1班", 2)]);
    let plan = school.plan("junior-four", &PromotionChoices::default()).unwrap();
    assert_eq!(labels(&plan), [("初二1班", 2), ("初四1班", 2)]);
    assert_eq!(plan.leaving(), 2);
    // The first year that has a 初四.
    let school = School::of(&[("五年级(1)班", 2), ("初一(1)班", 2), ("初三(1)班", 2)]);
    let plan = school.plan("nine-year-54", &PromotionChoices::default()).unwrap();
    assert_eq!(labels(&plan), [("初一(1)班", 2), ("初二(1)班", 2), ("初四(1)班", 2)]);
    assert_eq!(plan.leaving(), 0);
}

#[test]
fn held_back_merged_split_renamed_and_leaving() {
    let school =
        School::of(&[("二年级(1)班", 4), ("三年级(1)班", 4), ("三年级(2)班", 3), ("四年级(1)班", 5)]);
    let mut choices = PromotionChoices::default();
    let into = |labels: &[&str]| ClassFate::Into(labels.iter().map(|label| (*label).to_owned()).collect());
    choices.classes.insert(class_id(0), into(&["三年级(1)班", "三年级(2)班"]));
    choices.classes.insert(class_id(1), into(&["四年级"]));
    choices.classes.insert(class_id(2), into(&[" 四年级 "]));
    choices.pupils.insert(pupil(1, 2), PupilFate::HeldBack);
    choices.pupils.insert(pupil(2, 1), PupilFate::HeldBackInto("三（2）".into()));
    choices.pupils.insert(pupil(3, 5), PupilFate::Leave);
    choices.pupils.insert(pupil(3, 4), PupilFate::Into("五年级(9)班".into()));
    let plan = school.plan("primary-six", &choices).unwrap();
    assert_eq!(
        labels(&plan),
        [("三年级(1)班", 3), ("三年级(2)班", 3), ("四年级", 5), ("五年级(1)班", 3), ("五年级(9)班", 1)]
    );
    assert_eq!(plan.new[2].continues, Some(class_id(1)), "the first of equals");
    assert_eq!((plan.leaving(), plan.count(Reason::HeldBack), plan.count(Reason::Chosen)), (1, 2, 2));
    let held = plan.moves.iter().find(|one| one.person == pupil(1, 2)).unwrap();
    assert_eq!(held.to, Destination::Class { at: 0, grade: Some(3), seat_no: 3 }, "behind those who came up");
    let merged: Vec<u32> = plan
        .moves
        .iter()
        .filter_map(|one| match one.to {
            Destination::Class { at: 2, seat_no, .. } => Some(seat_no),
            _ => None,
        })
        .collect();
    assert_eq!(merged, [1, 2, 3, 4, 5]);
    choices.classes.insert(class_id(3), into(&["五（2）", "三（3）"]));
    let spelled = school.plan("primary-six", &choices).unwrap();
    assert!(labels(&spelled).iter().any(|(label, _)| *label == "三年级(3)班"), "typed in short");
    assert!(labels(&spelled).iter().any(|(label, _)| *label == "五（2）"), "no class shows the spelling");
    choices.keep_seats = true;
    choices.new_teachers = true;
    let plan = school.plan("primary-six", &choices).unwrap();
    assert!(plan.new.iter().all(|class| class.teacher.is_none()));
    choices.classes.insert(class_id(1), into(&[" "]));
    assert_eq!(school.plan("primary-six", &choices), Err(PromotionError::NoName));
}

#[test]
fn whole_classes_may_stay_or_leave() {
    let school = School::of(&[("2024级1班", 3), ("三年级(1)班", 2)]);
    let mut choices = PromotionChoices::default();
    choices.classes.insert(class_id(0), ClassFate::Stay);
    choices.classes.insert(class_id(1), ClassFate::Leave);
    let plan = school.plan("primary-six", &choices).unwrap();
    assert_eq!(labels(&plan), [("2025级1班", 3)]);
    assert_eq!((plan.new[0].grade, plan.leaving()), (Some(2), 2));
}

#[test]
fn several_grades_in_one_room_go_by_the_grade_of_each_pupil() {
    let mut school =
        School::of(&[("一二年级复式班", 0), ("三年级", 2), ("老鹰岩教学点一年级", 2), ("复式班", 0)]);
    for (seat, grade) in [(1, 1), (2, 2), (3, 1)] {
        school.enrolments.push(enrolment(0, seat, Some(grade)));
    }
    for (seat, grade) in [(1, 5), (2, 6)] {
        school.enrolments.push(enrolment(3, seat, Some(grade)));
    }
    let plan = school.plan("primary-six", &PromotionChoices::default()).unwrap();
    assert_eq!(
        labels(&plan),
        [("老鹰岩教学点二年级", 2), ("三年级", 1), ("四年级", 2), ("一二年级复式班", 2), ("复式班", 1)]
    );
    assert_eq!((plan.leaving(), plan.count(Reason::Outgrown)), (1, 1));
    let up = plan.moves.iter().find(|one| one.person == pupil(0, 1)).unwrap();
    assert!(matches!(up.to, Destination::Class { grade: Some(2), .. }));
    assert_eq!(plan.new[3].kind, ClassKind::MultiGrade);
}

#[test]
fn a_kind_set_by_hand_goes_on_with_the_class() {
    let mut school = School::of(&[("一年级", 2), ("苗岭班", 0), ("三四年级复式班", 0)]);
    school.classes[0].kind = ClassKind::TeachingPoint;
    school.classes[1].kind = ClassKind::MultiGrade;
    for (class, seat, grade) in [(1, 1, 3), (1, 2, 4), (2, 1, 3), (2, 2, 4)] {
        school.enrolments.push(enrolment(class, seat, Some(grade)));
    }
    let plan = school.plan("primary-six", &PromotionChoices::default()).unwrap();
    let new = |label: &str| plan.new.iter().find(|class| class.label == label).unwrap();
    assert_eq!((new("二年级").kind, new("二年级").grade), (ClassKind::TeachingPoint, Some(2)));
    assert_eq!((new("苗岭班").kind, new("苗岭班").coming), (ClassKind::MultiGrade, 2));
    assert_eq!((new("三四年级复式班").coming, new("五年级").coming), (1, 1), "who has outgrown it moves on");
}

#[test]
fn a_new_year_that_has_begun_is_filled_up_and_an_earlier_one_comes_first() {
    let mut school = School::of(&[("一年级(1)班", 3), ("二年级(1)班", 2)]);
    let mut there = school_class(9, "二年级(1)班", None);
    there.school_year = YEAR + 1;
    school.classes.push(there);
    let mut new = enrolment(9, 7, Some(2));
    new.from = day(2026, 9, 1);
    school.enrolments.push(new);
    // Already moved by hand.
    school.enrolments[0].to = Some(day(2026, 8, 31));
    let mut by_hand =
        Enrolment { person: pupil(0, 1), from: day(2026, 9, 1), ..school.enrolments[0].clone() };
    (by_hand.class, by_hand.to) = (class_id(9), None);
    school.enrolments.push(by_hand);
    let plan = school.plan("primary-six", &PromotionChoices::default()).unwrap();
    assert_eq!(plan.new[0].existing, Some(class_id(9)));
    assert_eq!((plan.new[0].before, plan.new[0].coming, plan.moves.len()), (2, 2, 4));
    assert!(matches!(plan.moves[0].to, Destination::Class { at: 0, seat_no: 8, .. }));
    let old = OldSchool { to_year: 2028, classes: &school.classes, enrolments: &school.enrolments };
    let early = super::plan(&old, &system("primary-six"), &PromotionChoices::default());
    assert_eq!(early, Err(PromotionError::EarlierFirst { year: 2026 }));
}

/// A school of several spellings, with pupils who came late or leave on a day, and choices for some.
fn any_school() -> impl Strategy<Value = (School, PromotionChoices, &'static str)> {
    let spelling = 0_usize..6;
    let classes = proptest::collection::vec((0_u8..=9, 1_u16..4, 0_u32..6, 0_usize..9), 1..12);
    let system = prop_oneof![
        Just("primary-six"),
        Just("nine-year"),
        Just("primary-five"),
        Just("junior-four"),
        Just("preschool")
    ];
    let pupils = proptest::collection::vec((0_usize..12, 1_u32..6, 0_usize..5), 0..12);
    (spelling, classes, system, pupils, any::<bool>(), any::<bool>()).prop_map(
        |(spelling, classes, system, pupils, keep_seats, new_teachers)| {
            let mut school = School::default();
            let mut choices = PromotionChoices { new_teachers, keep_seats, ..PromotionChoices::default() };
            for (n, (grade, number, size, fate)) in classes.into_iter().enumerate() {
                let label = ClassLabel::ordinary(grade, Some(number));
                let label = match spelling {
                    _ if fate == 8 => "一二年级复式班".to_owned(),
                    1 => label.short(),
                    2 => format!("{}级{number}班", YEAR + 1 - i32::from(grade)),
                    3 => format!("{grade}0{number}"),
                    4 if grade > 6 => format!("初{}({number})班", ["一", "二", "三"][usize::from(grade - 7)]),
                    5 => format!("{}教学点", label.full()),
                    _ => label.full(),
                };
                let mut class = school_class(n, &label, Some(grade).filter(|_| fate != 8));
                class.sort_order = u32::try_from(n % 5).unwrap();
                let into =
                    |labels: &[&str]| ClassFate::Into(labels.iter().map(|l| (*l).to_owned()).collect());
                let chosen = match fate {
                    4 => Some(ClassFate::Stay),
                    5 => Some(ClassFate::Leave),
                    6 => Some(into(&["三年级(1)班"])),
                    7 => Some(into(&["四（1）班", "苗苗班"])),
                    _ => None,
                };
                choices.classes.extend(chosen.map(|fate| (class.id, fate)));
                for seat in 1..=size {
                    let mut enrolled = enrolment(n, seat, Some(grade));
                    enrolled.to =
                        (seat == 4).then(|| day(2026, 8 + u32::from(grade % 2), 31 - u32::from(grade % 2)));
                    school.enrolments.push(enrolled);
                }
                school.classes.push(class);
            }
            for (class, seat, fate) in pupils {
                let fate = match fate {
                    0 => PupilFate::HeldBack,
                    1 => PupilFate::Into("三年级(2)班".into()),
                    2 => PupilFate::HeldBackInto("二（1）班".into()),
                    _ => PupilFate::Leave,
                };
                choices.pupils.insert(pupil(class, seat), fate);
            }
            (school, choices, system)
        },
    )
}

proptest! {
    #[test]
    fn nobody_is_lost_or_doubled_and_the_past_stays((school, choices, system) in any_school()) {
        let first = Calendar::first_day_of(YEAR + 1);
        let here: BTreeSet<PersonId> = school
            .enrolments
            .iter()
            .filter(|enrolment| enrolment.to.is_none_or(|to| to >= first))
            .map(|enrolment| enrolment.person)
            .collect();
        let plan = match school.plan(system, &choices) {
            Ok(plan) => plan,
            Err(error) => {
                prop_assert_eq!(error, PromotionError::Nobody { to_year: YEAR + 1 });
                prop_assert!(here.is_empty());
                return Ok(());
            }
        };
        let moved: Vec<PersonId> = plan.moves.iter().map(|one| one.person).collect();
        prop_assert_eq!(moved.len(), here.len());
        prop_assert_eq!(moved.into_iter().collect::<BTreeSet<_>>(), here);
        prop_assert_eq!(plan.moves.len(), plan.leaving() + plan.new.iter().map(|class| class.coming).sum::<usize>());
        let names: BTreeSet<&str> = plan.new.iter().map(|class| class.label.as_str()).collect();
        prop_assert_eq!(names.len(), plan.new.len());
        let seats: BTreeSet<(usize, u32)> = plan.moves.iter().filter_map(|one| match one.to {
            Destination::Class { at, seat_no, .. } => Some((at, seat_no)),
            Destination::Leaves => None,
        }).collect();
        prop_assert_eq!(seats.len(), plan.moves.len() - plan.leaving());

        let after = school.after(&plan);
        for on in [day(2025, 9, 1), day(2026, 3, 2), day(2026, 8, 31)] {
            prop_assert_eq!(after.counts(on), school.counts(on));
        }
        let new_year = after.counts(first);
        for class in &school.classes {
            prop_assert!(!new_year.contains_key(&class.id), "nobody is left behind");
        }
        let placed: usize = new_year.values().sum();
        prop_assert_eq!(placed, plan.moves.len() - plan.leaving());
        prop_assert_eq!(after.plan(system, &choices), Err(PromotionError::Nobody { to_year: YEAR + 1 }));
    }
}
