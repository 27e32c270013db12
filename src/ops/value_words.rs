//! What a person calls a field whose value was refused, and how it is written.

use super::explain_error::BadValue;
use super::person::health_word;
use super::roster::import::import_words;
use crate::domain::health_note::HealthKind;
use crate::i18n::Tr;

/// Fields of a day.
const DAYS: [&str; 9] =
    ["--date", "--from", "--to", "--day", "days", "to", "return_by", "from_sheet", "term"];
/// Fields of a time of day.
const TIMES: [&str; 3] = ["handed_in_at", "deadline", "--deadline"];
/// Texts of which only the length can be wrong: it is what was given.
const TEXTS: [&str; 5] = ["note", "hospital", "unit", "content", "what"];

impl BadValue<'_> {
    /// What happened and what helps; `None` for a field that no form asks for.
    pub(super) fn in_words(&self, tr: &Tr) -> Option<(String, String)> {
        let health = HealthKind::from_name(self.field).map(|kind| health_word(kind, tr));
        let text = health.is_some() || TEXTS.contains(&self.field);
        let label = health.or_else(|| self.label(tr))?;
        if text {
            return Some((tr.value_too_long(self.given, &label), tr.value_shorten()));
        }
        if self.given.trim().is_empty() {
            return Some((tr.value_missing(&label), tr.value_fill_in(&label)));
        }
        let example = self.example(tr);
        let remedy = example.map_or_else(|| tr.value_shorten(), |example| tr.value_like(&example));
        Some((tr.ops_bad_value(&label, self.given), remedy))
    }

    fn label(&self, tr: &Tr) -> Option<String> {
        Some(match self.field {
            field if DAYS.contains(&field) => tr.value_day(),
            "handed_in_at" => tr.value_handed_in(),
            "deadline" | "--deadline" => tr.value_deadline(),
            "group" => tr.group_screen_name(),
            "operator" => tr.value_operator(),
            "school" => tr.value_school(),
            "doses" => tr.value_doses(),
            "system" => tr.value_system(),
            "backup_place" => tr.value_place(),
            "note" => tr.value_note(),
            "hospital" => tr.case_hospital(),
            "unit" => tr.value_unit(),
            "content" | "what" => tr.value_content(),
            field => Some(import_words::field(tr, field)).filter(|words| words != field)?,
        })
    }

    /// How it is written; `None`: any text that is short enough.
    fn example(&self, tr: &Tr) -> Option<String> {
        Some(match self.field {
            field if DAYS.contains(&field) || field == "birth" => "2026-11-23".to_owned(),
            field if TIMES.contains(&field) => "08:05".to_owned(),
            "grade" => tr.value_grade_example(),
            "class" => tr.value_class_example(),
            "doses" => "3".to_owned(),
            "sex" => tr.person_male(),
            "boarding" => tr.person_boarder(),
            "left_behind" => tr.import_left_behind_both(),
            "phone" | "guardian_phone" | "emergency_phone" => "13800000000".to_owned(),
            "system" => "primary-six".to_owned(),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::{Explain, Language, Tr};
    use crate::ops::OpError;

    #[test]
    fn a_field_is_called_as_people_call_it_with_an_example_of_its_own() {
        let told = |language, field, given: &str| {
            let error = OpError::BadValue { field, given: given.to_owned() };
            let why = error.explain(&Tr::new(language));
            (why.happened, why.remedy)
        };
        let zh = |field, given| told(Language::Chinese, field, given);
        assert_eq!(zh("operator", " ").0, "没有填操作人。");
        assert_eq!(zh("class", "").0, "没有填班级。");
        let (happened, remedy) = zh("grade", "13");
        assert!(happened.starts_with("年级") && remedy.contains("学前填 0"), "{happened} {remedy}");
        let (happened, remedy) = zh("--date", "昨天");
        assert!(happened.starts_with("日期") && remedy.contains("2026-11-23"), "{happened} {remedy}");
        assert!(!remedy.contains("axillary"));
        assert!(zh("allergy", "412").0.contains("过敏太长，有 412 个字"));
        let (happened, remedy) = told(Language::English, "phone", "12");
        assert!(happened.contains("“12”") && remedy.contains("13800000000"), "{happened} {remedy}");
        // What no form asks for keeps its name on the command line.
        assert!(zh("ID", "x").0.contains("ID"));
    }
}
