//! What can be done with the chosen row.

use iced::widget::{Row as Line, column, container, row};
use iced::{Alignment, Padding};

use super::super::row::Row;
use super::super::update::word_keys;
use super::super::{Message, PaperEditor, Part, WORDS};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{button, field, first_keys, text, toggle};
use crate::i18n::{Explain, Tr};
use crate::ops::own_papers::PartKind;

pub(super) fn below<'a>(
    editor: &'a PaperEditor,
    line: &'a Row,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    let words = editor.typing.then(|| {
        let wrong = editor.fault_of(editor.chosen).map(|fault| {
            let why = fault.explain(tr);
            format!("{} {}", why.happened, why.remedy)
        });
        let words = field(WORDS, "", line.text.as_str(), Message::Words).error(wrong);
        first_keys(words, None, word_keys)
    });
    let hint = match line.part {
        Part::Column => Some(tr.own_paper_break_hint()),
        Part::Title if !editor.is_letter() => Some(tr.own_paper_school_hint()),
        _ => None,
    };
    let hint = hint.filter(|_| editor.typing).map(|hint| text(hint).small().ink(Ink::Text2));
    let kinds = (line.part == Part::Line).then(|| kinds(line, tr));
    let fields = fields(editor, line, tr);
    let parts = column![]
        .push(words)
        .push(hint)
        .push(fields)
        .push(kinds)
        .push(acts(editor, line, tr))
        .spacing(size::GAP);
    container(parts)
        .padding(Padding { top: 2.0, bottom: 8.0, left: size::INSIDE, right: size::INSIDE })
        .into()
}

/// The fields that can go into the words.
fn fields<'a>(editor: &'a PaperEditor, line: &'a Row, tr: &Tr) -> Option<Element<'a, Message>> {
    let names = &editor.data.as_ref()?.fields;
    let takes = matches!(line.part, Part::Title | Part::Line | Part::GiveBack);
    if !editor.typing || !takes || names.is_empty() {
        return None;
    }
    let buttons = names.iter().map(|name| {
        let word = format!("{{{name}}}");
        let into = button(word).small().id(format!("field-{name}"));
        Element::from(into.on_press(Message::Field(name.clone())))
    });
    let label = text(tr.own_paper_field_list()).small().line().ink(Ink::Text2);
    let all = std::iter::once(label.into()).chain(buttons);
    let line = Line::with_children(all).spacing(size::TIGHT).align_y(Alignment::Center);
    Some(line.wrap().vertical_spacing(size::TIGHT).into())
}

/// What a paragraph can be.
fn kinds<'a>(line: &'a Row, tr: &Tr) -> Element<'a, Message> {
    let one = |kind: PartKind| {
        let on = line.kind == kind;
        toggle(format!("kind-{kind:?}"), kind_word(kind, tr), "", on, Message::Kind(kind))
    };
    let all = PartKind::ALL.into_iter().map(one);
    Line::with_children(all).spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT).into()
}

pub(super) fn kind_word(kind: PartKind, tr: &Tr) -> String {
    match kind {
        PartKind::Text => tr.own_paper_kind_text(),
        PartKind::Heading => tr.own_paper_kind_heading(),
        PartKind::Item => tr.own_paper_kind_item(),
        PartKind::Call => tr.own_paper_kind_call(),
        PartKind::Greeting => tr.own_paper_kind_greeting(),
        PartKind::Closing => tr.own_paper_kind_closing(),
        PartKind::Sign => tr.own_paper_kind_sign(),
        PartKind::Days => tr.own_paper_kind_days(),
    }
}

/// The same as the keys, for the mouse.
fn acts<'a>(editor: &'a PaperEditor, line: &'a Row, tr: &Tr) -> Element<'a, Message> {
    let act = |word: String, id: &'static str, message: Message| {
        Element::from(button(word).small().id(id).on_press(message))
    };
    let mut all = row![];
    all = all.push(if editor.typing {
        act(tr.own_paper_finish(), "done", Message::Done)
    } else {
        act(tr.own_paper_change_words(), "edit", Message::Edit)
    });
    if !matches!(line.part, Part::Title | Part::GiveBack) {
        all = all.push(act(tr.own_paper_up(), "up", Message::Shift(-1))).push(act(
            tr.own_paper_down(),
            "down",
            Message::Shift(1),
        ));
    }
    if line.part.hides() {
        let word = if line.hidden { tr.own_paper_show() } else { tr.own_paper_hide() };
        all = all.push(act(word, "hide", Message::Hide));
    }
    if line.part == Part::Column {
        all = all.push(act(tr.own_paper_wider(), "wider", Message::Widen(1))).push(act(
            tr.own_paper_narrower(),
            "narrower",
            Message::Widen(-1),
        ));
    }
    if line.part.is_list() && (line.part != Part::Place || line.key.is_empty()) {
        all = all.push(act(tr.own_paper_remove(), "remove", Message::Remove));
    }
    all.spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT).into()
}
