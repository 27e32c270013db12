//! What the keys 1, 2 and 3 decide on a doubtful row is what stands in the book afterwards; the question before all
//! are marked as left; what is saved for mending.

use super::super::saving::Product;
use super::*;
use crate::gui::screen::bench::whole;
use crate::gui::widget::focus::{Step, step};
use crate::gui::widget::stage::Stage;
use crate::ops::roster::{RosterFilter, RosterLine};

/// Three pupils of 三年级1班, and a file in which each stands in another class without a number.
fn three() -> (tempfile::TempDir, Book, Import, Context) {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let rows = |class: &str| -> String {
        ["甲甲", "乙乙", "丙丙"].map(|name| format!("{class},{name},2017-03-02,女,,,,\n")).concat()
    };
    let mut import = opened(&table(&folder, &rows("三年级1班")), &mut book, &context);
    act(&mut import, Message::Write, &mut book, &context);
    let import = opened(&table(&folder, &rows("三年级2班")), &mut book, &context);
    assert_eq!(import.review().unwrap().count(Kind::Doubtful), 3);
    (folder, book, import, context)
}

/// Presses a key in the window, where the rows have the focus, and sends what it says.
fn strike(import: &mut Import, key: &str, book: &mut Book, context: &Context) {
    let messages: Vec<Message> = {
        let mut stage = Stage::new(whole(import, context), SIZES[0]);
        stage.operate::<()>(step(Step::To(ROWS.into())));
        stage.messages();
        stage.key(Key::Character(key.into()), Modifiers::empty());
        stage.messages().into_iter().flatten().collect()
    };
    assert_eq!(messages.len(), 1, "{key}: {messages:?}");
    for message in messages {
        act(import, message, book, context);
    }
}

fn pupils(book: &Book, context: &Context) -> Vec<RosterLine> {
    book.roster_list(context.now.date(), &RosterFilter::default()).unwrap()
}

#[test]
fn one_two_and_three_are_written_as_they_were_decided() {
    let (_folder, mut book, mut import, context) = three();
    let before = pupils(&book, &context);
    for key in ["1", "2", "3"] {
        strike(&mut import, key, &mut book, &context);
    }
    act(&mut import, Message::Write, &mut book, &context);
    let (summary, report) = import.written().unwrap();
    assert_eq!((summary.new, summary.changed, summary.doubtful.len()), (1, 1, 1));
    assert_eq!(report.count(crate::ops::roster::import::ReportKind::Doubtful), 1);
    let after = pupils(&book, &context);
    let place = |lines: &[RosterLine], name: &str| -> Vec<(crate::domain::id::PersonId, String)> {
        let of = lines.iter().filter(|line| line.name == name);
        of.map(|line| (line.key, line.class.clone())).collect()
    };
    // The same person moved.
    let moved = place(&before, "甲甲")[0].0;
    assert_eq!(place(&after, "甲甲"), [(moved, "三年级2班".to_owned())]);
    // Somebody new beside the one who was there.
    let both = place(&after, "乙乙");
    assert_eq!(both.len(), 2);
    assert!(both.contains(&place(&before, "乙乙")[0]));
    // Left out: nothing changed.
    assert_eq!(place(&after, "丙丙"), place(&before, "丙丙"));
}

#[test]
fn the_list_that_is_saved_before_counts_as_the_writing_does() {
    let (_folder, mut book, mut import, context) = three();
    for key in ["1", "2"] {
        strike(&mut import, key, &mut book, &context);
    }
    let printed = import.update(Message::Save(saving::Message::Print), &context);
    let [Effect::Run(Op::Roster(RosterOp::PrintImportReport(list, request)))] = &printed[..] else {
        panic!("{printed:?}")
    };
    let list = book.report_as_decided(list, request, &mut Silent).unwrap();
    assert!(!list.written);
    act(&mut import, Message::Write, &mut book, &context);
    act(&mut import, Message::Write, &mut book, &context);
    let (summary, report) = import.written().unwrap();
    assert_eq!((list.new, list.changed, list.unchanged), (summary.new, summary.changed, summary.unchanged));
    assert_eq!((list.new, list.changed), (1, 1));
    for kind in crate::ops::roster::import::ReportKind::ALL {
        assert_eq!(list.count(kind), report.count(kind), "{kind:?}");
    }
}

#[test]
fn the_foot_names_the_keys_that_answer() {
    let (_folder, mut book, mut import, context) = reviewed();
    let keys = |import: &Import| -> Vec<String> {
        import.view(&context).keys.into_iter().map(|hint| hint.key).collect()
    };
    let decides = |keys: &[String]| ["1", "2", "3"].iter().any(|key| keys.iter().any(|it| it == key));
    for kind in [Kind::Doubtful, Kind::Rejected, Kind::Changed, Kind::Warned] {
        act(&mut import, Message::Show(kind), &mut book, &context);
        assert_eq!(import.review().unwrap().selected.0, kind);
        assert_eq!(decides(&keys(&import)), kind == Kind::Doubtful, "{kind:?}");
    }
    act(&mut import, Message::Show(Kind::Doubtful), &mut book, &context);
    act(&mut import, Message::Save(saving::Message::Ask(Product::Report)), &mut book, &context);
    assert_eq!(keys(&import), ["Enter", "Esc"], "the digits are typed into the path");
}

#[test]
fn a_second_key_takes_the_first_back() {
    let (_folder, mut book, mut import, context) = three();
    for key in ["2", "1", "1"] {
        act(&mut import, Message::Select(Kind::Doubtful, 0), &mut book, &context);
        strike(&mut import, key, &mut book, &context);
    }
    let review = import.review().unwrap();
    assert!(matches!(review.decision(0), Some(Settled::As(Decision::Person(_)))));
    assert_eq!((review.undecided(), review.to_write()), (2, 1));
}

#[test]
fn all_are_marked_as_left_only_after_the_question_how_many_of_how_many() {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let rows = |names: &[&str]| -> String {
        names.iter().map(|name| format!("三年级1班,{name},,女,,,,\n")).collect::<Vec<_>>().concat()
    };
    let all = ["甲甲", "乙乙", "丙丙", "丁丁"];
    let mut import = opened(&table(&folder, &rows(&all)), &mut book, &context);
    act(&mut import, Message::Write, &mut book, &context);
    let mut import = opened(&table(&folder, &rows(&all[..1])), &mut book, &context);
    act(&mut import, Message::Show(Kind::Missing), &mut book, &context);
    strike(&mut import, "a", &mut book, &context);
    assert_eq!(import.review().unwrap().fewer_pupils(), 0, "nobody yet");
    let asked = context.tr.import_all_left_sure(3, 4);
    let words = Stage::new(whole(&import, &context), SIZES[0]).words();
    assert!(words.contains(&asked), "{words:?}");
    assert_nothing_cut(&import, "all left?");
    // Any other key: not so.
    act(&mut import, Message::Move(1), &mut book, &context);
    let words = Stage::new(whole(&import, &context), SIZES[0]).words();
    assert!(!words.contains(&asked));
    strike(&mut import, "a", &mut book, &context);
    strike(&mut import, "a", &mut book, &context);
    assert_eq!(import.review().unwrap().fewer_pupils(), 3);
    strike(&mut import, "a", &mut book, &context);
    assert_eq!(import.review().unwrap().fewer_pupils(), 0, "none of them again, unasked");
}

#[test]
fn n_leads_to_the_rows_without_a_number_and_its_chip_says_so() {
    let (folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let path = folder.path().join("名册.csv");
    let rows = (0..6).map(|at| format!("三年级(1)班,学生{at},,男\n")).collect::<Vec<_>>().concat();
    std::fs::write(&path, format!("班级,姓名,身份证号,性别\n{rows}")).unwrap();
    let mut import = opened(&path, &mut book, &context);
    let words = Stage::new(whole(&import, &context), SIZES[0]).words();
    let chip = context.tr.import_more(6, &context.tr.import_no_id());
    let at = words.iter().position(|word| *word == chip).unwrap();
    assert_eq!(words[at + 1], "N");
    strike(&mut import, "n", &mut book, &context);
    assert_eq!(import.review().unwrap().selected, (Kind::NoId, 0));
}

#[test]
fn another_file_begins_with_an_empty_field() {
    let (_folder, mut book, mut import, context) = reviewed();
    act(&mut import, Message::Again, &mut book, &context);
    assert_eq!(committed(&import, "path", "D:\\名册.xlsx"), [Message::Path("D:\\名册.xlsx".into())]);
}
