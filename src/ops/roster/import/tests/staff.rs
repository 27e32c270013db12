//! The staff in an exported roster.

use proptest::prelude::*;

use super::properties::{name, odd_text};
use super::*;
use crate::domain::person::Sex;
use crate::ops::roster::NewStaff;

const DAY: &str = "2025-10-15";
/// Place of 任教班级.
const TAUGHT: usize = 9;

fn day() -> NaiveDate {
    DAY.parse().unwrap()
}

fn hire(book: &mut Book, name: &str, post: &str) -> PersonId {
    let new = NewStaff { name: name.to_owned(), post: Some(post.to_owned()), ..NewStaff::default() };
    book.add_staff(&new).unwrap().key
}

/// The export in both kinds of file imports as 'unchanged' for everybody, and an empty book made from it exports the
/// same lists.
fn comes_back(folder: &tempfile::TempDir, book: &mut Book, (pupils, staff): (usize, usize)) {
    for (name, part) in
        [("all.xlsx", ExportPart::Whole), ("staff.xlsx", ExportPart::Staff), ("staff.csv", ExportPart::Staff)]
    {
        let path = folder.path().join(name);
        let written = book.export_roster(&path, day(), part).unwrap();
        let expected = if part == ExportPart::Whole { pupils } else { 0 };
        assert_eq!((written.pupils, written.staff, written.staff_left_out), (expected, staff, 0), "{name}");
        let request = ImportRequest { path, ..ImportRequest::default() };
        let plan = book.review_import(&request, &mut Silent).unwrap();
        let summary = plan.summary();
        assert_eq!(counts(&summary), (0, 0, expected + staff, 0, 0), "{name} {:#?}", plan.rows);
        let (_copy_folder, mut copy) = autumn();
        import(&mut copy, &request);
        let rows = |book: &Book| {
            let mut rows = book.staff_table(day()).unwrap().rows;
            if part == ExportPart::Staff {
                // Without pupils there are no classes yet to be the teacher of.
                for row in &mut rows {
                    drop(row.remove(TAUGHT));
                }
            }
            rows
        };
        assert_eq!(rows(&copy), rows(book), "{name}");
        if part == ExportPart::Whole {
            assert_eq!(copy.roster_table(day()).unwrap().0.rows, book.roster_table(day()).unwrap().0.rows);
        }
    }
    let path = folder.path().join("pupils.csv");
    let written = book.export_roster(&path, day(), ExportPart::Whole).unwrap();
    assert_eq!(
        (written.pupils, written.staff, written.staff_left_out),
        (pupils, 0, staff),
        "a text table is one"
    );
}

#[test]
fn the_export_holds_the_staff_and_imports_again_as_unchanged() {
    let (folder, mut book) = autumn();
    import(&mut book, &fixture("01-standard.xlsx"));
    import(&mut book, &fixture("08-staff.xlsx"));
    comes_back(&folder, &mut book, (365, 33));

    // Several jobs of one person, a class of one's own, a former name, a name beyond the BMP, namesakes.
    let several = hire(&mut book, "阿依·古丽", "班主任、宿管\n保健员");
    book.edit_person(&Person {
        former_name: Some("古丽".to_owned()),
        ethnicity: Some("维吾尔".to_owned()),
        ..book.store.person(several).unwrap().unwrap()
    })
    .unwrap();
    let class = book.class_list(day()).unwrap()[0].key;
    book.set_teacher(class, Some("阿依·古丽")).unwrap();
    let rare = hire(&mut book, "𠮷田𫖯", "门卫/水电");
    for post in ["炊事员", "炊事员", "校医"] {
        hire(&mut book, "王芳", post);
    }
    // Who has left is not in the file, and the import does not take them in again; who comes back is.
    let gone = hire(&mut book, "覃远", "教师");
    let back = hire(&mut book, "覃近", "教师");
    for key in [gone, back] {
        book.leave_school(key, "2025-10-15".parse().unwrap()).unwrap();
    }
    book.rejoin(back, day()).unwrap();
    comes_back(&folder, &mut book, (365, 33 + 6));
    let rows = book.staff_table(day()).unwrap().rows;
    let cell = |name: &str, at: usize| rows.iter().find(|row| row[1] == name.into()).unwrap()[at].clone();
    assert_eq!(cell("阿依·古丽", 2), "古丽".into());
    assert_ne!(cell("阿依·古丽", TAUGHT), "".into(), "the class of a 班主任");
    assert!(rows.iter().all(|row| row[1] != "覃远".into()));
    assert!(book.store.person(rare).unwrap().is_some());
}

#[test]
fn a_school_that_has_only_its_staff_so_far_exports_it() {
    let (folder, mut book) = autumn();
    hire(&mut book, "王芳", "校长");
    let path = folder.path().join("out.xlsx");
    let written = book.export_roster(&path, day(), ExportPart::Whole).unwrap();
    assert_eq!((written.pupils, written.staff), (0, 1));
    let request = ImportRequest { path, ..ImportRequest::default() };
    assert_eq!(counts(&import(&mut book, &request)), (0, 0, 1, 0, 0));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_was_typed_of_the_staff_comes_back_unchanged(
        rows in prop::collection::vec((name(), prop::array::uniform6(odd_text()), any::<bool>()), 1..9)
    ) {
        let (folder, mut book) = autumn();
        let count = rows.len();
        for (name, [former, post, phone, address, remark, ethnicity], female) in rows {
            let key = hire(&mut book, &name, "教师");
            let person = Person {
                former_name: Some(former),
                sex: female.then_some(Sex::Female),
                post: Some(post),
                phone: Some(phone),
                address: Some(address),
                remark: Some(remark),
                ethnicity: Some(ethnicity),
                ..book.store.person(key).unwrap().unwrap()
            };
            // Two with one name and one number are one person, and the second is refused.
            prop_assume!(book.edit_person(&person).is_ok());
        }
        comes_back(&folder, &mut book, (0, count));
    }
}
