//! The parts of the file that list records: checks, papers, changes.

use iced::Length::{Fill, Fixed};
use iced::widget::{Column, column, container, row};
use iced::{Alignment, Padding};

use super::super::{LINES, Message, PersonForm, Tab};
use crate::domain::health_note::HealthKind;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::route::Route;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, State, button, chip, empty_state, panel, row_button, segments, text};
use crate::ops::person::{FileFinding, FilePaper, PersonFile, ValueChange};
use crate::ops::print::PaperId;

/// Absences that are listed; the check records below show the rest.
const ABSENCES: usize = 12;

/// The parts to choose from, with what one must know of the person whatever is looked at.
pub(super) fn tabs<'a>(page: &'a PersonForm, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let options = Tab::ALL.map(|tab| (tab, tab.word(tr)));
    let choice = segments("person-tabs", options, page.tab, Message::Tab);
    let allergy = page.file.as_ref().and_then(|file| {
        file.current_notes()
            .find(|note| note.kind == HealthKind::Allergy && !["无", "none"].contains(&note.text.as_str()))
    });
    let allergy = allergy.map(|note| {
        let words = tr.person_file_allergic(&note.text);
        text(words).small().bold().ink(Ink::Warn)
    });
    row![choice]
        .push(allergy)
        .spacing(size::INSIDE)
        .align_y(Alignment::Center)
        .wrap()
        .vertical_spacing(size::TIGHT)
        .into()
}

/// A line of a list: when, where, what; below each other in a narrow window.
fn line<'a>(
    (when, place): (String, String),
    what: Element<'a, Message>,
    right: Option<Element<'a, Message>>,
    breadth: Breadth,
) -> Element<'a, Message> {
    let when = text(when).small().ink(Ink::Text2);
    let place = text(place).small().ink(Ink::Text2);
    let content: Element<'a, Message> = if breadth == Breadth::Wide {
        row![when.width(Fixed(128.0)), place.width(Fixed(160.0)), container(what).width(Fill)]
            .push(right)
            .spacing(size::GAP)
            .align_y(Alignment::Center)
            .into()
    } else {
        let head = row![when, place].spacing(size::GAP).wrap();
        column![head, what].push(right).spacing(2).into()
    };
    container(content).padding([4.0, size::INSIDE]).width(Fill).into()
}

fn rows(rows: Vec<Element<'_, Message>>) -> Element<'_, Message> {
    Column::with_children(rows).width(Fill).into()
}

fn quiet<'a>(words: String) -> Element<'a, Message> {
    text(words).small().ink(Ink::Text2).into()
}

fn nothing<'a>(words: String) -> Element<'a, Message> {
    empty_state(words, None::<Element<'a, Message>>)
}

/// Absences and everything that check sheets found.
pub(super) fn checks<'a>(file: &'a PersonFile, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let absences: Vec<Element<'a, Message>> = file
        .absences
        .iter()
        .take(ABSENCES)
        .map(|it| {
            let from = it.from.to_string();
            let span = match it.to {
                Some(to) if to == it.from => from,
                Some(to) => tr.person_span(&from, &to.to_string()),
                None => tr.person_since(&from),
            };
            let open = it.to.is_none().then(|| chip(State::Exceptions, tr.person_file_goes_on()).into());
            let lost = tr.person_file_half_days(i64::from(it.half_days));
            let mut words = column![text(it.words.as_str())];
            for trace in &it.traces {
                let at = trace.at.format("%m-%d %H:%M");
                words = words.push(text(format!("{at}  {}", trace.words)).small().ink(Ink::Text2));
            }
            line((span, lost), words.into(), open, breadth)
        })
        .collect();
    let absences = if absences.is_empty() { nothing(tr.person_file_no_absences()) } else { rows(absences) };
    let count = quiet(tr.person_file_times(file.absences.len()));
    let absences = panel(absences).head(tr.person_file_absences(), Some(count));
    let found: Vec<Element<'a, Message>> =
        file.findings.iter().enumerate().map(|(at, it)| finding(at, it, context)).collect();
    let found = if found.is_empty() { nothing(tr.person_file_no_findings()) } else { rows(found) };
    let pages = turner(file.page, file.pages, context);
    let found = panel(found).head(tr.person_file_findings(), pages);
    column![Element::from(absences), Element::from(found)].spacing(breadth.gap()).into()
}

fn finding<'a>(at: usize, it: &'a FileFinding, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let place = format!("{} {}", it.group, tr.session(it.session));
    let draft = (!it.confirmed).then(|| chip(State::Unchecked, tr.person_file_draft()).into());
    let cells = line((it.date.to_string(), place), text(it.words.as_str()).into(), draft, context.breadth());
    row_button(format!("finding-{at}"), cells, Message::Go(Route::Sheet(it.sheet)))
        .height(iced::Shrink)
        .into()
}

/// Pages of a list, where there are several.
fn turner<'a>(page: usize, pages: usize, context: &Context) -> Option<Element<'a, Message>> {
    let back = (page > 0).then_some(Message::Page(-1));
    let on = (page + 1 < pages).then_some(Message::Page(1));
    (pages > 1).then(|| {
        row![
            button("").small().icon(Icon::ChevronLeft).id("page-back").on_press_maybe(back),
            text(context.tr.roster_screen_page(page + 1, pages)).small().ink(Ink::Text2).line(),
            button("").small().icon(Icon::ChevronRight).id("page-on").on_press_maybe(on),
        ]
        .spacing(size::TIGHT)
        .align_y(Alignment::Center)
        .into()
    })
}

/// Letters and forms that were printed.
pub(super) fn papers<'a>(file: &'a PersonFile, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let listed: Vec<Element<'a, Message>> = file.papers.iter().map(|it| paper(it, context)).collect();
    let listed = if listed.is_empty() { nothing(tr.person_file_no_papers()) } else { rows(listed) };
    panel(listed).head(tr.person_file_papers(), None::<Element<'a, Message>>).into()
}

fn paper<'a>(it: &'a FilePaper, context: &'a Context) -> Element<'a, Message> {
    let when = it.made_at.format("%Y-%m-%d %H:%M").to_string();
    let cells = line((when, it.made_by.clone()), text(it.title.as_str()).into(), None, context.breadth());
    if it.opens {
        row_button(
            format!("paper-{}", it.key),
            cells,
            Message::Go(Route::Print(Some(PaperId::Issued(it.key)))),
        )
        .height(iced::Shrink)
        .into()
    } else {
        cells
    }
}

/// What was changed when, by whom and how.
pub(super) fn changes<'a>(
    page: &'a PersonForm,
    file: &'a PersonFile,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let shown = file.changes.iter().skip(page.changes_page * LINES).take(LINES);
    let listed: Vec<Element<'a, Message>> = shown.map(|it| change(it, context)).collect();
    let listed = if listed.is_empty() { nothing(tr.person_file_no_changes()) } else { rows(listed) };
    let pages = turner(page.changes_page, page.changes_pages(), context);
    let note = (file.more_changes && page.changes_page + 1 == page.changes_pages())
        .then(|| container(quiet(tr.person_file_more_changes())).padding([4.0, size::INSIDE]));
    panel(column![listed].push(note)).head(tr.person_file_changes(), pages).into()
}

fn change<'a>(it: &'a ValueChange, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let when = it.at.format("%Y-%m-%d %H:%M").to_string();
    let nothing = tr.person_file_nothing();
    let value = |value: &'a Option<String>| value.clone().unwrap_or_else(|| nothing.clone());
    let old = it.old.is_some().then(|| {
        row![text(value(&it.old)).ink(Ink::Text3), text("→").ink(Ink::Text3)].spacing(size::TIGHT).wrap()
    });
    let label = text(it.label.as_str()).ink(Ink::Text2);
    let what = row![label].push(old).push(text(value(&it.new)).bold()).spacing(size::GAP).wrap();
    let mut act = it.words.clone();
    if it.taken_back {
        act = tr.person_file_act_undone(&act);
    }
    let what = column![what, quiet(act)].spacing(1);
    let what = container(what).padding(Padding { bottom: 2.0, ..Padding::ZERO });
    line((when, it.by.clone()), what.into(), None, context.breadth())
}
