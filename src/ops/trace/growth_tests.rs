//! What the open absences ask of the database, in statements and steps and not in time.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::json;

use crate::domain::finding::Attendance;
use crate::domain::id::ClassId;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::ops::book::Book;
use crate::ops::sample_book::{book, class, hand_in, morning, person, with};
use crate::storage::EnrolmentRow;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

/// 三（1） with a morning sheet for every weekday of so many days, another pupil ill on each; three are ill today.
fn school(days: u64) -> (tempfile::TempDir, Book) {
    let (folder, mut book) = book();
    let first = today() - Days::new(days);
    let id = ClassId(uuid::Uuid::from_u128(1));
    book.act("import", json!({}), |act, _| {
        for seat_no in 1..=12_u32 {
            let pupil = person(100 + u128::from(seat_no));
            let row = |from_day| EnrolmentRow {
                person: pupil,
                class: id,
                grade: Some(3),
                seat_no,
                from_day,
                to_day: None,
            };
            let _ = act.remove(&row(NaiveDate::from_ymd_opt(2026, 9, 1).unwrap()))?;
            act.put(&row(first))?;
        }
        Ok(())
    })
    .unwrap();
    let weekday = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let days = first.iter_days().take_while(|day| *day < today()).filter(weekday);
    for (day, n) in days.zip((101..=109).cycle()) {
        let mut sheet = Sheet::untouched(SheetKey { group: class(1), date: day, session: Session::Morning });
        sheet.confirmed_at = day.and_hms_opt(8, 0, 0);
        sheet.findings.insert(person(n), with(Attendance::Ill, &["cough"]));
        book.act("confirm", json!({}), |act, _| Ok(act.put_sheet(&sheet).map(drop)?)).unwrap();
    }
    let ill = |n| (n, with(Attendance::Ill, &["fever"]));
    hand_in(&mut book, morning(1, today()), &[ill(110), ill(111), ill(112)]);
    (folder, book)
}

/// How many statements the screen and the duties of today ask, and how many steps these take.
fn cost(days: u64) -> (usize, i64) {
    let (_folder, mut book) = school(days);
    let ask = |book: &Book| {
        let view = book.trace_view(today()).unwrap();
        (view.open.len(), book.owed_calls(today()).unwrap().len())
    };
    let (open, owed) = ask(&book);
    assert!(open >= 3 && owed == open);
    let seen = Arc::new(Mutex::new((BTreeMap::<String, i32>::new(), 0_usize, 0_i64)));
    let told = Arc::clone(&seen);
    book.store.watch(move |sql, steps| {
        let (before, times, sum) = &mut *told.lock().unwrap();
        let known = before.insert(sql.to_owned(), steps).filter(|known| *known <= steps);
        *times += 1;
        *sum += i64::from(steps - known.unwrap_or_default());
    });
    ask(&book);
    {
        let mut seen = seen.lock().unwrap();
        (seen.1, seen.2) = (0, 0);
    }
    ask(&book);
    let seen = seen.lock().unwrap();
    (seen.1, seen.2)
}

#[test]
fn open_absences_cost_the_same_after_years() {
    let (few, many) = (cost(120), cost(730));
    assert_eq!(few.0, many.0, "as many statements after two years as after a term");
    assert!(many.1 * 10 <= few.1 * 11, "{few:?} after a term, {many:?} after two years");
}
