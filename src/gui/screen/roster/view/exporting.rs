//! Where the roster is saved, and what came of it.

use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row};

use super::super::exporting::Exporting;
use super::super::{ExportMessage, Message, Roster};
use super::at_side;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Tone, size};
use crate::gui::widget::{Icon, banner, button, checkbox, field, first_keys, panel};
use crate::ops::roster::RosterView;

/// The button that asks.
pub(super) fn begin<'a>(context: &Context) -> Element<'a, Message> {
    let word = context.tr.roster_screen_export();
    let ask = button(word).key("Ctrl+S").id("export").on_press(Message::Export(ExportMessage::Ask));
    at_side(ask, Some(Icon::Save), context).into()
}

/// The question, or what was saved.
pub(super) fn panel_of<'a>(
    roster: &'a Roster,
    data: &RosterView,
    context: &'a Context,
) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let (path, wrong, staff) = match roster.exporting.as_ref()? {
        Exporting::Saved(words) => return Some(banner(Tone::Ok, words.join("\n")).quiet().into()),
        Exporting::Asking { path, wrong, staff } => (path.as_str(), wrong.as_deref(), *staff),
    };
    let export = Message::Export;
    let typed = move |typed| export(ExportMessage::Path(typed));
    let path = field("export-path", tr.roster_screen_export_to(), path, typed).error(wrong);
    // Enter saves and Esc closes the whole question at once, instead of leaving the field.
    let path = first_keys(path, None, move |key, _| match key {
        Key::Named(Named::Escape) => Some(export(ExportMessage::Close)),
        Key::Named(Named::Enter) => Some(export(ExportMessage::Write)),
        _ => None,
    });
    let only = data.staff_count > 0;
    let only = only.then(|| {
        let switch = export(ExportMessage::Staff(!staff));
        checkbox("export-staff", tr.roster_screen_export_staff(), staff, switch)
    });
    let save = button(tr.print_screen_save()).primary().key("Enter").id("export-write");
    let choose = button(tr.print_screen_choose()).icon(Icon::Folder).id("export-choose");
    let close = button(tr.print_screen_cancel()).key("Esc").id("export-close");
    let answers = row![
        save.on_press(export(ExportMessage::Write)),
        choose.on_press(export(ExportMessage::Choose)),
        close.on_press(export(ExportMessage::Close)),
    ];
    let answers = answers.spacing(size::GAP).wrap().vertical_spacing(size::TIGHT);
    Some(
        panel(container(column![path].push(only).push(answers).spacing(size::GAP)).padding(size::GAP)).into(),
    )
}
