//! How 返校审核 looks.

use iced::Alignment;
use iced::Length::{Fill, Shrink};
use iced::widget::{Column, Row, column, container, row};

use super::super::frame;
use super::{Message, Place, REASON, ReviewsPart, row_id};
use crate::domain::home::Verdict;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::Page;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{
    KeyHint, State, button, chip, empty_state, error_line, field, panel, row_button, text, toggle,
};
use crate::ops::home::{JudgedLine, ReviewLine, ReviewView};

pub(super) fn page<'a>(part: &'a ReviewsPart, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = frame::header(context);
    let Some(data) = &part.data else { return Page::reading(header, context) };
    let Some(batch) = &data.batch else {
        let none = panel(empty_state(tr.home_no_batches_remedy(), None::<Element<'a, Message>>));
        return Page { header, body: frame::alone(none.into(), context), keys: Vec::new() };
    };
    let pick: frame::Pick<Message> = (Message::Batch, Message::Group);
    let picker = frame::picker(&data.batches, Some(batch.id), &batch.groups, data.group, pick, context);
    let ready = data.lines.iter().any(|line| line.decision.is_none() && line.verdict == Verdict::Met);
    let all = ready.then_some(Message::ApproveAll);
    let all = button(tr.home_approve_all()).key("A").id("approve-all").on_press_maybe(all);
    let last = data.lines.len().saturating_sub(1);
    let rows = data.lines.iter().enumerate().map(|(at, line)| {
        row_button(row_id(line.key), summary(line, context), Message::Choose(line.key))
            .chosen(part.chosen == Some(line.key))
            .last(at == last)
            .height(Shrink)
            .padding([6.0, size::INSIDE])
            .into()
    });
    let rows = panel(Column::with_children(rows).width(Fill));
    let people = column![picker, all, rows].spacing(context.breadth().gap()).into();
    let detail = part.line().map(|line| detail(part, data, line, context));
    Page { header, body: frame::side_by_side(people, detail, context), keys: keys(context) }
}

fn keys(context: &Context) -> Vec<KeyHint> {
    let tr = &context.tr;
    vec![
        KeyHint::new("Y", tr.home_approve()),
        KeyHint::new("N", tr.home_refuse()),
        KeyHint::new("C", tr.home_commitment()),
        KeyHint::new("A", tr.home_approve_all()),
        KeyHint::new("↑↓", tr.home_key_move()),
        KeyHint::new(", .", tr.home_key_class()),
    ]
}

fn summary<'a>(line: &'a ReviewLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let state = match (&line.decision, line.changed || line.against) {
        (None, _) => State::Unchecked,
        (Some(_), true) => State::Changed,
        (Some(made), false) if made.approved => State::Nil,
        (Some(_), false) => State::Refused,
    };
    let name = container(text(line.name.as_str()).bold().name()).width(Fill);
    let head = row![name, chip(state, tr.home_decision(line.decision.as_ref()))]
        .spacing(size::GAP)
        .align_y(Alignment::Center);
    let open: Vec<&str> = line
        .judged
        .iter()
        .filter(|one| one.judged.verdict != Verdict::Met)
        .map(|one| one.name.as_str())
        .collect();
    let words = if open.is_empty() { tr.home_all_met() } else { open.join(&tr.ops_list_mark()) };
    let ink = match line.verdict {
        Verdict::Failing => Ink::Bad,
        Verdict::Unknown => Ink::Warn,
        Verdict::Met => Ink::Ok,
    };
    column![head, text(words).small().ink(ink)].width(Fill).into()
}

fn detail<'a>(
    part: &'a ReviewsPart,
    data: &'a ReviewView,
    line: &'a ReviewLine,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let conditions = line.judged.iter().map(|one| condition(one, context));
    let mut parts: Vec<Element<'a, Message>> = vec![Column::with_children(conditions).spacing(6).into()];
    if let Some(made) = &line.decision {
        let said = tr.home_decided(&made.by, &tr.home_decision(Some(made)), &tr.day_and_time(made.at));
        parts.push(text(said).bold().into());
        parts.extend(made.reason.as_ref().map(|reason| text(reason.as_str()).ink(Ink::Text2).into()));
        parts.extend(line.changed.then(|| text(tr.home_changed()).ink(Ink::Warn).into()));
    }
    let commitment = toggle(
        "commitment",
        tr.home_commitment(),
        "C",
        line.facts.commitment_on.is_some(),
        Message::Commitment,
    );
    parts.push(commitment);
    parts.extend(data.asked.iter().map(|(id, name)| asked(line, id, name, context)));
    let changed = part.issuer.trim()
        != line.facts.certificate.as_ref().map(|paper| paper.issuer.as_str()).unwrap_or_default();
    let note = button(tr.home_note_certificate())
        .id("note-certificate")
        .on_press_maybe(changed.then_some(Message::Certificate));
    let typed = |place| move |words| Message::Typed(place, words);
    let issuer = field("review-issuer", tr.home_certificate(), &part.issuer, typed(Place::Issuer));
    let issuer = row![container(Element::from(issuer)).max_width(320), note];
    parts.push(issuer.spacing(size::GAP).align_y(Alignment::End).wrap().into());
    let reason = field(REASON, tr.home_reason(), &part.reason, typed(Place::Reason));
    parts.push(column![Element::from(reason)].push(part.wrong.clone().map(error_line)).into());
    let by =
        field("review-by", tr.home_by(), &part.by, typed(Place::By)).hint(context.shell.operator.as_str());
    parts.push(container(Element::from(by)).max_width(320).into());
    parts.push(answers(line, context));
    frame::sheet(tr.home_who(&line.class, &line.name, &line.seat_no.to_string()), parts)
}

fn condition<'a>(one: &'a JudgedLine, context: &Context) -> Element<'a, Message> {
    let state = match one.judged.verdict {
        Verdict::Met => State::Nil,
        Verdict::Unknown => State::Unchecked,
        Verdict::Failing => State::Exceptions,
    };
    let words = (!one.words.is_empty()).then(|| text(one.words.as_str()).small().ink(Ink::Text2));
    let chip = chip(state, context.tr.home_verdict(one.judged.verdict));
    row![container(chip).width(124), column![text(one.name.as_str())].push(words).width(Fill)]
        .spacing(size::GAP)
        .into()
}

/// A condition that the reviewer answers.
fn asked<'a>(line: &'a ReviewLine, id: &'a str, name: &'a str, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let said = line.facts.answers.get(id).copied();
    let choice = |yes: bool, word: String| {
        let name = format!("asked-{id}-{}", if yes { "yes" } else { "no" });
        toggle(name, word, "", said == Some(yes), Message::Answer(id.to_owned(), yes))
    };
    row![text(name), choice(true, tr.home_yes()), choice(false, tr.home_no())]
        .spacing(size::GAP)
        .align_y(Alignment::Center)
        .wrap()
        .into()
}

fn answers<'a>(line: &'a ReviewLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let reopen = line
        .decision
        .is_some()
        .then(|| Element::from(button(tr.home_reopen()).key("O").id("reopen").on_press(Message::Reopen)));
    let refuse = button(tr.home_refuse()).key("N").id("refuse").on_press(Message::Decide(false));
    let approve = button(tr.home_approve()).primary().key("Y").id("approve").on_press(Message::Decide(true));
    let person = button(tr.trace_key_person()).key("P").id("person").on_press(Message::Person);
    Row::new()
        .push(person)
        .push(reopen)
        .push(refuse)
        .push(approve)
        .spacing(size::GAP)
        .align_y(Alignment::Center)
        .wrap()
        .vertical_spacing(size::GAP)
        .into()
}
