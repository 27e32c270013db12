//! Files that are made to take long: the comparison ends when its time is over, and few people of one name are told
//! apart.

use std::cell::Cell;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

use super::*;
use crate::ops::roster::import::import_source::in_time;
use crate::roster_file::ReadError;

fn rows(count: usize, row: impl Fn(usize) -> String) -> String {
    (0..count).fold("班级,姓名,性别,监护人电话\n".to_owned(), |mut text, at| {
        let _ = writeln!(text, "{}", row(at));
        text
    })
}

#[test]
fn a_long_comparison_ends_when_its_time_is_over() {
    let (folder, book) = autumn();
    let request = table(&folder, &rows(600, |at| format!("三年级{}班,学生{at},男,", at % 9 + 1)));
    let document = book.read_roster(&request, &mut Silent).unwrap();
    // The time is over in the middle of the rows.
    let asked = Cell::new(0);
    let running = || {
        asked.set(asked.get() + 1);
        Duration::from_secs(if asked.get() > 5 { 121 } else { 1 })
    };
    let late = in_time(&mut Silent, &running, |progress| {
        book.plan_import_in_steps(document.clone(), &request.options, progress)
    });
    assert!(matches!(late, Err(OpError::Roster(ReadError::TooSlow))), "{late:?}");
    assert_eq!(asked.get(), 6);
    assert!(book.compare_roster(document, &request.options, &mut Silent).is_ok());
}

#[test]
fn thousands_of_one_name_are_doubtful_at_once_and_nobody_is_doubled() {
    let (folder, mut book) = autumn();
    let text = rows(3000, |at| format!("三年级{}班,王伟,男,163{at:08}", at % 20 + 1));
    let request = table(&folder, &text);
    let first = import(&mut book, &request);
    assert_eq!(first.new, 3000);
    let start = Instant::now();
    let again = book.review_import(&request, &mut Silent).unwrap().summary();
    assert_eq!((again.new, again.doubtful.len()), (0, 3000));
    assert!(again.doubtful.iter().all(|line| line.candidates.len() <= 20));
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

#[test]
fn a_hundred_decisions_on_three_thousand_pupils_take_little_longer_than_none() {
    let (folder, mut book) = autumn();
    let class = |at: usize, off: usize| {
        ["一", "二", "三", "四", "五", "六"][at % 6].to_owned() + &format!("年级{}班", (at + off) % 10 + 1)
    };
    import(&mut book, &table(&folder, &rows(3000, |at| format!("{},学生{at},男,", class(at, 0)))));
    let moved =
        table(&folder, &rows(3000, |at| format!("{},学生{at},男,", class(at, usize::from(at < 100)))));
    let document = book.read_roster(&moved, &mut Silent).unwrap();
    let start = Instant::now();
    let plan = book.plan_import(document.clone(), &moved.options).unwrap();
    let undecided = start.elapsed();
    let doubtful = plan.summary().doubtful;
    assert_eq!(doubtful.len(), 100);
    let decisions = doubtful.iter().map(|line| {
        let row = RowRef { sheet: line.origin.sheet.clone(), row: line.origin.row };
        (row, Decision::Person(line.candidates[0].key))
    });
    let options = ImportOptions { decisions: decisions.collect(), ..moved.options.clone() };
    let start = Instant::now();
    book.refuse_idle_choices(&document, &options).unwrap();
    let decided = book.plan_import(document, &options).unwrap();
    assert!(decided.summary().doubtful.is_empty());
    assert!(
        start.elapsed() < undecided * 6,
        "{undecided:?} without decisions, {:?} with them",
        start.elapsed()
    );
}
