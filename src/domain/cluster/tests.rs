mod slowly;
mod wider;

use std::collections::BTreeMap;

use chrono::Days;
use uuid::Uuid;

use super::*;
use crate::domain::enrolment::{DormitoryStay, Enrolment};
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::id::{ClassId, DormitoryId, PersonId};
use crate::domain::membership::Membership;
use crate::domain::observation::observations;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::domain::symptom::{SevereSign, SymptomCode};
use crate::domain::temperature::{Site, Temperature};

fn rules() -> RuleBook {
    RuleBook::shipped().unwrap()
}

/// Day 1 is Monday, 27 October 2025: the fifth day is the last of the month but one.
fn day(n: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 10, 26).unwrap() + Days::new(n)
}

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

fn class(n: u128) -> Group {
    Group::Class(ClassId(Uuid::from_u128(n)))
}

fn room(n: u128) -> Group {
    Group::Dormitory(DormitoryId(Uuid::from_u128(n)))
}

fn seen(who: u128, groups: &[Group], code: &str, onset: u64) -> Observation {
    Observation {
        person: person(who),
        sheet: SheetKey { group: groups[0], date: day(onset), session: Session::Morning },
        confirmed: true,
        groups: groups.iter().copied().collect(),
        grade: None,
        meals: BTreeSet::new(),
        attendance: Attendance::Present,
        diagnosed: false,
        codes: BTreeSet::from([SymptomCode::new(code)]),
        temperature: None,
        severe: BTreeSet::new(),
        onset: day(onset),
        joined: BTreeMap::new(),
    }
}

/// What the national standard alone says.
fn judge(rules: &RuleBook, observations: &[Observation], day: NaiveDate) -> Vec<Alert> {
    let evidence = Evidence { rules, chosen: &[], observations, diseases: &[], traced: &[] };
    Tallies::of(&evidence).on(day)
}

fn short(alerts: &[Alert]) -> Vec<(&str, Group, usize, NaiveDate, NaiveDate)> {
    let group = |a: &Alert| a.scope.group().unwrap();
    alerts.iter().map(|a| (a.rule.as_str(), group(a), a.count, a.from, a.raised_on)).collect()
}

#[test]
fn three_on_one_day_alert_and_two_do_not() {
    let mut all: Vec<_> = (1..=2).map(|n| seen(n, &[class(1)], "vomiting", 3)).collect();
    all.push(seen(2, &[class(1)], "vomiting", 3));
    assert!(judge(&rules(), &all, day(3)).is_empty(), "one person on two sheets is one");
    all.push(seen(3, &[class(2)], "vomiting", 3));
    all.push(seen(3, &[class(1)], "rash", 3));
    assert!(judge(&rules(), &all, day(3)).is_empty(), "another class, another symptom");
    all.push(seen(4, &[class(1)], "vomiting", 3));
    let alerts = judge(&rules(), &all, day(3));
    assert_eq!(short(&alerts), [("cn2006-1d3", class(1), 3, day(3), day(3))]);
    assert_eq!(alerts[0].persons, [person(1), person(2), person(4)]);
    assert_eq!((alerts[0].subject.code(), alerts[0].version.as_str()), (Some("vomiting"), "2006"));
    assert!(judge(&rules(), &all, day(4)).is_empty(), "the window ends on the day judged");
}

#[test]
fn symptoms_outside_the_list_do_not_alert() {
    let all: Vec<_> = (1..=9).map(|n| seen(n, &[class(1)], "cough", 3)).collect();
    assert!(judge(&rules(), &all, day(3)).is_empty());
}

#[test]
fn five_in_three_days_over_a_month_border_and_a_weekend() {
    // 31 October is day 5, a Friday; 2 November is day 7, a Sunday.
    let onsets = [(1, 5), (2, 5), (3, 6), (4, 7), (5, 7)];
    let all: Vec<_> = onsets.iter().map(|(n, d)| seen(*n, &[class(1), room(1)], "diarrhoea", *d)).collect();
    assert_eq!(day(7), NaiveDate::from_ymd_opt(2025, 11, 2).unwrap());
    assert!(judge(&rules(), &all, day(6)).is_empty());
    assert_eq!(
        short(&judge(&rules(), &all, day(7))),
        [("cn2006-3d5", class(1), 5, day(5), day(7)), ("cn2006-3d5", room(1), 5, day(5), day(7))]
    );
    assert!(judge(&rules(), &all, day(8)).is_empty());
}

#[test]
fn both_rules_stand_side_by_side_and_a_run_keeps_its_first_day() {
    let mut all: Vec<_> = (1..=5).map(|n| seen(n, &[class(1)], "fever", 2)).collect();
    all.extend((6..=8).map(|n| seen(n, &[class(1)], "fever", 3)));
    let alerts = judge(&rules(), &all, day(3));
    assert_eq!(
        short(&alerts),
        [("cn2006-1d3", class(1), 3, day(3), day(2)), ("cn2006-3d5", class(1), 8, day(1), day(2))]
    );
    let alerts = judge(&rules(), &all, day(4));
    assert_eq!(short(&alerts), [("cn2006-3d5", class(1), 8, day(2), day(2))]);
    let rules = rules();
    let evidence = Evidence { rules: &rules, chosen: &[], observations: &all, diseases: &[], traced: &[] };
    let runs = Tallies::of(&evidence).since(day(1), day(6));
    assert_eq!(
        runs.iter().map(|a| (a.rule.as_str(), a.to)).collect::<Vec<_>>(),
        [("cn2006-3d5", day(4)), ("cn2006-1d3", day(3))],
        "each run once, as it stood last"
    );
}

#[test]
fn one_severe_sign_alerts_once_in_the_class() {
    let mut one = seen(1, &[class(1), room(1)], "vomiting", 3);
    one.severe.insert(SevereSign::SevereGi);
    let mut again = one.clone();
    again.sheet.group = room(1);
    let alerts = judge(&rules(), &[one.clone(), again, seen(2, &[class(1)], "vomiting", 3)], day(3));
    assert_eq!(short(&alerts), [("cn2006-severe", class(1), 1, day(3), day(3))]);
    assert_eq!(alerts[0].subject, AlertSubject::Severe(SevereSign::SevereGi));
    let mut other = one.clone();
    other.person = person(9);
    assert_eq!(judge(&rules(), &[one, other], day(3)).len(), 2, "each person for himself");
}

#[test]
fn three_ill_without_symptoms_ask_for_a_call() {
    let quiet = |n| Observation {
        attendance: Attendance::Ill,
        codes: BTreeSet::new(),
        ..seen(n, &[class(1), room(1)], "fever", 3)
    };
    let mut all = vec![quiet(1), quiet(2), quiet(3)];
    let alerts = judge(&rules(), &all, day(3));
    assert_eq!(short(&alerts), [("ill-unknown-3", class(1), 3, day(3), day(3))]);
    assert_eq!(alerts[0].subject.code(), None);
    all.push(seen(3, &[class(1)], "cough", 3));
    assert!(judge(&rules(), &all, day(3)).is_empty(), "the noon sheet tells the symptom");
}

fn sheet(n: u64, session: Session, confirmed: bool, findings: Vec<(u128, Finding)>) -> Sheet {
    let key = SheetKey { group: class(1), date: day(n), session };
    Sheet {
        confirmed_at: confirmed.then(|| day(n).and_hms_opt(8, 0, 0).unwrap()),
        findings: findings.into_iter().map(|(n, f)| (person(n), f)).collect(),
        ..Sheet::untouched(key)
    }
}

fn membership() -> Membership {
    let enrolments: Vec<_> = (1..=9)
        .map(|n| Enrolment {
            person: person(n),
            class: ClassId(Uuid::from_u128(1)),
            grade: Some(3),
            seat_no: 1,
            from: day(0),
            to: None,
        })
        .collect();
    let stay = DormitoryStay {
        person: person(1),
        dormitory: DormitoryId(Uuid::from_u128(1)),
        from: day(3),
        to: Some(day(3)),
    };
    Membership::new(&enrolments, &[stay])
}

fn hot(tenths: u16) -> Finding {
    Finding { temperature: Temperature::new(tenths, Site::Axillary), ..Finding::default() }
}

#[test]
fn temperature_alone_makes_a_fever_cluster_at_the_third_keystroke() {
    let two = vec![(1, hot(382)), (2, hot(375)), (3, hot(374))];
    let mut sheets = vec![sheet(3, Session::Morning, false, two)];
    let all = observations(&rules(), &sheets, &membership());
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].groups, BTreeSet::from([class(1), room(1)]));
    assert!(judge(&rules(), &all, day(3)).is_empty());
    sheets.push(sheet(3, Session::Noon, false, vec![(3, hot(375))]));
    let alerts = judge(&rules(), &observations(&rules(), &sheets, &membership()), day(3));
    assert_eq!(short(&alerts), [("cn2006-1d3", class(1), 3, day(3), day(3))]);
}

#[test]
fn onset_is_the_written_day_else_the_first_of_the_episode() {
    let ill = |onset: Option<u64>| Finding {
        attendance: Attendance::Ill,
        symptoms: BTreeSet::from([SymptomCode::new("rash")]),
        onset: onset.map(day),
        ..Finding::default()
    };
    let onsets = |sheets: &[Sheet]| -> Vec<NaiveDate> {
        observations(&rules(), sheets, &membership()).iter().map(|o| o.onset).collect()
    };
    let morning = |n, findings| sheet(n, Session::Morning, true, findings);
    // Friday, nothing over the weekend, Monday: one episode.
    let weekend = [morning(5, vec![(1, ill(None))]), morning(8, vec![(1, ill(None))])];
    assert_eq!(onsets(&weekend), [day(5), day(5)]);
    // A confirmed sheet without the pupil between them: two.
    let broken = [weekend[0].clone(), morning(6, vec![]), weekend[1].clone()];
    assert_eq!(onsets(&broken), [day(5), day(8)]);
    // A draft does not break it, nor does noon of a day with a finding.
    let draft = [
        weekend[0].clone(),
        sheet(5, Session::Noon, true, vec![]),
        sheet(6, Session::Morning, false, vec![]),
        weekend[1].clone(),
    ];
    assert_eq!(onsets(&draft), [day(5), day(5)]);
    // Written down later, it holds for the whole episode, unless it is later than the finding.
    let told = [morning(5, vec![(1, ill(None))]), morning(8, vec![(1, ill(Some(4)))])];
    assert_eq!(onsets(&told), [day(4), day(4)]);
    let relapse = [morning(5, vec![(1, ill(None))]), morning(8, vec![(1, ill(Some(8)))])];
    assert_eq!(onsets(&relapse), [day(5), day(8)]);
}

#[test]
fn a_symptom_that_joins_others_later_counts_from_the_day_on_which_it_was_seen() {
    let with = |codes: &[&str], onset: Option<u64>| Finding {
        symptoms: codes.iter().map(|code| SymptomCode::new(code)).collect(),
        onset: onset.map(day),
        ..Finding::default()
    };
    let loose = with(&["diarrhoea"], None);
    let alerts = |yesterday: Finding, today: Finding| {
        let three = vec![(1, today), (2, loose.clone()), (3, loose.clone())];
        let sheets =
            [sheet(4, Session::Morning, true, vec![(1, yesterday)]), sheet(5, Session::Morning, true, three)];
        let seen = observations(&rules(), &sheets, &membership());
        judge(&rules(), &seen, day(5)).iter().map(|alert| alert.count).collect::<Vec<_>>()
    };
    assert_eq!(alerts(with(&["cough"], None), with(&["cough", "diarrhoea"], None)), [3]);
    assert_eq!(alerts(with(&["cough"], None), loose.clone()), [3]);
    // An onset that was written for the cough, and taken over with the proposal, is not that of the diarrhoea.
    assert_eq!(alerts(with(&["cough"], Some(3)), with(&["cough", "diarrhoea"], Some(3))), [3]);
    // One that is written with the diarrhoea is.
    assert_eq!(alerts(with(&["cough"], None), with(&["diarrhoea"], Some(4))), [0; 0]);
    // Had it yesterday already: it does not begin again. Nor does what a call learned of an illness without symptoms.
    assert_eq!(alerts(loose.clone(), with(&["cough", "diarrhoea"], None)), [0; 0]);
    let unknown = Finding { attendance: Attendance::Ill, ..Finding::default() };
    assert_eq!(alerts(unknown, loose.clone()), [0; 0]);
}
