//! Below the rows: what the book will hold, and the button that counts what is written.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{column, container, row};

use super::super::line::Kind;
use super::super::review::Review;
use super::super::saving::{self, Product};
use super::super::{Import, Message, State};
use super::choose::working;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{button, panel, text};

pub(super) fn line<'a>(import: &'a Import, review: &'a Review, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if matches!(import.state, State::Writing(_)) {
        let bar = container(working(context)).padding(size::INSIDE);
        return panel(bar).into();
    }
    let count = review.to_write();
    let write = button(tr.import_write(count))
        .primary()
        .key("Ctrl+Enter")
        .id("write")
        .on_press_maybe((count > 0 && import.dating.is_none()).then_some(Message::Write));
    let cancel = button(tr.dialog_cancel()).key("Esc").id("cancel").on_press(Message::Back);
    let save = button(tr.import_save_list())
        .key("Ctrl+S")
        .id("save")
        .on_press(Message::Save(saving::Message::Ask(Product::Report)));
    let buttons = row![cancel, save, write].spacing(size::GAP).align_y(Alignment::Center);
    let out = review.stays_out();
    let stay_out = match import.dating {
        Some(_) => Some(tr.import_dates_first()),
        None => (out > 0).then(|| tr.import_stay_out(out)),
    };
    match context.breadth() {
        Breadth::Wide => {
            let words = column![text(after(import, review, context)).shorten()]
                .push(stay_out.map(|words| text(words).ink(Ink::Warn).shorten()));
            let line = row![container(words).width(Fill), buttons];
            line.spacing(size::GAP).align_y(Alignment::Center).into()
        }
        Breadth::Middle => {
            let words = row![text(after(import, review, context)).small()]
                .push(stay_out.map(|words| text(words).small().ink(Ink::Warn)));
            let words = words.spacing(size::GAP).wrap();
            column![words, buttons.wrap().vertical_spacing(size::TIGHT)].spacing(size::TIGHT).into()
        }
        Breadth::Narrow => {
            let first = import.dating.as_ref().and(stay_out);
            let first = first.map(|words| text(words).small().ink(Ink::Warn));
            column![]
                .push(first)
                .push(buttons.wrap().vertical_spacing(size::TIGHT))
                .spacing(size::TIGHT)
                .into()
        }
    }
}

/// What the book will hold.
fn after(import: &Import, review: &Review, context: &Context) -> String {
    let tr = &context.tr;
    if review.plan.document.pupils.is_empty() {
        return tr.import_after_staff(review.count(Kind::New));
    }
    let after = (import.pupils + review.more_pupils()).saturating_sub(review.fewer_pupils());
    tr.import_after(after, import.pupils)
}
