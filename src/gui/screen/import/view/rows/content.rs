//! What the file says of a row, and what happens to it.

use iced::Alignment;
use iced::widget::{column, container, row};
use serde_json::Value;

use super::super::super::Message;
use super::super::super::heights::changes_shown;
use super::super::super::line::Kind;
use super::super::super::review::{FileRecord, Review, Settled};
use crate::domain::person::{Boarding, Sex};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::screen::roster::masked::masked;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::widget::{Icon, icon, text};
use crate::i18n::Tr;
use crate::ops::roster::import::{Candidate, Decision, FieldChange, RowAction, cell_name, import_words};

/// Width of a field's name, and the most that its old value takes from the new one.
const FIELD: f32 = 80.0;
const OLD: f32 = 96.0;

pub(super) fn content<'a>(
    review: &'a Review,
    kind: Kind,
    at: usize,
    context: &'a Context,
) -> Element<'a, Message> {
    let tr = &context.tr;
    match kind {
        Kind::Doubtful => doubtful(review, at, context),
        Kind::Changed => match review.row(kind, at).map(|row| &row.action) {
            Some(RowAction::Changed(_, changes)) => {
                let shown =
                    changes.iter().take(changes_shown(context.breadth())).map(|change| changed(change, tr));
                iced::widget::Column::with_children(shown).into()
            }
            _ => text("").into(),
        },
        Kind::Rejected | Kind::Warned | Kind::NoId | Kind::Later => {
            cell(&reason(review, kind, at, tr).unwrap_or_default())
        }
        Kind::Kept => {
            let conflicts = review.row(kind, at).map(|row| row.conflicts.as_slice()).unwrap_or_default();
            conflicts.get(review.kept_at(at)).map_or_else(|| text("").into(), |change| kept(change, tr))
        }
        Kind::New => {
            let record = review.row(kind, at).and_then(|row| review.record(&row.origin));
            text(record.map(|record| facts(record, tr)).unwrap_or_default()).ink(Ink::Text2).shorten().into()
        }
        Kind::Unchanged | Kind::Missing => text("").into(),
    }
}

/// Why a row is rejected, or what is odd about it, with its cell.
pub(in crate::gui::screen::import) fn reason(
    review: &Review,
    kind: Kind,
    at: usize,
    tr: &Tr,
) -> Option<String> {
    let document = &review.plan.document;
    if kind == Kind::Rejected {
        let row = document.rows_rejected.get(at)?;
        let at = cell_name::of_rejection(document, &row.origin, row.reason);
        return Some(at_cell(at, import_words::rejected_row(tr, row), tr));
    }
    if kind == Kind::Later {
        return Some(import_words::later(tr, review.later(at)?));
    }
    let row = review.odd_row(kind, at)?;
    let at = cell_name::of_warning(document, &row.origin, row.reason);
    Some(at_cell(at, import_words::warning(tr, row.reason), tr))
}

/// The cell before what is said of it.
fn at_cell(cell: Option<String>, words: String, tr: &Tr) -> String {
    match cell {
        Some(cell) => tr.import_at_cell(&cell, &words),
        None => words,
    }
}

/// By what one knows somebody new again: 女  2017-03-18  住校; of staff the post.
fn facts(record: FileRecord<'_>, tr: &Tr) -> String {
    let (sex, birth, more) = match record {
        FileRecord::Pupil(pupil) => {
            let boarder = (pupil.boarding == Some(Boarding::Boarder)).then(|| tr.person_boarder());
            (pupil.sex, pupil.birth, boarder)
        }
        FileRecord::Staff(person) => (person.sex, person.birth, person.post.clone()),
    };
    let sex = sex.map(|sex| match sex {
        Sex::Male => tr.person_male(),
        Sex::Female => tr.person_female(),
    });
    let words = [sex, birth.map(|day| day.to_string()), more];
    words.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

/// A sentence as the words of a cell: without its full stop.
fn cell<'a>(sentence: &str) -> Element<'a, Message> {
    text(sentence.trim_end_matches(['。', '.']).to_owned()).name().into()
}

/// The first person that the row may mean, or the one chosen; how many others there are.
fn doubtful<'a>(review: &'a Review, at: usize, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let candidates = review.candidates(at);
    let chosen = match review.decision(at) {
        Some(Settled::As(Decision::Person(key))) => candidates.iter().find(|candidate| candidate.key == key),
        _ => None,
    };
    let first = match candidates {
        [] => tr.import_twice_in_file(),
        [_] => tr.import_one_candidate(),
        several => tr.import_candidates(several.len()),
    };
    if context.breadth() != Breadth::Wide {
        return text(first).shorten().into();
    }
    let second = chosen.or(candidates.first()).map(|candidate| record(candidate, tr)).unwrap_or_default();
    column![text(first).shorten(), text(second).ink(Ink::Text2).shorten()].into()
}

fn record(candidate: &Candidate, tr: &Tr) -> String {
    let class = candidate.class.clone().unwrap_or_else(|| tr.person_no_class());
    let mut words = vec![candidate.name.clone(), class];
    words.extend(candidate.birth.map(|day| day.to_string()));
    words.extend(candidate.student_no.as_deref().map(masked));
    words.join("  ")
}

fn changed<'a>(change: &FieldChange, tr: &Tr) -> Element<'a, Message> {
    let field = import_words::field(tr, &change.field);
    row![
        container(text(field).name()).width(FIELD),
        container(text(value(change, &change.old, tr)).ink(Ink::Text3).name()).max_width(OLD),
        icon(Icon::ArrowRight).ink(Ink::Text2),
        text(value(change, &change.new, tr)).bold().name(),
    ]
    .spacing(size::GAP)
    .align_y(Alignment::Center)
    .into()
}

fn kept<'a>(change: &FieldChange, tr: &Tr) -> Element<'a, Message> {
    let field = import_words::field(tr, &change.field);
    let (book, file) = (value(change, &change.old, tr), value(change, &change.new, tr));
    let book = text(tr.import_kept_book(&book, &field)).shorten();
    column![book, text(tr.import_kept_file(&file)).ink(Ink::Text2).shorten()].into()
}

/// A value in words; numbers that name a person are masked.
fn value(change: &FieldChange, value: &Value, tr: &Tr) -> String {
    let plain = whole_value(change, value, tr);
    match change.field.as_str() {
        "id_number" | "student_no" | "phone" | "guardian_phone" if value.is_string() => masked(&plain),
        _ => plain,
    }
}

/// A value in words, whole: somebody has to decide on it.
pub(in crate::gui::screen::import) fn whole_value(change: &FieldChange, value: &Value, tr: &Tr) -> String {
    let Some(plain) = value.as_str() else { return tr.import_empty() };
    match (change.field.as_str(), plain) {
        ("sex", "male") => tr.person_male(),
        ("sex", "female") => tr.person_female(),
        ("boarding", "day") => tr.person_day(),
        ("boarding", "boarder") => tr.person_boarder(),
        ("left_behind", "no") => tr.import_left_behind_no(),
        ("left_behind", "one_parent") => tr.import_left_behind_one(),
        ("left_behind", "both_parents") => tr.import_left_behind_both(),
        ("left_behind", "yes") => tr.import_left_behind_yes(),
        (_, plain) => plain.to_owned(),
    }
}

/// What happens.
pub(super) fn outcome<'a>(review: &Review, kind: Kind, at: usize, context: &Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let small =
        |words: String, ink| -> Element<'a, Message> { text(words).small().ink(ink).shorten().into() };
    match kind {
        Kind::Doubtful => {
            let (sign, words, ink) = match review.decision(at) {
                None => (Icon::Question, tr.import_undecided(), Ink::Warn),
                Some(Settled::As(Decision::Person(_))) => (Icon::Dot, tr.keys_same(), Ink::Accent),
                Some(Settled::As(Decision::New)) => (Icon::Plus, tr.keys_other(), Ink::Ok),
                Some(Settled::Out) => (Icon::Minus, tr.keys_skip(), Ink::Text2),
            };
            row![icon(sign).ink(ink), text(words).bold().ink(ink).shorten()]
                .spacing(6)
                .align_y(Alignment::Center)
                .into()
        }
        Kind::Rejected => small(tr.import_not_written(), Ink::Bad),
        Kind::Changed => {
            let moved = match review.row(kind, at).map(|row| &row.action) {
                Some(RowAction::Changed(_, changes)) => {
                    changes.iter().any(|change| change.field == "class" || change.field == "dormitory")
                }
                _ => false,
            };
            let from = review.row(kind, at).map_or(review.plan.as_of, |row| row.from);
            let from = from.format("%m-%d").to_string();
            small(if moved { tr.import_from(&from) } else { tr.import_update() }, Ink::Text)
        }
        Kind::New => small(tr.import_add(), Ink::Ok),
        Kind::Unchanged => small(tr.import_leave(), Ink::Text2),
        Kind::Kept if review.takes(at) => small(tr.import_take_file(), Ink::Warn),
        Kind::Kept => small(tr.import_keep(), Ink::Accent),
        Kind::Warned | Kind::NoId => small(tr.import_check(), Ink::Warn),
        Kind::Later => {
            let from = review.later(at).map(|line| line.from.format("%m-%d").to_string());
            small(tr.import_from(&from.unwrap_or_default()), Ink::Accent)
        }
        Kind::Missing if review.leaves_later(at).is_some() => {
            let from = review.leaves_later(at).map(|day| day.format("%m-%d").to_string());
            small(tr.import_left_from(&from.unwrap_or_default()), Ink::Warn)
        }
        Kind::Missing if review.leaves(at) => small(tr.import_left(), Ink::Warn),
        Kind::Missing => small(tr.import_stays(), Ink::Text2),
    }
}
