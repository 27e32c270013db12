//! What the alerts of a key press ask of the database in the middle of an outbreak, in statements and steps.

use std::sync::{Arc, Mutex};

use chrono::{Datelike, Days, Weekday};
use serde_json::json;

use crate::domain::finding::{Attendance, Finding};
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::domain::symptom::SymptomCode;
use crate::ops::Book;
use crate::ops::alerts::outbreaks::{self, Script};
use crate::ops::clock::FixedClock;

/// The school of the second script on the evening of its worst day, with so many classes that are well beside it and
/// somebody ill on every weekday of so many days before.
fn book(folder: &std::path::Path, well: u32, days: u64) -> (Book, chrono::NaiveDate) {
    let mut script = Script::school();
    script.classes.extend((0..well).map(|n| (format!("六（{}）", n + 20), 49)));
    let mut book = outbreaks::school(folder, &script);
    let first = script.days[0].0;
    let class = book.find_class("六（1）", first).unwrap().group;
    let lines = book.everyone(class, first).unwrap();
    for back in 1..=days {
        let date = first - Days::new(back);
        if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
            continue;
        }
        let mut sheet = Sheet::untouched(SheetKey { group: class, date, session: Session::Morning });
        sheet.confirmed_at = date.and_hms_opt(8, 0, 0);
        let cough = [SymptomCode::new("cough")].into();
        let ill = Finding { attendance: Attendance::Ill, symptoms: cough, ..Finding::default() };
        sheet.findings.insert(lines[(back % 40) as usize].person.id, ill);
        book.act("confirm", json!({}), |act, _| Ok(act.put_sheet(&sheet).map(drop)?)).unwrap();
    }
    let last = script.days[3].0;
    outbreaks::type_days(&mut book, &script, 4);
    book.clock = Box::new(FixedClock(last.and_hms_opt(12, 0, 0).unwrap()));
    (book, last)
}

fn steps(well: u32, days: u64) -> (usize, i64) {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, date) = book(folder.path(), well, days);
    let sheet = book.find_class("三（1）", date).unwrap().group;
    let key = SheetKey { group: sheet, date, session: Session::Morning };
    let ask = |book: &Book| {
        let alerts = book.unanswered(book.alerts_around(key.date).unwrap()).unwrap();
        assert!(alerts.len() > 10, "an outbreak");
    };
    ask(&book);
    let seen = Arc::new(Mutex::new((0_usize, 0_i64, std::collections::BTreeMap::<String, i32>::new())));
    let told = Arc::clone(&seen);
    book.store.watch(move |sql, steps| {
        let (times, sum, before) = &mut *told.lock().unwrap();
        let known = before.insert(sql.to_owned(), steps).filter(|known| *known <= steps);
        *times += 1;
        *sum += i64::from(steps - known.unwrap_or_default());
    });
    ask(&book);
    seen.lock().unwrap().1 = 0;
    seen.lock().unwrap().0 = 0;
    ask(&book);
    let seen = seen.lock().unwrap();
    (seen.0, seen.1)
}

#[test]
fn alerts_cost_the_same_in_a_larger_school_and_after_years() {
    let (plain, larger, older) = (steps(0, 10), steps(44, 10), steps(0, 730));
    assert_eq!((plain.0, plain.0), (larger.0, older.0), "as many statements");
    assert!(larger.1 * 10 <= plain.1 * 11, "{} steps in 16 classes, {} in 60", plain.1, larger.1);
    assert!(older.1 * 10 <= plain.1 * 11, "{} steps after two weeks, {} after two years", plain.1, older.1);
}
