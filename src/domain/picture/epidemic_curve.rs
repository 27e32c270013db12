//! New illnesses by day of onset, split by class or by symptom.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::PictureDay;
use crate::domain::group::{Group, GroupKind};
use crate::domain::id::PersonId;
use crate::domain::observation::Observation;
use crate::domain::symptom::SymptomCode;

/// One illness of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Onset {
    /// Who.
    pub person: PersonId,
    /// Day of onset.
    pub day: NaiveDate,
    /// Class, or the staff.
    pub group: Option<Group>,
    /// Symptoms seen in the course of it, fever derived from a temperature among them.
    pub codes: BTreeSet<SymptomCode>,
}

impl Onset {
    /// The illnesses in these observations, by person and day of onset, which is what alerts count.
    pub fn of<'a>(observations: impl IntoIterator<Item = &'a Observation>) -> Vec<Self> {
        let mut found: BTreeMap<(PersonId, NaiveDate), Self> = BTreeMap::new();
        for seen in observations {
            let (person, day) = (seen.person, seen.onset);
            let of_class = || seen.groups.iter().find(|group| group.kind() != GroupKind::Dormitory).copied();
            let blank = Self { person, day, group: None, codes: BTreeSet::new() };
            let illness = found.entry((person, day)).or_insert(blank);
            illness.group = illness.group.or_else(of_class);
            illness.codes.extend(seen.codes.iter().cloned());
        }
        found.into_values().collect()
    }
}

/// How a curve is split.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Split {
    /// By class: each person stands in one part, and the parts add up.
    #[default]
    Class,
    /// By symptom: who has several stands in several parts.
    Symptom,
}

impl Split {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Class, Self::Symptom];

    /// Stable name: `class`, `symptom`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Symptom => "symptom",
        }
    }

    /// The split of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|split| split.name() == name)
    }
}

/// What a part of a curve is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", content = "key", rename_all = "snake_case")]
pub enum SeriesKey {
    /// A class, or the staff.
    Group(Group),
    /// A symptom.
    Symptom(SymptomCode),
    /// Everything that has no part of its own.
    Others,
    /// Whose class or symptoms nobody knows.
    Unknown,
}

/// A part of a curve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Series {
    /// What it is about.
    pub key: SeriesKey,
    /// Illnesses of all days.
    pub total: usize,
    /// Most of one day.
    pub most: usize,
}

/// A day of a curve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CurveDay {
    /// The day.
    #[serde(flatten)]
    pub day: PictureDay,
    /// Who fell ill, each once.
    pub persons: Vec<PersonId>,
    /// By part, in the order of the parts.
    pub counts: Vec<usize>,
}

impl CurveDay {
    /// How many fell ill.
    pub fn total(&self) -> usize {
        self.persons.len()
    }
}

/// The day on which most fell ill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Peak {
    /// The first such day.
    pub date: NaiveDate,
    /// How many.
    pub count: usize,
}

/// An epidemic curve: every day of its range, those on which nobody fell ill too.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EpidemicCurve {
    /// How it is split.
    pub split: Split,
    /// The parts, the largest first.
    pub series: Vec<Series>,
    /// The days.
    pub days: Vec<CurveDay>,
    /// Illnesses.
    pub illnesses: usize,
    /// Distinct persons.
    pub persons: usize,
    /// First day on which somebody fell ill.
    pub first: Option<NaiveDate>,
    /// Last such day.
    pub last: Option<NaiveDate>,
    /// The highest day.
    pub peak: Option<Peak>,
}

impl EpidemicCurve {
    /// The curve of these days; at most `parts` get a part of their own, the rest is one.
    pub fn of(onsets: &[Onset], days: &[PictureDay], split: Split, parts: usize) -> Self {
        let wanted: BTreeSet<NaiveDate> = days.iter().map(|day| day.date).collect();
        let onsets: Vec<&Onset> = onsets.iter().filter(|onset| wanted.contains(&onset.day)).collect();
        let keys = chosen(&onsets, split, parts);
        let days: Vec<CurveDay> = days.iter().map(|day| curve_day(*day, &onsets, &keys, split)).collect();
        let series = keys.into_iter().enumerate().map(|(at, key)| {
            let counts = || days.iter().filter_map(|day| day.counts.get(at).copied());
            Series { key, total: counts().sum(), most: counts().max().unwrap_or(0) }
        });
        let series = series.collect();
        let ill = || days.iter().filter(|day| !day.persons.is_empty());
        // Of equal days the first: a later one must be higher.
        let peak = ill().fold(None, |peak: Option<Peak>, day| match peak {
            Some(peak) if peak.count >= day.total() => Some(peak),
            _ => Some(Peak { date: day.day.date, count: day.total() }),
        });
        let (first, last) = (ill().next().map(|day| day.day.date), ill().next_back().map(|day| day.day.date));
        let persons: BTreeSet<PersonId> = onsets.iter().map(|onset| onset.person).collect();
        let illnesses = days.iter().map(CurveDay::total).sum();
        Self { split, series, illnesses, persons: persons.len(), first, last, peak, days }
    }

    /// Most of one day.
    pub fn most(&self) -> usize {
        self.peak.map_or(0, |peak| peak.count)
    }
}

/// What an illness stands under before the small parts are put together.
fn keys_of(onset: &Onset, split: Split) -> Vec<SeriesKey> {
    let keys: Vec<SeriesKey> = match split {
        Split::Class => onset.group.map(SeriesKey::Group).into_iter().collect(),
        Split::Symptom => onset.codes.iter().cloned().map(SeriesKey::Symptom).collect(),
    };
    if keys.is_empty() { vec![SeriesKey::Unknown] } else { keys }
}

/// The parts, the largest first; what is left and what is unknown come last.
fn chosen(onsets: &[&Onset], split: Split, parts: usize) -> Vec<SeriesKey> {
    let mut counts: BTreeMap<SeriesKey, usize> = BTreeMap::new();
    for key in onsets.iter().flat_map(|onset| keys_of(onset, split)) {
        *counts.entry(key).or_default() += 1;
    }
    let unknown = counts.remove(&SeriesKey::Unknown).map(|_| SeriesKey::Unknown);
    let mut own: Vec<(SeriesKey, usize)> = counts.into_iter().collect();
    own.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    // One more would stand where the rest stands.
    let others = (own.len() > parts).then_some(SeriesKey::Others);
    own.truncate(if others.is_some() { parts.saturating_sub(1) } else { parts });
    own.into_iter().map(|(key, _)| key).chain(others).chain(unknown).collect()
}

fn curve_day(day: PictureDay, onsets: &[&Onset], keys: &[SeriesKey], split: Split) -> CurveDay {
    let today: Vec<&&Onset> = onsets.iter().filter(|onset| onset.day == day.date).collect();
    let stands_in = |onset: &Onset, part: &SeriesKey| {
        let own = keys_of(onset, split);
        match part {
            SeriesKey::Others => own.iter().any(|key| *key != SeriesKey::Unknown && !keys.contains(key)),
            key => own.contains(key),
        }
    };
    let persons: BTreeSet<PersonId> = today.iter().map(|onset| onset.person).collect();
    let counts = keys.iter().map(|part| today.iter().filter(|onset| stands_in(onset, part)).count());
    CurveDay { day, counts: counts.collect(), persons: persons.into_iter().collect() }
}
