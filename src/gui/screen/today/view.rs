//! How 今天 looks.

mod classes;
mod sum;
mod todo;

use iced::Length::{Fill, FillPortion};
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row};

use super::{DAY, Message, Today};
use crate::domain::obligation::ObligationState;
use crate::domain::session::Session;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::route::Route;
use crate::gui::screen::Page;
use crate::gui::screen::alert_banner::alert_banner;
use crate::gui::screen::clock_strip::clock_strip;
use crate::gui::screen::trace::TracePlace;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{
    Icon, KeyHint, button, date_field, empty_state, first_keys, icon, panel, scroll, segments, text,
};
use crate::ops::alerts::AlertPerson;
use crate::ops::today::{TodayLine, TodayView};
use crate::ops::todo::TodoLine;

pub(super) fn page<'a>(today: &'a Today, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let mut header = Header::new(if today.date == context.now.date() {
        tr.today_title()
    } else {
        tr.today_other_day(&tr.day(today.date))
    });
    let Some(data) = &today.data else {
        return Page::reading(header, context);
    };
    if data.sessions.len() > 1 {
        let options = data.sessions.iter().map(|session| (*session, tr.today_segment(session.name())));
        header = header.narrow(segments("sessions", options, data.session, Message::Session));
    }
    if let Some(deadline) = deadline(data, context) {
        header = header.right(deadline);
    }
    header = header.right(
        button(tr.today_report()).icon(Icon::Printer).key("Ctrl+P").id("report").on_press(Message::Report),
    );
    Page { header, body: body(today, data, context), keys: keys(data, context) }
}

/// By when the report is due, or when it was made; `None` where none is due.
fn deadline<'a>(data: &TodayView, context: &Context) -> Option<Element<'a, Message>> {
    let is_report = |line: &&TodoLine| line.rule == "daily-report";
    if data.reported_at.is_none() && data.todo.iter().find(is_report).is_none() {
        return None;
    }
    let tr = &context.tr;
    let left = data.report_deadline - context.now;
    let at = tr.time(data.report_deadline);
    let open = |line: &TodoLine| line.rule == "daily-report" && line.state != ObligationState::Done;
    let (sign, ink, words) = if let Some(reported) = data.reported_at.filter(|_| data.todo.iter().any(open)) {
        (Icon::Clock, Ink::Warn, tr.today_reported_open(&tr.time(reported)))
    } else if let Some(reported) = data.reported_at {
        (Icon::RingCheck, Ink::Ok, tr.today_reported(&tr.time(reported)))
    } else if data.date != context.now.date() {
        (Icon::Clock, Ink::Text2, tr.today_not_reported())
    } else if left.num_seconds() < 0 {
        (Icon::TriangleAlert, Ink::Bad, tr.today_deadline_past(&at))
    } else if left.num_hours() > 0 {
        (Icon::Clock, Ink::Warn, tr.today_deadline_hours(&at, left.num_hours(), left.num_minutes() % 60))
    } else {
        (Icon::Clock, Ink::Warn, tr.today_deadline_minutes(&at, left.num_minutes()))
    };
    let words_ink = if ink == Ink::Warn { Ink::Text } else { ink };
    let line = row![icon(sign).ink(ink), text(words).ink(words_ink).line()];
    Some(line.spacing(8).align_y(iced::Alignment::Center).into())
}

fn body<'a>(today: &'a Today, data: &'a TodayView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let gap = breadth.gap();
    if data.behind > 0 {
        // A new school year has begun, and nobody has gone up yet: another import would be wrong.
        let up = button(tr.promotion_title()).primary().id("import").on_press(Message::Promote);
        let behind: Element<'_, Message> = panel(empty_state(tr.today_behind(data.behind), Some(up))).into();
        return container(behind).padding(breadth.edge()).into();
    }
    if data.roster_empty {
        let import = button(tr.today_import()).primary().key("F3").id("import").on_press(Message::Import);
        let empty: Element<'_, Message> = panel(empty_state(tr.today_empty(), Some(import))).into();
        return container(empty).padding(breadth.edge()).into();
    }
    // What comes and goes above the classes is one part: the classes keep their place, and with it the focus.
    let mut above = column![].spacing(gap).push(other_day(today, context));
    let open = |person: &AlertPerson| Message::Go(Route::Sheet(person.sheet));
    let plan = Message::Go(Route::Plan);
    above = above.push(alert_banner(&data.alerts, today.alert, context, open, Message::Reply, plan));
    let case = context.shell.clock.as_ref().map(|clock| Route::Trace(TracePlace::of_clock(clock)));
    above = above.push(case.and_then(|case| clock_strip(context, Message::Go(case))));
    if !data.school_day && data.due == 0 {
        let calendar =
            button(tr.today_calendar()).key("F9").id("calendar").on_press(Message::Go(Route::Settings));
        let none: Element<'_, Message> = panel(empty_state(tr.today_no_school(), Some(calendar))).into();
        above = above.push(none);
    }
    // The register of the whole day counts nobody: most are in it only if something was found.
    let sum = (data.session != Session::AllDay).then(|| sum::panel_of(data, context));
    let mut page = column![above.push(sum)].spacing(gap);
    if breadth == Breadth::Wide {
        let classes = container(classes::table_of(today, data, context)).width(FillPortion(556)).height(Fill);
        let duties = container(todo::panel_of(data, context)).width(FillPortion(272)).height(Fill);
        page = page.push(row![classes, duties].spacing(INNER_GAP).height(Fill));
        return container(page.height(Fill)).padding([gap, breadth.edge()]).height(Fill).into();
    }
    page = page.push(classes::rows_of(today, data, context)).push(todo::panel_of(data, context));
    scroll(container(page).padding([gap, breadth.edge()])).height(Fill).into()
}

/// The field for another day.
fn other_day<'a>(today: &'a Today, context: &Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let typed = today.day.as_deref()?;
    let day = date_field::day(typed);
    let wrong = match day {
        None if date_field::is_impossible(typed) => Some(tr.sheet_detail_onset_wrong()),
        Some(day) if day > context.now.date() => Some(tr.today_day_to_come()),
        _ => None,
    };
    let go = day.filter(|day| *day <= context.now.date()).map(|_| Message::GoDay);
    let enter = go.clone();
    let field = date_field(DAY, tr.today_other_day_label(), typed, tr.date_hint(), wrong, Message::DayTyped);
    let field = first_keys(field, None, move |key, _| match key {
        Key::Named(Named::Enter) => enter.clone(),
        Key::Named(Named::Escape) => Some(Message::DayField),
        _ => None,
    });
    let go = button(tr.today_go_day()).key("Enter").id("go-day").on_press_maybe(go);
    let line = row![field, go].spacing(size::INSIDE).align_y(iced::Alignment::End);
    Some(panel(container(line).padding(size::INSIDE)).into())
}

/// Between the classes and 待办, as drawn.
const INNER_GAP: f32 = 12.0;

fn keys(data: &TodayView, context: &Context) -> Vec<KeyHint> {
    let tr = &context.tr;
    if data.behind > 0 {
        return vec![KeyHint::new("Enter", tr.promotion_title())];
    }
    if data.roster_empty {
        return vec![KeyHint::new("F3", tr.today_import())];
    }
    let mut keys = vec![KeyHint::new("↑↓", tr.today_key_move())];
    if data.lines.iter().any(TodayLine::is_open) {
        keys.push(KeyHint::new("0", tr.today_key_nil()));
    }
    if data.due > 0 || data.session == Session::AllDay {
        keys.push(KeyHint::new("Enter", tr.today_key_open()));
    }
    if !data.alerts.is_empty() {
        keys.push(KeyHint::new("E", tr.today_key_evidence()));
        keys.push(KeyHint::new("V", tr.alert_reply()));
    }
    keys
}
