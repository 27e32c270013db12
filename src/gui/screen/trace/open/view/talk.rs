//! The form of the talk, in the order in which it goes.

use iced::Alignment;
use iced::Length::{Fill, Fixed, Shrink};
use iced::widget::{Row, column, container, row};

use super::super::Message;
use super::super::form::{Ending, Form, FormEdit, Part};
use super::detail::gap;
use crate::domain::trace::Basis;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Breadth, Ink, Tone, size};
use crate::gui::widget::{Field, Icon, banner, button, date_field, error_line, field, text, toggle};
use crate::ops::trace::{Notifiable, basis_word};

/// Name of the first part, where Enter on a row leads.
pub(in crate::gui::screen::trace::open) const FIRST: &str = "no-symptoms";
/// Width of the labels.
const LABEL: f32 = 80.0;
/// Symptoms from the beginning of the list that are always offered, as are those that a cluster counts; the others stand
/// behind 更多, unless they are held.
const OFTEN: usize = 3;

pub(super) fn form<'a>(form: &'a Form, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let typed = |id: &'static str, value: &'a str, edit: fn(String) -> FormEdit| -> Field<'a, Message> {
        field(id, "", value, move |typed| Message::Edit(edit(typed))).small()
    };
    let seen = side_by_side(vec![
        choice("not-seen", tr.trace_not_seen(), form.seen == Some(false), FormEdit::Seen(false)),
        choice("seen", tr.trace_seen(), form.seen == Some(true), FormEdit::Seen(true)),
        typed("hospital", &form.hospital, FormEdit::Hospital)
            .hint(tr.trace_hospital())
            .width(Fixed(190.0))
            .into(),
    ]);
    let diagnosis = typed("diagnosis", &form.diagnosis, FormEdit::Diagnosis).hint(tr.trace_diagnosis_hint());
    let similar = side_by_side(vec![
        choice("similar-no", tr.trace_similar_no(), form.similar == Some(false), FormEdit::Similar(false)),
        choice("similar-yes", tr.trace_similar_yes(), form.similar == Some(true), FormEdit::Similar(true)),
    ]);
    let place = typed("sent-where", &form.sent_where, FormEdit::Where).hint(tr.trace_where_hint());
    let note = typed("note", &form.note, FormEdit::Note);
    let home = labelled(tr.trace_at_home(), similar, context);
    let next: Element<'a, Message> = if context.breadth() == Breadth::Narrow {
        column![home, labelled(tr.trace_next(), next(form, context), context)].spacing(size::GAP).into()
    } else {
        let label = container(text(tr.trace_next()).small().ink(Ink::Text2).line()).padding([4, 0]);
        row![container(home).width(Shrink), label, next(form, context)].spacing(size::GAP).into()
    };
    let fields = column![
        labelled(tr.trace_symptoms(), symptoms(form, context), context),
        labelled(tr.trace_doctor(), seen, context),
        labelled(tr.trace_diagnosis(), diagnosis.into(), context),
    ]
    .push(basis(form, context))
    .push(labelled(tr.trace_note(), note.into(), context))
    .push(next)
    .push(notice(form, context))
    .push(labelled(tr.trace_where(), place.into(), context))
    .push(labelled(tr.trace_ends(), ending(form, context), context))
    .spacing(size::GAP);
    container(fields).padding([10.0, 14.0]).into()
}

fn side_by_side(parts: Vec<Element<'_, Message>>) -> Element<'_, Message> {
    Row::with_children(parts)
        .spacing(size::TIGHT)
        .align_y(Alignment::Center)
        .wrap()
        .vertical_spacing(size::TIGHT)
        .into()
}

fn choice<'a>(id: &'static str, word: String, on: bool, edit: FormEdit) -> Element<'a, Message> {
    toggle(id, word, "", on, Message::Edit(edit))
}

/// A part with its label before it, in a narrow window above it.
fn labelled<'a>(label: String, part: Element<'a, Message>, context: &Context) -> Element<'a, Message> {
    let label = text(label).small().ink(Ink::Text2);
    if context.breadth() == Breadth::Narrow {
        return column![label, part].spacing(2).into();
    }
    row![container(label).width(LABEL).padding([4, 0]), container(part)].spacing(size::GAP).into()
}

fn symptoms<'a>(form: &'a Form, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let tag = tr.language().tag();
    let held = |code| form.symptoms.as_ref().is_some_and(|held| held.contains(code));
    let none = form.symptoms.as_ref().is_some_and(std::collections::BTreeSet::is_empty);
    let mut parts = vec![choice(FIRST, tr.trace_none(), none, FormEdit::NoSymptoms)];
    let mut hidden = 0;
    for (at, entry) in context.rules.symptoms().iter().enumerate() {
        let on = held(&entry.code);
        let counted = context.rules.clusters().iter().any(|rule| rule.symptoms.contains(&entry.code));
        if at >= OFTEN && !counted && !on && !form.more {
            hidden += 1;
            continue;
        }
        let edit = Message::Edit(FormEdit::Symptom(entry.code.clone()));
        parts.push(toggle(format!("symptom-{}", entry.code), entry.name.get(tag), "", on, edit));
    }
    if hidden > 0 {
        let more = button(tr.trace_more()).plain().small().icon_after(Icon::ChevronDown).id("more");
        parts.push(more.on_press(Message::Edit(FormEdit::More)).into());
    }
    side_by_side(parts)
}

/// What a diagnosis stands on, once there is one.
fn basis<'a>(form: &'a Form, context: &'a Context) -> Option<Element<'a, Message>> {
    let tr = &context.tr;
    let bases = Basis::ALL.map(|basis| {
        let id = format!("basis-{}", basis.name());
        toggle(id, basis_word(basis, tr), "", form.basis == basis, Message::Edit(FormEdit::Basis(basis)))
    });
    let part = || labelled(tr.trace_basis(), side_by_side(bases.into()), context);
    (!form.diagnosis.trim().is_empty()).then(part)
}

/// How the tracing ends without a diagnosis, with the day.
fn ending<'a>(form: &'a Form, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let endings = Ending::ALL.map(|ending| {
        let word = match ending {
            Ending::Returned => tr.trace_end_returned(),
            Ending::SymptomsEnded => tr.trace_end_symptoms(),
            Ending::OtherReason => tr.trace_end_other(),
        };
        let edit = Message::Edit(FormEdit::Ending(ending));
        toggle(format!("end-{}", ending.name()), word, "", form.ending == Some(ending), edit)
    });
    let dated = form.ending.is_some_and(|ending| ending != Ending::OtherReason);
    let day = dated.then(|| {
        let change = |typed| Message::Edit(FormEdit::Day(typed));
        date_field(Part::Day.id(), "", form.day.as_str(), tr.date_hint(), wrong(form, Part::Day), change)
    });
    column![side_by_side(endings.into())].push(day).spacing(size::TIGHT).into()
}

fn wrong(form: &Form, part: Part) -> Option<String> {
    form.wrong.as_ref().filter(|(at, _)| *at == part).map(|(_, words)| words.clone())
}

fn next<'a>(form: &'a Form, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let hint = if form.ends() { tr.trace_next_none() } else { tr.trace_next_hint() };
    let input = field(Part::Next.id(), "", form.shown_next(), |typed| Message::Edit(FormEdit::Next(typed)));
    let input = input.small().hint(hint).width(Fixed(if context.breadth() == Breadth::Narrow {
        210.0
    } else {
        160.0
    }));
    column![Element::from(input)].push(wrong(form, Part::Next).map(error_line)).spacing(2).into()
}

/// What a notifiable diagnosis asks for, before it is written down.
fn notice<'a>(form: &'a Form, context: &'a Context) -> Option<Element<'a, Message>> {
    let notice = Notifiable::of(&form.diagnosis, &form.edition, &context.rules, &context.tr)?;
    let known = form.cases.contains(&notice.disease);
    (!known).then(|| banner(Tone::Warn, notice.words(&context.tr)).quiet().into())
}

pub(super) fn buttons<'a>(context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let silent = button(tr.trace_unreached()).key("Ctrl+N").id("unreached").on_press(Message::Unreached);
    let save = button(tr.trace_save()).primary().key("Ctrl+Enter").id("save").on_press(Message::Save);
    let line: Element<'a, Message> = if context.breadth() == Breadth::Narrow {
        row![silent, save].spacing(size::GAP).wrap().vertical_spacing(size::TIGHT).into()
    } else {
        row![silent, gap(), save].spacing(size::GAP).align_y(Alignment::Center).into()
    };
    container(line).padding([10.0, 14.0]).width(Fill).into()
}
