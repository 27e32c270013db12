//! Tests of the class sheet.

mod views;

use chrono::NaiveDate;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use uuid::Uuid;

use super::*;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::id::ClassId;
use crate::domain::session::Session;
use crate::domain::sheet::SheetState;
use crate::domain::symptom::SymptomCode;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::context;
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::Language;
use crate::ops::check::{CheckOp, GroupInfo, HandIn, Neighbour};
use crate::ops::{Answer, Op, Query};

const NAMES: [&str; 12] = [
    "黄思琪",
    "韦俊杰",
    "覃雅文",
    "陈浩然",
    "莫子轩",
    "李佳怡",
    "梁志强",
    "王晓敏",
    "吴雪梅",
    "翁小满",
    "曾乐怡",
    "欧阳若兰",
];

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn group(n: u128) -> Group {
    Group::Class(ClassId(Uuid::from_u128(n)))
}

fn key() -> SheetKey {
    SheetKey { group: group(8), date: today(), session: Session::Morning }
}

fn pupil(seat: u32) -> PersonId {
    PersonId(Uuid::from_u128(u128::from(seat)))
}

fn ill(symptoms: &[&str]) -> Finding {
    let symptoms = symptoms.iter().map(|code| SymptomCode::new(code)).collect();
    Finding { attendance: Attendance::Ill, symptoms, ..Finding::default() }
}

fn line(seat_no: u32, name: &str) -> SheetLine {
    SheetLine {
        person: pupil(seat_no),
        seat_no,
        name: name.to_owned(),
        finding: None,
        proposal: None,
        proposal_since: None,
        proposal_from: None,
        kept_apart: false,
        known: None,
        fever: false,
        class: None,
        back: None,
    }
}

fn view_of(names: impl IntoIterator<Item = impl AsRef<str>>) -> SheetView {
    let neighbour = |n: u128, short: &str| Some(Neighbour { group: group(n), short: short.into() });
    SheetView {
        key: key(),
        group: GroupInfo {
            group: group(8),
            label: "八年级(1)班".into(),
            short: "八（1）".into(),
            grade: Some(8),
            teacher: Some("陆建华".into()),
        },
        due: true,
        state: SheetState::Unchecked,
        draft: false,
        lines: names.into_iter().zip(1..).map(|(name, seat)| line(seat, name.as_ref())).collect(),
        previous: neighbour(7, "七（2）"),
        next: neighbour(9, "九（1）"),
        alerts: Vec::new(),
        checked_by: None,
        confirmed: None,
        handed_in_at: None,
        reported: false,
    }
}

fn load(sheet: &mut ClassSheet, view: &SheetView) -> Vec<Effect> {
    sheet.answered(Answer::Sheet(Box::new(view.clone())), &here())
}

/// The sheet of twelve; 韦俊杰 is proposed as ill since Friday.
fn sheet() -> ClassSheet {
    let mut view = view_of(NAMES);
    view.lines[1].proposal = Some(ill(&["fever", "cough"]));
    view.lines[1].proposal_from = NaiveDate::from_ymd_opt(2026, 11, 20);
    let mut sheet = ClassSheet::new(key());
    assert_eq!(load(&mut sheet, &view), [Effect::Focus(JUMP.into())]);
    sheet
}

fn find(sheet: &mut ClassSheet, text: &str) -> Vec<u32> {
    let _ = sheet.update(Message::Find(text.to_owned()), &here());
    let seat = |person: &PersonId| sheet.lines().iter().find(|l| l.person == *person).unwrap().seat_no;
    sheet.jump.matches.iter().map(seat).collect()
}

/// Presses a key as the rows hand it on.
fn press(sheet: &mut ClassSheet, key: impl Into<Key>) -> Vec<Effect> {
    let context = here();
    match RowKey::of(&key.into(), Modifiers::empty(), &context.rules) {
        Some(key) => sheet.update(Message::Key(key), &context),
        None => Vec::new(),
    }
}

fn type_keys(sheet: &mut ClassSheet, keys: &str) -> Vec<Effect> {
    keys.chars().flat_map(|c| press(sheet, Key::Character(c.to_string().into()))).collect()
}

/// The findings on their way to the disk.
fn recorded(effects: &[Effect]) -> Vec<(PersonId, Finding)> {
    let finding = |effect: &Effect| match effect {
        Effect::Run(Op::Check(CheckOp::Record { key: of, findings, .. })) => {
            assert_eq!(*of, key());
            findings.clone()
        }
        _ => Vec::new(),
    };
    effects.iter().flat_map(finding).collect()
}

fn on_row(seat: u32) -> ClassSheet {
    let mut sheet = sheet();
    let _ = sheet.update(Message::Enter(Some(pupil(seat))), &here());
    sheet
}

fn codes(finding: &Finding) -> Vec<&str> {
    finding.symptoms.iter().map(SymptomCode::as_str).collect()
}

#[test]
fn the_jump_field_finds_by_number_pinyin_and_name() {
    let mut sheet = sheet();
    assert_eq!(find(&mut sheet, "1"), [1, 10, 11, 12]);
    assert_eq!(find(&mut sheet, "１２"), [12]);
    assert_eq!(find(&mut sheet, "wx"), [8, 9, 10]);
    assert_eq!(find(&mut sheet, "wengxm"), [10]);
    assert_eq!(find(&mut sheet, "zl"), [11]);
    assert_eq!(find(&mut sheet, "cl"), [11], "the other reading of 曾");
    assert_eq!(find(&mut sheet, "王"), [8]);
    assert!(find(&mut sheet, "zzz").is_empty());
    assert!(find(&mut sheet, "  ").is_empty());
}

#[test]
fn the_best_match_is_marked_and_arrows_choose() {
    let mut sheet = sheet();
    let effects = sheet.update(Message::Find("wx".into()), &here());
    assert_eq!(effects, [Effect::Reveal(row_id(pupil(8)).into())]);
    assert_eq!(sheet.current, Some(pupil(8)));
    let _ = sheet.update(Message::Choose(1), &here());
    assert_eq!(sheet.current, Some(pupil(9)));
    let _ = sheet.update(Message::Choose(-1), &here());
    let _ = sheet.update(Message::Choose(-1), &here());
    assert_eq!(sheet.current, Some(pupil(10)), "it goes round");
    let effects = sheet.update(Message::Enter(None), &here());
    assert_eq!(effects, [Effect::Focus(ROWS.into()), Effect::Reveal(row_id(pupil(10)).into())]);
    assert_eq!(sheet.place, Place::Row);
    assert_eq!(press(&mut sheet, Named::Enter), [Effect::Focus(JUMP.into())]);
    assert_eq!((sheet.place, sheet.jump.text.as_str()), (Place::Jump, ""));
}

#[test]
fn letters_toggle_and_every_key_saves_the_whole_finding() {
    let mut sheet = on_row(6);
    let effects = type_keys(&mut sheet, "fk");
    let saved = recorded(&effects);
    assert_eq!(saved.len(), 2);
    assert_eq!((saved[1].0, codes(&saved[1].1)), (pupil(6), vec!["cough", "fever"]));
    assert!(sheet.view.as_ref().unwrap().draft);
    let saved = recorded(&type_keys(&mut sheet, "K"));
    assert_eq!(codes(&saved[0].1), ["fever"]);
    let saved = recorded(&type_keys(&mut sheet, "bs"));
    assert_eq!(saved[1].1.attendance, Attendance::Leave);
    assert!(recorded(&type_keys(&mut sheet, "grmuv")).is_empty());
    let saved = recorded(&type_keys(&mut sheet, "sf"));
    assert_eq!(saved[1].1, Finding::default(), "nothing is left");
    assert_eq!(sheet.line().unwrap().finding, None);
}

#[test]
fn digits_are_the_temperature_and_a_digit_never_means_two_things() {
    let mut sheet = on_row(6);
    assert!(recorded(&type_keys(&mut sheet, "38")).is_empty());
    assert_eq!(sheet.typed, "38");
    let saved = recorded(&type_keys(&mut sheet, "2"));
    assert_eq!(saved[0].1.temperature, Temperature::new(382, Site::Axillary));
    assert!(sheet.line().unwrap().fever);
    assert_eq!(sheet.current, Some(pupil(6)), "the row stays");
    let saved = recorded(&type_keys(&mut sheet, "３７。５"));
    assert_eq!(saved[0].1.temperature, Temperature::new(375, Site::Axillary));
    let saved = recorded(&type_keys(&mut sheet, "38k"));
    assert_eq!(saved[0].1.temperature, Temperature::new(380, Site::Axillary), "a letter ends it");
    assert_eq!(codes(&saved[1].1), ["cough"]);
    let effects = type_keys(&mut sheet, "999");
    assert_eq!(effects, [Effect::Reveal(row_id(pupil(6)).into())]);
    assert_eq!(sheet.wrong, Some((pupil(6), "999".into())));
    let _ = type_keys(&mut sheet, "3");
    let _ = press(&mut sheet, Named::Backspace);
    assert_eq!(sheet.typed, "");
    let saved = recorded(&press(&mut sheet, Named::Backspace));
    assert_eq!(saved[0].1.temperature, None);
    let _ = sheet.update(Message::Escape, &here());
    assert!(find(&mut sheet, "38").is_empty(), "in the jump field they are a number");
}

#[test]
fn a_number_that_is_no_temperature_is_told_at_its_row_before_anything_is_confirmed() {
    let mut sheet = on_row(6);
    assert!(type_keys(&mut sheet, "22").is_empty());
    let effects = sheet.update(Message::Confirm, &here());
    assert_eq!(effects, [Effect::Reveal(row_id(pupil(6)).into())]);
    assert_eq!(sheet.wrong, Some((pupil(6), "22".into())));
    assert_eq!(sheet.current, Some(pupil(6)));
    let confirm = Effect::Run(Op::Check(CheckOp::Confirm(key())));
    assert_eq!(sheet.update(Message::Confirm, &here()), [confirm], "it was read");
    let _ = type_keys(&mut sheet, "55");
    let _ = press(&mut sheet, Named::ArrowDown);
    assert_eq!(sheet.current, Some(pupil(6)), "stays where it is told");
    let _ = type_keys(&mut sheet, "3");
    assert_eq!(sheet.wrong, None);
}

#[test]
fn what_finds_nobody_leaves_the_jump_field_with_the_focus() {
    let mut sheet = sheet();
    assert!(find(&mut sheet, "zzz").is_empty());
    let _ = sheet.update(Message::Arrived(Place::Row), &here());
    assert_eq!(sheet.jump.text, "");
    assert!(find(&mut sheet, "zzz").is_empty());
    let _ = sheet.update(Message::Enter(Some(pupil(3))), &here());
    assert_eq!((sheet.jump.text.as_str(), sheet.current), ("", Some(pupil(3))));
}

#[test]
fn enter_without_a_match_stays_in_the_field_and_marks_nobody() {
    let mut sheet = sheet();
    for typed in ["z", "zzzz", "k1 3 5-7", "99"] {
        let _ = sheet.update(Message::Find(typed.into()), &here());
    }
    assert!(sheet.update(Message::Enter(None), &here()).is_empty());
    assert_eq!((sheet.place, sheet.current), (Place::Jump, None), "half of it found somebody");
    assert!(recorded(&sheet.update(Message::Key(RowKey::Letter('k')), &here())).is_empty());
}

#[test]
fn zero_on_an_untouched_sheet_is_nil_and_nothing_on_another() {
    let mut clean = ClassSheet::new(key());
    let _ = load(&mut clean, &view_of(NAMES));
    let confirm = Effect::Run(Op::Check(CheckOp::Confirm(key())));
    assert_eq!(clean.update(Message::Find("0".into()), &here()), std::slice::from_ref(&confirm));
    let mut clean = ClassSheet::new(key());
    let _ = load(&mut clean, &view_of(NAMES));
    let key = Message::Key(RowKey::Digit('0'));
    assert_eq!(clean.update(key, &here()), [confirm], "before the focus has come");
    // With a proposal on it the sheet is looked at.
    let mut sheet = sheet();
    assert!(sheet.update(Message::Find("0".into()), &here()).is_empty());
    assert!(sheet.jump.finds_nobody());
}

#[test]
fn the_people_of_an_alert_are_opened_on_the_day_when_they_were_seen() {
    let mut sheet = sheet();
    let yesterday = SheetKey { date: today().pred_opt().unwrap(), ..key() };
    let effects = sheet.update(Message::Evidence(yesterday, pupil(8)), &here());
    assert_eq!(effects, [Effect::Go(Route::Sheet(yesterday))]);
    let _ = sheet.update(Message::Evidence(key(), pupil(8)), &here());
    assert_eq!((sheet.place, sheet.current), (Place::Row, Some(pupil(8))));
}

#[test]
fn a_site_once_chosen_holds_for_the_next() {
    let mut sheet = on_row(6);
    assert!(recorded(&sheet.update(Message::Site(Site::Forehead), &here())).is_empty());
    let saved = recorded(&type_keys(&mut sheet, "382"));
    assert_eq!(saved[0].1.temperature, Temperature::new(382, Site::Forehead));
    let saved = recorded(&sheet.update(Message::Site(Site::Ear), &here()));
    assert_eq!(saved[0].1.temperature, Temperature::new(382, Site::Ear));
}

#[test]
fn proposals_are_accepted_taken_over_or_turned_down() {
    let mut sheet = on_row(2);
    assert_eq!(sheet.counts(), (1, 1));
    let saved = recorded(&press(&mut sheet, Named::Space));
    assert_eq!(saved, [(pupil(2), ill(&["fever", "cough"]))]);
    assert!(recorded(&press(&mut sheet, Named::Space)).is_empty(), "once");
    let mut sheet = on_row(2);
    let saved = recorded(&type_keys(&mut sheet, "k"));
    assert_eq!(saved[0].1, ill(&["fever", "cough"]), "a proposed mark is recorded, never taken away");
    let saved = recorded(&type_keys(&mut sheet, "k"));
    assert_eq!(saved[0].1, ill(&["fever"]));
    let mut sheet = on_row(2);
    let saved = recorded(&press(&mut sheet, Named::Delete));
    assert_eq!(saved, [(pupil(2), Finding::default())]);
    assert_eq!(sheet.counts(), (0, 0));
    let mut sheet = on_row(3);
    assert!(press(&mut sheet, Named::Delete).is_empty());
    assert!(press(&mut sheet, Named::Space).is_empty());
    assert!(press(&mut sheet, Named::Backspace).is_empty());
}

#[test]
fn arrows_move_and_keep_what_was_typed() {
    let mut sheet = on_row(6);
    let _ = type_keys(&mut sheet, "38");
    let effects = press(&mut sheet, Named::ArrowDown);
    assert_eq!(recorded(&effects)[0].1.temperature, Temperature::new(380, Site::Axillary));
    assert_eq!(sheet.current, Some(pupil(7)));
    for (key, seat) in [(Named::End, 12), (Named::ArrowDown, 12), (Named::PageUp, 2), (Named::Home, 1)] {
        let _ = press(&mut sheet, key);
        assert_eq!(sheet.current, Some(pupil(seat)), "{key:?}");
    }
}

#[test]
fn what_is_typed_before_the_focus_arrives_goes_where_it_was_meant() {
    let mut sheet = sheet();
    let _ = find(&mut sheet, "6");
    let _ = sheet.update(Message::Enter(None), &here());
    let effects = sheet.update(Message::Find("6k".into()), &here());
    assert_eq!(recorded(&effects)[0].0, pupil(6));
    let _ = sheet.update(Message::Arrived(Place::Row), &here());
    let _ = press(&mut sheet, Named::Enter);
    let _ = type_keys(&mut sheet, "wx");
    assert_eq!((sheet.jump.text.as_str(), sheet.current), ("wx", Some(pupil(8))));
    let _ = press(&mut sheet, Named::Enter);
    assert_eq!(sheet.place, Place::Row);
    let _ = sheet.update(Message::Arrived(Place::Jump), &here());
    assert_eq!(find(&mut sheet, "7"), [7], "with the focus in the field a digit is a number");
}

#[test]
fn many_keys_in_one_go_mean_what_they_mean_one_by_one() {
    let mut sheet = sheet();
    let mut saved = Vec::new();
    let says = |text: &str| Message::Find(text.into());
    let go = || Message::Enter(None);
    // Pupil 6 has 38.2, pupil 7 coughs; the field is drawn anew only at the end.
    for message in
        [says("6"), go(), says("63"), says("638"), says("6382"), go(), says("63827"), go(), says("63827k")]
    {
        saved.extend(recorded(&sheet.update(message, &here())));
    }
    assert_eq!(saved.len(), 2, "{saved:?}");
    assert_eq!((saved[0].0, saved[0].1.temperature), (pupil(6), Temperature::new(382, Site::Axillary)));
    assert_eq!((saved[1].0, codes(&saved[1].1)), (pupil(7), vec!["cough"]));
    // Drawn in between: the field shows 7 again, and the same letter takes the mark away.
    let saved = recorded(&sheet.update(says("7k"), &here()));
    assert_eq!((saved[0].0, saved[0].1.is_empty()), (pupil(7), true));
    let _ = sheet.update(go(), &here());
    assert_eq!((sheet.place, sheet.jump.text.as_str()), (Place::Jump, ""));
    assert_eq!(find(&mut sheet, "7"), [7]);
    assert_eq!(find(&mut sheet, "71"), Vec::<u32>::new());
}

#[test]
fn an_answer_older_than_what_was_typed_changes_no_finding() {
    let mut sheet = on_row(6);
    let old = view_of(NAMES);
    let effects = type_keys(&mut sheet, "kf");
    let ops: Vec<Op> = effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::Run(op) => Some(op.clone()),
            _ => None,
        })
        .collect();
    let _ = load(&mut sheet, &old);
    assert_eq!(codes(sheet.line().unwrap().finding.as_ref().unwrap()), ["cough", "fever"]);
    assert!(sheet.done(&ops[0], &Answer::Done, &here()).is_empty());
    let saved = sheet.done(&ops[1], &Answer::Done, &here());
    assert_eq!(saved, [Effect::Notify(here().tr.sheet_draft_saved())]);
    let _ = load(&mut sheet, &old);
    assert_eq!(sheet.line().unwrap().finding, None, "now the disk is right");
}

#[test]
fn confirming_goes_on_to_the_next_unchecked_class() {
    let mut sheet = on_row(6);
    let _ = type_keys(&mut sheet, "38");
    let effects = sheet.update(Message::Confirm, &here());
    let confirm = Op::Check(CheckOp::Confirm(key()));
    assert_eq!(recorded(&effects).len(), 1, "the temperature is kept");
    assert_eq!(effects.last(), Some(&Effect::Run(confirm.clone())));
    let next = Effect::Load(Query::Today(today(), Some(Session::Morning)));
    let answer = Answer::Confirmed(key(), SheetState::Exceptions);
    assert_eq!(sheet.done(&confirm, &answer, &here()), std::slice::from_ref(&next));
    // A confirmed sheet is not confirmed again.
    let mut view = view_of(NAMES);
    view.state = SheetState::Nil;
    view.confirmed = Some(("王秀兰".into(), here().now));
    let mut sheet = ClassSheet::new(key());
    let _ = load(&mut sheet, &view);
    assert_eq!(sheet.update(Message::Confirm, &here()), [next]);
    let _ = sheet.update(Message::Enter(Some(pupil(3))), &here());
    let op = type_keys(&mut sheet, "k");
    let [Effect::Run(op)] = op.as_slice() else { panic!("{op:?}") };
    assert_eq!(sheet.done(op, &Answer::Done, &here()), [Effect::Notify(here().tr.sheet_correction_saved())]);
}

#[test]
fn keys_that_no_part_took_mean_the_marked_row() {
    let sheet = on_row(6);
    let press = |key: Key, modifiers, in_field| sheet.key(&KeyPress { key, modifiers, in_field }, &here());
    let letter = |c: &str| Key::Character(c.into());
    assert_eq!(press(letter("k"), Modifiers::empty(), false), Some(Message::Key(RowKey::Letter('k'))));
    assert_eq!(press(letter("k"), Modifiers::empty(), true), None);
    assert_eq!(press(letter("z"), Modifiers::CTRL, false), None, "undo belongs to the window");
    assert_eq!(press(Named::Enter.into(), Modifiers::CTRL, true), Some(Message::Confirm));
}

#[test]
fn escape_goes_back_one_place_at_a_time() {
    let mut sheet = on_row(6);
    let _ = type_keys(&mut sheet, "3ii");
    assert_eq!(sheet.place, Place::Details);
    assert_eq!(
        sheet.update(Message::Escape, &here()),
        [Effect::Focus(ROWS.into()), Effect::Reveal(row_id(pupil(6)).into())]
    );
    assert_eq!(sheet.update(Message::Escape, &here()), [Effect::Focus(JUMP.into())]);
    let _ = find(&mut sheet, "wx");
    assert!(sheet.update(Message::Escape, &here()).is_empty());
    let route = Route::Today(today(), Some(Session::Morning));
    assert_eq!(sheet.update(Message::Escape, &here()), [Effect::Go(route)]);
}

#[test]
fn details_are_saved_as_they_are_typed() {
    let mut sheet = on_row(6);
    let effects = type_keys(&mut sheet, "i");
    assert_eq!(effects.last(), Some(&Effect::Focus(ONSET.into())));
    assert!(recorded(&sheet.update(Message::Onset("2026-11".into()), &here())).is_empty());
    let late = sheet.update(Message::Onset("2026-11-24".into()), &here());
    assert!(recorded(&late).is_empty(), "not after the day of the check");
    let _ = load(&mut sheet, &view_of(NAMES));
    assert_eq!(sheet.onset.as_deref(), Some("2026-11-24"), "a reload does not take it out of the field");
    assert!(recorded(&sheet.update(Message::Onset("2026-11-31".into()), &here())).is_empty(), "no such day");
    let _ = load(&mut sheet, &view_of(NAMES));
    assert_eq!(sheet.onset.as_deref(), Some("2026-11-31"));
    let long_ago = recorded(&sheet.update(Message::Onset("2016-11-22".into()), &here()));
    assert_eq!(long_ago[0].1.onset, NaiveDate::from_ymd_opt(2016, 11, 22), "doubtful, but not refused");
    let saved = recorded(&sheet.update(Message::Onset("2026-11-22".into()), &here()));
    assert_eq!(saved[0].1.onset, today().pred_opt());
    let note = Message::Detail(pupil(6), FindingEdit::Note("家长已来电".into()));
    let saved = recorded(&sheet.update(note, &here()));
    assert_eq!(saved[0].1.note.as_deref(), Some("家长已来电"));
    let sent = Message::Detail(pupil(6), FindingEdit::SentHome);
    assert!(recorded(&sheet.update(sent, &here()))[0].1.sent_home);
    let clear = Message::Onset(String::new());
    assert_eq!(recorded(&sheet.update(clear, &here()))[0].1.onset, None);
}

#[test]
fn a_click_on_attendance_goes_through_the_kinds() {
    use Attendance::{Ill, Late, Leave, Present, Unknown};
    let mut sheet = sheet();
    let click = Message::Edit(pupil(4), FindingEdit::NextAttendance);
    let kinds: Vec<Attendance> = (0..5)
        .flat_map(|_| recorded(&sheet.update(click.clone(), &here())))
        .map(|(_, finding)| finding.attendance)
        .collect();
    assert_eq!(kinds, [Ill, Leave, Late, Unknown, Present]);
    assert_eq!(sheet.place, Place::Row);
}

#[test]
fn the_keys_of_the_rules_leave_room_for_the_sheets_own() {
    let rules = here().rules;
    for (letter, meaning) in RowKey::OWN {
        assert!(rules.by_key(letter).is_none(), "{letter}");
        assert_eq!(meaning.sign(), Some(letter));
    }
}

#[test]
fn a_list_of_numbers_means_all_of_them() {
    let mut sheet = sheet();
    assert_eq!(find(&mut sheet, "1 2 5-7"), [1, 2, 5, 6, 7]);
    assert_eq!(find(&mut sheet, "３、１，11至12"), [1, 3, 11, 12]);
    assert_eq!(find(&mut sheet, "2 2 1-2"), [1, 2], "nobody twice");
    assert_eq!(find(&mut sheet, "5-"), [5], "the end is still to be typed");
    assert_eq!(sheet.jump.list, Some(Vec::new()));
    for (typed, nobody) in
        [("1 13 40-50", vec!["13", "40-50"]), ("9-5 1", vec!["9-5"]), ("1 2-3-4", vec!["2-3-4"])]
    {
        let _ = find(&mut sheet, typed);
        assert_eq!(sheet.jump.list.as_ref().unwrap(), &nobody, "{typed}");
        assert!(sheet.update(Message::Enter(None), &here()).is_empty(), "it is told which number nobody has");
        assert_eq!(sheet.place, Place::Jump);
    }
    assert!(find(&mut sheet, "wx 1").is_empty());
    assert_eq!(find(&mut sheet, "1 "), [1, 10, 11, 12], "one number");
    assert_eq!(sheet.jump.list, None);
}

#[test]
fn marks_of_a_list_are_set_in_one_act_and_taken_away_only_where_all_have_them() {
    let mut sheet = on_row(5);
    let _ = type_keys(&mut sheet, "k382");
    let _ = press(&mut sheet, Named::Enter);
    let _ = find(&mut sheet, "4-6");
    let effects = sheet.update(Message::Enter(None), &here());
    assert_eq!(effects, [Effect::Focus(ROWS.into()), Effect::Reveal(row_id(pupil(4)).into())]);
    let saved = type_keys(&mut sheet, "b");
    assert_eq!(saved.len(), 1, "one act, so one undo");
    assert_eq!(recorded(&saved).len(), 3);
    let saved = recorded(&type_keys(&mut sheet, "k"));
    let seats: Vec<_> = saved.iter().map(|(person, _)| *person).collect();
    assert_eq!(seats, [pupil(4), pupil(6)], "number 5 coughs already");
    assert_eq!(sheet.lines()[4].finding.as_ref().unwrap().temperature, Temperature::new(382, Site::Axillary));
    assert_eq!(recorded(&type_keys(&mut sheet, "k")).len(), 3, "all have it: away");
    assert!(matches!(type_keys(&mut sheet, "3").as_slice(), [Effect::Notify(_)]), "one by one");
    assert_eq!(sheet.typed, "");
    let _ = press(&mut sheet, Named::ArrowDown);
    assert_eq!(recorded(&type_keys(&mut sheet, "f")).len(), 1, "an arrow ends it");
}

#[test]
fn a_key_repeats_the_marks_of_the_last_and_nothing_that_was_measured() {
    let mut sheet = on_row(4);
    assert!(matches!(type_keys(&mut sheet, "r").as_slice(), [Effect::Notify(_)]));
    let _ = type_keys(&mut sheet, "bfk382");
    let _ = press(&mut sheet, Named::ArrowDown);
    let saved = recorded(&type_keys(&mut sheet, "r"));
    assert_eq!(saved, [(pupil(5), ill(&["cough", "fever"]))]);
    let _ = press(&mut sheet, Named::Enter);
    let _ = find(&mut sheet, "8,10");
    let _ = sheet.update(Message::Enter(None), &here());
    let saved = recorded(&type_keys(&mut sheet, "r"));
    assert_eq!(saved, [(pupil(8), ill(&["cough", "fever"])), (pupil(10), ill(&["cough", "fever"]))]);
}

#[test]
fn a_reported_sheet_asks_once_why_it_is_changed() {
    let mut view = view_of(NAMES);
    view.confirmed = Some(("王秀兰".into(), today().and_hms_opt(8, 5, 0).unwrap()));
    view.state = SheetState::Nil;
    view.reported = true;
    let mut sheet = ClassSheet::new(key());
    let _ = load(&mut sheet, &view);
    let _ = sheet.update(Message::Enter(Some(pupil(3))), &here());
    let asked = type_keys(&mut sheet, "b");
    let findings = vec![(pupil(3), ill(&[]))];
    let op = CheckOp::Record { key: key(), findings: findings.clone(), reason: None };
    assert_eq!(asked, [Effect::Ask(crate::gui::dialog::Dialog::reason(Op::Check(op)))]);
    assert_eq!(sheet.line().unwrap().finding, None, "nothing is changed yet");
    let op = Op::Check(CheckOp::Record { key: key(), findings, reason: Some("家长来电".into()) });
    assert_eq!(sheet.done(&op, &Answer::Done, &here()), [Effect::Focus(ROWS.into())]);
    let effects = type_keys(&mut sheet, "k");
    assert!(
        matches!(&effects[..], [Effect::Run(Op::Check(CheckOp::Record { reason: Some(why), .. }))] if why == "家长来电")
    );
}

#[test]
fn who_checked_and_when_it_came_in_are_typed_without_the_mouse() {
    let context = here();
    let yesterday = today().pred_opt().unwrap();
    for (typed, wanted) in [
        ("8:10", Some((today(), 8, 10))),
        ("０８１０", Some((today(), 8, 10))),
        ("2026-11-22 16.05", Some((yesterday, 16, 5))),
        ("20261122 905", Some((yesterday, 9, 5))),
        ("25:00", None),
        ("8", None),
        ("昨天 8:10", None),
    ] {
        let wanted = wanted.and_then(|(day, hour, minute)| day.and_hms_opt(hour, minute, 0));
        assert_eq!(hand_in::moment_typed(typed, today()), wanted, "{typed}");
    }
    let mut sheet = sheet();
    let press = KeyPress { key: Key::Character("t".into()), modifiers: Modifiers::CTRL, in_field: true };
    let open = sheet.key(&press, &context).unwrap();
    assert_eq!(sheet.update(open, &context), [Effect::Focus(hand_in::HANDED_IN.into())]);
    assert_eq!(sheet.hand_in.as_ref().unwrap().by, "陆建华", "the class teacher is proposed");
    let say = |sheet: &mut ClassSheet, message| sheet.update(Message::HandIn(message), &here());
    let _ = say(&mut sheet, HandInMessage::At("99".into()));
    assert_eq!(say(&mut sheet, HandInMessage::Save), [Effect::Focus(hand_in::HANDED_IN.into())]);
    assert!(sheet.hand_in.as_ref().unwrap().wrong);
    assert_eq!(
        sheet.update(Message::Confirm, &context).len(),
        1,
        "nothing is confirmed with an hour that is none"
    );
    let _ = say(&mut sheet, HandInMessage::At("8:10".into()));
    let _ = say(&mut sheet, HandInMessage::By(" 莫老师 ".into()));
    let effects = sheet.update(Message::Confirm, &context);
    let hand_in =
        HandIn { checked_by: Some("莫老师".into()), handed_in_at: today().and_hms_opt(8, 10, 0) };
    assert_eq!(effects[0], Effect::Run(Op::Check(CheckOp::HandIn(key(), hand_in))));
    assert_eq!(effects.last(), Some(&Effect::Run(Op::Check(CheckOp::Confirm(key())))));
    let _ = say(&mut sheet, HandInMessage::Open);
    assert_eq!(sheet.update(Message::Escape, &context), [Effect::Focus(JUMP.into())]);
    assert!(sheet.hand_in.is_none());
}

#[test]
fn what_comes_from_isolation_and_what_is_known_stand_in_the_notes() {
    let mut view = view_of(NAMES);
    view.lines[1].proposal = Some(ill(&["rash"]));
    view.lines[1].kept_apart = true;
    view.lines[2].known = Some("哮喘".into());
    let mut sheet = ClassSheet::new(key());
    let _ = load(&mut sheet, &view);
    let words = crate::gui::widget::stage::Stage::new(
        crate::gui::screen::bench::whole(&sheet, &here()),
        (1024.0, 768.0),
    )
    .words()
    .join("\n");
    assert!(words.contains("留观或隔离中，待确认") && words.contains("哮喘"), "{words}");
}

#[test]
fn a_case_of_whoever_has_a_finding_is_opened_by_a_key() {
    let mut sheet = sheet();
    let _ = sheet.update(Message::Enter(Some(pupil(3))), &here());
    assert_eq!(type_keys(&mut sheet, "u"), [], "nothing was found of this one");
    let _ = type_keys(&mut sheet, "f");
    let name = sheet.line().unwrap().name.clone();
    assert_eq!(type_keys(&mut sheet, "u"), [Effect::Go(crate::gui::route::Route::NewCase(pupil(3), name))]);
}
