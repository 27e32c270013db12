//! Marking several pupils, and what is done with them.

use iced::Alignment;
use iced::widget::{column, container, row};

use super::super::marking::{Marking, into_id};
use super::super::{MarkMessage, Message, Roster};
use super::at_side;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, button, date_field, panel, text};
use crate::ops::roster::RosterView;

/// The button that begins it; `None` where there is no group yet.
pub(super) fn begin<'a>(roster: &Roster, context: &Context) -> Option<Element<'a, Message>> {
    let word = context.tr.group_screen_mark();
    let begin = button(word).key("Ctrl+M").id("mark").on_press(Message::Mark(MarkMessage::Switch));
    roster.can_mark().then(|| at_side(begin, None, context).into())
}

/// How many are marked, the day, the groups.
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
    let body = column![head, acts(roster, data, marking, context)].spacing(size::TIGHT);
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
