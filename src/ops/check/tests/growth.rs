//! What a key press on a sheet asks of the database, in statements and steps and not in time.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::json;

use super::{EnrolmentRow, Person, PersonKind, class, pupil, with};
use crate::domain::employment::Employment;
use crate::domain::finding::Attendance;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::school_class::{ClassKind, SchoolClass};
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::ops::book::{Book, OpenOptions};
use crate::ops::settings::SettingsOp;

/// By statement: how often it ran, and the steps it took.
type Cost = BTreeMap<String, (usize, i64)>;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// A class or the staff with a morning sheet for every weekday of so many days before today, somebody ill on each.
fn book(group: Group, people: u32, days: u64) -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let options = OpenOptions {
        folder: folder.path().to_owned(),
        now: today().and_hms_opt(8, 5, 0),
        seed: Some(1),
        ..OpenOptions::default()
    };
    let mut book = Book::open(&options).unwrap();
    let Group::Class(id) = class(1) else { unreachable!() };
    let first = today() - Days::new(days);
    let who: Vec<PersonId> = (0..people).map(|n| pupil(100 + u128::from(n))).collect();
    book.act("import", json!({}), |act, _| {
        act.put(&SchoolClass {
            id,
            school_year: 2026,
            label: "三年级(1)班".to_owned(),
            kind: ClassKind::Ordinary,
            grade: Some(3),
            class_no: Some(1),
            sort_order: 1,
            teacher: None,
            continues: None,
        })?;
        for (person, seat_no) in who.iter().zip(1_u32..) {
            if group == Group::Staff {
                act.put(&Person::named(*person, PersonKind::Staff, format!("教师{seat_no}")))?;
                act.put(&Employment { person: *person, number: seat_no, from: first, to: None })?;
                continue;
            }
            act.put(&Person::named(*person, PersonKind::Pupil, format!("学生{seat_no}")))?;
            act.put(&EnrolmentRow {
                person: *person,
                class: id,
                grade: Some(3),
                seat_no,
                from_day: first,
                to_day: None,
            })?;
        }
        Ok(())
    })
    .unwrap();
    book.set_up(&SettingsOp::Check("staff-morning".to_owned(), group == Group::Staff)).unwrap();
    let weekday = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    for (day, ill) in
        first.iter_days().take_while(|day| *day < today()).filter(weekday).zip(who.iter().cycle())
    {
        let mut sheet = Sheet::untouched(SheetKey { group, date: day, session: Session::Morning });
        sheet.confirmed_at = day.and_hms_opt(8, 0, 0);
        sheet.findings.insert(*ill, with(Attendance::Ill, &["cough"]));
        book.act("confirm", json!({ "class": "三（1）" }), |act, _| {
            Ok(act.put_sheet(&sheet).map(drop)?)
        })
        .unwrap();
    }
    (folder, book)
}

/// A symptom is typed and taken away again, and each time the window asks for the sheet and the frame.
fn press(book: &mut Book, group: Group) {
    let key = SheetKey { group, date: today(), session: Session::Morning };
    for symptoms in [&["fever"][..], &[]] {
        book.record(key, pupil(105), &with(Attendance::Present, symptoms)).unwrap();
        let _ = (book.sheet_view(key).unwrap(), book.shell_view().unwrap());
    }
}

fn cost(group: Group, people: u32, days: u64) -> Cost {
    let (_folder, mut book) = book(group, people, days);
    press(&mut book, group);
    let seen = Arc::new(Mutex::new((BTreeMap::<String, i32>::new(), Cost::new())));
    let told = Arc::clone(&seen);
    book.store.watch(move |sql, steps| {
        let (before, cost) = &mut *told.lock().unwrap();
        // The steps of a statement are counted from when it was prepared.
        let known = before.insert(sql.to_owned(), steps).filter(|known| *known <= steps);
        let entry = cost.entry(sql.to_owned()).or_default();
        entry.0 += 1;
        entry.1 += i64::from(steps - known.unwrap_or_default());
    });
    press(&mut book, group);
    seen.lock().unwrap().1.clear();
    press(&mut book, group);
    let mut seen = seen.lock().unwrap();
    std::mem::take(&mut seen.1)
}

#[test]
fn a_key_press_costs_the_same_in_a_large_class_and_after_years() {
    stays_the_same(class(1));
}

#[test]
fn a_key_press_costs_the_same_on_the_sheet_of_many_staff_and_after_years() {
    stays_the_same(Group::Staff);
}

fn stays_the_same(group: Group) {
    let (small, large, old) = (cost(group, 10, 21), cost(group, 45, 21), cost(group, 45, 730));
    let times = |cost: &Cost| cost.iter().map(|(sql, (times, _))| (sql.clone(), *times)).collect::<Vec<_>>();
    assert_eq!(times(&small), times(&large), "as many statements for 45 people as for 10");
    assert_eq!(times(&large), times(&old), "as many statements after two years as after three weeks");
    let steps = |cost: &Cost| cost.values().map(|(_, steps)| steps).sum::<i64>();
    let (small, large, after) = (steps(&small), steps(&large), steps(&old));
    assert!(large < small * 5, "{small} steps for 10 people, {large} for 45");
    assert!(after * 10 <= large * 11, "{large} steps after three weeks, {after} after two years: {old:#?}");
}
