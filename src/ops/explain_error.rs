//! What is said when an act or a question is refused.

use super::error::OpError;
use crate::i18n::{Explain, Explanation, Tr};

impl Explain for OpError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let (code, happened, remedy) = match self {
            Self::Storage(error) => return error.explain(tr),
            Self::Roster(error) => return error.explain(tr),
            Self::NamesWithoutGlyphs { .. }
            | Self::NoPrinting
            | Self::NoWorkbook
            | Self::NobodyInRoster { .. }
            | Self::NoSuchIssue { .. }
            | Self::NoSuchTask { .. }
            | Self::NoSuchClass { .. }
            | Self::NotOnPaper { .. }
            | Self::NoSchoolName => return self.explain_issuing(tr),
            Self::SheetHoldsSomething { .. }
            | Self::NotAMember
            | Self::DayToCome { .. }
            | Self::NotDue { .. }
            | Self::ReasonNeeded { .. }
            | Self::SheetReported { .. }
            | Self::NoSuchSymptom { .. }
            | Self::NotOnePerson { .. }
            | Self::OnsetAfterCheck { .. } => return self.explain_sheet(tr),
            Self::Promotion(_)
            | Self::Choice(_)
            | Self::Trace(_)
            | Self::Reporting(_)
            | Self::Home(_)
            | Self::Slip(_)
            | Self::OwnRule(_)
            | Self::WorkReport(_)
            | Self::Isolation(_)
            | Self::Plan(_)
            | Self::Workbook(_)
            | Self::AmbiguousClass { .. }
            | Self::OlderRoster { .. }
            | Self::RosterFileChanged
            | Self::ClassExists { .. }
            | Self::PersonExists
            | Self::NotMissing { .. }
            | Self::ClockBehind { .. }
            | Self::NoSuchRoom { .. }
            | Self::NoSuchFreeGroup { .. }
            | Self::FreeGroupExists { .. }
            | Self::NoSuchAlert { .. }
            | Self::NoSuchRules { .. }
            | Self::NotADemoFolder { .. } => return self.explain_others(tr),
            Self::Disk(error) => return error.explain(tr),
            Self::OwnPaper(error) => return error.explain(tr),
            Self::Membership(error) => return error.explain(tr),
            Self::UndoImport(error) => return error.explain(tr),
            Self::Rules(error) => ("rules", tr.ops_rules(&error.to_string()), tr.ops_rules_remedy()),
            Self::Paper(error) => return error.explain(tr),
            Self::Exchange(error) => return error.explain(tr),
            Self::Cancelled(_) => ("cancelled", tr.ops_cancelled(), tr.ops_cancelled_remedy()),
            Self::NoSuchPerson => ("no_such_person", tr.ops_no_such_person(), tr.ops_no_such_person_remedy()),
            Self::BadTemperature { given } => {
                ("bad_temperature", tr.sheet_no_temperature(given), tr.ops_bad_temperature_remedy())
            }
            Self::BadValue { field, given } => bad_value(field, given, tr),
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}

/// A field with the value that was refused.
pub(super) struct BadValue<'a> {
    pub field: &'a str,
    pub given: &'a str,
}

fn bad_value(field: &str, given: &str, tr: &Tr) -> (&'static str, String, String) {
    let (happened, remedy) = match field {
        "birth" => (tr.ops_bad_birth(given), tr.ops_bad_birth_remedy()),
        "name" if given.is_empty() => (tr.ops_no_name(), tr.ops_no_name_remedy()),
        "name-signs" => (tr.staff_bad_name(), tr.staff_bad_name_remedy()),
        "--set" => (tr.ops_bad_value(field, given), tr.ops_bad_set_remedy()),
        _ => BadValue { field, given }
            .in_words(tr)
            .unwrap_or_else(|| (tr.ops_bad_value(field, given), tr.ops_bad_value_remedy())),
    };
    ("bad_value", happened, remedy)
}

impl OpError {
    /// What is not there, or keeps something from going out.
    fn explain_issuing(&self, tr: &Tr) -> Explanation {
        let (code, happened, remedy) = match self {
            Self::NoSuchClass { given } => {
                ("no_such_class", tr.ops_no_such_class(given), tr.ops_no_such_class_remedy())
            }
            Self::NoSuchTask { given } => {
                ("no_such_task", tr.plan_no_such_task(given), tr.plan_no_such_task_remedy())
            }
            Self::NamesWithoutGlyphs { places } => (
                "names_without_glyphs",
                tr.print_names(&places.join(tr.ops_list_mark().as_str())),
                tr.print_names_remedy(),
            ),
            Self::NoPrinting => ("no_printing", tr.print_no_printing(), tr.print_no_printing_remedy()),
            Self::NoWorkbook => ("no_workbook", tr.print_no_workbook(), tr.print_no_workbook_remedy()),
            Self::NobodyInRoster { date } => (
                "nobody_in_roster",
                tr.ops_nobody_in_roster(&date.to_string()),
                tr.ops_nobody_in_roster_remedy(),
            ),
            Self::NotOnPaper { number } => {
                ("not_on_paper", tr.ops_not_on_paper(number), tr.ops_not_on_paper_remedy())
            }
            Self::NoSuchIssue { given } => {
                ("no_such_issue", tr.ops_no_such_issue(given), tr.ops_no_such_issue_remedy())
            }
            _ => ("no_school_name", tr.ops_no_school_name(), tr.ops_no_school_name_remedy()),
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }

    /// What cannot be written on a sheet.
    fn explain_sheet(&self, tr: &Tr) -> Explanation {
        let (code, happened, remedy) = match self {
            Self::SheetHoldsSomething { class, findings, proposals } => (
                "sheet_holds_something",
                tr.ops_sheet_holds_something(class, *findings, *proposals),
                tr.ops_sheet_holds_something_remedy(),
            ),
            Self::DayToCome { date, today } => (
                "day_to_come",
                tr.ops_day_to_come(&date.to_string(), &today.to_string()),
                tr.ops_day_to_come_remedy(),
            ),
            Self::NoSuchSymptom { code } => {
                ("no_such_symptom", tr.ops_no_such_symptom(code), tr.ops_no_such_symptom_remedy())
            }
            Self::OnsetAfterCheck { onset, date } => (
                "onset_after_check",
                tr.ops_onset_after_check(&date.to_string(), &onset.to_string()),
                tr.ops_onset_after_check_remedy(),
            ),
            Self::NotDue { date, session } => {
                ("not_due", tr.ops_not_due(&date.to_string(), &tr.session(*session)), tr.ops_not_due_remedy())
            }
            Self::NotOnePerson { given, count } => {
                ("not_one_person", tr.gate_not_one(*count, given), tr.gate_not_one_remedy())
            }
            Self::SheetReported { class } => {
                ("sheet_reported", tr.correction_sheet_reported(class), tr.correction_sheet_reported_remedy())
            }
            Self::ReasonNeeded { class } => {
                ("reason_needed", tr.correction_reason_needed(class), tr.correction_reason_needed_remedy())
            }
            _ => ("not_a_member", tr.ops_not_a_member(), tr.ops_no_such_person_remedy()),
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }

    fn explain_others(&self, tr: &Tr) -> Explanation {
        let (code, happened, remedy) = match self {
            Self::Promotion(error) => return error.explain(tr),
            Self::Choice(error) => return error.explain(tr),
            Self::Trace(error) => return error.explain(tr),
            Self::Reporting(error) => return error.explain(tr),
            Self::Home(error) => return error.explain(tr),
            Self::Slip(error) => return error.explain(tr),
            Self::OwnRule(error) => return error.explain(tr),
            Self::WorkReport(error) => return error.explain(tr),
            Self::Plan(error) => return error.explain(tr),
            Self::Workbook(error) => return error.explain(tr),
            Self::Isolation(error) => return error.explain(tr),
            Self::AmbiguousClass { given, candidates } => (
                "ambiguous_class",
                tr.ops_ambiguous_class(&candidates.join(tr.ops_list_mark().as_str()), given),
                tr.ops_ambiguous_class_remedy(),
            ),
            Self::NotMissing { key } => {
                ("not_missing", tr.ops_not_missing(&key.to_string()), tr.ops_not_missing_remedy())
            }
            Self::ClassExists { label } => {
                ("class_exists", tr.roster_class_exists(label), tr.roster_class_exists_remedy())
            }
            Self::ClockBehind { now, last } => (
                "clock_behind",
                tr.ops_clock_behind(&last.to_string(), &now.to_string()),
                tr.ops_clock_behind_remedy(),
            ),
            Self::NoSuchRoom { given } => {
                ("no_such_dormitory", tr.ops_no_such_room(given), tr.ops_no_such_room_remedy())
            }
            Self::NoSuchFreeGroup { given } => {
                ("no_such_group", tr.group_missing(given), tr.group_missing_remedy())
            }
            Self::FreeGroupExists { label } => {
                ("group_exists", tr.group_exists(label), tr.group_exists_remedy())
            }
            Self::NoSuchAlert { given } => {
                ("no_such_alert", tr.alert_missing(given), tr.alert_missing_remedy())
            }
            Self::NoSuchRules { given } => {
                ("no_such_rules", tr.alert_rules_missing(given), tr.alert_rules_missing_remedy())
            }
            Self::NotADemoFolder { path } => {
                ("not_a_demo_folder", tr.demo_folder(&path.display().to_string()), tr.demo_folder_remedy())
            }
            Self::OlderRoster { file, book } => {
                let year = |first: i32| format!("{first}-{}", first + 1);
                ("older_roster", tr.roster_older(&year(*book), &year(*file)), tr.roster_older_remedy())
            }
            Self::RosterFileChanged => {
                ("roster_file_changed", tr.import_file_changed(), tr.import_file_changed_remedy())
            }
            _ => ("person_exists", tr.roster_person_exists(), tr.roster_person_exists_remedy()),
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}
