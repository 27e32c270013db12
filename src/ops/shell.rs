//! What the frame of the window shows on every screen.

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};

use super::book::{Book, ClockBehind};
use super::error::OpError;
use super::place::{UserFolders, backup_folder, save_folder};
use super::trace::{NextClock, TraceDue};
use super::undo::UndoLine;
use crate::domain::calendar::Season;
use crate::domain::own_rule::OwnRule;
use crate::i18n::{Explain, Explanation};
use crate::storage::BackupInfo;

/// The frame.
#[derive(Debug, Clone, PartialEq)]
pub struct ShellView {
    /// School's name; empty until it is set.
    pub school: String,
    /// Whether this is the sample school.
    pub demo: bool,
    /// Today.
    pub today: NaiveDate,
    /// Season and week of the term; `None` outside terms.
    pub term: Option<(Season, u32)>,
    /// First day of that term.
    pub term_began: Option<NaiveDate>,
    /// Who works.
    pub operator: String,
    /// When the last operation was saved.
    pub saved_at: Option<NaiveDateTime>,
    /// When the last backup was made, and where.
    pub backup: Option<(NaiveDateTime, String)>,
    /// Why the last backup was not made in every place.
    pub backup_trouble: Option<Explanation>,
    /// The last operation that can be taken back.
    pub last: Option<UndoLine>,
    /// The clock is in doubt.
    pub clock_behind: Option<ClockBehind>,
    /// Whether questions of the first start are still to be answered.
    pub first_start: bool,
    /// What is open in 追踪.
    pub tracing: TraceCounts,
    /// What is due there.
    pub due: TraceDue,
    /// The reporting clock that ends first.
    pub clock: Option<NextClock>,
    /// The figures that the school has set and that hold today.
    pub own_rules: Vec<OwnRule>,
    /// Where files are offered to be saved while nobody has saved anywhere yet.
    pub save_folder: PathBuf,
}

/// What is open in 追踪, a number for each of its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TraceCounts {
    /// 未结: absences that have not ended.
    pub open: usize,
    /// 病例: cases that are not closed.
    pub cases: usize,
    /// 待返校: open cases, and people who are kept apart.
    pub returns: usize,
    /// 返校: open screenings; `None` while the module is off.
    pub home: Option<usize>,
}

impl ShellView {
    /// The frame before the book is open.
    pub fn before_opening(today: NaiveDate) -> Self {
        Self {
            school: String::new(),
            demo: false,
            today,
            term: None,
            term_began: None,
            operator: String::new(),
            saved_at: None,
            backup: None,
            backup_trouble: None,
            last: None,
            clock_behind: None,
            first_start: false,
            tracing: TraceCounts::default(),
            due: TraceDue::default(),
            clock: None,
            own_rules: Vec::new(),
            save_folder: PathBuf::new(),
        }
    }
}

impl Book {
    /// The frame.
    pub fn shell_view(&self) -> Result<ShellView, OpError> {
        let today = self.today();
        let school = self.school()?;
        let calendar = self.calendar(today)?;
        let term = calendar.term_of(today).map(|term| term.season).zip(calendar.week_of_term(today));
        let (due, clock) = self.trace_due()?;
        let backup = BackupInfo::newest(&backup_folder(self.folder()));
        Ok(ShellView {
            first_start: self.first_step()?.is_some(),
            school: school.name,
            demo: school.demo,
            today,
            term,
            term_began: calendar.term_of(today).map(|term| term.first),
            operator: self.name_or_post(&self.operator()?),
            saved_at: self.store.last_operation_at()?,
            backup: backup
                .and_then(|info| Some((info.taken_at()?, info.path.parent()?.display().to_string()))),
            backup_trouble: self.backup_trouble().map(|trouble| trouble.explain(self.tr())),
            last: self.last_open_operation()?.map(|row| self.undo_line(&row)),
            clock_behind: self.clock_behind()?,
            save_folder: save_folder(self.folder(), &UserFolders::look()),
            due,
            clock,
            own_rules: self.own_rules_in_force(),
            tracing: TraceCounts {
                open: self.open_absence_count(today)?,
                cases: self.store.open_case_count()?,
                returns: self.returns_count()?,
                home: self.home_count()?,
            },
        })
    }
}
