//! The roster of the sample school as a list.

use chrono::NaiveDateTime;

use super::demo_pupil::{COLUMNS, PupilSource};
use super::sample_school::SampleSchool;
use crate::domain::class_label::ClassLabel;
use crate::roster_file::write::ListTable;

/// Draws the pupils.
pub(super) fn table(facts: &SampleSchool, school_year: i32, seed: u64, made_at: NaiveDateTime) -> ListTable {
    let mut source = PupilSource::new(facts, school_year, seed);
    let mut rows = Vec::new();
    for (at, (class, grade, size)) in classes(facts).enumerate() {
        let long = facts.names.long.iter().find(|long| long.class == at + 1);
        for seat in 1..=size {
            let named = long.filter(|_| seat == size / 2).map(|long| (long.name.as_str(), long.sex.as_str()));
            rows.push(source.row(&class, grade, seat, named));
        }
    }
    ListTable {
        title: format!("{}{school_year}-{}学年第一学期学生花名册", facts.school.name, school_year + 1),
        columns: COLUMNS.iter().map(|(title, width)| ((*title).to_owned(), *width)).collect(),
        rows,
        made_at,
    }
}

/// Name, grade and size of each class.
fn classes(facts: &SampleSchool) -> impl Iterator<Item = (String, u8, u32)> + '_ {
    facts.classes.iter().flat_map(|grade| {
        grade.sizes.iter().zip(1_u16..).map(|(size, number)| {
            (ClassLabel::ordinary(grade.grade, Some(number)).full(), grade.grade, *size)
        })
    })
}
