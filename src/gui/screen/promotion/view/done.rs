//! After writing: what was done, the terms of the new year, and the way back.

use iced::Length::Fill;
use iced::widget::{column, container, row, scrollable};

use super::super::{Message, Promotion, TermForm, years};
use super::classes::new_ones;
use crate::domain::calendar::Season;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, Tone, size};
use crate::gui::widget::{Icon, banner, button, date_field, panel, text};
use crate::ops::promotion::Promoted;

pub(super) fn body<'a>(
    screen: &'a Promotion,
    promoted: &'a Promoted,
    context: &'a Context,
) -> Element<'a, Message> {
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
    let sheet =
        column![Element::from(alert), buttons, terms(screen, promoted, context), new_list(promoted, context)]
            .spacing(context.breadth().gap());
    let padding = [context.breadth().gap(), context.breadth().edge()];
    scrollable(container(sheet).padding(padding)).height(Fill).into()
}

fn new_list<'a>(promoted: &'a Promoted, context: &'a Context) -> Element<'a, Message> {
    // As many rows as there are classes: the page scrolls as a whole.
    let height = size::ROW * (promoted.view.new.len() as f32 + 1.0) + 12.0;
    container(new_ones(&promoted.view, context)).height(height).into()
}

fn terms<'a>(screen: &'a Promotion, promoted: &Promoted, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut lines = column![].spacing(size::GAP).width(Fill);
    for (at, form) in screen.terms.iter().enumerate() {
        let (season, id) = match form.season {
            Season::Autumn => (tr.settings_autumn(), "autumn"),
            Season::Spring => (tr.settings_spring(), "spring"),
        };
        let wrong = form.term().is_none().then(|| tr.settings_term_wrong());
        let first = date_field(
            format!("{id}-first"),
            tr.settings_first_day(),
            &form.first,
            tr.date_hint(),
            None::<String>,
            move |typed| Message::Term(at, false, typed),
        );
        let last = date_field(
            format!("{id}-last"),
            tr.settings_last_day(),
            &form.last,
            tr.date_hint(),
            wrong,
            move |typed| Message::Term(at, true, typed),
        );
        lines = lines.push(text(season).bold());
        lines = lines.push(row![first, last].spacing(size::INSIDE).wrap().vertical_spacing(size::GAP));
    }
    let typed: Vec<_> = screen.terms.iter().filter_map(TermForm::term).collect();
    let whole = typed.len() == screen.terms.len();
    let set = promoted.terms_set && typed == promoted.terms;
    let note = if set { tr.promotion_terms_are_set() } else { tr.promotion_terms_note() };
    let save = (whole && !set).then_some(Message::SetTerms);
    lines = lines.push(text(note).small().ink(Ink::Text2));
    lines = lines.push(Element::from(button(tr.promotion_terms_set()).id("set-terms").on_press_maybe(save)));
    let title = tr.promotion_terms(&years(promoted.view.to_year));
    panel(container(lines).padding(size::INSIDE)).head(title, None::<Element<'a, Message>>).into()
}
