//! After writing: what came in, what stayed out and why, how to keep that, and the way back.

use iced::Length::{Fill, Fixed};
use iced::widget::{column, container, row};

use super::super::saving::{Message as SavingMessage, Product};
use super::super::{Import, Message, Written};
use super::save;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{Icon, banner, button, panel, scroll, text};
use crate::ops::roster::import::{ImportReport, ReportKind, ReportLine};

/// Lines of a kind that are listed; the rest is a count.
const LISTED: usize = 40;

pub(super) fn body<'a>(import: &'a Import, done: &'a Written, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let Written { summary, report, .. } = done;
    let alert = banner(Tone::Ok, report.counts(tr)).note(tr.import_done_note(&summary.as_of.to_string()));
    let ask = |product| Message::Save(SavingMessage::Ask(product));
    let buttons = row![
        button(tr.import_to_roster()).primary().id("roster").on_press(Message::Back),
        button(tr.keys_print())
            .icon(Icon::Printer)
            .key("Ctrl+P")
            .id("print")
            .on_press(Message::Save(SavingMessage::Print)),
        button(tr.import_save_report())
            .icon(Icon::Save)
            .key("Ctrl+S")
            .id("save")
            .on_press(ask(Product::Report)),
    ]
    .push(report.has_rows_to_mend().then(|| {
        button(tr.import_save_rows())
            .icon(Icon::Save)
            .key("Ctrl+E")
            .id("save-rows")
            .on_press(ask(Product::Rows))
    }))
    .push(summary.act.map(|_| {
        button(tr.import_undo()).icon(Icon::Undo).danger().id("undo-import").on_press(Message::UndoAll)
    }))
    .spacing(size::GAP)
    .wrap()
    .vertical_spacing(size::GAP);
    let mut sheet = column![Element::from(alert)].push(save::panel_of(import, context)).push(buttons);
    for kind in ReportKind::ALL {
        sheet = sheet.push(lines_of(report, kind, context));
    }
    let padding = [context.breadth().gap(), context.breadth().edge()];
    scroll(container(sheet.spacing(context.breadth().gap())).padding(padding)).height(Fill).into()
}

/// Width of row, class and name before the reason.
const WHO: f32 = 300.0;

/// The lines of a kind; `None` where there are none.
fn lines_of<'a>(
    report: &'a ImportReport,
    kind: ReportKind,
    context: &'a Context,
) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let count = report.count(kind);
    let mut list = column![].spacing(2).width(Fill);
    for line in report.lines.iter().filter(|line| line.kind == kind).take(LISTED) {
        list = list.push(one(report, line, context));
    }
    if count > LISTED {
        list = list.push(text(tr.import_done_more(count - LISTED)).ink(Ink::Text2));
    }
    let head = tr.import_more(count, &kind.word(tr));
    let none: Option<Element<'a, Message>> = None;
    (count > 0).then(|| panel(container(list).padding(size::INSIDE)).head(head, none).into())
}

/// Row, class and name, then the reason, wrapped where it is long.
fn one<'a>(report: &ImportReport, line: &'a ReportLine, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let row = line.origin.as_ref().map(|origin| tr.import_done_row(origin.row));
    let place = report.place(line);
    let words = [row.as_deref(), Some(place.as_str()), Some(line.name.as_str())];
    let words: Vec<&str> = words.into_iter().flatten().filter(|word| !word.is_empty()).collect();
    let (who, why) = (text(words.join("  ")).bold(), text(line.reason.as_str()).ink(Ink::Text2));
    if context.breadth() == Breadth::Wide {
        let who = container(who.name()).width(Fixed(WHO));
        return row![who, why.width(Fill)].spacing(size::INSIDE).into();
    }
    column![who, why].into()
}
