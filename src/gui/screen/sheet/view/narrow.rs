//! The sheet of a narrow window: every pupil one row, the current one opened with all marks as toggles.

use iced::Length::Fill;
use iced::widget::{Column as Stack, Row, column, container, row, space};
use iced::{Alignment, Padding};

use super::super::{ClassSheet, FindingEdit, Message, row_id};
use super::{rows, words};
use crate::domain::finding::Attendance;
use crate::domain::session::Session;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{Icon, Look, control, icon, list, panel, row_button, text};
use crate::ops::check::{SheetLine, SheetView};

/// Banner and rows scroll together: at 200 % there is no room for each.
pub(super) fn list_of<'a>(
    sheet: &'a ClassSheet,
    view: &'a SheetView,
    banner: Option<Element<'a, Message>>,
    context: &'a Context,
) -> Element<'a, Message> {
    let last = view.lines.len().saturating_sub(1);
    let pupils = view.lines.iter().enumerate().map(|(index, line)| {
        let chosen = sheet.is_chosen(line.person);
        let inside = if sheet.current == Some(line.person) {
            opened(sheet, line, context)
        } else {
            closed(line, sheet.key.session, context)
        };
        let inside = column![inside].push(words::wrong(sheet, line, context)).spacing(size::TIGHT);
        row_button(row_id(line.person), inside, Message::Enter(Some(line.person)))
            .mouse_only()
            .chosen(chosen)
            .last(index == last)
            .height(iced::Length::Shrink)
            .padding([4.0, 8.0])
            .into()
    });
    let pupils = rows::rows_control(Stack::with_children(pupils).width(Fill), sheet, context);
    let parts = vec![column![].push(banner).into(), panel(pupils).into()];
    container(list("sheet", parts)).height(Fill).into()
}

fn seat_and_name(line: &SheetLine) -> Row<'_, Message, crate::gui::Theme, iced::Renderer> {
    let seat = text(line.seat_no.to_string()).ink(Ink::Text2).line();
    let held = words::shown(line).is_some();
    let name = container(text(line.name.as_str()).bold_if(held).shorten_middle()).max_width(150);
    row![container(seat).align_right(26), name].spacing(size::GAP).align_y(Alignment::Center)
}

fn closed<'a>(line: &'a SheetLine, session: Session, context: &Context) -> Element<'a, Message> {
    let symptoms = words::symptoms(line, context);
    let temperature = line.finding.as_ref().and_then(|finding| finding.temperature);
    let heat = temperature.map(|t| {
        let ink = if line.fever { Ink::Bad } else { Ink::Text };
        text(t.to_string()).bold().ink(ink).line()
    });
    let said: Element<'a, Message> = if words::proposed(line) {
        text(words::carried(line, context)).small().ink(Ink::Prop).shorten().into()
    } else {
        text(symptoms).small().shorten().into()
    };
    let attendance = words::attendance(line, session, context);
    let name = seat_and_name(line);
    if words::shown(line).is_none() {
        return row![name, space().width(Fill), attendance]
            .spacing(size::GAP)
            .align_y(Alignment::Center)
            .into();
    }
    row![name, attendance, container(said).width(Fill)]
        .push(heat)
        .spacing(size::GAP)
        .align_y(Alignment::Center)
        .into()
}

fn opened<'a>(sheet: &'a ClassSheet, line: &'a SheetLine, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let tag = tr.language().tag();
    let site = line
        .finding
        .as_ref()
        .and_then(|finding| finding.temperature)
        .map(|t| text(tr.site(t.site)).small().ink(Ink::Text2).line());
    let first =
        row![seat_and_name(line), words::attendance(line, sheet.key.session, context), space().width(Fill)]
            .push(words::temperature(sheet, line))
            .push(site)
            .spacing(size::GAP)
            .align_y(Alignment::Center);
    let finding = words::shown(line);
    let mut toggles = Row::new().spacing(size::TIGHT);
    for entry in context.rules.symptoms() {
        let held = finding.is_some_and(|finding| finding.symptoms.contains(&entry.code));
        let edit = FindingEdit::Symptom(entry.code.clone());
        toggles = toggles.push(toggle(entry.key, entry.name.get(tag), held, edit, line));
    }
    for entry in context.rules.attendances() {
        let held = finding.map_or(Attendance::Present, |finding| finding.attendance) == entry.kind;
        let edit = FindingEdit::Attendance(entry.kind);
        toggles = toggles.push(toggle(entry.key, entry.name.get(tag), held, edit, line));
    }
    let note = words::note(line, context);
    let body = column![first, toggles.wrap().vertical_spacing(size::TIGHT)].push(note);
    container(body.spacing(size::TIGHT)).padding(Padding { bottom: 4.0, ..Padding::ZERO }).into()
}

/// A mark as a button that stays in: a check in bad when recorded, a ring in prop when proposed.
fn toggle<'a>(
    key: char,
    word: &'a str,
    held: bool,
    edit: FindingEdit,
    line: &SheetLine,
) -> Element<'a, Message> {
    let proposed = words::proposed(line);
    let sign = held.then(|| icon(if proposed { Icon::Ring } else { Icon::Check }).side(size::ICON_CHIP));
    let letter = text(key.to_string()).line().ink(if held { Ink::Inherit } else { Ink::Text2 });
    let content = row![].push(sign).push(letter).push(text(word).line().bold_if(held && !proposed));
    control(content.spacing(5).align_y(Alignment::Center))
        .on_press(Message::Edit(line.person, edit))
        .mouse_only()
        .height(25)
        .padding([0.0, 4.0])
        .radius(size::RADIUS_CHIP)
        .look(move |palette, _| Look {
            ground: Some(match (held, proposed) {
                (false, _) => palette.surface,
                (true, false) => palette.badsoft,
                (true, true) => palette.propsoft,
            }),
            edge: Some(match (held, proposed) {
                (false, _) => palette.control,
                (true, false) => palette.bad,
                (true, true) => palette.prop,
            }),
            text: Some(match (held, proposed) {
                (false, _) => palette.text,
                (true, false) => palette.bad,
                (true, true) => palette.prop,
            }),
            ..Look::default()
        })
        .into()
}
