use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveDateTime};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::id::{PersonId, ScreeningId};
use crate::domain::return_clearance::ReturnCertificate;
use crate::domain::rule_book::{HomeTest, RuleBook};
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::{Site, Temperature};

fn opens() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 8, 31).unwrap()
}

fn back(days: u64) -> NaiveDate {
    opens() - Days::new(days)
}

fn at(day: NaiveDate) -> NaiveDateTime {
    day.and_hms_opt(8, 0, 0).unwrap()
}

fn terms(chosen: &[ChosenHome]) -> HomeTerms {
    HomeTerms::of(RuleBook::shipped().unwrap().home(), chosen, opens())
}

fn well() -> HomeDay {
    let temperature = Temperature::new(365, Site::Axillary).unwrap();
    let temperatures = HomeSlot::ALL.into_iter().map(|slot| (slot, temperature)).collect();
    let mut day = HomeDay { temperatures, ..HomeDay::default() };
    day.say_nil();
    day
}

fn screening(closed: bool) -> Screening {
    Screening {
        person: PersonId(Uuid::from_u128(1)),
        id: ScreeningId(Uuid::from_u128(2)),
        listed_on: back(9),
        closed_on: closed.then(|| back(1)),
        body: ScreeningBody::default(),
    }
}

fn verdicts(
    terms: &HomeTerms,
    days: &BTreeMap<NaiveDate, HomeDay>,
    facts: &ReviewFacts,
    today: NaiveDate,
) -> BTreeMap<String, Verdict> {
    let record = HomeRecord { days, facts, screenings: &[], ill_since: None };
    judge(terms, opens(), today, record).into_iter().map(|one| (one.condition, one.verdict)).collect()
}

#[test]
fn whoever_was_well_and_brought_the_letter_meets_everything() {
    let days: BTreeMap<_, _> = terms(&[]).window(opens()).into_iter().map(|day| (day, well())).collect();
    assert_eq!((days.len(), *days.keys().next().unwrap()), (14, back(14)));
    let facts = ReviewFacts { commitment_on: Some(back(1)), ..ReviewFacts::default() };
    let all = verdicts(&terms(&[]), &days, &facts, opens());
    assert!(all.values().all(|verdict| *verdict == Verdict::Met), "{all:?}");
    assert!(!all.contains_key("code") && !all.contains_key("outing"), "local ones are off");
}

#[test]
fn silence_is_unknown_and_never_health() {
    let all = verdicts(&terms(&[]), &BTreeMap::new(), &ReviewFacts::default(), opens());
    assert_eq!(all["recorded"], Verdict::Failing);
    for id in ["temperature", "symptoms", "journey", "certificate"] {
        assert_eq!(all[id], Verdict::Unknown, "{id}");
    }
    let mut measured: BTreeMap<_, _> =
        terms(&[]).window(opens()).into_iter().map(|day| (day, well())).collect();
    for day in measured.values_mut() {
        day.symptoms = None;
    }
    let all = verdicts(&terms(&[]), &measured, &ReviewFacts::default(), opens());
    assert_eq!((all["temperature"], all["symptoms"]), (Verdict::Met, Verdict::Unknown));
    assert_eq!((all["recorded"], all["commitment"]), (Verdict::Failing, Verdict::Failing));
    let early = verdicts(&terms(&[]), &BTreeMap::new(), &ReviewFacts::default(), back(14));
    assert_eq!(early["recorded"], Verdict::Unknown, "no day has gone by");
}

#[test]
fn an_illness_names_its_day_and_asks_for_a_certificate() {
    let mut days: BTreeMap<_, _> = terms(&[]).window(opens()).into_iter().map(|day| (day, well())).collect();
    days.get_mut(&back(5))
        .unwrap()
        .temperatures
        .insert(HomeSlot::Evening, Temperature::new(373, Site::Axillary).unwrap());
    days.get_mut(&back(4)).unwrap().toggle_symptom(&SymptomCode::new("cough"));
    days.get_mut(&back(3)).unwrap().toggle_symptom(&SymptomCode::new("rash"));
    let screenings = [screening(false), screening(true)];
    let record = |facts: &ReviewFacts| {
        let record = HomeRecord { days: &days, facts, screenings: &screenings, ill_since: None };
        judge(&terms(&[]), opens(), opens(), record)
    };
    let mut facts = ReviewFacts::default();
    let of = |all: &[Judged], id: &str| all.iter().find(|one| one.condition == id).unwrap().clone();
    let all = record(&facts);
    let high = Reason::High {
        day: back(5),
        slot: HomeSlot::Evening,
        temperature: Temperature::new(373, Site::Axillary).unwrap(),
        limit: 373,
    };
    assert_eq!(of(&all, "temperature").reasons, [high]);
    let cough = Reason::Symptoms { day: back(4), codes: vec![SymptomCode::new("cough")] };
    assert_eq!(of(&all, "symptoms").reasons, [cough], "a rash is not on the list");
    assert_eq!(of(&all, "certificate").reasons, [Reason::NoCertificate { since: back(5) }]);
    assert_eq!(of(&all, "screening").reasons, [Reason::Screened { since: back(9) }]);
    assert_eq!(worst(&all), Verdict::Failing);
    facts.certificate =
        Some(ReturnCertificate { issuer: "云坪镇卫生院".into(), ..ReturnCertificate::default() });
    assert_eq!(of(&record(&facts), "certificate").verdict, Verdict::Met);
}

#[test]
fn a_choice_holds_from_its_day_on_and_numbers_stay_in_their_range() {
    let choice = |on, number| ConditionChoice { on, number, by: "王秀兰".into(), at: at(back(3)) };
    let all = ChosenHome::with(Vec::new(), back(20), |it| it.on = true);
    let all = ChosenHome::with(all, back(3), |it| {
        it.conditions.insert("symptoms".into(), choice(true, Some(3)));
        it.conditions.insert("recorded".into(), choice(true, Some(900)));
        it.conditions.insert("screening".into(), choice(false, None));
        it.conditions.insert("temperature".into(), choice(true, Some(375)));
    });
    assert!(!ChosenHome::is_on(&all, back(21)) && ChosenHome::is_on(&all, back(20)));
    let rules = RuleBook::shipped().unwrap();
    let before = HomeTerms::of(rules.home(), &all, back(4));
    let after = HomeTerms::of(rules.home(), &all, back(3));
    assert_eq!((before.days, after.days), (14, 60));
    assert_eq!((before.limit(Site::Axillary), after.limit(Site::Axillary)), (373, 375));
    assert_eq!(
        (after.limit(Site::Forehead), after.limit(Site::Ear)),
        (373, 375),
        "an unconfirmed limit is not applied"
    );
    assert!(before.conditions.iter().any(|it| it.id == "screening"));
    assert!(!after.conditions.iter().any(|it| it.id == "screening"));
}

#[test]
fn a_screening_is_called_until_it_is_closed() {
    let hour = chrono::NaiveTime::from_hms_opt(18, 0, 0).unwrap();
    let mut it = screening(false);
    assert_eq!(it.next_call(hour), Some(back(9).and_time(hour)));
    let talk = |day, next_call| ScreenTalk {
        at: at(day),
        by: "王秀兰".into(),
        phone: None,
        what: "在家".into(),
        next_call,
    };
    assert_eq!(it.talk(talk(back(10), None)), Err(ScreeningError::BeforeBeginning));
    it.talk(talk(back(8), None)).unwrap();
    assert_eq!(it.next_call(hour), Some(back(7).and_time(hour)), "nothing agreed: on the next day");
    it.talk(talk(back(7), Some(at(back(2))))).unwrap();
    assert_eq!(it.next_call(hour), Some(at(back(2))));
    let closing = ScreeningClosing { how: "no_link".into(), by: "王秀兰".into(), note: None };
    assert_eq!(it.close(back(8), closing.clone()), Err(ScreeningError::BeforeBeginning));
    it.close(back(1), closing.clone()).unwrap();
    assert_eq!((it.next_call(hour), it.close(back(1), closing)), (None, Err(ScreeningError::Closed)));
}

/// The same, obvious and slow: every condition looks at every day of two months.
fn slowly(terms: &HomeTerms, today: NaiveDate, record: HomeRecord<'_>) -> Vec<(String, Verdict)> {
    let known = |day: &NaiveDate| record.days.get(day);
    let within = |count: u32| (1..=u64::from(count)).map(back).collect::<BTreeSet<_>>();
    let high = |day: &NaiveDate| {
        known(day).is_some_and(|it| it.temperatures.values().any(|t| t.tenths >= terms.limit(t.site)))
    };
    let ill = |day: &NaiveDate| {
        known(day)
            .and_then(|it| it.symptoms.clone())
            .is_some_and(|said| said.iter().any(|code| terms.symptoms.contains(code)))
    };
    let measured = |day: &NaiveDate| {
        known(day).is_some_and(|it| terms.measured.iter().all(|slot| it.temperatures.contains_key(slot)))
    };
    let told = |day: &NaiveDate| known(day).is_some_and(|it| it.symptoms.is_some());
    let asked = |day: &NaiveDate| known(day).is_some_and(|it| it.marks.is_some());
    let graded = |bad: bool, good: bool| match (bad, good) {
        (true, _) => Verdict::Failing,
        (false, true) => Verdict::Met,
        (false, false) => Verdict::Unknown,
    };
    let mut all = Vec::new();
    for condition in &terms.conditions {
        let count = condition.number.unwrap_or(terms.days);
        let whole = within(terms.days);
        let days = within(count);
        let verdict = match &condition.test {
            HomeTest::Recorded => {
                let open: Vec<_> =
                    days.iter().filter(|day| !(measured(day) && told(day) && asked(day))).collect();
                graded(open.iter().any(|day| **day < today), open.is_empty())
            }
            HomeTest::Temperature => graded(whole.iter().any(high), whole.iter().all(measured)),
            HomeTest::Symptoms => graded(days.iter().any(ill), days.iter().all(told)),
            HomeTest::Marks { marks } => {
                let marked = |day: &NaiveDate| {
                    known(day)
                        .and_then(|it| it.marks.clone())
                        .is_some_and(|said| marks.iter().any(|id| said.contains(id)))
                };
                graded(days.iter().any(marked), days.iter().all(asked))
            }
            HomeTest::Screening => graded(record.screenings.iter().any(|it| it.closed_on.is_none()), true),
            HomeTest::Commitment => graded(record.facts.commitment_on.is_none(), true),
            HomeTest::Certificate if record.facts.certificate.is_some() => Verdict::Met,
            HomeTest::Certificate => graded(
                record.ill_since.is_some() || whole.iter().any(|day| high(day) || ill(day)),
                whole.iter().all(|day| measured(day) && told(day)),
            ),
            HomeTest::Asked => {
                let said = record.facts.answers.get(&condition.id);
                graded(said == Some(&false), said == Some(&true))
            }
        };
        all.push((condition.id.clone(), verdict));
    }
    all
}

fn any_day() -> impl Strategy<Value = HomeDay> {
    let temperature = prop_oneof![8 => 360_u16..373, 1 => 373_u16..400];
    let site = prop_oneof![5 => Just(Site::Axillary), 1 => Just(Site::Forehead), 1 => Just(Site::Ear)];
    let taken = prop::collection::btree_map(
        prop_oneof![Just(HomeSlot::Morning), Just(HomeSlot::Evening)],
        (temperature, site).prop_map(|(tenths, site)| Temperature::new(tenths, site).unwrap()),
        0..=2,
    );
    let code = prop_oneof![Just("cough"), Just("rash"), Just("fever")].prop_map(SymptomCode::new);
    let symptoms = prop::option::weighted(
        0.9,
        prop_oneof![
            9 => Just(BTreeSet::new()),
            1 => prop::collection::btree_set(code, 0..3),
        ],
    );
    let mark = prop_oneof![Just("away"), Just("contact")].prop_map(ToOwned::to_owned);
    let marks = prop::option::weighted(
        0.9,
        prop_oneof![
            9 => Just(BTreeSet::new()),
            1 => prop::collection::btree_set(mark, 0..3),
        ],
    );
    (taken, symptoms, marks).prop_map(|(temperatures, symptoms, marks)| HomeDay {
        temperatures,
        symptoms,
        marks,
        ..HomeDay::default()
    })
}

proptest! {
    #[test]
    fn judging_agrees_with_the_slow_version(
        few in prop::collection::btree_map((1_u64..25).prop_map(back), any_day(), 0..30),
        usual in any::<bool>(),
        gone in 0_u64..20,
        numbers in prop::collection::vec(1_u32..25, 4),
        papers in (any::<bool>(), any::<bool>(), prop::option::of(any::<bool>())),
        screened in prop::option::of(any::<bool>()),
        ill in prop::bool::weighted(0.1),
    ) {
        let mut days: BTreeMap<NaiveDate, HomeDay> =
            if usual { (1..25).map(|n| (back(n), well())).collect() } else { BTreeMap::new() };
        days.extend(few);
        let ids = ["recorded", "symptoms", "journey", "outing"];
        let chosen = ChosenHome::with(Vec::new(), back(60), |it| {
            for (id, number) in ids.into_iter().zip(&numbers) {
                let choice = ConditionChoice { on: true, number: Some(*number), by: String::new(), at: at(back(60)) };
                it.conditions.insert(id.to_owned(), choice);
            }
            let code = ConditionChoice { on: true, number: None, by: String::new(), at: at(back(60)) };
            it.conditions.insert("code".to_owned(), code);
        });
        let terms = terms(&chosen);
        let facts = ReviewFacts {
            commitment_on: papers.0.then(|| back(1)),
            certificate: papers.1.then(ReturnCertificate::default),
            answers: papers.2.map(|said| ("code".to_owned(), said)).into_iter().collect(),
        };
        let screenings: Vec<Screening> = screened.map(screening).into_iter().collect();
        let ill_since = ill.then(|| back(3));
        let record = HomeRecord { days: &days, facts: &facts, screenings: &screenings, ill_since };
        let judged = judge(&terms, opens(), back(gone), record);
        let quick: Vec<_> = judged.iter().map(|one| (one.condition.clone(), one.verdict)).collect();
        prop_assert_eq!(quick, slowly(&terms, back(gone), record));
        for one in judged {
            prop_assert_eq!(one.reasons.is_empty(), one.verdict == Verdict::Met, "{:?}", one);
        }
    }
}
