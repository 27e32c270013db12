//! How the import looks.

mod ask;
mod choose;
mod counts;
mod dating;
mod decide;
mod foot;
mod layout;
mod rows;
mod save;
mod written;

use iced::Length::Fill;
use iced::widget::{column, container, row, space};

use super::line::Kind;
use super::review::Review;
use super::{Import, Message, State};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::frame::Header;
use crate::gui::keymap::{Area, hints};
use crate::gui::screen::Page;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{Icon, KeyHint, Sight, banner, button, scroll, text};
use crate::i18n::Tr;

pub(super) fn page<'a>(import: &'a Import, context: &'a Context) -> Page<'a, Message> {
    let tr = &context.tr;
    let mut header = Header::new(tr.import_title()).back(
        button(tr.roster_screen_title()).plain().icon(Icon::ChevronLeft).id("back").on_press(Message::Back),
    );
    let mut keys = Vec::new();
    let back = || KeyHint::new("Esc", tr.keys_back());
    let body = match &import.state {
        State::Choosing => {
            keys = vec![KeyHint::new("Enter", tr.import_read()), back()];
            choose::body(import, context)
        }
        State::Looking | State::Reading => choose::reading(context),
        State::Refused(why) => {
            keys = vec![back()];
            choose::refused(why, import.layout.is_some(), context)
        }
        State::Layout => match &import.layout {
            Some(layout) => {
                if context.breadth() == Breadth::Wide {
                    header = header.narrow(text(short_name(import)).ink(Ink::Text2).line());
                }
                let again = button(tr.import_another()).icon(Icon::File).id("again");
                header = header.right(again.on_press(Message::Again));
                keys = hints(
                    if layout.choice.is_some() { Area::ImportMeanings } else { Area::ImportLayout },
                    tr,
                );
                layout::body(layout, context)
            }
            None => choose::body(import, context),
        },
        State::Review(review) | State::Writing(review) => {
            if context.breadth() == Breadth::Wide {
                header = header.narrow(text(source(import, review, context)).ink(Ink::Text2).line());
            }
            if matches!(import.state, State::Review(_)) {
                let columns = button(tr.import_columns()).icon(Icon::Sliders).key("L").id("columns");
                header = header.right(columns.on_press(Message::Columns));
                keys = keys_of(review, tr);
            }
            keys = save::keys(import, tr).or_else(|| dating::keys(import, tr)).unwrap_or(keys);
            body(import, review, context)
        }
        State::Written(done) => {
            let again = button(tr.import_another()).icon(Icon::File).key("Ctrl+I").id("again");
            header = header.right(again.on_press(Message::Again));
            keys = vec![back()];
            written::body(import, done, context)
        }
    };
    Page { header, body, keys }
}

/// The keys of the group of the chosen row.
fn keys_of(review: &Review, tr: &Tr) -> Vec<KeyHint> {
    match review.selected.0 {
        Kind::Kept => hints(Area::ImportKept, tr),
        Kind::Missing => hints(Area::ImportMissing, tr),
        Kind::NoId => {
            let mut keys = vec![KeyHint::new("Enter", tr.import_no_id_key())];
            keys.extend(hints(Area::Import, tr).split_off(3));
            keys
        }
        Kind::Doubtful => hints(Area::Import, tr),
        // 1, 2 and 3 decide doubtful rows alone.
        _ => hints(Area::Import, tr).split_off(3),
    }
}

/// Name of the file. A long one keeps its beginning and its end: the header must not push its command out.
fn short_name(import: &Import) -> String {
    let path = import.path();
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let letters: Vec<char> = name.chars().collect();
    if letters.len() > 24 {
        letters.iter().take(12).chain(&['…']).chain(letters.iter().skip(letters.len() - 10)).collect()
    } else {
        name
    }
}

/// File and number of rows.
fn source(import: &Import, review: &Review, context: &Context) -> String {
    let tr = &context.tr;
    let name = short_name(import);
    let document = &review.plan.document;
    tr.import_source(&name, document.pupils.len() + document.staff.len() + document.rows_rejected.len())
}

fn body<'a>(import: &'a Import, review: &'a Review, context: &'a Context) -> Element<'a, Message> {
    let breadth = context.breadth();
    let padding = [breadth.gap(), breadth.edge()];
    let asked = dating::question_of(import, context).or_else(|| ask::panel_of(review, context));
    let asked = asked.or_else(|| save::question_of(import, context));
    // A question takes the room of the answers to a row; that for the dates is large in any window.
    let is_asked = asked.is_some();
    let stands_back = import.dating.is_some() || (is_asked && breadth != Breadth::Wide);
    let asked = asked.unwrap_or_else(|| notice(review, context));
    let top = column![]
        .push(save::said_of(import, context))
        .push(asked)
        .push(counts::panel_of(review, context))
        .spacing(breadth.gap());
    let deciding = matches!(import.state, State::Review(_));
    let decide = deciding.then(|| decide::panel_of(review, context)).flatten().filter(|_| !stands_back);
    let foot = foot::line(import, review, context);
    if breadth == Breadth::Wide {
        let rows = container(rows::table_of(review, context)).height(Fill);
        let page = column![top, rows].push(decide).push(foot).spacing(breadth.gap());
        return container(page.height(Fill)).padding(padding).height(Fill).into();
    }
    let inner = column![top, rows::list_of(review, context)].spacing(breadth.gap());
    let inner = scroll(container(inner).padding(padding)).height(Fill);
    let inner = inner.on_scroll(|port| Message::Seen(Sight::of(&port)));
    // The chosen row with its answers stays below the list, whatever scrolls.
    let decide = decide.map(|panel| {
        container(scroll(panel).id("decide"))
            .max_height((context.body_height() - beside_decide(breadth)).max(LEAST))
    });
    let below = column![].push(decide).push(foot).spacing(breadth.gap());
    column![inner, container(below).padding(padding)].height(Fill).into()
}

/// What the list and the buttons need at least beside the answers in a smaller window, and the least of the answers.
const fn beside_decide(breadth: Breadth) -> f32 {
    match breadth {
        Breadth::Narrow => 196.0,
        _ => 180.0,
    }
}
const LEAST: f32 = 96.0;

/// What was understood, and what else there is to look at.
fn notice<'a>(review: &'a Review, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let proposals = &review.plan.document.proposals;
    let mut words = vec![tr.import_not_yet()];
    if let Some(first) = proposals.first() {
        let used = first.layout.fields().count();
        let unused: Vec<&str> = first
            .layout
            .columns
            .iter()
            .filter(|column| column.field.is_none())
            .map(|column| column.title.as_str())
            .collect();
        words.push(match proposals.len() {
            1 => tr.import_header(used, i64::from(first.layout.header_row)),
            sheets => tr.import_sheets(used, sheets),
        });
        if !unused.is_empty() {
            let shown: Vec<&str> = unused.iter().take(UNUSED).copied().collect();
            let titles = shown.join(&tr.ops_list_mark());
            words.push(tr.import_unused(unused.len(), &titles));
        }
    }
    words.push(tr.import_empty_cells());
    words.push(dating::sentence(review, tr));
    let words = words.join(&tr.import_between());
    let sheet = match review.plan.other_year(context.now.date()) {
        // The year that is not begun yet is what explains the rest.
        None if review.plan.behind > 0 => {
            banner(Tone::Warn, tr.roster_import_behind(review.plan.behind)).quiet().note(words)
        }
        Some(year) if review.plan.proposes_year(context.now.date()) => {
            let year = format!("{year}-{}", year + 1);
            banner(Tone::Warn, tr.import_dates_proposed(&year)).quiet().note(words)
        }
        Some(year) => {
            let year = format!("{year}-{}", year + 1);
            banner(Tone::Warn, tr.roster_import_other_year(&year)).quiet().note(words)
        }
        None => banner(Tone::Info, words).quiet().icon(Icon::File),
    };
    let more = [Kind::Later, Kind::Kept, Kind::Warned, Kind::NoId, Kind::Missing]
        .into_iter()
        .filter(|kind| review.count(*kind) > 0);
    let more = more.map(|kind| chip(review, kind, tr));
    let buttons = row(std::iter::once(dating::begin(context)).chain(more));
    let buttons = buttons.spacing(size::GAP).wrap().vertical_spacing(size::TIGHT);
    sheet.evidence(row![buttons, space().width(Fill)]).into()
}

/// The button that leads to a group beside the five.
fn chip<'a>(review: &Review, kind: Kind, tr: &Tr) -> Element<'a, Message> {
    let word = tr.import_more(review.count(kind), &kind.word(tr));
    let key = match kind {
        Kind::Later => "Y",
        Kind::Kept => "K",
        Kind::Warned => "T",
        Kind::Missing => "B",
        Kind::NoId => "N",
        _ => "",
    };
    let chip = button(word).small().id(format!("kind-{}", kind.name())).key(key);
    chip.on_press(Message::Show(kind)).into()
}

/// How many unused columns are named.
const UNUSED: usize = 4;
