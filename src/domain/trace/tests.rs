use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::absence::{Absence, absences};
use crate::domain::calendar::{Calendar, DayException, ExceptionKind};
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::rule_book::RuleBook;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};

fn rules() -> RuleBook {
    RuleBook::shipped().unwrap()
}

fn person() -> PersonId {
    PersonId(Uuid::from_u128(1))
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

fn at(on: u32, hour: u32, minute: u32) -> NaiveDateTime {
    day(on).and_hms_opt(hour, minute, 0).unwrap()
}

/// 2026-11-25, a Wednesday, is a holiday; weekends are free.
fn calendar() -> Calendar {
    let mut calendar = Calendar::defaults(&rules(), 2026);
    let off = DayException { date: day(25), kind: ExceptionKind::DayOff, note: None };
    calendar.exceptions.push(off);
    calendar
}

fn key(date: NaiveDate) -> SheetKey {
    SheetKey { group: Group::Class(ClassId(Uuid::nil())), date, session: Session::Morning }
}

/// The morning sheets of some days, each with whether the pupil was missed.
fn sheets(days: &BTreeMap<NaiveDate, bool>) -> Vec<Sheet> {
    let ill = Finding { attendance: Attendance::Ill, ..Finding::default() };
    days.iter()
        .map(|(date, missed)| Sheet {
            confirmed_at: date.and_hms_opt(8, 0, 0),
            findings: missed.then(|| (person(), ill.clone())).into_iter().collect(),
            ..Sheet::untouched(key(*date))
        })
        .collect()
}

fn chain(days: &[(u32, bool)]) -> Vec<Absence> {
    let days = days.iter().map(|(date, missed)| (day(*date), *missed)).collect();
    absences(&rules(), person(), |_| true, &[], &sheets(&days))
}

fn trace(n: u128, on: NaiveDate, talk: Talk) -> Trace {
    let (id, at) = (TraceId(Uuid::from_u128(n)), on.and_hms_opt(10, 0, 0).unwrap());
    Trace { person: person(), id, absent_on: on, at, next_call: None, talk }
}

fn reached() -> Talk {
    Talk { reached: true, ..Talk::default() }
}

fn state(absence: &Absence, traces: &[Trace]) -> TracingState {
    let tracing = Tracing { absence, traces, known_at: at(20, 8, 5), followed: false };
    tracing.state(&rules(), &calendar())
}

fn due(on: u32, hour: u32, minute: u32) -> TracingState {
    TracingState::Open { due: at(on, hour, minute) }
}

#[test]
fn the_first_call_is_due_on_the_day_whatever_the_hour() {
    let first = |from, known: NaiveDateTime| first_call(&rules(), day(from), known);
    assert_eq!(first(20, at(20, 8, 5)), at(20, 14, 0));
    assert_eq!(first(20, at(20, 13, 30)), at(20, 15, 30), "there is time for it");
    assert_eq!(first(20, at(20, 23, 30)), at(20, 23, 59), "not beyond midnight");
    assert_eq!(first(20, at(23, 8, 0)), at(23, 14, 0), "a paper that was entered days later");
    assert_eq!(first(21, at(21, 9, 0)), at(21, 14, 0), "on a Saturday too, if a sheet of that day says so");
}

#[test]
fn the_next_call_is_as_agreed_or_on_the_next_school_day() {
    let (rules, calendar) = (rules(), calendar());
    let after = |trace: &Trace| call_after(&rules, &calendar, trace);
    assert_eq!(after(&trace(1, day(19), reached())), at(20, 9, 0));
    assert_eq!(after(&trace(1, day(20), reached())), at(23, 9, 0), "over the weekend");
    assert_eq!(after(&trace(1, day(24), reached())), at(26, 9, 0), "over the holiday");
    let agreed = Trace { next_call: Some(at(21, 16, 0)), ..trace(1, day(20), reached()) };
    assert_eq!(after(&agreed), at(21, 16, 0), "on a Saturday, if that was agreed");
    let silent = trace(1, day(20), Talk::default());
    assert_eq!(after(&silent), at(20, 12, 0), "soon again");
    assert_eq!(after(&Trace { at: at(20, 17, 0), ..silent.clone() }), at(23, 9, 0), "not in the evening");
    assert_eq!(after(&Trace { at: at(20, 23, 0), ..silent }), at(23, 9, 0), "nor after midnight");
    let summer = Trace { at: "2026-07-20T10:00:00".parse().unwrap(), ..trace(1, day(20), reached()) };
    assert_eq!(after(&summer).date(), "2026-09-01".parse().unwrap(), "after the summer");
}

#[test]
fn a_tracing_ends_with_a_diagnosis_a_return_or_the_end_of_the_symptoms() {
    let gone = chain(&[(19, true), (20, true)]);
    assert_eq!(state(&gone[0], &[]), due(20, 14, 0));
    let talked = trace(1, day(20), reached());
    assert_eq!(state(&gone[0], std::slice::from_ref(&talked)), due(23, 9, 0));
    let ending = |closing| trace(2, day(20), Talk { closing: Some(closing), ..reached() });
    for closing in
        [Closing::Diagnosed, Closing::SymptomsEnded { on: day(19) }, Closing::Returned { on: day(20) }]
    {
        let closed = TracingState::Closed { closing, on: day(20) };
        assert_eq!(state(&gone[0], &[talked.clone(), ending(closing)]), closed);
        let later = trace(3, day(23), reached());
        assert_eq!(state(&gone[0], &[ending(closing), later.clone()]), closed, "a call more changes nothing");
        let agreed = Trace { next_call: Some(at(24, 9, 0)), ..later };
        assert_eq!(state(&gone[0], &[ending(closing), agreed]), due(24, 9, 0), "unless another was agreed");
    }
    let back = chain(&[(19, true), (20, false)]);
    let returned = TracingState::Closed { closing: Closing::Returned { on: day(20) }, on: day(20) };
    assert_eq!(state(&back[0], &[]), returned);
    let agreed = Trace { next_call: Some(at(24, 9, 0)), ..talked };
    assert_eq!(state(&back[0], &[agreed]), returned, "whoever is back need not be called");
    let diagnosed = TracingState::Closed { closing: Closing::Diagnosed, on: day(20) };
    assert_eq!(state(&back[0], &[ending(Closing::Diagnosed)]), diagnosed);
}

#[test]
fn a_trace_beside_every_absence_stays_with_the_nearest() {
    let found = chain(&[(2, true), (3, false), (16, true), (17, true), (18, false), (23, true)]);
    let at_day = |n: u128, on: u32| trace(n, day(on), reached());
    let traces = [at_day(1, 2), at_day(2, 19), at_day(3, 22), at_day(4, 23), at_day(5, 10)];
    let places: Vec<Vec<u128>> = attached(&found, &traces)
        .iter()
        .map(|traces| traces.iter().map(|trace| trace.id.0.as_u128()).collect())
        .collect();
    assert_eq!(places, [vec![1], vec![5, 2], vec![3, 4]]);
    assert!(attached(&[], &traces).is_empty());
    let lone = chain(&[(2, true), (3, false)]);
    assert!(attached(&lone, &[at_day(6, 20)])[0].is_empty(), "too far away");
}

proptest! {
    /// Whatever sheets say later, a trace made within an absence stays with one as long as a day near it is missed.
    #[test]
    fn corrected_sheets_keep_the_traces(
        missed in prop::collection::vec(any::<bool>(), 20),
        corrected in prop::collection::vec((0_usize..20, any::<bool>()), 0..6),
        called in prop::collection::vec(0_usize..20, 0..6),
    ) {
        let on = |n: usize| day(1) + Days::new(n as u64);
        let mut days: BTreeMap<NaiveDate, bool> = missed.iter().enumerate().map(|(n, m)| (on(n), *m)).collect();
        let traces: Vec<Trace> = (1_u128..)
            .zip(called.iter().filter(|n| missed[**n]))
            .map(|(id, n)| trace(id, on(*n), reached()))
            .collect();
        for (n, now) in corrected {
            let _ = days.insert(on(n), now);
        }
        let found = absences(&rules(), person(), |_| true, &[], &sheets(&days));
        let placed = attached(&found, &traces);
        for made in &traces {
            let places: Vec<usize> = (0..placed.len()).filter(|at| placed[*at].contains(made)).collect();
            prop_assert!(places.len() <= 1, "never with two");
            let nearest = found.iter().map(|absence| absence.distance(made.absent_on)).min();
            match (places.first(), nearest) {
                (Some(at), Some(nearest)) => prop_assert_eq!(found[*at].distance(made.absent_on), nearest),
                (None, Some(nearest)) => prop_assert!(nearest > 7),
                (place, None) => prop_assert!(place.is_none()),
            }
        }
        let still: Vec<&Trace> = traces.iter().filter(|made| days[&made.absent_on]).collect();
        for made in still {
            prop_assert!(
                found.iter().zip(&placed).any(|(a, t)| a.distance(made.absent_on) == 0 && t.contains(made))
            );
        }
    }
}
