//! The staff and dormitories: who owes which sheet, who stands on it, what it adds to.

use chrono::{Days, NaiveDate};

use crate::domain::cluster::AlertSubject;
use crate::domain::finding::Attendance;
use crate::domain::group::Group;
use crate::domain::obligation::ObligationState::{Done, Open};
use crate::domain::session::Session;
use crate::domain::sheet::{SheetKey, SheetState};
use crate::ops::OpError;
use crate::ops::book::Book;
use crate::ops::sample_book::{book, class, hand_in, morning, person, with};
use crate::ops::settings::SettingsOp;

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn choose(book: &mut Book, id: &str, on: bool) {
    book.set_up(&SettingsOp::Check(id.into(), on)).unwrap();
}

fn staff() -> SheetKey {
    SheetKey { group: Group::Staff, date: day(), session: Session::Morning }
}

/// 101 (who boards), 202 and 301 in room 203; 303 boards without a room.
fn housed(book: &mut Book) -> SheetKey {
    for n in [301, 202, 101, 303] {
        book.set_dormitory(person(n), Some("2 舍 203"), day() - Days::new(7)).unwrap();
    }
    book.set_dormitory(person(303), None, day() - Days::new(6)).unwrap();
    let group = book.find_room("2舍203").unwrap().group;
    SheetKey { group, date: day(), session: Session::Evening }
}

fn due(book: &Book, session: Session) -> Vec<(String, usize)> {
    let status = book.check_status(day()).unwrap();
    let lines = status.into_iter().filter(|line| line.session == session && line.due);
    lines.map(|line| (line.class, line.head_count)).collect()
}

#[test]
fn the_staff_owe_a_sheet_where_the_school_checks_them() {
    let (_folder, mut book) = book();
    assert!(matches!(book.set_nil(staff()), Err(OpError::NotDue { .. })));
    choose(&mut book, "staff-morning", true);
    assert_eq!(due(&book, Session::Morning).last(), Some(&("教职工".to_owned(), 2)));
    assert!(!due(&book, Session::Noon).iter().any(|(name, _)| name == "教职工"));
    let view = book.sheet_view(staff()).unwrap();
    assert_eq!(view.lines.iter().map(|line| line.seat_no).collect::<Vec<_>>(), [1, 2]);
    assert_eq!(view.previous.map(|group| group.group), Some(class(3)));
    let before = day() - Days::new(3);
    assert!(!book.check_status(before).unwrap().iter().any(|line| line.kind == "staff"), "dated");
    // Nil, undone, then a finding, confirmed, carried over to the next day.
    book.set_nil(staff()).unwrap();
    assert_eq!(book.sheet_view(staff()).unwrap().state, SheetState::Nil);
    let undone = book.undo(None).unwrap();
    assert_eq!(undone.operation.words, "教职工记为零报告");
    assert_eq!(book.sheet_view(staff()).unwrap().state, SheetState::Unchecked);
    hand_in(&mut book, staff(), &[(901, with(Attendance::Ill, &["fever"]))]);
    let next = SheetKey { date: day() + Days::new(1), ..staff() };
    let view = book.sheet_view(next).unwrap();
    assert!(view.lines[0].proposal.is_some(), "梁燕 is still ill");
    assert!(matches!(
        book.record(morning(1, day()), person(901), &with(Attendance::Ill, &[])),
        Err(OpError::NotAMember)
    ));
}

#[test]
fn nil_for_all_includes_the_staff_and_the_sum_counts_pupils() {
    let (_folder, mut book) = book();
    choose(&mut book, "staff-morning", true);
    let all = book.set_all_nil(day(), Session::Morning).unwrap();
    assert_eq!(all.set, [class(1), class(2), class(3), Group::Staff]);
    let today = book.today_view(day(), Session::Morning).unwrap();
    assert_eq!((today.lines.len(), today.due, today.checked), (4, 4, 4));
    assert_eq!((today.sum.head_count, today.sum.present), (29, 29));
    let todo = book.todo(day()).unwrap();
    assert!(todo.iter().any(|line| line.subject == "晨检 4 张检查表已交齐"), "{todo:?}");
}

#[test]
fn who_joins_the_staff_today_was_not_there_yesterday() {
    let (folder, mut book) = book();
    choose(&mut book, "staff-morning", true);
    book.set_nil(staff()).unwrap();
    drop(book);
    let mut later = crate::ops::Book::open(&crate::ops::OpenOptions {
        folder: folder.path().to_owned(),
        now: Some("2026-11-24T07:50:00".parse().unwrap()),
        seed: Some(2),
        ..crate::ops::OpenOptions::default()
    })
    .unwrap();
    let new = crate::ops::roster::NewStaff { name: "周敏".into(), ..Default::default() };
    later.add_staff(&new).unwrap();
    assert_eq!(later.sheet_view(staff()).unwrap().lines.len(), 2);
    let today = SheetKey { date: day() + Days::new(1), ..staff() };
    let names: Vec<String> = later.sheet_view(today).unwrap().lines.into_iter().map(|l| l.name).collect();
    assert_eq!(names, ["梁燕", "黄国强", "周敏"], "numbers stay");
}

#[test]
fn who_leaves_the_staff_is_counted_until_then_and_keeps_the_number() {
    let (_folder, mut book) = book();
    choose(&mut book, "staff-morning", true);
    book.set_nil(staff()).unwrap();
    let next = SheetKey { date: day() + Days::new(1), ..staff() };
    let seats = |book: &Book, key: SheetKey| -> Vec<(u32, String)> {
        book.sheet_view(key).unwrap().lines.into_iter().map(|line| (line.seat_no, line.name)).collect()
    };
    let both = [(1, "梁燕".to_owned()), (2, "黄国强".to_owned())];
    book.leave_school(person(901), next.date).unwrap();
    assert_eq!(seats(&book, staff()), both, "today's count stays");
    assert_eq!(seats(&book, next), both[1..]);
    let report = book.daily_report_figures(day(), &book.report_membership().unwrap()).unwrap();
    assert_eq!(report.staff.unwrap().figures.head_count, 2);
    let left = with(Attendance::Ill, &[]);
    let morning = next.date.and_hms_opt(7, 50, 0).unwrap();
    let today = std::mem::replace(&mut book.clock, Box::new(crate::ops::clock::FixedClock(morning)));
    assert!(matches!(book.record(next, person(901), &left), Err(OpError::NotAMember)));
    book.clock = today;
    let lines = book.staff_list("", crate::ops::roster::RosterOrder::Seat).unwrap();
    assert!(lines[0].to == Some(day()) && !lines[0].has_left(day()), "{lines:?}");
    book.undo(None).unwrap();
    assert_eq!(seats(&book, next), both, "undoable");
    book.leave_school(person(901), next.date).unwrap();
    let new =
        crate::ops::roster::NewStaff { name: "周敏".into(), from: Some(next.date), ..Default::default() };
    book.add_staff(&new).unwrap();
    let later = SheetKey { date: day() + Days::new(4), ..staff() };
    book.rejoin(person(901), later.date).unwrap();
    let numbers = |key| seats(&book, key).into_iter().map(|(number, _)| number).collect::<Vec<_>>();
    assert_eq!((numbers(next), numbers(later)), (vec![2, 3], vec![1, 2, 3]));
}

#[test]
fn a_colleague_is_not_undone_after_a_sheet_has_counted_everybody() {
    let (_folder, mut book) = book();
    choose(&mut book, "staff-morning", true);
    let new = crate::ops::roster::NewStaff { name: "周敏".into(), ..Default::default() };
    book.add_staff(&new).unwrap();
    let list = book.undo_list().unwrap();
    let joined = list.iter().find(|it| it.kind == "add_person").unwrap().id.parse().unwrap();
    book.set_nil(staff()).unwrap();
    assert!(!book.undo(Some(joined)).unwrap().report.kept.is_empty());
    assert_eq!(book.sheet_view(staff()).unwrap().lines.len(), 3);
}

#[test]
fn in_the_evening_dormitories_owe_the_sheets_and_nobody_falls_between() {
    let (_folder, mut book) = book();
    let room = housed(&mut book);
    assert_eq!(due(&book, Session::Evening).len(), 3, "by class at first");
    choose(&mut book, "evening-dormitory", true);
    assert_eq!(
        due(&book, Session::Evening),
        [("九年级(1)班".to_owned(), 1), ("2 舍 203".to_owned(), 3)],
        "303 has no room and stays with the class"
    );
    let today = book.today_view(day(), Session::Evening).unwrap();
    let groups: Vec<Group> = today.lines.iter().map(|line| line.status.group).collect();
    assert_eq!(groups, [room.group, class(3)]);
    assert_eq!(today.sum.head_count, 4);
    let view = book.sheet_view(room).unwrap();
    let people: Vec<_> = view.lines.iter().map(|l| (l.seat_no, l.person, l.class.as_deref())).collect();
    assert_eq!(
        people,
        [
            (1, person(101), Some("三（1）")),
            (2, person(202), Some("三（2）")),
            (3, person(301), Some("九（1）"))
        ]
    );
    assert_eq!(view.next.map(|next| next.group), Some(class(3)));
    let class_sheet = book.sheet_view(SheetKey { group: class(3), ..room }).unwrap();
    assert_eq!(class_sheet.lines.iter().map(|line| line.person).collect::<Vec<_>>(), [person(303)]);
    assert_eq!(book.group_of(person(101), day(), Session::Evening).unwrap().group, room.group);
    assert_eq!(book.group_of(person(303), day(), Session::Evening).unwrap().group, class(3));
    assert_eq!(book.group_of(person(101), day(), Session::Morning).unwrap().group, class(1));
    assert_eq!(book.set_all_nil(day(), Session::Evening).unwrap().set, [room.group, class(3)]);
    let report = book.daily_report_figures(day(), &book.report_membership().unwrap()).unwrap();
    assert_eq!((report.later[0].total.head_count, report.later[0].groups.len()), (4, 2));
}

#[test]
fn a_boarder_seen_in_class_and_in_the_dormitory_is_one_person() {
    let (_folder, mut book) = book();
    let room = housed(&mut book);
    choose(&mut book, "evening-dormitory", true);
    let vomiting = || with(Attendance::Present, &["vomiting"]);
    hand_in(&mut book, morning(1, day()), &[(101, vomiting())]);
    hand_in(&mut book, morning(2, day()), &[(202, vomiting())]);
    hand_in(&mut book, room, &[(101, vomiting()), (202, vomiting())]);
    assert!(book.alerts_on(day()).unwrap().is_empty(), "two persons on four rows");
    book.record(room, person(301), &vomiting()).unwrap();
    let alerts = book.alerts_on(day()).unwrap();
    assert_eq!(alerts.len(), 1);
    assert_eq!((alerts[0].scope.group(), alerts[0].count), (Some(room.group), 3));
    assert!(matches!(alerts[0].subject, AlertSubject::Symptom(_)));
}

#[test]
fn a_choice_made_after_somebody_worked_on_a_sheet_holds_from_tomorrow() {
    let (_folder, mut book) = book();
    let room = housed(&mut book);
    hand_in(&mut book, SheetKey { group: class(1), ..room }, &[(101, with(Attendance::Present, &["cough"]))]);
    choose(&mut book, "evening-dormitory", true);
    let setting = book.check_settings().unwrap().remove(1);
    assert_eq!((setting.on, setting.from), (true, day().succ_opt()));
    assert_eq!(due(&book, Session::Evening).len(), 3, "today goes on as it began");
    choose(&mut book, "staff-morning", true);
    assert!(due(&book, Session::Morning).iter().any(|(name, _)| name == "教职工"));
    choose(&mut book, "staff-morning", false);
    let settings = book.check_settings().unwrap();
    assert_eq!(settings.iter().map(|check| check.on).collect::<Vec<_>>(), [false, true, true]);
    assert_eq!(due(&book, Session::Evening).len(), 3);
    book.undo(None).unwrap();
    assert!(book.check_settings().unwrap()[0].on, "undoable");
    assert!(book.set_up(&SettingsOp::Check("nonsense".into(), true)).is_err());
}

#[test]
fn the_noon_check_is_put_aside_and_taken_up_again() {
    let (_folder, mut book) = book();
    let noon = SheetKey { session: Session::Noon, ..morning(1, day()) };
    let owed = |book: &Book, date| {
        let todo = book.todo(date).unwrap();
        todo.iter().any(|line| line.rule == "sheets-noon")
    };
    let setting = |book: &Book| {
        let settings = book.check_settings().unwrap();
        settings.into_iter().find(|check| check.id == "noon").map(|check| (check.on, check.from))
    };
    assert_eq!((setting(&book), owed(&book, day())), (Some((true, None)), true));
    choose(&mut book, "noon", false);
    assert_eq!((setting(&book), owed(&book, day())), (Some((false, None)), false));
    assert!(due(&book, Session::Noon).is_empty());
    assert!(matches!(book.set_nil(noon), Err(OpError::NotDue { .. })));
    assert!(owed(&book, day() - Days::new(3)), "earlier days keep theirs");
    book.undo(None).unwrap();
    assert!(owed(&book, day()));
    // Once a noon sheet of today was begun it stays owed until tomorrow.
    hand_in(&mut book, noon, &[(103, with(Attendance::Ill, &["fever"]))]);
    choose(&mut book, "noon", false);
    assert_eq!((setting(&book), owed(&book, day())), (Some((false, day().succ_opt())), true));
    choose(&mut book, "noon", true);
    assert_eq!(setting(&book), Some((true, None)));
}

#[test]
fn an_onset_after_the_check_is_refused_and_a_report_waits_for_its_correction() {
    let (_folder, mut book) = book();
    let mut finding = with(Attendance::Ill, &["fever"]);
    finding.onset = day().succ_opt();
    let refused = book.record(morning(1, day()), person(101), &finding);
    assert!(matches!(refused, Err(OpError::OnsetAfterCheck { .. })));
    hand_in(&mut book, morning(1, day()), &[]);
    let issue = |book: &mut Book| {
        let view = book.report_view(day()).unwrap();
        book.keep_report(&view, None, None).unwrap();
    };
    let report = |book: &Book| {
        let line = book.todo(day()).unwrap().into_iter().find(|line| line.rule == "daily-report").unwrap();
        (line.state, line.subject)
    };
    issue(&mut book);
    assert_eq!(report(&book), (Open, "日报 SQ-20261123-01 发出时有 2 张检查表未交，补齐后要更正".to_owned()));
    hand_in(&mut book, morning(2, day()), &[]);
    hand_in(&mut book, morning(3, day()), &[]);
    assert_eq!(report(&book).1, "日报 SQ-20261123-01 发出时有 2 张检查表未交，之后有变动，要更正");
    issue(&mut book);
    assert_eq!(report(&book).0, Done);
    let ill = [(person(301), with(Attendance::Ill, &["rash"]))];
    book.record_all(morning(3, day()), &ill, Some("家长来电")).unwrap();
    assert_eq!(report(&book), (Open, "日报 SQ-20261123-02 发出后数据有变动，要更正".to_owned()));
}
