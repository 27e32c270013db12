use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::*;
use crate::domain::person::{Boarding, Sex};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{
    SIZES, assert_nothing_cut, assert_tab_reaches_all, committed, context, picture,
};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::Language;
use crate::ops::roster::{NewPupil, NewStaff, RosterFilter};
use crate::ops::{Answer, Book, OpenOptions, Query};

mod low;

pub(in crate::gui::screen) fn book() -> (tempfile::TempDir, Book) {
    let folder = tempfile::tempdir().unwrap();
    let now = "2026-11-23T09:12:00".parse().ok();
    let options =
        OpenOptions { folder: folder.path().to_owned(), now, seed: Some(1), ..OpenOptions::default() };
    let book = Book::open(&options).unwrap();
    (folder, book)
}

/// Loads what a screen asks for.
pub(in crate::gui::screen) fn load<S: Screen>(
    screen: &mut S,
    book: &mut Book,
    context: &Context,
) -> Vec<Effect> {
    let queries = screen.queries(context);
    queries.iter().flat_map(|query| screen.answered(book.load(query).unwrap(), context)).collect()
}

/// Pupils with every field at its longest, and staff.
pub(in crate::gui::screen) fn fill(book: &mut Book, pupils: usize) {
    for i in 0..pupils {
        let long = i % 9 == 4;
        let name = if long {
            "欧阳若兰·阿依古丽·买买提江·吐尔逊·阿不都热合曼".to_owned()
        } else {
            format!("覃雨泽{i}")
        };
        let added = book.add_pupil(&NewPupil {
            name,
            class: if i % 3 == 0 { "三年级(1)班".into() } else { "九年级(12)班".into() },
            sex: Some(if i % 2 == 0 { Sex::Male } else { Sex::Female }),
            birth: "2017-03-01".parse().ok(),
            boarding: Some(if i % 4 == 0 { Boarding::Boarder } else { Boarding::Day }),
            student_no: Some(format!("G45120220150301{i:04}")),
            phone: Some("16311110217".into()),
            ..NewPupil::default()
        });
        if long {
            let room = Some("学生宿舍二号楼东侧三层 203");
            book.set_dormitory(added.unwrap().key, room, context_day()).unwrap();
        }
    }
    for name in ["王秀兰", "欧阳若兰·阿依古丽·买买提江·吐尔逊"] {
        let post = Some("班主任、语文教师、疫情报告人".to_owned());
        book.add_staff(&NewStaff {
            name: name.into(),
            post,
            phone: Some("16311110217".into()),
            ..NewStaff::default()
        })
        .unwrap();
    }
}

fn context_day() -> chrono::NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn roster(pupils: usize) -> (tempfile::TempDir, Book, Roster, Context) {
    let (folder, mut book) = book();
    if pupils > 0 {
        fill(&mut book, pupils);
    }
    let context = context(Language::Chinese, SIZES[0]);
    let mut roster = Roster::at(RosterPlace::default(), context.now.date());
    load(&mut roster, &mut book, &context);
    (folder, book, roster, context)
}

fn press(key: Named, modifiers: Modifiers, in_field: bool) -> KeyPress {
    KeyPress { key: Key::Named(key), modifiers, in_field }
}

#[test]
fn the_class_teacher_is_typed_where_the_class_is_listed() {
    let (_folder, mut book) = book();
    fill(&mut book, 9);
    let context = context(Language::Chinese, SIZES[0]);
    let mut roster = Roster::at(RosterPlace::default(), context.now.date());
    load(&mut roster, &mut book, &context);
    assert!(roster.update(Message::SaveTeacher, &context).is_empty());
    roster.update(Message::Class(1), &context);
    load(&mut roster, &mut book, &context);
    assert_nothing_cut(&roster, "a class with its teacher");
    assert_tab_reaches_all(&roster, "a class with its teacher");
    assert_eq!(committed(&roster, "teacher", "梁燕"), [Message::Teacher("梁燕".into())]);
    roster.update(Message::Teacher(" 梁燕 ".into()), &context);
    let effects = roster.update(Message::SaveTeacher, &context);
    let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
    let answer = book.run(op, &mut crate::domain::progress::Silent).unwrap().value;
    assert_eq!(roster.done(op, &answer, &context).len(), 1);
    load(&mut roster, &mut book, &context);
    assert_eq!(roster.teacher(), "梁燕");
    assert!(roster.update(Message::SaveTeacher, &context).is_empty(), "nothing was typed since");
}

#[test]
fn kind_and_grade_of_a_class_are_set_where_it_is_listed() {
    let (_folder, mut book) = book();
    fill(&mut book, 9);
    let context = context(Language::Chinese, SIZES[0]);
    let mut roster = Roster::at(RosterPlace::default(), context.now.date());
    load(&mut roster, &mut book, &context);
    roster.update(Message::Class(1), &context);
    load(&mut roster, &mut book, &context);
    assert_eq!(roster.grade(), "3");
    assert_nothing_cut(&roster, "an ordinary class");
    assert_tab_reaches_all(&roster, "an ordinary class");
    let typed = |text: &str| Message::Kind(KindMessage::Grade(text.into()));
    assert_eq!(committed(&roster, "grade", "4").len(), 1);
    roster.update(typed("三"), &context);
    assert!(roster.grade_is_wrong());
    assert_nothing_cut(&roster, "a grade that is none");
    assert!(roster.update(Message::Kind(KindMessage::SaveGrade), &context).is_empty());
    let mut act = |roster: &mut Roster, message| {
        let effects = roster.update(Message::Kind(message), &context);
        let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
        let answer = book.run(op, &mut crate::domain::progress::Silent).unwrap().value;
        assert_eq!(roster.done(op, &answer, &context).len(), 1);
        load(roster, &mut book, &context);
        let class = roster.class().unwrap();
        (KindChoice::of(class).unwrap(), class.grade, roster.data.as_ref().unwrap().lines[0].grade)
    };
    roster.update(typed(" 4 "), &context);
    assert_eq!(act(&mut roster, KindMessage::SaveGrade), (KindChoice::Ordinary, Some(4), Some(4)));
    let choose = KindMessage::Choose;
    let several = act(&mut roster, choose(KindChoice::MultiGrade));
    assert_eq!(several, (KindChoice::MultiGrade, None, Some(4)), "each pupil keeps the own grade");
    assert_eq!(roster.grade(), "");
    let preschool = act(&mut roster, choose(KindChoice::Preschool));
    assert_eq!(preschool, (KindChoice::Preschool, Some(0), Some(0)));
    assert_eq!(act(&mut roster, choose(KindChoice::TeachingPoint)).0, KindChoice::TeachingPoint);
    assert!(roster.update(Message::Kind(choose(KindChoice::TeachingPoint)), &context).is_empty());
    picture(&roster, &context, "roster-kind");
}

#[test]
fn the_search_goes_over_the_whole_school_and_late_answers_are_dropped() {
    let (_folder, mut book, mut roster, context) = roster(70);
    let class = roster.data.as_ref().unwrap().classes[0].id;
    assert!(matches!(&roster.update(Message::Show(Part::Class(class)), &context)[..], [Effect::Load(_)]));
    load(&mut roster, &mut book, &context);
    assert_eq!(roster.people().len(), 24);
    let effects = roster.update(Message::Find("qyz11".into()), &context);
    let [Effect::Load(Query::Roster(_, asked))] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!((asked.filter.class, asked.filter.find.as_str()), (None, "qyz11"));
    let late = book.load(&Query::Roster(context.now.date(), RosterPage::default())).unwrap();
    roster.answered(late, &context);
    assert_eq!(roster.people().len(), 24, "an answer to an older question changes nothing");
    load(&mut roster, &mut book, &context);
    assert_eq!(roster.people().len(), 1);
    assert_eq!(roster.selected, roster.people().first().copied());
    roster.update(Message::Escape, &context);
    assert_eq!(roster.part(), Part::All);
    assert_eq!(roster.update(Message::Escape, &context), [Effect::Back]);
}

#[test]
fn keys_walk_people_pages_and_classes() {
    let (_folder, mut book, mut roster, context) = roster(70);
    assert_eq!(roster.people().len(), 60);
    let down = roster.key(&press(Named::ArrowDown, Modifiers::empty(), true), &context).unwrap();
    let second = roster.people()[1];
    assert_eq!(roster.update(down, &context), [Effect::Reveal(row_id(second).into())]);
    let down = roster.key(&press(Named::ArrowDown, Modifiers::empty(), false), &context).unwrap();
    let third = roster.people()[2];
    assert_eq!(roster.update(down, &context), [Effect::Focus(row_id(third).into())]);
    let enter = roster.key(&press(Named::Enter, Modifiers::empty(), false), &context).unwrap();
    assert_eq!(roster.update(enter, &context), [Effect::Go(Route::Person(third))]);
    roster.update(Message::Page(1), &context);
    load(&mut roster, &mut book, &context);
    assert_eq!(roster.people().len(), 10);
    assert!(roster.update(Message::Page(1), &context).is_empty());
    for part in [1, 1, 1, 1] {
        let next = roster.key(&press(Named::ArrowDown, Modifiers::CTRL, true), &context).unwrap();
        assert_eq!(next, Message::Class(part));
        roster.update(next, &context);
        load(&mut roster, &mut book, &context);
    }
    assert_eq!(roster.part(), Part::Staff, "the last part is the end");
    assert_eq!(roster.people().len(), 2);
    let ctrl = |letter: &str| KeyPress {
        key: Key::Character(letter.into()),
        modifiers: Modifiers::CTRL,
        in_field: true,
    };
    let goes = |roster: &mut Roster, letter| {
        let message = roster.key(&ctrl(letter), &context).unwrap();
        roster.update(message, &context)
    };
    assert_eq!(goes(&mut roster, "n"), [Effect::Go(Route::NewPupil(None))]);
    assert_eq!(goes(&mut roster, "t"), [Effect::Go(Route::NewStaff)]);
    assert_eq!(goes(&mut roster, "i"), [Effect::Go(Route::Import("".into()))]);
}

#[test]
fn nothing_is_cut_and_all_is_reached() {
    for pupils in [0, 70] {
        let (_folder, mut book, mut roster, context) = roster(pupils);
        assert_nothing_cut(&roster, "all");
        assert_tab_reaches_all(&roster, "all");
        if pupils == 0 {
            continue;
        }
        for part in [roster.parts()[2], Part::Staff] {
            roster.update(Message::Show(part), &context);
            load(&mut roster, &mut book, &context);
            assert_nothing_cut(&roster, &format!("{part:?}"));
        }
        roster.update(Message::Find("nobody".into()), &context);
        load(&mut roster, &mut book, &context);
        assert_nothing_cut(&roster, "nobody found");
        assert!(roster.people().is_empty());
        // Whoever left is pointed to, and Enter leads there.
        let line = book.roster_list(context.now.date(), &RosterFilter::default()).unwrap().swap_remove(4);
        let from = line.from + chrono::Days::new(1);
        book.leave_school(line.key, from).unwrap();
        let mut later = context.clone();
        later.now += chrono::TimeDelta::days(2);
        let mut roster = Roster::at(RosterPlace::default(), later.now.date());
        roster.update(Message::Find(line.name.clone()), &later);
        load(&mut roster, &mut book, &later);
        assert_eq!((roster.people(), roster.selected), (vec![line.key], Some(line.key)));
        assert_nothing_cut(&roster, "somebody who left");
        assert_tab_reaches_all(&roster, "somebody who left");
        picture(&roster, &later, "roster-left");
        assert_eq!(roster.update(Message::OpenSelected, &later), [Effect::Go(Route::Person(line.key))]);
    }
}

#[test]
fn the_input_method_reaches_the_search() {
    let (_folder, _book, roster, context) = roster(70);
    assert_eq!(committed(&roster, "find", "覃雨"), [Message::Find("覃雨".into())]);
    picture(&roster, &context, "roster");
}

#[test]
fn groups_are_added_named_closed_and_printed_where_they_are_listed() {
    let (_folder, mut book) = book();
    fill(&mut book, 12);
    let context = context(Language::Chinese, SIZES[0]);
    let mut roster = Roster::at(RosterPlace::default(), context.now.date());
    load(&mut roster, &mut book, &context);
    assert_eq!(committed(&roster, "group-name", "东线"), [Message::Teacher("东线".into())]);
    let run = |roster: &mut Roster, book: &mut Book, effects: Vec<Effect>| {
        let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
        let answer = book.run(op, &mut crate::domain::progress::Silent).unwrap().value;
        roster.done(op, &answer, &context);
        load(roster, book, &context);
    };
    roster.update(Message::Teacher("学生宿舍二号楼东侧一号校车线路".into()), &context);
    roster.update(Message::Group(GroupMessage::Bus(true)), &context);
    let effects = roster.update(Message::SaveTeacher, &context);
    run(&mut roster, &mut book, effects);
    // It is chosen at once, and the hand goes there as soon as it is listed.
    let group = roster.data.as_ref().unwrap().groups[0].id;
    assert_eq!((roster.part(), roster.added), (Part::Group(group), None));
    assert!(roster.people().is_empty());
    roster.update(Message::Show(Part::All), &context);
    load(&mut roster, &mut book, &context);
    let person = roster.people()[0];
    let from = context.now.date();
    book.change_free_group(&crate::ops::roster::FreeGroupOp::Join { persons: vec![person], group, from })
        .unwrap();
    roster.update(Message::Show(Part::Group(group)), &context);
    load(&mut roster, &mut book, &context);
    assert_eq!(roster.people(), [person]);
    assert_nothing_cut(&roster, "a group");
    assert_tab_reaches_all(&roster, "a group");
    let ctrl_p = KeyPress { key: Key::Character("p".into()), modifiers: Modifiers::CTRL, in_field: true };
    let print = roster.key(&ctrl_p, &context).unwrap();
    let scope = crate::ops::print::PrintScope::FreeGroup(group);
    assert_eq!(roster.update(print, &context), [Effect::Go(Route::PrintNames(scope))]);
    roster.update(Message::Teacher("东线".into()), &context);
    let effects = roster.update(Message::SaveTeacher, &context);
    run(&mut roster, &mut book, effects);
    assert_eq!(roster.group().unwrap().label, "东线");
    let effects = roster.update(Message::Group(GroupMessage::Close), &context);
    let [Effect::Ask(crate::gui::dialog::Dialog::Confirm { op, .. })] = &effects[..] else { panic!() };
    let close = vec![Effect::Run(op.as_ref().clone())];
    run(&mut roster, &mut book, close);
    assert_eq!(roster.part(), Part::All);
    assert!(roster.data.as_ref().unwrap().groups.is_empty());
}

#[test]
fn several_pupils_are_marked_and_put_into_a_group_at_once() {
    let (_folder, mut book, mut roster, context) = roster(70);
    let ctrl_m = KeyPress { key: Key::Character("m".into()), modifiers: Modifiers::CTRL, in_field: true };
    assert!(roster.key(&ctrl_m, &context).is_some(), "without a group there are rooms and the way to school");
    for label in ["东线", "西线：学生宿舍二号楼东侧"] {
        let kind = crate::domain::free_group::FreeGroupKind::Bus;
        book.change_free_group(&crate::ops::roster::FreeGroupOp::Add { label: label.into(), kind }).unwrap();
    }
    load(&mut roster, &mut book, &context);
    let switch = roster.key(&ctrl_m, &context).unwrap();
    assert_eq!(roster.update(switch, &context), [Effect::Focus("find".into())]);
    let first = roster.people()[0];
    assert_eq!(roster.marked(first), Some(false));
    // Enter in the search marks the row of the hand; so does a click on it.
    roster.update(Message::OpenSelected, &context);
    assert_eq!(roster.marked(first), Some(true));
    assert_nothing_cut(&roster, "marking");
    assert_tab_reaches_all(&roster, "marking");
    picture(&roster, &context, "roster-marking");
    assert_eq!(committed(&roster, "mark-day", "1").len(), 1);
    // A class in addition, then a search; all pages count.
    let class = roster.data.as_ref().unwrap().classes[0].id;
    roster.update(Message::Show(Part::Class(class)), &context);
    load(&mut roster, &mut book, &context);
    roster.update(Message::Mark(MarkMessage::All), &context);
    assert!(roster.all_marked());
    let marked = roster.marking.as_ref().unwrap().persons.len();
    let groups: Vec<FreeGroupId> =
        roster.data.as_ref().unwrap().groups.iter().map(|group| group.id).collect();
    roster.update(Message::Mark(MarkMessage::Day("2026-11".into())), &context);
    let wrong = roster.update(Message::Mark(MarkMessage::Into(groups[0])), &context);
    assert_eq!(wrong, [Effect::Focus("mark-day".into())], "a day is needed");
    assert_nothing_cut(&roster, "a wrong day");
    roster.update(Message::Mark(MarkMessage::Day("2026-11-23".into())), &context);
    let run = |roster: &mut Roster, book: &mut Book, message| {
        let effects = roster.update(Message::Mark(message), &context);
        let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
        let answer = book.run(op, &mut crate::domain::progress::Silent).unwrap().value;
        roster.done(op, &answer, &context);
        load(roster, book, &context);
    };
    run(&mut roster, &mut book, MarkMessage::Into(groups[0]));
    assert_eq!(roster.data.as_ref().unwrap().groups[0].count, marked);
    assert!(
        roster.update(Message::Mark(MarkMessage::Into(groups[0])), &context).is_empty(),
        "nobody is marked"
    );
    a_new_group_takes_in_who_is_marked(&mut roster, &mut book, &context);
    // Out again, from the list of the group.
    roster.update(Message::Show(Part::Group(groups[0])), &context);
    load(&mut roster, &mut book, &context);
    roster.update(Message::Mark(MarkMessage::All), &context);
    roster.update(Message::Mark(MarkMessage::All), &context);
    assert!(roster.marking.as_ref().unwrap().persons.is_empty(), "all of them again");
    roster.update(Message::Mark(MarkMessage::All), &context);
    assert_nothing_cut(&roster, "marking in a group");
    run(&mut roster, &mut book, MarkMessage::Out);
    assert_eq!(roster.data.as_ref().unwrap().groups[0].count, 0);
    // Esc ends the marking before it leaves the screen.
    assert_eq!(roster.update(Message::Escape, &context), [Effect::Focus("mark".into())]);
    assert_eq!(roster.marked(first), None);
}

#[test]
fn marked_pupils_get_a_room_a_way_to_school_and_their_parents_at_once() {
    use crate::domain::person::{Boarding, LeftBehind};
    let (_folder, mut book, mut roster, context) = roster(30);
    let class = roster.data.as_ref().unwrap().classes[0].id;
    roster.update(Message::Show(Part::Class(class)), &context);
    load(&mut roster, &mut book, &context);
    roster.update(Message::Mark(MarkMessage::Switch), &context);
    roster.update(Message::Mark(MarkMessage::All), &context);
    let marked = roster.marking.as_ref().unwrap().persons.clone();
    assert!(marked.len() > 2);
    let nothing = roster.update(Message::Mark(MarkMessage::IntoRoom), &context);
    assert_eq!(nothing, [Effect::Focus("mark-room".into())], "which room is asked for");
    assert_eq!(committed(&roster, "mark-room", "2 舍").len(), 1);
    roster.update(Message::Mark(MarkMessage::Room("2 舍 203".into())), &context);
    assert_nothing_cut(&roster, "marking for a room");
    assert_tab_reaches_all(&roster, "marking for a room");
    picture(&roster, &context, "roster-marking-room");
    let run = |roster: &mut Roster, book: &mut Book, message| {
        roster.update(Message::Mark(MarkMessage::All), &context);
        let effects = roster.update(Message::Mark(message), &context);
        let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
        let answer = book.run(op, &mut crate::domain::progress::Silent).unwrap().value;
        assert!(roster.done(op, &answer, &context).is_empty(), "the window says what the journal has");
        assert!(roster.marking.as_ref().unwrap().persons.is_empty());
        load(roster, book, &context);
        book.shell_view().unwrap().last.map(|line| line.words).unwrap()
    };
    roster.update(Message::Mark(MarkMessage::All), &context);
    let count = marked.len();
    let said = run(&mut roster, &mut book, MarkMessage::IntoRoom);
    assert_eq!(said, format!("{count} 名学生住进2 舍 203"));
    let lines = roster.data.as_ref().unwrap().lines.clone();
    assert!(lines.iter().all(|line| line.dormitory.as_deref() == Some("2 舍 203")));
    let said = run(&mut roster, &mut book, MarkMessage::LeftBehind(LeftBehind::BothParents));
    assert_eq!(said, format!("{count} 名学生的留守情况已更新"));
    let said = run(&mut roster, &mut book, MarkMessage::Boarding(Boarding::Day));
    assert_eq!(said, format!("{count} 名学生的就读方式改为走读"));
    assert!(roster.data.as_ref().unwrap().lines.iter().all(|line| line.dormitory.is_none()));
    let said = run(&mut roster, &mut book, MarkMessage::Boarding(Boarding::Boarder));
    assert!(said.contains("住校"), "{said}");
    let _ = run(&mut roster, &mut book, MarkMessage::IntoRoom);
    let said = run(&mut roster, &mut book, MarkMessage::OutOfRoom);
    assert!(said.contains("不再住宿舍"), "{said}");
}

/// A group made while pupils are marked waits for them: nobody is forgotten, and Enter takes them in.
fn a_new_group_takes_in_who_is_marked(roster: &mut Roster, book: &mut Book, context: &Context) {
    roster.update(Message::Show(Part::All), context);
    load(roster, book, context);
    let first = roster.people()[0];
    roster.update(Message::Mark(MarkMessage::One(first)), context);
    roster.update(Message::Teacher("南线".into()), context);
    let effects = roster.update(Message::SaveTeacher, context);
    let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
    let answer = book.run(op, &mut crate::domain::progress::Silent).unwrap().value;
    assert!(roster.done(op, &answer, context).is_empty());
    assert_eq!(roster.marked(first), Some(true));
    let Answer::FreeGroup(group) = answer else { panic!("{answer:?}") };
    let data = book.load(&roster.queries(context)[0]).unwrap();
    assert_eq!(roster.answered(data, context), [Effect::Focus(format!("into-{group}").into())]);
    let effects = roster.update(Message::Mark(MarkMessage::Into(group)), context);
    let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
    let answer = book.run(op, &mut crate::domain::progress::Silent).unwrap().value;
    // The window then says what the journal has: how many joined what.
    assert!(roster.done(op, &answer, context).is_empty());
    let said = book.shell_view().unwrap().last.map(|line| line.words);
    assert!(said.is_some_and(|word| word.contains("1 名学生加入“南线”")));
    roster.update(Message::Mark(MarkMessage::One(first)), context);
    roster.update(Message::Mark(MarkMessage::One(first)), context);
}

#[test]
fn the_roster_is_saved_as_a_file_that_is_unchanged_when_imported() {
    use crate::ops::roster::import::ImportRequest;
    let (folder, mut book, mut roster, mut context) = roster(12);
    context.saved_in = Some(folder.path().to_owned());
    let ctrl_s = KeyPress { key: Key::Character("s".into()), modifiers: Modifiers::CTRL, in_field: true };
    let ask = roster.key(&ctrl_s, &context).unwrap();
    assert_eq!(roster.update(ask, &context), [Effect::Focus("export-path".into())]);
    assert_nothing_cut(&roster, "where to save");
    assert_tab_reaches_all(&roster, "where to save");
    picture(&roster, &context, "roster-export");
    let say = |roster: &mut Roster, message| roster.update(Message::Export(message), &context);
    assert_eq!(committed(&roster, "export-path", "一").len(), 1);
    say(&mut roster, ExportMessage::Path("  ".into()));
    assert_eq!(say(&mut roster, ExportMessage::Write), [Effect::Focus("export-path".into())]);
    assert_nothing_cut(&roster, "no path");
    let choose = say(&mut roster, ExportMessage::Choose);
    assert!(matches!(&choose[..], [Effect::Pick(crate::gui::effect::Pick::Save(_, _, "xlsx"))]));
    // What cannot be written is said at the field.
    let nowhere = folder.path().join("没有/名册.xlsx");
    say(&mut roster, ExportMessage::Path(nowhere.display().to_string()));
    let effects = say(&mut roster, ExportMessage::Write);
    let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
    let error = book.run(op, &mut crate::domain::progress::Silent).unwrap_err();
    let why = crate::i18n::Explain::explain(&error, &context.tr);
    assert_eq!(roster.refused(op, &why, &context), Some(vec![Effect::Focus("export-path".into())]));
    assert_nothing_cut(&roster, "no such folder");
    let staff = NewStaff { name: "韦老师".into(), post: Some("校医".into()), ..NewStaff::default() };
    let _ = book.add_staff(&staff).unwrap();
    load(&mut roster, &mut book, &context);
    for (name, only, people) in [("名册", false, 15), ("名册.csv", false, 12), ("教职工.csv", true, 3)]
    {
        say(&mut roster, ExportMessage::Ask);
        say(&mut roster, ExportMessage::Staff(only));
        assert_nothing_cut(&roster, "whom to save");
        assert_tab_reaches_all(&roster, "whom to save");
        say(&mut roster, ExportMessage::Path(folder.path().join(name).display().to_string()));
        let enter = roster.key(&press(Named::Enter, Modifiers::empty(), true), &context).unwrap();
        let effects = roster.update(enter, &context);
        let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
        let answer = book.run(op, &mut crate::domain::progress::Silent).unwrap().value;
        assert_eq!(roster.done(op, &answer, &context).len(), 2, "the focus, and the folder is remembered");
        assert_nothing_cut(&roster, "saved");
        let path = folder.path().join(if name == "名册" { "名册.xlsx" } else { name });
        picture(&roster, &context, "roster-exported");
        let request = ImportRequest { path, ..ImportRequest::default() };
        let plan = book.review_import(&request, &mut crate::domain::progress::Silent).unwrap();
        assert_eq!((plan.summary().unchanged, plan.summary().new, plan.summary().changed), (people, 0, 0));
    }
    // Under the proposed name the staff do not take the place of the pupils.
    say(&mut roster, ExportMessage::Ask);
    say(&mut roster, ExportMessage::Staff(true));
    let Some(super::exporting::Exporting::Asking { path, .. }) = &roster.exporting else { panic!() };
    assert!(path.contains("教职工"), "{path}");
    say(&mut roster, ExportMessage::Close);
    assert_eq!(roster.update(Message::Export(ExportMessage::Close), &context).len(), 1);
}
