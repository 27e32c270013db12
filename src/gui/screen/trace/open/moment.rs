//! A moment as it is said on the telephone: 明天 09:00, 16:00, 24 日 9:00, 11-24 0900.

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};

use crate::domain::person_name::half_width;
use crate::i18n::Tr;

/// Words of a day in both languages, with how many days they lie ahead.
const DAYS: [(&str, u64); 5] = [("今天", 0), ("明天", 1), ("后天", 2), ("today", 0), ("tomorrow", 1)];
/// The hour of a day that was named without one.
const MORNING: Option<NaiveTime> = NaiveTime::from_hms_opt(9, 0, 0);

/// A moment in words: today and tomorrow by name, else month and day.
pub fn words(at: NaiveDateTime, now: NaiveDateTime, tr: &Tr) -> String {
    let time = tr.time(at);
    match (at.date() - now.date()).num_days() {
        0 => tr.today_due_today(&time),
        1 => tr.today_due_tomorrow(&time),
        _ => format!("{} {time}", at.format("%m-%d")),
    }
}

/// The moment that was typed. An hour alone is the next time that it strikes, a day alone its morning.
pub fn read(typed: &str, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let text = half_width(typed).trim().to_lowercase();
    let (day, rest) = named_day(&text, now.date()).or_else(|| numbered_day(&text, now.date()))?;
    let rest = rest.trim();
    match (day, rest.is_empty()) {
        (Some(day), true) => Some(day.and_time(MORNING?)),
        (Some(day), false) => Some(day.and_time(hour(rest)?)),
        (None, _) => {
            let today = now.date().and_time(hour(rest)?);
            if today > now { Some(today) } else { today.checked_add_days(Days::new(1)) }
        }
    }
}

type Day<'t> = (Option<NaiveDate>, &'t str);

fn named_day(text: &str, today: NaiveDate) -> Option<Day<'_>> {
    let (word, ahead) = DAYS.into_iter().find(|(word, _)| text.starts_with(word))?;
    Some((today.checked_add_days(Days::new(ahead)), text.strip_prefix(word)?))
}

/// A day as numbers before the hour: 2026-11-24, 11-24, 11月24日, 24 日; without any the whole text is the hour.
fn numbered_day(text: &str, today: NaiveDate) -> Option<Day<'_>> {
    let end = text.find([' ', '日']).filter(|at| text.get(..*at).is_some_and(|day| !day.contains(':')));
    let Some((day, rest)) = end.and_then(|at| text.split_at_checked(at)) else {
        return if text.contains(['-', '月', '/']) {
            Some((Some(date(text, today)?), ""))
        } else {
            Some((None, text))
        };
    };
    Some((Some(date(day, today)?), rest.trim_start_matches('日')))
}

fn date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let numbers: Option<Vec<u32>> =
        text.split(['-', '/', '年', '月', '.']).map(|part| part.trim().parse().ok()).collect();
    match numbers?.as_slice() {
        [day] => coming(today, |year, month| NaiveDate::from_ymd_opt(year, month, *day)),
        [month, day] => {
            let of = |year| NaiveDate::from_ymd_opt(year, *month, *day);
            of(today.year()).filter(|day| *day >= today).or_else(|| of(today.year() + 1))
        }
        [year, month, day] => NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day),
        _ => None,
    }
}

/// The day of this month or of the next, whichever has not passed.
fn coming(today: NaiveDate, of: impl Fn(i32, u32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let next = if today.month() == 12 { (today.year() + 1, 1) } else { (today.year(), today.month() + 1) };
    of(today.year(), today.month()).filter(|day| *day >= today).or_else(|| of(next.0, next.1))
}

/// 9, 9:00, 9点, 9点30分, 0900.
fn hour(text: &str) -> Option<NaiveTime> {
    let text = text.trim().replace(['点', '时'], ":").replace('分', "");
    let (hours, minutes) = match text.split_once(':') {
        Some((hours, "")) => (hours.to_owned(), "0".to_owned()),
        Some((hours, minutes)) => (hours.to_owned(), minutes.to_owned()),
        None if text.len() > 2 => {
            let (hours, minutes) = text.split_at_checked(text.len() - 2)?;
            (hours.to_owned(), minutes.to_owned())
        }
        None => (text, "0".to_owned()),
    };
    NaiveTime::from_hms_opt(hours.trim().parse().ok()?, minutes.trim().parse().ok()?, 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn what_is_said_on_the_telephone_is_a_moment() {
        let now: NaiveDateTime = "2026-11-23T09:12:00".parse().unwrap();
        for (typed, wanted) in [
            ("明天 09:00", "2026-11-24T09:00:00"),
            ("明天９：００", "2026-11-24T09:00:00"),
            ("后天", "2026-11-25T09:00:00"),
            ("tomorrow 9:30", "2026-11-24T09:30:00"),
            ("16:00", "2026-11-23T16:00:00"),
            ("16点", "2026-11-23T16:00:00"),
            ("8:00", "2026-11-24T08:00:00"),
            ("1430", "2026-11-23T14:30:00"),
            ("24日9点30分", "2026-11-24T09:30:00"),
            ("11-24 09:00", "2026-11-24T09:00:00"),
            ("11月24日 9:00", "2026-11-24T09:00:00"),
            ("2026-11-30 10:00", "2026-11-30T10:00:00"),
            ("3 9:00", "2026-12-03T09:00:00"),
            ("1-5", "2027-01-05T09:00:00"),
        ] {
            assert_eq!(read(typed, now), Some(wanted.parse().unwrap()), "{typed}");
        }
        for wrong in ["", "明天下午", "25:00", "11-31 9:00", "31", "abc"] {
            assert_eq!(read(wrong, now), None, "{wrong}");
        }
        for language in Language::ALL {
            let tr = Tr::new(language);
            for at in ["2026-11-23T14:00:00", "2026-11-24T09:00:00", "2026-12-03T09:00:00"] {
                let at = at.parse().unwrap();
                assert_eq!(read(&words(at, now, &tr), now), Some(at), "{}", words(at, now, &tr));
            }
        }
    }
}
