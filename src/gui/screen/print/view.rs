//! How 打印 looks.

mod letter;
mod list;
mod papers;
mod preview;
mod strip;

use iced::Length::{Fill, Fixed};
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{column, container, row, rule, space};
use iced::{Alignment, Size};

use super::{FileKind, ListMessage, Message, Print};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::route::Route;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{
    Icon, KeyHint, Zoom, button, date_field, empty_state, field, first_keys, key_scope, panel, scroll,
    segments, text, toggle,
};
use crate::ops::print::{Filling, Papers, PrintScope};

/// Width of the list of forms.
const LIST: f32 = 224.0;
/// Height of a preview in a window that scrolls as a whole.
const LOW: f32 = 420.0;

pub(super) fn page<'a>(print: &'a Print, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let mut header = Header::new(tr.print_screen_title());
    let Some(papers) = &print.papers else {
        return Page::reading(header, context);
    };
    if print.nobody() {
        let import = button(tr.print_screen_import()).primary().key("F3").id("import");
        let none = empty_state(tr.print_screen_empty(), Some(import.on_press(Message::Go(Route::roster()))));
        let body = container(panel(none)).padding(context.breadth().edge()).into();
        return Page { header, body, keys: vec![KeyHint::new("F3", tr.print_screen_import())] };
    }
    let ready = |message: Message| print.ready().then_some(message);
    let pdf = button(tr.print_screen_pdf()).key("Ctrl+S").id("pdf");
    header = header.right(pdf.on_press_maybe(ready(Message::Save(FileKind::Pdf))));
    if print.has_workbook() {
        let xlsx = button(tr.print_screen_xlsx()).key("Ctrl+E").id("xlsx");
        header = header.right(xlsx.on_press_maybe(ready(Message::Save(FileKind::Xlsx))));
    }
    if print.has_slips() {
        let slips = button(tr.print_screen_slips()).key("R").id("slips");
        header = header.right(slips.on_press(Message::Go(Route::Slips(None))));
    }
    if let Some(paper) = print.editable() {
        let edit = button(tr.own_paper_edit()).icon(Icon::Pencil).key("E").id("edit");
        header = header.right(edit.on_press(Message::Go(Route::PaperEditor(paper))));
    }
    if print.is_work_report() {
        let words = button(tr.work_screen_edit()).key("W").id("work");
        header = header.right(words.on_press(Message::Go(Route::WorkReport)));
    }
    let send = button(tr.print_screen_print()).primary().icon(Icon::Printer).key("Ctrl+P").id("send");
    header = header.right(send.on_press_maybe(ready(Message::Send)));
    Page { header, body: body(print, papers, context), keys: keys(print, context) }
}

/// About the room of the preview, for + and − from a fitted size.
pub(super) fn room(context: &Context) -> Size {
    let list = if context.breadth() == Breadth::Wide { LIST } else { 0.0 };
    Size::new(context.size.width - context.side() - list, context.body_height() - 154.0)
}

fn body<'a>(print: &'a Print, papers: &'a Papers, context: &'a Context) -> Element<'a, Message> {
    let head = column![
        title_line(print, context),
        print.choosing.then(|| groups(print, context)),
        list::choices(print, papers, context),
        letter::choices(print, context),
        strip::above(print, context),
        print.saving.as_ref().filter(|_| !print.busy).map(|_| saving(print, context)),
    ]
    .spacing(size::GAP);
    if context.breadth() == Breadth::Wide {
        let head = container(head).padding(iced::Padding { top: 8.0, bottom: 10.0, left: 16.0, right: 16.0 });
        let main = column![head, preview::area(print, context)].width(Fill).height(Fill);
        let line = container(rule::vertical(1)).width(1).height(Fill);
        let list = container(papers::list_of(print, context)).width(Fixed(LIST)).height(Fill);
        return row![list, line, main].height(Fill).into();
    }
    let picker = papers::picker_of(print, context);
    let page = column![picker, head].spacing(size::GAP);
    let edge = context.breadth().edge();
    let page = column![
        container(page).padding([size::GAP, edge]),
        container(preview::area(print, context)).height(Fixed(LOW))
    ];
    scroll(page).id("page").height(Fill).into()
}

fn title_line<'a>(print: &'a Print, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if let Some(line) = print.shown_as_issued() {
        let title = text(line.title.as_str()).section();
        let class = line.class.as_deref().map(|class| text(class).line());
        let number = text(line.number.as_str()).ink(Ink::Text2).line();
        return row![title]
            .push(class)
            .push(number)
            .spacing(size::GAP)
            .align_y(Alignment::Center)
            .wrap()
            .into();
    }
    let listing = print.listing();
    let title = text(listing.map_or("", |listing| listing.title.as_str())).section();
    let scope = listing.filter(|listing| listing.by.is_chosen()).map(|_| {
        let word = match (print.group(), print.request.scope) {
            (Some(group), _) => group.to_owned(),
            (None, PrintScope::Person(_)) => tr.print_screen_one_pupil(),
            (None, _) => tr.print_screen_school(),
        };
        let open = if print.choosing { Icon::ChevronUp } else { Icon::ChevronDown };
        let word = format!("{} {word}", tr.print_screen_scope());
        Element::from(button(word).icon_after(open).id("scope").on_press(Message::Scope))
    });
    let wrong = (date_field::day(&print.date).is_none()).then(|| tr.print_screen_bad_date());
    let date = date_field("date", "", print.date.as_str(), tr.date_hint(), wrong, Message::Date);
    let filling = listing.filter(|listing| listing.can_be_blank).map(|_| {
        let options =
            [(Filling::Recorded, tr.print_screen_recorded()), (Filling::Blank, tr.print_screen_blank())];
        segments("filling", options, print.request.filling, Message::Filling)
    });
    let sessions = print.sessions();
    let session = (!sessions.is_empty()).then(|| {
        let options = sessions.iter().map(|session| (*session, tr.session(*session)));
        segments("session", options, print.request.session, Message::Session)
    });
    if context.breadth() == Breadth::Wide && session.is_none() {
        let line = row![title.width(Fill)].push(scope).push(date).push(filling);
        return line.spacing(size::GAP).align_y(Alignment::Center).into();
    }
    if context.breadth() == Breadth::Wide {
        let line = row![title.width(Fill)].push(filling).spacing(size::GAP).align_y(Alignment::Center);
        let controls = row![].push(scope).push(date).push(session).spacing(size::GAP);
        return column![line, controls.wrap().vertical_spacing(size::TIGHT)].spacing(size::TIGHT).into();
    }
    let controls = row![].push(scope).push(date).push(session).push(filling).spacing(size::GAP);
    column![title, controls.wrap().vertical_spacing(size::TIGHT)].spacing(size::TIGHT).into()
}

/// The whole school and each group, as toggles that wrap; the arrows go from one to the next.
fn groups<'a>(print: &'a Print, context: &'a Context) -> Element<'a, Message> {
    let mut all = row![];
    for (at, (id, name, scope)) in print.offered().into_iter().enumerate() {
        let word = name.map_or_else(|| context.tr.print_screen_school(), str::to_owned);
        let message = match scope {
            PrintScope::FreeGroup(id) => Message::List(ListMessage::Group(id)),
            PrintScope::Group(group) => Message::Group(Some(group)),
            PrintScope::School | PrintScope::Person(_) => Message::Group(None),
        };
        let one = toggle(id, word, "", print.request.scope == scope, message);
        let to = |at: usize| Some(Message::List(ListMessage::Offer(at)));
        all = all.push(key_scope(one, move |key, modifiers| match key {
            Key::Named(Named::ArrowRight | Named::ArrowDown) if modifiers.is_empty() => to(at + 1),
            Key::Named(Named::ArrowLeft | Named::ArrowUp) if modifiers.is_empty() => to(at.saturating_sub(1)),
            _ => None,
        }));
    }
    let offered = container(all.spacing(6).wrap().vertical_spacing(6)).padding(size::GAP);
    panel(offered).into()
}

/// Where to save: a path that can be typed, and the system's dialog for those who prefer it.
fn saving<'a>(print: &'a Print, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let Some(saving) = &print.saving else { return space().into() };
    let path = field("path", tr.print_screen_save_to(), saving.path.as_str(), Message::Path)
        .error(saving.wrong.clone());
    // Esc means the whole question at once, not first the field.
    let path = first_keys(path, None, |key, _| (*key == Key::Named(Named::Escape)).then_some(Message::Close));
    let save = button(tr.print_screen_save()).primary().key("Enter").id("write").on_press(Message::Write);
    let choose = button(tr.print_screen_choose()).icon(Icon::Folder).id("choose").on_press(Message::Choose);
    let cancel = button(tr.print_screen_cancel()).key("Esc").id("close").on_press(Message::Close);
    let answers = row![save, choose, cancel].spacing(size::GAP).wrap().vertical_spacing(size::TIGHT);
    let form = column![path, answers].spacing(size::GAP);
    panel(container(form).padding(size::INSIDE)).into()
}

fn keys(print: &Print, context: &Context) -> Vec<KeyHint> {
    let tr = &context.tr;
    if print.saving.is_some() {
        return vec![
            KeyHint::new("Enter", tr.print_screen_save()),
            KeyHint::new("Esc", tr.print_screen_cancel()),
        ];
    }
    if print.choosing {
        return vec![
            KeyHint::new("←→", tr.print_screen_key_range()),
            KeyHint::new("Enter", tr.print_screen_key_take()),
            KeyHint::new("Esc", tr.print_screen_cancel()),
        ];
    }
    let zoomed = print.zoom != Zoom::Page;
    let arrows = if zoomed { tr.print_screen_key_scroll() } else { tr.print_screen_key_choose() };
    let mut keys = vec![KeyHint::new(if zoomed { "↑↓←→" } else { "↑↓" }, arrows)];
    if print.pages() > 1 {
        keys.push(KeyHint::new("PgUp PgDn", tr.print_screen_key_page()));
    }
    keys.push(KeyHint::new("+ -", tr.print_screen_key_zoom()));
    keys.push(KeyHint::new("F", tr.form_key_find()));
    if print.listing().is_some_and(|listing| listing.by.is_chosen()) {
        keys.push(KeyHint::new("C", tr.print_screen_key_scope()));
    }
    if !print.sessions().is_empty() {
        keys.push(KeyHint::new("S", tr.print_screen_key_session()));
    }
    if print.listing().is_some_and(|listing| listing.can_be_blank) {
        keys.push(KeyHint::new("B", tr.print_screen_key_blank()));
    }
    keys.truncate(if context.breadth() == Breadth::Wide { 5 } else { 3 });
    keys
}

/// The word of a class count or similar in the list.
fn quiet<'a>(words: String) -> crate::gui::widget::Text<'a> {
    text(words).small().ink(Ink::Text2)
}
