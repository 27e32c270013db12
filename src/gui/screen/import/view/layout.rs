//! Sheets, header and columns of a file before it is compared.

mod columns;
mod meanings;
mod preview;

use iced::Alignment;
use iced::Length::{Fill, Fixed};
use iced::widget::{Column as Stack, Row, column, container, row};

use super::super::Message;
use super::super::keys::layout_press;
use super::super::layout::{Hindrance, Layout, Message as LayoutMessage, table_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::KeyPress;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{Icon, banner, button, control, scroll, text};
use crate::ops::roster::import::TableView;

/// Width of the columns' pane in a wide window.
const PANE: f32 = 384.0;
/// Sheets that are named in a sentence.
const NAMED: usize = 3;
/// Height of the panes where they stand below each other.
const LOW: f32 = 330.0;

pub(super) fn body<'a>(layout: &'a Layout, context: &'a Context) -> Element<'a, Message> {
    let breadth = context.breadth();
    let padding = [breadth.gap(), breadth.edge()];
    let several = (layout.tables.len() > 1).then(|| tables(layout, context));
    let top = column![notice(layout, context)].push(several).spacing(breadth.gap());
    let left = if layout.choice.is_some() {
        meanings::pane(layout, context)
    } else {
        preview::pane(layout, context)
    };
    let right = columns::pane(layout, context);
    let foot = foot(layout, context);
    if breadth == Breadth::Wide {
        let panes = row![container(left).width(Fill), container(right).width(Fixed(PANE))];
        let panes = panes.spacing(breadth.gap()).height(Fill);
        let page = column![top, panes, foot].spacing(breadth.gap()).height(Fill);
        return container(page).padding(padding).height(Fill).into();
    }
    // The meanings are offered where the hand is.
    let (first, second) = if layout.choice.is_some() { (left, right) } else { (right, left) };
    let panes = column![container(first).height(Fixed(LOW)), container(second).height(Fixed(LOW))];
    let inner = column![top, panes.spacing(breadth.gap())].spacing(breadth.gap());
    let inner = scroll(container(inner).padding(padding)).height(Fill);
    column![inner, container(foot).padding(padding)].height(Fill).into()
}

fn notice<'a>(layout: &'a Layout, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let name = |at: usize| layout.tables.get(at).map(|table| name_of(table, context)).unwrap_or_default();
    let remembered = layout.tables.iter().any(|table| table.taken && table.remembered);
    let left_out = layout.tables.iter().filter(|table| !table.taken && table.taken_before);
    let left_out: Vec<String> = left_out.take(NAMED).map(|table| name_of(table, context)).collect();
    let headless = layout.current().is_some_and(|table| table.layout.is_none());
    let (tone, words) = match layout.hindrance() {
        Some(Hindrance::Names(at)) if layout.tables.len() > 1 => {
            (Tone::Warn, tr.import_layout_no_name_on(&name(at)))
        }
        Some(Hindrance::Names(_)) => (Tone::Warn, tr.import_layout_no_name()),
        Some(Hindrance::Tables) if !headless => (Tone::Warn, tr.import_layout_nothing()),
        _ if headless => (Tone::Warn, tr.import_layout_no_header()),
        _ if !left_out.is_empty() => {
            let names = left_out.join(&tr.ops_list_mark());
            (Tone::Info, tr.import_layout_left_out(&names))
        }
        _ if remembered => (Tone::Info, tr.import_layout_remembered()),
        _ => (Tone::Info, tr.import_layout_check()),
    };
    let alert = banner(tone, words).quiet();
    if tone == Tone::Info { alert.icon(Icon::File).into() } else { alert.into() }
}

/// The rows of a list as one step of the Tab order: the ring lies on the chosen one, keys mean it.
fn one_stop<'a>(id: &'static str, rows: Vec<Element<'a, Message>>, chosen: usize) -> Element<'a, Message> {
    if rows.is_empty() {
        return Stack::new().into();
    }
    control(Stack::with_children(rows).width(Fill))
        .id(id)
        .width(Fill)
        .radius(0.0)
        .ring_on(Some(chosen))
        .on_key(|key, modifiers| layout_press(&KeyPress { key: key.clone(), modifiers, in_field: false }))
        .into()
}

/// A button for each sheet: read or left out, the shown one marked.
fn tables<'a>(layout: &'a Layout, context: &'a Context) -> Element<'a, Message> {
    let buttons = layout.tables.iter().enumerate().map(|(at, table)| {
        let sign = if table.taken { Icon::Check } else { Icon::Minus };
        let label = context.tr.import_layout_table(&name_of(table, context), table.rows);
        let one = button(label).small().icon(sign).id(table_id(at));
        let one = if at == layout.table { one.primary() } else { one };
        one.on_press(Message::Layout(LayoutMessage::Table(at))).into()
    });
    Row::with_children(buttons).spacing(6).wrap().vertical_spacing(6).into()
}

/// Name of a sheet; a file without sheets has one table.
fn name_of(table: &TableView, context: &Context) -> String {
    let tr = &context.tr;
    let kind = || if table.staff { tr.import_layout_staff() } else { tr.import_layout_pupils() };
    let name = table.sheet.clone().unwrap_or_else(kind);
    if table.hidden { tr.import_layout_hidden(&name) } else { name }
}

fn foot<'a>(layout: &'a Layout, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let taken: usize = layout.tables.iter().filter(|table| table.taken).map(|table| table.rows).sum();
    let rows = text(tr.import_layout_rows(taken)).ink(Ink::Text2).shorten();
    let next = button(tr.import_layout_next())
        .primary()
        .key("Ctrl+Enter")
        .id("next")
        .on_press_maybe(layout.hindrance().is_none().then_some(Message::Layout(LayoutMessage::Next)));
    let cancel = button(tr.dialog_cancel()).key("Esc").id("cancel").on_press(Message::Back);
    let line = row![container(rows).width(Fill)];
    let line = if context.breadth() == Breadth::Narrow { line } else { line.push(cancel) };
    line.push(next).spacing(size::GAP).align_y(Alignment::Center).into()
}
