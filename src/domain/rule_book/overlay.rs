//! The school's own figures laid over the shipped files before these are read, so that each is checked as they are.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::figure::{FigureUnit, entry_name, stem};
use super::{Bilingual, RuleError, Source};
use crate::domain::own_rule::OwnRule;

/// What is laid over the files.
#[derive(Debug, Clone, Default)]
pub(super) struct Overlay<'a> {
    /// Figures by path.
    own: BTreeMap<&'a str, &'a OwnRule>,
    /// What follows the name of an entry that the school has changed: （本校）.
    mark: Bilingual,
}

impl<'a> Overlay<'a> {
    pub fn of(own: BTreeMap<&'a str, &'a OwnRule>, mark: &Bilingual) -> Self {
        Self { own, mark: mark.clone() }
    }

    /// Reads a file with what is laid over it.
    pub fn read<T: DeserializeOwned>(&self, file: &'static str, text: &str) -> Result<T, RuleError> {
        let beginning = format!("{}/", stem(file));
        let own = self.own.iter().filter(|(path, _)| path.starts_with(&beginning));
        let own: Vec<(&str, &OwnRule)> = own.map(|(path, rule)| (*path, *rule)).collect();
        if own.is_empty() {
            return super::read(file, text);
        }
        let mut table: Table = super::read(file, text)?;
        for (path, rule) in own {
            let keys: Vec<&str> = path.split('/').skip(1).collect();
            let value = rule.body.value.as_deref().unwrap_or_default();
            if !self.lay(&mut table, &keys, value, rule) {
                return Err(RuleError::Inconsistent { file, name: path.to_owned() });
            }
        }
        table
            .try_into()
            .map_err(|error: toml::de::Error| RuleError::Unreadable { file, at: error.to_string() })
    }

    /// The sources of what is laid over.
    pub fn sources(&self) -> impl Iterator<Item = Source> {
        self.own.values().map(|rule| Source {
            id: source_id(rule),
            name: Bilingual { zh: rule.body.source.clone(), en: rule.body.source.clone() },
            date: rule.valid_from.to_string(),
        })
    }

    /// Lays one figure; the entry that it stands in becomes the school's own. `false` where there is no such place.
    fn lay(&self, table: &mut Table, keys: &[&str], value: &str, rule: &OwnRule) -> bool {
        let Some((key, rest)) = keys.split_first() else { return false };
        let laid = match (table.get_mut(*key), rest) {
            (Some(Value::Integer(_)) | None, []) => match value.parse() {
                Ok(number) => {
                    let _ = table.insert((*key).to_owned(), Value::Integer(number));
                    true
                }
                Err(_) => false,
            },
            (Some(Value::String(text)), []) if FigureUnit::Time.parse(text).is_some() => {
                value.clone_into(text);
                true
            }
            (Some(Value::Table(inner)), [_, ..]) => self.lay(inner, rest, value, rule),
            (Some(Value::Array(entries)), [name, rest @ ..]) => {
                let mut tables = entries.iter_mut().filter_map(Value::as_table_mut).enumerate();
                let entry = tables.find(|(at, entry)| entry_name(entry, *at) == *name);
                entry.is_some_and(|(_, entry)| self.lay(entry, rest, value, rule))
            }
            _ => false,
        };
        if laid {
            self.sign(table, rule);
        }
        laid
    }

    /// The innermost entry with a source says that it is the school's own, which confirms it. What the law says of a
    /// disease stays the law's.
    fn sign(&self, entry: &mut Table, rule: &OwnRule) {
        let (id, body) = (source_id(rule), &rule.body);
        let signed = |entry: &Table| {
            entry.get("source").and_then(Value::as_str).is_some_and(|it| it.starts_with(OWN) && it != id)
        };
        let inner_signed = entry.values().any(|value| holds_signed(value, &id));
        if !entry.contains_key("source") || entry.contains_key("class") || inner_signed {
            return;
        }
        let twice = signed(entry);
        let _ = entry.insert("source".to_owned(), Value::String(id));
        if entry.contains_key("status") {
            let _ = entry.insert("status".to_owned(), Value::String("confirmed".to_owned()));
        }
        if entry.contains_key("version") {
            let version = format!("{}-{}", rule.valid_from, body.version);
            let _ = entry.insert("version".to_owned(), Value::String(version));
        }
        if let Some(name) = entry.get_mut("name").and_then(Value::as_table_mut).filter(|_| !twice) {
            append(name, &self.mark);
        }
        if let Some(text) =
            entry.get_mut("text").and_then(Value::as_table_mut).filter(|_| !body.text.is_empty())
        {
            for language in ["zh", "en"] {
                let _ = text.insert(language.to_owned(), Value::String(body.text.clone()));
            }
        }
    }
}

/// Beginning of the ids of own sources.
const OWN: &str = "own:";

fn source_id(rule: &OwnRule) -> String {
    format!("{OWN}{}", rule.path)
}

/// Whether an entry inside was signed with this source.
fn holds_signed(value: &Value, id: &str) -> bool {
    match value {
        Value::Table(inner) => {
            inner.get("source").and_then(Value::as_str) == Some(id)
                || inner.values().any(|it| holds_signed(it, id))
        }
        Value::Array(entries) => entries.iter().any(|it| holds_signed(it, id)),
        _ => false,
    }
}

fn append(name: &mut Table, mark: &Bilingual) {
    for (language, mark) in [("zh", &mark.zh), ("en", &mark.en)] {
        if let Some(Value::String(text)) = name.get_mut(language) {
            text.push_str(mark);
        }
    }
}
