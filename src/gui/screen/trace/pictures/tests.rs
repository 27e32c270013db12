use chrono::NaiveDate;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::*;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, bare, context, picture};
use crate::gui::screen::{KeyPress, Screen};
use crate::gui::theme::Theme;
use crate::gui::widget::stage::Stage;
use crate::i18n::Language;
use crate::ops::Book;
use crate::ops::alerts::outbreaks::{self, Script};

/// The last day of the outbreak at noon, when the window's clock says so too.
fn here(language: Language, size: (f32, f32)) -> Context {
    Context { now: "2026-11-25T12:00:00".parse().unwrap(), ..context(language, size) }
}

fn wide() -> Context {
    here(Language::Chinese, (1024.0, 768.0))
}

fn school(folder: &std::path::Path) -> Book {
    let script = Script::school();
    let mut book = outbreaks::school(folder, &script);
    outbreaks::type_days(&mut book, &script, script.days.len());
    book
}

/// Answers whatever it asks.
fn load(tab: &mut PicturesTab, book: &mut Book, context: &Context) -> Vec<Effect> {
    let mut effects = Vec::new();
    for query in tab.queries(context) {
        let answer = book.load(&query).unwrap();
        effects.extend(tab.answered(answer, context));
    }
    effects
}

fn say(tab: &mut PicturesTab, book: &mut Book, message: Message) {
    let effects = tab.update(message, &wide());
    for effect in effects {
        let Effect::Load(query) = effect else { panic!("{effect:?}") };
        let answer = book.load(&query).unwrap();
        assert!(tab.answered(answer, &wide()).is_empty());
    }
}

fn read(tab: &PicturesTab) -> String {
    readout::words(tab, &wide().tr).unwrap()
}

#[test]
fn a_day_is_walked_to_and_says_its_numbers() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = school(folder.path());
    let mut tab = PicturesTab::default();
    assert_eq!(load(&mut tab, &mut book, &wide()), [Effect::Focus("picture".into())]);
    assert!(read(&tab).starts_with("11 月 24 日 星期二：44 人发病；"), "the peak first: {}", read(&tab));
    assert!(read(&tab).contains("三（1）") && read(&tab).contains("预警 "), "{}", read(&tab));
    assert!(tab.update(Message::Step(1, 0), &wide()).is_empty());
    assert!(read(&tab).contains("8 人发病"), "{}", read(&tab));
    assert_eq!(tab.update(Message::Open, &wide()), [Effect::Focus("fell-ill-0".into())]);
    let _ = tab.update(Message::Step(1, 0), &wide());
    let _ = tab.update(Message::End(false), &wide());
    assert!(read(&tab).contains("：0 人发病"), "{}", read(&tab));
    assert!(tab.update(Message::Open, &wide()).is_empty(), "nobody to see");
    say(&mut tab, &mut book, Message::Split(Split::Symptom));
    say(&mut tab, &mut book, Message::Symptom(1));
    assert_eq!(tab.request(&wide()).choice.symptom.map(|code| code.to_string()), Some("fever".to_owned()));
    say(&mut tab, &mut book, Message::Symptom(-1));
    say(&mut tab, &mut book, Message::Scope(-1));
    assert!(tab.request(&wide()).group.is_some(), "round to the last class");
    say(&mut tab, &mut book, Message::Scope(1));
    say(&mut tab, &mut book, Message::Kind(PictureKind::Band));
    assert!(read(&tab).contains("没有平时范围") && read(&tab).contains("检查表"), "{}", read(&tab));
    let today = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
    assert_eq!(tab.update(Message::Open, &wide()), [Effect::Go(Route::Today(today, None))]);
    say(&mut tab, &mut book, Message::Kind(PictureKind::Heat));
    let _ = tab.update(Message::Step(0, 1), &wide());
    assert!(read(&tab).contains("11 月 25 日") && read(&tab).contains("未检"), "{}", read(&tab));
    let opened = tab.update(Message::Open, &wide());
    assert!(matches!(opened[..], [Effect::Go(Route::Sheet(key))] if key.date == today), "{opened:?}");
    let printed = tab.update(Message::Print, &wide());
    assert_eq!(printed, [Effect::Go(Route::PrintPicture(Box::new(tab.request(&wide()))))]);
}

#[test]
fn keys_choose_the_picture_and_the_class_and_a_late_answer_is_dropped() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = school(folder.path());
    let mut tab = PicturesTab::default();
    let _ = load(&mut tab, &mut book, &wide());
    let press = |key: Key| KeyPress { key, modifiers: Modifiers::empty(), in_field: false };
    let key = |key| tab.key(&press(key), &wide());
    assert_eq!(key(Key::Character("3".into())), Some(Message::Kind(PictureKind::Heat)));
    assert_eq!(key(Key::Named(Named::PageDown)), Some(Message::Scope(1)));
    assert_eq!(key(Key::Character("4".into())), None);
    let late = book.load(&tab.queries(&wide())[0]).unwrap();
    tab.measure = Measure::All;
    tab.kind = PictureKind::Band;
    let before = tab.data.clone();
    assert!(tab.answered(late, &wide()).is_empty());
    assert_eq!(tab.data, before);
}

#[test]
fn arrows_and_enter_work_on_the_picture_and_a_click_marks_a_day() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = school(folder.path());
    let mut tab = PicturesTab::default();
    let _ = load(&mut tab, &mut book, &wide());
    let context = wide();
    let mut stage = Stage::new(bare(&tab, &context), (1024.0, 768.0));
    let _ = stage.operate::<()>(crate::gui::widget::focus::step(crate::gui::widget::focus::Step::To(
        "picture".into(),
    )));
    for named in [Named::ArrowLeft, Named::Home, Named::Enter] {
        let _ = stage.key(named, Modifiers::empty());
    }
    assert_eq!(stage.messages(), [Message::Step(-1, 0), Message::End(false), Message::Open]);
}

#[test]
fn every_picture_is_whole_in_both_languages_at_every_size() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = school(folder.path());
    let mut first = PicturesTab::default();
    let _ = load(&mut first, &mut book, &wide());
    let PictureFigures::Curve(view) = &first.data.as_ref().unwrap().view.figures else { panic!() };
    let key = view.alerts[0].key.clone();
    let draft = book.event_of_alert(&key).unwrap();
    let event = book.open_event(&draft).unwrap();
    for kind in PictureKind::ALL {
        let mut tab = PicturesTab { kind, ..PicturesTab::default() };
        let _ = load(&mut tab, &mut book, &wide());
        assert_nothing_cut(&tab, &format!("{kind:?}"));
        assert_tab_reaches_all(&tab, &format!("{kind:?}"));
    }
    let mut tab = PicturesTab { split: Split::Symptom, ..PicturesTab::of_event(event) };
    let _ = load(&mut tab, &mut book, &wide());
    assert_eq!(tab.place(), Some(Route::EventCurve(event)));
    assert_nothing_cut(&tab, "event");
    assert_nothing_cut(&PicturesTab::default(), "reading");
}

#[test]
fn pictures() {
    let folder = tempfile::tempdir().unwrap();
    let mut book = school(folder.path());
    for (kind, split, range, name) in [
        (PictureKind::Curve, Split::Class, Range::Weeks, "pictures-curve"),
        (PictureKind::Curve, Split::Symptom, Range::Week, "pictures-symptom"),
        (PictureKind::Band, Split::Class, Range::Weeks, "pictures-band"),
        (PictureKind::Heat, Split::Class, Range::Weeks, "pictures-heat"),
        (PictureKind::Heat, Split::Class, Range::Term, "pictures-heat-term"),
    ] {
        let mut tab = PicturesTab { kind, range, split, ..PicturesTab::default() };
        let _ = load(&mut tab, &mut book, &wide());
        picture(&tab, &here(Language::Chinese, (1020.0, 690.0)), name);
    }
    let mut tab = PicturesTab::default();
    let _ = load(&mut tab, &mut book, &wide());
    let dark = Context { theme: Theme::Dark, ..here(Language::English, (1020.0, 690.0)) };
    picture(&tab, &dark, "pictures-curve-dark");
    let contrast = Context { theme: Theme::HighContrast, ..here(Language::Chinese, (1020.0, 690.0)) };
    let mut heat = PicturesTab { kind: PictureKind::Heat, ..PicturesTab::default() };
    let _ = load(&mut heat, &mut book, &wide());
    picture(&heat, &contrast, "pictures-heat-contrast");
    picture(&tab, &here(Language::Chinese, (512.0, 384.0)), "pictures-curve-200");
}
