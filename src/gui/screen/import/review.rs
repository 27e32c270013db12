//! A file that was read and compared, with what was decided so far.

use std::collections::{BTreeMap, HashMap};

use super::Verdict;
use super::line::{Kind, Line};
use crate::domain::person::PersonKind;
use crate::gui::widget::PAGE;
use crate::ops::roster::import::{
    Candidate, Decision, ImportOptions, ImportPlan, ImportRequest, PlannedRow, PupilRecord, RowAction,
    RowOrigin, RowRef,
};

/// What was decided of a doubtful row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// It is written as this.
    As(Decision),
    /// It stays out.
    Out,
}

/// The review of a file.
#[derive(Debug)]
pub struct Review {
    pub(super) plan: ImportPlan,
    /// Rows of the plan per group.
    groups: HashMap<&'static str, Vec<usize>>,
    /// The pupils of the file by sheet and row.
    pupils: HashMap<(Option<String>, u32), usize>,
    /// What was decided, by place among the doubtful rows.
    decided: BTreeMap<usize, Settled>,
    /// The group that the list begins with.
    pub(super) top: Kind,
    /// The page of that group.
    pub(super) page: usize,
    /// The chosen row: group and place in it.
    pub(super) selected: (Kind, usize),
}

impl Review {
    /// The review of a comparison; the first group that holds something is shown.
    pub fn new(plan: ImportPlan) -> Self {
        let mut groups: HashMap<&'static str, Vec<usize>> = HashMap::new();
        for (at, row) in plan.rows.iter().enumerate() {
            let kind = match row.action {
                RowAction::New => Kind::New,
                RowAction::Changed(..) => Kind::Changed,
                RowAction::Unchanged(_) => Kind::Unchanged,
                RowAction::Doubtful(_) => Kind::Doubtful,
            };
            groups.entry(kind.name()).or_default().push(at);
        }
        // One line per value that is kept.
        for (at, row) in plan.rows.iter().enumerate() {
            groups.entry(Kind::Kept.name()).or_default().extend(row.conflicts.iter().map(|_| at));
        }
        let pupils = plan.document.pupils.iter();
        let pupils = pupils
            .enumerate()
            .map(|(at, pupil)| ((pupil.origin.sheet.clone(), pupil.origin.row), at))
            .collect();
        let mut review = Self {
            plan,
            groups,
            pupils,
            decided: BTreeMap::new(),
            top: Kind::New,
            page: 0,
            selected: (Kind::New, 0),
        };
        let first = Kind::COUNTS.into_iter().find(|kind| review.count(*kind) > 0);
        review.show(first.unwrap_or(Kind::New));
        review
    }

    /// Begins the list with a group.
    pub fn show(&mut self, kind: Kind) {
        (self.top, self.page, self.selected) = (kind, 0, (kind, 0));
    }

    /// A page of the group at the top.
    pub fn turn(&mut self, page: usize) {
        self.page = page.min(self.pages() - 1);
        self.selected = (self.top, self.page * PAGE);
    }

    /// The row before or after the chosen one. Above the first comes the end of the group before.
    pub fn step(&mut self, forward: bool) {
        let rows: Vec<(Kind, usize)> = self.lines().iter().filter_map(|line| line.place).collect();
        let at = rows.iter().position(|place| *place == self.selected);
        let next = match (at, forward) {
            (Some(at), true) => rows.get(at + 1),
            (Some(at), false) => at.checked_sub(1).and_then(|at| rows.get(at)),
            (None, _) => rows.first(),
        };
        if let Some(next) = next {
            self.selected = *next;
        } else if forward && self.page + 1 < self.pages() {
            self.turn(self.page + 1);
        } else if !forward && self.page > 0 {
            self.turn(self.page - 1);
            self.selected.1 += PAGE - 1;
        } else if !forward {
            let before = Kind::ALL.into_iter().take_while(|kind| *kind != self.top);
            if let Some(kind) = before.filter(|kind| self.count(*kind) > 0).last() {
                self.show(kind);
                self.turn(self.pages() - 1);
                self.selected.1 = self.count(kind) - 1;
            }
        }
    }

    /// Rows of a group.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Rejected => self.plan.document.rows_rejected.len(),
            Kind::Warned => self.plan.document.rows_warned.len(),
            Kind::Missing => self.plan.not_in_file.len(),
            _ => self.groups.get(kind.name()).map_or(0, Vec::len),
        }
    }

    /// A row of the plan by group and place.
    pub fn row(&self, kind: Kind, at: usize) -> Option<&PlannedRow> {
        self.plan.rows.get(*self.groups.get(kind.name())?.get(at)?)
    }

    /// For a value that is kept: its place among the values of its row.
    pub fn kept_at(&self, at: usize) -> usize {
        let Some(rows) = self.groups.get(Kind::Kept.name()) else { return 0 };
        let this = rows.get(at);
        rows.iter().take(at).filter(|row| Some(*row) == this).count()
    }

    /// The pupil of a row of the file.
    pub fn pupil(&self, origin: &RowOrigin) -> Option<&PupilRecord> {
        self.plan.document.pupils.get(*self.pupils.get(&(origin.sheet.clone(), origin.row))?)
    }

    /// The lines that are shown: the group at the top from its page on, then the groups after it while there is room.
    pub fn lines(&self) -> Vec<Line> {
        let head = |kind| Line { kind, place: None };
        let skip = self.page * PAGE;
        let mut lines = vec![head(self.top)];
        let rows = |kind: Kind, skip: usize| {
            (skip..self.count(kind)).map(move |at| Line { kind, place: Some((kind, at)) })
        };
        lines.extend(rows(self.top, skip));
        let after = Kind::ALL.into_iter().skip_while(|kind| *kind != self.top).skip(1);
        for kind in after.filter(|kind| self.count(*kind) > 0) {
            lines.push(head(kind));
            lines.extend(rows(kind, 0));
        }
        lines.truncate(PAGE + 1);
        while lines.last().is_some_and(|line| line.place.is_none()) && lines.len() > 1 {
            let _ = lines.pop();
        }
        lines
    }

    /// Pages of the group at the top.
    pub fn pages(&self) -> usize {
        self.count(self.top).div_ceil(PAGE).max(1)
    }

    /// Whom a doubtful row may mean.
    pub fn candidates(&self, at: usize) -> &[Candidate] {
        match self.row(Kind::Doubtful, at).map(|row| &row.action) {
            Some(RowAction::Doubtful(candidates)) => candidates,
            _ => &[],
        }
    }

    /// What was decided of a doubtful row.
    pub fn decision(&self, at: usize) -> Option<Settled> {
        self.decided.get(&at).copied()
    }

    /// Decides a doubtful row. Answers whether there was anything to decide.
    pub fn decide(&mut self, at: usize, verdict: Verdict) -> bool {
        let decision = match verdict {
            Verdict::Skip => Settled::Out,
            Verdict::Other => Settled::As(Decision::New),
            Verdict::Same => {
                let candidates = self.candidates(at);
                let now = match self.decision(at) {
                    Some(Settled::As(Decision::Person(key))) => candidates.iter().position(|c| c.key == key),
                    _ => None,
                };
                let next = now.map_or(0, |now| (now + 1) % candidates.len().max(1));
                let Some(candidate) = candidates.get(next) else { return false };
                Settled::As(Decision::Person(candidate.key))
            }
        };
        let _ = self.decided.insert(at, decision);
        true
    }

    /// The next doubtful row that nobody has looked at, after one.
    pub fn undecided_after(&self, at: usize) -> Option<usize> {
        (at + 1..self.count(Kind::Doubtful)).find(|next| !self.decided.contains_key(next))
    }

    /// Doubtful rows that are written as decided.
    fn settled(&self) -> impl Iterator<Item = (&usize, &Decision)> {
        self.decided.iter().filter_map(|(at, settled)| match settled {
            Settled::As(decision) => Some((at, decision)),
            Settled::Out => None,
        })
    }

    /// Rows that will be written.
    pub fn to_write(&self) -> usize {
        self.count(Kind::New) + self.count(Kind::Changed) + self.settled().count()
    }

    /// Pupils more than before.
    pub fn more_pupils(&self) -> usize {
        let pupil = |row: &PlannedRow| row.kind == PersonKind::Pupil;
        let decided = self.settled().filter(|(at, decision)| {
            **decision == Decision::New && self.row(Kind::Doubtful, **at).is_some_and(pupil)
        });
        self.plan.rows.iter().filter(|row| row.comes_in).count() + decided.count()
    }

    /// The import as it was decided.
    pub fn request(&self, path: std::path::PathBuf) -> ImportRequest {
        let decisions = self.settled().filter_map(|(at, decision)| {
            let origin = &self.row(Kind::Doubtful, *at)?.origin;
            Some((RowRef { sheet: origin.sheet.clone(), row: origin.row }, *decision))
        });
        let options = ImportOptions {
            as_of: Some(self.plan.as_of),
            decisions: decisions.collect(),
            ..ImportOptions::default()
        };
        ImportRequest { path, options, ..ImportRequest::default() }
    }
}
