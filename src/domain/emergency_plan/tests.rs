use std::collections::BTreeSet;

use chrono::{Datelike, Weekday};
use uuid::Uuid;

use super::*;
use crate::domain::id::PersonId;
use crate::domain::rule_book::RuleBook;

struct Counting(u128);

impl IdSource for Counting {
    fn next(&mut self) -> Uuid {
        self.0 += 1;
        Uuid::from_u128(self.0)
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn calendar() -> Calendar {
    Calendar::defaults(&RuleBook::shipped().unwrap(), 2025)
}

#[test]
fn the_shipped_plan_is_whole() {
    let (plan, rules) = (Plan::shipped().unwrap(), RuleBook::shipped().unwrap());
    let count = plan.templates().count();
    assert!((25..=35).contains(&count), "{count} tasks");
    assert!((10..=12).contains(&plan.sections.len()), "{} sections", plan.sections.len());
    let ids: BTreeSet<&str> = plan.templates().map(|(_, t)| t.id.as_str()).collect();
    assert_eq!(ids.len(), count, "ids are distinct");
    let sections: BTreeSet<&str> = plan.sections.iter().map(|s| s.id.as_str()).collect();
    assert_eq!(sections.len(), plan.sections.len());
    assert!(rules.source(&plan.source).is_some());
    for (section, task) in plan.templates() {
        assert!(rules.source(&task.source).is_some(), "{}: {}", task.id, task.source);
        for text in [&section.title, &task.title, &task.evidence] {
            assert!(!text.zh.is_empty() && !text.en.is_empty(), "{}", task.id);
            assert!(!text.zh.ends_with('。') && !text.en.ends_with('.'), "{}: a title", task.id);
        }
    }
    for section in &plan.sections {
        assert!(!section.text.is_empty(), "{}", section.id);
        for text in &section.text {
            assert!(text.zh.ends_with('。') && text.en.ends_with('.'), "{}: {}", section.id, text.zh);
            assert!(!text.zh.contains(['你', ',', ';']), "{}", text.zh);
        }
    }
}

#[test]
fn due_days_follow_the_term() {
    let term = calendar().terms[0];
    let days = |rule: DueRule| rule.days_of(&term);
    assert_eq!(days(DueRule::BeforeTerm { days: 7 }), [day(2025, 8, 25)]);
    assert_eq!(days(DueRule::AfterStart { days: 30 }), [day(2025, 10, 1)]);
    assert_eq!(days(DueRule::BeforeEnd { days: 3 }), [day(2026, 1, 19)]);
    assert_eq!(days(DueRule::Quarterly), [day(2025, 9, 30), day(2025, 12, 31)]);
    assert_eq!(days(DueRule::ThreePerTerm), [day(2025, 8, 25), day(2025, 11, 11), day(2026, 1, 22)]);
    assert_eq!(days(DueRule::Fixed { month: 12, day: 1 }), [day(2025, 12, 1)]);
    assert_eq!(days(DueRule::Fixed { month: 5, day: 1 }), []);
    assert_eq!(
        days(DueRule::Monthly { day: 31 }),
        [day(2025, 9, 30), day(2025, 10, 31), day(2025, 11, 30), day(2025, 12, 31)]
    );
    let weekly = days(DueRule::Weekly { weekday: Weekday::Fri });
    assert_eq!((weekly.len(), weekly[0]), (20, day(2025, 9, 5)));
    assert!(weekly.iter().all(|d| d.weekday() == Weekday::Fri));
}

#[test]
fn a_plan_taken_up_in_the_middle_of_a_term_is_not_late_from_the_start() {
    let (plan, calendar) = (Plan::shipped().unwrap(), calendar());
    let term = calendar.terms[0];
    let whole = instantiate(&plan, &term, &calendar, day(2025, 7, 1), &mut Counting(0));
    let from = day(2025, 11, 24);
    let rest = instantiate(&plan, &term, &calendar, from, &mut Counting(0));
    assert!(rest.len() < whole.len());
    assert!(overdue(&rest, from).is_empty());
    for (_, template) in plan.templates() {
        assert!(whole.iter().any(|t| t.template == template.id), "{}", template.id);
        assert!(!template.due.is_once() || rest.iter().any(|t| t.template == template.id));
    }
    let held = |t: &PlanTask| t.due.is_some_and(|d| !term.covers(d) || calendar.is_school_day(d));
    assert!(whole.iter().all(held), "due days within the term are school days");
    assert_eq!(overdue(&whole, day(2026, 7, 31)).len(), whole.len());
}

#[test]
fn done_needs_person_date_and_evidence() {
    let task = PlanTask::open(TaskId(Uuid::nil()), "leading-group", Some(day(2025, 8, 18)));
    let (who, on) = (Some(PersonId(Uuid::nil())), Some(day(2025, 8, 15)));
    assert_eq!(task.complete(None, on, "x"), Err(PlanError::NoPerson));
    assert_eq!(task.complete(who, None, "x"), Err(PlanError::NoDate));
    assert_eq!(task.complete(who, on, " \u{3000}"), Err(PlanError::NoEvidence));
    let done = task.complete(who, on, " 文件 3 号 ").unwrap();
    assert_eq!((done.state, done.evidence.as_deref()), (TaskState::Done, Some("文件 3 号")));
    assert_eq!(done.complete(who, on, "x"), Err(PlanError::AlreadyDone));
    assert!(task.is_overdue(day(2025, 8, 19)) && !task.is_overdue(day(2025, 8, 18)));
    assert!(!done.is_overdue(day(2025, 8, 19)));
}
