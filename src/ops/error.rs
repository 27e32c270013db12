//! Why an act was refused.

use chrono::{NaiveDate, NaiveDateTime};

use super::choice_error::ChoiceError;
use crate::disk::DiskError;
use crate::domain::emergency_plan::PlanError;
use crate::domain::isolation::IsolationError;
use crate::domain::progress::Cancelled;
use crate::domain::promotion::PromotionError;
use crate::domain::rule_book::RuleError;
use crate::domain::session::Session;
use crate::exchange::ExchangeError;
use crate::ops::home::HomeError;
use crate::ops::own_papers::OwnPaperError;
use crate::ops::own_rules::OwnRuleError;
use crate::ops::reporting::ReportingError;
use crate::ops::roster::{MembershipError, UndoImportError};
use crate::ops::slips::SlipError;
use crate::ops::trace::TraceError;
use crate::ops::work_report::WorkReportError;
use crate::paper::PaperError;
use crate::roster_file::ReadError;
use crate::roster_file::write::WriteError;
use crate::storage::StorageError;

/// An act that was refused or failed. Nothing was changed. Holds no names of persons.
#[derive(Debug, thiserror::Error)]
pub enum OpError {
    /// The storage refused.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A file could not be written or read.
    #[error(transparent)]
    Disk(#[from] DiskError),
    /// The shipped rules cannot be read.
    #[error(transparent)]
    Rules(#[from] RuleError),
    /// A task of the plan cannot be done like this.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// Something cannot be put on paper.
    #[error(transparent)]
    Paper(PaperError),
    /// A package cannot be written or read.
    #[error(transparent)]
    Exchange(ExchangeError),
    /// A list cannot be written as a workbook.
    #[error(transparent)]
    Workbook(#[from] WriteError),
    /// Names hold characters that no font draws, and nobody has chosen what becomes of them.
    #[error("names without glyphs: {}", places.len())]
    NamesWithoutGlyphs {
        /// Class and number of each.
        places: Vec<String>,
    },
    /// This computer cannot print a PDF.
    #[error("no printing")]
    NoPrinting,
    /// This cannot be saved as a workbook.
    #[error("no workbook")]
    NoWorkbook,
    /// No task of the plan is called that.
    #[error("no task {given}")]
    NoSuchTask {
        /// What was asked for.
        given: String,
    },
    /// The whole roster file was refused.
    #[error(transparent)]
    Roster(#[from] ReadError),
    /// The file is of an earlier school year than the pupils are in.
    #[error("roster of {file}, book of {book}")]
    OlderRoster {
        /// School year of the file.
        file: i32,
        /// School year of the book.
        book: i32,
    },
    /// The roster file is another one than when it was imported.
    #[error("the roster file has changed")]
    RosterFileChanged,
    /// The school cannot go up like this.
    #[error(transparent)]
    Promotion(#[from] PromotionError),
    /// No import was taken back.
    #[error(transparent)]
    UndoImport(Box<UndoImportError>),
    /// Who belongs where cannot be changed like this.
    #[error(transparent)]
    Membership(#[from] MembershipError),
    /// An observation or isolation cannot be like this.
    #[error(transparent)]
    Isolation(#[from] IsolationError),
    /// A follow-up of an absence cannot be like this.
    #[error(transparent)]
    Trace(#[from] TraceError),
    /// A case, an event or a report cannot be like this.
    #[error(transparent)]
    Reporting(#[from] ReportingError),
    /// A day at home, a return or a screening cannot be like this.
    #[error(transparent)]
    Home(#[from] HomeError),
    /// A work report cannot be like this.
    #[error(transparent)]
    WorkReport(#[from] WorkReportError),
    /// A slip cannot be ticked.
    #[error(transparent)]
    Slip(#[from] SlipError),
    /// A form or letter of the school's own cannot be like this.
    #[error(transparent)]
    OwnPaper(#[from] OwnPaperError),
    /// A figure of the school's own cannot be like this.
    #[error(transparent)]
    OwnRule(#[from] OwnRuleError),
    /// The operator stopped the work.
    #[error(transparent)]
    Cancelled(#[from] Cancelled),
    /// The clock is earlier than the last entry.
    #[error("clock behind: {now} < {last}")]
    ClockBehind {
        /// What the clock says.
        now: NaiveDateTime,
        /// When the last entry was made.
        last: NaiveDateTime,
    },
    /// No class is called that.
    #[error("no class {given}")]
    NoSuchClass {
        /// What was asked for.
        given: String,
    },
    /// No dormitory is called that.
    #[error("no room {given}")]
    NoSuchRoom {
        /// What was asked for.
        given: String,
    },
    /// No bus line or other group beside the classes is called that.
    #[error("no group {given}")]
    NoSuchFreeGroup {
        /// What was asked for.
        given: String,
    },
    /// A group beside the classes has that name already.
    #[error("group {label} exists")]
    FreeGroupExists {
        /// Its name.
        label: String,
    },
    /// Several classes are meant by that.
    #[error("ambiguous class {given}")]
    AmbiguousClass {
        /// What was asked for.
        given: String,
        /// The classes it may mean.
        candidates: Vec<String>,
    },
    /// The folder holds something that no demo made; it was left as it is.
    #[error("no demo folder: {path}")]
    NotADemoFolder {
        /// The folder.
        path: std::path::PathBuf,
    },
    /// The school year has that class already.
    #[error("class {label} exists")]
    ClassExists {
        /// Its name.
        label: String,
    },
    /// Somebody with that name and number is in the roster.
    #[error("person exists")]
    PersonExists,
    /// No person has that key.
    #[error("no such person")]
    NoSuchPerson,
    /// A pupil marked as left is in the file, or in none of its classes.
    #[error("not missing from the file: {key}")]
    NotMissing {
        /// The pupil.
        key: crate::domain::id::PersonId,
    },
    /// A choice fits nothing.
    #[error(transparent)]
    Choice(#[from] ChoiceError),
    /// The person is not in that group on that day.
    #[error("person not in group")]
    NotAMember,
    /// No sheet is due for that group, day and session.
    #[error("not due: {date} {session}")]
    NotDue {
        /// The day.
        date: NaiveDate,
        /// The session.
        session: Session,
    },
    /// Nothing can be recorded for a day that has not come.
    #[error("day to come: {date}, today {today}")]
    DayToCome {
        /// The day.
        date: NaiveDate,
        /// Today.
        today: NaiveDate,
    },
    /// Nobody falls ill after the day on which it was seen.
    #[error("onset {onset} after {date}")]
    OnsetAfterCheck {
        /// Day of onset as given.
        onset: NaiveDate,
        /// Day of the sheet.
        date: NaiveDate,
    },
    /// 零报告 is only for sheets without findings, drafts or open proposals.
    #[error("sheet holds something")]
    SheetHoldsSomething {
        /// The class's name.
        class: String,
        /// Findings typed so far.
        findings: usize,
        /// Open proposals.
        proposals: usize,
    },
    /// Several people, or nobody, fit what was asked for.
    #[error("{count} people fit")]
    NotOnePerson {
        /// What was asked for.
        given: String,
        /// How many fit.
        count: usize,
    },
    /// The report that counted the sheet has gone out, and nobody said why it is changed.
    #[error("reason needed")]
    ReasonNeeded {
        /// The class's name.
        class: String,
    },
    /// A report counted the sheet as checked, so that it is corrected and not opened again.
    #[error("sheet reported")]
    SheetReported {
        /// The class's name.
        class: String,
    },
    /// A symptom code that the rule book does not know.
    #[error("no symptom {code}")]
    NoSuchSymptom {
        /// What was given.
        code: String,
    },
    /// The school has no name yet, and what is to be made goes out in its name.
    #[error("no school name")]
    NoSchoolName,
    /// Nobody was in any class on that day, so there is nothing to report.
    #[error("nobody in the roster on {date}")]
    NobodyInRoster {
        /// The day.
        date: NaiveDate,
    },
    /// Nothing was issued under that number.
    #[error("nothing issued as {given}")]
    NoSuchIssue {
        /// What was asked for.
        given: String,
    },
    /// What was issued under that number was no paper, or nothing that stands on it was kept.
    #[error("{number} cannot be shown")]
    NotOnPaper {
        /// Its number.
        number: String,
    },
    /// No alert has that key.
    #[error("no alert {given}")]
    NoSuchAlert {
        /// What was asked for.
        given: String,
    },
    /// No edition of rules that can be chosen is called that.
    #[error("no rules {given}")]
    NoSuchRules {
        /// What was asked for.
        given: String,
    },
    /// A temperature that nobody has, or no number.
    #[error("bad temperature")]
    BadTemperature {
        /// What was given.
        given: String,
    },
    /// A value that cannot be.
    #[error("bad value for {field}")]
    BadValue {
        /// Which field.
        field: &'static str,
        /// What was given.
        given: String,
    },
}

impl From<UndoImportError> for OpError {
    fn from(error: UndoImportError) -> Self {
        Self::UndoImport(Box::new(error))
    }
}

impl OpError {
    /// Whether the data themselves are damaged.
    pub fn is_damage(&self) -> bool {
        matches!(self, Self::Storage(error) if error.is_damage())
    }

    /// Whether the call itself was wrong rather than refused by the data.
    pub fn is_usage(&self) -> bool {
        matches!(
            self,
            Self::AmbiguousClass { .. }
                | Self::NotOnePerson { .. }
                | Self::BadTemperature { .. }
                | Self::BadValue { .. }
                | Self::NoSuchSymptom { .. }
        ) || matches!(self, Self::Choice(choice) if choice.is_usage())
            || matches!(self, Self::Trace(error) if error.is_usage())
            || matches!(self, Self::Reporting(error) if error.is_usage())
            || matches!(self, Self::Home(error) if error.is_usage())
            || matches!(self, Self::OwnRule(error) if error.is_usage())
            || matches!(self, Self::OwnPaper(error) if error.is_usage())
    }
}
