//! When the duty of an alert is done, and that the answer and the report log say the same.

use super::*;
use crate::domain::report_entry::ReportSubject;
use crate::domain::school_event::EventReport;
use crate::ops::report_log::NewReport;
use crate::ops::reporting::ReportingError;

fn alert(book: &mut Book) -> String {
    let three = [ill(101, "vomiting"), ill(102, "vomiting"), ill(103, "vomiting")];
    hand_in(book, morning(1, day()), &three);
    let [key] = banner(book, day()).try_into().unwrap();
    key
}

fn is_done(book: &Book) -> bool {
    state(book, day()) == Some(ObligationState::Done)
}

#[test]
fn to_have_seen_an_alert_quiets_the_banner_and_leaves_the_duty() {
    let (_folder, mut book) = book();
    let key = alert(&mut book);
    book.answer_alert(&AnswerRequest { comment: String::new(), ..answer(&key) }).unwrap();
    assert!(banner(&book, day()).is_empty());
    assert_eq!(state(&book, day()), Some(ObligationState::Open));
    assert!(!book.is_settled(&key).unwrap());
    for nonsense in ["nonsense", "00000000-0000-7000-8000-000000000001"] {
        let refused =
            book.answer_alert(&AnswerRequest { event: Some(nonsense.into()), ..answer(&key) }).unwrap_err();
        assert!(matches!(refused, OpError::Reporting(ReportingError::NoSuchEvent { .. })), "{refused:?}");
    }
}

#[test]
fn an_alert_that_became_an_event_is_done_when_the_event_is_reported() {
    let (_folder, mut book) = book();
    let key = alert(&mut book);
    let draft = book.event_of_alert(&key).unwrap();
    let event = book.open_event(&draft).unwrap();
    assert!(banner(&book, day()).is_empty() && !is_done(&book));
    let first = NewReport {
        unit: "云坪镇卫生院".into(),
        ..NewReport::about(ReportSubject::Event(event), EventReport::First.name())
    };
    let id = book.log_report(&first).unwrap();
    assert!(is_done(&book));
    book.remove_report(id).unwrap();
    assert!(!is_done(&book));
}

#[test]
fn the_answer_and_the_report_log_are_written_by_one_act() {
    let (_folder, mut book) = book();
    let key = alert(&mut book);
    let unit = "云坪镇卫生院";
    let before = NewReport {
        unit: unit.into(),
        person: Some("李大夫".into()),
        phone: Some("0735-2884000".into()),
        ..NewReport::about(ReportSubject::Other, "other")
    };
    let _ = book.log_report(&before).unwrap();
    book.answer_alert(&AnswerRequest { reported_to: Some(unit.into()), ..answer(&key) }).unwrap();
    assert!(is_done(&book));
    let log = |book: &Book| {
        let mut lines = book.report_log(day(), day()).unwrap();
        lines.retain(|line| matches!(line.subject, ReportSubject::Alert(_)));
        lines
    };
    let [line] = log(&book).try_into().unwrap();
    assert_eq!((line.unit.as_str(), line.phone.as_deref()), (unit, Some("0735-2884000")));
    assert_eq!((line.person.as_deref(), line.content.as_deref()), (Some("李大夫"), Some("已电话核实")));
    // Taken out of the log, it was not reported; put back by undo, it was.
    book.remove_report(line.key).unwrap();
    assert!(!is_done(&book) && log(&book).is_empty());
    assert!(book.alert_view_of(&key).unwrap().answer.is_none());
    book.undo(None).unwrap();
    assert!(is_done(&book));
    book.undo(None).unwrap();
    assert!(!is_done(&book) && log(&book).is_empty());
    // The other way round.
    let told = NewReport {
        unit: "县疾控中心".into(),
        phone: Some("0735-2990000".into()),
        content: Some("三人呕吐".into()),
        ..NewReport::about(ReportSubject::Alert(key.clone()), "report")
    };
    let id = book.log_report(&told).unwrap();
    assert!(is_done(&book) && banner(&book, day()).is_empty());
    let word = |book: &Book| book.alert_view_of(&key).unwrap().answer.unwrap().words.pop().unwrap();
    assert_eq!(word(&book).reported_to.as_deref(), Some("县疾控中心"));
    book.correct_report(id, &NewReport { unit: unit.into(), ..told }).unwrap();
    assert_eq!(word(&book).reported_to.as_deref(), Some(unit));
    assert_eq!(book.alert_view_of(&key).unwrap().answer.unwrap().words.len(), 1);
    let unknown = ReportSubject::Alert("cn2006-1d3/school/rash/2026-11-23".into());
    let unknown = NewReport { unit: unit.into(), ..NewReport::about(unknown, "report") };
    assert!(matches!(book.log_report(&unknown), Err(OpError::NoSuchAlert { .. })));
}
