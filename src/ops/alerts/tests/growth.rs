//! What the alerts of a key press ask of the database in the middle of an outbreak, in statements and steps.

use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use chrono::{Datelike, Days, Weekday};
use serde_json::json;

use crate::domain::finding::{Attendance, Finding};
use crate::domain::id::PersonId;
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

/// How many times the answer of a key press may take on the worst day of an outbreak what it takes on an ordinary one.
const WORSE: u32 = 4;

/// The sheet of the class of 42 on its third day, 31 ill or nobody, and a pupil who is well.
fn third_day(folder: &std::path::Path, outbreak: bool) -> (Book, SheetKey, PersonId) {
    let mut script = Script::class();
    if !outbreak {
        script.days.iter_mut().flat_map(|(_, sheets)| sheets).for_each(|sheet| sheet.entries.clear());
    }
    let mut book = outbreaks::school(folder, &script);
    let (days, date) = (script.days.len(), script.days[script.days.len() - 1].0);
    outbreaks::type_days(&mut book, &script, days);
    let group = book.find_class(&script.days[days - 1].1[0].class, date).unwrap().group;
    let key = SheetKey { group, date, session: Session::Morning };
    let view = book.sheet_view(key).unwrap();
    let well = view.lines.iter().rev().find(|line| line.finding.is_none()).unwrap().person;
    (book, key, well)
}

/// A symptom is typed and taken away: kept, and the sheet with its alerts and the frame asked anew each time.
fn pressed(book: &mut Book, key: SheetKey, person: PersonId) -> Duration {
    let begun = Instant::now();
    for symptoms in [&["cough"][..], &[]] {
        let symptoms = symptoms.iter().map(|code| SymptomCode::new(code)).collect();
        book.record(key, person, &Finding { symptoms, ..Finding::default() }).unwrap();
        let _ = (book.sheet_view(key).unwrap(), book.shell_view().unwrap());
    }
    begun.elapsed()
}

#[test]
fn a_key_press_in_an_outbreak_takes_a_small_multiple_of_an_ordinary_one() {
    let folders = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    let mut ill = third_day(folders[0].path(), true);
    let mut well = third_day(folders[1].path(), false);
    // One beside the other, so that a busy machine slows both; the middle of all decides.
    let mut times: Vec<(Duration, Duration)> = Vec::new();
    for _ in 0..25 {
        times.push((pressed(&mut ill.0, ill.1, ill.2), pressed(&mut well.0, well.1, well.2)));
    }
    let middle = |mut times: Vec<Duration>| {
        times.sort();
        times[times.len() / 2]
    };
    let ill = middle(times.iter().map(|(ill, _)| *ill).collect());
    let well = middle(times.iter().map(|(_, well)| *well).collect());
    println!("31 of 42 ill: {ill:?}; nobody: {well:?}");
    assert!(ill <= well * WORSE, "{ill:?} in an outbreak, {well:?} on an ordinary day");
}
