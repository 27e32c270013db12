//! How 统计 looks.

use iced::Length::{Fill, FillPortion, Fixed, Shrink};
use iced::widget::{column, container, row};
use iced::{Alignment, Padding};

use super::{Message, Period, RatesTab, row_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{
    Column, Columns, Icon, KeyHint, button, empty_state, framed_table, list, panel, row_button, scroll,
    segments, text,
};
use crate::i18n::Tr;
use crate::ops::trace::{AbsenceLine, AbsenceRates, RateLine};

pub(super) fn page<'a>(tab: &'a RatesTab, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = Header::new(tr.frame_trace());
    let Some(data) = &tab.data else {
        return Page::reading(header, context);
    };
    let words = Period::ALL.map(|period| {
        let word = match period {
            Period::Week => tr.trace_rates_week(),
            Period::Month => tr.trace_rates_month(),
            Period::Term => tr.trace_rates_term(),
            Period::Year => tr.trace_rates_year(),
        };
        (period, word)
    });
    let print = button("").icon(Icon::Printer).key("Ctrl+P").id("print").on_press(Message::Print);
    let header = header.right(segments("period", words, tab.period, Message::Period)).right(print);
    let keys = vec![KeyHint::new("↑↓", tr.keys_choose_row()), KeyHint::new("←→", tr.trace_key_period())];
    Page { header, body: body(tab, data, context), keys }
}

fn body<'a>(tab: &'a RatesTab, data: &'a AbsenceRates, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let (gap, edge) = (breadth.gap(), [breadth.gap(), breadth.edge()]);
    let checked = text(tr.trace_rates_from(data.checked, data.due)).small().ink(Ink::Text2);
    let formula = text(tr.trace_rates_source()).small().ink(Ink::Text2);
    if data.checked == 0 {
        let nothing = empty_state(tr.trace_rates_nothing(), None::<Element<'a, Message>>);
        return container(column![panel(nothing), checked].spacing(gap)).padding(edge).into();
    }
    let classes = classes(tab, data, context);
    if breadth == Breadth::Wide {
        let scrolls = |id: &'static str, part| container(list(id, vec![part])).width(FillPortion(1));
        let below = row![
            container(list("counted", vec![rows(tab, data, tr)])).width(FillPortion(2)),
            scrolls("causes", causes(data, tr)),
            scrolls("months", months(data, tr)),
        ];
        let upper = container(classes).height(FillPortion(3));
        let page = column![upper, checked, below.spacing(size::INSIDE).height(FillPortion(2)), formula];
        return container(page.spacing(gap)).padding(edge).height(Fill).into();
    }
    let page = column![classes, checked, rows(tab, data, tr), months(data, tr), causes(data, tr), formula];
    scroll(container(page.spacing(gap)).padding(edge)).id("page").height(Fill).into()
}

fn rate(rate: Option<f64>, decimals: usize, sign: &str) -> String {
    rate.map_or_else(|| "–".to_owned(), |rate| format!("{rate:.decimals$}{sign}"))
}

/// Episodes; where nothing was checked nobody knows.
fn counted(line: &RateLine) -> String {
    if line.taught_half_days == 0 { "–".to_owned() } else { line.episodes.to_string() }
}

/// Half days as days: `1.5`.
fn days(half_days: usize) -> String {
    let rest = if half_days % 2 == 1 { ".5" } else { "" };
    format!("{}{rest}", half_days / 2)
}

/// A row for each class, the school last; in a narrow window two lines each.
fn classes<'a>(tab: &'a RatesTab, data: &'a AbsenceRates, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let all = data.classes.len();
    let lines = data.classes.iter().chain([&data.total]).enumerate();
    if context.breadth() != Breadth::Wide {
        let rows = lines.map(|(at, line)| {
            row_button(row_id(at), two_lines(line, tr), Message::Class(at))
                .chosen(at == tab.at)
                .last(at == all)
                .height(Shrink)
                .padding([6.0, size::INSIDE])
                .into()
        });
        return panel(column(rows)).head(tr.trace_rates_classes(), None::<Element<'a, Message>>).into();
    }
    let wide = if tr.language() == crate::i18n::Language::Chinese { 0.0 } else { 18.0 };
    let columns = Columns::new(vec![
        Column::new(tr.trace_head_class(), Fill),
        Column::new(tr.trace_head_pupils(), Fixed(54.0)).right(),
        Column::new(tr.trace_head_taught(), Fixed(78.0 + wide)).right(),
        Column::new(tr.trace_head_ill_days(), Fixed(74.0)).right(),
        Column::new(tr.trace_head_absence(), Fixed(70.0)).right(),
        Column::new(tr.trace_head_illness(), Fixed(86.0)).right(),
        Column::new(tr.trace_head_mean(), Fixed(104.0)).right(),
        Column::new(tr.trace_head_episodes(), Fixed(76.0)).right(),
    ]);
    let rows = lines.map(|(at, line)| {
        let figure = |words: String| -> Element<'a, Message> { text(words).line().into() };
        let cells = vec![
            text(label(line, tr)).bold_if(at == all).line().into(),
            figure(line.pupils.to_string()),
            figure(days(line.taught_half_days)),
            figure(days(line.ill_half_days)),
            figure(rate(line.absence_rate, 2, "%")),
            figure(rate(line.illness_rate, 2, "%")),
            figure(rate(line.ill_days_per_pupil, 3, "")),
            figure(counted(line)),
        ];
        row_button(row_id(at), columns.row(cells), Message::Class(at))
            .chosen(at == tab.at)
            .zebra(at % 2 == 1)
            .last(at == all)
            .height(size::ROW)
            .into()
    });
    let rows: Vec<Element<'a, Message>> = rows.collect();
    panel(framed_table(columns.head(), list("rates", rows), size::ROW)).into()
}

fn label(line: &RateLine, tr: &Tr) -> String {
    if line.label.is_empty() { tr.trace_rates_all() } else { line.label.clone() }
}

fn two_lines<'a>(line: &'a RateLine, tr: &Tr) -> Element<'a, Message> {
    let named = |word: String, value: String| text(format!("{word} {value}")).small().ink(Ink::Text2).line();
    let figures = row![
        named(tr.trace_head_illness(), rate(line.illness_rate, 2, "%")),
        named(tr.trace_head_absence(), rate(line.absence_rate, 2, "%")),
        named(tr.trace_head_mean(), rate(line.ill_days_per_pupil, 3, "")),
        named(tr.trace_head_episodes(), counted(line)),
    ];
    column![text(label(line, tr)).bold(), figures.spacing(size::INSIDE).wrap()].into()
}

fn months<'a>(data: &'a AbsenceRates, tr: &Tr) -> Element<'a, Message> {
    let line = |line: &'a RateLine| {
        let words = format!("{} {}", tr.trace_head_illness(), rate(line.illness_rate, 2, "%"));
        let right = text(words).small().ink(Ink::Text2).line();
        row![text(line.label.as_str()).line().width(Fill), right].align_y(Alignment::Center).into()
    };
    facts(tr.trace_rates_months(), data.months.iter().map(line).collect())
}

fn causes<'a>(data: &'a AbsenceRates, tr: &Tr) -> Element<'a, Message> {
    let line = |line: &'a crate::ops::trace::CauseLine| {
        let words = tr.trace_rates_cause(&line.cause, &days(line.half_days), line.episodes);
        text(words).into()
    };
    facts(tr.trace_rates_causes(), data.causes.iter().map(line).collect())
}

fn facts<'a>(title: String, lines: Vec<Element<'a, Message>>) -> Element<'a, Message> {
    let none = lines.is_empty().then(|| text("–").ink(Ink::Text3));
    let padding = Padding { top: 7.0, bottom: 9.0, left: size::INSIDE, right: size::INSIDE };
    let body = container(column(lines).push(none).spacing(size::TIGHT)).padding(padding);
    panel(body).head(title, None::<Element<'a, Message>>).into()
}

/// The absences that the chosen row counts.
fn rows<'a>(tab: &'a RatesTab, data: &'a AbsenceRates, tr: &Tr) -> Element<'a, Message> {
    let group = data.classes.get(tab.at).and_then(|line| line.group);
    let counted: Vec<&AbsenceLine> =
        data.rows.iter().filter(|line| group.is_none() || line.group == group).collect();
    let last = counted.len().saturating_sub(1);
    let rows = counted.iter().enumerate().map(|(at, line)| {
        let name = container(text(line.name.as_str()).name()).width(Fill);
        let half = text(tr.trace_days_lost(&days(line.half_days as usize))).small().ink(Ink::Text2).line();
        let head = row![name, text(line.class.as_str()).small().ink(Ink::Text2).line(), half];
        let from = line.from.format("%m-%d").to_string();
        let cause = if line.is_unexplained() { tr.trace_cause_unknown() } else { line.cause.clone() };
        let words = column![head.spacing(size::GAP), text(format!("{from} {cause}")).small().ink(Ink::Text2)];
        row_button(format!("counted-{at}"), words, Message::Person(line.key))
            .last(at == last)
            .height(Shrink)
            .padding([5.0, size::INSIDE])
            .into()
    });
    let rows: Vec<Element<'a, Message>> = rows.collect();
    let count = text(counted.len().to_string()).small().ink(Ink::Text2).line();
    panel(column(rows)).head(tr.trace_rates_rows(), Some(count)).into()
}
