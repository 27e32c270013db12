use iced::keyboard::{Key, Modifiers, key::Named};

use super::page::{Block, pages};
use super::*;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{SIZES, assert_nothing_cut, assert_tab_reaches_all, context, whole};
use crate::gui::screen::{KeyPress, Screen};
use crate::gui::widget::focus;
use crate::gui::widget::stage::Stage;
use crate::i18n::Language;

#[test]
fn both_languages_have_the_same_pages() {
    let shape = |language| -> Vec<Vec<&str>> {
        pages(language)
            .iter()
            .map(|page| {
                let part = |block: &Block| match block {
                    Block::Heading(_) => "heading",
                    Block::Paragraph(_) => "paragraph",
                    Block::Keys => "keys",
                    Block::Marks => "marks",
                };
                page.blocks.iter().map(part).collect()
            })
            .collect()
    };
    let (chinese, english) = (shape(Language::Chinese), shape(Language::English));
    assert_eq!(chinese, english);
    assert_eq!(chinese.len(), Topic::ALL.len());
    assert!(chinese.iter().all(|page| page.len() >= 3));
    assert_eq!(pages(Language::Chinese)[Topic::Backups.index()].title, "备份和还原卡");
    assert_eq!(pages(Language::English)[Topic::Keys.index()].title, "Keys");
}

#[test]
fn each_screen_raises_its_own_question() {
    assert_eq!(Topic::about(&Route::FirstStart), Topic::Start);
    assert_eq!(Topic::about(&Route::Settings), Topic::Backups);
    assert_eq!(Topic::about(&Route::Help(Topic::Usb)), Topic::Usb);
}

#[test]
fn arrows_turn_the_pages_and_stop_at_the_ends() {
    let context = context(Language::Chinese, SIZES[0]);
    let mut help = Help::new(Topic::Start);
    let press = |named| KeyPress { key: Key::Named(named), modifiers: Modifiers::empty(), in_field: false };
    assert_eq!(help.key(&press(Named::ArrowUp), &context), Some(Message::Step(-1)));
    assert_eq!(help.update(Message::Step(-1), &context), [Effect::Focus("topic-0".into())]);
    let page = help.key(&press(Named::PageDown), &context).unwrap();
    let [Effect::Scroll(_, Scroll::By(_, down))] = help.update(page, &context)[..] else { panic!() };
    assert!(down > 200.0 && down < context.body_height());
    let end = help.key(&press(Named::End), &context).unwrap();
    assert_eq!(help.update(end, &context), [Effect::Scroll(ANSWER.into(), Scroll::End)]);
    for _ in 0..20 {
        let down = help.key(&press(Named::ArrowDown), &context).unwrap();
        help.update(down, &context);
    }
    assert_eq!(help.topic, Topic::Keys);
}

#[test]
fn the_answer_scrolls_by_keys_to_every_heading() {
    let context = context(Language::Chinese, SIZES[0]);
    let mut help = Help::new(Topic::Roster);
    let all = page::headings(Language::Chinese, Topic::Roster);
    assert!(all > 0);
    for heading in 1..=all {
        let down =
            KeyPress { key: Key::Named(Named::ArrowDown), modifiers: Modifiers::CTRL, in_field: false };
        let message = help.key(&down, &context).unwrap();
        assert_eq!(help.update(message, &context), [Effect::Reveal(part_id(heading).into())]);
        let mut stage = Stage::new(whole(&help, &context), SIZES[0]);
        stage.operate::<()>(focus::step(focus::Step::Reveal(part_id(heading).into())));
    }
    help.update(Message::Heading(1), &context);
    assert_eq!(help.heading, all, "no heading is behind the last");
}

#[test]
fn no_text_is_cut_and_every_question_is_reached() {
    for topic in Topic::ALL {
        assert_nothing_cut(&Help::new(topic), &format!("{topic:?}"));
        assert_tab_reaches_all(&Help::new(topic), &format!("{topic:?}"));
    }
    let context = context(Language::Chinese, SIZES[0]);
    let help = Help::new(Topic::Start);
    let mut stage = Stage::new(whole(&help, &context), SIZES[0]);
    let stops: Vec<_> = stage.stops().into_iter().filter_map(|stop| stop.id).collect();
    for topic in Topic::ALL {
        assert!(stops.contains(&row_id(topic).into()), "{topic:?}");
    }
    stage.operate::<()>(focus::step(focus::Step::To(row_id(Topic::Print).into())));
    stage.key(Named::Enter, Modifiers::empty());
    assert_eq!(stage.messages(), [Some(Message::Open(Topic::Print))]);
}
