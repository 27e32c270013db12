//! The roster as a workbook or text table that imports again without a change.

use std::path::Path;

use chrono::NaiveDate;

use super::{RosterFilter, RosterLine, words};
use crate::disk::{RealFiles, replace};
use crate::domain::calendar::Calendar;
use crate::domain::person::{Person, PersonKind};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::roster_file::write::{ListCell, ListTable, write_csv, write_xlsx};

/// Titles of the columns, words of the file format, and widths in half-width characters.
const COLUMNS: [(&str, f64); 18] = [
    ("班级", 14.0),
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

/// Pupils in a written roster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RosterExport {
    /// In the file.
    pub pupils: usize,
    /// Not in it: still in a class of an earlier school year than the file's.
    pub left_out: usize,
}

impl Book {
    /// Writes the pupils of a day by class and seat: `.csv` makes a text table, `.xlsx` a workbook. A file of
    /// that name is replaced in one step. Whoever is still in a class of an earlier school year is in no class of
    /// the file's and is left out.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for another ending, which would promise what the file is not.
    pub fn export_roster(&mut self, path: &Path, date: NaiveDate) -> Result<RosterExport, OpError> {
        let is = |wanted: &str| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(wanted));
        if !is("csv") && !is("xlsx") {
            return Err(OpError::BadValue { field: "FILE", given: path.display().to_string() });
        }
        let (table, left_out) = self.roster_table(date)?;
        let pupils = table.rows.len();
        let bytes = if is("csv") { write_csv(&table)? } else { write_xlsx(&table)? };
        self.ready_print_folder(path)?;
        replace(&RealFiles, path, &bytes)?;
        Ok(RosterExport { pupils, left_out })
    }

    /// The list that [`Self::export_roster`] writes, and how many pupils of earlier years it leaves out.
    pub(in crate::ops) fn roster_table(&self, date: NaiveDate) -> Result<(ListTable, usize), OpError> {
        let snapshot = self.roster_snapshot(PersonKind::Pupil)?;
        let lines = snapshot.lines(date, &RosterFilter::default());
        // In September the classes may still be last year's: the file says which they are.
        let year_of =
            |line: &RosterLine| snapshot.classes.get(&line.class_key).map(|class| class.school_year);
        let year = lines.iter().filter_map(year_of).max();
        let (lines, left_out): (Vec<_>, Vec<_>) = lines.into_iter().partition(|line| year_of(line) == year);
        let year = year.unwrap_or_else(|| Calendar::school_year_of(date));
        let row = |line: RosterLine| {
            let person = snapshot.people.get(&line.key)?;
            let mut cells: Vec<ListCell> = vec![line.class.as_str().into(), line.seat_no.into()];
            cells.extend(of_person(person, &line));
            Some(cells)
        };
        let table = ListTable {
            // The importer reads the school year out of the title.
            title: format!("{}{year}-{}学年学生名册", self.school()?.name, year + 1),
            columns: COLUMNS.iter().map(|(title, width)| ((*title).to_owned(), *width)).collect(),
            rows: lines.into_iter().filter_map(row).collect(),
            made_at: self.now(),
        };
        Ok((table, left_out.len()))
    }
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
