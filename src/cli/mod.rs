//! The command line: arguments → acts of `ops` → text or one JSON document.

mod absence;
mod alert;
mod arguments;
mod case;
mod check;
mod check_lists;
mod demo;
mod event;
mod gate;
mod group;
mod help;
mod home;
mod isolation;
mod issued;
mod letter;
mod log;
mod output;
mod own_paper;
mod person;
mod person_lines;
mod picture;
mod plan;
mod print;
mod promote;
mod return_to_class;
mod review;
mod roster;
mod roster_import;
mod rules;
mod screening;
mod settings;
mod slip;
mod terminal_progress;
mod trace;
mod undo;
mod usage_error;
mod usb;
mod work;

use std::ffi::OsString;
use std::io::Write;

use clap::FromArgMatches;

use crate::domain::rule_book::RuleBook;
use crate::i18n::{Explain, Explanation, Language, Tr};
use crate::ops::preferences::Preferences;
use crate::ops::roster::import::RosterDocument;
use crate::ops::{Book, OpError, OpenOptions};
use arguments::RosterCommand;
pub use arguments::{Arguments, Command};
pub use output::Output;

/// What `main` shall do.
#[derive(Debug)]
pub enum Call {
    /// Open the window.
    Window(Box<Arguments>),
    /// The command has run; this is the exit code.
    Done(u8),
}

/// Nothing was changed.
pub const REFUSED: u8 = 1;
/// The call itself was wrong.
pub const USAGE: u8 = 2;
/// The data are damaged.
pub const DAMAGED: u8 = 3;

/// Reads the arguments and, if they name a command, runs it.
pub fn call(arguments: impl IntoIterator<Item = OsString>) -> Call {
    let given: Vec<OsString> = arguments.into_iter().collect();
    let tr = Tr::new(language_of(&given));
    let json = given.iter().any(|word| word == "--json");
    let read = |line: Vec<OsString>| {
        let matches = help::command(&tr).try_get_matches_from(line);
        matches.and_then(|matches| Arguments::from_arg_matches(&matches))
    };
    let mut arguments = read(given);
    if let Ok(Arguments { command: Some(Command::Help { words }), .. }) = &arguments {
        // `help check nil` is `check nil --help`.
        let line = std::iter::once("chenjian").chain(words.iter().map(String::as_str)).chain(["--help"]);
        arguments = read(line.map(OsString::from).collect());
    }
    match arguments {
        Ok(arguments) if arguments.command.is_none() => Call::Window(Box::new(arguments)),
        Ok(arguments) => Call::Done(run(&arguments, &tr)),
        Err(error) => Call::Done(usage_error::answer(&error, &tr, json)),
    }
}

/// The language asked for anywhere on the line, so that even the help is in it.
fn language_of(given: &[OsString]) -> Language {
    let words: Vec<String> = given.iter().map(|word| word.to_string_lossy().into_owned()).collect();
    let after = words.iter().position(|w| w == "--lang").and_then(|at| words.get(at + 1)).map(String::as_str);
    let joined = words.iter().find_map(|word| word.strip_prefix("--lang="));
    after.or(joined).and_then(Language::from_tag).unwrap_or_else(Language::of_system)
}

fn run(arguments: &Arguments, tr: &Tr) -> u8 {
    let mut output = Output::new(arguments.json, arguments.progress, tr.clone());
    match execute(arguments, &mut output) {
        Ok(()) => output.exit_code(),
        Err(error) => {
            let explanation = error.explain(tr);
            if let Some(Command::Roster(RosterCommand::Import(_))) = &arguments.command {
                // The document of a refusal is an answer too; the error itself goes to stderr.
                output.answer(&RosterDocument::refused(&explanation.code), |_| Vec::new());
            }
            report(&explanation, arguments.json);
            exit_code(&error)
        }
    }
}

fn execute(arguments: &Arguments, output: &mut Output) -> Result<(), OpError> {
    let Some(command) = &arguments.command else { return Ok(()) };
    if let Command::Demo { out } = command {
        return demo::run(out, output);
    }
    let mut book = open(arguments, output.tr().language())?;
    // A full or write-protected backup place must not keep anybody from reading or recording; a damaged book must.
    // The doctor looks at the book as it is.
    if !matches!(command, Command::Doctor)
        && let Err(error) = book.back_up_daily()
    {
        if error.is_damage() {
            return Err(error);
        }
        book.note_backup_trouble(error);
    }
    let done = match command {
        Command::Roster(command) => roster::run(&mut book, command, output),
        Command::Staff(command) => roster::staff(&mut book, command, output),
        Command::Dormitory(command) => roster::dormitory(&mut book, command, output),
        Command::Class(command) => roster::class(&mut book, command, output),
        Command::Check(command) => check::run(&mut book, command, output),
        Command::Alert(command) => alert::run(&mut book, command, output),
        Command::Rules(command) => rules::run(&mut book, command, output),
        Command::Isolation(command) => isolation::run(&mut book, command, output),
        Command::Case(command) => case::run(&mut book, command, output),
        Command::Disease(command) => case::diseases(&book, command, output),
        Command::Event(command) => event::run(&mut book, command, output),
        Command::Log(command) => log::run(&mut book, command, output),
        Command::Return(command) => return_to_class::run(&mut book, command, output),
        Command::Home(command) => home::run(&mut book, command, output),
        Command::Screening(command) => screening::run(&mut book, command, output),
        Command::Todo { date } => check::todo(&book, *date, output),
        Command::Report(command) => print::report(&mut book, command, output),
        Command::Form(command) => print::form(&mut book, command, output),
        Command::Letter(command) => letter::run(&mut book, command, output),
        Command::Slip(command) => slip::run(&mut book, command, output),
        Command::Usb(command) => usb::run(&mut book, command, output),
        Command::Plan(command) => plan::run(&mut book, command, output),
        Command::Absence(command) => absence::run(&mut book, command, output),
        Command::Picture(command) => picture::run(&mut book, command, output),
        Command::Trace(command) => trace::run(&mut book, command, output),
        Command::Undo(command) => undo::run(&mut book, command, output),
        Command::School(command) => settings::school(&mut book, command, output),
        Command::Calendar(command) => settings::calendar(&mut book, command, output),
        Command::Backup(command) => settings::backup(&mut book, command, output),
        // They need no book of the school's and were answered before.
        Command::Demo { .. } | Command::Help { .. } => Ok(()),
        Command::Doctor => settings::doctor(&book, output),
    };
    if let Some(trouble) = book.backup_trouble() {
        report(&trouble.explain(book.tr()), arguments.json);
    }
    done
}

/// Opens the book that the arguments mean.
pub fn open(arguments: &Arguments, language: Language) -> Result<Book, OpError> {
    let mut book = Book::open(&OpenOptions {
        folder: folder_of(arguments, &Preferences::load()),
        now: arguments.now,
        seed: arguments.id_seed,
        operator: arguments.by.clone(),
        language,
    })?;
    if arguments.clock_ok {
        book.accept_clock();
    }
    Ok(book)
}

/// The data folder that window and command line mean alike.
fn folder_of(arguments: &Arguments, preferences: &Preferences) -> std::path::PathBuf {
    crate::ops::place::data_folder(arguments.data.as_deref(), preferences.data.as_deref())
}

/// The language of the window: asked for, remembered, or the system's.
pub fn window_language(arguments: &Arguments) -> Language {
    let asked = arguments.lang.as_deref().and_then(Language::from_tag);
    asked.or(Preferences::load().language).unwrap_or_else(Language::of_system)
}

/// How the window opens the book that the arguments mean.
pub fn window_start(arguments: &Arguments) -> Result<(OpenOptions, Preferences, RuleBook), OpError> {
    let mut preferences = Preferences::load();
    if let Some(asked) = arguments.lang.as_deref().and_then(Language::from_tag) {
        preferences.language = Some(asked);
    }
    let open = OpenOptions {
        folder: folder_of(arguments, &preferences),
        now: arguments.now,
        seed: arguments.id_seed,
        operator: arguments.by.clone(),
        language: window_language(arguments),
    };
    Ok((open, preferences, RuleBook::shipped()?))
}

/// What is said where no window can be opened.
pub fn no_display(tr: &Tr) -> Explanation {
    Explanation::new(
        "no_display",
        tr.cli_no_display(),
        tr.cli_no_display_meaning(),
        tr.cli_no_display_remedy(),
    )
}

/// Exit code of a refused act.
pub fn exit_code(error: &OpError) -> u8 {
    if error.is_damage() {
        DAMAGED
    } else if error.is_usage() {
        USAGE
    } else {
        REFUSED
    }
}

/// Writes an error to stderr: four lines, or one JSON document.
pub fn report(explanation: &Explanation, json: bool) {
    let mut stderr = std::io::stderr().lock();
    let _ = if json {
        writeln!(stderr, "{}", serde_json::to_string(explanation).unwrap_or_default())
    } else {
        writeln!(
            stderr,
            "{}\n{}\n{}\n[{}]",
            explanation.happened, explanation.meaning, explanation.remedy, explanation.code
        )
    };
}
