//! `roster promote`.

use super::arguments::PromoteArgs;
use super::output::{Output, table};
use crate::domain::calendar::Calendar;
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::promotion::{ClassFate, PromotionChoices, PupilFate};
use crate::i18n::Tr;
use crate::ops::promotion::{PromotionRequest, PromotionView};
use crate::ops::{Book, OpError};

/// Shows what would happen, and does it unless it is a dry run.
pub fn run(book: &mut Book, args: &PromoteArgs, output: &Output) -> Result<(), OpError> {
    let to_year = match args.to_year {
        Some(year) => year,
        None => book.promotion_year()?,
    };
    let request = PromotionRequest {
        to_year: Some(to_year),
        system: args.system.clone(),
        choices: choices(book, args, to_year)?,
    };
    if args.dry_run {
        let view = book.promotion_view(&request)?;
        output.answer(&view, |tr| {
            let mut lines = lines(tr, &view);
            lines.push(tr.promotion_dry());
            lines
        });
        return Ok(());
    }
    let mut progress = output.progress();
    let promoted = book.promote(&request, &mut progress)?;
    drop(progress);
    output.answer(&promoted, |tr| {
        let mut lines = lines(tr, &promoted.view);
        lines.push(tr.promotion_written(&years(to_year)));
        if !promoted.terms_set {
            lines.push(tr.promotion_terms_proposed());
            lines.extend(
                promoted
                    .terms
                    .iter()
                    .map(|term| format!("  chenjian calendar term --from {} --to {}", term.first, term.last)),
            );
        }
        lines
    });
    Ok(())
}

fn choices(book: &Book, args: &PromoteArgs, to_year: i32) -> Result<PromotionChoices, OpError> {
    let mut choices = PromotionChoices {
        new_teachers: args.new_teachers,
        keep_seats: args.keep_seats,
        ..PromotionChoices::default()
    };
    let class = |given: &str| old_class(book, given, to_year);
    for given in &args.leave {
        let _ = choices.classes.insert(class(given)?, ClassFate::Leave);
    }
    for given in &args.stay {
        let _ = choices.classes.insert(class(given)?, ClassFate::Stay);
    }
    for (from, to) in args.rename.iter().chain(&args.merge).chain(&args.split) {
        for given in names(from) {
            let _ = choices.classes.insert(class(&given)?, ClassFate::Into(names(to)));
        }
    }
    for given in &args.hold_back {
        let (key, fate) = match given.split_once('=') {
            Some((key, class)) => (key, PupilFate::HeldBackInto(class.trim().to_owned())),
            None => (given.as_str(), PupilFate::HeldBack),
        };
        let _ = choices.pupils.insert(pupil(key)?, fate);
    }
    for (key, class) in &args.place {
        let _ = choices.pupils.insert(pupil(key)?, PupilFate::Into(class.clone()));
    }
    for key in &args.leaver {
        let _ = choices.pupils.insert(pupil(key)?, PupilFate::Leave);
    }
    Ok(choices)
}

/// `A+B`, the plus also in full width.
fn names(text: &str) -> Vec<String> {
    text.split(['+', '＋']).map(|name| name.trim().to_owned()).collect()
}

fn pupil(key: &str) -> Result<PersonId, OpError> {
    key.trim().parse().map_err(|_| OpError::NoSuchPerson)
}

/// A class of the old year by any spelling.
fn old_class(book: &Book, given: &str, to_year: i32) -> Result<ClassId, OpError> {
    let last_day = Calendar::first_day_of(to_year).pred_opt().unwrap_or_default();
    match book.find_class(given, last_day)?.group {
        Group::Class(id) => Ok(id),
        _ => Err(OpError::NoSuchClass { given: given.to_owned() }),
    }
}

fn years(first: i32) -> String {
    format!("{first}-{}", first + 1)
}

fn lines(tr: &Tr, view: &PromotionView) -> Vec<String> {
    let mut lines = vec![tr.promotion_years(&years(view.from_year), &years(view.to_year))];
    let system = view.systems.iter().find(|system| system.id == view.system);
    lines.extend(system.map(|system| system.name.clone()));
    let to = |labels: &[String]| {
        if labels.is_empty() { tr.promotion_class_leaves() } else { labels.join(" + ") }
    };
    let rows: Vec<Vec<String>> = view
        .old
        .iter()
        .map(|line| vec![line.class.clone(), line.pupils.len().to_string(), format!("→ {}", to(&line.to))])
        .collect();
    lines.extend(table(&rows));
    for line in &view.old {
        for one in line.pupils.iter().filter(|pupil| pupil.reason != "with_class" || pupil.unsure) {
            let to = one.to.clone().unwrap_or_else(|| tr.promotion_pupil_leaves());
            let mark = if one.unsure { format!("  {}", tr.promotion_unsure()) } else { String::new() };
            lines.push(format!("{}  {}  → {to}{mark}", line.class, one.name));
        }
        let later = line.pupils.iter().filter_map(|pupil| Some((pupil, pupil.from?)));
        lines
            .extend(later.map(|(pupil, day)| tr.promotion_later(&line.class, &day.to_string(), &pupil.name)));
    }
    let rows: Vec<Vec<String>> = view
        .new
        .iter()
        .map(|class| {
            let teacher = class.teacher.clone().unwrap_or_default();
            vec![class.class.clone(), (class.before + class.coming).to_string(), teacher]
        })
        .collect();
    lines.push(tr.promotion_new_classes(&years(view.to_year)));
    lines.extend(table(&rows));
    lines.push(totals(tr, view));
    lines
}

/// Who is there, and what becomes of them.
fn totals(tr: &Tr, view: &PromotionView) -> String {
    tr.promotion_total(view.before - view.leaving, view.before, view.held_back, view.leaving, view.up)
}
