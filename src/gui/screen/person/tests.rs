use iced::keyboard::{Key, Modifiers};

use super::*;
use crate::domain::progress::Silent;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{
    SIZES, assert_nothing_cut, assert_tab_reaches_all, committed, context, picture,
};
use crate::gui::screen::roster::tests::{book, fill, load};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::Language;
use crate::ops::roster::{RosterFilter, RosterOp, RosterPage};
use crate::ops::{Book, Op, Query};

fn form(id: Option<PersonId>, book: &mut Book) -> (PersonForm, Context) {
    let context = context(Language::Chinese, SIZES[0]);
    let mut form = PersonForm::new(PersonKind::Pupil, id, context.now.date());
    // The page of somebody with a number asks who else has it.
    let mut effects = load(&mut form, book, &context);
    assert_eq!(effects.pop(), Some(Effect::Focus("person-name".into())));
    for effect in effects {
        let Effect::Load(query @ Query::SameNumbers(_)) = effect else { panic!("{effect:?}") };
        form.answered(book.load(&query).unwrap(), &context);
    }
    (form, context)
}

fn typed(form: &mut PersonForm, place: Place, text: &str, context: &Context) {
    form.update(Message::Typed(place, text.into()), context);
}

/// Runs the acts that a screen asked for and hands the answers back.
fn act(form: &mut PersonForm, effects: Vec<Effect>, book: &mut Book, context: &Context) -> Vec<Effect> {
    let mut waiting = effects;
    let mut rest = Vec::new();
    while !waiting.is_empty() {
        match waiting.remove(0) {
            Effect::Run(op) => {
                let answer = book.run(&op, &mut Silent).unwrap().value;
                waiting.extend(form.done(&op, &answer, context));
                load(form, book, context);
            }
            other => rest.push(other),
        }
    }
    rest
}

#[test]
fn a_pupil_needs_only_name_and_class_and_the_next_is_easy() {
    let (_folder, mut book) = book();
    fill(&mut book, 6);
    let (mut form, context) = form(None, &mut book);
    assert_eq!(form.update(Message::Save, &context), [Effect::Focus("person-name".into())]);
    typed(&mut form, Place::Name, "王小明", &context);
    assert_eq!(form.update(Message::Next(Place::Name), &context), [Effect::Focus("person-class".into())]);
    assert_eq!(form.update(Message::Save, &context), [Effect::Focus("person-class".into())]);
    typed(&mut form, Place::Class, "31", &context);
    form.update(Message::Next(Place::Class), &context);
    assert_eq!(form.form.class, "三（1）");
    typed(&mut form, Place::Room, "2 舍 203", &context);
    typed(&mut form, Place::Remark, "花生过敏", &context);
    let effects = form.update(Message::Next(Place::Remark), &context);
    let rest = act(&mut form, effects, &mut book, &context);
    assert_eq!(rest.last(), Some(&Effect::Focus("person-name".into())));
    let saved = form.saved.clone().unwrap();
    assert_eq!((saved.name.as_str(), saved.class.as_str()), ("王小明", "三（1）"));
    let view = book.person_view(saved.id).unwrap();
    assert_eq!(view.line.as_ref().unwrap().dormitory.as_deref(), Some("2 舍 203"));
    assert_eq!(view.person.remark.as_deref(), Some("花生过敏"));
    assert_eq!((form.form.name.as_str(), form.form.class.as_str()), ("", "三（1）"));
    assert_eq!(form.unsaved(&context), None);
    typed(&mut form, Place::Name, "李", &context);
    assert!(form.unsaved(&context).is_some());
    picture(&form, &context, "person-new");
}

#[test]
fn a_class_that_is_not_there_yet_is_made() {
    let (_folder, mut book) = book();
    let (mut form, context) = form(None, &mut book);
    typed(&mut form, Place::Name, "单雨", &context);
    typed(&mut form, Place::Class, "一年级2班", &context);
    let effects = form.update(Message::Save, &context);
    act(&mut form, effects, &mut book, &context);
    assert_eq!(form.classes.len(), 1);
    assert_eq!(form.classes[0].short, "一（2）");
}

#[test]
fn an_identity_number_fills_and_warns_and_never_stops() {
    let (_folder, mut book) = book();
    fill(&mut book, 3);
    let (mut form, context) = form(None, &mut book);
    typed(&mut form, Place::IdNumber, "11010519491231002X", &context);
    assert_eq!((form.form.sex, form.form.birth.as_str()), (Some(Sex::Female), "1949-12-31"));
    assert!(form.doubts().is_empty());
    form.update(Message::Sex(Some(Sex::Male)), &context);
    assert_eq!(form.doubts(), [PersonDoubt::IdSexMismatch]);
    typed(&mut form, Place::Name, "甲", &context);
    form.update(Message::Class(Place::Class, 1), &context);
    assert_eq!(form.form.class, "三（1）");
    let effects = form.update(Message::Save, &context);
    act(&mut form, effects, &mut book, &context);
    assert_eq!(form.saved.as_ref().unwrap().doubts, [PersonDoubt::IdSexMismatch]);
    assert_nothing_cut(&form, "saved with a doubt");
}

#[test]
fn what_is_odd_stays_in_sight_and_leads_to_the_field_and_the_other_person() {
    let (_folder, mut book) = book();
    fill(&mut book, 6);
    let lines = book.roster_list("2026-11-23".parse().unwrap(), &RosterFilter::default()).unwrap();
    let (one, other) = (lines[1].key, lines[2].key);
    let number = "G11010519491231002X".to_owned();
    for (key, field) in [(one, "guardian_phone"), (other, "student_no")] {
        let value = if field == "student_no" { number.clone() } else { "16311110001".to_owned() };
        let _ = book.edit_fields(key, &[(field.to_owned(), value)]).unwrap();
    }
    let (mut form, context) = form(Some(one), &mut book);
    typed(&mut form, Place::Phone, "12345", &context);
    assert_eq!(form.doubts().last(), Some(&PersonDoubt::PhoneLength));
    // Typing a number asks who else has it; the field names that person with the class and leads there.
    let asked = form.update(Message::Typed(Place::StudentNo, number.to_lowercase()), &context);
    let [Effect::Load(query)] = &asked[..] else { panic!("{asked:?}") };
    form.answered(book.load(query).unwrap(), &context);
    assert_eq!(
        form.same.iter().map(|it| (it.key, it.class.as_str())).collect::<Vec<_>>(),
        [(other, lines[2].class.as_str())]
    );
    assert_nothing_cut(&form, "odd while typed");
    assert_tab_reaches_all(&form, "odd while typed");
    let effects = form.update(Message::Save, &context);
    act(&mut form, effects, &mut book, &context);
    assert!(form.warned.contains(&PersonDoubt::PhoneLength), "it is saved as typed");
    assert!(form.warned.contains(&PersonDoubt::StudentNoDuplicate));
    assert_nothing_cut(&form, "saved with doubts");
    assert_tab_reaches_all(&form, "saved with doubts");
    picture(&form, &context, "person-odd");
    let ctrl_j = KeyPress { key: Key::Character("j".into()), modifiers: Modifiers::CTRL, in_field: true };
    let first = super::view::doubted(&form).map(Message::ToPlace);
    assert!(first.is_some());
    assert_eq!(form.key(&ctrl_j, &context), first, "Ctrl+J leads where the button leads");
    assert_eq!(form.update(Message::ToPlace(Place::Phone), &context), [Effect::Focus("person-phone".into())]);
    assert_eq!(form.update(Message::Go(Route::Person(other)), &context), [Effect::Go(Route::Person(other))]);
    // Put right, nothing is said any more.
    typed(&mut form, Place::Phone, "16311110009", &context);
    typed(&mut form, Place::StudentNo, "", &context);
    let effects = form.update(Message::Save, &context);
    act(&mut form, effects, &mut book, &context);
    assert!(!form.warned.contains(&PersonDoubt::PhoneLength) && form.same.is_empty());
}

#[test]
fn who_is_there_already_is_named_with_the_way_there() {
    let (_folder, mut book) = book();
    fill(&mut book, 3);
    let line = &book.roster_list("2026-11-23".parse().unwrap(), &RosterFilter::default()).unwrap()[0];
    let set = ("id_number".to_owned(), "11010519491231002X".to_owned());
    let _ = book.edit_fields(line.key, &[set]).unwrap();
    let (mut form, context) = form(None, &mut book);
    typed(&mut form, Place::Name, &line.name, &context);
    typed(&mut form, Place::Class, "31", &context);
    typed(&mut form, Place::IdNumber, "11010519491231002X", &context);
    let effects = form.update(Message::Save, &context);
    let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
    let why = crate::i18n::Explain::explain(&book.run(op, &mut Silent).unwrap_err(), &context.tr);
    assert!(!why.happened.contains(&line.name), "no names in errors");
    let effects = form.refused(op, &why, &context).unwrap();
    let [Effect::Load(query), Effect::Focus(_)] = &effects[..] else { panic!("{effects:?}") };
    form.answered(book.load(query).unwrap(), &context);
    assert_eq!(form.same[0].key, line.key);
    assert_nothing_cut(&form, "there already");
    assert_tab_reaches_all(&form, "there already");
    typed(&mut form, Place::IdNumber, "", &context);
    assert!(form.exists.is_none() && form.same.is_empty());
}

#[test]
fn a_pupil_is_edited_moved_and_leaves_by_date() {
    let (_folder, mut book) = book();
    fill(&mut book, 6);
    let Ok(crate::ops::Answer::Roster(roster)) =
        book.load(&Query::Roster("2026-11-23".parse().unwrap(), RosterPage::default()))
    else {
        panic!()
    };
    let id = roster.lines[1].key;
    let (mut form, context) = form(Some(id), &mut book);
    assert!(form.update(Message::Save, &context).is_empty(), "nothing to save");
    typed(&mut form, Place::Guardian, "覃奶奶", &context);
    let effects = form.update(Message::Save, &context);
    assert!(matches!(&effects[..], [Effect::Run(Op::Roster(RosterOp::EditPerson(_)))]));
    act(&mut form, effects, &mut book, &context);
    assert_eq!(book.person_view(id).unwrap().person.guardian.as_deref(), Some("覃奶奶"));
    assert_eq!(form.unsaved(&context), None);
    form.update(Message::Boarding(Some(Boarding::Boarder)), &context);
    typed(&mut form, Place::BoardingFrom, "2026-11-23", &context);
    let effects = form.update(Message::Save, &context);
    act(&mut form, effects, &mut book, &context);
    let of = |book: &Book, day: &str| {
        let lines = book.roster_list(day.parse().unwrap(), &RosterFilter::default()).unwrap();
        lines.iter().find(|line| line.key == id).and_then(|line| line.boarding)
    };
    assert_eq!(of(&book, "2026-11-23"), Some("住校"));
    assert_eq!(form.update(Message::Move, &context), [Effect::Focus("move-class".into())]);
    typed(&mut form, Place::MoveClass, "9", &context);
    typed(&mut form, Place::MoveFrom, "2026-12-01", &context);
    let effects = form.update(Message::Next(Place::MoveFrom), &context);
    act(&mut form, effects, &mut book, &context);
    assert_eq!(form.view.as_ref().unwrap().enrolments.len(), 2);
    assert_nothing_cut(&form, "moved");
    assert_tab_reaches_all(&form, "moved");
    picture(&form, &context, "person");
    typed(&mut form, Place::LeaveOn, "2026-12-05", &context);
    let effects = form.update(Message::Leave, &context);
    let [Effect::Ask(crate::gui::dialog::Dialog::Confirm { op, .. })] = &effects[..] else {
        panic!("{effects:?}")
    };
    let rest = act(&mut form, vec![Effect::Run(op.as_ref().clone())], &mut book, &context);
    assert_eq!(rest.last(), Some(&Effect::Back));
}

#[test]
fn a_pupil_of_a_room_of_several_grades_has_an_own_one() {
    let (_folder, mut book) = book();
    fill(&mut book, 6);
    let lines = book.roster_list("2026-11-23".parse().unwrap(), &RosterFilter::default()).unwrap();
    book.set_class_kind(lines[0].class_key, crate::domain::school_class::ClassKind::MultiGrade, None)
        .unwrap();
    let (mut form, context) = form(Some(lines[0].key), &mut book);
    assert_eq!(form.form.grade, "3");
    assert!(form.update(Message::SetGrade, &context).is_empty(), "nothing was typed");
    typed(&mut form, Place::Grade, "十三", &context);
    assert_eq!(form.update(Message::SetGrade, &context), [Effect::Focus("person-grade".into())]);
    assert_nothing_cut(&form, "a grade that is none");
    assert_tab_reaches_all(&form, "a grade that is none");
    typed(&mut form, Place::Grade, "4", &context);
    let effects = form.update(Message::Next(Place::Grade), &context);
    act(&mut form, effects, &mut book, &context);
    assert_eq!(form.unsaved(&context), None);
    assert_eq!(book.person_view(lines[0].key).unwrap().line.unwrap().grade, Some(4));
}

#[test]
fn staff_have_their_own_form() {
    let (_folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let mut form = PersonForm::new(PersonKind::Staff, None, context.now.date());
    load(&mut form, &mut book, &context);
    typed(&mut form, Place::Name, "王秀兰", &context);
    typed(&mut form, Place::Post, "班主任", &context);
    let effects = form.update(Message::Next(Place::Remark), &context);
    act(&mut form, effects, &mut book, &context);
    let staff = book.staff_list("", crate::ops::roster::RosterOrder::Seat).unwrap();
    assert_eq!((staff[0].name.as_str(), staff[0].post.as_deref()), ("王秀兰", Some("班主任")));
    assert_nothing_cut(&form, "staff");
    let mut form = PersonForm::new(PersonKind::Pupil, Some(staff[0].key), context.now.date());
    load(&mut form, &mut book, &context);
    assert!(form.is_staff());
    assert_nothing_cut(&form, "here");
    assert_tab_reaches_all(&form, "staff");
    let (person, today) = (staff[0].key, context.now.date());
    typed(&mut form, Place::LeaveOn, &today.to_string(), &context);
    let asked = form.update(Message::Leave, &context);
    assert!(matches!(&asked[..], [Effect::Ask(_)]), "{asked:?}");
    book.add_staff(&crate::ops::roster::NewStaff { name: "周敏".into(), ..Default::default() }).unwrap();
    book.rejoin(person, today).unwrap();
    book.leave_school(person, today).unwrap();
    load(&mut form, &mut book, &context);
    assert!(form.has_left());
    assert_nothing_cut(&form, "left");
    let effects = form.update(Message::Move, &context);
    let back = RosterOp::Rejoin { person, from: today };
    assert_eq!(effects, [Effect::Run(Op::Roster(back))]);
    act(&mut form, effects, &mut book, &context);
    load(&mut form, &mut book, &context);
    assert!(!form.has_left());
}

#[test]
fn the_input_method_reaches_every_field() {
    let (_folder, mut book) = book();
    fill(&mut book, 3);
    let (form, _context) = form(None, &mut book);
    assert_nothing_cut(&form, "new");
    assert_tab_reaches_all(&form, "new");
    let texts = Place::NEW_PUPIL.into_iter().filter(|place| {
        !matches!(place, Place::Sex | Place::Boarding | Place::LeftBehind | Place::Birth | Place::MoveFrom)
    });
    for place in texts {
        assert_eq!(committed(&form, place.id(), "小明"), [Message::Typed(place, "小明".into())]);
    }
}

/// A pupil with everything at its longest, in 三（1）.
fn whole_file(book: &mut Book) -> PersonId {
    use crate::domain::health_note::HealthKind;
    use crate::domain::vaccination_check::{Doses, VaccinationCheck};
    fill(book, 6);
    let day = "2026-11-23".parse().unwrap();
    let new = crate::ops::roster::NewPupil {
        name: "欧阳若兰·阿依古丽·买买提江·吐尔逊·阿不都热合曼".into(),
        class: "三年级(1)班".into(),
        from: "2026-09-01".parse().ok(),
        ..Default::default()
    };
    let id = book.add_pupil(&new).unwrap().key;
    let lines = book.roster_list(day, &RosterFilter::default()).unwrap();
    let mut person = book.person_view(id).unwrap().person;
    person.guardian_phone = Some("13500000002".into());
    person.address = Some("云坪镇石桥村委会牛角冲屯第十二村民小组老祠堂后面第三家".into());
    book.edit_person(&person).unwrap();
    let notes = HealthKind::ALL
        .map(|kind| (kind, "哮喘，剧烈运动后发作，随身带药；青霉素皮试阳性，花生、芒果过敏".to_owned()));
    book.set_health_notes(id, day, &notes).unwrap();
    let mut check = VaccinationCheck::open(id, day);
    check.certificate = Some(true);
    let _ = check.doses.insert("hepb".into(), Doses { given: 1, catch_up: 1 });
    book.set_vaccination(&check).unwrap();
    let class = lines.iter().find(|line| line.key == id).unwrap().class_key;
    for (n, date) in ["2026-11-18", "2026-11-19", "2026-11-23"].into_iter().enumerate() {
        let key = crate::domain::sheet::SheetKey {
            group: crate::domain::group::Group::Class(class),
            date: date.parse().unwrap(),
            session: crate::domain::session::Session::Morning,
        };
        let finding = crate::ops::sample_book::with(
            crate::domain::finding::Attendance::Ill,
            &["fever", "cough", "vomiting", "diarrhoea", "conjunctivitis"],
        );
        book.record(key, id, &finding).unwrap();
        if n < 2 {
            book.confirm(key, &crate::ops::check::HandIn::default()).unwrap();
        }
    }
    let near = lines.iter().find(|line| line.key != id && line.class_key == class).unwrap().key;
    let group = crate::domain::group::Group::Class(class);
    crate::ops::person::tests::whole::everything(book, id, near, group);
    id
}

#[test]
fn the_file_is_turned_by_keyboard_and_nothing_is_cut() {
    let (_folder, mut book) = book();
    let id = whole_file(&mut book);
    let (mut form, context) = form(Some(id), &mut book);
    for tab in Tab::ALL {
        assert_eq!(form.tab, tab);
        assert_nothing_cut(&form, tab.id());
        assert_tab_reaches_all(&form, tab.id());
        picture(&form, &context, &format!("person-{}", tab.id()));
        let focus = if tab == Tab::Details { "health-condition" } else { "person-tabs" };
        assert_eq!(form.update(Message::Turn(1), &context), [Effect::Focus(focus.into())]);
    }
    assert_eq!(form.tab, Tab::Changes, "the last one stays");
    let file = form.file.clone().unwrap();
    assert!(
        file.changes
            .iter()
            .any(|it| it.field == "guardian_phone" && it.new.as_deref() == Some("13500000002"))
    );
    let sheet = file.findings[0].sheet;
    assert_eq!(form.update(Message::Go(Route::Sheet(sheet)), &context), [Effect::Go(Route::Sheet(sheet))]);
    assert_eq!(form.update(Message::Print, &context), [Effect::Go(crate::gui::route::Route::HealthFile(id))]);
}

#[test]
fn empty_parts_say_what_fills_them() {
    let (_folder, mut book) = book();
    fill(&mut book, 3);
    let day = "2026-11-23".parse().unwrap();
    let id = book.roster_list(day, &RosterFilter::default()).unwrap()[0].key;
    let (mut form, context) = form(Some(id), &mut book);
    for tab in Tab::ALL {
        form.update(Message::Tab(tab), &context);
        assert_nothing_cut(&form, tab.id());
    }
}

#[test]
fn health_is_typed_saved_and_taken_back() {
    use crate::domain::health_note::HealthKind;
    let (_folder, mut book) = book();
    fill(&mut book, 3);
    let day = "2026-11-23".parse().unwrap();
    let id = book.roster_list(day, &RosterFilter::default()).unwrap()[0].key;
    let (mut form, context) = form(Some(id), &mut book);
    form.update(Message::Tab(Tab::Health), &context);
    assert!(form.update(Message::Save, &context).is_empty(), "nothing to save");
    let typed = |form: &mut PersonForm, place, text: &str| {
        form.update(Message::Health(HealthMessage::Typed(place, text.into())), &context);
    };
    typed(&mut form, HealthPlace::Note(HealthKind::Allergy), "青霉素");
    typed(&mut form, HealthPlace::Given(1), "３");
    typed(&mut form, HealthPlace::Given(2), "小明");
    let next =
        |form: &mut PersonForm, place| form.update(Message::Health(HealthMessage::Next(place)), &context);
    let from = [Effect::Focus("health-from".into())];
    assert_eq!(next(&mut form, HealthPlace::Note(HealthKind::Allergy)), from);
    assert_eq!(next(&mut form, HealthPlace::NotesFrom), [Effect::Focus("dose-0".into())]);
    assert_eq!(next(&mut form, HealthPlace::Given(7)), [Effect::Focus("checked-by".into())]);
    form.update(Message::Health(HealthMessage::Replaced), &context);
    assert_eq!(form.health.certificate, Some(true));
    assert!(form.unsaved(&context).is_some());
    typed(&mut form, HealthPlace::CheckedOn, "昨天");
    assert_eq!(form.update(Message::Save, &context), [Effect::Focus("checked-on".into())]);
    typed(&mut form, HealthPlace::CheckedOn, "2026-11-24");
    assert_eq!(form.update(Message::Save, &context), [Effect::Focus("checked-on".into())]);
    typed(&mut form, HealthPlace::CheckedOn, "2026-09-02");
    typed(&mut form, HealthPlace::NotesFrom, "2026-11-24");
    assert_eq!(form.update(Message::Save, &context), from, "a day to come is said before anything is saved");
    assert_nothing_cut(&form, "a day to come");
    assert_eq!(form.health.notes[2], "青霉素", "what was typed stays");
    assert!(form.unsaved(&context).is_some());
    typed(&mut form, HealthPlace::NotesFrom, "2026-11-20");
    let effects = form.update(Message::Save, &context);
    assert_eq!(effects.len(), 1, "notes and doses are one act");
    act(&mut form, effects, &mut book, &context);
    assert_eq!(form.unsaved(&context), None);
    let file = book.person_file(id, 0).unwrap();
    assert_eq!(file.current_notes().next().unwrap().text, "青霉素");
    assert_eq!(file.vaccinations[0].check.doses.len(), 1);
    assert_eq!(file.vaccinations[0].check.doses["hepb"].given, 3);
    typed(&mut form, HealthPlace::Note(HealthKind::Allergy), "");
    let effects = form.update(Message::Save, &context);
    act(&mut form, effects, &mut book, &context);
    assert!(book.person_file(id, 0).unwrap().health.is_empty());
}

/// What was confirmed this morning stands: the first day that would be accepted is proposed, with the reason.
#[test]
fn after_the_morning_sheet_a_change_is_proposed_for_the_next_day() {
    use crate::domain::group::Group;
    use crate::domain::session::Session;
    let (_folder, mut book) = book();
    fill(&mut book, 6);
    let today: chrono::NaiveDate = "2026-11-23".parse().unwrap();
    let lines = book.roster_list(today, &RosterFilter::default()).unwrap();
    let (person, own) = (lines[0].key, lines[0].class_key);
    let other = lines.iter().find(|line| line.class_key != own).unwrap().class_key;
    let confirm = |book: &mut Book, class| {
        let key = crate::domain::sheet::SheetKey {
            group: Group::Class(class),
            date: today,
            session: Session::Morning,
        };
        book.confirm(key, &crate::ops::check::HandIn::default()).unwrap();
    };
    let (shown, _) = form(Some(person), &mut book);
    assert_eq!([&shown.form.move_from, &shown.form.leave_on, &shown.form.boarding_from], ["2026-11-23"; 3]);
    // Another class that was checked already counts nobody more today.
    confirm(&mut book, other);
    let (mut shown, context) = form(Some(person), &mut book);
    assert_eq!(shown.form.move_from, "2026-11-23");
    typed(&mut shown, Place::MoveClass, "九12", &context);
    assert_eq!((shown.form.move_from.as_str(), shown.form.leave_on.as_str()), ("2026-11-24", "2026-11-23"));
    typed(&mut shown, Place::MoveClass, "", &context);
    assert_eq!(shown.form.move_from, "2026-11-23");
    confirm(&mut book, own);
    let (mut shown, context) = form(Some(person), &mut book);
    assert_eq!((shown.form.move_from.as_str(), shown.form.leave_on.as_str()), ("2026-11-24", "2026-11-24"));
    assert_eq!(shown.form.boarding_from, "2026-11-23", "only evening sheets count boarders");
    assert_nothing_cut(&shown, "a later day");
    assert_tab_reaches_all(&shown, "a later day");
    picture(&shown, &context, "person-later-day");
    let why = context.tr.person_day_checked("2026-11-24");
    let words =
        crate::gui::widget::stage::Stage::new(crate::gui::screen::bench::whole(&shown, &context), SIZES[1])
            .words();
    assert_eq!(words.iter().filter(|word| **word == why).count(), 2, "{words:?}");
    // It is accepted.
    typed(&mut shown, Place::MoveClass, "九12", &context);
    let effects = shown.update(Message::Move, &context);
    act(&mut shown, effects, &mut book, &context);
    assert_eq!(shown.view.as_ref().unwrap().enrolments.len(), 2);
}

#[test]
fn former_name_ethnicity_and_kind_of_document_are_kept_by_hand_too() {
    let (_folder, mut book) = book();
    fill(&mut book, 3);
    let today: chrono::NaiveDate = "2026-11-23".parse().unwrap();
    let key = book.roster_list(today, &RosterFilter::default()).unwrap()[0].key;
    let (mut shown, context) = form(Some(key), &mut book);
    let values = [(Place::FormerName, "覃小雨"), (Place::Ethnicity, "壮族"), (Place::IdType, "居民身份证")];
    for (place, value) in values {
        assert_eq!(committed(&shown, place.id(), value), [Message::Typed(place, value.into())]);
        typed(&mut shown, place, value, &context);
    }
    let effects = shown.update(Message::Save, &context);
    act(&mut shown, effects, &mut book, &context);
    let person = book.person_view(key).unwrap().person;
    let kept = [person.former_name, person.ethnicity, person.id_type].map(Option::unwrap);
    assert_eq!(kept, values.map(|(_, value)| value.to_owned()));
    assert_nothing_cut(&shown, "all of it");
    let filter = RosterFilter { find: "qxy".into(), ..RosterFilter::default() };
    let found = book.roster_list(today, &filter).unwrap();
    assert!(found.iter().any(|line| line.key == key), "the former name finds the pupil");
}
