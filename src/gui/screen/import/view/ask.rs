//! Before anything is written while rows are undecided: what would stay out, and the two ways on.

use iced::widget::{column, row};

use super::super::Message;
use super::super::review::Review;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Tone, size};
use crate::gui::widget::{banner, button, text};

/// `None` where nothing is asked.
pub(super) fn panel_of<'a>(review: &Review, context: &'a Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let count = review.to_write();
    let mut words = tr.import_ask_note(count);
    if review.kept_values() > 0 {
        words.push_str(&tr.import_between());
        words.push_str(&tr.import_ask_kept(review.kept_values()));
    }
    let answers = row![
        button(tr.import_ask_decide()).key("Esc").id("hold").on_press(Message::Hold),
        button(tr.import_ask_write(count))
            .primary()
            .key("Ctrl+Enter")
            .id("write-rest")
            .on_press(Message::Write),
    ];
    let answers = answers.spacing(size::GAP).wrap().vertical_spacing(size::TIGHT);
    let evidence = column![text(words), answers].spacing(size::GAP);
    let alert = banner(Tone::Warn, tr.import_ask_title(review.undecided())).evidence(evidence);
    review.asking.then(|| alert.into())
}
