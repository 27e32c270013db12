//! Several pupils put into a bus line at once; whom a search that finds nobody may mean.

use super::*;
use crate::domain::free_group::FreeGroupKind;

#[test]
fn several_pupils_join_and_leave_in_one_step() {
    let (_folder, mut book) = book();
    let all: Vec<PersonId> = ["甲", "乙", "丙"].map(|name| add(&mut book, name, "三1班")).to_vec();
    let line = |book: &mut Book, label: &str| {
        let new = FreeGroupOp::Add { label: label.into(), kind: FreeGroupKind::Bus };
        book.change_free_group(&new).unwrap()
    };
    let (east, west) = (line(&mut book, "东线"), line(&mut book, "西线"));
    let join = |persons: &[PersonId], group| FreeGroupOp::Join {
        persons: persons.to_vec(),
        group,
        from: day(10, 15),
    };
    let counts = |book: &Book| -> Vec<usize> {
        book.free_group_list(day(10, 15)).unwrap().iter().map(|line| line.count).collect()
    };
    book.change_free_group(&join(&all, east)).unwrap();
    assert_eq!(counts(&book), [3, 0]);
    assert!(book.undo_list().unwrap()[0].words.contains('3'));
    book.change_free_group(&join(&all[..2], west)).unwrap();
    assert_eq!(counts(&book), [1, 2], "one line at a time");
    book.undo(None).unwrap();
    assert_eq!(counts(&book), [3, 0], "one step takes all of them back");
    book.change_free_group(&FreeGroupOp::Leave { persons: all[..2].to_vec(), group: east, on: day(10, 15) })
        .unwrap();
    assert_eq!(counts(&book), [1, 0]);
    // One who is nobody keeps the others out, and nobody at all is a mistake.
    let nobody = PersonId(uuid::Uuid::from_u128(7));
    for persons in [&[all[0], nobody][..], &[]] {
        assert!(matches!(book.change_free_group(&join(persons, west)), Err(OpError::NoSuchPerson)));
    }
    assert_eq!(counts(&book), [1, 0]);
}

#[test]
fn a_search_that_finds_nobody_points_to_who_left_or_comes() {
    let (_folder, mut book) = book();
    let since = |book: &mut Book, name: &str| {
        let from = Some(day(9, 1));
        let new = NewPupil { name: name.into(), class: "三1班".into(), from, ..NewPupil::default() };
        book.add_pupil(&new).unwrap().key
    };
    let (gone, here) = (since(&mut book, "覃雨泽"), since(&mut book, "韦海燕"));
    book.leave_school(gone, day(10, 12)).unwrap();
    let asked = |find: &str| RosterPage {
        filter: RosterFilter { find: find.into(), ..RosterFilter::default() },
        ..RosterPage::default()
    };
    let view = |find: &str| book.roster_view(day(10, 15), &asked(find)).unwrap();
    let found = view("qyz");
    assert_eq!((found.found, found.elsewhere.len()), (0, 1));
    let line = &found.elsewhere[0];
    assert_eq!((line.key, line.name.as_str(), line.class.as_str()), (gone, "覃雨泽", "三1班"));
    assert_eq!(line.when(book.tr()), book.tr().roster_left_since("2025-10-12"));
    assert!(view("").elsewhere.is_empty() && view("whh").elsewhere.is_empty());
    let found = view("why");
    assert_eq!((found.everyone, found.elsewhere.len()), (vec![here], 0), "who is here is found as ever");
    // Before the pupil came the search says when.
    let before = book.found_away(day(8, 1), "qyz").unwrap();
    assert_eq!(before[0].when(book.tr()), book.tr().roster_comes_on(&before[0].from.to_string()));
}
