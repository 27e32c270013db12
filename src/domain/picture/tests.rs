use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

use super::*;
use crate::domain::cluster::{Evidence, Tallies};
use crate::domain::finding::Attendance;
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::observation::Observation;
use crate::domain::rule_book::RuleBook;
use crate::domain::scope::Scope;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::domain::symptom::SymptomCode;

const CODES: [&str; 5] = ["fever", "rash", "diarrhoea", "vomiting", "cough"];
/// Days of a picture.
const DAYS: u64 = 10;

fn day(offset: u64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 2).unwrap() + Days::new(offset)
}

fn class(n: u128) -> Group {
    Group::Class(ClassId(Uuid::from_u128(n)))
}

/// Person, class, day seen, days since onset, symptoms.
type Seen = (u128, u128, u64, u64, BTreeSet<usize>);

fn observation((person, of, seen, since, codes): &Seen) -> Observation {
    let sheet = SheetKey { group: class(*of), date: day(*seen), session: Session::Morning };
    Observation {
        person: PersonId(Uuid::from_u128(1000 + person)),
        sheet,
        confirmed: true,
        groups: [class(*of)].into(),
        grade: None,
        meals: BTreeSet::new(),
        attendance: Attendance::Ill,
        diagnosed: false,
        codes: codes.iter().map(|code| SymptomCode::new(CODES[*code])).collect(),
        temperature: None,
        severe: BTreeSet::new(),
        onset: day(*seen) - Days::new(*since),
        joined: BTreeMap::new(),
    }
}

fn seen() -> impl Strategy<Value = Vec<Seen>> {
    let codes = prop::collection::btree_set(0..CODES.len(), 0..4);
    prop::collection::vec((0_u128..30, 0_u128..9, 0_u64..14, 0_u64..4, codes), 0..80)
}

fn range() -> Vec<PictureDay> {
    days(day(0), day(DAYS - 1), |date| chrono::Datelike::weekday(&date).number_from_monday() < 6)
}

proptest! {
    #[test]
    fn a_curve_counts_persons_of_each_day_as_alerts_do(seen in seen()) {
        let rules = RuleBook::shipped().unwrap();
        let observations: Vec<Observation> = seen.iter().map(observation).collect();
        let onsets = Onset::of(&observations);
        let by_symptom = EpidemicCurve::of(&onsets, &range(), Split::Symptom, 20);
        let by_class = EpidemicCurve::of(&onsets, &range(), Split::Class, 4);
        for (at, shown) in by_symptom.days.iter().enumerate() {
            // Slowly: whoever has an observation with that onset.
            let persons: BTreeSet<PersonId> =
                observations.iter().filter(|it| it.onset == shown.day.date).map(|it| it.person).collect();
            prop_assert_eq!(shown.persons.iter().copied().collect::<BTreeSet<_>>(), persons.clone());
            prop_assert_eq!(by_class.days[at].total(), persons.len());
            // Of the classes each person stands in one.
            prop_assert_eq!(by_class.days[at].counts.iter().sum::<usize>(), persons.len());
            for (part, series) in by_symptom.series.iter().enumerate() {
                let SeriesKey::Symptom(code) = &series.key else { continue };
                let slowly: BTreeSet<PersonId> = observations
                    .iter()
                    .filter(|it| it.onset == shown.day.date && it.codes.contains(code))
                    .map(|it| it.person)
                    .collect();
                prop_assert_eq!(shown.counts[part], slowly.len());
            }
        }
        prop_assert!(by_class.series.len() <= 5);
        // An alert of one day counts exactly the square of that day.
        let evidence =
            Evidence { rules: &rules, chosen: &[], observations: &observations, diseases: &[], traced: &[] };
        let tallies = Tallies::of(&evidence);
        for at in 0..DAYS {
            for alert in tallies.on(day(at)).into_iter().filter(|alert| alert.from == alert.to) {
                let (Some(code), Scope::Group(group)) = (alert.subject.code(), alert.scope) else { continue };
                if !CODES.contains(&code) {
                    continue;
                }
                let own: Vec<Observation> =
                    observations.iter().filter(|it| it.groups.contains(&group)).cloned().collect();
                let curve = EpidemicCurve::of(&Onset::of(&own), &range(), Split::Symptom, 20);
                let part = curve.series.iter().position(|it| it.key == SeriesKey::Symptom(SymptomCode::new(code)));
                prop_assert_eq!(part.map(|part| curve.days[at as usize].counts[part]), Some(alert.count));
            }
        }
    }

    #[test]
    fn a_curve_keeps_its_sums_and_its_empty_days(seen in seen()) {
        let observations: Vec<Observation> = seen.iter().map(observation).collect();
        let curve = EpidemicCurve::of(&Onset::of(&observations), &range(), Split::Class, 4);
        prop_assert_eq!(curve.days.len(), DAYS as usize);
        let total: usize = curve.days.iter().map(CurveDay::total).sum();
        prop_assert_eq!(total, curve.illnesses);
        prop_assert_eq!(curve.series.iter().map(|it| it.total).sum::<usize>(), total);
        let most = curve.days.iter().map(CurveDay::total).max().unwrap_or(0);
        prop_assert_eq!(curve.most(), most);
        let ill: Vec<NaiveDate> =
            curve.days.iter().filter(|it| it.total() > 0).map(|it| it.day.date).collect();
        prop_assert_eq!((curve.first, curve.last), (ill.first().copied(), ill.last().copied()));
        prop_assert!(curve.persons <= total);
    }

    #[test]
    fn a_map_counts_whoever_was_seen_and_tells_what_nobody_checked(
        seen in seen(),
        sheets in prop::collection::btree_map((0_u128..9, 0_u64..DAYS), 0_usize..3, 0..60),
    ) {
        let observations: Vec<Observation> = seen.iter().map(observation).collect();
        let groups: Vec<Group> = (0..9).map(class).collect();
        let days: Vec<ClassDays> = range()
            .into_iter()
            .map(|day| ClassDays {
                day,
                // The last class came later.
                heads: groups.iter().take(8).map(|group| (*group, 30)).collect(),
                due: if day.school { 2 } else { 0 },
                confirmed: sheets
                    .iter()
                    .filter(|((_, at), _)| self::day(*at) == day.date)
                    .map(|((of, _), count)| (class(*of), *count))
                    .collect(),
            })
            .collect();
        let map = HeatMap::of(&groups, &days, &observations, &[5.0, 10.0, 20.0]);
        for (row, group) in map.rows.iter().zip(&groups) {
            for (cell, day) in row.cells.iter().zip(&days) {
                let ill: BTreeSet<PersonId> = observations
                    .iter()
                    .filter(|it| it.groups.contains(group) && it.sheet.date == day.day.date)
                    .map(|it| it.person)
                    .collect();
                prop_assert_eq!(cell.ill, ill.len());
                let confirmed = day.confirmed.get(group).copied().unwrap_or(0);
                let state = match (day.day.school, day.heads.contains_key(group), confirmed) {
                    (false, ..) => CellState::Off,
                    (_, false, _) => CellState::None,
                    (.., 0) => CellState::Unchecked,
                    (.., 1) => CellState::Partly,
                    _ => CellState::Checked,
                };
                prop_assert_eq!(cell.state, state);
                prop_assert_eq!(cell.step == 0, cell.ill == 0, "zero and unchecked are never dark");
            }
        }
    }

    #[test]
    fn a_band_is_taken_from_checked_days_before_and_from_no_others(
        days in prop::collection::vec((0_usize..3, 0_usize..3, 0_usize..40), 30..80),
    ) {
        let rule = RuleBook::shipped().unwrap().pictures().band.clone();
        let rates: Vec<DayRate> = days
            .iter()
            .enumerate()
            .map(|(at, (due, checked, ill))| {
                let checked = (*checked).min(*due);
                DayRate {
                    date: day(at as u64),
                    due: *due,
                    checked,
                    taught_half_days: checked * 1000,
                    absent_half_days: if checked > 0 { ill + 1 } else { 0 },
                    ill_half_days: if checked > 0 { *ill } else { 0 },
                }
            })
            .collect();
        let band = AbsenceBand::of(&rates, day(10), Measure::Ill, &rule);
        prop_assert_eq!(band.days.len(), rates.len() - 10);
        for shown in &band.days {
            // Slowly: walk back over the days, leave out the gap, take as many as are wanted.
            let mut before: Vec<f64> = rates
                .iter()
                .rev()
                .filter(|it| it.date < shown.counted.date && it.checked > 0)
                .skip(rule.gap)
                .take(rule.days)
                .map(|it| 100.0 * it.ill_half_days as f64 / it.taught_half_days as f64)
                .collect();
            before.sort_by(f64::total_cmp);
            let enough = before.len() >= rule.least && shown.counted.due > 0;
            prop_assert_eq!(shown.usual.is_some(), enough);
            let Some(usual) = shown.usual else { continue };
            prop_assert_eq!(usual.days, before.len());
            prop_assert!(usual.low <= usual.median && usual.median <= usual.high);
            let within = before.iter().filter(|it| (usual.low..=usual.high).contains(it)).count();
            prop_assert!(within * 3 >= before.len() * 2, "{} of {}", within, before.len());
            prop_assert_eq!(shown.above, shown.rate.is_some_and(|rate| rate > usual.high));
        }
    }
}

#[test]
fn too_few_days_are_no_band_and_nothing_checked_is_no_rate() {
    let rule = RuleBook::shipped().unwrap().pictures().band.clone();
    assert_eq!(Usual::of(vec![1.0; rule.least - 1], &rule), None);
    let usual = Usual::of((0..11).map(f64::from).collect(), &rule).unwrap();
    assert_eq!((usual.low, usual.median, usual.high, usual.days), (1.0, 5.0, 9.0, 11));
    let nothing = DayRate {
        date: day(0),
        due: 2,
        checked: 0,
        taught_half_days: 0,
        absent_half_days: 0,
        ill_half_days: 0,
    };
    assert_eq!((nothing.state(), nothing.rate(Measure::All)), (RateState::Unchecked, None));
    assert_eq!(DayRate { due: 0, ..nothing }.state(), RateState::Off);
}

#[test]
fn what_has_no_class_and_no_symptom_is_counted_all_the_same() {
    let person = |n| PersonId(Uuid::from_u128(n));
    let bare = |n| Onset { person: person(n), day: day(1), group: None, codes: BTreeSet::new() };
    let known = Onset { group: Some(class(1)), codes: [SymptomCode::new("fever")].into(), ..bare(2) };
    let onsets = [bare(1), known];
    let by_class = EpidemicCurve::of(&onsets, &range(), Split::Class, 4);
    let keys: Vec<&SeriesKey> = by_class.series.iter().map(|it| &it.key).collect();
    assert_eq!(keys, [&SeriesKey::Group(class(1)), &SeriesKey::Unknown]);
    assert_eq!((by_class.days[1].counts.clone(), by_class.illnesses), (vec![1, 1], 2));
    assert_eq!(by_class.peak, Some(Peak { date: day(1), count: 2 }));
    let by_symptom = EpidemicCurve::of(&onsets, &range(), Split::Symptom, 4);
    assert_eq!(by_symptom.days[1].counts, [1, 1]);
}
