//! `undo`.

use super::REFUSED;
use super::arguments::UndoCommand;
use super::output::{Output, table};
use crate::domain::id::OperationId;
use crate::i18n::Tr;
use crate::ops::undo::{UndoLine, UndoState, Undone};
use crate::ops::{Book, OpError};

/// Runs `undo`.
pub fn run(book: &mut Book, command: &UndoCommand, output: &mut Output) -> Result<(), OpError> {
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
    let target = operation(command.id.as_deref())?;
    answer(&book.undo_because(target, command.reason.as_deref())?, output);
    Ok(())
}

/// The key of an operation, if one was given.
pub fn operation(given: Option<&str>) -> Result<Option<OperationId>, OpError> {
    let wrong = |text: &str| OpError::BadValue { field: "ID", given: text.to_owned() };
    given.map(|text| text.parse().map_err(|_| wrong(text))).transpose()
}

/// Says what was taken back, and whose was not. Where nothing was, it is no success.
pub fn answer(undone: &Undone, output: &mut Output) {
    output.answer(undone, |tr| {
        let mut lines = vec![undone.done_words(tr)];
        lines.extend(undone.kept_words(tr));
        lines.extend(undone.kept_list(tr));
        lines
    });
    if undone.is_nothing() {
        output.set_exit_code(REFUSED);
    }
}

fn state(tr: &Tr, state: UndoState) -> String {
    match state {
        UndoState::Open => tr.cli_undo_open(),
        UndoState::TakenBack => tr.cli_undo_taken_back(),
        UndoState::Final => tr.cli_undo_final(),
    }
}
