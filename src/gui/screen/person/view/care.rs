//! 病例与返校: cases with what was reported, times apart, cases nearby, returns, days at home.

use chrono::NaiveDateTime;
use iced::widget::column;

use super::super::Message;
use super::file::{line, nothing, quiet, rows};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::route::Route;
use crate::gui::screen::trace::TracePlace;
use crate::gui::widget::{State, chip, panel, row_button, text};
use crate::ops::person::{FileCase, FileHome, FileIsolation, PersonFile};

pub(super) fn parts<'a>(file: &'a PersonFile, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let cases = file.cases.iter().map(|it| case(it, context)).collect();
    let apart = file.isolations.iter().map(|it| isolation(it, context)).collect();
    let near = file.contacts.iter().map(|it| {
        let met = tr.person_file_met(&it.last_met.to_string());
        let words = tr.person_file_near(&it.disease_name, &it.patient_name);
        let watched = quiet(tr.contact_watched(&it.watched_until.to_string()));
        let note = it.note.clone().map(quiet);
        let what = column![text(words), watched].push(note).spacing(1);
        line((met, tr.nearness(it.nearness)), what.into(), None, breadth)
    });
    let returns = file.returns.iter().map(|it| {
        let disease = it.disease_name.clone().unwrap_or_default();
        line((it.day.to_string(), disease), text(it.words.as_str()).into(), None, breadth)
    });
    let panels = [
        (tr.person_file_cases(), cases),
        (tr.person_file_apart(), apart),
        (tr.person_file_nearby(), near.collect()),
        (tr.person_file_returns(), returns.collect()),
        (tr.person_file_home(file.home.days_total), home(&file.home, context)),
    ];
    let mut sheet = column![].spacing(breadth.gap());
    let mut any = false;
    for (title, listed) in panels {
        let listed: Vec<Element<'a, Message>> = listed;
        if !listed.is_empty() {
            any = true;
            sheet = sheet.push(Element::from(panel(rows(listed)).head(title, None::<Element<'a, Message>>)));
        }
    }
    if any { sheet.into() } else { Element::from(panel(nothing(tr.person_file_no_care()))) }
}

fn moment(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

/// A disease: what is known, who was told, how it ended.
fn case<'a>(it: &'a FileCase, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let mut what = column![text(it.words.as_str()).bold()].spacing(1);
    let known = it.known_words(tr);
    if !known.is_empty() {
        what = what.push(quiet(known));
    }
    for report in &it.reports {
        let whom = report.person.as_deref().unwrap_or_default();
        let told = [report.step_name.as_str(), report.unit.as_str(), whom, &tr.report_way(report.way)];
        let told: Vec<&str> = told.into_iter().filter(|part| !part.is_empty()).collect();
        what = what.push(quiet(format!("{}  {}", report.at.format("%m-%d %H:%M"), told.join(" "))));
    }
    let open = it.line.closed_on.is_none().then(|| chip(State::Exceptions, tr.person_file_open()).into());
    let cells = line((moment(it.line.known_at), it.line.class.clone()), what.into(), open, context.breadth());
    if it.line.closed_on.is_some() {
        return cells;
    }
    let place = TracePlace::case_of(it.line.person);
    let to = Message::Go(Route::Trace(place));
    row_button(format!("case-{}", it.line.key), cells, to).height(iced::Shrink).into()
}

fn isolation<'a>(it: &'a FileIsolation, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let end = it.to_at.map(|at| {
        let how = it.body.end.map(|end| tr.isolation_end(end)).unwrap_or_default();
        tr.case_ended(&moment(at), &how)
    });
    let said = [Some(it.words.clone()), it.body.place.clone(), it.body.hospital.clone(), end];
    let said = said.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let mut what = column![text(said.join(&tr.ops_list_mark()))].spacing(1);
    for look in &it.looks {
        what = what.push(quiet(look.clone()));
    }
    what = what.push(it.body.note.clone().map(quiet));
    let open = it.to_at.is_none().then(|| chip(State::Exceptions, tr.person_file_open()).into());
    line((moment(it.from_at), tr.isolation_kind(it.body.kind)), what.into(), open, context.breadth())
}

/// Screenings and reviews first: they are few, and the days follow them.
fn home<'a>(home: &'a FileHome, context: &'a Context) -> Vec<Element<'a, Message>> {
    let tr = &context.tr;
    let breadth = context.breadth();
    let screenings = home.screenings.iter().map(|it| {
        let ended = it.closing.clone().or_else(|| it.closed_on.map(|day| day.to_string()));
        let mut what = column![text(it.words.as_str())].push(ended.map(quiet)).spacing(1);
        for talk in &it.body.talks {
            what = what.push(quiet(format!("{}  {}", talk.at.format("%m-%d %H:%M"), talk.what)));
        }
        let open = it.closed_on.is_none().then(|| chip(State::Exceptions, tr.person_file_open()).into());
        line((it.listed_on.to_string(), tr.person_file_screening()), what.into(), open, breadth)
    });
    let reviews = home.reviews.iter().map(|it| {
        let day = it.day.map(|day| day.to_string()).unwrap_or_default();
        let what = column![text(it.name.as_str()), quiet(it.words.clone())].spacing(1);
        line((day, tr.person_file_review()), what.into(), None, breadth)
    });
    let days = home.days.iter().map(|it| {
        let signed = it.day.signed_by.clone().unwrap_or_default();
        line((it.date.to_string(), signed), text(it.words.as_str()).into(), None, breadth)
    });
    screenings.chain(reviews).chain(days).collect()
}
