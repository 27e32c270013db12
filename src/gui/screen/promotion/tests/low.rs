//! A small screen with large text, and the keys that the bottom bar names.

use super::*;
use crate::gui::screen::bench::whole;
use crate::gui::widget::focus::{Step, step};
use crate::gui::widget::stage::Stage;

/// A school of several grades.
fn school(classes: &[&str]) -> (tempfile::TempDir, Book, Promotion, Context) {
    let (folder, mut book) = book();
    for class in classes {
        let new = NewPupil { name: "韦小满".into(), class: (*class).into(), ..NewPupil::default() };
        book.add_pupil(&new).unwrap();
    }
    let context = context(Language::Chinese, SIZES[3]);
    let mut screen = Promotion::default();
    load(&mut screen, &mut book, &context);
    (folder, book, screen, context)
}

const SIX: [&str; 6] =
    ["一年级(1)班", "二年级(1)班", "三年级(1)班", "四年级(1)班", "五年级(1)班", "六年级(1)班"];

#[test]
fn at_150_per_cent_rows_new_classes_and_all_buttons_are_in_sight() {
    let (_folder, _book, mut screen, context) = school(&SIX);
    let old: Vec<_> = screen.data.as_ref().unwrap().old.iter().map(|line| line.key).collect();
    for language in Language::ALL {
        let context = Context { tr: crate::i18n::Tr::new(language), ..context.clone() };
        let tr = &context.tr;
        for class in &old {
            screen.update(Message::Class(*class), &context);
            let mut stage = Stage::new(whole(&screen, &context), SIZES[3]);
            stage.operate::<()>(step(Step::To(class_id(*class).into())));
            let rings = stage.rings(context.theme);
            let whole = |ring: &crate::gui::widget::stage::Ring| {
                ring.seen.is_some_and(|seen| seen.height >= ring.bounds.height - 1.0)
            };
            assert!(rings.len() == 1 && whole(&rings[0]), "{rings:?}");
            let seen = stage.in_sight();
            let rows = SIX.iter().filter(|class| seen.iter().any(|seen| seen == *class)).count();
            // Names of old classes are names of new ones too: both lists show their part.
            assert!(rows >= 4, "{rows}: {seen:?}");
            for word in [
                tr.promotion_head_to(),
                tr.promotion_way_up(),
                tr.promotion_way_again(),
                tr.promotion_way_leave(),
                tr.promotion_pupils(),
                tr.promotion_write(&years(2027)),
            ] {
                assert!(seen.contains(&word), "{word}: {seen:?}");
            }
        }
        picture(&screen, &context, &format!("promotion-low-{language:?}"));
    }
}

#[test]
fn the_school_system_is_asked_for_and_answered_by_a_digit() {
    let (_folder, mut book, mut screen, context) = school(&["一年级(1)班", "五年级(1)班"]);
    let fits: Vec<String> =
        screen.data.as_ref().unwrap().system_fits.iter().map(|system| system.id.clone()).collect();
    assert_eq!(fits.len(), 2, "{fits:?}");
    let enter = KeyPress { key: Key::Named(Named::Enter), modifiers: Modifiers::CTRL, in_field: false };
    assert_eq!(key(&mut screen, &enter, &mut book, &context), [Effect::Focus("fits-1".into())]);
    let keys = |screen: &Promotion| -> Vec<String> {
        screen.view(&context).keys.into_iter().map(|hint| hint.key).collect()
    };
    assert_eq!(keys(&screen), ["1", "2", "Esc"]);
    assert_nothing_cut(&screen, "which system");
    assert_tab_reaches_all(&screen, "which system");
    picture(&screen, &context, "promotion-system");
    // Esc: not yet.
    act(&mut screen, Message::Back, &mut book, &context);
    assert!(!screen.asks_system());
    key(&mut screen, &enter, &mut book, &context);
    assert_eq!(key(&mut screen, &sign("2"), &mut book, &context), [Effect::Focus("write".into())]);
    assert_eq!(screen.request.system.as_ref(), Some(&fits[1]));
    assert!(screen.data.as_ref().unwrap().system_sure);
    assert!(matches!(&screen.update(Message::Write, &context)[..], [Effect::Run(_)]));
}

#[test]
fn a_key_turns_through_the_school_systems() {
    let (_folder, mut book, mut screen, context) = school(&SIX);
    let first = screen.data.as_ref().unwrap().system.clone();
    let count = screen.data.as_ref().unwrap().systems.len();
    for at in 1..=count {
        key(&mut screen, &sign("s"), &mut book, &context);
        assert_eq!(screen.data.as_ref().unwrap().system == first, at == count, "{at}");
    }
}

#[test]
fn the_bottom_bar_names_the_keys_of_the_field_that_has_the_focus() {
    let (_folder, mut book, mut screen, context) = school(&SIX);
    let words = |screen: &Promotion| -> Vec<String> {
        screen.view(&context).keys.into_iter().map(|hint| hint.word).collect()
    };
    let tr = &context.tr;
    assert!(words(&screen).contains(&tr.promotion_key_target()));
    screen.update(Message::At(Spot::Target), &context);
    let of_field = [tr.promotion_key_take(), tr.promotion_key_take_on(), tr.keys_leave_field()];
    assert_eq!(words(&screen), of_field);
    screen.update(Message::At(Spot::List), &context);
    act(&mut screen, Message::Open, &mut book, &context);
    assert!(words(&screen).contains(&tr.keys_find()) && !words(&screen).contains(&tr.promotion_pupils()));
    screen.update(Message::At(Spot::Find), &context);
    assert!(!words(&screen).contains(&tr.promotion_key_target()), "e is typed there");
}
