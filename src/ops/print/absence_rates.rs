//! The rates of absence on paper, by class, month and cause.

use std::collections::BTreeMap;

use super::print_request::{Filling, PrintRequest, PrintScope};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::trace::{CauseLine, RateLine};
use crate::paper::form::{FormContent, FormRow, Period};

/// 缺勤率统计表
pub const ABSENCE_RATES: &str = "absence-rates";

impl Book {
    /// The rates of the request's days, else of the term until its day.
    pub(super) fn rates_sheet(&self, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        if request.filling == Filling::Blank {
            return Ok(content);
        }
        let tr = &self.tr;
        let (from, to) = self.days_of(request, Period::Term)?;
        let group = match request.scope {
            PrintScope::Group(group) => Some(group),
            _ => None,
        };
        let rates = self.absence_rates(from, to, group)?;
        let header = [
            ("period", tr.alert_period(&tr.long_day(rates.from), &tr.long_day(rates.to))),
            ("checked", tr.picture_checked(rates.checked, rates.due)),
            ("recorder", self.name_or_post(&self.operator()?)),
        ];
        content.header.extend(header.map(|(key, text)| (key.to_owned(), text)));
        content.rows.push(FormRow::Section(tr.trace_rates_classes()));
        content.rows.extend(rates.classes.iter().map(row));
        let all = RateLine { label: tr.trace_rates_all(), ..rates.total };
        content.rows.push(row(&all));
        content.rows.push(FormRow::Section(tr.trace_rates_months()));
        content.rows.extend(rates.months.iter().map(row));
        content.rows.push(FormRow::Section(tr.trace_rates_causes()));
        content.rows.extend(rates.causes.iter().map(cause));
        if rates.causes.is_empty() {
            let (cells, from) = (BTreeMap::new(), "label".to_owned());
            // Where nothing was checked nobody knows whether anybody was ill.
            let strong = if rates.checked == 0 { tr.trace_rates_nothing() } else { tr.trace_no_absences() };
            content.rows.push(FormRow::Span { cells, from, strong, text: String::new() });
        }
        Ok(content)
    }
}

fn row(line: &RateLine) -> FormRow {
    let checked = line.taught_half_days > 0;
    let counted = |text: String| if checked { text } else { "–".to_owned() };
    let rate = |rate: Option<f64>, decimals: usize| {
        rate.map_or_else(|| "–".to_owned(), |rate| format!("{rate:.decimals$}"))
    };
    filled([
        ("label", line.label.clone()),
        ("pupils", line.pupils.to_string()),
        ("taught", days(line.taught_half_days)),
        ("absent", counted(days(line.absent_half_days))),
        ("absence", rate(line.absence_rate, 2)),
        ("ill", counted(days(line.ill_half_days))),
        ("illness", rate(line.illness_rate, 2)),
        ("unknown", counted(days(line.unknown_half_days))),
        ("mean", rate(line.ill_days_per_pupil, 3)),
        ("episodes", counted(line.episodes.to_string())),
        ("share", rate(line.episodes_rate, 2)),
    ])
}

fn cause(line: &CauseLine) -> FormRow {
    filled([
        ("label", line.cause.clone()),
        ("ill", days(line.half_days)),
        ("episodes", line.episodes.to_string()),
    ])
}

fn filled<const N: usize>(cells: [(&str, String); N]) -> FormRow {
    FormRow::Filled(cells.into_iter().map(|(key, text)| (key.to_owned(), text)).collect())
}

/// Half days as days: `1.5`.
fn days(half_days: usize) -> String {
    let rest = if half_days % 2 == 1 { ".5" } else { "" };
    format!("{}{rest}", half_days / 2)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::domain::finding::Attendance;
    use crate::domain::progress::Silent;
    use crate::i18n::Language;
    use crate::ops::sample_book::{book, class, hand_in, morning, with};
    use crate::paper::layout::Sheet;
    use crate::roster_file::write::ListCell;

    #[test]
    fn rates_print_with_what_they_are_counted_from_and_as_a_workbook() {
        let (_folder, mut book) = book();
        let day = |day| NaiveDate::from_ymd_opt(2026, 11, day).unwrap();
        hand_in(&mut book, morning(1, day(20)), &[(101, with(Attendance::Ill, &["fever"]))]);
        hand_in(&mut book, morning(2, day(23)), &[]);
        for language in Language::ALL {
            book.set_language(language);
            let days = Some((day(20), day(23)));
            let request = PrintRequest { days, ..PrintRequest::form(ABSENCE_RATES, day(23)) };
            let job = book.job(&request, 0..usize::MAX, &mut Silent).unwrap();
            crate::paper::layout::tests::assert_sound(&job.document);
            let texts: Vec<&str> =
                job.document.sheets.iter().flat_map(Sheet::texts).map(|text| text.text.as_str()).collect();
            for words in ["2026-11", "三（1）", "九（1）", "8.33"] {
                assert!(texts.contains(&words), "{words}: {texts:?}");
            }
            let table = job.table.unwrap();
            let ill = table.rows.iter().any(|row| row.contains(&ListCell::Text("8.33".to_owned())));
            assert!(ill, "a rate stands in the workbook");
            let scope = PrintScope::Group(class(2));
            let one = book.job(&PrintRequest { scope, ..request }, 0..1, &mut Silent).unwrap();
            let rows = one.table.unwrap().rows.len();
            assert!(rows < table.rows.len(), "one class alone");
        }
    }
}
