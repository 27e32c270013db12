//! What the screen U盘 shows.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use serde_json::Value;

use super::week_table::WeekTable;
use crate::disk::RealFiles;
use crate::exchange::{Target, targets};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::IssuedRow;

/// Kind of the issued rows.
pub(in crate::ops) const USB_PACKAGE: &str = "usb_package";
/// Most packages that are looked at.
const MOST: u32 = 10_000;

/// A package that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PackageLine {
    /// Number of the package.
    pub sequence: u32,
    /// First day that it covers.
    pub from: Option<NaiveDate>,
    /// Last day that it covers.
    pub to: NaiveDate,
    /// Name of its folder.
    pub folder: String,
    /// When.
    pub made_at: NaiveDateTime,
    /// By whom.
    pub made_by: String,
    /// Its digest, which the next one names.
    pub digest: Option<String>,
}

/// What the screen U盘 shows.
#[derive(Debug, Clone, PartialEq)]
pub struct UsbView {
    /// Any day of the week.
    pub date: NaiveDate,
    /// Week of the term.
    pub week: Option<u32>,
    /// The numbers.
    pub table: WeekTable,
    /// Drives that are plugged in.
    pub targets: Vec<Target>,
    /// Packages written by this book, the newest first.
    pub packages: Vec<PackageLine>,
    /// Number of the next package.
    pub next: u32,
    /// First day that the next package covers.
    pub from: NaiveDate,
    /// Name of its folder.
    pub folder: String,
}

impl Book {
    /// What the screen U盘 shows for the week of a day.
    pub fn usb_view(&self, date: NaiveDate) -> Result<UsbView, OpError> {
        let packages = self.packages()?;
        let next = self.package_head(date)?;
        Ok(UsbView {
            date,
            week: self.calendar(date)?.week_of_term(date),
            table: self.week_table(date)?,
            targets: targets(&RealFiles),
            next: packages.first().map_or(0, |line| line.sequence) + 1,
            from: next.from,
            folder: next.folder_name(),
            packages,
        })
    }

    /// The packages of this device, the newest first.
    pub(super) fn packages(&self) -> Result<Vec<PackageLine>, OpError> {
        let device = self.device()?;
        let text = |row: &IssuedRow, key: &str| {
            row.body.get(key).and_then(Value::as_str).unwrap_or_default().to_owned()
        };
        let mut rows = self.store.issued(USB_PACKAGE, MOST)?;
        rows.retain(|row| text(row, "device") == device);
        rows.sort_by_key(|row| std::cmp::Reverse(row.number));
        Ok(rows
            .into_iter()
            .map(|row| PackageLine {
                sequence: row.number,
                from: text(&row, "from").parse().ok(),
                to: row.date,
                folder: text(&row, "folder"),
                made_at: row.made_at,
                made_by: self.name_or_post(&row.made_by),
                digest: row.digest.clone(),
            })
            .collect())
    }
}
