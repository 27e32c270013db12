//! Somebody under observation or in isolation: what was seen, the next look, the end.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{Column, Row, column, container, row};

use super::super::details::{DetailMessage, DetailPlace};
use super::super::{LookPlace, Message, ReturnsTab};
use super::{details, head, labelled, titled};
use crate::domain::isolation::{FollowUp, IsolationEnd, IsolationKind};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{State, button, chip, field, text, toggle};
use crate::ops::isolation::IsolationLine;

/// The row in the list.
pub(super) fn summary<'a>(it: &'a IsolationLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let since = tr.isolation_under_way(&it.day.to_string());
    let words = it.last.as_deref().filter(|words| !words.is_empty()).unwrap_or(&it.words);
    let state: Element<'a, Message> = match it.until {
        Some(until) if it.over => chip(State::Late, tr.isolation_over(&tr.day(until))).into(),
        _ if !it.followed => chip(State::Unchecked, tr.isolation_not_followed()).into(),
        Some(until) => text(tr.isolation_until(&tr.day(until))).small().ink(Ink::Text2).into(),
        None => text(it.body.place.as_deref().unwrap_or_default()).small().ink(Ink::Text2).into(),
    };
    let kind = row![text(tr.isolation_kind(it.kind)).small().line(), text(words).small(), state]
        .spacing(size::GAP)
        .align_y(Alignment::Center)
        .wrap();
    column![head(&it.name, &it.class, since), kind].width(Fill).into()
}

/// The chosen one.
pub(super) fn detail<'a>(
    tab: &'a ReturnsTab,
    it: &'a IsolationLine,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    if let Some(form) = &tab.details {
        return details::detail(form, it, context);
    }
    let begun = tr.isolation_begun(&it.from_at.format("%m-%d %H:%M").to_string(), &it.body.recorded_by);
    let mut facts = vec![begun];
    facts.extend((!it.words.is_empty()).then(|| it.words.clone()));
    let proposed = it.until_by.as_ref().zip(it.until);
    facts.extend(proposed.map(|(by, until)| tr.isolation_proposed(by, &tr.day(until))));
    facts.extend(DetailPlace::ALL.into_iter().filter_map(|place| {
        let value = place.value(&it.body)?;
        Some(match place {
            DetailPlace::Place | DetailPlace::Note => value,
            _ => tr.isolation_detail_fact(&place.label(tr), &value),
        })
    }));
    let facts = Row::with_children(facts.into_iter().map(|words| text(words).ink(Ink::Text2).into()))
        .spacing(size::EDGE)
        .wrap();
    let looks = it.body.follow_ups.iter().rev().take(8).map(|seen| look(seen, context));
    let looks = Column::with_children(looks).spacing(2);
    let parts = column![facts, looks, form(tab, context)].spacing(size::INSIDE).padding(size::INSIDE);
    let title = tr.isolation_title(&it.class, &tr.isolation_kind(it.kind), &it.name);
    titled(title, parts.into(), ends(it, context), context)
}

fn look<'a>(seen: &'a FollowUp, context: &'a Context) -> Element<'a, Message> {
    let tag = context.tr.language().tag();
    let mut words: Vec<String> = seen.temperature.iter().map(|value| format!("{value} ℃")).collect();
    words.extend(seen.symptoms.iter().map(|code| context.rules.name(code, tag).to_owned()));
    words.extend(seen.note.clone());
    let at = seen.at.format("%m-%d %H:%M").to_string();
    row![
        text(at).small().ink(Ink::Text2).line(),
        text(words.join(" ")),
        text(seen.by.as_str()).small().ink(Ink::Text3)
    ]
    .spacing(size::INSIDE)
    .wrap()
    .into()
}

/// The next look.
fn form<'a>(tab: &'a ReturnsTab, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let tag = tr.language().tag();
    let odd = tab.refused && tab.look.is_odd();
    let temperature =
        field(LookPlace::Temperature.id(), tr.isolation_temperature(), &tab.look.temperature, |typed| {
            Message::Looked(LookPlace::Temperature, typed)
        })
        .error(odd.then(|| tr.sheet_no_temperature(&tab.look.temperature)));
    let note = field(LookPlace::Note.id(), tr.return_note(), &tab.look.note, |typed| {
        Message::Looked(LookPlace::Note, typed)
    });
    let fields =
        row![container(Element::from(temperature)).width(150), container(Element::from(note)).width(260)]
            .spacing(size::INSIDE)
            .wrap()
            .vertical_spacing(size::GAP);
    let symptoms = context.rules.symptoms().iter().map(|entry| {
        let on = tab.look.symptoms.contains(&entry.code);
        let message = Message::Symptom(entry.code.clone());
        toggle(format!("look-{}", entry.code), entry.name.get(tag), "", on, message)
    });
    let symptoms = Row::with_children(symptoms).spacing(6).wrap().vertical_spacing(6);
    let symptoms = labelled(tr.isolation_symptoms(), symptoms.into());
    column![fields, symptoms].spacing(size::GAP).into()
}

fn ends<'a>(it: &'a IsolationLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let offered: &[IsolationEnd] = match it.kind {
        IsolationKind::Observation => {
            &[IsolationEnd::BackToClass, IsolationEnd::TakenHome, IsolationEnd::Hospital]
        }
        IsolationKind::Isolation => &[IsolationEnd::Released, IsolationEnd::Hospital],
    };
    let ends = offered.iter().map(|end| {
        let id = format!("end-{}", end.name());
        button(tr.isolation_end(*end)).id(id).on_press(Message::End(*end)).into()
    });
    let follow =
        button(tr.isolation_follow()).primary().key("Ctrl+Enter").id("follow").on_press(Message::Follow);
    let details =
        button(tr.isolation_details()).key("E").id("details").on_press(Message::Detail(DetailMessage::Open));
    let all =
        Row::with_children(ends).push(details).push(follow).spacing(size::GAP).align_y(Alignment::Center);
    container(all.wrap().vertical_spacing(size::GAP)).padding(size::INSIDE).into()
}
