//! What dialogs say: the harmless answer first.

use super::{Dialog, Message};
use crate::gui::widget::{Dialog as Sheet, button, text};
use crate::i18n::Tr;

/// The sheet of a dialog.
pub fn view<'a, M: Clone + 'a>(dialog: &Dialog, tr: &Tr, wrap: fn(Message) -> M) -> Sheet<'a, M> {
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
            .button(act(action.clone(), Message::Act(op.clone())).primary()),
        Dialog::Leave { text: words, route } => Sheet::new(tr.dialog_leave_title(), text(words.clone()))
            .button(harmless(tr.dialog_stay()))
            .button(act(tr.dialog_leave(), Message::Leave(route.clone())).danger()),
    }
}

const MOMENT: &str = "%Y-%m-%d %H:%M";
