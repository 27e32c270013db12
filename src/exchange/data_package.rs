//! `datapackage.json`: the tables described for other programs (Frictionless Data Package 1, tabular).

use serde::{Deserialize, Serialize};

use super::data_table::DATE_TIME;
use super::{DataTable, FieldKind, PackageContent};
use crate::disk::sha256_hex;

/// The descriptor. Field order is the order in the file.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct DataPackage {
    profile: String,
    name: String,
    title: String,
    pub(super) resources: Vec<Resource>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Resource {
    profile: String,
    pub(super) name: String,
    title: String,
    pub(super) path: String,
    format: String,
    mediatype: String,
    encoding: String,
    bytes: usize,
    hash: String,
    pub(super) schema: Schema,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Schema {
    pub(super) fields: Vec<SchemaField>,
    missing_values: Vec<String>,
    primary_key: Vec<String>,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct SchemaField {
    pub(super) name: String,
    title: String,
    description: String,
    #[serde(rename = "type")]
    pub(super) kind: FieldKind,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    format: Option<String>,
}

impl DataPackage {
    /// Describes the tables, whose CSV bytes stand in the same order in `files`.
    pub(super) fn describe(content: &PackageContent, files: &[(String, Vec<u8>)]) -> Self {
        Self {
            profile: "tabular-data-package".to_owned(),
            name: format!("chenjian-{}-{:04}", content.school_id, content.sequence),
            title: content.folder_name(),
            resources: content
                .tables
                .iter()
                .zip(files)
                .map(|(table, (path, bytes))| Resource::describe(table, path, bytes))
                .collect(),
        }
    }
}

impl Resource {
    fn describe(table: &DataTable, path: &str, bytes: &[u8]) -> Self {
        Self {
            profile: "tabular-data-resource".to_owned(),
            name: table.name.clone(),
            title: table.title.clone(),
            path: path.to_owned(),
            format: "csv".to_owned(),
            mediatype: "text/csv".to_owned(),
            encoding: "utf-8".to_owned(),
            bytes: bytes.len(),
            hash: format!("sha256:{}", sha256_hex(bytes)),
            schema: Schema {
                fields: table
                    .fields
                    .iter()
                    .map(|field| SchemaField {
                        name: field.name.clone(),
                        title: field.title.clone(),
                        description: field.description.clone(),
                        kind: field.kind,
                        // The standard's own form of a date with time demands a time zone.
                        format: (field.kind == FieldKind::DateTime).then(|| DATE_TIME.to_owned()),
                    })
                    .collect(),
                missing_values: vec![String::new()],
                primary_key: table.primary_key.clone(),
            },
        }
    }
}
