use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::*;
use crate::domain::class_label::ClassLabel;
use crate::domain::progress::{Silent, Stage};
use crate::domain::promotion::{ClassFate, PupilFate};
use crate::gui::context::Context;
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::runner::Work;
use crate::gui::screen::bench::{
    SIZES, assert_nothing_cut, assert_tab_reaches_all, committed, context, picture,
};
use crate::gui::screen::roster::tests::{book, fill, load};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::{Explain, Language};
use crate::ops::roster::{NewPupil, RosterOp};
use crate::ops::settings::SettingsOp;
use crate::ops::{Answer, Book, Op};

mod low;

const LONG: &str = "云坪镇石桥中心学校附设老鹰岩教学点一二三年级复式班";

fn press(key: Key) -> KeyPress {
    KeyPress { key, modifiers: Modifiers::empty(), in_field: false }
}

fn sign(sign: &str) -> KeyPress {
    press(Key::Character(sign.into()))
}

/// Sends a message, runs what follows and hands the answers back.
fn act(screen: &mut Promotion, message: Message, book: &mut Book, context: &Context) -> Vec<Effect> {
    let mut rest = Vec::new();
    for effect in screen.update(message, context) {
        match effect {
            Effect::Load(query) => rest.extend(screen.answered(book.load(&query).unwrap(), context)),
            Effect::Run(op) => match book.run(&op, &mut Silent) {
                Ok(outcome) => rest.extend(screen.done(&op, &outcome.value, context)),
                Err(error) => panic!("{error}"),
            },
            other => rest.push(other),
        }
    }
    rest
}

fn key(screen: &mut Promotion, press: &KeyPress, book: &mut Book, context: &Context) -> Vec<Effect> {
    let message = screen.key(press, context).unwrap();
    act(screen, message, book, context)
}

/// Two classes of thirty, one of them leaving, and one with everything at its longest.
fn opened() -> (tempfile::TempDir, Book, Promotion, Context) {
    let (folder, mut book) = book();
    fill(&mut book, 60);
    let context = context(Language::Chinese, SIZES[0]);
    let long = crate::ops::roster::NewClass {
        label: LONG.into(),
        teacher: Some("欧阳若兰·阿依古丽·买买提江·吐尔逊".into()),
        on: None,
    };
    book.add_class(&long).unwrap();
    let new = NewPupil { name: "韦小满".into(), class: LONG.into(), ..NewPupil::default() };
    book.add_pupil(&new).unwrap();
    let mut screen = Promotion::default();
    load(&mut screen, &mut book, &context);
    (folder, book, screen, context)
}

fn labels(screen: &Promotion) -> Vec<(String, usize)> {
    let data = screen.data.as_ref().unwrap();
    data.new.iter().map(|class| (class.class.clone(), class.coming)).collect()
}

#[test]
fn classes_go_up_stay_leave_merge_and_split_by_keys() {
    let (_folder, mut book, mut screen, context) = opened();
    let first = screen.class.unwrap();
    assert_eq!(labels(&screen), [("四年级(1)班".into(), 20), (LONG.into(), 1)]);
    assert_eq!(screen.data.as_ref().unwrap().leaving, 40);
    assert_eq!(screen.target, "四年级(1)班");
    picture(&screen, &context, "promotion");
    assert_nothing_cut(&screen, "classes");
    assert_tab_reaches_all(&screen, "classes");

    key(&mut screen, &sign("2"), &mut book, &context);
    assert_eq!(screen.request.choices.classes.get(&first), Some(&ClassFate::Stay));
    assert_eq!(labels(&screen)[0].0, "三年级(1)班");
    key(&mut screen, &sign("3"), &mut book, &context);
    assert_eq!(screen.data.as_ref().unwrap().leaving, 60);
    key(&mut screen, &sign("1"), &mut book, &context);
    assert!(screen.request.choices.classes.is_empty());

    assert_eq!(key(&mut screen, &sign("e"), &mut book, &context), [Effect::Focus("target".into())]);
    act(&mut screen, Message::Target("四（1）班＋四（2）班".into()), &mut book, &context);
    act(&mut screen, Message::ApplyTarget, &mut book, &context);
    assert_eq!(labels(&screen)[..2], [("四（1）班".into(), 10), ("四（2）班".into(), 10)]);
    assert_nothing_cut(&screen, "split");
    // What was typed for one class counts when another is chosen.
    act(&mut screen, Message::Target("四（9）班".into()), &mut book, &context);
    key(&mut screen, &press(Key::Named(Named::ArrowDown)), &mut book, &context);
    assert_eq!(labels(&screen)[0], ("四（9）班".into(), 20));
    assert_ne!(screen.class, Some(first));
    assert_eq!(screen.target, "", "the ninth grade leaves");
    key(&mut screen, &sign("1"), &mut book, &context);
    assert_eq!(screen.data.as_ref().unwrap().leaving, 0);
    act(&mut screen, Message::Choose(Choice::System(-1)), &mut book, &context);
    assert!(screen.request.system.is_some());
    act(&mut screen, Message::Choose(Choice::Teachers), &mut book, &context);
    act(&mut screen, Message::Choose(Choice::Seats), &mut book, &context);
    assert!(screen.request.choices.new_teachers && screen.request.choices.keep_seats);
    assert!(screen.unsaved(&context).is_some());
}

#[test]
fn pupils_are_held_back_moved_and_sent_away() {
    let (_folder, mut book, mut screen, context) = opened();
    let effects = key(&mut screen, &press(Key::Named(Named::Enter)), &mut book, &context);
    let pupil = screen.pupil.unwrap();
    assert_eq!(effects, [Effect::Focus(pupil_id(pupil).into())]);
    assert_eq!(screen.found().len(), 20);
    assert_nothing_cut(&screen, "pupils");
    assert_tab_reaches_all(&screen, "pupils");
    picture(&screen, &context, "promotion-pupils");
    key(&mut screen, &sign("2"), &mut book, &context);
    assert_eq!(screen.request.choices.pupils.get(&pupil), Some(&PupilFate::HeldBack));
    assert_eq!(labels(&screen)[0], ("三年级(1)班".into(), 1));
    key(&mut screen, &sign("3"), &mut book, &context);
    assert_eq!(screen.chosen_pupil().unwrap().to, None);
    act(&mut screen, Message::Target("五年级".into()), &mut book, &context);
    act(&mut screen, Message::ApplyTarget, &mut book, &context);
    assert_eq!(screen.chosen_pupil().unwrap().to.as_deref(), Some("五年级"));
    let typed = Message::Target("五年级（2）".into());
    assert_eq!(committed(&screen, "target", "（2）"), [Message::At(Spot::Target), typed]);
    assert_eq!(committed(&screen, "find", "覃"), [Message::At(Spot::Find), Message::Find("覃".into())]);
    act(&mut screen, Message::Find("不存在".into()), &mut book, &context);
    assert!(screen.found().is_empty());
    assert_nothing_cut(&screen, "nobody found");
    act(&mut screen, Message::Find("qyz".into()), &mut book, &context);
    assert!(!screen.found().is_empty());
    key(&mut screen, &press(Key::Named(Named::ArrowDown)), &mut book, &context);
    assert_eq!(screen.escape(), Some(Message::Back));
    let effects = act(&mut screen, Message::Back, &mut book, &context);
    assert_eq!(effects, [Effect::Focus(class_id(screen.class.unwrap()).into())]);
    assert_eq!(act(&mut screen, Message::Back, &mut book, &context), [Effect::Go(Route::roster())]);
}

#[test]
fn the_school_goes_up_with_one_key_and_back_again() {
    let (_folder, mut book, mut screen, context) = opened();
    let enter = KeyPress { key: Key::Named(Named::Enter), modifiers: Modifiers::CTRL, in_field: false };
    let message = screen.key(&enter, &context).unwrap();
    let effects = screen.update(message, &context);
    let [Effect::Run(op)] = &effects[..] else { panic!("{effects:?}") };
    assert!(matches!(op, Op::Roster(RosterOp::Promote(request)) if request.to_year == Some(2027)));
    let mut working = context.clone();
    working.work = Some(Work { stage: Stage::Saving, done: 3, total: 9 });
    assert_nothing_cut(&screen, "writing");
    picture(&screen, &working, "promotion-writing");
    assert!(screen.unsaved(&context).is_some());
    assert_eq!(screen.escape(), Some(Message::Stop));
    let outcome = book.run(op, &mut Silent).unwrap();
    assert_eq!(screen.done(op, &outcome.value, &context), [Effect::Focus("roster".into())]);
    assert_nothing_cut(&screen, "done");
    assert_tab_reaches_all(&screen, "done");
    picture(&screen, &context, "promotion-done");
    let terms = screen.terms.clone();
    for (at, field, last) in [
        (0, "autumn-first", false),
        (0, "autumn-last", true),
        (1, "spring-first", false),
        (1, "spring-last", true),
    ] {
        screen.update(Message::Term(at, last, String::new()), &context);
        let typed = Message::Term(at, last, "2028-01-14".into());
        assert_eq!(committed(&screen, field, "20280114"), [typed], "{field}");
    }
    screen.terms = terms;
    screen.update(Message::Term(0, true, "2027-0".into()), &context);
    assert!(screen.update(Message::SetTerms, &context).is_empty(), "not a day yet");
    assert_nothing_cut(&screen, "a wrong day");
    screen.update(Message::Term(0, true, "2028-01-14".into()), &context);
    let terms = screen.update(Message::SetTerms, &context);
    assert_eq!(terms.len(), 2);
    for effect in terms {
        let Effect::Run(op) = effect else { panic!() };
        assert!(matches!(op, Op::Settings(SettingsOp::Term(_))));
        book.run(&op, &mut Silent).unwrap();
        screen.done(&op, &Answer::Done, &context);
    }
    assert_nothing_cut(&screen, "terms set");
    let State::Done(promoted) = &screen.state else { panic!() };
    assert!(promoted.terms_set && promoted.terms[0].last.to_string() == "2028-01-14");
    let asked = screen.update(Message::UndoAll, &context);
    let [Effect::Ask(Dialog::Confirm { op, text, .. })] = &asked[..] else { panic!("{asked:?}") };
    assert!(text.starts_with("升入 2027-2028 学年，"), "{text}");
    let undone = book.run(op, &mut Silent).unwrap().value;
    let effects = screen.done(op, &undone, &context);
    assert!(matches!(&effects[..], [Effect::Load(crate::ops::Query::Promotion(_))]));
}

#[test]
fn a_class_is_named_in_any_spelling_and_what_tells_none_is_asked_about() {
    let (_folder, mut book, mut screen, context) = opened();
    let classes = |screen: &Promotion| screen.data.as_ref().unwrap().new.len();
    let before = classes(&screen);
    let next = screen.line().unwrap().to.join("");
    let told = ClassLabel::parse(&next, 2027).unwrap();
    let digits = format!("{}{}", told.grade.unwrap(), told.class_no.unwrap_or(1));
    screen.update(Message::Target(digits.clone()), &context);
    for effect in screen.update(Message::ApplyTarget, &context) {
        let Effect::Load(query) = effect else { panic!("{effect:?}") };
        screen.answered(book.load(&query).unwrap(), &context);
    }
    assert_eq!((classes(&screen), ClassLabel::parse(&screen.target, 2027)), (before, Some(told)), "{digits}");
    screen.update(Message::Target("乒乓".into()), &context);
    assert_eq!(screen.update(Message::ApplyTarget, &context), [Effect::Focus("target".into())]);
    assert_nothing_cut(&screen, "an unknown class");
    picture(&screen, &context, "promotion-unknown");
    assert_eq!(screen.update(Message::Move(1, true), &context), [Effect::Focus("target".into())].to_vec());
    assert!(matches!(&screen.update(Message::ApplyTarget, &context)[..], [Effect::Load(_)]), "yes");
}

#[test]
fn where_there_is_nobody_the_way_back_is_shown() {
    let (_folder, mut book) = book();
    let context = context(Language::Chinese, SIZES[0]);
    let mut screen = Promotion::default();
    for query in screen.queries(&context) {
        let error = book.load(&query).unwrap_err().explain(&context.tr);
        assert_eq!(screen.unanswered(&query, &error, &context), Some(vec![Effect::Focus("back".into())]));
    }
    assert_nothing_cut(&screen, "nobody");
    assert_tab_reaches_all(&screen, "nobody");
    picture(&screen, &context, "promotion-nobody");
    assert_eq!(screen.key(&sign("1"), &context), None);
}
