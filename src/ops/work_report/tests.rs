use chrono::NaiveDate;

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::progress::Silent;
use crate::i18n::{Explain, Language};
use crate::ops::error::OpError;
use crate::ops::print::{PaperId, PrintRequest};
use crate::ops::sample_book::{book, hand_in, morning, with};
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
