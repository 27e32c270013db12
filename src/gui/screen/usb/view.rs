//! How U盘 looks.

mod drives;
mod finish;
mod packages;
mod week;

use iced::Length::{Fill, FillPortion};
use iced::widget::{column, container, row};

use super::{Message, Usb};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{KeyHint, list, scroll, text};
use crate::ops::usb::UsbView;

pub(super) fn page<'a>(usb: &'a Usb, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let mut header = Header::new(tr.usb_screen_title());
    let Some(data) = &usb.data else {
        return Page::reading(header, context);
    };
    let days = (data.table.days.first(), data.table.days.last());
    if let (Some(from), Some(to)) = days {
        let (from, to) = (from.format("%m-%d").to_string(), to.format("%m-%d").to_string());
        let words = match data.week {
            Some(week) => tr.usb_screen_week(&from, week, &to),
            None => tr.usb_screen_days(&from, &to),
        };
        header = header.narrow(text(words).ink(Ink::Text2).line());
    }
    let mut keys = vec![
        KeyHint::new("↑↓", tr.usb_screen_key_drive()),
        KeyHint::new("Ctrl+Enter", tr.usb_screen_key_write()),
        KeyHint::new("R", tr.usb_screen_key_refresh()),
    ];
    if usb.busy {
        keys = vec![KeyHint::new("Esc", tr.usb_screen_stop())];
    }
    Page { header, body: body(usb, data, context), keys }
}

fn body<'a>(usb: &'a Usb, data: &'a UsbView, context: &'a Context) -> Element<'a, Message> {
    let breadth = context.breadth();
    let (gap, edge) = (breadth.gap(), breadth.edge());
    let week = week::panel_of(data, context);
    let drives = drives::panel_of(usb, context);
    let packages = packages::panel_of(data, context);
    let finish = finish::panel_of(usb, data, context);
    if breadth == Breadth::Wide {
        let left = column![week, finish::level(context)].spacing(gap).width(FillPortion(508));
        // Sticks and packages may be many: the side scrolls, the button stays.
        let parting = iced::widget::space().height(gap).into();
        let right = container(list("side", vec![drives, parting, packages])).width(FillPortion(320));
        let top = row![left, right].spacing(size::INSIDE).height(Fill);
        return container(column![top, finish].spacing(gap)).padding([gap, edge]).height(Fill).into();
    }
    let page = column![week, drives, finish::level(context), finish, packages].spacing(gap);
    scroll(container(page).padding([gap, edge])).id("page").height(Fill).into()
}
