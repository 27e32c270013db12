//! Outbreaks as scripts: what is typed for whom on which day, and which alert after which key. They are run through the
//! acts here and through the keyboard by the window's flows.

// A script that cannot be read fails its tests by panicking.
#![allow(clippy::missing_panics_doc)]

mod script;

use std::collections::BTreeSet;

use serde_json::json;
use uuid::Uuid;

#[cfg(feature = "gui")]
pub(crate) use script::ScriptSheet;
pub(crate) use script::{Raised, Script};

use crate::domain::finding::{Attendance, Finding};
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::{Person, PersonKind};
use crate::domain::rule_book::KeyMeaning;
use crate::domain::school_class::{ClassKind, SchoolClass};
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::domain::temperature::{Site, Temperature};
use crate::ops::check::HandIn;
use crate::ops::clock::FixedClock;
use crate::ops::{Book, OpenOptions};
use crate::storage::EnrolmentRow;

/// How the book of a script is opened on one of its days.
pub(crate) fn options(folder: &std::path::Path, script: &Script, day: usize) -> OpenOptions {
    OpenOptions {
        folder: folder.to_owned(),
        now: script.days[day].0.and_hms_opt(8, 5, 0),
        seed: Some(1),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    }
}

/// The school of a script on its first day, everybody well.
pub(crate) fn school(folder: &std::path::Path, script: &Script) -> Book {
    let mut book = Book::open(&options(folder, script, 0)).unwrap();
    let from_day = chrono::NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    book.set(
        "school",
        &crate::domain::school::School {
            id: Uuid::from_u128(9),
            name: "云坪镇石桥学校".into(),
            phone: None,
            principal: None,
            demo: false,
        },
    )
    .unwrap();
    book.act("import", json!({}), |act, _| {
        for (order, (name, size)) in (1_u32..).zip(&script.classes) {
            let grade = "一二三四五六".chars().position(|sign| name.starts_with(sign)).map(|at| at as u8 + 1);
            let id = ClassId(Uuid::from_u128(u128::from(order)));
            act.put(&SchoolClass {
                id,
                school_year: 2026,
                label: name.clone(),
                kind: ClassKind::Ordinary,
                grade,
                class_no: None,
                sort_order: order,
                teacher: None,
                continues: None,
            })?;
            for seat_no in 1..=*size {
                let person = PersonId(Uuid::from_u128(u128::from(order * 100 + seat_no)));
                act.put(&Person::named(person, PersonKind::Pupil, format!("学生{order:02}{seat_no:02}")))?;
                act.put(&EnrolmentRow { person, class: id, grade, seat_no, from_day, to_day: None })?;
            }
        }
        Ok(())
    })
    .unwrap();
    for rules in &script.rules {
        book.choose_rules(rules, true).unwrap();
    }
    book
}

/// The alerts that are new since the last time, as a script names them.
pub(crate) fn new_alerts(book: &Book, seen: &mut BTreeSet<String>, day: chrono::NaiveDate) -> Vec<Raised> {
    let mut found = Vec::new();
    for alert in book.alerts_around(day).unwrap() {
        if seen.insert(alert.key()) {
            let scope = match alert.scope.group() {
                Some(group) => book.group_info(group).unwrap().label,
                None => alert.scope.to_string(),
            };
            let subject = alert.subject.code().unwrap_or("-").to_owned();
            found.push(Raised { rule: alert.rule, scope, subject });
        }
    }
    found.sort();
    found
}

fn mark(book: &Book, finding: &mut Finding, keys: &str) {
    if let Ok(tenths) = keys.parse() {
        finding.temperature = Temperature::new(tenths, Site::Axillary);
        return;
    }
    for letter in keys.chars() {
        match book.rules().by_key(letter) {
            Some(KeyMeaning::Symptom(symptom)) => {
                let _ = finding.symptoms.insert(symptom.code.clone());
            }
            Some(KeyMeaning::Attendance(entry)) => finding.attendance = entry.kind,
            None => panic!("no key {letter}"),
        }
    }
}

/// Types the first days of a script without looking at the alerts.
pub(crate) fn type_days(book: &mut Book, script: &Script, days: usize) {
    for (day, sheets) in script.days.iter().take(days) {
        book.clock = Box::new(FixedClock(day.and_hms_opt(8, 5, 0).unwrap()));
        for sheet in sheets {
            let group = book.find_class(&sheet.class, *day).unwrap().group;
            let key = SheetKey { group, date: *day, session: Session::Morning };
            let lines = book.sheet_view(key).unwrap().lines;
            for entry in &sheet.entries {
                let person = lines.iter().find(|line| line.seat_no == entry.seat).unwrap().person;
                let mut finding = Finding::default();
                entry.keys.iter().for_each(|keys| mark(book, &mut finding, keys));
                book.record(key, person, &finding).unwrap();
            }
            let _ = book.confirm(key, &HandIn::default()).unwrap();
        }
    }
}

/// Runs a script through the acts and compares after every key. Answers how many fell ill and were absent ill.
fn run(script: &Script) -> (usize, usize) {
    let folder = tempfile::tempdir().unwrap();
    let mut book = school(folder.path(), script);
    let (mut seen, mut ill, mut absent) = (BTreeSet::new(), BTreeSet::new(), 0);
    for (day, sheets) in &script.days {
        book.clock = Box::new(FixedClock(day.and_hms_opt(8, 5, 0).unwrap()));
        assert_eq!(new_alerts(&book, &mut seen, *day), [], "{day}: nothing was typed yet");
        for sheet in sheets {
            let group = book.find_class(&sheet.class, *day).unwrap().group;
            let key = SheetKey { group, date: *day, session: Session::Morning };
            let lines = book.sheet_view(key).unwrap().lines;
            for entry in &sheet.entries {
                let person = lines.iter().find(|line| line.seat_no == entry.seat).unwrap().person;
                let mut finding = Finding::default();
                for keys in &entry.keys {
                    mark(&book, &mut finding, keys);
                    book.record(key, person, &finding).unwrap();
                    let raised = new_alerts(&book, &mut seen, *day);
                    assert_eq!(raised, entry.raised_by(keys), "{day} {} {} {keys}", sheet.class, entry.seat);
                }
                absent += usize::from(finding.attendance == Attendance::Ill);
                ill.insert(person);
            }
            let _ = book.confirm(key, &HandIn::default()).unwrap();
            let raised = new_alerts(&book, &mut seen, *day);
            assert_eq!(raised, sheet.raised_by_confirming, "{day} {} confirmed", sheet.class);
        }
    }
    assert_eq!(seen.len(), script.alerts(), "no alert came twice under another key");
    (ill.len(), absent)
}

#[test]
fn an_outbreak_in_a_class_raises_the_right_alerts_after_the_right_keys() {
    let script = Script::class();
    assert_eq!(script.classes.iter().map(|(_, size)| size).sum::<u32>(), 42);
    assert_eq!(run(&script).0, 31);
    let per_day: Vec<usize> = script.days.iter().map(|(_, sheets)| sheets[0].entries.len()).collect();
    assert_eq!(per_day, [5, 15, 11]);
}

#[test]
fn an_outbreak_in_a_school_raises_the_right_alerts_after_the_right_keys() {
    let script = Script::school();
    assert_eq!(script.classes.iter().map(|(_, size)| size).sum::<u32>(), 779);
    assert_eq!(run(&script).0, 88);
    let per_day = script.days.iter().map(|(_, sheets)| sheets.iter().map(|sheet| sheet.entries.len()).sum());
    assert_eq!(per_day.collect::<Vec<usize>>(), [2, 4, 30, 44, 8]);
}
