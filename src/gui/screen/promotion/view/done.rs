//! After writing: what was done, the terms of the new year, and the way back.

use iced::Length::Fill;
use iced::widget::{column, container, row, scrollable};

use super::super::{Message, years};
use super::classes::new_ones;
use crate::domain::calendar::Season;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, Tone, size};
use crate::gui::widget::{Icon, banner, button, panel, text};
use crate::ops::promotion::Promoted;

pub(super) fn body<'a>(promoted: &'a Promoted, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let view = &promoted.view;
    let done = tr.promotion_done(view.new.len(), view.held_back, view.leaving, view.up, &years(view.to_year));
    let alert = banner(Tone::Ok, done).note(tr.promotion_done_note(&tr.day(view.first_day)));
    let buttons = row![
        button(tr.import_to_roster()).primary().id("roster").on_press(Message::Back),
        button(tr.promotion_undo()).icon(Icon::Undo).danger().id("undo-promotion").on_press(Message::UndoAll),
    ]
    .spacing(size::GAP)
    .wrap()
    .vertical_spacing(size::GAP);
    let sheet = column![Element::from(alert), buttons, terms(promoted, context), new_list(promoted, context)]
        .spacing(context.breadth().gap());
    let padding = [context.breadth().gap(), context.breadth().edge()];
    scrollable(container(sheet).padding(padding)).height(Fill).into()
}

fn new_list<'a>(promoted: &'a Promoted, context: &'a Context) -> Element<'a, Message> {
    // As many rows as there are classes: the page scrolls as a whole.
    let height = size::ROW * (promoted.view.new.len() as f32 + 1.0) + 12.0;
    container(new_ones(&promoted.view, context)).height(height).into()
}

fn terms<'a>(promoted: &Promoted, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut lines = column![].spacing(size::TIGHT).width(Fill);
    for term in &promoted.terms {
        let season = match term.season {
            Season::Autumn => tr.settings_autumn(),
            Season::Spring => tr.settings_spring(),
        };
        let days = tr.person_span(&term.first.to_string(), &term.last.to_string());
        lines =
            lines.push(row![text(season).line(), text(days).ink(Ink::Text2).line()].spacing(size::INSIDE));
    }
    let set = promoted.terms_set;
    let note = if set { tr.promotion_terms_are_set() } else { tr.promotion_terms_note() };
    lines = lines.push(text(note).small().ink(Ink::Text2));
    lines = lines.push((!set).then(|| {
        Element::from(button(tr.promotion_terms_set()).id("set-terms").on_press(Message::SetTerms))
    }));
    let title = tr.promotion_terms(&years(promoted.view.to_year));
    panel(container(lines.spacing(size::GAP)).padding(size::INSIDE))
        .head(title, None::<Element<'a, Message>>)
        .into()
}
