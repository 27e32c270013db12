//! What the tables of a file give, and the checks that need all of them.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use chrono::Datelike;

use super::pupil_record::{PupilRecord, RecordClass};
use super::row_note::{RejectedRow, RowOrigin, Skip, SkippedRow, WarnedRow, Warning};
use super::sheet_copies;
use super::staff_record::{StaffRecord, tells_class_teacher};
use crate::domain::person_name;

/// Mean age from which a cohort of the first years is one of a junior school.
const JUNIOR_AGE: f64 = 11.0;

/// Records and notes of all tables.
#[derive(Debug, Default)]
pub struct Findings {
    /// Pupils.
    pub pupils: Vec<PupilRecord>,
    /// Staff.
    pub staff: Vec<StaffRecord>,
    /// Rows with data that are not imported.
    pub rejected: Vec<RejectedRow>,
    /// Rows that are imported with a warning.
    pub warned: Vec<WarnedRow>,
    /// Rows that hold nobody.
    pub skipped: Vec<SkippedRow>,
}

impl Findings {
    /// Notes a row that holds nobody.
    pub fn skip(&mut self, origin: RowOrigin, reason: Skip) {
        self.skipped.push(SkippedRow { origin, reason });
    }

    /// Notes what is odd about the person read last.
    pub fn warn(&mut self, origin: &RowOrigin, warnings: &[Warning]) {
        let pupil = self.pupils.last().filter(|p| p.origin == *origin).map(|p| p.name.clone());
        let name = pupil.or_else(|| self.staff.last().map(|s| s.name.clone())).unwrap_or_default();
        self.warn_as(origin, &name, warnings);
    }

    /// Notes what is odd about a person.
    pub fn warn_as(&mut self, origin: &RowOrigin, name: &str, warnings: &[Warning]) {
        self.warned.extend(warnings.iter().map(|reason| WarnedRow {
            origin: origin.clone(),
            name: name.to_owned(),
            reason: *reason,
        }));
    }

    /// Checks across rows and sheets.
    pub fn compare(&mut self, school_year: i32) {
        self.drop_copies_on_other_sheets();
        self.settle_cohorts(school_year);
        let by_id = groups(&self.pupils, |p| p.id_number.clone());
        self.warn_groups(&by_id, Warning::IdDuplicate);
        let by_student_no = groups(&self.pupils, |p| p.student_no.clone());
        self.warn_groups(&by_student_no, Warning::StudentNoDuplicate);
        self.warn_of_two_class_teachers();
        let by_name = groups(&self.pupils, |p| {
            let class = p.class.as_ref()?;
            let class = class.label.map_or_else(|| Err(class.written.clone()), Ok);
            Some((class, person_name::match_key(&p.name)))
        });
        self.warn_groups(&by_name, Warning::SameNameInClass);
        let order = self.sheet_order();
        let place = |origin: &RowOrigin| (order.get(&origin.sheet).copied(), origin.row);
        self.warned.sort_by_key(|w| place(&w.origin));
        self.rejected.sort_by_key(|r| place(&r.origin));
    }

    fn sheet_order(&self) -> HashMap<Option<String>, usize> {
        let mut order = HashMap::new();
        let pupils = self.pupils.iter().map(|p| &p.origin.sheet);
        for sheet in pupils.chain(self.staff.iter().map(|s| &s.origin.sheet)) {
            let next = order.len();
            order.entry(sheet.clone()).or_insert(next);
        }
        order
    }

    fn warn_groups(&mut self, groups: &[Vec<usize>], warning: Warning) {
        for at in groups.iter().flatten() {
            if let Some((origin, name)) = self.pupils.get(*at).map(|p| (p.origin.clone(), p.name.clone())) {
                self.warn_as(&origin, &name, &[warning]);
            }
        }
    }

    /// A class has one 班主任; whoever else is called so beside it may teach it, or the list is wrong.
    fn warn_of_two_class_teachers(&mut self) {
        let leads = |person: &&StaffRecord| person.post.as_deref().is_some_and(tells_class_teacher);
        let mut names: HashMap<_, HashSet<String>> = HashMap::new();
        for person in self.staff.iter().filter(leads) {
            for class in &person.classes {
                let _ = names.entry(class.key()).or_default().insert(person_name::match_key(&person.name));
            }
        }
        let several = |class: &RecordClass| names.get(&class.key()).is_some_and(|names| names.len() > 1);
        let people = self.staff.iter().filter(leads).filter(|person| person.classes.iter().any(several));
        let found: Vec<_> = people.map(|person| (person.origin.clone(), person.name.clone())).collect();
        for (origin, name) in found {
            self.warn_as(&origin, &name, &[Warning::ClassTeacherTwice]);
        }
    }

    /// A sheet with everybody beside the sheets of the classes.
    fn drop_copies_on_other_sheets(&mut self) {
        let copies = sheet_copies::settle(&mut self.pupils);
        let mut kept: HashMap<&RowOrigin, Vec<&sheet_copies::Copy>> = HashMap::new();
        for copy in &copies {
            kept.entry(&copy.kept).or_default().push(copy);
        }
        let gone: HashMap<&RowOrigin, &sheet_copies::Copy> =
            copies.iter().map(|copy| (&copy.row.origin, copy)).collect();
        let mut passed_on = Vec::new();
        self.warned.retain(|warned| {
            if let Some(copy) = gone.get(&warned.origin) {
                if copy.merged.passes_on(warned.reason) {
                    passed_on.push(WarnedRow { origin: copy.kept.clone(), ..warned.clone() });
                }
                return false;
            }
            let copies = kept.get(&warned.origin).into_iter().flatten();
            !copies.into_iter().any(|copy| copy.merged.answers(warned.reason))
        });
        self.warned.append(&mut passed_on);
        for copy in copies {
            if copy.merged.differs {
                let name = copy.row.name.clone().unwrap_or_default();
                self.warn_as(&copy.kept, &name, &[Warning::CopyDiffers]);
            }
            self.rejected.push(copy.row);
        }
    }

    /// `2025级` is 一年级 in a primary school and 七年级 in a junior school: the age tells.
    fn settle_cohorts(&mut self, school_year: i32) {
        let mut ages: HashMap<i32, (f64, u32)> = HashMap::new();
        for (entered, birth) in
            self.pupils.iter().filter_map(|p| Some((p.open_cohort(school_year)?, p.birth?)))
        {
            let age = ages.entry(entered).or_default();
            // At entry, so that the later years of a primary school are not taken for a junior one.
            age.0 += f64::from(entered - birth.year());
            age.1 += 1;
        }
        let junior = |entered: i32| {
            ages.get(&entered).is_some_and(|(sum, count)| sum / f64::from(*count) >= JUNIOR_AGE)
        };
        self.pupils.iter_mut().for_each(|pupil| pupil.settle_cohort(school_year, junior));
    }
}

/// Places of pupils that share a key, where more than one does.
fn groups<K: Hash + Eq>(pupils: &[PupilRecord], key: impl Fn(&PupilRecord) -> Option<K>) -> Vec<Vec<usize>> {
    let mut by_key: HashMap<K, Vec<usize>> = HashMap::new();
    for (at, pupil) in pupils.iter().enumerate() {
        if let Some(key) = key(pupil) {
            by_key.entry(key).or_default().push(at);
        }
    }
    by_key.into_values().filter(|group| group.len() > 1).collect()
}
