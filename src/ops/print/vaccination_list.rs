//! 入学免疫查验登记表: what the certificates of a class showed.

use std::collections::BTreeMap;

use super::print_request::{Filling, PrintRequest};
use crate::domain::vaccination_check::{Completeness, VaccinationCheck};
use crate::ops::book::Book;
use crate::ops::check::{GroupInfo, Seat};
use crate::ops::error::OpError;
use crate::paper::form::{FormContent, FormRow};

/// Id of the form.
pub const VACCINATION: &str = "vaccination";

/// Cells of a row.
type Cells = BTreeMap<String, String>;

/// How many of a class.
#[derive(Default)]
struct Total {
    certificates: usize,
    complete: usize,
    caught_up: usize,
}

impl Book {
    /// The register of a class: everyone's name, with what was written down.
    pub(super) fn vaccination_list(
        &self,
        info: &GroupInfo,
        request: &PrintRequest,
    ) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        let seats = self.everyone(info.group, request.date)?;
        let blank = request.filling == Filling::Blank;
        let mut total = Total::default();
        for seat in &seats {
            let checks = if blank { Vec::new() } else { self.store.vaccination_checks(seat.person.id)? };
            let check = checks.into_iter().find(|check| check.day <= request.date);
            content.rows.push(self.vaccination_row(seat, check.as_ref(), &mut total));
        }
        let mut header = vec![
            ("class", info.label.clone()),
            ("enrolled", seats.len().to_string()),
            ("teacher", info.teacher.clone().unwrap_or_default()),
        ];
        if !blank {
            header.push(("date", self.tr.long_day(request.date)));
            let sums = [
                ("certificate", total.certificates),
                ("complete", total.complete),
                ("caught-up", total.caught_up),
            ];
            let cells = sums.into_iter().map(|(key, count)| (key.to_owned(), count.to_string()));
            let _ = content.foot.insert("total".to_owned(), cells.collect());
        }
        content.header.extend(header.into_iter().map(|(key, text)| (key.to_owned(), text)));
        Ok(content)
    }

    /// A pupil's row: of somebody whose certificate nobody has seen only the name, so that it can be filled in.
    fn vaccination_row(&self, seat: &Seat, check: Option<&VaccinationCheck>, total: &mut Total) -> FormRow {
        let person = &seat.person;
        let mut cells = Cells::from([
            ("no".to_owned(), seat.seat_no.to_string()),
            ("name".to_owned(), person.name.clone()),
            ("birth".to_owned(), person.birth.map(|day| day.to_string()).unwrap_or_default()),
        ]);
        let Some(check) = check else { return FormRow::Open(cells) };
        let tick = || self.tr.print_tick();
        if check.certificate == Some(true) {
            total.certificates += 1;
            let _ = cells.insert("certificate".to_owned(), tick());
        }
        if check.replaced {
            let _ = cells.insert("replaced".to_owned(), tick());
        }
        for (vaccine, doses) in &check.doses {
            let caught_up = (doses.catch_up > 0).then(|| format!("△{}", doses.catch_up));
            let given = (doses.given > 0 || caught_up.is_none()).then(|| doses.given.to_string());
            let text: Vec<String> = [given, caught_up].into_iter().flatten().collect();
            let _ = cells.insert(vaccine.clone(), text.join(" "));
        }
        match check.completeness(self.rules.vaccines()) {
            Completeness::Complete => {
                total.complete += 1;
                let _ = cells.insert("complete".to_owned(), tick());
            }
            Completeness::CaughtUp => {
                total.caught_up += 1;
                let _ = cells.insert("caught-up".to_owned(), tick());
            }
            Completeness::Unknown | Completeness::Missing(_) => {}
        }
        let _ = cells.insert("checked".to_owned(), check.day.to_string());
        let _ = cells.insert("remark".to_owned(), check.remark.clone().unwrap_or_default());
        FormRow::Filled(cells)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Silent;
    use crate::domain::rule_book::RuleBook;
    use crate::domain::vaccination_check::Doses;
    use crate::ops::sample_book::{book, person};
    use crate::paper::form::FormTemplate;
    use crate::paper::layout::tests::words;
    use crate::storage::VaccinationRow;

    #[test]
    fn every_shipped_vaccine_has_its_column() {
        let form = FormTemplate::shipped(VACCINATION).unwrap();
        for vaccine in RuleBook::shipped().unwrap().vaccines() {
            assert!(form.columns.iter().any(|column| column.key == vaccine.id), "{}", vaccine.id);
        }
    }

    #[test]
    fn a_checked_certificate_stands_beside_names_that_wait_for_theirs() {
        let (_folder, mut book) = book();
        let day = book.today();
        let mut check = VaccinationCheck::open(person(101), day);
        check.certificate = Some(true);
        for vaccine in RuleBook::shipped().unwrap().vaccines() {
            let doses = Doses { given: vaccine.doses.unwrap_or(1), catch_up: 0 };
            let _ = check.doses.insert(vaccine.id.clone(), doses);
        }
        let _ = check.doses.insert("hepb".into(), Doses { given: 2, catch_up: 1 });
        book.act("test", serde_json::json!({}), |act, _| {
            Ok(act.put(&VaccinationRow::from(check)).map(drop)?)
        })
        .unwrap();
        let request = PrintRequest::form(VACCINATION, day);
        let job = book.job(&request, 0..usize::MAX, &mut Silent).unwrap();
        assert_eq!(job.document.sheets.len(), 3, "a sheet for each class");
        let text = words(&job.document.sheets[0]);
        for word in ["学生0101", "学生0102", "2 △1", "合计", "补种"] {
            assert!(text.contains(word), "{word}: {text}");
        }
        let blank = PrintRequest { filling: Filling::Blank, ..request };
        let job = book.job(&blank, 0..usize::MAX, &mut Silent).unwrap();
        let text = words(&job.document.sheets[0]);
        assert!(text.contains("学生0101") && !text.contains("△1"), "{text}");
    }
}
