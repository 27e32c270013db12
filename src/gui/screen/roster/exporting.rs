//! The roster into a file that can be imported again.

use std::path::PathBuf;

use super::Roster;
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick, Preference};
use crate::i18n::Explanation;
use crate::ops::Op;
use crate::ops::roster::{ExportPart, RosterExport, RosterOp};

/// The question where to save, or what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Exporting {
    /// The path as typed, what is wrong with it, and whether only the staff is written.
    Asking { path: String, wrong: Option<String>, staff: bool },
    /// It was saved: what to say of it.
    Saved(Vec<String>),
}

/// What is said of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ExportMessage {
    /// Ask where to save.
    Ask,
    /// Typed into the path.
    Path(String),
    /// Only the staff, or everybody.
    Staff(bool),
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
        let day = self.date.to_string();
        let name = |staff| {
            let school = &context.shell.school;
            if staff {
                context.tr.roster_screen_staff_file_name(school, &day)
            } else {
                context.tr.roster_screen_file_name(school, &day)
            }
        };
        if self.is_empty() {
            return Vec::new();
        }
        match (message, &mut self.exporting) {
            (ExportMessage::Ask, _) => {
                let folder = context.saved_in.clone().unwrap_or_else(|| context.shell.save_folder.clone());
                let path = folder.join(name(false)).display().to_string();
                self.exporting = Some(Exporting::Asking { path, wrong: None, staff: false });
                vec![Effect::Focus("export-path".into())]
            }
            (ExportMessage::Path(typed), Some(Exporting::Asking { path, wrong, .. })) => {
                (*path, *wrong) = (typed, None);
                Vec::new()
            }
            (ExportMessage::Staff(on), Some(Exporting::Asking { path, staff, .. })) => {
                *staff = on;
                // Under the proposed name one file would take the place of the other.
                *path = path.replace(&name(!on), &name(on));
                Vec::new()
            }
            (ExportMessage::Choose, Some(Exporting::Asking { staff, .. })) => {
                vec![Effect::Pick(Pick::Save(context.tr.print_screen_save_to(), name(*staff), "xlsx"))]
            }
            (ExportMessage::Write, Some(Exporting::Asking { path, wrong, .. })) => {
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
        let staff = matches!(self.exporting, Some(Exporting::Asking { staff: true, .. }));
        let part = if staff { ExportPart::Staff } else { ExportPart::Whole };
        vec![Effect::Run(Op::Roster(RosterOp::Export(file, self.date, part)))]
    }

    /// It was written with so many people.
    pub(super) fn exported(
        &mut self,
        file: &std::path::Path,
        written: RosterExport,
        context: &Context,
    ) -> Vec<Effect> {
        self.exporting = Some(Exporting::Saved(written.words(file, &context.tr)));
        let folder = file.parent().map(|folder| Effect::Prefer(Preference::SavedIn(folder.to_owned())));
        std::iter::once(Effect::Focus("export".into())).chain(folder).collect()
    }

    /// It was refused: the path stays as it was typed, to be put right.
    pub(super) fn not_exported(
        &mut self,
        file: &std::path::Path,
        part: ExportPart,
        why: &Explanation,
    ) -> Vec<Effect> {
        let wrong = Some(format!("{} {}", why.happened, why.remedy));
        let staff = part == ExportPart::Staff;
        self.exporting = Some(Exporting::Asking { path: file.display().to_string(), wrong, staff });
        vec![Effect::Focus("export-path".into())]
    }
}
