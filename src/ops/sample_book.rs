//! A small book for the tests of the acts.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use serde_json::json;
use uuid::Uuid;

use super::book::{Book, OpenOptions};
use super::check::{CheckOp, HandIn};
use super::settings::SettingsOp;
use crate::domain::employment::Employment;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::{Boarding, Person, PersonKind};
use crate::domain::progress::Silent;
use crate::domain::school_class::{ClassKind, SchoolClass};
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::domain::symptom::SymptomCode;
use crate::ops::Op;
use crate::storage::EnrolmentRow;

/// Key of a class.
pub(crate) fn class(n: u128) -> Group {
    Group::Class(ClassId(Uuid::from_u128(n)))
}

/// Key of a person: class × 100 + seat, or 900 + number for staff.
pub(crate) fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

/// A finding.
pub(crate) fn with(attendance: Attendance, symptoms: &[&str]) -> Finding {
    let symptoms: BTreeSet<_> = symptoms.iter().map(|code| SymptomCode::new(code)).collect();
    Finding { attendance, symptoms, ..Finding::default() }
}

/// The morning sheet of a class.
pub(crate) fn morning(n: u128, date: NaiveDate) -> SheetKey {
    SheetKey { group: class(n), date, session: Session::Morning }
}

/// Records and confirms a morning sheet.
pub(crate) fn hand_in(book: &mut Book, key: SheetKey, findings: &[(u128, Finding)]) {
    for (n, finding) in findings {
        let op = CheckOp::Record { key, findings: vec![(person(*n), finding.clone())], reason: None };
        book.run(&Op::Check(op), &mut Silent).unwrap();
    }
    book.confirm(key, &HandIn::default()).unwrap();
}

/// Three classes on Monday 2026-11-23, 08:05: 三（1） and 三（2） of twelve, 九（1） of five; two teachers.
/// 101 boards.
pub(crate) fn book() -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let book = book_in(folder.path());
    (folder, book)
}

/// The school alone, without anyone.
pub(crate) fn empty_in(folder: &std::path::Path) -> Book {
    let options = OpenOptions {
        folder: folder.to_owned(),
        now: Some("2026-11-23T08:05:00".parse().unwrap()),
        seed: Some(1),
        operator: Some("王秀兰".into()),
        ..OpenOptions::default()
    };
    let mut book = Book::open(&options).unwrap();
    book.set_up(&SettingsOp::School {
        name: "云坪镇石桥学校".into(),
        phone: Some("0735-288 4017".into()),
        principal: Some("何志远".into()),
    })
    .unwrap();
    book
}

/// The school with its classes in a folder of the caller's.
pub(crate) fn book_in(folder: &std::path::Path) -> Book {
    let first = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    let mut book = empty_in(folder);
    book.act("import", json!({}), |act, _| {
        for (order, grade, class_no, size) in [(1_u32, 3_u8, 1_u16, 12_u32), (2, 3, 2, 12), (3, 9, 1, 5)] {
            let id = ClassId(Uuid::from_u128(u128::from(order)));
            act.put(&SchoolClass {
                id,
                school_year: 2026,
                label: format!("{}年级({class_no})班", if grade == 3 { "三" } else { "九" }),
                kind: ClassKind::Ordinary,
                grade: Some(grade),
                class_no: Some(class_no),
                sort_order: order,
                teacher: (order == 1).then(|| "梁燕".to_owned()),
                continues: None,
            })?;
            for seat_no in 1..=size {
                let key = person(u128::from(order) * 100 + u128::from(seat_no));
                let mut record = Person::named(key, PersonKind::Pupil, format!("学生{order:02}{seat_no:02}"));
                record.boarding = (key == person(101)).then_some(Boarding::Boarder);
                act.put(&record)?;
                if let Some(kind) = record.boarding {
                    let from = first;
                    act.put(&crate::domain::boarding_span::BoardingSpan {
                        person: record.id,
                        kind,
                        from,
                        to: None,
                    })?;
                }
                act.put(&EnrolmentRow {
                    person: key,
                    class: id,
                    grade: Some(grade),
                    seat_no,
                    from_day: first,
                    to_day: None,
                })?;
            }
        }
        for (n, name) in [(901, "梁燕"), (902, "黄国强")] {
            let mut record = Person::named(person(n), PersonKind::Staff, name);
            record.phone = (n == 901).then(|| "13800000001".to_owned());
            act.put(&record)?;
            let from = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
            act.put(&Employment { person: person(n), number: n as u32 - 900, from, to: None })?;
        }
        Ok(())
    })
    .unwrap();
    book
}
