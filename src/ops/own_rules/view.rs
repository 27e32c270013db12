//! The figures as they are shown: the shipped value and the school's own beside it.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::own_rule::OwnRule;
use crate::domain::rule_book::{Figure, FigureUnit, figures};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// A figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FigureLine {
    /// Where it stands.
    pub path: String,
    /// The rule that it belongs to, in words.
    pub rule: String,
    /// What the rule says, by which it is found as well.
    #[serde(skip)]
    pub text: String,
    /// What it is: 人数, 天数.
    pub name: String,
    /// What it counts.
    pub unit: FigureUnit,
    /// The shipped value; `None` where the rule leaves it open.
    pub shipped: Option<String>,
    /// Where the shipped one stands.
    pub source: String,
    /// The school's own that holds on the day asked for.
    pub own: Option<OwnFigure>,
    /// One that begins to hold later, or the end of the own one.
    pub next: Option<OwnFigure>,
}

/// A figure that the school has set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnFigure {
    /// The value; `None`: the shipped one holds again.
    pub value: Option<String>,
    /// First day.
    pub valid_from: NaiveDate,
    /// Counts the settings of this figure.
    pub version: u32,
    /// The rule in words.
    pub text: String,
    /// The notice that it stands in.
    pub source: String,
    /// Who approved it.
    pub approved_by: String,
}

impl FigureLine {
    /// Whether it is found by what somebody typed: every word of it in the rule, what it says, the name or
    /// the path.
    pub fn fits(&self, typed: &str) -> bool {
        let all = format!("{} {} {} {}", self.rule, self.text, self.name, self.path).to_lowercase();
        typed.to_lowercase().split_whitespace().all(|word| all.contains(word))
    }
}

impl Book {
    /// All figures on a day; `own`: only those that the school has set.
    pub fn figure_lines(&self, date: NaiveDate, own: bool) -> Result<Vec<FigureLine>, OpError> {
        let all = self.store.own_rules()?;
        let held = OwnRule::in_force(&all, date);
        let tag = self.tr.language().tag();
        let line = |figure: Figure| {
            let unit = figure.unit;
            let shown = |rule: &OwnRule| OwnFigure {
                value: rule.body.value.as_deref().map(|value| unit.shown(value)),
                valid_from: rule.valid_from,
                version: rule.body.version,
                text: rule.body.text.clone(),
                source: rule.body.source.clone(),
                approved_by: rule.body.approved_by.clone(),
            };
            let later = |rule: &&OwnRule| rule.path == figure.path && rule.valid_from > date;
            FigureLine {
                rule: self.rule_words(&figure),
                text: figure.text.as_ref().map(|text| text.get(tag).to_owned()).unwrap_or_default(),
                name: self.figure_name(&figure),
                unit,
                shipped: figure.shipped.as_deref().map(|value| unit.shown(value)),
                source: figure.source.as_deref().map(|id| self.source_words(id)).unwrap_or_default(),
                own: held.get(figure.path.as_str()).map(|rule| shown(rule)),
                next: all.iter().find(later).map(shown),
                path: figure.path,
            }
        };
        let mut lines: Vec<FigureLine> = figures()?.into_iter().map(line).collect();
        lines.retain(|line| !own || line.own.is_some() || line.next.is_some());
        Ok(lines)
    }

    /// The rule that a figure belongs to, in words.
    fn rule_words(&self, figure: &Figure) -> String {
        let tag = self.tr.language().tag();
        let mut parts: Vec<String> = figure.names.iter().map(|name| name.get(tag).to_owned()).collect();
        if parts.is_empty() {
            // The part of the file, and the entry where it is one of a list.
            let inside = figure.path.split('/').collect::<Vec<_>>();
            let inside = inside.get(..inside.len().saturating_sub(1)).unwrap_or_default();
            parts = inside.iter().map(|part| self.tr.own_rule_part(part)).collect();
        }
        parts.dedup();
        parts.join(" · ")
    }

    /// What a figure is, in words.
    fn figure_name(&self, figure: &Figure) -> String {
        let key = figure.path.rsplit('/').next().unwrap_or_default();
        let name = self.tr.own_rule_field(key);
        match figure.unit {
            FigureUnit::Hours => self.tr.own_rule_hours(&name),
            FigureUnit::Minutes => self.tr.own_rule_minutes(&name),
            FigureUnit::Days => self.tr.own_rule_days(&name),
            _ => name,
        }
    }

    /// What is said of a rule whose figure the school has set without words of its own.
    pub(super) fn own_rule_words(&self, figure: &Figure, value: &str) -> String {
        let shown = |value: &str| figure.unit.shown(value);
        let shipped = figure.shipped.as_deref().map_or_else(|| "–".to_owned(), shown);
        let said = figure.text.as_ref().map(|text| text.get(self.tr.language().tag())).unwrap_or_default();
        self.tr.own_rule_text(&self.figure_name(figure), said, &shipped, &shown(value))
    }
}
