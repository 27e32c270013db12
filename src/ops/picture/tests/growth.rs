//! What a picture asks of the database after years, in statements and steps and not in time.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::{Datelike, Days, Weekday};
use serde_json::json;

use super::*;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};

/// An outbreak with somebody ill on every weekday of so many days before.
pub(super) fn book(folder: &std::path::Path, days: u64) -> (Book, NaiveDate) {
    let script = Script::class();
    let mut book = outbreak(folder, &script, script.days.len());
    let first = script.days[0].0;
    let class = book.find_class(&script.classes[0].0, first).unwrap().group;
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
        sheet.findings.insert(lines[(back % 30) as usize].person.id, ill);
        book.act("confirm", json!({}), |act, _| Ok(act.put_sheet(&sheet).map(drop)?)).unwrap();
    }
    (book, script.days.last().unwrap().0)
}

fn cost(kind: PictureKind, days: u64) -> (usize, i64) {
    let folder = tempfile::tempdir().unwrap();
    let (mut book, last) = book(folder.path(), days);
    let request = asked(kind, (last - Days::new(27), last));
    let ask = |book: &Book| book.picture(&request).map(drop).unwrap();
    ask(&book);
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
fn pictures_cost_the_same_after_three_years() {
    for kind in PictureKind::ALL {
        let (few, many) = (cost(kind, 200), cost(kind, 1095));
        assert_eq!(few.0, many.0, "{kind:?}: as many statements");
        assert!(many.1 * 10 <= few.1 * 11, "{kind:?}: {few:?} after a term, {many:?} after three years");
    }
}
