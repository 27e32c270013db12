use chrono::NaiveDate;
use iced::keyboard::{Key, Modifiers, key::Named};

use super::*;
use crate::domain::group::Group;
use crate::domain::progress::Silent;
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick, Scroll};
use crate::gui::screen::bench::{assert_nothing_cut, assert_tab_reaches_all, committed, context, picture};
use crate::gui::screen::{KeyPress, Screen};
use crate::i18n::{Explain, Language};
use crate::ops::print::{ListingGroup, PrintOp, PrintedName};
use crate::ops::{Answer, Book, Op, Query, sample_book};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

fn here() -> Context {
    context(Language::Chinese, (1024.0, 768.0))
}

fn letter() -> PaperId {
    PaperId::Letter("winter".to_owned())
}

fn form(id: &str) -> PaperId {
    PaperId::Form(id.to_owned())
}

/// Gives the screen what it asks for until it asks for nothing more.
fn settle(print: &mut Print, book: &mut Book, effects: Vec<Effect>) {
    for effect in effects {
        if let Effect::Load(query) = effect {
            let answer = book.load(&query).unwrap();
            let more = print.answered(answer, &here());
            settle(print, book, more);
        }
    }
}

fn opened(book: &mut Book, paper: Option<PaperId>) -> Print {
    let mut print = Print::new(paper, today());
    let effects = print.queries(&here()).into_iter().map(Effect::Load).collect();
    settle(&mut print, book, effects);
    print
}

fn say(print: &mut Print, book: &mut Book, message: Message) -> Vec<Effect> {
    let effects = print.update(message, &here());
    settle(print, book, effects.clone());
    effects
}

fn press(print: &Print, key: Key, modifiers: Modifiers) -> Option<Message> {
    print.key(&KeyPress { key, modifiers, in_field: false }, &here())
}

fn sign(print: &Print, sign: &str) -> Option<Message> {
    press(print, Key::Character(sign.into()), Modifiers::empty())
}

#[test]
fn the_daily_report_is_shown_first_and_names_the_unchecked_classes() {
    let (_folder, mut book) = sample_book::book();
    let print = opened(&mut book, None);
    let Preview { document, facts, .. } = print.preview.as_ref().unwrap();
    assert_eq!((document.sheets.len(), facts.unchecked.len()), (1, 3));
    assert!(facts.landscape && facts.balances);
    let papers = book.papers(today()).unwrap();
    assert_eq!(print.listings().len(), papers.forms.len() + papers.letters.len());
    assert_eq!(print.listings().last().unwrap().group, ListingGroup::Plan);
    assert_eq!(print.file_name(FileKind::Pdf), "学校晨检日报（附表 2）_2026-11-23.pdf");
}

#[test]
fn arrows_choose_a_form_and_each_is_looked_at_afresh() {
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, None);
    assert_eq!(press(&print, Key::Named(Named::ArrowDown), Modifiers::empty()), Some(Message::Move(1)));
    let _ = say(&mut print, &mut book, Message::Move(1));
    assert_eq!(print.request.paper, form("class-day"));
    assert_eq!(print.pages(), 3);
    let _ = say(&mut print, &mut book, Message::Look(Look::Page(1)));
    assert_eq!(print.page, 1);
    let _ = say(&mut print, &mut book, Message::Look(Look::Page(i32::MAX)));
    assert_eq!(print.page, 2);
    let class = print.papers.as_ref().unwrap().classes[1].0;
    let _ = say(&mut print, &mut book, Message::Scope);
    assert!(print.choosing);
    assert_nothing_cut(&print, "classes");
    assert_tab_reaches_all(&print, "classes");
    picture(&print, &here(), "print-classes");
    // The arrows go from one to the next, and end at the last.
    let here_and_now = here();
    let view = crate::gui::screen::bench::whole(&print, &here_and_now);
    let mut stage = crate::gui::widget::stage::Stage::new(view, here_and_now.size);
    let step = crate::gui::widget::focus::Step::To("class-all".into());
    let _ = stage.operate::<()>(crate::gui::widget::focus::step(step));
    stage.key(Named::ArrowRight, Modifiers::empty());
    let offer = |at| Message::List(ListMessage::Offer(at));
    assert_eq!(stage.messages().into_iter().flatten().last(), Some(offer(1)));
    drop(stage);
    let focus = |print: &mut Print, at| print.update(offer(at), &here());
    assert_eq!(focus(&mut print, 0), [Effect::Focus("class-all".into())]);
    let last = print.offered().last().unwrap().0.clone();
    assert_eq!(focus(&mut print, 99), [Effect::Focus(last.into())]);
    let _ = say(&mut print, &mut book, Message::Group(Some(Group::Class(class))));
    assert_eq!((print.page, print.pages(), print.choosing), (0, 1, false));
    assert_eq!(print.file_name(FileKind::Pdf), "班级晨检表（附表 1）_三（2）_2026-11-23.pdf");
    let _ = say(&mut print, &mut book, Message::Filling(Filling::Blank));
    // The report is for the whole school again.
    let _ = say(&mut print, &mut book, Message::Move(-1));
    assert_eq!(print.request.scope, PrintScope::School);
    let _ = say(&mut print, &mut book, Message::Paper(letter()));
    assert_eq!((print.request.filling, print.pages()), (Filling::Recorded, 29), "letters are never blank");
    assert_eq!(sign(&print, "b"), None);
    assert_eq!(press(&print, Key::Character("e".into()), Modifiers::COMMAND), None, "no workbook of letters");
}

#[test]
fn a_form_is_found_by_sounds_and_the_arrows_go_through_what_is_found() {
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, None);
    assert_eq!(sign(&print, "f"), Some(Message::List(ListMessage::Seek)));
    let find = |typed: &str| Message::List(ListMessage::Find(typed.to_owned()));
    let _ = say(&mut print, &mut book, find("bjtf"));
    let found: Vec<&str> = print.found().iter().map(|listing| listing.id.as_str()).collect();
    assert_eq!(found, ["ventilation"]);
    assert_nothing_cut(&print, "found");
    assert_tab_reaches_all(&print, "found");
    let _ = say(&mut print, &mut book, Message::Move(1));
    assert_eq!(print.request.paper, form("ventilation"));
    assert_eq!(print.escape(), Some(find("")));
    let _ = say(&mut print, &mut book, find(""));
    assert!(print.found().len() > 40);
}

#[test]
fn a_whole_other_date_asks_for_papers_and_preview_anew() {
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, None);
    assert_eq!(print.update(Message::Date("2026-11".into()), &here()), []);
    assert_nothing_cut(&print, "half a date");
    let effects = say(&mut print, &mut book, Message::Date("2026-11-20".into()));
    let date = NaiveDate::from_ymd_opt(2026, 11, 20).unwrap();
    assert_eq!(effects[0], Effect::Load(Query::Papers(date)));
    assert_eq!(print.request.date, date);
}

#[test]
fn saving_offers_a_path_runs_the_act_and_says_where_the_file_is() {
    let (folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, None);
    assert_eq!(
        press(&print, Key::Character("s".into()), Modifiers::COMMAND),
        Some(Message::Save(FileKind::Pdf))
    );
    let effects = say(&mut print, &mut book, Message::Save(FileKind::Pdf));
    assert_eq!(effects, [Effect::Focus("path".into())]);
    assert!(print.saving.as_ref().unwrap().path.ends_with("学校晨检日报（附表 2）_2026-11-23.pdf"));
    assert_nothing_cut(&print, "saving");
    assert_tab_reaches_all(&print, "saving");
    assert_eq!(committed(&print, "path", "桌面").len(), 1);
    picture(&print, &here(), "print-saving");
    let choose = say(&mut print, &mut book, Message::Choose);
    assert!(
        matches!(choose.as_slice(), [Effect::Pick(Pick::Save(_, name, "pdf"))] if name.contains("2026-11-23"))
    );
    let _ = say(&mut print, &mut book, Message::Path("  ".into()));
    assert_eq!(say(&mut print, &mut book, Message::Write), [Effect::Focus("path".into())]);
    assert!(print.saving.as_ref().unwrap().wrong.is_some());
    assert_nothing_cut(&print, "no path");
    let path = folder.path().join("日报");
    let _ = say(&mut print, &mut book, Message::Path(path.display().to_string()));
    let effects = say(&mut print, &mut book, Message::Write);
    let [Effect::Run(op)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(print.busy && print.escape() == Some(Message::Stop));
    assert_eq!(print.update(Message::Stop, &here()), [Effect::Cancel]);
    let outcome = book.run(op, &mut Silent).unwrap();
    let done = print.done(op, &outcome.value, &here());
    let file = path.with_extension("pdf");
    assert!(file.is_file(), "the ending was added");
    let saved_in = Effect::Prefer(crate::gui::effect::Preference::SavedIn(folder.path().to_owned()));
    assert!(done.contains(&saved_in), "{done:?}");
    // Next time that folder is proposed first.
    let next = Context { saved_in: Some(folder.path().to_owned()), ..here() };
    print.update(Message::Save(FileKind::Pdf), &next);
    assert!(print.saving.as_ref().unwrap().path.starts_with(&folder.path().display().to_string()));
    print.update(Message::Close, &next);
    print.said = Some(Said::Saved(file.clone()));
    assert_eq!(print.said, Some(Said::Saved(file)));
    assert_nothing_cut(&print, "saved");
    picture(&print, &here(), "print-saved");
}

#[test]
fn letters_of_the_whole_school_show_progress_and_stop_with_esc() {
    use crate::domain::progress::{Cancelled, Stage};
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, Some(letter()));
    picture(&print, &here(), "print-letter");
    let effects = say(&mut print, &mut book, Message::Send);
    let [Effect::Run(op @ Op::Print(PrintOp::Send { .. }))] = effects.as_slice() else {
        panic!("{effects:?}")
    };
    let mut context = here();
    context.work = Some(crate::gui::runner::Work { stage: Stage::LayingOut, done: 120, total: 365 });
    picture(&print, &context, "print-working");
    assert_nothing_cut(&print, "working");
    assert_tab_reaches_all(&print, "working");
    let why = crate::ops::OpError::Cancelled(Cancelled).explain(book.tr());
    assert_eq!(print.refused(op, &why, &here()), Some(Vec::new()));
    assert_eq!((print.busy, print.said.clone()), (false, Some(Said::Cancelled)));
    assert_nothing_cut(&print, "cancelled");
    let why = crate::ops::OpError::NoPrinting.explain(book.tr());
    let _ = print.refused(op, &why, &here());
    assert_nothing_cut(&print, "no printer");
    picture(&print, &here(), "print-no-printer");
}

#[test]
fn names_that_no_font_draws_wait_for_a_choice() {
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, Some(letter()));
    let lost =
        |n: usize| PrintedName { class: "三（2）".into(), seat_no: n.to_string(), name: "𬱖".into() };
    print.preview.as_mut().unwrap().facts.missing = (1..9).map(lost).collect();
    assert!(print.blocked() && !print.ready());
    let effects = print.update(Message::Send, &here());
    assert_eq!(effects, [Effect::Notify(here().tr.print_screen_stopped()), Effect::Focus("missing".into())]);
    assert_nothing_cut(&print, "missing");
    assert_tab_reaches_all(&print, "missing");
    picture(&print, &here(), "print-missing");
    let load = print.update(Message::Missing(MissingGlyph::Rule), &here());
    assert!(
        matches!(load.as_slice(), [Effect::Load(Query::Preview(request, 0))] if request.missing == MissingGlyph::Rule)
    );
    assert!(print.ready());
    let facts = &mut print.preview.as_mut().unwrap().facts;
    facts.left_out = (1..9).map(lost).collect();
    facts.empty_fields = 12;
    assert_nothing_cut(&print, "left out");
}

#[test]
fn zoom_goes_through_sizes_and_back_to_the_page() {
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, None);
    let (plus, minus) = (sign(&print, "+").unwrap(), sign(&print, "-").unwrap());
    let _ = print.update(plus.clone(), &here());
    assert_eq!(print.zoom, Zoom::Percent(75), "the whole page is a little over 50 %");
    let _ = print.update(plus, &here());
    assert_eq!(print.zoom, Zoom::Percent(100));
    picture(&print, &here(), "print-100");
    let _ = print.update(minus, &here());
    assert_eq!(print.zoom, Zoom::Percent(75));
    let _ = print.update(sign(&print, "1").unwrap(), &here());
    assert_eq!(print.zoom, Zoom::Width);
    let _ = print.update(sign(&print, "0").unwrap(), &here());
    assert_eq!(print.zoom, Zoom::Page);
}

#[test]
fn every_paper_is_shown_whole_in_both_languages() {
    let (_folder, mut book) = sample_book::book();
    let mut nobody = Print::new(None, today());
    assert_nothing_cut(&nobody, "before the answer");
    let empty = Papers {
        forms: vec![],
        letters: vec![],
        classes: vec![],
        groups: vec![],
        labels: vec![],
        order: crate::ops::roster::RosterOrder::Seat,
        others: vec![],
        sessions: vec![],
        issued: vec![],
    };
    assert_eq!(nobody.answered(Answer::Papers(Box::new(empty)), &here()), [Effect::Focus("import".into())]);
    assert_nothing_cut(&nobody, "no roster");
    assert_tab_reaches_all(&nobody, "no roster");
    for language in Language::ALL {
        book.set_language(language);
        let mut print = opened(&mut book, None);
        for paper in print.listings().iter().map(|listing| listing.paper.clone()).collect::<Vec<_>>() {
            let _ = say(&mut print, &mut book, Message::Paper(paper.clone()));
            assert_nothing_cut(&print, &format!("{language:?} {paper:?}"));
            assert_tab_reaches_all(&print, &format!("{paper:?}"));
            picture(
                &print,
                &context(language, (1024.0, 768.0)),
                &format!("print-{language:?}-{}", row_id(&paper)),
            );
        }
    }
    let print = opened(&mut book, Some(form("plan-checklist")));
    let mut dark = here();
    dark.theme = crate::gui::Theme::Dark;
    picture(&print, &dark, "print-dark");
    picture(&print, &context(Language::English, (682.0, 460.0)), "print-middle");
    assert_eq!(committed(&print, "date", "2").len(), 1);
}

#[test]
fn a_path_that_fails_stays_as_typed_with_what_is_wrong() {
    let (folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, None);
    let _ = say(&mut print, &mut book, Message::Save(FileKind::Pdf));
    let typed = folder.path().join("没有/日报.pdf").display().to_string();
    let _ = say(&mut print, &mut book, Message::Path(typed.clone()));
    let effects = say(&mut print, &mut book, Message::Write);
    let [Effect::Run(op)] = effects.as_slice() else { panic!("{effects:?}") };
    let why = book.run(op, &mut Silent).unwrap_err().explain(book.tr());
    assert_eq!(print.refused(op, &why, &here()), Some(vec![Effect::Focus("path".into())]));
    let saving = print.saving.as_ref().unwrap();
    assert_eq!(saving.path, typed);
    assert!(saving.wrong.as_ref().unwrap().contains(&why.remedy) && print.said.is_none());
    picture(&print, &here(), "print-save-failed");
    // As short as on a real computer: the test's own folder is longer than the smallest window.
    print.saving.as_mut().unwrap().wrong = Some(why.remedy);
    assert_nothing_cut(&print, "failed");
    assert_tab_reaches_all(&print, "failed");
    let effects = say(&mut print, &mut book, Message::Path(folder.path().join("a").display().to_string()));
    assert!(effects.is_empty() && print.saving.as_ref().unwrap().wrong.is_none());
    assert!(matches!(say(&mut print, &mut book, Message::Write).as_slice(), [Effect::Run(_)]));
}

#[test]
fn a_school_of_letters_is_laid_out_page_by_page() {
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, Some(letter()));
    let laid_out = |print: &Print| {
        let preview = print.preview.as_ref().unwrap();
        (preview.first, preview.document.sheets.len(), print.pages())
    };
    assert_eq!(laid_out(&print), (0, 8, 29));
    assert_eq!(say(&mut print, &mut book, Message::Look(Look::Page(1))), []);
    let effects = print.update(Message::Look(Look::Page(i32::MAX)), &here());
    assert!(matches!(effects.as_slice(), [Effect::Load(Query::Preview(_, 28))]));
    assert!(print.sheet().is_none());
    assert_nothing_cut(&print, "a page that is on its way");
    settle(&mut print, &mut book, effects);
    assert_eq!(laid_out(&print), (26, 3, 29));
    assert!(print.sheet().is_some());
}

#[test]
fn a_zoomed_sheet_scrolls_with_the_keys_and_goes_on_to_the_next() {
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, Some(form("class-day")));
    let plain = |key| (key, Modifiers::empty());
    let look = |print: &Print, (key, modifiers)| match press(print, Key::Named(key), modifiers) {
        Some(Message::Look(look)) => look,
        other => panic!("{other:?}"),
    };
    assert_eq!(look(&print, plain(Named::PageDown)), Look::Page(1));
    let _ = print.update(Message::Look(Look::Zoom(Zoom::Percent(200))), &here());
    assert_eq!(look(&print, plain(Named::ArrowDown)), Look::Scroll(0, 1));
    assert_eq!(look(&print, plain(Named::ArrowLeft)), Look::Scroll(-1, 0));
    assert_eq!(look(&print, plain(Named::End)), Look::Edge(1));
    assert_eq!(look(&print, (Named::End, Modifiers::COMMAND)), Look::Page(i32::MAX));
    let scrolled = |effects: &[Effect]| match effects {
        [Effect::Scroll(_, to)] => *to,
        other => panic!("{other:?}"),
    };
    let leap = |print: &mut Print, step| print.update(Message::Look(Look::Leap(step)), &here());
    assert!(matches!(scrolled(&leap(&mut print, 1)), Scroll::By(_, down) if down > 100.0));
    assert_eq!(print.page, 0);
    let end = Reach { above: true, below: false, room: 400.0 };
    let _ = print.update(Message::Look(Look::Seen(end)), &here());
    assert_eq!(scrolled(&leap(&mut print, 1)), Scroll::Top);
    assert_eq!(print.page, 1);
    let top = Reach { above: false, below: true, room: 400.0 };
    let _ = print.update(Message::Look(Look::Seen(top)), &here());
    assert_eq!(scrolled(&leap(&mut print, -1)), Scroll::End);
    assert_eq!(print.page, 0);
}

#[test]
fn a_check_sheet_is_printed_of_a_dormitory_and_of_the_staff() {
    let (_folder, mut book) = sample_book::book();
    let (boarder, name) = (sample_book::person(101), "二号楼东侧三层男生宿舍 203");
    book.set_dormitory(boarder, Some(name), today()).unwrap();
    let room = book.find_room(name).unwrap().group;
    let mut print = opened(&mut book, Some(form("class-day")));
    let _ = say(&mut print, &mut book, Message::Scope);
    assert_eq!(print.groups().count(), 5, "three classes, a dormitory, the staff");
    assert_nothing_cut(&print, "groups");
    assert_tab_reaches_all(&print, "groups");
    let text = |print: &Print| crate::paper::layout::tests::words(print.sheet().unwrap());
    let _ = say(&mut print, &mut book, Message::Group(Some(room)));
    assert_eq!((print.request.session, print.pages()), (Session::Evening, 1));
    assert_nothing_cut(&print, "dormitory");
    let _ = say(&mut print, &mut book, Message::Filling(Filling::Blank));
    assert!(text(&print).contains("学生0101") && text(&print).contains("203"), "{}", text(&print));
    let _ = say(&mut print, &mut book, Message::Group(Some(Group::Staff)));
    assert_eq!(print.request.session, Session::Morning);
    assert!(text(&print).contains("教职工晨检登记表") && text(&print).contains("黄国强"), "{}", text(&print));
    let _ = say(&mut print, &mut book, Message::Paper(form("class-week")));
    assert_eq!(print.request.scope, PrintScope::Group(Group::Staff));
    assert!(text(&print).contains("教职工晨检周表"), "{}", text(&print));
    let _ = say(&mut print, &mut book, Message::Paper(letter()));
    assert_eq!(print.request.scope, PrintScope::School, "letters go to guardians");
}

#[test]
fn a_check_sheet_prints_the_session_that_is_chosen() {
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, None);
    assert_eq!(sign(&print, "s"), None, "the report is of the morning");
    let _ = say(&mut print, &mut book, Message::Paper(form("class-day")));
    assert_eq!(print.sessions(), [Session::Morning, Session::Noon, Session::Evening]);
    assert_eq!(sign(&print, "s"), Some(Message::Session(Session::Noon)));
    let _ = say(&mut print, &mut book, Message::Session(Session::Noon));
    let shown = crate::paper::layout::tests::words(print.sheet().unwrap());
    assert!(shown.contains("午检"), "{shown}");
    assert_nothing_cut(&print, "sessions");
    assert_tab_reaches_all(&print, "sessions");
    picture(&print, &here(), "print-session");
    let _ = say(&mut print, &mut book, Message::Paper(form("class-week")));
    assert_eq!(print.request.session, Session::Morning);
}

#[test]
fn what_was_issued_is_listed_opened_and_corrected() {
    let (folder, mut book) = sample_book::book();
    sample_book::hand_in(&mut book, sample_book::morning(1, today()), &[]);
    let save = |book: &mut Book, request: PrintRequest| {
        let path = folder.path().join("x.pdf");
        let _ = book.run_print(&PrintOp::SavePdf { request, path }, &mut Silent).unwrap();
    };
    save(&mut book, PrintRequest::form("school-day", today()));
    save(&mut book, PrintRequest::letter("winter", today()));
    sample_book::hand_in(&mut book, sample_book::morning(2, today()), &[]);
    let mut print = opened(&mut book, None);
    let keys: Vec<_> = print.issued().iter().map(|line| line.key).collect();
    assert_eq!((keys.len(), print.choices().len()), (2, print.listings().len() + 2));
    let report = print.issued().iter().find(|line| line.is_changed()).unwrap().key;
    let _ = say(&mut print, &mut book, Message::Paper(PaperId::Issued(report)));
    assert_eq!(print.file_name(FileKind::Pdf), "学校晨检日报（附表 2）_SQ-20261123-01.pdf");
    let facts = &print.preview.as_ref().unwrap().facts;
    assert_eq!(facts.unchecked, ["三（2）", "九（1）"], "as it was");
    assert!(print.ready() && print.has_workbook());
    for language in Language::ALL {
        book.set_language(language);
        let mut print = opened(&mut book, Some(PaperId::Issued(report)));
        assert_nothing_cut(&print, "issued");
        assert_tab_reaches_all(&print, "issued");
        picture(&print, &context(language, (1024.0, 768.0)), &format!("print-issued-{language:?}"));
        let letters = keys.iter().find(|key| **key != report).copied().unwrap();
        let _ = say(&mut print, &mut book, Message::Paper(PaperId::Issued(letters)));
        assert!(!print.has_workbook() && print.pages() == 29);
        assert_nothing_cut(&print, "letters issued");
    }
    book.set_language(Language::Chinese);
    let effects = say(&mut print, &mut book, Message::Correct);
    assert!(matches!(
        effects.as_slice(),
        [Effect::Load(Query::Papers(_)), Effect::Load(_), Effect::Focus(_)]
    ));
    let facts = &print.preview.as_ref().unwrap().facts;
    assert_eq!(facts.corrects.as_deref(), Some("SQ-20261123-01"));
    assert_eq!(facts.number.as_deref(), Some("SQ-20261123-02"));
}

#[test]
fn an_answer_about_another_paper_is_late() {
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, None);
    let late = book.load(&Query::Preview(PrintRequest::form("class-week", today()), 0)).unwrap();
    let before = print.preview.clone();
    assert_eq!(print.answered(late, &here()), []);
    assert_eq!(print.preview, before);
}

#[test]
fn a_day_without_a_report_is_explained_in_place() {
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, None);
    let sunday = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
    let _ = print.update(Message::Date(sunday.to_string()), &here());
    let query = Query::Preview(print.request.clone(), 0);
    let why = book.load(&query).unwrap_err().explain(book.tr());
    assert_eq!(print.unanswered(&query, &why, &here()), Some(Vec::new()));
    assert!(print.preview.is_none() && !print.ready());
    assert_nothing_cut(&print, "no report");
}

#[test]
fn a_form_or_letter_is_changed_by_a_key_and_marked_as_the_schools_own() {
    let (_folder, mut book) = sample_book::book();
    let mut print = opened(&mut book, Some(form("visitor")));
    assert_eq!(sign(&print, "e"), Some(Message::Go(Route::PaperEditor(form("visitor")))));
    assert!(!print.listing().unwrap().own);
    let mut own = crate::ops::own_papers::OwnForm::of("visitor");
    own.title.set(Language::Chinese, "来客登记".to_owned());
    book.set_own_papers(&[crate::ops::own_papers::OwnPaper::Form(own)]).unwrap();
    print = opened(&mut book, Some(form("visitor")));
    assert!(print.listing().unwrap().own);
    assert_nothing_cut(&print, "a form of the school's own");
    picture(&print, &here(), "print-own-version");
    for paper in [form("labels"), form("work-report")] {
        let print = opened(&mut book, Some(paper));
        assert_eq!(sign(&print, "e"), None);
    }
}
