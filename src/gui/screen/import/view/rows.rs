//! The rows by group: row number, name, class, 学籍号, what the file says, what happens.

pub(super) mod content;

use iced::Length::{Fill, Fixed};
use iced::widget::{column, container, row, space};
use iced::{Alignment, Background};

use super::super::keys::review_press;
use super::super::line::Kind;
use super::super::review::{FileRecord, Review};
use super::super::{Message, ROWS, ROWS_LIST, line_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::KeyPress;
use crate::gui::screen::roster::masked::masked;
use crate::gui::theme::{Breadth, Ink, Theme, size};
use crate::gui::widget::{
    Column, Columns, Icon, LongRows, Sight, control, framed_table, icon, panel, row_button, scroll, text,
};
use crate::i18n::{Language, Tr};
use crate::ops::roster::import::{RowOrigin, StaffRecord};

use content::{content, outcome};

/// Row number, name, class and 学籍号 of a row.
struct Who<'a> {
    row: String,
    name: &'a str,
    class: &'a str,
    number: String,
}

fn who(review: &Review, kind: Kind, at: usize) -> Who<'_> {
    let document = &review.plan.document;
    let number = |origin: Option<&RowOrigin>| {
        let told = origin.and_then(|origin| review.record(origin)).and_then(|record| match record {
            FileRecord::Pupil(pupil) => pupil.student_no.as_deref().map(masked),
            FileRecord::Staff(person) => taught(person),
        });
        told.unwrap_or_else(|| "–".to_owned())
    };
    match kind {
        Kind::Rejected | Kind::Warned | Kind::NoId => {
            let rejected = document.rows_rejected.get(at).filter(|_| kind == Kind::Rejected);
            let warned = review.odd_row(kind, at);
            let origin = rejected.map(|row| &row.origin).or(warned.map(|row| &row.origin));
            let name = rejected.and_then(|row| row.name.as_deref()).or(warned.map(|row| row.name.as_str()));
            Who {
                row: origin.map(|origin| origin.row.to_string()).unwrap_or_default(),
                name: name.unwrap_or_default(),
                class: rejected
                    .and_then(|row| row.class.as_deref())
                    .or_else(|| unit(review, origin?))
                    .unwrap_or("–"),
                number: number(origin),
            }
        }
        Kind::Later => {
            let line = review.later(at);
            let origin = line.and_then(|line| line.origin.as_ref());
            Who {
                row: origin.map(|origin| origin.row.to_string()).unwrap_or_default(),
                name: line.map(|line| line.name.as_str()).unwrap_or_default(),
                class: line.map(|line| line.class.as_str()).unwrap_or_default(),
                number: number(origin),
            }
        }
        Kind::Missing => {
            let pupil = review.plan.not_in_file.get(at);
            Who {
                row: String::new(),
                name: pupil.map(|pupil| pupil.name.as_str()).unwrap_or_default(),
                class: pupil.map(|pupil| pupil.class.as_str()).unwrap_or_default(),
                number: String::new(),
            }
        }
        _ => {
            let planned = review.row(kind, at);
            Who {
                row: planned.map(|row| row.origin.row.to_string()).unwrap_or_default(),
                name: planned.map(|row| row.name.as_str()).unwrap_or_default(),
                class: planned
                    .and_then(|row| row.class.as_deref().or_else(|| unit(review, &row.origin)))
                    .unwrap_or_default(),
                number: number(planned.map(|row| &row.origin)),
            }
        }
    }
}

/// The class of a pupil, of staff the post.
fn unit<'a>(review: &'a Review, origin: &RowOrigin) -> Option<&'a str> {
    match review.record(origin)? {
        FileRecord::Pupil(pupil) => Some(pupil.class.as_ref()?.written.as_str()),
        FileRecord::Staff(person) => person.post.as_deref(),
    }
}

/// The classes that a member of staff teaches.
fn taught(person: &StaffRecord) -> Option<String> {
    let classes: Vec<&str> = person.classes.iter().map(|class| class.written.as_str()).collect();
    (!classes.is_empty()).then(|| classes.join("、"))
}

/// What stands in the third and fourth column: of pupils class and 学籍号, of staff post and classes.
fn heads(review: &Review, tr: &Tr) -> (String, String) {
    let document = &review.plan.document;
    match (document.pupils.is_empty(), document.staff.is_empty()) {
        (true, false) => (tr.roster_screen_head_post(), tr.import_field_teaches()),
        (false, false) => (tr.import_head_unit(), tr.import_head_number()),
        _ => (tr.roster_screen_head_class(), tr.roster_screen_head_student_no()),
    }
}

fn columns(review: &Review, context: &Context) -> Columns {
    let tr = &context.tr;
    let (unit, number) = heads(review, tr);
    let outcome = outcome_width(context);
    Columns::new(vec![
        Column::new(tr.import_head_row(), Fixed(48.0)).right(),
        Column::new(tr.roster_screen_head_name(), Fixed(116.0)),
        Column::new(unit, Fixed(98.0)),
        Column::new(number, Fixed(148.0)),
        Column::new(tr.import_head_content(), Fill),
        Column::new(tr.import_head_outcome(), Fixed(outcome)),
    ])
}

/// Width of what happens to a row, and the most that the class takes from the name in a smaller window.
fn outcome_width(context: &Context) -> f32 {
    if context.tr.language() == Language::Chinese { 104.0 } else { 128.0 }
}
const CLASS: f32 = 160.0;

pub(super) fn table_of<'a>(review: &'a Review, context: &'a Context) -> Element<'a, Message> {
    let columns = columns(review, context);
    let last = review.lines().len().saturating_sub(1);
    let row = |index: usize| {
        let Some(line) = review.lines().get(index).copied() else { return space().into() };
        let Some((kind, at)) = line.place else { return head(review, line.kind, context) };
        if (kind, at) == (Kind::NoId, 0) {
            return row_button(line_id(&line), no_id(review, context), Message::Select(kind, at))
                .mouse_only()
                .chosen(review.selected == (kind, at))
                .last(index == last)
                .height(size::ROW)
                .into();
        }
        let who = who(review, kind, at);
        let name_ink = if who.name.is_empty() { Ink::Text3 } else { Ink::Text };
        let name = if who.name.is_empty() { context.tr.import_empty() } else { who.name.to_owned() };
        let cells = vec![
            text(who.row).ink(Ink::Text2).line().into(),
            text(name).ink(name_ink).name().into(),
            text(who.class).name().into(),
            text(who.number).small().ink(Ink::Text2).shorten_middle().into(),
            content(review, kind, at, context),
            outcome(review, kind, at, context),
        ];
        row_button(line_id(&line), columns.row(cells), Message::Select(kind, at))
            .mouse_only()
            .chosen(review.selected == (kind, at))
            .last(index == last)
            .height(review.height(line, Breadth::Wide))
            .into()
    };
    let rows = one_stop(review, Breadth::Wide, row);
    let rows = scroll(rows).id(ROWS_LIST).on_scroll(|port| Message::Seen(Sight::of(&port)));
    framed_table(columns.head(), rows, size::ROW)
}

/// The rows in sight as one step of the Tab order: the ring lies on the chosen one, keys mean it.
fn one_stop<'a>(
    review: &Review,
    breadth: Breadth,
    row: impl Fn(usize) -> Element<'a, Message>,
) -> Element<'a, Message> {
    let rows = LongRows::new(&review.heights(breadth), review.sight, review.line());
    let (rows, chosen) = rows.made(row);
    let kind = review.selected.0;
    control(rows)
        .id(ROWS)
        .width(Fill)
        .radius(0.0)
        .ring_on(chosen)
        .on_key(move |key, modifiers| {
            review_press(kind, &KeyPress { key: key.clone(), modifiers, in_field: false })
        })
        .into()
}

/// The line that stands for all rows without an identity number and opens them.
fn no_id<'a>(review: &Review, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let open = review.no_id_is_open();
    let sign = if open { Icon::ChevronDown } else { Icon::ChevronRight };
    let count = review.count(Kind::NoId);
    let line = row![
        icon(sign).ink(Ink::Warn),
        text(tr.import_no_id_count(count)).bold().shorten(),
        text(if open { tr.import_no_id_close() } else { tr.import_no_id_open() })
            .small()
            .ink(Ink::Text2)
            .shorten(),
    ];
    container(line.spacing(6).align_y(Alignment::Center)).padding([0.0, size::GAP]).into()
}

fn head<'a>(review: &Review, kind: Kind, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let ink = kind.state().tone().ink();
    let line = row![
        icon(kind.state().icon()).ink(ink),
        text(kind.word(tr)).bold().line(),
        text(review.count(kind).to_string()).line(),
        container(text(kind.note(tr)).small().ink(Ink::Text2).shorten())
            .padding(iced::Padding { left: size::GAP, ..iced::Padding::ZERO }),
    ]
    .spacing(6)
    .align_y(Alignment::Center);
    container(line)
        .width(Fill)
        .height(size::ROW)
        .align_y(Alignment::Center)
        .padding([0.0, size::GAP])
        .style(|theme: &Theme| container::Style {
            background: Some(Background::Color(theme.palette().head)),
            ..container::Style::default()
        })
        .into()
}

/// The rows of a smaller window: name and outcome, then the rest as words.
pub(super) fn list_of<'a>(review: &'a Review, context: &'a Context) -> Element<'a, Message> {
    let breadth = context.breadth();
    let row = |index: usize| {
        let Some(line) = review.lines().get(index).copied() else { return space().into() };
        let Some((kind, at)) = line.place else { return head(review, line.kind, context) };
        if (kind, at) == (Kind::NoId, 0) {
            return row_button(line_id(&line), no_id(review, context), Message::Select(kind, at))
                .mouse_only()
                .chosen(review.selected == (kind, at))
                .height(review.height(line, breadth))
                .into();
        }
        let who = who(review, kind, at);
        let first = row![
            text(who.row).ink(Ink::Text2).line(),
            text(who.name).bold().name().width(Fill),
            container(text(who.class).small().ink(Ink::Text2).shorten()).max_width(CLASS),
        ];
        let fate = outcome(review, kind, at, context);
        let (beside, below) = match breadth {
            Breadth::Middle => (Some(container(fate).width(outcome_width(context))), None),
            _ => (None, Some(fate)),
        };
        let first = first.push(beside).spacing(size::GAP).align_y(Alignment::Center);
        let shown = review.content_lines(kind, at, breadth) > 0;
        let told = shown.then(|| content(review, kind, at, context));
        let words = column![first].push(told).push(below);
        row_button(line_id(&line), container(words).padding([4.0, size::GAP]), Message::Select(kind, at))
            .mouse_only()
            .chosen(review.selected == (kind, at))
            .height(review.height(line, breadth))
            .into()
    };
    panel(one_stop(review, breadth, row)).into()
}
