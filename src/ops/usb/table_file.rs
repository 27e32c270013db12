//! The description of a package's tables: a file of `assets/packages`.

use serde::Deserialize;

use crate::domain::rule_book::Bilingual;
use crate::exchange::{Cell, DataTable, ExchangeError, Field, FieldKind};
use crate::i18n::Language;

/// The shipped description for the level `counts`.
const COUNTS: &str = include_str!("../../../assets/packages/counts.toml");

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct TableFile {
    tables: Vec<TableEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TableEntry {
    name: String,
    title: Bilingual,
    primary_key: Vec<String>,
    fields: Vec<FieldEntry>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct FieldEntry {
    name: String,
    kind: FieldKind,
    title: Bilingual,
    description: Bilingual,
}

impl TableFile {
    /// The tables of the level `counts`.
    pub fn counts() -> Result<Self, ExchangeError> {
        toml::from_str(COUNTS).map_err(|_| ExchangeError::Content { part: "counts.toml".to_owned() })
    }

    /// A table with its rows.
    pub fn table(
        &self,
        name: &str,
        rows: Vec<Vec<Cell>>,
        language: Language,
    ) -> Result<DataTable, ExchangeError> {
        let entry = self.tables.iter().find(|entry| entry.name == name);
        let entry = entry.ok_or_else(|| ExchangeError::Content { part: name.to_owned() })?;
        let tag = language.tag();
        Ok(DataTable {
            name: entry.name.clone(),
            title: entry.title.get(tag).to_owned(),
            fields: entry
                .fields
                .iter()
                .map(|field| Field {
                    name: field.name.clone(),
                    title: field.title.get(tag).to_owned(),
                    kind: field.kind,
                    description: field.description.get(tag).to_owned(),
                })
                .collect(),
            primary_key: entry.primary_key.clone(),
            rows,
        })
    }
}
