//! The pupils of a class: who goes with it and who does not.

use iced::Alignment;
use iced::Length::{Fill, Fixed};
use iced::widget::{Column as Stack, column, container, row};

use super::super::{Message, Promotion, Spot, pupil_id};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{
    Column, Columns, Icon, button, empty_state, field, first_keys, icon, panel, row_button, table, text,
};
use crate::i18n::Tr;
use crate::ops::promotion::PupilLine;

/// Class, count, search and pages.
pub(super) fn tools<'a>(screen: &'a Promotion, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let find =
        field("find", "", screen.find.as_str(), Message::Find).hint(tr.promotion_search()).lead(Icon::Search);
    let find = first_keys(find, Message::At(Spot::Find), |_, _| None);
    let mut line = row![].spacing(size::GAP).align_y(Alignment::Center);
    if let Some(class) = screen.line() {
        let title = text(class.class.as_str()).section().shorten();
        let title = container(title).max_width(TITLE);
        line = line.push(title).push(text(class.pupils.len().to_string()).ink(Ink::Text2).line());
    }
    let narrow = context.breadth() == Breadth::Narrow;
    if !narrow {
        line = line.push(container(find).width(Fill));
        return line.push(pages(screen, context)).into();
    }
    column![line.push(pages(screen, context)), find].spacing(size::TIGHT).into()
}

/// Width that the name of the class takes at most.
const TITLE: f32 = 260.0;

fn pages<'a>(screen: &Promotion, context: &Context) -> Option<Element<'a, Message>> {
    let back = (screen.page > 0).then_some(Message::Page(-1));
    let on = (screen.page + 1 < screen.pages()).then_some(Message::Page(1));
    let turner = row![
        button("").icon(Icon::ChevronLeft).id("page-back").on_press_maybe(back),
        text(context.tr.roster_screen_page(screen.page + 1, screen.pages())).line(),
        button("").icon(Icon::ChevronRight).id("page-on").on_press_maybe(on),
    ];
    (screen.pages() > 1).then(|| turner.spacing(size::TIGHT).align_y(Alignment::Center).into())
}

fn reason(pupil: &PupilLine, tr: &Tr) -> (String, Ink) {
    match pupil.reason {
        _ if pupil.unsure => (tr.promotion_unsure(), Ink::Warn),
        "held_back" => (tr.promotion_way_again(), Ink::Warn),
        "chosen" if pupil.to.is_none() => (tr.promotion_pupil_leaves(), Ink::Warn),
        "chosen" => (tr.promotion_changed(), Ink::Accent),
        "outgrown" => (tr.promotion_outgrown(), Ink::Accent),
        _ => (tr.promotion_with_class(), Ink::Text3),
    }
}

fn target<'a>(pupil: &PupilLine, tr: &Tr) -> Element<'a, Message> {
    let words = match &pupil.to {
        Some(class) => class.clone(),
        None => tr.promotion_pupil_leaves(),
    };
    let sign = icon(if pupil.to.is_some() { Icon::ArrowRight } else { Icon::Minus }).ink(Ink::Text2);
    row![sign, text(words).shorten()].spacing(size::GAP).align_y(Alignment::Center).into()
}

fn number<'a>(seat: Option<u32>) -> Element<'a, Message> {
    text(seat.map(|seat| seat.to_string()).unwrap_or_default()).ink(Ink::Text2).line().into()
}

fn nobody(context: &Context) -> Element<'_, Message> {
    panel(empty_state(context.tr.promotion_nobody_found(), None::<Element<'_, Message>>)).into()
}

pub(super) fn table_of<'a>(screen: &'a Promotion, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let shown = screen.shown();
    if shown.is_empty() {
        return nobody(context);
    }
    let wide = context.breadth() == Breadth::Wide;
    let birth = Column::new(tr.roster_screen_head_birth(), Fixed(98.0));
    let seat = || Column::new(tr.promotion_head_seat(), Fixed(52.0)).right();
    let mut columns = vec![seat(), Column::new(tr.roster_screen_head_name(), Fill)];
    columns.extend(wide.then_some(birth));
    columns.push(Column::new(tr.promotion_head_to(), Fill));
    columns.extend(wide.then(seat));
    columns.push(Column::new(tr.promotion_head_way(), Fixed(if wide { 92.0 } else { 76.0 })));
    let columns = Columns::new(columns);
    let last = shown.len().saturating_sub(1);
    let rows = shown.into_iter().enumerate().map(|(index, pupil)| {
        let (words, ink) = reason(pupil, tr);
        let birth = pupil.birth.map(|day| day.to_string()).unwrap_or_default();
        let mut cells = vec![number(Some(pupil.seat_no)), text(pupil.name.as_str()).shorten_middle().into()];
        cells.extend(wide.then(|| text(birth).ink(Ink::Text2).line().into()));
        cells.push(target(pupil, tr));
        cells.extend(wide.then(|| number(pupil.to_seat)));
        cells.push(text(words).small().ink(ink).shorten().into());
        row_button(pupil_id(pupil.key), columns.row(cells), Message::Pupil(pupil.key))
            .chosen(Some(pupil.key) == screen.pupil)
            .zebra(index % 2 == 1)
            .last(index == last)
            .into()
    });
    table("pupils", columns.head(), rows.collect(), size::ROW)
}

pub(super) fn list_of<'a>(screen: &'a Promotion, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let shown = screen.shown();
    if shown.is_empty() {
        return nobody(context);
    }
    let rows = shown.into_iter().map(|pupil| {
        let (words, ink) = reason(pupil, tr);
        let first = row![number(Some(pupil.seat_no)), text(pupil.name.as_str()).shorten_middle().width(Fill)]
            .spacing(size::GAP)
            .align_y(Alignment::Center);
        let second = row![container(target(pupil, tr)).width(Fill), text(words).small().ink(ink).shorten()]
            .spacing(size::GAP)
            .align_y(Alignment::Center);
        let both = container(column![first, second]).padding([5.0, size::GAP]);
        row_button(pupil_id(pupil.key), both, Message::Pupil(pupil.key))
            .chosen(Some(pupil.key) == screen.pupil)
            .height(size::ROW_TWO)
            .into()
    });
    panel(Stack::with_children(rows)).into()
}
