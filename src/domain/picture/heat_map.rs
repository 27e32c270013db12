//! Who was ill in which class on which day, and where nobody looked.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;

use super::PictureDay;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::observation::Observation;

/// What is known of a class on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CellState {
    /// No school.
    Off,
    /// The class has nobody on this day, or the day has not come.
    None,
    /// Sheets were due, none is confirmed.
    Unchecked,
    /// Some of them are confirmed.
    Partly,
    /// All are.
    Checked,
}

/// A class on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct HeatCell {
    /// What is known.
    pub state: CellState,
    /// Pupils seen ill; of an unchecked day those who were typed.
    pub ill: usize,
    /// Pupils.
    pub head_count: usize,
    /// How dark: 0 nobody, then by the share of the head-count.
    pub step: usize,
}

/// A class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeatRow {
    /// The class.
    pub group: Group,
    /// Its days, in the order of the days.
    pub cells: Vec<HeatCell>,
}

/// What is known of all classes on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassDays {
    /// The day.
    pub day: PictureDay,
    /// Pupils by class.
    pub heads: BTreeMap<Group, usize>,
    /// How many sheets each class owes.
    pub due: usize,
    /// Confirmed ones of those, by class.
    pub confirmed: BTreeMap<Group, usize>,
}

/// Classes by day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HeatMap {
    /// The days.
    pub days: Vec<PictureDay>,
    /// The classes.
    pub rows: Vec<HeatRow>,
}

impl HeatMap {
    /// The map of these classes; `steps` are the shares of the head-count, per cent, at which a cell grows darker.
    pub fn of(groups: &[Group], days: &[ClassDays], observations: &[Observation], steps: &[f64]) -> Self {
        let mut ill: BTreeMap<(Group, NaiveDate), BTreeSet<PersonId>> = BTreeMap::new();
        for seen in observations {
            for group in &seen.groups {
                ill.entry((*group, seen.sheet.date)).or_default().insert(seen.person);
            }
        }
        let cell = |group: &Group, day: &ClassDays| {
            let head_count = day.heads.get(group).copied().unwrap_or(0);
            let confirmed = day.confirmed.get(group).copied().unwrap_or(0);
            let ill = ill.get(&(*group, day.day.date)).map_or(0, BTreeSet::len);
            let state = match (day.due, head_count, confirmed) {
                (0, ..) => CellState::Off,
                (_, 0, _) => CellState::None,
                (.., 0) => CellState::Unchecked,
                (due, _, confirmed) if confirmed < due => CellState::Partly,
                _ => CellState::Checked,
            };
            HeatCell { state, ill, head_count, step: step(ill, head_count, steps) }
        };
        let row = |group: &Group| HeatRow {
            group: *group,
            cells: days.iter().map(|day| cell(group, day)).collect(),
        };
        Self { days: days.iter().map(|day| day.day).collect(), rows: groups.iter().map(row).collect() }
    }
}

fn step(ill: usize, head_count: usize, steps: &[f64]) -> usize {
    if ill == 0 {
        return 0;
    }
    let share = 100.0 * ill as f64 / head_count.max(1) as f64;
    1 + steps.iter().filter(|from| share >= **from).count()
}
