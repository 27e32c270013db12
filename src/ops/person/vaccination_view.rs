//! A check of the vaccination certificate with what the rules ask for.

use serde::Serialize;

use crate::domain::vaccination_check::{Completeness, Doses, VaccinationCheck};
use crate::i18n::Tr;
use crate::ops::book::Book;

/// One vaccine of the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VaccineLine {
    /// Stable id.
    pub id: String,
    /// Name in the book's language.
    pub name: String,
    /// Doses of a complete certificate; `None`: not judged.
    pub wanted: Option<u8>,
    /// Doses that were read; `None`: nobody has said.
    pub doses: Option<Doses>,
}

/// One check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct VaccinationView {
    /// What was seen.
    #[serde(flatten)]
    pub check: VaccinationCheck,
    /// Whether it is complete.
    pub completeness: Completeness,
    /// The same in words, with the names of what is missing.
    pub words: String,
}

impl Book {
    /// The vaccines of the register with the doses of a check, if there is one.
    pub fn vaccine_lines(&self, check: Option<&VaccinationCheck>) -> Vec<VaccineLine> {
        let tag = self.tr.language().tag();
        let line = |vaccine: &crate::domain::rule_book::VaccineEntry| VaccineLine {
            name: vaccine.name.get(tag).to_owned(),
            wanted: vaccine.doses,
            doses: check.and_then(|check| check.doses(&vaccine.id)),
            id: vaccine.id.clone(),
        };
        self.rules.vaccines().iter().map(line).collect()
    }

    pub(super) fn vaccination_view(&self, check: VaccinationCheck) -> VaccinationView {
        let completeness = check.completeness(self.rules.vaccines());
        let words = complete_word(&completeness, &self.vaccine_lines(None), &self.tr);
        VaccinationView { check, completeness, words }
    }
}

/// 全种, 补种全, 缺乙肝 …
pub fn complete_word(completeness: &Completeness, vaccines: &[VaccineLine], tr: &Tr) -> String {
    match completeness {
        Completeness::Unknown => tr.person_file_doses_unknown(),
        Completeness::Complete => tr.person_file_complete(),
        Completeness::CaughtUp => tr.person_file_caught_up(),
        Completeness::Missing(ids) if ids.is_empty() => tr.person_file_incomplete(),
        Completeness::Missing(ids) => {
            let name =
                |id: &String| vaccines.iter().find(|line| line.id == *id).map(|line| line.name.as_str());
            let names: Vec<&str> = ids.iter().filter_map(name).collect();
            tr.person_file_missing(&names.join(&tr.ops_list_mark()))
        }
    }
}
