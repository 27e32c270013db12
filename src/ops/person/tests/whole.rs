//! Everything that can be written down about somebody stands in the file, and others' records do not slow it.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde_json::json;

use super::day;
use crate::domain::case_contact::{ContactBody, Nearness};
use crate::domain::finding::Attendance;
use crate::domain::free_group::FreeGroupKind;
use crate::domain::group::Group;
use crate::domain::home::{BatchBody, HomeDay, Journey};
use crate::domain::id::PersonId;
use crate::domain::illness_case::{CaseFacts, Certainty, Outcome};
use crate::domain::isolation::{IsolationEnd, IsolationKind};
use crate::domain::person::Boarding;
use crate::domain::progress::Silent;
use crate::domain::report_entry::ReportSubject;
use crate::domain::return_clearance::{ReturnCertificate, ReturnDecision};
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::domain::slip::SlipTick;
use crate::ops::Book;
use crate::ops::case::CaseDraft;
use crate::ops::home::{BatchDraft, HomeChoice, HomeOp, NewScreening, ScreenOp};
use crate::ops::isolation::{ContactOp, IsolationOp, NewContact, NewIsolation, NewLook};
use crate::ops::person::Belonging;
use crate::ops::print::{Filling, PrintOp, PrintRequest, PrintScope};
use crate::ops::report_log::NewReport;
use crate::ops::return_to_class::{NewReturn, ReturnOp};
use crate::ops::roster::FreeGroupOp;
use crate::ops::sample_book::{book, class, hand_in, morning, person, with};
use crate::ops::settings::SettingsOp;
use crate::ops::slips::SlipOp;
use crate::paper::layout::tests::{assert_sound, words};

/// Writes one of everything down about `who`; `near` had a disease, and the two met. Today is 2026-11-23.
pub(crate) fn everything(book: &mut Book, who: PersonId, near: PersonId, class: Group) {
    let today = book.today();
    placed(book, who);
    let drafted = |certainty, disease: &str| {
        let facts = CaseFacts {
            certainty,
            onset: Some(day("2026-11-18")),
            hospital: Some("云坪镇卫生院".into()),
            diagnosed_on: Some(day("2026-11-19")),
            diagnosed_at: Some("县人民医院".into()),
            ..CaseFacts::default()
        };
        CaseDraft { disease: disease.into(), facts, ..CaseDraft::default() }
    };
    let case = book.open_case(who, &drafted(Certainty::Diagnosed, "chickenpox"), None).unwrap();
    let told = NewReport {
        unit: "云坪镇卫生院".into(),
        person: Some("李大夫".into()),
        ..NewReport::about(ReportSubject::Case(case), "clinic")
    };
    let _ = book.log_report(&told).unwrap();
    let body = |note: &str| ContactBody {
        nearness: Nearness::Seat,
        last_met: day("2026-11-18"),
        watched_until: day("2026-12-09"),
        note: Some(note.to_owned()),
    };
    let met = NewContact { person: near, body: body("同桌") };
    book.run_contact(&ContactOp::Set(case, Box::new(met))).unwrap();
    let other = book.open_case(near, &drafted(Certainty::Suspected, "mumps"), None).unwrap();
    let met = NewContact { person: who, body: body("同桌") };
    book.run_contact(&ContactOp::Set(other, Box::new(met))).unwrap();
    let mut apart = NewIsolation::of(who, IsolationKind::Observation);
    apart.body.place = Some("留观室".into());
    let apart = book.run_isolation(&IsolationOp::Begin(Box::new(apart))).unwrap();
    let look = NewLook { note: Some("已退热".into()), ..NewLook::default() };
    book.run_isolation(&IsolationOp::Follow(apart, Box::new(look))).unwrap();
    book.run_isolation(&IsolationOp::End(apart, None, IsolationEnd::TakenHome)).unwrap();
    let certificate = ReturnCertificate { issuer: "县人民医院".into(), ..ReturnCertificate::default() };
    let check = NewReturn {
        person: who,
        day: None,
        case: Some(case),
        certificate: Some(certificate),
        checked_by: Some("梁燕".into()),
        decision: ReturnDecision::Admitted,
        decided_by: None,
        note: Some("皮疹已结痂".into()),
        closes: false,
    };
    book.run_return(&ReturnOp::Check(Box::new(check))).unwrap();
    book.close_case(case, None, Outcome::Recovered, None).unwrap();
    at_home(book, who, class);
    let path = book.folder().join("letters.pdf");
    let request = PrintRequest::letter("winter", today);
    let _ = book.run_print(&PrintOp::SavePdf { request, path }, &mut Silent).unwrap();
    let name = book.person_view(who).unwrap().person.name;
    let slips = book.slip_run_view(1).unwrap().classes;
    let slip = slips.iter().flat_map(|class| &class.slips).find(|slip| slip.name == name);
    let code = slip.unwrap().key;
    let _ = book.run_slips(&SlipOp::Tick(vec![code], SlipTick::List)).unwrap();
}

/// A boarder with a room and a bus line.
fn placed(book: &mut Book, who: PersonId) {
    let today = book.today();
    book.set_boarding(who, Some(Boarding::Boarder), today).unwrap();
    book.set_dormitory(who, Some("2 舍 203"), today).unwrap();
    let bus = FreeGroupOp::Add { label: "1 号线 石桥—牛角冲".into(), kind: FreeGroupKind::Bus };
    let bus = book.change_free_group(&bus).unwrap();
    book.change_free_group(&FreeGroupOp::Join { persons: vec![who], group: bus, from: today }).unwrap();
}

/// Days at home, a review and a screening.
fn at_home(book: &mut Book, who: PersonId, class: Group) {
    let today = book.today();
    book.set_up(&SettingsOp::Home(HomeChoice::Module(true))).unwrap();
    let Group::Class(class) = class else { unreachable!() };
    let body = BatchBody { name: "第一批".into(), classes: [class].into(), ..BatchBody::default() };
    let batch = book.put_batch(None, &BatchDraft { day: today + Days::new(1), body }).unwrap();
    let mut well = HomeDay { signed_by: Some("覃奶奶".into()), ..HomeDay::default() };
    well.say_nil();
    let days = (1..=3).map(|back| (today - Days::new(back), well.clone())).collect();
    book.run_home(&HomeOp::Record(who, days)).unwrap();
    let (by, reason) = (Some("周敏".to_owned()), Some("家长当面说明".to_owned()));
    book.run_home(&HomeOp::Decide { batch, person: who, approved: true, by, reason }).unwrap();
    let journey = Journey { place: "广州".into(), from: None, to: None };
    let new = NewScreening { journey: Some(journey), ..NewScreening::default() };
    book.run_home(&HomeOp::Screen(ScreenOp::List(who, Box::new(new)))).unwrap();
}

#[test]
fn all_that_was_written_down_about_somebody_stands_in_the_file() {
    let (_folder, mut book) = book();
    let who = person(102);
    everything(&mut book, who, person(103), class(1));
    let file = book.person_file(who, 0).unwrap();
    let of = |kind| file.memberships.iter().filter(|it| it.kind == kind).collect::<Vec<_>>();
    let named = |kind| of(kind).first().map(|it| (it.name.as_str(), it.from.to_string()));
    let today = "2026-11-23".to_owned();
    assert_eq!(named(Belonging::Boarding), Some(("住校", today.clone())));
    assert_eq!(named(Belonging::Dormitory), Some(("2 舍 203", today.clone())));
    assert_eq!(named(Belonging::Group), Some(("1 号线 石桥—牛角冲", today)));
    let [case] = &file.cases[..] else { panic!("{:#?}", file.cases) };
    assert_eq!((case.words.as_str(), case.contacts), ("确诊水痘", 1));
    assert_eq!((case.line.outcome, case.reports.len()), (Some(Outcome::Recovered), 1));
    assert_eq!(case.reports[0].unit, "云坪镇卫生院");
    let known = case.known_words(&book.tr);
    assert_eq!(
        known,
        "2026-11-18 发病；云坪镇卫生院就诊；2026-11-19 确诊；县人民医院；接触者 1 人；2026-11-23 痊愈"
    );
    assert_eq!((file.contacts.len(), file.contacts[0].patient), (1, person(103)));
    assert_eq!(
        (file.contacts[0].disease_name.as_str(), file.contacts[0].nearness),
        ("流行性腮腺炎", Nearness::Seat)
    );
    assert_eq!((file.isolations.len(), file.isolations[0].looks.len()), (1, 1));
    assert_eq!(file.returns[0].words, "准予进班、梁燕、未到复课日、证明不全、皮疹已结痂");
    assert_eq!((file.home.days.len(), file.home.days_total), (3, 3));
    assert_eq!(file.home.days[0].words, "无");
    assert!(file.home.reviews[0].words.starts_with("例外同意"), "{}", file.home.reviews[0].words);
    assert_eq!(file.home.screenings[0].words, "广州");
    let slip = file.papers[0].slip.as_ref().unwrap();
    assert!(slip.at.is_some() && slip.code.is_some() && slip.words(&book.tr).contains("收回"));
    let other = book.person_file(person(103), 0).unwrap();
    let slip = other.papers[0].slip.as_ref().unwrap();
    assert!(slip.at.is_none() && slip.words(&book.tr).contains("未收回"));
    assert!(other.home.is_empty() && other.isolations.is_empty() && other.cases.len() == 1);
    let text = serde_json::to_value(&file).unwrap();
    for key in ["cases", "isolations", "contacts", "returns", "home", "papers", "corrections", "memberships"]
    {
        assert!(text.get(key).is_some(), "{key}");
    }
    assert!(text["memberships"].as_array().unwrap().iter().any(|it| it["kind"] == "group"));
}

#[test]
fn a_corrected_finding_tells_what_it_was_and_why() {
    let (folder, mut book) = book();
    let today = book.today();
    let key = morning(1, today);
    hand_in(&mut book, key, &[(102, with(Attendance::Ill, &["fever"]))]);
    let request = PrintRequest::form("school-day", today);
    let path = folder.path().join("day.pdf");
    let _ = book.run_print(&PrintOp::SavePdf { request, path }, &mut Silent).unwrap();
    let leave = with(Attendance::Leave, &[]);
    book.record_all(key, &[(person(102), leave)], Some("家长来电")).unwrap();
    let file = book.person_file(person(102), 0).unwrap();
    let told: Vec<_> = file
        .corrections
        .iter()
        .map(|it| (it.before_words.as_str(), it.after_words.as_str(), it.reason.as_str()))
        .collect();
    assert_eq!(told, [("因病 发热", "事假", "家长来电")]);
    assert!(book.person_file(person(103), 0).unwrap().corrections.is_empty());
}

#[test]
fn the_health_file_on_paper_tells_diseases_times_apart_bus_and_return_and_names_nobody_else() {
    let (_folder, mut book) = book();
    let today = book.today();
    hand_in(&mut book, morning(1, day("2026-11-18")), &[(102, with(Attendance::Ill, &["rash"]))]);
    hand_in(&mut book, morning(1, day("2026-11-19")), &[(102, with(Attendance::Ill, &["rash"]))]);
    everything(&mut book, person(102), person(103), class(1));
    let scope = PrintScope::Person(person(102));
    let request =
        PrintRequest { scope, filling: Filling::Recorded, ..PrintRequest::form("health-file", today) };
    let look = book.preview(&request, 0, &mut Silent).unwrap();
    assert_sound(&look.document);
    assert_eq!(look.document.sheets.len(), 1);
    let text = words(&look.document.sheets[0]);
    for told in ["确诊水痘", "县人民医院", "留观室", "1 号线", "住校", "2 舍 203", "准予进班"]
    {
        assert!(text.contains(told), "{told}: {text}");
    }
    let other = book.person_view(person(103)).unwrap().person.name;
    assert!(!text.contains(&other) && !text.contains("腮腺炎"), "{text}");
}

/// Statements and steps of the file of 102, whose class has so many days of others' sheets.
fn cost(days: u64) -> (usize, i64) {
    let (_folder, mut book) = book();
    let today = book.today();
    let first = today - Days::new(days);
    let weekday = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    let days: Vec<NaiveDate> = first.iter_days().take_while(|day| *day < today).filter(weekday).collect();
    book.act("import", json!({}), |act, _| {
        for date in days {
            let mut sheet = Sheet::untouched(SheetKey { group: class(1), date, session: Session::Morning });
            sheet.confirmed_at = date.and_hms_opt(8, 0, 0);
            for other in 103..110 {
                let _ = sheet.findings.insert(person(other), with(Attendance::Ill, &["cough"]));
            }
            let _ = act.put_sheet(&sheet)?;
        }
        Ok(())
    })
    .unwrap();
    hand_in(&mut book, morning(1, today), &[(102, with(Attendance::Ill, &["fever"]))]);
    everything(&mut book, person(102), person(111), class(1));
    let _ = book.person_file(person(102), 0).unwrap();
    let seen = Arc::new(Mutex::new((BTreeMap::<String, i32>::new(), 0_usize, 0_i64)));
    let told = Arc::clone(&seen);
    book.store.watch(move |sql, steps| {
        let (before, times, sum) = &mut *told.lock().unwrap();
        let known = before.insert(sql.to_owned(), steps).filter(|known| *known <= steps);
        *times += 1;
        *sum += i64::from(steps - known.unwrap_or_default());
    });
    let _ = book.person_file(person(102), 0).unwrap();
    {
        let mut seen = seen.lock().unwrap();
        (seen.1, seen.2) = (0, 0);
    }
    let _ = book.person_file(person(102), 0).unwrap();
    let seen = seen.lock().unwrap();
    (seen.1, seen.2)
}

#[test]
fn a_file_costs_the_same_after_years_of_other_peoples_records() {
    let (few, many) = (cost(60), cost(730));
    assert_eq!(few.0, many.0, "as many statements after two years as after a term");
    assert!(many.1 * 10 <= few.1 * 11, "{few:?} after a term, {many:?} after two years");
}
