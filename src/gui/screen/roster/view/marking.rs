//! Marking several pupils, and what is done with them.

use iced::Alignment;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row};

use super::super::marking::{Marking, ROOM, into_id};
use super::super::{MarkMessage, Message, Roster};
use super::at_side;
use crate::domain::person::{Boarding, LeftBehind};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, button, date_field, field, key_scope, panel, text};
use crate::ops::roster::RosterView;

/// Width of the field of the room.
const ROOM_WIDTH: f32 = 130.0;

/// The button that begins it; `None` where nobody can be marked.
pub(super) fn begin<'a>(roster: &Roster, context: &Context) -> Option<Element<'a, Message>> {
    let word = context.tr.group_screen_mark();
    let begin = button(word).key("Ctrl+M").id("mark").on_press(Message::Mark(MarkMessage::Switch));
    roster.can_mark().then(|| at_side(begin, None, context).into())
}

/// How many are marked, the day, the groups, the rooms.
pub(super) fn panel_of<'a>(
    roster: &'a Roster,
    data: &'a RosterView,
    context: &'a Context,
) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let marking = roster.marking.as_ref()?;
    let all =
        if roster.all_marked() { tr.group_screen_mark_none() } else { tr.group_screen_mark_all(data.found) };
    let all = button(all).small().id("mark-all");
    let all = all.on_press_maybe((data.found > 0).then_some(Message::Mark(MarkMessage::All)));
    let end = button(tr.group_screen_mark_end()).small().key("Esc").id("mark-end");
    let count = marking.persons.len();
    let head = row![
        text(tr.group_screen_marked(count)).bold().line(),
        Element::from(all),
        Element::from(end.on_press(Message::Mark(MarkMessage::Switch))),
    ];
    let hint = || text(tr.group_screen_mark_hint()).small().ink(Ink::Text2);
    let head = head.push((context.breadth() == Breadth::Wide).then(hint));
    let head = head.spacing(size::GAP).align_y(Alignment::Center).wrap().vertical_spacing(size::TIGHT);
    let body =
        column![head, acts(roster, data, marking, context), boarding(marking, context)].spacing(size::TIGHT);
    Some(panel(container(body).padding(size::GAP)).into())
}

fn acts<'a>(
    roster: &'a Roster,
    data: &'a RosterView,
    marking: &'a Marking,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let day = marking.day.as_str();
    let none: Option<String> = None;
    let wrong = date_field::day(day).is_none();
    let ready = |message: MarkMessage| (!marking.persons.is_empty()).then_some(Message::Mark(message));
    let typed = |typed| Message::Mark(MarkMessage::Day(typed));
    // In one line with the day, so that the list keeps its place.
    let from = if wrong { tr.print_screen_bad_date() } else { tr.group_screen_mark_from() };
    let mut acts = row![
        text(from).small().ink(if wrong { Ink::Bad } else { Ink::Text2 }).line(),
        date_field("mark-day", "", day, tr.date_hint(), none, typed)
    ];
    for group in &data.groups {
        let into = button(tr.group_screen_mark_into(&group.label)).icon(Icon::Plus).small();
        let into = into.id(into_id(group.id)).on_press_maybe(ready(MarkMessage::Into(group.id)));
        acts = acts.push(Element::from(into));
    }
    if let Some(group) = roster.group() {
        let out = button(tr.group_screen_mark_out(&group.label)).icon(Icon::Minus).small();
        acts = acts.push(Element::from(out.id("mark-out").on_press_maybe(ready(MarkMessage::Out))));
    }
    acts.spacing(size::GAP).align_y(Alignment::Center).wrap().vertical_spacing(size::TIGHT).into()
}

/// Room, day or boarding, parents away.
fn boarding<'a>(marking: &'a Marking, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let ready = |message: MarkMessage| (!marking.persons.is_empty()).then_some(Message::Mark(message));
    let word = |words: String| text(words).small().ink(Ink::Text2).line();
    let act = |id: &'static str, words: String, message: MarkMessage| {
        Element::from(button(words).small().id(id).on_press_maybe(ready(message)))
    };
    let room =
        field(ROOM, String::new(), marking.room.as_str(), |typed| Message::Mark(MarkMessage::Room(typed)))
            .hint(tr.group_screen_room_hint())
            .small()
            .width(iced::Length::Fixed(ROOM_WIDTH));
    let room = key_scope(room, |key, modifiers| {
        let enter = modifiers.is_empty() && *key == Key::Named(Named::Enter);
        enter.then_some(Message::Mark(MarkMessage::IntoRoom))
    });
    row![
        word(tr.group_screen_room()),
        room,
        act("mark-into-room", tr.group_screen_into_room(), MarkMessage::IntoRoom),
        act("mark-out-of-room", tr.group_screen_out_of_room(), MarkMessage::OutOfRoom),
        act("mark-day-pupil", tr.person_day(), MarkMessage::Boarding(Boarding::Day)),
        act("mark-boarder", tr.person_boarder(), MarkMessage::Boarding(Boarding::Boarder)),
        word(tr.group_screen_set_left_behind()),
        act("mark-left-no", tr.import_left_behind_no(), MarkMessage::LeftBehind(LeftBehind::No)),
        act("mark-left-one", tr.person_left_behind_one(), MarkMessage::LeftBehind(LeftBehind::OneParent)),
        act("mark-left-both", tr.person_left_behind_both(), MarkMessage::LeftBehind(LeftBehind::BothParents)),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center)
    .wrap()
    .vertical_spacing(size::TIGHT)
    .into()
}
