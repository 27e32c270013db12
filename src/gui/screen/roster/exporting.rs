//! The roster into a file that can be imported again.

use std::path::PathBuf;

use super::Roster;
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick, Preference};
use crate::i18n::Explanation;
use crate::ops::Op;
use crate::ops::roster::RosterOp;

/// The question where to save, or what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Exporting {
    /// The path as typed, and what is wrong with it.
    Asking { path: String, wrong: Option<String> },
    /// It was saved: what to say of it.
    Saved(String),
}

/// What is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportMessage {
    /// Ask where to save.
    Ask,
    /// Typed into the path.
    Path(String),
    /// The system's dialog for files.
    Choose,
    /// Save there.
    Write,
    /// Close the question.
    Close,
}

impl Roster {
    /// Whether it is asked where to save.
    pub(super) fn asks_where(&self) -> bool {
        matches!(self.exporting, Some(Exporting::Asking { .. }))
    }

    pub(super) fn export(&mut self, message: ExportMessage, context: &Context) -> Vec<Effect> {
        let name = || context.tr.roster_screen_file_name(&context.shell.school, &self.date.to_string());
        if self.is_empty() {
            return Vec::new();
        }
        match (message, &mut self.exporting) {
            (ExportMessage::Ask, _) => {
                let folder = context.saved_in.clone().unwrap_or_else(|| context.shell.save_folder.clone());
                let path = folder.join(name()).display().to_string();
                self.exporting = Some(Exporting::Asking { path, wrong: None });
                vec![Effect::Focus("export-path".into())]
            }
            (ExportMessage::Path(typed), Some(Exporting::Asking { path, wrong })) => {
                (*path, *wrong) = (typed, None);
                Vec::new()
            }
            (ExportMessage::Choose, _) => {
                vec![Effect::Pick(Pick::Save(context.tr.print_screen_save_to(), name(), "xlsx"))]
            }
            (ExportMessage::Write, Some(Exporting::Asking { path, wrong })) => {
                let typed = path.trim();
                let file = PathBuf::from(typed);
                if file.file_name().is_none() || typed.ends_with(['/', '\\']) {
                    *wrong = Some(context.tr.print_screen_no_path());
                    return vec![Effect::Focus("export-path".into())];
                }
                self.write(file)
            }
            (ExportMessage::Close, _) => {
                self.exporting = None;
                vec![Effect::Focus("export".into())]
            }
            _ => Vec::new(),
        }
    }

    /// Writes it; a name without an ending gets that of a workbook.
    pub(super) fn write(&self, file: PathBuf) -> Vec<Effect> {
        let file = if file.extension().is_none() { file.with_extension("xlsx") } else { file };
        vec![Effect::Run(Op::Roster(RosterOp::Export(file, self.date)))]
    }

    /// It was written with so many pupils.
    pub(super) fn exported(
        &mut self,
        file: &std::path::Path,
        pupils: usize,
        context: &Context,
    ) -> Vec<Effect> {
        self.exporting =
            Some(Exporting::Saved(context.tr.roster_exported(pupils, &file.display().to_string())));
        let folder = file.parent().map(|folder| Effect::Prefer(Preference::SavedIn(folder.to_owned())));
        std::iter::once(Effect::Focus("export".into())).chain(folder).collect()
    }

    /// It was refused: the path stays as it was typed, to be put right.
    pub(super) fn not_exported(&mut self, file: &std::path::Path, why: &Explanation) -> Vec<Effect> {
        let wrong = Some(format!("{} {}", why.happened, why.remedy));
        self.exporting = Some(Exporting::Asking { path: file.display().to_string(), wrong });
        vec![Effect::Focus("export-path".into())]
    }
}
