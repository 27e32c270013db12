//! What is wrong with a call, in the words of the catalog: clap speaks English only.

use std::error::Error as _;
use std::io::Write;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::output::width;
use super::{USAGE, report};
use crate::i18n::{Explanation, Tr};

/// Prints help, version or what is wrong, and answers the exit code.
pub fn answer(error: &Error, tr: &Tr, json: bool) -> u8 {
    let page = in_words(&error.render().to_string(), tr);
    // A closed pipe is no reason to complain.
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = write!(std::io::stdout().lock(), "{page}");
            return 0;
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand if !json => {
            let _ = write!(std::io::stderr().lock(), "{page}");
        }
        _ => report(&explain(error, tr), json),
    }
    USAGE
}

/// The text with the names of values, such as `<CLASS>` and `[OPTIONS]`, in the catalog's words, columns kept.
fn in_words(text: &str, tr: &Tr) -> String {
    text.split_inclusive('\n').map(|line| line_in_words(line, tr)).collect()
}

fn line_in_words(line: &str, tr: &Tr) -> String {
    // In a list the help stands behind the first gap after the name.
    let gap = line.trim_start().find("  ").map(|at| at + line.len() - line.trim_start().len());
    let (names, help) =
        line.split_at(if line.starts_with(' ') { gap.unwrap_or(line.len()) } else { line.len() });
    let mut words = String::with_capacity(line.len());
    let mut rest = names;
    while let Some((before, from)) = rest.find(['<', '[']).and_then(|at| rest.split_at_checked(at)) {
        words.push_str(before);
        let end = from.find(if from.starts_with('<') { '>' } else { ']' }).unwrap_or_default();
        let name = from.get(1..end).filter(|name| !name.contains(['<', ' ']) && !name.contains("--"));
        words.push_str(from.split_at(1).0);
        words.extend(name.map(|name| value_in_words(name, tr)));
        rest = from.split_at(if name.is_some() { end } else { 1 }).1;
    }
    words.push_str(rest);
    let spaces = help.len() - help.trim_start_matches(' ').len();
    let missing = (width(names) + spaces).saturating_sub(width(&words)).max(spaces.min(2));
    if help.is_empty() {
        words
    } else {
        format!("{words}{}{}", " ".repeat(missing), help.trim_start_matches(' '))
    }
}

/// `KEY=CLASS` word by word; what the catalog does not know stays.
pub(super) fn value_in_words(name: &str, tr: &Tr) -> String {
    let word = |part: &str| {
        let end = part.find(|c: char| !c.is_ascii_uppercase() && c != '_').unwrap_or(part.len());
        let (word, mark) = part.split_at(end);
        let known = word.len() > 1 && !mark.starts_with(|c: char| c.is_ascii_lowercase() || c == '.');
        if known { tr.usage_value(word) + mark } else { part.to_owned() }
    };
    name.split_inclusive(['=', '|', '+', '[', ']', ':']).map(word).collect()
}

/// What is wrong with the call.
pub fn explain(error: &Error, tr: &Tr) -> Explanation {
    let given = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let argument = in_words(&given(ContextKind::InvalidArg), tr);
    let value = given(ContextKind::InvalidValue);
    let (code, happened) = match error.kind() {
        ErrorKind::UnknownArgument => ("usage_unknown_argument", tr.usage_unknown_argument(&argument)),
        ErrorKind::InvalidSubcommand => {
            ("usage_unknown_command", tr.usage_unknown_command(&given(ContextKind::InvalidSubcommand)))
        }
        ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            ("usage_missing_command", tr.usage_missing_command())
        }
        ErrorKind::MissingRequiredArgument => {
            ("usage_missing_argument", tr.usage_missing_argument(&missing(error, tr)))
        }
        ErrorKind::ArgumentConflict => {
            let other = in_words(&given(ContextKind::PriorArg), tr);
            if other.is_empty() || other == argument {
                ("usage_argument_twice", tr.usage_argument_twice(&argument))
            } else {
                ("usage_argument_conflict", tr.usage_argument_conflict(&argument, &other))
            }
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if !value.is_empty() => {
            ("usage_wrong_value", tr.usage_wrong_value(&argument, &value))
        }
        _ if !argument.is_empty() => ("usage_missing_value", tr.usage_missing_value(&argument)),
        _ => ("usage_wrong", tr.usage_wrong()),
    };
    Explanation::new(code, happened, tr.usage_nothing_done(), remedy(error, tr))
}

/// What is missing; where one of several would do, their names alone.
fn missing(error: &Error, tr: &Tr) -> String {
    let Some(ContextValue::Strings(missing)) = error.get(ContextKind::InvalidArg) else {
        return String::new();
    };
    let name = |argument: &String| match argument.strip_prefix("<-") {
        Some(_) => {
            let names = argument.split(['<', '>', '|', ' ', '.']).filter(|word| word.starts_with("--"));
            tr.usage_any_of(&names.collect::<Vec<_>>().join(", "))
        }
        None => in_words(argument, tr),
    };
    missing.iter().map(name).collect::<Vec<_>>().join(", ")
}

/// The nearest right thing, and where the help stands.
fn remedy(error: &Error, tr: &Tr) -> String {
    let given = |kind| error.get(kind).map(ToString::to_string).filter(|text| !text.is_empty());
    let suggested =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .find_map(given);
    let values = given(ContextKind::ValidValue).or_else(|| given(ContextKind::ValidSubcommand));
    let hint = match (suggested, values, error.source()) {
        (Some(word), _, _) => Some(tr.usage_did_you_mean(&word)),
        (None, Some(values), _) => Some(tr.usage_one_of(&values)),
        (None, None, Some(cause)) if cause.is::<chrono::ParseError>() => {
            Some(tr.usage_write_like("2026-11-23"))
        }
        // Our own readers answer with an example.
        (None, None, Some(cause)) if !cause.to_string().contains(' ') => {
            Some(tr.usage_write_like(&cause.to_string()))
        }
        _ => None,
    };
    let usage = given(ContextKind::Usage).map(|usage| in_words(&usage, tr)).unwrap_or_default();
    let usage = usage.split_once(": ").map_or(usage.as_str(), |(_, line)| line).trim().to_owned();
    let command: Vec<&str> =
        usage.split_whitespace().take_while(|word| !word.starts_with(['[', '<', '-'])).collect();
    let command = if command.is_empty() { "chenjian".to_owned() } else { command.join(" ") };
    let help = tr.usage_see_help(&format!("{command} --help"));
    let usage = (!usage.is_empty()).then(|| tr.usage_heading(&usage));
    hint.into_iter().chain(usage).chain([help]).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help;
    use crate::i18n::Language;

    /// What clap would say.
    const ENGLISH: [&str; 14] = [
        "Usage",
        "Commands",
        "Options",
        "OPTIONS",
        "COMMAND",
        "Arguments",
        "Print ",
        "default",
        "possible",
        "error",
        "tip",
        "For more",
        "unexpected",
        "required",
    ];

    fn pages(command: &mut clap::Command, tr: &Tr, found: &mut Vec<String>) {
        let page = in_words(&command.render_long_help().to_string(), tr);
        found.extend(
            ENGLISH.into_iter().filter(|word| page.contains(word)).map(|word| format!("{word}: {page}")),
        );
        for inner in command.get_subcommands_mut() {
            pages(inner, tr, found);
        }
    }

    #[test]
    fn no_page_of_the_help_holds_the_parsers_own_words() {
        let tr = Tr::new(Language::Chinese);
        let mut command = help::command(&tr);
        command.build();
        let mut found = Vec::new();
        pages(&mut command, &tr, &mut found);
        assert!(found.is_empty(), "{}", found.join("\n"));
        let page = command.find_subcommand_mut("letter").unwrap().find_subcommand_mut("print").unwrap();
        let page = page.render_help().to_string();
        assert!(page.contains("用法：chenjian letter print") && page.contains("（缺省：stop）"), "{page}");
        assert!(page.contains("leave-out"), "{page}");
    }

    #[test]
    fn values_are_named_in_the_chosen_language_and_the_columns_stand() {
        let tr = Tr::new(Language::Chinese);
        for (line, words) in [
            ("Usage: x [OPTIONS] <FILE>", "Usage: x [选项] <文件>"),
            ("x <--class <CLASS>|--all>", "x <--class <班级>|--all>"),
            ("      --class <CLASS>  a [CLASS]\n", "      --class <班级>   a [CLASS]\n"),
            ("      --left <all|KEY>    a", "      --left <all|代号>   a"),
            ("      --lang <zh-CN|en>  a", "      --lang <zh-CN|en>  a"),
            ("  <KEY[=CLASS]>...  a", "  <代号[=班级]>...  a"),
        ] {
            assert_eq!(in_words(line, &tr), words);
            assert_eq!(in_words(line, &Tr::new(Language::English)), line);
        }
    }

    #[test]
    fn every_wrong_call_is_explained_in_the_chosen_language() {
        for (line, code, holds) in [
            ("check status --datee 2026-11-23", "usage_unknown_argument", "--date"),
            ("chek", "usage_unknown_command", "check"),
            ("check", "usage_missing_command", "chenjian"),
            ("check nil", "usage_missing_argument", "--class"),
            ("check record --person x", "usage_missing_argument", "--absence, --symptom, --temp"),
            ("form print x", "usage_missing_argument", "--out"),
            ("letter print x --out f.pdf", "usage_missing_argument", "--class, --all"),
            ("check nil --class 三1 --all", "usage_argument_conflict", "--all"),
            ("check nil --all --date 2026-11-23 --date 2026-11-24", "usage_argument_twice", "--date"),
            ("check status --date 2026-13-23", "usage_wrong_value", "2026-11-23"),
            ("check record --person x --absence sick", "usage_wrong_value", "unknown"),
            ("--now 25点 check status", "usage_wrong_value", "2026-11-23T08:05"),
            ("roster import f --school-year x", "usage_wrong_value", "2025-2026"),
            ("roster promote --merge foo", "usage_wrong_value", "A+B=C"),
            ("roster promote --split foo", "usage_wrong_value", "A=B+C"),
            ("check status --date", "usage_missing_value", "--date"),
        ] {
            for language in Language::ALL {
                let tr = Tr::new(language);
                let arguments = std::iter::once("chenjian").chain(line.split(' '));
                let error = help::command(&tr).try_get_matches_from(arguments).unwrap_err();
                let words = explain(&error, &tr);
                assert_eq!(words.code, code, "{line}");
                assert!(!words.happened.contains("|--"), "{line}: {}", words.happened);
                let all = format!("{}\n{}\n{}", words.happened, words.meaning, words.remedy);
                assert!(all.contains(holds) && all.contains("--help"), "{line}: {all}");
                let english =
                    ENGLISH.into_iter().find(|word| language == Language::Chinese && all.contains(word));
                assert_eq!(english, None, "{line}: {all}");
            }
        }
    }
}
