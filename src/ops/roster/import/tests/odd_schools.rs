//! Junior schools that name classes by the year of entry, classes of several grades, sheets of the whole school beside
//! those of the classes: nothing is lost, nothing is doubled.

use std::cell::Cell;
use std::time::Duration;

use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::properties::{contents, name, nothing_lost, people};
use super::*;
use crate::ops::roster::import::import_source::in_time;
use crate::ops::settings::SettingsOp;
use crate::roster_file::Warning;

const DAY: &str = "2025-10-15";

fn grades(book: &Book) -> Vec<(String, Option<u8>)> {
    list(book, DAY).into_iter().map(|line| (line.name, line.grade)).collect()
}

#[test]
fn a_junior_class_by_year_of_entry_stays_one_without_birth_dates() {
    let (folder, mut book) = autumn();
    let with = "班级,姓名,出生日期,学籍号\n2025级1班,甲,2013-03-01,L0001\n2025级1班,乙,2012-11-01,L0002\n";
    import(&mut book, &table(&folder, with));
    let classes = book.class_list(DAY.parse().unwrap()).unwrap();
    assert_eq!((classes[0].class.as_str(), classes[0].grade), ("2025级1班", Some(7)));
    for text in [
        "班级,姓名,学籍号,监护人电话\n2025级1班,甲,L0001,16311110001\n2025级1班,乙,L0002,16311110002\n",
        "年级,班级,姓名,学籍号\n七年级,2025级1班,甲,L0001\n七年级,2025级1班,乙,L0002\n",
        "年级,班级,姓名,学籍号\n七年级,1班,甲,L0001\n七年级,1班,乙,L0002\n",
        "年级,班级,姓名,学籍号\n2025级,1班,甲,L0001\n2025级,1班,乙,L0002\n",
    ] {
        let summary = import(&mut book, &table(&folder, text));
        assert_eq!((summary.new, summary.doubtful.len(), summary.conflicts.len()), (0, 0, 0), "{text}");
        let classes = book.class_list(DAY.parse().unwrap()).unwrap();
        assert_eq!((classes.len(), classes[0].head_count), (1, 2), "{text}");
    }
    assert_eq!(book.class_groups(DAY.parse().unwrap()).unwrap()[0].short, "七（1）");
    // A class of the same year that is new is one of this school too.
    let other = "班级,姓名,学籍号\n2025级2班,丙,L0003\n2024级1班,丁,L0004\n";
    import(&mut book, &table(&folder, other));
    let classes = book.class_list(DAY.parse().unwrap()).unwrap();
    let of: Vec<_> = classes.iter().map(|class| (class.class.as_str(), class.grade)).collect();
    assert_eq!(of, [("2025级1班", Some(7)), ("2025级2班", Some(7)), ("2024级1班", Some(8))]);
}

#[test]
fn the_grade_of_each_pupil_goes_into_a_class_of_several_grades_and_out_again() {
    let (folder, mut book) = autumn();
    let rows = "班级,年级,姓名,出生日期\n五六年级复式班,六年级,甲,2014-03-01\n五六年级复式班,五年级,乙,2015-03-01\n\
                五六年级复式班,,丙,2015-03-02\n三年级1班,三年级,丁,2017-03-02\n";
    assert_eq!(counts(&import(&mut book, &table(&folder, rows))), (4, 0, 0, 0, 0));
    let of = |name: &str, grade| (name.to_owned(), grade);
    let all = [of("丁", Some(3)), of("甲", Some(6)), of("乙", Some(5)), of("丙", None)];
    assert_eq!(grades(&book), all);
    let journal = book.store.journal_head().unwrap();
    assert_eq!(counts(&import(&mut book, &table(&folder, rows))), (0, 0, 4, 0, 0));
    assert_eq!(book.store.journal_head().unwrap(), journal);
    // The export says it, where the name of the class does not.
    let path = folder.path().join("out.csv");
    book.export_roster(&path, DAY.parse().unwrap(), ExportPart::Whole).unwrap();
    let request = ImportRequest { path, ..ImportRequest::default() };
    assert_eq!(counts(&import(&mut book, &request)), (0, 0, 4, 0, 0));
    let (_folder, mut copy) = autumn();
    import(&mut copy, &request);
    assert_eq!(grades(&copy), all);
    // A mended file mends it; without the column nothing is lost; what a hand has set is kept.
    let mended =
        "班级,年级,姓名,出生日期\n五六年级复式班,五年级,甲,2014-03-01\n五六年级复式班,六年级,丙,2015-03-02\n";
    assert_eq!(counts(&import(&mut book, &table(&folder, mended))), (0, 2, 0, 0, 0));
    let without = "班级,姓名,出生日期\n五六年级复式班,甲,2014-03-01\n";
    assert_eq!(counts(&import(&mut book, &table(&folder, without))), (0, 0, 1, 0, 0));
    book.set_grade(key_of(&book, "乙"), 6).unwrap();
    let summary = import(&mut book, &table(&folder, rows));
    assert_eq!(summary.conflicts.iter().map(|c| c.field.as_str()).collect::<Vec<_>>(), ["grade"]);
    assert_eq!(grades(&book)[1..], [of("甲", Some(6)), of("乙", Some(6)), of("丙", Some(6))]);
}

/// A workbook of sheets with the columns 姓名, 性别 and, where wanted, 班级.
fn workbook(folder: &tempfile::TempDir, sheets: &[(String, Vec<[String; 3]>)], class: &str) -> ImportRequest {
    let path = folder.path().join("roster.xlsx");
    let mut book = rust_xlsxwriter::Workbook::new();
    for (sheet, rows) in sheets {
        let told = sheet == class;
        let written = book.add_worksheet().set_name(sheet).unwrap();
        let width = if told { 3 } else { 2 };
        written.write_row(0, 0, ["姓名", "性别", "班级"].into_iter().take(width)).unwrap();
        for (at, row) in (1..).zip(rows) {
            written.write_row(at, 0, row.iter().map(String::as_str).take(width)).unwrap();
        }
    }
    book.save(&path).unwrap();
    ImportRequest { path, ..ImportRequest::default() }
}

#[test]
fn a_row_that_may_stand_on_another_sheet_waits_for_a_decision() {
    let (folder, mut book) = autumn();
    let row = |name: &str| [name.to_owned(), "男".to_owned(), String::new()];
    let sheets = [
        ("一年级1班".to_owned(), vec![row("甲"), row("乙")]),
        ("转入".to_owned(), vec![row("甲"), row("丙")]),
    ];
    let mut request = workbook(&folder, &sheets, "");
    assert_eq!(counts(&import(&mut book, &request)), (3, 0, 0, 1, 0));
    assert_eq!(counts(&import(&mut book, &request)), (0, 0, 3, 1, 0), "nor does it come in the second time");
    let row = RowRef { sheet: Some("转入".to_owned()), row: 2 };
    request.options.decisions = vec![(row, Decision::New)];
    assert_eq!(counts(&import(&mut book, &request)), (1, 0, 3, 0, 0));
}

#[test]
fn reading_and_comparing_end_after_their_time_and_say_so() {
    let (_folder, book) = autumn();
    let request = fixture("01-standard.xlsx");
    let asked = Cell::new(0_u64);
    let running = || {
        asked.set(asked.get() + 1);
        Duration::from_secs(asked.get() * 30)
    };
    let source = book.import_source(&request).unwrap();
    let error = in_time(&mut Silent, &running, |progress| source.document(progress)).unwrap_err();
    assert!(matches!(&error, OpError::Roster(reason) if reason.code() == "too_slow"), "{error:?}");
    let quick = in_time(&mut Silent, &|| Duration::ZERO, |progress| source.document(progress));
    assert_eq!(quick.unwrap().pupils_imported, 365);
    let mut cancelled = CancelAt(Stage::Reading);
    let stopped = in_time(&mut cancelled, &|| Duration::ZERO, |progress| source.document(progress));
    assert!(matches!(stopped, Err(OpError::Cancelled(_))), "whoever cancels is told just that");
}

const TITLES: [&str; 5] = ["班级", "姓名", "出生日期", "学籍号", "年级"];

fn write(folder: &tempfile::TempDir, rows: &[[String; 5]], columns: &[usize]) -> ImportRequest {
    let line = |cells: &dyn Fn(usize) -> String| {
        columns.iter().map(|column| cells(*column)).collect::<Vec<_>>().join(",")
    };
    let head = line(&|column| TITLES[column].to_owned());
    let body = rows.iter().map(|row| line(&|column| format!("\"{}\"", row[column].replace('"', ""))));
    table(folder, &std::iter::once(head).chain(body).collect::<Vec<_>>().join("\n"))
}

fn odd_rows() -> impl Strategy<Value = Vec<[String; 5]>> {
    let classes = vec![
        ("2025级1班", ""),
        ("2025级2班", ""),
        ("2024级1班", ""),
        ("23级1班", "九年级"),
        ("七八年级复式班", "七年级"),
        ("七八年级复式班", "八年级"),
        ("老鹰岩教学点", "八年级"),
        ("九年级(1)班", "九年级"),
    ];
    let row = (select(classes), name(), select(vec!["", "2012-09-01", "2012-11-01"]));
    prop::collection::vec(row, 1..12).prop_map(|rows| {
        let rows = rows.into_iter().zip(1..);
        let row = |(((class, grade), name, birth), at): (((&str, &str), String, &str), u32)| {
            [class.to_owned(), name, birth.to_owned(), format!("L0050{at}"), grade.to_owned()]
        };
        rows.map(row).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, ..ProptestConfig::default() })]

    #[test]
    fn years_of_entry_and_grades_of_their_own_survive_every_partial_file(
        rows in odd_rows(),
        kept in prop::collection::vec(subsequence(vec![2, 4], 0..=2), 1..4),
    ) {
        let (folder, mut book) = autumn();
        let first = import(&mut book, &write(&folder, &rows, &[0, 1, 2, 3, 4]));
        prop_assert_eq!(first.new, people(&book).len());
        let (before, before_grades) = (people(&book), grades(&book));
        for kept in kept {
            let columns: Vec<usize> = [0, 1, 3].into_iter().chain(kept).collect();
            let summary = import(&mut book, &write(&folder, &rows, &columns));
            prop_assert_eq!((summary.new, summary.changed, summary.doubtful.len()), (0, 0, 0));
            nothing_lost(&before, &book)?;
            prop_assert_eq!(&grades(&book), &before_grades);
        }
        let path = folder.path().join("out.csv");
        book.export_roster(&path, DAY.parse().unwrap(), ExportPart::Whole).unwrap();
        let request = ImportRequest { path, ..ImportRequest::default() };
        prop_assert_eq!(counts(&import(&mut book, &request)), (0, 0, rows.len(), 0, 0));
        let (_other, mut copy) = autumn();
        import(&mut copy, &request);
        prop_assert_eq!(contents(&copy), contents(&book));
        prop_assert_eq!(grades(&copy), before_grades);
    }

    #[test]
    fn a_sheet_of_everybody_changes_nothing(
        rows in prop::collection::vec((0_usize..3, name(), any::<bool>()), 1..12),
        told in any::<bool>(),
        at in 0_usize..4,
    ) {
        let classes = ["一年级1班", "一年级2班", "三年级1班"];
        let row = |(class, name, girl): &(usize, String, bool)| {
            [name.clone(), if *girl { "女" } else { "男" }.to_owned(), classes[*class].to_owned()]
        };
        let mut sheets: Vec<(String, Vec<[String; 3]>)> = (0..3)
            .map(|class| (classes[class].to_owned(), rows.iter().filter(|r| r.0 == class).map(row).collect()))
            .filter(|(_, rows): &(String, Vec<_>)| !rows.is_empty())
            .collect();
        let (folder, mut book) = autumn();
        import(&mut book, &workbook(&folder, &sheets, ""));
        sheets.insert(at.min(sheets.len()), ("全校".to_owned(), rows.iter().map(row).collect()));
        let (other_folder, mut other) = autumn();
        let request = workbook(&other_folder, &sheets, if told { "全校" } else { "" });
        let summary = import(&mut other, &request);
        prop_assert_eq!(summary.doubtful.len(), 0);
        prop_assert_eq!(contents(&other), contents(&book));
        let again = import(&mut other, &request);
        prop_assert_eq!((again.new, again.changed), (0, 0));
    }
}

#[test]
fn a_year_of_entry_that_tells_neither_primary_nor_junior_is_said_once_for_each_class() {
    let told = |book: &Book, request: &ImportRequest| {
        let plan = book.review_import(request, &mut Silent).unwrap();
        let warned = plan.document.rows_warned.iter();
        let of_stage = warned.filter(|row| row.reason == Warning::StageUnknown);
        (of_stage.map(|row| row.origin.row).collect::<Vec<_>>(), plan.document.classes[0].grade)
    };
    let (folder, mut book) = autumn();
    let text = "班级,姓名,性别\n2025级1班,甲,男\n2025级1班,乙,女\n2024级1班,丙,男\n";
    let path = table(&folder, text);
    assert_eq!(told(&book, &path), (vec![2, 4], Some(1)));
    // The system of the school tells it.
    book.set_up(&SettingsOp::System(Some("junior-three".into()))).unwrap();
    assert_eq!(told(&book, &path), (vec![], Some(7)));
    book.set_up(&SettingsOp::System(Some("nine-year".into()))).unwrap();
    assert_eq!(told(&book, &path).0, [2, 4]);
    // So do birth dates, and the grades of the school.
    let births = "班级,姓名,出生日期\n2025级1班,甲,2013-03-01\n2025级1班,乙,2012-11-01\n";
    assert_eq!(told(&book, &table(&folder, births)), (vec![], Some(7)));
    book.set_up(&SettingsOp::System(None)).unwrap();
    import(&mut book, &table(&folder, "班级,姓名,性别\n五年级1班,戊,男\n"));
    assert_eq!(told(&book, &table(&folder, text)), (vec![], Some(1)));
}
