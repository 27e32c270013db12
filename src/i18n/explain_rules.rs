//! The errors of rules and plan in words; they are made in `domain`, which knows no language.

use super::{Explain, Explanation, Tr};
use crate::domain::emergency_plan::PlanError;
use crate::domain::promotion::PromotionError;
use crate::domain::rule_book::RuleError;

impl Explain for RuleError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let (happened, code) = match self {
            Self::Unreadable { file, at } => (tr.rules_unreadable(at, file), "rules_unreadable"),
            Self::Inconsistent { file, name } => (tr.rules_inconsistent(file, name), "rules_inconsistent"),
        };
        let (meaning, remedy) = (tr.rules_meaning(), tr.rules_remedy());
        Explanation { happened, meaning, remedy, code: code.to_owned() }
    }
}

impl Explain for PlanError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let remedy = match self {
            Self::AlreadyDone => tr.rules_task_already_done_remedy(),
            Self::NoPerson => tr.rules_task_no_person_remedy(),
            Self::NoDate => tr.rules_task_no_date_remedy(),
            Self::NoEvidence => tr.rules_task_no_evidence_remedy(),
        };
        Explanation {
            happened: tr.rules_task_happened(),
            meaning: tr.rules_task_meaning(),
            remedy,
            code: self.code().to_owned(),
        }
    }
}

impl Explain for PromotionError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let year = |first: i32| format!("{first}-{}", first + 1);
        let (code, happened, remedy) = match self {
            Self::Nobody { to_year } => (
                "promotion_nobody",
                tr.promotion_nobody(&year(*to_year)),
                tr.promotion_nobody_remedy(&year(*to_year)),
            ),
            Self::EarlierFirst { year: first } => (
                "promotion_earlier_first",
                tr.promotion_earlier_first(&year(*first)),
                tr.promotion_earlier_first_remedy(&year(*first)),
            ),
            Self::WhichSystem => {
                ("promotion_which_system", tr.promotion_which_system(), tr.promotion_which_system_remedy())
            }
            Self::NoName => ("promotion_no_name", tr.promotion_no_name(), tr.promotion_no_name_remedy()),
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn every_error_has_words_and_a_code_of_its_own() {
        for language in Language::ALL {
            let tr = Tr::new(language);
            let rules = [
                RuleError::Unreadable { file: "rules/x.toml", at: "line 3".into() }.explain(&tr),
                RuleError::Inconsistent { file: "rules/x.toml", name: "F".into() }.explain(&tr),
            ];
            assert!(rules[0].happened.contains("rules/x.toml") && rules[0].happened.contains("line 3"));
            assert!(rules[1].happened.contains("rules/x.toml") && rules[1].happened.contains('F'));
            let tasks =
                [PlanError::AlreadyDone, PlanError::NoPerson, PlanError::NoDate, PlanError::NoEvidence]
                    .map(|error| error.explain(&tr));
            let codes: std::collections::BTreeSet<_> = rules.iter().chain(&tasks).map(|e| &e.code).collect();
            assert_eq!(codes.len(), 6);
        }
    }
}
