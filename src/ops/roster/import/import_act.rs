//! Comparing what a file holds with the book, and writing what it brings, in one act.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::json;

use super::idle_choices::refuse_other_kinds;
use super::import_plan::PlannedClass;
use super::import_source::COLUMNS;
use super::plan_builder::PlanBuilder;
use super::planned_row::{LEFT, PlannedRow, RoomChange, RowAction};
use super::teacher_planner::{GivenTeacher, TeacherChange};
use super::{ImportOptions, ImportPlan, ImportSummary, Leaver, cohorts, record_fields};
use crate::domain::boarding_span::BoardingSpan;
use crate::domain::calendar::{Calendar, Season};
use crate::domain::enrolment::Dormitory;
use crate::domain::id::{ClassId, IdSource, PersonId};
use crate::domain::person::{Person, PersonKind};
use crate::domain::progress::{Progress, Silent, Stage};
use crate::domain::school_class::SchoolClass;
use crate::ops::book::Book;
use crate::ops::choice_error::ChoiceError;
use crate::ops::error::OpError;
use crate::ops::roster::add_class::make_class;
use crate::ops::roster::{MembershipError, RosterSnapshot, dormitory, membership};
use crate::roster_file::{KnownColumns, RosterDocument};
use crate::storage::{Act, EnrolmentRow, ImportedValue, Row, Setting, StayRow};

/// Rows between two reports of progress.
const STEP: usize = 32;

impl Book {
    /// Compares a file with the book.
    ///
    /// # Errors
    /// [`OpError::OlderRoster`] for a file of an earlier school year than the pupils are in: older never wins.
    pub fn plan_import(
        &self,
        document: RosterDocument,
        options: &ImportOptions,
    ) -> Result<ImportPlan, OpError> {
        self.plan_import_in_steps(document, options, &mut Silent)
    }

    /// The same, and says at every few rows how far it is.
    pub(super) fn plan_import_in_steps(
        &self,
        mut document: RosterDocument,
        options: &ImportOptions,
        progress: &mut dyn Progress,
    ) -> Result<ImportPlan, OpError> {
        let today = self.today();
        let pupils = RosterSnapshot::read(&self.store, PersonKind::Pupil)?;
        let staff = RosterSnapshot::read(&self.store, PersonKind::Staff)?;
        refuse_other_kinds(&document, options, &pupils, &staff)?;
        let school_year = document.first_year.unwrap_or_else(|| Calendar::school_year_of(today));
        let going_on = pupils.people.keys().filter_map(|id| pupils.enrolments(*id).last());
        let latest = going_on
            .filter(|enrolment| enrolment.to.is_none())
            .filter_map(|enrolment| pupils.classes.get(&enrolment.class))
            .map(|class| class.school_year)
            .max();
        if let Some(latest) = latest.filter(|latest| *latest > school_year && !document.pupils.is_empty()) {
            return Err(OpError::OlderRoster { file: school_year, book: latest });
        }
        let system = self.set_system_of_school()?;
        cohorts::settle(&mut document, &pupils, school_year, system.as_ref());
        let start = self.start_of_term(school_year, document.term)?;
        let usual = match today {
            _ if pupils.people.is_empty() => start,
            _ if school_year > Calendar::school_year_of(today) => today.max(start),
            today => today,
        };
        let as_of = options.as_of.unwrap_or(usual);
        if as_of != usual {
            self.is_in_year(as_of, (school_year, school_year))?;
        }
        if let Some(left_on) = options.left_on {
            self.is_in_year(left_on, (school_year - 1, school_year))?;
        }
        let (imported, given) = (self.imported_rows()?, self.given_teachers()?);
        let counted = self.counted_since(options.left_on.map_or(as_of, |day| day.min(as_of)))?;
        let tomorrow = today.succ_opt().filter(|_| !counted.is_empty());
        let known_on = tomorrow.map_or(as_of, |day| day.max(as_of));
        let pupils = pupils.with_boarding_of(known_on);
        let builder = PlanBuilder {
            pupils: &pupils,
            staff: &staff,
            imported: &imported,
            given: &given,
            options,
            counted: &counted,
            as_of,
            known_on,
            school_year,
            system: system.as_ref(),
        };
        let plan = builder.build(document, progress)?;
        match plan.decided_twice(options) {
            Some(row) => Err(ChoiceError::DecidedTwice { row: row.to_string() }.into()),
            None => Ok(plan),
        }
    }

    /// What the last import wrote into each person.
    fn imported_rows(&self) -> Result<BTreeMap<PersonId, Row>, OpError> {
        Ok(self.store.imported_values()?.into_iter().map(|value| (value.person, value.fields)).collect())
    }

    fn start_of_term(&self, school_year: i32, term: Option<u8>) -> Result<NaiveDate, OpError> {
        let today = self.today();
        let first = NaiveDate::from_ymd_opt(school_year, 9, 1).unwrap_or(today);
        let calendar = self.calendar(first)?;
        let terms: Vec<_> = calendar.terms.iter().filter(|t| t.school_year() == school_year).collect();
        let season = match term {
            Some(2) => Season::Spring,
            Some(_) => Season::Autumn,
            None => terms.iter().find(|t| t.covers(today)).map_or(Season::Autumn, |t| t.season),
        };
        Ok(terms.iter().find(|t| t.season == season).map_or(first, |t| t.first))
    }

    /// Refuses a day outside of school years, the first and the last of them; where a term begins before 1 September,
    /// the first year begins with it.
    fn is_in_year(&self, day: NaiveDate, (from, to): (i32, i32)) -> Result<(), OpError> {
        let first = Calendar::first_day_of(from);
        let terms = self.calendar(first)?.terms;
        let begins = terms.iter().filter(|term| term.school_year() == from).map(|term| term.first);
        let first = begins.min().map_or(first, |term| term.min(first));
        let last = Calendar::first_day_of(to + 1).pred_opt().unwrap_or(day);
        if (first..=last).contains(&day) {
            return Ok(());
        }
        Err(MembershipError::OtherYear { day, first, last }.into())
    }

    /// Writes what a comparison found, after a verified backup unless there is nothing to write, as one operation. The book must not have
    /// changed since the comparison.
    pub fn import(
        &mut self,
        plan: &ImportPlan,
        progress: &mut dyn Progress,
    ) -> Result<ImportSummary, OpError> {
        let mut summary = plan.summary();
        progress.report(Stage::BackingUp, 0, 1)?;
        if !plan.writes_nothing() {
            let _ = self.back_up("import")?;
        }
        let classes = self.store.all_classes()?;
        let rooms = self.store.dormitories()?;
        let mut detail =
            json!({ "count": summary.new + summary.changed, "new": summary.new, "left": summary.left });
        if let (Some(detail), false) = (detail.as_object_mut(), plan.file.is_empty()) {
            let _ = detail.insert("file".to_owned(), json!(plan.file));
        }
        let known = self.store.settings::<KnownColumns>(COLUMNS)?;
        let mut imported: BTreeMap<PersonId, Row> =
            if plan.leavers.is_empty() { BTreeMap::new() } else { self.imported_rows()? };
        let changes = self.act("import", detail, |act, ids| {
            let years = classes.iter().map(|class| (class.id, class.school_year)).collect();
            let mut writer = Writer { act, ids, plan, rooms, keys: Vec::new(), years };
            writer.columns(&known)?;
            writer.classes(classes)?;
            for (at, row) in plan.rows.iter().enumerate() {
                if at % STEP == 0 {
                    progress.report(Stage::Saving, at, plan.rows.len())?;
                }
                writer.row(row)?;
            }
            for Leaver { pupil, on, .. } in &plan.leavers {
                membership::leave(writer.act, pupil.key, *on)?;
                writer.remember_leave(pupil.key, *on, imported.remove(&pupil.key).unwrap_or_default())?;
            }
            progress.report(Stage::Saving, plan.rows.len(), plan.rows.len())?;
            Ok(writer.act.changes())
        })?;
        if changes == 0 {
            self.note_idle_import(&plan.file)?;
        } else {
            summary.act = self.last_import()?.map(|import| import.id);
        }
        Ok(summary)
    }
}

/// Writes the rows of a plan.
struct Writer<'w, 'a> {
    act: &'w mut Act<'a>,
    ids: &'w mut dyn IdSource,
    plan: &'w ImportPlan,
    rooms: Vec<Dormitory>,
    /// Key and grade per class of the plan.
    keys: Vec<(ClassId, Option<u8>)>,
    /// School year of each class.
    years: BTreeMap<ClassId, i32>,
}

impl Writer<'_, '_> {
    /// Remembers columns and sheets that the user set, so that the same header means the same next time; forgets
    /// them where the file says it itself. Of sheets that are not in this file what is known stays.
    fn columns(&mut self, before: &[KnownColumns]) -> Result<(), OpError> {
        let document = &self.plan.document;
        let read = document.proposals.iter().map(|table| (table, true));
        let all = read.chain(document.left_out.iter().map(|table| (table, false)));
        let mut found: BTreeMap<String, (KnownColumns, bool)> = BTreeMap::new();
        for (table, read) in all {
            let digest = table.layout.digest();
            let (known, by_choice) = found.entry(digest.clone()).or_insert_with(|| {
                let sheets = before.iter().find(|known| known.digest == digest);
                let sheets = sheets.map(|known| known.sheets.clone()).unwrap_or_default();
                (KnownColumns { digest, fields: table.layout.used(), sheets }, false)
            });
            *by_choice |= table.by_choice;
            if let Some(sheet) = &table.sheet {
                let _ = known.sheets.remove(sheet);
                known.sheets.extend(table.unusual.then(|| (sheet.clone(), read)));
            }
        }
        for (known, by_choice) in found.values() {
            let setting = Setting::new(&format!("{COLUMNS}{}", known.digest), known)?;
            let keep = *by_choice || !known.sheets.is_empty();
            let _ = if keep { self.act.put(&setting)? } else { self.act.remove(&setting)? };
        }
        Ok(())
    }

    /// Makes the classes that are missing and sets 班主任.
    fn classes(&mut self, mut known: Vec<SchoolClass>) -> Result<(), OpError> {
        for planned in &self.plan.classes {
            let class = self.class(planned, &known)?;
            self.keys.push((class.id, class.grade));
            if planned.id.is_none() {
                known.push(class);
            }
        }
        for TeacherChange { key, new, .. } in &self.plan.teachers {
            if let Some(class) = known.iter_mut().find(|class| class.id == *key) {
                class.teacher = Some(new.clone());
                let _ = self.act.put(class)?;
                let given = GivenTeacher { class: *key, teacher: new.clone() };
                let _ = self.act.put(&given.setting()?)?;
            }
        }
        Ok(())
    }

    fn class(&mut self, planned: &PlannedClass, known: &[SchoolClass]) -> Result<SchoolClass, OpError> {
        if let Some(class) = planned.id.and_then(|id| known.iter().find(|class| class.id == id)) {
            return Ok(class.clone());
        }
        let mut class = make_class(self.ids, known, &planned.written, planned.label, self.plan.school_year);
        class.teacher.clone_from(&planned.teacher);
        let _ = self.act.put(&class)?;
        if let Some(teacher) = planned.teacher.clone() {
            let _ = self.act.put(&GivenTeacher { class: class.id, teacher }.setting()?)?;
        }
        Ok(class)
    }

    fn row(&mut self, row: &PlannedRow) -> Result<(), OpError> {
        let from = row.from;
        let person = match &row.action {
            RowAction::Doubtful(_) => return Ok(()),
            RowAction::New => self.new_person(row)?,
            RowAction::Unchanged(id) => *id,
            RowAction::Changed(id, _) => {
                if let Some(mut before) = self.act.person(*id)?.filter(|_| !row.fields.is_empty()) {
                    let spans = self.act.boarding_of(*id)?;
                    before.boarding = spans.iter().rev().find(|it| it.covers(from)).map(|it| it.kind);
                    let mut fields = record_fields::filled(&before);
                    fields.extend(row.fields.clone());
                    let after = record_fields::person(*id, row.kind, fields)?;
                    let _ = self.act.put(&after)?;
                    if after.boarding != before.boarding {
                        membership::board(self.act, *id, after.boarding, from)?;
                    }
                }
                if let Some((class, seat)) =
                    row.enrol.and_then(|(at, seat)| Some((*self.keys.get(at)?, seat)))
                {
                    let grade = self.grade_in(*id, (class.0, class.1.or(row.grade)))?;
                    membership::enrol(self.act, *id, (class.0, grade), seat, from)?;
                } else if row.regrade {
                    membership::regrade(self.act, *id, row.grade)?;
                }
                match &row.room {
                    RoomChange::Keep => {}
                    RoomChange::Out => membership::house(self.act, *id, None, from)?,
                    RoomChange::Into(label) => {
                        let room = self.room(label)?;
                        membership::house(self.act, *id, Some(room), from)?;
                    }
                }
                *id
            }
        };
        if row.comes_in && row.kind == PersonKind::Staff {
            membership::employ(self.act, person, from)?;
        }
        self.remember(person, row)
    }

    /// The grade of a pupil in a class: the class's own, else in one of several grades the pupil's of before, a year
    /// higher in a new school year.
    fn grade_in(&self, person: PersonId, (_, grade): (ClassId, Option<u8>)) -> Result<Option<u8>, OpError> {
        if grade.is_some() {
            return Ok(grade);
        }
        let Some(last) = self.act.enrolments_of(person)?.pop() else { return Ok(None) };
        let years = self.years.get(&last.class).map_or(0, |year| self.plan.school_year - year);
        Ok(last.grade.and_then(|grade| u8::try_from(i32::from(grade) + years).ok()))
    }

    fn new_person(&mut self, row: &PlannedRow) -> Result<PersonId, OpError> {
        let person = PersonId(self.ids.next());
        if let Some(new) = &row.person {
            let remembered = self.remembered(row);
            self.act.put_imported(&Person { id: person, ..Person::clone(new) }, &remembered)?;
        }
        let from_day = row.from;
        if let Some(kind) = row.person.as_ref().and_then(|person| person.boarding) {
            self.act.put_new(&BoardingSpan { person, kind, from: from_day, to: None })?;
        }
        if let Some(((class, grade), seat)) =
            row.enrol.and_then(|(at, seat)| Some((*self.keys.get(at)?, seat)))
        {
            let (seat_no, grade) = (seat.unwrap_or_default(), grade.or(row.grade));
            self.act.put_new(&EnrolmentRow { person, class, grade, seat_no, from_day, to_day: None })?;
        }
        if row.kind == PersonKind::Staff {
            membership::employ(self.act, person, from_day)?;
        }
        if let RoomChange::Into(label) = &row.room {
            let dormitory = self.room(label)?;
            self.act.put_new(&StayRow { person, dormitory, from_day, to_day: None })?;
        }
        Ok(person)
    }

    fn room(&mut self, label: &str) -> Result<crate::domain::id::DormitoryId, OpError> {
        dormitory::room(self.act, self.ids, &mut self.rooms, label)
    }

    /// Remembers what was imported into somebody known, so that later changes by hand are known as such.
    fn remember(&mut self, person: PersonId, row: &PlannedRow) -> Result<(), OpError> {
        if row.imported.is_empty() || row.action == RowAction::New {
            return Ok(());
        }
        let _ = self.act.put(&ImportedValue { person, fields: self.remembered(row) })?;
        Ok(())
    }

    /// Remembers that the file and nobody's hand made somebody leave, so that a later file may take it back.
    fn remember_leave(&mut self, person: PersonId, on: NaiveDate, mut fields: Row) -> Result<(), OpError> {
        let _ = fields.insert(LEFT.to_owned(), json!(on));
        let _ = self.act.put(&ImportedValue { person, fields })?;
        Ok(())
    }

    /// What is remembered of a row, with its class.
    fn remembered(&self, row: &PlannedRow) -> Row {
        let mut fields = row.imported.clone();
        let class = row.class_at.and_then(|at| self.keys.get(at));
        if let Some((class, _)) = class.filter(|_| !row.conflicts.iter().any(|c| c.field == "class")) {
            let _ = fields.insert("class".to_owned(), json!(class));
        }
        fields
    }
}
