//! Writing and verifying packages.

use std::path::{Path, PathBuf};

use chrono::{Days, NaiveDate, Weekday};
use serde::Serialize;
use serde_json::json;
use uuid::Uuid;

use super::tables::tables;
use super::view::USB_PACKAGE;
use crate::disk::{FileLayer, RealFiles, WrittenFile};
use crate::domain::progress::{Progress, Silent, Stage};
use crate::exchange::{Attachment, ExchangeError, Level, PackageContent, VerifyReport, export, verify};
use crate::ops::book::Book;
use crate::ops::daily_report::{Openness, ReportBody, ReportState};
use crate::ops::error::OpError;
use crate::ops::print::worksheet;
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::form::layout;
use crate::paper::pdf;
use crate::roster_file::write::write_xlsx;
use crate::storage::IssuedRow;

/// How far back something may lie that was never acknowledged by a receipt.
const DAYS_BACK: u64 = 366;

/// Something to do with packages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum UsbOp {
    /// Writes the next package.
    Export {
        /// The stick or any other folder; must exist.
        to: PathBuf,
        /// Last day that it covers.
        date: NaiveDate,
        /// How much it says about persons.
        level: Level,
    },
}

/// A package that was written, read back and given its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exported {
    /// Its folder.
    pub folder: PathBuf,
    /// Its number.
    pub sequence: u64,
    /// Its digest, which the next one names.
    pub digest: String,
    /// Digest of the package before.
    pub previous_digest: Option<String>,
    /// First day that it covers.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// How much it says about persons.
    pub level: Level,
    /// All its files, the manifest last.
    pub files: Vec<WrittenFile>,
}

impl Book {
    /// Does something with packages.
    pub fn run_usb(&mut self, op: &UsbOp, progress: &mut dyn Progress) -> Result<Exported, OpError> {
        let UsbOp::Export { to, date, level } = op;
        self.export_package(to, *date, *level, &RealFiles, progress)
    }

    /// Writes the next package into a folder. The number counts only once the package stands whole; on any
    /// error nothing of it is left.
    pub(super) fn export_package(
        &mut self,
        to: &Path,
        date: NaiveDate,
        level: Level,
        layer: &dyn FileLayer,
        progress: &mut dyn Progress,
    ) -> Result<Exported, OpError> {
        if date > self.today() {
            return Err(OpError::BadValue { field: "--date", given: date.to_string() });
        }
        if self.school()?.name.is_empty() {
            return Err(OpError::NoSchoolName);
        }
        let mut content = PackageContent { level, ..self.package_head(date)? };
        if level.needs_seal() {
            return Err(ExchangeError::NeedsSeal { level }.into());
        }
        self.fill_package(&mut content, progress)?;
        let (sequence, device) = (content.sequence, self.device()?);
        let (made_at, made_by, journal) = (self.now(), self.operator()?, self.store.journal_head()?);
        let folder_name = content.folder_name();
        let detail = json!({ "count": sequence, "date": date });
        let report = self.act_final(USB_PACKAGE, detail, |act, ids| {
            let report = export(&content, to, layer, progress)?;
            let row = IssuedRow {
                id: ids.next(),
                kind: USB_PACKAGE.to_owned(),
                date,
                number: u32::try_from(sequence).unwrap_or(u32::MAX),
                made_at,
                made_by,
                journal,
                digest: Some(report.digest.clone()),
                body: json!({
                    "folder": folder_name, "device": device, "from": content.from, "level": level.code(),
                }),
            };
            let _ = act.put(&row).inspect_err(|_| {
                let _ = layer.remove_folder(&report.folder);
            })?;
            Ok(report)
        })?;
        Ok(Exported {
            folder: report.folder,
            sequence,
            digest: report.digest,
            previous_digest: content.previous_digest,
            from: content.from,
            to: content.to,
            level,
            files: report.files,
        })
    }

    /// The next package without its tables and files.
    pub(super) fn package_head(&self, date: NaiveDate) -> Result<PackageContent, OpError> {
        let school = self.school()?;
        let last = self.packages()?.into_iter().next();
        // The book's device is eight hexadecimal digits; the format wants a UUID.
        let device = u128::from_str_radix(&self.device()?, 16).unwrap_or_default();
        Ok(PackageContent {
            school_id: school.id,
            school_name: school.name,
            device: Uuid::from_u128(device),
            sequence: last.as_ref().map_or(0, |line| u64::from(line.sequence)) + 1,
            previous_digest: last.and_then(|line| line.digest),
            from: self.first_unsent(date)?,
            to: date,
            made_at: self.now(),
            level: Level::Counts,
            tables: Vec::new(),
            attachments: Vec::new(),
            program_version: env!("CARGO_PKG_VERSION").to_owned(),
        })
    }

    /// The first day of which no receipt has come back: as there are no receipts yet, that of the first
    /// sheet, and at the latest the Monday of the week.
    fn first_unsent(&self, date: NaiveDate) -> Result<NaiveDate, OpError> {
        let monday = date.week(Weekday::Mon).first_day();
        let first = self.store.first_sheet_between(date - Days::new(DAYS_BACK), date)?;
        Ok(first.map_or(monday, |first| first.min(monday)))
    }

    fn fill_package(&self, content: &mut PackageContent, progress: &mut dyn Progress) -> Result<(), OpError> {
        let calendar = self.calendar(content.to)?;
        let days: Vec<NaiveDate> = content
            .from
            .iter_days()
            .take_while(|day| *day <= content.to)
            .filter(|day| calendar.report_session(*day).is_some())
            .collect();
        let membership = self.report_membership()?;
        let (mut reports, mut issued) = (Vec::with_capacity(days.len()), Vec::new());
        for (done, day) in days.iter().enumerate() {
            progress.report(Stage::Comparing, done, days.len())?;
            reports.push(self.report_draft(*day, &membership)?);
            issued.extend(self.issued_reports(*day)?);
        }
        let last = reports.iter().rfind(|report| !report.report.main.groups.is_empty());
        if last.is_none() && !reports.is_empty() {
            return Err(self.nobody_on(content.to));
        }
        content.tables = tables(&reports, &issued, &self.rules, &self.tr)?;
        if let Some(last) = last {
            content.attachments = self.attachments(last.report.date)?;
        }
        Ok(())
    }

    /// The day's report for an office without this program: as issued, else without a number.
    fn attachments(&self, date: NaiveDate) -> Result<Vec<Attachment>, OpError> {
        let view = self.report_view(date)?;
        let body = match view.state {
            ReportState::Issued => view.body,
            ReportState::Draft | ReportState::Correction => {
                ReportBody { number: String::new(), corrects: None, ..view.body }
            }
        };
        let content = body.form_content(Openness::Counts, &self.rules, &self.tr);
        let form = self.form_template("school-day")?;
        let fonts = Fonts::covering(content.header.values().map(String::as_str));
        let run = layout(&form, &content, &fonts, MissingGlyph::Rule, &self.tr, &mut Silent)?;
        let pdf = pdf::write(&run.document, &fonts, &mut Silent)?;
        let table = worksheet::of(&form, &[(String::new(), content)], self.tr.language());
        let name = self.tr.usb_report_file(&date.to_string());
        Ok(vec![
            Attachment { name: format!("{name}.pdf"), bytes: pdf },
            Attachment { name: format!("{name}.xlsx"), bytes: write_xlsx(&table)? },
        ])
    }
}

/// Checks a package's folder; reads only.
pub fn verify_package(folder: &Path) -> Result<VerifyReport, OpError> {
    Ok(verify(folder)?)
}

impl From<ExchangeError> for OpError {
    fn from(error: ExchangeError) -> Self {
        match error {
            ExchangeError::Cancelled => Self::Cancelled(crate::domain::progress::Cancelled),
            ExchangeError::Disk(error) => Self::Disk(error),
            other => Self::Exchange(other),
        }
    }
}
