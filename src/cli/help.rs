//! The words of the help, laid over the arguments from the catalog.

mod alerts;
mod care;
mod daily;
mod home;
mod office;
mod people;
mod pictures;
mod reporting;
mod roster;
mod tracing;

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::arguments::Arguments;
use crate::i18n::Tr;

/// The arguments with their help in the translator's language.
pub fn command(tr: &Tr) -> Command {
    let mut command = Arguments::command().about(tr.cli_about()).after_help(tr.cli_after());
    for (path, words) in texts(tr) {
        command = describe(command, path, &words);
    }
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).global(true);
    let version = Arg::new("version").short('V').long("version").action(ArgAction::Version);
    dress(command.arg(help.help(tr.usage_help())).arg(version.help(tr.usage_version())), tr)
}

/// Headings, defaults and choices in the translator's words instead of the parser's.
fn dress(command: Command, tr: &Tr) -> Command {
    let mut page = format!("{{about}}\n\n{}\n", tr.usage_heading("{usage}"));
    let mut section = |wanted: bool, heading: String, tag: &str| {
        if wanted {
            for line in ["\n", heading.as_str(), "\n{", tag, "}\n"] {
                page.push_str(line);
            }
        }
    };
    section(command.has_subcommands(), tr.usage_commands(), "subcommands");
    section(command.get_positionals().next().is_some(), tr.usage_arguments(), "positionals");
    section(true, tr.usage_options(), "options");
    page.push_str("{after-help}");
    command
        .help_template(page)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .mut_args(|argument| tell_values(argument, tr))
        .mut_subcommands(|inner| dress(inner, tr))
}

fn tell_values(argument: Arg, tr: &Tr) -> Arg {
    if !argument.get_action().takes_values() {
        return argument;
    }
    let list = |words: Vec<String>| (!words.is_empty()).then(|| words.join(", "));
    let values = argument.get_possible_values().iter().map(|value| value.get_name().to_owned()).collect();
    let default =
        argument.get_default_values().iter().map(|value| value.to_string_lossy().into_owned()).collect();
    let mut help = argument.get_help().map(ToString::to_string).unwrap_or_default();
    if let Some(values) = list(values) {
        help = tr.usage_values(&help, &values);
    }
    if let Some(default) = list(default) {
        help = tr.usage_default(&help, &default);
    }
    argument.help(help).hide_possible_values(true).hide_default_value(true)
}

/// What each command and argument is for: `check nil`, `check nil --class`. An argument named alone is
/// described wherever it occurs.
fn texts(tr: &Tr) -> Vec<(&'static str, String)> {
    let mut texts = daily::texts(tr);
    texts.extend(alerts::texts(tr));
    texts.extend(tracing::texts(tr));
    texts.extend(roster::pupils(tr));
    texts.extend(roster::staff_and_places(tr));
    texts.extend(people::groups(tr));
    texts.extend(office::settings(tr));
    texts.extend(people::person(tr));
    texts.extend(care::isolation(tr));
    texts.extend(care::returns(tr));
    texts.extend(home::days(tr));
    texts.extend(home::reviews(tr));
    texts.extend(home::screenings(tr));
    texts.extend(roster::promotion(tr));
    texts.extend(office::papers(tr));
    texts.extend(office::letters(tr));
    texts.extend(office::own_papers(tr));
    texts.extend(reporting::texts(tr));
    texts.extend(pictures::texts(tr));
    // What holds everywhere first, so that the words of one command win.
    texts.sort_by_key(|(path, _)| !path.starts_with("--"));
    texts
}

fn describe(command: Command, path: &str, words: &str) -> Command {
    match path.split_once(' ') {
        Some((first, rest)) => {
            if command.find_subcommand(first).is_none() {
                return command;
            }
            command.mut_subcommand(first, |inner| describe(inner, rest, words))
        }
        None => match path.strip_prefix("--") {
            Some(argument) => describe_everywhere(command, argument, words),
            None if command.find_subcommand(path).is_some() => {
                command.mut_subcommand(path, |inner| inner.about(words.to_owned()))
            }
            None => command,
        },
    }
}

fn describe_everywhere(command: Command, argument: &str, words: &str) -> Command {
    let command = if command.get_arguments().any(|known| known.get_id() == argument) {
        command.mut_arg(argument, |known| known.help(words.to_owned()))
    } else {
        command
    };
    command.mut_subcommands(|inner| describe_everywhere(inner, argument, words))
}

#[cfg(test)]
mod tests {
    use super::super::usage_error::value_in_words;
    use super::*;
    use crate::i18n::Language;

    fn undescribed(command: &Command, path: &str, found: &mut Vec<String>) {
        for argument in command.get_arguments().filter(|a| !a.is_hide_set()) {
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            if !help.chars().any(|c| u32::from(c) > 0x2E80)
                && !["help", "version"].contains(&argument.get_id().as_str())
            {
                found.push(format!("{path} --{}", argument.get_id()));
            }
        }
        for inner in command.get_subcommands() {
            let about = inner.get_about().map(ToString::to_string).unwrap_or_default();
            let path = format!("{path} {}", inner.get_name());
            if !about.chars().any(|c| u32::from(c) > 0x2E80) {
                found.push(path.clone());
            }
            undescribed(inner, &path, found);
        }
    }

    #[test]
    fn every_command_and_argument_is_described_in_chinese() {
        let command = command(&Tr::new(Language::Chinese));
        command.clone().debug_assert();
        let mut found = Vec::new();
        undescribed(&command, "", &mut found);
        assert!(found.is_empty(), "{found:#?}");
    }

    fn unnamed(command: &Command, path: &str, tr: &Tr, found: &mut Vec<String>) {
        for argument in command.get_arguments().filter(|a| a.get_action().takes_values() && !a.is_hide_set())
        {
            for name in argument.get_value_names().unwrap_or_default() {
                let words = value_in_words(name, tr);
                // `KEY.FIELD` is typed as it stands.
                let left = words.split(['|', '=', ':']).filter(|word| !word.contains('.'));
                let capitals = left.flat_map(str::chars).filter(char::is_ascii_uppercase);
                if capitals.count() > 3 {
                    found.push(format!("{path} --{} <{words}>", argument.get_id()));
                }
            }
        }
        for inner in command.get_subcommands() {
            unnamed(inner, &format!("{path} {}", inner.get_name()), tr, found);
        }
    }

    #[test]
    fn every_value_has_a_chinese_name() {
        let tr = Tr::new(Language::Chinese);
        let mut found = Vec::new();
        unnamed(&command(&tr), "", &tr, &mut found);
        assert!(found.is_empty(), "add to usage-value: {found:#?}");
    }

    /// What an argument of a command, and of those below it, says of itself.
    fn said(command: &Command, argument: &str) -> Vec<String> {
        let own = command.get_arguments().filter(|known| known.get_id() == argument);
        let own = own.map(|known| known.get_help().map(ToString::to_string).unwrap_or_default());
        own.chain(command.get_subcommands().flat_map(|inner| said(inner, argument))).collect()
    }

    #[test]
    fn every_text_stands_where_it_was_written_for() {
        for language in Language::ALL {
            let tr = Tr::new(language);
            let command = command(&tr);
            for (path, words) in texts(&tr) {
                let (commands, argument) = path.split_once("--").unwrap_or((path, ""));
                let below = |at: &'_ Command, name| at.find_subcommand(name).cloned();
                let at = commands.split_whitespace().try_fold(command.clone(), |at, name| below(&at, name));
                let at = at.unwrap_or_else(|| panic!("no command {path}"));
                let said = match argument {
                    "" => at.get_about().iter().map(ToString::to_string).collect(),
                    argument => said(&at, argument),
                };
                let count = said.iter().filter(|said| said.starts_with(&words)).count();
                // One command's own words may stand instead of those that hold everywhere.
                let least = if commands.is_empty() { 1 } else { said.len().max(1) };
                assert!(count >= least, "{path}: {said:#?}");
            }
        }
    }
}
