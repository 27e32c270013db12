//! The way back from an import that was written.

use super::{Import, State};
use crate::gui::context::Context;
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::ops::Op;
use crate::ops::roster::RosterOp;

impl Import {
    /// Asks whether this import is to be taken back, by its file and what it did.
    pub(super) fn ask_undo(&self, context: &Context) -> Vec<Effect> {
        let tr = &context.tr;
        let State::Written(done) = &self.state else { return Vec::new() };
        let Some(act) = done.summary.act else { return Vec::new() };
        let summary = &done.summary;
        let what = tr.done_import_file(summary.changed, &done.report.file, summary.left, summary.new);
        let which = tr.undoing_which(&done.at.format("%Y-%m-%d %H:%M").to_string(), &what);
        vec![Effect::Ask(Dialog::Confirm {
            title: tr.import_undo_title(),
            text: format!("{which}\n{}", tr.import_undo_text()),
            action: tr.import_undo(),
            op: Box::new(Op::Roster(RosterOp::UndoImport(act))),
        })]
    }
}
