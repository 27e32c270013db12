//! Ticking slips.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::json;

use super::SlipError;
use crate::domain::slip::{Slip, SlipBody, SlipRun, SlipTick};
use crate::domain::slip_code::SlipCode;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::issued::{KeptCopy, KeptLetters};

/// What one can do to slips.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SlipOp {
    /// Slips have come back: their numbers, and how they were ticked.
    Tick(Vec<SlipCode>, SlipTick),
    /// They have not.
    Untick(Vec<SlipCode>),
    /// No more slips of a run are awaited; `false`: they are again.
    Close(u32, bool),
}

/// What became of slips that were ticked.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Ticked {
    /// Number of the run.
    pub run: u32,
    /// Slips that were not ticked before.
    pub ticked: usize,
    /// Slips that had been ticked before.
    pub already: usize,
    /// Class of the last of them.
    pub class: String,
    /// Name of the last of them, for the screen.
    pub name: String,
    /// Number of the last of them.
    pub code: String,
    /// Slips of the run that are still out.
    pub missing: usize,
}

impl Book {
    /// Ticks slips, takes ticks away, or awaits no more.
    ///
    /// # Errors
    /// [`SlipError`]; nothing is changed.
    pub fn run_slips(&mut self, op: &SlipOp) -> Result<Ticked, OpError> {
        match op {
            SlipOp::Tick(codes, how) => self.tick_slips(codes, *how),
            SlipOp::Untick(codes) => self.untick_slips(codes),
            SlipOp::Close(run, closed) => {
                let known = self.known_slip_run(*run)?;
                let day = closed.then(|| self.today());
                let operation = if *closed { "slips_close" } else { "slips_open" };
                let row = SlipRun { closed_on: day, ..known };
                let detail = json!({ "letter": row.body.number });
                self.act(operation, detail, |act, _| Ok(act.put(&row).map(drop)?))?;
                self.slips_left(*run, Ticked::default())
            }
        }
    }

    /// Reads the number of a slip as it was typed or scanned.
    pub fn slip_code(given: &str) -> Result<SlipCode, OpError> {
        given.parse().map_err(|why| SlipError::NoCode { given: given.trim().to_owned(), why }.into())
    }

    fn tick_slips(&mut self, codes: &[SlipCode], how: SlipTick) -> Result<Ticked, OpError> {
        let (at, by) = (self.now(), self.operator()?);
        let body = SlipBody { by, how };
        let mut rows = Vec::new();
        let mut told = Ticked::default();
        let codes: BTreeSet<SlipCode> = codes.iter().copied().collect();
        let copies = self.copies_of(&codes)?;
        for code in codes {
            let copy = copies.get(&code).ok_or_else(|| SlipError::NoSlip { code: code.to_string() })?;
            let person = copy.person.ok_or_else(|| SlipError::NoSlip { code: code.to_string() })?;
            told.class.clone_from(&copy.recipient.class);
            told.name.clone_from(&copy.recipient.name);
            told.code = code.to_string();
            told.run = code.run;
            let row = Slip { person, run: code.run, number: code.number, at, body: body.clone() };
            if self.store.slips_of(code.run)?.iter().any(|slip| slip.number == code.number) {
                told.already += 1;
            } else {
                rows.push(row);
            }
        }
        told.ticked = rows.len();
        if !rows.is_empty() {
            let detail = json!({ "count": rows.len() });
            self.act("slips_tick", detail, |act, _| {
                for row in &rows {
                    let _ = act.put(row)?;
                }
                Ok(())
            })?;
        }
        self.slips_left(told.run, told)
    }

    fn untick_slips(&mut self, codes: &[SlipCode]) -> Result<Ticked, OpError> {
        let mut rows = Vec::new();
        let mut told = Ticked::default();
        for code in codes {
            let known = self.store.slips_of(code.run)?;
            let row = known.into_iter().find(|slip| slip.number == code.number);
            rows.push(row.ok_or_else(|| SlipError::NoSlip { code: code.to_string() })?);
            told.run = code.run;
        }
        told.ticked = rows.len();
        self.act("slips_untick", json!({ "count": rows.len() }), |act, _| {
            for row in &rows {
                let _ = act.remove(row)?;
            }
            Ok(())
        })?;
        self.slips_left(told.run, told)
    }

    fn slips_left(&self, run: u32, told: Ticked) -> Result<Ticked, OpError> {
        let copies = self.store.slip_run(run)?.map_or(0, |run| run.body.copies);
        let missing = copies.saturating_sub(self.store.slips_returned(run)?) as usize;
        Ok(Ticked { run, missing, ..told })
    }

    /// The run of that number.
    pub(super) fn known_slip_run(&self, run: u32) -> Result<SlipRun, OpError> {
        let known = self.store.slip_run(run)?;
        known.ok_or_else(|| SlipError::NoRun { run: run.to_string() }.into())
    }

    /// What stands on the copies of a run, by their numbers. A copy is found by the code that was printed on it.
    pub(super) fn copies_of_run(&self, run: &SlipRun) -> Result<Vec<(SlipCode, KeptCopy)>, OpError> {
        let Some(row) = self.store.issued_row(run.id)? else { return Ok(Vec::new()) };
        let copies = KeptLetters::of(&row).map(|kept| kept.copies).unwrap_or_default();
        Ok(copies.into_iter().filter_map(|copy| Some((copy.recipient.code.parse().ok()?, copy))).collect())
    }

    fn copies_of(&self, codes: &BTreeSet<SlipCode>) -> Result<BTreeMap<SlipCode, KeptCopy>, OpError> {
        let runs: BTreeSet<u32> = codes.iter().map(|code| code.run).collect();
        let mut all = BTreeMap::new();
        for run in runs {
            let known = self.store.slip_run(run)?;
            let no_slip = || {
                let code = codes.iter().find(|code| code.run == run).map(ToString::to_string);
                SlipError::NoSlip { code: code.unwrap_or_default() }
            };
            all.extend(self.copies_of_run(&known.ok_or_else(no_slip)?)?);
        }
        Ok(all)
    }
}
