use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::review::Settled;
use super::*;
use crate::domain::progress::{Silent, Stage};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::runner::Work;
use crate::gui::screen::bench::{
    SIZES, assert_nothing_cut, assert_tab_reaches_all, committed, context, picture,
};
use crate::gui::screen::roster::tests::{book, load};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::{Explain, Language};
use crate::ops::roster::RosterOp;
use crate::ops::roster::import::Decision;
use crate::ops::{Book, Op};

mod dates;
mod decisions;
mod low;
mod wizard;

const LONG: &str = "欧阳若兰·阿依古丽·买买提江·吐尔逊·阿不都热合曼";

fn table(folder: &tempfile::TempDir, rows: &str) -> PathBuf {
    let path = folder.path().join("2026秋季学期全校学生花名册最终版（报中心校）.csv");
    std::fs::write(&path, format!("班级,姓名,出生日期,性别,学籍号,监护人电话,宿舍,家庭车牌号\n{rows}"))
        .unwrap();
    path
}

fn press(key: Key, modifiers: Modifiers) -> KeyPress {
    KeyPress { key, modifiers, in_field: false }
}

/// The review of a file by a book that holds part of it already.
fn reviewed() -> (tempfile::TempDir, Book, Import, Context) {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let first = table(
        &folder,
        &format!(
            "三年级1班,甲甲,2017-03-01,男,G451202201503010001,16311110217,,\n\
             三年级1班,乙乙,2017-03-02,女,,16311110217,,\n三年级1班,{LONG},2017-03-03,女,,16311110217,,\n\
             三年级1班,丁丁,2017-03-04,女,,16311110217,,\n"
        ),
    );
    let mut import = opened(&first, &mut book, &context);
    act(&mut import, Message::Write, &mut book, &context);
    let second = table(
        &folder,
        &format!(
            "三年级1班,甲甲,2017-03-01,男,G451202201503010001,16311115520,2舍203,\n三年级2班,乙乙,2017-03-02,女,,,,\n\
             三年级1班,{LONG},2017-03-03,女,,16311110217,,\n三年级1班,,2017-03-05,女,G451202201503010009,,,\n\
             三年级1班,戊戊,2017-03-06,女,,12,,\n"
        ),
    );
    let import = opened(&second, &mut book, &context);
    (folder, book, import, context)
}

/// The review of a file that needs nothing set.
fn opened(path: &std::path::Path, book: &mut Book, context: &Context) -> Import {
    let mut import = Import::new(path);
    load(&mut import, book, context);
    act(&mut import, Message::Layout(layout::Message::Next), book, context);
    import
}

/// Sends a message, runs the acts that follow and hands the answers back.
fn act(import: &mut Import, message: Message, book: &mut Book, context: &Context) -> Vec<Effect> {
    let mut rest = Vec::new();
    for effect in import.update(message, context) {
        match effect {
            Effect::Load(query) => match book.load(&query) {
                Ok(answer) => rest.extend(import.answered(answer, context)),
                Err(error) => rest.extend(
                    import.unanswered(&query, &error.explain(&context.tr), context).unwrap_or_default(),
                ),
            },
            Effect::Run(op) => match book.run(&op, &mut Silent) {
                Ok(outcome) => rest.extend(import.done(&op, &outcome.value, context)),
                Err(error) => {
                    rest.extend(
                        import.refused(&op, &error.explain(&context.tr), context).unwrap_or_default(),
                    );
                }
            },
            other => rest.push(other),
        }
    }
    rest
}

/// The focus to the rows, with one of them in view.
fn at_line(line: &'static str) -> [Effect; 2] {
    [Effect::Focus(ROWS.into()), Effect::Reveal(line.into())]
}

fn counts(import: &Import) -> Vec<usize> {
    let review = import.review().unwrap();
    Kind::ALL.into_iter().map(|kind| review.count(kind)).collect()
}

#[test]
fn rows_are_grouped_decided_and_written_at_once() {
    let (_folder, mut book, mut import, context) = reviewed();
    assert_eq!(counts(&import)[..5], [1, 1, 1, 1, 1]);
    assert_eq!(counts(&import)[9], 1, "丁丁 is not in the file");
    let review = import.review().unwrap();
    assert_eq!((review.selected, review.to_write()), ((Kind::Doubtful, 0), 2));
    picture(&import, &context, "import");
    let two = import.key(&press(Key::Character("2".into()), Modifiers::empty()), &context).unwrap();
    import.update(two, &context);
    assert_eq!(import.review().unwrap().decision(0), Some(Settled::As(Decision::New)));
    assert_eq!(import.review().unwrap().more_pupils(), 2);
    let one = import.key(&press(Key::Character("1".into()), Modifiers::empty()), &context).unwrap();
    assert_eq!(import.update(one, &context), at_line("line-doubtful-0"));
    assert!(matches!(import.review().unwrap().decision(0), Some(Settled::As(Decision::Person(_)))));
    assert_eq!((import.review().unwrap().to_write(), import.review().unwrap().more_pupils()), (3, 1));
    assert_nothing_cut(&import, "review");
    assert_tab_reaches_all(&import, "review");
    let write = import.key(&press(Key::Named(Named::Enter), Modifiers::CTRL), &context).unwrap();
    assert_eq!(act(&mut import, write, &mut book, &context), [Effect::Focus("roster".into())]);
    let State::Written(done) = &import.state else { panic!("{:?}", import.state) };
    let summary = done.summary.clone();
    assert_eq!((summary.new, summary.changed, summary.doubtful.len()), (1, 2, 0));
    assert_nothing_cut(&import, "written");
    picture(&import, &context, "import-written");
    let ask = import.update(Message::UndoAll, &context);
    let [Effect::Ask(crate::gui::dialog::Dialog::Confirm { op, text, .. })] = &ask[..] else {
        panic!("{ask:?}")
    };
    assert!(text.contains("新增 1 人，变更 2 人") && text.contains("最终版（报中心校）.csv"), "{text}");
    assert_eq!(**op, Op::Roster(RosterOp::UndoImport(summary.act.unwrap())));
    let undone = book.run(op, &mut Silent).unwrap().value;
    assert_eq!(import.done(op, &undone, &context), [Effect::Go(Route::roster())]);
}

#[test]
fn nothing_is_written_unasked_while_rows_are_undecided() {
    let (_folder, mut book, mut import, context) = reviewed();
    assert_eq!((import.review().unwrap().undecided(), import.review().unwrap().stays_out()), (1, 2));
    assert_eq!(import.update(Message::Write, &context), [Effect::Focus("hold".into())]);
    picture(&import, &context, "import-asking");
    assert_nothing_cut(&import, "asking");
    assert_tab_reaches_all(&import, "asking");
    assert_eq!(import.escape(), Some(Message::Hold));
    assert_eq!(import.update(Message::Hold, &context), at_line("line-doubtful-0"));
    assert_eq!(import.unsaved(&context), None, "nothing is lost yet");
    assert!(!import.review().unwrap().asking);
    // Asked again, and answered: everything but that row.
    let write = press(Key::Named(Named::Enter), Modifiers::CTRL);
    for _ in 0..2 {
        let write = import.key(&write, &context).unwrap();
        act(&mut import, write, &mut book, &context);
    }
    let (summary, _) = import.written().unwrap();
    assert_eq!((summary.new, summary.changed, summary.doubtful.len()), (1, 1, 1));
    // Where nothing else is to be written the question would have no second answer.
    let mut again = opened(&import.path(), &mut book, &context);
    assert_eq!((again.review().unwrap().to_write(), again.review().unwrap().undecided()), (0, 1));
    assert_eq!(again.update(Message::Write, &context), at_line("line-doubtful-0"));
    assert!(!again.review().unwrap().asking);
}

#[test]
fn a_row_that_is_not_imported_shows_its_class_and_name() {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[2]);
    let row = "三年级1班,甲甲,2017-03-01,男,,,,\n";
    let path = table(&folder, &format!("{row}{row}四年级2班,,2016-03-01,女,,,,\n"));
    let import = opened(&path, &mut book, &context);
    let shown = |import: &Import| {
        let mut stage =
            crate::gui::widget::stage::Stage::new(super::super::bench::whole(import, &context), SIZES[2]);
        stage.words()
    };
    let words = shown(&import);
    for word in ["甲甲", "三年级1班", "四年级2班"] {
        assert!(words.iter().any(|shown| shown == word), "{word}: {words:?}");
    }
    let report = import.report(&context).unwrap().0;
    let rejected =
        report.lines.iter().filter(|line| line.kind == crate::ops::roster::import::ReportKind::Rejected);
    let places: Vec<(String, &str)> = rejected.map(|line| (report.place(line), line.name.as_str())).collect();
    assert_eq!(places, [("三年级1班".to_owned(), "甲甲"), ("四年级2班".to_owned(), "")]);
}

#[test]
fn a_letter_named_as_a_workbook_is_no_table() {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let path = folder.path().join("通知.xlsx");
    std::fs::write(&path, "各位老师：请在周五以前交花名册。").unwrap();
    let mut import = Import::new(&path);
    let query = import.queries(&context).pop().unwrap();
    let why = book.load(&query).unwrap_err().explain(&context.tr);
    assert_eq!(why.code, "no_pupils", "as the command line says");
    let effects = import.unanswered(&query, &why, &context).unwrap();
    assert_eq!(effects, [Effect::Focus("again".into())]);
    assert!(matches!(import.state, State::Refused(_)));
    assert_nothing_cut(&import, "no table");
    // A table whose header is not known is shown, so that somebody can point at it.
    std::fs::write(&path, "甲,乙\n丙,丁\n").unwrap();
    assert!(book.load(&query).is_ok());
}

#[test]
fn rows_without_an_identity_number_stand_in_one_line_until_it_is_opened() {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let path = folder.path().join("名册.csv");
    let rows = (0..6).map(|at| format!("三年级(1)班,学生{at},,男,\n")).collect::<Vec<_>>().concat();
    std::fs::write(&path, format!("班级,姓名,身份证号,性别,监护人电话\n{rows}三年级(1)班,覃雨,,女,12345\n"))
        .unwrap();
    let mut import = opened(&path, &mut book, &context);
    let review = import.review().unwrap();
    assert_eq!((review.count(Kind::NoId), review.count(Kind::Warned)), (7, 1));
    let lines = |import: &Import| {
        import.review().unwrap().lines().iter().filter(|line| line.kind == Kind::NoId).count()
    };
    assert_eq!(lines(&import), 1);
    let t = import.key(&press(Key::Character("t".into()), Modifiers::empty()), &context).unwrap();
    assert_eq!(t, Message::Show(Kind::Warned));
    import.update(t, &context);
    assert_nothing_cut(&import, "a reminder");
    import.update(Message::Show(Kind::NoId), &context);
    assert_nothing_cut(&import, "no identity numbers, folded");
    assert_tab_reaches_all(&import, "no identity numbers, folded");
    let enter = || press(Key::Named(Named::Enter), Modifiers::empty());
    let open = import.key(&enter(), &context).unwrap();
    import.update(open, &context);
    assert_eq!(lines(&import), 8);
    import.update(Message::Move(3), &context);
    assert_eq!(import.review().unwrap().selected, (Kind::NoId, 3));
    assert_nothing_cut(&import, "no identity numbers, listed");
    picture(&import, &context, "import-no-id");
    let close = import.key(&enter(), &context).unwrap();
    import.update(close, &context);
    assert_eq!((lines(&import), import.review().unwrap().selected), (1, (Kind::NoId, 0)));
}

#[test]
fn of_staff_the_post_and_the_classes_stand_in_the_review() {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let path = folder.path().join("教职工.csv");
    std::fs::write(&path, "姓名,岗位,任教班级\n韦老师,班主任,三年级1班、三年级2班\n梁师傅,食堂从业人员,\n")
        .unwrap();
    let mut import = opened(&path, &mut book, &context);
    assert_nothing_cut(&import, "staff");
    picture(&import, &context, "import-staff");
    assert_tab_reaches_all(&import, "staff");
    act(&mut import, Message::Write, &mut book, &context);
    assert!(matches!(import.state, State::Written(_)));
}

#[test]
fn ctrl_i_on_the_result_begins_another_import() {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let path = folder.path().join("名册.csv");
    std::fs::write(&path, "班级,姓名\n三年级(1)班,覃雨\n").unwrap();
    let mut import = opened(&path, &mut book, &context);
    act(&mut import, Message::Write, &mut book, &context);
    assert!(matches!(import.state, State::Written(_)));
    let again = import.key(&press(Key::Character("i".into()), Modifiers::CTRL), &context).unwrap();
    assert_eq!(import.update(again, &context), [Effect::Focus("path".into())]);
    assert!(matches!(import.state, State::Choosing));
}

#[test]
fn rows_that_are_left_out_are_said() {
    let (_folder, mut book, mut import, context) = reviewed();
    import.update(Message::Decide(Verdict::Skip), &context);
    assert!(import.unsaved(&context).is_some(), "what was decided would be lost");
    act(&mut import, Message::Write, &mut book, &context);
    let State::Written(done) = &import.state else { panic!("{:?}", import.state) };
    let summary = &done.summary;
    assert_eq!((summary.new, summary.changed, summary.doubtful.len()), (1, 1, 1));
    assert_nothing_cut(&import, "written with a rest");
}

#[test]
fn arrows_walk_through_all_groups() {
    let (folder, mut book) = book();
    let context = context(Language::English, SIZES[0]);
    let one = |i: usize| ["三年级1班,甲", &i.to_string(), ",2017-03-01,男,,,,\n"].concat();
    let rows: String = (0..130).map(one).collect();
    let path = table(&folder, &format!("{rows}三年级1班,,2017-03-01,女,G1,,,\n"));
    let mut import = opened(&path, &mut book, &context);
    assert_eq!(import.review().unwrap().selected, (Kind::Rejected, 0));
    import.update(Message::Move(1), &context);
    assert_eq!(import.review().unwrap().selected, (Kind::New, 0));
    let shown = import.update(Message::Show(Kind::New), &context);
    // Below the head and the row of the group before.
    assert_eq!(shown[0], Effect::Scroll(ROWS_LIST.into(), crate::gui::effect::Scroll::To(56.0)));
    import.update(Message::Move(-1), &context);
    assert_eq!(import.review().unwrap().selected, (Kind::Rejected, 0), "back to the group before");
    let to = |named| press(Key::Named(named), Modifiers::empty());
    for (named, place) in [
        (Named::PageDown, (Kind::New, 11)),
        (Named::PageUp, (Kind::Rejected, 0)),
        (Named::End, (Kind::New, 129)),
        (Named::ArrowDown, (Kind::New, 129)),
        (Named::Home, (Kind::Rejected, 0)),
    ] {
        let message = import.key(&to(named), &context).unwrap();
        import.update(message, &context);
        assert_eq!(import.review().unwrap().selected, place, "{named:?}");
        assert_nothing_cut(&import, "130 new");
    }
    assert_eq!(import.update(Message::Group(-1), &context), [Effect::Focus("kind-doubtful".into())]);
    assert_nothing_cut(&import, "an empty group");
}

#[test]
fn a_refused_file_is_explained_and_another_can_be_chosen() {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let path = folder.path().join("empty.xlsx");
    std::fs::write(&path, "").unwrap();
    let mut import = Import::new(&path);
    for query in import.queries(&context) {
        match book.load(&query) {
            Ok(answer) => drop(import.answered(answer, &context)),
            Err(error) => {
                let effects = import.unanswered(&query, &error.explain(&context.tr), &context).unwrap();
                assert_eq!(effects, [Effect::Focus("again".into())]);
            }
        }
    }
    assert!(matches!(import.state, State::Refused(_)));
    assert_nothing_cut(&import, "refused");
    picture(&import, &context, "import-refused");
    import.update(Message::Again, &context);
    assert_nothing_cut(&import, "choosing");
    assert_tab_reaches_all(&import, "choosing");
    assert_eq!(committed(&import, "path", "名册"), [Message::Path(format!("{}名册", import.typed))]);
    let effects = import.picked("tests/rosters/04-small-school.ods".into(), &context);
    assert!(matches!(&effects[..], [Effect::Load(crate::ops::Query::ImportSheets(_))]));
    assert_eq!(import.escape(), Some(Message::Stop));
    let mut working = context.clone();
    working.work = Some(Work { stage: Stage::Reading, done: 3, total: 9 });
    picture(&import, &working, "import-reading");
    assert_nothing_cut(&import, "reading");
}

#[test]
fn a_roster_of_another_school_year_says_so_before_it_is_written() {
    let (folder, mut book) = book();
    for language in crate::i18n::Language::ALL {
        let mut context = context(language, SIZES[1]);
        book.set_language(language);
        let mut import = opened(&table(&folder, "三年级1班,甲,,2017-03-01,男,,,,\n"), &mut book, &context);
        let year = chrono::Datelike::year(&context.now.date());
        let words = |import: &Import, context: &crate::gui::context::Context| {
            let mut stage =
                crate::gui::widget::stage::Stage::new(super::super::bench::whole(import, context), SIZES[1]);
            stage.words().join("\n")
        };
        let warned = |year: i32| context.tr.roster_import_other_year(&format!("{year}-{}", year + 1));
        assert!(!words(&import, &context).contains(&warned(year)));
        import.review_mut().unwrap().plan.document.first_year = Some(year + 1);
        let (shown, warned) = (words(&import, &context), warned(year + 1));
        assert!(shown.contains(&warned), "{shown}");
        assert_nothing_cut(&import, "another year");
        context.size = iced::Size::new(1020.0, 690.0);
        picture(&import, &context, &format!("import-other-year-{language:?}"));
    }
}
