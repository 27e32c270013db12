//! How 居家记录 looks: the grid with as many days as there is room for, and the day that is typed into in words.

use iced::Length::Fill;
use iced::widget::{Row, column, container, row};
use iced::{Alignment, Border};

use super::super::frame;
use super::{DaysPart, GRID, GridKey, Message, row_id};
use crate::domain::home::{HomeDay, HomeSlot};
use crate::domain::temperature::Site;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::Page;
use crate::gui::theme::{Ink, Theme, size};
use crate::gui::widget::{
    Column, Columns, KeyHint, LongRows, Look, Sight, control, empty_state, framed_table, panel, row_button,
    scroll, segments, text,
};
use crate::ops::home::{HomeGrid, HomeLine};

const SEAT: f32 = 40.0;
const NAME: f32 = 80.0;
const DAY: f32 = 50.0;
const HEIGHT: f32 = 47.0;
/// Below this height of the window everything scrolls together.
const LOW: f32 = 600.0;

pub(super) fn page<'a>(part: &'a DaysPart, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let header = frame::header(context);
    let Some(data) = &part.data else { return Page::reading(header, context) };
    let batch = data.batch.as_ref().map(|line| line.id);
    let pick: frame::Pick<Message> = (Message::Batch, Message::Group);
    let picker = frame::picker(&data.batches, batch, &data.groups, data.group, pick, context);
    if data.lines.is_empty() {
        let nobody = panel(empty_state(tr.home_nobody(), None::<Element<'a, Message>>));
        return Page {
            header,
            body: frame::alone(column![picker, nobody].into(), context),
            keys: Vec::new(),
        };
    }
    let (gap, edge) = (context.breadth().gap(), context.breadth().edge());
    let (head, list) = table(part, data, context);
    let strip = strip(part, data, context);
    if context.size.height < LOW {
        // No room for a list that scrolls by itself.
        let body = column![picker, strip, panel(column![head, list])].spacing(gap);
        let body = scroll(container(body).padding([gap, edge])).id("home-rows").height(Fill);
        let body = body.on_scroll(|port| Message::Seen(Sight::of(&port))).into();
        return Page { header, body, keys: keys(context) };
    }
    let list = scroll(list).id("home-rows").on_scroll(|port| Message::Seen(Sight::of(&port)));
    let table = container(framed_table(head, list, HEIGHT)).height(Fill);
    let body = column![picker, table, strip, how(context)].spacing(gap).height(Fill);
    let body = container(body).padding([gap, edge]).height(Fill).into();
    Page { header, body, keys: keys(context) }
}

fn keys(context: &Context) -> Vec<KeyHint> {
    let tr = &context.tr;
    let keys = context.rules.home().keys;
    vec![
        KeyHint::new("0–9", tr.home_key_digit()),
        KeyHint::new(keys.row_nil.to_string(), tr.home_key_row_nil()),
        KeyHint::new(keys.signed.to_string(), tr.home_key_signed()),
        KeyHint::new(keys.nil.to_string(), tr.home_key_nil()),
        KeyHint::new("Enter", tr.home_key_next()),
        KeyHint::new("Del", tr.keys_clear()),
    ]
}

/// The days for which there is room, those of the cell among them.
fn shown_days(part: &DaysPart, data: &HomeGrid, context: &Context) -> std::ops::Range<usize> {
    let room = context.size.width - context.side() - 2.0 * context.breadth().edge() - 14.0 - SEAT - NAME;
    let count = ((room / DAY).max(1.0) as usize).min(data.days.len().max(1));
    let first = (part.day_at() / count * count).min(data.days.len().saturating_sub(count));
    first..(first + count).min(data.days.len())
}

/// The head and the rows.
fn table<'a>(
    part: &'a DaysPart,
    data: &'a HomeGrid,
    context: &'a Context,
) -> (Element<'a, Message>, Element<'a, Message>) {
    let days = shown_days(part, data, context);
    let mut columns = vec![
        Column::new(context.tr.sheet_head_seat(), SEAT).right(),
        Column::new(context.tr.sheet_head_name(), NAME),
    ];
    for day in data.days.get(days.clone()).unwrap_or_default() {
        columns.push(Column::new(day.format("%m-%d").to_string(), DAY).center().flush());
    }
    let heights = vec![HEIGHT; data.lines.len()];
    let rows = LongRows::new(&heights, part.sight, Some(part.row));
    let (list, place) = rows.made(|at| {
        let line = data.lines.get(at);
        line.map_or_else(|| text("").into(), |line| line_of(part, data, (at, line), days.clone(), context))
    });
    let rules = &context.rules;
    let list = control(list)
        .id(GRID)
        .width(Fill)
        .radius(0.0)
        .ring_on(place)
        .on_key(move |key, modifiers| GridKey::of(key, modifiers, rules).map(Message::Key));
    (Columns::new(columns).head(), list.into())
}

fn line_of<'a>(
    part: &'a DaysPart,
    data: &'a HomeGrid,
    (at, line): (usize, &'a HomeLine),
    days: std::ops::Range<usize>,
    context: &'a Context,
) -> Element<'a, Message> {
    let seat =
        container(text(line.seat_no.to_string()).ink(Ink::Text2).line()).align_right(SEAT).padding([0, 8]);
    let ink = if line.missing == 0 { Ink::Text } else { Ink::Text2 };
    let name = container(text(line.name.as_str()).name().ink(ink)).width(NAME).padding([0, 8]);
    let slots = data.terms.measured.len().max(1);
    let cells = days.filter_map(|place| {
        let day = data.days.get(place)?;
        let here = at == part.row && place == part.day_at();
        let typed = here.then(|| (part.cell % slots, part.typed.as_str()));
        let press = Message::Cell(at, place * slots);
        Some(cell(line.days.get(day), data, typed, press, context))
    });
    let cells = row![seat, name].push(Row::with_children(cells)).align_y(Alignment::Center);
    row_button(row_id(at), cells, Message::Cell(at, part.cell))
        .mouse_only()
        .chosen(at == part.row)
        .zebra(at % 2 == 1)
        .last(at + 1 == data.lines.len())
        .height(HEIGHT)
        .into()
}

/// A day: one line for each temperature, with the letters of symptoms beside the first and of outings beside the second.
fn cell<'a>(
    day: Option<&'a HomeDay>,
    data: &'a HomeGrid,
    typed: Option<(usize, &'a str)>,
    press: Message,
    context: &'a Context,
) -> Element<'a, Message> {
    let signs = day.map(|day| signs(day, context)).unwrap_or_default();
    let lines = data.terms.measured.iter().enumerate().map(|(at, slot)| {
        let taken = day.and_then(|day| day.temperatures.get(slot));
        let here = typed.filter(|(slot, _)| *slot == at);
        let high = taken.is_some_and(|taken| data.terms.is_high(*taken));
        let value = match here {
            Some((_, digits)) if !digits.is_empty() => format!("{digits}_"),
            _ => taken.map_or_else(|| "–".to_owned(), ToString::to_string),
        };
        let ink = match taken {
            _ if high => Ink::Bad,
            None => Ink::Text3,
            Some(_) => Ink::Text,
        };
        let value = text(value).small().ink(ink).bold_if(high).line();
        let sign = signs.get(at).cloned().unwrap_or_default();
        let bad = !sign.is_empty() && sign != NIL;
        let sign = text(sign).small().ink(if bad { Ink::Bad } else { Ink::Text3 }).bold_if(bad).line();
        let line = row![value, sign].spacing(3).align_y(Alignment::Center);
        let here = here.is_some();
        container(line)
            .center_x(DAY - 4.0)
            .style(move |theme: &Theme| container::Style {
                border: Border {
                    color: theme.palette().accent,
                    width: if here { 1.0 } else { 0.0 },
                    radius: size::RADIUS_CHIP.into(),
                },
                ..container::Style::default()
            })
            .into()
    });
    let lines = iced::widget::Column::with_children(lines).align_x(Alignment::Center).spacing(1);
    control(container(lines).center_x(DAY).center_y(Fill))
        .on_press(press)
        .mouse_only()
        .width(DAY)
        .height(Fill)
        .look(|palette, _| Look { under: None, edge: None, text: Some(palette.text), ..Look::default() })
        .into()
}

/// Nothing: said, not left open.
const NIL: &str = "0";

/// The letter of the first symptom and of the first outing; `0` where there was none, empty where nobody has said.
fn signs(day: &HomeDay, context: &Context) -> Vec<String> {
    let symptom = day.symptoms.as_ref().map(|said| {
        let first = said.iter().find_map(|code| context.rules.symptom(code));
        first.map_or_else(|| NIL.to_owned(), |entry| entry.key.to_string())
    });
    let mark = day.marks.as_ref().map(|said| {
        let first = said.iter().find_map(|id| context.rules.home().mark(id));
        first.map_or_else(|| NIL.to_owned(), |mark| mark.key.to_string())
    });
    vec![symptom.unwrap_or_default(), mark.unwrap_or_default()]
}

/// The day that is typed into, in words.
fn strip<'a>(part: &'a DaysPart, data: &'a HomeGrid, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let tag = tr.language().tag();
    let line = part.line();
    let day = data.days.get(part.day_at());
    let known = line.zip(day).and_then(|(line, day)| line.days.get(day));
    let mut words = vec![line.map(|line| line.name.clone()).unwrap_or_default()];
    words.extend(day.map(|day| tr.day(*day)));
    words.extend(part.slot().map(|slot| match slot {
        HomeSlot::Morning => tr.home_morning(),
        HomeSlot::Evening => tr.home_evening(),
    }));
    let names =
        |said: Vec<String>| if said.is_empty() { tr.home_nil() } else { said.join(&tr.ops_list_mark()) };
    let symptoms = known
        .and_then(|day| day.symptoms.as_ref())
        .map(|said| names(said.iter().map(|code| context.rules.name(code, tag).to_owned()).collect()));
    let marks = known.and_then(|day| day.marks.as_ref()).map(|said| {
        let of = |id: &String| context.rules.home().mark(id).map(|mark| mark.name.get(tag).to_owned());
        names(said.iter().filter_map(of).collect())
    });
    let unsaid = || tr.home_unsaid();
    words.push(tr.home_strip_symptoms(&symptoms.unwrap_or_else(unsaid)));
    words.push(tr.home_strip_marks(&marks.unwrap_or_else(unsaid)));
    words.extend(known.and_then(|day| day.signed_by.as_ref()).map(|who| tr.home_strip_signed(who)));
    let words = Row::with_children(words.into_iter().map(|words| text(words).into()));
    let sites = Site::ALL.map(|site| (site, tr.site(site)));
    let sites = segments("home-site", sites, part.site, Message::Site);
    column![words.spacing(size::INSIDE).wrap(), sites].spacing(size::TIGHT).into()
}

/// How it is typed.
fn how<'a>(context: &Context) -> Element<'a, Message> {
    let tag = context.tr.language().tag();
    let marks: Vec<String> = context
        .rules
        .home()
        .marks
        .iter()
        .map(|mark| format!("{} {}", mark.key, mark.name.get(tag)))
        .collect();
    frame::hint(context.tr.home_how(&marks.join(&context.tr.ops_list_mark())))
}
