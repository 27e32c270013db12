use super::*;
use crate::domain::progress::Silent;
use crate::i18n::{Explain, Language};
use crate::ops::daily_report::ReportState;
use crate::ops::error::OpError;
use crate::ops::print::{PaperId, PrintOp, PrintRequest, PrintScope};
use crate::ops::sample_book::{book, hand_in, morning};
use crate::ops::{Book, Op, Query};
use crate::paper::layout::tests::{assert_sound, words};

fn form(id: &str) -> PaperId {
    PaperId::Form(id.to_owned())
}

/// The form as it is, changed.
fn changed(book: &Book, id: &str, change: impl FnOnce(&mut OwnForm)) -> OwnPaper {
    let OwnPaper::Form(mut own) = book.paper_view(&form(id)).unwrap().paper else { panic!("a form") };
    change(&mut own);
    OwnPaper::Form(own)
}

fn set(book: &mut Book, paper: OwnPaper) -> Result<(), OpError> {
    book.run(&Op::OwnPapers(OwnPaperOp::Set(Box::new(paper))), &mut Silent).map(drop)
}

fn printed(book: &mut Book, id: &str) -> String {
    let request = PrintRequest::form(id, book.today());
    let look = book.preview(&request, 0, &mut Silent).unwrap();
    assert_sound(&look.document);
    words(&look.document.sheets[0])
}

#[test]
fn a_form_of_the_schools_own_prints_everywhere_and_is_restored_and_undone() {
    let (folder, mut book) = book();
    let before = printed(&mut book, "absence-class");
    let paper = changed(&book, "absence-class", |own| {
        own.title.set(Language::Chinese, "{school}缺勤表".to_owned());
        let address = own.columns.iter_mut().find(|column| column.key == "address").unwrap();
        address.hidden = true;
    });
    set(&mut book, paper.clone()).unwrap();
    let view = book.paper_view(&form("absence-class")).unwrap();
    assert!(view.own && view.paper == paper);
    let after = printed(&mut book, "absence-class");
    assert!(after.contains("缺勤表") && !after.contains("家庭地址"), "{after}");
    let listed = |book: &Book| {
        let forms = book.forms(book.today()).unwrap();
        forms.iter().filter(|form| form.own).map(|form| form.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(listed(&book), ["absence-class"]);
    // The workbook has the same columns.
    let path = folder.path().join("list.xlsx");
    let request = PrintRequest::form("absence-class", book.today());
    let job = book.job(&request, 0..usize::MAX, &mut Silent).unwrap();
    assert!(job.table.unwrap().columns.iter().all(|(title, _)| title != "家庭地址"));
    book.run_print(&PrintOp::SaveXlsx { request, path }, &mut Silent).unwrap();
    book.restore_paper(&form("absence-class")).unwrap();
    assert_eq!(printed(&mut book, "absence-class"), before);
    assert!(listed(&book).is_empty());
    let error = book.restore_paper(&form("absence-class")).unwrap_err();
    assert_eq!(error.explain(book.tr()).code, "not_own");
    book.undo(None).unwrap();
    assert_eq!(printed(&mut book, "absence-class"), after, "to restore is one act");
    book.undo(None).unwrap();
    assert_eq!(printed(&mut book, "absence-class"), before);
    // What is as shipped is no version of its own.
    let as_shipped = book.paper_view(&form("absence-class")).unwrap().shipped;
    set(&mut book, paper).unwrap();
    set(&mut book, as_shipped).unwrap();
    assert!(listed(&book).is_empty());
}

#[test]
fn an_issued_report_opens_in_the_version_that_it_was_issued_in() {
    let (folder, mut book) = book();
    let day = book.today();
    hand_in(&mut book, morning(1, day), &[]);
    let paper = changed(&book, "school-day", |own| own.notes.zh = Some(vec!["本校说明甲".to_owned()]));
    set(&mut book, paper).unwrap();
    let (request, path) = (PrintRequest::form("school-day", day), folder.path().join("日报.pdf"));
    book.run_print(&PrintOp::SavePdf { request, path }, &mut Silent).unwrap();
    assert_eq!(book.report_view(day).unwrap().state, ReportState::Issued);
    let paper = changed(&book, "school-day", |own| own.notes.zh = Some(vec!["本校说明乙".to_owned()]));
    set(&mut book, paper).unwrap();
    assert!(printed(&mut book, "school-day").contains("本校说明乙"));
    let issued = book.issued(day, 1).unwrap().pop().unwrap();
    let request = PrintRequest { paper: PaperId::Issued(issued.key), ..PrintRequest::form("", day) };
    let look = book.preview(&request, 0, &mut Silent).unwrap();
    let all = words(&look.document.sheets[0]);
    assert!(all.contains("本校说明甲") && !all.contains("本校说明乙"), "{all}");
}

#[test]
fn a_letter_of_the_schools_own_is_sent_and_its_run_keeps_it() {
    let (_folder, mut book) = book();
    let winter = PaperId::Letter("winter".to_owned());
    let OwnPaper::Letter(mut own) = book.paper_view(&winter).unwrap().paper else { panic!("a letter") };
    own.zh.text = Some("= {姓名}家长：\n本校提醒：冬天多开窗。\n> {学校}　{日期}".to_owned());
    set(&mut book, OwnPaper::Letter(own.clone())).unwrap();
    let request = PrintRequest::letter("winter", book.today());
    let look = book.preview(&request, 0, &mut Silent).unwrap();
    let all = words(&look.document.sheets[0]);
    assert!(all.contains("本校提醒：冬天多开窗。"), "{all}");
    assert!(book.letters(book.today()).unwrap().iter().any(|letter| letter.own));
    own.zh.text = Some("{名字}".to_owned());
    let error = set(&mut book, OwnPaper::Letter(own.clone())).unwrap_err();
    let why = error.explain(book.tr());
    assert_eq!(why.code, "unknown_field");
    assert!(why.happened.contains("第 1 段") && why.happened.contains("{名字}"), "{why:?}");
    let query = Query::PaperTrial(Box::new(OwnPaper::Letter(own)));
    let crate::ops::Answer::PaperTrial(trial) = book.load(&query).unwrap() else { panic!("a trial") };
    assert_eq!(trial.faults.len(), 1);
    assert!(trial.document.is_some(), "what is still being typed is shown as far as it goes");
}

#[test]
fn every_form_and_letter_can_be_tried_in_both_languages() {
    let (_folder, mut book) = book();
    for language in Language::ALL {
        book.set_language(language);
        let day = book.today();
        let papers = [book.forms(day).unwrap(), book.letters(day).unwrap()].concat();
        for listing in papers.iter().filter(|listing| listing.editable) {
            let view = book.paper_view(&listing.paper).unwrap();
            let trial = book.paper_trial(&view.paper).unwrap();
            assert!(trial.faults.is_empty(), "{}: {:?}", listing.id, trial.faults);
            let document = trial.document.unwrap();
            assert_sound(&document);
            assert!(!document.sheets.is_empty() && trial.paper.is_of(&listing.paper));
        }
        for listing in papers.iter().filter(|listing| !listing.editable) {
            let error = book.paper_view(&listing.paper).unwrap_err();
            assert_eq!(error.explain(book.tr()).code, "not_editable", "{}", listing.id);
        }
    }
}

#[test]
fn versions_travel_in_a_file_and_a_bad_one_changes_nothing() {
    let (folder, mut book) = book();
    let file = folder.path().join("版式.toml");
    let paper = changed(&book, "visitor", |own| own.title.set(Language::Chinese, "来客登记".to_owned()));
    set(&mut book, paper).unwrap();
    assert_eq!(book.export_own_papers(&file).unwrap(), 1);
    let (other_folder, mut other) = crate::ops::sample_book::book();
    assert_eq!(other.import_own_papers(&file).unwrap(), 1);
    assert!(printed(&mut other, "visitor").contains("来客登记"));
    let one = other_folder.path().join("one.toml");
    let text = "form = \"visitor\"\n\n[[columns]]\nkey = \"gone\"\n\n[title]\nzh = \"访客\"\n";
    std::fs::write(&one, format!("\u{feff}{text}")).unwrap();
    assert_eq!(other.set_paper_from(&form("visitor"), &one).unwrap(), ["gone"]);
    assert!(printed(&mut other, "visitor").contains("访客"));
    let before = other.own_papers().unwrap();
    for (bad, code) in [
        ("form = \"visitor\"\nfarbe = 3\n", "unreadable"),
        ("form = ", "unreadable"),
        ("form = \"bus\"\n", "other_paper"),
        ("form = \"visitor\"\n[title]\nzh = \"{x}\"\n", "unknown_field"),
    ] {
        std::fs::write(&one, bad).unwrap();
        let error = other.set_paper_from(&form("visitor"), &one).unwrap_err();
        assert_eq!(error.explain(other.tr()).code, code, "{bad}");
    }
    std::fs::write(&one, "[[forms]]\nform = \"bus\"\n[[forms]]\nform = \"nothing\"\n").unwrap();
    assert!(other.import_own_papers(&one).is_err());
    assert_eq!(other.own_papers().unwrap(), before);
}

#[test]
fn staff_stand_in_the_columns_that_are_left() {
    let (_folder, mut book) = book();
    let paper = changed(&book, "training", |own| {
        for column in own.columns.iter_mut().filter(|column| column.key.ends_with("-2")) {
            column.hidden = true;
        }
    });
    let names = |book: &mut Book| {
        let request =
            PrintRequest { scope: PrintScope::School, ..PrintRequest::form("training", book.today()) };
        let job = book.job(&request, 0..usize::MAX, &mut Silent).unwrap();
        job.facts.persons
    };
    let before = names(&mut book);
    set(&mut book, paper).unwrap();
    assert_eq!(names(&mut book), before, "nobody is lost with a column");
}

#[test]
fn a_book_of_the_first_format_takes_a_version_and_keeps_it() {
    let folder = tempfile::tempdir().unwrap();
    crate::storage::old_books::write_first(&folder.path().join("chenjian.db"));
    let options = crate::ops::OpenOptions {
        folder: folder.path().to_owned(),
        now: Some("2026-11-23T09:12:00".parse().unwrap()),
        seed: Some(1),
        operator: Some("王秀兰".to_owned()),
        language: Language::Chinese,
    };
    let mut book = Book::open(&options).unwrap();
    let paper = changed(&book, "visitor", |own| own.title.set(Language::Chinese, "来客登记".to_owned()));
    set(&mut book, paper).unwrap();
    drop(book);
    let mut book = Book::open(&options).unwrap();
    assert!(
        book.paper_view(&form("visitor")).unwrap().own && printed(&mut book, "visitor").contains("来客登记")
    );
    assert!(printed(&mut book, "bus").contains("校车"), "others are as shipped");
}
