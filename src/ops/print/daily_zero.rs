//! 疫情日报告（零报告）表: the figures of a day for pupils and staff.

use chrono::{NaiveDate, NaiveTime};

use super::print_request::{Filling, PrintRequest};
use crate::domain::daily_report::Figures;
use crate::domain::illness_case::{Certainty, IllnessCase};
use crate::domain::sheet::SheetState;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::paper::form::{FormContent, FormTemplate};

/// Id of the form.
pub const DAILY_ZERO: &str = "daily-zero";
/// Columns of symptoms that the form has beside 'other', into which the rest is counted.
const SYMPTOMS: [&str; 7] = ["fever", "cough", "vomiting", "diarrhoea", "rash", "conjunctivitis", "parotid"];

impl Book {
    /// The form of a day, blank or with the figures of its daily report.
    pub(super) fn daily_zero(
        &self,
        form: &FormTemplate,
        request: &PrintRequest,
    ) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        if request.filling == Filling::Blank {
            return Ok(content);
        }
        let view = self.report_view(request.date)?;
        let report = &view.body.report;
        let mut texts = vec![
            ("date".to_owned(), self.tr.long_day(request.date)),
            ("made".to_owned(), self.tr.time(self.now())),
            ("reporter".to_owned(), self.operator()?),
        ];
        texts.extend(self.figures_of("pupils", &report.main.total));
        let staff = report.staff.as_ref().filter(|staff| staff.state != SheetState::Unchecked);
        texts.extend(staff.map(|staff| self.figures_of("staff", &staff.figures)).into_iter().flatten());
        let (term, _) = self.term_until(request.date)?;
        let today = self.care_figures("new", request.date, request.date, &mut texts)?;
        let _ = self.care_figures("sum", term, request.date, &mut texts)?;
        let unchecked = view.body.unchecked(&self.tr);
        let mark = self.tr.ops_list_mark();
        texts.push(("unchecked".to_owned(), unchecked.join(&mark)));
        texts.push(("cases".to_owned(), self.disease_words(&today)));
        let conclusion = match (report.nil && unchecked.is_empty(), today.is_empty()) {
            (_, false) => Some(2),
            (true, true) => Some(0),
            (false, true) if unchecked.is_empty() => Some(1),
            (false, true) => None,
        };
        let boxes = form.blocks.iter().flat_map(|block| block.rows.iter().flatten());
        let field =
            boxes.filter(|field| field.key == "conclusion").find_map(|field| field.boxes.get(conclusion?));
        let word = field.map(|words| words.get(self.tr.language()).to_owned());
        texts.push(("conclusion".to_owned(), word.unwrap_or_default()));
        content.header.extend(texts.into_iter().filter(|(_, text)| !text.is_empty()));
        Ok(content)
    }

    /// Attendance and symptoms of the checked.
    fn figures_of(&self, who: &str, figures: &Figures) -> Vec<(String, String)> {
        let due = figures.head_count.saturating_sub(figures.unchecked);
        let counts = [
            ("total", figures.head_count as usize),
            ("due", due as usize),
            ("present", figures.present as usize),
            ("absent", due.saturating_sub(figures.present) as usize),
            ("ill", figures.ill.len()),
            ("leave", figures.leave.len()),
            ("unknown", figures.unknown.len()),
        ];
        let mut other = 0;
        let mut symptoms: Vec<(&str, usize)> = SYMPTOMS.into_iter().map(|code| (code, 0)).collect();
        for column in self.rules.columns() {
            let count = figures.today_in(&column.code);
            match symptoms.iter_mut().find(|(code, _)| column.code.to_string() == *code) {
                Some((_, sum)) => *sum += count,
                None => other += count,
            }
        }
        let all = counts.into_iter().chain(symptoms).chain([("other", other)]);
        all.map(|(key, count)| (format!("{who}-{key}"), count.to_string())).collect()
    }

    /// Cases, people kept apart and returns of some days; answers the cases.
    fn care_figures(
        &self,
        row: &str,
        first: NaiveDate,
        last: NaiveDate,
        texts: &mut Vec<(String, String)>,
    ) -> Result<Vec<IllnessCase>, OpError> {
        let until = last.succ_opt().unwrap_or(last).and_time(NaiveTime::MIN);
        let cases = self.store.cases_between(first.and_time(NaiveTime::MIN), until)?;
        let of = |certainty| cases.iter().filter(|case| case.body.facts.certainty == certainty).count();
        let counts = [
            ("suspected", of(Certainty::Suspected)),
            ("confirmed", of(Certainty::Diagnosed)),
            ("apart", self.store.isolations_between(first, last)?.len()),
            ("returned", self.store.returns_between(first, last)?.len()),
        ];
        texts.extend(counts.into_iter().map(|(key, count)| (format!("{row}-{key}"), count.to_string())));
        Ok(cases.into_iter().filter(|case| case.body.facts.certainty != Certainty::RuledOut).collect())
    }

    /// Each disease with how many have it; nobody is named on a sheet that goes out.
    fn disease_words(&self, cases: &[IllnessCase]) -> String {
        let tr = &self.tr;
        let tag = tr.language().tag();
        let known = self.rules.diseases().iter().filter_map(|disease| {
            let count = cases.iter().filter(|case| case.disease == disease.id).count();
            (count > 0).then(|| tr.form_disease_count(count, disease.name.get(tag)))
        });
        known.collect::<Vec<_>>().join(&tr.ops_list_mark())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::finding::Attendance;
    use crate::domain::progress::Silent;
    use crate::ops::sample_book::{book, hand_in, morning, person, with};
    use crate::paper::layout::tests::words;

    #[test]
    fn a_nil_day_is_ticked_as_such_and_an_ill_one_is_not() {
        let (_folder, mut book) = book();
        let date = book.today();
        for class in 1..=3 {
            hand_in(&mut book, morning(class, date), &[]);
        }
        let request = PrintRequest::form(DAILY_ZERO, date);
        let text = |book: &mut Book| {
            let job = book.job(&request, 0..usize::MAX, &mut Silent).unwrap();
            assert_eq!(job.document.sheets.len(), 1);
            words(&job.document.sheets[0])
        };
        let sheet = text(&mut book);
        assert!(sheet.contains("■零报告") && sheet.contains("29"), "{sheet}");
        book.record_all(
            morning(1, date),
            &[(person(101), with(Attendance::Ill, &["fever", "jaundice"]))],
            Some("更正"),
        )
        .unwrap();
        let sheet = text(&mut book);
        assert!(sheet.contains("□零报告") && sheet.contains("■有因病"), "{sheet}");
        let form = FormTemplate::shipped(DAILY_ZERO).unwrap();
        let content = book.daily_zero(&form, &request).unwrap();
        let count = |key: &str| content.header.get(key).map(String::as_str);
        assert_eq!(
            (count("pupils-fever"), count("pupils-other"), count("pupils-ill")),
            (Some("1"), Some("1"), Some("1"))
        );
        assert_eq!(
            (count("pupils-due"), count("pupils-present"), count("pupils-absent")),
            (Some("29"), Some("28"), Some("1"))
        );
    }
}
