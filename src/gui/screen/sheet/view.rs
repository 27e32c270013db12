//! How the class sheet looks.

mod details;
mod foot;
mod hand_in;
mod jump;
mod narrow;
mod rows;
mod words;

use iced::Length::Fill;
use iced::widget::{column, container, row};

use super::{ClassSheet, Message, Place};
use crate::domain::group::GroupKind;
use crate::domain::sheet::SheetState;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::route::Route;
use crate::gui::screen::Page;
use crate::gui::screen::alert_banner::alert_banner;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{Icon, KeyHint, State, button, chip, empty_state, list, panel, text};
use crate::i18n::Language;
use crate::ops::alerts::AlertPerson;
use crate::ops::check::SheetView;

pub(super) fn page<'a>(sheet: &'a ClassSheet, context: &'a Context) -> Page<'a, Message> {
    let Some(view) = &sheet.view else {
        let header = Header::new(context.tr.session(sheet.key.session));
        return Page::reading(header, context);
    };
    Page { header: header(view, context), body: body(sheet, view, context), keys: keys(sheet, context) }
}

fn header<'a>(view: &'a SheetView, context: &Context) -> Header<'a, Message> {
    let tr = &context.tr;
    let session = tr.session(view.key.session);
    let title = match view.key.group.kind() {
        GroupKind::Class => tr.sheet_title_class(&tr.class(&view.group.short), &session),
        _ => tr.sheet_title_group(&view.group.short, &session),
    };
    let (state, word) = match view.state {
        SheetState::Unchecked if !view.due && !view.draft => (State::NotBegun, tr.sheet_not_due()),
        SheetState::Unchecked if view.draft => (State::Unchecked, tr.sheet_unchecked_draft()),
        SheetState::Unchecked => (State::Unchecked, tr.sheet_state(view.state)),
        SheetState::Nil => (State::Nil, tr.sheet_state(view.state)),
        SheetState::Exceptions => (State::Exceptions, tr.sheet_state(view.state)),
    };
    let mut header = Header::new(title);
    let breadth = context.breadth();
    let another = view.key.date != context.now.date();
    if breadth != Breadth::Narrow {
        let list = if another { tr.day(view.key.date) } else { tr.frame_today() };
        let back = button(list).plain().icon(Icon::ChevronLeft).id("back");
        header = header.back(back.on_press(Message::Today));
    }
    if another {
        // A sheet of another day looks like that of today in all but this.
        header = header.narrow(chip(State::Other(Icon::Clock, Tone::Warn), tr.day(view.key.date)));
    }
    header = header.narrow(chip(state, word));
    header = header.right(text(tr.sheet_head_count(view.lines.len())).ink(Ink::Text2).line());
    if breadth == Breadth::Narrow {
        return header;
    }
    let chinese = tr.language() == Language::Chinese;
    let roomy = breadth == Breadth::Wide && (chinese || context.size.width > ROOMY);
    // The day of another sheet needs the room; the teacher stands in the foot as well.
    if let Some(name) = view.group.teacher.as_ref().filter(|_| roomy && !another) {
        let words = text(tr.sheet_teacher(name)).ink(Ink::Text2).shorten_middle();
        header = header.right(container(words).max_width(TEACHER));
    }
    if let Some(previous) = &view.previous {
        let go = button(previous.short.as_str()).icon(Icon::ChevronLeft).id("previous-class");
        header = header.right(go.on_press(Message::Class(previous.group)));
    }
    if let Some(next) = &view.next {
        let go = button(next.short.as_str()).icon_after(Icon::ChevronRight).id("next-class");
        header = header.right(go.on_press(Message::Class(next.group)));
    }
    header
}

/// From this width on English words leave room for the teacher in the header.
const ROOMY: f32 = 1200.0;

/// The most room that a teacher's name takes in the header.
const TEACHER: f32 = 150.0;

fn body<'a>(sheet: &'a ClassSheet, view: &'a SheetView, context: &'a Context) -> Element<'a, Message> {
    let breadth = context.breadth();
    let (gap, edge) = (breadth.gap(), breadth.edge());
    let holds = view.lines.iter().any(|line| line.finding.is_some());
    if !sheet.open() && !holds {
        return container(closed(view, context)).padding([gap, edge]).into();
    }
    let jump = jump::line(sheet, context);
    let open = |person: &AlertPerson| Message::Evidence(person.sheet, person.person);
    let banner =
        alert_banner(&view.alerts, sheet.alert, context, open, Message::Reply, Message::Go(Route::Plan));
    let mut details = details::panel_of(sheet, context);
    let low = context.size.height < LOW;
    let mut typed = hand_in::panel_of(sheet, context).filter(|_| low || breadth == Breadth::Narrow);
    let above = if let Some(details) = details.take_if(|_| low).or_else(|| typed.take()) {
        // No room for the rows as well: the details say whose they are.
        column![jump, container(list("sheet", vec![details])).height(Fill)]
    } else if breadth == Breadth::Narrow || low && banner.is_some() {
        column![jump, narrow::list_of(sheet, view, banner, context)]
    } else {
        let table = container(rows::table_of(sheet, view, context)).height(Fill);
        // The banner comes and goes in a part of its own: the table keeps its place, and with it the focus.
        column![column![jump].push(banner).spacing(gap), table]
            .push(details.or(hand_in::panel_of(sheet, context)))
    };
    let above = above.spacing(gap).height(Fill);
    let above = container(above).padding([gap, edge]).height(Fill);
    column![above, foot::bar(sheet, view, context)].into()
}

/// Below this height the details take the place of the rows.
const LOW: f32 = 600.0;

/// Why there is nothing to type, and where to change that.
fn closed<'a>(view: &SheetView, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let why = if view.lines.is_empty() {
        tr.sheet_nobody()
    } else {
        tr.sheet_why_not_due(&tr.day(view.key.date), &tr.session(view.key.session))
    };
    let calendar =
        button(tr.sheet_calendar()).key("F9").id("calendar").on_press(Message::Go(Route::Settings));
    panel(empty_state(why, Some(calendar))).into()
}

fn keys(sheet: &ClassSheet, context: &Context) -> Vec<KeyHint> {
    let tr = &context.tr;
    let tag = tr.language().tag();
    let hint = |key: &str, word: String| KeyHint::new(key, word);
    if !sheet.open() {
        return vec![hint("F9", tr.sheet_calendar()), hint("Esc", tr.keys_back())];
    }
    if context.breadth() == Breadth::Narrow {
        return vec![hint("Del", tr.keys_clear()), hint("Esc", tr.keys_back()), hint("F1", tr.frame_help())];
    }
    match sheet.place {
        Place::Jump => {
            vec![
                hint("Enter", tr.keys_to_row()),
                hint("←→", tr.keys_choose_match()),
                hint("↑↓", tr.keys_choose_row()),
                hint("1 2 5-9", tr.keys_several()),
                hint("Ctrl+T", tr.keys_handed_in()),
                hint("Esc", tr.keys_back()),
            ]
        }
        Place::Details | Place::HandIn => vec![hint("Esc", tr.keys_back())],
        Place::Row => {
            let mut keys: Vec<KeyHint> = context
                .rules
                .attendances()
                .iter()
                .map(|entry| KeyHint::new(entry.key, entry.short.get(tag)))
                .filter(|_| tr.language() == Language::Chinese)
                .collect();
            keys.push(hint("382", tr.sheet_key_temperature()));
            keys.push(hint(&tr.keys_cap_space(), tr.keys_accept()));
            keys.push(hint("Del", tr.keys_clear()));
            keys.push(hint("R", tr.keys_repeat()));
            keys.push(hint("I", tr.keys_details()));
            let line = sheet.line();
            if line.is_some_and(|line| line.back.is_some()) {
                keys.insert(0, hint("G", tr.return_key_check()));
            }
            if line.is_some_and(|line| line.finding.is_some()) {
                keys.push(hint("U", tr.sheet_key_case()));
            }
            if context.breadth() == Breadth::Middle || tr.language() == Language::English {
                keys.push(hint("Enter", tr.keys_to_jump()));
            }
            keys
        }
    }
}

/// A line in control colour across the page.
fn strong_line<'a>() -> Element<'a, Message> {
    iced::widget::rule::horizontal(1)
        .style(|theme: &crate::gui::Theme| iced::widget::rule::Style {
            color: theme.palette().control,
            radius: iced::border::radius(0),
            fill_mode: iced::widget::rule::FillMode::Full,
            snap: true,
        })
        .into()
}

/// Parts of a line side by side.
fn side_by_side<'a>() -> iced::widget::Row<'a, Message, crate::gui::Theme, iced::Renderer> {
    row![].spacing(size::GAP).align_y(iced::Alignment::Center)
}
