//! Lists of what goes on: the duties of a day, the log of the gate, the contacts of cases.

use super::print_request::{Filling, PrintRequest, PrintScope};
use crate::domain::obligation::ObligationState;
use crate::ops::book::Book;
use crate::ops::check::GateLine;
use crate::ops::error::OpError;
use crate::ops::isolation::ContactLine;
use crate::paper::form::{FormContent, FormRow};

/// Id of the duties of a day.
pub const TODO_LIST: &str = "todo-list";
/// Id of the log of the gate.
pub const GATE_LOG: &str = "gate-log";
/// Id of the contacts of cases.
pub const CASE_CONTACTS: &str = "case-contacts";

impl Book {
    /// One of the three lists as it stands.
    pub(super) fn duty_list(&self, id: &str, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        if request.filling == Filling::Blank {
            return Ok(content);
        }
        let (rows, header) = match id {
            TODO_LIST => self.todo_rows(request)?,
            GATE_LOG => self.gate_rows(request)?,
            _ => self.contact_rows(request)?,
        };
        content.rows = rows;
        content.header.insert("date".to_owned(), request.date.to_string());
        content.header.extend(header.into_iter().map(|(key, count)| (key.to_owned(), count.to_string())));
        Ok(content)
    }

    fn todo_rows(&self, request: &PrintRequest) -> Result<Listed, OpError> {
        let tr = &self.tr;
        let lines = self.todo(request.date)?;
        let open = lines.iter().filter(|line| line.state != ObligationState::Done).count();
        let late = lines.iter().filter(|line| line.state == ObligationState::Late).count();
        let rows = lines.iter().zip(1..).map(|(line, no): (_, usize)| {
            let state = match line.state {
                ObligationState::Late => tr.todo_state_late(),
                ObligationState::Open => tr.todo_state_open(),
                ObligationState::Done => tr.todo_state_done(),
            };
            open_row([
                ("no", no.to_string()),
                ("due", line.due.format("%Y-%m-%d %H:%M").to_string()),
                ("what", line.subject.clone()),
                ("state", state),
            ])
        });
        Ok((rows.collect(), vec![("open", open), ("late", late)]))
    }

    fn gate_rows(&self, request: &PrintRequest) -> Result<Listed, OpError> {
        let mut lines = self.gate_view(request.date)?.lines;
        let first = |line: &GateLine| line.measurements.iter().filter_map(|measured| measured.at).min();
        lines.sort_by_key(|line| (first(line), line.key));
        let reached = |line: &&GateLine| {
            let limit = |it: &crate::domain::measurement::Measurement| {
                self.rules.reaches(crate::domain::rule_book::Purpose::EntryGate, it.temperature)
            };
            line.measurements.iter().any(limit)
        };
        let high = lines.iter().filter(reached).count();
        let rows = lines.iter().zip(1..).map(|(line, no): (_, usize)| {
            let values = line.measurements.iter().map(|measured| self.measured_words(measured));
            let retest = match (line.retest_at, line.measurements.len()) {
                (Some(at), _) => self.tr.gate_retest_at(&at.format("%H:%M").to_string()),
                (None, 0 | 1) => String::new(),
                (None, _) if line.high => self.tr.gate_still_high(),
                (None, _) => self.tr.gate_normal(),
            };
            open_row([
                ("no", no.to_string()),
                ("at", first(line).map(|at| at.format("%H:%M").to_string()).unwrap_or_default()),
                ("name", line.name.clone()),
                ("class", line.class.clone()),
                ("values", values.collect::<Vec<_>>().join(&self.tr.ops_list_mark())),
                ("asked", line.asked.clone()),
                ("retest", retest),
                ("filed", self.tr.session(line.session)),
            ])
        });
        Ok((rows.collect(), vec![("count", lines.len()), ("high", high)]))
    }

    /// A measurement with its hour and instrument.
    fn measured_words(&self, measured: &crate::domain::measurement::Measurement) -> String {
        let tag = self.tr.language().tag();
        let with = measured.instrument.and_then(|instrument| self.rules.instrument(instrument));
        let at = measured.at.map(|at| at.format("%H:%M").to_string());
        let value = Some(format!("{} ℃", measured.temperature));
        let parts = [at, value, with.map(|entry| entry.name.get(tag).to_owned())];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    fn contact_rows(&self, request: &PrintRequest) -> Result<Listed, OpError> {
        let cases = match request.scope {
            PrintScope::Person(person) => self.store.cases_of(person)?.into_iter().take(1).collect(),
            _ => self.store.open_cases()?,
        };
        let names = self.case_names(&cases)?;
        let tag = self.tr.language().tag();
        let mut rows = Vec::new();
        for case in &cases {
            let disease = self.rules.disease_name(&case.disease, tag);
            let about = [names.class(case), names.person(case.person), disease.to_owned()].join(" ");
            for line in self.case_contacts(case.id)? {
                rows.push(self.contact_row(&about, &line, rows.len() + 1));
            }
        }
        let count = rows.len();
        Ok((rows, vec![("count", count)]))
    }

    fn contact_row(&self, about: &str, line: &ContactLine, no: usize) -> FormRow {
        let proposed = line.proposal.then(|| self.tr.contact_not_kept());
        let note = [proposed, line.note.clone()].into_iter().flatten().collect::<Vec<_>>();
        open_row([
            ("no", no.to_string()),
            ("case", about.to_owned()),
            ("name", line.name.clone()),
            ("class", line.class.clone()),
            ("near", self.tr.nearness(line.nearness)),
            ("met", line.last_met.to_string()),
            ("until", line.watched_until.to_string()),
            ("ill", line.ill_since.map(|day| day.to_string()).unwrap_or_default()),
            ("note", note.join(&self.tr.ops_list_mark())),
        ])
    }
}

/// Rows, and the counts of the head.
type Listed = (Vec<FormRow>, Vec<(&'static str, usize)>);

/// A row of which the rest is written by hand.
fn open_row<const N: usize>(pairs: [(&str, String); N]) -> FormRow {
    let known = pairs.into_iter().filter(|(_, text)| !text.is_empty());
    FormRow::Open(known.map(|(key, text)| (key.to_owned(), text)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::finding::Attendance;
    use crate::domain::progress::Silent;
    use crate::domain::temperature::Temperature;
    use crate::ops::case::CaseDraft;
    use crate::ops::check::GateEntry;
    use crate::ops::isolation::ContactOp;
    use crate::ops::sample_book::{book, hand_in, morning, person, with};
    use crate::paper::layout::tests::words;

    fn printed(book: &mut Book, id: &str) -> String {
        let job = book.job(&PrintRequest::form(id, book.today()), 0..usize::MAX, &mut Silent).unwrap();
        job.document.sheets.iter().map(words).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_duties_of_a_day_the_gate_and_the_contacts_print() {
        let (_folder, mut book) = book();
        let today = book.today();
        let gate = |n, temp: &str| GateEntry {
            person: person(n),
            temperature: Temperature::parse(temp),
            instrument: None,
            symptoms: [crate::domain::symptom::SymptomCode::new("cough")].into(),
        };
        book.file_at_gate(&gate(203, "37.6@forehead")).unwrap();
        book.file_at_gate(&gate(301, "36.5")).unwrap();
        hand_in(&mut book, morning(1, today), &[(101, with(Attendance::Ill, &["rash"]))]);
        let draft = CaseDraft { disease: "chickenpox".into(), ..CaseDraft::default() };
        let case = book.open_case(person(101), &draft, None).unwrap();
        book.run_contact(&ContactOp::Keep(case)).unwrap();
        let todo = printed(&mut book, TODO_LIST);
        for word in ["晨检", "待办", "水痘", "2026-11-23"] {
            assert!(todo.contains(word), "{word}: {todo}");
        }
        let log = printed(&mut book, GATE_LOG);
        for word in ["学生0203", "三（2）", "37.6", "咳嗽", "08:15复测", "学生0301", "36.5"] {
            assert!(log.replace(' ', "").contains(word), "{word}: {log}");
        }
        let contacts = printed(&mut book, CASE_CONTACTS);
        for word in ["学生0101", "水痘", "学生0102", "邻座", "2026-12-14"] {
            assert!(contacts.contains(word), "{word}: {contacts}");
        }
    }
}
