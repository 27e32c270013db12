//! Absences of boarders whose evening is checked by dormitory: class and room are two places of one person.

use chrono::{Days, NaiveDate};

use crate::domain::finding::{Attendance, Finding};
use crate::domain::id::PersonId;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::ops::clock::FixedClock;
use crate::ops::sample_book::{book, class, hand_in, morning, person, with};
use crate::ops::settings::SettingsOp;
use crate::ops::{Book, OpError};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

/// 101 sleeps in room 203, and the evening is checked by dormitory; 303 boards without a room.
fn housed() -> (tempfile::TempDir, Book, SheetKey) {
    let (folder, mut book) = book();
    for n in [101, 303] {
        book.set_dormitory(person(n), Some("2 舍 203"), day(23) - Days::new(7)).unwrap();
    }
    book.set_dormitory(person(303), None, day(23) - Days::new(6)).unwrap();
    book.set_up(&SettingsOp::Check("evening-dormitory".into(), true)).unwrap();
    let group = book.find_room("2舍203").unwrap().group;
    (folder, book, SheetKey { group, date: day(23), session: Session::Evening })
}

fn ill(n: u128) -> (u128, Finding) {
    (n, with(Attendance::Ill, &["vomiting"]))
}

fn at(book: &mut Book, on: u32, hour: u32) {
    book.clock = Box::new(FixedClock(day(on).and_hms_opt(hour, 0, 0).unwrap()));
}

fn open(book: &Book, on: u32) -> Vec<PersonId> {
    let lines = book.trace_view(day(on)).unwrap().open;
    let open: Vec<PersonId> = lines.into_iter().map(|line| line.key).collect();
    assert_eq!(book.shell_view().unwrap().tracing.open, open.len(), "list and frame say the same");
    open
}

fn proposed(book: &Book, key: SheetKey) -> Vec<PersonId> {
    let lines = book.sheet_view(key).unwrap().lines;
    lines.into_iter().filter(|line| line.proposal.is_some()).map(|line| line.person).collect()
}

#[test]
fn the_evening_sheet_of_a_class_says_nothing_of_who_has_a_room() {
    let (_folder, mut book, room) = housed();
    hand_in(&mut book, morning(1, day(23)), &[ill(101)]);
    hand_in(&mut book, morning(3, day(23)), &[ill(303)]);
    at(&mut book, 23, 20);
    // The only boarder of the class without a room is on its evening sheet and back.
    let evening = SheetKey { group: class(3), ..room };
    assert_eq!(proposed(&book, evening), [person(303)]);
    book.record(evening, person(303), &Finding::default()).unwrap();
    book.confirm(evening, &crate::ops::check::HandIn::default()).unwrap();
    assert_eq!(open(&book, 23), [person(101)]);
    assert_eq!(proposed(&book, SheetKey { date: day(24), ..morning(1, day(24)) }), [person(101)]);
    // What is confirmed of a class whose boarders all have rooms says nothing of them either.
    let nobody = SheetKey { group: class(1), ..room };
    let mut sheet = crate::domain::sheet::Sheet::untouched(nobody);
    sheet.confirmed_at = day(23).and_hms_opt(19, 2, 0);
    book.act("confirm", serde_json::json!({}), |act, _| Ok(act.put_sheet(&sheet).map(drop)?)).unwrap();
    assert_eq!(open(&book, 23), [person(101)]);
    let absence = book.absences_between(day(23), day(23), Some(class(1))).unwrap().remove(0);
    assert_eq!(absence.to, None);
}

#[test]
fn who_is_ill_in_the_morning_is_proposed_in_the_dormitory_and_the_room_ends_it() {
    let (_folder, mut book, room) = housed();
    hand_in(&mut book, morning(1, day(23)), &[ill(101)]);
    at(&mut book, 23, 20);
    assert_eq!(proposed(&book, room), [person(101)]);
    let refused = book.set_nil(room).unwrap_err();
    assert!(matches!(refused, OpError::SheetHoldsSomething { proposals: 1, .. }));
    // Back in the evening: the absence is over, and nobody asks again.
    book.record(room, person(101), &Finding::default()).unwrap();
    book.confirm(room, &crate::ops::check::HandIn::default()).unwrap();
    assert!(open(&book, 23).is_empty());
    at(&mut book, 24, 8);
    assert!(proposed(&book, morning(1, day(24))).is_empty());
    book.set_nil(morning(1, day(24))).unwrap();
}

#[test]
fn who_fell_ill_in_the_dormitory_is_traced_and_not_proposed_for_ever() {
    let (_folder, mut book, room) = housed();
    hand_in(&mut book, morning(1, day(23)), &[]);
    at(&mut book, 23, 20);
    hand_in(&mut book, room, &[ill(101)]);
    assert_eq!(open(&book, 23), [person(101)], "found in the room alone");
    at(&mut book, 24, 8);
    assert_eq!(proposed(&book, morning(1, day(24))), [person(101)]);
    book.record(morning(1, day(24)), person(101), &Finding::default()).unwrap();
    hand_in(&mut book, morning(1, day(24)), &[]);
    assert!(open(&book, 24).is_empty());
    for on in [24, 25, 26] {
        at(&mut book, on, 20);
        book.set_nil(SheetKey { date: day(on), ..room }).unwrap();
    }
}

#[test]
fn the_register_of_the_whole_day_opens_an_absence_and_ends_none() {
    let (_folder, mut book, room) = housed();
    hand_in(&mut book, morning(1, day(23)), &[]);
    at(&mut book, 23, 10);
    let register = SheetKey { session: Session::AllDay, ..morning(1, day(23)) };
    book.record(register, person(101), &ill(101).1).unwrap();
    assert_eq!(open(&book, 23), [person(101)]);
    book.record(SheetKey { date: day(23), ..register }, person(102), &with(Attendance::Present, &["cough"]))
        .unwrap();
    at(&mut book, 23, 20);
    assert_eq!(open(&book, 23), [person(101)], "who is not named there is not back");
    at(&mut book, 24, 8);
    assert_eq!(proposed(&book, morning(1, day(24))), [person(101)]);
    assert!(proposed(&book, SheetKey { date: day(24), ..room }).contains(&person(101)));
}
