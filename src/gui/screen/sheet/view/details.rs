//! What a finding knows beside marks and temperature, of the current pupil.

use iced::Length::{Fill, Fixed};
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::{column, container, row};

use super::super::{ClassSheet, FindingEdit, Message, ONSET, Place};
use super::{side_by_side, words};
use crate::domain::symptom::SevereSign;
use crate::domain::temperature::Site;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{date_field, field, first_keys, panel, segments, text, toggle};
use crate::ops::check::SheetLine;

pub(super) fn panel_of<'a>(sheet: &'a ClassSheet, context: &'a Context) -> Option<Element<'a, Message>> {
    let onset = sheet.onset.as_deref()?;
    let line = sheet.line()?;
    let parts = column![upper(sheet, line, onset, context), signs(line, context), texts(line, context)]
        .spacing(size::GAP)
        .padding([8.0, size::INSIDE]);
    let inside = first_keys(container(parts), Message::Arrived(Place::Details), detail_key);
    Some(panel(inside).into())
}

/// Esc closes, Ctrl+Enter confirms, also out of a field.
fn detail_key(key: &Key, modifiers: Modifiers) -> Option<Message> {
    match key {
        Key::Named(Named::Escape) => Some(Message::Escape),
        Key::Named(Named::Enter) if modifiers.command() => Some(Message::Confirm),
        _ => None,
    }
}

/// Who, since when, where measured, whether a doctor was seen.
fn upper<'a>(
    sheet: &'a ClassSheet,
    line: &'a SheetLine,
    onset: &'a str,
    context: &Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let person = line.person;
    let finding = words::shown(line);
    let who = column![
        text(line.seat_no.to_string()).small().ink(Ink::Text2).line(),
        container(text(line.name.as_str()).bold()).max_width(200)
    ]
    .spacing(2);
    let day = onset_field(sheet, onset, context);
    let taken = finding.and_then(|finding| finding.temperature).map_or(sheet.site, |t| t.site);
    let sites = Site::ALL.map(|site| (site, tr.site(site)));
    let seen = finding.and_then(|finding| finding.seen_doctor);
    let answers =
        [(None, tr.sheet_seen_unknown()), (Some(true), tr.sheet_seen()), (Some(false), tr.sheet_not_seen())];
    let seen = segments("seen", answers, seen, move |seen| Message::Detail(person, FindingEdit::Seen(seen)));
    row![
        who,
        day,
        labelled(tr.sheet_detail_site(), segments("site", sites, taken, Message::Site)),
        labelled(tr.sheet_detail_seen(), seen),
    ]
    .spacing(size::EDGE)
    .wrap()
    .vertical_spacing(size::GAP)
    .into()
}

/// The day of onset; below it what is wrong with it, or what to think of where it is long ago.
fn onset_field<'a>(sheet: &ClassSheet, onset: &'a str, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let day = date_field::day(onset);
    let error = match day {
        Some(day) if day > sheet.key.date => Some(tr.sheet_detail_onset_late()),
        None if date_field::is_impossible(onset) => Some(tr.sheet_detail_onset_wrong()),
        _ => None,
    };
    let doubtful = day.filter(|day| context.rules.is_doubtful_onset(*day, sheet.key.date)).map(|day| {
        let words = tr.sheet_detail_onset_doubtful(&day.to_string());
        container(text(words).small().ink(Ink::Warn)).max_width(ONSET_WORDS)
    });
    let field = date_field(ONSET, tr.sheet_detail_onset(), onset, tr.date_hint(), error, Message::Onset);
    column![field].push(doubtful).spacing(2).into()
}

/// Width of the words below the day of onset.
const ONSET_WORDS: f32 = 260.0;

fn labelled(label: String, part: Element<'_, Message>) -> Element<'_, Message> {
    column![text(label).small().ink(Ink::Text2).line(), part].spacing(2).into()
}

/// Severe signs, and whether the pupil was fetched.
fn signs<'a>(line: &SheetLine, context: &Context) -> Element<'a, Message> {
    let tag = context.tr.language().tag();
    let finding = words::shown(line);
    let mut parts = side_by_side();
    for sign in SevereSign::ALL {
        let on = finding.is_some_and(|finding| finding.severe.contains(&sign));
        let name = context.rules.sign_name(sign, tag).to_owned();
        let message = Message::Detail(line.person, FindingEdit::Severe(sign));
        parts = parts.push(toggle(format!("sign-{}", sign.name()), name, "", on, message));
    }
    let home = finding.is_some_and(|finding| finding.sent_home);
    let message = Message::Detail(line.person, FindingEdit::SentHome);
    parts = parts.push(toggle("sent-home", context.tr.term_sent_home(), "", home, message));
    parts.wrap().vertical_spacing(size::TIGHT).into()
}

fn texts<'a>(line: &'a SheetLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let person = line.person;
    let finding = words::shown(line);
    let diagnosis = finding.and_then(|finding| finding.diagnosis.as_deref()).unwrap_or_default();
    let note = finding.and_then(|finding| finding.note.as_deref()).unwrap_or_default();
    let diagnosis = field("diagnosis", tr.sheet_detail_diagnosis(), diagnosis, move |text| {
        Message::Detail(person, FindingEdit::Diagnosis(text))
    });
    let note = field("note", tr.sheet_detail_note(), note, move |text| {
        Message::Detail(person, FindingEdit::Note(text))
    });
    row![diagnosis.small().width(Fixed(180.0)), note.small().width(Fill)].spacing(size::GAP).into()
}
