//! Which day an alert is of, by which rules it is judged, and that list, banner, report and duties say the same.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDateTime, Weekday};
use proptest::prelude::*;

use super::*;
use crate::domain::cluster::{DiseaseCase, Evidence, HeadCounts, Tallies};
use crate::domain::group::Group;
use crate::domain::membership::Membership;
use crate::domain::obligation::KnownAlert;
use crate::domain::observation::observations;
use crate::domain::rule_book::RuleBook;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::ops::own_rules::NewOwnRule;
use crate::ops::sample_book::class;

fn date(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn at(book: &mut Book, moment: NaiveDateTime) {
    book.clock = Box::new(FixedClock(moment));
    book.follow_day().unwrap();
}

fn since(n: u128, code: &str, onset: NaiveDate) -> (u128, Finding) {
    (n, Finding { onset: Some(onset), ..with(Attendance::Ill, &[code]) })
}

fn keys(alerts: impl IntoIterator<Item = Alert>) -> BTreeSet<String> {
    alerts.into_iter().map(|alert| alert.key()).collect()
}

/// What list and report say of a day; banner and duties say no less.
fn said(book: &Book, on: NaiveDate) -> Vec<String> {
    let list: BTreeSet<String> = book.alert_lines(on).unwrap().into_iter().map(|line| line.key).collect();
    let report = book.report_draft(on, &book.report_membership().unwrap()).unwrap();
    let reported: BTreeSet<(String, NaiveDate)> =
        report.alerts.iter().map(|alert| (alert.rule.clone(), alert.raised_on)).collect();
    let part = |key: &String, at: usize| key.split('/').nth(at).unwrap().to_owned();
    let listed: BTreeSet<(String, NaiveDate)> =
        list.iter().map(|key| (part(key, 0), part(key, 3).parse().unwrap())).collect();
    assert_eq!(listed, reported, "list and report");
    assert!(keys(book.alerts_around(on).unwrap()).is_superset(&list), "the banner");
    let known = book.known_alerts(on, book.moment_of(on)).unwrap();
    assert!(keys(known.into_iter().map(|it| it.alert)).is_superset(&list), "the duties");
    list.into_iter().collect()
}

#[test]
fn who_is_ill_since_before_the_holidays_is_not_newly_ill_after_them() {
    let (_folder, mut book) = book();
    for (n, on) in [(104, 14), (105, 17), (106, 21), (107, 24), (108, 28)] {
        let ill: Vec<_> = (104..=n).map(|n| ill(n, "fever")).collect();
        at(&mut book, date(9, on).and_hms_opt(8, 0, 0).unwrap());
        hand_in(&mut book, morning(1, date(9, on)), &ill);
    }
    at(&mut book, date(10, 9).and_hms_opt(8, 0, 0).unwrap());
    let five: Vec<_> = (104..=108).map(|n| ill(n, "fever")).collect();
    hand_in(&mut book, morning(1, date(10, 9)), &five);
    assert!(said(&book, date(10, 9)).is_empty(), "{:?}", said(&book, date(10, 9)));
    let seen = book.observations_between(date(10, 9), date(10, 9)).unwrap();
    assert_eq!(seen.iter().map(|it| it.onset).min(), Some(date(9, 14)));
    assert_eq!(seen.len(), 5);
}

#[test]
fn an_onset_that_lies_days_back_alerts_at_the_key_that_tells_it() {
    let (_folder, mut book) = book();
    at(&mut book, date(11, 26).and_hms_opt(8, 0, 0).unwrap());
    hand_in(&mut book, morning(1, date(11, 26)), &[]);
    at(&mut book, date(11, 27).and_hms_opt(8, 0, 0).unwrap());
    for n in [101, 102] {
        let (n, finding) = since(n, "vomiting", date(11, 25));
        book.record(morning(1, date(11, 27)), person(n), &finding).unwrap();
        assert!(said(&book, date(11, 27)).is_empty());
    }
    let (n, finding) = since(103, "vomiting", date(11, 25));
    book.record(morning(1, date(11, 27)), person(n), &finding).unwrap();
    assert_eq!(said(&book, date(11, 27)), [format!("cn2006-1d3/{}/vomiting/2026-11-25", class(1))]);
    let sheet = book.sheet_view(morning(1, date(11, 27))).unwrap();
    assert_eq!(sheet.alerts.len(), 1, "on the sheet at once");
    // The next school day nothing new is told of it, and it is asked for until it is answered.
    book.confirm(morning(1, date(11, 27)), &crate::ops::check::HandIn::default()).unwrap();
    at(&mut book, date(11, 30).and_hms_opt(8, 0, 0).unwrap());
    let back: Vec<_> = (101..=103).map(|n| (n, Finding::default())).collect();
    hand_in(&mut book, morning(1, date(11, 30)), &back);
    assert!(said(&book, date(11, 30)).is_empty());
    let duties = |book: &Book, on| {
        let todo = book.todo(on).unwrap();
        todo.into_iter().filter(|line| line.rule == "cn2006-1d3").map(|line| line.state).collect::<Vec<_>>()
    };
    assert_eq!(duties(&book, date(11, 30)), [ObligationState::Late]);
    // Weeks later as well: only an answer ends it.
    for (month, day) in [(12, 14), (12, 31)] {
        at(&mut book, date(month, day).and_hms_opt(8, 0, 0).unwrap());
        assert_eq!(duties(&book, date(month, day)), [ObligationState::Late], "{month}-{day}");
    }
    let key = format!("cn2006-1d3/{}/vomiting/2026-11-25", class(1));
    book.answer_alert(&AnswerRequest { reported_to: Some("卫生院".into()), ..answer(&key) }).unwrap();
    assert!(duties(&book, date(12, 31)).is_empty());
    // What is held of old days follows a correction of them.
    book.undo(None).unwrap();
    assert_eq!(duties(&book, date(12, 31)), [ObligationState::Late]);
    book.record(morning(1, date(11, 27)), person(103), &with(Attendance::Ill, &["cough"])).unwrap();
    assert!(duties(&book, date(12, 31)).is_empty());
}

#[test]
fn a_figure_set_today_changes_nothing_of_yesterday() {
    let (_folder, mut book) = book();
    let three: Vec<_> = (101..=103).map(|n| ill(n, "vomiting")).collect();
    hand_in(&mut book, morning(1, day()), &three);
    hand_in(&mut book, morning(2, day()), &[ill(201, "rash"), ill(202, "rash")]);
    let own = |value: &str| NewOwnRule {
        path: "clusters/clusters/cn2006-1d3/count".into(),
        value: value.into(),
        valid_from: Some(date(11, 24)),
        source: "县疾控".into(),
        approved_by: "何志远".into(),
        ..NewOwnRule::default()
    };
    for (value, late) in [("5", false), ("2", true)] {
        at(&mut book, date(11, 24).and_hms_opt(7, 0, 0).unwrap());
        book.set_own_rule(&own(value)).unwrap();
        let known = book.known_alerts(date(11, 24), book.now()).unwrap();
        let monday = |it: &&KnownAlert| it.alert.rule == "cn2006-1d3" && it.alert.raised_on == day();
        let of: Vec<_> = known.iter().filter(monday).collect();
        assert_eq!(of.len(), 1, "{value}: the three of the 23rd, and not the two");
        assert_eq!((of[0].alert.count, of[0].alert.raised_on), (3, day()));
        at(&mut book, date(11, 24).and_hms_opt(8, 6, 0).unwrap());
        assert_eq!(state(&book, date(11, 24)), Some(ObligationState::Late));
        // Two who fall ill on the 24th are judged by what holds then.
        book.record(morning(3, date(11, 24)), person(301), &with(Attendance::Ill, &["rash"])).unwrap();
        book.record(morning(3, date(11, 24)), person(302), &with(Attendance::Ill, &["rash"])).unwrap();
        assert_eq!(!book.alerts_on(date(11, 24)).unwrap().is_empty(), late);
    }
}

#[test]
fn who_has_a_diagnosis_or_whose_tracing_has_ended_is_not_unknown() {
    let (_folder, mut book) = book();
    let silent = |n: u128| (n, with(Attendance::Ill, &[]));
    hand_in(&mut book, morning(1, day()), &[silent(103), silent(104), silent(105)]);
    assert_eq!(book.alerts_on(day()).unwrap().len(), 1);
    let finding = Finding { diagnosis: Some("水痘".into()), ..with(Attendance::Ill, &[]) };
    book.record(morning(1, day()), person(103), &finding).unwrap();
    assert!(book.alerts_on(day()).unwrap().is_empty(), "a diagnosis is no riddle");
    book.record(morning(1, day()), person(103), &silent(103).1).unwrap();
    let facts = CaseFacts { certainty: Certainty::Diagnosed, ..CaseFacts::default() };
    let draft = CaseDraft { disease: "chickenpox".into(), facts, ..CaseDraft::default() };
    let _ = book.open_case(person(104), &draft, None).unwrap();
    assert!(book.alerts_on(day()).unwrap().is_empty(), "nor is a case");
}

/// A pupil, a day, a session, what was found, whether an onset is written.
type Mark = (u128, u64, bool, u8, Option<u64>);

fn finding_of(kind: u8, onset: Option<NaiveDate>) -> Finding {
    let mut finding = match kind % 7 {
        0 => with(Attendance::Ill, &["fever"]),
        1 => with(Attendance::Present, &["fever", "cough"]),
        2 => with(Attendance::Ill, &[]),
        3 => with(Attendance::Unknown, &[]),
        4 => Finding {
            temperature: Temperature::new(376, Site::Forehead),
            ..with(Attendance::Ill, &["cough"])
        },
        5 => Finding {
            temperature: Temperature::new(381, Site::Axillary),
            ..with(Attendance::Ill, &["cough"])
        },
        _ => Finding {
            severe: [crate::domain::symptom::SevereSign::Breathless].into(),
            ..with(Attendance::Present, &["vomiting"])
        },
    };
    finding.onset = onset;
    finding
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn the_book_says_what_all_of_it_read_at_once_says(
        marks in proptest::collection::vec(
            (101..=108_u128, 0..40_u64, any::<bool>(), 0..14_u8, proptest::option::weighted(0.3, 0..6_u64)),
            0..90,
        ),
        checked in proptest::collection::btree_set(0..40_u64, 0..25),
        gap in (5..25_u64, 0..14_u64),
        judged in 0..40_u64,
    ) {
        let (_folder, mut book) = book();
        let first = date(9, 14);
        let on = |n: u64| first + Days::new(n);
        let open = |n: u64| !(gap.0..gap.0 + gap.1).contains(&n)
            && !matches!(on(n).weekday(), Weekday::Sat | Weekday::Sun);
        let mut sheets: std::collections::BTreeMap<SheetKey, Sheet> = std::collections::BTreeMap::new();
        for n in checked.iter().copied().filter(|n| open(*n)) {
            let key = morning(1, on(n));
            let sheet = Sheet { confirmed_at: on(n).and_hms_opt(8, 0, 0), ..Sheet::untouched(key) };
            let _ = sheets.insert(key, sheet);
        }
        let marks: Vec<Mark> = marks.into_iter().filter(|(_, n, ..)| open(*n)).collect();
        for (who, n, noon, kind, onset) in marks {
            let session = if noon { Session::AllDay } else { Session::Morning };
            let key = SheetKey { session, ..morning(1, on(n)) };
            let onset = onset.map(|back| on(n) - Days::new(back));
            let sheet = sheets.entry(key).or_insert_with(|| Sheet::untouched(key));
            let _ = sheet.findings.insert(person(who), finding_of(kind, onset));
        }
        let date = on(judged);
        book.act("test", serde_json::json!({}), |act, _| {
            for sheet in sheets.values() {
                let _ = act.put_sheet(sheet)?;
            }
            Ok(())
        }).unwrap();
        at(&mut book, date.and_hms_opt(22, 0, 0).unwrap());
        let rules = RuleBook::shipped().unwrap();
        let people = (101..=112).map(person).collect();
        let membership: Membership = book.membership_of(&people).unwrap();
        let until: Vec<Sheet> = sheets.values().filter(|sheet| sheet.key.date <= date).cloned().collect();
        let seen = observations(&rules, &until, &membership);
        let diseases: Vec<DiseaseCase> = Vec::new();
        let evidence =
            Evidence { rules: &rules, chosen: &[], observations: &seen, diseases: &diseases, traced: &[] };
        let tallies = Tallies::of(&evidence);
        let mut heads = HeadCounts::default();
        for scope in tallies.asks_heads() {
            if let Scope::Group(Group::Class(id)) = scope {
                heads.insert(scope, book.store.class_spans(id).unwrap());
            }
        }
        let tallies = tallies.with_heads(heads);
        prop_assert_eq!(book.alerts_on(date).unwrap(), tallies.on(date));
        let since = date - Days::new(9);
        prop_assert_eq!(book.alerts_between(since, date).unwrap(), tallies.since(since, date));
    }
}
