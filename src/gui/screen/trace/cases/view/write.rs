//! The form of a case, and that of its end.

use iced::Length::Fixed;
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{Column, Row, column, container, row};

use super::super::Message;
use super::super::form::{CaseEdit, CaseForm, Part};
use crate::domain::illness_case::{Basis, Certainty, Outcome};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::trace::tell::labelled;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{Icon, button, date_field, error_line, field, first_keys, segments, text, toggle};
use crate::ops::case::DiseaseLine;

/// Name of the first field.
pub(in crate::gui::screen::trace::cases) const FIND: &str = "find-person";
/// Name of the field that finds the disease.
pub(in crate::gui::screen::trace::cases) const DISEASE: &str = "find-disease";

pub(super) fn form<'a>(form: &'a CaseForm, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let certainty =
        segments("certainty", Certainty::ALL.map(|it| (it, tr.certainty(it))), form.facts.certainty, |it| {
            Message::CaseEdit(CaseEdit::Certainty(it))
        });
    let bases = Basis::ALL.map(|basis| {
        let on = form.facts.basis == Some(basis);
        choice(format!("basis-{}", basis.name()), tr.basis(basis), on, CaseEdit::Basis(basis))
    });
    let title = if form.case.is_some() { tr.case_edit() } else { tr.case_new() };
    let mut parts = column![
        text(title).bold(),
        labelled(tr.case_whom(), person(form, context), context),
        labelled(tr.case_disease(), disease(form, context), context),
        labelled(tr.case_sure(), certainty, context),
        labelled(tr.case_basis(), wrapped(bases.into()), context),
    ];
    for part in [Part::Known, Part::Onset, Part::Temperature, Part::SeenOn, Part::Hospital, Part::DiagnosedOn]
    {
        parts = parts.push(typed(form, part, context));
    }
    parts = parts.push(typed(form, Part::DiagnosedAt, context));
    let contact = yes_no("contact", form.facts.contact, CaseEdit::Contact, context);
    parts = parts.push(labelled(tr.case_contact(), contact, context));
    parts = parts.push(typed(form, Part::ContactNote, context));
    let vaccinated = yes_no("vaccinated", form.facts.vaccinated, CaseEdit::Vaccinated, context);
    parts = parts.push(labelled(tr.case_vaccinated(), vaccinated, context));
    for part in [Part::VaccinatedNote, Part::Measures, Part::Note] {
        parts = parts.push(typed(form, part, context));
    }
    let whole =
        form.wrong.as_ref().filter(|(at, _)| at.is_none()).map(|(_, words)| error_line(words.clone()));
    container(parts.push(whole).push(buttons(context)).spacing(size::GAP)).padding([10.0, 14.0]).into()
}

/// How the chosen case ends.
pub(super) fn end<'a>(outcome: Option<Outcome>, note: &'a str, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let outcomes = Outcome::ALL.map(|it| {
        let id = format!("outcome-{}", it.name());
        toggle(id, tr.outcome(it), "", outcome == Some(it), Message::Outcome(it))
    });
    let note = field("end-note", "", note, Message::EndNote).small();
    let parts = column![
        text(tr.case_close()).bold(),
        labelled(tr.case_end(), wrapped(outcomes.into()), context),
        labelled(tr.case_note(), note.into(), context),
        buttons(context),
    ];
    container(parts.spacing(size::GAP)).padding([10.0, 14.0]).into()
}

fn buttons<'a>(context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let cancel = button(tr.log_cancel()).key("Esc").id("cancel-case").on_press(Message::Cancel);
    let save = button(tr.case_save()).primary().key("Ctrl+Enter").id("save-case").on_press(Message::Save);
    row![cancel, save].spacing(size::GAP).wrap().vertical_spacing(size::TIGHT).into()
}

fn wrapped(parts: Vec<Element<'_, Message>>) -> Element<'_, Message> {
    Row::with_children(parts).spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT).into()
}

fn choice<'a>(id: impl Into<String>, word: String, on: bool, edit: CaseEdit) -> Element<'a, Message> {
    toggle(id.into(), word, "", on, Message::CaseEdit(edit))
}

fn yes_no<'a>(
    id: &'static str,
    held: Option<bool>,
    edit: fn(bool) -> CaseEdit,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let words = [(false, tr.case_no()), (true, tr.case_yes())];
    wrapped(words.map(|(yes, word)| choice(format!("{id}-{yes}"), word, held == Some(yes), edit(yes))).into())
}

fn typed<'a>(form: &'a CaseForm, part: Part, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let wrong = wrong(form, part);
    let change = move |text| Message::CaseEdit(CaseEdit::Text(part, text));
    let value = form.text(part);
    let input: Element<'a, Message> = if part.is_day() {
        date_field(part.id(), "", value, tr.date_hint(), wrong, change)
    } else {
        let input = field(part.id(), "", value, change).small();
        let input = match part {
            Part::Known => input.hint(tr.log_at_hint()).width(Fixed(190.0)),
            Part::Temperature => input.hint(tr.case_temperature_hint()).width(Fixed(190.0)),
            _ => input,
        };
        column![Element::from(input)].push(wrong.map(error_line)).spacing(2).into()
    };
    labelled(part.label(tr), input, context)
}

/// A field that finds: Enter takes the first that is found, Ctrl+Enter writes the form.
fn taking<'a>(find: impl Into<Element<'a, Message>>, take: CaseEdit) -> Element<'a, Message> {
    first_keys(find, None, move |key, modifiers| match key {
        Key::Named(Named::Enter) if modifiers.command() => Some(Message::Save),
        Key::Named(Named::Enter) => Some(Message::CaseEdit(take.clone())),
        _ => None,
    })
}

/// What is wrong with a field.
fn wrong(form: &CaseForm, part: Part) -> Option<String> {
    form.wrong.as_ref().filter(|(at, _)| *at == Some(part)).map(|(_, words)| words.clone())
}

/// Who is ill: found by number, name or pinyin.
fn person<'a>(form: &'a CaseForm, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let chosen = form.person.as_ref().map(|(_, name)| text(name.as_str()).bold().name());
    if form.case.is_some() {
        return column![].push(chosen).into();
    }
    let find = field(FIND, "", &form.find_person, |typed| Message::CaseEdit(CaseEdit::FindPerson(typed)));
    let find = find.small().lead(Icon::Search).hint(tr.case_find_person());
    let find = taking(find.error(wrong(form, Part::Person)), CaseEdit::TakePerson);
    let none =
        (form.missing == Some(Part::Person)).then(|| text(tr.case_nobody_found()).small().ink(Ink::Warn));
    let found = form.people.iter().map(|(person, words)| {
        choice(format!("person-{person}"), words.clone(), false, CaseEdit::Person(*person, words.clone()))
    });
    let found = (!form.people.is_empty()).then(|| wrapped(found.collect()));
    column![].push(chosen).push(find).push(found).push(none).spacing(size::TIGHT).into()
}

/// Which disease: found by name, another name or pinyin, with its class and hours.
fn disease<'a>(form: &'a CaseForm, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let chosen = form.disease.as_ref().map(|(_, name)| text(name.as_str()).bold());
    let find =
        field(DISEASE, "", &form.find_disease, |typed| Message::CaseEdit(CaseEdit::FindDisease(typed)));
    let find = find.small().lead(Icon::Search).hint(tr.case_find_disease());
    let find = taking(find.error(wrong(form, Part::Disease)), CaseEdit::TakeDisease);
    let word = |line: &DiseaseLine| {
        let hours = line.report_hours.map_or_else(|| tr.case_clock_none(), |hours| tr.case_hours(hours));
        format!("{} {} {hours}", line.name, line.class_name)
    };
    let found = form.diseases.iter().map(|line| {
        let edit = CaseEdit::Disease(line.id.clone(), line.name.clone());
        choice(format!("disease-{}", line.id), word(line), false, edit)
    });
    let found: Vec<Element<'a, Message>> = found.collect();
    let none =
        (form.missing == Some(Part::Disease)).then(|| text(tr.case_find_none()).small().ink(Ink::Text2));
    let list = (!found.is_empty()).then(|| Column::with_children(found).spacing(size::TIGHT));
    column![].push(chosen).push(find).push(list).push(none).spacing(size::TIGHT).into()
}
