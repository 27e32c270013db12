//! 入学免疫查验: what the vaccination certificate of a pupil showed when it was checked.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::id::PersonId;
use super::rule_book::VaccineEntry;

/// Most doses of one vaccine that can be written down.
pub const MOST_DOSES: u8 = 9;

/// Doses of one vaccine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Doses {
    /// On the certificate.
    pub given: u8,
    /// Caught up after the check (△).
    #[serde(default)]
    pub catch_up: u8,
}

/// A check of the certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VaccinationCheck {
    /// The pupil.
    pub person: PersonId,
    /// When it was checked.
    pub day: NaiveDate,
    /// 是否有证; `None` while nobody has said.
    pub certificate: Option<bool>,
    /// 是否补证: a lost certificate was made out again.
    #[serde(default)]
    pub replaced: bool,
    /// Doses by vaccine id; what was not read is absent.
    #[serde(default)]
    pub doses: BTreeMap<String, Doses>,
    /// What the clinic judged; `None`: the doses decide.
    pub judged: Option<bool>,
    /// 查验人
    pub checked_by: Option<String>,
    /// 备注
    pub remark: Option<String>,
}

/// Whether every vaccine that is judged was given as often as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "state", content = "vaccines", rename_all = "snake_case")]
pub enum Completeness {
    /// Nothing was written down that could be judged.
    Unknown,
    /// 全种
    Complete,
    /// 补种全: complete with doses that were caught up.
    CaughtUp,
    /// Doses are missing: ids of the vaccines. Empty where the clinic judged so.
    Missing(Vec<String>),
}

impl VaccinationCheck {
    /// A check of which nothing is written down yet.
    pub fn open(person: PersonId, day: NaiveDate) -> Self {
        Self {
            person,
            day,
            certificate: None,
            replaced: false,
            doses: BTreeMap::new(),
            judged: None,
            checked_by: None,
            remark: None,
        }
    }

    /// Doses of a vaccine; none where nothing was read.
    pub fn doses(&self, vaccine: &str) -> Option<Doses> {
        self.doses.get(vaccine).copied()
    }

    /// Whether it is complete, by the clinic's word, else by the doses that `vaccines` ask for. Vaccines without a
    /// number of doses do not count.
    pub fn completeness(&self, vaccines: &[VaccineEntry]) -> Completeness {
        let wanted = || vaccines.iter().filter_map(|vaccine| Some((&vaccine.id, vaccine.doses?)));
        let all = |doses: Doses| doses.given + doses.catch_up;
        let missing: Vec<String> = wanted()
            .filter(|(id, doses)| self.doses(id).map_or(0, all) < *doses)
            .map(|(id, _)| id.clone())
            .collect();
        match self.judged {
            Some(true) if self.doses.values().any(|doses| doses.catch_up > 0) => Completeness::CaughtUp,
            Some(true) => Completeness::Complete,
            Some(false) => Completeness::Missing(Vec::new()),
            None if self.doses.is_empty() => Completeness::Unknown,
            None if !missing.is_empty() => Completeness::Missing(missing),
            None if wanted().all(|(id, doses)| self.doses(id).is_some_and(|d| d.given >= doses)) => {
                Completeness::Complete
            }
            None => Completeness::CaughtUp,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule_book::RuleBook;

    #[test]
    fn doses_that_are_asked_for_decide_and_the_clinic_has_the_last_word() {
        let rules = RuleBook::shipped().unwrap();
        let vaccines = rules.vaccines();
        let day = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
        let mut check = VaccinationCheck::open(PersonId(uuid::Uuid::nil()), day);
        assert_eq!(check.completeness(vaccines), Completeness::Unknown);
        for vaccine in vaccines {
            let given = vaccine.doses.unwrap_or_default();
            let _ = check.doses.insert(vaccine.id.clone(), Doses { given, catch_up: 0 });
        }
        assert_eq!(check.completeness(vaccines), Completeness::Complete);
        let _ = check.doses.insert("hepb".into(), Doses { given: 1, catch_up: 1 });
        assert_eq!(check.completeness(vaccines), Completeness::Missing(vec!["hepb".into()]));
        let _ = check.doses.insert("hepb".into(), Doses { given: 1, catch_up: 2 });
        assert_eq!(check.completeness(vaccines), Completeness::CaughtUp);
        check.judged = Some(false);
        assert_eq!(check.completeness(vaccines), Completeness::Missing(Vec::new()));
    }
}
