use chrono::NaiveDate;

use crate::domain::finding::Attendance;
use crate::ops::Book;
use crate::ops::sample_book::{book, hand_in, morning, person, with};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn ill(n: u128) -> (u128, crate::domain::finding::Finding) {
    (n, with(Attendance::Ill, &["fever"]))
}

fn open(book: &Book, on: u32) -> Vec<(crate::domain::id::PersonId, i64)> {
    book.trace_view(day(on)).unwrap().open.iter().map(|line| (line.key, line.day)).collect()
}

#[test]
fn an_absence_is_open_from_its_first_sheet_until_one_shows_the_pupil() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day(18)), &[ill(103)]);
    hand_in(&mut book, morning(1, day(20)), &[ill(103), ill(104)]);
    hand_in(&mut book, morning(2, day(20)), &[(201, with(Attendance::Leave, &[]))]);
    assert_eq!(open(&book, 20), [(person(103), 3), (person(104), 1)]);
    assert_eq!(open(&book, 23), [(person(103), 6), (person(104), 4)], "the weekend ends nothing");
    let back = crate::domain::finding::Finding::default();
    hand_in(&mut book, morning(1, day(23)), &[(103, back), ill(104)]);
    assert_eq!(open(&book, 23), [(person(104), 4)]);
    assert_eq!(book.shell_view().unwrap().tracing.open, 1);
    let line = book.trace_view(day(23)).unwrap().open.remove(0);
    assert_eq!((line.class.as_str(), line.seat_no, line.words.as_str()), ("三（1）", Some(4), "发热"));
}
