//! The rows: one panel for each part, the chosen row open.

use iced::Length::{Fill, Shrink};
use iced::widget::{Column, column, container, row};
use iced::{Alignment, Padding};

use super::super::row::Row;
use super::super::update::row_keys;
use super::super::{Message, PaperEditor, Part, row_id};
use super::tools;
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{button, error_line, panel, row_button, text};
use crate::i18n::{Explain, Tr};
use crate::ops::own_papers::PartKind;

/// Parts in the order of the list, those of a form and those of a letter.
const FORM: [Part; 4] = [Part::Title, Part::Column, Part::Note, Part::Place];
const LETTER: [Part; 4] = [Part::Title, Part::Line, Part::Tick, Part::GiveBack];

pub(super) fn of<'a>(editor: &'a PaperEditor, context: &'a Context) -> Element<'a, Message> {
    let parts = if editor.is_letter() { LETTER } else { FORM };
    let there = |part: &Part| {
        editor.rows.iter().any(|row| row.part == *part) || matches!(part, Part::Note | Part::Place)
    };
    let panels = parts.into_iter().filter(there).map(|part| one(editor, part, context));
    Column::with_children(panels).spacing(context.breadth().gap()).into()
}

fn one<'a>(editor: &'a PaperEditor, part: Part, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let rows = editor.rows.iter().enumerate().filter(|(_, row)| row.part == part);
    let last = editor.rows.iter().rposition(|row| row.part == part);
    let rows = rows.map(|(at, row)| {
        let chosen = at == editor.chosen;
        let line = row_button(row_id(at), words_of(row, context), Message::Choose(at))
            .chosen(chosen)
            .last(last == Some(at))
            .height(Shrink)
            .padding([5.0, size::INSIDE])
            .on_key(move |key, modifiers| modifiers.is_empty().then(|| row_keys(part, key)).flatten());
        let fault = editor.fault_of(at).filter(|_| !(chosen && editor.typing));
        let fault = fault.map(|fault| {
            let why = fault.explain(tr);
            let words = format!("{} {}", why.happened, why.remedy);
            container(error_line(words)).padding(Padding { left: size::INSIDE, bottom: 4.0, ..Padding::ZERO })
        });
        column![Element::from(line)]
            .push(fault)
            .push(chosen.then(|| tools::below(editor, row, context)))
            .into()
    });
    let add = part.is_list().then(|| {
        let add = button(tr.own_paper_add()).small().id(format!("add-{part:?}"));
        Element::from(add.on_press(Message::Add(Some(part))))
    });
    panel(Column::with_children(rows)).head(heading(part, tr), add).into()
}

fn heading(part: Part, tr: &Tr) -> String {
    match part {
        Part::Title => tr.own_paper_title(),
        Part::Column => tr.own_paper_columns(),
        Part::Note => tr.own_paper_notes(),
        Part::Place => tr.own_paper_places(),
        Part::Line => tr.own_paper_lines(),
        Part::Tick => tr.own_paper_ticks(),
        Part::GiveBack => tr.own_paper_give_back(),
    }
}

fn words_of<'a>(line: &'a Row, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let ink = if line.hidden { Ink::Text3 } else { Ink::Text };
    let words = if line.text.is_empty() {
        text(tr.own_paper_no_words()).ink(Ink::Text3)
    } else {
        let words = text(line.text.as_str()).ink(ink);
        words.bold_if(line.part == Part::Line && matches!(line.kind, PartKind::Heading | PartKind::Call))
    };
    let note = match line.part {
        _ if line.hidden => Some(tr.own_paper_hidden()),
        Part::Column => Some(line.width.to_string()),
        Part::Line if line.kind != PartKind::Text => Some(tools::kind_word(line.kind, tr)),
        _ => None,
    };
    let note = note.map(|note| text(note).small().line().ink(Ink::Text2));
    row![words.width(Fill)].push(note).spacing(size::GAP).align_y(Alignment::Center).into()
}
