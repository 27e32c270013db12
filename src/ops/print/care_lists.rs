//! The registers of returns and of those who are kept apart.

use super::print_request::{Filling, PrintRequest};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::isolation::IsolationLine;
use crate::ops::return_to_class::ReturnLine;
use crate::paper::form::{FormContent, FormRow, Period};

/// Id of the register of return certificates.
pub const RETURNS: &str = "return-certificate";
/// Id of the register of observation and isolation.
pub const APART: &str = "observation";

impl Book {
    /// One of the two registers, of the term until a day.
    pub(super) fn care_list(&self, id: &str, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        if request.filling == Filling::Blank {
            return Ok(content);
        }
        let (first, last) = self.days_of(request, Period::Term)?;
        content.rows = if id == RETURNS {
            let lines = self.return_lines(first, last)?;
            lines.iter().zip(1..).map(|(line, no)| self.returned(line, no)).collect()
        } else {
            let mut lines = self.isolations_between(first, last)?;
            lines.sort_by_key(|line| (line.from_at, line.id));
            lines.iter().zip(1..).map(|(line, no)| self.apart_cells(line, no)).collect()
        };
        let header = [("period", self.days_words((first, last))), ("count", content.rows.len().to_string())];
        content.header.extend(header.into_iter().map(|(key, text)| (key.to_owned(), text)));
        Ok(content)
    }

    fn returned(&self, line: &ReturnLine, no: usize) -> FormRow {
        let it = &line.clearance;
        let paper = it.certificate.as_ref();
        let made = paper.and_then(|paper| paper.date).map(|day| day.to_string());
        let number = paper.and_then(|paper| paper.number.clone());
        filled([
            ("no", no.to_string()),
            ("name", line.name.clone()),
            ("class", line.class.clone()),
            ("disease", line.disease_name.clone().unwrap_or_default()),
            ("onset", line.onset.map(|day| day.to_string()).unwrap_or_default()),
            ("earliest", it.terms.earliest.map(|day| day.to_string()).unwrap_or_default()),
            ("day", line.day.to_string()),
            ("issuer", paper.map(|paper| paper.issuer.clone()).unwrap_or_default()),
            ("paper", [made, number].into_iter().flatten().collect::<Vec<_>>().join(" ")),
            (
                "copy",
                if paper.is_some_and(|paper| paper.copy_filed) { "√".to_owned() } else { String::new() },
            ),
            ("checker", it.checked_by.clone()),
            ("decision", self.decision_words(it)),
        ])
    }

    fn apart_cells(&self, line: &IsolationLine, no: usize) -> FormRow {
        let tr = &self.tr;
        let body = &line.body;
        let time = |at: &chrono::NaiveDateTime| at.format("%m-%d %H:%M").to_string();
        let join = |parts: [Option<String>; 2]| parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let looks: Vec<String> = body.follow_ups.iter().map(|seen| self.look_words(seen)).collect();
        let end = body.end.map(|end| tr.isolation_end(end));
        filled([
            ("no", no.to_string()),
            ("name", line.name.clone()),
            ("class", line.class.clone()),
            ("kind", tr.isolation_kind(line.kind)),
            ("began", line.from_at.format("%Y-%m-%d %H:%M").to_string()),
            ("found", join([body.found_at.clone().or(body.place.clone()), body.found_by.clone()])),
            ("symptoms", line.words.clone()),
            ("looks", looks.join(&tr.ops_list_mark())),
            (
                "family",
                join([body.family_called_at.as_ref().map(time), body.family_came_at.as_ref().map(time)]),
            ),
            ("hospital", join([body.hospital.clone(), body.transport.clone()])),
            ("disinfected", join([body.disinfected_at.as_ref().map(time), body.disinfected_by.clone()])),
            ("end", join([end, line.to_at.as_ref().map(time)])),
            ("recorder", body.recorded_by.clone()),
        ])
    }
}

fn filled<const N: usize>(pairs: [(&str, String); N]) -> FormRow {
    FormRow::Filled(pairs.into_iter().map(|(key, text)| (key.to_owned(), text)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::isolation::{IsolationEnd, IsolationKind};
    use crate::domain::progress::Silent;
    use crate::domain::return_clearance::{ReturnCertificate, ReturnDecision};
    use crate::ops::isolation::{IsolationOp, NewIsolation, NewLook};
    use crate::ops::return_to_class::{NewReturn, ReturnOp};
    use crate::ops::sample_book::{book, person};
    use crate::paper::layout::tests::words;

    fn printed(book: &mut Book, id: &str) -> String {
        let job = book.job(&PrintRequest::form(id, book.today()), 0..usize::MAX, &mut Silent).unwrap();
        job.document.sheets.iter().map(words).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_registers_print_what_was_recorded() {
        let (_folder, mut book) = book();
        let mut new = NewIsolation::of(person(102), IsolationKind::Observation);
        new.body.hospital = Some("云坪镇卫生院".into());
        let id = book.run_isolation(&IsolationOp::Begin(Box::new(new))).unwrap();
        let look = NewLook { note: Some("已退热".into()), ..NewLook::default() };
        book.run_isolation(&IsolationOp::Follow(id, Box::new(look))).unwrap();
        book.run_isolation(&IsolationOp::End(id, None, IsolationEnd::Hospital)).unwrap();
        let certificate =
            ReturnCertificate { issuer: "县人民医院".into(), ..ReturnCertificate::default() };
        let check = NewReturn {
            person: person(103),
            day: None,
            case: None,
            certificate: Some(certificate),
            checked_by: Some("梁燕".into()),
            decision: ReturnDecision::Admitted,
            decided_by: None,
            note: None,
            closes: true,
        };
        book.run_return(&ReturnOp::Check(Box::new(check))).unwrap();
        let apart = printed(&mut book, APART);
        for word in ["学生0102", "留观", "云坪镇卫生院", "送医", "王秀兰"] {
            assert!(apart.contains(word), "{word}: {apart}");
        }
        let returns = printed(&mut book, RETURNS);
        for word in ["学生0103", "县人民医院", "准予进班", "梁燕"] {
            assert!(returns.contains(word), "{word}: {returns}");
        }
        // Illness, onset, end of the exclusion, date and number, copy; where the guardian signs nothing stands.
        assert_eq!(returns.matches('/').count(), 5, "{returns}");
    }
}
