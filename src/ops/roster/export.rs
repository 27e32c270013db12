//! The roster as a workbook or text table that imports again without a change: in a workbook the pupils on one
//! sheet and the staff on another, in a text table, which is one list, the pupils or the staff.

use std::path::Path;

use chrono::NaiveDate;

use super::{RosterFilter, RosterLine, RosterSnapshot, words};
use crate::disk::{RealFiles, replace};
use crate::domain::calendar::Calendar;
use crate::domain::class_label::ClassLabel;
use crate::domain::person::{Person, PersonKind};
use crate::domain::school_class::SchoolClass;
use crate::i18n::Tr;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::roster_file::write::{ListCell, ListTable, write_csv, write_sheets, write_xlsx};

/// Titles of the columns, words of the file format, and widths in half-width characters.
const COLUMNS: [(&str, f64); 19] = [
    ("班级", 14.0),
    ("年级", 8.0),
    ("班内学号", 9.0),
    ("姓名", 14.0),
    ("曾用名", 10.0),
    ("性别", 6.0),
    ("出生日期", 12.0),
    ("民族", 8.0),
    ("身份证件类型", 14.0),
    ("身份证号", 21.0),
    ("学籍号", 22.0),
    ("就读方式", 9.0),
    ("宿舍", 12.0),
    ("留守", 8.0),
    ("监护人", 10.0),
    ("与监护人关系", 10.0),
    ("监护人电话", 14.0),
    ("住址", 26.0),
    ("备注", 20.0),
];

/// Names of the sheets, words of the file format.
const PUPIL_SHEET: &str = "学生";
const STAFF_SHEET: &str = "教职工";

/// Whom a roster is written of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ExportPart {
    /// Pupils and staff in a workbook; in a text table the pupils.
    #[default]
    Whole,
    /// The staff.
    Staff,
}

/// People in a written roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RosterExport {
    /// Pupils in the file.
    pub pupils: usize,
    /// Staff in the file.
    pub staff: usize,
    /// Pupils not in it: still in a class of an earlier school year than the file's.
    pub left_out: usize,
    /// Staff not in it, since a text table is one list.
    pub staff_left_out: usize,
}

impl RosterExport {
    /// In words: what was written, and who is not in it.
    pub fn words(&self, file: &Path, tr: &Tr) -> Vec<String> {
        let file = file.display().to_string();
        let first = match (self.pupils, self.staff) {
            (pupils, 0) => tr.roster_exported(pupils, &file),
            (0, staff) => tr.roster_exported_staff(staff, &file),
            (pupils, staff) => tr.roster_exported_both(&file, pupils, staff),
        };
        let left_out = (self.left_out > 0).then(|| tr.roster_export_left_out(self.left_out));
        let apart = (self.staff_left_out > 0).then(|| tr.roster_export_staff_apart(self.staff_left_out));
        std::iter::once(first).chain(left_out).chain(apart).collect()
    }
}

impl Book {
    /// Writes the pupils of a day by class and seat and the staff of that day by number: `.csv` makes a text table,
    /// `.xlsx` a workbook. A file of that name is replaced in one step. Whoever is still in a class of an earlier
    /// school year is in no class of the file's and is left out, and so is who has left: the file would take them
    /// in again.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for another ending, which would promise what the file is not.
    pub fn export_roster(
        &mut self,
        path: &Path,
        date: NaiveDate,
        part: ExportPart,
    ) -> Result<RosterExport, OpError> {
        let is = |wanted: &str| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(wanted));
        if !is("csv") && !is("xlsx") {
            return Err(OpError::BadValue { field: "FILE", given: path.display().to_string() });
        }
        let (pupils, left_out) = self.roster_table(date)?;
        let staff = self.staff_table(date)?;
        let (all_pupils, all_staff) = (pupils.rows.len(), staff.rows.len());
        let (sheets, written) = match part {
            ExportPart::Staff => {
                let written = RosterExport { staff: all_staff, ..RosterExport::default() };
                (vec![(STAFF_SHEET, staff)], written)
            }
            ExportPart::Whole if is("csv") => {
                let left = RosterExport { left_out, staff_left_out: all_staff, ..RosterExport::default() };
                (vec![(PUPIL_SHEET, pupils)], RosterExport { pupils: all_pupils, ..left })
            }
            ExportPart::Whole => {
                let people = RosterExport { pupils: all_pupils, staff: all_staff, ..RosterExport::default() };
                let mut sheets = vec![(PUPIL_SHEET, pupils), (STAFF_SHEET, staff)];
                // A header alone is no table when it is read again.
                sheets.retain(|(_, table)| !table.rows.is_empty());
                (sheets, RosterExport { left_out, ..people })
            }
        };
        let sheets: Vec<_> = sheets.into_iter().map(|(name, table)| (name.to_owned(), table)).collect();
        let bytes = match sheets.as_slice() {
            [(_, table)] if is("csv") => write_csv(table)?,
            [] => write_xlsx(&self.roster_table(date)?.0)?,
            sheets => write_sheets(sheets)?,
        };
        self.ready_print_folder(path)?;
        replace(&RealFiles, path, &bytes)?;
        Ok(written)
    }

    /// The pupils that [`Self::export_roster`] writes, and how many of earlier years it leaves out.
    pub(in crate::ops) fn roster_table(&self, date: NaiveDate) -> Result<(ListTable, usize), OpError> {
        let snapshot = self.roster_snapshot(PersonKind::Pupil)?;
        let lines = snapshot.lines(date, &RosterFilter::default());
        let year_of =
            |line: &RosterLine| snapshot.classes.get(&line.class_key).map(|class| class.school_year);
        let year = roster_year(&snapshot, date);
        let (lines, left_out): (Vec<_>, Vec<_>) =
            lines.into_iter().partition(|line| year_of(line) == Some(year));
        let row = |line: RosterLine| {
            let person = snapshot.people.get(&line.key)?;
            let class = snapshot.classes.get(&line.class_key);
            let grade = class.and_then(|class| grade_beside(class, line.grade));
            let mut cells: Vec<ListCell> =
                vec![line.class.as_str().into(), grade.as_deref().into(), line.seat_no.into()];
            cells.extend(of_person(person, &line));
            Some(cells)
        };
        let table = ListTable {
            title: self.list_title(year, "学生名册")?,
            columns: COLUMNS.iter().map(|(title, width)| ((*title).to_owned(), *width)).collect(),
            rows: lines.into_iter().filter_map(row).collect(),
            made_at: self.now(),
        };
        Ok((table, left_out.len()))
    }

    /// What stands above a list: the importer reads the school year out of it.
    pub(super) fn list_title(&self, year: i32, list: &str) -> Result<String, OpError> {
        Ok(format!("{}{year}-{}学年{list}", self.school()?.name, year + 1))
    }
}

/// The grade in words where the name of the class does not tell it to a reader: in a 复式班 each pupil's own, and
/// which school a class named by its year of entry is of.
fn grade_beside(class: &SchoolClass, of_pupil: Option<u8>) -> Option<String> {
    let told = ClassLabel::parse(&class.label, class.school_year)?;
    let open = told.grade.is_none() || ClassLabel::cohort(&class.label).is_some();
    let grade = of_pupil.or(class.grade).filter(|grade| open && told.grade != Some(*grade))?;
    Some(ClassLabel::ordinary(grade, None).full())
}

/// The school year of a roster: in September the classes may still be last year's, and the file says which they
/// are.
pub(super) fn roster_year(pupils: &RosterSnapshot, date: NaiveDate) -> i32 {
    let here = pupils.people.keys().filter_map(|id| pupils.enrolment_on(*id, date));
    let years = here.filter_map(|it| pupils.classes.get(&it.class).map(|class| class.school_year));
    years.max().unwrap_or_else(|| Calendar::school_year_of(date))
}

fn of_person(person: &Person, line: &RosterLine) -> Vec<ListCell> {
    let text = |value: &Option<String>| ListCell::from(value.as_deref());
    vec![
        person.name.as_str().into(),
        text(&person.former_name),
        person.sex.map(words::sex).into(),
        person.birth.into(),
        text(&person.ethnicity),
        text(&person.id_type),
        text(&person.id_number),
        text(&person.student_no),
        line.boarding.into(),
        line.dormitory.as_deref().into(),
        person.left_behind.map(words::left_behind).into(),
        text(&person.guardian),
        text(&person.guardian_relation),
        text(&person.guardian_phone),
        text(&person.address),
        text(&person.remark),
    ]
}
