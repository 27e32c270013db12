//! Letters and forms that a person was given, and what has come back of them.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use uuid::Uuid;

use crate::domain::id::PersonId;
use crate::domain::slip::{Slip, SlipRun};
use crate::i18n::Tr;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::print::LETTERS;
use crate::paper::form::FormTemplate;
use crate::paper::letter::LetterTemplate;
use crate::storage::IssuedHead;

/// Most papers that are read.
const PAPERS: u32 = 600;

/// The slip of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlipBack {
    /// Number of the run of slips.
    pub run: u32,
    /// Day by which it was wanted.
    pub due: NaiveDate,
    /// Number on paper, once it is back.
    pub code: Option<String>,
    /// When it came back; `None`: not yet.
    pub at: Option<NaiveDateTime>,
    /// Whether it is no longer awaited.
    pub closed: bool,
}

impl SlipBack {
    /// 回执 11-25 10:20 收回; what is owed, and by when.
    pub fn words(&self, tr: &Tr) -> String {
        match self.at {
            Some(at) => tr.person_file_slip_back(&tr.day_and_time(at)),
            None if self.closed => tr.person_file_slip_closed(),
            None => tr.person_file_slip_out(&tr.day(self.due)),
        }
    }
}

/// One letter or form.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FilePaper {
    /// Key of what was issued.
    pub key: Uuid,
    /// Name of the letter or form.
    pub title: String,
    /// The day it is about.
    pub date: NaiveDate,
    /// When it was printed.
    pub made_at: NaiveDateTime,
    /// By whom.
    pub made_by: String,
    /// Whether it was kept as it was, so that it can be shown again.
    pub opens: bool,
    /// The slip, where the letter had one.
    pub slip: Option<SlipBack>,
}

impl Book {
    /// What was printed about a person, the newest first, with the slips.
    pub(super) fn file_papers(&self, person: PersonId) -> Result<Vec<FilePaper>, OpError> {
        let heads = self.store.issued_about(person, PAPERS)?;
        let runs = self.store.slip_runs_among(&heads.iter().map(|head| head.id).collect())?;
        let runs: BTreeMap<Uuid, SlipRun> = runs.into_iter().map(|run| (run.id, run)).collect();
        let back = if runs.is_empty() { Vec::new() } else { self.store.slips_about(person)? };
        let back: BTreeMap<u32, Slip> = back.into_iter().map(|slip| (slip.run, slip)).collect();
        let slip = |run: &SlipRun| {
            let back = back.get(&run.run);
            SlipBack {
                run: run.run,
                due: run.due,
                code: back.map(|slip| slip.code().to_string()),
                at: back.map(|slip| slip.at),
                closed: run.closed_on.is_some(),
            }
        };
        let papers = heads
            .iter()
            .map(|head| FilePaper { slip: runs.get(&head.id).map(slip), ..self.file_paper(head) });
        Ok(papers.collect())
    }

    fn file_paper(&self, head: &IssuedHead) -> FilePaper {
        let language = self.tr.language();
        let (group, id) = head.kind.split_once(':').unwrap_or((LETTERS, &head.kind));
        let letter = group == LETTERS;
        let title = if letter {
            LetterTemplate::shipped(id).map(|template| template.text(language).name.clone())
        } else {
            FormTemplate::shipped(id).map(|form| form.name.get(language).to_owned())
        };
        FilePaper {
            key: head.id,
            title: title.unwrap_or_else(|_| id.to_owned()),
            date: head.date,
            made_at: head.made_at,
            made_by: self.name_or_post(&head.made_by),
            opens: letter,
            slip: None,
        }
    }
}
