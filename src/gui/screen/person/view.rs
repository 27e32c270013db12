//! How the form of a person looks.

mod care;
mod fields;
mod file;
mod health;
mod history;

use iced::Length::{Fill, FillPortion};
use iced::widget::{column, container, row};

use super::place::Place;
use super::{Message, PersonForm, Saved, Tab};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{Area, hints};
use crate::gui::route::Route;
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{Banner, Icon, banner, button, panel, scroll, text};
use crate::i18n::Tr;
use crate::ops::roster::{PersonDoubt, SameNumber};

pub(super) fn page<'a>(page: &'a PersonForm, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let title = match (&page.view, page.is_staff()) {
        (Some(_), _) => page.before.name.clone(),
        (None, _) if page.id.is_some() => String::new(),
        (None, true) => tr.roster_screen_new_staff(),
        (None, false) => tr.roster_screen_new_pupil(),
    };
    let mut header = Header::new(title).back(
        button(tr.roster_screen_title()).plain().icon(Icon::ChevronLeft).id("back").on_press(Message::Back),
    );
    if let Some(line) = page.view.as_ref().and_then(|view| view.line.as_ref()) {
        let place = tr.person_place(&line.class, &line.seat_no.to_string());
        header = header.narrow(text(place).ink(Ink::Text2).line());
    }
    if matches!(page.tab, Tab::Details | Tab::Health) {
        header =
            header.right(button(tr.person_save()).primary().key("Ctrl+S").id("save").on_press(Message::Save));
    }
    // Nothing is typed where records are listed.
    let typing = matches!(page.tab, Tab::Details | Tab::Health);
    let mut keys: Vec<_> = hints(Area::Person, tr).into_iter().skip(if typing { 0 } else { 2 }).collect();
    // Somebody new has no other parts yet.
    keys.retain(|hint| page.id.is_some() || hint.word != tr.person_file_key_tab());
    Page { header, body: body(page, context), keys }
}

fn body<'a>(page: &'a PersonForm, context: &'a Context) -> Element<'a, Message> {
    let breadth = context.breadth();
    let tabs = page.view.is_some().then(|| file::tabs(page, context));
    let part = match (page.tab, &page.file) {
        (Tab::Health, Some(file)) => health::parts(page, file, context),
        (Tab::Checks, Some(file)) => file::checks(page, file, context),
        (Tab::Care, Some(file)) => care::parts(file, context),
        (Tab::Papers, Some(file)) => file::papers(page, file, context),
        (Tab::Changes, Some(file)) => file::changes(page, file, context),
        _ => details(page, context),
    };
    let padding = iced::Padding::from([breadth.gap(), breadth.edge()]);
    let part = scroll(container(part).padding(padding)).id(page.tab.id()).height(Fill);
    let above = iced::Padding { bottom: 0.0, ..padding };
    // What was said at saving stands above what scrolls, so that it stays in sight. Its part is there even while
    // nothing is said: the fields keep their place, and with it the focus.
    let said = column![].push(said(page, context).map(|said| container(said).padding(above)));
    column![].push(tabs.map(|tabs| container(tabs).padding(above))).push(said).push(part).into()
}

/// The details, with classes and rooms.
fn details<'a>(page: &'a PersonForm, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let mut sheet = column![].spacing(breadth.gap());
    let (basic, contact) = page.order().split_at(basic_count(page));
    let needed = (page.id.is_none() && !page.is_staff())
        .then(|| text(tr.person_needed()).small().ink(Ink::Text2).line());
    let basic = panel(part(page, context, basic)).head(tr.person_basic(), needed);
    if page.is_staff() {
        sheet = sheet.push(container(Element::from(basic)).max_width(520));
    } else {
        let contact =
            panel(part(page, context, contact)).head(tr.person_contact(), None::<Element<'a, Message>>);
        sheet = if breadth == Breadth::Wide {
            let left = container(Element::from(basic)).width(FillPortion(1));
            let right = container(Element::from(contact)).width(FillPortion(1));
            sheet.push(row![left, right].spacing(size::INSIDE))
        } else {
            sheet.push(Element::from(basic)).push(Element::from(contact))
        };
    }
    if let Some(view) = &page.view {
        sheet = sheet.push(history::panel_of(page, view, context));
    }
    sheet.into()
}

/// How many fields stand in the first panel.
fn basic_count(page: &PersonForm) -> usize {
    let after = page.order().iter().position(|place| *place == Place::Guardian);
    after.unwrap_or(page.order().len())
}

fn part<'a>(page: &'a PersonForm, context: &'a Context, places: &[Place]) -> Element<'a, Message> {
    let mut fields = column![].spacing(size::GAP).width(Fill);
    for place in places {
        fields = fields.push(fields::field_of(page, *place, context));
    }
    container(fields).padding(size::INSIDE).into()
}

/// What came of the last saving: who was saved, what is odd, or who is there already.
fn said<'a>(page: &'a PersonForm, context: &'a Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    if page.tab != Tab::Details {
        return None;
    }
    if let Some(why) = &page.exists {
        let sheet = banner(Tone::Warn, why.happened.as_str()).quiet().note(why.remedy.as_str());
        return Some(with_others(sheet, &page.same, tr));
    }
    if let Some(saved) = &page.saved {
        return Some(saved_banner(saved, context));
    }
    let to = button(tr.person_to_field()).plain().small().key("Ctrl+J").id("to-doubt");
    let to = to.on_press(Message::ToPlace(doubted(page)?));
    let sheet = banner(Tone::Warn, tr.person_stored_odd()).quiet().right(to).note(words_of(&page.warned, tr));
    Some(with_others(sheet, &page.same, tr))
}

/// The field of what was found odd first.
pub(super) fn doubted(page: &PersonForm) -> Option<Place> {
    page.warned.first().map(|doubt| fields::place_of(*doubt))
}

/// The person saved last: who, where, what is odd; the form below waits for the next.
fn saved_banner<'a>(saved: &'a Saved, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let words = if saved.class.is_empty() {
        tr.person_saved_staff(&saved.name)
    } else {
        tr.person_saved(&saved.class, &saved.name)
    };
    let tone = if saved.doubts.is_empty() { Tone::Ok } else { Tone::Warn };
    let open = button(tr.person_open()).plain().small().id("open-saved");
    let open = open.on_press(Message::Go(Route::Person(saved.id)));
    let mut sheet = banner(tone, words).quiet().right(open);
    if !saved.doubts.is_empty() {
        sheet = sheet.note(words_of(&saved.doubts, tr));
    }
    with_others(sheet, &saved.same, tr)
}

fn words_of(doubts: &[PersonDoubt], tr: &Tr) -> String {
    doubts.iter().map(|doubt| doubt.words(tr)).collect::<Vec<_>>().join(" ")
}

/// A banner, and below it each of the others who have a number, with the way there.
fn with_others<'a>(sheet: Banner<'a, Message>, same: &'a [SameNumber], tr: &Tr) -> Element<'a, Message> {
    let line = |(at, other): (usize, &'a SameNumber)| {
        let open = button(tr.person_open()).plain().small().id(format!("open-other-{at}"));
        let open = open.on_press(Message::Go(Route::Person(other.key)));
        let words = container(text(other.words(tr)).ink(Ink::Warn)).width(Fill);
        Element::from(row![words, Element::from(open)].spacing(size::GAP).align_y(iced::Alignment::Center))
    };
    let mut part = column![Element::from(sheet)].spacing(size::TIGHT);
    for other in same.iter().enumerate() {
        part = part.push(line(other));
    }
    part.into()
}
