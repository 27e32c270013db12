use std::collections::BTreeSet;

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::measurement::Instrument;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Temperature;
use crate::ops::clock::FixedClock;
use crate::ops::daily_report::Openness;
use crate::ops::sample_book::{book, hand_in, morning, person, with};
use crate::ops::{Book, OpError};

fn entry(n: u128, temp: &str, symptoms: &[&str]) -> GateEntry {
    GateEntry {
        person: person(n),
        temperature: Temperature::parse(temp),
        instrument: Some(Instrument::Infrared),
        symptoms: symptoms.iter().map(|code| SymptomCode::new(code)).collect::<BTreeSet<_>>(),
    }
}

fn at(book: &mut Book, time: &str) {
    book.clock = Box::new(FixedClock(format!("2026-11-23T{time}:00").parse().unwrap()));
}

#[test]
fn somebody_is_found_in_any_class_and_among_the_staff() {
    let (_folder, book) = book();
    let roll = book.gate_roll(book.today()).unwrap();
    let found = |typed: &str| -> Vec<(String, u32)> {
        roll.find(typed).into_iter().map(|person| (person.class.clone(), person.number)).collect()
    };
    assert_eq!(found("5").len(), 3, "number five of every class");
    assert_eq!(found("三2 5"), [("三（2）".to_owned(), 5)]);
    assert_eq!(found("32 5"), [("三（2）".to_owned(), 5)]);
    assert_eq!(found("hgq"), [("教职工".to_owned(), 2)]);
    assert!(found("").is_empty() && found("zzz").is_empty());
}

#[test]
fn a_high_temperature_waits_for_its_retest_which_decides() {
    let (_folder, mut book) = book();
    let date = book.today();
    at(&mut book, "07:30");
    let filed = book.file_at_gate(&entry(103, "37.6@forehead", &["cough"])).unwrap();
    assert_eq!((filed.session, filed.high), (Session::Morning, true));
    assert_eq!(filed.retest_at.unwrap().format("%H:%M").to_string(), "07:40");
    let sheet = book.sheet_view(morning(1, date)).unwrap();
    assert!(sheet.draft && sheet.lines[2].fever, "a typed finding counts at once");
    assert!(book.todo(date).unwrap().iter().any(|line| line.rule == "retest"));
    // The class is confirmed before somebody measures again: the retest still finds its finding.
    hand_in(&mut book, morning(1, date), &[]);
    at(&mut book, "07:41");
    let again = GateEntry { instrument: Some(Instrument::Glass), ..entry(103, "36.9", &[]) };
    let filed = book.file_at_gate(&again).unwrap();
    assert_eq!((filed.session, filed.high, filed.retest_at), (Session::Morning, false, None));
    assert_eq!(filed.measurements.len(), 2);
    let finding = book.store.sheet(morning(1, date)).unwrap().findings[&person(103)].clone();
    assert_eq!(finding.temperature, Temperature::parse("36.9"));
    assert!(finding.symptoms.contains(&SymptomCode::new("cough")), "what was marked stays");
    assert!(!book.todo(date).unwrap().iter().any(|line| line.rule == "retest"));
    // From now on the class's sheet is in: what comes later stands in the register of the day.
    let filed = book.file_at_gate(&entry(104, "38.0@forehead", &[])).unwrap();
    assert_eq!(filed.session, Session::AllDay);
    let view = book.gate_view(date).unwrap();
    assert_eq!((view.lines.len(), view.lines[0].key), (2, person(104)), "who waits stands first");
    book.undo(None).unwrap();
    assert_eq!(book.gate_view(date).unwrap().lines.len(), 1);
}

#[test]
fn what_is_found_at_the_gate_after_the_sheet_is_in_stands_in_the_report_and_raises_alerts() {
    let (_folder, mut book) = book();
    let date = book.today();
    for class in [1, 2, 3] {
        hand_in(&mut book, morning(class, date), &[]);
    }
    for n in [103, 104, 105] {
        let filed = book.file_at_gate(&entry(n, "38.2", &["cough"])).unwrap();
        assert_eq!(filed.session, Session::AllDay);
    }
    let _ = book.file_at_gate(&entry(902, "37.8", &[])).unwrap();
    let sheet = book.store.sheet(SheetKey { session: Session::AllDay, ..morning(1, date) }).unwrap();
    assert!(sheet.confirmed_at.is_some(), "nobody has to confirm it afterwards");
    assert_eq!(sheet.checked_by.as_deref(), Some("王秀兰"), "who stood at the gate");
    let report = book.report_view(date).unwrap().body.report;
    let register = report.later.iter().find(|it| it.session == Session::AllDay).unwrap();
    assert_eq!((register.total.illness.len(), report.staff_all_day.unwrap().figures.illness.len()), (3, 1));
    assert!(book.alerts_on(date).unwrap().iter().any(|alert| alert.rule == "cn2006-1d3" && alert.count == 3));
    let body = book.report_view(date).unwrap().body;
    let notes = body.form_content(Openness::Own, book.rules(), book.tr()).notes;
    let wanted = "全日观察和门口登记：4 人有情况，其中因病缺勤 0 人；发热 4、咳嗽 3。";
    assert!(notes.iter().any(|note| note == wanted), "{notes:?}");
}

#[test]
fn the_limit_is_that_of_the_gate_and_a_site_without_a_confirmed_one_takes_the_axillary() {
    let (_folder, mut book) = book();
    let high = |book: &mut Book, temp| book.file_at_gate(&entry(105, temp, &[])).unwrap().high;
    assert!(high(&mut book, "37.3@axillary"));
    book.undo(None).unwrap();
    assert!(!high(&mut book, "36.9@forehead"), "36.8 and 37.3 contradict each other");
    let line = book.file_at_gate(&entry(901, "36.5@forehead", &[])).unwrap();
    assert_eq!((line.class.as_str(), line.session), ("教职工", Session::AllDay), "the staff owe no sheet");
    let nothing = GateEntry { temperature: None, ..entry(105, "36.5", &[]) };
    assert!(matches!(book.file_at_gate(&nothing), Err(OpError::BadValue { field: "gate", .. })));
    assert!(matches!(book.file_at_gate(&entry(999, "36.5", &[])), Err(OpError::NoSuchPerson)));
    let asked = GateEntry { temperature: None, ..entry(106, "", &["rash"]) };
    assert_eq!(book.file_at_gate(&asked).unwrap().measurements, []);
}

#[test]
fn a_temperature_typed_on_the_sheet_answers_a_retest_and_keeps_the_first() {
    let (_folder, mut book) = book();
    let date = book.today();
    book.file_at_gate(&entry(103, "37.6@forehead", &[])).unwrap();
    let mut finding = book.store.sheet(morning(1, date)).unwrap().findings[&person(103)].clone();
    finding.temperature = Temperature::parse("36.8");
    finding.attendance = Attendance::Present;
    book.record(morning(1, date), person(103), &finding).unwrap();
    let kept = book.store.sheet(morning(1, date)).unwrap().findings[&person(103)].clone();
    assert_eq!((kept.retests.len(), kept.retests[1].temperature.tenths), (2, 368));
    assert!(book.gate_view(date).unwrap().lines[0].retest_at.is_none());
    book.record(morning(2, date), person(203), &with(Attendance::Ill, &[])).unwrap();
    assert_eq!(book.gate_view(date).unwrap().lines.len(), 1, "who was not measured is not listed");
}

#[test]
fn a_normal_temperature_is_no_finding_of_the_class_and_leaves_its_nil() {
    let (_folder, mut book) = book();
    let date = book.today();
    at(&mut book, "07:30");
    for n in 101..=112 {
        let line = book.file_at_gate(&entry(n, "36.5", &[])).unwrap();
        assert_eq!((line.session, line.high), (Session::AllDay, false));
    }
    assert_eq!(book.gate_view(date).unwrap().lines.len(), 12, "each is kept");
    book.set_nil(morning(1, date)).unwrap();
    // A high value that was measured again and found normal leaves the sheet with it.
    book.file_at_gate(&entry(203, "37.6@forehead", &[])).unwrap();
    assert!(book.set_nil(morning(2, date)).is_err(), "it waits");
    at(&mut book, "07:41");
    let again = GateEntry { instrument: Some(Instrument::Glass), ..entry(203, "36.9", &[]) };
    let line = book.file_at_gate(&again).unwrap();
    assert_eq!((line.session, line.measurements.len(), line.retest_at), (Session::AllDay, 2, None));
    let filed =
        |book: &Book| book.gate_view(date).unwrap().lines.iter().filter(|l| l.key == person(203)).count();
    assert_eq!(filed(&book), 1);
    book.undo(None).unwrap();
    assert!(book.gate_view(date).unwrap().lines[0].retest_at.is_some(), "it waits again");
    book.file_at_gate(&again).unwrap();
    book.set_nil(morning(2, date)).unwrap();
    book.set_nil(morning(3, date)).unwrap();
    let report = book.report_view(date).unwrap().body.report;
    assert!(report.nil);
    assert_eq!(report.later.iter().map(|it| it.total.illness.len()).sum::<usize>(), 0);
}
