//! What is owed before a return to school: days recorded, people reviewed, screenings followed.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

use super::{Obligation, ObligationState, ObligationSubject};
use crate::domain::id::BatchId;
use crate::domain::rule_book::HomeDuty;

/// What a batch still owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwingBatch {
    /// The batch.
    pub batch: BatchId,
    /// Day of the return.
    pub opens: NaiveDate,
    /// First day of the observation.
    pub first: NaiveDate,
    /// People with a day gone by that is not recorded whole.
    pub unrecorded: usize,
    /// People of whom nothing is decided.
    pub undecided: usize,
}

/// The duties of the moment `now`. `calls` are the hours at which the open screenings are to be followed.
pub fn home_duties(
    duty: &HomeDuty,
    batches: &[OwingBatch],
    calls: &[NaiveDateTime],
    now: NaiveDateTime,
) -> Vec<Obligation> {
    let today = now.date();
    let made = |rule: &str, due: NaiveDateTime, subject| {
        let state = if now > due { ObligationState::Late } else { ObligationState::Open };
        Obligation { rule: rule.to_owned(), due, state, subject }
    };
    let before = |opens: NaiveDate, days: u32, hour: NaiveTime| {
        opens.checked_sub_days(Days::new(u64::from(days))).unwrap_or(opens).and_time(hour)
    };
    let mut owed = Vec::new();
    for it in batches.iter().filter(|it| is_shown(duty, it.opens, today)) {
        if it.unrecorded > 0 && today > it.first {
            let due = before(it.opens, duty.records_before_days, duty.records_hour);
            let subject = ObligationSubject::HomeDays { batch: it.batch, people: it.unrecorded };
            owed.push(made("home-days", due, subject));
        }
        let shows = before(it.opens, duty.review_show_days, NaiveTime::MIN);
        if it.undecided > 0 && now >= shows {
            let due = before(it.opens, duty.review_before_days, duty.review_hour);
            let subject = ObligationSubject::Reviews { batch: it.batch, people: it.undecided };
            owed.push(made("return-review", due, subject));
        }
    }
    let due: Vec<NaiveDateTime> = calls.iter().filter(|at| at.date() <= today).copied().collect();
    if let Some(first) = due.iter().min() {
        owed.push(made("screening-call", *first, ObligationSubject::Screenings { people: due.len() }));
    }
    owed
}

/// Whether what a batch owes still shows so long after its day.
pub fn is_shown(duty: &HomeDuty, opens: NaiveDate, today: NaiveDate) -> bool {
    opens.checked_add_days(Days::new(u64::from(duty.keep_days))).is_none_or(|last| today <= last)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::rule_book::RuleBook;

    #[test]
    fn days_and_reviews_are_owed_around_the_day_of_the_return() {
        let rules = RuleBook::shipped().unwrap();
        let day = |n| NaiveDate::from_ymd_opt(2026, 8, n).unwrap();
        let batch = OwingBatch {
            batch: BatchId(Uuid::from_u128(1)),
            opens: day(31),
            first: day(17),
            unrecorded: 3,
            undecided: 2,
        };
        let owed = |n, hour, batch: OwingBatch| -> Vec<(String, ObligationState)> {
            let now = day(n).and_hms_opt(hour, 0, 0).unwrap();
            let all = home_duties(&rules.home().duty, &[batch], &[], now);
            all.into_iter().map(|it| (it.rule, it.state)).collect()
        };
        let (days, review) = ("home-days".to_owned(), "return-review".to_owned());
        assert_eq!(owed(17, 9, batch), []);
        assert_eq!(owed(18, 9, batch), [(days.clone(), ObligationState::Open)]);
        assert_eq!(owed(28, 9, batch).len(), 2);
        let late = [(days, ObligationState::Late), (review, ObligationState::Open)];
        assert_eq!(owed(30, 13, batch), late);
        assert_eq!(owed(30, 13, OwingBatch { unrecorded: 0, undecided: 0, ..batch }), []);
        let long_ago = OwingBatch { opens: day(1) - Days::new(40), ..batch };
        assert_eq!(owed(30, 13, long_ago), []);
    }

    #[test]
    fn calls_of_later_days_are_not_owed_yet() {
        let rules = RuleBook::shipped().unwrap();
        let at = |n, hour| NaiveDate::from_ymd_opt(2026, 8, n).unwrap().and_hms_opt(hour, 0, 0).unwrap();
        let owed = home_duties(&rules.home().duty, &[], &[at(21, 9), at(20, 18), at(19, 8)], at(20, 9));
        assert_eq!(owed.len(), 1);
        assert_eq!((owed[0].due, owed[0].state), (at(19, 8), ObligationState::Late));
        assert_eq!(owed[0].subject, ObligationSubject::Screenings { people: 2 });
    }
}
