//! A file that was read and compared, with what was decided so far.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Verdict;
use super::line::{Kind, Line};
use crate::domain::id::PersonId;
use crate::domain::person::PersonKind;
use crate::gui::widget::{PAGE, date_field};
use crate::ops::roster::import::{
    Candidate, Decision, ImportOptions, ImportPlan, ImportRequest, PlannedRow, PupilRecord, RowAction,
    RowOrigin, RowRef, StaffRecord, TakeFile,
};

/// What was decided of a doubtful row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// It is written as this.
    As(Decision),
    /// It stays out.
    Out,
}

/// A row as the file has it.
#[derive(Debug, Clone, Copy)]
pub enum FileRecord<'a> {
    /// A pupil.
    Pupil(&'a PupilRecord),
    /// A member of staff.
    Staff(&'a StaffRecord),
}

/// The review of a file.
#[derive(Debug)]
pub struct Review {
    pub(super) plan: ImportPlan,
    /// Rows of the plan per group.
    groups: HashMap<&'static str, Vec<usize>>,
    /// Row of the plan and place among its conflicts, for each value that is kept.
    kept: Vec<(usize, usize)>,
    /// Place among the pupils of the file, or behind them among its staff.
    records: HashMap<RowOrigin, usize>,
    /// What was decided, by place among the doubtful rows.
    decided: BTreeMap<usize, Settled>,
    /// Values changed by hand that take the file's all the same, by place among the kept ones.
    taken: BTreeSet<usize>,
    /// Who has left, by place among those who are not in the file.
    leavers: BTreeSet<usize>,
    /// The first day without them, as typed.
    pub(super) left_on: String,
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
        let kept = plan.rows.iter().enumerate();
        let kept =
            kept.flat_map(|(at, row)| (0..row.conflicts.len()).map(move |place| (at, place))).collect();
        let document = &plan.document;
        let pupils = document.pupils.iter().map(|pupil| &pupil.origin);
        let origins = pupils.chain(document.staff.iter().map(|person| &person.origin));
        let records = origins.enumerate().map(|(at, origin)| (origin.clone(), at)).collect();
        let left_on = plan.as_of.to_string();
        let mut review = Self {
            plan,
            groups,
            kept,
            records,
            decided: BTreeMap::new(),
            taken: BTreeSet::new(),
            leavers: BTreeSet::new(),
            left_on,
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
            Kind::Kept => self.kept.len(),
            _ => self.groups.get(kind.name()).map_or(0, Vec::len),
        }
    }

    /// A row of the plan by group and place.
    pub fn row(&self, kind: Kind, at: usize) -> Option<&PlannedRow> {
        let place = match kind {
            Kind::Kept => self.kept.get(at).map(|(row, _)| *row),
            _ => self.groups.get(kind.name())?.get(at).copied(),
        };
        self.plan.rows.get(place?)
    }

    /// For a value that is kept: its place among the values of its row.
    pub fn kept_at(&self, at: usize) -> usize {
        self.kept.get(at).map_or(0, |(_, place)| *place)
    }

    /// A row as the file has it.
    pub fn record(&self, origin: &RowOrigin) -> Option<FileRecord<'_>> {
        let at = *self.records.get(origin)?;
        let document = &self.plan.document;
        let staff = || document.staff.get(at.checked_sub(document.pupils.len())?).map(FileRecord::Staff);
        document.pupils.get(at).map(FileRecord::Pupil).or_else(staff)
    }

    /// The pupil of a row of the file.
    pub fn pupil(&self, origin: &RowOrigin) -> Option<&PupilRecord> {
        match self.record(origin)? {
            FileRecord::Pupil(pupil) => Some(pupil),
            FileRecord::Staff(_) => None,
        }
    }

    /// The lines that are shown: the group at the top from its page on, then the groups after it while there is room.
    pub fn lines(&self) -> Vec<Line> {
        let head = |kind| Line { kind, place: None };
        let skip = self.page * PAGE;
        let mut lines = vec![head(self.top)];
        // More than a page is never shown, however many rows a group has.
        let rows = |kind: Kind, skip: usize| {
            (skip..self.count(kind)).take(PAGE).map(move |at| Line { kind, place: Some((kind, at)) })
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
            Verdict::Skip | Verdict::All => Settled::Out,
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

    /// Whether a value changed by hand takes the file's.
    pub fn takes(&self, at: usize) -> bool {
        self.taken.contains(&at)
    }

    /// Whether a pupil who is not in the file has left.
    pub fn leaves(&self, at: usize) -> bool {
        self.leavers.contains(&at)
    }

    /// Whether anybody has left.
    pub fn has_leavers(&self) -> bool {
        !self.leavers.is_empty()
    }

    /// The first day without the leavers; `None` where what was typed is no day.
    pub fn left_day(&self) -> Option<chrono::NaiveDate> {
        date_field::day(&self.left_on)
    }

    /// Chooses the book's or the file's value, staying or leaving.
    pub fn choose(&mut self, kind: Kind, at: usize, verdict: Verdict) {
        let count = self.count(kind);
        let chosen = match kind {
            Kind::Kept => &mut self.taken,
            Kind::Missing => &mut self.leavers,
            _ => return,
        };
        match verdict {
            Verdict::Same | Verdict::Skip => {
                let _ = chosen.remove(&at);
            }
            Verdict::Other => {
                let _ = chosen.insert(at);
            }
            Verdict::All if chosen.len() == count => chosen.clear(),
            Verdict::All => chosen.extend(0..count),
        }
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
        let certain = self.count(Kind::New) + self.count(Kind::Changed) + self.settled().count();
        certain + self.only_by_choice() + self.leavers.len()
    }

    /// Rows of which only values that take the file's change anything.
    fn only_by_choice(&self) -> usize {
        let rows = self.taken.iter().filter_map(|at| self.kept.get(*at)).map(|(row, _)| *row);
        let rows: BTreeSet<usize> = rows.collect();
        let unchanged = |at: &&usize| {
            self.plan.rows.get(**at).is_some_and(|row| matches!(row.action, RowAction::Unchanged(_)))
        };
        rows.iter().filter(unchanged).count()
    }

    /// Pupils who come in.
    pub fn more_pupils(&self) -> usize {
        let pupil = |row: &PlannedRow| row.kind == PersonKind::Pupil;
        let decided = self.settled().filter(|(at, decision)| {
            **decision == Decision::New && self.row(Kind::Doubtful, **at).is_some_and(pupil)
        });
        self.plan.rows.iter().filter(|row| row.comes_in && pupil(row)).count() + decided.count()
    }

    /// Pupils who leave.
    pub fn fewer_pupils(&self) -> usize {
        self.leavers.len()
    }

    /// The import as it was decided; `request` says which file and how it is read.
    pub fn request(&self, request: ImportRequest) -> ImportRequest {
        let place = |origin: &RowOrigin| RowRef { sheet: origin.sheet.clone(), row: origin.row };
        let decisions = self
            .settled()
            .filter_map(|(at, decision)| Some((place(&self.row(Kind::Doubtful, *at)?.origin), *decision)));
        let take_file = self.taken.iter().filter_map(|at| {
            let row = self.row(Kind::Kept, *at)?;
            let field = row.conflicts.get(self.kept_at(*at))?.field.clone();
            Some(TakeFile::Row(place(&row.origin), field))
        });
        let missing = &self.plan.not_in_file;
        let leavers: Vec<PersonId> =
            self.leavers.iter().filter_map(|at| missing.get(*at)).map(|pupil| pupil.key).collect();
        let options = ImportOptions {
            as_of: Some(self.plan.as_of),
            decisions: decisions.collect(),
            take_file: take_file.collect(),
            left_on: self.left_day().filter(|_| !leavers.is_empty()),
            leavers,
            ..ImportOptions::default()
        };
        ImportRequest { options, ..request }
    }
}
