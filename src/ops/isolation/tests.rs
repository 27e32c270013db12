use chrono::NaiveDate;

use super::*;
use crate::domain::case_contact::{ContactBody, Nearness};
use crate::domain::id::IsolationId;
use crate::domain::illness_case::{CaseFacts, Certainty};
use crate::domain::isolation::{IsolationBody, IsolationEnd, IsolationError, IsolationKind};
use crate::domain::return_clearance::ReturnPlan;
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::{Site, Temperature};
use crate::ops::case::CaseDraft;
use crate::ops::clock::FixedClock;
use crate::ops::return_to_class::ReturnOp;
use crate::ops::sample_book::{book, person};
use crate::ops::{Book, ChoiceError, OpError};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn begin(book: &mut Book, n: u128, kind: IsolationKind) -> Result<IsolationId, OpError> {
    let mut new = NewIsolation::of(person(n), kind);
    new.body.place = Some("  留观室 ".into());
    new.body.symptoms.insert(SymptomCode::new("vomiting"));
    book.run_isolation(&IsolationOp::Begin(Box::new(new)))
}

fn look(at: &str) -> NewLook {
    let symptoms = [SymptomCode::new("fever")].into();
    let temperature = Temperature::new(382, Site::Axillary);
    let (at, by) = (at.parse().ok(), Some("梁燕".into()));
    NewLook { at, by, temperature, symptoms, note: None }
}

#[test]
fn somebody_is_observed_looked_at_and_taken_home_and_all_of_it_can_be_undone() {
    let (_folder, mut book) = book();
    let id = begin(&mut book, 102, IsolationKind::Observation).unwrap();
    book.run_isolation(&IsolationOp::Follow(id, Box::new(look("2026-11-23T08:05:00")))).unwrap();
    let lines = book.isolations_on(today()).unwrap();
    let [line] = lines.as_slice() else { panic!("{lines:?}") };
    assert_eq!((line.name.as_str(), line.class.as_str(), line.day), ("学生0102", "三（1）", 1));
    assert_eq!((line.words.as_str(), line.last.as_deref()), ("呕吐", Some("发热 38.2")));
    assert_eq!((line.body.place.as_deref(), line.body.recorded_by.as_str()), (Some("留观室"), "王秀兰"));
    assert!(line.followed && !line.over);
    book.run_isolation(&IsolationOp::End(id, None, IsolationEnd::TakenHome)).unwrap();
    assert_eq!(book.isolations_on(today()).unwrap()[0].body.end, Some(IsolationEnd::TakenHome));
    assert!(book.isolations_on(today().succ_opt().unwrap()).unwrap().is_empty());
    book.undo(None).unwrap();
    assert_eq!(book.isolations_on(today()).unwrap()[0].body.end, None);
    book.undo(None).unwrap();
    book.undo(None).unwrap();
    assert!(book.isolations_on(today()).unwrap().is_empty());
}

#[test]
fn what_cannot_be_is_refused_and_changes_nothing() {
    let (_folder, mut book) = book();
    let id = begin(&mut book, 102, IsolationKind::Observation).unwrap();
    let twice = begin(&mut book, 102, IsolationKind::Observation);
    assert!(matches!(twice, Err(OpError::Isolation(IsolationError::UnderWay))));
    begin(&mut book, 102, IsolationKind::Isolation).expect("from the room to isolation at home");
    let later = book.run_isolation(&IsolationOp::Follow(id, Box::new(look("2026-11-23T08:06:00"))));
    assert!(matches!(later, Err(OpError::DayToCome { .. })));
    let before = book.run_isolation(&IsolationOp::Follow(id, Box::new(look("2026-11-22T08:06:00"))));
    assert!(matches!(before, Err(OpError::Isolation(IsolationError::BeforeBeginning))));
    let mut odd = NewIsolation::of(person(103), IsolationKind::Observation);
    odd.body.symptoms.insert(SymptomCode::new("sneeze"));
    assert!(matches!(
        book.run_isolation(&IsolationOp::Begin(Box::new(odd))),
        Err(OpError::NoSuchSymptom { .. })
    ));
    let nobody = NewIsolation::of(person(777), IsolationKind::Observation);
    assert!(matches!(book.run_isolation(&IsolationOp::Begin(Box::new(nobody))), Err(OpError::NoSuchPerson)));
    let unknown = IsolationOp::End(IsolationId(uuid::Uuid::nil()), None, IsolationEnd::Released);
    assert!(matches!(book.run_isolation(&unknown), Err(OpError::Choice(ChoiceError::NoIsolation { .. }))));
    assert_eq!(book.isolations_on(today()).unwrap().len(), 2);
}

#[test]
fn what_is_revised_keeps_the_looks_and_a_day_that_ran_out_is_told() {
    let (_folder, mut book) = book();
    let id = begin(&mut book, 102, IsolationKind::Isolation).unwrap();
    book.run_isolation(&IsolationOp::Follow(id, Box::new(look("2026-11-23T08:05:00")))).unwrap();
    let body = IsolationBody { until: Some(today()), ..IsolationBody::of(IsolationKind::Isolation) };
    book.run_isolation(&IsolationOp::Revise(id, Box::new(body))).unwrap();
    book.clock = Box::new(FixedClock("2026-11-24T08:00:00".parse().unwrap()));
    let line = book.isolations_on(today().succ_opt().unwrap()).unwrap().remove(0);
    assert_eq!((line.body.follow_ups.len(), line.day, line.followed, line.over), (1, 2, false, true));
    assert_eq!(book.isolations_between(today(), today()).unwrap().len(), 1);
    assert!(
        book.isolations_between("2026-10-01".parse().unwrap(), "2026-11-22".parse().unwrap())
            .unwrap()
            .is_empty()
    );
}

#[test]
fn contacts_are_chosen_in_one_act_and_nobody_who_was_not_near() {
    use crate::ops::case::CaseDraft;
    let (_folder, mut book) = book();
    let known_at = "2026-11-23T08:00:00".parse().ok();
    let draft = CaseDraft { disease: "mumps".into(), known_at, ..CaseDraft::default() };
    let case = book.open_case(person(103), &draft, None).unwrap();
    assert!(book.contact_choices(case).unwrap().iter().all(|line| line.proposal));
    let choose = |people: &[u128]| ContactOp::Choose(case, people.iter().map(|n| person(*n)).collect());
    assert!(matches!(book.run_contact(&choose(&[102, 901])), Err(OpError::NotAMember)));
    book.run_contact(&choose(&[102, 104, 105])).unwrap();
    book.run_contact(&choose(&[104, 106])).unwrap();
    let kept = |book: &Book| book.case_contacts(case).unwrap().iter().map(|it| it.key).collect::<Vec<_>>();
    assert_eq!(kept(&book), [person(104), person(106)]);
    let all = book.contact_choices(case).unwrap();
    assert_eq!((all.len(), all.iter().filter(|line| line.proposal).count()), (11, 9));
    book.run_contact(&choose(&[104, 106])).expect("nothing to do");
    let undone = book.undo(None).unwrap();
    assert!(undone.operation.words.contains("选定接触者 2 人"), "{}", undone.operation.words);
    assert_eq!(kept(&book).len(), 3);
    book.run_contact(&choose(&[])).unwrap();
    assert!(book.case_contacts(case).unwrap().iter().all(|line| line.proposal), "proposed again");
}

#[test]
fn an_isolation_is_linked_to_its_case_and_its_end_is_proposed() {
    let (_folder, mut book) = book();
    let onset = NaiveDate::from_ymd_opt(2026, 11, 20);
    let facts = CaseFacts { certainty: Certainty::Diagnosed, onset, ..CaseFacts::default() };
    let draft = CaseDraft { disease: "chickenpox".into(), facts, ..CaseDraft::default() };
    let case = book.open_case(person(102), &draft, None).unwrap();
    let body = ContactBody {
        nearness: Nearness::Class,
        last_met: today(),
        watched_until: NaiveDate::from_ymd_opt(2026, 12, 17).unwrap(),
        note: None,
    };
    let near = NewContact { person: person(103), body };
    book.run_contact(&ContactOp::Set(case, Box::new(near))).unwrap();
    let patient = begin(&mut book, 102, IsolationKind::Isolation).unwrap();
    let contact = begin(&mut book, 103, IsolationKind::Isolation).unwrap();
    let other = begin(&mut book, 104, IsolationKind::Isolation).unwrap();
    let line = |book: &Book, id| {
        let line = book.isolations_on(today()).unwrap().into_iter().find(|line| line.id == id).unwrap();
        (line.case, line.until.map(|day| day.to_string()), line.until_by)
    };
    let (of, until, by) = line(&book, patient);
    assert_eq!((of, until.as_deref()), (Some(case), Some("2026-12-03")), "back on the 4th, 14 days on");
    assert!(by.unwrap().starts_with("水痘："));
    let (of, until, _) = line(&book, contact);
    assert_eq!((of, until.as_deref()), (Some(case), Some("2026-12-17")));
    assert_eq!(line(&book, other), (None, None, None));
    // The clinic wins over the table, and what somebody writes down over both.
    let plan = ReturnPlan { clinic_day: NaiveDate::from_ymd_opt(2026, 12, 1), ..ReturnPlan::default() };
    book.run_return(&ReturnOp::Plan(case, Box::new(plan))).unwrap();
    assert_eq!(line(&book, patient).1.as_deref(), Some("2026-11-30"));
    let mut body = book.isolation_body(patient).unwrap();
    body.until = NaiveDate::from_ymd_opt(2026, 12, 5);
    book.run_isolation(&IsolationOp::Revise(patient, Box::new(body.clone()))).unwrap();
    assert_eq!(line(&book, patient), (Some(case), Some("2026-12-05".to_owned()), None));
    let foreign = IsolationOp::Revise(other, Box::new(IsolationBody { case: Some(case), ..body }));
    let refused = book.run_isolation(&foreign);
    assert!(matches!(refused, Err(OpError::Choice(ChoiceError::Unknown { field: "case", .. }))));
}
