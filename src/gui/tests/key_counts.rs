//! How many keys a morning takes. A chord counts as one.

use std::fmt::Write as _;

use iced::Size;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::super::Start;
use super::super::robot::Robot;
use crate::domain::finding::Attendance;
use crate::domain::progress::Silent;
use crate::domain::rule_book::RuleBook;
use crate::domain::sheet::SheetState;
use crate::ops::preferences::Preferences;
use crate::ops::roster::RosterOp;
use crate::ops::roster::import::ImportRequest;
use crate::ops::settings::SettingsOp;
use crate::ops::{Book, Op, OpenOptions};

/// Somebody at the window whose keys are counted.
struct Counted {
    robot: Robot,
    keys: usize,
}

impl Counted {
    fn tap(&mut self, key: Named) {
        self.keys += 1;
        self.robot.tap(key);
    }

    fn type_keys(&mut self, keys: &str) {
        self.keys += keys.chars().count();
        self.robot.type_keys(keys);
    }

    fn confirm(&mut self) {
        self.keys += 1;
        self.robot.press(Key::Named(Named::Enter), Modifiers::CTRL);
    }

    fn undo(&mut self) {
        self.keys += 1;
        self.robot.ctrl("z");
    }
}

/// A school of so many classes with so many pupils each.
fn school(folder: &std::path::Path, classes: usize, pupils: usize) -> OpenOptions {
    let open = OpenOptions {
        folder: folder.to_owned(),
        now: "2025-10-15T08:05:00".parse().ok(),
        seed: Some(7),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    };
    let mut book = Book::open(&open).unwrap();
    book.set_up(&SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None }).unwrap();
    let grade = |at: usize| ["一", "二", "三", "四", "五", "六", "七", "八"].get(at / 2).copied().unwrap();
    let mut roster = "姓名,性别,班级\n".to_owned();
    for at in 0..classes {
        for pupil in 0..pupils {
            let number = |n: usize| {
                ["甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"].get(n % 10).copied().unwrap()
            };
            let name = format!("李{}{}", number(pupil / 10), number(pupil));
            writeln!(roster, "{name},男,{}年级({})班", grade(at), at % 2 + 1).unwrap();
        }
    }
    let file = folder.join("roster.csv");
    std::fs::write(&file, roster).unwrap();
    let request = ImportRequest { path: file, ..ImportRequest::default() };
    book.run(&Op::Roster(RosterOp::Import(Box::new(request))), &mut Silent).unwrap();
    let status = book.check_status(book.today()).unwrap();
    let counted = status.iter().filter(|l| l.session == crate::domain::session::Session::Morning);
    assert!(counted.clone().all(|line| line.head_count == pupils));
    assert_eq!(counted.count(), classes);
    open
}

fn at_today(open: &OpenOptions) -> Counted {
    let start = Start {
        open: open.clone(),
        preferences: Preferences::default(),
        rules: RuleBook::shipped().unwrap(),
        remember: false,
    };
    Counted { robot: Robot::start(start, Size::new(1024.0, 768.0)), keys: 0 }
}

#[test]
fn sixteen_classes_with_three_exceptions_take_at_most_sixty_keys() {
    let folder = tempfile::tempdir().unwrap();
    let open = school(folder.path(), 16, 40);
    let mut clerk = at_today(&open);
    let one = |clerk: &mut Counted, seat: &str, marks: &str| {
        clerk.type_keys(seat);
        clerk.tap(Named::Enter);
        clerk.type_keys(marks);
    };
    clerk.type_keys("0000");
    clerk.tap(Named::Enter);
    one(&mut clerk, "23", "k378");
    clerk.tap(Named::Enter);
    one(&mut clerk, "35", "o382");
    clerk.confirm();
    clerk.tap(Named::F2);
    clerk.type_keys("000000");
    clerk.tap(Named::Enter);
    one(&mut clerk, "17", "x379");
    clerk.confirm();
    clerk.tap(Named::F2);
    clerk.type_keys("0000");
    let book = Book::open(&open).unwrap();
    let status = book.check_status(book.today()).unwrap();
    let morning = status.iter().filter(|l| l.session == crate::domain::session::Session::Morning);
    let of = |state| morning.clone().filter(|line| line.state == state).count();
    assert_eq!((of(SheetState::Nil), of(SheetState::Exceptions), of(SheetState::Unchecked)), (14, 2, 0));
    let findings = book.check_findings(book.today()).unwrap();
    let seen: Vec<_> = findings.iter().map(|f| (f.seat_no, f.symptoms.len(), f.temp.is_some())).collect();
    assert_eq!(seen, [(23, 1, true), (35, 1, true), (17, 1, true)]);
    assert!(clerk.keys <= 60, "{} keys", clerk.keys);
}

/// Thirty of forty-five, in no order that helps.
const ILL: &str = "1 2 4 5-9 11 13 14 16-19 21 22 24 26 27 29-31 33 35 36 38 40 42 44";

#[test]
fn thirty_ill_with_fever_of_forty_five_take_at_most_hundred_and_fifty_keys_and_one_undo_each() {
    let folder = tempfile::tempdir().unwrap();
    let open = school(folder.path(), 2, 45);
    let ill = || {
        let book = Book::open(&open).unwrap();
        let findings = book.check_findings(book.today()).unwrap();
        let recorded = findings.iter().filter(|f| !f.proposal);
        recorded.filter(|f| f.absence == Some(Attendance::Ill.name()) && f.symptoms == ["fever"]).count()
    };
    let mut clerk = at_today(&open);
    clerk.tap(Named::Enter);
    // Numbers alone, as if no two stood side by side.
    let numbers: Vec<String> = (1..=45).filter(|n| n % 3 != 0).map(|n: u32| n.to_string()).collect();
    clerk.type_keys(&numbers.join(" "));
    clerk.tap(Named::Enter);
    clerk.type_keys("bf");
    assert_eq!(ill(), 30);
    clerk.undo();
    assert_eq!(ill(), 0, "the fever of all of them is taken back at once");
    clerk.type_keys("f");
    clerk.confirm();
    assert_eq!(ill(), 30);
    assert!(clerk.keys <= 150, "{} keys", clerk.keys);
    clerk.keys = 0;
    clerk.type_keys(ILL);
    clerk.tap(Named::Enter);
    clerk.type_keys("bf");
    clerk.confirm();
    assert_eq!(ill(), 60);
    assert!(clerk.keys <= 80, "{} keys", clerk.keys);
}
