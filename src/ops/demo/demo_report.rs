//! Making the demo: school, roster, three school days, papers.

use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;

use super::sample_school::SampleSchool;
use super::{demo_day, demo_folder, demo_roster};
use crate::disk::{RealFiles, write_new};
use crate::domain::calendar::Calendar;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::person::PersonKind;
use crate::domain::progress::Progress;
use crate::domain::session::Session;
use crate::i18n::Language;
use crate::ops::book::{Book, OpenOptions};
use crate::ops::clock::FixedClock;
use crate::ops::error::OpError;
use crate::ops::plan::PlanOp;
use crate::ops::print::{Filling, PrintOp, PrintRequest};
use crate::ops::roster::NewStaff;
use crate::ops::roster::import::ImportRequest;
use crate::ops::settings::SettingsOp;
use crate::ops::usb::{Level, UsbOp};
use crate::roster_file::write::write_xlsx;

/// Seed of pupils and record keys.
const SEED: u64 = 20_261_123;

/// A file that the demo made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DemoFile {
    /// Where.
    pub path: PathBuf,
    /// `roster`, `daily_report`, `letters`, `check_sheets`, `usb_package`.
    pub kind: &'static str,
    /// Pupils, sheets, letters or files in it.
    pub count: usize,
}

/// What the demo made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DemoReport {
    /// The data folder of the sample school.
    pub data: PathBuf,
    /// The time at which the sample school stands.
    #[serde(skip)]
    pub now: NaiveDateTime,
    /// The files.
    pub files: Vec<DemoFile>,
}

/// Makes the sample school with its papers in a folder. Equal programs make equal files.
///
/// # Errors
/// [`OpError::NotADemoFolder`] where the folder holds anything else.
pub fn make(out: &Path, language: Language, progress: &mut dyn Progress) -> Result<DemoReport, OpError> {
    demo_folder::prepare(out)?;
    let made = fill(out, language, progress);
    if matches!(made, Err(OpError::Cancelled(_))) {
        demo_folder::clear(out)?;
    }
    made
}

fn fill(out: &Path, language: Language, progress: &mut dyn Progress) -> Result<DemoReport, OpError> {
    let facts = SampleSchool::shipped()?;
    let today = facts.days.last().map(|day| day.date).unwrap_or_default();
    let data = out.join("data");
    let mut book = Book::open(&OpenOptions {
        folder: data.clone(),
        now: Some(at(facts.days.first().map_or(today, |day| day.date), 7, 30)),
        seed: Some(SEED),
        operator: None,
        language,
    })?;
    let mut files = vec![set_up(&mut book, &facts, out, progress)?];
    for day in &facts.days {
        days_checks(&mut book, day, today)?;
    }
    let now = at(today, 9, 30);
    stand_at(&mut book, now);
    let forms = [
        ("daily-report", "daily_report", "school-day", Filling::Recorded),
        ("check-sheets", "check_sheets", "class-day", Filling::Blank),
    ];
    for (name, kind, form, filling) in forms {
        let request = PrintRequest { filling, ..PrintRequest::form(form, today) };
        let path = out.join("paper").join(format!("{name}.pdf"));
        let op = PrintOp::SavePdf { request, path: path.clone() };
        let count = book.run_print(&op, progress)?.facts.sheets;
        files.push(DemoFile { path, kind, count });
    }
    let path = out.join("paper").join("letters.pdf");
    let letter = book.letters(today)?.into_iter().next().map(|listing| listing.id).unwrap_or_default();
    let op = PrintOp::SavePdf { request: PrintRequest::letter(&letter, today), path: path.clone() };
    let count = book.run_print(&op, progress)?.facts.letters;
    files.push(DemoFile { path, kind: "letters", count });
    let op = UsbOp::Export { to: out.join("usb"), date: today, level: Level::Counts };
    let package = book.run_usb(&op, progress)?;
    files.push(DemoFile { path: package.folder, kind: "usb_package", count: package.files.len() });
    Ok(DemoReport { data, now, files })
}

fn at(date: NaiveDate, hour: u32, minute: u32) -> NaiveDateTime {
    date.and_time(NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default())
}

fn stand_at(book: &mut Book, now: NaiveDateTime) {
    book.clock = Box::new(FixedClock(now));
}

/// School, roster out of its own file, staff, plan.
fn set_up(
    book: &mut Book,
    facts: &SampleSchool,
    out: &Path,
    progress: &mut dyn Progress,
) -> Result<DemoFile, OpError> {
    let mut school = book.school()?;
    school.name.clone_from(&facts.school.name);
    school.phone = Some(facts.school.phone.clone());
    school.principal = Some(facts.school.principal.clone());
    school.demo = true;
    book.set("school", &school)?;
    book.set_up(&SettingsOp::Operator(facts.school.operator.clone()))?;
    let path = out.join("roster.xlsx");
    let year = Calendar::school_year_of(book.today());
    let table = demo_roster::table(facts, year, SEED, book.now());
    write_new(&RealFiles, &path, &write_xlsx(&table)?)?;
    let request = ImportRequest { path: path.clone(), ..ImportRequest::default() };
    let plan = book.review_import(&request, progress)?;
    let count = book.import(&plan, progress)?.new;
    staff(book, facts)?;
    plan_tasks(book, facts)?;
    Ok(DemoFile { path, kind: "roster", count })
}

fn staff(book: &mut Book, facts: &SampleSchool) -> Result<(), OpError> {
    let post = facts.school.teacher_post.clone();
    let teachers = facts.classes.iter().flat_map(|grade| &grade.teachers);
    let all = facts.staff.iter().map(|person| (&person.name, &person.post));
    let phone = |number: usize| {
        let prefix = facts.school.phones.first().map(String::as_str).unwrap_or_default();
        Some(format!("{prefix}{:08}", 10_010_000 + number * 7))
    };
    for (number, (name, post)) in all.chain(teachers.clone().map(|name| (name, &post))).enumerate() {
        let new = NewStaff {
            name: name.clone(),
            post: Some(post.clone()),
            phone: phone(number),
            ..NewStaff::default()
        };
        let _ = book.add_staff(&new)?;
    }
    let classes = book.class_groups(book.today())?;
    for (class, teacher) in classes.iter().zip(teachers) {
        if let Group::Class(id) = class.group {
            book.set_teacher(id, Some(teacher))?;
        }
    }
    Ok(())
}

/// Names who is responsible for the first tasks of the plan and marks some as done.
fn plan_tasks(book: &mut Book, facts: &SampleSchool) -> Result<(), OpError> {
    let today = book.today();
    let view = book.plan_view(today)?;
    let tasks = view.sections.iter().flat_map(|section| &section.tasks);
    let tasks: Vec<_> = tasks.map(|task| task.current.task).collect();
    let people = book.store.people(PersonKind::Staff)?;
    let key = |name: &str| people.iter().find(|person| person.name == name).map(|person| person.id);
    for (task, facts) in tasks.into_iter().zip(&facts.plan) {
        let person: Option<PersonId> = key(&facts.person);
        book.run_plan(&PlanOp::Assign { task, person })?;
        if let (Some(date), Some(evidence)) = (facts.done, &facts.evidence) {
            let evidence = evidence.clone();
            book.run_plan(&PlanOp::Complete { task, person, date: Some(date), evidence })?;
        }
    }
    Ok(())
}

/// The checks of a day: on the last one it is morning still.
fn days_checks(
    book: &mut Book,
    day: &super::sample_school::DayFacts,
    today: NaiveDate,
) -> Result<(), OpError> {
    stand_at(book, at(day.date, 8, 40));
    demo_day::morning(book, day)?;
    if day.date < today {
        for (session, hour) in [(Session::Noon, 14), (Session::Evening, 21)] {
            stand_at(book, at(day.date, hour, 10));
            demo_day::hand_in(book, day, session, &[])?;
        }
    }
    Ok(())
}
