//! What a diagnosis asks for, said before it is written down.

use serde::Serialize;

use crate::domain::rule_book::{DiseaseClass, RuleBook};
use crate::i18n::Tr;
use crate::ops::book::Book;

/// A disease that is to be reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Notifiable {
    /// Id in the rules.
    pub disease: String,
    /// Name.
    pub name: String,
    /// Class by law.
    pub class: DiseaseClass,
    /// Hours from now within which it is to be reported.
    pub hours: u32,
}

impl Notifiable {
    /// What a diagnosis in words asks for by a scheme of limits; `None` where no clock starts.
    pub fn of(diagnosis: &str, edition: &str, rules: &RuleBook, tr: &Tr) -> Option<Self> {
        let disease = rules.disease_in(diagnosis)?;
        let edition = rules.reporting_edition(edition)?;
        let hours = edition.hours_of(disease)?;
        let name = disease.name.get(tr.language().tag()).to_owned();
        Some(Self { disease: disease.id.clone(), name, class: disease.class, hours })
    }

    /// What was done, after the case was opened: 流行性感冒已转为病例，24 小时内报告
    pub fn told(&self, tr: &Tr) -> String {
        tr.trace_noticed(self.hours, &self.name)
    }

    /// What will be done: 流行性感冒是丙类传染病：记下后转为病例，24 小时计时开始
    pub fn words(&self, tr: &Tr) -> String {
        match self.class {
            DiseaseClass::A => tr.trace_notice_class(&tr.trace_class_a(), self.hours, &self.name),
            DiseaseClass::B => tr.trace_notice_class(&tr.trace_class_b(), self.hours, &self.name),
            DiseaseClass::C => tr.trace_notice_class(&tr.trace_class_c(), self.hours, &self.name),
            DiseaseClass::None => tr.trace_notice(self.hours, &self.name),
        }
    }
}

impl Book {
    /// What a diagnosis in words asks for by the scheme in force.
    pub fn notifiable(&self, diagnosis: &str) -> Option<Notifiable> {
        Notifiable::of(diagnosis, &self.reporting_edition_now(), &self.rules, &self.tr)
    }

    /// Id of the scheme of limits in force.
    pub(super) fn reporting_edition_now(&self) -> String {
        let edition = self.case_edition(self.now()).map(|edition| edition.id.clone());
        edition.unwrap_or_else(|_| self.rules.default_reporting().to_owned())
    }
}
