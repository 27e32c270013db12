//! What went onto paper or into a file: who, when, what, about how many persons; never whom.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;
use serde_json::Value;

use super::print_request::{Filling, PrintRequest};
use crate::ops::book::Book;
use crate::ops::daily_report::DAILY_REPORT;
use crate::ops::error::OpError;
use crate::ops::usb::USB_PACKAGE;
use crate::paper::form::{FormContent, FormRow, FormTemplate, Period};
use crate::paper::letter::LetterTemplate;
use crate::storage::IssuedRow;

/// Id of the form.
pub const PRINT_LOG: &str = "print-log";

/// One print.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintLogLine {
    /// When.
    pub at: NaiveDateTime,
    /// By whom.
    pub by: String,
    /// Name of the form or letter.
    pub what: String,
    /// The day that it is about.
    pub about: NaiveDate,
    /// Class or group; `None`: the school, or one person.
    pub class: Option<String>,
    /// How many persons stand on it; `None` where it was not counted.
    pub persons: Option<u64>,
    /// Sheets.
    pub sheets: Option<u64>,
    /// The file; `None`: a printer.
    pub file: Option<String>,
    /// Whether it was printed again as it had been.
    pub again: bool,
}

impl Book {
    /// What was printed on these days, the first and the last included, in the order of time.
    pub fn print_log(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<PrintLogLine>, OpError> {
        let first = from.and_time(NaiveTime::MIN);
        let end = to.succ_opt().unwrap_or(to).and_time(NaiveTime::MIN);
        let mut lines = Vec::new();
        for row in self.store.issued_made_between(first, end)? {
            let line = self.print_line(&row);
            let again = row.body.get("reprints").and_then(Value::as_array).into_iter().flatten();
            lines.extend(again.filter_map(|entry| {
                let at = entry.get("at").and_then(Value::as_str)?.parse().ok()?;
                let text = |key: &str| entry.get(key).and_then(Value::as_str).map(ToOwned::to_owned);
                let by = self.name_or_post(&text("by").unwrap_or_default());
                Some(PrintLogLine { at, by, file: text("file"), again: true, ..line.clone() })
            }));
            lines.push(line);
        }
        lines.retain(|line| line.at >= first && line.at < end);
        lines.sort_by_key(|line| line.at);
        Ok(lines)
    }

    fn print_line(&self, row: &IssuedRow) -> PrintLogLine {
        let text = |key: &str| row.body.get(key).and_then(Value::as_str).map(ToOwned::to_owned);
        let count = |key: &str| row.body.get(key).and_then(Value::as_u64);
        let group = text("class").map(|id| format!("class:{id}")).or_else(|| text("group"));
        let info = group.and_then(|group| self.group_info(group.parse().ok()?).ok());
        PrintLogLine {
            at: row.made_at,
            by: self.name_or_post(&row.made_by),
            what: self.printed_name(&row.kind),
            about: row.date,
            class: info.map(|info| info.short),
            persons: count("persons"),
            sheets: count("sheets"),
            file: text("file").or_else(|| text("folder")),
            again: false,
        }
    }

    /// Name of what is kept under a kind.
    fn printed_name(&self, kind: &str) -> String {
        let language = self.tr.language();
        let form = |id: &str| FormTemplate::shipped(id).map(|form| form.name.get(language).to_owned());
        let named = match kind.split_once(':') {
            Some(("print", id)) => form(id),
            Some((_, id)) => LetterTemplate::shipped(id).map(|letter| letter.text(language).name.clone()),
            None if kind == DAILY_REPORT => form("school-day"),
            None if kind == USB_PACKAGE => Ok(self.tr.issued_kind_package()),
            None => Ok(kind.to_owned()),
        };
        named.unwrap_or_else(|_| kind.rsplit(':').next().unwrap_or_default().to_owned())
    }

    /// The log on paper, of a month unless other days are asked for.
    pub(super) fn print_log_sheet(&self, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        if request.filling == Filling::Blank {
            return Ok(content);
        }
        let tr = &self.tr;
        let days = self.days_of(request, Period::Month)?;
        let lines = self.print_log(days.0, days.1)?;
        let persons: u64 = lines.iter().filter_map(|line| line.persons).sum();
        let header = [
            ("period", self.days_words(days)),
            ("count", lines.len().to_string()),
            ("persons", persons.to_string()),
            ("recorder", self.operator()?),
        ];
        let known = header.into_iter().filter(|(_, text)| !text.is_empty());
        content.header.extend(known.map(|(key, text)| (key.to_owned(), text)));
        content.rows = lines.iter().zip(1..).map(|(line, no)| self.log_row(line, no)).collect();
        if content.rows.is_empty() {
            let strong = tr.form_log_nothing();
            let (cells, from) = (BTreeMap::new(), "no".to_owned());
            content.rows.push(FormRow::Span { cells, from, strong, text: String::new() });
        }
        Ok(content)
    }

    fn log_row(&self, line: &PrintLogLine, no: usize) -> FormRow {
        let tr = &self.tr;
        let number = |count: Option<u64>| count.map_or_else(|| "–".to_owned(), |count| count.to_string());
        let what = if line.again { tr.form_log_again(&line.what) } else { line.what.clone() };
        let cells = [
            ("no", no.to_string()),
            ("at", line.at.format("%Y-%m-%d %H:%M").to_string()),
            ("by", line.by.clone()),
            ("what", what),
            ("about", line.about.to_string()),
            ("class", line.class.clone().unwrap_or_default()),
            ("persons", number(line.persons)),
            ("sheets", number(line.sheets)),
            ("to", line.file.clone().unwrap_or_else(|| tr.form_log_printer())),
        ];
        FormRow::Filled(cells.into_iter().map(|(key, text)| (key.to_owned(), text)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Silent;
    use crate::ops::print::{CLASS_LIST, PrintOp};
    use crate::ops::sample_book::book;
    use crate::paper::layout::tests::words;

    #[test]
    fn every_print_stands_in_the_log_with_how_many_persons_and_nobodys_name() {
        let (folder, mut book) = book();
        let day = book.today();
        let save = |book: &mut Book, id: &str, name: &str, filling| {
            let request = PrintRequest { filling, ..PrintRequest::form(id, day) };
            let path = folder.path().join(name);
            book.run_print(&PrintOp::SavePdf { request, path }, &mut Silent).unwrap();
        };
        save(&mut book, CLASS_LIST, "名单.pdf", Filling::Recorded);
        save(&mut book, "ventilation", "通风.pdf", Filling::Blank);
        let lines = book.print_log(day, day).unwrap();
        let told: Vec<_> = lines.iter().map(|line| (line.persons, line.file.as_deref())).collect();
        assert_eq!(told, [(Some(29), Some("名单.pdf")), (Some(0), Some("通风.pdf"))]);
        assert!(book.print_log(day.pred_opt().unwrap(), day.pred_opt().unwrap()).unwrap().is_empty());
        let request = PrintRequest::form(PRINT_LOG, day);
        let job = book.job(&request, 0..usize::MAX, &mut Silent).unwrap();
        let text = words(&job.document.sheets[0]);
        assert!(text.contains("班级名单") && text.contains("29") && text.contains("名单.pdf"), "{text}");
        assert!(!text.contains("学生01") && job.table.is_some(), "{text}");
    }
}
