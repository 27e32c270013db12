//! How 收回执 looks.

use iced::Alignment;
use iced::Length::{Fill, FillPortion, Shrink};
use iced::widget::{Column, Row, column, container, row};

use super::{Message, NUMBER, Slips, is_open};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{
    Icon, KeyHint, banner, button, empty_state, field, panel, row_button, scroll, segments, text, toggle,
};
use crate::i18n::Tr;
use crate::ops::slips::{SlipLine, SlipRunLine, SlipRunView, SlipState};

pub(super) fn page<'a>(slips: &'a Slips, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let back = button(tr.slip_screen_back()).id("back").on_press(Message::Back);
    let mut header = Header::new(tr.slip_screen_title()).right(back);
    let Some(data) = &slips.data else { return Page::reading(header, context) };
    let (breadth, edge) = (context.breadth(), context.breadth().edge());
    let Some(view) = &data.shown else {
        let body = panel(empty_state(tr.slip_screen_empty(), None::<Element<'a, Message>>));
        let body = container(body).padding(edge).into();
        return Page { header, body, keys: Vec::new() };
    };
    let print = button(tr.slip_screen_print()).icon(Icon::Printer).key("Ctrl+P").id("print");
    header = header.right(print.on_press(Message::Print));
    let runs = data.runs.iter().map(|run| run_row(run, run.run == view.line.run, tr));
    let runs = panel(Column::with_children(runs)).head(tr.slip_screen_runs(), None::<Element<'a, Message>>);
    let left = column![Element::from(scan(slips, view, context)), runs].spacing(breadth.gap());
    let classes = classes(slips, view, context);
    let body: Element<'a, Message> = if breadth == Breadth::Wide {
        row![container(left).width(FillPortion(336)), container(classes).width(FillPortion(492))]
            .spacing(size::INSIDE)
            .into()
    } else {
        column![left, classes].spacing(breadth.gap()).into()
    };
    let body = scroll(container(body).padding([breadth.gap(), edge])).id("page").height(Fill).into();
    let keys = vec![
        KeyHint::new("Enter", tr.slip_screen_key_tick()),
        KeyHint::new("PgUp PgDn", tr.slip_screen_key_class()),
        KeyHint::new("A", tr.slip_screen_key_all()),
    ];
    Page { header, body, keys }
}

/// The field, what it ticked last, and how the run stands.
fn scan<'a>(slips: &'a Slips, view: &'a SlipRunView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let wrong = slips.wrong.as_ref().map(|why| format!("{} {}", why.happened, why.remedy));
    let number = field(NUMBER, tr.slip_screen_number(), slips.typed.as_str(), Message::Typed)
        .hint(tr.slip_screen_number_hint())
        .error(wrong);
    let said = slips.said.as_ref().map(|told| {
        let words = if told.ticked > 0 {
            tr.slip_screen_ticked(&told.class, &told.code, &told.name)
        } else {
            tr.slip_screen_already(&told.class, &told.code, &told.name)
        };
        Element::from(banner(if told.ticked > 0 { Tone::Ok } else { Tone::Info }, words).quiet())
    });
    let line = &view.line;
    let count = text(tr.slip_screen_count(
        i64::from(line.copies),
        i64::from(line.missing()),
        i64::from(line.returned),
    ));
    let due = text(tr.slip_screen_due(&tr.day(line.due))).small().ink(Ink::Text2);
    let closed = !is_open(line.state);
    let word = if closed { tr.slip_screen_reopen() } else { tr.slip_screen_close() };
    let close = button(word).small().id("close").on_press(Message::Close(!closed));
    let parts = column![number].push(said).push(count).push(due).push(close).spacing(size::GAP);
    panel(container(parts).padding(size::INSIDE).width(Fill))
        .head(line.title.clone(), Some(text(line.number.as_str()).small().ink(Ink::Text2).line()))
        .into()
}

fn run_row<'a>(run: &'a SlipRunLine, chosen: bool, tr: &Tr) -> Element<'a, Message> {
    let title = text(run.title.as_str()).bold_if(chosen).width(Fill);
    let (state, ink) = state(run.state, tr);
    let count = format!("{} / {}", run.returned, run.copies);
    let second = row![
        text(tr.slip_screen_run(&tr.day(run.due), i64::from(run.run))).small().ink(Ink::Text2).width(Fill),
        text(state).small().ink(ink).line(),
    ];
    let words = column![
        row![title, text(count).line()].spacing(size::GAP),
        second.spacing(size::GAP).align_y(Alignment::Center)
    ];
    row_button(format!("run-{}", run.run), words, Message::Run(run.run))
        .chosen(chosen)
        .height(Shrink)
        .padding([6.0, size::INSIDE])
        .into()
}

fn state(state: SlipState, tr: &Tr) -> (String, Ink) {
    match state {
        SlipState::Open => (tr.slip_state_open(), Ink::Warn),
        SlipState::Late => (tr.slip_state_late(), Ink::Bad),
        SlipState::Done => (tr.slip_state_done(), Ink::Ok),
        SlipState::Closed => (tr.slip_state_closed(), Ink::Text2),
    }
}

/// The classes with what each still owes, and the slips of the chosen one.
fn classes<'a>(slips: &'a Slips, view: &'a SlipRunView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let toggles = view.classes.iter().enumerate().map(|(at, class)| {
        let missing = class.missing().count();
        let word = if missing == 0 { tr.slip_screen_all_back() } else { missing.to_string() };
        toggle(format!("class-{at}"), class.class.as_str(), word, at == slips.class, Message::Class(at))
    });
    let toggles = Row::with_children(toggles).spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT);
    let options = [(true, tr.slip_screen_only_missing()), (false, tr.slip_screen_all())];
    let only = segments("only", options, slips.only_missing, Message::Only);
    let head = container(column![toggles, only].spacing(size::GAP)).padding(size::INSIDE).width(Fill);
    let mut rows: Vec<Element<'a, Message>> = slips.lines().map(|line| slip_row(line, tr)).collect();
    if rows.is_empty() {
        let words = text(tr.slip_nobody()).ink(Ink::Ok);
        rows.push(container(words).padding(size::INSIDE).into());
    }
    let body = column![head, Column::with_children(rows)];
    panel(body).head(tr.slip_screen_by_class(), None::<Element<'a, Message>>).into()
}

fn slip_row<'a>(line: &'a SlipLine, tr: &Tr) -> Element<'a, Message> {
    let back = line.returned_at.is_some();
    let number = text(line.code.as_str()).ink(Ink::Text2).line();
    let name = text(line.name.as_str()).width(Fill);
    let (word, ink) = match line.returned_at {
        Some(at) => (tr.slip_screen_back_at(&tr.day_and_time(at)), Ink::Ok),
        None => (tr.slip_out(), Ink::Warn),
    };
    let words = row![number, name, text(word).small().ink(ink).line()];
    let words = words.spacing(size::GAP).align_y(Alignment::Center);
    row_button(format!("slip-{}", line.code), words, Message::Toggle(line.key, !back))
        .height(Shrink)
        .padding([5.0, size::INSIDE])
        .into()
}
