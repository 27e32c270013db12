mod dated;
mod groups;

use chrono::NaiveDate;

use super::*;
use crate::domain::id::PersonId;
use crate::domain::person::{Boarding, Sex};
use crate::ops::OpError;
use crate::ops::book::{Book, OpenOptions};

fn day(month: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, month, d).unwrap()
}

fn book() -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let book = Book::open(&OpenOptions {
        folder: folder.path().to_owned(),
        now: Some(day(10, 15).and_hms_opt(8, 0, 0).unwrap()),
        seed: Some(1),
        ..OpenOptions::default()
    })
    .unwrap();
    (folder, book)
}

fn add(book: &mut Book, name: &str, class: &str) -> PersonId {
    let new = NewPupil { name: name.into(), class: class.into(), ..NewPupil::default() };
    book.add_pupil(&new).unwrap().key
}

fn seats(book: &Book, date: NaiveDate) -> Vec<(String, u32, String)> {
    let lines = book.roster_list(date, &RosterFilter::default()).unwrap();
    lines.into_iter().map(|l| (l.class, l.seat_no, l.name)).collect()
}

fn found(book: &Book, find: &str) -> Vec<String> {
    let filter = RosterFilter { class: None, find: find.into(), ..RosterFilter::default() };
    book.roster_list(day(10, 15), &filter).unwrap().into_iter().map(|l| l.name).collect()
}

#[test]
fn a_known_spelling_makes_the_class_and_others_find_it() {
    let (_folder, mut book) = book();
    add(&mut book, " 王 小明 ", "三2班");
    add(&mut book, "曾婉·阿依", "三年级(2)班");
    add(&mut book, "单雨", "一年级(1)班");
    let new = NewPupil { name: "甲".into(), class: "苗苗班".into(), ..NewPupil::default() };
    assert!(matches!(book.add_pupil(&new), Err(OpError::NoSuchClass { .. })));
    assert_eq!(
        seats(&book, day(10, 15)),
        [
            ("一年级(1)班".into(), 1, "单雨".into()),
            ("三2班".into(), 1, "王小明".into()),
            ("三2班".into(), 2, "曾婉·阿依".into())
        ]
    );
    assert!(seats(&book, day(10, 14)).is_empty(), "yesterday's head-count does not change");
    assert_eq!(found(&book, "wxm"), ["王小明"]);
    assert_eq!(found(&book, "zengwan"), ["曾婉·阿依"]);
    assert_eq!(found(&book, "小明"), ["王小明"]);
    assert_eq!(found(&book, "2"), ["曾婉·阿依"]);
    assert!(matches!(
        book.add_class(&NewClass { label: "三（2）".into(), ..NewClass::default() }),
        Err(OpError::ClassExists { .. })
    ));
}

#[test]
fn seats_are_never_reused_and_moves_are_dated() {
    let (_folder, mut book) = book();
    let first = add(&mut book, "甲", "三1班");
    add(&mut book, "乙", "三1班");
    let other = book.add_class(&NewClass { label: "三2班".into(), ..NewClass::default() }).unwrap();
    book.move_class(first, other, day(10, 20)).unwrap();
    add(&mut book, "丙", "三1班");
    let at =
        |d| seats(&book, day(10, d)).into_iter().map(|(c, s, n)| format!("{c}{s}{n}")).collect::<Vec<_>>();
    assert_eq!(at(19), ["三1班1甲", "三1班2乙", "三1班3丙"]);
    assert_eq!(at(20), ["三1班2乙", "三1班3丙", "三2班1甲"]);
    book.leave_school(first, day(10, 22)).unwrap();
    assert_eq!(seats(&book, day(10, 21)).len(), 3);
    assert_eq!(seats(&book, day(10, 22)).len(), 2);
    book.undo(None).unwrap();
    assert_eq!(seats(&book, day(10, 22)).len(), 3);
    let back = book.find_class("三1班", day(10, 25)).unwrap();
    let crate::domain::group::Group::Class(back) = back.group else { panic!() };
    book.move_class(first, back, day(10, 25)).unwrap();
    assert_eq!(seats(&book, day(10, 25))[0], ("三1班".into(), 1, "甲".into()), "the old seat");
}

#[test]
fn identity_numbers_fill_and_warn() {
    let (_folder, mut book) = book();
    let mut new = NewPupil {
        name: "甲".into(),
        class: "三1班".into(),
        id_number: Some(" 11010519491231002x".into()),
        ..NewPupil::default()
    };
    let added = book.add_pupil(&new).unwrap();
    assert!(added.warnings.is_empty());
    let person = book.person_view(added.key).unwrap().person;
    assert_eq!((person.sex, person.birth), (Some(Sex::Female), NaiveDate::from_ymd_opt(1949, 12, 31)));
    assert!(matches!(book.add_pupil(&new), Err(OpError::PersonExists)));
    new.name = "乙".into();
    new.sex = Some(Sex::Male);
    let warnings = book.add_pupil(&new).unwrap().warnings;
    assert_eq!(warnings, [PersonDoubt::IdSexMismatch, PersonDoubt::IdDuplicate]);
}

#[test]
fn rooms_make_boarders() {
    let (_folder, mut book) = book();
    let boarder = add(&mut book, "甲", "三1班");
    book.set_dormitory(boarder, Some("2舍 203"), day(10, 15)).unwrap();
    book.set_dormitory(boarder, Some("2 舍203"), day(10, 16)).unwrap();
    assert_eq!(book.room_list(day(10, 16)).unwrap().len(), 1);
    let view = book.person_view(boarder).unwrap();
    assert_eq!(view.person.boarding, Some(Boarding::Boarder));
    assert_eq!(view.stays.len(), 3, "two rooms, and a boarder since the first");
    book.set_dormitory(boarder, None, day(10, 17)).unwrap();
    assert_eq!(book.room_list(day(10, 16)).unwrap()[0].count, 1);
    assert_eq!(book.room_list(day(10, 17)).unwrap()[0].count, 0);
    let page = book.roster_view(day(10, 15), &RosterPage::default()).unwrap();
    assert_eq!((page.pupils, page.boarders, page.found, page.pages), (1, 1, 1, 1));
}

#[test]
fn staff_and_class_teacher() {
    let (_folder, mut book) = book();
    add(&mut book, "甲", "三1班");
    let new = NewStaff { name: "王 秀兰".into(), post: Some("班主任".into()), ..NewStaff::default() };
    book.add_staff(&new).unwrap();
    let class = book.class_list(day(10, 15)).unwrap()[0].key;
    book.set_teacher(class, Some("王秀兰")).unwrap();
    assert_eq!(book.staff_list("wxl", RosterOrder::Seat).unwrap()[0].class_teacher_of, ["三1班"]);
    assert_eq!(found(&book, ""), ["甲"], "staff are no pupils");
}

#[test]
fn who_has_left_or_comes_later_is_found_and_comes_back_as_the_same_person() {
    let (_folder, mut book) = book();
    let pupil = add(&mut book, "甲", "三1班");
    add(&mut book, "乙", "三1班");
    let later =
        NewPupil {
            name: "丙".into(), class: "三1班".into(), from: Some(day(11, 3)), ..NewPupil::default()
        };
    book.add_pupil(&later).unwrap();
    book.leave_school(pupil, day(10, 20)).unwrap();
    let away = |book: &Book, d: NaiveDate| {
        let filter = RosterFilter { away: true, ..RosterFilter::default() };
        let lines = book.roster_list(d, &filter).unwrap();
        lines.into_iter().map(|line| (line.name, line.class, line.to)).collect::<Vec<_>>()
    };
    let left = |name: &str, to| (name.to_owned(), "三1班".to_owned(), to);
    assert_eq!(away(&book, day(10, 19)), [left("丙", None)]);
    let last = day(10, 20).pred_opt();
    assert_eq!(away(&book, day(10, 20)), [left("甲", last), left("丙", None)]);
    assert_eq!(away(&book, day(11, 3)), [left("甲", last)]);
    assert_eq!(book.roster_view(day(11, 3), &RosterPage::default()).unwrap().away, 1);
    let class = book.class_list(day(10, 15)).unwrap()[0].key;
    book.move_class(pupil, class, day(11, 10)).unwrap();
    assert!(away(&book, day(11, 10)).is_empty());
    assert_eq!(seats(&book, day(11, 10))[0], ("三1班".into(), 1, "甲".into()), "the same person and seat");
    assert_eq!(book.person_view(pupil).unwrap().enrolments.len(), 2);
    assert_eq!(seats(&book, day(10, 25)).len(), 1, "the days away stay days away");
}

#[test]
fn who_boards_today_did_not_do_so_yesterday() {
    let folder = tempfile::tempdir().unwrap();
    let at = |month, d| {
        let options = OpenOptions {
            folder: folder.path().to_owned(),
            now: Some(day(month, d).and_hms_opt(8, 0, 0).unwrap()),
            ..OpenOptions::default()
        };
        Book::open(&options).unwrap()
    };
    let mut book = at(10, 15);
    let pupil = add(&mut book, "甲", "三1班");
    add(&mut book, "乙", "三1班");
    book.set_dormitory(pupil, Some("2舍203"), day(10, 15)).unwrap();
    drop(book);
    let boarders = |book: &Book, d| book.class_list(day(10, d)).unwrap()[0].boarders;
    let evening = |book: &Book, d| {
        let class = book.find_class("三1班", day(10, d)).unwrap().group;
        book.members(class, day(10, d), crate::domain::session::Session::Evening).unwrap().len()
    };
    let mut book = at(10, 20);
    let mut person = book.person_view(pupil).unwrap().person;
    person.boarding = Some(Boarding::Day);
    book.edit_person(&person).unwrap();
    assert_eq!((boarders(&book, 19), evening(&book, 19)), (1, 1), "yesterday stays");
    assert_eq!((boarders(&book, 20), evening(&book, 20)), (0, 0));
    assert_eq!((boarders(&book, 14), evening(&book, 14)), (0, 0), "before the first day");
    drop(book);
    let mut book = at(10, 22);
    person.boarding = Some(Boarding::Boarder);
    book.edit_person(&person).unwrap();
    for (d, count) in [(19, 1), (20, 0), (21, 0), (22, 1)] {
        assert_eq!((boarders(&book, d), evening(&book, d)), (count, count), "{d}");
    }
    book.undo(None).unwrap();
    assert_eq!((boarders(&book, 21), boarders(&book, 22)), (0, 0));
}

#[test]
fn a_class_in_any_spelling_and_part_of_a_number_find_and_the_order_is_kept() {
    let (_folder, mut book) = book();
    add(&mut book, "张三", "七年级(1)班");
    add(&mut book, "单雨", "七年级(1)班");
    add(&mut book, "李四", "七年级(2)班");
    let numbered = NewPupil {
        name: "龚䶮".into(),
        class: "七年级(2)班".into(),
        student_no: Some("G451202201503010628".into()),
        ..NewPupil::default()
    };
    book.add_pupil(&numbered).unwrap();
    for class in ["701", "七1", "七(1)", "七（１）", "初一1班", "七年级1班"] {
        assert_eq!(found(&book, class), ["张三", "单雨"], "{class}");
    }
    assert_eq!(found(&book, "702 gong"), ["龚䶮"]);
    assert_eq!(found(&book, "七年级").len(), 4);
    assert_eq!(found(&book, "0628"), ["龚䶮"]);
    assert_eq!(found(&book, "䶮"), ["龚䶮"]);
    assert!(found(&book, "\u{0}").is_empty());
    let filter = RosterFilter { order: RosterOrder::Pinyin, ..RosterFilter::default() };
    let names: Vec<_> = book.roster_list(day(10, 15), &filter).unwrap().into_iter().map(|l| l.name).collect();
    assert_eq!(names, ["龚䶮", "李四", "单雨", "张三"]);
    let before = book.roster_view(day(10, 15), &RosterPage::default()).unwrap();
    assert_eq!(before.lines[0].name, "张三");
    let op = crate::ops::Op::Roster(RosterOp::SetOrder(RosterOrder::Pinyin));
    book.run(&op, &mut crate::domain::progress::Silent).unwrap();
    let after = book.roster_view(day(10, 15), &RosterPage::default()).unwrap();
    assert_eq!(after.lines[0].name, "龚䶮");
    assert!(book.undo_list().unwrap().iter().all(|line| line.kind == "add_person"), "nothing to take back");
    // What changes the roster is in the next list.
    add(&mut book, "阿木", "七年级(1)班");
    assert_eq!(book.roster_view(day(10, 15), &RosterPage::default()).unwrap().lines[0].name, "阿木");
}

#[test]
fn boarding_is_entered_with_a_date_and_days_before_stay() {
    let (_folder, mut book) = book();
    let pupil = NewPupil {
        name: "甲".into(),
        class: "三1班".into(),
        boarding: Some(Boarding::Day),
        from: Some(day(9, 1)),
        ..NewPupil::default()
    };
    let pupil = book.add_pupil(&pupil).unwrap().key;
    let boarders = |book: &Book, month, d| book.class_list(day(month, d)).unwrap()[0].boarders;
    let on = |book: &Book, d| book.roster_list(day(10, d), &RosterFilter::default()).unwrap()[0].boarding;
    // Today is the 15th; the change was on the 13th.
    book.set_boarding(pupil, Some(Boarding::Boarder), day(10, 13)).unwrap();
    assert_eq!([9, 12, 13, 15, 30].map(|d| boarders(&book, 10, d)), [0, 0, 1, 1, 1]);
    assert_eq!((on(&book, 12), on(&book, 13)), (Some("走读"), Some("住校")));
    // And back again from next week on, said today.
    book.set_boarding(pupil, Some(Boarding::Day), day(10, 20)).unwrap();
    assert_eq!([12, 13, 19, 20].map(|d| boarders(&book, 10, d)), [0, 1, 1, 0]);
    book.undo(None).unwrap();
    assert_eq!([12, 13, 20].map(|d| boarders(&book, 10, d)), [0, 1, 1]);
    book.set_boarding(pupil, None, day(9, 1)).unwrap();
    assert_eq!((boarders(&book, 10, 15), on(&book, 15)), (0, None));
}

#[test]
fn bus_lines_and_groups_are_dated_renamed_and_closed() {
    use crate::domain::free_group::FreeGroupKind;
    let (_folder, mut book) = book();
    let (a, b) = (add(&mut book, "甲", "三1班"), add(&mut book, "乙", "三1班"));
    let new = |book: &mut Book, label: &str, kind| {
        book.change_free_group(&FreeGroupOp::Add { label: label.into(), kind }).unwrap()
    };
    let east = new(&mut book, "东线", FreeGroupKind::Bus);
    let west = new(&mut book, "西线", FreeGroupKind::Bus);
    let chess = new(&mut book, "象棋小组", FreeGroupKind::Free);
    let again = FreeGroupOp::Add { label: " 东 线 ".into(), kind: FreeGroupKind::Bus };
    assert!(matches!(book.change_free_group(&again), Err(OpError::FreeGroupExists { .. })));
    let join = |book: &mut Book, person, group, d| {
        book.change_free_group(&FreeGroupOp::Join { persons: vec![person], group, from: day(10, d) })
            .unwrap();
    };
    join(&mut book, a, east, 15);
    join(&mut book, a, chess, 15);
    join(&mut book, b, chess, 16);
    join(&mut book, a, west, 20);
    let counts = |book: &Book, d| {
        let lines = book.free_group_list(day(10, d)).unwrap();
        lines.into_iter().map(|line| (line.group, line.count)).collect::<Vec<_>>()
    };
    let named = |counts: [usize; 3]| {
        ["东线", "西线", "象棋小组"].map(str::to_owned).into_iter().zip(counts).collect::<Vec<_>>()
    };
    assert_eq!(counts(&book, 14), named([0, 0, 0]));
    assert_eq!(counts(&book, 15), named([1, 0, 1]));
    assert_eq!(counts(&book, 20), named([0, 1, 2]), "one line at a time, groups as they are");
    let only = RosterFilter { group: Some(chess), ..RosterFilter::default() };
    assert_eq!(book.roster_list(day(10, 15), &only).unwrap().len(), 1);
    book.leave_school(b, day(10, 18)).unwrap();
    assert_eq!(counts(&book, 20), named([0, 1, 1]));
    let rename = FreeGroupOp::Rename { group: chess, label: "棋社".into() };
    book.change_free_group(&rename).unwrap();
    assert_eq!(book.find_free_group("棋社", day(10, 15)).unwrap(), chess);
    book.change_free_group(&FreeGroupOp::Close { group: chess, on: day(10, 19) }).unwrap();
    assert_eq!(counts(&book, 18).len(), 3);
    assert_eq!(counts(&book, 19).len(), 2);
    book.undo(None).unwrap();
    assert_eq!(counts(&book, 20)[2], ("棋社".to_owned(), 1));
}

#[test]
fn kind_and_grade_are_set_by_hand() {
    use crate::domain::school_class::ClassKind;
    let (_folder, mut book) = book();
    let pupil = add(&mut book, "甲", "一二年级复式班");
    let class = book.class_list(day(10, 15)).unwrap()[0].key;
    book.set_grade(pupil, 2).unwrap();
    let grade = |book: &Book| book.roster_list(day(10, 15), &RosterFilter::default()).unwrap()[0].grade;
    assert_eq!(grade(&book), Some(2));
    assert!(book.set_class_kind(class, ClassKind::MultiGrade, Some(1)).is_err());
    book.set_class_kind(class, ClassKind::TeachingPoint, None).unwrap();
    assert_eq!(grade(&book), Some(2), "of several grades each keeps the own one");
    book.set_class_kind(class, ClassKind::Ordinary, Some(0)).unwrap();
    assert_eq!(grade(&book), Some(0));
    book.undo(None).unwrap();
    assert_eq!(grade(&book), Some(2));
}

#[test]
fn a_key_stroke_over_three_thousand_people_costs_less_than_reading_them() {
    use crate::domain::person::{Person, PersonKind};
    use crate::domain::school_class::{ClassKind, SchoolClass};
    use crate::ops::roster::RosterSnapshot;
    use crate::storage::EnrolmentRow;
    let (_folder, mut book) = book();
    let pick = |from: &str, at: u32| from.chars().cycle().nth(at as usize).unwrap();
    book.act("import", serde_json::json!({}), |act, ids| {
        for number in 1..=60_u16 {
            let id = crate::domain::id::ClassId(ids.next());
            let (grade, class_no) = ((number - 1) / 7 + 1, (number - 1) % 7 + 1);
            act.put_new(&SchoolClass {
                id,
                school_year: 2025,
                label: format!("{grade}年级({class_no})班"),
                kind: ClassKind::Ordinary,
                grade: u8::try_from(grade).ok(),
                class_no: Some(class_no),
                sort_order: u32::from(number),
                teacher: None,
                continues: None,
            })?;
            for seat_no in 1..=50 {
                let at = u32::from(number) * 50 + seat_no;
                let (a, b) =
                    (pick("王李张刘陈杨黄赵周吴徐孙曾单解", at), pick("晓雨梓子欣佳宇浩思长乐", at / 15));
                let name = format!("{a}{b}{}", pick("明华行重轩涵琪怡欣", at / 165));
                let person = PersonId(ids.next());
                act.put_new(&Person::named(person, PersonKind::Pupil, name))?;
                let (class, from_day) = (id, day(9, 1));
                act.put_new(&EnrolmentRow { person, class, grade: None, seat_no, from_day, to_day: None })?;
            }
        }
        Ok::<_, OpError>(())
    })
    .unwrap();
    let best = |run: &dyn Fn()| {
        let time = |_| {
            let started = std::time::Instant::now();
            run();
            started.elapsed()
        };
        (0..5).map(time).min().unwrap()
    };
    let typed = |find: &str| RosterPage {
        filter: RosterFilter { find: find.into(), ..RosterFilter::default() },
        ..RosterPage::default()
    };
    assert!(book.roster_view(day(10, 15), &typed("wzm")).unwrap().found > 0);
    let reading = best(&|| drop(RosterSnapshot::read(&book.store, PersonKind::Pupil).unwrap()));
    let stroke = best(&|| drop(book.roster_view(day(10, 15), &typed("wzm")).unwrap()));
    let search = best(&|| {
        let snapshot = book.roster_snapshot(PersonKind::Pupil).unwrap();
        assert!(!snapshot.found(day(10, 15), &typed("wzm").filter).is_empty());
    });
    eprintln!("reading {reading:?}, a key stroke {stroke:?}, the search in it {search:?}");
    assert!(stroke < reading && search < reading / 2, "{stroke:?}, {search:?} for {reading:?}");
}
