//! Lists beside the check sheets: the classes to call, and corrections.

use std::collections::BTreeMap;

use super::print_request::{Filling, PrintRequest};
use crate::ops::book::Book;
use crate::ops::check::{CorrectionLine, MissingLine};
use crate::ops::error::OpError;
use crate::paper::form::{FormContent, FormRow, Period};

/// Id of the list of sheets that are not in.
pub const CALL_LIST: &str = "call-list";
/// Id of the list of corrections.
pub const CORRECTIONS: &str = "corrections";

/// Cells of a row.
type Cells = BTreeMap<String, String>;

impl Book {
    /// The classes whose sheet of a session is not in, to call them.
    pub(super) fn call_list(&self, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        let tr = &self.tr;
        let mut header = vec![("session", tr.session(request.session)), ("date", tr.long_day(request.date))];
        if request.filling != Filling::Blank {
            let lines = self.missing(request.date, Some(request.session))?;
            header.push(("at", tr.time(self.now())));
            header.push(("count", lines.len().to_string()));
            content.rows = lines.iter().zip(1..).map(|(line, no)| self.to_call(line, no)).collect();
            if content.rows.is_empty() {
                content.rows.push(nothing(tr.missing_none()));
            }
        }
        content.header.extend(header.into_iter().map(|(key, text)| (key.to_owned(), text)));
        Ok(content)
    }

    fn to_call(&self, line: &MissingLine, no: usize) -> FormRow {
        let tr = &self.tr;
        let wanted = line.deadline.map(|at| tr.time(at));
        let late = match wanted {
            Some(at) if line.overdue => tr.missing_late_since(&at),
            wanted => wanted.unwrap_or_default(),
        };
        FormRow::Open(cells([
            ("no", no.to_string()),
            ("class", line.class.clone()),
            ("teacher", line.teacher.clone().unwrap_or_default()),
            ("phone", line.phone.clone().unwrap_or_default()),
            ("late", late),
            ("called", "□".to_owned()),
        ]))
    }

    /// The corrections of the term until a day.
    pub(super) fn correction_list(&self, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        if request.filling != Filling::Blank {
            let (from, to) = self.days_of(request, Period::Term)?;
            let lines = self.corrections(from, to)?;
            let header = [("days", format!("{from} – {to}")), ("count", lines.len().to_string())];
            content.header.extend(header.into_iter().map(|(key, text)| (key.to_owned(), text)));
            content.rows = lines.iter().map(|line| self.corrected(line)).collect();
            if content.rows.is_empty() {
                content.rows.push(nothing(self.tr.correction_nothing()));
            }
        }
        Ok(content)
    }

    fn corrected(&self, line: &CorrectionLine) -> FormRow {
        FormRow::Filled(cells([
            ("no", format!("{} #{}", line.date, line.number)),
            ("class", line.class.clone()),
            ("name", line.name.clone()),
            ("session", self.tr.session(line.session)),
            ("before", line.before_words.clone()),
            ("after", line.after_words.clone()),
            ("reason", line.reason.clone()),
            ("by", format!("{} {}", line.by, line.at.format("%m-%d %H:%M"))),
        ]))
    }
}

/// A row that says that there is none.
fn nothing(words: String) -> FormRow {
    FormRow::Span { cells: Cells::new(), from: "no".to_owned(), strong: words, text: String::new() }
}

fn cells<const N: usize>(pairs: [(&str, String); N]) -> Cells {
    pairs.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::finding::Attendance;
    use crate::domain::progress::Silent;
    use crate::domain::session::Session;
    use crate::ops::clock::FixedClock;
    use crate::ops::print::PrintOp;
    use crate::ops::sample_book::{book, hand_in, morning, person, with};
    use crate::paper::layout::tests::words;

    fn printed(book: &mut Book, id: &str) -> String {
        let job = book.job(&PrintRequest::form(id, book.today()), 0..usize::MAX, &mut Silent).unwrap();
        job.document.sheets.iter().map(words).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_list_to_call_names_teachers_with_their_telephones_and_since_when() {
        let (_folder, mut book) = book();
        let date = book.today();
        let lines = book.missing(date, Some(Session::Morning)).unwrap();
        assert_eq!(
            (lines.len(), lines[0].phone.as_deref(), lines[0].overdue),
            (3, Some("13800000001"), false)
        );
        book.clock = Box::new(FixedClock("2026-11-23T09:20:00".parse().unwrap()));
        hand_in(&mut book, morning(2, date), &[]);
        let lines = book.missing(date, Some(Session::Morning)).unwrap();
        assert!(lines.iter().all(|line| line.overdue) && lines.len() == 2);
        assert!(book.missing(date, None).unwrap().iter().any(|line| line.session == Session::Noon));
        let sheet = printed(&mut book, CALL_LIST);
        for word in ["三年级(1)班", "梁燕", "13800000001", "09:00", "□"] {
            assert!(sheet.contains(word), "{word}: {sheet}");
        }
        assert!(!sheet.contains("三年级(2)班"));
        hand_in(&mut book, morning(1, date), &[]);
        hand_in(&mut book, morning(3, date), &[]);
        assert!(printed(&mut book, CALL_LIST).contains(&book.tr().missing_none()));
    }

    #[test]
    fn corrections_print_with_number_and_reason() {
        let (folder, mut book) = book();
        let key = morning(1, book.today());
        assert!(printed(&mut book, CORRECTIONS).contains(&book.tr().correction_nothing()));
        hand_in(&mut book, key, &[]);
        let request = PrintRequest::form("school-day", book.today());
        let path = folder.path().join("日报.pdf");
        let _ = book.run_print(&PrintOp::SavePdf { request, path }, &mut Silent).unwrap();
        book.record_all(key, &[(person(102), with(Attendance::Ill, &["fever"]))], Some("家长来电")).unwrap();
        let sheet = printed(&mut book, CORRECTIONS);
        for word in ["#1", "学生0102", "因病 发热", "家长来电"] {
            assert!(sheet.contains(word), "{word}: {sheet}");
        }
    }
}
