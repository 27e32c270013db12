//! All that goes into one package.

use chrono::{NaiveDate, NaiveDateTime};
use uuid::Uuid;

use super::safe_name::LONGEST;
use super::{Attachment, DataTable, Level, safe_name};

/// All that goes into one package. The same content always gives the same bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackageContent {
    /// The school. Provisional until the township issues an identity.
    pub school_id: Uuid,
    /// The school's name.
    pub school_name: String,
    /// The book's device; drawn anew when the book was restored or copied.
    pub device: Uuid,
    /// Number of the package, from 1.
    pub sequence: u64,
    /// Digest of the package before; `None` only for the first.
    pub previous_digest: Option<String>,
    /// First day that the tables cover.
    pub from: NaiveDate,
    /// Last day that the tables cover.
    pub to: NaiveDate,
    /// When the package was made, local time; its day stands in the folder's name.
    pub made_at: NaiveDateTime,
    /// How much it says about persons.
    pub level: Level,
    /// The tables.
    pub tables: Vec<DataTable>,
    /// Files for an office without this program.
    pub attachments: Vec<Attachment>,
    /// Version of the program.
    pub program_version: String,
}

impl PackageContent {
    /// Name of the package's folder: `学校名_2026-11-23_第0001号`, at most 60 characters. The same in every
    /// language of the screen, since the township sorts sticks by it.
    pub fn folder_name(&self) -> String {
        let tail = format!("_{}_第{:04}号", self.made_at.date(), self.sequence);
        let room = LONGEST.saturating_sub(tail.chars().count());
        format!("{}{tail}", safe_name(&self.school_name, room))
    }
}
