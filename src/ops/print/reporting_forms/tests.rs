use super::*;
use crate::domain::finding::Attendance;
use crate::domain::illness_case::{Basis, CaseFacts};
use crate::domain::progress::Silent;
use crate::domain::school_event::EventWords;
use crate::i18n::Language;
use crate::ops::case::CaseDraft;
use crate::ops::event::EventDraft;
use crate::ops::print::EventChoice;
use crate::ops::report_log::NewReport;
use crate::ops::sample_book::{book, class, hand_in, morning, person, with};
use crate::paper::layout::tests::{assert_sound, words};

const ALL: [&str; 7] =
    [CASE, CASE_REGISTER, REPORT_LOG, TERM_STATISTICS, "event-first", "event-progress", "event-closing"];

fn printed(book: &mut Book, id: &str, filling: Filling) -> String {
    let request = PrintRequest { filling, ..PrintRequest::form(id, book.today()) };
    printed_of(book, &request)
}

fn printed_of(book: &mut Book, request: &PrintRequest) -> String {
    let job = book.job(request, 0..usize::MAX, &mut Silent).unwrap();
    assert_sound(&job.document);
    job.document.sheets.iter().map(words).collect::<Vec<_>>().join("\n")
}

/// A case that two were told of, an event with its first report, a telephoned daily report.
fn recorded() -> (tempfile::TempDir, Book) {
    let (folder, mut book) = book();
    let today = book.today();
    let ill = |n| (n, with(Attendance::Ill, &["vomiting"]));
    hand_in(&mut book, morning(1, today), &[ill(102), ill(103), ill(104)]);
    let facts = CaseFacts {
        certainty: Certainty::Diagnosed,
        basis: Some(Basis::Certificate),
        hospital: Some("云坪镇卫生院".into()),
        vaccinated: Some(false),
        class_susceptible: Some(7),
        measures: Some("隔离，教室消毒".into()),
        ..CaseFacts::default()
    };
    let draft = CaseDraft { disease: "norovirus".into(), facts, ..CaseDraft::default() };
    let case = book.open_case(person(102), &draft, None).unwrap();
    for step in ["parents", "clinic"] {
        let told = NewReport {
            person: Some("李大夫".into()),
            phone: Some("0735-2880120".into()),
            ..NewReport::about(ReportSubject::Case(case), step)
        };
        let _ = book.log_report(&told).unwrap();
    }
    let event = EventDraft {
        words: EventWords {
            title: "三（1）班呕吐聚集".into(),
            course: Some("早读后三人先后呕吐".into()),
            cause: Some("诺如病毒".into()),
            ..EventWords::default()
        },
        groups: vec![class(1)],
        symptoms: [crate::domain::symptom::SymptomCode::new("vomiting")].into(),
        disease: Some("norovirus".into()),
        ..EventDraft::default()
    };
    let event = book.open_event(&event).unwrap();
    let first = NewReport {
        unit: "县疾控中心".into(),
        ..NewReport::about(ReportSubject::Event(event), "first")
    };
    let _ = book.log_report(&first).unwrap();
    let daily = NewReport {
        unit: "云坪镇中心校".into(),
        nil: Some(false),
        ..NewReport::about(ReportSubject::Day(today), "daily-report")
    };
    let _ = book.log_report(&daily).unwrap();
    (folder, book)
}

#[test]
fn the_forms_print_what_was_recorded_in_both_languages() {
    let (_folder, mut book) = recorded();
    for (id, expected) in [
        (
            CASE,
            &["确诊诺如病毒感染性腹泻", "诊断证明", "学生0102", "李大夫", "0735-2880120", "易感人数", "7"][..],
        ),
        (CASE_REGISTER, &["学生0102", "三（1）", "云坪镇卫生院", "病例数： 1"]),
        (REPORT_LOG, &["县疾控中心", "云坪镇中心校", "初次报告", "非零： 1"]),
        (TERM_STATISTICS, &["诺如病毒感染性腹泻", "3.45", "学生总数： 29"]),
        ("event-first", &["三（1）班呕吐聚集", "早读后三人先后呕吐", "未定级", "王秀兰"]),
        ("event-progress", &["三（1）班呕吐聚集", "首次报告"]),
        ("event-closing", &["诺如病毒", "整改措施"]),
    ] {
        let text = printed(&mut book, id, Filling::Recorded);
        for word in expected {
            assert!(text.contains(word), "{id}: {word}\n{text}");
        }
    }
    book.set_language(Language::English);
    for id in ALL {
        let _ = printed(&mut book, id, Filling::Recorded);
    }
}

#[test]
fn blank_forms_are_sheets_to_write_on_and_an_empty_term_says_so() {
    let (_folder, mut book) = book();
    for id in ALL {
        let text = printed(&mut book, id, Filling::Blank);
        assert!(text.contains("云坪镇石桥学校"), "{id}: {text}");
    }
    for id in [CASE_REGISTER, REPORT_LOG, TERM_STATISTICS] {
        assert!(printed(&mut book, id, Filling::Recorded).contains("没有"), "{id}");
    }
    // Without a case or an event there is a sheet to write on.
    for id in [CASE, "event-first"] {
        assert_eq!(printed(&mut book, id, Filling::Recorded), printed(&mut book, id, Filling::Blank), "{id}");
    }
}

#[test]
fn an_event_report_says_what_it_said_when_it_was_made() {
    let (_folder, mut book) = recorded();
    let today = book.today();
    let before = printed(&mut book, "event-first", Filling::Recorded);
    let cold = with(Attendance::Ill, &["vomiting"]);
    let more = (105, cold);
    let key = morning(1, today);
    let op = crate::ops::check::CheckOp::Record {
        key,
        findings: vec![(person(more.0), more.1)],
        reason: Some("补记".into()),
    };
    let _ = book.run(&crate::ops::Op::Check(op), &mut Silent).unwrap();
    assert_eq!(printed(&mut book, "event-first", Filling::Recorded), before);
    assert_ne!(printed(&mut book, "event-progress", Filling::Recorded), before);
    // The same report once more, with the figures of now: each of the two prints as it was made.
    let event = book.event_lines().unwrap()[0].key;
    let again = NewReport::about(ReportSubject::Event(event), "first");
    let _ = book.log_report(&again).unwrap();
    let keys: Vec<_> =
        book.event_view(event).unwrap().entries.iter().map(|entry| (entry.at, entry.key)).collect();
    assert_eq!(keys.len(), 2);
    let chosen = |book: &mut Book, entry| {
        let event = EventChoice { event: None, entry: Some(entry) };
        let form = PrintRequest::form("event-first", book.today());
        printed_of(book, &PrintRequest { event, ..form })
    };
    let texts: Vec<String> = keys.iter().map(|(_, key)| chosen(&mut book, *key)).collect();
    assert!(texts.contains(&before) && texts[0] != texts[1]);
}
