//! The figures in the rule files: every number and hour that a county or a school may set otherwise.
//!
//! A figure is found by a path: the file, then keys; an entry of a list is named by its id, or by what tells it apart.

use std::collections::BTreeSet;

use serde::Serialize;
use toml::{Table, Value};

use super::{Bilingual, RuleError, own_files};

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureUnit {
    /// Days.
    Days,
    /// Persons.
    Persons,
    /// Percent of a head-count.
    Percent,
    /// Hours.
    Hours,
    /// Minutes.
    Minutes,
    /// Degrees Celsius, kept in tenths.
    Degrees,
    /// An hour of the day.
    Time,
    /// A plain number.
    Number,
}

/// A figure as the program ships it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// Where it stands.
    pub path: String,
    /// What it counts.
    pub unit: FigureUnit,
    /// Its value in the file's writing; `None` where the entry leaves it open.
    pub shipped: Option<String>,
    /// Names of the entries that it stands in, the outermost first.
    pub names: Vec<Bilingual>,
    /// What the entry says.
    pub text: Option<Bilingual>,
    /// Id of the entry's source.
    pub source: Option<String>,
}

/// Figures that an entry may leave open, by the list that it stands in.
const OPTIONAL: &[(&str, &[&str])] = &[
    ("clusters", &["share"]),
    ("definitions", &["temperature"]),
    ("diseases", &["watch_days"]),
    ("exclusions", &["days_from_onset", "days_after_symptoms", "days_of_treatment"]),
];

impl FigureUnit {
    /// The unit of a figure by its key and the key above it.
    fn of(key: &str, above: &str) -> Self {
        match (key, above) {
            ("count", _) => Self::Persons,
            ("share", _) => Self::Percent,
            ("report_hours", _) | (_, "hours") => Self::Hours,
            (_, "first") => Self::Minutes,
            ("tenths" | "temperature", _) => Self::Degrees,
            _ if key.ends_with("minutes") => Self::Minutes,
            _ if key.starts_with("days") || key.ends_with("days") => Self::Days,
            _ => Self::Number,
        }
    }

    /// The lowest and the highest value that make sense, in the file's writing.
    pub const fn bounds(self) -> (i64, i64) {
        match self {
            Self::Days => (0, 400),
            Self::Persons => (1, 9_999),
            Self::Percent => (1, 100),
            Self::Hours => (1, 720),
            Self::Minutes => (0, 10_080),
            Self::Degrees => (340, 420),
            Self::Time => (0, 0),
            Self::Number => (0, 999),
        }
    }

    /// What somebody typed, in the file's writing: 37.5 degrees are 375.
    pub fn parse(self, typed: &str) -> Option<String> {
        let typed = typed.trim().replace('：', ":");
        if self == Self::Time {
            return chrono::NaiveTime::parse_from_str(&typed, "%H:%M")
                .ok()
                .map(|it| it.format("%H:%M").to_string());
        }
        let number = if self == Self::Degrees {
            let (whole, part) = typed.split_once('.').unwrap_or((&typed, "0"));
            let tenth = part.parse::<i64>().ok().filter(|_| part.len() == 1)?;
            whole.parse::<i64>().ok()?.checked_mul(10)?.checked_add(tenth)?
        } else {
            typed.parse::<i64>().ok()?
        };
        let (least, most) = self.bounds();
        (least..=most).contains(&number).then(|| number.to_string())
    }

    /// A value in the file's writing as it is shown: 375 tenths are 37.5.
    pub fn shown(self, value: &str) -> String {
        match value.parse::<i64>() {
            Ok(tenths) if self == Self::Degrees => format!("{}.{}", tenths / 10, tenths % 10),
            _ => value.to_owned(),
        }
    }
}

/// All figures of the shipped files, in the order of the files.
pub fn figures() -> Result<Vec<Figure>, RuleError> {
    let mut found = Vec::new();
    for (file, text) in own_files() {
        let table: Table = super::read(file, text)?;
        Walk { names: Vec::new(), text: None, source: None }.table(&stem(file), "", &table, &mut found);
    }
    // Contradicting entries of one limit are set as one.
    let mut known = BTreeSet::new();
    found.retain(|figure| known.insert(figure.path.clone()));
    Ok(found)
}

/// `clusters` of `rules/clusters.toml`.
pub(super) fn stem(file: &str) -> String {
    file.trim_start_matches("rules/").trim_end_matches(".toml").to_owned()
}

/// What tells an entry of a list apart: its id, or what stands for it.
pub(super) fn entry_name(entry: &Table, at: usize) -> String {
    let text = |key: &str| entry.get(key).and_then(Value::as_str).map(ToOwned::to_owned);
    let limit = || text("purpose").zip(text("site")).map(|(purpose, site)| format!("{purpose}-{site}"));
    let named = ["id", "session", "instrument", "sign", "code"].into_iter().find_map(text);
    named.or_else(limit).or_else(|| text("site")).unwrap_or_else(|| (at + 1).to_string())
}

/// What stands above the figures that are looked for.
#[derive(Clone)]
struct Walk {
    names: Vec<Bilingual>,
    text: Option<Bilingual>,
    source: Option<String>,
}

impl Walk {
    fn table(&self, path: &str, list: &str, table: &Table, found: &mut Vec<Figure>) {
        let mut here = self.clone();
        here.names.extend(table.get("name").and_then(bilingual));
        if let Some(source) = table.get("source").and_then(Value::as_str) {
            here.source = Some(source.to_owned());
        }
        if let Some(text) = table.get("text").and_then(bilingual) {
            // An entry without a name is known by what it says.
            if !table.contains_key("name") && table.contains_key("id") {
                here.names.push(text.clone());
            }
            here.text = Some(text);
        }
        let above = path.rsplit('/').next().unwrap_or_default();
        // The numbers of the conditions of return have a place of their own in the settings.
        for (key, value) in
            table.iter().filter(|(key, _)| !["value", "least", "most"].contains(&key.as_str()))
        {
            let inside = format!("{path}/{key}");
            match value {
                Value::Table(inner) => here.table(&inside, "", inner, found),
                Value::Array(entries) => {
                    for (at, entry) in entries.iter().enumerate() {
                        let Some(entry) = entry.as_table() else { continue };
                        here.table(&format!("{inside}/{}", entry_name(entry, at)), key, entry, found);
                    }
                }
                Value::Integer(number) => {
                    found.push(here.figure(inside, FigureUnit::of(key, above), Some(number.to_string())));
                }
                Value::String(text) if FigureUnit::Time.parse(text).as_ref() == Some(text) => {
                    found.push(here.figure(inside, FigureUnit::Time, Some(text.clone())));
                }
                _ => {}
            }
        }
        let open = OPTIONAL.iter().filter(|(name, _)| *name == list).flat_map(|(_, keys)| *keys);
        for key in open.filter(|key| !table.contains_key(**key)) {
            found.push(here.figure(format!("{path}/{key}"), FigureUnit::of(key, above), None));
        }
    }

    fn figure(&self, path: String, unit: FigureUnit, shipped: Option<String>) -> Figure {
        let (names, text, source) = (self.names.clone(), self.text.clone(), self.source.clone());
        Figure { path, unit, shipped, names, text, source }
    }
}

fn bilingual(value: &Value) -> Option<Bilingual> {
    let text = |key| value.get(key).and_then(Value::as_str).map(ToOwned::to_owned);
    Some(Bilingual { zh: text("zh")?, en: text("en")? })
}
