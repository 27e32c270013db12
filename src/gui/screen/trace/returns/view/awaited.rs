//! Somebody who is to come back: what the sources ask side by side, and the check at the door.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{column, container, row};

use super::super::picks::PickMessage;
use super::super::{Message, ReturnPlace, ReturnsTab};
use super::{head, labelled, picks, titled};
use crate::domain::case_contact::Nearness;
use crate::domain::return_clearance::{ReturnDecision, ReturnFlag, ReturnTerms};
use crate::domain::rule_book::Standing;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{Card, State, button, checkbox, chip, date_field, field, radio_cards, text};
use crate::i18n::Tr;
use crate::ops::isolation::ContactLine;
use crate::ops::return_to_class::{AwaitedReturn, EntryChoice};

/// The row in the list.
pub(super) fn summary<'a>(it: &'a AwaitedReturn, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let day = match it.terms.earliest {
        Some(day) if day <= context.now.date() => text(tr.return_may(&tr.day(day))).ink(Ink::Ok),
        Some(day) => text(tr.return_earliest(&tr.day(day))),
        None => text(tr.return_no_day()).ink(Ink::Text2),
    };
    let certificate =
        it.terms.certificate.then(|| text(tr.return_needs_certificate()).small().ink(Ink::Text2));
    let second = row![day.small().line()].push(certificate).spacing(size::GAP).wrap();
    let last = it.last.as_ref().map(|last| {
        let words = tr.return_last(&tr.day(last.day), &tr.return_decision(last.clearance.decision));
        text(words).small().ink(Ink::Bad)
    });
    column![head(&it.name, &it.class, named(it, context)), second].push(last).width(Fill).into()
}

/// The chosen one.
pub(super) fn detail<'a>(
    tab: &'a ReturnsTab,
    it: &'a AwaitedReturn,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    if let Some(picks) = &tab.picks {
        return picks::detail(picks, &it.name, context);
    }
    let onset = it.onset.map_or_else(|| tr.return_onset_unknown(), |day| tr.return_onset(&tr.day(day)));
    let facts = text(onset).ink(Ink::Text2);
    let cards = it.entries.iter().map(|entry| card(entry, tr)).collect();
    let held = it.entries.iter().find(|entry| entry.chosen).map(|entry| entry.entry.id.clone());
    let sources: Element<'a, Message> = if it.entries.is_empty() {
        text(tr.return_no_rule()).ink(Ink::Text2).into()
    } else {
        column![
            text(tr.return_sources()).small().ink(Ink::Text2),
            radio_cards("return-entry", cards, held, Message::Hold)
        ]
        .spacing(size::TIGHT)
        .into()
    };
    let parts = column![facts, sources, days(tab, it, context), certificate(tab, context)]
        .push(tab.near().map(|near| contacts(near, context)))
        .spacing(size::INSIDE)
        .padding(size::INSIDE);
    let title = tr.return_title(&it.class, &it.disease_name, &it.name);
    titled(title, parts.into(), decisions(it, context), context)
}

/// One source.
fn card<'a>(entry: &'a EntryChoice, tr: &Tr) -> Card<'a, String, Message> {
    let mut facts = vec![entry.entry.source.clone()];
    if entry.entry.certificate {
        facts.push(tr.return_needs_certificate());
    }
    if entry.entry.standing == Standing::Unconfirmed {
        facts.push(tr.return_unconfirmed());
    }
    let card = Card::new(entry.entry.id.clone(), entry.entry.text.as_str())
        .detail(facts.join(tr.ops_list_mark().as_str()))
        .small();
    match entry.earliest {
        Some(day) => card.side(text(tr.return_earliest(&tr.day(day))).small().line()),
        None => card,
    }
}

/// What the days are counted from, and the clinic's word.
fn days<'a>(tab: &'a ReturnsTab, it: &'a AwaitedReturn, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let form = &tab.back;
    let mut fields = row![date(
        tab,
        ReturnPlace::SymptomsEnded,
        tr.return_symptoms_ended(),
        &form.symptoms_ended,
        context
    ),]
    .spacing(size::INSIDE);
    if it.entries.iter().any(|entry| entry.entry.days_of_treatment.is_some()) {
        let treated =
            date(tab, ReturnPlace::TreatedSince, tr.return_treated_since(), &form.treated_since, context);
        fields = fields.push(treated);
    }
    let clinic_by = field(ReturnPlace::ClinicBy.id(), tr.return_clinic_by(), &form.clinic_by, |typed| {
        Message::Typed(ReturnPlace::ClinicBy, typed)
    });
    let fields = fields
        .push(date(tab, ReturnPlace::ClinicDay, tr.return_clinic_day(), &form.clinic_day, context))
        .push(container(Element::from(clinic_by)).max_width(180));
    let save = button(tr.return_save_terms()).small().id("save-terms").on_press(Message::Plan);
    column![fields.wrap().vertical_spacing(size::GAP), save].spacing(size::GAP).into()
}

fn certificate<'a>(tab: &'a ReturnsTab, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let form = &tab.back;
    let part = |place: ReturnPlace, label: String, value: &'a str, width: f32| {
        let part = field(place.id(), label, value, move |typed| Message::Typed(place, typed));
        let missing = place == ReturnPlace::Issuer
            && tab.refused
            && value.trim().is_empty()
            && !(form.issued.is_empty() && form.number.is_empty());
        let part = part.error(missing.then(|| tr.return_issuer_missing()));
        container(Element::from(part)).width(width)
    };
    let issued = date(tab, ReturnPlace::Issued, tr.return_issued(), &form.issued, context);
    let fields = row![
        part(ReturnPlace::Issuer, tr.return_issuer(), &form.issuer, 200.0),
        issued,
        part(ReturnPlace::Number, tr.return_number(), &form.number, 130.0),
        part(ReturnPlace::CheckedBy, tr.return_checked_by(), &form.checked_by, 130.0),
        part(ReturnPlace::Note, tr.return_note(), &form.note, 200.0),
    ]
    .spacing(size::INSIDE)
    .wrap()
    .vertical_spacing(size::GAP);
    let copy = checkbox("return-copy", tr.return_copy_filed(), form.copy, Message::Copy);
    labelled(tr.return_certificate(), column![fields, copy].spacing(size::GAP).into())
}

fn date<'a>(
    tab: &ReturnsTab,
    place: ReturnPlace,
    label: String,
    value: &'a str,
    context: &Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let ahead = place == ReturnPlace::ClinicDay;
    let wrong = match (value.trim().is_empty(), date_field::day(value)) {
        (true, _) => None,
        (_, None) => (tab.refused || date_field::is_impossible(value)).then(|| tr.person_no_such_day()),
        (_, Some(day)) if !ahead && day > context.now.date() => Some(tr.person_file_day_to_come()),
        _ => None,
    };
    date_field(place.id(), label, value, tr.date_hint(), wrong, move |typed| Message::Typed(place, typed))
}

/// Who was near: the nearest by name, the rest of the class as a number, whoever has fallen ill since in any case.
fn contacts<'a>(near: &'a [ContactLine], context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mark = tr.ops_list_mark();
    let proposal = near.iter().all(|it| it.proposal);
    let near: Vec<&ContactLine> = near.iter().filter(|it| proposal || !it.proposal).collect();
    let mut parts = column![].spacing(2);
    for kind in Nearness::ALL {
        let of_kind: Vec<&&ContactLine> = near.iter().filter(|it| it.nearness == kind).collect();
        if of_kind.is_empty() {
            continue;
        }
        let names = of_kind.iter().take(NAMED).map(|it| it.name.as_str()).collect::<Vec<_>>().join(&mark);
        let words = if of_kind.len() > NAMED || kind == Nearness::Class {
            tr.contact_count(of_kind.len(), &tr.nearness(kind))
        } else {
            tr.contact_names(&tr.nearness(kind), &names)
        };
        parts = parts.push(text(words));
    }
    let ill: Vec<String> = near
        .iter()
        .filter_map(|it| it.ill_since.map(|day| tr.contact_ill_since(&tr.day(day), &it.name)))
        .collect();
    if !ill.is_empty() {
        parts = parts.push(text(tr.contact_ill(&ill.join(&mark))).bold().ink(Ink::Bad));
    }
    if let Some(first) = near.first() {
        let words = tr.contact_watched(&tr.day(first.watched_until));
        parts = parts.push(text(words).small().ink(Ink::Text2));
    }
    let keep = proposal
        .then(|| button(tr.contact_keep()).small().id("keep-contacts").on_press(Message::KeepContacts));
    let choose = button(tr.contact_choose())
        .small()
        .key("C")
        .id("choose-contacts")
        .on_press(Message::Pick(PickMessage::Open));
    let answers = (!near.is_empty()).then(|| row![choose].push(keep).spacing(size::GAP).wrap());
    let title = if proposal { tr.contact_proposed(near.len()) } else { tr.contact_kept(near.len()) };
    labelled(title, column![parts].push(answers).spacing(size::GAP).into())
}

/// Most contacts of one kind who are named.
const NAMED: usize = 8;

/// What speaks against it, and the two answers. The program never decides.
fn decisions<'a>(it: &'a AwaitedReturn, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut flags = row![].spacing(size::GAP);
    for flag in &it.flags {
        flags = match flag {
            ReturnFlag::TooEarly => flags.push(chip(State::Late, tr.return_too_early())),
            // What is to be looked at; a certificate may still be typed.
            ReturnFlag::OtherWayOpen | ReturnFlag::DayUnknown => {
                flags.push(text(tr.return_flag(*flag)).small().ink(Ink::Bad))
            }
            _ => flags,
        };
    }
    if it.terms == ReturnTerms::default() && it.entries.is_empty() {
        flags = flags.push(text(tr.return_free()).small().ink(Ink::Text2));
    }
    let send =
        button(tr.return_sent_home()).id("send-home").on_press(Message::Decide(ReturnDecision::SentHome));
    let admit = button(tr.return_admitted())
        .primary()
        .key("Ctrl+Enter")
        .id("admit")
        .on_press(Message::Decide(ReturnDecision::Admitted));
    let answers = row![send, admit].spacing(size::GAP).align_y(Alignment::Center).wrap();
    container(column![flags.wrap(), answers].spacing(size::GAP)).padding(size::INSIDE).into()
}

/// The disease with how sure it is: 疑似水痘.
fn named(it: &AwaitedReturn, context: &Context) -> String {
    context.tr.case_named(&context.tr.certainty(it.certainty), &it.disease_name)
}
