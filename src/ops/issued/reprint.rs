//! Something issued, laid out again from what was kept of it and from nothing else.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use serde_json::{Value, json};
use uuid::Uuid;

use super::kept_letters::KeptLetters;
use super::list::{letter_of, number_of};
use super::{IssuedKind, IssuedLine};
use crate::domain::id::PersonId;
use crate::domain::progress::Progress;
use crate::i18n::Tr;
use crate::ops::book::Book;
use crate::ops::daily_report::{OWN_FORM, Openness, ReportBody, ReportState, ReportView};
use crate::ops::error::OpError;
use crate::ops::letters::letter_counts;
use crate::ops::print::job::{Job, Parts};
use crate::ops::print::{PrintRequest, PrintScope};
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::form::{FormTemplate, OwnForm};
use crate::paper::letter::{LetterLayout, LetterRun, Recipient};
use crate::storage::IssuedRow;

impl Book {
    /// Something issued as it was. Names that no font draws were printed as a ruled space, or not at all.
    pub(in crate::ops) fn issued_job(
        &self,
        key: Uuid,
        sheets: Range<usize>,
        progress: &mut dyn Progress,
    ) -> Result<Job, OpError> {
        let row = self.issued_row(key)?;
        let line = self.issued_line(&row)?;
        let mut job = match line.kind {
            IssuedKind::DailyReport => self.report_again(&row, progress)?,
            IssuedKind::Letters => letters_again(&row, &line, sheets, progress)?,
            IssuedKind::Package => return Err(OpError::NotOnPaper { number: line.number }),
        };
        // What no font drew was a ruled space then and is one again: nothing to choose.
        job.facts.missing.clear();
        job.facts.issued = Some(Box::new(line));
        Ok(job)
    }

    /// How the letters of an issued run lie on their sheets.
    pub(in crate::ops) fn kept_layout(&self, key: Uuid) -> Result<LetterLayout, OpError> {
        let row = self.issued_row(key)?;
        let kept = KeptLetters::of(&row).ok_or_else(|| OpError::NotOnPaper { number: number_of(&row) })?;
        Ok(kept.facts.layout)
    }

    fn issued_row(&self, key: Uuid) -> Result<IssuedRow, OpError> {
        self.store.issued_row(key)?.ok_or_else(|| OpError::NoSuchIssue { given: key.to_string() })
    }

    fn report_again(&self, row: &IssuedRow, progress: &mut dyn Progress) -> Result<Job, OpError> {
        let body = ReportBody::kept_in(row)?;
        let tr = Tr::new(body.language);
        let content = body.form_content(Openness::Own, &self.rules, &tr);
        let parts = Parts {
            template: form_of(row)?,
            contents: vec![(String::new(), content)],
            unchecked: body.unchecked(&self.tr),
            report: Some(ReportView { body, state: ReportState::Issued }),
            people: Vec::new(),
        };
        parts.lay_out(MissingGlyph::Rule, &tr, progress)
    }

    /// Those who would get a run's letters if it were printed now.
    pub(super) fn addressed_now(&self, row: &IssuedRow) -> Result<BTreeMap<PersonId, Recipient>, OpError> {
        let class = row.body.get("class").and_then(Value::as_str).and_then(|id| id.parse().ok());
        let request = PrintRequest {
            scope: PrintScope::of_class(class),
            ..PrintRequest::letter(letter_of(row), row.date)
        };
        match self.addressees(&request) {
            Ok(all) => Ok(all.into_iter().filter_map(|one| Some((one.person?, one.recipient))).collect()),
            Err(OpError::Paper(_)) => Ok(BTreeMap::new()),
            Err(other) => Err(other),
        }
    }

    /// Notes that something issued was put out once more.
    pub(in crate::ops) fn note_reprint(&mut self, key: Uuid, target: Option<&Path>) -> Result<(), OpError> {
        let mut row = self.issued_row(key)?;
        let file = target.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned());
        let entry = json!({ "at": self.now(), "by": self.operator()?, "file": file });
        if let Some(body) = row.body.as_object_mut() {
            let list = body.entry("reprints").or_insert_with(|| json!([]));
            if let Some(list) = list.as_array_mut() {
                list.push(entry);
            }
        }
        let detail = json!({ "number": number_of(&row) });
        self.act_final("reprint", detail, |act, _| Ok(act.put(&row).map(drop)?))
    }
}

/// The form as it was when the report was issued.
fn form_of(row: &IssuedRow) -> Result<FormTemplate, OpError> {
    let shipped = FormTemplate::shipped("school-day")?;
    let own = row.body.get(OWN_FORM).cloned().and_then(|own| serde_json::from_value::<OwnForm>(own).ok());
    Ok(own.map(|own| shipped.with_own(&own)).unwrap_or(shipped))
}

fn letters_again(
    row: &IssuedRow,
    line: &IssuedLine,
    sheets: Range<usize>,
    progress: &mut dyn Progress,
) -> Result<Job, OpError> {
    let kept = KeptLetters::of(row).ok_or_else(|| OpError::NotOnPaper { number: line.number.clone() })?;
    let recipients = kept.recipients();
    let texts = recipients.iter().flat_map(|r| [r.name.as_str(), r.class.as_str(), r.teacher.as_str()]);
    let fonts = Fonts::covering(texts.chain([kept.facts.school.as_str()]));
    let tr = Tr::new(kept.language);
    let run = LetterRun::new(&kept.template, &kept.facts, &recipients, &fonts, MissingGlyph::Rule, &tr)?;
    let facts = letter_counts(&run);
    let document = run.document(sheets, progress)?;
    drop(run);
    Ok(Job { document, fonts, facts, report: None, people: Vec::new(), table: None, letters: None })
}
