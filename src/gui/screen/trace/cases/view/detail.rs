//! What is known of the chosen case, what several sources say of the return, and what was reported.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{Column, column, container, row, rule};

use super::super::Message;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::trace::tell::labelled;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{button, text};
use crate::i18n::Tr;
use crate::ops::case::CaseView;

pub(super) fn details<'a>(shown: &'a CaseView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut facts = Column::new().spacing(3);
    for (label, words) in known(shown, tr) {
        facts = facts.push(labelled(label, text(words).into(), context));
    }
    let mut parts = column![head(shown, tr), facts].spacing(size::GAP);
    if !shown.exclusions.is_empty() {
        parts = parts.push(rule::horizontal(1)).push(text(tr.case_returns()).bold());
        for entry in &shown.exclusions {
            let source = text(entry.source.as_str()).small().ink(Ink::Text2);
            parts = parts.push(column![text(entry.text.as_str()), source]);
        }
    }
    if !shown.entries.is_empty() {
        parts = parts.push(rule::horizontal(1)).push(text(tr.case_told()).bold());
        for entry in &shown.entries {
            let at = entry.at.format("%m-%d %H:%M").to_string();
            let words = [
                Some(entry.unit.as_str()),
                entry.person.as_deref(),
                entry.phone.as_deref(),
                entry.answer.as_deref(),
            ];
            let words = words.into_iter().flatten().collect::<Vec<_>>().join("  ");
            parts = parts.push(labelled(at, text(words).small().into(), context));
        }
    }
    container(parts.push(buttons(shown, tr))).padding([10.0, 14.0]).width(Fill).into()
}

fn head<'a>(shown: &'a CaseView, tr: &Tr) -> Element<'a, Message> {
    let what = tr.case_named(&tr.certainty(shown.line.certainty), &shown.line.disease_name);
    let name = container(text(shown.line.name.as_str()).section().name()).max_width(220);
    let file = button(tr.trace_key_person()).plain().small().key("P").id("file").on_press(Message::Person);
    let left = row![name, text(what).ink(Ink::Text2)].spacing(size::GAP).align_y(Alignment::Center).wrap();
    row![container(left).width(Fill), file].spacing(size::GAP).align_y(Alignment::Center).into()
}

/// Label and words of what is known.
fn known(shown: &CaseView, tr: &Tr) -> Vec<(String, String)> {
    let facts = &shown.facts;
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let joined = |parts: [Option<String>; 2]| {
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join("  "))
    };
    let history = |yes: Option<bool>, note: &Option<String>| {
        let word = yes.map(|yes| if yes { tr.case_yes() } else { tr.case_no() });
        joined([word, note.clone()])
    };
    let figures = shown.place.figures;
    let class = shown.place.class.map(|_| {
        let absent = figures.absent.map_or_else(|| "–".to_owned(), |absent| absent.to_string());
        tr.case_class_figures(&absent, figures.boarders, figures.pupils)
    });
    let ended = shown.line.closed_on.zip(shown.line.outcome);
    [
        (tr.case_class_of_disease(), Some(shown.line.disease_class.clone())),
        (tr.case_known(), Some(shown.line.known_at.format("%Y-%m-%d %H:%M").to_string())),
        (tr.case_onset(), day(facts.onset)),
        (tr.case_temperature(), facts.temperature.map(|it| it.to_string())),
        (tr.case_basis(), facts.basis.map(|basis| tr.basis(basis))),
        (tr.case_seen_on(), joined([day(facts.seen_on), facts.hospital.clone()])),
        (tr.case_diagnosed_on(), joined([day(facts.diagnosed_on), facts.diagnosed_at.clone()])),
        (tr.case_contact(), history(facts.contact, &facts.contact_note)),
        (tr.case_vaccinated(), history(facts.vaccinated, &facts.vaccinated_note)),
        (tr.case_phone(), joined([shown.about.guardian.clone(), shown.about.phone.clone()])),
        (tr.case_room(), shown.place.room.clone()),
        (tr.case_in_class(), class),
        (tr.case_incubation(), shown.incubation.clone()),
        (tr.case_measures(), facts.measures.clone()),
        (tr.case_note(), facts.note.clone()),
        (tr.case_end(), ended.map(|(on, outcome)| tr.case_ended(&on.to_string(), &tr.outcome(outcome)))),
    ]
    .into_iter()
    .filter_map(|(label, words)| words.map(|words| (label, words)))
    .collect()
}

fn buttons<'a>(shown: &CaseView, tr: &Tr) -> Element<'a, Message> {
    let edit = button(tr.case_edit()).key("Enter").id("edit-case").on_press(Message::Edit);
    let end = match shown.line.closed_on {
        None => button(tr.case_close()).key("J").id("close-case").on_press(Message::End),
        Some(_) => button(tr.case_reopen()).id("reopen-case").on_press(Message::Reopen),
    };
    row![edit, end].spacing(size::GAP).wrap().vertical_spacing(size::TIGHT).into()
}
