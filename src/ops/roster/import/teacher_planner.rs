//! 班主任 of the classes, from staff lists.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::field_change::FieldDifference;
use super::import_request::Taken;
use super::place_planner::PlacePlanner;
use crate::domain::class_label::ClassLabel;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::Person;
use crate::domain::school_class::SchoolClass;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::roster::RosterSnapshot;
use crate::roster_file::{RecordClass, StaffRecord, taught_classes, tells_class_teacher};
use crate::storage::{Row, Setting};

/// Name of the field of a class's 班主任 among conflicts.
pub(super) const TEACHER: &str = "teacher";
/// Name of the field of 任教班级.
pub(super) const TEACHES: &str = "teaches";
/// What is remembered of a staff list: the school year that its classes are of.
pub(in crate::ops) const LIST_YEAR: &str = "list_year";
/// Settings with the 班主任 that an import gave a class last begin so.
const GIVEN: &str = "class_teacher:";

/// The 班主任 that an import gave a class last: another one was set by hand since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct GivenTeacher {
    /// The class.
    pub class: ClassId,
    /// Name.
    pub teacher: String,
}

impl GivenTeacher {
    /// As it is kept.
    pub fn setting(&self) -> Result<Setting, OpError> {
        Ok(Setting::new(&format!("{GIVEN}{}", self.class), self)?)
    }
}

impl Book {
    /// What imports gave the classes.
    pub(super) fn given_teachers(&self) -> Result<BTreeMap<ClassId, String>, OpError> {
        let given = self.store.settings::<GivenTeacher>(GIVEN)?;
        Ok(given.into_iter().map(|given| (given.class, given.teacher)).collect())
    }
}

/// A class of the book that gets another 班主任.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TeacherChange {
    /// The class.
    pub key: ClassId,
    /// Its name.
    pub class: String,
    /// Who it was.
    pub old: Option<String>,
    /// Who it is.
    pub new: String,
}

/// What the classes get.
#[derive(Debug, Default)]
pub(super) struct TeacherPlan<'a> {
    /// Classes of the book that get another one.
    pub known: Vec<TeacherChange>,
    /// Names that the file gives each class.
    claims: BTreeMap<usize, BTreeSet<String>>,
    /// What imports gave the classes before.
    given: Option<&'a BTreeMap<ClassId, String>>,
    /// Classes and names out of the lists of books that did not keep that yet.
    listed: Vec<(String, RecordClass)>,
}

impl<'a> TeacherPlan<'a> {
    /// Before the first row of a staff list.
    pub fn new(
        records: &[StaffRecord],
        planner: &PlacePlanner,
        given: &'a BTreeMap<ClassId, String>,
        imported: &BTreeMap<PersonId, Row>,
        school_year: i32,
    ) -> Self {
        let mut claims: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        for record in records.iter().filter(|record| leads(record.post.as_deref())) {
            for at in record.classes.iter().filter_map(|class| planner.find(class)) {
                let _ = claims.entry(at).or_default().insert(record.name.clone());
            }
        }
        let text = |row: &Row, field: &str| row.get(field).and_then(Value::as_str).map(ToOwned::to_owned);
        let lists = imported.values().filter(|row| leads(row.get("post").and_then(Value::as_str)));
        let listed = lists.filter_map(|row| Some((text(row, "name")?, remembered_classes(row, school_year))));
        let listed = listed.flat_map(|(name, classes)| classes.into_iter().map(move |it| (name.clone(), it)));
        Self { known: Vec::new(), claims, given: Some(given), listed: listed.collect() }
    }

    /// Takes a row of a staff list. Answers the classes that get another 班主任, and those whose 班主任 was set by hand
    /// and is kept, unless the file's is `taken`. A class that the file gives to several stays with the one it has.
    pub fn take(
        &mut self,
        record: &StaffRecord,
        taken: Taken,
        (snapshot, planner): (&RosterSnapshot, &mut PlacePlanner),
    ) -> FieldDifference {
        let mut difference = FieldDifference::taking(taken);
        if !leads(record.post.as_deref()) {
            return difference;
        }
        for at in record.classes.iter().filter_map(|class| planner.find(class)).collect::<Vec<_>>() {
            if self.claims.get(&at).is_some_and(|names| names.len() > 1) {
                continue;
            }
            let Some(class) = planner.classes.get_mut(at) else { continue };
            let current = class.id.and_then(|id| snapshot.classes.get(&id));
            match current.map(|class| (class, class.teacher.as_ref())) {
                None => class.teacher = Some(record.name.clone()),
                Some((_, Some(teacher))) if *teacher == record.name => {}
                Some((class, teacher)) => {
                    let by_hand = self.by_hand(class, teacher, snapshot);
                    if difference.add(by_hand, TEACHER, json!(teacher), json!(record.name)) {
                        self.known.push(TeacherChange {
                            key: class.id,
                            class: class.label.clone(),
                            old: teacher.cloned(),
                            new: record.name.clone(),
                        });
                    }
                }
            }
        }
        difference
    }

    /// Whether the 班主任 of a class was set by hand since the last list, or taken away.
    fn by_hand(&self, class: &SchoolClass, teacher: Option<&String>, snapshot: &RosterSnapshot) -> bool {
        let given = || self.given.is_some_and(|given| given.contains_key(&class.id));
        teacher.map_or_else(given, |teacher| !self.gave(class, teacher, snapshot))
    }

    /// Whether a list and nobody's hand made somebody 班主任 of a class, or of the class that it continues.
    fn gave(&self, class: &SchoolClass, teacher: &str, snapshot: &RosterSnapshot) -> bool {
        let mut of = Some(class);
        while let Some(class) = of {
            if let Some(given) = self.given.and_then(|given| given.get(&class.id)) {
                return given == teacher;
            }
            of = class.continues.and_then(|id| snapshot.classes.get(&id));
        }
        let label = ClassLabel::parse(&class.label, class.school_year);
        let named = RecordClass { label, written: class.label.clone() };
        self.listed.iter().any(|(name, of)| name == teacher && of.is_same(&named))
    }

    /// Gives classes that are planned the 班主任 of a staff list of the same school year that came earlier, where it
    /// names one alone. Where nothing tells the year, it is the book's only one.
    pub fn remember(
        (pupils, staff): (&RosterSnapshot, &RosterSnapshot),
        imported: &BTreeMap<PersonId, Row>,
        planner: &mut PlacePlanner,
        school_year: i32,
    ) {
        let only_year = pupils.classes.values().all(|class| class.school_year == school_year);
        let this_year = |person: &Person| {
            let year = imported.get(&person.id).and_then(|row| row.get(LIST_YEAR));
            year.map_or(only_year, |year| *year == json!(school_year))
        };
        let mut names: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        let leaders = staff.people.values().filter(|person| leads(person.post.as_deref()));
        for teacher in leaders.filter(|person| this_year(person)) {
            let own = taught_classes(teacher.teaches.as_deref().unwrap_or_default(), school_year);
            let before = imported.get(&teacher.id).map(|row| remembered_classes(row, school_year));
            let taught = if own.is_empty() { before.unwrap_or_default() } else { own };
            for at in taught.iter().filter_map(|class| planner.find(class)) {
                let _ = names.entry(at).or_default().insert(&teacher.name);
            }
        }
        for (at, names) in names {
            if let (Some(planned), Some(name), 1) = (planner.classes.get_mut(at), names.first(), names.len())
                && planned.id.is_none()
                && planned.teacher.is_none()
            {
                planned.teacher = Some((*name).to_owned());
            }
        }
    }
}

/// Leaves 任教班级 out where the file names the classes that the book knows of already: what is written differently,
/// or follows from being 班主任, is no change.
pub(super) fn without_known_classes(
    said: &mut Row,
    record: &StaffRecord,
    known: &Person,
    (snapshot, planner): (&RosterSnapshot, &PlacePlanner),
    school_year: i32,
) {
    let key = |class: &RecordClass| planner.find(class).ok_or_else(|| class.key());
    let taught = taught_classes(known.teaches.as_deref().unwrap_or_default(), school_year);
    let taught: Vec<_> = taught.iter().map(key).collect();
    let wanted: Vec<_> = record.classes.iter().map(key).collect();
    let teacher = |class: &Result<usize, _>| {
        let class = planner.classes.get(*class.as_ref().ok()?)?.id?;
        snapshot.classes.get(&class)?.teacher.as_ref()
    };
    let leads = leads(known.post.as_deref());
    let own = |class: &Result<usize, _>| leads && teacher(class) == Some(&known.name);
    // Beside a 班主任 no list can name the class of another one.
    let others = |class: &Result<usize, _>| leads && teacher(class).is_some_and(|name| *name != known.name);
    let nothing_new = wanted.iter().all(|class| taught.contains(class) || own(class));
    if nothing_new && taught.iter().all(|class| wanted.contains(class) || others(class)) {
        let _ = said.remove(TEACHES);
    }
}

/// Whether a post is that of a class teacher.
fn leads(post: Option<&str>) -> bool {
    post.is_some_and(tells_class_teacher)
}

/// The classes that an import remembers of a member of staff: a text, in books of before a list.
fn remembered_classes(row: &Row, school_year: i32) -> Vec<RecordClass> {
    let texts: Vec<&str> = match row.get(TEACHES) {
        Some(Value::String(text)) => vec![text],
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    };
    texts.into_iter().flat_map(|text| taught_classes(text, school_year)).collect()
}
