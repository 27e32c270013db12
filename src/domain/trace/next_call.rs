//! When a home is to be called: the first time, and again where nothing was agreed.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use super::Trace;
use crate::domain::calendar::Calendar;
use crate::domain::rule_book::RuleBook;

/// How far ahead the next school day is looked for; beyond lies a vacation without an end that is known.
const LOOK_AHEAD: u64 = 100;

/// By when the first call is due: on the day on which the absence became known, by the hour of the rule, but not before
/// those who call had the time for it. A sheet that came in late at night still asks for that day.
pub fn first_call(rules: &RuleBook, from: NaiveDate, known_at: NaiveDateTime) -> NaiveDateTime {
    let duty = rules.tracing();
    let day = from.max(known_at.date());
    let hour = day.and_time(duty.first_by);
    let given = known_at + TimeDelta::minutes(i64::from(duty.first_minutes));
    hour.max(given).min(end_of(day))
}

/// When the home is to be called after a follow-up: as agreed; where nothing was agreed, again soon on the same day if
/// nobody answered, else on the next school day.
pub fn call_after(rules: &RuleBook, calendar: &Calendar, trace: &Trace) -> NaiveDateTime {
    if let Some(agreed) = trace.next_call {
        return agreed;
    }
    let duty = rules.tracing();
    let again = trace.at + TimeDelta::minutes(i64::from(duty.again_minutes));
    if !trace.talk.reached && again.date() == trace.at.date() && again.time() <= duty.last_hour {
        return again;
    }
    next_school_day(calendar, trace.at.date()).and_time(duty.next_by)
}

fn next_school_day(calendar: &Calendar, day: NaiveDate) -> NaiveDate {
    let tomorrow = day.succ_opt().unwrap_or(day);
    (1..=LOOK_AHEAD)
        .map_while(|ahead| day.checked_add_days(Days::new(ahead)))
        .find(|day| calendar.is_school_day(*day))
        .unwrap_or(tomorrow)
}

fn end_of(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::from_hms_opt(23, 59, 0).unwrap_or(NaiveTime::MIN))
}
