//! Rows of pupils: whom they mean, what changes, where they go.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::{Value, json};
use uuid::Uuid;

use super::doubts::doubt_swapped;
use super::field_change::FieldDifference;
use super::import_request::OnMatch;
use super::matcher::{Found, Keys, Matcher};
use super::place_planner::{PlacePlanner, counts_through};
use super::plan_builder::{PlanBuilder, keep_as_is, remember_former_name, settle};
use super::planned_row::{GRADE, LEFT, PlannedRow, RoomChange, RowAction};
use super::record_fields;
use crate::domain::id::PersonId;
use crate::domain::person::{Boarding, Person, PersonKind};
use crate::domain::person_name::match_key;
use crate::domain::progress::{Cancelled, Progress, Stage};
use crate::domain::school_class::ClassKind;
use crate::ops::roster::dormitory::same_room;
use crate::roster_file::{PupilRecord, RowOrigin};
use crate::storage::Row;

/// Rows between two reports of progress.
const STEP: usize = 64;

impl PlanBuilder<'_> {
    pub(super) fn pupil_rows(
        &self,
        records: &[PupilRecord],
        planner: &mut PlacePlanner,
        progress: &mut dyn Progress,
    ) -> Result<Vec<PlannedRow>, Cancelled> {
        let classes: Vec<Option<usize>> =
            records.iter().map(|record| record.class.as_ref().map(|class| planner.class_of(class))).collect();
        let found = self.find_pupils(records, &classes, planner, progress)?;
        // A second planner counts the rows of each class again, now that whom they mean is known.
        *planner = PlacePlanner::new(self.pupils, self.school_year, self.system);
        planner.counts_through =
            counts_through(classes.iter().copied().zip(records.iter().map(|record| record.seat_no)));
        let mut rows = Vec::with_capacity(records.len());
        for (at, (record, found)) in records.iter().zip(found).enumerate() {
            // Whom the rows mean is half of it.
            step(progress, records.len() + at, 2 * records.len())?;
            let class_at = record.class.as_ref().map(|class| planner.class_of(class));
            rows.push(self.pupil_row(record, &found, class_at, planner));
        }
        for (class, seat) in rows.iter_mut().filter_map(|row: &mut PlannedRow| row.enrol.as_mut()) {
            let given = seat.take();
            *seat = Some(given.unwrap_or_else(|| planner.next_seat(*class)));
        }
        Ok(rows)
    }

    /// Whom each row means; one person is never meant by two rows.
    fn find_pupils(
        &self,
        records: &[PupilRecord],
        classes: &[Option<usize>],
        planner: &PlacePlanner,
        progress: &mut dyn Progress,
    ) -> Result<Vec<Found>, Cancelled> {
        let matcher = Matcher::new(self.pupils.people.values(), self.imported);
        let names: Vec<String> = records.iter().map(|record| match_key(&record.name)).collect();
        let mut alike: HashMap<(&str, Option<NaiveDate>, Option<usize>), usize> = HashMap::new();
        for ((record, class), name) in records.iter().zip(classes).zip(&names) {
            *alike.entry((name, record.birth, *class)).or_default() += 1;
        }
        let mut found = Vec::with_capacity(records.len());
        for (at, ((record, class), name)) in records.iter().zip(classes).zip(&names).enumerate() {
            step(progress, at, 2 * records.len())?;
            let keys = Keys {
                name: &record.name,
                birth: record.birth,
                student_no: record.student_no.as_deref(),
                id_number: record.id_number.as_deref(),
                alone_in_file: alike.get(&(name.as_str(), record.birth, *class)) == Some(&1),
            };
            let one = matcher.find(&keys, |person| self.is_in(person, *class, planner));
            found.push(match twice(record, one) {
                Found::Doubt(people) if record.repeats.is_none() => {
                    self.identical(people, record, *class, planner)
                }
                certain => certain,
            });
        }
        let name_fits =
            |at: usize, person: &Person| names.get(at).is_some_and(|name| *name == match_key(&person.name));
        let near = |at: usize, id| classes.get(at).is_some_and(|class| self.is_in(id, *class, planner));
        doubt_swapped(&names, &mut found, &matcher, near);
        self.doubt_renamed(records, &mut found, near);
        let origins: Vec<&RowOrigin> = records.iter().map(|record| &record.origin).collect();
        let decided = self.decide(&origins, &mut found, |at, id| {
            let fits = self.pupils.people.get(&id).is_some_and(|person| name_fits(at, person));
            (fits, near(at, id))
        });
        // The same new person twice in one file comes in once.
        let mut met = HashMap::new();
        for (at, ((record, found), name)) in records.iter().zip(&mut found).zip(&names).enumerate() {
            let number = record.id_number.as_ref().or(record.student_no.as_ref());
            let chosen = decided.get(at) == Some(&true);
            if let (Found::Nobody, Some(number)) = (&found, number)
                && !chosen
                && met.insert((number, name, record.birth), at).is_some()
            {
                *found = self.decided(&record.origin).unwrap_or(Found::Doubt(Vec::new()));
            }
        }
        Ok(found)
    }

    /// Of several whom a row may mean, the only one who is in its class with its number and of whom it says
    /// nothing that the book does not: our own export of two namesakes.
    fn identical(
        &self,
        people: Vec<PersonId>,
        record: &PupilRecord,
        class: Option<usize>,
        planner: &PlacePlanner,
    ) -> Found {
        let class = class.and_then(|at| planner.classes.get(at)?.id);
        let said = record_fields::filled(&record_fields::pupil(PersonId(Uuid::nil()), record));
        let same = |id: &&PersonId| {
            let seat =
                self.pupils.enrolments(**id).last().filter(|e| e.to.is_none() && Some(e.class) == class);
            let known = self.pupils.people.get(*id).map(record_fields::filled).unwrap_or_default();
            record.seat_no.is_some()
                && seat.map(|e| e.seat_no) == record.seat_no
                && said.iter().all(|(field, value)| known.get(field) == Some(value))
        };
        let alike: Vec<&PersonId> = people.iter().filter(same).collect();
        match alike.as_slice() {
            [one] => Found::One(**one),
            _ => Found::Doubt(people),
        }
    }

    /// Whether a person is in the class, was imported into it or moves up into it; without a class, whether a person
    /// has none.
    fn is_in(&self, person: PersonId, class: Option<usize>, planner: &PlacePlanner) -> bool {
        let last = self.pupils.enrolments(person).last();
        let from = last.and_then(|enrolment| self.pupils.classes.get(&enrolment.class));
        let imported = self.imported.get(&person).and_then(|row| row.get("class"));
        let key = class.and_then(|to| planner.classes.get(to)?.id);
        let unplaced = class.is_none() && from.is_some_and(|from| from.kind == ClassKind::NoClass);
        unplaced
            || from.zip(class).is_some_and(|(from, to)| planner.leads_to(from, to))
            || (key.is_some() && imported == Some(&json!(key)))
    }

    fn pupil_row(
        &self,
        record: &PupilRecord,
        found: &Found,
        class_at: Option<usize>,
        planner: &mut PlacePlanner,
    ) -> PlannedRow {
        let mut person = record_fields::pupil(PersonId(Uuid::nil()), record);
        let mut row = PlannedRow {
            origin: record.origin.clone(),
            name: record.name.clone(),
            class: record.class.as_ref().map(|class| class.written.clone()),
            kind: PersonKind::Pupil,
            action: RowAction::New,
            same_id: false,
            conflicts: Vec::new(),
            taken: Vec::new(),
            comes_in: false,
            returns: false,
            from: self.as_of,
            fields: Row::new(),
            person: None,
            imported: Row::new(),
            enrol: None,
            class_at,
            grade: record.grade(),
            regrade: false,
            room: record.dormitory.clone().map_or(RoomChange::Keep, RoomChange::Into),
        };
        match found {
            Found::Nobody => {
                let class = class_at.unwrap_or_else(|| planner.no_class());
                row.class_at = Some(class);
                row.grade = row.grade.filter(|_| planner.grade_of(class).is_none());
                row.imported.extend(row.grade.map(|grade| (GRADE.to_owned(), json!(grade))));
                row.enrol = Some((class, planner.seat(class, record.seat_no)));
                // Who has a room is a boarder, unless the file says otherwise.
                let housed = record.dormitory.as_ref().map(|_| Boarding::Boarder);
                person.boarding = person.boarding.or(housed);
                row.person = Some(Box::new(person));
                if let Some(room) = &record.dormitory {
                    let _ = row.imported.insert("dormitory".to_owned(), json!(room));
                }
            }
            Found::Doubt(people) => {
                row.action = RowAction::Doubtful(
                    people.iter().filter_map(|id| Self::candidate(self.pupils, *id)).collect(),
                );
                row.room = RoomChange::Keep;
            }
            Found::One(id) => {
                row.fields = record_fields::filled(&person);
                self.known_pupil(*id, record, &mut row, planner);
            }
        }
        // A class of last year does not end by itself, but nobody of it is on this year's roster.
        let enrolled = |id| {
            let class =
                self.pupils.enrolment_on(id, self.as_of).and_then(|e| self.pupils.classes.get(&e.class));
            class.is_some_and(|class| class.school_year == self.school_year)
        };
        row.comes_in = row.enrol.is_some() && !row.action.person().is_some_and(enrolled);
        row
    }

    fn known_pupil(
        &self,
        id: PersonId,
        record: &PupilRecord,
        row: &mut PlannedRow,
        planner: &mut PlacePlanner,
    ) {
        let Some(person) = self.pupils.people.get(&id) else { return };
        row.same_id = record.id_number.is_some() && record.id_number == person.id_number;
        if self.options.on_match == OnMatch::Skip {
            return keep_as_is(id, row);
        }
        let nothing = Row::new();
        let last = self.imported.get(&id).unwrap_or(&nothing);
        record_fields::without_derived(&mut row.fields, record.derived, person);
        let taken = self.options.taken(&row.origin, Some(id));
        let mut difference = FieldDifference::of(&row.fields, &record_fields::filled(person), last, taken);
        remember_former_name(person, row, last, &mut difference);
        self.compare_room(id, record, row, (last, &mut difference));
        self.compare_class(id, row, planner, (last, &mut difference));
        self.compare_grade(id, row, planner, (last, &mut difference));
        if let Some((class, seat)) = &mut row.enrol {
            let before = self.pupils.enrolments(id).iter().rev();
            let target = planner.classes.get(*class).and_then(|planned| planned.id);
            let own = before.clone().find(|e| Some(e.class) == target).map(|e| e.seat_no);
            *seat = own.or_else(|| planner.seat(*class, record.seat_no));
        }
        let mut last = last.clone();
        if row.enrol.is_some() {
            let _ = last.remove(LEFT);
        }
        settle(id, last, difference, row);
        self.forget_known(id, row, planner);
    }

    /// A class that differs from the file's is left at `as_of`, unless a person put the pupil there this year.
    fn compare_class(
        &self,
        id: PersonId,
        row: &mut PlannedRow,
        planner: &PlacePlanner,
        (last, difference): (&Row, &mut FieldDifference),
    ) {
        let Some(at) = row.class_at else { return };
        let current = self.pupils.enrolments(id).last();
        let Some(current) = current else {
            row.enrol = Some((at, None));
            let _ = difference.add(false, "class", Value::Null, json!(row.class));
            return;
        };
        let class = self.pupils.classes.get(&current.class);
        // A leave that an import wrote is no change by hand: the file takes it back, even one still to come.
        let left = current.to.and_then(|to| to.succ_opt());
        let by_import = left.is_some() && last.get(LEFT) == Some(&json!(left));
        let here = !by_import && current.to.is_none_or(|to| to >= self.as_of);
        let target = planner.classes.get(at).and_then(|planned| planned.id);
        if here && target == Some(current.class) {
            return;
        }
        let this_year = class.is_some_and(|class| class.school_year == self.school_year);
        let moved = last.get("class") != Some(&json!(current.class)) || !here;
        let by_hand = this_year && moved && !by_import;
        let old = if here { json!(class.map(|class| &class.label)) } else { Value::Null };
        if difference.add(by_hand, "class", old, json!(row.class)) {
            row.enrol = Some((at, None));
            row.returns = by_import;
        }
    }

    /// The grade of a pupil whose class has none itself, unless a person set another one.
    fn compare_grade(
        &self,
        id: PersonId,
        row: &mut PlannedRow,
        planner: &PlacePlanner,
        (last, difference): (&Row, &mut FieldDifference),
    ) {
        row.grade = row.grade.filter(|_| row.class_at.is_some_and(|at| planner.grade_of(at).is_none()));
        let (Some(grade), Some(at)) = (row.grade, row.class_at) else { return };
        let _ = row.fields.insert(GRADE.to_owned(), json!(grade));
        let class = planner.classes.get(at).and_then(|planned| planned.id);
        let current = self.pupils.enrolments(id).last().filter(|e| Some(e.class) == class);
        let Some(current) = current.filter(|e| row.enrol.is_none() && e.grade != Some(grade)) else { return };
        let by_hand = current.grade.is_some() && last.get(GRADE) != Some(&json!(current.grade));
        row.regrade = difference.add(by_hand, GRADE, json!(current.grade), json!(grade));
    }

    /// A room that differs from the file's; who gets one is a boarder from then on, unless the file says otherwise. Where
    /// 就读方式 was set by hand, both stay.
    fn compare_room(
        &self,
        id: PersonId,
        record: &PupilRecord,
        row: &mut PlannedRow,
        (last, difference): (&Row, &mut FieldDifference),
    ) {
        row.room = RoomChange::Keep;
        let stay = self.pupils.stays(id).last().filter(|stay| stay.to.is_none_or(|to| to >= self.known_on));
        let current = stay.and_then(|stay| self.pupils.rooms.get(&stay.dormitory)).map(|r| r.label.as_str());
        let Some(wanted) = &record.dormitory else {
            // Who turns from boarder to day pupil no longer sleeps here.
            if stay.is_some() && record.boarding == Some(Boarding::Day) && !difference.is_kept("boarding") {
                let _ = difference.add(false, "dormitory", json!(current), Value::Null);
                row.room = RoomChange::Out;
            }
            return;
        };
        let imported = last.get("dormitory").and_then(Value::as_str);
        let boarding = self.pupils.people.get(&id).and_then(|person| person.boarding);
        let told = json!(boarding);
        let turns = record.boarding.is_none() && boarding != Some(Boarding::Boarder);
        let set = turns && last.get("boarding").map_or(boarding.is_some(), |last| *last != told);
        if current.is_some_and(|current| same_room(current, wanted)) {
            let _ = row.fields.insert("dormitory".to_owned(), json!(wanted));
            if turns && !set && boarding.is_none() {
                boards(told, row, difference);
            }
            return;
        }
        let moved = match (current, imported) {
            (Some(current), Some(imported)) => !same_room(current, imported),
            (None, None) => false,
            _ => true,
        };
        if difference.add(moved || set, "dormitory", json!(current), json!(wanted)) {
            let _ = row.fields.insert("dormitory".to_owned(), json!(wanted));
            row.room = RoomChange::Into(wanted.clone());
            if turns {
                boards(told, row, difference);
            }
        }
    }
}

/// Reports at every few rows that the comparison goes on.
fn step(progress: &mut dyn Progress, done: usize, total: usize) -> Result<(), Cancelled> {
    if done.is_multiple_of(STEP) { progress.report(Stage::Comparing, done, total) } else { Ok(()) }
}

/// Who may stand on another sheet already comes in once, until somebody decides.
fn twice(record: &PupilRecord, found: Found) -> Found {
    match found {
        Found::Nobody if record.repeats.is_some() => Found::Doubt(Vec::new()),
        Found::One(id) if record.repeats.is_some() => Found::Doubt(vec![id]),
        found => found,
    }
}

/// A pupil of whom something else was known becomes a boarder.
fn boards(before: Value, row: &mut PlannedRow, difference: &mut FieldDifference) {
    let boarder = json!(Boarding::Boarder);
    let _ = row.fields.insert("boarding".to_owned(), boarder.clone());
    let _ = difference.add(false, "boarding", before, boarder);
}
