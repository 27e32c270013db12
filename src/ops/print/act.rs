//! Preview, saving and sending.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDateTime;
use serde_json::{Value, json};

use super::job::{Job, PrintFacts};
use super::print_request::{PaperId, PrintRequest, PrintScope};
use super::send;
use crate::disk::{self, RealFiles, sha256_hex};
use crate::domain::group::Group;
use crate::domain::progress::Progress;
use crate::ops::book::Book;
use crate::ops::daily_report::DAILY_REPORT;
use crate::ops::error::OpError;
use crate::ops::issued::KEPT;
use crate::ops::slips::NewSlips;
use crate::paper::PaperError;
use crate::paper::font::MissingGlyph;
use crate::paper::layout::Document;
use crate::paper::pdf;
use crate::roster_file::write::write_xlsx;
use crate::storage::{IssuedRow, Record, StorageError};

/// Kind of the issued rows of letters.
pub(in crate::ops) const LETTERS: &str = "letters";
/// Letters that a preview lays out, and those of them before the page that is looked at.
const WINDOW: usize = 8;
const BEFORE: usize = 2;

/// Something to put on paper or into a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PrintOp {
    /// Writes a PDF.
    SavePdf {
        /// What.
        request: PrintRequest,
        /// The file; an older one of that name is replaced.
        path: PathBuf,
    },
    /// Writes the rows of a form as a workbook.
    SaveXlsx {
        /// What.
        request: PrintRequest,
        /// The file; an older one of that name is replaced.
        path: PathBuf,
    },
    /// Hands it to a printer of this computer.
    Send {
        /// What.
        request: PrintRequest,
        /// The printer; the usual one if absent.
        printer: Option<String>,
    },
}

/// How something will look.
#[derive(Debug, Clone, PartialEq)]
pub struct Preview {
    /// What was asked for: an answer may come when something else is looked at.
    pub request: PrintRequest,
    /// The sheets that were laid out.
    pub document: Arc<Document>,
    /// Number of the first of them, counted from 0.
    pub first: usize,
    /// What is worth a word; its sheets are all that would be printed.
    pub facts: PrintFacts,
}

/// Something that was printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Printed {
    /// The file; `None` where it went to a printer.
    pub file: Option<PathBuf>,
    /// What is worth a word.
    pub facts: PrintFacts,
}

impl Book {
    /// How a page of a request, counted from 0, and those around it would look now. Names that no font draws
    /// show as a ruled space and are listed.
    pub fn preview(
        &mut self,
        request: &PrintRequest,
        page: usize,
        progress: &mut dyn Progress,
    ) -> Result<Preview, OpError> {
        let missing = match request.missing {
            MissingGlyph::Stop => MissingGlyph::Rule,
            other => other,
        };
        let from = page.saturating_sub(BEFORE);
        let job = self.job(&PrintRequest { missing, ..request.clone() }, from..from + WINDOW, progress)?;
        // Forms are laid out whole: their pages cannot be told before.
        let first = if job.facts.letters > 0 { from.min(job.facts.sheets) } else { 0 };
        Ok(Preview { request: request.clone(), document: Arc::new(job.document), first, facts: job.facts })
    }

    /// Prints. What was printed is kept as issued; it cannot be undone.
    pub fn run_print(&mut self, op: &PrintOp, progress: &mut dyn Progress) -> Result<Printed, OpError> {
        let (request, path) = match op {
            PrintOp::SavePdf { request, path } | PrintOp::SaveXlsx { request, path } => {
                (request, Some(path.as_path()))
            }
            PrintOp::Send { request, .. } => (request, None),
        };
        if let Some(behind) = self.clock_behind()? {
            return Err(OpError::ClockBehind { now: behind.now, last: behind.last });
        }
        let job = self.job(request, self.sides_of(request)?, progress)?;
        let bytes = match op {
            PrintOp::SaveXlsx { .. } => write_xlsx(job.table.as_ref().ok_or(OpError::NoWorkbook)?)?,
            PrintOp::SavePdf { .. } | PrintOp::Send { .. } => {
                pdf::write(&job.document, &job.fonts, progress)?
            }
        };
        match op {
            PrintOp::SavePdf { path, .. } | PrintOp::SaveXlsx { path, .. } => {
                self.ready_print_folder(path)?;
                disk::replace(&RealFiles, path, &bytes)?;
            }
            PrintOp::Send { printer, .. } => send::send(&bytes, printer.as_deref(), self.folder())?,
        }
        self.keep(request, &job, sha256_hex(&bytes), path)?;
        Ok(Printed { file: path.map(Path::to_owned), facts: job.facts })
    }

    /// The pages that are printed: of letters those from the sheet of paper on that was asked for.
    fn sides_of(&self, request: &PrintRequest) -> Result<Range<usize>, OpError> {
        let first = request.letter.first_sheet;
        if first <= 1 {
            return Ok(0..usize::MAX);
        }
        let layout = match &request.paper {
            PaperId::Letter(id) => request.letter.layout(&self.letter_template(id)?),
            PaperId::Issued(key) => self.kept_layout(*key)?,
            PaperId::Form(_) => {
                return Err(OpError::BadValue { field: "from_sheet", given: first.to_string() });
            }
        };
        Ok(layout.from_paper(first))
    }

    /// Keeps what was printed: the daily report with its figures, anything else with its extent.
    fn keep(
        &mut self,
        request: &PrintRequest,
        job: &Job,
        digest: String,
        path: Option<&Path>,
    ) -> Result<(), OpError> {
        if let PaperId::Issued(key) = request.paper {
            return self.note_reprint(key, path);
        }
        if let Some(view) = &job.report {
            return self.keep_report(view, Some(digest), path);
        }
        let kind = issued_kind(&request.paper);
        let (made_at, made_by) = (self.now(), self.operator()?);
        let (journal, number) = (self.store.journal_head()?, self.next_print(&kind, request)?);
        let detail = match &request.paper {
            PaperId::Letter(id) => json!({ "count": job.facts.letters, "letter": id }),
            PaperId::Form(id) => json!({ "count": job.facts.sheets, "form": id }),
            PaperId::Issued(_) => return Ok(()),
        };
        let mut body = body_of(request, job, path);
        if let (Some(body), Some(letters)) = (body.as_object_mut(), &job.letters) {
            let kept = serde_json::to_value(letters)
                .map_err(|source| StorageError::Record { table: IssuedRow::TABLE, source })?;
            let _ = body.insert(KEPT.to_owned(), kept);
        }
        if let (Some(body), false) = (body.as_object_mut(), job.people.is_empty()) {
            let _ = body.insert("people".to_owned(), json!(job.people));
        }
        let slips = job.letters.as_ref().and_then(NewSlips::of);
        let operation = if matches!(request.paper, PaperId::Letter(_)) { LETTERS } else { "print" };
        let date = request.date;
        self.act_final(operation, detail, |act, ids| {
            let digest = Some(digest);
            let row =
                IssuedRow { id: ids.next(), kind, date, number, made_at, made_by, journal, digest, body };
            let _ = act.put(&row)?;
            if let Some(slips) = slips.map(|slips| slips.of_row(&row)) {
                let _ = act.put(&slips)?;
            }
            Ok(())
        })
    }

    /// Number of the next print of a kind on the request's day.
    pub(in crate::ops) fn next_print(&self, kind: &str, request: &PrintRequest) -> Result<u32, OpError> {
        Ok(self.store.issued_on(kind, request.date)?.last().map_or(0, |row| row.number) + 1)
    }

    /// When and by whom something was last put out.
    pub(super) fn last_print(&self, paper: &PaperId) -> Result<Option<(NaiveDateTime, String)>, OpError> {
        let kind = match paper {
            PaperId::Form(id) if id == "school-day" => DAILY_REPORT.to_owned(),
            PaperId::Issued(_) => return Ok(None),
            other => issued_kind(other),
        };
        let last = self.store.issued(&kind, 1)?.pop();
        Ok(last.map(|row| (row.made_at, self.name_or_post(&row.made_by))))
    }
}

/// Kind under which a print is kept: `print:class-day`, `letters:winter`.
pub(in crate::ops) fn issued_kind(paper: &PaperId) -> String {
    match paper {
        PaperId::Form(id) => format!("print:{id}"),
        PaperId::Letter(id) => format!("{LETTERS}:{id}"),
        PaperId::Issued(key) => key.to_string(),
    }
}

fn body_of(request: &PrintRequest, job: &Job, path: Option<&Path>) -> Value {
    let (class, group) = match request.scope {
        PrintScope::School | PrintScope::Person(_) | PrintScope::FreeGroup(_) => (None, None),
        PrintScope::Group(Group::Class(id)) => (Some(id), None),
        PrintScope::Group(group) => (None, Some(group)),
    };
    json!({
        "class": class, "group": group, "session": request.session, "sheets": job.facts.sheets, "persons": job.facts.persons, "letters": job.facts.letters,
        "left_out": job.facts.left_out.len(),
        "file": path.and_then(Path::file_name).map(|name| name.to_string_lossy().into_owned()),
    })
}

impl From<PaperError> for OpError {
    fn from(error: PaperError) -> Self {
        match error {
            PaperError::Cancelled => Self::Cancelled(crate::domain::progress::Cancelled),
            other => Self::Paper(other),
        }
    }
}
