//! What the import asks for to print or save its report.

use std::path::PathBuf;
use std::sync::Arc;

use super::saving::{self, Product, Saving};
use super::{Import, State};
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick};
use crate::ops::Op;
use crate::ops::roster::RosterOp;
use crate::ops::roster::import::{ImportReport, ImportRequest};

impl Import {
    /// The report of what was written, or of what would be.
    pub(super) fn report(&self, context: &Context) -> Option<(Arc<ImportReport>, ImportRequest)> {
        if let State::Written(written) = &self.state {
            return Some((Arc::clone(&written.report), written.request.clone()));
        }
        let review = self.review()?;
        let name = self.path().file_name().map(|name| name.to_string_lossy().into_owned());
        let report = ImportReport::before(&review.plan, name.unwrap_or_default(), &context.tr);
        Some((Arc::new(review.as_decided(report, &context.tr)), review.request(self.request())))
    }

    pub(super) fn save(&mut self, message: saving::Message, context: &Context) -> Vec<Effect> {
        match message {
            saving::Message::Ask(product) => {
                let Some((report, _)) = self.report(context) else { return Vec::new() };
                if product == Product::Rows && !report.has_rows_to_mend() {
                    return vec![Effect::Notify(context.tr.import_no_rows_to_save())];
                }
                self.said = None;
                self.saving = Some(Saving::beside(&self.path(), product, report.written, &context.tr));
                vec![Effect::Focus("save-path".into())]
            }
            saving::Message::Path(typed) => {
                if let Some(saving) = &mut self.saving {
                    (saving.path, saving.wrong) = (typed, None);
                }
                Vec::new()
            }
            saving::Message::Choose => {
                let Some(saving) = &self.saving else { return Vec::new() };
                let name = PathBuf::from(&saving.path);
                let name = name.file_name().map(|name| name.to_string_lossy().into_owned());
                let title = context.tr.print_screen_save_to();
                vec![Effect::Pick(Pick::Save(title, name.unwrap_or_default(), saving.product.ending()))]
            }
            saving::Message::Write => {
                if let Some(saving) = &mut self.saving
                    && saving.whole_path().is_none()
                {
                    saving.wrong = Some(context.tr.print_screen_no_path());
                    return vec![Effect::Focus("save-path".into())];
                }
                self.write_report(context)
            }
            saving::Message::Close => {
                self.saving = None;
                self.focus_line()
            }
            saving::Message::Print => {
                let Some((report, request)) = self.report(context) else { return Vec::new() };
                self.said = None;
                vec![Effect::Run(Op::Roster(RosterOp::PrintImportReport(report, Box::new(request))))]
            }
        }
    }

    pub(super) fn write_report(&mut self, context: &Context) -> Vec<Effect> {
        let Some(path) = self.saving.as_ref().and_then(Saving::whole_path) else { return Vec::new() };
        let Some((report, request)) = self.report(context) else { return Vec::new() };
        self.saving = None;
        let mut effects = self.focus_line();
        effects.push(Effect::Run(Op::Roster(RosterOp::SaveImportReport(report, Box::new(request), path))));
        effects
    }
}
