//! Who is missing from a file, leaves by it, and is in a later one again.

use super::*;

/// A book of autumn 2025 in which next year's file was imported in September.
fn next_year() -> (tempfile::TempDir, Book) {
    let (folder, mut book) = autumn();
    import(&mut book, &fixture("01-standard.xlsx"));
    drop(book);
    let mut book = open(folder.path(), "2026-09-02T08:00:00");
    assert_eq!(import(&mut book, &fixture("09-next-year.xlsx")).not_in_file.len(), 12);
    (folder, book)
}

#[test]
fn who_stays_behind_in_last_years_class_is_listed_until_it_is_said_what_became_of_them() {
    let (_folder, mut book) = next_year();
    let mut again = fixture("09-next-year.xlsx");
    assert_eq!(import(&mut book, &again).not_in_file.len(), 12);
    again.options.on_match = OnMatch::Skip;
    assert_eq!(import(&mut book, &again).not_in_file.len(), 12);
    again.options.all_left = true;
    assert_eq!(import(&mut book, &again).left, 12);
    assert_eq!(list(&book, "2026-09-02").len(), 368);
    let undone = book.undo_import(None).unwrap();
    assert_eq!(undone.operation.words, "导入“09-next-year.xlsx”：新增 0 人，变更 0 人，离校 12 人");
    assert_eq!(list(&book, "2026-09-02").len(), 380);
}

#[test]
fn a_file_of_nobody_known_misses_nobody() {
    let (folder, mut book) = next_year();
    let summary = import(&mut book, &table(&folder, "班级,姓名\n五年级9班,某新\n"));
    assert_eq!((summary.new, summary.not_in_file.len()), (1, 0));
}

#[test]
fn the_export_holds_one_school_year_and_imports_again_as_unchanged() {
    let (folder, mut book) = next_year();
    let path = folder.path().join("out.xlsx");
    let written = book.export_roster(&path, "2026-09-02".parse().unwrap(), ExportPart::Whole).unwrap();
    assert_eq!((written.pupils, written.left_out), (368, 12));
    let summary = import(&mut book, &ImportRequest { path, ..ImportRequest::default() });
    assert_eq!(counts(&summary), (0, 0, 368, 0, 0));
    assert_eq!(summary.not_in_file.len(), 12);
}

#[test]
fn skip_shows_who_is_missing() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, "班级,姓名\n三年级1班,甲甲\n三年级1班,乙乙\n"));
    let mut request = table(&folder, "班级,姓名\n三年级1班,甲甲\n");
    request.options.on_match = OnMatch::Skip;
    assert_eq!(import(&mut book, &request).not_in_file.len(), 1);
}

#[test]
fn a_leave_by_a_file_is_taken_back_by_a_file_one_by_hand_is_not() {
    for left_on in [None, "2025-10-20".parse().ok()] {
        let (folder, mut book) = autumn();
        let both = "班级,姓名,监护人电话\n三年级1班,甲甲,16311110001\n三年级1班,乙乙,16311110002\n";
        import(&mut book, &table(&folder, both));
        let second = key_of(&book, "乙乙");
        let mut one = table(&folder, "班级,姓名\n三年级1班,甲甲\n");
        (one.options.all_left, one.options.left_on) = (true, left_on);
        assert_eq!(import(&mut book, &one).left, 1);
        let summary = import(&mut book, &table(&folder, both));
        assert_eq!(counts(&summary), (0, 1, 1, 0, 0), "{left_on:?}");
        assert_eq!(summary.returned.iter().map(|pupil| pupil.key).collect::<Vec<_>>(), [second]);
        let line = list(&book, "2025-12-01").into_iter().find(|line| line.key == second).unwrap();
        assert_eq!(line.seat_no, 2, "the old number");
        assert_eq!(counts(&import(&mut book, &table(&folder, both))), (0, 0, 2, 0, 0));

        book.leave_school(second, book.today()).unwrap();
        let summary = import(&mut book, &table(&folder, both));
        assert_eq!((counts(&summary), summary.returned.len()), ((0, 0, 2, 0, 1), 0));
        assert!(summary.conflicts[0].stays_away());
        assert_eq!(list(&book, "2025-12-01").len(), 1);
    }
}

#[test]
fn a_slip_of_the_pen_that_the_file_takes_back_is_no_former_name() {
    let (folder, mut book) = autumn();
    let mut request = table(&folder, "班级,姓名,学籍号\n三年级1班,甲甲,G451202201700010100\n");
    import(&mut book, &request);
    let mut person = book.store.person(key_of(&book, "甲甲")).unwrap().unwrap();
    person.name = "甲申".into();
    book.edit_person(&person).unwrap();
    request.options.take_file = vec![TakeFile::All];
    assert_eq!(counts(&import(&mut book, &request)), (0, 1, 0, 0, 0));
    let person = book.store.person(person.id).unwrap().unwrap();
    assert_eq!((person.name.as_str(), person.former_name), ("甲甲", None));
}

#[test]
fn a_choice_that_decides_nothing_is_refused() {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, "班级,姓名,出生日期\n三年级1班,甲甲,2017-03-01\n"));
    let key = key_of(&book, "甲甲");
    let request = table(&folder, "班级,姓名,出生日期\n三年级2班,甲甲,2017-03-01\n三年级2班,乙乙,\n");
    let document = book.read_roster(&request, &mut Silent).unwrap();
    let refused = |row: Option<u32>, take: Option<TakeFile>| {
        let decisions = row.map(|row| (RowRef { sheet: None, row }, Decision::New)).into_iter().collect();
        let take_file = take.into_iter().collect();
        let options = ImportOptions { decisions, take_file, ..ImportOptions::default() };
        book.refuse_idle_choices(&document, &options).err()
    };
    assert!(refused(Some(2), Some(TakeFile::All)).is_none());
    for row in [3, 9999] {
        assert!(matches!(refused(Some(row), None), Some(OpError::Choice(_))), "{row}");
    }
    for take in [TakeFile::Person(key), TakeFile::Value(key, "address".into())] {
        assert!(matches!(refused(None, Some(take)), Some(OpError::Choice(_))));
    }
}
