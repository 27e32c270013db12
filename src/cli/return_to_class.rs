//! `return …`

use chrono::NaiveDate;
use serde_json::json;

use super::arguments::{CheckReturnArgs, PlanReturnArgs, ReturnCommand};

use super::output::{Output, table};
use super::roster::person_key;
use crate::domain::id::CaseId;
use crate::domain::return_clearance::{ReturnCertificate, ReturnDecision, ReturnPlan, ReturnTerms};
use crate::i18n::Tr;
use crate::ops::reporting::ReportingError;
use crate::ops::return_to_class::{NewReturn, ReturnOp};
use crate::ops::{Book, OpError};

/// Runs `return …`.
pub fn run(book: &mut Book, command: &ReturnCommand, output: &Output) -> Result<(), OpError> {
    match command {
        ReturnCommand::List { from: None, .. } => awaited(book, output),
        ReturnCommand::List { from: Some(from), to } => {
            checked(book, *from, to.unwrap_or_else(|| book.today().max(*from)), output)
        }
        ReturnCommand::Plan(args) => plan(book, args, output),
        ReturnCommand::Check(args) => check(book, args, output),
        ReturnCommand::Batch(command) => super::review::batches(book, command, output),
        ReturnCommand::Review(command) => super::review::reviews(book, command, output),
        ReturnCommand::Remove { person, day } => {
            book.run_return(&ReturnOp::Remove(person_key(person)?, *day))?;
            output.answer(&json!({ "removed": true }), |tr| vec![tr.return_done_remove()]);
            Ok(())
        }
    }
}

fn plan(book: &mut Book, args: &PlanReturnArgs, output: &Output) -> Result<(), OpError> {
    let case = case_key(&args.case)?;
    let before = book.awaited_returns(book.today())?.into_iter().find(|it| it.case == case);
    let before = before.map(|it| it.plan).unwrap_or_default();
    let plan = ReturnPlan {
        entry: args.entry.clone().or(before.entry),
        symptoms_ended: args.symptoms_ended.or(before.symptoms_ended),
        treated_since: args.treated_since.or(before.treated_since),
        clinic_day: args.clinic_day.or(before.clinic_day),
        clinic_by: args.clinic_by.clone().or(before.clinic_by),
    };
    book.run_return(&ReturnOp::Plan(case, Box::new(plan)))?;
    let now = book.awaited_returns(book.today())?.into_iter().find(|it| it.case == case);
    output.answer(&now, |tr| now.iter().map(|it| terms(it.terms, tr)).collect());
    Ok(())
}

fn check(book: &mut Book, args: &CheckReturnArgs, output: &Output) -> Result<(), OpError> {
    let certificate = args.issuer.as_ref().map(|issuer| ReturnCertificate {
        issuer: issuer.clone(),
        date: args.issued,
        number: args.number.clone(),
        copy_filed: args.copy,
    });
    let person = person_key(&args.person)?;
    let day = args.day.unwrap_or_else(|| book.today());
    let new = NewReturn {
        person,
        day: Some(day),
        case: args.case.as_deref().map(case_key).transpose()?,
        certificate,
        checked_by: args.checked_by.clone(),
        decision: ReturnDecision::from_name(&args.decision).unwrap_or(ReturnDecision::SentHome),
        decided_by: args.decided_by.clone(),
        note: args.note.clone(),
        closes: !args.keep_open,
    };
    book.run_return(&ReturnOp::Check(Box::new(new)))?;
    let line = book.return_lines(day, day)?.into_iter().find(|line| line.key == person);
    output.answer(&line, |tr| {
        let flags = line.iter().flat_map(|line| &line.clearance.flags).map(|flag| tr.return_flag(*flag));
        let said = line.iter().map(|line| tr.return_decision(line.clearance.decision));
        said.chain(flags).collect()
    });
    Ok(())
}

fn awaited(book: &Book, output: &Output) -> Result<(), OpError> {
    let lines = book.awaited_returns(book.today())?;
    output.answer(&lines, |tr| {
        if lines.is_empty() {
            return vec![tr.return_nobody()];
        }
        let rows = lines.iter().map(|it| {
            vec![
                it.case.to_string(),
                it.class.clone(),
                it.name.clone(),
                tr.case_named(&tr.certainty(it.certainty), &it.disease_name),
                terms(it.terms, tr),
            ]
        });
        table(&rows.collect::<Vec<_>>())
    });
    Ok(())
}

fn terms(terms: ReturnTerms, tr: &Tr) -> String {
    let day = terms.earliest.map_or_else(|| tr.return_no_day(), |day| tr.return_earliest(&day.to_string()));
    let certificate = terms.certificate.then(|| tr.return_needs_certificate());
    std::iter::once(day).chain(certificate).collect::<Vec<_>>().join(tr.ops_list_mark().as_str())
}

fn checked(book: &Book, from: NaiveDate, to: NaiveDate, output: &Output) -> Result<(), OpError> {
    let lines = book.return_lines(from, to)?;
    output.answer(&lines, |tr| {
        if lines.is_empty() {
            return vec![tr.return_none_checked()];
        }
        let rows = lines.iter().map(|line| {
            let flags: Vec<String> = line.clearance.flags.iter().map(|flag| tr.return_flag(*flag)).collect();
            vec![
                line.day.to_string(),
                line.class.clone(),
                line.name.clone(),
                line.disease_name.clone().unwrap_or_default(),
                tr.return_decision(line.clearance.decision),
                line.clearance.decided_by.clone(),
                flags.join(tr.ops_list_mark().as_str()),
            ]
        });
        table(&rows.collect::<Vec<_>>())
    });
    Ok(())
}

pub(super) fn case_key(given: &str) -> Result<CaseId, OpError> {
    given.parse().map_err(|_| ReportingError::NoSuchCase { given: given.to_owned() }.into())
}
