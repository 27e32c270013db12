//! From the rows of one table to records.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::NaiveDate;

use super::cell::Cell;
use super::class_column::ClassColumn;
use super::column_titles::ColumnTitles;
use super::field::Field;
use super::field_set::FieldSet;
use super::findings::Findings;
use super::grid::{Grid, GridRow};
use super::identity;
use super::pupil_record::{PupilRecord, RecordClass};
use super::row_kind;
use super::row_note::{RejectedRow, Rejection, RowOrigin, Skip, Warning};
use super::staff_record::{StaffRecord, taught_classes};
use super::table_layout::TableLayout;
use super::{written_choice, written_date, written_phone};
use crate::domain::class_label::ClassLabel;
use crate::domain::person::Sex;
use crate::domain::person_name;
use crate::domain::progress::Cancelled;
use crate::domain::resident_id::clean;

/// Blank rows listed per gap; what lies apart farther is no table any more.
const BLANKS_LISTED: usize = 100;
/// Blank rows listed of one table.
const BLANKS_IN_ALL: usize = 2_000;
/// Rows between two reports.
const STEP: usize = 200;
const STAFF_WORDS: [&str; 5] = ["教职工", "教师", "职工", "员工", "教工"];
/// Words that end the name of a school, which may hold words of staff itself: 教师进修附属小学.
const SCHOOL_WORDS: [&str; 5] = ["小学", "中学", "学校", "幼儿园", "学院"];

/// One table and what reading it needs.
#[derive(Debug)]
pub struct TableReader<'a> {
    /// The sheet.
    pub grid: &'a Grid,
    /// Its header.
    pub layout: &'a TableLayout,
    /// Titles and codes.
    pub titles: &'a ColumnTitles,
    /// Year of the 1 September.
    pub school_year: i32,
    /// No birth date lies after it.
    pub today: NaiveDate,
}

/// What every person has.
struct Basics {
    name: String,
    sex: Option<Sex>,
    birth: Option<NaiveDate>,
    id_type: Option<String>,
    id_number: Option<String>,
    /// What the identity number tells and no cell does.
    derived: FieldSet,
}

impl TableReader<'_> {
    /// Whether it lists staff: a column that only staff have, or a title that says so, and none of pupils.
    pub fn is_staff(&self) -> bool {
        let titled = || {
            let above = self.grid.rows.iter().take_while(|row| row.number < self.layout.header_row);
            let texts = above.flat_map(|row| row.filled().map(|(_, cell)| cell.text()).collect::<Vec<_>>());
            let mut texts = texts.chain(self.grid.sheet.clone());
            texts.any(|text| names_staff(&text))
        };
        !self.layout.fields().any(Field::of_pupils_only)
            && (self.layout.fields().any(Field::of_staff_only) || titled())
    }

    /// Reads every row below the header. `tell` is told how many were read, and whether to go on.
    pub fn read(
        &self,
        found: &mut Findings,
        tell: &mut dyn FnMut(usize) -> Result<(), Cancelled>,
    ) -> Result<(), Cancelled> {
        let rows = self.people(found);
        let numbers: Vec<u32> = rows.iter().map(|row| row.number).collect();
        let classes = ClassColumn::read(self.grid, self.layout, &numbers, self.school_year);
        let staff = self.is_staff();
        let columns = self.columns(&rows, &classes, staff);
        let mut seen: HashMap<u64, Vec<&GridRow>> = HashMap::new();
        for (at, row) in rows.into_iter().enumerate() {
            if at % STEP == 0 {
                tell(at)?;
            }
            let class = classes.of(row.number);
            let Some(name) = self.name(row) else {
                self.reject(found, row, (None, class), Rejection::NameMissing, None);
                continue;
            };
            if !person_name::is_possible(&name) {
                self.reject(found, row, (Some(name), class), Rejection::NameInvalid, None);
                continue;
            }
            let alike = seen.entry(print_of(row)).or_default();
            let written = |row: &GridRow| classes.of(row.number).map(|class| class.written.as_str());
            let first = alike.iter().find(|first| same_texts(first, row) && written(first) == written(row));
            if let Some(first) = first {
                let first = Some(first.number);
                self.reject(found, row, (Some(name), class), Rejection::DuplicateRow, first);
                continue;
            }
            alike.push(row);
            if staff {
                self.staff(found, row, name, columns);
            } else {
                self.pupil(found, row, name, (&classes, columns));
            }
            if row.hidden {
                found.warn(&self.origin(row), &[Warning::HiddenRow]);
            }
        }
        Ok(())
    }

    /// Rows that hold people; the others are noted.
    fn people(&self, found: &mut Findings) -> Vec<&GridRow> {
        let mut expected = self.layout.header_row + self.layout.header_rows;
        let first = expected;
        let titles = self.layout.plain_titles();
        let (mut people, mut blanks) = (Vec::new(), 0);
        for row in self.grid.rows.iter().filter(|row| row.number >= first) {
            let listed = BLANKS_LISTED.min(BLANKS_IN_ALL - blanks);
            blanks += listed.min(row.number.saturating_sub(expected) as usize);
            for number in (expected..row.number).take(listed) {
                found.skip(RowOrigin { sheet: self.grid.sheet.clone(), row: number }, Skip::Blank);
            }
            expected = row.number + 1;
            let skip = row_kind::skip(row, self.grid, self.layout, &titles);
            match skip.or_else(|| self.names_a_title(row).then_some(Skip::RepeatedHeader)) {
                Some(reason) => found.skip(self.origin(row), reason),
                None => people.push(row),
            }
        }
        people
    }

    /// Whether the title of a name stands where the name should: a second row of a header.
    fn names_a_title(&self, row: &GridRow) -> bool {
        let means = |text: String| self.titles.field(&text).is_some_and(|(field, _)| field == Field::Name);
        self.text(row, Field::Name).is_some_and(means)
    }

    /// Fields that the records have.
    fn columns(&self, rows: &[&GridRow], classes: &ClassColumn, staff: bool) -> FieldSet {
        let mut columns: FieldSet = self.layout.fields().collect();
        if staff {
            if columns.has(Field::Class) {
                columns.insert(Field::Teaches);
            }
            return columns;
        }
        if columns.has(Field::Phone) {
            columns.insert(Field::GuardianPhone);
        }
        let seat = self.layout.column(Field::SeatNo).or_else(|| self.layout.column(Field::Serial));
        let numbers: Vec<Option<u32>> =
            seat.map(|column| rows.iter().map(|row| seat_no(row.cell(column))).collect()).unwrap_or_default();
        // A number that merely counts the rows of several classes says nothing about a pupil.
        let counter = !columns.has(Field::SeatNo)
            && classes.differs()
            && numbers.iter().zip(1..).all(|(number, at)| *number == Some(at));
        if counter || numbers.iter().all(Option::is_none) {
            columns.remove(Field::SeatNo);
        } else {
            columns.insert(Field::SeatNo);
        }
        columns
    }

    fn pupil(
        &self,
        found: &mut Findings,
        row: &GridRow,
        name: String,
        (classes, columns): (&ClassColumn, FieldSet),
    ) {
        let origin = self.origin(row);
        let class = classes.of(row.number);
        let (basics, mut warnings) = self.basics(row, name);
        let second = self.yes(row, Field::SecondIsGuardian) && !self.yes(row, Field::FirstIsGuardian);
        let pick = |first, other| if second { self.text(row, other) } else { self.text(row, first) };
        let phone_field = if second { Field::SecondPhone } else { Field::GuardianPhone };
        let phone = self.phone(row, phone_field).or_else(|| self.phone(row, Field::Phone));
        if phone.as_ref().is_some_and(|p| !p.possible) {
            warnings.push(Warning::PhoneInvalid);
        }
        if class.is_none() {
            warnings.push(Warning::ClassMissing);
        }
        let bare =
            |class: &RecordClass| class.label.is_none() && ClassLabel::bare_number(&class.written).is_some();
        let own_grade = classes.grade_of(row.number);
        if own_grade.is_none() && class.is_some_and(bare) {
            warnings.push(Warning::GradeUnknown);
        }
        let (student_no, odd) =
            self.cell(row, Field::StudentNo).map(identity::student_no).unwrap_or_default();
        warnings.extend(odd);
        found.warn_as(&origin, &basics.name, &warnings);
        let room = self.text(row, Field::Dormitory);
        let number = |room: &&str| room.parse::<u32>().is_ok();
        let in_room = room.as_deref().filter(|room| !number(room)).and_then(written_choice::boarding);
        let seat = if self.layout.column(Field::SeatNo).is_some() { Field::SeatNo } else { Field::Serial };
        found.pupils.push(PupilRecord {
            repeats: None,
            columns,
            derived: basics.derived,
            name: basics.name,
            former_name: self.text(row, Field::FormerName).map(|n| person_name::clean(&n)),
            sex: basics.sex,
            birth: basics.birth,
            id_type: basics.id_type,
            id_number: basics.id_number,
            student_no,
            ethnicity: self.text(row, Field::Ethnicity).map(|e| self.titles.ethnicity(&e)),
            class: class.cloned(),
            own_grade,
            seat_no: self.cell(row, seat).and_then(seat_no).filter(|_| columns.has(Field::SeatNo)),
            enrolled: self
                .cell(row, Field::Enrolled)
                .and_then(|cell| written_date::read_month(cell, self.grid.from_1904)),
            boarding: self.text(row, Field::Boarding).and_then(|t| written_choice::boarding(&t)).or(in_room),
            // 走读, 无 or 是 in that column names no room.
            dormitory: room.filter(|_| in_room.is_none()),
            left_behind: self.text(row, Field::LeftBehind).and_then(|t| written_choice::left_behind(&t)),
            guardian: pick(Field::Guardian, Field::SecondGuardian).map(|n| person_name::clean(&n)),
            guardian_relation: pick(Field::GuardianRelation, Field::SecondRelation),
            guardian_phone: phone.map(|p| p.number),
            address: self.text(row, Field::Address),
            remark: self.text(row, Field::Remark),
            origin,
        });
    }

    fn staff(&self, found: &mut Findings, row: &GridRow, name: String, columns: FieldSet) {
        let origin = self.origin(row);
        let (basics, mut warnings) = self.basics(row, name);
        let phone = self.phone(row, Field::Phone).or_else(|| self.phone(row, Field::GuardianPhone));
        if phone.as_ref().is_some_and(|p| !p.possible) {
            warnings.push(Warning::PhoneInvalid);
        }
        found.warn_as(&origin, &basics.name, &warnings);
        let classes =
            self.text(row, Field::Teaches).or_else(|| self.text(row, Field::Class)).unwrap_or_default();
        found.staff.push(StaffRecord {
            columns,
            derived: basics.derived,
            name: basics.name,
            former_name: self.text(row, Field::FormerName).map(|n| person_name::clean(&n)),
            sex: basics.sex,
            birth: basics.birth,
            id_type: basics.id_type,
            id_number: basics.id_number,
            ethnicity: self.text(row, Field::Ethnicity).map(|e| self.titles.ethnicity(&e)),
            post: self.text(row, Field::Post),
            phone: phone.map(|p| p.number),
            address: self.text(row, Field::Address),
            remark: self.text(row, Field::Remark),
            classes: taught_classes(&classes, self.school_year),
            origin,
        });
    }

    /// Name, sex, birth and identity number, with what is odd about them.
    fn basics(&self, row: &GridRow, name: String) -> (Basics, Vec<Warning>) {
        let mut warnings = Vec::new();
        if person_name::is_odd(&name) {
            warnings.push(Warning::NameSigns);
        }
        let sex = self.text(row, Field::Sex).and_then(|t| written_choice::sex(&t));
        let birth_cell = self.cell(row, Field::Birth).unwrap_or(&Cell::Empty);
        let birth = written_date::read(birth_cell, self.grid.from_1904).filter(|d| *d <= self.today);
        let mut id_type = self.text(row, Field::IdType).map(|t| self.titles.id_type(&t));
        if id_type.as_deref().is_some_and(|kind| !kind.chars().any(char::is_alphabetic)) {
            id_type = None;
            warnings.push(Warning::IdTypeNumber);
        }
        let mut identity = self
            .layout
            .column(Field::IdNumber)
            .map(|column| identity::read(row.cell(column), id_type.as_deref(), sex, birth))
            .unwrap_or_default();
        warnings.append(&mut identity.warnings);
        if sex.is_none() && self.layout.column(Field::Sex).is_some() {
            warnings.push(Warning::SexMissing);
        }
        if birth.is_none() && !birth_cell.is_empty() {
            warnings.push(Warning::BirthUnreadable);
        }
        let trusted = identity.trusted;
        let mut derived = FieldSet::default();
        for (field, empty) in [(Field::Sex, sex.is_none()), (Field::Birth, birth.is_none())] {
            if empty && trusted.is_some() {
                derived.insert(field);
            }
        }
        let basics = Basics {
            derived,
            name,
            sex: sex.or_else(|| trusted.map(|id| id.sex)),
            birth: birth.or_else(|| trusted.and_then(|id| id.birth)),
            id_type,
            id_number: identity.number,
        };
        (basics, warnings)
    }

    fn origin(&self, row: &GridRow) -> RowOrigin {
        RowOrigin { sheet: self.grid.sheet.clone(), row: row.number }
    }

    fn cell<'r>(&self, row: &'r GridRow, field: Field) -> Option<&'r Cell> {
        self.layout.column(field).map(|column| row.cell(column))
    }

    fn text(&self, row: &GridRow, field: Field) -> Option<String> {
        let text = self.cell(row, field)?.text();
        let text = text.trim_matches(|c: char| c.is_whitespace() || person_name::is_invisible(c));
        (!text.is_empty()).then(|| text.replace("\r\n", "\n"))
    }

    fn name(&self, row: &GridRow) -> Option<String> {
        let name = self.text(row, Field::Name).or_else(|| {
            let parts = [Field::FamilyName, Field::GivenName].map(|field| self.text(row, field));
            Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" "))
        });
        name.map(|n| person_name::clean(&n)).filter(|n| !n.is_empty())
    }

    fn phone(&self, row: &GridRow, field: Field) -> Option<written_phone::WrittenPhone> {
        self.cell(row, field).and_then(written_phone::read)
    }

    fn yes(&self, row: &GridRow, field: Field) -> bool {
        self.text(row, field).and_then(|t| written_choice::yes(&t).or_else(|| (t == "1").then_some(true)))
            == Some(true)
    }

    fn reject(
        &self,
        found: &mut Findings,
        row: &GridRow,
        (name, class): (Option<String>, Option<&RecordClass>),
        reason: Rejection,
        first_row: Option<u32>,
    ) {
        found.rejected.push(RejectedRow {
            origin: self.origin(row),
            name,
            class: class.map(|class| class.written.clone()),
            numbers: row_kind::NUMBERS.iter().filter_map(|f| Some(clean(&self.text(row, *f)?))).collect(),
            reason,
            first_row,
            first_sheet: None,
        });
    }
}

/// Whether a title or the name of a sheet is that of a list of staff.
fn names_staff(text: &str) -> bool {
    let parts = text.split(|c: char| c.is_whitespace() || "()（）[]【】:：,，—-".contains(c));
    let list = |part: &str| {
        let school = SCHOOL_WORDS.iter().filter_map(|word| Some(part.rfind(word)? + word.len())).max();
        let list = part.get(school.unwrap_or_default()..).unwrap_or_default();
        STAFF_WORDS.iter().any(|word| list.contains(word))
    };
    !text.contains("学生") && parts.into_iter().any(list)
}

/// Equal for rows with equal texts, so that no row has to be kept twice.
fn print_of(row: &GridRow) -> u64 {
    let mut hasher = DefaultHasher::new();
    row.cells.iter().for_each(|cell| cell.text().hash(&mut hasher));
    hasher.finish()
}

fn same_texts(a: &GridRow, b: &GridRow) -> bool {
    a.cells.len() == b.cells.len() && a.cells.iter().zip(&b.cells).all(|(a, b)| a.text() == b.text())
}

/// A number within a class; longer ones are some other number.
fn seat_no(cell: &Cell) -> Option<u32> {
    let text = person_name::half_width(&cell.text());
    text.trim().parse().ok().filter(|n| (1..=9999).contains(n))
}
