//! The sheet, and the turner below it.

use iced::widget::{column, container, responsive, row, rule, space};
use iced::{Alignment, Length::Fill, Size};

use super::super::look::SHEET;
use super::super::{Look, Message, Print};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, Zoom, button, empty_desk, paper_view, text};
use crate::paper::layout::Sheet;

/// Height of the turner.
const FOOT: f32 = 42.0;

pub(super) fn area<'a>(print: &'a Print, context: &'a Context) -> Element<'a, Message> {
    let Some(sheet) = print.sheet() else {
        return empty_desk();
    };
    responsive(move |room| {
        let room = Size::new(room.width, (room.height - FOOT - 1.0).max(1.0));
        column![
            container(paper_view(SHEET, sheet, print.zoom, |reach| Message::Look(Look::Seen(reach))))
                .height(room.height),
            rule::horizontal(1),
            foot(print, sheet, room, context)
        ]
        .into()
    })
    .into()
}

fn foot<'a>(print: &'a Print, sheet: &'a Sheet, room: Size, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let (page, pages) = (print.page, print.pages());
    let roomy = context.breadth() == Breadth::Wide;
    let word = |word: String| if roomy { word } else { String::new() };
    let previous = button(word(tr.print_screen_previous()))
        .icon(Icon::ChevronLeft)
        .id("previous")
        .on_press_maybe((page > 0).then_some(Message::Look(Look::Page(-1))));
    let next = button(word(tr.print_screen_next()))
        .icon_after(Icon::ChevronRight)
        .id("next")
        .on_press_maybe((page + 1 < pages).then_some(Message::Look(Look::Page(1))));
    let at = text(tr.print_screen_page(page + 1, pages)).small().line();
    let fitted = |word: String, key: &'static str, zoom: Zoom, id: &'static str| {
        let on = print.zoom == zoom;
        let fit = button(if roomy { word } else { key.to_owned() })
            .id(id)
            .on_press(Message::Look(Look::Zoom(zoom)));
        let fit = if roomy { fit.key(key) } else { fit };
        let fit = if on { fit.icon(Icon::Check) } else { fit };
        Element::from(fit.small())
    };
    let percent =
        text(tr.print_screen_percent(print.zoom.percent(sheet, room))).small().line().ink(Ink::Text2);
    let line = row![
        Element::from(previous.small()),
        at,
        Element::from(next.small()),
        space().width(Fill),
        button("").icon(Icon::Minus).small().id("smaller").on_press(Message::Look(Look::ZoomStep(-1))),
        percent,
        button("").icon(Icon::Plus).small().id("larger").on_press(Message::Look(Look::ZoomStep(1))),
        fitted(tr.print_screen_whole(), "0", Zoom::Page, "whole"),
        fitted(tr.print_screen_width(), "1", Zoom::Width, "width"),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center);
    container(line)
        .height(FOOT)
        .width(Fill)
        .align_y(Alignment::Center)
        .padding([0.0, context.breadth().edge()])
        .into()
}
