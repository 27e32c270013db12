use super::*;
use crate::gui::screen::bench::whole;
use crate::gui::widget::stage::Stage;
use crate::ops::Query;
use crate::ops::roster::import::{Field, ReportKind};
use layout::{Hindrance, Layout};
use saving::{Product, Said};

fn key(named: Named) -> KeyPress {
    press(Key::Named(named), Modifiers::empty())
}

fn letter(letter: &str) -> KeyPress {
    press(Key::Character(letter.into()), Modifiers::empty())
}

fn open(text: &str) -> (tempfile::TempDir, Book, Import, Context) {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[1]);
    let path = folder.path().join("名单.csv");
    std::fs::write(&path, text).unwrap();
    let mut import = Import::new(&path);
    load(&mut import, &mut book, &context);
    (folder, book, import, context)
}

fn strike(import: &mut Import, press: &KeyPress, book: &mut Book, context: &Context) -> Vec<Effect> {
    let message = import.key(press, context).unwrap();
    act(import, message, book, context)
}

/// The focus to a list, with one of its rows in view.
fn at_row(list: &'static str, row: &'static str) -> [Effect; 2] {
    [Effect::Focus(list.into()), Effect::Reveal(row.into())]
}

fn layout_of(import: &Import) -> &Layout {
    import.layout.as_ref().unwrap()
}

#[test]
fn columns_are_set_by_keys_and_remembered() {
    let text = "班级,孩子,生于,电话,说明\n三年级1班,甲甲,2017-03-01,16311110001,乖\n";
    let (_folder, mut book, mut import, context) = open(text);
    assert!(matches!(import.state, State::Layout));
    assert_eq!(layout_of(&import).hindrance(), Some(Hindrance::Header));
    assert_nothing_cut(&import, "no header");
    // PgDn: the header stands in the first row after all.
    strike(&mut import, &key(Named::PageDown), &mut book, &context);
    assert_eq!(layout_of(&import).columns().len(), 5);
    act(&mut import, Message::Layout(layout::Message::Take), &mut book, &context);
    act(&mut import, Message::Layout(layout::Message::Take), &mut book, &context);
    assert_eq!(layout_of(&import).hindrance(), Some(Hindrance::Names(0)));
    let next = act(&mut import, Message::Layout(layout::Message::Next), &mut book, &context);
    assert_eq!(next, at_row(layout::COLUMNS, "column-0"), "without names there is no next step");
    picture(&import, &context, "import-layout-no-name");
    assert_nothing_cut(&import, "no name");
    let down = strike(&mut import, &key(Named::ArrowDown), &mut book, &context);
    assert_eq!(down, at_row(layout::COLUMNS, "column-1"));
    act(&mut import, Message::Layout(layout::Message::Open(1)), &mut book, &context);
    assert_eq!(import.escape(), Some(Message::Layout(layout::Message::Close)));
    let down = strike(&mut import, &key(Named::ArrowDown), &mut book, &context);
    assert_eq!(down, at_row(layout::MEANINGS, "meaning-1"), "姓名 is the first meaning");
    picture(&import, &context, "import-meanings");
    assert_nothing_cut(&import, "meanings");
    assert_tab_reaches_all(&import, "meanings");
    act(&mut import, Message::Layout(layout::Message::Set(Some(Field::Name))), &mut book, &context);
    act(&mut import, Message::Layout(layout::Message::Open(2)), &mut book, &context);
    act(&mut import, Message::Layout(layout::Message::Set(Some(Field::Birth))), &mut book, &context);
    for _ in 0..2 {
        strike(&mut import, &key(Named::ArrowDown), &mut book, &context);
    }
    strike(&mut import, &key(Named::Delete), &mut book, &context);
    assert_eq!(layout_of(&import).columns()[4].field, None);
    picture(&import, &context, "import-layout");
    assert_nothing_cut(&import, "layout");
    assert_tab_reaches_all(&import, "layout");
    strike(&mut import, &press(Key::Named(Named::Enter), Modifiers::CTRL), &mut book, &context);
    assert_eq!(import.review().unwrap().to_write(), 1);
    // L leads back and nothing set is lost.
    strike(&mut import, &letter("l"), &mut book, &context);
    assert_eq!(layout_of(&import).columns()[1].field, Some(Field::Name));
    strike(&mut import, &press(Key::Named(Named::Enter), Modifiers::CTRL), &mut book, &context);
    strike(&mut import, &press(Key::Named(Named::Enter), Modifiers::CTRL), &mut book, &context);
    assert!(matches!(import.state, State::Written(_)));
    let mut again = Import::new(&import.path());
    load(&mut again, &mut book, &context);
    assert_eq!(layout_of(&again).hindrance(), None);
    assert!(layout_of(&again).tables[0].remembered);
    assert_nothing_cut(&again, "remembered");
}

#[test]
fn every_kind_of_file_goes_through_the_steps() {
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
        let (_folder, mut book) = book();
        let context = context(Language::Chinese, SIZES[0]);
        let mut import = Import::new(&PathBuf::from("tests/rosters").join(name));
        load(&mut import, &mut book, &context);
        if matches!(name, "03-sheet-per-class.xls" | "05-national-71.xlsx") {
            picture(&import, &context, &format!("import-layout-{}", &name[..2]));
            assert_nothing_cut(&import, name);
        }
        strike(&mut import, &press(Key::Named(Named::Enter), Modifiers::CTRL), &mut book, &context);
        let review = import.review().unwrap();
        assert_eq!((review.count(Kind::New), review.count(Kind::Doubtful)), (people, 0), "{name}");
        strike(&mut import, &press(Key::Named(Named::Enter), Modifiers::CTRL), &mut book, &context);
        let State::Written(done) = &import.state else { panic!("{name}: {:?}", import.state) };
        assert_eq!(done.summary.new, people, "{name}");
    }
}

#[test]
fn sheets_are_left_out_and_come_back() {
    let (_folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let mut import = Import::new(std::path::Path::new("tests/rosters/03-sheet-per-class.xls"));
    load(&mut import, &mut book, &context);
    let all = layout_of(&import).tables.iter().filter(|table| table.taken).count();
    strike(&mut import, &press(Key::Named(Named::ArrowDown), Modifiers::CTRL), &mut book, &context);
    act(&mut import, Message::Layout(layout::Message::Take), &mut book, &context);
    assert_eq!(layout_of(&import).tables.iter().filter(|table| table.taken).count(), all - 1);
    strike(&mut import, &press(Key::Named(Named::Enter), Modifiers::CTRL), &mut book, &context);
    assert!(import.review().unwrap().count(Kind::New) < 185);
    assert_eq!(import.review().unwrap().plan.document.tables.len(), all - 1);
    // The sheet is left out the next time as well, until somebody takes it again.
    strike(&mut import, &press(Key::Named(Named::Enter), Modifiers::CTRL), &mut book, &context);
    assert!(import.written().is_some());
    let mut again = Import::new(&import.path());
    load(&mut again, &mut book, &context);
    assert_eq!(layout_of(&again).tables.iter().filter(|table| table.taken).count(), all - 1);
    assert!(layout_of(&again).tables.iter().any(|table| !table.taken && table.taken_before));
    assert_nothing_cut(&again, "left out before");
    picture(&again, &context, "import-left-out-before");
    let out = layout_of(&again).tables.iter().position(|table| !table.taken && table.taken_before).unwrap();
    act(&mut again, Message::Layout(layout::Message::Table(out)), &mut book, &context);
    act(&mut again, Message::Layout(layout::Message::Take), &mut book, &context);
    strike(&mut again, &press(Key::Named(Named::Enter), Modifiers::CTRL), &mut book, &context);
    strike(&mut again, &press(Key::Named(Named::Enter), Modifiers::CTRL), &mut book, &context);
    assert!(again.written().is_some());
    let mut import = Import::new(&import.path());
    load(&mut import, &mut book, &context);
    assert_eq!(layout_of(&import).tables.iter().filter(|table| table.taken).count(), all);
    strike(&mut import, &press(Key::Named(Named::Enter), Modifiers::CTRL), &mut book, &context);
    // What a column means is set on all sheets with the same header.
    strike(&mut import, &letter("l"), &mut book, &context);
    act(&mut import, Message::Layout(layout::Message::Open(0)), &mut book, &context);
    act(&mut import, Message::Layout(layout::Message::Set(None)), &mut book, &context);
    let digests = layout_of(&import).tables.iter().filter_map(|table| table.layout.as_ref());
    let first = layout_of(&import).current().unwrap().layout.as_ref().unwrap().digest();
    let same: Vec<_> = digests.filter(|layout| layout.digest() == first).collect();
    assert!(same.len() > 1 && same.iter().all(|layout| layout.columns[0].field.is_none()));
}

fn kept_values_are_whole(import: &Import) {
    for language in Language::ALL {
        let context = super::super::super::bench::context(language, SIZES[0]);
        let words = Stage::new(whole(import, &context), SIZES[0]).words();
        for value in ["16399999999", "16311110001"] {
            assert!(words.iter().any(|shown| shown == value), "{value} is not whole: {words:?}");
        }
    }
}

fn list_holds_what_was_decided(import: &Import, context: &Context) {
    let list = import.report(context).unwrap().0;
    assert!(!list.written);
    assert_eq!(
        [ReportKind::Kept, ReportKind::Left, ReportKind::Missing].map(|kind| list.count(kind)),
        [1, 1, 1]
    );
    let left = list.lines.iter().find(|line| line.kind == ReportKind::Left).unwrap();
    assert!(left.reason.contains("将登记离校"), "{left:?}");
}

#[test]
fn edits_by_hand_and_missing_pupils_are_decided_by_keys() {
    let rows = "班级,姓名,出生日期,监护人电话\n三年级1班,甲甲,2017-03-01,16311110001\n三年级1班,乙乙,2017-03-02,16311110002\n\
                三年级1班,丙丙,2017-03-03,16311110003\n三年级1班,丁丁,2017-03-04,16311110004\n";
    let (folder, mut book, mut import, context) = open(rows);
    act(&mut import, Message::Layout(layout::Message::Next), &mut book, &context);
    act(&mut import, Message::Write, &mut book, &context);
    let query = Query::Roster(context.now.date(), crate::ops::roster::RosterPage::default());
    let Ok(crate::ops::Answer::Roster(view)) = book.load(&query) else { panic!() };
    for line in view.lines.iter().take(2) {
        let Ok(crate::ops::Answer::Person(person)) = book.load(&Query::Person(line.key)) else { panic!() };
        let mut changed = person.person.clone();
        changed.guardian_phone = Some("16399999999".into());
        book.edit_person(&changed).unwrap();
    }
    std::fs::write(
        folder.path().join("名单.csv"),
        "班级,姓名,出生日期,监护人电话\n三年级1班,甲甲,2017-03-01,16311110001\n三年级1班,乙乙,2017-03-02,16311110002\n",
    )
    .unwrap();
    let mut import = opened(&import.path(), &mut book, &context);
    let review = import.review().unwrap();
    assert_eq!((review.count(Kind::Kept), review.count(Kind::Missing), review.to_write()), (2, 2, 0));
    import.update(Message::Show(Kind::Kept), &context);
    picture(&import, &context, "import-kept");
    kept_values_are_whole(&import);
    assert_nothing_cut(&import, "kept");
    strike(&mut import, &letter("2"), &mut book, &context);
    let review = import.review().unwrap();
    assert_eq!((review.takes(0), review.takes(1), review.to_write()), (true, false, 1));
    assert_eq!(review.selected, (Kind::Kept, 1), "on to the next");
    strike(&mut import, &letter("a"), &mut book, &context);
    assert_eq!(import.review().unwrap().to_write(), 2);
    strike(&mut import, &letter("1"), &mut book, &context);
    assert_eq!(import.review().unwrap().to_write(), 1);
    import.update(Message::Show(Kind::Missing), &context);
    strike(&mut import, &letter("2"), &mut book, &context);
    picture(&import, &context, "import-missing");
    assert_nothing_cut(&import, "missing");
    assert_tab_reaches_all(&import, "missing");
    list_holds_what_was_decided(&import, &context);
    import.update(Message::LeftOn("2026-11".into()), &context);
    let write = act(&mut import, Message::Write, &mut book, &context);
    assert_eq!(write, [Effect::Focus("left-on".into())], "a day is needed");
    assert!(committed(&import, "left-on", "20").contains(&Message::LeftOn("2026-11-20".into())));
    import.update(Message::LeftOn("2026-11-20".into()), &context);
    act(&mut import, Message::Write, &mut book, &context);
    let State::Written(done) = &import.state else { panic!("{:?}", import.state) };
    assert_eq!((done.summary.changed, done.summary.left, done.summary.conflicts.len()), (1, 1, 1));
    assert_eq!((done.report.count(ReportKind::Left), done.report.count(ReportKind::Missing)), (1, 1));
}

#[test]
fn the_report_is_saved_where_somebody_says() {
    let (folder, mut book, mut import, context) = reviewed();
    let ask = strike(&mut import, &press(Key::Character("s".into()), Modifiers::CTRL), &mut book, &context);
    assert_eq!(ask, [Effect::Focus("save-path".into())]);
    assert_nothing_cut(&import, "saving");
    assert_eq!(import.escape(), Some(Message::Save(saving::Message::Close)));
    import.update(Message::Save(saving::Message::Close), &context);
    act(&mut import, Message::Write, &mut book, &context);
    let rows = strike(&mut import, &press(Key::Character("e".into()), Modifiers::CTRL), &mut book, &context);
    assert_eq!(rows, [Effect::Focus("save-path".into())]);
    assert_eq!(import.saving.as_ref().unwrap().product, Product::Rows);
    assert_eq!(committed(&import, "save-path", "一").len(), 1);
    import.update(Message::Save(saving::Message::Path(String::new())), &context);
    let enter = import.key(&press(Key::Named(Named::Enter), Modifiers::empty()), &context).unwrap();
    act(&mut import, enter.clone(), &mut book, &context);
    assert!(import.saving.as_ref().unwrap().wrong.is_some(), "a place is needed");
    assert_nothing_cut(&import, "no place");
    let path = folder.path().join("要改的");
    import.update(Message::Save(saving::Message::Path(path.display().to_string())), &context);
    act(&mut import, enter, &mut book, &context);
    assert_eq!(import.said, Some(Said::Saved(path.with_extension("xlsx"))));
    assert!(path.with_extension("xlsx").is_file());
    assert_nothing_cut(&import, "saved");
    picture(&import, &context, "import-report");
}

/// However many rows a file has, only those near what is in sight are built, laid out and drawn.
#[test]
fn three_thousand_rows_scroll_as_fast_as_sixty() {
    let one = |i: usize| {
        format!("三年级{}班,甲{i},2017-03-{:02},男,G4512022015{i:08},,,\n", i % 60 + 1, i % 28 + 1)
    };
    let took = |count: usize| {
        let (folder, mut book) = book();
        let context = context(Language::Chinese, SIZES[1]);
        let rows: String = (0..count).map(one).collect();
        let mut import = opened(&table(&folder, &rows), &mut book, &context);
        assert_eq!(import.review().unwrap().count(Kind::New), count);
        let mut stage = Stage::new(whole(&import, &context), SIZES[1]);
        drop(stage);
        let start = std::time::Instant::now();
        for _ in 0..5 {
            import.update(Message::Move(12), &context);
            stage = Stage::new(whole(&import, &context), SIZES[1]);
            drop(stage);
        }
        start.elapsed() / 5
    };
    let (few, many) = (took(60), took(3000));
    assert!(many < few * 3, "60 rows: {few:?}, 3,000: {many:?}");
}
