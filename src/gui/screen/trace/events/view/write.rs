//! The form of an event.

use iced::widget::{Row, column, container, row};

use super::super::Message;
use super::super::form::{EventEdit, EventForm, Part};
use crate::domain::group::Group;
use crate::domain::school_event::EventLevel;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::trace::tell::labelled;
use crate::gui::theme::size;
use crate::gui::widget::{Icon, button, error_line, field, text, toggle};

/// Most diseases that are offered.
const MATCHES: usize = 4;

pub(super) fn form<'a>(
    form: &'a EventForm,
    classes: &'a [(Group, String)],
    context: &'a Context,
) -> Element<'a, Message> {
    let (tr, draft) = (&context.tr, &form.draft);
    let tag = tr.language().tag();
    let levels = EventLevel::ALL.map(|level| {
        let on = draft.level == level;
        choice(format!("level-{}", level.name()), tr.event_level(level), on, EventEdit::Level(level))
    });
    let groups = classes.iter().map(|(group, name)| {
        let on = draft.groups.contains(group);
        choice(format!("group-{group}"), name.clone(), on, EventEdit::Group(*group))
    });
    let symptoms = context.rules.symptoms().iter().map(|entry| {
        let on = draft.symptoms.contains(&entry.code);
        let edit = EventEdit::Symptom(entry.code.clone());
        choice(format!("counts-{}", entry.code), entry.name.get(tag).to_owned(), on, edit)
    });
    let title = if form.event.is_some() { tr.event_edit() } else { tr.event_new() };
    let mut parts = column![text(title).bold()].spacing(size::GAP);
    parts = parts.push(typed(form, Part::Title, context)).push(form.wrong.clone().map(error_line));
    parts = parts
        .push(labelled(tr.event_level_label(), wrapped(levels.into()), context))
        .push(labelled(tr.event_whom(), wrapped(groups.collect()), context))
        .push(labelled(tr.event_counts(), wrapped(symptoms.collect()), context))
        .push(labelled(tr.case_disease(), disease(form, context), context));
    for part in Part::ALL.into_iter().skip(1) {
        parts = parts.push(typed(form, part, context));
    }
    let cancel = button(tr.log_cancel()).key("Esc").id("cancel-event").on_press(Message::Cancel);
    let save = button(tr.event_save()).primary().key("Ctrl+Enter").id("save-event").on_press(Message::Save);
    let buttons = row![cancel, save].spacing(size::GAP).wrap().vertical_spacing(size::TIGHT);
    container(parts.push(buttons)).padding([10.0, 14.0]).into()
}

fn typed<'a>(form: &'a EventForm, part: Part, context: &'a Context) -> Element<'a, Message> {
    let change = move |text| Message::EventEdit(EventEdit::Text(part, text));
    let input = field(part.id(), "", part.text(&form.draft.words), change).small();
    labelled(part.label(&context.tr), input.into(), context)
}

/// Whose cases count besides: found by name or pinyin.
fn disease<'a>(form: &'a EventForm, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let tag = tr.language().tag();
    let find = field("event-disease", "", &form.find_disease, |typed| {
        Message::EventEdit(EventEdit::FindDisease(typed))
    });
    let find = find.small().lead(Icon::Search).hint(tr.case_find_disease());
    let chosen = form.draft.disease.as_ref().map(|id| {
        let name = context.rules.disease_name(id, tag).to_owned();
        choice("event-disease-chosen".to_owned(), name, true, EventEdit::Disease(id.clone()))
    });
    let typed = form.find_disease.trim();
    let found = if typed.is_empty() { Vec::new() } else { context.rules.find_diseases(typed) };
    let found: Vec<Element<'a, Message>> = found
        .into_iter()
        .take(MATCHES)
        .map(|entry| {
            let id = format!("event-disease-{}", entry.id);
            choice(id, entry.name.get(tag).to_owned(), false, EventEdit::Disease(entry.id.clone()))
        })
        .collect();
    let found = (!found.is_empty()).then(|| wrapped(found));
    column![].push(chosen).push(Element::from(find)).push(found).spacing(size::TIGHT).into()
}

fn choice<'a>(id: String, word: String, on: bool, edit: EventEdit) -> Element<'a, Message> {
    toggle(id, word, "", on, Message::EventEdit(edit))
}

fn wrapped(parts: Vec<Element<'_, Message>>) -> Element<'_, Message> {
    Row::with_children(parts).spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT).into()
}
