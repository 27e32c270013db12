//! Definitions, diseases, shares, wider scopes, editions.

use super::*;
use crate::domain::chosen_rules::RuleChoice;
use crate::domain::id::FreeGroupId;

fn chosen(id: &str, from: u64) -> ChosenRules {
    let choice = RuleChoice { on: true, by: String::new(), at: day(1).and_hms_opt(8, 0, 0).unwrap() };
    ChosenRules { from: day(from), editions: [(id.to_owned(), choice)].into() }
}

fn with_heads(tallies: Tallies<'_>, people: u64) -> Tallies<'_> {
    let mut heads = HeadCounts::default();
    for scope in tallies.asks_heads() {
        heads.insert(scope, (0..people).map(|_| (day(0), None)).collect());
    }
    tallies.with_heads(heads)
}

/// The alerts of rules that begin so, as rule, count and first day of the run.
fn of(tallies: &Tallies<'_>, begin: &str, n: u64) -> Vec<(String, usize, NaiveDate)> {
    let alerts = tallies.on(day(n)).into_iter().filter(|alert| alert.rule.starts_with(begin));
    alerts.map(|alert| (alert.rule, alert.count, alert.raised_on)).collect()
}

fn hot_cough(who: u128, seen_on: u64, onset: u64) -> Observation {
    let mut cough = seen(who, &[class(1)], "cough", onset);
    cough.sheet.date = day(seen_on);
    cough.temperature = Temperature::new(380, Site::Axillary);
    cough
}

#[test]
fn influenza_is_fever_of_38_with_cough_or_sore_throat_within_one_illness() {
    let rules = rules();
    let mut all: Vec<_> = (1..=4).map(|n| hot_cough(n, 3, 3)).collect();
    // The fifth: hot on Wednesday, a sore throat only on Thursday.
    let mut fifth = seen(5, &[class(1)], "fever", 3);
    fifth.temperature = Temperature::new(385, Site::Forehead);
    all.push(fifth);
    let judged = |all: &[Observation]| {
        let evidence = Evidence { rules: &rules, chosen: &[], observations: all, diseases: &[], traced: &[] };
        of(&with_heads(Tallies::of(&evidence), 40), "ili-", 3)
    };
    assert!(judged(&all).is_empty(), "fever alone is no influenza-like illness");
    let mut throat = seen(5, &[class(1)], "sore_throat", 3);
    throat.sheet.date = day(4);
    all.push(throat);
    assert_eq!(judged(&all), [("ili-class-5".to_owned(), 5, day(3))]);
    all[0].temperature = Temperature::new(379, Site::Axillary);
    assert!(judged(&all).is_empty(), "37.9 is below the limit");
    all[0].temperature = None;
    assert!(judged(&all).is_empty(), "only a measured temperature counts");
}

#[test]
fn a_share_is_of_the_head_count_of_the_day_and_of_those_ill_on_it() {
    let rules = rules();
    let mut all: Vec<_> = (1..=2).map(|n| hot_cough(n, 3, n as u64)).collect();
    all.push(hot_cough(3, 4, 3));
    let evidence = Evidence { rules: &rules, chosen: &[], observations: &all, diseases: &[], traced: &[] };
    assert_eq!(
        of(&with_heads(Tallies::of(&evidence), 6), "ili-", 3),
        [("ili-class-30".to_owned(), 2, day(3))]
    );
    assert!(of(&with_heads(Tallies::of(&evidence), 7), "ili-", 3).is_empty(), "2 of 7 are 28 %");
    assert!(of(&Tallies::of(&evidence), "ili-", 3).is_empty(), "no head-count, no share");
    let alert = with_heads(Tallies::of(&evidence), 5).on(day(3)).remove(0);
    assert_eq!((alert.needed, alert.head_count), (2, Some(5)), "30 % of 5 is 1.5");
    // Whom nobody saw on Thursday is not ill now.
    assert!(of(&with_heads(Tallies::of(&evidence), 3), "ili-", 4).is_empty());
}

#[test]
fn a_diagnosis_counts_by_disease_and_in_a_definition() {
    let rules = rules();
    let case = |n: u128, disease: &str, onset: u64| DiseaseCase {
        person: person(n),
        disease: disease.to_owned(),
        onset: day(onset),
        over: None,
        known_at: day(onset).and_hms_opt(9, 0, 0).unwrap(),
        scopes: [class(n % 2).into(), Scope::School].into(),
    };
    let mut diseases = vec![case(1, "measles", 1), case(2, "measles", 10)];
    let chosen = [chosen("huzhou-2023", 10)];
    let judged = |diseases: &[DiseaseCase], n| {
        let evidence = Evidence { rules: &rules, chosen: &chosen, observations: &[], diseases, traced: &[] };
        Tallies::of(&evidence).on(day(n)).into_iter().map(|a| (a.rule, a.raised_on)).collect::<Vec<_>>()
    };
    assert_eq!(judged(&diseases, 10), [("huzhou-measles".to_owned(), day(10))]);
    assert!(judged(&diseases, 11).is_empty(), "ten days hold both only on the tenth");
    diseases[1].onset = day(9);
    assert_eq!(
        judged(&diseases, 10),
        [("huzhou-measles".to_owned(), day(10))],
        "judged from the day of choosing"
    );
    assert!(judged(&diseases, 9).is_empty(), "the day before the school chose it");
    let flu: Vec<_> = (1..=10).map(|n| case(n, "influenza", 8)).collect();
    assert_eq!(
        judged(&flu, 10),
        [("ili-week-10".to_owned(), day(8)), ("huzhou-ili".to_owned(), day(10))],
        "the standard holds always, the city's from the day of choosing"
    );
}

#[test]
fn who_eats_together_counts_together_whatever_the_class() {
    let rules = rules();
    let meal = FreeGroupId(Uuid::from_u128(7));
    let codes = ["vomiting", "diarrhoea", "abdominal_pain", "vomiting", "diarrhoea"];
    let mut all: Vec<_> = (1..).zip(codes).map(|(n, code)| seen(n, &[class(n)], code, 3)).collect();
    all[4].onset = day(2);
    let judged = |all: &[Observation], chosen: &[ChosenRules]| {
        let evidence = Evidence { rules: &rules, chosen, observations: all, diseases: &[], traced: &[] };
        of(&Tallies::of(&evidence), "food-", 3)
    };
    assert!(judged(&all, &[]).is_empty());
    let school = [chosen("meal-school", 1)];
    assert_eq!(judged(&all, &school), [("food-5-school".to_owned(), 5, day(3))]);
    for one in &mut all {
        one.meals.insert(meal);
    }
    assert_eq!(judged(&all, &[]), [("food-5".to_owned(), 5, day(3))]);
    all[4].onset = day(1);
    assert!(judged(&all, &school).is_empty(), "two days, not three");
}

#[test]
fn an_alert_has_a_key_of_its_own() {
    let mut one = seen(1, &[class(1)], "vomiting", 3);
    one.severe.insert(SevereSign::SevereGi);
    let two = Observation { person: person(2), ..one.clone() };
    let keys: Vec<_> = judge(&rules(), &[one, two], day(3)).iter().map(Alert::key).collect();
    let begin = format!("cn2006-severe/{}/severe_gi/2025-10-29/", class(1));
    assert_eq!(keys, [1, 2].map(|n| format!("{begin}{}", person(n))));
}
