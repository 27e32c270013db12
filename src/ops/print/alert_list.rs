//! The alerts of a term on paper.

use std::collections::BTreeMap;

use chrono::Days;

use super::print_request::{Filling, PrintRequest};
use crate::ops::alerts::AlertLine;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::paper::form::{FormContent, FormRow};

/// Its form.
pub(super) const ALERT_LIST: &str = "alert-list";
/// Days that are listed outside of terms.
const DAYS: u64 = 30;
/// Empty rows of a blank form.
const BLANK_ROWS: usize = 20;

impl Book {
    /// The alerts from the beginning of the term to a day, the earliest first.
    pub(super) fn alert_list(&self, request: &PrintRequest) -> Result<FormContent, OpError> {
        let PrintRequest { date, filling, .. } = *request;
        let mut content = self.blank_content()?;
        if filling == Filling::Blank {
            content.rows = (0..BLANK_ROWS).map(|_| FormRow::Open(BTreeMap::new())).collect();
            return Ok(content);
        }
        let tr = &self.tr;
        let first = self.calendar(date)?.term_of(date).map_or(date - Days::new(DAYS), |term| term.first);
        let mut lines = self.alert_lines_between(first, date)?;
        lines.sort_by(|a, b| {
            (a.raised_on, &a.scope_name, &a.rule).cmp(&(b.raised_on, &b.scope_name, &b.rule))
        });
        let period = tr.alert_period(&tr.long_day(first), &tr.long_day(date));
        content.header.insert("period".to_owned(), period);
        content.header.insert("count".to_owned(), tr.alert_list_count(lines.len()));
        content.header.insert("reporter".to_owned(), self.name_or_post(&self.operator()?));
        let rows = lines.iter().enumerate().map(|(at, line)| FormRow::Filled(self.alert_cells(at + 1, line)));
        content.rows = rows.collect();
        Ok(content)
    }

    fn alert_cells(&self, number: usize, line: &AlertLine) -> BTreeMap<String, String> {
        let tr = &self.tr;
        let subject = line.subject.clone().unwrap_or_else(|| tr.cli_alert_subject_unknown());
        let edition = line.edition.clone().unwrap_or_else(|| line.source.clone());
        let mut said: Vec<String> = Vec::new();
        for word in line.answer.iter().flat_map(|answer| &answer.words) {
            let told = word.reported_to.as_ref().map(|to| tr.alert_reported_to(to));
            let words = told.into_iter().chain([word.comment.clone()]).filter(|text| !text.is_empty());
            let words: Vec<String> = words.collect();
            let words = if words.is_empty() { tr.alert_seen() } else { words.join(&tr.ops_list_mark()) };
            said.push(tr.alert_word(&tr.day_and_time(word.at), &word.by, &words));
        }
        [
            ("no", number.to_string()),
            ("raised", line.raised_on.to_string()),
            ("scope", line.scope_name.clone()),
            ("what", tr.alert_list_what(line.count, &subject)),
            ("rule", tr.alert_list_rule(&edition, &line.rule_name, &line.version)),
            ("said", said.join(&tr.report_alert_mark())),
        ]
        .into_iter()
        .map(|(key, text)| (key.to_owned(), text))
        .collect()
    }
}
