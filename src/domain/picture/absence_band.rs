//! The rate of absence by school day, with the band in which it usually lies.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::rule_book::BandRule;

/// Which absences a rate counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// Those because of illness.
    #[default]
    Ill,
    /// All.
    All,
}

impl Measure {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Ill, Self::All];

    /// Stable name: `ill`, `all`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ill => "ill",
            Self::All => "all",
        }
    }

    /// The measure of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|measure| measure.name() == name)
    }
}

/// How much of a day was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RateState {
    /// Nothing was due: a day off.
    Off,
    /// Nothing of what was due.
    Unchecked,
    /// A part.
    Partly,
    /// Everything.
    Checked,
}

/// What confirmed sheets of one day say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct DayRate {
    /// The day.
    pub date: NaiveDate,
    /// Class sheets that were due.
    pub due: usize,
    /// Of them confirmed.
    pub checked: usize,
    /// Half days of pupils that were checked.
    pub taught_half_days: usize,
    /// Of them absent for any reason.
    pub absent_half_days: usize,
    /// Of them absent ill.
    pub ill_half_days: usize,
}

impl DayRate {
    /// How much of it was checked.
    pub fn state(&self) -> RateState {
        match (self.due, self.checked) {
            (0, _) => RateState::Off,
            (_, 0) => RateState::Unchecked,
            (due, checked) if checked < due => RateState::Partly,
            _ => RateState::Checked,
        }
    }

    /// The rate, per cent; `None` where nothing was checked.
    pub fn rate(&self, measure: Measure) -> Option<f64> {
        let part = match measure {
            Measure::Ill => self.ill_half_days,
            Measure::All => self.absent_half_days,
        };
        (self.taught_half_days > 0).then(|| 100.0 * part as f64 / self.taught_half_days as f64)
    }
}

/// Where a rate usually lies, per cent.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Usual {
    /// Lower edge.
    pub low: f64,
    /// In the middle.
    pub median: f64,
    /// Upper edge.
    pub high: f64,
    /// How many days it was taken from.
    pub days: usize,
}

impl Usual {
    /// The band of these rates; `None` where they are fewer than the rule asks for.
    pub fn of(mut rates: Vec<f64>, rule: &BandRule) -> Option<Self> {
        if rates.is_empty() || rates.len() < rule.least {
            return None;
        }
        rates.sort_by(f64::total_cmp);
        let at = |percent: f64| quantile(&rates, percent);
        Some(Self { low: at(rule.low), median: at(50.0), high: at(rule.high), days: rates.len() })
    }
}

/// The value below which so many per cent lie, between two neighbours in proportion.
fn quantile(sorted: &[f64], percent: f64) -> f64 {
    let place = percent / 100.0 * sorted.len().saturating_sub(1) as f64;
    let below = place.floor();
    let value = |at: f64| sorted.get(at as usize).or(sorted.last()).copied().unwrap_or_default();
    value(below) + (value(place.ceil()) - value(below)) * (place - below)
}

/// A day of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BandDay {
    /// What was counted.
    #[serde(flatten)]
    pub counted: DayRate,
    /// How much of it was checked.
    pub state: RateState,
    /// The rate, per cent.
    pub rate: Option<f64>,
    /// The band of the days before; `None` where they are too few.
    pub usual: Option<Usual>,
    /// Whether the rate lies above the band.
    pub above: bool,
}

/// The rate of absence by day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AbsenceBand {
    /// Which absences are counted.
    pub measure: Measure,
    /// The days of its range, days off too.
    pub days: Vec<BandDay>,
    /// Half days of pupils that were checked in the range.
    pub taught_half_days: usize,
    /// Of them absent, as the measure counts.
    pub lost_half_days: usize,
}

impl AbsenceBand {
    /// The days since `from`; `rates` begin before, in order, with the days that the band is taken from.
    pub fn of(rates: &[DayRate], from: NaiveDate, measure: Measure, rule: &BandRule) -> Self {
        // Whoever is ill today was ill yesterday: the days just before say nothing about what is usual.
        let known: Vec<(NaiveDate, f64)> =
            rates.iter().filter_map(|day| Some((day.date, day.rate(measure)?))).collect();
        let usual = |date: NaiveDate| {
            let before = known.partition_point(|(day, _)| *day < date).saturating_sub(rule.gap);
            let first = before.saturating_sub(rule.days);
            let values = known.get(first..before).unwrap_or_default();
            Usual::of(values.iter().map(|(_, rate)| *rate).collect(), rule)
        };
        let days: Vec<BandDay> = rates
            .iter()
            .filter(|day| day.date >= from)
            .map(|day| {
                let (state, rate) = (day.state(), day.rate(measure));
                let usual = if state == RateState::Off { None } else { usual(day.date) };
                let above = rate.zip(usual).is_some_and(|(rate, usual)| rate > usual.high);
                BandDay { counted: *day, state, rate, usual, above }
            })
            .collect();
        let lost = |day: &BandDay| match measure {
            Measure::Ill => day.counted.ill_half_days,
            Measure::All => day.counted.absent_half_days,
        };
        Self {
            measure,
            taught_half_days: days.iter().map(|day| day.counted.taught_half_days).sum(),
            lost_half_days: days.iter().map(lost).sum(),
            days,
        }
    }

    /// The rate of the whole range, per cent.
    pub fn rate(&self) -> Option<f64> {
        (self.taught_half_days > 0).then(|| 100.0 * self.lost_half_days as f64 / self.taught_half_days as f64)
    }

    /// Whether any day has a band.
    pub fn has_band(&self) -> bool {
        self.days.iter().any(|day| day.usual.is_some())
    }
}
