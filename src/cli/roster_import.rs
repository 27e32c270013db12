//! `roster import`.

use serde_json::{Value, json};

use super::arguments::{ImportArgs, Left};
use super::output::Output;
use crate::i18n::Tr;
use crate::ops::roster::import::{
    ImportOptions, ImportPlan, ImportRequest, ImportSummary, OnMatch, TeacherChange, import_words,
};
use crate::ops::{Book, OpError};

/// Reads a file, compares it and, unless it is a dry run, imports it.
pub fn run(book: &mut Book, args: &ImportArgs, output: &Output) -> Result<(), OpError> {
    let named = args.left.iter().filter_map(|left| match left {
        Left::Person(key) => Some(*key),
        Left::All => None,
    });
    let leavers: Vec<_> = named.collect();
    let request = ImportRequest {
        path: args.file.clone(),
        sheet: args.sheet.clone(),
        map: args.map.clone(),
        school_year: args.school_year,
        options: ImportOptions {
            as_of: args.as_of,
            on_match: if args.on_match == "skip" { OnMatch::Skip } else { OnMatch::Update },
            decisions: args.doubtful.clone(),
            take_file: args.take_file.clone(),
            all_left: args.left.contains(&Left::All),
            leavers: leavers.clone(),
            left_on: args.left_on,
        },
        ..ImportRequest::default()
    };
    let mut progress = output.progress();
    let document = book.read_roster(&request, &mut progress)?;
    let mut value = json!(document);
    if args.people {
        add(&mut value, "all_pupils", &document.pupils);
        add(&mut value, "all_staff", &document.staff);
    }
    book.refuse_idle_choices(&document, &request.options)?;
    let mut plan = book.compare_roster(document, &request.options, &mut progress)?;
    plan.file = request.file_name();
    if let Some(key) = leavers.into_iter().find(|key| plan.leaves_on(*key).is_none()) {
        return Err(OpError::NotMissing { key });
    }
    let summary = if args.dry_run { plan.summary() } else { book.import(&plan, &mut progress)? };
    drop(progress);
    if let (Value::Object(fields), Value::Object(more)) = (&mut value, json!(summary)) {
        // The comparison finds numbers that somebody else has.
        let _ = fields.insert("rows_warned".to_owned(), json!(plan.document.rows_warned));
        fields.extend(more);
    }
    let other_year = plan.other_year(book.today());
    let proposed = plan.proposes_year(book.today());
    let behind = (args.dry_run && plan.behind > 0).then_some(plan.behind);
    output.answer(&value, |tr| {
        let mut lines = lines(tr, &plan, &summary, args.dry_run);
        lines.extend(proposed.then(|| tr.roster_import_proposed_year()));
        lines.extend(behind.map(|pupils| tr.roster_import_behind(pupils)));
        lines.extend(other_year.map(|year| tr.roster_import_other_year(&format!("{year}-{}", year + 1))));
        lines
    });
    Ok(())
}

fn add<T: serde::Serialize>(value: &mut Value, key: &str, records: &[T]) {
    if let (Value::Object(fields), false) = (value, records.is_empty()) {
        let _ = fields.insert(key.to_owned(), json!(records));
    }
}

fn lines(tr: &Tr, plan: &ImportPlan, summary: &ImportSummary, dry_run: bool) -> Vec<String> {
    let document = &plan.document;
    let mut lines = Vec::new();
    if dry_run {
        lines.push(tr.roster_import_dry());
    }
    lines.push(tr.roster_import_year(
        &plan.as_of.to_string(),
        &format!("{}-{}", plan.school_year, plan.school_year + 1),
    ));
    lines.extend([
        tr.roster_import_read(document.classes.len(), document.pupils.len(), document.staff.len()),
        tr.roster_import_counts(summary.changed, summary.new, summary.unchanged),
        tr.roster_import_rest(
            summary.doubtful.len(),
            summary.conflicts.len(),
            summary.not_in_file.len(),
            document.rows_rejected.len(),
        ),
    ]);
    lines.extend(
        document
            .rows_rejected
            .iter()
            .map(|row| tr.roster_import_rejected(&import_words::rejection(tr, row.reason), row.origin.row)),
    );
    lines.extend(document.rows_warned.iter().map(|row| {
        tr.roster_import_warned(&row.name, &import_words::warning(tr, row.reason), row.origin.row)
    }));
    lines.extend(summary.teachers.iter().map(|change| teacher(tr, change)));
    lines.extend(summary.doubtful.iter().map(|row| tr.roster_import_doubtful(&row.name, row.origin.row)));
    lines.extend(summary.conflicts.iter().map(|conflict| {
        if conflict.stays_away() {
            return tr.roster_import_stays_away(&conflict.name);
        }
        tr.roster_import_conflict(&import_words::field(tr, &conflict.field), &conflict.name)
    }));
    lines.extend(
        summary
            .returned
            .iter()
            .map(|pupil| tr.roster_import_returned(&pupil.class, &plan.as_of.to_string(), &pupil.name)),
    );
    lines.extend(
        summary
            .taken
            .iter()
            .map(|taken| tr.roster_import_taken(&import_words::field(tr, &taken.change.field), &taken.name)),
    );
    lines.extend(plan.leavers.iter().map(|leaver| {
        tr.roster_import_left(&leaver.pupil.class, &leaver.on.to_string(), &leaver.pupil.name)
    }));
    lines.extend(
        summary
            .later
            .iter()
            .map(|line| tr.roster_import_later(&line.class, &line.name, &import_words::later(tr, line))),
    );
    lines.extend(summary.not_in_file.iter().map(|p| tr.roster_import_missing(&p.class, &p.name)));
    lines
}

/// A class that gets another 班主任.
fn teacher(tr: &Tr, change: &TeacherChange) -> String {
    let old = change.old.clone().unwrap_or_else(|| tr.import_empty());
    tr.roster_import_teacher(&change.class, &change.new, &old)
}
