//! The arguments. Words of the help stand in the catalog: see `help`.

mod alert_command;
mod case_command;
mod check_command;
mod event_command;
mod group_command;
mod home_command;
mod isolation_command;
mod paper_args;
mod person_args;
mod picture_command;
mod plan_command;
mod print_command;
mod promote_args;
mod report_args;
mod return_command;
mod roster;
mod trace_command;
mod usb_command;

use std::path::PathBuf;

use chrono::{NaiveDate, NaiveDateTime};
use clap::{Args, Parser, Subcommand};

pub use alert_command::{AlertCommand, OwnCommand, RulesCommand};
pub use case_command::{CaseCommand, DiseaseCommand, FactArgs};
pub use check_command::{
    CheckCommand, ConfirmArgs, DaysArgs, GateArgs, GroupArgs, NilArgs, RecordArgs, SheetArgs, ShowArgs,
};
pub use event_command::{EntryArgs, EventArgs, EventCommand, LogCommand};
pub use group_command::{GroupCommand, Whom};
pub use home_command::{
    BatchArgs, BatchCommand, DecideArgs, FactsArgs, HomeCommand, HomeDayArgs, ReviewCommand, ScreeningArgs,
    ScreeningCommand, WhoseArgs,
};
pub use isolation_command::{ContactArgs, FollowArgs, IsolationCommand, IsolationDetails};
pub use paper_args::{EditFormArgs, SetPaperArgs, ShowPaperArgs};
pub use person_args::{HealthArgs, PersonArgs, VaccinationArgs};
pub use picture_command::{PictureArgs, PictureCommand};
pub use plan_command::PlanCommand;
pub use print_command::{
    FormArgs, FormCommand, LetterArgs, LetterCommand, ReportCommand, ResumeArgs, SlipCommand, TickArgs,
    WorkArgs,
};
pub use promote_args::PromoteArgs;
pub use return_command::{CheckReturnArgs, PlanReturnArgs, ReturnCommand};
pub use roster::{
    AddArgs, ClassCommand, DormitoryCommand, ImportArgs, Left, ListArgs, RosterCommand, StaffCommand,
};
pub use trace_command::{AbsenceCommand, AddTraceArgs, CloseTraceArgs, PeriodArgs, TraceCommand};
pub use usb_command::UsbCommand;

/// All arguments; without a command the window opens.
#[derive(Debug, Clone, Parser)]
#[command(name = "chenjian", version, disable_help_subcommand = true)]
pub struct Arguments {
    #[arg(long, global = true, value_name = "DIR")]
    /// data
    pub data: Option<PathBuf>,
    #[arg(long, global = true)]
    /// json
    pub json: bool,
    #[arg(long, global = true)]
    /// progress
    pub progress: bool,
    #[arg(long, global = true, value_name = "zh-CN|en")]
    /// lang
    pub lang: Option<String>,
    #[arg(long, global = true, value_name = "TIME", value_parser = moment)]
    /// now
    pub now: Option<NaiveDateTime>,
    #[arg(long, global = true, value_name = "NAME")]
    /// by
    pub by: Option<String>,
    #[arg(long, global = true)]
    /// `clock_ok`
    pub clock_ok: bool,
    #[arg(long, global = true, hide = true)]
    /// Makes record keys repeatable in tests.
    pub id_seed: Option<u64>,
    #[command(subcommand)]
    /// The command.
    pub command: Option<Command>,
}

/// What to do.
#[derive(Debug, Clone, Subcommand)]
pub enum Command {
    /// The roster.
    #[command(subcommand)]
    Roster(RosterCommand),
    /// Staff.
    #[command(subcommand)]
    Staff(StaffCommand),
    /// Dormitories.
    #[command(subcommand)]
    Dormitory(DormitoryCommand),
    /// Classes.
    #[command(subcommand)]
    Class(ClassCommand),
    /// The daily check.
    #[command(subcommand)]
    Check(CheckCommand),
    /// Alerts.
    #[command(subcommand)]
    Alert(AlertCommand),
    /// Rules of alerts.
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Observation and isolation.
    #[command(subcommand)]
    Isolation(IsolationCommand),
    /// Cases.
    #[command(subcommand)]
    Case(CaseCommand),
    /// Diseases.
    #[command(subcommand)]
    Disease(DiseaseCommand),
    /// Events.
    #[command(subcommand)]
    Event(EventCommand),
    /// The report log.
    #[command(subcommand)]
    Log(LogCommand),
    /// Returns to class.
    #[command(subcommand)]
    Return(ReturnCommand),
    /// Days at home.
    #[command(subcommand)]
    Home(HomeCommand),
    /// Screenings.
    #[command(subcommand)]
    Screening(ScreeningCommand),
    /// Duties.
    Todo {
        #[arg(long)]
        /// date
        date: Option<NaiveDate>,
    },
    /// Follow-ups of absences.
    #[command(subcommand)]
    Trace(TraceCommand),
    /// Absences of a period.
    #[command(subcommand)]
    Absence(AbsenceCommand),
    /// Pictures.
    #[command(subcommand)]
    Picture(PictureCommand),
    /// The emergency plan.
    #[command(subcommand)]
    Plan(PlanCommand),
    /// Reports.
    #[command(subcommand)]
    Report(ReportCommand),
    /// Forms.
    #[command(subcommand)]
    Form(FormCommand),
    /// Letters.
    #[command(subcommand)]
    Letter(LetterCommand),
    /// Slips.
    #[command(subcommand)]
    Slip(SlipCommand),
    /// Packages.
    #[command(subcommand)]
    Usb(UsbCommand),
    /// Undo.
    Undo(UndoCommand),
    /// School.
    School(SchoolCommand),
    /// Calendar.
    #[command(subcommand)]
    Calendar(CalendarCommand),
    /// Backups.
    #[command(subcommand)]
    Backup(BackupCommand),
    /// Health of the book.
    Doctor,
    /// Help.
    Help {
        #[arg(value_name = "COMMAND")]
        /// words
        words: Vec<String>,
    },
    /// The sample school.
    Demo {
        #[arg(long, default_value = "chenjian-demo")]
        /// out
        out: PathBuf,
    },
}

/// `undo`
#[derive(Debug, Clone, Args)]
pub struct UndoCommand {
    #[arg(long, conflicts_with = "id")]
    /// list
    pub list: bool,
    #[arg(long, requires = "list")]
    /// all
    pub all: bool,
    /// id
    pub id: Option<String>,
    #[arg(long, conflicts_with = "list")]
    /// reason
    pub reason: Option<String>,
}

/// `school`
#[derive(Debug, Clone, Args)]
pub struct SchoolCommand {
    #[arg(long)]
    /// name
    pub name: Option<String>,
    #[arg(long)]
    /// phone
    pub phone: Option<String>,
    #[arg(long)]
    /// principal
    pub principal: Option<String>,
    #[arg(long)]
    /// operator
    pub operator: Option<String>,
    #[arg(long, value_name = "ID|auto")]
    /// system
    pub system: Option<String>,
    #[arg(long, value_name = "ID=yes|no")]
    /// check
    pub check: Vec<String>,
    #[arg(long, value_name = "ID")]
    /// counting
    pub counting: Option<String>,
    #[arg(long, value_name = "SESSION=HH:MM|auto")]
    /// deadline
    pub deadline: Vec<String>,
}

/// `calendar …`
#[derive(Debug, Clone, Subcommand)]
pub enum CalendarCommand {
    /// show
    Show,
    /// term
    Term {
        #[arg(long)]
        /// from
        from: NaiveDate,
        #[arg(long)]
        /// to
        to: NaiveDate,
    },
    /// off
    Off {
        /// date
        date: NaiveDate,
        #[arg(long)]
        /// to
        to: Option<NaiveDate>,
        #[arg(long)]
        /// note
        note: Option<String>,
    },
    /// on
    On {
        /// date
        date: NaiveDate,
        #[arg(long)]
        /// note
        note: Option<String>,
    },
    /// clear
    Clear {
        /// date
        date: NaiveDate,
    },
}

/// `backup …`
#[derive(Debug, Clone, Subcommand)]
pub enum BackupCommand {
    /// create
    Create,
    /// list
    List,
}

/// Reads `2026-11-23T08:05`, with or without seconds, with a blank instead of the T, or a bare date.
fn moment(text: &str) -> Result<NaiveDateTime, String> {
    for format in ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"] {
        if let Ok(moment) = NaiveDateTime::parse_from_str(text, format) {
            return Ok(moment);
        }
    }
    text.parse::<NaiveDate>()
        .ok()
        .and_then(|date| date.and_hms_opt(8, 0, 0))
        .ok_or_else(|| "2026-11-23T08:05".to_owned())
}
