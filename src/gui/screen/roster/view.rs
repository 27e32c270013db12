//! How 名册 looks.

mod classes;
mod exporting;
mod kind;
mod marking;
mod people;

use iced::Alignment;
use iced::Length::Fill;
use iced::widget::{column, container, row};

use super::{GroupMessage, Message, Part, Roster};
use crate::domain::person::PersonKind;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{Area, hints};
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{Button, Icon, banner, button, checkbox, empty_state, field, panel, scroll, text};
use crate::i18n::Language;
use crate::ops::roster::{RosterOrder, RosterView};

pub(super) fn page<'a>(roster: &'a Roster, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let mut header = Header::new(tr.roster_screen_title());
    let Some(data) = &roster.data else {
        return Page::reading(header, context);
    };
    if roster.is_empty() {
        return Page { header, body: nobody(context), keys: Vec::new() };
    }
    let sum = tr.roster_screen_sum(data.boarders, data.pupils, data.staff_count);
    header = header.narrow(text(sum).ink(Ink::Text2).line());
    header = header.right(
        button(tr.roster_screen_import())
            .icon(Icon::File)
            .key("Ctrl+I")
            .id("import")
            .on_press(Message::Import),
    );
    let staff = roster.part() == Part::Staff;
    header = header.right(if staff { new_staff(context) } else { new_pupil(context) });
    let mut keys = hints(Area::Roster, tr);
    let mark = tr.group_screen_mark();
    keys.retain(|hint| hint.word != mark || roster.can_mark());
    if roster.marking.is_some()
        && let Some(enter) = keys.get_mut(1)
    {
        enter.word = tr.group_screen_mark_key();
    }
    Page { header, body: body(roster, data, context), keys }
}

fn new_pupil<'a>(context: &Context) -> Element<'a, Message> {
    let word = context.tr.roster_screen_new_pupil();
    button(word)
        .icon(Icon::Plus)
        .key("Ctrl+N")
        .id("new-pupil")
        .on_press(Message::New(PersonKind::Pupil))
        .into()
}

fn new_staff<'a>(context: &Context) -> Element<'a, Message> {
    adding_staff(context).icon(Icon::Plus).into()
}

fn adding_staff<'a>(context: &Context) -> Button<'a, Message> {
    let add = button(context.tr.roster_screen_new_staff()).key("Ctrl+T").id("new-staff");
    add.on_press(Message::New(PersonKind::Staff))
}

/// A button below the list of classes, with its key: lower and without a picture where there is little room.
fn at_side<'a>(button: Button<'a, Message>, picture: Option<Icon>, context: &Context) -> Button<'a, Message> {
    match picture {
        _ if context.tr.language() != Language::Chinese || context.breadth() == Breadth::Middle => {
            button.small()
        }
        Some(picture) => button.icon(picture),
        None => button,
    }
}

/// What to do first.
fn nobody<'a>(context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let import = button(tr.roster_screen_import()).primary().key("Ctrl+I").id("import");
    let choices =
        row![Element::from(import.on_press(Message::Import)), new_pupil(context), new_staff(context)]
            .spacing(size::GAP)
            .wrap()
            .vertical_spacing(size::GAP);
    let sheet: Element<'a, Message> = panel(empty_state(tr.roster_screen_empty(), Some(choices))).into();
    container(sheet).padding(context.breadth().edge()).into()
}

fn body<'a>(roster: &'a Roster, data: &'a RosterView, context: &'a Context) -> Element<'a, Message> {
    let breadth = context.breadth();
    let padding = [breadth.gap(), breadth.edge()];
    let tools = column![]
        .push(behind(data, context))
        .push(exporting::panel_of(roster, data, context))
        .spacing(breadth.gap());
    let tools = tools.push(tools_of(roster, data, context));
    // Kind and grade of the class stand back while pupils are marked: a low window has no room for both.
    let tools = match marking::panel_of(roster, data, context) {
        Some(marking) => tools.push(marking),
        None => tools.push(kind::part_of(roster, context)),
    };
    let below = || {
        column![]
            .push(teacher(roster, context))
            .push(group(roster, context))
            .push(marking::begin(roster, context))
            .push(beside_table(roster, context).then(|| at_side(adding_staff(context), None, context)))
            .push(exporting::begin(context))
            .push(print(roster, context))
            .push(promote(context))
            .spacing(breadth.gap())
    };
    if breadth == Breadth::Narrow {
        let people = people::list_of(roster, data, context);
        let page = column![classes::turner(roster, data, context), tools, people, below()];
        return scroll(container(page.spacing(breadth.gap())).padding(padding)).height(Fill).into();
    }
    let classes = container(classes::list_of(roster, data, context)).height(Fill);
    let below: Element<'a, Message> = if breadth == Breadth::Wide {
        below().into()
    } else {
        // In a low window the list of classes keeps its rows; what stands below it scrolls for itself.
        let room = context.body_height() - 3.0 * breadth.gap() - CLASSES * size::ROW_LIST - 2.0;
        container(scroll(below())).max_height(room.max(size::CONTROL)).into()
    };
    let side = column![classes, below].spacing(breadth.gap()).width(side(context)).height(Fill);
    let people = container(people::table_of(roster, data, context)).height(Fill);
    let main = column![tools, people].spacing(breadth.gap()).width(Fill).height(Fill);
    container(row![side, main].spacing(size::INSIDE).height(Fill)).padding(padding).height(Fill).into()
}

/// Whether a new member of staff is added with a button below the classes: there is no room beside the search.
fn beside_table(roster: &Roster, context: &Context) -> bool {
    roster.part() != Part::Staff && context.breadth() != Breadth::Wide
}

/// Pupils who were not promoted: their classes are no longer listed.
fn behind<'a>(data: &RosterView, context: &Context) -> Option<Element<'a, Message>> {
    let words = (data.behind > 0).then(|| context.tr.roster_screen_behind(data.behind))?;
    Some(banner(Tone::Warn, words).quiet().into())
}

/// The 班主任 of the class that is listed.
fn teacher<'a>(roster: &'a Roster, context: &Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let _ = roster.class()?;
    let part = field("teacher", tr.roster_screen_teacher(), roster.teacher(), Message::Teacher)
        .hint(tr.roster_screen_teacher_none())
        .on_submit(Message::SaveTeacher);
    Some(part.into())
}

/// The name of the group that is listed; over all pupils a group to add.
fn group<'a>(roster: &'a Roster, context: &Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let listed = roster.group().is_some();
    if !listed && roster.part() != Part::All {
        return None;
    }
    let label = if listed { tr.group_screen_name() } else { tr.group_screen_new() };
    let name = field("group-name", label, roster.group_name(), Message::Teacher)
        .hint(tr.group_screen_hint())
        .on_submit(Message::SaveTeacher);
    let mut part = column![Element::from(name)].spacing(size::TIGHT);
    if listed {
        let close = button(tr.group_screen_close())
            .small()
            .id("group-close")
            .on_press(Message::Group(GroupMessage::Close));
        return Some(part.push(close).into());
    }
    let bus = Message::Group(GroupMessage::Bus(!roster.bus));
    let meal = Message::Group(GroupMessage::Meal(!roster.meal));
    let kinds = row![
        checkbox("group-bus", tr.group_screen_bus(), roster.bus, bus),
        checkbox("group-meal", tr.group_screen_meal(), roster.meal, meal)
    ];
    part = part.push(kinds.spacing(size::GAP).wrap().vertical_spacing(size::TIGHT));
    let typed = roster.teacher.as_deref().is_some_and(|typed| !typed.trim().is_empty());
    let add = button(tr.group_screen_add()).small().id("group-add");
    Some(part.push(add.on_press_maybe(typed.then_some(Message::SaveTeacher))).into())
}

fn promote<'a>(context: &Context) -> Element<'a, Message> {
    let promote = button(context.tr.promotion_title()).key("Ctrl+U").id("promote");
    at_side(promote.on_press(Message::Promote), None, context).into()
}

/// Lists and labels of the pupils who are listed.
fn print<'a>(roster: &Roster, context: &Context) -> Option<Element<'a, Message>> {
    let print = button(context.tr.roster_screen_print_lists()).key("Ctrl+P").id("print");
    let print = at_side(print.on_press(Message::Print), Some(Icon::Printer), context);
    (roster.part() != Part::Staff).then(|| print.into())
}

/// Width of the list of classes and the buttons below it; English words need more.
fn side(context: &Context) -> f32 {
    match (context.tr.language(), context.breadth()) {
        (Language::Chinese, _) => 168.0,
        (Language::English, Breadth::Wide) => 188.0,
        (Language::English, _) => 196.0,
    }
}

/// Classes that are in sight in a low window.
const CLASSES: f32 = 6.0;

fn tools_of<'a>(roster: &'a Roster, data: &'a RosterView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let find = field("find", "", roster.asked.filter.find.as_str(), Message::Find)
        .hint(tr.roster_screen_find())
        .lead(Icon::Search)
        .on_submit(Message::OpenSelected);
    let mut line = row![Element::from(find)].spacing(size::GAP).align_y(Alignment::Center);
    let by_pinyin = data.order == RosterOrder::Pinyin;
    line = line.push(checkbox(
        "by-pinyin",
        tr.roster_screen_by_pinyin(),
        by_pinyin,
        Message::ByPinyin(!by_pinyin),
    ));
    if !roster.asked.filter.find.is_empty() {
        line = line.push(text(tr.roster_screen_found(data.found)).ink(Ink::Text2).line());
    }
    if data.pages > 1 {
        line = line.push(pages(data, context));
    }
    if roster.part() != Part::Staff && context.breadth() == Breadth::Wide {
        line = line.push(new_staff(context));
    }
    line.into()
}

fn pages<'a>(data: &RosterView, context: &Context) -> Element<'a, Message> {
    let page = data.asked.page;
    let back = (page > 0).then_some(Message::Page(-1));
    let on = (page + 1 < data.pages).then_some(Message::Page(1));
    row![
        button("").icon(Icon::ChevronLeft).id("page-back").on_press_maybe(back),
        text(context.tr.roster_screen_page(page + 1, data.pages)).ink(Ink::Text2).line(),
        button("").icon(Icon::ChevronRight).id("page-on").on_press_maybe(on),
    ]
    .spacing(size::TIGHT)
    .align_y(Alignment::Center)
    .into()
}
