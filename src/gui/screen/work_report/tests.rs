use iced::keyboard::Modifiers;

use super::*;
use crate::domain::progress::Silent;
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, committed, context, picture};
use crate::i18n::Language;
use crate::ops::{Book, sample_book};

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn serve(report: &mut WorkReport, book: &mut Book, effects: Vec<Effect>) -> Vec<Effect> {
    let mut rest = Vec::new();
    for effect in effects {
        match effect {
            Effect::Load(query) => rest.extend(report.answered(book.load(&query).unwrap(), &here())),
            Effect::Run(op) => {
                let done = match book.run(&op, &mut Silent) {
                    Ok(outcome) => report.done(&op, &outcome.value, &here()),
                    Err(error) => {
                        let why = crate::i18n::Explain::explain(&error, &here().tr);
                        report.refused(&op, &why, &here()).unwrap_or_default()
                    }
                };
                rest.extend(serve(report, book, done));
            }
            other => rest.push(other),
        }
    }
    rest
}

fn opened(book: &mut Book) -> WorkReport {
    let mut report = WorkReport::new(book.today());
    let queries = report.queries(&here()).into_iter().map(Effect::Load).collect();
    let _ = serve(&mut report, book, queries);
    report
}

fn press(report: &mut WorkReport, book: &mut Book, key: Named, in_field: bool) -> Vec<Effect> {
    let press = KeyPress { key: Key::Named(key), modifiers: Modifiers::empty(), in_field };
    let effects =
        report.key(&press, &here()).map(|message| report.update(message, &here())).unwrap_or_default();
    serve(report, book, effects)
}

#[test]
fn a_paragraph_is_edited_and_restored_by_keys_and_figures_open_their_rows() {
    let (_folder, mut book) = sample_book::book();
    let mut report = opened(&mut book);
    assert_nothing_cut(&report, "shipped");
    assert_tab_reaches_all(&report, "shipped");
    press(&mut report, &mut book, Named::ArrowDown, false);
    assert_eq!(report.paragraph().unwrap().id, "school");
    assert_eq!(press(&mut report, &mut book, Named::Enter, false), [Effect::Focus(WORDS.into())]);
    assert_nothing_cut(&report, "editing");
    assert_tab_reaches_all(&report, "editing");
    assert!(committed(&report, WORDS, "好").iter().any(|m| matches!(m, Message::Words(_))));
    let _ = report.update(Message::Words("演练 xx 次".into()), &here());
    press(&mut report, &mut book, Named::Enter, true);
    assert!(report.wrong.is_some() && report.words.is_some(), "what was typed stays to be put right");
    assert_nothing_cut(&report, "refused");
    let _ = report.update(Message::Words("共有学生{pupils}人。".into()), &here());
    press(&mut report, &mut book, Named::Enter, true);
    let paragraph = report.paragraph().unwrap();
    assert!(paragraph.own && paragraph.text == "共有学生29人。", "{paragraph:?}");
    picture(&report, &here(), "work-report");
    press(&mut report, &mut book, Named::Delete, false);
    assert!(!report.paragraph().unwrap().own);
    for source in [FigureSource::Sheets, FigureSource::Absences, FigureSource::Plan, FigureSource::Slips] {
        assert!(matches!(report.update(Message::Open(source), &here())[..], [Effect::Go(_)]));
    }
    let print = report.update(Message::Print, &here());
    assert!(matches!(print[..], [Effect::Go(Route::PrintPeriod { form: WORK_REPORT, .. })]));
}

#[test]
fn another_period_is_typed_and_both_languages_fit() {
    let (_folder, mut book) = sample_book::book();
    for language in Language::ALL {
        book.set_language(language);
        let mut report = opened(&mut book);
        let effects = report.update(Message::From("2026-09-01".into()), &here());
        assert_eq!(effects.len(), 1);
        let _ = serve(&mut report, &mut book, effects);
        assert_nothing_cut(&report, "term");
        assert!(report.update(Message::To("2026-0".into()), &here()).is_empty());
        assert_nothing_cut(&report, "half a date");
    }
}
