//! `return batch …` and `return review …`

use serde_json::json;

use super::arguments::{BatchArgs, BatchCommand, DecideArgs, FactsArgs, ReviewCommand, WhoseArgs};
use super::output::{Output, table};
use super::roster::person_key;
use crate::domain::group::Group;
use crate::domain::home::{BatchBody, Verdict};
use crate::domain::id::{BatchId, PersonId};
use crate::domain::return_clearance::ReturnCertificate;
use crate::i18n::Tr;
use crate::ops::home::{BatchDraft, BatchLine, HomeError, HomeOp, ReviewLine};
use crate::ops::{Book, OpError};

/// Runs `return batch …`.
pub fn batches(book: &mut Book, command: &BatchCommand, output: &Output) -> Result<(), OpError> {
    match command {
        BatchCommand::List => {}
        BatchCommand::Put(args) => put(book, args)?,
        BatchCommand::Remove { batch } => {
            let id = book.find_batch(batch)?.id;
            let _ = book.run_home(&HomeOp::RemoveBatch(id))?;
        }
    }
    let view = book.batches_view()?;
    output.answer(&view, |tr| {
        if view.batches.is_empty() {
            return vec![tr.home_no_batches()];
        }
        let rows = view.batches.iter().flat_map(|batch| batch_rows(batch, tr));
        let mut lines = table(&rows.collect::<Vec<_>>());
        let mark = tr.ops_list_mark();
        if !view.without.is_empty() {
            lines.push(tr.home_without_batch(&view.without.join(&mark)));
        }
        if !view.doubled.is_empty() {
            lines.push(tr.home_doubled(&view.doubled.join(&mark)));
        }
        lines
    });
    Ok(())
}

fn batch_rows(batch: &BatchLine, tr: &Tr) -> Vec<Vec<String>> {
    let row = |head: String, name: String, [people, approved, refused, open, unrecorded]: [usize; 5]| {
        vec![
            head,
            name,
            tr.home_people(people),
            tr.home_approved(approved),
            tr.home_refused(refused),
            tr.home_undecided(open),
            tr.home_unrecorded(unrecorded),
        ]
    };
    let all = [batch.people, batch.approved, batch.refused, batch.open, batch.unrecorded];
    let head = row(batch.day.to_string(), batch.body.name.clone(), all);
    let groups = batch.groups.iter().map(|it| {
        row(String::new(), it.class.clone(), [it.people, it.approved, it.refused, it.open, it.unrecorded])
    });
    std::iter::once(head).chain(groups).collect()
}

fn put(book: &mut Book, args: &BatchArgs) -> Result<(), OpError> {
    let before = book.find_batch(&args.name).ok();
    let day = args.day.or(before.as_ref().map(|batch| batch.day));
    let day = day.ok_or(OpError::BadValue { field: "--day", given: String::new() })?;
    let old = before.as_ref().map(|batch| batch.body.clone()).unwrap_or_default();
    let chosen = !args.class.is_empty() || !args.grade.is_empty();
    let classes = book.batch_classes(&args.class, day)?;
    let name = before.as_ref().map_or_else(|| args.name.clone(), |batch| batch.body.name.clone());
    let body = BatchBody {
        name: args.rename.clone().unwrap_or(name),
        classes: if chosen { classes } else { old.classes },
        grades: if chosen { args.grade.iter().copied().collect() } else { old.grades },
        staff: args.staff.as_deref().map_or(old.staff, |said| said == "yes"),
        note: args.note.clone().or(old.note),
    };
    book.put_batch(before.map(|batch| batch.id), &BatchDraft { day, body }).map(drop)
}

/// Runs `return review …`.
pub fn reviews(book: &mut Book, command: &ReviewCommand, output: &Output) -> Result<(), OpError> {
    match command {
        ReviewCommand::List { batch, class } => {
            let (batch, group) = place(book, batch.as_deref(), class.as_deref())?;
            let lines = book.review_lines(batch, group)?;
            output.answer(&lines, |tr| listed(&lines, tr));
            Ok(())
        }
        ReviewCommand::Facts(args) => facts(book, args, output),
        ReviewCommand::Approve(args) => decide(book, args, true, output),
        ReviewCommand::Refuse(args) => decide(book, args, false, output),
        ReviewCommand::Reopen { whose } => {
            let (batch, person) = who(book, whose)?;
            let _ = book.run_home(&HomeOp::Reopen(batch, person))?;
            told(book, batch, person, output)
        }
        ReviewCommand::ApproveAll { batch, class, decided_by } => {
            let (batch, group) = place(book, batch.as_deref(), class.as_deref())?;
            let done = book.approve_all(batch, group, decided_by.as_deref())?;
            output.answer(&done, |tr| {
                let said = tr.home_approved_all(done.approved, done.skipped.len());
                std::iter::once(said).chain(listed(&done.skipped, tr)).collect()
            });
            Ok(())
        }
    }
}

fn place(book: &Book, batch: Option<&str>, class: Option<&str>) -> Result<(BatchId, Option<Group>), OpError> {
    let batch = match batch {
        Some(given) => book.find_batch(given)?,
        None => book.next_batch()?.ok_or(HomeError::NoBatches)?,
    };
    Ok((batch.id, class.map(|given| book.find_group(given, batch.day)).transpose()?))
}

fn who(book: &Book, whose: &WhoseArgs) -> Result<(BatchId, PersonId), OpError> {
    let (batch, _) = place(book, whose.batch.as_deref(), None)?;
    Ok((batch, person_key(&whose.person)?))
}

fn facts(book: &mut Book, args: &FactsArgs, output: &Output) -> Result<(), OpError> {
    let (batch, person) = who(book, &args.whose)?;
    let mut facts = book.review_of(batch, person)?.facts;
    let bad = |field, given: &str| OpError::BadValue { field, given: given.to_owned() };
    match args.commitment.as_deref() {
        None => {}
        Some("no") => facts.commitment_on = None,
        Some(day) => facts.commitment_on = Some(day.parse().map_err(|_| bad("--commitment", day))?),
    }
    if let Some(issuer) = &args.issuer {
        facts.certificate = Some(ReturnCertificate {
            issuer: issuer.clone(),
            date: args.issued,
            number: args.number.clone(),
            copy_filed: false,
        });
    }
    for given in &args.answer {
        let (id, said) = given.split_once('=').unwrap_or((given, "yes"));
        if book.rules().home().condition(id).is_none() {
            return Err(bad("--answer", given));
        }
        let _ = match said {
            "yes" | "no" => facts.answers.insert(id.to_owned(), said == "yes"),
            "unknown" => facts.answers.remove(id),
            _ => return Err(bad("--answer", given)),
        };
    }
    let _ = book.run_home(&HomeOp::Facts(batch, person, Box::new(facts)))?;
    told(book, batch, person, output)
}

fn decide(book: &mut Book, args: &DecideArgs, approved: bool, output: &Output) -> Result<(), OpError> {
    let (batch, person) = who(book, &args.whose)?;
    let (by, reason) = (args.decided_by.clone(), args.reason.clone());
    let _ = book.run_home(&HomeOp::Decide { batch, person, approved, by, reason })?;
    told(book, batch, person, output)
}

fn told(book: &Book, batch: BatchId, person: PersonId, output: &Output) -> Result<(), OpError> {
    let line = book.review_of(batch, person)?;
    output.answer(&json!(line), |tr| {
        let conditions = line
            .judged
            .iter()
            .map(|one| vec![tr.home_verdict(one.judged.verdict), one.name.clone(), one.words.clone()]);
        listed(std::slice::from_ref(&line), tr)
            .into_iter()
            .chain(table(&conditions.collect::<Vec<_>>()))
            .collect()
    });
    Ok(())
}

fn listed(lines: &[ReviewLine], tr: &Tr) -> Vec<String> {
    let rows = lines.iter().map(|line| {
        let open = line.judged.iter().filter(|one| one.judged.verdict != Verdict::Met);
        let open: Vec<String> = open.map(|one| format!("{} ({})", one.name, one.words)).collect();
        vec![
            line.key.to_string(),
            line.class.clone(),
            line.seat_no.to_string(),
            line.name.clone(),
            tr.home_decision(line.decision.as_ref()),
            open.join(&tr.ops_list_mark()),
        ]
    });
    table(&rows.collect::<Vec<_>>())
}
