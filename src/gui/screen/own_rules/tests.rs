use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::*;
use crate::domain::progress::Silent;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, committed, context};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::{Explain, Language};
use crate::ops::own_rules::{OwnRuleError, OwnRuleOp};
use crate::ops::sample_book::book;
use crate::ops::{Book, Op, OpError, Query};

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn shown(book: &mut Book) -> OwnRules {
    let mut screen = OwnRules::default();
    assert_eq!(screen.queries(&here()), [Query::Figures]);
    let answer = book.load(&Query::Figures).unwrap();
    assert_eq!(screen.answered(answer, &here()), [Effect::Focus(FIND.into())]);
    screen
}

fn say(screen: &mut OwnRules, messages: Vec<Message>) -> Vec<Effect> {
    messages.into_iter().flat_map(|message| screen.update(message, &here())).collect()
}

#[test]
fn a_figure_is_found_by_words_set_with_its_source_and_given_back() {
    let (_folder, mut book) = book();
    let mut screen = shown(&mut book);
    let typed = committed(&screen, FIND, "cn2006-1d3/count");
    let _ = say(&mut screen, typed);
    assert_eq!(screen.found().count(), 1);
    assert_eq!(say(&mut screen, vec![Message::Take(None)]), [Effect::Focus(VALUE.into())]);
    for (part, words) in [(Part::Value, "2"), (Part::Source, "县疾控通知"), (Part::ApprovedBy, "何志远")]
    {
        let _ = say(&mut screen, vec![Message::Edit(part, words.into())]);
    }
    assert!(screen.unsaved(&here()).is_some());
    let press = KeyPress { key: Key::Named(Named::Enter), modifiers: Modifiers::CTRL, in_field: true };
    assert_eq!(screen.key(&press, &here()), Some(Message::Save));
    let effects = say(&mut screen, vec![Message::Save]);
    let [Effect::Run(op)] = effects.as_slice() else { panic!("an act") };
    let outcome = book.run(op, &mut Silent).unwrap();
    assert_eq!(screen.done(op, &outcome.value, &here()), [Effect::Focus(FIND.into())]);
    let _ = screen.answered(book.load(&Query::Figures).unwrap(), &here());
    let _ = say(&mut screen, vec![Message::Find(String::new()), Message::OnlyOwn]);
    let own: Vec<_> = screen.found().map(|line| line.own.as_ref().unwrap().value.clone()).collect();
    assert_eq!(own, [Some("2".to_owned())]);
    let _ = say(&mut screen, vec![Message::Take(None)]);
    let effects = say(&mut screen, vec![Message::Withdraw]);
    let [Effect::Run(op)] = effects.as_slice() else { panic!("an act") };
    book.run(op, &mut Silent).unwrap();
    let _ = screen.answered(book.load(&Query::Figures).unwrap(), &here());
    assert_eq!(screen.found().count(), 0);
}

#[test]
fn what_the_book_refuses_is_said_at_the_value_and_a_file_at_its_field() {
    let (folder, mut book) = book();
    let mut screen = shown(&mut book);
    let find = Message::Find("cn2006 count".into());
    let _ = say(&mut screen, vec![find, Message::Mark(1), Message::Take(None)]);
    let effects = say(&mut screen, vec![Message::Save]);
    let [Effect::Run(op)] = effects.as_slice() else { panic!("an act") };
    let error = book.run(op, &mut Silent).unwrap_err();
    assert!(matches!(error, OpError::OwnRule(OwnRuleError::Unapproved)));
    let effects = screen.refused(op, &error.explain(&here().tr), &here()).unwrap();
    // It is about the basis, not about the value.
    assert_eq!(effects, [Effect::Focus("source".into())]);
    let (part, words) = screen.form.as_ref().unwrap().wrong.clone().unwrap();
    assert!(part == Part::Source && words.contains("批准人"), "{words}");
    let _ = say(&mut screen, vec![Message::Edit(Part::From, "2026-13-41".into())]);
    assert_eq!(say(&mut screen, vec![Message::Save]), [Effect::Focus("from".into())]);
    assert_eq!(screen.escape(), Some(Message::Close));
    let file = folder.path().join("none");
    let _ = say(&mut screen, vec![Message::Close, Message::File(file.display().to_string())]);
    let op = Op::OwnRules(OwnRuleOp::Import(file.with_extension("toml")));
    assert_eq!(say(&mut screen, vec![Message::Import]), [Effect::Run(op.clone())]);
    let error = book.run(&op, &mut Silent).unwrap_err();
    let _ = screen.refused(&op, &error.explain(&here().tr), &here());
    assert!(screen.wrong_file.is_some());
    let _ = say(&mut screen, vec![Message::File("/".into())]);
    assert_eq!(say(&mut screen, vec![Message::Export]), [Effect::Focus(FILE.into())]);
}

#[test]
fn nothing_is_cut_and_tab_reaches_all() {
    let (_folder, mut book) = book();
    let mut screen = shown(&mut book);
    assert_nothing_cut(&OwnRules::default(), "loading");
    assert_nothing_cut(&screen, "all");
    let _ = say(&mut screen, vec![Message::Find("水痘".into())]);
    assert_tab_reaches_all(&screen, "found");
    let _ = say(&mut screen, vec![Message::Take(None)]);
    let source = "某省疾病预防控制中心关于进一步加强学校传染病防控工作的通知".repeat(2);
    let long = vec![Message::Edit(Part::Source, source), Message::Edit(Part::Value, "999999999999".into())];
    let _ = say(&mut screen, long);
    screen.form.as_mut().unwrap().wrong =
        Some((Part::Value, "这个数值用不上：999999999999\n请写 0 到 400 之间的数。".into()));
    assert_nothing_cut(&screen, "setting");
    assert_tab_reaches_all(&screen, "setting");
    let _ = say(&mut screen, vec![Message::Close, Message::Find("没有的".into())]);
    assert_nothing_cut(&screen, "none");
}

#[test]
fn a_figure_is_found_by_what_its_rule_says() {
    let (_folder, mut book) = book();
    let mut screen = shown(&mut book);
    for words in ["皮疹", "班级", "宿舍 黄疸"] {
        let _ = say(&mut screen, vec![Message::Find(words.into())]);
        assert!(screen.found().any(|line| line.path.contains("cn2006-1d3")), "{words}");
    }
}
