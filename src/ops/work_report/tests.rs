use chrono::NaiveDate;

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::progress::Silent;
use crate::domain::report_entry::ReportSubject;
use crate::domain::school_event::{EventReport, EventWords};
use crate::i18n::{Explain, Language};
use crate::ops::case::CaseDraft;
use crate::ops::clock::FixedClock;
use crate::ops::error::OpError;
use crate::ops::event::EventDraft;
use crate::ops::print::{PaperId, PrintRequest};
use crate::ops::report_log::NewReport;
use crate::ops::sample_book::{book, hand_in, morning, person, with};
use crate::paper::layout::tests::{assert_sound, words};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn request() -> PrintRequest {
    PrintRequest {
        paper: PaperId::Form(WORK_REPORT.to_owned()),
        days: Some((day("2026-11-16"), day("2026-11-23"))),
        ..PrintRequest::form("", day("2026-11-23"))
    }
}

#[test]
fn figures_come_from_the_records_of_the_period() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day("2026-11-23")), &[(102, with(Attendance::Ill, &["vomiting"]))]);
    hand_in(&mut book, morning(2, day("2026-11-23")), &[]);
    for language in Language::ALL {
        book.set_language(language);
        let view = book.work_report(day("2026-11-16"), day("2026-11-23")).unwrap();
        let figure = |key: &str| view.figures.iter().find(|f| f.key == key).unwrap().value.clone();
        assert_eq!((figure("sheets_nil"), figure("sheets_found")), ("1".to_owned(), "1".to_owned()));
        assert_eq!((figure("pupils"), figure("episodes")), ("29".to_owned(), "1".to_owned()));
        // Every figure that a paragraph names is one.
        for paragraph in view.sections.iter().flat_map(|section| &section.paragraphs) {
            assert!(!paragraph.text.contains(['{', '}']), "{}", paragraph.text);
        }
        let look = book.preview(&request(), 0, &mut Silent).unwrap();
        assert_sound(&look.document);
        let all = look.document.sheets.iter().map(words).collect::<String>().replace(' ', "");
        assert!(
            all.contains(if language == Language::Chinese {
                "因病缺勤1人次"
            } else {
                "1illnessabsences"
            }),
            "{all}"
        );
        assert!(!all.contains("物资与消毒"), "what nobody has written is left out");
    }
}

#[test]
fn words_are_the_schools_own_until_they_are_restored_and_no_blank_survives() {
    let (_folder, mut book) = book();
    let (from, to) = (day("2026-11-16"), day("2026-11-23"));
    let write = |text: Option<&str>, id: &str| WorkReportOp {
        from,
        to,
        paragraph: id.to_owned(),
        text: text.map(str::to_owned),
    };
    book.run_work_report(&write(Some("备口罩 200 只，{classes}个班各有一支体温枪。"), "supplies")).unwrap();
    let look = book.preview(&request(), 0, &mut Silent).unwrap();
    let all = look.document.sheets.iter().map(words).collect::<String>().replace(' ', "");
    assert!(all.contains("四、物资与消毒") && all.contains("3个班各有一支体温枪"), "{all}");
    for (text, code) in
        [("演练xx次", "blank_left"), ("演练{drills}次", "no_such_figure"), ("半个{", "no_such_figure")]
    {
        let error = book.run_work_report(&write(Some(text), "training")).unwrap_err();
        assert!(matches!(error, OpError::WorkReport(_)));
        assert_eq!(error.explain(&crate::i18n::Tr::new(Language::English)).code, code);
    }
    assert!(book.run_work_report(&write(Some("x"), "nothing")).is_err());
    book.run_work_report(&write(None, "supplies")).unwrap();
    assert!(book.work_report(from, to).unwrap().unwritten.contains(&"supplies".to_owned()));
    let _ = book.undo(None).unwrap();
    assert!(!book.work_report(from, to).unwrap().unwritten.contains(&"supplies".to_owned()));
    assert!(book.work_report(to, from).is_err());
}

#[test]
fn nothing_is_said_to_be_done_that_the_records_do_not_show() {
    let (_folder, mut book) = book();
    hand_in(&mut book, morning(1, day("2026-11-23")), &[(102, with(Attendance::Ill, &["vomiting"]))]);
    let missed = crate::domain::trace::Talk::default();
    let call = crate::ops::trace::NewTrace { person: person(102), at: None, next_call: None, talk: missed };
    book.add_trace(&call).unwrap();
    let case = CaseDraft { disease: "mumps".into(), ..CaseDraft::default() };
    let _ = book.open_case(person(103), &case, None).unwrap();
    let words = EventWords { title: "三（1）班呕吐".into(), ..EventWords::default() };
    let event = book.open_event(&EventDraft { words, ..EventDraft::default() }).unwrap();
    let first = NewReport {
        unit: "云坪镇卫生院".into(),
        ..NewReport::about(ReportSubject::Event(event), EventReport::First.name())
    };
    let _ = book.log_report(&first).unwrap();
    book.clock = Box::new(FixedClock("2026-11-26T08:00:00".parse().unwrap()));
    let view = book.work_report(day("2026-11-23"), day("2026-11-25")).unwrap();
    let said: Vec<&str> =
        view.sections.iter().flat_map(|section| &section.paragraphs).map(|it| it.text.as_str()).collect();
    for sentence in [
        "打追踪电话1次，打通0次；已经返校0人次。",
        "发现传染病病例1例，其中在时限内全部报告的0例；",
        "1起，作初次报告1次、进程报告0次、结案报告0次。",
        "有1例病例超过时限才报告，或者还没有报告。",
        "事件报告漏报2次。",
    ] {
        assert!(said.iter().any(|text| text.contains(sentence)), "{sentence}: {said:#?}");
    }
}
