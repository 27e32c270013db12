//! Staff lists: the classes that somebody teaches, 班主任, and who is no longer on the list.

use super::*;
use crate::ops::roster::NewStaff;

const PUPILS: &str = "班级,姓名,出生日期\n三年级(1)班,甲甲,2017-03-01\n三年级(2)班,乙乙,2017-03-02\n";

/// A school with two classes and a staff list.
fn with_list(rows: &str) -> (tempfile::TempDir, Book) {
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, PUPILS));
    import(&mut book, &staff(&folder, rows));
    (folder, book)
}

fn staff(folder: &tempfile::TempDir, rows: &str) -> ImportRequest {
    let path = folder.path().join("教职工.csv");
    std::fs::write(&path, format!("姓名,岗位,任教班级,联系电话\n{rows}")).unwrap();
    ImportRequest { path, ..ImportRequest::default() }
}

fn teachers(book: &Book) -> Vec<Option<String>> {
    book.class_list(book.today()).unwrap().into_iter().map(|class| class.teacher).collect()
}

#[allow(clippy::unnecessary_wraps)] // the shape that is compared
fn some(name: &str) -> Option<String> {
    Some(name.to_owned())
}

fn reasons(plan: &ImportPlan) -> Vec<Warning> {
    plan.document.rows_warned.iter().map(|row| row.reason).collect()
}

fn key(book: &Book, name: &str) -> PersonId {
    book.staff_list("", crate::ops::roster::RosterOrder::Seat)
        .unwrap()
        .into_iter()
        .find(|line| line.name == name)
        .unwrap()
        .key
}

#[test]
fn the_classes_of_all_who_teach_are_kept_exported_and_unchanged() {
    let (folder, mut book) = autumn();
    import(&mut book, &fixture("01-standard.xlsx"));
    import(&mut book, &fixture("08-staff.xlsx"));
    let lines = book.staff_list("", crate::ops::roster::RosterOrder::Seat).unwrap();
    assert_eq!(lines.iter().filter(|line| line.teaches.is_some()).count(), 22);
    assert_eq!(lines.iter().filter(|line| !line.class_teacher_of.is_empty()).count(), 9);
    assert_eq!(import(&mut book, &fixture("08-staff.xlsx")).act, None, "again it changes nothing at all");
    for name in ["whole.xlsx", "staff.csv"] {
        let path = folder.path().join(name);
        let part = if name == "staff.csv" { ExportPart::Staff } else { ExportPart::Whole };
        book.export_roster(&path, book.today(), part).unwrap();
        let summary = import(&mut book, &ImportRequest { path, ..ImportRequest::default() });
        assert_eq!((summary.new, summary.changed, summary.act), (0, 0, None), "{name}");
        assert!(summary.conflicts.is_empty() && summary.not_in_file.is_empty());
    }
    let taught = book.staff_table(book.today()).unwrap().rows;
    assert_eq!(taught.iter().filter(|row| row[9] != "".into()).count(), 22);
    // By hand, by one field, and taken back.
    let one = lines.iter().find(|line| line.teaches.is_none()).unwrap().key;
    book.edit_fields(one, &[("teaches".into(), "三1，四2".into())]).unwrap();
    assert_eq!(book.store.person(one).unwrap().unwrap().teaches.as_deref(), Some("三1、四2"));
    let again = import(&mut book, &fixture("08-staff.xlsx"));
    assert_eq!((again.changed, again.act), (0, None), "an empty cell takes nothing away");
    book.undo(None).unwrap();
    assert_eq!(book.store.person(one).unwrap().unwrap().teaches, None);
}

#[test]
fn a_book_that_kept_the_classes_as_a_list_takes_them_over_once() {
    let (folder, mut book) = with_list("王芳,班主任,三年级(1)班,\n李强,教师,三(1)；三(2),\n");
    let person = key(&book, "李强");
    let mut value = book.store.imported_values().unwrap().into_iter().find(|it| it.person == person).unwrap();
    value.fields.insert("teaches".into(), json!(["三(1)", "三(2)"]));
    let before = Person { teaches: None, ..book.store.person(person).unwrap().unwrap() };
    book.act("old", json!({}), |act, _| {
        act.put(&value)?;
        Ok(act.put(&before).map(drop)?)
    })
    .unwrap();
    let request = staff(&folder, "王芳,班主任,三年级(1)班,\n李强,教师,三(1)；三(2),\n");
    let summary = import(&mut book, &request);
    assert_eq!((summary.changed, summary.conflicts.len()), (1, 0));
    assert_eq!(book.store.person(person).unwrap().unwrap().teaches.as_deref(), Some("三(1)、三(2)"));
    assert_eq!(import(&mut book, &request).act, None);
}

#[test]
fn a_class_teacher_set_by_hand_is_kept_and_listed_each_time_and_no_other_is_called_so() {
    let (folder, mut book) = with_list("王芳,班主任,三年级(1)班,\n李强,教师,三年级(2)班,\n");
    assert_eq!(teachers(&book), [some("王芳"), None]);
    // A newer list: nobody's hand was in it.
    let newer = staff(&folder, "王芳,教师,三年级(1)班,\n李强,班主任,三年级(1)班,\n");
    let summary = import(&mut book, &newer);
    assert!(summary.conflicts.is_empty(), "{:?}", summary.conflicts);
    assert_eq!(teachers(&book), [some("李强"), None]);
    // By hand somebody else; the list of before comes again, twice.
    let class = book.class_list(book.today()).unwrap()[0].key;
    book.set_teacher(class, Some("赵敏")).unwrap();
    for _ in 0..2 {
        let summary = import(&mut book, &newer);
        let conflict = summary.conflicts.iter().find(|it| it.field == "teacher").unwrap();
        assert_eq!((&conflict.kept, &conflict.file, summary.changed), (&json!("赵敏"), &json!("李强"), 0));
        assert_eq!(teachers(&book), [some("赵敏"), None]);
    }
    // Our own list says nothing against it.
    book.add_staff(&NewStaff { name: "赵敏".into(), post: some("班主任"), ..NewStaff::default() }).unwrap();
    let path = folder.path().join("out.csv");
    book.export_roster(&path, book.today(), ExportPart::Staff).unwrap();
    let own = import(&mut book, &ImportRequest { path, ..ImportRequest::default() });
    assert_eq!((own.changed, own.conflicts.len()), (0, 0), "{own:?}");
    // Said so, the file's is taken, and is the file's from then on.
    let mut taken = newer.clone();
    taken.options.take_file = vec![TakeFile::All];
    import(&mut book, &taken);
    assert_eq!(teachers(&book), [some("李强"), None]);
    assert!(import(&mut book, &newer).conflicts.is_empty());
}

#[test]
fn two_class_teachers_of_one_class_are_warned_of_and_change_nobody() {
    let two = "王芳,班主任,三年级(1)班,\n李强,班主任,三(1)班、三年级(2)班,\n";
    let (folder, mut book) = autumn();
    import(&mut book, &table(&folder, PUPILS));
    let plan = book.review_import(&staff(&folder, two), &mut Silent).unwrap();
    assert_eq!(reasons(&plan), [Warning::ClassTeacherTwice; 2]);
    assert_eq!(
        cell_name::of_warning(&plan.document, &plan.rows[1].origin, Warning::ClassTeacherTwice),
        Some("C3".into())
    );
    book.import(&plan, &mut Silent).unwrap();
    assert_eq!(teachers(&book), [None, some("李强")], "each class that has one alone gets it");
    let taught = |book: &Book, name| book.store.person(key(book, name)).unwrap().unwrap().teaches;
    assert_eq!(
        (taught(&book, "王芳"), taught(&book, "李强")),
        (some("三年级(1)班"), some("三(1)班、三年级(2)班"))
    );
    assert_eq!(import(&mut book, &staff(&folder, two)).act, None);
    // The one that the class has stays.
    let class = book.class_list(book.today()).unwrap()[0].key;
    book.set_teacher(class, Some("王芳")).unwrap();
    let summary = import(&mut book, &staff(&folder, two));
    assert!(summary.conflicts.is_empty() && summary.act.is_none());
    assert_eq!(teachers(&book)[0], some("王芳"));
    // Before the classes exist the doubled one is nobody's either.
    let (other, mut early) = autumn();
    import(&mut early, &staff(&other, two));
    import(&mut early, &table(&other, PUPILS));
    assert_eq!(teachers(&early), [None, some("李强")]);
}

#[test]
fn who_is_missing_from_a_staff_list_is_listed_and_leaves_when_marked() {
    let (folder, mut book) = with_list("王芳,班主任,三年级(1)班,\n李强,教师,,\n赵敏,门卫,,\n");
    let shorter = staff(&folder, "王芳,班主任,三年级(1)班,\n");
    let plan = book.review_import(&shorter, &mut Silent).unwrap();
    let missing: Vec<_> = plan.not_in_file.iter().map(|it| (it.name.as_str(), it.class.as_str())).collect();
    assert_eq!(missing, [("李强", "教师"), ("赵敏", "门卫")]);
    assert!(plan.not_in_file.iter().all(|it| it.kind == PersonKind::Staff));
    // A pupils' file says nothing of staff; a list of nobody known means another school.
    let pupils = book.review_import(&table(&folder, PUPILS), &mut Silent).unwrap();
    assert!(pupils.not_in_file.is_empty());
    let strangers = book.review_import(&staff(&folder, "周周,校长,,\n"), &mut Silent).unwrap();
    assert!(strangers.not_in_file.is_empty());
    let mut left = staff(&folder, "王芳,班主任,三年级(1)班,\n");
    left.options.leavers = vec![key(&book, "李强")];
    left.options.left_on = "2025-10-20".parse().ok();
    let summary = import(&mut book, &left);
    assert_eq!((summary.left, summary.not_in_file.len()), (1, 1));
    let on = |book: &Book, day: &str| book.store.staff_on(day.parse().unwrap()).unwrap().len();
    assert_eq!((on(&book, "2025-10-19"), on(&book, "2025-10-20")), (3, 2));
    // Not asked for again, and taken in again by a file that has them.
    let again = book.review_import(&staff(&folder, "王芳,班主任,三年级(1)班,\n"), &mut Silent).unwrap();
    assert_eq!(again.not_in_file.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["赵敏"]);
    book.undo_import(None).unwrap();
    assert_eq!(on(&book, "2025-10-20"), 3);
}

#[test]
fn a_class_teacher_taken_away_by_hand_stays_away_and_is_listed_each_time() {
    let list = "王芳,班主任,三年级(1)班,\n";
    let (folder, mut book) = with_list(list);
    let class = book.class_list(book.today()).unwrap()[0].key;
    book.set_teacher(class, None).unwrap();
    for _ in 0..2 {
        let summary = import(&mut book, &staff(&folder, list));
        let kept: Vec<_> =
            summary.conflicts.iter().map(|it| (it.field.as_str(), &it.kept, &it.file)).collect();
        assert_eq!(kept, [("teacher", &json!(null), &json!("王芳"))]);
        assert_eq!(teachers(&book), [None, None]);
    }
    let mut taken = staff(&folder, list);
    taken.options.take_file = vec![TakeFile::All];
    import(&mut book, &taken);
    assert_eq!(teachers(&book), [some("王芳"), None]);
}

#[test]
fn another_class_teacher_is_counted_and_named_before_it_is_written() {
    let (folder, mut book) = with_list("王芳,班主任,三年级(1)班,\n李强,班主任,三年级(2)班,\n");
    let turned = staff(&folder, "王芳,班主任,三年级(2)班,\n李强,班主任,三年级(1)班,\n赵敏,教师,,\n");
    let plan = book.review_import(&turned, &mut Silent).unwrap();
    let (summary, changed) = (plan.summary(), |row: &PlannedRow| match &row.action {
        RowAction::Changed(_, changes) => changes.iter().filter(|it| it.field == "teacher").count(),
        _ => 0,
    });
    assert_eq!((summary.changed, summary.new), (2, 1));
    assert_eq!(plan.rows.iter().map(changed).collect::<Vec<_>>(), [1, 1, 0]);
    let told = json!(summary);
    assert_eq!(told["teachers"][0]["class"], "三年级(2)班");
    assert_eq!((&told["teachers"][0]["old"], &told["teachers"][0]["new"]), (&json!("李强"), &json!("王芳")));
    book.import(&plan, &mut Silent).unwrap();
    assert_eq!(teachers(&book), [some("李强"), some("王芳")]);
    assert_eq!(import(&mut book, &turned).act, None);
    // Nothing but the teacher differs: it is one row to write.
    let class = book.class_list(book.today()).unwrap()[0].key;
    book.set_teacher(class, Some("赵敏")).unwrap();
    let mut taken = turned.clone();
    taken.options.take_file = vec![TakeFile::All];
    let summary = book.review_import(&taken, &mut Silent).unwrap().summary();
    assert_eq!((summary.changed, summary.taken.len(), summary.teachers.len()), (1, 1, 1));
}

#[test]
fn the_list_of_last_year_makes_nobody_class_teacher_of_this_years_classes() {
    let later = |folder: &tempfile::TempDir| open(folder.path(), "2026-09-03T08:00:00");
    let next = PUPILS.replace("三年级(2)", "一年级(1)");
    let list = "王芳,班主任,三年级(1)班,\n李强,班主任,一年级(1)班,\n";
    let (folder, book) = with_list(list);
    drop(book);
    let mut book = later(&folder);
    import(&mut book, &table(&folder, &next));
    assert_eq!(teachers(&book), [None, None]);
    // The list of the year itself, before its classes or behind them.
    let (other, before) = with_list("王芳,班主任,三年级(1)班,\n");
    drop(before);
    let mut book = later(&other);
    import(&mut book, &staff(&other, "王芳,班主任,一年级(1)班,\n"));
    import(&mut book, &table(&other, &next));
    assert_eq!(teachers(&book), [some("王芳"), None]);
}

#[test]
fn the_classes_that_staff_teach_go_up_with_the_promotion() {
    let (folder, mut book) = with_list("王芳,班主任,三年级(1)班,\n李强,教师,三(1)；三(2)、合唱队,\n");
    book.add_staff(&NewStaff { name: "赵敏".into(), teaches: some("三2"), ..NewStaff::default() }).unwrap();
    drop(book);
    let mut book = open(folder.path(), "2026-09-03T08:00:00");
    book.promote(&crate::ops::promotion::PromotionRequest::default(), &mut Silent).unwrap();
    let taught = |book: &Book, name| book.store.person(key(book, name)).unwrap().unwrap().teaches;
    let raised = [some("四年级(1)班"), some("四年级(1)班、四年级(2)班、合唱队"), some("四年级(2)班")];
    assert_eq!(["王芳", "李强", "赵敏"].map(|name| taught(&book, name)), raised);
    // Our own export says the same.
    let path = folder.path().join("out.xlsx");
    book.export_roster(&path, book.today(), ExportPart::Whole).unwrap();
    let own = import(&mut book, &ImportRequest { path, ..ImportRequest::default() });
    assert_eq!((own.new, own.changed, own.conflicts.len()), (0, 0, 0));
}
