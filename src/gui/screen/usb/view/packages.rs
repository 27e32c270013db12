//! The packages that were written before.

use iced::widget::{column, container, row};
use iced::{Alignment, Length::Fill, Length::Fixed};

use super::super::Message;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{PAGE, empty_state, panel, text};
use crate::ops::usb::{PackageLine, UsbView};

/// Letters of a digest that tell packages apart at a glance.
const DIGEST: usize = 8;

pub(super) fn panel_of<'a>(data: &'a UsbView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let body: Element<'a, Message> = if data.packages.is_empty() {
        empty_state(tr.usb_screen_no_packages(), None::<Element<'a, Message>>)
    } else {
        let lines = data.packages.iter().take(PAGE).enumerate();
        column(lines.map(|(at, line)| one(at, line, context))).into()
    };
    let hint = text(tr.usb_screen_all_again()).small().ink(Ink::Text2);
    panel(body).head(tr.usb_screen_packages(), Some(hint)).into()
}

fn one<'a>(at: usize, line: &'a PackageLine, context: &Context) -> Element<'a, Message> {
    let day = |date: chrono::NaiveDate| date.format("%m-%d").to_string();
    let days = match line.from {
        Some(from) if from != line.to => context.tr.usb_screen_days(&day(from), &day(line.to)),
        _ => day(line.to),
    };
    let digest: String = line.digest.as_deref().unwrap_or_default().chars().take(DIGEST).collect();
    let words = row![
        text(format!("{:04}", line.sequence)).line().width(Fixed(46.0)),
        text(days).small().ink(Ink::Text2).width(Fill),
        text(digest).small().ink(Ink::Text3).line(),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center);
    container(words)
        .height(size::ROW_CHECK)
        .align_y(Alignment::Center)
        .padding([0.0, size::INSIDE])
        .style(move |theme: &crate::gui::Theme| {
            let palette = theme.palette();
            let ground = if at % 2 == 1 { palette.zebra } else { palette.surface };
            container::Style {
                background: Some(iced::Background::Color(ground)),
                ..container::Style::default()
            }
        })
        .into()
}
