//! A file that was read and compared, with what was decided so far.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::Verdict;
use super::line::{Kind, Line};
use crate::domain::person::PersonKind;
use crate::gui::widget::{Sight, date_field};
use crate::ops::roster::import::{
    Candidate, Decision, ImportPlan, LaterLine, PlannedRow, PupilRecord, RowAction, RowOrigin, StaffRecord,
    WarnedRow, Warning,
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

/// From so many on, rows that only lack an identity number stand in one line.
const COLLECTED: usize = 4;

/// Whether nothing else is odd about a row.
fn lacks_id(row: Option<&WarnedRow>) -> bool {
    row.is_some_and(|row| row.reason == Warning::IdMissing)
}

/// The review of a file.
#[derive(Debug)]
pub struct Review {
    pub(super) plan: ImportPlan,
    /// Rows of the plan per group.
    groups: HashMap<&'static str, Vec<usize>>,
    /// Row of the plan and place among its conflicts, for each value that is kept.
    kept: Vec<(usize, usize)>,
    /// Rows with something odd by their place in the file's list, and those that only lack an identity number.
    warned: Vec<usize>,
    no_id: Vec<usize>,
    /// Whether the latter are listed one by one.
    no_id_open: bool,
    /// Whose change begins on a later day than the others'.
    later: Vec<LaterLine>,
    /// Place among the pupils of the file, or behind them among its staff.
    records: HashMap<RowOrigin, usize>,
    /// What was decided, by place among the doubtful rows.
    pub(super) decided: BTreeMap<usize, Settled>,
    /// Values changed by hand that take the file's all the same, by place among the kept ones.
    pub(super) taken: BTreeSet<usize>,
    /// Who has left, by place among those who are not in the file.
    pub(super) leavers: BTreeSet<usize>,
    /// The first day without them, as typed.
    pub(super) left_on: String,
    /// The list from top to bottom: heads of groups and their rows.
    lines: Vec<Line>,
    /// What of the list is in sight.
    pub(super) sight: Sight,
    /// The chosen row: group and place in it.
    pub(super) selected: (Kind, usize),
    /// Whether it is asked if everything but the undecided rows is to be written.
    pub(super) asking: bool,
    /// Asks whether all who are not in the file have left: people in the roster, to say how many of how many.
    pub(super) asking_all: Option<usize>,
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
        let (left_on, later) = (plan.as_of.to_string(), plan.later());
        let (mut no_id, mut warned): (Vec<usize>, Vec<usize>) =
            (0..document.rows_warned.len()).partition(|at| lacks_id(document.rows_warned.get(*at)));
        if no_id.len() < COLLECTED {
            (warned, no_id) = ((0..document.rows_warned.len()).collect(), Vec::new());
        }
        let mut review = Self {
            plan,
            groups,
            kept,
            warned,
            no_id,
            no_id_open: false,
            later,
            records,
            decided: BTreeMap::new(),
            taken: BTreeSet::new(),
            leavers: BTreeSet::new(),
            left_on,
            lines: Vec::new(),
            sight: Sight::default(),
            selected: (Kind::New, 0),
            asking: false,
            asking_all: None,
        };
        review.list();
        review.step(i32::MIN);
        review
    }

    /// Makes the list anew.
    fn list(&mut self) {
        let mut lines = Vec::new();
        for kind in Kind::ALL {
            let count = self.count(kind);
            // The line that opens the rows without an identity number is the first of them, so that keys reach it.
            let (head, rows) = match kind {
                Kind::NoId if count > 0 => (false, if self.no_id_open { count + 1 } else { 1 }),
                _ => (count > 0, count),
            };
            lines.extend(head.then_some(Line { kind, place: None }));
            lines.extend((0..rows).map(|at| Line { kind, place: Some((kind, at)) }));
        }
        self.lines = lines;
    }

    /// Opens or closes the rows without an identity number.
    pub fn turn_no_id(&mut self) {
        self.no_id_open = !self.no_id_open;
        self.selected = (Kind::NoId, 0);
        self.list();
    }

    /// Whether they are listed one by one.
    pub fn no_id_is_open(&self) -> bool {
        self.no_id_open
    }

    /// A row with something odd by group and place; `None` for the line that opens the others.
    pub fn odd_row(&self, kind: Kind, at: usize) -> Option<&WarnedRow> {
        let place = match kind {
            Kind::NoId => at.checked_sub(1).and_then(|at| self.no_id.get(at)),
            Kind::Warned => self.warned.get(at),
            _ => None,
        };
        self.plan.document.rows_warned.get(*place?)
    }

    /// Somebody whose change begins on a later day.
    pub fn later(&self, at: usize) -> Option<&LaterLine> {
        self.later.get(at)
    }

    /// Chooses the first row of a group, if it has any.
    pub fn show(&mut self, kind: Kind) {
        if self.count(kind) > 0 {
            self.selected = (kind, 0);
        }
    }

    /// So many rows down or, below 0, up; the list has ends.
    pub fn step(&mut self, by: i32) {
        let rows = || self.lines.iter().filter_map(|line| line.place);
        let Some(last) = rows().count().checked_sub(1) else { return };
        let at = rows().position(|place| place == self.selected);
        let next = at.map_or(0, |at| at.saturating_add_signed(by as isize).min(last));
        let next = rows().nth(next);
        self.selected = next.unwrap_or(self.selected);
    }

    /// Rows of a group.
    pub fn count(&self, kind: Kind) -> usize {
        match kind {
            Kind::Rejected => self.plan.document.rows_rejected.len(),
            Kind::Warned => self.warned.len(),
            Kind::NoId => self.no_id.len(),
            Kind::Missing => self.plan.not_in_file.len(),
            Kind::Kept => self.kept.len(),
            Kind::Later => self.later.len(),
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

    /// The list: heads of groups and their rows.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Place of the chosen row in the list.
    pub fn line(&self) -> Option<usize> {
        self.lines.iter().position(|line| line.place == Some(self.selected))
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

    /// The first day without a pupil who is marked as left, where sheets have counted the pupil until then.
    pub fn leaves_later(&self, at: usize) -> Option<chrono::NaiveDate> {
        let earliest = self.plan.not_in_file.get(at)?.earliest;
        let day = self.left_day()?;
        (self.leaves(at) && earliest > day && earliest > self.plan.as_of).then_some(earliest)
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

    /// The next doubtful row that nobody has looked at, from a place on.
    pub fn undecided_from(&self, at: usize) -> Option<usize> {
        (at..self.count(Kind::Doubtful)).find(|next| !self.decided.contains_key(next))
    }

    /// Doubtful rows that nobody has looked at.
    pub fn undecided(&self) -> usize {
        self.count(Kind::Doubtful) - self.decided.len()
    }

    /// Whether anything was decided.
    pub fn is_decided(&self) -> bool {
        !(self.decided.is_empty() && self.taken.is_empty() && self.leavers.is_empty())
    }

    /// Values changed by hand that are kept.
    pub fn kept_values(&self) -> usize {
        self.count(Kind::Kept) - self.taken.len()
    }

    /// Rows of the file that will not be written.
    pub fn stays_out(&self) -> usize {
        self.count(Kind::Rejected) + self.count(Kind::Doubtful) - self.settled().count()
    }

    /// Doubtful rows that are written as decided.
    pub(super) fn settled(&self) -> impl Iterator<Item = (&usize, &Decision)> {
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

    /// Pupils who come in; whoever goes up from a class of the year before is here already.
    pub fn more_pupils(&self) -> usize {
        let from_class = |row: &PlannedRow| match &row.action {
            RowAction::Changed(_, changes) => {
                changes.iter().any(|change| change.field == "class" && !change.old.is_null())
            }
            _ => false,
        };
        let pupil = |row: &PlannedRow| row.kind == PersonKind::Pupil && !from_class(row);
        let decided = self.settled().filter(|(at, decision)| {
            **decision == Decision::New && self.row(Kind::Doubtful, **at).is_some_and(pupil)
        });
        self.plan.rows.iter().filter(|row| row.comes_in && pupil(row)).count() + decided.count()
    }

    /// Pupils who leave.
    pub fn fewer_pupils(&self) -> usize {
        let missing = self.leavers.iter().filter_map(|at| self.plan.not_in_file.get(*at));
        missing.filter(|person| person.kind == PersonKind::Pupil).count()
    }

    /// Whether everybody who is not in the file is marked as left.
    pub fn all_leave(&self) -> bool {
        self.leavers.len() == self.plan.not_in_file.len()
    }

    /// Whether any of the missing is of that kind.
    pub fn misses(&self, kind: PersonKind) -> bool {
        self.plan.not_in_file.iter().any(|person| person.kind == kind)
    }
}
