use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::time::Instant;

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::domain::free_group::FreeGroupKind;
use crate::domain::group::Group;
use crate::domain::id::ClassId;
use crate::domain::progress::Silent;
use crate::domain::promotion::{ClassFate, PromotionChoices, PupilFate};
use crate::domain::school_class::ClassKind;
use crate::ops::book::{Book, OpenOptions};
use crate::ops::roster::import::ImportRequest;
use crate::ops::roster::{ExportPart, FreeGroupOp, NewClass as NewGroup, NewPupil, NewStaff, RosterFilter};
use crate::ops::settings::SettingsOp;
use crate::ops::{Op, OpError};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn book_at(folder: &std::path::Path, now: &str) -> Book {
    let options = OpenOptions {
        folder: folder.to_owned(),
        now: Some(now.parse().unwrap()),
        seed: Some(3),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    };
    Book::open(&options).unwrap()
}

/// A six-year school imported in autumn 2025 and opened again in July 2026.
fn school(classes_per_grade: usize, pupils: usize) -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let mut csv = String::from("班级,姓名,出生日期,性别,学籍号,监护人电话,就读方式,宿舍\n");
    for (at, grade) in ["一", "二", "三", "四", "五", "六"].iter().enumerate() {
        for class in 1..=classes_per_grade {
            for seat in 0..pupils {
                let number = (at * 100 + class) * 100 + seat;
                let room = if seat % 10 == 3 { "住校,2舍203" } else { "走读," };
                let _ = writeln!(
                    csv,
                    "{grade}年级({class})班,学生{number},201{}-03-01,男,G45120220150{number:07},16311110217,{room}",
                    9 - at
                );
            }
        }
    }
    let path = folder.path().join("2025-2026学年花名册.csv");
    std::fs::write(&path, csv).unwrap();
    let mut book = book_at(folder.path(), "2025-09-10T08:00:00");
    book.set_up(&SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None }).unwrap();
    let request = ImportRequest { path, ..ImportRequest::default() };
    let plan = book.review_import(&request, &mut Silent).unwrap();
    book.import(&plan, &mut Silent).unwrap();
    drop(book);
    let book = book_at(folder.path(), "2026-07-05T08:00:00");
    (folder, book)
}

fn counts(book: &Book, on: NaiveDate) -> BTreeMap<String, usize> {
    book.class_list(on).unwrap().into_iter().map(|line| (line.class, line.head_count)).collect()
}

fn class(book: &Book, label: &str, on: NaiveDate) -> ClassId {
    match book.find_class(label, on).unwrap().group {
        Group::Class(id) => id,
        _ => panic!("no class"),
    }
}

fn export(book: &mut Book, folder: &std::path::Path, on: NaiveDate) -> (Vec<u8>, Vec<u8>) {
    let (xlsx, csv) = (folder.join("out.xlsx"), folder.join("out.csv"));
    book.export_roster(&xlsx, on, ExportPart::Whole).unwrap();
    book.export_roster(&csv, on, ExportPart::Whole).unwrap();
    let pdf = folder.join("out.pdf");
    assert!(matches!(book.export_roster(&pdf, on, ExportPart::Whole), Err(OpError::BadValue { .. })));
    assert!(!pdf.exists());
    (std::fs::read(xlsx).unwrap(), std::fs::read(csv).unwrap())
}

#[test]
fn the_whole_school_goes_up_and_back_again() {
    let (folder, mut book) = school(2, 5);
    let (today, last, first) = (day(2026, 7, 5), day(2026, 8, 31), day(2026, 9, 1));
    let teacher =
        NewStaff { name: "韦老师".to_owned(), post: Some("班主任".to_owned()), ..NewStaff::default() };
    let _ = book.add_staff(&teacher).unwrap();
    book.set_teacher(class(&book, "三年级(1)班", today), Some("韦老师")).unwrap();
    let before = (counts(&book, today), export(&mut book, folder.path(), first));
    let view = book.promotion_view(&PromotionRequest::default()).unwrap();
    assert_eq!((view.from_year, view.to_year, view.system.as_str()), (2025, 2026, "primary-six"));
    assert_eq!((view.before, view.up, view.leaving, view.new.len()), (60, 50, 10, 10));
    assert_eq!(export(&mut book, folder.path(), first), before.1, "looking changes nothing");

    let promoted = book.promote(&PromotionRequest::default(), &mut Silent).unwrap();
    assert_eq!(promoted.view, view);
    assert!(!promoted.terms_set && promoted.terms.len() == 2);
    assert_eq!(counts(&book, today), before.0);
    assert_eq!(counts(&book, last), before.0);
    let after = counts(&book, first);
    assert_eq!((after.len(), after.values().sum::<usize>()), (10, 50));
    assert_eq!(after.get("二年级(1)班"), Some(&5));
    let rooms: usize = book.room_list(first).unwrap().iter().map(|room| room.count).sum();
    assert_eq!(rooms, 10, "boarders keep their rooms, those who leave do not");
    let lines = book.roster_list(first, &RosterFilter::default()).unwrap();
    assert!(lines.iter().all(|line| line.from == first && line.grade >= Some(2)));

    let again =
        book.promote(&PromotionRequest { to_year: Some(2026), ..PromotionRequest::default() }, &mut Silent);
    assert!(matches!(again, Err(OpError::Promotion(_))));
    let operation = book.undo_list().unwrap().into_iter().next().unwrap();
    assert_eq!(operation.words, "升入 2026-2027 学年，60 人");
    let undone = book.run(&Op::Undo(None), &mut Silent).unwrap();
    let crate::ops::Answer::Undone(undone) = undone.value else { panic!() };
    assert!(undone.report.kept.is_empty());
    assert_eq!(export(&mut book, folder.path(), first), before.1);
    assert!(book.class_list(first).unwrap().is_empty());
}

#[test]
fn choices_are_carried_out_and_wrong_ones_refused() {
    let (_folder, mut book) = school(2, 4);
    let (today, first) = (day(2026, 7, 5), day(2026, 9, 1));
    let pupils = book.roster_list(today, &RosterFilter::default()).unwrap();
    let held = pupils.iter().find(|line| line.class == "三年级(1)班").unwrap().key;
    let mut choices = PromotionChoices::default();
    choices.pupils.insert(held, PupilFate::HeldBack);
    for label in ["二年级(1)班", "二年级(2)班"] {
        choices.classes.insert(class(&book, label, today), ClassFate::Into(vec!["三年级".into()]));
    }
    let mut request =
        PromotionRequest { system: Some("nine-year".into()), choices, ..PromotionRequest::default() };
    let promoted = book.promote(&request, &mut Silent).unwrap();
    assert_eq!((promoted.view.leaving, promoted.view.held_back), (0, 1));
    let after = counts(&book, first);
    assert_eq!(after.get("三年级"), Some(&9), "two classes and one who does the year again");
    assert_eq!(after.get("七年级(2)班"), Some(&4));
    assert_eq!(book.store.setting::<String>("school_system").unwrap().as_deref(), Some("nine-year"));
    request.system = Some("no-such".into());
    assert!(matches!(book.promote(&request, &mut Silent), Err(OpError::BadValue { field: "system", .. })));
    book.undo(None).unwrap();
    assert_eq!(book.store.setting::<String>("school_system").unwrap(), None);
    request.system = None;
    request.choices.pupils.insert(crate::ops::sample_book::person(1), PupilFate::Leave);
    assert!(matches!(book.promotion_view(&request), Err(OpError::NoSuchPerson)));
}

#[test]
fn the_sums_add_up_whatever_is_chosen() {
    let (_folder, mut book) = school(1, 3);
    let today = day(2026, 7, 5);
    let _ = book.add_class(&NewGroup { label: "苗岭班".into(), ..NewGroup::default() }).unwrap();
    for name in ["龙一", "龙二"] {
        let new = NewPupil { name: name.into(), class: "苗岭班".into(), ..NewPupil::default() };
        let _ = book.add_pupil(&new).unwrap();
    }
    let mut request = PromotionRequest::default();
    let _ = request.choices.classes.insert(class(&book, "五年级(1)班", today), ClassFate::Stay);
    let view = book.promotion_view(&request).unwrap();
    assert_eq!(
        (view.before, view.up, view.held_back, view.leaving),
        (20, 12, 5, 3),
        "a class stays, and one without a grade"
    );

    let classes: Vec<ClassId> = book.class_list(today).unwrap().iter().map(|it| it.key).collect();
    let pupils = book.roster_list(today, &RosterFilter::default()).unwrap();
    let fates = proptest::collection::vec(0_usize..6, classes.len());
    let own = proptest::collection::vec((0..pupils.len(), 0_usize..4), 0..5);
    proptest!(ProptestConfig::with_cases(64), |(fates in fates, own in own)| {
        let into = |label: &str| vec![label.to_owned()];
        let fate = |at| match at {
            0 => Some(ClassFate::Stay),
            1 => Some(ClassFate::Leave),
            2 => Some(ClassFate::Into(into("三年级(1)班"))),
            3 => Some(ClassFate::Into(into("苗岭班"))),
            _ => None,
        };
        let classes = classes.iter().zip(fates).filter_map(|(id, at)| Some((*id, fate(at)?))).collect();
        let mut choices = PromotionChoices { classes, ..PromotionChoices::default() };
        for (at, fate) in own {
            let _ = choices.pupils.insert(pupils[at].key, match fate {
                0 => PupilFate::HeldBack,
                1 => PupilFate::HeldBackInto("二年级(1)班".into()),
                2 => PupilFate::Into("三年级(1)班".into()),
                _ => PupilFate::Leave,
            });
        }
        let view = book.promotion_view(&PromotionRequest { choices, ..PromotionRequest::default() }).unwrap();
        prop_assert_eq!(view.before, view.up + view.held_back + view.leaving);
        let coming: usize = view.new.iter().map(|class| class.coming).sum();
        prop_assert_eq!(coming, view.up + view.held_back);
        let told = view.old.iter().flat_map(|class| &class.pupils).filter(|it| it.reason == "held_back").count();
        prop_assert!(told <= view.held_back);
    });
}

#[test]
fn kinds_grades_and_groups_go_up_with_the_pupils() {
    let (_folder, mut book) = school(1, 2);
    let (today, first) = (day(2026, 7, 5), day(2026, 9, 1));
    let new =
        NewPupil { name: "龙四".into(), class: "三四年级复式班".into(), ..NewPupil::default() };
    let fourth = book.add_pupil(&new).unwrap().key;
    let third = book.add_pupil(&NewPupil { name: "龙三".into(), ..new }).unwrap().key;
    for (person, grade) in [(third, 3), (fourth, 4)] {
        book.set_grade(person, grade).unwrap();
    }
    let point = class(&book, "一年级(1)班", today);
    book.set_class_kind(point, ClassKind::TeachingPoint, Some(1)).unwrap();
    let add = FreeGroupOp::Add { label: "东线".into(), kind: FreeGroupKind::Bus };
    let group = book.change_free_group(&add).unwrap();
    let lines = book.roster_list(today, &RosterFilter::default()).unwrap();
    let of = |label: &str| lines.iter().find(|line| line.class == label).unwrap().key;
    let leaver = of("六年级(1)班");
    for person in [third, fourth, of("一年级(1)班"), leaver] {
        book.change_free_group(&FreeGroupOp::Join { persons: vec![person], group, from: today }).unwrap();
    }
    book.promote(&PromotionRequest::default(), &mut Silent).unwrap();
    let lines = book.roster_list(first, &RosterFilter::default()).unwrap();
    let place = |person| {
        let line = lines.iter().find(|line| line.key == person).unwrap();
        (line.class.as_str(), line.grade)
    };
    assert_eq!(place(third), ("三四年级复式班", Some(4)));
    assert_eq!(place(fourth), ("五年级(1)班", Some(5)), "the room holds no grade 5");
    let Group::Class(up) = book.find_class("二年级(1)班", first).unwrap().group else { panic!() };
    let up = book.store.class(up).unwrap().unwrap();
    assert_eq!((up.kind, up.grade, up.continues), (ClassKind::TeachingPoint, Some(2), Some(point)));
    let riders = |on| book.free_group_list(on).unwrap().remove(0).persons;
    assert_eq!((riders(today).len(), riders(first).len()), (4, 3));
    assert!(!riders(first).contains(&leaver));
    book.undo_promotion().unwrap();
    assert_eq!(book.free_group_list(first).unwrap()[0].count, 4);
}

#[test]
fn a_promotion_that_sheets_stand_on_is_not_spent() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("2025-2026学年花名册.csv");
    std::fs::write(&path, "班级,姓名,出生日期\n三年级(1)班,甲甲,2017-03-01\n三年级(1)班,乙乙,2017-03-02\n")
        .unwrap();
    let mut book = book_at(folder.path(), "2025-09-10T08:00:00");
    let request = ImportRequest { path, ..ImportRequest::default() };
    let plan = book.review_import(&request, &mut Silent).unwrap();
    book.import(&plan, &mut Silent).unwrap();
    drop(book);
    let mut book = book_at(folder.path(), "2026-08-25T08:00:00");
    let system = Some("primary-six".to_owned());
    book.promote(&PromotionRequest { system, ..PromotionRequest::default() }, &mut Silent).unwrap();
    drop(book);
    let mut book = book_at(folder.path(), "2026-09-02T08:00:00");
    let (group, date) = (book.class_groups(book.today()).unwrap().remove(0).group, book.today());
    let session = crate::domain::session::Session::Morning;
    book.set_nil(crate::domain::sheet::SheetKey { group, date, session }).unwrap();
    let undone = book.undo_promotion().unwrap();
    assert!(undone.is_nothing() && undone.kept.len() == 2, "{undone:?}");
    assert!(undone.words(book.tr()).contains("甲甲"));
    let class = book.roster_list(book.today(), &RosterFilter::default()).unwrap().remove(0).class;
    assert_eq!(class, "四年级(1)班");
    // It can still be taken back once nothing stands on it.
    book.undo(None).unwrap();
    assert!(!book.undo_promotion().unwrap().is_nothing());
    let class = book.roster_list(book.today(), &RosterFilter::default()).unwrap().remove(0).class;
    assert_eq!(class, "三年级(1)班");
}

#[test]
fn late_pupils_and_moves_after_the_promotion_are_not_lost() {
    let (_folder, mut book) = school(2, 3);
    let (today, last, first) = (day(2026, 7, 5), day(2026, 8, 31), day(2026, 9, 1));
    book.promote(&PromotionRequest::default(), &mut Silent).unwrap();
    let pupils = book.roster_list(today, &RosterFilter::default()).unwrap();
    let mover = pupils.iter().find(|line| line.class == "一年级(1)班").unwrap().key;
    let other = class(&book, "一年级(2)班", today);
    book.move_class(mover, other, day(2026, 7, 6)).unwrap();
    let classes: Vec<String> =
        book.person_view(mover).unwrap().enrolments.into_iter().map(|(label, ..)| label).collect();
    assert_eq!(classes, ["一年级(1)班", "一年级(2)班", "二年级(1)班"], "the place in the new year is kept");
    assert_eq!(counts(&book, last).get("一年级(2)班"), Some(&4));
    assert_eq!(counts(&book, first).values().sum::<usize>(), 30);

    let new = NewPupil { name: "新来".into(), class: "一年级(2)班".into(), ..NewPupil::default() };
    let joined = book.add_pupil(&new).unwrap().key;
    let request = PromotionRequest { to_year: Some(2026), ..PromotionRequest::default() };
    let view = book.promotion_view(&request).unwrap();
    assert_eq!((view.before, view.new[0].before, view.new[0].coming), (1, 3, 1));
    book.promote(&request, &mut Silent).unwrap();
    let line = book.roster_list(first, &RosterFilter::default()).unwrap();
    let line = line.iter().find(|line| line.key == joined).unwrap();
    assert_eq!((line.class.as_str(), line.seat_no), ("二年级(2)班", 4));
}

#[test]
fn next_years_file_finds_everybody_where_the_promotion_put_them() {
    let (folder, mut book) = school(1, 4);
    book.promote(&PromotionRequest::default(), &mut Silent).unwrap();
    drop(book);
    let mut book = book_at(folder.path(), "2026-09-03T08:00:00");
    let path = folder.path().join("back.xlsx");
    assert_eq!(book.export_roster(&path, day(2026, 9, 3), ExportPart::Whole).unwrap().pupils, 20);
    let request = ImportRequest { path, ..ImportRequest::default() };
    let plan = book.review_import(&request, &mut Silent).unwrap();
    let summary = plan.summary();
    assert_eq!((summary.unchanged, summary.changed, summary.new, summary.conflicts.len()), (20, 0, 0, 0));
    // A class that the new file changes is no conflict with a change by hand.
    let csv = "班级,姓名,学籍号\n三年级(1)班,学生10100,G451202201500010100\n";
    let path = folder.path().join("2026-2027学年.csv");
    std::fs::write(&path, csv).unwrap();
    let request = ImportRequest { path, ..ImportRequest::default() };
    let summary = book.review_import(&request, &mut Silent).unwrap().summary();
    assert_eq!((summary.new, summary.conflicts.len()), (0, 0));
}

#[test]
fn a_school_that_has_not_gone_up_is_told_so_in_the_new_year() {
    let (folder, mut book) = school(1, 3);
    assert_eq!(book.pupils_behind(day(2026, 7, 5)).unwrap(), 0);
    drop(book);
    book = book_at(folder.path(), "2026-09-02T08:00:00");
    let view = book.today_view(day(2026, 9, 2), crate::domain::session::Session::Morning).unwrap();
    assert_eq!((view.roster_empty, view.behind), (true, 18));
    assert_eq!(book.promotion_year().unwrap(), 2026, "the year that has begun");
    book.promote(&PromotionRequest::default(), &mut Silent).unwrap();
    let view = book.today_view(day(2026, 9, 2), crate::domain::session::Session::Morning).unwrap();
    assert_eq!((view.roster_empty, view.behind, view.lines.len()), (false, 0, 5));
    let page = book.roster_view(day(2026, 9, 2), &crate::ops::roster::RosterPage::default()).unwrap();
    assert_eq!((page.pupils, page.behind, page.away), (15, 0, 3));
}

#[test]
fn terms_of_the_year_before_are_proposed() {
    use crate::domain::calendar::{Season, Term};
    let (_folder, mut book) = school(1, 2);
    let autumn = Term { season: Season::Autumn, first: day(2025, 9, 2), last: day(2026, 1, 29) };
    book.set_up(&SettingsOp::Term(autumn)).unwrap();
    let promoted = book.promote(&PromotionRequest::default(), &mut Silent).unwrap();
    assert!(!promoted.terms_set);
    assert_eq!((promoted.terms[0].first, promoted.terms[0].last), (day(2026, 9, 2), day(2027, 1, 29)));
    book.set_up(&SettingsOp::Term(promoted.terms[0])).unwrap();
    let (terms, set) = book.next_terms(2026).unwrap();
    assert!(set && terms == promoted.terms);
    let early = Term { first: day(2026, 8, 31), ..promoted.terms[0] };
    book.set_up(&SettingsOp::Term(early)).unwrap();
    assert_eq!(book.next_terms(2026).unwrap().0[0].first, day(2026, 8, 31), "begins in August");
    assert_eq!(book.next_terms(2026).unwrap().0.len(), 2);
}

/// 60 classes of 50: the size of the largest school meant.
#[test]
fn a_large_school_goes_up_and_back_to_the_same_bytes() {
    let (folder, mut book) = school(10, 50);
    let first = day(2026, 9, 1);
    let before = (counts(&book, day(2026, 7, 5)), export(&mut book, folder.path(), first));
    let begun = Instant::now();
    let view = book.promotion_view(&PromotionRequest::default()).unwrap();
    let looked = begun.elapsed();
    let begun = Instant::now();
    let promoted = book.promote(&PromotionRequest::default(), &mut Silent).unwrap();
    let done = begun.elapsed();
    assert_eq!((view.before, promoted.view.up, promoted.view.leaving), (3000, 2500, 500));
    let begun = Instant::now();
    let undone = book.undo(None).unwrap();
    let back = begun.elapsed();
    assert!(undone.report.kept.is_empty());
    assert_eq!(counts(&book, day(2026, 7, 5)), before.0);
    assert_eq!(export(&mut book, folder.path(), first), before.1);
    println!("3,000 pupils: looked at in {looked:?}, promoted in {done:?}, undone in {back:?}");
}

#[test]
fn a_new_year_without_promotion_says_so() {
    use crate::domain::obligation::ObligationState;
    use crate::domain::session::Session;
    use crate::i18n::{Explain, Language, Tr};
    use crate::ops::roster::MembershipError;
    let (folder, book) = school(1, 5);
    assert!(!book.todo(day(2026, 7, 5)).unwrap().iter().any(|line| line.rule == "promotion"));
    drop(book);
    let mut book = book_at(folder.path(), "2026-09-03T08:00:00");
    let today = day(2026, 9, 3);
    let nil = book.set_all_nil(today, Session::Morning).unwrap_err();
    let report = book.report_view(today).unwrap_err();
    for why in [nil, report] {
        assert!(matches!(why, OpError::Membership(MembershipError::PupilsBehind { count: 30 })), "{why:?}");
        for language in [Language::Chinese, Language::English] {
            let why = why.explain(&Tr::new(language));
            assert!(why.happened.contains("30") && why.remedy.contains("roster promote"), "{why:?}");
        }
    }
    let todo = book.todo(today).unwrap();
    let line = todo.iter().find(|line| line.rule == "promotion").unwrap();
    assert_eq!(line.state, ObligationState::Late);
    assert!(line.subject.contains("30"), "{}", line.subject);
}
