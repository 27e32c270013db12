//! How the page of an alert looks.

use iced::widget::{column, container, row};
use iced::{Alignment, Length::Fill};

use super::{AlertPage, COMMENT, Message, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::screen::alert_banner::title;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{KeyHint, banner, button, field, panel, row_button, scroll, text};
use crate::ops::alerts::{AlertPerson, AlertView, AnswerWord};

pub(super) fn page<'a>(page: &'a AlertPage, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.alert_page_title());
    let Some(data) = &page.data else { return Page::reading(header, context) };
    let keys = vec![
        KeyHint::new("Ctrl+Enter", tr.alert_page_save()),
        KeyHint::new("A", tr.alert_start_plan()),
        KeyHint::new("Esc", tr.keys_back()),
    ];
    let (gap, edge) = (context.breadth().gap(), context.breadth().edge());
    let body = column![rule(data, context), answer(page, data, context), people(data, context)].spacing(gap);
    let body = scroll(container(body).padding([gap, edge])).id("alert").height(Fill).into();
    Page { header, body, keys }
}

/// What was reached, by which rule, and where that stands.
fn rule<'a>(data: &'a AlertView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let limit = data.rule.report_hours.map(|hours| tr.alert_report_within(hours)).unwrap_or_default();
    let alert = &data.alert;
    let days =
        tr.alert_page_days(&tr.day(alert.from), alert.needed, &tr.day(alert.raised_on), &tr.day(alert.to));
    let basis = tr.alert_basis(&data.rule.source, &data.rule.text, &alert.version);
    let words = column![text(basis).small().ink(Ink::Text2), text(days).small().ink(Ink::Text2)].spacing(2);
    banner(Tone::Bad, title(data, context)).right(text(limit).bold().ink(Ink::Bad)).evidence(words).into()
}

/// What was said, and what is to be said.
fn answer<'a>(page: &'a AlertPage, data: &'a AlertView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut lines = column![].spacing(size::GAP);
    if let Some(said) = &data.answer {
        for word in &said.words {
            lines =
                lines.push(text(tr.alert_word(&tr.day_and_time(word.at), &word.by, &words(word, context))));
        }
        if !said.stands {
            lines = lines.push(text(tr.alert_grew()).ink(Ink::Warn));
        }
    }
    let comment = field(COMMENT, tr.alert_page_comment(), &page.comment, Message::Comment)
        .hint(tr.alert_page_comment_hint())
        .on_submit(Message::Save);
    let reported = field("reported-to", tr.alert_page_reported(), &page.reported_to, Message::ReportedTo)
        .hint(tr.alert_page_reported_hint())
        .on_submit(Message::Save);
    let fields: Element<'a, Message> = if context.breadth() == Breadth::Narrow {
        column![Element::from(comment), Element::from(reported)].spacing(size::GAP).into()
    } else {
        row![Element::from(comment), Element::from(reported)].spacing(size::INSIDE).into()
    };
    let save = button(tr.alert_page_save()).primary().key("Ctrl+Enter").id("save").on_press(Message::Save);
    let plan = button(tr.alert_start_plan()).key("A").id("start-plan").on_press(Message::Plan);
    let buttons = row![save, plan].spacing(size::GAP).wrap().vertical_spacing(size::GAP);
    let note = text(tr.alert_page_note()).small().ink(Ink::Text2);
    let lines = lines.push(fields).push(buttons).push(note);
    panel(container(lines).padding(size::INSIDE).width(Fill))
        .head(tr.alert_page_answer(), None::<Element<'a, Message>>)
        .into()
}

fn words(word: &AnswerWord, context: &Context) -> String {
    let tr = &context.tr;
    let told = word.reported_to.as_ref().map(|to| tr.alert_reported_to(to));
    let said: Vec<String> =
        told.into_iter().chain([word.comment.clone()]).filter(|text| !text.is_empty()).collect();
    if said.is_empty() { tr.alert_seen() } else { said.join(&tr.ops_list_mark()) }
}

/// Everyone whom it counts; each opens the sheet.
fn people<'a>(data: &'a AlertView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let last = data.people.len().saturating_sub(1);
    let rows = data.people.iter().enumerate().map(|(at, person)| {
        let sheet = row_button(row_id(person.person), line(person, context), Message::Open(person.person))
            .zebra(at % 2 == 1)
            .last(at == last)
            .height(iced::Length::Shrink);
        let case = button(tr.sheet_key_case()).small().id(format!("case-{}", person.person));
        let case = container(case.on_press(Message::Case(person.person))).padding([2.0, size::GAP]);
        row![container(Element::from(sheet)).width(Fill), case].align_y(Alignment::Center).into()
    });
    let rows = column(rows.collect::<Vec<Element<'a, Message>>>());
    panel(rows).head(tr.alert_page_people(data.people.len()), None::<Element<'a, Message>>).into()
}

fn line<'a>(person: &'a AlertPerson, context: &Context) -> Element<'a, Message> {
    let seat = person.seat_no.map(|seat| seat.to_string()).unwrap_or_default();
    let group = container(text(person.group_name.as_str()).shorten()).width(GROUP);
    let seat = container(text(seat).ink(Ink::Text2).line()).width(SEAT);
    let name = text(person.name.as_str()).shorten_middle();
    let said = text(person.words.as_str()).ink(Ink::Text2);
    let line: Element<'a, Message> = if context.breadth() == Breadth::Narrow {
        let first = row![group, seat, container(name).width(Fill)].spacing(size::GAP);
        column![first, said].into()
    } else {
        let name = container(name).width(NAME);
        row![group, seat, name, said.width(Fill)].spacing(size::GAP).align_y(Alignment::Center).into()
    };
    container(line).padding([4.0, size::EDGE]).width(Fill).into()
}

/// Widths of the columns.
const GROUP: f32 = 110.0;
const SEAT: f32 = 32.0;
const NAME: f32 = 200.0;
