//! Whether somebody may come back: each condition with its verdict and the reasons for it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{HeldCondition, HomeDay, HomeSlot, HomeTerms, ReviewFacts, Screening};
use crate::domain::rule_book::HomeTest;
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Temperature;

/// How a condition stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It holds.
    Met,
    /// It is not known yet.
    Unknown,
    /// It does not hold.
    Failing,
}

impl Verdict {
    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Unknown => "unknown",
            Self::Failing => "failing",
        }
    }
}

/// Why a condition does not hold, or is not known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Reason {
    /// Days gone by of which something is missing.
    Missing {
        /// The days.
        days: Vec<NaiveDate>,
    },
    /// Days that have not come or are not over.
    ToCome {
        /// How many.
        days: usize,
    },
    /// A temperature that is too high.
    High {
        /// The day.
        day: NaiveDate,
        /// When on it.
        slot: HomeSlot,
        /// What was measured.
        temperature: Temperature,
        /// The limit, in tenths of a degree Celsius.
        limit: u16,
    },
    /// Symptoms of a day.
    Symptoms {
        /// The day.
        day: NaiveDate,
        /// Which.
        codes: Vec<SymptomCode>,
    },
    /// Outings or contacts of a day.
    Marks {
        /// The day.
        day: NaiveDate,
        /// Which.
        ids: Vec<String>,
    },
    /// A screening is open.
    Screened {
        /// Since when.
        since: NaiveDate,
    },
    /// The commitment has not come back.
    NoCommitment,
    /// Ill, and no certificate.
    NoCertificate {
        /// First day on which it showed.
        since: NaiveDate,
    },
    /// The answer was no.
    SaidNo,
    /// Nobody has asked yet.
    NotAsked,
}

/// A condition as it was judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Judged {
    /// Id of the condition.
    pub condition: String,
    /// Its number then.
    #[serde(default)]
    pub number: Option<u32>,
    /// How it stands.
    pub verdict: Verdict,
    /// Why, the earliest day first; empty where it holds.
    pub reasons: Vec<Reason>,
}

/// What is known of one person.
#[derive(Debug, Clone, Copy)]
pub struct HomeRecord<'a> {
    /// The days at home.
    pub days: &'a BTreeMap<NaiveDate, HomeDay>,
    /// Papers and answers.
    pub facts: &'a ReviewFacts,
    /// Screenings, closed ones too.
    pub screenings: &'a [Screening],
    /// Since when a case of the person is open, or was in the observation.
    pub ill_since: Option<NaiveDate>,
}

/// The gravest verdict; [`Verdict::Met`] where nothing is asked for.
pub fn worst(judged: &[Judged]) -> Verdict {
    judged.iter().map(|one| one.verdict).max().unwrap_or(Verdict::Met)
}

/// Judges a return on the day `opens` as it is known on `today`. Whatever was not said is unknown, never well.
pub fn judge(terms: &HomeTerms, opens: NaiveDate, today: NaiveDate, record: HomeRecord<'_>) -> Vec<Judged> {
    let judge = Judge { terms, opens, today, record };
    terms.conditions.iter().map(|condition| judge.condition(condition)).collect()
}

struct Judge<'a> {
    terms: &'a HomeTerms,
    opens: NaiveDate,
    today: NaiveDate,
    record: HomeRecord<'a>,
}

impl Judge<'_> {
    fn condition(&self, condition: &HeldCondition) -> Judged {
        let days = condition.number.unwrap_or(self.terms.days);
        let (verdict, reasons) = match &condition.test {
            HomeTest::Recorded => self.recorded(days),
            HomeTest::Temperature => {
                let high =
                    self.days(self.terms.days).flat_map(|(day, known)| self.high(day, known)).collect();
                self.unless(high, self.terms.days, |day| day.is_measured(&self.terms.measured))
            }
            HomeTest::Symptoms => {
                let shown = self.days(days).filter_map(|(day, known)| self.symptoms(day, known)).collect();
                self.unless(shown, days, |day| day.symptoms.is_some())
            }
            HomeTest::Marks { marks } => {
                let wanted: BTreeSet<&String> = marks.iter().collect();
                let marked = self.days(days).filter_map(|(day, known)| {
                    let said = known?.marks.as_ref()?;
                    let ids: Vec<String> = said.iter().filter(|id| wanted.contains(id)).cloned().collect();
                    (!ids.is_empty()).then_some(Reason::Marks { day, ids })
                });
                self.unless(marked.collect(), days, |day| day.marks.is_some())
            }
            HomeTest::Screening => {
                let open = self.record.screenings.iter().filter(|it| it.closed_on.is_none());
                failing(open.map(|it| Reason::Screened { since: it.listed_on }).collect())
            }
            HomeTest::Commitment => match self.record.facts.commitment_on {
                Some(_) => (Verdict::Met, Vec::new()),
                None => (Verdict::Failing, vec![Reason::NoCommitment]),
            },
            HomeTest::Certificate => self.certificate(),
            HomeTest::Asked => match self.record.facts.answers.get(&condition.id) {
                Some(true) => (Verdict::Met, Vec::new()),
                Some(false) => (Verdict::Failing, vec![Reason::SaidNo]),
                None => (Verdict::Unknown, vec![Reason::NotAsked]),
            },
        };
        Judged { condition: condition.id.clone(), number: condition.number, verdict, reasons }
    }

    /// The last days before the return with what is known of each.
    fn days(&self, count: u32) -> impl Iterator<Item = (NaiveDate, Option<&HomeDay>)> {
        HomeTerms::days_before(self.opens, count).map(|day| (day, self.record.days.get(&day)))
    }

    /// What is missing of the last days before the return.
    fn gaps(&self, count: u32, said: impl Fn(&HomeDay) -> bool) -> Vec<Reason> {
        let open: Vec<NaiveDate> =
            self.days(count).filter(|(_, known)| !known.is_some_and(&said)).map(|(day, _)| day).collect();
        let (gone, to_come): (Vec<NaiveDate>, Vec<NaiveDate>) =
            open.into_iter().partition(|day| *day < self.today);
        let missing = (!gone.is_empty()).then_some(Reason::Missing { days: gone });
        let to_come = (!to_come.is_empty()).then_some(Reason::ToCome { days: to_come.len() });
        missing.into_iter().chain(to_come).collect()
    }

    /// Failing for what was found; else unknown while anything is missing.
    fn unless(
        &self,
        found: Vec<Reason>,
        count: u32,
        said: impl Fn(&HomeDay) -> bool,
    ) -> (Verdict, Vec<Reason>) {
        if !found.is_empty() {
            return (Verdict::Failing, found);
        }
        let gaps = self.gaps(count, said);
        if gaps.is_empty() { (Verdict::Met, gaps) } else { (Verdict::Unknown, gaps) }
    }

    /// A day gone by without its record does not hold; one to come is not known.
    fn recorded(&self, count: u32) -> (Verdict, Vec<Reason>) {
        let gaps = self.gaps(count, |day| day.is_complete(&self.terms.measured));
        let gone = gaps.iter().any(|gap| matches!(gap, Reason::Missing { .. }));
        let verdict = match (gone, gaps.is_empty()) {
            (true, _) => Verdict::Failing,
            (false, true) => Verdict::Met,
            (false, false) => Verdict::Unknown,
        };
        (verdict, gaps)
    }

    fn high(&self, day: NaiveDate, known: Option<&HomeDay>) -> Vec<Reason> {
        let taken = known.into_iter().flat_map(|known| &known.temperatures);
        let high = taken.filter(|(_, temperature)| self.terms.is_high(**temperature));
        let reason = |(slot, temperature): (&HomeSlot, &Temperature)| Reason::High {
            day,
            slot: *slot,
            temperature: *temperature,
            limit: self.terms.limit(temperature.site),
        };
        high.map(reason).collect()
    }

    fn symptoms(&self, day: NaiveDate, known: Option<&HomeDay>) -> Option<Reason> {
        let said = known?.symptoms.as_ref()?;
        let codes: Vec<SymptomCode> = said.intersection(&self.terms.symptoms).cloned().collect();
        (!codes.is_empty()).then_some(Reason::Symptoms { day, codes })
    }

    /// Whoever was ill in the observation brings a certificate.
    fn certificate(&self) -> (Verdict, Vec<Reason>) {
        let shown = self.days(self.terms.days).find(|(day, known)| {
            !self.high(*day, *known).is_empty() || self.symptoms(*day, *known).is_some()
        });
        let since = [shown.map(|(day, _)| day), self.record.ill_since].into_iter().flatten().min();
        match (since, &self.record.facts.certificate) {
            (_, Some(_)) => (Verdict::Met, Vec::new()),
            (Some(since), None) => (Verdict::Failing, vec![Reason::NoCertificate { since }]),
            (None, None) => {
                let said = |day: &HomeDay| day.is_measured(&self.terms.measured) && day.symptoms.is_some();
                self.unless(Vec::new(), self.terms.days, said)
            }
        }
    }
}

fn failing(reasons: Vec<Reason>) -> (Verdict, Vec<Reason>) {
    if reasons.is_empty() { (Verdict::Met, reasons) } else { (Verdict::Failing, reasons) }
}
