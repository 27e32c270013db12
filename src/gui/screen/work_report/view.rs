//! How 工作汇报 looks.

use iced::Alignment;
use iced::Length::{Fill, Shrink};
use iced::widget::{Column, Row, column, container, row};

use super::{Message, WORDS, WorkReport, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{
    Icon, KeyHint, button, date_field, field, first_keys, panel, row_button, scroll, text,
};
use crate::ops::work_report::{WorkParagraph, WorkReportView, WorkSection};

pub(super) fn page<'a>(report: &'a WorkReport, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let back = button(tr.slip_screen_back()).id("back").on_press(Message::Back);
    let print = button(tr.work_screen_print()).icon(Icon::Printer).key("Ctrl+P").id("print");
    let header = Header::new(tr.work_screen_title()).right(back).right(print.on_press(Message::Print));
    let Some(data) = &report.data else { return Page::reading(header, context) };
    let (breadth, edge) = (context.breadth(), context.breadth().edge());
    let mut at = 0;
    let sections = data.sections.iter().map(|section| {
        let first = at;
        at += section.paragraphs.len();
        section_of(report, data, section, first, context)
    });
    let sections = Column::with_children(sections).spacing(breadth.gap());
    let parts = column![period(report, context), sections].spacing(breadth.gap());
    let body = scroll(container(parts).padding([breadth.gap(), edge])).id("page").height(Fill).into();
    let keys = if report.words.is_some() {
        vec![KeyHint::new("Enter", tr.work_screen_key_save()), KeyHint::new("Esc", tr.print_screen_cancel())]
    } else {
        vec![
            KeyHint::new("↑↓", tr.work_screen_key_choose()),
            KeyHint::new("Enter", tr.work_screen_key_edit()),
            KeyHint::new("Del", tr.work_screen_key_restore()),
        ]
    };
    Page { header, body, keys }
}

fn period<'a>(report: &'a WorkReport, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let [from, to] = &report.typed;
    let wrong = |typed: &str| date_field::day(typed).is_none().then(|| tr.print_screen_bad_date());
    let from = date_field("from", tr.print_screen_from(), from, tr.date_hint(), wrong(from), Message::From);
    let to = date_field("to", tr.print_screen_to(), to, tr.date_hint(), wrong(to), Message::To);
    let hint = text(tr.work_screen_hint()).small().ink(Ink::Text2);
    let days = row![from, to].spacing(size::GAP).wrap().vertical_spacing(size::TIGHT);
    let parts = column![Element::from(days), hint].spacing(size::TIGHT);
    panel(container(parts).padding(size::INSIDE).width(Fill)).into()
}

fn section_of<'a>(
    report: &'a WorkReport,
    data: &'a WorkReportView,
    section: &'a WorkSection,
    first: usize,
    context: &'a Context,
) -> Element<'a, Message> {
    let rows = section.paragraphs.iter().zip(first..).map(|(paragraph, at)| {
        let chosen = at == report.chosen;
        let row = row_button(row_id(&paragraph.id), words_of(paragraph, context), Message::Choose(at))
            .chosen(chosen)
            .height(Shrink)
            .padding([6.0, size::INSIDE]);
        let open = chosen.then(|| below(report, data, paragraph, context));
        column![Element::from(row)].push(open).into()
    });
    let rows = Column::with_children(rows);
    let heading = Some(&section.heading).filter(|heading| !heading.is_empty()).cloned();
    let heading = heading.unwrap_or_else(|| context.tr.work_screen_title());
    panel(rows).head(heading, None::<Element<'a, Message>>).into()
}

fn words_of<'a>(paragraph: &'a WorkParagraph, context: &'a Context) -> Element<'a, Message> {
    if paragraph.text.is_empty() {
        return text(context.tr.work_screen_left_out()).ink(Ink::Text3).into();
    }
    let own = paragraph.own.then(|| text(context.tr.work_screen_own()).small().ink(Ink::Text2));
    column![text(paragraph.text.as_str())].push(own).into()
}

/// The words while they are edited, and the figures of the paragraph, which open their rows.
fn below<'a>(
    report: &'a WorkReport,
    data: &'a WorkReportView,
    paragraph: &'a WorkParagraph,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let editor = report.words.as_ref().map(|words| {
        let wrong = report.wrong.as_ref().map(|why| format!("{} {}", why.happened, why.remedy));
        let words = field(WORDS, tr.work_screen_words(), words.as_str(), Message::Words).error(wrong);
        let escape = |key: &iced::keyboard::Key, _: iced::keyboard::Modifiers| {
            (*key == iced::keyboard::Key::Named(iced::keyboard::key::Named::Escape))
                .then_some(Message::Cancel)
        };
        let words = first_keys(words, None, escape);
        let save = button(tr.work_screen_save()).primary().key("Enter").id("save").on_press(Message::Save);
        let restore = button(tr.work_screen_restore()).id("restore").on_press(Message::Restore);
        let cancel = button(tr.print_screen_cancel()).key("Esc").id("cancel").on_press(Message::Cancel);
        let answers = row![save, restore, cancel].spacing(size::GAP).wrap().vertical_spacing(size::TIGHT);
        Element::from(column![words, answers].spacing(size::GAP))
    });
    let figures =
        data.figures.iter().filter(|figure| paragraph.figures.iter().any(|name| name == figure.key));
    let figures: Vec<Element<'a, Message>> = figures
        .map(|figure| {
            let word = format!("{{{}}} {}", figure.key, figure.value);
            button(word)
                .small()
                .id(format!("figure-{}", figure.key))
                .on_press(Message::Open(figure.source))
                .into()
        })
        .collect();
    let figures = (!figures.is_empty()).then(|| {
        Row::with_children(figures)
            .spacing(size::TIGHT)
            .align_y(Alignment::Center)
            .wrap()
            .vertical_spacing(size::TIGHT)
    });
    let parts = column![].push(editor).push(figures).spacing(size::GAP);
    container(parts)
        .padding(iced::Padding { top: 2.0, bottom: 8.0, left: size::INSIDE, right: size::INSIDE })
        .into()
}
