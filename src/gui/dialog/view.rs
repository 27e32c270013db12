//! What dialogs say: the harmless answer first.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::column;

use super::{Dialog, Message};
use crate::gui::theme::size;
use crate::gui::widget::{Dialog as Sheet, button, field, first_keys, text};
use crate::i18n::Tr;

/// The sheet of a dialog.
pub fn view<'a, M: Clone + 'a>(dialog: &'a Dialog, tr: &Tr, wrap: fn(Message) -> M) -> Sheet<'a, M> {
    let harmless =
        |word: String| button(word).key("Esc").id("dialog-harmless").on_press(wrap(Message::Close));
    let act = |word: String, message| button(word).id("dialog-act").on_press(wrap(message));
    match dialog {
        Dialog::Refused(why) => {
            let words = format!("{}\n\n{}", why.meaning, why.remedy);
            Sheet::new(why.happened.clone(), text(words)).button(harmless(tr.dialog_close()))
        }
        Dialog::ClockBehind { now, last } => {
            let what = tr.ops_clock_behind(&last.format(MOMENT).to_string(), &now.format(MOMENT).to_string());
            Sheet::new(tr.dialog_clock_title(), text(format!("{what}\n\n{}", tr.dialog_clock_text())))
                .button(harmless(tr.dialog_clock_fix()))
                .button(act(tr.dialog_clock_right(), Message::ClockRight).primary())
        }
        Dialog::Confirm { title, text: words, action, op } => Sheet::new(title.clone(), text(words.clone()))
            .button(harmless(tr.dialog_cancel()))
            .button(act(action.clone(), Message::Act(op.as_ref().clone())).primary()),
        Dialog::Reason { typed, empty, .. } => {
            let error = empty.then(|| tr.correction_reason_empty());
            let typing = move |text| wrap(Message::Reason(text));
            let reason = field("dialog-reason", tr.correction_reason(), typed, typing)
                .on_submit(wrap(Message::GiveReason))
                .error(error);
            // Esc is the harmless answer in the field as well.
            let reason = first_keys(reason, None, move |key, _| {
                (*key == Key::Named(Named::Escape)).then(|| wrap(Message::Close))
            });
            let body = column![text(tr.correction_ask_text()), reason].spacing(size::EDGE);
            Sheet::new(tr.correction_ask_title(), body)
                .button(harmless(tr.dialog_cancel()))
                .button(act(tr.correction_go_on(), Message::GiveReason).key("Enter").primary())
        }
        Dialog::Leave { text: words, route } => Sheet::new(tr.dialog_leave_title(), text(words.clone()))
            .button(harmless(tr.dialog_stay()))
            .button(act(tr.dialog_leave(), Message::Leave(route.clone())).danger()),
    }
}

const MOMENT: &str = "%Y-%m-%d %H:%M";
