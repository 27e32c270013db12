//! The open book with its operator, clock and words: what every act works on.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime};
use serde_json::Value;
use uuid::Uuid;

use super::alerts::HeldAlerts;
use super::clock::{Clock, FixedClock, SystemClock};
use super::error::OpError;
use super::id_source::{RandomIds, SeededIds};
use super::own_rules::Eras;
use super::place::{BOOK_FILE, backup_folder};
use super::roster::HeldRoster;
use crate::domain::emergency_plan::Plan;
use crate::domain::id::{IdSource, OperationId};
use crate::domain::rule_book::RuleBook;
use crate::domain::school::School;
use crate::i18n::{Language, Tr};
use crate::storage::{Act, ActMeta, BackupInfo, Setting, StorageError, Store};

/// How to open a book.
#[derive(Debug, Clone, Default)]
pub struct OpenOptions {
    /// The data folder.
    pub folder: PathBuf,
    /// The time to work at; the computer's clock if absent.
    pub now: Option<NaiveDateTime>,
    /// Makes record keys repeatable (demo and tests).
    pub seed: Option<u64>,
    /// Who works.
    pub operator: Option<String>,
    /// Language of words that go into the book's papers.
    pub language: Language,
}

/// An open book.
pub struct Book {
    pub(super) store: Store,
    pub(super) clock: Box<dyn Clock>,
    pub(super) ids: Box<dyn IdSource>,
    pub(super) rules: RuleBook,
    /// The rules of other days, where the school has figures of its own.
    pub(super) eras: Eras,
    pub(super) plan: Plan,
    pub(super) tr: Tr,
    operator: Option<String>,
    folder: PathBuf,
    /// A person has looked at the clock although it is earlier than the last entry.
    clock_accepted: bool,
    /// Why the last backup was not made in every place.
    backup_trouble: Option<OpError>,
    pub(super) held: HeldRoster,
    pub(super) held_alerts: HeldAlerts,
    /// Operations of which nothing could be taken back, until something else is done.
    pub(super) held_fast: BTreeSet<OperationId>,
}

impl std::fmt::Debug for Book {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Book").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// The computer's clock is earlier than the last journal entry: an empty CMOS battery, mostly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockBehind {
    /// What the clock says.
    pub now: NaiveDateTime,
    /// When the last entry was made.
    pub last: NaiveDateTime,
}

impl Book {
    /// Opens the book of a data folder, creating it if there is none.
    pub fn open(options: &OpenOptions) -> Result<Self, OpError> {
        let clock: Box<dyn Clock> = match options.now {
            Some(now) => Box::new(FixedClock(now)),
            None => Box::new(SystemClock),
        };
        let store = Store::open(&options.folder.join(BOOK_FILE), None)?;
        let ids: Box<dyn IdSource> = match options.seed {
            Some(seed) => Box::new(SeededIds::new(seed, clock.now(), store.journal_head()?)),
            None => Box::new(RandomIds),
        };
        let rules = RuleBook::shipped()?;
        let eras = Eras::shipped(clock.now().date());
        let mut book = Self {
            store,
            eras,
            clock,
            ids,
            rules,
            plan: Plan::shipped()?,
            tr: Tr::new(options.language),
            operator: options.operator.clone(),
            folder: options.folder.clone(),
            clock_accepted: false,
            backup_trouble: None,
            held: HeldRoster::default(),
            held_alerts: HeldAlerts::default(),
            held_fast: BTreeSet::new(),
        };
        if book.store.meta("device")?.is_none() {
            let device = book.ids.next().simple().to_string();
            let device: String = device.chars().rev().take(8).collect();
            book.store.set_meta("device", &device)?;
            let school = book.ids.next().to_string();
            book.store.set_meta("provisional_school", &school)?;
        }
        book.follow_own_rules()?;
        Ok(book)
    }

    /// The data folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Local time.
    pub fn now(&self) -> NaiveDateTime {
        self.clock.now()
    }

    /// Today's date.
    pub fn today(&self) -> NaiveDate {
        self.clock.now().date()
    }

    /// The words of this book.
    pub fn tr(&self) -> &Tr {
        &self.tr
    }

    /// Changes the language of this book's words.
    pub fn set_language(&mut self, language: Language) {
        self.tr = Tr::new(language);
    }

    /// The rules of today: the shipped ones with the school's own figures.
    pub fn rules(&self) -> &RuleBook {
        &self.rules
    }

    /// Who works: given at opening, else the last operator set; empty while nobody has said a name.
    pub fn operator(&self) -> Result<String, OpError> {
        if let Some(operator) = &self.operator {
            return Ok(operator.clone());
        }
        let set: Option<String> = self.store.setting("operator")?;
        Ok(set.unwrap_or_default())
    }

    /// A name as it is shown: whoever has not said one is called by the post.
    pub fn name_or_post(&self, name: &str) -> String {
        if name.is_empty() { self.tr.ops_unnamed_clerk() } else { name.to_owned() }
    }

    /// The operator given at opening no longer counts; the one that was set does.
    pub(super) fn forget_operator(&mut self) {
        self.operator = None;
    }

    /// The school of this book; its name is empty until it is set.
    pub fn school(&self) -> Result<School, OpError> {
        if let Some(school) = self.store.setting("school")? {
            return Ok(school);
        }
        let id = self.own_id()?;
        Ok(School { id, name: String::new(), phone: None, principal: None, demo: false })
    }

    /// The key drawn when the book was made.
    fn own_id(&self) -> Result<Uuid, OpError> {
        Ok(self.store.meta("provisional_school")?.and_then(|text| text.parse().ok()).unwrap_or(Uuid::nil()))
    }

    /// A number of this book: what is made from it is the same each time and different in another book.
    pub(super) fn book_number(&self) -> Result<u64, OpError> {
        Ok(self.own_id()?.as_u64_pair().1)
    }

    /// Whether the clock is earlier than the last entry and nobody has answered for it yet.
    pub fn clock_behind(&self) -> Result<Option<ClockBehind>, OpError> {
        if self.clock_accepted || self.clock.is_given() {
            return Ok(None);
        }
        let now = self.now();
        Ok(self.store.last_operation_at()?.filter(|last| *last > now).map(|last| ClockBehind { now, last }))
    }

    /// The operator has looked at the clock and says that it is right.
    pub fn accept_clock(&mut self) {
        self.clock_accepted = true;
    }

    /// Runs an act of this operator, now. Refuses while the clock is in doubt.
    pub(super) fn act<T>(
        &mut self,
        kind: &'static str,
        detail: Value,
        run: impl FnOnce(&mut Act<'_>, &mut dyn IdSource) -> Result<T, OpError>,
    ) -> Result<T, OpError> {
        let meta = self.act_meta(kind, detail)?;
        self.held_fast.clear();
        let ids = self.ids.as_mut();
        self.store.act(&meta, |act| run(act, ids))
    }

    /// An act that only issues something and cannot be undone.
    pub(super) fn act_final<T>(
        &mut self,
        kind: &'static str,
        detail: Value,
        run: impl FnOnce(&mut Act<'_>, &mut dyn IdSource) -> Result<T, OpError>,
    ) -> Result<T, OpError> {
        let meta = ActMeta { undoable: false, ..self.act_meta(kind, detail)? };
        let ids = self.ids.as_mut();
        self.store.act(&meta, |act| run(act, ids))
    }

    pub(super) fn act_meta(&mut self, kind: &'static str, detail: Value) -> Result<ActMeta, OpError> {
        if let Some(behind) = self.clock_behind()? {
            return Err(OpError::ClockBehind { now: behind.now, last: behind.last });
        }
        Ok(ActMeta {
            id: OperationId(self.ids.next()),
            kind,
            detail,
            actor: self.operator()?,
            at: self.now(),
            undoes: None,
            undoable: true,
        })
    }

    /// Writes a setting as an act.
    pub(super) fn set(&mut self, key: &str, value: &impl serde::Serialize) -> Result<(), OpError> {
        let setting = Setting::new(key, value)?;
        self.act("set", serde_json::json!({ "setting": key }), |act, _| Ok(act.put(&setting).map(drop)?))
    }

    /// Makes a verified backup in the data folder and, if one is set, in the second place. A second place that
    /// is not plugged in, full or broken is no reason to stop the work: see [`Self::backup_trouble`].
    pub fn back_up(&mut self, reason: &str) -> Result<BackupInfo, OpError> {
        let info = self.store.back_up(&backup_folder(&self.folder), self.now(), reason)?;
        let second: Option<PathBuf> = self.store.setting("backup_place")?;
        let second = second.filter(|place| place.is_dir());
        self.backup_trouble =
            second.and_then(|place| self.store.back_up(&place, self.now(), reason).err()).map(OpError::from);
        Ok(info)
    }

    /// Why the last backup was not made in every place; `None` if it was.
    pub fn backup_trouble(&self) -> Option<&OpError> {
        self.backup_trouble.as_ref()
    }

    /// Keeps why a backup that nobody asked for failed, so that it can be said beside the work.
    pub fn note_backup_trouble(&mut self, error: OpError) {
        self.backup_trouble = Some(error);
    }

    /// Makes today's backup if there is none yet and the book holds anything.
    pub fn back_up_daily(&mut self) -> Result<Option<BackupInfo>, OpError> {
        let mark = format!("chenjian-{}", self.now().format("%Y%m%d"));
        let done = BackupInfo::list(&backup_folder(&self.folder))
            .iter()
            .any(|info| info.path.file_name().is_some_and(|n| n.to_string_lossy().starts_with(&mark)));
        if done || self.store.journal_head()? == 0 { Ok(None) } else { self.back_up("daily").map(Some) }
    }

    /// A short name of this copy of the book.
    pub fn device(&self) -> Result<String, StorageError> {
        Ok(self.store.meta("device")?.unwrap_or_default())
    }
}
