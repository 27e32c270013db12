//! The parts of the file that list records: checks, papers, changes.

use iced::Length::{Fill, Fixed};
use iced::widget::{Column, column, container, row};
use iced::{Alignment, Padding};

use super::super::pages::{Listed, pages};
use super::super::{Message, PersonForm, Tab};
use crate::domain::health_note::HealthKind;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::route::Route;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, State, button, chip, empty_state, panel, row_button, segments, text};
use crate::ops::check::CorrectionLine;
use crate::ops::person::{FileAbsence, FileFinding, FilePaper, PersonFile, ValueChange};
use crate::ops::print::PaperId;

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
pub(super) fn line<'a>(
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

pub(super) fn rows(rows: Vec<Element<'_, Message>>) -> Element<'_, Message> {
    Column::with_children(rows).width(Fill).into()
}

pub(super) fn quiet<'a>(words: String) -> Element<'a, Message> {
    text(words).small().ink(Ink::Text2).into()
}

pub(super) fn nothing<'a>(words: String) -> Element<'a, Message> {
    empty_state(words, None::<Element<'a, Message>>)
}

/// Absences and everything that check sheets found.
pub(super) fn checks<'a>(
    page: &'a PersonForm,
    file: &'a PersonFile,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let absences = rows_of(page, Listed::Absences, &file.absences, |it| absence(it, context));
    let absences = if absences.is_empty() { nothing(tr.person_file_no_absences()) } else { rows(absences) };
    let count = quiet(tr.person_file_times(file.absences.len()));
    let count = row![count]
        .push(turner(page, file, Listed::Absences, context))
        .spacing(size::GAP)
        .align_y(Alignment::Center);
    let absences = panel(absences).head(tr.person_file_absences(), Some(count));
    let found: Vec<Element<'a, Message>> =
        file.findings.iter().enumerate().map(|(at, it)| finding(at, it, context)).collect();
    let found = if found.is_empty() { nothing(tr.person_file_no_findings()) } else { rows(found) };
    let found = panel(found).head(tr.person_file_findings(), turner(page, file, Listed::Findings, context));
    let corrected = (!file.corrections.is_empty()).then(|| {
        let listed = file.corrections.iter().map(|it| correction(it, context)).collect();
        Element::from(panel(rows(listed)).head(tr.person_file_corrections(), None::<Element<'a, Message>>))
    });
    column![Element::from(absences), Element::from(found)]
        .push(corrected)
        .spacing(context.breadth().gap())
        .into()
}

/// The lines of the page of a list that is shown.
fn rows_of<'a, T>(
    page: &PersonForm,
    list: Listed,
    all: &'a [T],
    line: impl Fn(&'a T) -> Element<'a, Message>,
) -> Vec<Element<'a, Message>> {
    all.iter().skip(page.pages.of(list) * list.length()).take(list.length()).map(line).collect()
}

fn absence<'a>(it: &'a FileAbsence, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
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
        words = words.push(quiet(format!("{at}  {}", trace.words)));
    }
    line((span, lost), words.into(), open, context.breadth())
}

/// What a sheet said before and after it was corrected.
fn correction<'a>(it: &'a CorrectionLine, context: &'a Context) -> Element<'a, Message> {
    let place = format!("{} {}", it.class, context.tr.session(it.session));
    let what = row![
        text(it.before_words.as_str()).ink(Ink::Text3),
        text("→").ink(Ink::Text3),
        text(it.after_words.as_str()).bold(),
    ];
    let why = format!("{}  {}  {}", it.at.format("%m-%d %H:%M"), it.by, it.reason);
    let what = column![what.spacing(size::TIGHT).wrap(), quiet(why)].spacing(1);
    line((it.date.to_string(), place), what.into(), None, context.breadth())
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
fn turner<'a>(
    page: &PersonForm,
    file: &PersonFile,
    list: Listed,
    context: &Context,
) -> Option<Element<'a, Message>> {
    let (at, pages) = (page.pages.of(list), pages(list, file));
    let earlier = list == Listed::Changes && file.more_changes;
    let back = (at > 0).then_some(Message::Page(list, -1));
    let on = (at + 1 < pages || earlier).then_some(Message::Page(list, 1));
    let id = |step: &str| format!("page-{step}-{list:?}");
    (pages > 1 || earlier).then(|| {
        row![
            button("").small().icon(Icon::ChevronLeft).id(id("back")).on_press_maybe(back),
            text(context.tr.roster_screen_page(at + 1, pages)).small().ink(Ink::Text2).line(),
            button("").small().icon(Icon::ChevronRight).id(id("on")).on_press_maybe(on),
        ]
        .spacing(size::TIGHT)
        .align_y(Alignment::Center)
        .into()
    })
}

/// Letters and forms that were printed.
pub(super) fn papers<'a>(
    page: &'a PersonForm,
    file: &'a PersonFile,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let listed = rows_of(page, Listed::Papers, &file.papers, |it| paper(it, context));
    let listed = if listed.is_empty() { nothing(tr.person_file_no_papers()) } else { rows(listed) };
    panel(listed).head(tr.person_file_papers(), turner(page, file, Listed::Papers, context)).into()
}

fn paper<'a>(it: &'a FilePaper, context: &'a Context) -> Element<'a, Message> {
    let when = it.made_at.format("%Y-%m-%d %H:%M").to_string();
    let slip = it.slip.as_ref().map(|slip| quiet(slip.words(&context.tr)));
    let what = column![text(it.title.as_str())].push(slip).spacing(1);
    let cells = line((when, it.made_by.clone()), what.into(), None, context.breadth());
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
    let listed = rows_of(page, Listed::Changes, &file.changes, |it| change(it, context));
    let listed = if listed.is_empty() { nothing(tr.person_file_no_changes()) } else { rows(listed) };
    panel(listed).head(tr.person_file_changes(), turner(page, file, Listed::Changes, context)).into()
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
