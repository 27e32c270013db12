//! How 摸排 looks.

use iced::Alignment;
use iced::Length::{Fill, Shrink};
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{Column, Row, column, container, row};

use super::super::frame;
use super::form::{NewForm, NewMessage, NewPlace, TalkPlace};
use super::{Message, ScreeningsPart, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::Page;
use crate::gui::screen::gate::name_line;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{
    Icon, KeyHint, State, button, chip, date_field, empty_state, error_line, field, first_keys, panel,
    row_button, text,
};
use crate::ops::home::ScreeningLine;

pub(super) fn page<'a>(part: &'a ScreeningsPart, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let new = button(tr.screening_new()).key("Ctrl+N").id("new").on_press(Message::New(NewMessage::Open));
    let header = frame::header(context).right(new);
    let Some(lines) = &part.data else { return Page::reading(header, context) };
    let form = part.new.as_ref().map(|form| listing(part, form, context));
    let detail = form.or_else(|| part.line().map(|line| detail(part, line, context)));
    let list: Element<'a, Message> = if lines.is_empty() {
        panel(empty_state(tr.screening_nobody(), None::<Element<'a, Message>>)).into()
    } else {
        let last = lines.len() - 1;
        let rows = lines.iter().enumerate().map(|(at, line)| {
            row_button(row_id(line.id), summary(line, context), Message::Choose(line.id))
                .chosen(part.chosen == Some(line.id))
                .last(at == last)
                .height(Shrink)
                .padding([6.0, size::INSIDE])
                .into()
        });
        panel(Column::with_children(rows).width(Fill)).into()
    };
    let keys = vec![
        KeyHint::new("Enter", tr.screening_talk()),
        KeyHint::new("Ctrl+N", tr.screening_new()),
        KeyHint::new("↑↓", tr.home_key_move()),
        KeyHint::new("P", tr.trace_key_person()),
    ];
    Page { header, body: frame::side_by_side(list, detail, context), keys }
}

fn summary<'a>(line: &'a ScreeningLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let state: Element<'a, Message> = match (&line.closing, line.next_call) {
        (Some(closing), _) => text(closing.as_str()).small().ink(Ink::Ok).into(),
        (None, Some(next)) if line.due => {
            let late = if next < context.now { State::Late } else { State::Running };
            chip(late, tr.screening_next(&tr.day_and_time(next))).into()
        }
        (None, Some(next)) => text(tr.screening_next(&tr.day_and_time(next))).small().ink(Ink::Text2).into(),
        (None, None) => text("").into(),
    };
    let name = container(text(line.name.as_str()).bold().name()).max_width(170);
    let who = row![name, text(line.class.as_str()).ink(Ink::Text2).line()].spacing(size::GAP);
    column![who, text(line.words.as_str()).small(), state].spacing(2).width(Fill).into()
}

fn detail<'a>(
    part: &'a ScreeningsPart,
    line: &'a ScreeningLine,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut parts: Vec<Element<'a, Message>> = vec![text(line.words.as_str()).into()];
    parts.extend(line.phone.as_ref().map(|phone| text(phone.as_str()).title().into()));
    let source = line.body.source.as_ref().map(|source| tr.screening_source(source));
    let listed = tr.screening_listed(&line.body.recorded_by, &tr.day(line.listed_on));
    parts.extend(std::iter::once(listed).chain(source).map(frame::hint));
    parts.extend(line.body.talks.iter().rev().map(|talk| {
        let head = tr.screening_talked(&tr.day_and_time(talk.at), &talk.by);
        column![text(head).small().ink(Ink::Text2), text(talk.what.as_str())].into()
    }));
    if let Some(closing) = &line.body.closing {
        parts.extend(line.closing.as_ref().map(|words| text(words.as_str()).bold().into()));
        parts.extend(closing.note.as_ref().map(|note| text(note.as_str()).into()));
        parts.push(frame::hint(closing.by.clone()));
    } else {
        parts.extend(talk(part, context));
    }
    let person = button(tr.trace_key_person()).small().key("P").id("person").on_press(Message::Person);
    parts.push(person.into());
    frame::sheet(tr.screening_who(&line.class, &line.name), parts)
}

fn talk<'a>(part: &'a ScreeningsPart, context: &'a Context) -> Vec<Element<'a, Message>> {
    let tr = &context.tr;
    let typed = |place| move |words| Message::Typed(place, words);
    let what = field(TalkPlace::What.id(), tr.screening_what(), &part.talk.what, typed(TalkPlace::What));
    let what = column![Element::from(what)].push(part.wrong.clone().map(error_line));
    let phone = field(TalkPlace::Phone.id(), tr.screening_phone(), &part.talk.phone, typed(TalkPlace::Phone));
    let next = date_field(
        TalkPlace::Next.id(),
        tr.screening_next_day(),
        &part.talk.next,
        tr.date_hint(),
        None::<&str>,
        typed(TalkPlace::Next),
    );
    let fields = row![container(Element::from(phone)).width(180), next]
        .spacing(size::INSIDE)
        .align_y(Alignment::End)
        .wrap()
        .vertical_spacing(size::GAP);
    let record = (!part.talk.what.trim().is_empty()).then_some(Message::Talk);
    let record = button(tr.screening_talk()).primary().key("Ctrl+Enter").id("record").on_press_maybe(record);
    let tag = tr.language().tag();
    let ends = context.rules.home().closings.iter().map(|closing| {
        let words = closing.name.get(tag).to_owned();
        let id = format!("close-{}", closing.id);
        button(words).small().id(id).on_press(Message::Close(closing.id.clone())).into()
    });
    let ends = Row::with_children(ends).spacing(size::GAP).wrap().vertical_spacing(size::GAP);
    vec![what.into(), fields.into(), record.into(), frame::hint(tr.screening_close()), ends.into()]
}

fn listing<'a>(part: &'a ScreeningsPart, form: &'a NewForm, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let find =
        field("screen-find", tr.isolation_who(), &form.find, |typed| Message::New(NewMessage::Find(typed)))
            .lead(Icon::Search)
            .hint(tr.gate_find_hint())
            .on_submit(Message::New(NewMessage::Take(None)));
    let find = first_keys(find, None, find_key);
    let offered = || {
        let last = form.found.len().saturating_sub(1);
        let rows = form.found.iter().enumerate().map(|(at, person)| {
            let take = Message::New(NewMessage::Take(Some(person.key)));
            row_button(format!("new-{}", person.key), name_line(person), take)
                .mouse_only()
                .chosen(at == form.marked)
                .last(at == last)
                .height(size::CONTROL)
                .padding([0.0, size::GAP])
                .into()
        });
        Column::with_children(rows).into()
    };
    let who: Element<'a, Message> = form.who.as_ref().map_or_else(offered, name_line);
    let typed = |place| move |words| Message::New(NewMessage::Typed(place, words));
    let place = field("screen-place", tr.screening_place(), &form.place, typed(NewPlace::Place));
    let place = column![Element::from(place)].push(part.wrong.clone().map(error_line));
    let day = |id: &'static str, label, value: &'a str, place| {
        date_field(id, label, value, tr.date_hint(), None::<&str>, typed(place))
    };
    let days = row![
        day("screen-from", tr.screening_from(), &form.from, NewPlace::From),
        day("screen-to", tr.screening_to(), &form.to, NewPlace::To)
    ]
    .spacing(size::INSIDE)
    .wrap()
    .vertical_spacing(size::GAP);
    let contact = field("screen-contact", tr.screening_whom(), &form.contact, typed(NewPlace::Contact));
    let source = field("screen-source", tr.screening_from_whom(), &form.source, typed(NewPlace::Source));
    let close =
        button(tr.dialog_cancel()).key("Esc").id("screen-cancel").on_press(Message::New(NewMessage::Close));
    let save = form.who.is_some().then_some(Message::New(NewMessage::Save));
    let save = button(tr.screening_save()).primary().key("Ctrl+Enter").id("screen-save").on_press_maybe(save);
    let answers = row![close, save].spacing(size::GAP).wrap().vertical_spacing(size::GAP);
    let parts: Vec<Element<'a, Message>> = vec![
        find,
        who,
        place.into(),
        days.into(),
        Element::from(contact),
        Element::from(source),
        answers.into(),
    ];
    frame::sheet(tr.screening_new(), parts)
}

fn find_key(key: &Key, modifiers: Modifiers) -> Option<Message> {
    match key {
        Key::Named(Named::ArrowDown) if modifiers.is_empty() => Some(Message::New(NewMessage::Mark(1))),
        Key::Named(Named::ArrowUp) if modifiers.is_empty() => Some(Message::New(NewMessage::Mark(-1))),
        Key::Named(Named::Escape) => Some(Message::New(NewMessage::Close)),
        _ => None,
    }
}
