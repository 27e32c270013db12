//! Runs of letters with slips, and the slips of one of them class by class.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use crate::domain::slip::{Slip, SlipRun};
use crate::domain::slip_code::SlipCode;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::paper::letter::LetterTemplate;

/// Runs that are listed.
const LISTED: u32 = 40;

/// How a run of slips stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SlipState {
    /// Slips are out, in time.
    Open,
    /// Slips are out, past the day.
    Late,
    /// All are back.
    Done,
    /// No more are awaited.
    Closed,
}

/// A run of letters with slips.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlipRunLine {
    /// Number of the run, the first part of the code of each slip.
    pub run: u32,
    /// Number as something issued.
    pub number: String,
    /// Name of the letter.
    pub title: String,
    /// Date of the letter.
    pub date: NaiveDate,
    /// Day by which the slips come back.
    pub due: NaiveDate,
    /// Slips that went out.
    pub copies: u32,
    /// Slips that are back.
    pub returned: u32,
    /// How it stands.
    pub state: SlipState,
}

impl SlipRunLine {
    /// Slips that are still out.
    pub const fn missing(&self) -> u32 {
        self.copies.saturating_sub(self.returned)
    }
}

/// A slip of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlipLine {
    /// Its number on paper.
    pub code: String,
    /// The same as data.
    #[serde(skip)]
    pub key: SlipCode,
    /// The child.
    pub name: String,
    /// When it came back.
    pub returned_at: Option<NaiveDateTime>,
}

/// The slips of a class, as the class was called on the letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlipClass {
    /// The class.
    pub class: String,
    /// Who takes the slips.
    pub teacher: String,
    /// The slips by number.
    pub slips: Vec<SlipLine>,
}

impl SlipClass {
    /// Slips that are still out.
    pub fn missing(&self) -> impl Iterator<Item = &SlipLine> {
        self.slips.iter().filter(|slip| slip.returned_at.is_none())
    }
}

/// A run with its slips.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlipRunView {
    /// The run.
    #[serde(flatten)]
    pub line: SlipRunLine,
    /// Its classes in the order of the letters.
    pub classes: Vec<SlipClass>,
}

/// 回执
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipsView {
    /// Runs, the newest first.
    pub runs: Vec<SlipRunLine>,
    /// The one that is shown.
    pub shown: Option<SlipRunView>,
}

impl Book {
    /// The runs of letters with slips, and one of them: the one asked for, else the newest that is open.
    pub fn slips_view(&self, run: Option<u32>) -> Result<SlipsView, OpError> {
        let runs = self.slip_runs()?;
        let open = runs.iter().find(|line| matches!(line.state, SlipState::Open | SlipState::Late));
        let shown = run.or(open.or(runs.first()).map(|line| line.run));
        let shown = shown.map(|run| self.slip_run_view(run)).transpose()?;
        Ok(SlipsView { runs, shown })
    }

    /// The runs of letters with slips, the newest first.
    pub fn slip_runs(&self) -> Result<Vec<SlipRunLine>, OpError> {
        self.store.slip_runs(LISTED)?.iter().map(|run| self.slip_run_line(run)).collect()
    }

    /// A run with its slips.
    ///
    /// # Errors
    /// [`super::SlipError::NoRun`]
    pub fn slip_run_view(&self, run: u32) -> Result<SlipRunView, OpError> {
        let known = self.known_slip_run(run)?;
        let back: BTreeMap<u32, Slip> =
            self.store.slips_of(run)?.into_iter().map(|slip| (slip.number, slip)).collect();
        let mut classes: Vec<SlipClass> = Vec::new();
        for (key, copy) in self.copies_of_run(&known)? {
            let line = SlipLine {
                code: key.to_string(),
                key,
                name: copy.recipient.name,
                returned_at: back.get(&key.number).map(|slip| slip.at),
            };
            match classes.last_mut().filter(|last| last.class == copy.recipient.class) {
                Some(class) => class.slips.push(line),
                None => classes.push(SlipClass {
                    class: copy.recipient.class,
                    teacher: copy.recipient.teacher,
                    slips: vec![line],
                }),
            }
        }
        Ok(SlipRunView { line: self.slip_run_line(&known)?, classes })
    }

    pub(super) fn slip_run_line(&self, run: &SlipRun) -> Result<SlipRunLine, OpError> {
        let returned = self.store.slips_returned(run.run)?;
        let title = match LetterTemplate::shipped(&run.body.letter) {
            Ok(template) => template.text(self.tr.language()).name.clone(),
            Err(_) => run.body.letter.clone(),
        };
        let state = match () {
            () if run.closed_on.is_some() => SlipState::Closed,
            () if returned >= run.body.copies => SlipState::Done,
            () if self.now() > run.due.and_time(self.rules.slips().deadline) => SlipState::Late,
            () => SlipState::Open,
        };
        Ok(SlipRunLine {
            run: run.run,
            number: run.body.number.clone(),
            title,
            date: run.body.date,
            due: run.due,
            copies: run.body.copies,
            returned,
            state,
        })
    }
}
