use uuid::Uuid;

use super::ObligationState::{Done, Late, Open};
use super::*;
use crate::domain::calendar::{DayException, ExceptionKind};
use crate::domain::cluster::AlertSubject;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::sheet::SheetKey;
use crate::domain::symptom::SymptomCode;

fn day(n: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 10, n).unwrap()
}

/// 16 October 2025 is a Thursday.
fn at(n: u32, hour: u32, minute: u32) -> NaiveDateTime {
    day(n).and_hms_opt(hour, minute, 0).unwrap()
}

fn class(n: u128) -> Group {
    Group::Class(ClassId(Uuid::from_u128(n)))
}

fn groups() -> [OwingGroup; 2] {
    let day = vec![Session::Morning, Session::Noon, Session::Holiday];
    let boards = [day.as_slice(), &[Session::Evening]].concat();
    [OwingGroup { group: class(1), sessions: boards }, OwingGroup { group: class(2), sessions: day }]
}

fn nothing(groups: &[OwingGroup]) -> Records<'_> {
    Records {
        groups,
        sheets: &[],
        report: None,
        tasks: &[],
        alerts: &[],
        calls: &[],
        cases: &[],
        events: &[],
        last_package: None,
    }
}

fn judged(records: Records<'_>, now: NaiveDateTime) -> Vec<Obligation> {
    let rules = RuleBook::shipped().unwrap();
    obligations(&rules, records, &Calendar::defaults(&rules, 2025), now)
}

fn short(found: &[Obligation]) -> Vec<(&str, NaiveDateTime, ObligationState)> {
    found.iter().map(|o| (o.rule.as_str(), o.due, o.state)).collect()
}

fn confirmed(group: Group, session: Session) -> Sheet {
    Sheet { confirmed_at: Some(at(16, 8, 5)), ..Sheet::untouched(SheetKey { group, date: day(16), session }) }
}

#[test]
fn a_school_day_owes_sheets_report_and_package_in_their_order() {
    let groups = groups();
    assert_eq!(
        short(&judged(nothing(&groups), at(16, 8, 0))),
        [
            ("sheets-morning", at(16, 9, 0), Open),
            ("daily-report", at(16, 11, 30), Open),
            ("sheets-noon", at(16, 14, 10), Open),
            ("sheets-evening", at(16, 19, 30), Open),
            ("weekly-package", at(17, 17, 0), Open),
        ]
    );
    let one = [confirmed(class(1), Session::Morning)];
    let found = judged(Records { sheets: &one, ..nothing(&groups) }, at(16, 9, 1));
    assert_eq!(found[0].state, Late);
    let unchecked = vec![class(2)];
    assert_eq!(found[0].subject, ObligationSubject::Sheets { session: Session::Morning, owed: 2, unchecked });
    let both = [one[0].clone(), confirmed(class(2), Session::Morning)];
    let records = Records {
        sheets: &both,
        report: Some(IssuedReport { unchecked: 0, changed: false }),
        ..nothing(&groups)
    };
    let found = judged(records, at(16, 12, 0));
    assert_eq!(
        short(&found)[3..],
        [("sheets-morning", at(16, 9, 0), Done), ("daily-report", at(16, 11, 30), Done)]
    );
}

#[test]
fn a_day_off_owes_only_its_register() {
    let rules = RuleBook::shipped().unwrap();
    let mut calendar = Calendar::defaults(&rules, 2025);
    let groups = groups();
    assert!(
        obligations(&rules, nothing(&groups), &calendar, at(19, 8, 0))
            .iter()
            .all(|o| o.rule == "weekly-package")
    );
    for n in 13..=17 {
        let note = Some("停课".into());
        calendar.exceptions.push(DayException { date: day(n), kind: ExceptionKind::DayOff, note });
    }
    let found = obligations(&rules, nothing(&groups), &calendar, at(16, 8, 0));
    let rules_due: Vec<_> = found.iter().map(|o| o.rule.as_str()).collect();
    assert_eq!(rules_due, ["daily-report", "sheets-holiday"], "a week without school owes no package");
}

#[test]
fn a_package_left_out_is_late_for_a_school_that_sends() {
    let groups = groups();
    let packages = |last, now| -> Vec<(NaiveDateTime, ObligationState)> {
        let found = judged(Records { last_package: last, ..nothing(&groups) }, now);
        found.iter().filter(|o| o.rule == "weekly-package").map(|o| (o.due, o.state)).collect()
    };
    assert_eq!(packages(Some(day(14)), at(16, 8, 0)), [(at(17, 17, 0), Done)]);
    assert_eq!(packages(Some(day(10)), at(16, 8, 0)), [(at(17, 17, 0), Open)]);
    assert_eq!(packages(Some(day(3)), at(16, 8, 0)), [(at(10, 17, 0), Late), (at(17, 17, 0), Open)]);
    assert_eq!(packages(None, at(18, 8, 0)), [(at(17, 17, 0), Late)]);
}

#[test]
fn plan_tasks_show_when_near_or_late() {
    let task = |n: u128, due: u32| PlanTask::open(TaskId(Uuid::from_u128(n)), "drill", Some(day(due)));
    let done = task(4, 20).complete(Some(PersonId(Uuid::nil())), Some(day(16)), "x").unwrap();
    let tasks = [task(1, 15), task(2, 23), task(3, 24), done];
    let found = judged(Records { tasks: &tasks, ..nothing(&[]) }, at(16, 8, 0));
    let plan: Vec<_> = found.iter().filter(|o| o.rule == "plan-task").map(|o| (o.due, o.state)).collect();
    assert_eq!(
        plan,
        [
            (at(15, 23, 59), ObligationState::Late),
            (at(23, 23, 59), ObligationState::Open),
            (at(20, 23, 59), ObligationState::Done),
        ]
    );
}

#[test]
fn the_clock_of_an_alert_runs_from_when_the_school_knew() {
    let alert = |rule: &str| KnownAlert {
        alert: Alert {
            rule: rule.into(),
            version: "2006".into(),
            scope: class(1).into(),
            subject: AlertSubject::Symptom(SymptomCode::new("rash")),
            from: day(15),
            to: day(15),
            raised_on: day(15),
            count: 3,
            needed: 3,
            head_count: None,
            persons: Vec::new(),
        },
        known_at: at(15, 8, 31),
        hours: (rule == "cn2006-1d3").then_some(24),
        answered_at: None,
    };
    let alerts = [alert("cn2006-1d3"), alert("ill-unknown-3")];
    let due = |now| -> Vec<(NaiveDateTime, ObligationState)> {
        let found = judged(Records { alerts: &alerts, ..nothing(&[]) }, now);
        found.iter().filter(|o| o.rule != "weekly-package").map(|o| (o.due, o.state)).collect()
    };
    assert_eq!(due(at(15, 9, 0)), [(at(15, 23, 59), Open), (at(16, 8, 31), Open)]);
    assert_eq!(due(at(16, 8, 32)), [(at(15, 23, 59), Late), (at(16, 8, 31), Late)]);
    let mut answered = alerts.clone();
    answered[0].answered_at = Some(at(15, 9, 0));
    let found = judged(Records { alerts: &answered[..1], ..nothing(&[]) }, at(16, 9, 0));
    assert!(found.iter().any(|o| o.rule == "cn2006-1d3" && o.state == ObligationState::Done));
}

#[test]
fn a_report_with_something_missing_or_changed_stays_open_until_it_is_corrected() {
    let groups = groups();
    for (unchecked, changed, state) in [(0, false, Done), (1, false, Late), (0, true, Late), (2, true, Late)]
    {
        let issued = Some(IssuedReport { unchecked, changed });
        let found = judged(Records { report: issued, ..nothing(&groups) }, at(16, 12, 0));
        let report = found.iter().find(|duty| duty.rule == "daily-report").unwrap();
        assert_eq!(report.state, state, "{unchecked} {changed}");
        assert_eq!(report.subject, ObligationSubject::DailyReport { date: day(16), issued });
    }
}

#[test]
fn the_homes_of_a_class_are_one_duty_and_late_ones_another() {
    let call = |group: u128, who: u128, due| OwedCall {
        group: class(group),
        person: PersonId(Uuid::from_u128(who)),
        due,
    };
    // Over midnight and over the weekend: 17 October is a Friday.
    let calls = [
        call(1, 1, at(17, 9, 0)),
        call(1, 2, at(16, 23, 59)),
        call(1, 3, at(20, 9, 0)),
        call(2, 4, at(17, 9, 0)),
    ];
    let owed = |now| {
        let found = judged(Records { calls: &calls, ..nothing(&[]) }, now);
        let duty = |duty: &Obligation| match &duty.subject {
            ObligationSubject::Calls { people, .. } => {
                let people = people.iter().map(|id| id.0.as_u128()).collect::<Vec<_>>();
                Some((duty.state, duty.due, people))
            }
            _ => None,
        };
        found.iter().filter_map(duty).collect::<Vec<_>>()
    };
    assert_eq!(owed(at(16, 23, 59)), [(Open, at(16, 23, 59), vec![2, 1, 3]), (Open, at(17, 9, 0), vec![4])]);
    assert_eq!(
        owed(at(17, 0, 1)),
        [(Late, at(16, 23, 59), vec![2]), (Open, at(17, 9, 0), vec![1, 3]), (Open, at(17, 9, 0), vec![4])]
    );
    assert_eq!(owed(at(18, 12, 0))[0], (Late, at(16, 23, 59), vec![2, 1]), "Saturday");
    assert!(owed(at(20, 9, 1)).iter().all(|(state, ..)| *state == Late));
}

#[test]
fn cases_and_events_are_owed_until_the_last_of_them_was_told() {
    use crate::domain::id::{CaseId, EventId};
    let groups: [OwingGroup; 0] = [];
    let case = |n, due, done_at: Option<NaiveDateTime>| CaseDuty {
        case: CaseId(Uuid::from_u128(n)),
        person: PersonId(Uuid::from_u128(n)),
        due,
        open: if done_at.is_some() { Vec::new() } else { vec!["office".to_owned()] },
        done_at,
    };
    let cases = [
        case(1, at(16, 8, 12), None),
        case(2, at(17, 8, 12), None),
        case(3, at(16, 10, 0), Some(at(16, 9, 0))),
        case(4, at(16, 8, 0), Some(at(15, 9, 0))),
    ];
    let events = [EventDuty {
        event: EventId(Uuid::from_u128(5)),
        report: EventReport::Progress,
        due: at(16, 17, 0),
        done_at: None,
    }];
    let records = Records { cases: &cases, events: &events, ..nothing(&groups) };
    let found = judged(records, at(16, 9, 30));
    let found: Vec<_> = short(&found).into_iter().filter(|(rule, ..)| *rule != "weekly-package").collect();
    assert_eq!(
        found,
        [
            ("case-report", at(16, 8, 12), Late),
            ("event-progress", at(16, 17, 0), Open),
            ("case-report", at(17, 8, 12), Open),
            ("case-report", at(16, 10, 0), Done),
        ]
    );
}

/// The duties about the sheets of one session.
fn sheets_of(session: &str, found: &[Obligation]) -> Option<(NaiveDateTime, ObligationState)> {
    found.iter().find(|o| o.rule == format!("sheets-{session}")).map(|o| (o.due, o.state))
}

#[test]
fn the_hour_is_open_to_its_last_second_and_midnight_begins_another_day() {
    let groups = groups();
    let morning = |now| sheets_of("morning", &judged(nothing(&groups), now)).unwrap();
    let second = |n, hour, minute, second| day(n).and_hms_opt(hour, minute, second).unwrap();
    assert_eq!(morning(at(16, 0, 0)), (at(16, 9, 0), Open), "from midnight on");
    assert_eq!(morning(at(16, 9, 0)).1, Open, "handed in at nine is in time");
    assert_eq!(morning(second(16, 9, 0, 1)).1, Late);
    assert_eq!(morning(second(16, 23, 59, 59)), (at(16, 9, 0), Late));
    assert_eq!(morning(second(17, 0, 0, 0)), (at(17, 9, 0), Open), "what was late yesterday is yesterday's");
    // What was confirmed on Thursday is none of Friday's.
    let done = [confirmed(class(1), Session::Morning), confirmed(class(2), Session::Morning)];
    let records = || Records { sheets: &done, ..nothing(&groups) };
    assert_eq!(sheets_of("morning", &judged(records(), second(16, 23, 59, 59))).unwrap().1, Done);
    assert_eq!(sheets_of("morning", &judged(records(), second(17, 0, 0, 1))).unwrap().1, Open);
}

#[test]
fn weekends_owe_nothing_unless_they_are_made_up_for_and_holidays_owe_their_register() {
    let rules = RuleBook::shipped().unwrap();
    let mut calendar = Calendar::defaults(&rules, 2025);
    let groups = groups();
    let judge = |calendar: &Calendar, now| obligations(&rules, nothing(&groups), calendar, now);
    let sessions = |found: &[Obligation]| -> Vec<String> {
        found.iter().filter(|o| o.rule.starts_with("sheets-")).map(|o| o.rule.clone()).collect()
    };
    // The 18th is a Saturday.
    assert!(sessions(&judge(&calendar, at(18, 23, 59))).is_empty());
    let entered = |n, kind| DayException { date: day(n), kind, note: None };
    calendar.exceptions = vec![entered(18, ExceptionKind::SchoolDay), entered(20, ExceptionKind::DayOff)];
    assert_eq!(
        sessions(&judge(&calendar, at(18, 8, 0))),
        ["sheets-morning", "sheets-noon", "sheets-evening"],
        "made up for"
    );
    assert_eq!(sheets_of("holiday", &judge(&calendar, at(20, 11, 30))), Some((at(20, 11, 30), Open)));
    assert_eq!(sheets_of("holiday", &judge(&calendar, at(20, 11, 31))), Some((at(20, 11, 30), Late)));
    assert!(sessions(&judge(&calendar, at(19, 8, 0))).is_empty(), "a Sunday that nobody entered");
    assert_eq!(calendar.previous_school_day(day(21)), Some(day(18)));
}

#[test]
fn a_clock_that_was_wrong_judges_anew_and_forgets_nothing() {
    let groups = groups();
    let done = [confirmed(class(1), Session::Morning), confirmed(class(2), Session::Morning)];
    let records = || Records { sheets: &done, ..nothing(&groups) };
    // Set a year ahead and back again: only the day and hour of now decide.
    let ahead = NaiveDate::from_ymd_opt(2026, 10, 16).unwrap().and_hms_opt(8, 0, 0).unwrap();
    assert!(sheets_of("morning", &judged(records(), ahead)).is_none(), "no school year is known there");
    assert_eq!(sheets_of("morning", &judged(records(), at(16, 12, 0))).unwrap().1, Done);
    // Set back behind the moment at which they were confirmed: they stay confirmed.
    assert_eq!(sheets_of("morning", &judged(records(), at(16, 7, 0))).unwrap().1, Done);
    let noon = |now| sheets_of("noon", &judged(records(), now)).unwrap().1;
    assert_eq!([noon(at(16, 14, 11)), noon(at(16, 14, 9))], [Late, Open]);
}

#[test]
fn the_hour_of_the_school_is_judged_by_the_day() {
    use crate::domain::chosen_deadline::ChosenDeadline;
    let rules = RuleBook::shipped().unwrap();
    let mut calendar = Calendar::defaults(&rules, 2025);
    let eight = at(16, 8, 0).time();
    calendar.deadlines = vec![ChosenDeadline { from: day(17), session: Session::Morning, at: Some(eight) }];
    let groups = groups();
    let due = |n| {
        let found = obligations(&rules, nothing(&groups), &calendar, at(n, 8, 30));
        (sheets_of("morning", &found).unwrap(), sheets_of("noon", &found).unwrap().0)
    };
    assert_eq!(due(16), ((at(16, 9, 0), Open), at(16, 14, 10)));
    assert_eq!(due(17), ((at(17, 8, 0), Late), at(17, 14, 10)));
    assert_eq!(due(20).0, (at(20, 8, 0), Late), "over the weekend");
    assert_eq!(calendar.deadline(Session::AllDay, day(17), &rules), None, "never due");
}
