//! What a return is judged by: the rules with what the school chose of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::{ChosenHome, HomeSlot};
use crate::domain::rule_book::{Confirmation, HomeRules, HomeTest};
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::{Site, Temperature};

/// A condition that is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldCondition {
    /// Id.
    pub id: String,
    /// How it is judged.
    pub test: HomeTest,
    /// Its number, where it has one.
    pub number: Option<u32>,
}

/// What a return is judged by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeTerms {
    /// Days of the observation.
    pub days: u32,
    /// What is measured on a day.
    pub measured: Vec<HomeSlot>,
    /// What counts as a symptom.
    pub symptoms: BTreeSet<SymptomCode>,
    /// Limits of those sites that have one of their own, in tenths of a degree Celsius; the axillary one always is there.
    pub limits: BTreeMap<Site, u16>,
    /// The conditions, in the order of the rules.
    pub conditions: Vec<HeldCondition>,
}

impl HomeTerms {
    /// What holds on a day by the choices of the school.
    pub fn of(rules: &HomeRules, chosen: &[ChosenHome], day: NaiveDate) -> Self {
        let held = rules.conditions.iter().map(|entry| (entry, ChosenHome::held(chosen, entry, day)));
        let number_of = |test: &HomeTest| {
            let entry = rules.conditions.iter().find(|entry| entry.test == *test)?;
            ChosenHome::held(chosen, entry, day).1
        };
        let confirmed = rules.limits.iter().filter(|limit| limit.status == Confirmation::Confirmed);
        let mut limits: BTreeMap<Site, u16> = confirmed.map(|limit| (limit.site, limit.tenths)).collect();
        if let Some(tenths) = number_of(&HomeTest::Temperature).and_then(|tenths| u16::try_from(tenths).ok())
        {
            let _ = limits.insert(Site::Axillary, tenths);
        }
        Self {
            days: number_of(&HomeTest::Recorded).unwrap_or_default(),
            measured: rules.measured.clone(),
            symptoms: rules.symptoms.iter().cloned().collect(),
            limits,
            conditions: held
                .filter(|(_, (on, _))| *on)
                .map(|(entry, (_, number))| HeldCondition {
                    id: entry.id.clone(),
                    test: entry.test.clone(),
                    number,
                })
                .collect(),
        }
    }

    /// The lowest value at a site that is too high, in tenths of a degree Celsius. The axillary one stands in for a site
    /// without one of its own.
    pub fn limit(&self, site: Site) -> u16 {
        let own = self.limits.get(&site).or_else(|| self.limits.get(&Site::Axillary));
        own.copied().unwrap_or(u16::MAX)
    }

    /// Whether a temperature is too high.
    pub fn is_high(&self, temperature: Temperature) -> bool {
        temperature.tenths >= self.limit(temperature.site)
    }

    /// The last `count` days before a return, the earliest first.
    pub fn days_before(opens: NaiveDate, count: u32) -> impl Iterator<Item = NaiveDate> {
        (1..=u64::from(count)).rev().filter_map(move |back| opens.checked_sub_days(Days::new(back)))
    }

    /// The days of the observation before a return, the earliest first.
    pub fn window(&self, opens: NaiveDate) -> Vec<NaiveDate> {
        Self::days_before(opens, self.days).collect()
    }
}
