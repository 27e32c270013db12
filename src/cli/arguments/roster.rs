//! `roster`, `staff`, `dormitory`, `class`.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::group_command::{GroupCommand, Whom};
use super::person_args::{HealthArgs, PersonArgs, VaccinationArgs};
use super::promote_args::PromoteArgs;
use crate::domain::id::PersonId;
use crate::ops::roster::import::{Decision, Field, RowRef, TakeFile};

/// `roster …`
#[derive(Debug, Clone, Subcommand)]
pub enum RosterCommand {
    /// list
    List(ListArgs),
    /// add
    Add(Box<AddArgs>),
    /// move
    Move {
        #[arg(long)]
        /// person
        person: String,
        #[arg(long)]
        /// class
        class: String,
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
    },
    /// leave
    Leave {
        #[arg(long)]
        /// person
        person: String,
        #[arg(long)]
        /// on
        on: Option<NaiveDate>,
    },
    /// edit
    Edit {
        /// person
        #[arg(value_name = "KEY")]
        person: String,
        #[arg(long, required = true, value_name = "FIELD=VALUE", value_parser = setting)]
        /// set
        set: Vec<(String, String)>,
    },
    /// boarding
    Boarding {
        #[command(flatten)]
        /// whom
        whom: Whom,
        #[arg(long, value_parser = ["走读", "住校", "未填"])]
        /// boarding
        boarding: String,
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
    },
    /// `left_behind`
    LeftBehind {
        #[command(flatten)]
        /// whom
        whom: Whom,
        #[arg(long, value_parser = ["否", "单亲", "双亲", "是", "未填"])]
        /// `left_behind`
        left_behind: String,
    },
    /// grade
    Grade {
        #[arg(long)]
        /// person
        person: String,
        #[arg(long)]
        /// grade
        grade: u8,
    },
    /// group
    #[command(subcommand)]
    Group(GroupCommand),
    /// import
    Import(Box<ImportArgs>),
    /// export
    Export {
        /// file
        file: PathBuf,
        #[arg(long)]
        /// staff
        staff: bool,
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
    },
    /// person
    Person(PersonArgs),
    /// health
    Health(HealthArgs),
    /// vaccination
    Vaccination(Box<VaccinationArgs>),
    /// promote
    Promote(Box<PromoteArgs>),
    /// `undo-import`
    UndoImport {
        #[arg(long, value_name = "ID")]
        /// act
        act: Option<String>,
    },
    /// `undo-promote`
    UndoPromote,
}

/// `roster list`
#[derive(Debug, Clone, Args)]
pub struct ListArgs {
    #[arg(long)]
    /// class
    pub class: Option<String>,
    #[arg(long)]
    /// find
    pub find: Option<String>,
    #[arg(long)]
    /// date
    pub date: Option<NaiveDate>,
    #[arg(long)]
    /// away
    pub away: bool,
    #[arg(long)]
    /// group
    pub group: Option<String>,
    #[arg(long, default_value = "seat", value_parser = ["seat", "pinyin"])]
    /// sort
    pub sort: String,
}

/// `roster import`
#[derive(Debug, Clone, Args)]
pub struct ImportArgs {
    /// file
    pub file: PathBuf,
    #[arg(long)]
    /// `dry_run`
    pub dry_run: bool,
    #[arg(long)]
    /// people
    pub people: bool,
    #[arg(long)]
    /// sheet
    pub sheet: Option<String>,
    #[arg(long, value_parser = mapping)]
    /// map
    pub map: Vec<(String, String)>,
    #[arg(long)]
    /// `as_of`
    pub as_of: Option<NaiveDate>,
    #[arg(long, value_parser = school_year)]
    /// `school_year`
    pub school_year: Option<i32>,
    #[arg(long, default_value = "update", value_parser = ["update", "skip"])]
    /// `on_match`
    pub on_match: String,
    #[arg(long, value_name = "ROW=new|KEY", value_parser = decision)]
    /// doubtful
    pub doubtful: Vec<(RowRef, Decision)>,
    #[arg(long, value_name = "all|KEY|KEY.FIELD", value_parser = take_file)]
    /// `take_file`
    pub take_file: Vec<TakeFile>,
    #[arg(long, value_name = "all|KEY", value_parser = left)]
    /// left
    pub left: Vec<Left>,
    #[arg(long, requires = "left")]
    /// `left_on`
    pub left_on: Option<NaiveDate>,
}

/// Who of those missing from the file has left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// All of them.
    All,
    /// This pupil.
    Person(PersonId),
}

/// `all`, `KEY`
fn left(text: &str) -> Result<Left, String> {
    match text.trim() {
        "all" => Ok(Left::All),
        key => key.parse().map(Left::Person).map_err(|_| "all|KEY".to_owned()),
    }
}

/// `all`, `KEY`, `KEY.guardian_phone`
fn take_file(text: &str) -> Result<TakeFile, String> {
    let wrong = || "all|KEY|KEY.FIELD".to_owned();
    let (key, field) =
        text.trim().split_once('.').map_or((text.trim(), None), |(key, field)| (key, Some(field)));
    match (key, field) {
        ("all", None) => Ok(TakeFile::All),
        (key, None) => key.parse().map(TakeFile::Person).map_err(|_| wrong()),
        (key, Some(field)) => {
            // Of a class the 班主任 may be in conflict, too.
            let known = field == "teacher" || Field::from_name(field).is_some();
            let key = key.parse().ok().filter(|_| known).ok_or_else(wrong)?;
            Ok(TakeFile::Value(key, field.to_owned()))
        }
    }
}

/// `列名=field`
fn mapping(text: &str) -> Result<(String, String), String> {
    let (title, field) = text.rsplit_once('=').ok_or("列名=field")?;
    Ok((title.to_owned(), field.trim().to_owned()))
}

/// `field=值`
fn setting(text: &str) -> Result<(String, String), String> {
    let (field, value) = text.split_once('=').ok_or("field=值")?;
    Ok((field.trim().to_owned(), value.to_owned()))
}

/// `2025-2026` or `2025`
pub(super) fn school_year(text: &str) -> Result<i32, String> {
    let wrong = || "2025-2026".to_owned();
    let (first, last) = text.split_once('-').map_or((text, None), |(first, last)| (first, Some(last)));
    let year: i32 = first.trim().parse().map_err(|_| wrong())?;
    let next = last.is_none_or(|last| last.trim().parse() == Ok(year + 1));
    if next && (1990..=2100).contains(&year) { Ok(year) } else { Err(wrong()) }
}

/// `12=new`, `一年级!12=KEY`
fn decision(text: &str) -> Result<(RowRef, Decision), String> {
    let wrong = || "ROW=new|KEY".to_owned();
    let (row, whom) = text.rsplit_once('=').ok_or_else(wrong)?;
    let (sheet, row) = row.rsplit_once('!').map_or((None, row), |(sheet, row)| (Some(sheet.to_owned()), row));
    let row = row.trim().parse().map_err(|_| wrong())?;
    let decision = match whom.trim() {
        "new" => Decision::New,
        key => Decision::Person(key.parse().map_err(|_| wrong())?),
    };
    Ok((RowRef { sheet, row }, decision))
}

/// `roster add`
#[derive(Debug, Clone, Args)]
pub struct AddArgs {
    #[arg(long)]
    /// name
    pub name: String,
    #[arg(long)]
    /// class
    pub class: String,
    #[arg(long, value_parser = ["男", "女"])]
    /// sex
    pub sex: Option<String>,
    #[arg(long)]
    /// birth
    pub birth: Option<NaiveDate>,
    #[arg(long, value_parser = ["走读", "住校"])]
    /// boarding
    pub boarding: Option<String>,
    #[arg(long, value_parser = ["否", "单亲", "双亲", "是"])]
    /// `left_behind`
    pub left_behind: Option<String>,
    #[arg(long)]
    /// `id_number`
    pub id_number: Option<String>,
    #[arg(long)]
    /// `student_no`
    pub student_no: Option<String>,
    #[arg(long)]
    /// guardian
    pub guardian: Option<String>,
    #[arg(long)]
    /// phone
    pub phone: Option<String>,
    #[arg(long)]
    /// from
    pub from: Option<NaiveDate>,
}

/// `staff …`
#[derive(Debug, Clone, Subcommand)]
pub enum StaffCommand {
    /// list
    List {
        #[arg(long)]
        /// find
        find: Option<String>,
        #[arg(long, default_value = "seat", value_parser = ["seat", "pinyin"])]
        /// sort
        sort: String,
    },
    /// add
    Add {
        #[arg(long)]
        /// name
        name: String,
        #[arg(long)]
        /// post
        post: Option<String>,
        #[arg(long)]
        /// teaches
        teaches: Option<String>,
        #[arg(long)]
        /// phone
        phone: Option<String>,
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
    },
    /// return
    Return {
        #[arg(long)]
        /// person
        person: String,
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
    },
}

/// `dormitory …`
#[derive(Debug, Clone, Subcommand)]
pub enum DormitoryCommand {
    /// list
    List {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
    },
    /// set
    Set {
        #[command(flatten)]
        /// whom
        whom: Whom,
        #[arg(long, required_unless_present = "no_room")]
        /// room
        room: Option<String>,
        #[arg(long, conflicts_with = "room")]
        /// `no_room`
        no_room: bool,
        #[arg(long)]
        /// from
        from: Option<NaiveDate>,
    },
}

/// `class …`
#[derive(Debug, Clone, Subcommand)]
pub enum ClassCommand {
    /// list
    List {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
    },
    /// add
    Add {
        /// label
        label: String,
        #[arg(long)]
        /// teacher
        teacher: Option<String>,
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
    },
    /// kind
    Kind {
        #[arg(long)]
        /// class
        class: String,
        #[arg(long, value_parser = ["ordinary", "multi_grade", "teaching_point", "preschool"])]
        /// kind
        kind: String,
        #[arg(long)]
        /// grade
        grade: Option<u8>,
    },
    /// teacher
    Teacher {
        #[arg(long)]
        /// class
        class: String,
        #[arg(long)]
        /// teacher
        teacher: Option<String>,
    },
}
