//! Watching at home and conditions of return: `assets/rules/home.toml`.

use chrono::NaiveTime;
use serde::{Deserialize, Serialize};

use super::{Bilingual, Confirmation, RuleBook};
use crate::domain::home::HomeSlot;
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Site;

/// How a condition is judged.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum HomeTest {
    /// Every day has its temperatures and an answer about symptoms and outings.
    Recorded,
    /// No temperature at or above the limit of its site.
    Temperature,
    /// None of the counted symptoms.
    Symptoms,
    /// None of these marks.
    Marks {
        /// Ids of marks.
        marks: Vec<String>,
    },
    /// No open screening.
    Screening,
    /// The commitment has come back.
    Commitment,
    /// Whoever was ill has brought a certificate.
    Certificate,
    /// What the reviewer asks and answers.
    Asked,
}

/// What the number of a condition counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NumberUnit {
    /// Days before the return.
    Days,
    /// Tenths of a degree Celsius.
    Tenths,
}

/// The number of a condition and what it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionNumber {
    /// What it counts.
    pub unit: NumberUnit,
    /// Its value unless the school chooses another.
    pub value: u32,
    /// Least value that can be chosen.
    pub least: u32,
    /// Greatest value that can be chosen.
    pub most: u32,
}

/// A condition of return.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConditionEntry {
    /// Id: `recorded`.
    pub id: String,
    /// Whether it holds unless the school chooses otherwise.
    pub on: bool,
    /// Whether it holds in some places only.
    #[serde(default)]
    pub local: bool,
    /// Short name.
    pub name: Bilingual,
    /// What it asks for.
    pub text: Bilingual,
    /// How it is judged.
    pub test: HomeTest,
    /// Its number, where it has one.
    #[serde(default)]
    pub number: Option<ConditionNumber>,
    /// Id of the source.
    pub source: String,
}

/// The lowest temperature that is too high at a site.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeLimit {
    /// Where it is taken.
    pub site: Site,
    /// In tenths of a degree Celsius.
    pub tenths: u16,
    /// Whether it applies.
    pub status: Confirmation,
    /// Id of the source.
    pub source: String,
}

/// Something else that is asked about a day.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeMark {
    /// Id: `risk_area`.
    pub id: String,
    /// Letter of the grid.
    pub key: char,
    /// Name.
    pub name: Bilingual,
    /// Sign in a cell.
    pub short: Bilingual,
    /// Id of the source.
    pub source: String,
}

/// Letters of the grid that say something of a whole day or row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeKeys {
    /// Neither symptom nor outing on this day.
    pub nil: char,
    /// The same on every day of the row that was measured and has no answer.
    pub row_nil: char,
    /// The guardian has signed for the days of the row.
    pub signed: char,
}

/// When what is owed is due.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeDuty {
    /// Days before the return by which the records are in.
    pub records_before_days: u32,
    /// The hour.
    pub records_hour: NaiveTime,
    /// Days before the return from which on reviews show.
    pub review_show_days: u32,
    /// Days before the return by which everybody is reviewed.
    pub review_before_days: u32,
    /// The hour.
    pub review_hour: NaiveTime,
    /// Hour of a call that was agreed for a day, or of the first one.
    pub call_hour: NaiveTime,
    /// Days after the return for which what is still owed shows.
    pub keep_days: u32,
    /// Id of the source.
    pub source: String,
}

/// How the screening of somebody ends.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClosingEntry {
    /// Id: `observed`.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Id of the source.
    pub source: String,
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HomeRules {
    /// Edition.
    pub version: String,
    /// What it is about.
    pub text: Bilingual,
    /// What is measured on a day.
    pub measured: Vec<HomeSlot>,
    /// What counts as a symptom.
    pub symptoms: Vec<SymptomCode>,
    /// Limits by site.
    pub limits: Vec<HomeLimit>,
    /// What else is asked about a day.
    pub marks: Vec<HomeMark>,
    /// Letters of the grid.
    pub keys: HomeKeys,
    /// When what is owed is due.
    pub duty: HomeDuty,
    /// Conditions of return, in the order of the list.
    pub conditions: Vec<ConditionEntry>,
    /// How a screening ends.
    pub closings: Vec<ClosingEntry>,
    /// Id of the source.
    pub source: String,
}

impl HomeRules {
    /// The condition of that id.
    pub fn condition(&self, id: &str) -> Option<&ConditionEntry> {
        self.conditions.iter().find(|entry| entry.id == id)
    }

    /// The mark of that id.
    pub fn mark(&self, id: &str) -> Option<&HomeMark> {
        self.marks.iter().find(|mark| mark.id == id)
    }

    /// The end of a screening of that id.
    pub fn closing(&self, id: &str) -> Option<&ClosingEntry> {
        self.closings.iter().find(|closing| closing.id == id)
    }

    /// Letters of the grid.
    fn letters(&self) -> impl Iterator<Item = char> {
        let keys = self.keys;
        self.marks.iter().map(|mark| mark.key).chain([keys.nil, keys.row_nil, keys.signed])
    }

    /// A name that stands twice, or that nothing has.
    pub(super) fn odd(&self, rules: &RuleBook) -> Option<String> {
        let mut seen = std::collections::BTreeSet::new();
        let letter =
            self.letters().find(|key| rules.by_key(*key).is_some() || !seen.insert(*key)).map(String::from);
        let symptom =
            self.symptoms.iter().find(|code| rules.symptom(code).is_none()).map(ToString::to_string);
        let marks = self.conditions.iter().filter_map(|entry| match &entry.test {
            HomeTest::Marks { marks } => Some(marks),
            _ => None,
        });
        let mark = marks.flatten().find(|id| self.mark(id).is_none()).cloned();
        let axillary =
            |limit: &HomeLimit| limit.site == Site::Axillary && limit.status == Confirmation::Confirmed;
        let limit = (!self.limits.iter().any(axillary)).then(|| Site::Axillary.name().to_owned());
        let days =
            self.conditions.iter().any(|entry| entry.test == HomeTest::Recorded && entry.number.is_some());
        letter.or(symptom).or(mark).or(limit).or((!days).then(|| "recorded".to_owned()))
    }

    /// Ids of the sources.
    pub(super) fn sources(&self) -> impl Iterator<Item = &str> {
        let limits = self.limits.iter().map(|entry| &entry.source);
        let marks = self.marks.iter().map(|entry| &entry.source);
        let conditions = self.conditions.iter().map(|entry| &entry.source);
        let closings = self.closings.iter().map(|entry| &entry.source);
        let all = limits.chain(marks).chain(conditions).chain(closings);
        all.chain([&self.source, &self.duty.source]).map(String::as_str)
    }
}

impl RuleBook {
    /// Watching at home and conditions of return.
    pub fn home(&self) -> &HomeRules {
        &self.home
    }
}
