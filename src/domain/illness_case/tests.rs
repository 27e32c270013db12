use uuid::Uuid;

use super::*;
use crate::domain::id::ReportEntryId;
use crate::domain::report_entry::{EntryBody, ReportEntry, ReportSubject};
use crate::domain::return_clearance::ReturnPlan;
use crate::domain::rule_book::RuleBook;

fn rules() -> RuleBook {
    RuleBook::shipped().unwrap()
}

fn at(text: &str) -> NaiveDateTime {
    format!("{text}:00").parse().unwrap()
}

fn start(disease: &str, edition: &str, when: &str) -> Option<CaseClock> {
    let rules = rules();
    CaseClock::start(rules.disease(disease).unwrap(), rules.reporting_edition(edition).unwrap(), at(when))
}

fn case(clocks: Vec<CaseClock>) -> IllnessCase {
    IllnessCase {
        person: PersonId(Uuid::from_u128(1)),
        id: CaseId(Uuid::from_u128(2)),
        disease: clocks.last().map(|clock| clock.disease.clone()).unwrap_or_default(),
        known_at: clocks.first().unwrap().from,
        closed_on: None,
        body: CaseBody {
            facts: CaseFacts::default(),
            place: CasePlace::default(),
            clocks,
            stopped_at: None,
            origin: None,
            opened_by: "王秀兰".into(),
            closing: None,
            way_back: ReturnPlan::default(),
        },
    }
}

fn told(step: &str, when: &str) -> ReportEntry {
    ReportEntry {
        id: ReportEntryId(Uuid::from_u128(when.len() as u128)),
        at: at(when),
        subject: ReportSubject::Case(CaseId(Uuid::from_u128(2))),
        step: step.to_owned(),
        body: EntryBody::default(),
    }
}

fn states(case: &IllnessCase, entries: &[ReportEntry], now: &str) -> Vec<StepState> {
    case_steps(&rules(), case, entries, at(now)).into_iter().map(|step| step.state).collect()
}

/// Scheme × disease × when it was known → when it is due, over midnight, a week-end and the end of the year.
#[test]
fn a_clock_runs_from_the_minute_on_which_the_school_learned() {
    for (edition, disease, known, due) in [
        ("2-24", "mumps", "2026-11-23T08:12", Some("2026-11-24T08:12")),
        ("2-24", "mumps", "2026-11-27T16:40", Some("2026-11-28T16:40")),
        ("2-24", "cholera", "2026-11-23T23:30", Some("2026-11-24T01:30")),
        ("2-24", "sars", "2026-12-31T22:01", Some("2027-01-01T00:01")),
        ("2-24", "unexplained-pneumonia", "2026-11-23T08:12", Some("2026-11-23T10:12")),
        ("2-24", "chickenpox", "2026-11-23T08:12", Some("2026-11-24T08:12")),
        ("2-24", "common-cold", "2026-11-23T08:12", None),
        ("6-12-24", "cholera", "2026-11-23T20:00", Some("2026-11-24T02:00")),
        ("6-12-24", "measles", "2026-11-23T20:00", Some("2026-11-24T08:00")),
        ("6-12-24", "mumps", "2026-11-23T20:00", Some("2026-11-24T20:00")),
        ("1-local", "mumps", "2026-11-23T23:15", Some("2026-11-24T00:15")),
    ] {
        let clock = start(disease, edition, known);
        assert_eq!(clock.map(|clock| clock.due), due.map(at), "{edition} {disease} {known}");
    }
    let exact: NaiveDateTime = "2026-11-23T08:12:47".parse().unwrap();
    assert_eq!(to_minute(exact), at("2026-11-23T08:12"));
}

#[test]
fn steps_are_open_done_or_late_by_the_hour() {
    use StepState::{Done, DoneLate, Late, Open};
    let case = case(vec![start("mumps", "2-24", "2026-11-23T08:12").unwrap()]);
    let entries = [
        told("parents", "2026-11-23T08:15"),
        told("principal", "2026-11-24T08:12"),
        told("clinic", "2026-11-24T08:13"),
    ];
    assert_eq!(states(&case, &[], "2026-11-24T08:12"), [Open; 4]);
    assert_eq!(states(&case, &entries, "2026-11-24T08:14"), [Done, Done, DoneLate, Late]);
    let duty = case_duty(&rules(), &case, &entries, at("2026-11-24T08:14")).unwrap();
    assert_eq!((duty.open, duty.done_at), (vec!["office".to_owned()], None));
}

#[test]
fn another_disease_is_told_again_and_never_gains_time() {
    use StepState::{Done, Late, Open};
    let (rules, first) = (rules(), start("mumps", "2-24", "2026-11-23T08:12").unwrap());
    let edition = rules.reporting_edition("2-24").unwrap();
    let change = |disease: &str, ruled_out, learned: &str, owed| {
        let disease = rules.disease(disease).unwrap();
        ClockChange::of(disease, ruled_out, edition, at(learned), Some((&first, owed)))
    };
    // Confirmed as what it was taken for: nothing moves.
    assert_eq!(change("mumps", false, "2026-11-23T15:00", true), ClockChange::Same);
    assert_eq!(change("mumps", true, "2026-11-23T15:00", true), ClockChange::Stop);
    assert_eq!(change("common-cold", false, "2026-11-23T15:00", true), ClockChange::Stop);
    let due = |change| match change {
        ClockChange::Another(clock) => (clock.from, clock.due),
        other => panic!("{other:?}"),
    };
    let learned = at("2026-11-23T15:00");
    // A tighter limit runs from when it was learned; a wider one leaves what was owed at its hour.
    assert_eq!(due(change("cholera", false, "2026-11-23T15:00", true)), (learned, at("2026-11-23T17:00")));
    assert_eq!(due(change("influenza", false, "2026-11-23T15:00", true)), (learned, at("2026-11-24T08:12")));
    assert_eq!(due(change("influenza", false, "2026-11-23T15:00", false)), (learned, at("2026-11-24T15:00")));

    let ClockChange::Another(second) = change("cholera", false, "2026-11-23T15:00", true) else { panic!() };
    let mut case = case(vec![first.clone(), second]);
    let entries = [told("parents", "2026-11-23T08:15"), told("clinic", "2026-11-23T08:35")];
    // The parents told the school themselves; the clinic has heard of something else.
    assert_eq!(states(&case, &entries, "2026-11-23T16:00"), [Done, Open, Open, Open]);
    assert_eq!(states(&case, &entries, "2026-11-23T17:01"), [Done, Late, Late, Late]);
    case.body.stopped_at = Some(at("2026-11-23T18:00"));
    assert_eq!(
        states(&case, &entries, "2026-11-24T09:00"),
        [Done, StepState::Dropped, StepState::Dropped, StepState::Dropped]
    );
    assert_eq!(case_duty(&rules, &case, &entries, at("2026-11-24T09:00")), None);
}
