//! How 上报记录 looks.

use iced::Alignment;
use iced::Length::{Fill, FillPortion, Shrink};
use iced::widget::{Column, Row, column, container, row};

use super::{LogTab, Message, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{Area, hints};
use crate::gui::screen::Page;
use crate::gui::screen::trace::tell::{labelled, tell_form};
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, button, empty_state, panel, row_button, scroll, text, toggle};
use crate::ops::report_log::{CountsView, LogDay, LogLine};
use crate::ops::reporting::{ReportingOption, ReportingSetting};

pub(super) fn page<'a>(tab: &'a LogTab, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.frame_trace());
    let Some(data) = &tab.data else { return Page::reading(header, context) };
    let daily = button(tr.log_daily_new()).key("R").id("daily").on_press(Message::Daily(context.now.date()));
    let other = button(tr.log_other_new()).key("N").id("other").on_press(Message::Other);
    let print = button("").icon(Icon::Printer).key("Ctrl+P").id("print").on_press(Message::Print);
    let header = header.right(daily).right(other).right(print);
    let breadth = context.breadth();
    let counts = panel(counts(&data.counts, context)).head(month(tab, context), Some(turns()));
    let form = tab.form.as_ref().map(|form| {
        let form = tell_form(form, context, Message::TellEdit, Message::Save, Message::Cancel);
        Element::from(panel(form))
    });
    let limits = limits(&data.reporting, context);
    let left = column![Element::from(counts), days(tab, &data.days, context), limits].spacing(breadth.gap());
    let body: Element<'a, Message> = match form {
        Some(form) if breadth == Breadth::Wide => {
            row![container(left).width(FillPortion(492)), container(form).width(FillPortion(336))]
                .spacing(size::INSIDE)
                .into()
        }
        Some(form) => column![form, left].spacing(breadth.gap()).into(),
        None => left.into(),
    };
    let body = scroll(container(body).padding([breadth.gap(), breadth.edge()])).id("page").height(Fill);
    Page { header, body: body.into(), keys: hints(Area::Log, tr) }
}

fn month(tab: &LogTab, context: &Context) -> String {
    let (from, to) = tab.period(context.now.date());
    context.tr.alert_period(&from.to_string(), &to.to_string())
}

fn turns<'a>() -> Element<'a, Message> {
    let back = button("").icon(Icon::ChevronLeft).small().id("month-before").on_press(Message::Month(-1));
    let on = button("").icon(Icon::ChevronRight).small().id("month-after").on_press(Message::Month(1));
    row![back, on].spacing(size::TIGHT).into()
}

/// 应报 21 实报 20 …; the days for which nothing went out can be made up for.
fn counts<'a>(counts: &CountsView, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let figure = |label: String, count: usize, ink: Ink| -> Element<'a, Message> {
        let ink = if count == 0 { Ink::Text3 } else { ink };
        row![text(label).small().ink(Ink::Text2).line(), text(count.to_string()).section().ink(ink).line()]
            .spacing(size::TIGHT)
            .align_y(Alignment::Center)
            .into()
    };
    let figures = Row::with_children([
        figure(tr.log_expected(), counts.expected, Ink::Text),
        figure(tr.log_made(), counts.made, Ink::Text),
        figure(tr.log_late(), counts.late, Ink::Warn),
        figure(tr.log_nil(), counts.nil, Ink::Ok),
        figure(tr.log_not_nil(), counts.not_nil, Ink::Bad),
    ]);
    let missing = counts.missing.iter().rev().map(|day| {
        let word = tr.log_missing(&day.format("%m-%d").to_string());
        button(word).small().id(format!("missing-{day}")).on_press(Message::Daily(*day)).into()
    });
    let missing: Vec<Element<'a, Message>> = missing.collect();
    let missing = (!missing.is_empty())
        .then(|| Row::with_children(missing).spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT));
    let figures = figures.spacing(size::ROOMY).wrap().vertical_spacing(size::TIGHT);
    container(column![figures].push(missing).spacing(size::GAP)).padding(size::INSIDE).width(Fill).into()
}

fn days<'a>(tab: &'a LogTab, days: &'a [LogDay], context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if days.is_empty() {
        return panel(empty_state(tr.log_empty(), None::<Element<'a, Message>>)).into();
    }
    let day = |day: &'a LogDay| -> Element<'a, Message> {
        let last = day.lines.len().saturating_sub(1);
        let rows = day.lines.iter().enumerate().map(|(at, line)| {
            row_button(row_id(line.key), entry(line, context), Message::Choose(line.key))
                .chosen(tab.chosen == Some(line.key))
                .last(at == last)
                .height(Shrink)
                .padding([6.0, size::INSIDE])
                .into()
        });
        let count = text(tr.log_count(day.lines.len())).small().ink(Ink::Text2).line();
        let date = format!("{} {}", day.date, tr.weekday(day.date));
        panel(Column::with_children(rows)).head(date, Some(count)).into()
    };
    Column::with_children(days.iter().map(day)).spacing(context.breadth().gap()).into()
}

/// When, about what; to whom and how.
fn entry<'a>(line: &'a LogLine, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let what = match line.step_name.as_str() {
        "" => line.what.clone(),
        step => tr.log_what(step, &line.what),
    };
    let time = text(tr.time(line.at)).bold().line();
    let head = row![time, text(what).width(Fill)].spacing(size::GAP);
    let words =
        [Some(line.unit.as_str()), line.person.as_deref(), line.phone.as_deref(), line.answer.as_deref()];
    let words = words.into_iter().flatten().collect::<Vec<_>>().join("  ");
    let nil = line.nil.map(|nil| if nil { tr.term_state_nil() } else { tr.log_not_nil() });
    let foot = [Some(tr.report_way(line.way)), Some(words), nil, Some(line.by.clone())];
    let foot = foot.into_iter().flatten().collect::<Vec<_>>().join("  ");
    column![head, text(foot).small().ink(Ink::Text2)].width(Fill).into()
}

/// Which limits hold, who chose them, and what else can be chosen.
fn limits<'a>(setting: &'a ReportingSetting, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let chosen = match (&setting.by, setting.at) {
        (Some(by), Some(at)) => tr.case_limits_by(&at.format("%Y-%m-%d %H:%M").to_string(), by),
        _ => tr.case_limits_shipped(),
    };
    let cases = schemes(&setting.editions, &setting.edition, Message::CaseLimits);
    let events = schemes(&setting.event_editions, &setting.events, Message::EventLimits);
    let parts = column![
        labelled(tr.log_limits_cases(), cases, context),
        labelled(tr.log_limits_events(), events, context),
        text(chosen).small().ink(Ink::Text2),
    ];
    let none = None::<Element<'a, Message>>;
    panel(container(parts.spacing(size::GAP)).padding(size::INSIDE).width(Fill))
        .head(tr.log_limits(), none)
        .into()
}

/// The schemes side by side; what the one in force says, and where it stands.
fn schemes<'a>(
    options: &'a [ReportingOption],
    chosen: &'a str,
    choose: fn(String) -> Message,
) -> Element<'a, Message> {
    let toggles = options.iter().map(|option| {
        let id = format!("limits-{}", option.id);
        toggle(id, option.name.as_str(), "", option.id == chosen, choose(option.id.clone()))
    });
    let toggles = Row::with_children(toggles).spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT);
    let said = options.iter().find(|option| option.id == chosen).map(|option| {
        column![text(option.text.as_str()).small(), text(option.source.as_str()).small().ink(Ink::Text2)]
    });
    column![toggles].push(said).spacing(size::TIGHT).into()
}
