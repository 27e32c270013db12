//! How dialogs look: a sheet of 480, buttons bottom right, the harmless one first in focus.

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{column, row, space};

use super::{Dialog, Message};
use crate::gui::Element;
use crate::gui::theme::size;
use crate::gui::widget::{button, text};
use crate::i18n::Tr;

/// The sheet of a dialog.
pub fn view<'a>(dialog: &'a Dialog, tr: &Tr) -> Element<'a, Message> {
    match dialog {
        Dialog::Refused(explanation) => sheet(
            explanation.happened.clone(),
            vec![explanation.meaning.clone(), explanation.remedy.clone()],
            vec![button(tr.dialog_close()).key("Esc").id("dialog-harmless").on_press(Message::Close).into()],
        ),
        Dialog::ClockBehind { now, last } => sheet(
            tr.dialog_clock_title(),
            vec![tr.ops_clock_behind(&moment(*last), &moment(*now)), tr.dialog_clock_text()],
            vec![
                button(tr.dialog_clock_fix()).key("Esc").id("dialog-harmless").on_press(Message::Close).into(),
                button(tr.dialog_clock_right()).primary().id("dialog-act").on_press(Message::ClockRight).into(),
            ],
        ),
        Dialog::Confirm { title, text, action, op } => sheet(
            title.clone(),
            vec![text.clone()],
            vec![
                button(tr.dialog_cancel()).key("Esc").id("dialog-harmless").on_press(Message::Close).into(),
                button(action.clone()).primary().id("dialog-act").on_press(Message::Act(op.clone())).into(),
            ],
        ),
        Dialog::Leave { text, route } => sheet(
            tr.dialog_leave_title(),
            vec![text.clone()],
            vec![
                button(tr.dialog_stay()).key("Esc").id("dialog-harmless").on_press(Message::Close).into(),
                button(tr.dialog_leave())
                    .danger()
                    .id("dialog-act")
                    .on_press(Message::Leave(route.clone()))
                    .into(),
            ],
        ),
    }
}

fn moment(at: chrono::NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

fn sheet<'a>(title: String, paragraphs: Vec<String>, buttons: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    let mut content = column![text(title).section().bold()].spacing(size::INSIDE).width(Fill);
    for paragraph in paragraphs {
        content = content.push(text(paragraph));
    }
    let mut foot = row![space().width(Fill)].spacing(size::GAP).align_y(Alignment::Center);
    for part in buttons {
        foot = foot.push(part);
    }
    content.push(foot).into()
}
