//! `2025级1班` is 一年级 in a primary school and 七年级 in a junior one. Where no birth date of the file tells which, the
//! book does: its classes of that name, the pupils whom the file means, the grades that the school has, its school system.
//! Where nothing tells it, it is taken for a primary class and said so.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::domain::class_label::ClassLabel;
use crate::domain::person_name::match_key;
use crate::domain::rule_book::SchoolSystem;
use crate::ops::roster::RosterSnapshot;
use crate::roster_file::{PupilRecord, RosterDocument};

/// The first grade of a junior school.
const JUNIOR: i32 = 7;

/// Settles them in a document.
pub(super) fn settle(
    document: &mut RosterDocument,
    pupils: &RosterSnapshot,
    school_year: i32,
    system: Option<&SchoolSystem>,
) {
    let open = document.open_cohorts();
    if open.is_empty() {
        return;
    }
    let met = Met::of(pupils);
    // How many speak for a junior school, and how many against it.
    let mut votes: BTreeMap<i32, (usize, usize)> = BTreeMap::new();
    for record in &document.pupils {
        let Some(entered) = record.open_cohort(school_year) else { continue };
        if let Some(in_junior) = met.grade(record, school_year).map(|grade| grade >= JUNIOR) {
            let vote = votes.entry(entered).or_default();
            if in_junior { vote.0 += 1 } else { vote.1 += 1 }
        }
    }
    let grades = || pupils.classes.values().filter_map(|class| class.grade).map(i32::from);
    let by_grades = || {
        let only_junior = grades().all(|grade| grade >= JUNIOR);
        grades().next().map(|_| only_junior)
    };
    let by_system = |entered: i32| {
        let grade = u8::try_from(school_year - entered + 1).ok()?;
        let holds = |grade: u8| system.map(|it| (it.grades.0..=it.grades.1).contains(&grade));
        match (holds(grade)?, holds(grade + 6)?) {
            (true, false) => Some(false),
            (false, true) => Some(true),
            _ => None,
        }
    };
    let junior = |entered: &i32| {
        let cohort = pupils.classes.values().filter(|class| {
            class.school_year == school_year && ClassLabel::cohort(&class.label) == Some(*entered)
        });
        let known = cohort.filter_map(|class| class.grade).map(|grade| i32::from(grade) >= JUNIOR).next();
        let told = || votes.get(entered).map(|(junior, primary)| junior > primary);
        known.or_else(told).or_else(|| by_system(*entered)).or_else(by_grades)
    };
    let told: BTreeMap<i32, Option<bool>> =
        open.into_iter().map(|entered| (entered, junior(&entered))).collect();
    let of = |wanted| told.iter().filter(move |(_, junior)| **junior == wanted).map(|(entered, _)| *entered);
    let (unsure, junior): (BTreeSet<i32>, BTreeSet<i32>) = (of(None).collect(), of(Some(true)).collect());
    document.settle_cohorts(&junior);
    document.warn_of_stages(&unsure);
}

/// The grades of the pupils of the book by what tells them apart.
struct Met<'a> {
    numbers: HashMap<&'a str, i32>,
    /// By name, as the year of entry into 一年级 would be; `None` where namesakes differ.
    names: HashMap<String, Option<i32>>,
}

impl<'a> Met<'a> {
    fn of(pupils: &'a RosterSnapshot) -> Self {
        let mut met = Self { numbers: HashMap::new(), names: HashMap::new() };
        for person in pupils.people.values() {
            let class = pupils.enrolments(person.id).last().and_then(|e| pupils.classes.get(&e.class));
            let Some((class, grade)) = class.and_then(|class| Some((class, class.grade?))) else { continue };
            let began = class.school_year - i32::from(grade);
            for number in [&person.student_no, &person.id_number].into_iter().flatten() {
                let _ = met.numbers.insert(number, began);
            }
            let named = met.names.entry(match_key(&person.name)).or_insert(Some(began));
            *named = named.filter(|other| *other == began);
        }
        met
    }

    /// The grade in which whoever a row means is in a school year.
    fn grade(&self, record: &PupilRecord, school_year: i32) -> Option<i32> {
        let numbers = [&record.student_no, &record.id_number];
        let numbered = numbers.into_iter().flatten().find_map(|number| self.numbers.get(number.as_str()));
        let named = || self.names.get(&match_key(&record.name)).and_then(Option::as_ref);
        numbered.or_else(named).map(|began| school_year - began)
    }
}
