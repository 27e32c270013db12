//! `manifest.json`: what a package claims to be, and the digests of its files.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Level, PackageContent};
use crate::disk::{WrittenFile, sha256_hex};

/// The manifest's file name.
pub(super) const MANIFEST: &str = "manifest.json";
/// The descriptor's file name.
pub(super) const DATA_PACKAGE: &str = "datapackage.json";
/// What `format` says.
pub(super) const FORMAT: &str = "chenjian-package";
/// The newest format that this program writes and reads.
pub(super) const FORMAT_VERSION: u32 = 1;

/// The manifest. Field order is the order in the file; the digest of the package is the SHA-256 of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Always `chenjian-package`.
    pub format: String,
    /// Version of the format, from 1.
    pub format_version: u32,
    /// Version of the program that wrote it.
    pub program_version: String,
    /// The school.
    pub school: ManifestSchool,
    /// The book's device.
    pub device: Uuid,
    /// Number of the package, from 1.
    pub sequence: u64,
    /// Digest of the package before, 64 hexadecimal digits; absent only for the first.
    pub previous_digest: Option<String>,
    /// First day covered.
    pub from: NaiveDate,
    /// Last day covered.
    pub to: NaiveDate,
    /// When it was made, local time.
    pub made_at: NaiveDateTime,
    /// How much it says about persons.
    pub level: Level,
    /// Whether a signature vouches for it.
    pub signed: bool,
    /// Why not, if not: `signing-not-available`.
    pub unsigned_reason: Option<String>,
    /// The tables with their counts.
    pub tables: Vec<ManifestTable>,
    /// Every file except the manifest itself.
    pub files: Vec<WrittenFile>,
}

/// The school in a manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestSchool {
    /// The school's key.
    pub id: Uuid,
    /// Whether the school drew the key itself and the township has not yet issued one.
    pub provisional: bool,
    /// The school's name.
    pub name: String,
}

/// A table in a manifest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManifestTable {
    /// The table's name.
    pub name: String,
    /// Its file inside the package.
    pub path: String,
    /// Rows without the head.
    pub rows: u64,
}

impl Manifest {
    /// The manifest of a content whose files are `files`.
    pub(super) fn describe(content: &PackageContent, files: &[(String, Vec<u8>)]) -> Self {
        Self {
            format: FORMAT.to_owned(),
            format_version: FORMAT_VERSION,
            program_version: content.program_version.clone(),
            school: ManifestSchool {
                id: content.school_id,
                provisional: true,
                name: content.school_name.clone(),
            },
            device: content.device,
            sequence: content.sequence,
            previous_digest: content.previous_digest.clone(),
            from: content.from,
            to: content.to,
            made_at: content.made_at,
            level: content.level,
            signed: false,
            unsigned_reason: Some("signing-not-available".to_owned()),
            tables: content
                .tables
                .iter()
                .map(|table| ManifestTable {
                    name: table.name.clone(),
                    path: table_path(&table.name),
                    rows: table.rows.len() as u64,
                })
                .collect(),
            files: files
                .iter()
                .map(|(path, bytes)| WrittenFile {
                    path: path.clone(),
                    bytes: bytes.len() as u64,
                    sha256: sha256_hex(bytes),
                })
                .collect(),
        }
    }

    /// Whether its statements agree with each other: numbering, chain, range.
    pub(super) fn is_consistent(&self) -> bool {
        self.sequence >= 1
            && (self.sequence == 1 || self.previous_digest.is_some())
            && self.previous_digest.as_deref().is_none_or(is_digest)
            && self.from <= self.to
            && self.files.iter().all(|file| is_digest(&file.sha256))
            && self.tables.iter().all(|table| self.files.iter().any(|file| file.path == table.path))
    }
}

/// Where a table's CSV lies.
pub(super) fn table_path(name: &str) -> String {
    format!("data/{name}.csv")
}

fn is_digest(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))
}
