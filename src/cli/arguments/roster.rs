//! `roster`, `staff`, `dormitory`, `class`.

use chrono::NaiveDate;
use clap::{Args, Subcommand};

/// `roster …`
#[derive(Debug, Clone, Subcommand)]
pub enum RosterCommand {
    /// list
    List {
        #[arg(long)]
        /// class
        class: Option<String>,
        #[arg(long)]
        /// find
        find: Option<String>,
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
    },
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
    /// `undo-import`
    UndoImport,
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
        /// phone
        phone: Option<String>,
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
        #[arg(long)]
        /// person
        person: String,
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
