//! Where the report is saved, and what became of it.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row};

use super::super::saving::{Message as SavingMessage, Said, Saving};
use super::super::{Import, Message};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Tone, size};
use crate::gui::widget::{Icon, KeyHint, banner, button, field, first_keys, panel};
use crate::i18n::Tr;

/// A field in which Esc closes what it belongs to at once, instead of only leaving the field.
pub(super) fn escaping<'a>(field: impl Into<Element<'a, Message>>, close: Message) -> Element<'a, Message> {
    first_keys(field, None, move |key, _| (*key == Key::Named(Named::Escape)).then(|| close.clone()))
}

/// The question where to save, else what became of the last saving; `None` where there is neither.
pub(super) fn panel_of<'a>(import: &'a Import, context: &'a Context) -> Option<Element<'a, Message>> {
    question_of(import, context).or_else(|| said_of(import, context))
}

/// The question where to save.
pub(super) fn question_of<'a>(import: &'a Import, context: &'a Context) -> Option<Element<'a, Message>> {
    import.saving.as_ref().map(|saving| question(saving, context))
}

/// What became of the last saving.
pub(super) fn said_of<'a>(import: &'a Import, context: &'a Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    Some(match import.said.as_ref()? {
        Said::Saved(path) => {
            banner(Tone::Ok, tr.print_screen_saved(&path.display().to_string())).quiet().into()
        }
        Said::Printed => banner(Tone::Ok, tr.print_screen_sent()).quiet().into(),
        Said::Refused(why) => {
            banner(Tone::Bad, why.happened.as_str()).note(why.remedy.as_str()).quiet().into()
        }
    })
}

/// The keys while it is asked.
pub(super) fn keys(import: &Import, tr: &Tr) -> Option<Vec<KeyHint>> {
    import.saving.as_ref().map(|_| {
        vec![KeyHint::new("Enter", tr.print_screen_save()), KeyHint::new("Esc", tr.print_screen_cancel())]
    })
}

fn question<'a>(saving: &'a Saving, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let save = |message| Message::Save(message);
    let path = field("save-path", tr.print_screen_save_to(), saving.path.as_str(), move |typed| {
        save(SavingMessage::Path(typed))
    })
    .error(saving.wrong.clone());
    let path = escaping(path, save(SavingMessage::Close));
    let answers = row![
        button(tr.print_screen_save())
            .primary()
            .key("Enter")
            .id("save-write")
            .on_press(save(SavingMessage::Write)),
        button(tr.print_screen_choose())
            .icon(Icon::Folder)
            .id("save-choose")
            .on_press(save(SavingMessage::Choose)),
        button(tr.print_screen_cancel()).key("Esc").id("save-close").on_press(save(SavingMessage::Close)),
    ];
    let answers = answers.spacing(size::GAP).wrap().vertical_spacing(size::TIGHT);
    panel(container(column![path, answers].spacing(size::GAP)).padding(size::INSIDE)).into()
}
