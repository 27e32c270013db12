//! The staff as a list that imports again without a change.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde_json::json;

use super::export::roster_year;
use super::import::LIST_YEAR;
use super::words;
use crate::domain::class_label::ClassLabel;
use crate::domain::person::{Person, PersonKind};
use crate::domain::school_class::SchoolClass;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::roster_file::write::{ListCell, ListTable};
use crate::roster_file::{RecordClass, separates_classes, taught_classes, tells_class_teacher};

/// Titles of the columns, words of the file format, and widths in half-width characters.
const COLUMNS: [(&str, f64); 13] = [
    ("序号", 6.0),
    ("姓名", 14.0),
    ("曾用名", 10.0),
    ("性别", 6.0),
    ("出生日期", 12.0),
    ("民族", 8.0),
    ("身份证件类型", 14.0),
    ("身份证号", 21.0),
    ("岗位", 16.0),
    ("任教班级", 16.0),
    ("联系电话", 14.0),
    ("住址", 26.0),
    ("备注", 20.0),
];

impl Book {
    /// The staff of a day by number. Who has left is not in it, since the file would take them in again.
    pub(in crate::ops) fn staff_table(&self, date: NaiveDate) -> Result<ListTable, OpError> {
        let pupils = self.roster_snapshot(PersonKind::Pupil)?;
        let year = roster_year(&pupils, date);
        let mut classes: Vec<_> = pupils.classes.values().filter(|class| class.school_year == year).collect();
        classes.sort_by_key(|class| pupils.class_order(class.id));
        let remembered = self.store.imported_values()?.into_iter();
        let list_years: BTreeMap<_, _> = remembered
            .filter_map(|mut value| Some((value.person, value.fields.remove(LIST_YEAR)?)))
            .collect();
        let taught = |person: &Person| {
            let leads = person.post.as_deref().is_some_and(tells_class_teacher);
            let of_record = |class: &SchoolClass| {
                let label = ClassLabel::parse(&class.label, class.school_year);
                RecordClass { label, written: class.label.clone() }
            };
            // Classes of another year's list would be read as those of this one.
            let this_year = list_years.get(&person.id).is_none_or(|told| *told == json!(year));
            let teaches = person.teaches.as_deref().filter(|_| this_year).unwrap_or_default();
            let mut taught = taught_classes(teaches, year);
            // Beside 班主任 stand the own classes: one that has another 班主任 would be taken from that one.
            let others = |named: &RecordClass| {
                let class = classes.iter().find(|class| of_record(class).is_same(named));
                class.and_then(|class| class.teacher.as_ref()).is_some_and(|name| *name != person.name)
            };
            taught.retain(|class| !(leads && others(class)));
            let own = classes.iter().filter(|class| leads && class.teacher.as_ref() == Some(&person.name));
            for class in own.map(|class| of_record(class)) {
                // A name with a comma would come back as two.
                if !taught.iter().any(|known| known.is_same(&class))
                    && !class.written.contains(separates_classes)
                {
                    taught.push(class);
                }
            }
            taught.iter().map(|class| class.written.as_str()).collect::<Vec<_>>().join("、")
        };
        let row = |(number, person): &(u32, Person)| {
            let mut cells: Vec<ListCell> = vec![(*number).into(), person.name.as_str().into()];
            cells.extend(of_person(person, &taught(person)));
            cells
        };
        Ok(ListTable {
            title: self.list_title(year, "教职工名册")?,
            columns: COLUMNS.iter().map(|(title, width)| ((*title).to_owned(), *width)).collect(),
            rows: self.store.staff_on(date)?.iter().map(row).collect(),
            made_at: self.now(),
        })
    }
}

fn of_person(person: &Person, taught: &str) -> Vec<ListCell> {
    let text = |value: &Option<String>| ListCell::from(value.as_deref());
    vec![
        text(&person.former_name),
        person.sex.map(words::sex).into(),
        person.birth.into(),
        text(&person.ethnicity),
        text(&person.id_type),
        text(&person.id_number),
        text(&person.post),
        taught.into(),
        text(&person.phone),
        text(&person.address),
        text(&person.remark),
    ]
}
