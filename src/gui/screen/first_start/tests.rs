use std::path::PathBuf;

use iced::keyboard::{Key, Modifiers, key::Named};

use super::*;
use crate::domain::calendar::{Season, Term};
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick, Preference};
use crate::gui::route::Route;
use crate::gui::screen::bench::{self, SIZES, context};
use crate::gui::screen::help::Topic;
use crate::gui::screen::{KeyPress, Screen};
use crate::gui::widget::stage::Stage;
use crate::i18n::Explanation;
use crate::ops::place::{Caution, PlaceKind, Presence};
use crate::ops::{Answer, Op, Query};

const HOME: &str = "/home/wang/.local/share/chenjian";

fn settings(first_step: Option<FirstStep>) -> SettingsView {
    let day = |text: &str| text.parse().unwrap();
    SettingsView {
        school: String::new(),
        phone: None,
        principal: None,
        operator: String::new(),
        terms: vec![
            Term { season: Season::Autumn, first: day("2026-09-01"), last: day("2027-01-22") },
            Term { season: Season::Spring, first: day("2027-02-24"), last: day("2027-07-10") },
        ],
        terms_set: false,
        exceptions: Vec::new(),
        folder: HOME.into(),
        backup_place: None,
        backup_place_there: false,
        backups: Vec::new(),
        checks: Vec::new(),
        countings: Vec::new(),
        deadlines: Vec::new(),
        editions: Vec::new(),
        home: crate::ops::home::HomeSettings::default(),
        first_step,
        system: Some("nine-year".into()),
        systems: vec![crate::ops::promotion::SystemChoice {
            id: "nine-year".into(),
            name: "九年一贯制（六三学制）".into(),
        }],
    }
}

fn place(folder: &str, kind: PlaceKind, caution: Option<Caution>) -> Candidate {
    Candidate {
        folder: folder.into(),
        kind,
        free: Some(42_600_000_000),
        caution,
        holds_book: false,
        recommended: false,
    }
}

fn places() -> Vec<Candidate> {
    let book = Candidate { holds_book: true, ..place("F:\\旧的", PlaceKind::Drive, None) };
    vec![
        Candidate { recommended: true, ..place("D:\\晨检簿", PlaceKind::Drive, None) },
        place(HOME, PlaceKind::User, Some(Caution::RestoreCard)),
        place("/media/wang/很长的盘名很长的盘名/晨检簿", PlaceKind::Drive, Some(Caution::Stick)),
        book,
    ]
}

fn trial(folder: &str, fault: Option<Explanation>) -> Answer {
    found(folder, fault, Presence::There)
}

fn found(folder: &str, fault: Option<Explanation>, presence: Presence) -> Answer {
    let folder = folder.into();
    let trial = Trial { folder, free: Some(1), caution: None, holds_book: false, presence, fault };
    Answer::PlaceTried(Box::new(trial))
}

fn fault() -> Explanation {
    Explanation::new("denied", "不能写入".into(), "什么也没有改动".into(), "请换一个文件夹".into())
}

fn chinese() -> Context {
    context(Language::Chinese, SIZES[0])
}

/// The first start at a question, with the folders known.
fn at(step: FirstStep) -> FirstStart {
    let context = chinese();
    let mut first = FirstStart::new();
    first.answered(Answer::Settings(Box::new(settings(Some(step)))), &context);
    first.answered(Answer::Places(places()), &context);
    first
}

/// Says that everything asked for so far is saved, and what was saved.
fn save_all(first: &mut FirstStart, mut effects: Vec<Effect>) -> (Vec<SettingsOp>, Vec<Effect>) {
    let mut saved = Vec::new();
    while let [Effect::Run(op @ Op::Settings(set))] = effects.as_slice() {
        saved.push(set.clone());
        let op = op.clone();
        effects = first.done(&op, &Answer::Done, &chinese());
    }
    (saved, effects)
}

#[test]
fn it_goes_on_where_the_book_says() {
    let mut first = FirstStart::new();
    let effects = first.answered(Answer::Settings(Box::new(settings(Some(FirstStep::Terms)))), &chinese());
    assert_eq!(effects, [Effect::Focus("autumn-first".into())]);
    assert_eq!((first.step, first.reached), (FirstStep::Terms, FirstStep::Terms));
    assert_eq!(first.answers.days(Season::Autumn).0, "2026-09-01");
}

#[test]
fn an_answer_is_saved_with_its_place_before_the_next_question() {
    let context = chinese();
    let mut first = at(FirstStep::Identity);
    let effects = first.update(Message::Next, &context);
    assert_eq!(effects, [Effect::Focus("operator".into())]);
    assert!(first.wrong.is_some());
    first.update(Message::Typed(Field::Operator, " 王秀兰 ".into()), &context);
    assert_eq!(first.wrong, None, "typing takes the complaint away");
    let effects = first.update(Message::Next, &context);
    assert_eq!(first.update(Message::Next, &context), [], "twice is once");
    let (saved, then) = save_all(&mut first, effects);
    let expected = [SettingsOp::Operator("王秀兰".into()), SettingsOp::FirstStep(Some(FirstStep::School))];
    assert_eq!(saved, expected);
    assert_eq!(then, [Effect::Focus("school".into())]);
    assert_eq!(first.step, FirstStep::School);
}

#[test]
fn an_answered_question_opens_again_and_nothing_is_lost() {
    let context = chinese();
    let mut first = at(FirstStep::Terms);
    first.update(Message::Open(FirstStep::School), &context);
    assert_eq!(first.step, FirstStep::School);
    assert_eq!(first.update(Message::Open(FirstStep::Roster), &context), [], "not before its turn");
    first.update(Message::Typed(Field::School, "石桥学校".into()), &context);
    let effects = first.update(Message::Next, &context);
    let (saved, _) = save_all(&mut first, effects);
    assert_eq!(saved.last(), Some(&SettingsOp::FirstStep(Some(FirstStep::Terms))), "as far as before");
    assert_eq!(first.step, FirstStep::Place);
    first.update(Message::Back, &context);
    assert_eq!(first.step, FirstStep::School);
}

#[test]
fn another_folder_is_tried_then_opened_and_filled_with_the_answers() {
    let context = chinese();
    let mut first = at(FirstStep::Place);
    first.answers.operator = "王秀兰".into();
    first.answers.school = "石桥学校".into();
    assert_eq!(first.place, Place::Proposed("D:\\晨检簿".into()), "the recommended one is chosen");
    let ask = first.update(Message::Next, &context);
    assert_eq!(ask, [Effect::Load(Query::TryPlace("D:\\晨检簿".into()))]);
    let open = first.answered(trial("D:\\晨检簿", None), &context);
    assert_eq!(open, [Effect::OpenBook("D:\\晨检簿".into())]);
    let new = SettingsView { folder: "D:\\晨检簿".into(), ..settings(Some(FirstStep::Identity)) };
    let effects = first.answered(Answer::Settings(Box::new(new)), &context);
    let (saved, _) = save_all(&mut first, effects);
    assert_eq!(
        saved,
        [
            SettingsOp::Operator("王秀兰".into()),
            SettingsOp::School { name: "石桥学校".into(), phone: None, principal: None },
            SettingsOp::BackupPlace(None),
            SettingsOp::FirstStep(Some(FirstStep::Terms)),
            SettingsOp::LeaveBehind(HOME.into()),
        ]
    );
    assert_eq!(first.step, FirstStep::Terms);
}

#[test]
fn a_book_that_was_in_use_is_opened_as_it_is() {
    let context = chinese();
    let mut first = at(FirstStep::Place);
    first.answers.operator = "王秀兰".into();
    first.update(Message::Choose("F:\\旧的".into()), &context);
    first.answered(trial("F:\\旧的", None), &context);
    assert_eq!(first.update(Message::Next, &context), [Effect::OpenBook("F:\\旧的".into())]);
    let used = SettingsView { folder: "F:\\旧的".into(), school: "石桥学校".into(), ..settings(None) };
    let effects = first.answered(Answer::Settings(Box::new(used)), &context);
    let (saved, then) = save_all(&mut first, effects);
    let left = SettingsOp::LeaveBehind(HOME.into());
    assert_eq!(saved, [SettingsOp::Operator("王秀兰".into()), left], "nothing of it is overwritten");
    assert_eq!(then, [Effect::Go(Route::Today(context.now.date(), None))]);
}

#[test]
fn a_folder_that_cannot_be_used_is_said_under_the_field() {
    let context = chinese();
    let mut first = at(FirstStep::Place);
    first.update(Message::ChooseOther, &context);
    first.update(Message::Next, &context);
    assert_eq!(first.wrong.as_ref().map(|(field, _)| *field), Some(Field::Folder), "none was typed");
    first.update(Message::Typed(Field::Folder, " \"/root/no\" ".into()), &context);
    let ask = first.update(Message::Next, &context);
    assert_eq!(ask, [Effect::Load(Query::TryPlace("/root/no".into()))]);
    let effects = first.answered(trial("/root/no", Some(fault())), &context);
    assert_eq!(effects, [Effect::Focus("folder".into())]);
    assert_eq!(first.wrong, Some((Field::Folder, "不能写入".into())));
    // The second place is tried as well, and may not lie in the first.
    first.update(Message::Choose(HOME.into()), &context);
    first.answered(trial(HOME, None), &context);
    let second = format!("{HOME}/backup");
    first.update(Message::Typed(Field::Second, second.clone()), &context);
    first.update(Message::Next, &context);
    first.answered(trial(&second, None), &context);
    assert_eq!(first.wrong.as_ref().map(|(field, _)| *field), Some(Field::Second));
    // One that is not there may be mistyped: it is said, and counts when the same answer is given again.
    for presence in [Presence::New, Presence::Away] {
        let other = format!("/media/{presence:?}/backup");
        first.update(Message::Typed(Field::Second, other.clone()), &context);
        first.update(Message::Next, &context);
        assert_eq!(first.answered(found(&other, None, presence), &context), [Effect::Focus("second".into())]);
        assert_eq!(first.wrong.as_ref().map(|(field, _)| *field), Some(Field::Second));
        bench::everywhere(&first, bench::bare::<FirstStart>, "not there", |stage, _, what| {
            bench::no_text_is_cut(stage, &[], what);
        });
        assert!(first.saving.is_empty());
    }
    let again = first.update(Message::Next, &context);
    let [Effect::Run(Op::Settings(SettingsOp::BackupPlace(Some(place))))] = &again[..] else {
        panic!("{again:?}")
    };
    assert_eq!(place, std::path::Path::new("/media/Away/backup"));
    first.refused(&Op::Settings(SettingsOp::BackupPlace(None)), &fault(), &context);
    assert_eq!(first.wrong, Some((Field::Second, "不能写入".into())));
    let effects = first.update(Message::Skip, &context);
    let (saved, _) = save_all(&mut first, effects);
    assert_eq!(saved[0], SettingsOp::BackupPlace(None));
    assert_eq!(first.step, FirstStep::Terms);
}

#[test]
fn wrong_days_are_said_and_a_refusal_stops_the_rest() {
    let context = chinese();
    let mut first = at(FirstStep::Terms);
    first.update(Message::Typed(Field::Last(Season::Autumn), "2026-08-01".into()), &context);
    assert_eq!(first.update(Message::Next, &context), [Effect::Focus("autumn-last".into())]);
    first.update(Message::Typed(Field::Last(Season::Autumn), "2027-01".into()), &context);
    assert_eq!(first.update(Message::Next, &context), [Effect::Focus("autumn-last".into())]);
    first.update(Message::Typed(Field::Last(Season::Autumn), "2027-03-22".into()), &context);
    let effects = first.update(Message::Next, &context);
    let [Effect::Run(op)] = effects.as_slice() else { panic!("{effects:?}") };
    let effects = first.refused(op, &fault(), &context).unwrap();
    assert_eq!(effects, [Effect::Focus("autumn-last".into())]);
    assert!(first.saving.is_empty() && first.step == FirstStep::Terms);
}

#[test]
fn the_roster_is_imported_or_left_for_later() {
    let context = chinese();
    let mut first = at(FirstStep::Roster);
    assert_eq!(first.update(Message::Pick(Field::Roster), &context), [Effect::Pick(Pick::RosterFile)]);
    first.picked("/tmp/名册.xlsx".into(), &context);
    let effects = first.update(Message::Next, &context);
    let (saved, then) = save_all(&mut first, effects);
    assert_eq!(saved, [SettingsOp::FirstStep(None)]);
    assert_eq!(then, [Effect::Go(Route::Import("/tmp/名册.xlsx".into()))]);
    let mut first = at(FirstStep::Roster);
    let effects = first.update(Message::Skip, &context);
    let (_, then) = save_all(&mut first, effects);
    assert_eq!(then, [Effect::Go(Route::Today(context.now.date(), None))]);
}

#[test]
fn keys_go_on_and_back() {
    let context = chinese();
    let first = at(FirstStep::Place);
    let press = |key, modifiers, in_field| KeyPress { key, modifiers, in_field };
    let key = |press: KeyPress| first.key(&press, &context);
    assert_eq!(key(press(Key::Named(Named::Enter), Modifiers::empty(), true)), Some(Message::Next));
    assert_eq!(key(press(Key::Named(Named::ArrowLeft), Modifiers::ALT, true)), Some(Message::Back));
    assert_eq!(key(press(Key::Named(Named::F1), Modifiers::empty(), true)), Some(Message::Help));
    let o = Key::Character("o".into());
    assert_eq!(key(press(o.clone(), Modifiers::empty(), false)), Some(Message::Pick(Field::Folder)));
    assert_eq!(key(press(o, Modifiers::empty(), true)), None, "a letter in a field is its own");
    let mut first = at(FirstStep::Place);
    let help = first.update(Message::Help, &context);
    assert_eq!(help, [Effect::Go(Route::Help(Topic::Backups))]);
    let english = first.update(Message::Language(Language::English), &context);
    assert_eq!(english, [Effect::Prefer(Preference::Language(Language::English))]);
}

/// Every question, empty and with the longest answers.
fn all() -> Vec<FirstStart> {
    let mut shown = Vec::new();
    for step in FirstStep::ALL {
        shown.push(at(step));
        let mut long = at(step);
        long.reached = FirstStep::Roster;
        let name = "广西壮族自治区百色市靖西市云坪镇石桥村九年一贯制寄宿学校".to_owned();
        long.answers.school.clone_from(&name);
        long.answers.operator.clone_from(&name);
        long.place = Place::Other;
        long.answers.folder = format!("/media/{name}/{name}");
        long.answered(trial(&long.answers.folder.clone(), None), &chinese());
        let field = match step {
            FirstStep::Identity => Field::Operator,
            FirstStep::School => Field::School,
            FirstStep::Place => Field::Folder,
            FirstStep::Terms => Field::Last(Season::Autumn),
            FirstStep::Roster => Field::Roster,
        };
        long.wrong = Some((field, name));
        shown.push(long);
    }
    shown
}

#[test]
fn no_text_is_cut_and_tab_reaches_everything() {
    for first in all() {
        bench::everywhere(
            &first,
            bench::bare::<FirstStart>,
            &format!("{:?}", first.step),
            |stage, context, what| {
                bench::no_text_is_cut(stage, &[], what);
                bench::tab_reaches_all(stage, context, what);
            },
        );
    }
}

#[test]
fn every_field_takes_a_commit() {
    let context = chinese();
    let fields = [
        (FirstStep::Identity, vec![Field::Operator]),
        (FirstStep::School, vec![Field::School, Field::Phone, Field::Principal]),
        (FirstStep::Place, vec![Field::Folder, Field::Second]),
        (FirstStep::Terms, vec![]),
        (FirstStep::Roster, vec![Field::Roster]),
    ];
    for (step, fields) in fields {
        let mut first = at(step);
        first.place = Place::Other;
        let mut stage = Stage::new(first.view(&context).body, SIZES[0]);
        let ids: Vec<_> = stage.stops().into_iter().filter_map(|stop| stop.id).collect();
        let next: iced::advanced::widget::Id = "next".into();
        assert!(ids.contains(&next), "{ids:?}");
        assert_eq!(ids.contains(&"back".into()), step != FirstStep::Identity);
        for field in fields {
            use crate::gui::widget::focus::{Step, step};
            stage.operate::<()>(step(Step::To(field.id().into())));
            stage.commit("王小明");
            let typed = stage.messages();
            assert_eq!(typed, [Message::Typed(field, "王小明".into())]);
        }
    }
}

#[test]
fn pictures() {
    use crate::gui::theme::Theme;
    for (index, first) in all().iter().enumerate() {
        let context = context(Language::Chinese, (1024.0, 768.0));
        Stage::new(first.view(&context).body, (1024.0, 768.0)).picture(
            Theme::Light,
            1.0,
            &format!("first-{index}"),
        );
    }
    let first = at(FirstStep::Place);
    for (name, theme, language, size) in [
        ("dark", Theme::Dark, Language::Chinese, (1024.0, 768.0)),
        ("contrast", Theme::HighContrast, Language::English, (1024.0, 768.0)),
        ("narrow", Theme::Light, Language::Chinese, (510.0, 345.0)),
        ("middle", Theme::Light, Language::English, (816.0, 552.0)),
    ] {
        let context = context(language, size);
        Stage::new(first.view(&context).body, size).picture(theme, 1.0, &format!("first-{name}"));
    }
}

#[test]
fn a_path_is_taken_without_what_copying_adds() {
    assert_eq!(path("  \"D:\\晨 检\" "), Some(PathBuf::from("D:\\晨 检")));
    assert_eq!(path(" \"\" "), None);
}
