//! How 未结 looks.

mod absent;
mod detail;
mod talk;

use iced::Length::{Fill, FillPortion};
use iced::widget::{column, container, row};

pub(super) use talk::FIRST;

use super::{Message, OpenTab};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{Area, hints};
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, size};
use crate::gui::widget::{Icon, button, empty_state, list, panel, scroll};

pub(super) fn page<'a>(tab: &'a OpenTab, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.frame_trace());
    if tab.data.is_none() {
        return Page::reading(header, context);
    }
    let print = button(tr.trace_call_list()).icon(Icon::Printer).key("Ctrl+P").id("print");
    let header = header.right(print.on_press(Message::Print));
    let keys = if tab.lines().is_empty() { Vec::new() } else { hints(Area::Trace, tr) };
    Page { header, body: body(tab, context), keys }
}

fn body<'a>(tab: &'a OpenTab, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let (gap, edge) = (breadth.gap(), [breadth.gap(), breadth.edge()]);
    let (Some(line), Some(form)) = (tab.line(), tab.form()) else {
        let today = button(tr.frame_today()).key("F2").id("today").on_press(Message::Today);
        return container(panel(empty_state(tr.trace_nobody_absent(), Some(today)))).padding(edge).into();
    };
    let rows = absent::rows(tab, context);
    if breadth == Breadth::Wide {
        let left =
            panel(list("absences", rows)).head(tr.trace_absences(tab.lines().len()), Some(absent::order(tr)));
        let left = left.height(Fill);
        let right = panel(detail::whole(line, form, context)).height(Fill);
        let both = row![
            container(Element::from(left)).width(FillPortion(336)),
            container(Element::from(right)).width(FillPortion(492)).height(Fill)
        ];
        return container(both.spacing(size::INSIDE)).padding(edge).height(Fill).into();
    }
    let left = panel(column(rows)).head(tr.trace_absences(tab.lines().len()), Some(absent::order(tr)));
    let page = column![left, panel(detail::parts(line, form, context))].spacing(gap);
    scroll(container(page).padding(edge)).id("page").height(Fill).into()
}
