//! Clocks under any course of events: nothing restarts them, and no other name of the disease gives time.

use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;
use crate::domain::rule_book::RuleBook;

const DISEASES: [&str; 6] = ["mumps", "influenza", "measles", "cholera", "chickenpox", "norovirus"];
const EDITIONS: [&str; 3] = ["2-24", "6-12-24", "1-local"];

/// Something that is learned of a case: which disease, by which scheme, how many minutes after the last thing (before it
/// where the clock was set back), and whether somebody has still to be told.
type Learned = (usize, usize, i64, bool);

fn learned() -> impl Strategy<Value = Vec<Learned>> {
    let one = (0..DISEASES.len(), 0..EDITIONS.len(), -2_000_i64..6_000, any::<bool>());
    proptest::collection::vec(one, 1..8)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn nothing_restarts_a_clock_and_another_disease_never_gains_time(
        // Any minute of three years: over midnight, weekends, holidays and the end of the year.
        minute in 0_i64..1_576_800,
        course in learned(),
    ) {
        let rules = RuleBook::shipped().unwrap();
        let begin = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
        let mut now = begin + TimeDelta::minutes(minute);
        let mut clock: Option<CaseClock> = None;
        for (disease, edition, step, owed) in course {
            now += TimeDelta::minutes(step);
            let disease = rules.disease(DISEASES[disease]).unwrap();
            let edition = rules.reporting_edition(EDITIONS[edition]).unwrap();
            let running = clock.as_ref().map(|clock| (clock, owed));
            let change = ClockChange::of(disease, false, edition, now, running);
            match (&clock, &change) {
                (Some(before), ClockChange::Same) => prop_assert_eq!(&before.disease, &disease.id),
                (before, ClockChange::Another(another)) => {
                    prop_assert_eq!(another.from, to_minute(now));
                    let limit = another.from + TimeDelta::hours(i64::from(another.hours));
                    prop_assert!(another.due <= limit, "no calendar prolongs it");
                    if let Some(before) = before {
                        prop_assert_ne!(&before.disease, &disease.id);
                    }
                    let earlier = before.as_ref().filter(|_| owed).map(|before| before.due);
                    prop_assert_eq!(another.due, earlier.map_or(limit, |due| due.min(limit)), "another name gives no time");
                }
                (_, ClockChange::Stop) => prop_assert!(edition.hours_of(disease).is_none()),
                (None, ClockChange::Same) => prop_assert!(false, "nothing runs yet"),
            }
            if let ClockChange::Another(another) = change {
                clock = Some(another);
            }
            // What is learned again of the same disease changes nothing, however late or early.
            if let Some(running) = &clock {
                let same = rules.disease(&running.disease).unwrap();
                for again in [-5_000, 0, 5_000] {
                    let at = now + TimeDelta::minutes(again);
                    prop_assert_eq!(ClockChange::of(same, false, edition, at, Some((running, owed))), ClockChange::Same);
                }
            }
        }
    }
}
