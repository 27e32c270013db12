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
    let mut line = row![].spacing(size::GAP).align_y(Alignment::Center);
    if context.breadth() != Breadth::Narrow {
        let after = (import.pupils + review.more_pupils()).saturating_sub(review.fewer_pupils());
        let after = if review.plan.document.pupils.is_empty() {
            tr.import_after_staff(review.count(Kind::New))
        } else {
            tr.import_after(after, import.pupils)
        };
        let mut words = column![text(after).shorten()];
        let out = review.stays_out();
        if out > 0 {
            words = words.push(text(tr.import_stay_out(out)).ink(Ink::Warn).shorten());
        }
        line = line.push(container(words).width(Fill));
    }
    let count = review.to_write();
    let write = button(tr.import_write(count))
        .primary()
        .key("Ctrl+Enter")
        .id("write")
        .on_press_maybe((count > 0).then_some(Message::Write));
    let cancel = button(tr.dialog_cancel()).key("Esc").id("cancel").on_press(Message::Back);
    if context.breadth() == Breadth::Wide {
        let save = button(tr.import_save_list())
            .key("Ctrl+S")
            .id("save")
            .on_press(Message::Save(saving::Message::Ask(Product::Report)));
        line.push(cancel).push(save).push(write).into()
    } else {
        line.push(write).into()
    }
}
