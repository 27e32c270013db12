//! The class of each row: from its column (filled downwards where only the first row of a class has it), from
//! the name of the sheet or from the title.

use std::collections::BTreeMap;

use super::cell::Cell;
use super::field::Field;
use super::grid::Grid;
use super::pupil_record::RecordClass;
use super::table_layout::TableLayout;
use super::written_date;
use crate::domain::class_label::ClassLabel;

/// A class name inside a longer title is no longer than this.
const CLASS_CHARACTERS: usize = 12;
/// Months in which a school year's new pupils enter; who entered in another one came from elsewhere.
const ENTRY_MONTHS: std::ops::RangeInclusive<u32> = 8..=10;

/// Classes of the rows of one table.
#[derive(Debug)]
pub struct ClassColumn {
    by_row: BTreeMap<u32, RecordClass>,
    /// Grades that the column of the grade tells.
    grades: BTreeMap<u32, u8>,
    everywhere: Option<RecordClass>,
}

impl ClassColumn {
    /// Finds the classes of the rows that hold people.
    pub fn read(grid: &Grid, layout: &TableLayout, people: &[u32], school_year: i32) -> Self {
        let class = layout.column(Field::Class).or_else(|| layout.column(Field::Teaches));
        let grade = layout.column(Field::Grade);
        let everywhere = of_sheet(grid, layout, school_year);
        if class.is_none() && grade.is_none() {
            return Self { by_row: BTreeMap::new(), grades: BTreeMap::new(), everywhere };
        }
        let above = everywhere.and_then(|class| class.label).filter(|label| label.class_no.is_none());
        let above = above.and_then(|label| label.grade);
        let grades = grade.map(|column| fill(grid, column, people, None)).unwrap_or_default();
        let classes = class.map(|column| fill(grid, column, people, Some(&grades))).unwrap_or_default();
        let by_row = people
            .iter()
            .filter_map(|row| {
                let class = classes.get(row).map_or("", |class| class.text.as_str());
                // A grade goes on below itself where the class says no more, or still is the same.
                let goes_on = |grade: &&Filled| {
                    let same = classes.get(&grade.from).is_some_and(|first| first.text == class);
                    grade.from == *row || same || class.is_empty() || ClassLabel::bare_number(class).is_some()
                };
                let grade = grades.get(row).filter(goes_on).map_or("", |grade| grade.text.as_str());
                let read = of_texts(grade, class, school_year)?;
                let beside = || beside(class, above, entered(grid, layout, *row), school_year);
                let told = read.label.is_some() || !grade.is_empty();
                Some((*row, if told { read } else { beside().unwrap_or(read) }))
            })
            .collect();
        let grade = |grade: &Filled| of_texts(&grade.text, "", school_year)?.label?.grade;
        let own = grades.iter().filter(|(row, grade)| **row == grade.from);
        let grades = own.filter_map(|(row, text)| Some((*row, grade(text)?))).collect();
        Self { by_row, grades, everywhere: None }
    }

    /// The grade that a row tells beside its class: a class of several grades has none of its own.
    pub fn grade_of(&self, row: u32) -> Option<u8> {
        self.grades.get(&row).copied()
    }

    /// The class of a row.
    pub fn of(&self, row: u32) -> Option<&RecordClass> {
        self.by_row.get(&row).or(self.everywhere.as_ref())
    }

    /// Whether the rows stand in more than one class.
    pub fn differs(&self) -> bool {
        let mut classes = self.by_row.values();
        classes.next().is_some_and(|first| classes.any(|other| !other.is_same(first)))
    }
}

/// The text of a row, its own or that of a row above it.
#[derive(Debug)]
struct Filled {
    text: String,
    from: u32,
}

/// A class out of its own name and the grade beside it.
pub fn of_texts(grade: &str, class: &str, school_year: i32) -> Option<RecordClass> {
    if class.is_empty() && grade.is_empty() {
        return None;
    }
    let own = ClassLabel::parse(class, school_year);
    // Beside a name by year of entry the column of the grade tells which school it is.
    let junior = || of_texts(grade, "", school_year)?.label?.grade;
    let own = match (own, ClassLabel::cohort(class)) {
        (Some(label), Some(_)) if !grade.is_empty() && junior() == label.in_junior_school().grade => {
            Some(label.in_junior_school())
        }
        (own, _) => own,
    };
    if own.is_some() || grade.is_empty() {
        return Some(RecordClass { label: own, written: class.to_owned() });
    }
    // A column 年级 with 三 or 3, and one with 2 or 2班; one with 2026级 and one with 1班.
    let stem = grade.trim_end_matches("年级").trim_end_matches('级');
    let grade_text = match ClassLabel::entry_year(grade) {
        Some(year) => format!("{year}级"),
        None if stem.starts_with('学') => stem.trim_end_matches('班').to_owned(),
        None if stem.starts_with(['初', '高']) => stem.to_owned(),
        None => format!("{stem}年级"),
    };
    let written = format!("{grade_text}{class}");
    let both = ClassLabel::parse(&written, school_year);
    if both.is_some() {
        let written = if class.is_empty() { grade.to_owned() } else { written };
        return Some(RecordClass { label: both, written });
    }
    // The school's own word stays with the grade: two of them are never one class.
    Some(RecordClass { label: None, written: format!("{grade}{class}") })
}

/// A class number without a grade, together with the grade of the sheet or the year of entry.
fn beside(class: &str, grade: Option<u8>, entered: Option<i32>, school_year: i32) -> Option<RecordClass> {
    let number = ClassLabel::bare_number(class)?;
    if let Some(grade) = grade {
        let label = ClassLabel::ordinary(grade, Some(number));
        return Some(RecordClass { label: Some(label), written: label.full() });
    }
    let written = format!("{}级{number}班", entered?);
    Some(RecordClass { label: Some(ClassLabel::parse(&written, school_year)?), written })
}

/// The year in which the pupil of a row entered together with a whole class.
fn entered(grid: &Grid, layout: &TableLayout, row: u32) -> Option<i32> {
    let cell = grid.row(row)?.cell(layout.column(Field::Enrolled)?);
    let (year, month) = written_date::read_month(cell, grid.from_1904)?;
    ENTRY_MONTHS.contains(&month).then_some(year)
}

/// The text of a column for each row; merged cells and, where only first rows are filled, the rows below too, as far as
/// the grade beside it is the same.
fn fill(
    grid: &Grid,
    column: usize,
    people: &[u32],
    grades: Option<&BTreeMap<u32, Filled>>,
) -> BTreeMap<u32, Filled> {
    let own: Vec<(u32, &Cell)> = grid.merged_column(column, people);
    let written =
        people.iter().filter(|row| grid.row(**row).is_some_and(|r| !r.cell(column).is_empty())).count();
    let empty = own.iter().filter(|(_, cell)| cell.is_empty()).count();
    let repeats = own.windows(2).any(|pair| matches!(pair, [a, b] if same(grid, column, a, b)));
    // A column that repeats the class on each row has gaps by mistake, one that never does has them by habit.
    let downwards = !repeats || empty > written;
    let grade = |row: u32| grades.and_then(|grades| grades.get(&row)).map(|grade| grade.text.as_str());
    let (mut last, mut last_grade, mut last_row) = (String::new(), None, 0);
    let mut texts = BTreeMap::new();
    for (row, cell) in own {
        let text = one_line(&cell.text());
        if !cell.is_empty() {
            last.clone_from(&text);
            (last_grade, last_row) = (grade(row), row);
        }
        let text = if cell.is_empty() && downwards && grade(row) == last_grade { last.clone() } else { text };
        if !text.is_empty() {
            let from = if cell.is_empty() { last_row } else { row };
            texts.insert(row, Filled { text, from });
        }
    }
    texts
}

/// Whether two rows each have the same text of their own, not through a merge.
fn same(grid: &Grid, column: usize, a: &(u32, &Cell), b: &(u32, &Cell)) -> bool {
    let own = |row| grid.row(row).is_some_and(|r| !r.cell(column).is_empty());
    a.1 == b.1 && own(a.0) && own(b.0)
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().concat()
}

/// The name of the sheet, else what stands above the header.
fn of_sheet(grid: &Grid, layout: &TableLayout, school_year: i32) -> Option<RecordClass> {
    let parse = |text: &str| {
        ClassLabel::parse(text, school_year)
            .map(|label| RecordClass { label: Some(label), written: text.to_owned() })
    };
    let name = grid.own_name().map(str::trim).unwrap_or_default();
    if let Some(class) =
        parse(name).or_else(|| parse(name.trim_end_matches("花名册").trim_end_matches("名单")))
    {
        return Some(class);
    }
    grid.rows
        .iter()
        .take_while(|row| row.number < layout.header_row)
        .flat_map(|row| row.filled().map(|(_, cell)| cell.text()).collect::<Vec<_>>())
        .find_map(|title| inside(&title, school_year))
        .or_else(|| inside(name, school_year))
}

/// A class name inside a longer text: `青石坪小学三年级(1)班学生花名册`. It ends with 班 and the longest one counts.
fn inside(title: &str, school_year: i32) -> Option<RecordClass> {
    let starts: Vec<usize> = title.char_indices().map(|(at, _)| at).collect();
    title.match_indices('班').find_map(|(end, word)| {
        let end = end + word.len();
        let last = starts.partition_point(|start| *start < end);
        starts.get(last.saturating_sub(CLASS_CHARACTERS)..last)?.iter().find_map(|start| {
            let written = title.get(*start..end)?;
            let begins =
                written.starts_with(|c: char| c.is_ascii_digit() || "一二三四五六七八九初高学".contains(c));
            let label = ClassLabel::parse(written, school_year).filter(|l| l.grade.is_some() && begins)?;
            Some(RecordClass { label: Some(label), written: written.to_owned() })
        })
    })
}
