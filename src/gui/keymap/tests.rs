use std::collections::BTreeSet;

use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::*;
use crate::i18n::Language;

fn sign(letter: &str, modifiers: Modifiers) -> KeyPress {
    KeyPress { key: Key::Character(letter.into()), modifiers, in_field: false }
}

fn named(key: Named, modifiers: Modifiers) -> KeyPress {
    KeyPress { key: Key::Named(key), modifiers, in_field: false }
}

#[test]
fn no_key_means_two_things_in_one_place() {
    for area in Area::ALL {
        let mut seen = BTreeSet::new();
        for (stroke, _) in TABLE.iter().filter(|b| b.area == area).flat_map(|b| b.strokes) {
            assert!(seen.insert(format!("{stroke:?}")), "{area:?}: {stroke:?}");
        }
    }
}

#[test]
fn a_bar_has_at_most_eight_keys_and_every_word_is_there() {
    for language in Language::ALL {
        let tr = Tr::new(language);
        for area in Area::ALL {
            assert!(hints(area, &tr).len() <= 8, "{area:?}");
        }
        for (area, keys) in help(&tr) {
            assert!(!area.is_empty());
            assert!(keys.iter().all(|hint| !hint.key.is_empty() && !hint.word.is_empty()), "{keys:?}");
        }
    }
}

#[test]
fn caps_read_as_on_the_keyboard() {
    let tr = Tr::new(Language::Chinese);
    let keys: Vec<String> = hints(Area::SheetRow, &tr).into_iter().map(|hint| hint.key).collect();
    assert_eq!(keys, ["↑↓", "空格", "Del", "Esc"]);
    let keys: Vec<String> = hints(Area::Print, &tr).into_iter().map(|hint| hint.key).collect();
    assert_eq!(keys, ["PgUp PgDn", "+-", "0", "1"]);
    assert_eq!(Stroke::named(Named::Enter).ctrl().label(&tr), "Ctrl+Enter");
}

#[test]
fn keys_are_found_with_shift_where_a_sign_needs_it_and_never_inside_a_field() {
    assert_eq!(find(Area::Today, &sign("z", Modifiers::CTRL)), Some(Command::Undo));
    assert_eq!(find(Area::Print, &sign("+", Modifiers::SHIFT)), Some(Command::ZoomIn));
    assert_eq!(find(Area::Print, &sign("+", Modifiers::CTRL)), Some(Command::Larger));
    assert_eq!(find(Area::Plan, &sign("D", Modifiers::SHIFT)), None);
    assert_eq!(find(Area::Plan, &sign("d", Modifiers::empty())), Some(Command::SetDue));
    let typed = KeyPress { in_field: true, ..sign("d", Modifiers::empty()) };
    assert_eq!(find(Area::Plan, &typed), None);
    assert_eq!(find(Area::Today, &named(Named::Enter, Modifiers::ALT)), None);
}

#[test]
fn a_question_hides_all_other_keys() {
    assert_eq!(find(Area::Dialog, &named(Named::F2, Modifiers::empty())), None);
    assert_eq!(find(Area::Dialog, &named(Named::Escape, Modifiers::empty())), Some(Command::Back));
    assert_eq!(find(Area::Usb, &named(Named::F2, Modifiers::empty())), Some(Command::GoToday));
}
