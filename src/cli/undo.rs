//! `undo`.

use super::arguments::UndoCommand;
use super::output::{Output, table};
use crate::i18n::Tr;
use crate::ops::undo::{UndoLine, UndoState, Undone};
use crate::ops::{Book, OpError};

/// Runs `undo`.
pub fn run(book: &mut Book, command: &UndoCommand, output: &Output) -> Result<(), OpError> {
    if command.list {
        let lines = if command.all { book.done_list()? } else { book.undo_list()? };
        output.answer(&lines, |tr| {
            if lines.is_empty() {
                return vec![tr.cli_undo_nothing()];
            }
            let row = |line: &UndoLine| {
                let time = line.at.format("%H:%M").to_string();
                vec![line.id.clone(), time, state(tr, line.state), line.words.clone()]
            };
            table(&lines.iter().map(row).collect::<Vec<_>>())
        });
        return Ok(());
    }
    let target = match &command.id {
        None => None,
        Some(text) => {
            let wrong = |_| OpError::BadValue { field: "ID", given: text.clone() };
            Some(text.parse().map_err(wrong)?)
        }
    };
    answer(&book.undo(target)?, output);
    Ok(())
}

/// Says what was taken back.
pub fn answer(undone: &Undone, output: &Output) {
    output.answer(undone, |tr| {
        let mut lines = vec![tr.cli_undone(&undone.operation.words)];
        lines.extend(undone.kept_words(tr));
        lines
    });
}

fn state(tr: &Tr, state: UndoState) -> String {
    match state {
        UndoState::Open => tr.cli_undo_open(),
        UndoState::TakenBack => tr.cli_undo_taken_back(),
        UndoState::Final => tr.cli_undo_final(),
    }
}
