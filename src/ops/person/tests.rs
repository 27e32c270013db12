pub(crate) mod whole;

use std::collections::BTreeMap;
use std::time::Instant;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::json;

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::group::Group;
use crate::domain::health_note::{HealthKind, HealthNote};
use crate::domain::id::ClassId;
use crate::domain::person::Person;
use crate::domain::progress::Silent;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::domain::vaccination_check::{Completeness, Doses, VaccinationCheck};
use crate::ops::print::{PrintOp, PrintRequest};
use crate::ops::sample_book::{book, class, hand_in, morning, person, with};
use crate::ops::{Book, Op, OpError};
use crate::storage::EnrolmentRow;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn field<'f>(file: &'f PersonFile, name: &str) -> Vec<&'f ValueChange> {
    file.changes.iter().filter(|change| change.field == name).collect()
}

#[test]
fn since_when_a_value_is_there_and_who_typed_it() {
    let (_folder, mut book) = book();
    let mut pupil = book.person_view(person(101)).unwrap().person;
    for phone in ["13500000001", "13500000002"] {
        pupil.guardian_phone = Some(phone.into());
        book.edit_person(&pupil).unwrap();
    }
    let ClassKey(third) = ClassKey::of(2);
    book.move_class(person(101), third, day("2026-11-24")).unwrap();
    book.undo(None).unwrap();
    let file = book.person_file(person(101), 0).unwrap();
    let phones = field(&file, "guardian_phone");
    let told: Vec<_> =
        phones.iter().map(|it| (it.old.as_deref(), it.new.as_deref(), it.by.as_str())).collect();
    assert_eq!(
        told,
        [(Some("13500000001"), Some("13500000002"), "王秀兰"), (None, Some("13500000001"), "王秀兰")]
    );
    assert_eq!((phones[0].act.as_str(), phones[0].label.as_str()), ("edit_person", "监护人电话"));
    let names = field(&file, "name");
    assert_eq!((names[0].act.as_str(), names[0].old.as_deref()), ("import", None));
    let classes = field(&file, "class");
    assert!(classes.iter().any(|it| it.taken_back && it.act == "move_class"), "{classes:#?}");
    assert!(classes.iter().any(|it| it.words == "撤销"), "{classes:#?}");
    assert_eq!(classes.last().unwrap().new.as_deref(), Some("三年级(1)班，2026-09-01 起"));
    assert!(!file.more_changes);
}

#[test]
fn a_room_that_was_taken_back_keeps_its_name_in_the_changes() {
    let (_folder, mut book) = book();
    let pupil = person(101);
    book.set_boarding(pupil, Some(crate::domain::person::Boarding::Boarder), day("2026-11-24")).unwrap();
    book.set_dormitory(pupil, Some("9 舍 101"), day("2026-11-24")).unwrap();
    book.undo(None).unwrap();
    let file = book.person_file(pupil, 0).unwrap();
    let rooms: Vec<_> =
        field(&file, "dormitory").iter().map(|it| (it.old.as_deref(), it.new.as_deref())).collect();
    let told = Some("9 舍 101，2026-11-24 起");
    assert!(rooms.contains(&(told, None)) && rooms.contains(&(None, told)), "{rooms:?}");
}

struct ClassKey(ClassId);

impl ClassKey {
    fn of(n: u128) -> Self {
        let Group::Class(id) = class(n) else { unreachable!() };
        Self(id)
    }
}

#[test]
fn checks_absences_and_papers_of_one_person() {
    let (folder, mut book) = book();
    let (friday, monday) = (day("2026-11-20"), day("2026-11-23"));
    hand_in(&mut book, morning(1, day("2026-11-18")), &[(102, with(Attendance::Ill, &["fever"]))]);
    hand_in(&mut book, morning(1, day("2026-11-19")), &[(102, with(Attendance::Ill, &["cough"]))]);
    // Back on Friday with a cough: without a word the proposal would be recorded.
    hand_in(&mut book, morning(1, friday), &[(102, with(Attendance::Present, &["cough"]))]);
    book.record(morning(1, monday), person(102), &with(Attendance::Ill, &["rash"])).unwrap();
    let file = book.person_file(person(102), 0).unwrap();
    assert_eq!((file.findings_total, file.pages), (4, 1));
    let seen: Vec<_> = file.findings.iter().map(|it| (it.date, it.confirmed)).collect();
    assert_eq!(seen, [(monday, false), (friday, true), (day("2026-11-19"), true), (day("2026-11-18"), true)]);
    assert_eq!((file.findings[0].group.as_str(), file.findings[0].words.as_str()), ("三（1）", "因病 皮疹"));
    let [absence] = &file.absences[..] else { panic!("{:#?}", file.absences) };
    let (from, to) = (absence.from, absence.to);
    assert_eq!((from, to, absence.words.as_str()), (day("2026-11-18"), Some(day("2026-11-19")), "因病 咳嗽"));
    assert!(file.papers.is_empty());
    let path = folder.path().join("letters.pdf");
    let request = PrintRequest::letter("winter", monday);
    book.run_print(&PrintOp::SavePdf { request, path }, &mut Silent).unwrap();
    let file = book.person_file(person(102), 0).unwrap();
    assert_eq!(file.papers.len(), 1);
    assert!(file.papers[0].opens && !file.papers[0].title.is_empty());
    let text = serde_json::to_string(&file).unwrap();
    assert!(text.contains("\"attendance\":\"ill\""), "{text}");
    let staff = book.person_file(person(901), 0).unwrap();
    assert_eq!(staff.memberships[0].kind, Belonging::Staff);
    assert!(matches!(book.person_file(person(999), 0), Err(OpError::NoSuchPerson)));
}

#[test]
fn health_notes_are_dated_and_undone() {
    let (_folder, mut book) = book();
    let whom = person(101);
    let allergy = |text: &str| vec![(HealthKind::Allergy, text.to_owned())];
    book.set_health_notes(whom, day("2026-09-01"), &allergy("无")).unwrap();
    book.set_health_notes(whom, day("2026-11-20"), &allergy(" 青霉素，  花生 ")).unwrap();
    let file = book.person_file(whom, 0).unwrap();
    let now: Vec<_> = file.current_notes().map(|note| (note.kind, note.text.as_str())).collect();
    assert_eq!(now, [(HealthKind::Allergy, "青霉素， 花生")]);
    assert_eq!(file.health.len(), 2);
    assert_eq!(field(&file, "allergy")[0].new.as_deref(), Some("青霉素， 花生，2026-11-20 起"));
    book.undo(None).unwrap();
    let file = book.person_file(whom, 0).unwrap();
    assert_eq!(file.current_notes().next().unwrap().text, "无");
    book.set_health_notes(whom, day("2026-09-01"), &allergy("")).unwrap();
    assert!(book.person_file(whom, 0).unwrap().health.is_empty());
    let ahead = book.set_health_notes(whom, day("2026-11-24"), &allergy("无"));
    assert!(matches!(ahead, Err(OpError::DayToCome { .. })));
    let long = book.set_health_notes(whom, day("2026-11-20"), &allergy(&"敏".repeat(301)));
    assert!(matches!(long, Err(OpError::BadValue { .. })));
}

#[test]
fn a_certificate_is_checked_replaced_and_undone() {
    let (_folder, mut book) = book();
    let mut check = VaccinationCheck::open(person(101), day("2026-09-02"));
    check.certificate = Some(true);
    check.doses = BTreeMap::from([("bcg".to_owned(), Doses { given: 1, catch_up: 0 })]);
    book.set_vaccination(&check).unwrap();
    let file = book.person_file(person(101), 0).unwrap();
    assert_eq!(file.vaccinations[0].words, "缺乙肝、脊灰、百白破、麻疹、流脑");
    assert_eq!(file.vaccines[0].doses, Some(Doses { given: 1, catch_up: 0 }));
    check.judged = Some(true);
    book.set_vaccination(&check).unwrap();
    let file = book.person_file(person(101), 0).unwrap();
    assert_eq!((file.vaccinations.len(), &file.vaccinations[0].completeness), (1, &Completeness::Complete));
    assert_eq!(field(&file, "vaccination").len(), 2);
    book.undo(None).unwrap();
    book.undo(None).unwrap();
    assert!(book.person_file(person(101), 0).unwrap().vaccinations.is_empty());
    check.doses.insert("pox".into(), Doses::default());
    assert!(matches!(book.set_vaccination(&check), Err(OpError::Choice(_))));
    check.doses = BTreeMap::from([("bcg".to_owned(), Doses { given: 10, catch_up: 0 })]);
    assert!(matches!(book.set_vaccination(&check), Err(OpError::BadValue { field: "doses", .. })));
    let staff = VaccinationCheck::open(person(901), day("2026-09-02"));
    let set = |notes, check| Op::Health(HealthOp::Set { notes, check: Some(Box::new(check)) });
    assert!(matches!(book.run(&set(vec![], staff), &mut Silent), Err(OpError::NotAMember)));
    // Notes and check are one act: a day to come keeps both out, and one step back takes both away.
    let check = VaccinationCheck::open(person(101), day("2026-09-02"));
    let note = |from: &str| HealthNote {
        person: person(101),
        kind: HealthKind::Allergy,
        day: day(from),
        text: "花生".into(),
    };
    let refused = book.run(&set(vec![note("2026-11-24")], check.clone()), &mut Silent);
    assert!(matches!(refused, Err(OpError::DayToCome { .. })));
    let kept = |book: &Book| {
        let file = book.person_file(person(101), 0).unwrap();
        (file.current_notes().count(), file.vaccinations.len())
    };
    let before = kept(&book);
    let _ = book.run(&set(vec![note("2026-11-22")], check), &mut Silent).unwrap();
    assert_eq!(kept(&book), (before.0 + 1, before.1 + 1));
    book.undo(None).unwrap();
    assert_eq!(kept(&book), before);
}

/// A class with three sheets on every weekday of six years; one pupil is ill on every tenth.
fn six_years(book: &mut Book) {
    let ClassKey(id) = ClassKey::of(1);
    let (first, today) = (day("2020-09-01"), book.today());
    let pupil = person(1000);
    book.act("import", json!({}), |act, _| {
        let record = Person::named(pupil, crate::domain::person::PersonKind::Pupil, "覃雨泽");
        let _ = act.put(&record)?;
        let row = EnrolmentRow {
            person: pupil,
            class: id,
            grade: Some(3),
            seat_no: 99,
            from_day: first,
            to_day: None,
        };
        let _ = act.put(&row)?;
        let days = first.iter_days().take_while(|day| *day < today);
        let weekday = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        for (n, date) in days.filter(weekday).enumerate() {
            for session in [Session::Morning, Session::Noon] {
                let mut sheet = Sheet::untouched(SheetKey { group: class(1), date, session });
                sheet.confirmed_at = date.and_hms_opt(8, 0, 0);
                for other in 101..109 {
                    let _ = sheet.findings.insert(person(other), with(Attendance::Present, &["cough"]));
                }
                if n % 10 < 2 {
                    let _ = sheet.findings.insert(pupil, with(Attendance::Ill, &["fever"]));
                }
                let _ = act.put_sheet(&sheet)?;
            }
        }
        Ok(())
    })
    .unwrap();
}

#[test]
fn six_years_of_records_open_at_once() {
    let (_folder, mut book) = book();
    six_years(&mut book);
    let begun = Instant::now();
    let file = book.person_file(person(1000), 0).unwrap();
    let took = begun.elapsed();
    assert!(file.findings_total > 600 && file.absences.len() > 150, "{}", file.absences.len());
    assert!(file.findings.len() <= 40 && file.pages > 10);
    let last = book.person_file(person(1000), usize::MAX).unwrap();
    assert_eq!(last.findings.last().unwrap().date, day("2020-09-01") + Days::new(0));
    // Generous for an unoptimised build on a loaded machine; the figure is a few dozen milliseconds.
    assert!(took.as_millis() < 1500, "{took:?}");
    eprintln!("six years: {took:?}");
}
