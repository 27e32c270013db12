//! The rows of a package at the level `counts`.

use chrono::NaiveDate;

use super::table_file::TableFile;
use crate::domain::daily_report::SessionFigures;
use crate::domain::rule_book::RuleBook;
use crate::exchange::{Cell, DataTable, ExchangeError};
use crate::i18n::Tr;
use crate::ops::daily_report::{ReportAlert, ReportBody, units};

/// The four tables: class by class, symptoms, alerts, and the reports issued. `days` are the reports of all
/// days as they stand now, `issued` those that were given out.
pub(super) fn tables(
    days: &[ReportBody],
    issued: &[ReportBody],
    rules: &RuleBook,
    tr: &Tr,
) -> Result<Vec<DataTable>, ExchangeError> {
    let file = TableFile::counts()?;
    let (mut classes, mut symptoms) = (Vec::new(), Vec::new());
    for day in days {
        for session in std::iter::once(&day.report.main).chain(&day.report.later) {
            class_rows(day, session, tr, &mut classes);
            symptom_rows(day.report.date, session, rules, &mut symptoms);
        }
    }
    let reports = issued.iter().map(report_row).collect();
    let language = tr.language();
    Ok(vec![
        file.table("class_day", classes, language)?,
        file.table("symptom_day", symptoms, language)?,
        file.table("alerts", alert_rows(days, tr), language)?,
        file.table("reports", reports, language)?,
    ])
}

fn number(count: impl TryInto<i64>) -> Cell {
    Cell::Integer(count.try_into().unwrap_or(i64::MAX))
}

fn text(text: impl Into<String>) -> Cell {
    let text = text.into();
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

fn class_rows(day: &ReportBody, session: &SessionFigures, tr: &Tr, rows: &mut Vec<Vec<Cell>>) {
    for (unit, row) in units(day, session, true, tr).iter().zip(1_u32..) {
        let known = |count: i64| if unit.is_unchecked() { Cell::Empty } else { Cell::Integer(count) };
        let people = |count: usize| known(i64::try_from(count).unwrap_or(i64::MAX));
        rows.push(vec![
            Cell::Date(day.report.date),
            text(session.session.name()),
            number(row),
            text(unit.name.as_str()),
            number(unit.classes),
            number(unit.unchecked_classes),
            number(unit.head_count),
            number(unit.unchecked),
            known(i64::from(unit.present)),
            people(unit.ill),
            people(unit.leave),
            people(unit.late),
            people(unit.unknown),
            people(unit.illness),
        ]);
    }
}

fn symptom_rows(date: NaiveDate, session: &SessionFigures, rules: &RuleBook, rows: &mut Vec<Vec<Cell>>) {
    for column in rules.columns() {
        rows.push(vec![
            Cell::Date(date),
            text(session.session.name()),
            text(column.code.as_str()),
            number(session.total.today_in(&column.code)),
            number(session.total.last_three_days_in(&column.code)),
        ]);
    }
}

/// Each run of days once, as it stood on its last day.
fn alert_rows(days: &[ReportBody], tr: &Tr) -> Vec<Vec<Cell>> {
    let mut runs: Vec<(&ReportBody, &ReportAlert)> = Vec::new();
    for day in days {
        for alert in &day.alerts {
            match runs.iter_mut().find(|(_, known)| is_same_run(known, alert)) {
                Some(run) => *run = (day, alert),
                None => runs.push((day, alert)),
            }
        }
    }
    let row = |((day, alert), row): ((&ReportBody, &ReportAlert), u32)| {
        vec![
            number(row),
            text(alert.rule.as_str()),
            text(day.rules.get(&alert.rule).cloned().unwrap_or_default()),
            text(alert.group.kind().name()),
            text(day.scope_of(alert, tr)),
            text(alert.code.clone().unwrap_or_default()),
            Cell::Date(alert.raised_on),
            Cell::Date(day.report.date),
            number(alert.persons.len()),
        ]
    };
    runs.into_iter().zip(1..).map(row).collect()
}

fn is_same_run(known: &ReportAlert, alert: &ReportAlert) -> bool {
    (&known.rule, known.group, &known.code, known.raised_on)
        == (&alert.rule, alert.group, &alert.code, alert.raised_on)
        && (alert.cluster || alert.code.is_none() || known.persons == alert.persons)
}

fn report_row(report: &ReportBody) -> Vec<Cell> {
    vec![
        text(report.number.as_str()),
        Cell::Date(report.report.date),
        Cell::DateTime(report.made_at),
        text(report.corrects.clone().unwrap_or_default()),
        Cell::Boolean(report.report.nil),
    ]
}
