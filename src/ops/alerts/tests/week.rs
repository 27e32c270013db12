//! Diseases of a week in the whole school.

use super::*;

/// The rules that alert today.
fn rules(book: &Book) -> Vec<String> {
    book.alerts_on(day()).unwrap().into_iter().map(|alert| alert.rule).collect()
}

#[test]
fn five_of_hepatitis_a_in_a_week_are_an_event_and_five_of_hepatitis_b_are_not() {
    for (disease, alerts) in [("hepatitis-a", true), ("hepatitis-e", true), ("hepatitis-b", false)] {
        let (_folder, mut book) = book();
        for (n, back) in [(101, 6), (102, 4), (201, 2), (202, 1), (301, 0)] {
            let facts = CaseFacts { onset: Some(day() - Days::new(back)), ..CaseFacts::default() };
            let draft = CaseDraft { disease: disease.into(), facts, ..CaseDraft::default() };
            let _ = book.open_case(person(n), &draft, None).unwrap();
        }
        assert_eq!(rules(&book).contains(&"disease-week-5".to_owned()), alerts, "{disease}");
    }
}

#[test]
fn the_types_of_hepatitis_are_found_by_their_names_and_b_has_no_day_meant_for_a() {
    let (_folder, book) = book();
    let return_day = |name: &str| {
        let id = book.find_disease(name).unwrap();
        let disease = book.rules.disease(&id);
        let plan = crate::domain::return_clearance::ReturnPlan::default();
        (id, plan.terms(disease, Some(day())).earliest)
    };
    assert_eq!(return_day("甲肝"), ("hepatitis-a".to_owned(), Some(day() + Days::new(21))));
    assert_eq!(return_day("戊肝"), ("hepatitis-e".to_owned(), Some(day() + Days::new(21))));
    assert_eq!(return_day("乙肝"), ("hepatitis-b".to_owned(), None));
    assert_eq!(return_day("丙肝"), ("hepatitis-c".to_owned(), None));
    assert_eq!(return_day("肝炎"), ("hepatitis".to_owned(), None), "the type is asked first");
}

#[test]
fn ten_influenza_like_in_a_week_are_told_to_the_county() {
    let (_folder, mut book) = book();
    let friday = day() - Days::new(3);
    let (first, second): (Vec<_>, Vec<_>) = ((101..=104).map(hot).collect(), (201..=204).map(hot).collect());
    hand_in(&mut book, morning(1, friday), &first);
    hand_in(&mut book, morning(2, day()), &second);
    hand_in(&mut book, morning(3, day()), &[hot(301)]);
    assert!(!rules(&book).contains(&"ili-week-10".to_owned()));
    book.record(morning(3, day()), person(302), &hot(302).1).unwrap();
    assert!(rules(&book).contains(&"ili-week-10".to_owned()), "at the key that types the tenth");
}
