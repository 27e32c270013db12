//! 托班, 小班, 中班, 大班 and 学前班 go up, enter school or leave.

use super::*;

fn to<'p>(plan: &'p PromotionPlan, school: &School, label: &str) -> Vec<&'p str> {
    let id = school.classes.iter().find(|class| class.label == label).unwrap().id;
    plan.old.iter().find(|old| old.id == id).unwrap().labels.iter().map(String::as_str).collect()
}

fn planned(labels: &[(&str, u32)], system: &str) -> (School, PromotionPlan) {
    let school = School::of(labels);
    let plan = school.plan(system, &PromotionChoices::default()).unwrap();
    assert_eq!(plan.moves.len(), school.enrolments.len());
    (school, plan)
}

#[test]
fn a_kindergarten_goes_up_and_its_last_year_leaves() {
    let (school, plan) =
        planned(&[("托班", 2), ("小（1）班", 3), ("小（2）班", 3), ("中1班", 4), ("大班", 5)], "preschool");
    assert_eq!(to(&plan, &school, "托班"), ["小班"]);
    assert_eq!(to(&plan, &school, "小（1）班"), ["中1班"], "as the school writes that class");
    assert_eq!(to(&plan, &school, "小（2）班"), ["中（2）班"]);
    assert_eq!(to(&plan, &school, "中1班"), ["大1班"]);
    assert!(to(&plan, &school, "大班").is_empty() && plan.leaving() == 5);
    assert!(plan.old[4].ends_here && plan.moves.iter().all(|one| !one.unsure));
    // Chosen by the clerk it goes into 一年级 after all.
    let mut choices = PromotionChoices::default();
    let _ = choices.classes.insert(class_id(4), ClassFate::Up);
    let up = school.plan("preschool", &choices).unwrap();
    assert_eq!((up.leaving(), to(&up, &school, "大班")), (0, vec!["一年级"]));
}

#[test]
fn the_last_year_enters_grade_one_where_the_school_has_one() {
    let (school, plan) = planned(
        &[
            ("小班", 3),
            ("中班", 4),
            ("大（1）班", 5),
            ("大（2）班", 5),
            ("一年级(1)班", 6),
            ("六年级(1)班", 7),
        ],
        "primary-six",
    );
    assert_eq!(to(&plan, &school, "小班"), ["中班"]);
    assert_eq!(to(&plan, &school, "大（1）班"), ["一年级(1)班"]);
    assert_eq!(to(&plan, &school, "大（2）班"), ["一年级(2)班"]);
    assert_eq!(plan.leaving(), 7);
    let first = plan.new.iter().find(|class| class.label == "一年级(1)班").unwrap();
    assert_eq!((first.grade, first.coming), (Some(1), 5));
    let grades: BTreeSet<Option<u8>> = plan
        .moves
        .iter()
        .filter(|one| one.from.class == class_id(2))
        .map(|one| match one.to {
            Destination::Class { grade, .. } => grade,
            Destination::Leaves => None,
        })
        .collect();
    assert_eq!(grades, [Some(1)].into());
}

#[test]
fn a_preschool_class_beside_the_last_year_comes_between() {
    let (school, plan) = planned(&[("中班", 3), ("大班", 4), ("学前班", 5), ("一年级", 6)], "primary-six");
    assert_eq!(to(&plan, &school, "大班"), ["学前班"]);
    assert_eq!(to(&plan, &school, "学前班"), ["一年级"]);
    assert_eq!(to(&plan, &school, "一年级"), ["二年级"]);
}

#[test]
fn names_with_numerals_are_of_a_kindergarten_where_it_has_older_years() {
    let (school, plan) = planned(&[("小一班", 3), ("小二班", 3), ("中一班", 4), ("大一班", 5)], "preschool");
    assert_eq!(to(&plan, &school, "小一班"), ["中一班"]);
    assert_eq!(to(&plan, &school, "小二班"), ["中二班"]);
    assert_eq!(plan.leaving(), 5);
    let grade = plan.new.iter().find(|class| class.label == "中二班").unwrap().grade;
    assert_eq!(grade, None, "小一班 is no 一年级");
    let (school, plan) = planned(&[("小一班", 3), ("小四班", 3)], "primary-six");
    assert_eq!(to(&plan, &school, "小一班"), ["小二班"]);
    assert_eq!(plan.new.iter().map(|class| class.grade).collect::<Vec<_>>(), [Some(2), Some(5)]);
}

#[test]
fn teaching_points_and_rooms_of_several_grades_take_their_children_into_school() {
    let (school, plan) = planned(
        &[
            ("老鹰岩教学点小班", 2),
            ("老鹰岩教学点学前班", 3),
            ("老鹰岩教学点一年级", 4),
            ("牛角冲教学点大班", 3),
            ("一年级(1)班", 5),
        ],
        "primary-six",
    );
    assert_eq!(to(&plan, &school, "老鹰岩教学点小班"), ["老鹰岩教学点中班"]);
    assert_eq!(to(&plan, &school, "老鹰岩教学点学前班"), ["老鹰岩教学点一年级"]);
    assert_eq!(to(&plan, &school, "牛角冲教学点大班"), ["一年级(1)班"], "the point has no grades");
    // A room of 学前 and 一年级: each goes by the own grade.
    let mut school = School::of(&[("学前一年级复式班", 2), ("二年级", 3)]);
    for (enrolment, grade) in school.enrolments.iter_mut().zip([0, 1]) {
        enrolment.grade = Some(grade);
    }
    let plan = school.plan("primary-six", &PromotionChoices::default()).unwrap();
    let went: Vec<&str> = plan
        .moves
        .iter()
        .take(2)
        .map(|one| match one.to {
            Destination::Class { at, .. } => plan.new[at].label.as_str(),
            Destination::Leaves => "",
        })
        .collect();
    assert_eq!(went, ["学前一年级复式班", "二年级"]);
}

#[test]
fn nobody_of_a_kindergarten_is_lost_or_doubled() {
    let labels = [
        ("托班", 2),
        ("小班", 3),
        ("小（2）班", 1),
        ("中班", 4),
        ("大班", 5),
        ("学前班", 2),
        ("幼儿园大班", 2),
        ("老鹰岩教学点大班", 2),
        ("一年级", 3),
        ("五六年级复式班", 3),
    ];
    for system in ["preschool", "primary-six", "nine-year"] {
        let (school, plan) = planned(&labels, system);
        let people: BTreeSet<PersonId> = plan.moves.iter().map(|one| one.person).collect();
        assert_eq!(people.len(), plan.moves.len());
        let names: BTreeSet<&str> = plan.new.iter().map(|class| class.label.as_str()).collect();
        assert_eq!(names.len(), plan.new.len(), "{names:?}");
        let after = school.after(&plan);
        let first = Calendar::first_day_of(YEAR + 1);
        assert_eq!(after.counts(first).values().sum::<usize>(), plan.moves.len() - plan.leaving());
        assert_eq!(after.counts(day(2026, 8, 31)), school.counts(day(2026, 8, 31)));
    }
}
