//! What the steps of the window ask for: columns set by hand, decisions, the report.

use super::*;
use crate::ops::request::{Answer, Op, Query};
use crate::ops::roster::RosterOp;

fn sheets(book: &mut Book, request: &ImportRequest) -> Vec<TableView> {
    match book.load(&Query::ImportSheets(Box::new(request.clone()))).unwrap() {
        Answer::ImportSheets(sheets) => sheets,
        other => panic!("{other:?}"),
    }
}

fn run(book: &mut Book, op: RosterOp) -> Answer {
    book.run(&Op::Roster(op), &mut Silent).unwrap().value
}

fn fields(view: &TableView) -> Vec<Option<Field>> {
    view.layout.as_ref().unwrap().columns.iter().map(|column| column.field).collect()
}

#[test]
fn a_file_is_shown_as_it_is_before_it_is_read() {
    let (_folder, mut book) = autumn();
    let views = sheets(&mut book, &fixture("01-standard.xlsx"));
    let view = &views[0];
    let layout = view.layout.as_ref().unwrap();
    assert!(view.taken && !view.staff && !view.remembered);
    assert_eq!((view.rows, view.top.len()), (366, 20), "with the row of the total");
    assert_eq!(view.top[layout.header_row as usize - 1].1[layout.columns[0].index], layout.columns[0].title);
    let birth = layout.columns.iter().position(|column| column.field == Some(Field::Birth)).unwrap();
    assert!(view.samples[birth].iter().all(|day| day.len() == 10), "{:?}", view.samples[birth]);
    assert!(sheets(&mut book, &fixture("08-staff.xlsx"))[0].staff);
    assert_eq!(sheets(&mut book, &fixture("03-sheet-per-class.xls")).iter().filter(|v| v.taken).count(), 6);
}

#[test]
fn sheets_left_out_and_another_header_row_are_obeyed() {
    let (folder, mut book) = autumn();
    let mut request = fixture("03-sheet-per-class.xls");
    let mut views = sheets(&mut book, &request);
    let all = book.read_roster(&request, &mut Silent).unwrap().pupils.len();
    let first = views.iter_mut().find(|view| view.taken).unwrap();
    first.taken = false;
    request.tables = views.iter().map(TableView::choice).collect();
    let rest = book.read_roster(&request, &mut Silent).unwrap();
    assert!(!rest.pupils.is_empty() && rest.pupils.len() < all);
    assert!(!sheets(&mut book, &request)[views.iter().position(|v| !v.taken).unwrap()].taken);
    // The first header is an old one; the user points at the second.
    let mut request =
        table(&folder, "班级,姓名,性别\n三年级1班,甲甲,男\n班级,姓名,出生日期\n三年级1班,乙乙,2017-03-02\n");
    request.tables = vec![TableChoice { header_row: Some(3), ..TableChoice::default() }];
    let document = book.read_roster(&request, &mut Silent).unwrap();
    assert_eq!(document.pupils.len(), 1);
    assert!(document.pupils[0].birth.is_some());
    assert_eq!(sheets(&mut book, &request)[0].layout.as_ref().unwrap().header_row, 3);
}

#[test]
fn columns_set_by_hand_are_remembered_for_that_header_and_undone_with_the_import() {
    let (folder, mut book) = autumn();
    let head = "班级,孩子,生于,电话,说明\n";
    let request = table(&folder, &format!("{head}三年级1班,甲甲,2017-03-01,16311110001,乖\n"));
    let mut views = sheets(&mut book, &request);
    assert!(views[0].layout.is_none() && !views[0].taken, "no column is called 姓名");
    let pointed = ImportRequest {
        tables: vec![TableChoice { header_row: Some(1), ..TableChoice::default() }],
        ..request.clone()
    };
    views = sheets(&mut book, &pointed);
    let view = &mut views[0];
    view.set(1, Some(Field::Name));
    view.set(2, Some(Field::Birth));
    view.set(4, None);
    let decided = ImportRequest { tables: vec![view.choice()], ..request.clone() };
    let summary = import(&mut book, &decided);
    assert_eq!(summary.new, 1);
    // The next file with this header, in whatever row and with other spaces, needs nothing more.
    let again =
        table(&folder, "某校名单,,,,\n班 级,孩子,生于,电话,说明\n三年级1班,甲甲,2017-03-01,16311110009,乖\n");
    let view = &sheets(&mut book, &again)[0];
    assert!(view.remembered && view.taken);
    assert_eq!(
        fields(view),
        [Some(Field::Class), Some(Field::Name), Some(Field::Birth), Some(Field::Phone), None]
    );
    let summary = import(&mut book, &again);
    assert_eq!(counts(&summary), (0, 1, 0, 0, 0));
    // So does a copy of its rows with the remarks behind them.
    let copy =
        table(&folder, "班级,孩子,生于,电话,说明,导入结果\n三年级1班,甲甲,2017-03-01,16311110009,乖,。\n");
    let copied = fields(&sheets(&mut book, &copy)[0]);
    assert_eq!(copied[1..], [Some(Field::Name), Some(Field::Birth), Some(Field::Phone), None, None]);
    let again =
        table(&folder, "某校名单,,,,\n班 级,孩子,生于,电话,说明\n三年级1班,甲甲,2017-03-01,16311110009,乖\n");
    let journal = book.store.journal_head().unwrap();
    import(&mut book, &again);
    assert_eq!(book.store.journal_head().unwrap(), journal, "what is remembered already changes nothing");
    assert!(book.undo_import(None).is_err(), "the last one changed nothing");
    for _ in 0..2 {
        undo_last(&mut book);
    }
    assert!(book.store.settings::<serde_json::Value>("import_columns:").unwrap().is_empty());
    assert!(sheets(&mut book, &again)[0].layout.is_none());
}

#[test]
fn a_value_changed_by_hand_takes_the_files_where_somebody_says_so() {
    let (folder, mut book) = autumn();
    let rows = "班级,姓名,出生日期,监护人电话,宿舍\n三年级1班,甲甲,2017-03-01,16311110001,201\n\
                三年级1班,乙乙,2017-03-02,16311110002,\n三年级2班,丙丙,2017-03-03,16311110003,\n";
    import(&mut book, &table(&folder, rows));
    let mut first = book.store.person(key_of(&book, "甲甲")).unwrap().unwrap();
    first.guardian_phone = Some("16399999999".into());
    book.edit_person(&first).unwrap();
    book.set_dormitory(first.id, Some("305"), "2025-10-01".parse().unwrap()).unwrap();
    let second = key_of(&book, "乙乙");
    let other = book.find_class("三2班", "2025-10-15".parse().unwrap()).unwrap().group;
    let crate::domain::group::Group::Class(other) = other else { panic!() };
    book.move_class(second, other, "2025-10-10".parse().unwrap()).unwrap();
    let mut request = table(&folder, rows);
    assert_eq!(counts(&import(&mut book, &request)), (0, 0, 3, 0, 3));
    let row = |row| RowRef { sheet: None, row };
    let chosen = [(2, "guardian_phone"), (2, "dormitory"), (3, "class")];
    let taken = chosen.map(|(at, field)| TakeFile::Row(row(at), field.to_owned()));
    request.options.take_file = taken.to_vec();
    assert_eq!(counts(&import(&mut book, &request)), (0, 2, 1, 0, 0));
    let person = book.store.person(first.id).unwrap().unwrap();
    assert_eq!(person.guardian_phone.as_deref(), Some("16311110001"));
    let line = |name: &str| list(&book, "2025-10-15").into_iter().find(|line| line.name == name).unwrap();
    assert_eq!(line("甲甲").dormitory.as_deref(), Some("201"));
    assert_eq!(line("乙乙").class, "三年级1班");
    request.options.take_file.clear();
    assert_eq!(counts(&import(&mut book, &request)), (0, 0, 3, 0, 0), "nothing is in conflict any more");
}

#[test]
fn pupils_who_are_not_in_the_file_leave_on_a_day_if_marked() {
    let (folder, mut book) = autumn();
    import(
        &mut book,
        &table(
            &folder,
            "班级,姓名,出生日期,宿舍\n三年级1班,甲甲,2017-03-01,201\n三年级1班,乙乙,2017-03-02,\n三年级1班,丙丙,2017-03-03,\n",
        ),
    );
    let (gone, other) = (key_of(&book, "甲甲"), key_of(&book, "丙丙"));
    let mut request = table(&folder, "班级,姓名,出生日期\n三年级1班,乙乙,2017-03-02\n");
    // 乙乙 is in the file: marking such a person changes nothing.
    request.options.leavers = vec![gone, key_of(&book, "乙乙")];
    request.options.left_on = "2025-10-13".parse().ok();
    let summary = import(&mut book, &request);
    assert_eq!((summary.left, summary.unchanged), (1, 1));
    assert_eq!(summary.not_in_file.iter().map(|pupil| pupil.key).collect::<Vec<_>>(), [other]);
    assert_eq!(list(&book, "2025-10-12").len(), 3);
    assert_eq!(list(&book, "2025-10-13").len(), 2);
    book.undo_import(None).unwrap();
    assert_eq!(list(&book, "2025-10-13").len(), 3, "one step takes it back");
}

fn report_of(book: &mut Book, request: &ImportRequest) -> std::sync::Arc<ImportReport> {
    match run(book, RosterOp::Import(Box::new(request.clone()))) {
        Answer::Imported(_, report) => report,
        other => panic!("{other:?}"),
    }
}

#[test]
fn rows_that_stayed_out_are_saved_with_reasons_mended_and_read_again() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, "班级,姓名,出生日期\n三年级1班,甲甲,2017-03-01\n"));
    let rows = "云坪小学2025-2026学年名册,,,\n班级,姓名,出生日期,身份证号\n三年级2班,甲甲,2017-03-01,\n\
                三年级2班,,2017-03-04,\n三年级2班,乙乙,2017-03-02,\n三年级2班,丙丙,不详,\n";
    let request = table(&folder, rows);
    let report = report_of(&mut book, &request);
    let kinds: Vec<_> = ReportKind::ALL.iter().map(|kind| report.count(*kind)).collect();
    assert_eq!(kinds[..2], [1, 1], "{report:#?}");
    assert!(report.lines[0].reason.starts_with("B4："), "{:?}", report.lines[0]);
    let path = folder.path().join("out.xlsx");
    let save = RosterOp::SaveImportReport(report.clone(), Box::new(request.clone()), path.clone());
    let Answer::Exported(count) = run(&mut book, save) else { panic!() };
    assert!((3..=4).contains(&count), "{count}");
    // The clerk writes the missing name; the column of reasons means nothing to the reader.
    let mended = ImportRequest { path: path.clone(), ..ImportRequest::default() };
    let document = book.read_roster(&mended, &mut Silent).unwrap();
    assert_eq!(document.school_year.as_deref(), Some("2025-2026"));
    assert_eq!(document.rows_rejected.len(), 1);
    assert!(document.pupils.iter().any(|pupil| pupil.name == "甲甲"));
    assert!(document.pupils.iter().all(|p| p.class.as_ref().unwrap().written == "三年级2班"));
    let plan = book.review_import(&mended, &mut Silent).unwrap();
    assert_eq!(plan.summary().new, 0, "nobody comes in twice");
    // Before writing the report claims nothing that has not happened.
    let before = ImportReport::before(&plan, "名单.csv".into(), book.tr());
    assert_eq!((report.written, before.written), (true, false));
    let content = book.import_report_content(&before).unwrap();
    assert!(content.header["done"].starts_with("尚未写入"), "{:?}", content.header);
    assert!(book.import_report_content(&report).unwrap().header["done"].starts_with("已写入"));
    let paper = folder.path().join("before.pdf");
    run(&mut book, RosterOp::SaveImportReport(before.into(), Box::new(mended), paper.clone()));
    assert!(std::fs::read(&paper).unwrap().starts_with(b"%PDF"));
    // On paper all of it.
    let pdf = folder.path().join("out.pdf");
    run(&mut book, RosterOp::SaveImportReport(report.clone(), Box::new(request.clone()), pdf.clone()));
    assert!(std::fs::read(&pdf).unwrap().starts_with(b"%PDF"));
    // Another file of that name has other rows.
    std::fs::write(&request.path, "班级,姓名\n三年级1班,丁丁\n").unwrap();
    let error = book.save_import_report(&report, &request, &path, &mut Silent).unwrap_err();
    assert!(matches!(error, OpError::RosterFileChanged));
}

#[test]
fn classes_told_by_sheets_merges_and_first_rows_stand_in_every_saved_row() {
    for name in ["03-sheet-per-class.xls", "06-messy.xlsx", "04-small-school.ods", "08-staff.xlsx"] {
        let (folder, mut book) = autumn();
        let request = fixture(name);
        let document = book.read_roster(&request, &mut Silent).unwrap();
        let wanted = document
            .pupils
            .iter()
            .map(|pupil| pupil.origin.clone())
            .chain(document.staff.iter().map(|person| person.origin.clone()));
        let report = ImportReport {
            file: name.into(),
            file_digest: book.import_source(&request).unwrap().digest(),
            as_of: book.today(),
            new: 0,
            changed: 0,
            unchanged: 0,
            several_sheets: false,
            written: true,
            lines: wanted
                .map(|origin| ReportLine {
                    kind: ReportKind::Warned,
                    origin: Some(origin),
                    name: String::new(),
                    class: String::new(),
                    reason: "。".into(),
                })
                .collect(),
        };
        let path = folder.path().join("copy.xlsx");
        book.save_import_report(&report, &request, &path, &mut Silent).unwrap();
        // Who is imported from the copy is who is imported from the file.
        import(&mut book, &ImportRequest { path, ..ImportRequest::default() });
        let again = import(&mut book, &request);
        assert_eq!((again.new, again.changed, again.doubtful.len()), (0, 0, 0), "{name}: {again:#?}");
    }
}
