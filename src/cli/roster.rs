//! `roster`, `staff`, `dormitory`, `class`.

use serde_json::json;

use super::arguments::{AddArgs, ClassCommand, DormitoryCommand, ListArgs, RosterCommand, StaffCommand};
use super::group;
use super::output::{Output, table};
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::{Boarding, LeftBehind, Sex};
use crate::domain::school_class::ClassKind;
use crate::i18n::Tr;
use crate::ops::roster::{
    Added, AwayLine, ExportPart, NewClass, NewPupil, NewStaff, PupilsOp, RosterExport, RosterFilter,
    RosterOrder,
};
use crate::ops::{Book, OpError};

/// Runs `roster …`.
pub fn run(book: &mut Book, command: &RosterCommand, output: &mut Output) -> Result<(), OpError> {
    let today = book.today();
    match command {
        RosterCommand::List(args) => list(book, args, output)?,
        RosterCommand::Add(args) => add(book, args, output)?,
        RosterCommand::Move { person, class, from } => {
            let from = from.unwrap_or(today);
            let class = class_key(book, class, from)?;
            book.move_class(person_key(person)?, class, from)?;
            saved(output);
        }
        RosterCommand::Leave { person, on } => {
            book.leave_school(person_key(person)?, on.unwrap_or(today))?;
            saved(output);
        }
        RosterCommand::Edit { person, set } => {
            let edited = book.edit_fields(person_key(person)?, set)?;
            output.answer(&edited, |tr| {
                std::iter::once(tr.roster_saved()).chain(doubts(&edited, tr)).collect()
            });
        }
        RosterCommand::Boarding { whom, boarding, from } => {
            let from = from.unwrap_or(today);
            let persons = group::persons(book, whom, from)?;
            let boarding = known(boarding).map(boarding_of);
            group::change(book, &PupilsOp::Boarding { persons, boarding, from }, output)?;
        }
        RosterCommand::LeftBehind { whom, left_behind } => {
            let persons = group::persons(book, whom, today)?;
            let left_behind = known(left_behind).map(left_behind_of);
            group::change(book, &PupilsOp::LeftBehind { persons, left_behind }, output)?;
        }
        RosterCommand::Grade { person, grade } => {
            book.set_grade(person_key(person)?, *grade)?;
            saved(output);
        }
        RosterCommand::Group(command) => group::run(book, command, output)?,
        RosterCommand::Import(args) => super::roster_import::run(book, args, output)?,
        RosterCommand::Export { file, staff, date } => {
            let part = if *staff { ExportPart::Staff } else { ExportPart::Whole };
            let written = book.export_roster(file, date.unwrap_or(today), part)?;
            exported(&written, file, output);
        }
        RosterCommand::Person(args) => super::person::show(book, args, output)?,
        RosterCommand::Health(args) => super::person::health(book, args, output)?,
        RosterCommand::Vaccination(args) => super::person::vaccination(book, args, output)?,
        RosterCommand::Promote(args) => super::promote::run(book, args, output)?,
        RosterCommand::UndoPromote => {
            let undone = book.undo_promotion()?;
            super::undo::answer(&undone, output);
        }
        RosterCommand::UndoImport { act } => {
            let undone = book.undo_import(super::undo::operation(act.as_deref())?)?;
            super::undo::answer(&undone, output);
        }
    }
    Ok(())
}

fn exported(written: &RosterExport, file: &std::path::Path, output: &Output) {
    let RosterExport { pupils, staff, left_out, staff_left_out } = written;
    let value = json!({
        "file": file, "pupils": pupils, "staff": staff, "left_out": left_out,
        "staff_left_out": staff_left_out
    });
    output.answer(&value, |tr| written.words(file, tr));
}

fn list(book: &Book, args: &ListArgs, output: &Output) -> Result<(), OpError> {
    let ListArgs { class, find, date, away, group, sort } = args;
    let today = book.today();
    let date = date.unwrap_or(today);
    let class = class.as_deref().map(|given| class_key(book, given, date)).transpose()?;
    let find = find.clone().unwrap_or_default();
    let group = group.as_deref().map(|given| book.find_free_group(given, date)).transpose()?;
    let filter = RosterFilter { class, find, away: *away, group, order: order_of(sort) };
    let lines = book.roster_list(date, &filter)?;
    let nobody = lines.is_empty() && !filter.away;
    let away = if nobody { book.found_away(date, &filter.find)? } else { Vec::new() };
    output.answer(&lines, |tr| {
        let rows = lines.iter().map(|line| {
            vec![
                line.class.clone(),
                line.seat_no.to_string(),
                line.name.clone(),
                line.sex.unwrap_or_default().to_owned(),
                line.birth.map(|day| day.to_string()).unwrap_or_default(),
                line.dormitory.clone().unwrap_or_default(),
                line.key.to_string(),
            ]
        });
        let mut shown = rows_or_none(&rows.collect::<Vec<_>>(), tr);
        if !away.is_empty() {
            shown.push(tr.roster_found_away());
            let cells = |line: &AwayLine| {
                vec![line.name.clone(), line.class.clone(), line.when(tr), line.key.to_string()]
            };
            shown.extend(table(&away.iter().map(cells).collect::<Vec<_>>()));
        }
        shown
    });
    Ok(())
}

fn add(book: &mut Book, args: &AddArgs, output: &Output) -> Result<(), OpError> {
    let added = book.add_pupil(&NewPupil {
        name: args.name.clone(),
        class: args.class.clone(),
        sex: args.sex.as_deref().map(|word| if word == "男" { Sex::Male } else { Sex::Female }),
        birth: args.birth,
        boarding: args.boarding.as_deref().map(boarding_of),
        left_behind: args.left_behind.as_deref().map(left_behind_of),
        id_number: args.id_number.clone(),
        student_no: args.student_no.clone(),
        guardian: args.guardian.clone(),
        phone: args.phone.clone(),
        remark: None,
        from: args.from,
    })?;
    answer_added(&added, output);
    Ok(())
}

/// A word that is given; `None` where it says that nothing is known.
fn known(word: &str) -> Option<&str> {
    Some(word).filter(|word| *word != "未填")
}

fn left_behind_of(word: &str) -> LeftBehind {
    match word {
        "单亲" => LeftBehind::OneParent,
        "双亲" => LeftBehind::BothParents,
        "是" => LeftBehind::Yes,
        _ => LeftBehind::No,
    }
}

fn boarding_of(word: &str) -> Boarding {
    if word == "住校" { Boarding::Boarder } else { Boarding::Day }
}

fn answer_added(added: &Added, output: &Output) {
    output.answer(added, |tr| {
        let mut lines = vec![tr.roster_added(&added.key.to_string())];
        lines.extend(doubts(added, tr));
        lines
    });
}

/// What is odd, and who else has a number.
fn doubts(added: &Added, tr: &Tr) -> Vec<String> {
    let others = added.same.iter().map(|other| format!("{}　{}", other.words(tr), other.key));
    added.warnings.iter().map(|doubt| doubt.words(tr)).chain(others).collect()
}

/// Runs `staff …`.
pub fn staff(book: &mut Book, command: &StaffCommand, output: &Output) -> Result<(), OpError> {
    match command {
        StaffCommand::List { find, sort } => {
            let lines = book.staff_list(find.as_deref().unwrap_or_default(), order_of(sort))?;
            output.answer(&lines, |tr| {
                let rows = lines.iter().map(|line| {
                    vec![
                        line.name.clone(),
                        line.post.clone().unwrap_or_default(),
                        line.phone.clone().unwrap_or_default(),
                        line.classes_words(tr),
                    ]
                });
                rows_or_none(&rows.collect::<Vec<_>>(), tr)
            });
        }
        StaffCommand::Add { name, post, teaches, phone, from } => {
            let new = NewStaff {
                name: name.clone(),
                post: post.clone(),
                teaches: teaches.clone(),
                phone: phone.clone(),
                remark: None,
                from: *from,
            };
            answer_added(&book.add_staff(&new)?, output);
        }
        StaffCommand::Return { person, from } => {
            book.rejoin(person_key(person)?, from.unwrap_or_else(|| book.today()))?;
            output.answer(&serde_json::json!({ "key": person }), |tr| vec![tr.roster_done_rejoin()]);
        }
    }
    Ok(())
}

/// Runs `dormitory …`.
pub fn dormitory(book: &mut Book, command: &DormitoryCommand, output: &Output) -> Result<(), OpError> {
    match command {
        DormitoryCommand::List { date } => {
            let lines = book.room_list(date.unwrap_or_else(|| book.today()))?;
            output.answer(&lines, |tr| {
                let rows = lines.iter().map(|line| vec![line.dormitory.clone(), line.count.to_string()]);
                rows_or_none(&rows.collect::<Vec<_>>(), tr)
            });
        }
        DormitoryCommand::Set { whom, room, no_room: _, from } => {
            let from = from.unwrap_or_else(|| book.today());
            let persons = group::persons(book, whom, from)?;
            let room = room.clone();
            group::change(book, &PupilsOp::Dormitory { persons, room, from }, output)?;
        }
    }
    Ok(())
}

/// Runs `class …`.
pub fn class(book: &mut Book, command: &ClassCommand, output: &Output) -> Result<(), OpError> {
    match command {
        ClassCommand::List { date } => {
            let lines = book.class_list(date.unwrap_or_else(|| book.today()))?;
            output.answer(&lines, |tr| {
                let rows = lines.iter().map(|line| {
                    vec![
                        line.class.clone(),
                        line.head_count.to_string(),
                        line.teacher.clone().unwrap_or_default(),
                        line.key.to_string(),
                    ]
                });
                rows_or_none(&rows.collect::<Vec<_>>(), tr)
            });
        }
        ClassCommand::Add { label, teacher, date } => {
            let new = NewClass { label: label.clone(), teacher: teacher.clone(), on: *date };
            let key = book.add_class(&new)?;
            output.answer(&json!({ "key": key }), |tr| vec![tr.roster_added(&key.to_string())]);
        }
        ClassCommand::Kind { class, kind, grade } => {
            let class = class_key(book, class, book.today())?;
            let (kind, grade) = match kind.as_str() {
                "multi_grade" => (ClassKind::MultiGrade, *grade),
                "teaching_point" => (ClassKind::TeachingPoint, *grade),
                "preschool" => (ClassKind::Ordinary, Some(0)),
                _ => (ClassKind::Ordinary, *grade),
            };
            book.set_class_kind(class, kind, grade)?;
            saved(output);
        }
        ClassCommand::Teacher { class, teacher } => {
            let class = class_key(book, class, book.today())?;
            book.set_teacher(class, teacher.as_deref())?;
            saved(output);
        }
    }
    Ok(())
}

pub(super) fn order_of(sort: &str) -> RosterOrder {
    if sort == "pinyin" { RosterOrder::Pinyin } else { RosterOrder::Seat }
}

pub(super) fn rows_or_none(rows: &[Vec<String>], tr: &crate::i18n::Tr) -> Vec<String> {
    if rows.is_empty() { vec![tr.roster_none()] } else { table(rows) }
}

pub(super) fn saved(output: &Output) {
    output.answer(&json!({ "saved": true }), |tr| vec![tr.roster_saved()]);
}

pub(super) fn person_key(text: &str) -> Result<PersonId, OpError> {
    text.parse().map_err(|_| OpError::NoSuchPerson)
}

pub(super) fn class_key(book: &Book, given: &str, date: chrono::NaiveDate) -> Result<ClassId, OpError> {
    match book.find_class(given, date)?.group {
        Group::Class(id) => Ok(id),
        _ => Err(OpError::NoSuchClass { given: given.to_owned() }),
    }
}
