//! The words of the help, laid over the arguments from the catalog.

mod people;

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
    let mut texts = daily(tr);
    texts.extend(roster(tr));
    texts.extend(staff_and_places(tr));
    texts.extend(people::groups(tr));
    texts.extend(setting_texts(tr));
    texts.extend(people::person(tr));
    texts.extend(promotion(tr));
    texts.extend(paper_texts(tr));
    // What holds everywhere first, so that the words of one command win.
    texts.sort_by_key(|(path, _)| !path.starts_with("--"));
    texts
}

fn roster(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("roster", tr.roster_cli()),
        ("roster list", tr.roster_cli_list()),
        ("roster list --class", tr.roster_cli_list_class()),
        ("roster list --away", tr.roster_cli_away()),
        ("--find", tr.roster_cli_find()),
        ("--sort", tr.roster_cli_sort()),
        ("roster add", tr.roster_cli_add()),
        ("roster add --class", tr.roster_cli_add_class()),
        ("--name", tr.roster_cli_name()),
        ("--sex", tr.roster_cli_sex()),
        ("--birth", tr.roster_cli_birth()),
        ("--boarding", tr.roster_cli_boarding()),
        ("--left_behind", tr.roster_field_left_behind()),
        ("--id_number", tr.roster_cli_id_number()),
        ("--student_no", tr.roster_cli_student_no()),
        ("--guardian", tr.roster_cli_guardian()),
        ("--phone", tr.roster_cli_phone()),
        ("roster add --from", tr.roster_cli_from()),
        ("roster edit", tr.roster_cli_edit()),
        ("roster edit --person", tr.roster_cli_person()),
        ("roster edit --set", tr.roster_cli_set()),
        ("roster move", tr.roster_cli_move()),
        ("roster move --person", tr.roster_cli_person()),
        ("roster move --from", tr.roster_cli_from()),
        ("roster leave", tr.roster_cli_leave()),
        ("roster leave --person", tr.roster_cli_person()),
        ("roster leave --on", tr.roster_cli_on()),
        ("roster import", tr.roster_cli_import()),
        ("roster import --file", tr.roster_cli_import_file()),
        ("roster import --dry_run", tr.roster_cli_dry_run()),
        ("roster import --people", tr.roster_cli_people()),
        ("roster import --sheet", tr.roster_cli_sheet()),
        ("roster import --map", tr.roster_cli_map()),
        ("roster import --as_of", tr.roster_cli_as_of()),
        ("roster import --school_year", tr.roster_cli_school_year()),
        ("roster import --on_match", tr.roster_cli_on_match()),
        ("roster import --doubtful", tr.roster_cli_doubtful()),
        ("roster import --take_file", tr.roster_cli_take_file()),
        ("roster import --left", tr.roster_cli_left()),
        ("roster import --left_on", tr.roster_cli_left_on()),
        ("roster export", tr.roster_cli_export()),
        ("roster export --file", tr.roster_cli_export_file()),
        ("roster undo-import", tr.roster_cli_undo_import()),
    ]
}

/// The same for staff, rooms and classes.
fn staff_and_places(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("staff", tr.roster_cli_staff()),
        ("staff list", tr.roster_cli_staff_list()),
        ("staff add", tr.roster_cli_staff_add()),
        ("staff add --post", tr.roster_cli_post()),
        ("staff add --from", tr.roster_cli_staff_from()),
        ("staff return", tr.roster_cli_staff_return()),
        ("staff return --person", tr.roster_cli_person()),
        ("staff return --from", tr.roster_cli_staff_from()),
        ("dormitory", tr.roster_cli_dormitory()),
        ("dormitory list", tr.roster_cli_dormitory_list()),
        ("dormitory set", tr.roster_cli_dormitory_set()),
        ("dormitory set --person", tr.roster_cli_person()),
        ("dormitory set --room", tr.roster_cli_room()),
        ("dormitory set --no_room", tr.roster_cli_no_room()),
        ("dormitory set --from", tr.roster_cli_from()),
        ("class", tr.roster_cli_class()),
        ("class list", tr.roster_cli_class_list()),
        ("class add", tr.roster_cli_class_add()),
        ("class add --label", tr.roster_cli_label()),
        ("--teacher", tr.roster_cli_teacher()),
        ("class teacher", tr.roster_cli_class_teacher()),
    ]
}

fn promotion(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("roster promote", tr.promotion_cli()),
        ("roster promote --to_year", tr.promotion_cli_to_year()),
        ("roster promote --dry_run", tr.promotion_cli_dry_run()),
        ("roster promote --system", tr.promotion_cli_system()),
        ("roster promote --hold_back", tr.promotion_cli_hold_back()),
        ("roster promote --place", tr.promotion_cli_place()),
        ("roster promote --leaver", tr.promotion_cli_leaver()),
        ("roster promote --rename", tr.promotion_cli_rename()),
        ("roster promote --merge", tr.promotion_cli_merge()),
        ("roster promote --split", tr.promotion_cli_split()),
        ("roster promote --leave", tr.promotion_cli_leave()),
        ("roster promote --stay", tr.promotion_cli_stay()),
        ("roster promote --new_teachers", tr.promotion_cli_new_teachers()),
        ("roster promote --keep_seats", tr.promotion_cli_keep_seats()),
        ("roster undo-promote", tr.promotion_cli_undo()),
        ("school --system", tr.promotion_cli_school_system()),
    ]
}

fn daily(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("--data", tr.cli_data()),
        ("--json", tr.cli_json()),
        ("--lang", tr.cli_lang()),
        ("--progress", tr.usage_progress()),
        ("--now", tr.cli_now()),
        ("--by", tr.cli_by()),
        ("--clock_ok", tr.cli_clock_ok()),
        ("--date", tr.cli_date()),
        ("--session", tr.cli_session()),
        ("--class", tr.cli_class()),
        ("--note", tr.cli_note()),
        ("check", tr.cli_check()),
        ("--dormitory", tr.cli_dormitory()),
        ("--staff", tr.cli_staff()),
        ("check nil", tr.cli_check_nil()),
        ("check nil --all", tr.cli_check_nil_all()),
        ("check confirm", tr.cli_check_confirm()),
        ("check confirm --checked_by", tr.cli_checked_by()),
        ("check confirm --handed_in_at", tr.cli_handed_in_at()),
        ("check record", tr.cli_check_record()),
        ("check record --person", tr.cli_person()),
        ("check record --absence", tr.cli_absence()),
        ("check record --symptom", tr.cli_symptom()),
        ("check record --temp", tr.cli_temp()),
        ("check record --onset", tr.cli_onset()),
        ("check record --severe", tr.cli_severe()),
        ("check record --seen", tr.cli_seen()),
        ("check record --diagnosis", tr.cli_diagnosis()),
        ("check record --sent_home", tr.cli_sent_home()),
        ("check record --clear", tr.cli_clear()),
        ("check record --confirm", tr.cli_confirm()),
        ("check status", tr.cli_check_status()),
        ("check show", tr.cli_check_show()),
        ("check findings", tr.cli_check_findings()),
        ("alert", tr.cli_alert()),
        ("alert list", tr.cli_alert_list()),
        ("todo", tr.cli_todo()),
        ("undo", tr.cli_undo()),
        ("undo --list", tr.cli_undo_list()),
        ("undo --all", tr.cli_undo_all()),
        ("undo --id", tr.cli_undo_id()),
    ]
}

/// The same for what is set up.
fn setting_texts(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("school", tr.cli_school()),
        ("school --name", tr.cli_school_name()),
        ("school --phone", tr.cli_school_phone()),
        ("school --principal", tr.cli_school_principal()),
        ("school --operator", tr.cli_school_operator()),
        ("school --check", tr.cli_school_check()),
        ("calendar", tr.cli_calendar()),
        ("calendar show", tr.cli_calendar_show()),
        ("calendar term", tr.cli_calendar_term()),
        ("calendar off", tr.cli_calendar_off()),
        ("calendar on", tr.cli_calendar_on()),
        ("calendar clear", tr.cli_calendar_clear()),
        ("--from", tr.cli_from()),
        ("--to", tr.cli_to()),
        ("backup", tr.cli_backup()),
        ("backup create", tr.cli_backup_create()),
        ("backup list", tr.cli_backup_list()),
        ("doctor", tr.cli_doctor()),
        ("demo", tr.demo_cli()),
        ("demo --out", tr.demo_cli_out()),
    ]
}

/// The same for what is printed, planned and sent.
fn paper_texts(tr: &Tr) -> Vec<(&'static str, String)> {
    vec![
        ("--out", tr.cli_out()),
        ("--missing_glyph", tr.cli_missing_glyph()),
        ("report", tr.cli_report()),
        ("report daily", tr.cli_report_daily()),
        ("report list", tr.issued_cli_list()),
        ("report show", tr.issued_cli_show()),
        ("report show --number", tr.issued_cli_number()),
        ("report show --out", tr.issued_cli_out()),
        ("form", tr.cli_form()),
        ("form list", tr.cli_form_list()),
        ("form print", tr.cli_form_print()),
        ("form print --id", tr.cli_form_id()),
        ("form print --person", tr.person_file_cli_print()),
        ("form print --all", tr.cli_form_all()),
        ("form print --group", tr.group_cli_only()),
        ("form print --labels", tr.cli_form_labels()),
        ("form print --start", tr.cli_form_start()),
        ("form print --blank", tr.cli_form_blank()),
        ("form print --every", tr.cli_form_every()),
        ("letter", tr.cli_letter()),
        ("letter list", tr.cli_letter_list()),
        ("letter print", tr.cli_letter_print()),
        ("letter print --id", tr.cli_letter_id()),
        ("letter print --all", tr.cli_letter_all()),
        ("usb", tr.usb_help()),
        ("usb export", tr.usb_help_export()),
        ("usb export --to", tr.usb_help_to()),
        ("usb export --level", tr.usb_help_level()),
        ("usb verify", tr.usb_help_verify()),
        ("usb verify --folder", tr.usb_help_folder()),
        ("plan", tr.cli_plan()),
        ("plan list", tr.cli_plan_list()),
        ("plan assign", tr.cli_plan_assign()),
        ("plan done", tr.cli_plan_done()),
        ("plan done --evidence", tr.cli_plan_evidence()),
        ("plan due", tr.cli_plan_due()),
        ("plan reopen", tr.cli_plan_reopen()),
        ("plan print", tr.cli_plan_print()),
        ("plan --task", tr.cli_plan_task()),
        ("plan --person", tr.cli_plan_person()),
    ]
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
