//! Diseases and what several sources say of the return to class, in words.

use serde::Serialize;

use crate::domain::rule_book::{Confirmation, DiseaseClass, DiseaseEntry, Standing};
use crate::ops::book::Book;

/// What one source says of the return to class.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ExclusionLine {
    /// Id.
    pub id: String,
    /// The rule in words.
    pub text: String,
    /// Days after the day of onset.
    pub days_from_onset: Option<u16>,
    /// Days after the last day with symptoms.
    pub days_after_symptoms: Option<u16>,
    /// Days after the first day of treatment.
    pub days_of_treatment: Option<u16>,
    /// Whether one of them is enough.
    pub either: bool,
    /// What a doctor has to see besides.
    pub condition: Option<String>,
    /// Whether the source asks for a certificate.
    pub certificate: bool,
    /// How far it can be relied on.
    pub standing: Standing,
    /// Where it stands.
    pub source: String,
    /// Day or year of the source.
    pub source_date: String,
}

/// A disease.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DiseaseLine {
    /// Id.
    pub id: String,
    /// Name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Class by law.
    pub class: DiseaseClass,
    /// The class whose measures apply instead.
    pub managed_as: Option<DiseaseClass>,
    /// 甲类, 乙类 …
    pub class_name: String,
    /// Hours within which a case has to be reported by the scheme in force; `None`: it starts no clock.
    pub report_hours: Option<u32>,
    /// Time from infection to the first symptoms.
    pub incubation: Option<String>,
    /// Whether class and date are confirmed.
    pub confirmed: bool,
    /// Where it stands.
    pub source: String,
    /// What several sources say of the return to class.
    pub exclusions: Vec<ExclusionLine>,
}

impl Book {
    /// The diseases that a name, part of a name or its pinyin means, the best first; all of them for nothing typed.
    ///
    /// # Errors
    /// Those of the storage.
    pub fn disease_lines(&self, typed: &str) -> Result<Vec<DiseaseLine>, crate::ops::OpError> {
        let edition = self.case_edition(self.now())?;
        let found = self.rules.find_diseases(typed);
        Ok(found.into_iter().map(|disease| self.disease_line(disease, edition.hours_of(disease))).collect())
    }

    /// The one disease that somebody means by id, name, alias, or the only one that fits.
    ///
    /// # Errors
    /// [`ReportingError`](crate::ops::reporting::ReportingError) where none or several fit.
    pub fn find_disease(&self, given: &str) -> Result<String, crate::ops::OpError> {
        use crate::ops::reporting::ReportingError;
        let given = given.trim();
        let found = if given.is_empty() { Vec::new() } else { self.rules.find_diseases(given) };
        let is_called = |entry: &&DiseaseEntry| {
            [entry.id.as_str(), entry.name.zh.as_str(), entry.name.en.as_str()]
                .into_iter()
                .chain(entry.aliases.iter().map(String::as_str))
                .any(|name| name.eq_ignore_ascii_case(given))
        };
        if let Some(entry) = found.iter().copied().find(|entry| is_called(entry)) {
            return Ok(entry.id.clone());
        }
        match found.as_slice() {
            [only] => Ok(only.id.clone()),
            [] => Err(ReportingError::NoSuchDisease { given: given.to_owned() }.into()),
            several => {
                let tag = self.tr.language().tag();
                let names = several.iter().map(|entry| entry.name.get(tag).to_owned()).collect();
                Err(ReportingError::SeveralDiseases { given: given.to_owned(), names }.into())
            }
        }
    }

    fn disease_line(&self, disease: &DiseaseEntry, report_hours: Option<u32>) -> DiseaseLine {
        let tag = self.tr.language().tag();
        DiseaseLine {
            id: disease.id.clone(),
            name: disease.name.get(tag).to_owned(),
            aliases: disease.aliases.clone(),
            class: disease.class,
            managed_as: disease.managed_as,
            class_name: self.tr.disease_class(disease),
            report_hours,
            incubation: disease.incubation.as_ref().map(|text| text.get(tag).to_owned()),
            confirmed: disease.status == Confirmation::Confirmed,
            source: self.source_words(&disease.source),
            exclusions: self.exclusion_lines(disease),
        }
    }

    /// What several sources say of the return to class after a disease, in the order of the rules.
    pub(in crate::ops) fn exclusion_lines(&self, disease: &DiseaseEntry) -> Vec<ExclusionLine> {
        let tag = self.tr.language().tag();
        let line = |entry: &crate::domain::rule_book::ExclusionEntry| ExclusionLine {
            id: entry.id.clone(),
            text: entry.text.get(tag).to_owned(),
            days_from_onset: entry.days_from_onset,
            days_after_symptoms: entry.days_after_symptoms,
            days_of_treatment: entry.days_of_treatment,
            either: entry.either,
            condition: entry.condition.as_ref().map(|text| text.get(tag).to_owned()),
            certificate: entry.certificate,
            standing: entry.status,
            source: self.source_words(&entry.source),
            source_date: self.rules.source(&entry.source).map(|s| s.date.clone()).unwrap_or_default(),
        };
        disease.exclusions.iter().map(line).collect()
    }
}
