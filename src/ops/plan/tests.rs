use chrono::NaiveDate;

use super::*;
use crate::domain::emergency_plan::PlanError;
use crate::domain::progress::Silent;
use crate::ops::error::OpError;
use crate::ops::print::{Filling, PrintRequest};
use crate::ops::sample_book::{book, person};
use crate::paper::layout::Sheet;

fn day(month: u32, d: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, d).unwrap()
}

#[test]
fn the_plan_is_taken_up_once_a_term_with_one_line_for_each_task() {
    let (_folder, book) = book();
    let before = book.store.journal_head().unwrap();
    let view = book.plan_view(day(11, 23)).unwrap();
    assert_eq!(book.plan_view(day(11, 23)).unwrap(), view);
    assert_eq!(book.store.journal_head().unwrap(), before, "reading writes nothing");
    assert_eq!(view.counts.tasks, view.tasks().count());
    assert!(view.counts.tasks >= 25 && view.counts.late == 0, "{:?}", view.counts);
    let weekly = view.tasks().find(|t| t.id == "sheets-filed").unwrap();
    assert_eq!(weekly.current.due, Some(day(11, 27)));
    assert!(weekly.current.near && weekly.occurrences.len() > 3);
    assert_eq!(weekly.next(), Some(day(12, 4)));
}

#[test]
fn done_needs_person_date_and_evidence_and_can_be_taken_back() {
    let (_folder, mut book) = book();
    let task = book.find_plan_task("sheets-filed", false).unwrap();
    let complete =
        |person, date, evidence: &str| PlanOp::Complete { task, person, date, evidence: evidence.to_owned() };
    let (who, when) = (Some(person(901)), Some(day(11, 23)));
    for (op, expected) in [
        (complete(None, when, "16 页"), PlanError::NoPerson),
        (complete(who, None, "16 页"), PlanError::NoDate),
        (complete(who, when, "  "), PlanError::NoEvidence),
    ] {
        assert!(matches!(book.run_plan(&op), Err(OpError::Plan(error)) if error == expected));
    }
    assert!(matches!(book.run_plan(&complete(Some(person(101)), when, "x")), Err(OpError::NoSuchPerson)));
    let tomorrow = complete(who, Some(day(11, 24)), "x");
    assert!(matches!(book.run_plan(&tomorrow), Err(OpError::BadValue { .. })));
    book.run_plan(&complete(who, when, "16 页，教务处")).unwrap();
    let view = book.plan_view(day(11, 23)).unwrap();
    let weekly = view.tasks().find(|t| t.id == "sheets-filed").unwrap();
    assert_eq!(weekly.current.state, PlanState::Done);
    assert_eq!(weekly.current.done_by.as_ref().unwrap().name, "梁燕");
    assert_eq!(view.counts.done, 1);
    // The week after, the next occurrence is the one that matters.
    let later = book.plan_view(day(11, 28)).unwrap();
    let weekly = later.tasks().find(|t| t.id == "sheets-filed").unwrap();
    assert_eq!((weekly.current.state, weekly.current.due), (PlanState::Open, Some(day(12, 4))));
    book.undo(None).unwrap();
    assert_eq!(book.plan_view(day(11, 23)).unwrap().counts.done, 0);
    assert!(book.undo_list().unwrap().iter().all(|line| line.kind != "plan_start"), "it stays taken up");
    book.run_plan(&complete(who, when, "16 页")).unwrap();
    assert_eq!(book.find_plan_task("sheets-filed", true).unwrap(), task);
    book.run_plan(&PlanOp::Reopen { task }).unwrap();
    assert_eq!(book.plan_view(day(11, 23)).unwrap().counts.done, 0);
}

#[test]
fn a_person_is_named_for_every_open_occurrence_and_late_ones_show_on_today() {
    let (_folder, mut book) = book();
    let task = book.find_plan_task("sheets-filed", false).unwrap();
    book.run_plan(&PlanOp::Assign { task, person: Some(book.find_staff("黄国强").unwrap()) }).unwrap();
    book.run_plan(&PlanOp::SetDue { task, date: day(11, 20) }).unwrap();
    let view = book.plan_view(day(11, 23)).unwrap();
    let weekly = view.tasks().find(|t| t.id == "sheets-filed").unwrap();
    assert_eq!(weekly.responsible.as_ref().unwrap().name, "黄国强");
    assert_eq!((weekly.current.task, weekly.current.state, weekly.late()), (task, PlanState::Late, 1));
    let todo = book.todo(day(11, 23)).unwrap();
    let late: Vec<_> = todo.iter().filter(|line| line.rule == "plan-task").collect();
    assert!(late[0].subject.contains("归档") && late[0].due.date() == day(11, 20), "{late:?}");
    assert_eq!(serde_json::to_value(late[0]).unwrap()["state"], "late");
    assert!(matches!(book.find_plan_task("nothing", false), Err(OpError::NoSuchTask { .. })));
}

#[test]
fn the_document_holds_every_section_and_task_with_person_and_day() {
    let (_folder, mut book) = book();
    let task = book.find_plan_task("sheets-filed", false).unwrap();
    book.run_plan(&PlanOp::Assign { task, person: Some(person(901)) }).unwrap();
    let view = book.plan_view(day(11, 23)).unwrap();
    let request = PrintRequest::form(PLAN_DOCUMENT, day(11, 23));
    let job = book.job(&request, 0..usize::MAX, &mut Silent).unwrap();
    let words: String = job.document.sheets.iter().flat_map(Sheet::texts).map(|t| t.text.as_str()).collect();
    assert!(words.contains("一、") && words.contains("负责人：梁燕"), "{words}");
    let bare = |text: &str| text.replace(' ', "");
    let words = bare(&words);
    assert!(view.tasks().all(|task| words.contains(&bare(&task.title))), "{words}");
    assert_eq!(job.facts.empty_fields, view.counts.tasks - 1, "tasks that nobody is named for are told");
    let blank = PrintRequest { filling: Filling::Blank, ..request };
    let job = book.job(&blank, 0..usize::MAX, &mut Silent).unwrap();
    assert!(job.document.sheets.iter().flat_map(Sheet::texts).all(|t| !t.text.contains("梁燕")));
}
