//! The school's own figures as a file, so that another school of the county need not type them.

use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{NewOwnRule, OwnRuleError};
use crate::disk::{DiskAction, DiskError, RealFiles, replace};
use crate::domain::own_rule::OwnRule;
use crate::domain::rule_book::figures;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Largest file that is read.
const LARGEST: u64 = 1 << 20;

/// The file.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RuleFile {
    #[serde(default)]
    figures: Vec<Entry>,
}

/// A figure in the file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    rule: String,
    value: String,
    valid_from: NaiveDate,
    #[serde(default)]
    text: String,
    source: String,
    approved_by: String,
}

impl Book {
    /// Writes the figures that hold or will hold into a file; answers how many.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn export_own_rules(&self, path: &Path) -> Result<usize, OpError> {
        let all = self.store.own_rules()?;
        let (held, known) = (OwnRule::in_force(&all, self.today()), figures()?);
        let later = all.iter().filter(|rule| rule.valid_from > self.today());
        let entry = |rule: &OwnRule| {
            let unit = known.iter().find(|figure| figure.path == rule.path)?.unit;
            Some(Entry {
                rule: rule.path.clone(),
                value: unit.shown(rule.body.value.as_deref()?),
                valid_from: rule.valid_from,
                text: rule.body.text.clone(),
                source: rule.body.source.clone(),
                approved_by: rule.body.approved_by.clone(),
            })
        };
        let figures: Vec<Entry> = held.into_values().chain(later).filter_map(entry).collect();
        let (count, file) = (figures.len(), RuleFile { figures });
        let unwritable = |error: toml::ser::Error| unreadable(path, error.to_string());
        let text =
            format!("# {}\n\n{}", self.tr.own_rule_file_head(), toml::to_string(&file).map_err(unwritable)?);
        replace(&RealFiles, path, text.as_bytes())?;
        Ok(count)
    }

    /// Takes the figures of a file, all or none, as one act; answers how many. What held elsewhere before today holds here
    /// from today on.
    ///
    /// # Errors
    /// [`OwnRuleError`], with the number of the entry; those of the disk.
    pub fn import_own_rules(&mut self, path: &Path) -> Result<usize, OpError> {
        let reading = |error: &std::io::Error| DiskError::from_io(DiskAction::Read, path, error);
        if std::fs::metadata(path).map_err(|error| reading(&error))?.len() > LARGEST {
            return Err(unreadable(path, String::new()).into());
        }
        let bytes = std::fs::read(path).map_err(|error| reading(&error))?;
        let text = String::from_utf8(bytes).map_err(|error| unreadable(path, error.to_string()))?;
        let text = text.trim_start_matches('\u{feff}');
        let file: RuleFile = toml::from_str(text).map_err(|error| unreadable(path, error.to_string()))?;
        let (all, today) = (self.store.own_rules()?, self.today());
        let mut new: Vec<OwnRule> = Vec::new();
        for (entry, number) in file.figures.into_iter().zip(1..) {
            let wanted = NewOwnRule {
                path: entry.rule,
                value: entry.value,
                valid_from: Some(entry.valid_from.max(today)),
                text: entry.text,
                source: entry.source,
                approved_by: entry.approved_by,
            };
            let rule = self.own_rule(&wanted, &all).map_err(|error| match error {
                OpError::OwnRule(why) => OwnRuleError::Entry { number, why: Box::new(why) }.into(),
                other => other,
            })?;
            new.retain(|other| (&other.path, other.valid_from) != (&rule.path, rule.valid_from));
            new.push(rule);
        }
        let count = new.len();
        if count > 0 {
            self.put_own_rules(&new, all)?;
        }
        Ok(count)
    }
}

fn unreadable(path: &Path, at: String) -> OwnRuleError {
    OwnRuleError::Unreadable { path: path.to_owned(), at }
}
