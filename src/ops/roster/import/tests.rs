mod counted;
mod decided;
mod hostile;
mod odd_schools;
mod odd_values;
mod properties;
mod rooms;
mod staff;
mod staff_lists;
mod undoing;
mod years;

use std::path::PathBuf;

use chrono::NaiveDate;
use serde_json::json;

use super::*;
use crate::domain::id::{OperationId, PersonId};
use crate::domain::person::{Person, PersonKind};
use crate::domain::progress::{Cancelled, Progress, Silent, Stage};
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::ops::OpError;
use crate::ops::book::{Book, OpenOptions};
use crate::ops::roster::{ExportPart, RosterFilter, RosterLine, RosterSnapshot};

fn book_on(now: &str) -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let book = open(folder.path(), now);
    (folder, book)
}

fn open(folder: &std::path::Path, now: &str) -> Book {
    Book::open(&OpenOptions {
        folder: folder.to_owned(),
        now: Some(now.parse().unwrap()),
        seed: Some(1),
        ..OpenOptions::default()
    })
    .unwrap()
}

fn autumn() -> (tempfile::TempDir, Book) {
    book_on("2025-10-15T08:00:00")
}

fn fixture(name: &str) -> ImportRequest {
    ImportRequest { path: PathBuf::from("tests/rosters").join(name), ..ImportRequest::default() }
}

/// A text table as a file in a folder.
fn table(folder: &tempfile::TempDir, text: &str) -> ImportRequest {
    let path = folder.path().join("roster.csv");
    std::fs::write(&path, text).unwrap();
    ImportRequest { path, ..ImportRequest::default() }
}

fn import(book: &mut Book, request: &ImportRequest) -> ImportSummary {
    let plan = book.review_import(request, &mut Silent).unwrap();
    book.import(&plan, &mut Silent).unwrap()
}

/// The newest import that changed something, whether or not another came since that changed nothing.
fn undo_last(book: &mut Book) -> crate::ops::undo::Undone {
    let last = book.last_import().unwrap().unwrap();
    book.undo_import(Some(last.id)).unwrap()
}

fn counts(summary: &ImportSummary) -> (usize, usize, usize, usize, usize) {
    (summary.new, summary.changed, summary.unchanged, summary.doubtful.len(), summary.conflicts.len())
}

fn list(book: &Book, date: &str) -> Vec<RosterLine> {
    book.roster_list(date.parse().unwrap(), &RosterFilter::default()).unwrap()
}

fn key_of(book: &Book, name: &str) -> PersonId {
    list(book, "2025-10-15").into_iter().find(|line| line.name == name).unwrap().key
}

#[test]
fn every_file_twice_changes_nothing() {
    for (name, people) in [
        ("01-standard.xlsx", 365),
        ("02-standard-gb18030.csv", 365),
        ("03-sheet-per-class.xls", 185),
        ("04-small-school.ods", 58),
        ("05-national-71.xlsx", 51),
        ("06-messy.xlsx", 39),
        ("07-web-export.xls", 44),
        ("08-staff.xlsx", 33),
    ] {
        let (_folder, mut book) = autumn();
        let first = import(&mut book, &fixture(name));
        assert_eq!(counts(&first), (people, 0, 0, 0, 0), "{name}");
        let before = book.store.journal_head().unwrap();
        let again = import(&mut book, &fixture(name));
        assert_eq!(counts(&again), (0, 0, people, 0, 0), "{name}: {:#?}", again.doubtful);
        assert_eq!(book.store.journal_head().unwrap(), before, "{name}");
        assert!(again.not_in_file.is_empty(), "{name}");
    }
}

#[test]
fn a_file_that_counts_through_all_classes_gives_no_seats() {
    let (_folder, mut book) = autumn();
    import(&mut book, &fixture("06-messy.xlsx"));
    let classes = book.class_list("2025-10-15".parse().unwrap()).unwrap();
    assert_eq!(classes.iter().map(|class| class.head_count).collect::<Vec<_>>(), [13, 12, 14]);
    for class in &classes {
        let lines = list(&book, "2025-10-15");
        let seats: Vec<_> = lines.iter().filter(|l| l.class_key == class.key).map(|l| l.seat_no).collect();
        assert_eq!(seats, (1..=u32::try_from(class.head_count).unwrap()).collect::<Vec<_>>());
    }
    // Two rows that were mended in their own file keep the numbers they stand with.
    let some = |class, number| (Some(class), Some(number));
    assert!(!super::place_planner::counts_through([some(0, 5), some(1, 7)].into_iter()));
    assert!(!super::place_planner::counts_through([some(0, 1), some(0, 2), some(1, 1)].into_iter()));
}

#[test]
fn the_roster_holds_what_the_file_says() {
    let (_folder, mut book) = autumn();
    import(&mut book, &fixture("01-standard.xlsx"));
    let lines = list(&book, "2025-09-01");
    assert!(list(&book, "2025-08-31").is_empty());
    assert_eq!(lines.len(), 365);
    assert_eq!(lines.iter().filter(|line| line.boarding == Some("住校")).count(), 62);
    let classes = book.class_list("2025-10-15".parse().unwrap()).unwrap();
    let counts: Vec<_> = classes.iter().map(|class| class.head_count).collect();
    assert_eq!(counts, [44, 43, 45, 44, 45, 44, 46, 45, 9]);
    assert_eq!(classes[0].class, "一年级(1)班");
    for class in &classes {
        let seats: Vec<_> = lines.iter().filter(|l| l.class_key == class.key).map(|l| l.seat_no).collect();
        assert_eq!(seats, (1..=u32::try_from(class.head_count).unwrap()).collect::<Vec<_>>());
    }
    let backups = crate::storage::BackupInfo::list(&crate::ops::place::backup_folder(book.folder()));
    assert_eq!(backups.len(), 1, "a backup before the import");
    let undone = book.undo_import(None).unwrap();
    assert!(undone.report.kept.is_empty());
    assert!(list(&book, "2025-10-15").is_empty());
    assert!(book.class_list("2025-10-15".parse().unwrap()).unwrap().is_empty());
    assert!(book.undo_import(None).is_err());
}

#[test]
fn an_import_whose_classes_were_checked_since_stays() {
    let (_folder, mut book) = autumn();
    import(&mut book, &fixture("01-standard.xlsx"));
    let today = book.today();
    let first = book.class_groups(today).unwrap().remove(0);
    book.set_nil(SheetKey { group: first.group, date: today, session: Session::Morning }).unwrap();
    let undone = book.undo_import(None).unwrap();
    assert!(!undone.report.kept.is_empty());
    let left = list(&book, "2025-10-15");
    assert_eq!(left.len(), 44, "the class that was checked keeps its pupils");
    assert!(left.iter().all(|line| line.class == first.label));
    assert_eq!(book.check_status(today).unwrap()[0].present, Some(44));
}

#[test]
fn the_same_pupils_in_another_kind_of_file_are_unchanged() {
    let (_folder, mut book) = autumn();
    import(&mut book, &fixture("01-standard.xlsx"));
    assert_eq!(counts(&import(&mut book, &fixture("02-standard-gb18030.csv"))), (0, 0, 365, 0, 0));
}

#[test]
fn next_year_moves_everybody_up_and_keeps_yesterday() {
    let (folder, mut book) = autumn();
    import(&mut book, &fixture("01-standard.xlsx"));
    let before = list(&book, "2026-06-01");
    drop(book);
    let mut book = open(folder.path(), "2026-10-15T08:00:00");
    let mut request = fixture("09-next-year.xlsx");
    request.options.as_of = "2026-09-01".parse().ok();
    let plan = book.review_import(&request, &mut Silent).unwrap();
    let comes_in = plan.rows.iter().filter(|row| row.comes_in).count();
    assert_eq!(comes_in, 368, "everybody is on this year's roster only by the file");
    let changes = |field: &str| {
        plan.rows
            .iter()
            .filter(|row| match &row.action {
                RowAction::Changed(_, changes) => changes.iter().any(|change| change.field == field),
                _ => false,
            })
            .count()
    };
    assert_eq!(
        (changes("class"), changes("name"), changes("student_no"), changes("boarding")),
        (353, 3, 3, 6)
    );
    let summary = book.import(&plan, &mut Silent).unwrap();
    assert_eq!(counts(&summary), (15, 353, 0, 0, 0));
    assert_eq!((summary.matched_by_id, summary.not_in_file.len()), (352, 12));
    let graduated = summary.not_in_file.iter().filter(|pupil| pupil.class == "六年级(1)班").count();
    assert_eq!(graduated, 9);
    let dated = |lines: Vec<RosterLine>| {
        lines.into_iter().map(|l| (l.key, l.class, l.seat_no, l.from)).collect::<Vec<_>>()
    };
    assert_eq!(dated(list(&book, "2026-06-01")), dated(before), "yesterday's classes never change");
    assert_eq!(list(&book, "2026-09-01").len(), 368 + 12);
    assert_eq!(counts(&import(&mut book, &request)), (0, 0, 368, 0, 0));
    // Older never wins.
    let error = book.review_import(&fixture("01-standard.xlsx"), &mut Silent).unwrap_err();
    assert!(matches!(error, OpError::OlderRoster { file: 2025, book: 2026 }));
    undo_last(&mut book);
    assert_eq!(list(&book, "2026-09-02").len(), 365);
}

#[test]
fn changes_by_hand_are_kept_and_shown() {
    let (folder, mut book) = autumn();
    let head = "班级,姓名,出生日期,身份证号,监护人电话,宿舍\n";
    let rows = "三年级1班,甲甲,2017-03-01,,16311110001,2舍201\n三年级1班,乙乙,2017-03-02,,16311110002,\n\
                三年级2班,丙丙,2017-03-03,,16311110003,\n";
    import(&mut book, &table(&folder, &format!("{head}{rows}")));
    let mut first = book.store.person(key_of(&book, "甲甲")).unwrap().unwrap();
    first.guardian_phone = Some("16399999999".into());
    first.name = "甲新".into();
    book.edit_person(&first).unwrap();
    let second = key_of(&book, "乙乙");
    let other = book.find_class("三2班", "2025-10-15".parse().unwrap()).unwrap().group;
    let crate::domain::group::Group::Class(other) = other else { panic!() };
    book.move_class(second, other, "2025-10-15".parse().unwrap()).unwrap();
    let again = import(&mut book, &table(&folder, &format!("{head}{rows}")));
    let kept: Vec<_> = again.conflicts.iter().map(|c| (c.name.as_str(), c.field.as_str())).collect();
    assert_eq!(kept, [("甲甲", "guardian_phone"), ("甲甲", "name"), ("乙乙", "class")], "{again:#?}");
    assert_eq!(book.store.person(first.id).unwrap().unwrap().guardian_phone.as_deref(), Some("16399999999"));
    // Empty cells and missing columns overwrite nothing; new values come in.
    let summary = import(
        &mut book,
        &table(&folder, "班级,姓名,出生日期,监护人电话,民族\n三年级2班,丙丙,2017-03-03,,苗族\n"),
    );
    assert_eq!(counts(&summary), (0, 1, 0, 0, 0));
    let third = book.store.person(key_of(&book, "丙丙")).unwrap().unwrap();
    assert_eq!(
        (third.guardian_phone.as_deref(), third.ethnicity.as_deref()),
        (Some("16311110003"), Some("苗族"))
    );
    assert_eq!(summary.not_in_file.len(), 1, "乙乙 is in that class too");
}

#[test]
fn doubtful_rows_stay_out_until_they_are_decided() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, "班级,姓名,出生日期\n三年级1班,甲甲,2017-03-01\n"));
    let mut request =
        table(&folder, "班级,姓名,出生日期\n三年级2班,甲甲,2017-03-01\n三年级2班,乙乙,2017-03-02\n");
    let summary = import(&mut book, &request);
    assert_eq!(counts(&summary), (1, 0, 0, 1, 0), "good rows go in");
    assert_eq!(summary.doubtful[0].candidates[0].class.as_deref(), Some("三年级1班"));
    let key = key_of(&book, "甲甲");
    let row = RowRef { sheet: None, row: 2 };
    request.options.decisions = vec![(row.clone(), Decision::New)];
    assert_eq!(counts(&import(&mut book, &request)), (1, 0, 1, 0, 0));
    assert_eq!(counts(&import(&mut book, &request)), (0, 0, 2, 0, 0), "decided once, never doubled");
    book.undo(None).unwrap();
    request.options.decisions = vec![(row, Decision::Person(key))];
    assert_eq!(counts(&import(&mut book, &request)), (0, 1, 1, 0, 0));
    let line = list(&book, "2025-10-15").into_iter().find(|line| line.key == key).unwrap();
    assert_eq!((line.class.as_str(), line.seat_no), ("三年级2班", 1));
}

#[test]
fn staff_bring_the_class_teachers_whichever_file_comes_first() {
    for order in [["01-standard.xlsx", "08-staff.xlsx"], ["08-staff.xlsx", "01-standard.xlsx"]] {
        let (_folder, mut book) = autumn();
        for name in order {
            import(&mut book, &fixture(name));
        }
        let classes = book.class_list("2025-10-15".parse().unwrap()).unwrap();
        assert_eq!(classes[0].teacher.as_deref(), Some("姜飞文"), "{order:?}");
        assert!(classes.iter().all(|class| class.teacher.is_some()), "{order:?}");
        book.set_teacher(classes[0].key, Some("某某")).unwrap();
        import(&mut book, &fixture("08-staff.xlsx"));
        let classes = book.class_list("2025-10-15".parse().unwrap()).unwrap();
        assert_eq!(classes[0].teacher.as_deref(), Some("某某"), "set by hand");
    }
}

#[test]
fn skip_lets_only_new_people_in() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, "班级,姓名,出生日期,民族\n三年级1班,甲甲,2017-03-01,汉族\n"));
    let mut request = table(
        &folder,
        "班级,姓名,出生日期,民族\n三年级1班,甲甲,2017-03-01,苗族\n三年级1班,乙乙,2017-03-02,\n",
    );
    request.options.on_match = OnMatch::Skip;
    assert_eq!(counts(&import(&mut book, &request)), (1, 0, 1, 0, 0));
    let lines = list(&book, "2025-10-15");
    assert_eq!(lines.iter().map(|line| line.seat_no).collect::<Vec<_>>(), [1, 2]);
}

/// Cancels at the first report of a stage.
struct CancelAt(Stage);

impl Progress for CancelAt {
    fn report(&mut self, stage: Stage, _done: usize, _total: usize) -> Result<(), Cancelled> {
        if stage == self.0 { Err(Cancelled) } else { Ok(()) }
    }
}

#[test]
fn a_cancelled_or_refused_import_leaves_nothing() {
    let (folder, mut book) = autumn();
    let plan = book.review_import(&fixture("01-standard.xlsx"), &mut Silent).unwrap();
    for stage in [Stage::BackingUp, Stage::Saving] {
        assert!(matches!(book.import(&plan, &mut CancelAt(stage)), Err(OpError::Cancelled(_))));
    }
    assert!(matches!(
        book.review_import(&fixture("01-standard.xlsx"), &mut CancelAt(Stage::Reading)),
        Err(OpError::Cancelled(_))
    ));
    assert!(matches!(book.review_import(&table(&folder, ""), &mut Silent), Err(OpError::Roster(_))));
    assert!(matches!(
        book.review_import(&table(&folder, "\u{0}\u{1}"), &mut Silent),
        Err(OpError::Roster(_))
    ));
    let bad =
        ImportRequest { map: vec![("姓名".into(), "nonsense".into())], ..fixture("01-standard.xlsx") };
    assert!(matches!(book.review_import(&bad, &mut Silent), Err(OpError::Choice(_))));
    assert_eq!(book.store.journal_head().unwrap(), 0);
}

#[test]
fn the_export_imports_again_as_unchanged() {
    for name in ["01-standard.xlsx", "03-sheet-per-class.xls", "05-national-71.xlsx", "06-messy.xlsx"] {
        for ending in ["xlsx", "csv"] {
            let (folder, mut book) = autumn();
            import(&mut book, &fixture(name));
            let people = list(&book, "2025-10-15").len();
            let path = folder.path().join(format!("out.{ending}"));
            assert_eq!(
                book.export_roster(&path, "2025-10-15".parse().unwrap(), ExportPart::Whole).unwrap().pupils,
                people
            );
            let request = ImportRequest { path, ..ImportRequest::default() };
            let summary = import(&mut book, &request);
            assert_eq!(counts(&summary), (0, 0, people, 0, 0), "{name} {ending}: {summary:#?}");
            // And an empty book made from it exports the same list.
            let (_other, mut copy) = autumn();
            import(&mut copy, &request);
            let day: NaiveDate = "2025-10-15".parse().unwrap();
            assert_eq!(
                copy.roster_table(day).unwrap().0.rows,
                book.roster_table(day).unwrap().0.rows,
                "{name}"
            );
        }
    }
}

#[test]
fn the_summary_is_machine_readable() {
    let (folder, mut book) = autumn();
    let summary = import(&mut book, &table(&folder, "班级,姓名\n三年级1班,甲甲\n"));
    assert_eq!(
        serde_json::to_value(&summary).unwrap(),
        json!({ "act": summary.act, "as_of": "2025-09-01", "new": 1, "changed": 0, "unchanged": 0, "matched_by_id": 0,
                "conflicts": [], "doubtful": [], "not_in_file": [] })
    );
}

mod leavers;
mod wizard;
