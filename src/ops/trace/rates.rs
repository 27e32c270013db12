//! 因病缺课率, 平均因病缺课时间 and 因病缺课发生比例 of a period, by class, month and cause, with what they are counted from.
//!
//! Counted is what confirmed class sheets say; what nobody has checked is in neither numerator nor denominator, and how
//! much of it there is stands beside the figures. Half days come from the sessions' rules.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::AbsenceLine;
use crate::domain::finding::Attendance;
use crate::domain::group::{Group, GroupKind};
use crate::domain::id::{ClassId, PersonId};
use crate::domain::session::Session;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Numerators, denominators and rates of one class, month or of all.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct RateLine {
    /// Class as lists show it, or the month as `2026-11`; empty for all.
    pub label: String,
    /// The class.
    #[serde(skip)]
    pub group: Option<Group>,
    /// 监测学生数: pupils enrolled on any day of the period.
    pub pupils: usize,
    /// Half days of pupils that were checked: 授课人日 × 2.
    pub taught_half_days: usize,
    /// Of them absent for any reason.
    pub absent_half_days: usize,
    /// Of them absent ill.
    pub ill_half_days: usize,
    /// Of them absent for an unknown reason.
    pub unknown_half_days: usize,
    /// Illness absences that began in the period: one course of illness is one.
    pub episodes: usize,
    /// 缺勤率, per cent; `None` where nothing was checked.
    pub absence_rate: Option<f64>,
    /// 因病缺课率, per cent.
    pub illness_rate: Option<f64>,
    /// 平均因病缺课时间, days per pupil.
    pub ill_days_per_pupil: Option<f64>,
    /// 因病缺课发生比例, per cent.
    pub episodes_rate: Option<f64>,
}

/// What the illness absences of a period were.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CauseLine {
    /// Disease, diagnosis as told, or that there is none.
    pub cause: String,
    /// Absences.
    pub episodes: usize,
    /// Half days lost.
    pub half_days: usize,
}

/// The rates of a period.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AbsenceRates {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Class sheets that were due.
    pub due: usize,
    /// Of them confirmed.
    pub checked: usize,
    /// All classes together.
    pub total: RateLine,
    /// By class.
    pub classes: Vec<RateLine>,
    /// By month.
    pub months: Vec<RateLine>,
    /// By cause, the commonest first.
    pub causes: Vec<CauseLine>,
    /// The absences that are counted as episodes.
    pub rows: Vec<AbsenceLine>,
}

/// Sheets and half days of one class on one day.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::ops) struct Tally {
    /// Pupils.
    pub pupils: usize,
    /// Sheets that were due.
    pub due: usize,
    /// Of them confirmed.
    pub checked: usize,
    /// Half days of pupils that were checked.
    pub taught: usize,
    /// Of them absent.
    pub absent: usize,
    /// Of them absent ill.
    pub ill: usize,
    /// Of them absent for an unknown reason.
    pub unknown: usize,
}

type Month = (i32, u32);
/// By class and day; of a day on which a class owed nothing there is none.
pub(in crate::ops) type Tallies = BTreeMap<(ClassId, NaiveDate), Tally>;

impl Book {
    /// The rates of a period, of one class or of all; days to come are left out.
    pub fn absence_rates(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        group: Option<Group>,
    ) -> Result<AbsenceRates, OpError> {
        let to = to.min(self.today());
        let tallies = self.day_tallies(from, to, group)?;
        let (due, checked) =
            tallies.values().fold((0, 0), |(due, checked), it| (due + it.due, checked + it.checked));
        let mut rows = self.absences_between(from, to, group)?;
        rows.retain(|line| line.from >= from && line.kind == Attendance::Ill);
        rows.retain(|line| matches!(line.group, Some(Group::Class(_))));
        let members = self.store.enrolled_between(from, to)?;
        let of = |class: ClassId| group.is_none_or(|group| group == Group::Class(class));
        let members: Vec<_> = members.into_iter().filter(|it| of(it.class)).collect();
        let pupils = |keep: &dyn Fn(&crate::domain::enrolment::Enrolment) -> bool| {
            members.iter().filter(|it| keep(it)).map(|it| it.person).collect::<BTreeSet<PersonId>>().len()
        };
        let mut classes = Vec::new();
        for info in self.classes_of_period(from, to, group)? {
            let Group::Class(class) = info.group else { continue };
            let own = tallies.iter().filter(|((of, _), _)| *of == class).map(|(_, tally)| *tally);
            let begun = rows.iter().filter(|line| line.group == Some(info.group)).count();
            let line = line_of(own, pupils(&|it| it.class == class), begun);
            classes.push(RateLine { label: info.short, group: Some(info.group), ..line });
        }
        let taught = tallies.iter().filter(|(_, tally)| tally.taught > 0);
        let months: BTreeSet<Month> = taught.map(|((_, day), _)| month_of(*day)).collect();
        let months = months.into_iter().map(|month| {
            let own = tallies.iter().filter(|((_, day), _)| month_of(*day) == month).map(|(_, tally)| *tally);
            let begun = rows.iter().filter(|line| month_of(line.from) == month).count();
            let (first, last) = bounds(month, from, to);
            let line =
                line_of(own, pupils(&|it| it.from <= last && it.to.is_none_or(|to| first <= to)), begun);
            RateLine { label: format!("{}-{:02}", month.0, month.1), ..line }
        });
        let months = months.collect();
        let total = line_of(tallies.values().copied(), pupils(&|_| true), rows.len());
        let causes = self.causes(&rows);
        Ok(AbsenceRates { from, to, due, checked, total, classes, months, causes, rows })
    }

    /// Half days by class and day, with the sheets due and confirmed; each day by the way of counting that the school
    /// had chosen for it.
    pub(in crate::ops) fn day_tallies(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        group: Option<Group>,
    ) -> Result<Tallies, OpError> {
        let confirmed = self.store.confirmed_between(from, to)?;
        let calendar = self.calendar(to)?;
        let mut tallies = Tallies::new();
        for date in from.iter_days().take_while(|date| *date <= to) {
            let Some(edition) = self.rules.counting_on(date) else { continue };
            let counts = |session: &Session| {
                edition.units(*session) > 0 && calendar.is_due(GroupKind::Class, *session, date, &self.rules)
            };
            let sessions: Vec<Session> = Session::ALL.into_iter().filter(counts).collect();
            let heads = if sessions.is_empty() { Vec::new() } else { self.store.head_counts(date)? };
            for (class, count, _) in heads {
                let class_group = Group::Class(class);
                if count == 0 || group.is_some_and(|group| group != class_group) {
                    continue;
                }
                let key = |session| crate::domain::sheet::SheetKey { group: class_group, date, session };
                let done: Vec<Session> =
                    sessions.iter().copied().filter(|session| confirmed.contains(&key(*session))).collect();
                let half_days = edition.half_days(done.iter().map(|session| edition.units(*session)).sum());
                let tally = Tally {
                    pupils: count,
                    due: sessions.len(),
                    checked: done.len(),
                    taught: if done.is_empty() { 0 } else { count * half_days as usize },
                    ..Tally::default()
                };
                let _ = tallies.insert((class, date), tally);
            }
        }
        self.add_lost(&mut tallies, &confirmed, (from, to))?;
        Ok(tallies)
    }

    /// Adds the half days lost; what is not due was not counted before and is left out.
    fn add_lost(
        &self,
        tallies: &mut Tallies,
        confirmed: &BTreeSet<crate::domain::sheet::SheetKey>,
        (from, to): (NaiveDate, NaiveDate),
    ) -> Result<(), OpError> {
        let mut lost: BTreeMap<(ClassId, NaiveDate, PersonId), [u32; 3]> = BTreeMap::new();
        for row in self.store.findings_between(from, to)? {
            let units = self.rules.counting_on(row.date).map_or(0, |edition| edition.units(row.session));
            let Group::Class(class) = row.grp else { continue };
            if units == 0 || !confirmed.contains(&row.sheet()) || !row.body.attendance.is_absent() {
                continue;
            }
            let [absent, ill, unknown] = lost.entry((class, row.date, row.person)).or_default();
            *absent += units;
            match row.body.attendance {
                Attendance::Ill => *ill += units,
                Attendance::Unknown => *unknown += units,
                _ => {}
            }
        }
        for ((class, date, _), units) in lost {
            let Some(tally) = tallies.get_mut(&(class, date)).filter(|it| it.taught > 0) else { continue };
            let Some(edition) = self.rules.counting_on(date) else { continue };
            let [absent, ill, unknown] = units.map(|units| edition.half_days(units) as usize);
            tally.absent += absent;
            tally.ill += ill;
            tally.unknown += unknown;
        }
        Ok(())
    }

    /// The classes of the school years that a period touches, in list order.
    pub(in crate::ops) fn classes_of_period(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        group: Option<Group>,
    ) -> Result<Vec<crate::ops::check::GroupInfo>, OpError> {
        let mut classes = self.class_groups(from)?;
        for info in self.class_groups(to)? {
            if !classes.iter().any(|known| known.group == info.group) {
                classes.push(info);
            }
        }
        classes.retain(|info| group.is_none_or(|group| group == info.group));
        Ok(classes)
    }

    fn causes(&self, rows: &[AbsenceLine]) -> Vec<CauseLine> {
        let tag = self.tr.language().tag();
        let mut causes: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for line in rows {
            let cause = match &line.diagnosis {
                Some(name) => match self.rules.disease_in(name) {
                    Some(disease) => disease.name.get(tag).to_owned(),
                    None => name.clone(),
                },
                None if line.words.is_empty() => self.tr.trace_cause_unknown(),
                None => self.tr.trace_cause_symptoms(),
            };
            let sum = causes.entry(cause).or_default();
            sum.0 += 1;
            sum.1 += line.half_days as usize;
        }
        let mut causes: Vec<CauseLine> = causes
            .into_iter()
            .map(|(cause, (episodes, half_days))| CauseLine { cause, episodes, half_days })
            .collect();
        causes.sort_by_key(|line| std::cmp::Reverse((line.episodes, line.half_days)));
        causes
    }
}

fn month_of(day: NaiveDate) -> Month {
    (day.year(), day.month())
}

/// First and last day of a month within a period.
fn bounds((year, month): Month, from: NaiveDate, to: NaiveDate) -> (NaiveDate, NaiveDate) {
    let first = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or(from);
    let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let last = NaiveDate::from_ymd_opt(next.0, next.1, 1).and_then(|day| day.pred_opt()).unwrap_or(to);
    (first.max(from), last.min(to))
}

fn line_of(tallies: impl Iterator<Item = Tally>, pupils: usize, episodes: usize) -> RateLine {
    let sum = tallies.fold(Tally::default(), |a, b| Tally {
        taught: a.taught + b.taught,
        absent: a.absent + b.absent,
        ill: a.ill + b.ill,
        unknown: a.unknown + b.unknown,
        ..Tally::default()
    });
    let of = |part: f64, whole: usize| (whole > 0).then(|| part / whole as f64);
    let per_cent = |part: usize, whole: usize| of(100.0 * part as f64, whole);
    RateLine {
        label: String::new(),
        group: None,
        pupils,
        taught_half_days: sum.taught,
        absent_half_days: sum.absent,
        ill_half_days: sum.ill,
        unknown_half_days: sum.unknown,
        episodes,
        absence_rate: per_cent(sum.absent, sum.taught),
        illness_rate: per_cent(sum.ill, sum.taught),
        // Where nothing was checked nobody knows.
        ill_days_per_pupil: of(sum.ill as f64 / 2.0, pupils).filter(|_| sum.taught > 0),
        episodes_rate: per_cent(episodes, pupils).filter(|_| sum.taught > 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::finding::Finding;
    use crate::domain::trace::{Basis, Diagnosis, Talk};
    use crate::ops::sample_book::{book, class, hand_in, morning, person, with};
    use crate::ops::trace::NewTrace;

    #[test]
    fn rates_count_confirmed_sheets_and_one_course_of_illness_once() {
        let (_folder, mut book) = book();
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        let ill = |n| (n, with(Attendance::Ill, &["fever"]));
        hand_in(&mut book, morning(1, day(19)), &[ill(101)]);
        hand_in(&mut book, morning(1, day(20)), &[ill(101), (102, with(Attendance::Leave, &[]))]);
        hand_in(&mut book, morning(2, day(20)), &[(201, with(Attendance::Unknown, &[]))]);
        hand_in(&mut book, morning(1, day(23)), &[(101, Finding::default()), ill(103)]);
        let diagnosis = Some(Diagnosis { name: "流感".into(), basis: Basis::Guardian });
        let talk = Talk { reached: true, diagnosis, ..Talk::default() };
        book.add_trace(&NewTrace { person: person(103), at: None, next_call: None, talk }).unwrap();
        let rates = book.absence_rates(day(19), day(30), None).unwrap();
        assert_eq!(rates.to, day(23), "nothing of days to come");
        // 19, 20 and 23 November: three classes, morning and noon.
        assert_eq!((rates.due, rates.checked), (18, 4));
        let total = &rates.total;
        assert_eq!((total.pupils, total.taught_half_days), (29, 4 * 12));
        assert_eq!((total.absent_half_days, total.ill_half_days, total.unknown_half_days), (5, 3, 1));
        assert_eq!(total.episodes, 2, "101 on two days is one; the unknown one is no illness");
        assert!((total.illness_rate.unwrap() - 100.0 * 3.0 / 48.0).abs() < 1e-9);
        assert!((total.ill_days_per_pupil.unwrap() - 1.5 / 29.0).abs() < 1e-9);
        assert!((total.episodes_rate.unwrap() - 200.0 / 29.0).abs() < 1e-9);
        let first = &rates.classes[0];
        assert_eq!((first.label.as_str(), first.taught_half_days, first.episodes), ("三（1）", 36, 2));
        let never = &rates.classes[2];
        assert_eq!((never.absence_rate, never.ill_days_per_pupil, never.episodes_rate), (None, None, None));
        let causes: Vec<_> = rates.causes.iter().map(|it| (it.cause.as_str(), it.episodes)).collect();
        assert_eq!(causes, [("只知症状", 1), ("流行性感冒", 1)]);
        assert_eq!(rates.rows.iter().map(|line| line.key).collect::<Vec<_>>(), [person(101), person(103)]);
        let one = book.absence_rates(day(20), day(23), Some(class(1))).unwrap();
        assert_eq!((one.total.pupils, one.total.episodes, one.classes.len()), (12, 1, 1), "101 began before");
        assert_eq!(one.months.len(), 1);
    }
}
