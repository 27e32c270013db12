//! Classes and seats of the rows.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::import_plan::PlannedClass;
use crate::domain::class_label::ClassLabel;
use crate::domain::id::ClassId;
use crate::domain::person_name::half_width;
use crate::domain::preschool::{Kindergarten, PreschoolYear};
use crate::domain::rule_book::SchoolSystem;
use crate::domain::school_class::{ClassKind, SchoolClass};
use crate::ops::roster::RosterSnapshot;
use crate::roster_file::RecordClass;

/// Finds or plans classes, and gives seats that nobody in the class ever had.
#[derive(Debug, Default)]
pub(super) struct PlacePlanner {
    pub classes: Vec<PlannedClass>,
    known: Vec<SchoolClass>,
    school_year: i32,
    /// The classes of the year before.
    before: Vec<SchoolClass>,
    young: Kindergarten,
    system: Option<SchoolSystem>,
    /// Seats that were given, ever, per class of the plan.
    taken: Vec<BTreeSet<u32>>,
    /// Rows met so far, per class of the plan.
    rows: Vec<u32>,
    /// The classes that rows have named, so that each is looked for once.
    met: HashMap<(Option<ClassLabel>, String), usize>,
    /// The file counts through all classes, so its numbers are no seats.
    pub counts_through: bool,
}

impl PlacePlanner {
    /// Starts with the classes of the book. `system` is the one that was set for the school.
    pub fn new(snapshot: &RosterSnapshot, school_year: i32, system: Option<&SchoolSystem>) -> Self {
        let last_year = snapshot.classes.values().filter(|class| class.school_year == school_year - 1);
        let before: Vec<SchoolClass> = last_year.cloned().collect();
        let young = Kindergarten::of(before.iter());
        let mut planner = Self { school_year, before, young, system: system.cloned(), ..Self::default() };
        let mut seats: BTreeMap<ClassId, BTreeSet<u32>> = BTreeMap::new();
        for person in snapshot.people.keys() {
            for enrolment in snapshot.enrolments(*person) {
                let _ = seats.entry(enrolment.class).or_default().insert(enrolment.seat_no);
            }
        }
        for class in snapshot.classes.values().filter(|class| class.school_year == school_year) {
            planner.taken.push(seats.remove(&class.id).unwrap_or_default());
            planner.rows.push(0);
            planner.known.push(class.clone());
            planner.classes.push(PlannedClass {
                id: Some(class.id),
                written: class.label.clone(),
                label: None,
                teacher: None,
            });
        }
        planner
    }

    /// The class of that name, if book or plan has it.
    pub fn find(&self, wanted: &RecordClass) -> Option<usize> {
        let known = self.known.iter().position(|class| is_class(class, wanted));
        known.or_else(|| {
            self.classes.iter().position(|class| {
                class.id.is_none()
                    && wanted.is_same(&RecordClass { label: class.label, written: class.written.clone() })
            })
        })
    }

    /// The grade of a class itself.
    pub fn grade_of(&self, at: usize) -> Option<u8> {
        let planned = || self.classes.get(at).and_then(|planned| planned.label?.grade);
        self.known.get(at).map_or_else(planned, |class| class.grade)
    }

    /// The class of a row, planned if there is none; counts the row.
    pub fn class_of(&mut self, wanted: &RecordClass) -> usize {
        let key = wanted.key();
        let met = self.met.get(&key).copied();
        let at = met.or_else(|| self.find(wanted)).unwrap_or_else(|| {
            self.taken.push(BTreeSet::new());
            self.rows.push(0);
            self.classes.push(PlannedClass {
                id: None,
                written: wanted.written.clone(),
                label: wanted.label,
                teacher: None,
            });
            self.classes.len() - 1
        });
        if met.is_none() {
            let _ = self.met.insert(key, at);
        }
        if let Some(rows) = self.rows.get_mut(at) {
            *rows += 1;
        }
        at
    }

    /// Where pupils without a class go.
    pub fn no_class(&mut self) -> usize {
        let label =
            crate::domain::class_label::ClassLabel { grade: None, class_no: None, kind: ClassKind::NoClass };
        let written = label.full();
        self.class_of(&RecordClass { label: Some(label), written })
    }

    /// The seat of the row met last in the class: the file's number where it restarts in each class, else the
    /// row's place in the class's part of the file, unless that was given before. `None`: the next free one, to be asked for when all rows have been met.
    pub fn seat(&mut self, class: usize, written: Option<u32>) -> Option<u32> {
        let written = written.filter(|_| !self.counts_through);
        let wanted = written.or_else(|| self.rows.get(class).copied()).filter(|seat| *seat > 0)?;
        self.taken.get_mut(class)?.insert(wanted).then_some(wanted)
    }

    /// A seat behind all others of the class.
    pub fn next_seat(&mut self, class: usize) -> u32 {
        let Some(taken) = self.taken.get_mut(class) else { return 1 };
        let next = taken.last().copied().unwrap_or_default() + 1;
        let _ = taken.insert(next);
        next
    }

    /// Whether pupils of a class move into the planned class with the new school year, or are in it.
    pub fn leads_to(&self, from: &SchoolClass, to: usize) -> bool {
        let Some(planned) = self.classes.get(to) else { return false };
        if planned.id == Some(from.id) {
            return true;
        }
        if from.school_year != self.school_year - 1 {
            return false;
        }
        let target = self.known.get(to).map(|class| (class.kind, class.grade, class.class_no));
        let target = target.or_else(|| planned.label.map(|l| (l.kind, l.grade, l.class_no)));
        let name = self.known.get(to).map_or(planned.written.as_str(), |class| class.label.as_str());
        let in_kindergarten = self.young.year_of(from);
        let next = in_kindergarten.and_then(|(year, number)| Some((year.next()?, number)));
        if next.is_some() && next == PreschoolYear::of_label(name) {
            return true;
        }
        let Some((kind, grade, number)) = target.filter(|_| next.is_none()) else { return false };
        // From 大班 school begins as it does from 学前班.
        let own = in_kindergarten.map_or(from.grade, |_| Some(0));
        let own_number = in_kindergarten.map_or(from.class_no, |(_, number)| number);
        let rises =
            own.is_some() && grade == own.map(|grade| grade + 1) || self.rises(from, own, (name, grade));
        kind == from.kind && rises && (number == own_number || self.is_first(from, own_number, number))
    }

    /// The same by the system of the school, in which 初一 may follow 五年级.
    fn rises(&self, from: &SchoolClass, own: Option<u8>, (name, grade): (&str, Option<u8>)) -> bool {
        let Some(system) = &self.system else { return false };
        let year = system.year_of(&from.label, own);
        year.is_some() && system.year_of(name, grade) == year.map(|year| year + 1)
    }

    /// Whether a class without a number goes into the class number 1, since it is the only one of its grade.
    fn is_first(&self, from: &SchoolClass, own: Option<u16>, number: Option<u16>) -> bool {
        let year = |class: &SchoolClass| self.young.year_of(class).map(|(year, _)| year);
        let alike = |other: &&SchoolClass| {
            other.kind == from.kind && other.grade == from.grade && year(other) == year(from)
        };
        own.is_none() && number == Some(1) && self.before.iter().filter(alike).count() == 1
    }
}

/// Whether a file's numbers count through all its classes: they begin with 1 and rise from row to row, over
/// the classes' bounds, with fewer gaps than rows. A few rows out of several classes do not look like that.
pub(super) fn counts_through(rows: impl Iterator<Item = (Option<usize>, Option<u32>)>) -> bool {
    let numbered: Vec<_> = rows.filter_map(|(class, number)| Some((class, number?))).collect();
    let classes: BTreeSet<_> = numbered.iter().map(|(class, _)| class).collect();
    let rises = numbered.is_sorted_by(|(_, a), (_, b)| a < b);
    let first = numbered.first().map(|(_, number)| *number);
    let last = numbered.last().map(|(_, number)| *number as usize);
    classes.len() > 1 && rises && first == Some(1) && last.is_some_and(|last| last < 2 * numbered.len())
}

/// By grade and number, other kinds by their words.
fn is_class(class: &SchoolClass, wanted: &RecordClass) -> bool {
    match wanted.label {
        Some(label) if label.kind == ClassKind::NoClass => class.kind == ClassKind::NoClass,
        Some(label) if label.kind == ClassKind::Ordinary && label.grade.is_some() => {
            if class.kind == ClassKind::Ordinary {
                return class.grade == label.grade && class.class_no == label.class_no;
            }
            // The kind was set by hand; the class is still called the same.
            ClassLabel::parse(&class.label, class.school_year) == Some(label)
        }
        _ => word(&class.label) == word(&wanted.written),
    }
}

fn word(written: &str) -> String {
    half_width(written).chars().filter(|c| !c.is_whitespace()).collect()
}
