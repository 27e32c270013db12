//! The cases of one person, with what was reported of them.

use serde::Serialize;

use crate::domain::id::PersonId;
use crate::domain::illness_case::{CaseClosing, CaseFacts};
use crate::domain::report_entry::ReportSubject;
use crate::i18n::Tr;
use crate::ops::book::Book;
use crate::ops::case::CaseLine;
use crate::ops::error::OpError;
use crate::ops::report_log::LogLine;

/// A suspected, diagnosed or ruled out disease.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FileCase {
    /// The line of the list, with the clock.
    #[serde(flatten)]
    pub line: CaseLine,
    /// 确诊水痘
    pub words: String,
    /// What is known.
    pub facts: CaseFacts,
    /// Name of the room then.
    pub room: Option<String>,
    /// What was reported of it, the newest first.
    pub reports: Vec<LogLine>,
    /// How many contacts are kept.
    pub contacts: usize,
    /// How it ended.
    pub closing: Option<CaseClosing>,
}

impl FileCase {
    /// Onset, hospital, diagnosis, contacts and end in words.
    pub fn known_words(&self, tr: &Tr) -> String {
        let facts = &self.facts;
        let ended = self.line.closed_on.zip(self.line.outcome);
        let parts = [
            facts.onset.map(|day| tr.return_onset(&day.to_string())),
            facts.hospital.as_ref().map(|hospital| tr.person_file_seen_at(hospital)),
            facts.diagnosed_on.map(|day| tr.person_file_diagnosed_on(&day.to_string())),
            facts.diagnosed_at.clone(),
            facts.measures.clone(),
            (self.contacts > 0).then(|| tr.contact_kept(self.contacts)),
            ended.map(|(on, how)| tr.case_ended(&on.to_string(), &tr.outcome(how))),
            self.closing.as_ref().and_then(|closing| closing.note.clone()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(&tr.person_file_mark())
    }
}

impl Book {
    /// All cases of a person, the one known last first.
    pub(super) fn file_cases(&self, person: PersonId) -> Result<Vec<FileCase>, OpError> {
        let cases = self.store.cases_of(person)?;
        if cases.is_empty() {
            return Ok(Vec::new());
        }
        let names = self.case_names(&cases)?;
        let subjects = cases.iter().map(|case| ReportSubject::Case(case.id)).collect();
        let entries = self.store.entries_about(&subjects)?;
        let mut lines = Vec::new();
        for case in cases {
            let of_case = entries.iter().filter(|entry| entry.subject == ReportSubject::Case(case.id));
            let mut reports = self.log_lines(of_case.cloned().collect())?;
            reports.sort_by_key(|report| std::cmp::Reverse((report.at, report.key)));
            let line = self.line_of(&case, &names, &entries);
            lines.push(FileCase {
                words: self.tr.case_named(&self.tr.certainty(line.certainty), &line.disease_name),
                line,
                room: case.body.place.room,
                reports,
                contacts: self.store.contacts_of(case.id)?.len(),
                facts: case.body.facts,
                closing: case.body.closing,
            });
        }
        Ok(lines)
    }
}
