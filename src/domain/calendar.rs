//! Terms, school days and their editable exceptions.

use chrono::{Datelike, Days, NaiveDate, NaiveTime, Weekday};
use serde::{Deserialize, Serialize};

use super::chosen_checks::ChosenChecks;
use super::chosen_deadline::ChosenDeadline;
use super::group::GroupKind;
use super::rule_book::{CheckChoice, DueOn, RuleBook, TermEntry};
use super::session::Session;

/// Which term of the school year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Season {
    /// 秋季学期 (第一学期)
    Autumn,
    /// 春季学期 (第二学期)
    Spring,
}

impl Season {
    /// Both terms in their order.
    pub const ALL: [Self; 2] = [Self::Autumn, Self::Spring];

    /// Stable name: `autumn`, `spring`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Autumn => "autumn",
            Self::Spring => "spring",
        }
    }

    /// The term of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }
}

/// A term from its first to its last day, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Which term of the school year.
    pub season: Season,
    /// First day.
    pub first: NaiveDate,
    /// Last day.
    pub last: NaiveDate,
}

impl Term {
    /// Whether the day lies in the term.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// The school year it belongs to: an autumn term may begin in the last days of August.
    pub fn school_year(&self) -> i32 {
        Calendar::school_year_of(self.last)
    }
}

/// What an exception makes of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ExceptionKind {
    /// School is held: a Saturday made up for, for instance.
    SchoolDay,
    /// No school: a public holiday, for instance. The register of days off is due then.
    DayOff,
}

/// A day that is not what its weekday says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayException {
    /// The day.
    pub date: NaiveDate,
    /// What it is.
    pub kind: ExceptionKind,
    /// Why: 国庆节.
    pub note: Option<String>,
}

/// Terms, weekdays and exceptions of a school.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Calendar {
    /// Terms; they do not overlap.
    pub terms: Vec<Term>,
    /// Days of the week on which school is held.
    pub weekdays: Vec<Weekday>,
    /// Exceptions; a later entry for the same day replaces an earlier one.
    pub exceptions: Vec<DayException>,
    /// What the school chose to check in another way, by first day.
    pub checks: Vec<ChosenChecks>,
    /// By what hours the school wants its sheets, by first day.
    #[serde(default)]
    pub deadlines: Vec<ChosenDeadline>,
}

/// How far back a school day is looked for: longer than any closure of a school.
const LOOK_BACK_DAYS: u64 = 400;

impl Calendar {
    /// The shipped defaults for a school year, without exceptions.
    pub fn defaults(rules: &RuleBook, school_year: i32) -> Self {
        Self {
            terms: rules.terms().iter().filter_map(|entry| default_term(entry, school_year)).collect(),
            weekdays: rules.weekdays().to_vec(),
            exceptions: Vec::new(),
            checks: Vec::new(),
            deadlines: Vec::new(),
        }
    }

    /// The hour by which the sheets of a session were wanted on a day: the school's, else that of the rules.
    pub fn deadline(&self, session: Session, date: NaiveDate, rules: &RuleBook) -> Option<NaiveTime> {
        let usual = rules.deadline(session)?;
        Some(ChosenDeadline::on(&self.deadlines, session, date).unwrap_or(usual))
    }

    /// The school year of a day, by the year of its 1 September (年度统计以 9 月 1 日为准).
    pub fn school_year_of(date: NaiveDate) -> i32 {
        if date.month() >= 9 { date.year() } else { date.year() - 1 }
    }

    /// The first day of a school year, 1 September.
    pub fn first_day_of(school_year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(school_year, 9, 1).unwrap_or(NaiveDate::MAX)
    }

    /// The term that the day lies in.
    pub fn term_of(&self, date: NaiveDate) -> Option<&Term> {
        self.terms.iter().find(|term| term.covers(date))
    }

    /// The exception entered for the day.
    pub fn exception_on(&self, date: NaiveDate) -> Option<&DayException> {
        self.exceptions.iter().rev().find(|e| e.date == date)
    }

    /// Whether school is held.
    pub fn is_school_day(&self, date: NaiveDate) -> bool {
        match self.exception_on(date) {
            Some(exception) => exception.kind == ExceptionKind::SchoolDay,
            None => self.term_of(date).is_some() && self.weekdays.contains(&date.weekday()),
        }
    }

    /// Whether the day was entered as a day off; an ordinary weekend or vacation day was not.
    pub fn is_holiday(&self, date: NaiveDate) -> bool {
        self.exception_on(date).is_some_and(|e| e.kind == ExceptionKind::DayOff)
    }

    /// The week of the term from 1, weeks beginning on Monday; `None` outside terms.
    pub fn week_of_term(&self, date: NaiveDate) -> Option<u32> {
        let monday = |day: NaiveDate| day.week(Weekday::Mon).first_day();
        let weeks = (monday(date) - monday(self.term_of(date)?.first)).num_weeks();
        u32::try_from(weeks).ok().map(|weeks| weeks + 1)
    }

    /// The last school day before the day.
    pub fn previous_school_day(&self, date: NaiveDate) -> Option<NaiveDate> {
        (1..=LOOK_BACK_DAYS)
            .map_while(|back| date.checked_sub_days(Days::new(back)))
            .find(|day| self.is_school_day(*day))
    }

    /// The kinds of group that owe a sheet for a session of the day, as the school chose, else as the rules
    /// say. A person is counted in the first of them that has the person.
    pub fn checked_kinds<'a>(
        &self,
        session: Session,
        date: NaiveDate,
        rules: &'a RuleBook,
    ) -> &'a [GroupKind] {
        let holds = |choice: &CheckChoice| ChosenChecks::holds(&self.checks, choice, date);
        let mut of_session = rules.check_choices().iter().filter(|choice| choice.session == session);
        if of_session.any(|choice| choice.usual && !holds(choice)) {
            return &[];
        }
        let chosen = |choice: &&CheckChoice| choice.session == session && !choice.usual && holds(choice);
        let own = || rules.session(session).map(|entry| entry.groups.as_slice());
        let chosen = rules.check_choices().iter().find(chosen).map(|choice| choice.groups.as_slice());
        chosen.or_else(own).unwrap_or_default()
    }

    /// Whether boarders with a room are counted in it and no longer in their class.
    pub fn rooms_come_first(&self, session: Session, date: NaiveDate, rules: &RuleBook) -> bool {
        let mut kinds = self.checked_kinds(session, date, rules).iter();
        kinds.find(|kind| **kind != GroupKind::Staff) == Some(&GroupKind::Dormitory)
    }

    /// Whether a group of that kind, of which the session counts anyone, owes a sheet for it on the day.
    pub fn is_due(&self, kind: GroupKind, session: Session, date: NaiveDate, rules: &RuleBook) -> bool {
        let Some(entry) = rules.session(session) else { return false };
        let day = match entry.on {
            DueOn::SchoolDays => self.is_school_day(date),
            DueOn::Holidays => self.is_holiday(date),
            DueOn::Never => false,
        };
        day && self.checked_kinds(session, date, rules).contains(&kind)
    }

    /// The session that the daily report of a day counts: morning, on holidays the register of days off;
    /// `None` where no report is due.
    pub fn report_session(&self, date: NaiveDate) -> Option<Session> {
        if self.is_school_day(date) {
            Some(Session::Morning)
        } else {
            self.is_holiday(date).then_some(Session::Holiday)
        }
    }
}

fn default_term(entry: &TermEntry, school_year: i32) -> Option<Term> {
    // A month before September belongs to the calendar year in which the school year ends.
    let day =
        |(month, day): (u32, u32)| NaiveDate::from_ymd_opt(school_year + i32::from(month < 9), month, day);
    Some(Term { season: entry.season, first: day(entry.first)?, last: day(entry.last)? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(month: u32, day: u32) -> NaiveDate {
        let year = if month >= 9 { 2025 } else { 2026 };
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn calendar() -> (RuleBook, Calendar) {
        let rules = RuleBook::shipped().unwrap();
        let mut calendar = Calendar::defaults(&rules, 2025);
        for date in 1..=8 {
            calendar.exceptions.push(DayException {
                date: day(10, date),
                kind: ExceptionKind::DayOff,
                note: Some("国庆".into()),
            });
        }
        let made_up = DayException { date: day(10, 11), kind: ExceptionKind::SchoolDay, note: None };
        calendar.exceptions.push(made_up);
        (rules, calendar)
    }

    #[test]
    fn terms_span_the_turn_of_the_year() {
        let (_, calendar) = calendar();
        assert_eq!(calendar.terms[0].first, day(9, 1));
        assert_eq!(calendar.terms[0].last, day(1, 22));
        assert_eq!(calendar.terms[1].first, day(2, 24));
        assert_eq!(calendar.terms[1].school_year(), 2025);
        let early = Term { first: NaiveDate::from_ymd_opt(2025, 8, 30).unwrap(), ..calendar.terms[0] };
        assert_eq!(early.school_year(), 2025, "begins in August");
    }

    #[test]
    fn exceptions_win_over_weekdays() {
        let (_, calendar) = calendar();
        assert!(calendar.is_school_day(day(10, 15)), "a Wednesday");
        assert!(!calendar.is_school_day(day(10, 1)), "a holiday");
        assert!(calendar.is_school_day(day(10, 11)), "a Saturday made up for");
        assert!(!calendar.is_school_day(day(10, 12)), "a Sunday");
        assert!(!calendar.is_school_day(day(1, 23)), "after term");
        assert_eq!(calendar.previous_school_day(day(10, 9)), Some(day(9, 30)));
        assert_eq!(calendar.previous_school_day(day(9, 1)), None);
    }

    #[test]
    fn weeks_begin_on_monday_and_school_years_in_september() {
        let (_, calendar) = calendar();
        assert_eq!(calendar.week_of_term(day(9, 1)), Some(1));
        assert_eq!(calendar.week_of_term(day(9, 7)), Some(1));
        assert_eq!(calendar.week_of_term(day(9, 8)), Some(2));
        assert_eq!(calendar.week_of_term(day(3, 2)), Some(2), "spring begins on a Tuesday");
        assert_eq!(calendar.week_of_term(day(2, 1)), None);
        assert_eq!(Calendar::school_year_of(day(8, 31)), 2025);
        assert_eq!(Calendar::school_year_of(day(9, 1)), 2025);
    }

    #[test]
    fn what_is_due_follows_day_and_group() {
        let (rules, calendar) = calendar();
        let due = |kind, session, date| calendar.is_due(kind, session, date, &rules);
        let (class, school, off) = (GroupKind::Class, day(10, 15), day(10, 1));
        assert!(due(class, Session::Morning, school) && due(class, Session::Noon, school));
        assert!(due(class, Session::Evening, school));
        assert!(!due(class, Session::Holiday, school) && due(class, Session::Holiday, off));
        assert!(!due(class, Session::Morning, off) && !due(class, Session::AllDay, school));
        assert!(!due(GroupKind::Staff, Session::Morning, school));
        assert!(!due(class, Session::Holiday, day(10, 12)), "an ordinary Sunday");
        assert_eq!(calendar.report_session(school), Some(Session::Morning));
        assert_eq!(calendar.report_session(off), Some(Session::Holiday));
        assert_eq!(calendar.report_session(day(10, 12)), None);
    }

    #[test]
    fn a_check_that_is_put_aside_is_owed_by_nobody_from_its_day_on() {
        let (rules, mut calendar) = calendar();
        let aside = |from, ids: &[&str]| ChosenChecks {
            from: day(10, from),
            choices: ids.iter().map(|id| (*id).to_owned()).collect(),
        };
        calendar.checks = vec![aside(15, &["noon"]), aside(17, &[])];
        for (date, due) in [(14, true), (15, false), (16, false), (17, true)] {
            let noon = calendar.is_due(GroupKind::Class, Session::Noon, day(10, date), &rules);
            assert_eq!(noon, due, "{date}");
            assert!(calendar.is_due(GroupKind::Class, Session::Morning, day(10, date), &rules));
        }
    }

    #[test]
    fn a_choice_holds_from_its_day_until_the_next() {
        let (rules, mut calendar) = calendar();
        let chosen = |from, ids: &[&str]| ChosenChecks {
            from,
            choices: ids.iter().map(|id| (*id).to_owned()).collect(),
        };
        calendar.checks =
            vec![chosen(day(10, 15), &["staff-morning", "evening-dormitory"]), chosen(day(10, 17), &[])];
        let due = |kind, session, date| calendar.is_due(kind, session, date, &rules);
        for (date, holds) in [(14, false), (15, true), (16, true), (17, false)] {
            let date = day(10, date);
            assert_eq!(due(GroupKind::Staff, Session::Morning, date), holds, "{date}");
            assert_eq!(due(GroupKind::Dormitory, Session::Evening, date), holds, "{date}");
            assert_eq!(calendar.rooms_come_first(Session::Evening, date, &rules), holds, "{date}");
            assert!(due(GroupKind::Class, Session::Morning, date));
            assert!(due(GroupKind::Class, Session::Evening, date), "boarders without a room");
            assert!(!due(GroupKind::Staff, Session::Noon, date));
        }
    }
}
