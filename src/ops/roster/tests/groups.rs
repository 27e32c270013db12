//! Several pupils put into a bus line at once; whom a search that finds nobody may mean.

use super::*;
use crate::domain::free_group::FreeGroupKind;
use crate::domain::person::LeftBehind;

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
fn several_pupils_get_a_room_the_way_to_school_and_their_parents_in_one_step() {
    let (_folder, mut book) = book();
    let all: Vec<PersonId> = ["甲", "乙", "丙"].map(|name| add(&mut book, name, "三1班")).to_vec();
    let list = |book: &Book| book.roster_list(day(10, 15), &RosterFilter::default()).unwrap();
    let rooms = |book: &Book| list(book).into_iter().map(|line| line.dormitory).collect::<Vec<_>>();
    let into = |persons: &[PersonId], room: Option<&str>| PupilsOp::Dormitory {
        persons: persons.to_vec(),
        room: room.map(ToOwned::to_owned),
        from: day(10, 15),
    };
    let before = book.store.journal_head().unwrap();
    assert_eq!(book.change_pupils(&into(&all, Some("2 舍 203"))).unwrap(), 3);
    assert_eq!(rooms(&book), vec![Some("2 舍 203".to_owned()); 3]);
    assert!(list(&book).iter().all(|line| line.boarding == Some("住校")));
    assert_eq!(book.room_list(day(10, 15)).unwrap().len(), 1);
    book.undo(None).unwrap();
    assert_eq!(rooms(&book), [const { None }; 3], "one step takes all of them back");
    assert!(list(&book).iter().all(|line| line.boarding.is_none()));
    let boarding = |boarding| PupilsOp::Boarding { persons: all[..2].to_vec(), boarding, from: day(10, 15) };
    book.change_pupils(&boarding(Some(Boarding::Boarder))).unwrap();
    book.change_pupils(&into(&all[..2], Some("2舍203"))).unwrap();
    book.change_pupils(&boarding(Some(Boarding::Day))).unwrap();
    assert_eq!(rooms(&book), [const { None }; 3], "a day pupil has no room");
    book.undo(None).unwrap();
    assert_eq!(rooms(&book).iter().flatten().count(), 2);
    book.change_pupils(&into(&all[..1], None)).unwrap();
    assert_eq!(rooms(&book).iter().flatten().count(), 1);
    let left = PupilsOp::LeftBehind { persons: all.clone(), left_behind: Some(LeftBehind::OneParent) };
    book.change_pupils(&left).unwrap();
    let known = |book: &Book, n: usize| book.person_view(all[n]).unwrap().person.left_behind;
    assert_eq!(known(&book, 2), Some(LeftBehind::OneParent));
    book.undo(None).unwrap();
    assert_eq!(known(&book, 2), None);
    // One who is nobody, or in no class on that day, keeps the others out.
    let head = book.store.journal_head().unwrap();
    assert!(head > before);
    let nobody = PersonId(uuid::Uuid::from_u128(7));
    for persons in [&[all[0], nobody][..], &[]] {
        assert!(matches!(book.change_pupils(&into(persons, Some("9"))), Err(OpError::NoSuchPerson)));
    }
    let early = PupilsOp::Boarding { persons: all.clone(), boarding: None, from: day(1, 5) };
    assert!(book.change_pupils(&early).is_err());
    assert_eq!(book.store.journal_head().unwrap(), head);
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
