//! How the gate looks: who, what was measured and said; beside it the day, those to be measured again first.

use iced::Length::{Fill, FillPortion};
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{Column, Row, column, container, row};
use iced::{Alignment, Padding};

use super::{ENTRY, FIND, Gate, GateKey, Message};
use crate::domain::rule_book::Purpose;
use crate::domain::temperature::Temperature;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{
    Icon, KeyHint, button, control, empty_state, error_line, field, first_keys, icon, list, panel,
    row_button, scroll, text, toggle,
};
use crate::ops::check::{GateLine, GatePerson, GateView};

pub(super) fn page<'a>(gate: &'a Gate, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.gate_title());
    let Some(view) = &gate.view else { return Page::reading(header, context) };
    let header = header.right(text(tr.gate_into(&tr.session(view.session))).ink(Ink::Text2).line());
    let (gap, edge) = (context.breadth().gap(), context.breadth().edge());
    let entry = panel(container(entry(gate, context)).padding(size::INSIDE).width(Fill));
    let body: Element<'a, Message> = if context.breadth() == Breadth::Wide {
        let day = container(day(view, context)).width(FillPortion(2)).height(Fill);
        let entry = scroll(container(entry)).height(Fill);
        let both = row![container(entry).width(FillPortion(3)), day].spacing(gap);
        container(both).padding([gap, edge]).height(Fill).into()
    } else {
        let both = column![entry, day(view, context)].spacing(gap);
        scroll(container(both).padding([gap, edge])).height(Fill).into()
    };
    Page { header, body, keys: keys(gate, context) }
}

fn keys(gate: &Gate, context: &Context) -> Vec<KeyHint> {
    let tr = &context.tr;
    if gate.who.is_none() {
        return vec![
            KeyHint::new("Enter", tr.gate_key_entry()),
            KeyHint::new("↑↓", tr.keys_choose_match()),
            KeyHint::new("Esc", tr.keys_back()),
        ];
    }
    vec![
        KeyHint::new("Enter", tr.gate_file()),
        KeyHint::new("376", tr.gate_key_temperature()),
        KeyHint::new("←→", tr.gate_instrument()),
        KeyHint::new("Del", tr.keys_clear()),
        KeyHint::new("Esc", tr.keys_back()),
    ]
}

fn entry<'a>(gate: &'a Gate, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let find = field(FIND, tr.gate_find(), &gate.find, Message::Find)
        .lead(Icon::Search)
        .hint(tr.gate_find_hint())
        .on_submit(Message::Enter(None));
    let find = first_keys(find, None, find_key);
    let below = match &gate.who {
        Some(who) => about(gate, who, context),
        None => offered(gate, context),
    };
    column![find, below].spacing(size::GAP).into()
}

fn find_key(key: &Key, modifiers: Modifiers) -> Option<Message> {
    match key {
        Key::Named(Named::ArrowDown) if modifiers.is_empty() => Some(Message::Choose(1)),
        Key::Named(Named::ArrowUp) if modifiers.is_empty() => Some(Message::Choose(-1)),
        Key::Named(Named::Escape) => Some(Message::Escape),
        _ => None,
    }
}

/// Whom the field finds.
fn offered<'a>(gate: &'a Gate, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if gate.found.is_empty() {
        let typed = !gate.find.trim().is_empty() && gate.roll.is_some();
        let (words, ink) = if typed { (tr.gate_nobody(), Ink::Warn) } else { (tr.gate_how(), Ink::Text2) };
        return text(words).small().ink(ink).into();
    }
    let last = gate.found.len() - 1;
    let rows = gate.found.iter().enumerate().map(|(at, person)| {
        row_button(format!("found-{}", person.key), name_line(person), Message::Enter(Some(person.key)))
            .mouse_only()
            .chosen(at == gate.chosen)
            .last(at == last)
            .height(size::CONTROL)
            .padding([0.0, size::GAP])
            .into()
    });
    panel(Column::with_children(rows)).into()
}

/// Class, number and name of somebody who was found.
pub(in crate::gui::screen) fn name_line<'a, M: 'a>(person: &'a GatePerson) -> Element<'a, M> {
    row![
        container(text(person.class.as_str()).ink(Ink::Text2).shorten()).width(96),
        container(text(person.number.to_string()).ink(Ink::Text2).line()).align_right(34),
        text(person.name.as_str()).bold().shorten_middle().width(Fill),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center)
    .into()
}

/// Who it is, the temperature, the symptoms.
fn about<'a>(gate: &'a Gate, who: &'a GatePerson, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let tag = tr.language().tag();
    let name = column![
        text(who.name.as_str()).title(),
        text(tr.gate_who(&who.class, &who.number.to_string())).ink(Ink::Text2),
    ];
    let entry = control(
        container(row![name.width(Fill), heat(gate, context)].spacing(size::INSIDE)).padding(size::GAP),
    )
    .id(ENTRY)
    .width(Fill)
    .on_key(|key, modifiers| GateKey::of(key, modifiers).map(Message::Key));
    let mut instruments = Row::new().spacing(size::TIGHT);
    for entry in context.rules.instruments() {
        let (id, on) = (format!("gate-{}", entry.instrument.name()), gate.instrument == entry.instrument);
        let press = Message::Instrument(entry.instrument);
        instruments = instruments.push(toggle(id, entry.name.get(tag), "", on, press));
    }
    let mut symptoms = Row::new().spacing(size::TIGHT);
    for entry in context.rules.symptoms() {
        let held = gate.symptoms.contains(&entry.code);
        let press = Message::Key(GateKey::Letter(entry.key.to_ascii_lowercase()));
        let key = entry.key.to_string();
        symptoms =
            symptoms.push(toggle(format!("gate-{}", entry.code), entry.name.get(tag), key, held, press));
    }
    let file =
        button(tr.gate_file()).primary().key("Enter").id("gate-file").on_press(Message::Key(GateKey::File));
    let wrong = gate.wrong.as_ref().map(|typed| error_line(tr.sheet_no_temperature(typed)));
    let empty = gate.empty.then(|| error_line(tr.gate_empty()));
    column![panel(entry)]
        .push(wrong)
        .push(empty)
        .push(instruments.wrap().vertical_spacing(size::TIGHT))
        .push(symptoms.wrap().vertical_spacing(size::TIGHT))
        .push(file)
        .spacing(size::GAP)
        .into()
}

/// The temperature as it is typed, and the limit that holds for it.
fn heat<'a>(gate: &Gate, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let site = context.rules.instrument(gate.instrument).map(|entry| entry.site);
    let measured = Temperature::parse(&gate.typed).zip(site).map(|(t, site)| Temperature { site, ..t });
    let high = measured.is_some_and(|t| context.rules.reaches(Purpose::EntryGate, t));
    let limit = site.map(|site| {
        let tenths = context.rules.limit_for(Purpose::EntryGate, site);
        tr.gate_limit(&Temperature { tenths, site }.to_string(), &tr.site(site))
    });
    let shown = if gate.typed.is_empty() { "–".to_owned() } else { gate.shown() };
    let ink = if high { Ink::Bad } else { Ink::Text };
    let sign = high.then(|| icon(Icon::TriangleAlert).ink(Ink::Bad));
    let value = row![].push(sign).push(text(shown).figure().bold().ink(ink).line());
    column![
        value.spacing(size::TIGHT).align_y(Alignment::Center),
        text(limit.unwrap_or_default()).small().ink(Ink::Text2).line()
    ]
    .align_x(Alignment::End)
    .into()
}

/// The day at the gate.
fn day<'a>(view: &'a GateView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let waiting = view.lines.iter().filter(|line| line.retest_at.is_some()).count();
    let body: Element<'a, Message> = if view.lines.is_empty() {
        empty_state(tr.gate_nothing(), None::<Element<'a, Message>>)
    } else {
        let last = view.lines.len() - 1;
        let rows: Vec<Element<'a, Message>> = view
            .lines
            .iter()
            .enumerate()
            .map(|(at, line)| {
                let press = match line.retest_at {
                    Some(_) => Message::Enter(Some(line.key)),
                    None => Message::Sheet(line.sheet, line.session),
                };
                row_button(format!("gate-line-{at}"), measured(line, context), press)
                    .last(at == last)
                    .height(iced::Length::Shrink)
                    .into()
            })
            .collect();
        if context.breadth() == Breadth::Wide {
            list("gate-day", rows)
        } else {
            Column::with_children(rows).into()
        }
    };
    let waiting = (waiting > 0).then(|| text(tr.gate_waiting(waiting)).small().bold().ink(Ink::Bad).line());
    let whole = panel(body).head(tr.gate_day(view.lines.len()), waiting);
    if context.breadth() == Breadth::Wide { whole.height(Fill).into() } else { whole.into() }
}

fn measured<'a>(line: &'a GateLine, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let values: Vec<String> = line.measurements.iter().map(|m| m.temperature.to_string()).collect();
    let (sign, ink) = match (line.retest_at, line.high) {
        (Some(at), _) if at <= context.now => (Icon::TriangleAlert, Ink::Bad),
        (Some(_), _) => (Icon::Clock, Ink::Warn),
        (None, true) => (Icon::TriangleAlert, Ink::Bad),
        (None, false) => (Icon::RingCheck, Ink::Ok),
    };
    let said = line.retest_at.map(|at| text(tr.gate_retest_at(&tr.time(at))).small().bold().ink(ink).line());
    let first = row![
        text(line.name.as_str()).bold().shorten_middle().width(Fill),
        text(values.join(" → ")).bold().ink(if line.high { Ink::Bad } else { Ink::Text }).line(),
    ];
    let class = tr.gate_in(&line.class, &tr.session(line.session));
    let second = row![text(class).small().ink(Ink::Text2).shorten().width(Fill)].push(said);
    let words = column![
        first.spacing(size::GAP).align_y(Alignment::Center),
        second.spacing(size::GAP).align_y(Alignment::Center),
    ];
    let sign = container(icon(sign).ink(ink)).padding(Padding { top: 3.0, ..Padding::ZERO });
    container(row![sign, words.width(Fill)].spacing(10)).padding([6.0, 11.0]).into()
}
