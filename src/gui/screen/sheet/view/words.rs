//! A line's words: attendance, temperature, notes.

use chrono::Datelike;
use iced::Alignment;
use iced::widget::row;

use super::super::{ClassSheet, Message};
use crate::domain::finding::{Attendance, Finding};
use crate::domain::return_clearance::ReturnFlag;
use crate::domain::rule_book::Purpose;
use crate::domain::session::Session;
use crate::domain::temperature::{Site, Temperature};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, Tone};
use crate::gui::widget::{Icon, State, chip, error_line, icon, text};
use crate::ops::check::SheetLine;
use crate::ops::return_to_class::ReturnNote;

/// Whether the line shows a proposal.
pub(super) fn proposed(line: &SheetLine) -> bool {
    line.finding.is_none() && line.proposal.is_some()
}

/// What the line shows: the finding, else the proposal.
pub(super) fn shown(line: &SheetLine) -> Option<&Finding> {
    line.finding.as_ref().or(line.proposal.as_ref())
}

/// Attendance as a chip; 到校 as a default in hints.
pub(super) fn attendance<'a>(line: &SheetLine, session: Session, context: &Context) -> Element<'a, Message> {
    let tag = context.tr.language().tag();
    let kind = shown(line).map_or(Attendance::Present, |finding| finding.attendance);
    let Some(entry) = context.rules.attendance(kind) else {
        let ink = if line.finding.is_some() { Ink::Text } else { Ink::Text3 };
        // On a day off nobody comes to school; who is well is at home.
        let tr = &context.tr;
        let words = if session == Session::Holiday { tr.sheet_at_home() } else { tr.sheet_present() };
        return text(words).small().ink(ink).line().into();
    };
    let state = match kind {
        _ if proposed(line) => State::Proposal,
        Attendance::Late => State::Other(Icon::Clock, Tone::Warn),
        Attendance::Leave => State::Other(Icon::Minus, Tone::Plain),
        Attendance::Unknown => State::Other(Icon::Question, Tone::Bad),
        Attendance::Ill | Attendance::Present => State::Exceptions,
    };
    chip(state, entry.short.get(tag).to_owned()).into()
}

/// The temperature, bold throughout; while it is typed, what stands so far.
pub(super) fn temperature<'a>(sheet: &ClassSheet, line: &SheetLine) -> Element<'a, Message> {
    if Some(line.person) == sheet.current && !sheet.typed.is_empty() {
        let mut typed = sheet.typed.clone();
        if typed.len() > 1 {
            typed.insert(2, '.');
        }
        return text(format!("{typed}_")).bold().ink(Ink::Accent).line().into();
    }
    let value = line.finding.as_ref().and_then(|finding| finding.temperature);
    let ink = if line.fever { Ink::Bad } else { Ink::Text };
    text(value.map(|t| t.to_string()).unwrap_or_default()).bold().ink(ink).line().into()
}

/// That what was typed for this pupil is no temperature.
pub(super) fn wrong<'a>(
    sheet: &ClassSheet,
    line: &SheetLine,
    context: &Context,
) -> Option<Element<'a, Message>> {
    let (_, typed) = sheet.wrong.as_ref().filter(|(person, _)| *person == line.person)?;
    Some(error_line(context.tr.sheet_no_temperature(typed)))
}

/// Where a proposal comes from, else what is known beside marks and temperature; empty for most.
pub(super) fn note<'a>(line: &'a SheetLine, context: &Context) -> Option<Element<'a, Message>> {
    if proposed(line) {
        let words = text(carried(line, context)).small().ink(Ink::Prop).shorten();
        let sign = icon(Icon::ArrowBent).side(14.0).ink(Ink::Prop);
        return Some(row![sign, words].spacing(6).align_y(Alignment::Center).into());
    }
    if let Some(back) = line.back.as_ref().filter(|back| back.is_open(line.finding.as_ref())) {
        return Some(text(return_words(back, context)).small().bold().ink(Ink::Bad).shorten().into());
    }
    // Whose condition is known is told from the others before anything is found.
    let about = line.known.as_deref().or(line.class.as_deref());
    let class = || about.map(|words| text(words).small().ink(Ink::Text2).shorten().into());
    let Some(finding) = &line.finding else { return class() };
    let words = note_words(finding, line.fever, context).join(&context.tr.today_comma());
    let ink = if line.fever || !finding.severe.is_empty() { Ink::Bad } else { Ink::Text };
    if words.is_empty() { class() } else { Some(text(words).small().ink(ink).shorten().into()) }
}

/// Somebody is there although a case is open, and nobody has checked yet.
fn return_words(back: &ReturnNote, context: &Context) -> String {
    let tr = &context.tr;
    let why = match back.terms.earliest {
        Some(day) if back.flags.contains(&ReturnFlag::TooEarly) => tr.return_earliest(&tr.day(day)),
        _ if back.flags.contains(&ReturnFlag::OtherWayOpen) => tr.return_other_way_open(),
        _ if back.flags.contains(&ReturnFlag::DayUnknown) => tr.return_day_unknown(),
        _ if back.terms.certificate => tr.return_needs_certificate(),
        _ => tr.return_unchecked(),
    };
    tr.return_on_sheet(&back.disease, &why)
}

/// 沿用周五，待确认
pub(super) fn carried(line: &SheetLine, context: &Context) -> String {
    let tr = &context.tr;
    if line.kept_apart {
        return tr.sheet_kept_apart();
    }
    match line.proposal_from {
        Some(day) if day == context.now.date() => tr.sheet_carried_today(),
        Some(day) if (context.now.date() - day).num_days().abs() < 7 => {
            tr.sheet_carried_weekday(day.weekday().number_from_monday())
        }
        Some(day) => tr.sheet_carried_day(&tr.day(day)),
        None => tr.sheet_carried_today(),
    }
}

/// Everything of a finding that has no column of its own, what matters most first.
fn note_words(finding: &Finding, fever: bool, context: &Context) -> Vec<String> {
    let tr = &context.tr;
    let tag = tr.language().tag();
    let mut words: Vec<String> =
        finding.severe.iter().map(|sign| context.rules.sign_name(*sign, tag).to_owned()).collect();
    if let Some(at) = context.rules.retest_at(finding, Purpose::EntryGate) {
        words.push(tr.gate_retest_at(&tr.time(at)));
    } else if finding.retests.len() > 1 {
        let values: Vec<String> = finding.retests.iter().map(|m| m.temperature.to_string()).collect();
        words.push(values.join(" → "));
    }
    if let Some(taken) = finding.temperature {
        let limit = context.rules.temperature_limit(taken.site);
        let limit = Temperature { tenths: limit, ..taken }.to_string();
        // Who is at home is kept apart already.
        if fever && !finding.attendance.is_absent() {
            words.push(tr.sheet_fever(&limit, &tr.site(taken.site)));
        } else if taken.site != Site::Axillary {
            words.push(tr.site(taken.site));
        }
    }
    words.extend(finding.diagnosis.clone());
    if finding.sent_home {
        words.push(tr.term_sent_home());
    }
    match finding.seen_doctor {
        Some(true) => words.push(tr.sheet_seen()),
        Some(false) => words.push(tr.sheet_not_seen()),
        None => {}
    }
    words.extend(finding.note.clone());
    words.extend(finding.onset.map(|day| tr.sheet_onset_on(&tr.day(day))));
    words
}

/// The symptoms by name, for rows that have no columns.
pub(super) fn symptoms(line: &SheetLine, context: &Context) -> String {
    let tag = context.tr.language().tag();
    let names: Vec<&str> = context
        .rules
        .symptoms()
        .iter()
        .filter(|entry| shown(line).is_some_and(|finding| finding.symptoms.contains(&entry.code)))
        .map(|entry| entry.name.get(tag))
        .collect();
    names.join(&context.tr.ops_list_mark())
}
