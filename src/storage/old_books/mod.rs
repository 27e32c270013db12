//! Books as earlier formats left them: opened by this program, they keep their rows.

use std::path::Path;

use chrono::NaiveDate;
use rusqlite::Connection;
use uuid::Uuid;

use super::{Store, migrate};
use crate::domain::case_contact::Nearness;
use crate::domain::finding::Attendance;
use crate::domain::group::Group;
use crate::domain::id::{CaseId, ClassId, PersonId};
use crate::domain::illness_case::Certainty;
use crate::domain::isolation::IsolationKind;
use crate::domain::person::PersonKind;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::domain::temperature::{Site, Temperature};

const FIRST: &[&str] = &[include_str!("../schema/001.sql"), include_str!("format-1.sql")];
const SECOND: &[&str] = &[include_str!("../schema/002.sql"), include_str!("format-2.sql")];

fn write(path: &Path, parts: &[&str], format: i64) {
    let old = Connection::open(path).unwrap();
    for part in parts {
        old.execute_batch(part).unwrap();
    }
    old.pragma_update(None, "application_id", migrate::APPLICATION).unwrap();
    old.pragma_update(None, "user_version", format).unwrap();
}

/// A book of format 1 in a file.
pub(crate) fn write_first(path: &Path) {
    write(path, FIRST, 1);
}

fn opened(parts: &[&str], format: i64) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("chenjian.db");
    write(&path, parts, format);
    let store = Store::open(&path, None).unwrap();
    assert!(store.is_sound().unwrap());
    (folder, store)
}

fn person(n: u128) -> PersonId {
    PersonId(Uuid::from_u128(n))
}

/// The people, the class and the sheet that both books hold.
fn keeps_the_sheet(store: &Store) {
    let names: Vec<String> = store.people(PersonKind::Pupil).unwrap().into_iter().map(|it| it.name).collect();
    assert_eq!(names.len(), 2, "{names:?}");
    let class = ClassId(Uuid::from_u128(1));
    let date = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    assert_eq!(store.pupils_in(class, date).unwrap().len(), 2);
    let key = SheetKey { group: Group::Class(class), date, session: Session::Morning };
    let sheet = store.sheet(key).unwrap();
    assert_eq!(sheet.confirmed_at, date.and_hms_opt(8, 5, 0));
    let found = &sheet.findings[&person(0x65)];
    assert_eq!((found.attendance, found.symptoms.len()), (Attendance::Ill, 2));
    assert_eq!(found.temperature, Temperature::new(382, Site::Axillary));
    assert_eq!((found.diagnosis.as_deref(), found.seen_doctor), (Some("水痘"), Some(true)));
    assert!(found.retests.is_empty() && found.instrument.is_none());
}

#[test]
fn a_book_of_format_1_opens_with_its_sheets() {
    let (folder, store) = opened(FIRST, 1);
    keeps_the_sheet(&store);
    assert_eq!(store.open_case_count().unwrap(), 0);
    let kept = Connection::open(folder.path().join("chenjian.db.format-1")).unwrap();
    assert_eq!(migrate::format_of(&kept).unwrap(), 1, "the old file stays beside it");
}

#[test]
fn a_book_of_format_2_opens_with_its_cases_contacts_and_observations() {
    let parts: Vec<&str> = FIRST.iter().chain(SECOND).copied().collect();
    let (_folder, store) = opened(&parts, 2);
    keeps_the_sheet(&store);
    let cases = store.open_cases().unwrap();
    let [case] = cases.as_slice() else { panic!("{cases:?}") };
    assert_eq!((case.person, case.disease.as_str()), (person(0x65), "varicella"));
    assert_eq!(case.body.facts.certainty, Certainty::Diagnosed);
    assert_eq!((case.body.clocks[0].hours, case.body.way_back.clinic_day), (24, None));
    let contacts = store.contacts_of(CaseId(Uuid::from_u128(0xc1))).unwrap();
    assert_eq!((contacts[0].person, contacts[0].body.nearness), (person(0x66), Nearness::Seat));
    let apart = store.isolations_of(person(0x66)).unwrap();
    assert_eq!((apart[0].body.kind, apart[0].body.follow_ups.len()), (IsolationKind::Observation, 1));
    // What came with format 3 and 4 can be asked for.
    assert!(store.own_rules().unwrap().is_empty());
    assert!(store.people(PersonKind::Pupil).unwrap().iter().all(|person| person.teaches.is_none()));
}
