use chrono::NaiveDate;
use iced::keyboard::{Key, Modifiers, key::Named};

use super::*;
use crate::domain::finding::Attendance;
use crate::domain::progress::{Cancelled, Silent, Stage};
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick};
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, committed, context, picture};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::{Explain, Language};
use crate::ops::sample_book::{self, hand_in, morning, with};
use crate::ops::usb::{Level, UsbOp};
use crate::ops::{Answer, Book, Op, OpError, Query};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

/// Two of three classes have handed in.
fn checked() -> (tempfile::TempDir, Book) {
    let (folder, mut book) = sample_book::book();
    hand_in(&mut book, morning(1, today()), &[(102, with(Attendance::Ill, &["fever", "cough"]))]);
    hand_in(&mut book, morning(2, today()), &[]);
    (folder, book)
}

fn stick(label: &str, writable: bool, packages: usize) -> Target {
    Target {
        path: PathBuf::from("/media/clerk").join(label),
        label: label.to_owned(),
        file_system: Some(if writable { "vfat" } else { "exfat" }.to_owned()),
        free: Some(14_200_000_000),
        fault: (!writable).then_some(TargetFault::ReadOnly),
        removable: true,
        packages,
    }
}

fn shown(book: &mut Book, targets: Vec<Target>) -> Usb {
    let mut usb = Usb::default();
    let mut data = book.usb_view(today()).unwrap();
    data.targets = targets;
    let effects = usb.answered(Answer::Usb(Box::new(data)), &here());
    assert_eq!(effects, [Effect::Focus("drives".into())]);
    usb
}

fn press(usb: &Usb, key: Key, modifiers: Modifiers) -> Option<Message> {
    usb.key(&KeyPress { key, modifiers, in_field: false }, &here())
}

#[test]
fn the_first_stick_that_can_be_written_is_chosen_and_arrows_go_on() {
    let (_folder, mut book) = checked();
    let mut usb = shown(&mut book, vec![stick("KINGSTON", false, 0), stick("石桥报送", true, 2)]);
    let fit = Some(PathBuf::from("/media/clerk/石桥报送"));
    assert_eq!(usb.to(), fit);
    assert_eq!(press(&usb, Key::Named(Named::ArrowUp), Modifiers::empty()), Some(Message::Move(-1)));
    let _ = usb.update(Message::Move(-1), &here());
    assert_eq!(usb.to(), fit, "what is read only is passed over");
    let locked = Message::Drive(Some("/media/clerk/KINGSTON".into()));
    assert_eq!(usb.update(locked, &here()), [Effect::Notify(here().tr.usb_screen_unlock())]);
    assert_eq!(usb.to(), fit, "and says why when it is asked for");
    let _ = usb.update(Message::Move(5), &here());
    assert!(usb.other.is_some() && usb.to().is_none());
    assert_eq!(usb.update(Message::Write, &here()), [Effect::Focus("folder".into())]);
    assert!(usb.wrong.is_some());
    assert_nothing_cut(&usb, "no folder");
    let pick = usb.update(Message::Choose, &here());
    assert!(matches!(pick.as_slice(), [Effect::Pick(Pick::Folder(_))]));
    let _ = usb.picked(PathBuf::from("/tmp/out"), &here());
    assert_eq!(usb.to(), Some(PathBuf::from("/tmp/out")));
    assert_eq!(usb.update(Message::Refresh, &here()), [Effect::Load(Query::Usb(today()))]);
}

#[test]
fn a_stick_that_was_pulled_is_no_longer_chosen() {
    let (_folder, mut book) = checked();
    let mut usb = shown(&mut book, vec![stick("石桥报送", true, 2), stick("U2", true, 0)]);
    let mut data = book.usb_view(today()).unwrap();
    data.targets = vec![stick("U2", true, 0)];
    let _ = usb.answered(Answer::Usb(Box::new(data)), &here());
    assert_eq!(usb.to(), Some(PathBuf::from("/media/clerk/U2")));
    let mut data = book.usb_view(today()).unwrap();
    data.targets.clear();
    let _ = usb.answered(Answer::Usb(Box::new(data)), &here());
    assert!(usb.to().is_none() && usb.other.is_some(), "a folder can be typed");
    let mut data = book.usb_view(today()).unwrap();
    data.targets = vec![stick("KINGSTON", false, 0)];
    let _ = usb.answered(Answer::Usb(Box::new(data)), &here());
    assert!(usb.to().is_none() && usb.other.is_some(), "a locked stick is never chosen");
    let mut data = book.usb_view(today()).unwrap();
    data.targets = vec![stick("U3", true, 0)];
    let _ = usb.answered(Answer::Usb(Box::new(data)), &here());
    assert_eq!(usb.to(), Some(PathBuf::from("/media/clerk/U3")), "nothing was typed yet");
}

#[test]
fn a_package_is_written_and_the_stick_may_go() {
    let (_folder, mut book) = checked();
    let target = tempfile::tempdir().unwrap();
    let mut usb = shown(&mut book, Vec::new());
    let _ = usb.update(Message::Folder(target.path().display().to_string()), &here());
    assert_eq!(press(&usb, Key::Named(Named::Enter), Modifiers::COMMAND), Some(Message::Write));
    let effects = usb.update(Message::Write, &here());
    let [Effect::Run(op)] = effects.as_slice() else { panic!("{effects:?}") };
    let to = target.path().to_owned();
    assert_eq!(*op, Op::Usb(UsbOp::Export { to, date: today(), level: Level::Counts }));
    assert_eq!(usb.escape(), Some(Message::Stop));
    let mut context = here();
    context.work = Some(crate::gui::runner::Work { stage: Stage::Verifying, done: 3, total: 9 });
    picture(&usb, &context, "usb-working");
    assert_nothing_cut(&usb, "working");
    assert_tab_reaches_all(&usb, "working");
    let outcome = book.run(op, &mut Silent).unwrap();
    let _ = usb.done(op, &outcome.value, &here());
    let data = book.usb_view(today()).unwrap();
    let _ = usb.answered(Answer::Usb(Box::new(data)), &here());
    assert!(matches!(&usb.said, Some(Said::Written(exported)) if exported.sequence == 1));
    picture(&usb, &here(), "usb-written");
    assert_nothing_cut(&usb, "written");
    assert_tab_reaches_all(&usb, "written");
}

#[test]
fn a_stick_that_refuses_is_explained_in_place() {
    let (_folder, mut book) = checked();
    let mut usb = shown(&mut book, vec![stick("石桥报送", true, 2)]);
    let effects = usb.update(Message::Write, &here());
    let [Effect::Run(op)] = effects.as_slice() else { panic!("{effects:?}") };
    let error = book.run(op, &mut Silent).unwrap_err();
    let again = usb.refused(op, &error.explain(book.tr()), &here());
    assert_eq!(again, Some(vec![Effect::Load(Query::Usb(today()))]), "the stick may be gone");
    assert!(!usb.busy && matches!(usb.said, Some(Said::Refused(_))));
    picture(&usb, &here(), "usb-refused");
    assert_nothing_cut(&usb, "refused");
    let cancelled = OpError::Cancelled(Cancelled).explain(book.tr());
    let _ = usb.refused(op, &cancelled, &here());
    assert_eq!(usb.said, Some(Said::Cancelled));
    assert_nothing_cut(&usb, "cancelled");
}

#[test]
fn views_keep_their_text_and_every_control_is_reached() {
    let (_folder, mut book) = checked();
    assert_nothing_cut(&Usb::default(), "before the answer");
    let usb = shown(&mut book, Vec::new());
    assert_nothing_cut(&usb, "no stick");
    assert_tab_reaches_all(&usb, "no stick");
    assert_eq!(committed(&usb, "folder", "报送"), [Message::Folder("报送".into())]);
    picture(&usb, &here(), "usb-empty");
    let long = "云坪镇石桥九年一贯制寄宿学校传染病报送专用".repeat(2);
    let target = tempfile::tempdir().unwrap();
    for _ in 0..3 {
        let to = target.path().to_owned();
        let op = UsbOp::Export { to, date: today(), level: Level::Counts };
        let _ = book.run(&Op::Usb(op), &mut Silent).unwrap();
    }
    let sticks = vec![stick("石桥报送", true, 2), stick("KINGSTON", false, 0), stick(&long, false, 12)];
    let mut usb = shown(&mut book, sticks);
    assert_nothing_cut(&usb, "full");
    assert_tab_reaches_all(&usb, "full");
    for language in Language::ALL {
        picture(&usb, &context(language, (1024.0, 768.0)), &format!("usb-{language:?}"));
    }
    picture(&usb, &context(Language::English, (1020.0, 690.0)), "usb-low");
    let mut dark = here();
    dark.theme = crate::gui::Theme::Dark;
    picture(&usb, &dark, "usb-dark");
    let data = usb.data.as_mut().unwrap();
    data.folder = format!("{long}_2026-11-23_第0004号");
    for row in &mut data.table.rows {
        row.days = vec![Some(9999); row.days.len()];
        row.total = 99_999;
    }
    assert_nothing_cut(&usb, "longest");
}
