//! Diseases of `assets/rules/diseases.toml` with what several sources say of the return to class.

use serde::{Deserialize, Serialize};

use super::temperature_limit::Confirmation;
use super::{Bilingual, RuleBook};
use crate::domain::pinyin::{PinyinKey, Typed};

/// Class of a disease by the law on communicable disease.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiseaseClass {
    /// 甲类
    A,
    /// 乙类
    B,
    /// 丙类
    C,
    /// Not in the national list.
    None,
}

impl DiseaseClass {
    /// Stable name: `a`, `b`, `c`, `none`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::B => "b",
            Self::C => "c",
            Self::None => "none",
        }
    }
}

/// How far an exclusion entry can be relied on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// A national document says so.
    Confirmed,
    /// A table in circulation says so.
    Listed,
    /// Shown, and never used for a date until the school has confirmed it.
    Unconfirmed,
}

/// What one source says of the return to class after a disease. Sources contradict each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExclusionEntry {
    /// Id, unique among all entries: `mumps-9d`.
    pub id: String,
    /// The rule in words.
    pub text: Bilingual,
    /// Days after the day of onset.
    pub days_from_onset: Option<u16>,
    /// Days after the last day with symptoms; 0: as soon as they are gone.
    pub days_after_symptoms: Option<u16>,
    /// Days after the first day of treatment.
    pub days_of_treatment: Option<u16>,
    /// Whether one of the days and conditions is enough; else all of them have to be met.
    #[serde(default)]
    pub either: bool,
    /// What a doctor has to see besides.
    pub condition: Option<Bilingual>,
    /// Whether the source asks for a certificate.
    pub certificate: bool,
    /// How far it can be relied on.
    pub status: Standing,
    /// Id of the source.
    pub source: String,
}

/// A disease that a case can be of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiseaseEntry {
    /// Stable id: `hand-foot-mouth`.
    pub id: String,
    /// Name.
    pub name: Bilingual,
    /// Other names by which it is found.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Class by law.
    pub class: DiseaseClass,
    /// The class whose measures apply instead.
    pub managed_as: Option<DiseaseClass>,
    /// Unexplained or new: reported like class a.
    #[serde(default)]
    pub emerging: bool,
    /// Whether a case starts a reporting clock.
    pub clock: bool,
    /// Time from infection to the first symptoms.
    pub incubation: Option<Bilingual>,
    /// Days after the last meeting for which contacts are watched: the longest incubation that is told.
    pub watch_days: Option<u16>,
    /// Whether class and date are confirmed; an unconfirmed entry is used and marked.
    pub status: Confirmation,
    /// Id of the source.
    pub source: String,
    /// What several sources say of the return to class, side by side.
    #[serde(default)]
    pub exclusions: Vec<ExclusionEntry>,
}

impl DiseaseEntry {
    /// Whether some source asks for a certificate before the return to class.
    pub fn asks_for_certificate(&self) -> bool {
        self.exclusions.iter().any(|entry| entry.certificate && entry.status != Standing::Unconfirmed)
    }

    /// How well a name fits: 0 the whole of it, 1 from its beginning, 2 inside it.
    fn rank(&self, text: &str, typed: &Typed) -> Option<u8> {
        let names = [self.name.zh.as_str(), self.name.en.as_str()].into_iter();
        let names = names.chain(self.aliases.iter().map(String::as_str)).chain([self.id.as_str()]);
        names
            .filter_map(|name| {
                if name.eq_ignore_ascii_case(text) {
                    return Some(0);
                }
                PinyinKey::new(name).rank_of(typed).map(|rank| rank + 1)
            })
            .min()
    }
}

/// The whole file.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct DiseaseFile {
    #[serde(rename = "version")]
    _version: String,
    pub default_watch_days: u16,
    pub diseases: Vec<DiseaseEntry>,
}

impl DiseaseFile {
    /// An id that stands twice.
    pub fn odd(&self) -> Option<String> {
        let mut ids: Vec<&str> = self.diseases.iter().map(|entry| entry.id.as_str()).collect();
        ids.extend(self.diseases.iter().flat_map(|entry| &entry.exclusions).map(|entry| entry.id.as_str()));
        ids.sort_unstable();
        ids.windows(2).find_map(|pair| match pair {
            [one, other] if one == other => Some((*one).to_owned()),
            _ => None,
        })
    }

    /// The source of every entry.
    pub fn sources(&self) -> impl Iterator<Item = &str> {
        let exclusions = self.diseases.iter().flat_map(|entry| &entry.exclusions);
        let own = self.diseases.iter().map(|entry| entry.source.as_str());
        own.chain(exclusions.map(|entry| entry.source.as_str()))
    }
}

impl RuleBook {
    /// All diseases, those that schools meet first.
    pub fn diseases(&self) -> &[DiseaseEntry] {
        &self.diseases.diseases
    }

    /// The disease of that id.
    pub fn disease(&self, id: &str) -> Option<&DiseaseEntry> {
        self.diseases.diseases.iter().find(|entry| entry.id == id)
    }

    /// For how many days after the last meeting contacts of a disease are watched.
    pub fn watch_days(&self, disease: &str) -> u16 {
        let own = self.disease(disease).and_then(|entry| entry.watch_days);
        own.unwrap_or(self.diseases.default_watch_days)
    }

    /// Name of a disease; the id itself where the book does not know it.
    pub fn disease_name<'a>(&'a self, id: &'a str, language_tag: &str) -> &'a str {
        self.disease(id).map_or(id, |entry| entry.name.get(language_tag))
    }

    /// The exclusion entry of that id, with its disease.
    pub fn exclusion(&self, id: &str) -> Option<(&DiseaseEntry, &ExclusionEntry)> {
        let mut all = self.diseases.diseases.iter();
        all.find_map(|disease| disease.exclusions.iter().find(|e| e.id == id).map(|entry| (disease, entry)))
    }

    /// The diseases that a name, part of a name or its pinyin means, the best first; all of them for nothing typed.
    pub fn find_diseases(&self, typed: &str) -> Vec<&DiseaseEntry> {
        let text = typed.trim();
        let sound = Typed::new(text);
        if !text.is_empty() && sound.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<(u8, &DiseaseEntry)> = self
            .diseases
            .diseases
            .iter()
            .filter_map(|entry| entry.rank(text, &sound).map(|rank| (rank, entry)))
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, entry)| entry).collect()
    }

    /// The disease that a diagnosis written in words names: that of the longest name which stands in it, so that
    /// 流行性感冒 is not taken for a cold.
    pub fn disease_in(&self, diagnosis: &str) -> Option<&DiseaseEntry> {
        let text = diagnosis.to_lowercase();
        let names = |entry: &DiseaseEntry| {
            let own = [entry.name.zh.clone(), entry.name.en.to_lowercase()];
            own.into_iter().chain(entry.aliases.iter().map(|name| name.to_lowercase())).collect::<Vec<_>>()
        };
        let fits = |entry: &DiseaseEntry| {
            let inside = names(entry).into_iter().filter(|name| text.contains(name.as_str()));
            inside.map(|name| name.chars().count()).max()
        };
        let fitting =
            self.diseases.diseases.iter().filter_map(|entry| fits(entry).map(|length| (length, entry)));
        // The first of several equally long ones: schools meet it more often.
        fitting.rev().max_by_key(|(length, _)| *length).map(|(_, entry)| entry)
    }
}
