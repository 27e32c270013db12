use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};

use super::*;
use crate::domain::group::Group;
use crate::domain::home::{BatchBody, HomeDay, HomeSlot, Journey, ReviewFacts, ScreeningError, Verdict};
use crate::domain::id::{BatchId, ClassId};
use crate::domain::illness_case::{CaseFacts, Certainty};
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::{Site, Temperature};
use crate::ops::case::CaseDraft;
use crate::ops::clock::FixedClock;
use crate::ops::sample_book::{book, class, person};
use crate::ops::settings::SettingsOp;
use crate::ops::{Book, OpError, OpenOptions};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn opens() -> NaiveDate {
    today() + Days::new(1)
}

fn key(n: u128) -> ClassId {
    match class(n) {
        Group::Class(id) => id,
        _ => unreachable!(),
    }
}

/// The first two classes come back tomorrow.
fn begun() -> (tempfile::TempDir, Book, BatchId) {
    let (folder, mut book) = book();
    book.set_up(&SettingsOp::Home(HomeChoice::Module(true))).unwrap();
    let body =
        BatchBody { name: "第一批".into(), classes: [key(1), key(2)].into(), ..BatchBody::default() };
    let id = book.put_batch(None, &BatchDraft { day: opens(), body }).unwrap();
    (folder, book, id)
}

fn well(tenths: u16) -> HomeDay {
    let temperature = Temperature::new(tenths, Site::Axillary).unwrap();
    let mut day = HomeDay {
        temperatures: HomeSlot::ALL.into_iter().map(|slot| (slot, temperature)).collect(),
        ..HomeDay::default()
    };
    day.say_nil();
    day
}

/// Fourteen days without anything, today's among them, and the letter.
fn ready(book: &mut Book, batch: BatchId, n: u128) {
    let days = (1..=14).map(|back| (opens() - Days::new(back), well(365))).collect();
    book.run_home(&HomeOp::Record(person(n), days)).unwrap();
    let facts = ReviewFacts { commitment_on: Some(today()), ..ReviewFacts::default() };
    book.run_home(&HomeOp::Facts(batch, person(n), Box::new(facts))).unwrap();
}

fn decide(batch: BatchId, n: u128, approved: bool, reason: Option<&str>) -> HomeOp {
    HomeOp::Decide { batch, person: person(n), approved, by: None, reason: reason.map(ToOwned::to_owned) }
}

fn code(error: &OpError) -> String {
    use crate::i18n::{Explain, Language, Tr};
    error.explain(&Tr::new(Language::Chinese)).code
}

#[test]
fn nothing_is_recorded_or_owed_until_the_school_switches_it_on() {
    let (_folder, mut book) = book();
    assert!(!book.home_is_on().unwrap() && book.shell_view().unwrap().tracing.home.is_none());
    let refused = book.run_home(&HomeOp::Record(person(101), vec![(today(), well(365))])).unwrap_err();
    assert_eq!(code(&refused), "home_off");
    let batch = BatchDraft {
        day: opens(),
        body: BatchBody { name: "一".into(), staff: true, ..BatchBody::default() },
    };
    assert_eq!(code(&book.put_batch(None, &batch).unwrap_err()), "home_off");
    book.set_up(&SettingsOp::Home(HomeChoice::Module(true))).unwrap();
    book.put_batch(None, &batch).unwrap();
    let owed = |book: &Book| -> Vec<String> {
        let all = book.todo(today()).unwrap().into_iter().map(|line| line.rule);
        all.filter(|rule| rule.starts_with("home") || rule.starts_with("return-review")).collect()
    };
    assert_eq!(owed(&book), ["home-days", "return-review"]);
    book.set_up(&SettingsOp::Home(HomeChoice::Module(false))).unwrap();
    assert!(owed(&book).is_empty());
    assert_eq!(book.batches_view().unwrap().batches.len(), 1, "what was recorded stays readable");
    book.undo(None).unwrap();
    assert!(book.home_is_on().unwrap());
}

#[test]
fn a_day_is_known_as_it_was_said_and_an_undo_restores_it() {
    let (_folder, mut book, batch) = begun();
    let day = today() - Days::new(3);
    let mut said = well(366);
    said.signed_by = Some("陈桂花".into());
    book.run_home(&HomeOp::Record(person(101), vec![(day, said.clone())])).unwrap();
    let later = HomeDay { symptoms: None, ..well(372) };
    book.run_home(&HomeOp::Record(person(101), vec![(day, later.clone())])).unwrap();
    let known = |book: &Book| book.home_days_of(person(101), day, day).unwrap().remove(&day);
    assert_eq!(known(&book), Some(later));
    book.undo(None).unwrap();
    assert_eq!(known(&book), Some(said));
    let grid = book.home_grid(Some(batch), Some(class(1))).unwrap();
    assert_eq!((grid.days.len(), grid.lines.len()), (14, 12));
    assert_eq!((grid.lines[0].missing, grid.lines[1].missing), (12, 13), "today is not over");
    book.run_home(&HomeOp::Record(person(101), vec![(day, HomeDay::default())])).unwrap();
    assert_eq!(known(&book), None);
    let refused = |book: &mut Book, day, said| {
        code(&book.run_home(&HomeOp::Record(person(101), vec![(day, said)])).unwrap_err())
    };
    assert_eq!(refused(&mut book, opens(), well(365)), "day_to_come");
    let odd = HomeDay { symptoms: Some(BTreeSet::from([SymptomCode::new("none")])), ..HomeDay::default() };
    assert_eq!(refused(&mut book, day, odd), "no_such_symptom");
    let odd = HomeDay { marks: Some(BTreeSet::from(["moon".to_owned()])), ..HomeDay::default() };
    assert_eq!(refused(&mut book, day, odd), "bad_value");
}

#[test]
fn whoever_fails_a_condition_is_approved_with_a_reason_only_and_stays_marked() {
    let (_folder, mut book, batch) = begun();
    ready(&mut book, batch, 101);
    let of = |book: &Book, n| book.review_of(batch, person(n)).unwrap();
    assert_eq!(of(&book, 101).verdict, Verdict::Met, "{:?}", of(&book, 101).judged);
    let mut ill = well(365);
    ill.temperatures.insert(HomeSlot::Evening, Temperature::new(381, Site::Axillary).unwrap());
    ready(&mut book, batch, 102);
    book.run_home(&HomeOp::Record(person(102), vec![(today() - Days::new(2), ill.clone())])).unwrap();
    let failing: Vec<String> = of(&book, 102)
        .judged
        .iter()
        .filter(|one| one.judged.verdict == Verdict::Failing)
        .map(|one| format!("{} {}", one.judged.condition, one.words))
        .collect();
    assert_eq!(failing, ["temperature 11 月 21 日晚 38.1 ℃", "certificate 11 月 21 日起患病，未交证明"]);
    let refused = book.run_home(&decide(batch, 102, true, None)).unwrap_err();
    assert_eq!(code(&refused), "reason_needed");
    assert!(refused.to_string().contains("体温低于限值"), "{refused}");
    book.run_home(&decide(batch, 102, true, Some("卫生院电话同意"))).unwrap();
    assert!(of(&book, 102).against);
    book.run_home(&decide(batch, 102, false, None)).unwrap();
    assert!(!of(&book, 102).decision.unwrap().approved);
    assert_eq!(code(&book.run_home(&decide(batch, 101, false, None)).unwrap_err()), "reason_needed");
    // What was decided stays, and says so where the records say something else now.
    book.run_home(&decide(batch, 101, true, None)).unwrap();
    assert!(!of(&book, 101).changed && !of(&book, 101).against);
    book.run_home(&HomeOp::Record(person(101), vec![(today() - Days::new(2), ill)])).unwrap();
    assert!(of(&book, 101).changed && !of(&book, 101).against);
    book.run_home(&HomeOp::Reopen(batch, person(101))).unwrap();
    let line = of(&book, 101);
    assert!(line.decision.is_none() && line.facts.commitment_on.is_some(), "the papers stay");
    assert_eq!(code(&book.run_home(&decide(batch, 301, true, None)).unwrap_err()), "not_in_batch");
}

#[test]
fn an_illness_counts_from_its_onset_and_one_that_was_ruled_out_not_at_all() {
    let (_folder, mut book, batch) = begun();
    ready(&mut book, batch, 101);
    let certificate = |book: &Book| {
        let line = book.review_of(batch, person(101)).unwrap();
        let judged = line.judged.into_iter().find(|one| one.judged.condition == "certificate").unwrap();
        (judged.judged.verdict, judged.words)
    };
    let facts = CaseFacts { onset: Some(today() - Days::new(5)), ..CaseFacts::default() };
    let mut draft = CaseDraft {
        disease: "chickenpox".into(),
        known_at: Some((today() - Days::new(3)).and_hms_opt(9, 0, 0).unwrap()),
        facts,
        ..CaseDraft::default()
    };
    let case = book.open_case(person(101), &draft, None).unwrap();
    assert_eq!(certificate(&book), (Verdict::Failing, "11 月 18 日起患病，未交证明".to_owned()));
    draft.facts.certainty = Certainty::RuledOut;
    book.revise_case(case, &draft).unwrap();
    assert_eq!(certificate(&book).0, Verdict::Met);
}

#[test]
fn a_class_is_approved_at_once_but_for_those_with_an_open_condition() {
    let (_folder, mut book, batch) = begun();
    for n in [101, 103, 104, 201] {
        ready(&mut book, batch, n);
    }
    let done = book.approve_all(batch, Some(class(1)), None).unwrap();
    assert_eq!((done.approved, done.skipped.len()), (3, 9));
    let counts = |book: &Book| {
        let line = book.batches_view().unwrap().batches.remove(0);
        (line.people, line.approved, line.refused, line.open, line.unrecorded)
    };
    assert_eq!(counts(&book), (24, 3, 0, 21, 20));
    book.run_home(&decide(batch, 105, false, None)).unwrap();
    assert_eq!(counts(&book), (24, 3, 1, 20, 20));
    book.undo(None).unwrap();
    book.undo(None).unwrap();
    assert_eq!(counts(&book), (24, 0, 0, 24, 20));
    let view = book.batches_view().unwrap();
    assert_eq!((view.without.len(), view.doubled.len()), (1, 0), "九（1） is in no batch");
    book.run_home(&HomeOp::RemoveBatch(batch)).unwrap();
    assert!(book.store.reviews_of(batch).unwrap().is_empty());
    book.undo(None).unwrap();
    assert_eq!(book.store.reviews_of(batch).unwrap().len(), 4);
}

#[test]
fn a_condition_is_chosen_from_today_on_and_survives_a_restart() {
    let (folder, mut book, batch) = begun();
    ready(&mut book, batch, 101);
    book.run_home(&decide(batch, 101, true, None)).unwrap();
    book.set_up(&SettingsOp::Home(HomeChoice::Condition("code".into(), true))).unwrap();
    book.set_up(&SettingsOp::Home(HomeChoice::Number("symptoms".into(), 7))).unwrap();
    let line = book.review_of(batch, person(101)).unwrap();
    assert_eq!((line.verdict, line.changed), (Verdict::Unknown, true));
    assert_eq!(line.decision.unwrap().judged.len(), 7, "as it was asked then");
    let bad = |book: &mut Book, choice| code(&book.set_up(&SettingsOp::Home(choice)).unwrap_err());
    assert_eq!(bad(&mut book, HomeChoice::Number("symptoms".into(), 0)), "bad_value");
    assert_eq!(bad(&mut book, HomeChoice::Number("screening".into(), 3)), "bad_value");
    assert_eq!(bad(&mut book, HomeChoice::Condition("none".into(), true)), "bad_value");
    drop(book);
    let book = Book::open(&OpenOptions { folder: folder.path().into(), ..OpenOptions::default() }).unwrap();
    let settings = book.home_settings().unwrap();
    let of = |id: &str| settings.conditions.iter().find(|line| line.id == id).unwrap();
    assert!(of("code").on && of("code").local && of("code").chosen.is_some());
    assert_eq!((of("symptoms").number, of("recorded").number), (Some(7), Some(14)));
    assert!(of("recorded").chosen.is_none() && !of("recorded").source.is_empty());
}

#[test]
fn a_screening_is_owed_until_it_is_closed_and_stands_against_a_return() {
    let (_folder, mut book, batch) = begun();
    let journey = Journey { place: "武汉市".into(), from: Some(today() - Days::new(9)), to: None };
    let new =
        NewScreening { journey: Some(journey), source: Some("村委".into()), ..NewScreening::default() };
    let listed = ScreenOp::List(person(101), Box::new(new.clone()));
    let id = book.run_screening(&listed).unwrap();
    let again = book.run_screening(&listed).unwrap_err();
    assert!(matches!(again, OpError::Home(HomeError::Screening(ScreeningError::ListedAlready))));
    book.run_screening(&ScreenOp::List(
        person(901),
        Box::new(NewScreening {
            contact: Some("11 月 20 日与返乡人员同桌".into()),
            ..NewScreening::default()
        }),
    ))
    .unwrap();
    let empty = ScreenOp::List(person(103), Box::default());
    assert_eq!(code(&book.run_screening(&empty).unwrap_err()), "bad_value");
    let owed = |book: &Book| {
        book.todo(today())
            .unwrap()
            .into_iter()
            .find(|line| line.rule == "screening-call")
            .map(|line| line.subject)
    };
    assert_eq!(owed(&book).unwrap(), "2 名重点人员要联系");
    let screened = |book: &Book| {
        let line = book.review_of(batch, person(101)).unwrap();
        line.judged.into_iter().find(|one| one.judged.condition == "screening").unwrap().judged.verdict
    };
    assert_eq!(screened(&book), Verdict::Failing);
    book.clock = Box::new(FixedClock("2026-11-23T10:00:00".parse().unwrap()));
    let talk = NewTalk {
        what: "已回家三天，体温正常".into(),
        next_call: "2026-11-25T09:00:00".parse().ok(),
        ..NewTalk::default()
    };
    book.run_screening(&ScreenOp::Talk(id, Box::new(talk))).unwrap();
    assert_eq!(owed(&book).unwrap(), "1 名重点人员要联系");
    let lines = book.screening_lines().unwrap();
    assert_eq!((lines[0].key, lines[0].class.as_str(), lines[0].due), (person(901), "教职工", true));
    assert_eq!((lines[1].words.as_str(), lines[1].due), ("武汉市（11 月 14 日至日期不详）", false));
    assert_eq!(
        code(&book.run_screening(&ScreenOp::Close(id, "none".into(), None)).unwrap_err()),
        "bad_value"
    );
    book.run_screening(&ScreenOp::Close(id, "observed".into(), None)).unwrap();
    assert_eq!(screened(&book), Verdict::Met);
    assert_eq!(book.screening_lines().unwrap()[1].closing.as_deref(), Some("观察期满无异常"));
    assert_eq!(
        code(&book.run_screening(&ScreenOp::Revise(id, Box::new(new))).unwrap_err()),
        "screening_closed"
    );
    book.undo(None).unwrap();
    assert_eq!(screened(&book), Verdict::Failing);
}

/// A school of 3,000 pupils with 14 days each: a class and the figures of all come in a flash.
#[test]
fn a_class_of_a_large_school_loads_in_a_flash() {
    let (_folder, mut book, batch) = begun();
    let rows: Vec<crate::storage::HomeDayRow> = (10_000..13_000)
        .flat_map(|n| (1..=14).map(move |back| (n, opens() - Days::new(back))))
        .map(|(n, day)| crate::storage::HomeDayRow { person: person(n), day, complete: 1, body: well(365) })
        .collect();
    book.act("import", serde_json::json!({}), |act, _| {
        for n in 10_000..13_000_u32 {
            let key = person(u128::from(n));
            let record = crate::domain::person::Person::named(
                key,
                crate::domain::person::PersonKind::Pupil,
                format!("生{n}"),
            );
            act.put_new(&record)?;
            act.put_new(&crate::storage::EnrolmentRow {
                person: key,
                class: if n % 60 == 0 { self::key(1) } else { self::key(3) },
                grade: Some(3),
                seat_no: n,
                from_day: NaiveDate::from_ymd_opt(2026, 9, 1).unwrap(),
                to_day: None,
            })?;
        }
        rows.iter().try_for_each(|row| Ok(act.put_new(row)?))
    })
    .unwrap();
    let began = std::time::Instant::now();
    let grid = book.home_grid(Some(batch), Some(class(1))).unwrap();
    assert_eq!((grid.lines.len(), grid.lines[20].missing), (62, 0));
    let spent = began.elapsed();
    assert!(spent.as_millis() < 1500, "{spent:?} without optimisation");
    let changes = |book: &Book| book.todo(today()).unwrap().len();
    let began = std::time::Instant::now();
    assert!(changes(&book) > 0);
    assert!(began.elapsed().as_millis() < 1500, "{:?}", began.elapsed());
}
