//! After writing: what came in, what stayed out, and the way back.

use iced::Length::Fill;
use iced::widget::{column, container, row};

use super::super::Message;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, Tone, size};
use crate::gui::widget::{Icon, banner, button, panel, scroll, text};
use crate::ops::roster::import::ImportSummary;

/// People named in a list; the rest is a count.
const NAMED: usize = 40;

pub(super) fn body<'a>(summary: &'a ImportSummary, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let counts = tr.import_done_counts(summary.changed, summary.new, summary.unchanged);
    let alert = banner(Tone::Ok, counts).note(tr.import_done_note(&summary.as_of.to_string()));
    let buttons = row![
        button(tr.import_to_roster()).primary().id("roster").on_press(Message::Back),
        button(tr.import_another()).icon(Icon::File).id("again").on_press(Message::Again),
        button(tr.import_undo()).icon(Icon::Undo).danger().id("undo-import").on_press(Message::UndoAll),
    ]
    .spacing(size::GAP)
    .wrap()
    .vertical_spacing(size::GAP);
    let doubtful = summary.doubtful.iter().map(|line| {
        let class = line.class.clone().unwrap_or_default();
        tr.import_done_doubtful(&class, &line.name, i64::from(line.origin.row))
    });
    let missing = summary.not_in_file.iter().map(|pupil| format!("{}  {}", pupil.class, pupil.name));
    let mut sheet = column![Element::from(alert), buttons].spacing(context.breadth().gap());
    sheet = sheet.push(people(
        &tr.import_doubtful(),
        tr.import_done_doubtful_note(),
        doubtful.collect(),
        context,
    ));
    sheet = sheet.push(people(&tr.import_missing(), tr.import_missing_note(), missing.collect(), context));
    let padding = [context.breadth().gap(), context.breadth().edge()];
    scroll(container(sheet).padding(padding)).height(Fill).into()
}

fn people<'a>(
    title: &str,
    note: String,
    lines: Vec<String>,
    context: &Context,
) -> Option<Element<'a, Message>> {
    let more = lines.len().saturating_sub(NAMED);
    let title = format!("{title} {}", lines.len());
    let mut list = column![].spacing(2).width(Fill);
    if lines.is_empty() {
        return None;
    }
    for line in lines.into_iter().take(NAMED) {
        list = list.push(text(line).shorten());
    }
    if more > 0 {
        list = list.push(text(context.tr.import_done_more(more)).ink(Ink::Text2));
    }
    let note = text(note).small().ink(Ink::Text2).shorten();
    Some(panel(container(list).padding(size::INSIDE)).head(title, Some(note)).into())
}
