//! The chosen one: who it is, whom to dial, what was said before.

use iced::Length::Fill;
use iced::widget::{column, container, row, rule, space};
use iced::{Alignment, Background, Padding};

use super::super::Message;
use super::super::form::{Form, FormEdit};
use super::talk;
use crate::domain::person::Sex;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, Theme, size};
use crate::gui::widget::{Icon, button, icon, list, text, toggle};
use crate::i18n::Tr;
use crate::ops::trace::{AbsenceLine, Contact, TraceLine};

/// Head and buttons keep their room, what is between scrolls.
pub(super) fn whole<'a>(line: &'a AbsenceLine, form: &'a Form, context: &'a Context) -> Element<'a, Message> {
    let middle = list("talk", vec![middle(line, form, context)]);
    column![head(line, &context.tr), container(middle).height(Fill), talk::buttons(context)]
        .height(Fill)
        .into()
}

/// The same one below the other, where the page scrolls.
pub(super) fn parts<'a>(line: &'a AbsenceLine, form: &'a Form, context: &'a Context) -> Element<'a, Message> {
    column![head(line, &context.tr), middle(line, form, context), talk::buttons(context)].into()
}

fn head<'a>(line: &'a AbsenceLine, tr: &Tr) -> Element<'a, Message> {
    let sex = line.sex.map(|sex| match sex {
        Sex::Male => tr.print_male(),
        Sex::Female => tr.print_female(),
    });
    let seat = line.seat_no.map(|seat| tr.trace_seat(seat));
    let class = match seat {
        Some(seat) => format!("{} {seat}", tr.class(&line.class)),
        None => tr.class(&line.class),
    };
    let age = line.age.map(|age| tr.trace_age(age));
    let words: Vec<String> = std::iter::once(class).chain(sex).chain(age).collect();
    let name = container(text(line.name.as_str()).section().name()).max_width(220);
    let left = row![name, text(words.join(&tr.today_comma())).ink(Ink::Text2)]
        .spacing(size::GAP)
        .align_y(Alignment::Center)
        .wrap();
    let home = line
        .address
        .as_ref()
        .map(|place| container(text(tr.trace_lives(place)).small().ink(Ink::Text2).shorten()).max_width(190));
    let content = row![container(left).width(Fill)].push(home).spacing(size::GAP).align_y(Alignment::Center);
    let head = container(content).padding([8.0, 14.0]).width(Fill).style(|theme: &Theme| container::Style {
        background: Some(Background::Color(theme.palette().head)),
        ..container::Style::default()
    });
    column![head, rule::horizontal(1)].into()
}

fn middle<'a>(line: &'a AbsenceLine, form: &'a Form, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut upper = column![numbers(line, form, tr)].spacing(size::TIGHT);
    for trace in &line.traces {
        upper = upper.push(earlier(trace, context));
    }
    let padding = Padding { top: 10.0, bottom: 8.0, left: 14.0, right: 14.0 };
    column![container(upper).padding(padding), rule::horizontal(1), talk::form(form, context)].into()
}

/// The number to dial, large; the others to choose.
fn numbers<'a>(line: &'a AbsenceLine, form: &Form, tr: &Tr) -> Element<'a, Message> {
    let file = button(tr.trace_key_person()).plain().small().key("P").id("file").on_press(Message::Person);
    let Some(contact) = line.contacts.get(form.contact).or(line.contacts.first()) else {
        let sign = icon(Icon::TriangleAlertHollow).ink(Ink::Warn);
        return row![sign, text(tr.trace_no_phone()).ink(Ink::Warn).width(Fill), file]
            .spacing(size::GAP)
            .into();
    };
    let sign = icon(Icon::Phone).lead().ink(Ink::Accent);
    let number = row![sign, text(grouped(&contact.phone)).title().line(), text(who(contact)).ink(Ink::Text2)]
        .spacing(size::GAP)
        .align_y(Alignment::Center)
        .wrap();
    let others = line.contacts.iter().enumerate().filter(|_| line.contacts.len() > 1).map(|(at, contact)| {
        // The name stands beside the number once it is chosen.
        let relation = contact.relation.as_deref().unwrap_or_default();
        let label = format!("{relation} {}", grouped(&contact.phone));
        toggle(
            format!("number-{at}"),
            label.trim().to_owned(),
            "",
            at == form.contact,
            Message::Edit(FormEdit::Contact(at)),
        )
    });
    let others: Vec<Element<'a, Message>> = others.collect();
    let others = (!others.is_empty()).then(|| {
        iced::widget::Row::with_children(others).spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT)
    });
    let first = row![container(number).width(Fill), file].spacing(size::GAP).align_y(Alignment::Center);
    column![first].push(others).spacing(size::TIGHT).into()
}

/// Relation and name, as far as they are known.
fn who(contact: &Contact) -> String {
    let words: Vec<&str> =
        [&contact.relation, &contact.name].into_iter().flatten().map(String::as_str).collect();
    words.join(" ")
}

/// A mobile number in groups that are read aloud: 139 7742 0318.
fn grouped(phone: &str) -> String {
    let digits = phone.len() == 11 && phone.chars().all(|c| c.is_ascii_digit());
    match (digits, phone.split_at_checked(3)) {
        (true, Some((head, tail))) => {
            let (middle, end) = tail.split_at_checked(4).unwrap_or((tail, ""));
            format!("{head} {middle} {end}")
        }
        _ => phone.to_owned(),
    }
}

/// When, and what was said.
fn earlier<'a>(trace: &'a TraceLine, context: &Context) -> Element<'a, Message> {
    let at = text(trace.at.format("%m-%d %H:%M").to_string()).small().ink(Ink::Text2).line();
    let words = text(trace.words.as_str()).small();
    let remove = button(context.tr.trace_remove())
        .plain()
        .small()
        .id(format!("remove-{}", trace.key))
        .on_press(Message::Remove(trace.key));
    if context.breadth() == Breadth::Narrow {
        return row![column![at, words].width(Fill), remove].spacing(size::GAP).into();
    }
    let line = row![container(at).width(88), words.width(Fill), remove].spacing(size::GAP);
    line.align_y(Alignment::Center).into()
}

/// A gap that pushes what follows to the right.
pub(super) fn gap<'a>() -> Element<'a, Message> {
    space().width(Fill).into()
}
