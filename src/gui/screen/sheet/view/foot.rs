//! What confirming would record, and the two buttons.

use iced::Length::Fill;
use iced::widget::{column, container, row};
use iced::{Alignment, Background};

use super::super::{ClassSheet, Message};
use super::{side_by_side, strong_line};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, Theme, size};
use crate::gui::widget::{Icon, button, icon, text};
use crate::i18n::Language;
use crate::ops::check::SheetView;

pub(super) fn bar<'a>(sheet: &'a ClassSheet, view: &'a SheetView, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let narrow = breadth == Breadth::Narrow;
    let confirmed = sheet.confirmed();
    let (ill, proposed) = sheet.counts();
    // Of an earlier day, or where somebody said it, the hour of the paper stands beside the sum.
    let came = view.handed_in_at.filter(|at| {
        sheet.key.date < context.now.date() || at.date() != sheet.key.date || view.checked_by.is_some()
    });
    let came = came.filter(|_| !narrow).map(|at| {
        let by = view.checked_by.as_deref().or(view.group.teacher.as_deref()).unwrap_or("–");
        text(tr.sheet_came_in(&sheet.moment_shown(at), by)).small().ink(Ink::Text2).shorten()
    });
    let sum: Element<'a, Message> = if let Some((name, at)) = &view.confirmed {
        let report = match &sheet.reason {
            Some(reason) => Some(tr.correction_under_reason(reason)),
            None => view.reported.then(|| tr.correction_under_report()),
        };
        let report = report.map(|words| text(words).small().ink(Ink::Warn).shorten());
        column![text(tr.sheet_confirmed_by(&tr.time(*at), name)).ink(Ink::Text2)].push(report).into()
    } else if narrow {
        let proposals =
            (proposed > 0).then(|| text(tr.sheet_proposals_short(proposed)).small().ink(Ink::Prop));
        column![text(tr.sheet_sum_short(ill)).small()].push(proposals).into()
    } else {
        // A Chinese colon brings its own space.
        let space = if tr.language() == Language::Chinese { 0.0 } else { size::TIGHT };
        let well = view.lines.len().saturating_sub(ill);
        let proposals = (proposed > 0).then(|| {
            let words = text(tr.sheet_sum_proposals(proposed)).ink(Ink::Prop);
            row![icon(Icon::ArrowBent).ink(Ink::Prop), words].spacing(6).align_y(Alignment::Center)
        });
        side_by_side()
            .push(row![text(tr.sheet_after()).bold(), text(tr.sheet_sum(ill, well))].spacing(space))
            .push(proposals)
            .spacing(size::INSIDE)
            .wrap()
            .into()
    };
    let word = match (confirmed, narrow) {
        (true, _) => tr.sheet_next(),
        (false, true) => tr.sheet_confirm_short(),
        (false, false) => tr.sheet_confirm(),
    };
    let confirm = button(word).primary().key("Ctrl+Enter").id("confirm").on_press(Message::Confirm);
    let undo = (breadth == Breadth::Wide).then(|| {
        button(tr.frame_undo()).icon(Icon::Undo).key("Ctrl+Z").id("undo-sheet").on_press(Message::Undo)
    });
    let sum = column![sum].push(came);
    let line = row![container(sum).width(Fill)]
        .push(undo)
        .push(confirm)
        .spacing(size::INSIDE)
        .align_y(Alignment::Center);
    let above = if narrow { 4.0 } else { 8.0 };
    let bar = container(line).width(Fill).padding([above, breadth.edge()]).style(|theme: &Theme| {
        container::Style {
            background: Some(Background::Color(theme.palette().surface)),
            ..container::Style::default()
        }
    });
    column![strong_line(), bar].into()
}
