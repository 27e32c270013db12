use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::*;
use crate::domain::progress::Silent;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::bench::{
    assert_nothing_cut, assert_tab_reaches_all, committed, context, picture, whole,
};
use crate::gui::screen::{KeyPress, Screen};
use crate::gui::theme::Theme;
use crate::gui::widget::stage::Stage;
use crate::i18n::{Explain, Language};
use crate::ops::print::PrintRequest;
use crate::ops::{Book, Op, sample_book};
use crate::paper::layout::tests::words;

fn here(language: Language) -> Context {
    context(language, (1024.0, 768.0))
}

fn serve(editor: &mut PaperEditor, book: &mut Book, effects: Vec<Effect>) -> Vec<Effect> {
    let at = here(book.tr().language());
    let mut rest = Vec::new();
    for effect in effects {
        match effect {
            Effect::Load(query) => {
                let more = editor.answered(book.load(&query).unwrap(), &at);
                rest.extend(serve(editor, book, more));
            }
            Effect::Run(op) => {
                let done = match book.run(&op, &mut Silent) {
                    Ok(outcome) => editor.done(&op, &outcome.value, &at),
                    Err(error) => editor.refused(&op, &error.explain(&at.tr), &at).unwrap_or_default(),
                };
                rest.extend(serve(editor, book, done));
            }
            other => rest.push(other),
        }
    }
    rest
}

fn opened(book: &mut Book, paper: PaperId) -> PaperEditor {
    let mut editor = PaperEditor::new(paper);
    let queries = editor.queries(&here(Language::Chinese)).into_iter().map(Effect::Load).collect();
    let _ = serve(&mut editor, book, queries);
    editor
}

fn form(id: &str) -> PaperId {
    PaperId::Form(id.to_owned())
}

fn say(editor: &mut PaperEditor, book: &mut Book, message: Message) -> Vec<Effect> {
    let effects = editor.update(message, &here(book.tr().language()));
    serve(editor, book, effects)
}

fn press(editor: &mut PaperEditor, book: &mut Book, key: Key, modifiers: Modifiers) -> Vec<Effect> {
    let press = KeyPress { key, modifiers, in_field: editor.typing };
    let message = editor.key(&press, &here(book.tr().language())).unwrap_or_else(|| panic!("{press:?}"));
    say(editor, book, message)
}

fn named(editor: &mut PaperEditor, book: &mut Book, key: Named, modifiers: Modifiers) -> Vec<Effect> {
    press(editor, book, Key::Named(key), modifiers)
}

fn choose(editor: &mut PaperEditor, book: &mut Book, part: Part, key: &str) {
    let at = editor.rows.iter().position(|row| row.part == part && row.key == key).unwrap();
    if at != editor.chosen {
        say(editor, book, Message::Choose(at));
    }
}

fn texts(editor: &PaperEditor) -> String {
    words(editor.sheet().unwrap())
}

#[test]
fn columns_are_renamed_moved_left_out_and_kept_with_undo() {
    let (_folder, mut book) = sample_book::book();
    let mut editor = opened(&mut book, form("absence-class"));
    assert!(!editor.is_changed() && texts(&editor).contains("家庭地址"));
    assert_nothing_cut(&editor, "a form as shipped");
    choose(&mut editor, &mut book, Part::Column, "address");
    let hide = update::row_keys(Part::Column, &Key::Named(Named::Space)).unwrap();
    say(&mut editor, &mut book, hide);
    assert!(!texts(&editor).contains("家庭地址"), "the sheet follows");
    named(&mut editor, &mut book, Named::ArrowUp, Modifiers::empty());
    named(&mut editor, &mut book, Named::ArrowUp, Modifiers::empty());
    choose(&mut editor, &mut book, Part::Column, "name");
    named(&mut editor, &mut book, Named::Enter, Modifiers::empty());
    assert!(editor.typing);
    assert!(committed(&editor, WORDS, "好").iter().any(|message| matches!(message, Message::Words(_))));
    say(&mut editor, &mut book, Message::Words("学生姓名".to_owned()));
    assert!(texts(&editor).contains("学生姓名"));
    assert_nothing_cut(&editor, "typing");
    assert_tab_reaches_all(&editor, "typing");
    say(&mut editor, &mut book, Message::Done);
    named(&mut editor, &mut book, Named::ArrowDown, Modifiers::ALT);
    named(&mut editor, &mut book, Named::ArrowRight, Modifiers::ALT);
    let column = editor.row().unwrap();
    assert_eq!((column.key.as_str(), column.width), ("name", 28.6));
    assert!(editor.unsaved(&here(Language::Chinese)).is_some());
    press(&mut editor, &mut book, Key::Character("s".into()), Modifiers::CTRL);
    assert!(!editor.is_changed() && editor.data.as_ref().unwrap().own);
    assert_eq!(editor.unsaved(&here(Language::Chinese)), None);
    let request = PrintRequest::form("absence-class", book.today());
    let printed = words(&book.preview(&request, 0, &mut Silent).unwrap().document.sheets[0]);
    assert!(printed.contains("学生姓名") && !printed.contains("家庭地址"), "{printed}");
    picture(&editor, &here(Language::Chinese), "paper-editor-form");
    press(&mut editor, &mut book, Key::Character("r".into()), Modifiers::CTRL);
    assert!(texts(&editor).contains("家庭地址") && !editor.data.as_ref().unwrap().own);
    book.undo(None).unwrap();
    assert!(book.paper_view(&form("absence-class")).unwrap().own, "one undo has the school's version again");
}

#[test]
fn changes_are_taken_back_one_by_one_and_groups_stay_together() {
    let (_folder, mut book) = sample_book::book();
    let mut editor = opened(&mut book, form("class-day"));
    choose(&mut editor, &mut book, Part::Column, "fever");
    named(&mut editor, &mut book, Named::ArrowUp, Modifiers::ALT);
    let keys: Vec<&str> = editor.rows.iter().skip(1).take(17).map(|row| row.key.as_str()).collect();
    assert_eq!(
        keys[6..9],
        ["fever", "rash", "diarrhoea"],
        "the group has gone past its neighbour as a whole"
    );
    assert_eq!((keys[15], keys[16]), ("present", "seen"));
    named(&mut editor, &mut book, Named::ArrowDown, Modifiers::ALT);
    assert_eq!(editor.rows[7].key, "rash", "inside of the group it is one of them");
    say(&mut editor, &mut book, Message::Edit);
    say(&mut editor, &mut book, Message::Words("体".to_owned()));
    say(&mut editor, &mut book, Message::Words("体温".to_owned()));
    for left in ["发热", "发热", "发热"] {
        let effects = editor.untype(None).unwrap();
        let _ = serve(&mut editor, &mut book, effects);
        assert!(editor.rows.iter().any(|row| row.text == left));
    }
    assert_eq!((editor.untype(None), editor.is_changed()), (None, false));
    // Notes and places come and go.
    say(&mut editor, &mut book, Message::Add(Some(Part::Place)));
    assert!(editor.typing && editor.row().unwrap().part == Part::Place);
    say(&mut editor, &mut book, Message::Words("校医：".to_owned()));
    assert!(texts(&editor).contains("校医："));
    say(&mut editor, &mut book, Message::Add(Some(Part::Note)));
    assert!(editor.faults.is_empty(), "a note that nobody has written yet is none: {:?}", editor.faults);
    say(&mut editor, &mut book, Message::Remove);
    choose(&mut editor, &mut book, Part::Place, "teacher");
    say(&mut editor, &mut book, Message::Remove);
    assert!(editor.row().unwrap().hidden && !texts(&editor).contains("班主任："));
}

#[test]
fn what_cannot_be_printed_is_said_at_its_place_and_not_kept() {
    let (_folder, mut book) = sample_book::book();
    let mut editor = opened(&mut book, PaperId::Letter("spring".to_owned()));
    assert_nothing_cut(&editor, "a letter as shipped");
    assert!(texts(&editor).contains("示例学生"));
    let at = editor.rows.iter().position(|row| row.part == Part::Line).unwrap();
    say(&mut editor, &mut book, Message::Choose(at));
    say(&mut editor, &mut book, Message::Edit);
    say(&mut editor, &mut book, Message::Words("尊敬的{姓 家长：".to_owned()));
    assert!(matches!(editor.fault_of(at), Some(OwnFault::OpenBrace { .. })), "{:?}", editor.faults);
    say(&mut editor, &mut book, Message::Words("尊敬的{名字}家长：".to_owned()));
    assert!(matches!(editor.fault_of(at), Some(OwnFault::UnknownField { .. })));
    assert_nothing_cut(&editor, "an unknown field");
    assert_tab_reaches_all(&editor, "an unknown field");
    picture(&editor, &here(Language::Chinese), "paper-editor-fault");
    let effects = press(&mut editor, &mut book, Key::Character("s".into()), Modifiers::CTRL);
    assert!(editor.is_changed() && effects.iter().any(|effect| matches!(effect, Effect::Notify(_))));
    assert!(!book.paper_view(&editor.paper).unwrap().own);
    say(&mut editor, &mut book, Message::Words("尊敬的家长：".to_owned()));
    say(&mut editor, &mut book, Message::Words("尊敬的各家长：".to_owned()));
    say(&mut editor, &mut book, Message::Words("尊敬的家长：".to_owned()));
    say(&mut editor, &mut book, Message::Field("姓名".to_owned()));
    assert_eq!(editor.row().unwrap().text, "尊敬的{姓名}家长：", "it goes in where was typed last");
    say(&mut editor, &mut book, Message::Kind(PartKind::Heading));
    named(&mut editor, &mut book, Named::Enter, Modifiers::CTRL);
    say(&mut editor, &mut book, Message::Words("本校提醒：多开窗。".to_owned()));
    assert!(texts(&editor).contains("本校提醒：多开窗。"));
    press(&mut editor, &mut book, Key::Character("s".into()), Modifiers::CTRL);
    assert!(!editor.is_changed() && book.paper_view(&editor.paper).unwrap().own);
    picture(&editor, &here(Language::Chinese), "paper-editor-letter");
    let mut all_hidden = opened(&mut book, form("visitor"));
    while let Some(at) = all_hidden.rows.iter().position(|row| row.part == Part::Column && !row.hidden) {
        all_hidden.chosen = at;
        say(&mut all_hidden, &mut book, Message::Hide);
    }
    assert_eq!(all_hidden.other_faults().collect::<Vec<_>>(), [&OwnFault::NoColumns]);
    assert_nothing_cut(&all_hidden, "no column");
    press(&mut all_hidden, &mut book, Key::Character("s".into()), Modifiers::CTRL);
    assert!(all_hidden.wrong.is_some() && all_hidden.is_changed(), "what was changed stays to be put right");
}

#[test]
fn versions_go_into_a_file_and_come_from_one() {
    let (folder, mut book) = sample_book::book();
    let mut editor = opened(&mut book, form("visitor"));
    say(&mut editor, &mut book, Message::Edit);
    say(&mut editor, &mut book, Message::Words("来客登记".to_owned()));
    press(&mut editor, &mut book, Key::Character("s".into()), Modifiers::CTRL);
    let file = folder.path().join("版式").display().to_string();
    say(&mut editor, &mut book, Message::File(file.clone()));
    let effects = say(&mut editor, &mut book, Message::Export);
    assert!(matches!(effects[..], [Effect::Notify(_)]), "{effects:?}");
    let (_other_folder, mut other) = sample_book::book();
    let mut there = opened(&mut other, form("visitor"));
    say(&mut there, &mut other, Message::File(file));
    say(&mut there, &mut other, Message::Import);
    assert!(texts(&there).contains("来客登记"));
    say(&mut there, &mut other, Message::File("/nowhere/x".to_owned()));
    assert_eq!(say(&mut there, &mut other, Message::Import), [Effect::Focus(FILE.into())]);
    assert!(there.wrong_file.is_some());
    assert_nothing_cut(&there, "a file that is not there");
    let effects = say(&mut there, &mut other, Message::Back);
    assert_eq!(effects, [Effect::Go(Route::Print(Some(form("visitor"))))]);
    let op = Op::OwnPapers(crate::ops::own_papers::OwnPaperOp::Restore(form("bus")));
    let error = other.run(&op, &mut Silent).unwrap_err().explain(other.tr());
    assert!(there.refused(&op, &error, &here(Language::Chinese)).is_some() && there.wrong.is_some());
}

#[test]
fn it_looks_well_in_english_dark_and_large() {
    let (_folder, mut book) = sample_book::book();
    book.set_language(Language::English);
    for (paper, name) in [(form("class-day"), "form"), (PaperId::Letter("disease".to_owned()), "letter")] {
        let mut editor = opened(&mut book, paper);
        let queries: Vec<Effect> =
            editor.queries(&here(Language::English)).into_iter().map(Effect::Load).collect();
        let _ = serve(&mut editor, &mut book, queries);
        say(&mut editor, &mut book, Message::Mark(1));
        say(&mut editor, &mut book, Message::Edit);
        assert_nothing_cut(&editor, name);
        for (theme, size) in [(Theme::Dark, (1024.0, 768.0)), (Theme::HighContrast, (682.0, 460.0))] {
            let mut at = context(Language::English, size);
            at.theme = theme;
            Stage::new(whole(&editor, &at), size).picture(
                at.theme,
                1.0,
                &format!("paper-editor-{name}-{theme:?}"),
            );
        }
    }
}
