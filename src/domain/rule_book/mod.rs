//! The rules as data: symptoms, sessions, limits, alert rules and default terms, each with its source.

mod alert_rules;
mod bilingual;
mod check_choice;
mod cluster_entry;
mod consistency;
mod counting_edition;
mod disease_entry;
mod figure;
mod home_entry;
mod number_entry;
mod overlay;
mod picture_entry;
mod reporting_entry;
mod school_system;
mod session_entry;
mod source;
mod symptom_entry;
mod temperature_limit;
mod term_entry;
#[cfg(test)]
mod tests;
mod tracing_entry;
mod vaccine_entry;

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime, Weekday};
use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::finding::{Attendance, Finding};
use super::own_rule::OwnRule;
use super::session::Session;
use super::symptom::SymptomCode;

pub use bilingual::Bilingual;
pub use check_choice::{CheckChoice, OnsetDoubt};
pub use cluster_entry::{
    AlertRule, CaseDefinition, ClusterEntry, CountedBy, EditionEntry, InForce, SevereEntry, SignEntry,
    UnknownEntry,
};
pub use counting_edition::{ChosenCounting, CountingEdition, CountingStep};
pub use disease_entry::{DiseaseClass, DiseaseEntry, ExclusionEntry, Standing};
pub use figure::{Figure, FigureUnit, figures};
pub use home_entry::{
    ClosingEntry, ConditionEntry, ConditionNumber, HomeDuty, HomeKeys, HomeLimit, HomeMark, HomeRules,
    HomeTest, NumberUnit,
};
pub use number_entry::{NumberRules, StudentNumberFault};
pub use picture_entry::{BandRule, HeatRule, PictureRules};
pub use reporting_entry::{EventEdition, FirstMinutes, ReportingEdition, ReportingHours, StepEntry};
pub use school_system::SchoolSystem;
pub use session_entry::{CareDuty, DueOn, PackageDuty, PlanDuty, ReportDuty, SessionEntry, SlipDuty, Who};
pub use source::Source;
pub use symptom_entry::{AttendanceEntry, FormColumn, KeyMeaning, SymptomEntry};
pub use temperature_limit::{Confirmation, InstrumentEntry, Purpose, RetestRule, TemperatureLimit};
pub use term_entry::TermEntry;
pub use tracing_entry::TracingDuty;
pub use vaccine_entry::VaccineEntry;

use cluster_entry::ClusterFile;
use disease_entry::DiseaseFile;
use overlay::Overlay;
use reporting_entry::ReportingFile;
use school_system::SystemFile;
use session_entry::SessionFile;
use symptom_entry::SymptomFile;
use temperature_limit::TemperatureFile;
use term_entry::CalendarFile;
use vaccine_entry::VaccineFile;

/// Code of fever, the one symptom that a temperature stands for.
pub const FEVER: &str = "fever";
/// Code of the form column that collects what has no column of its own.
pub const OTHER: &str = "other";

/// A rule file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RuleError {
    /// The file is no TOML of the shape that is expected.
    #[error("{file}: {at}")]
    Unreadable {
        /// File name under `assets`.
        file: &'static str,
        /// Where and why, in the words of the reader of TOML.
        at: String,
    },
    /// An entry names something that stands nowhere, or a thing twice.
    #[error("{file}: {name} is missing or doubled")]
    Inconsistent {
        /// File name under `assets`.
        file: &'static str,
        /// The name.
        name: String,
    },
}

/// Reads one data file.
pub(super) fn read<T: DeserializeOwned>(file: &'static str, text: &str) -> Result<T, RuleError> {
    toml::from_str(text).map_err(|error| RuleError::Unreadable { file, at: error.to_string() })
}

/// A rule file: its name under `assets` and its text.
type RuleFile = (&'static str, &'static str);

const SESSIONS: RuleFile = ("rules/sessions.toml", include_str!("../../../assets/rules/sessions.toml"));
const TEMPERATURE: RuleFile =
    ("rules/temperature.toml", include_str!("../../../assets/rules/temperature.toml"));
const CLUSTERS: RuleFile = ("rules/clusters.toml", include_str!("../../../assets/rules/clusters.toml"));
const DISEASES: RuleFile = ("rules/diseases.toml", include_str!("../../../assets/rules/diseases.toml"));
const REPORTING: RuleFile = ("rules/reporting.toml", include_str!("../../../assets/rules/reporting.toml"));
const TRACING: RuleFile = ("rules/tracing.toml", include_str!("../../../assets/rules/tracing.toml"));

const HOME: RuleFile = ("rules/home.toml", include_str!("../../../assets/rules/home.toml"));

/// The files whose figures a school may set itself.
const fn own_files() -> [RuleFile; 7] {
    [CLUSTERS, REPORTING, DISEASES, TEMPERATURE, TRACING, SESSIONS, HOME]
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct SourceFile {
    sources: Vec<Source>,
}

/// All rules. Read once when the program starts and then passed to whoever judges.
#[derive(Debug, Clone)]
pub struct RuleBook {
    sources: Vec<Source>,
    symptoms: SymptomFile,
    sessions: SessionFile,
    temperatures: TemperatureFile,
    /// The ways of counting that the school chose, by first day.
    chosen_counting: Vec<ChosenCounting>,
    alerts: ClusterFile,
    calendar: CalendarFile,
    systems: SystemFile,
    vaccines: VaccineFile,
    diseases: DiseaseFile,
    reporting: ReportingFile,
    tracing: TracingDuty,
    home: HomeRules,
    pictures: PictureRules,
    numbers: NumberRules,
}

impl RuleBook {
    /// The rules that the program ships.
    pub fn shipped() -> Result<Self, RuleError> {
        Self::built(&Overlay::default())
    }

    /// The rules with the school's own figures of a day over them. `mark` follows the name of what the school has changed.
    ///
    /// # Errors
    /// [`RuleError`] where a figure stands nowhere, or the rules do not fit together with it.
    pub fn with_own(own: &[OwnRule], day: NaiveDate, mark: &Bilingual) -> Result<Self, RuleError> {
        Self::built(&Overlay::of(OwnRule::in_force(own, day), mark))
    }

    fn built(overlay: &Overlay<'_>) -> Result<Self, RuleError> {
        let mut sources: SourceFile =
            read("rules/sources.toml", include_str!("../../../assets/rules/sources.toml"))?;
        sources.sources.extend(overlay.sources());
        let mut book = Self {
            sources: sources.sources,
            symptoms: read("rules/symptoms.toml", include_str!("../../../assets/rules/symptoms.toml"))?,
            chosen_counting: Vec::new(),
            sessions: overlay.read(SESSIONS.0, SESSIONS.1)?,
            temperatures: overlay.read(TEMPERATURE.0, TEMPERATURE.1)?,
            alerts: overlay.read(CLUSTERS.0, CLUSTERS.1)?,
            calendar: read("rules/calendar.toml", include_str!("../../../assets/rules/calendar.toml"))?,
            systems: read(
                "rules/school_systems.toml",
                include_str!("../../../assets/rules/school_systems.toml"),
            )?,
            vaccines: read("rules/vaccines.toml", include_str!("../../../assets/rules/vaccines.toml"))?,
            diseases: overlay.read(DISEASES.0, DISEASES.1)?,
            reporting: overlay.read(REPORTING.0, REPORTING.1)?,
            tracing: overlay.read(TRACING.0, TRACING.1)?,
            home: overlay.read(HOME.0, HOME.1)?,
            pictures: read("rules/pictures.toml", include_str!("../../../assets/rules/pictures.toml"))?,
            numbers: NumberRules::read()?,
        };
        book.measure_definitions();
        book.check()?;
        Ok(book)
    }

    /// The source of that id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|s| s.id == id)
    }

    /// All symptoms in the order of the class sheet.
    pub fn symptoms(&self) -> &[SymptomEntry] {
        &self.symptoms.symptoms
    }

    /// The symptom of that code.
    pub fn symptom(&self, code: &SymptomCode) -> Option<&SymptomEntry> {
        self.symptoms.symptoms.iter().find(|s| s.code == *code)
    }

    /// The kinds of attendance that have a key.
    pub fn attendances(&self) -> &[AttendanceEntry] {
        &self.symptoms.attendance
    }

    /// Key and names of a kind of attendance; `None` for present.
    pub fn attendance(&self, kind: Attendance) -> Option<&AttendanceEntry> {
        self.symptoms.attendance.iter().find(|a| a.kind == kind)
    }

    /// What a letter does on a row of the class sheet; either case.
    pub fn by_key(&self, letter: char) -> Option<KeyMeaning<'_>> {
        let letter = letter.to_ascii_uppercase();
        let symptom = self.symptoms.symptoms.iter().find(|s| s.key == letter);
        symptom
            .map(KeyMeaning::Symptom)
            .or_else(|| self.symptoms.attendance.iter().find(|a| a.key == letter).map(KeyMeaning::Attendance))
    }

    /// Full name of a symptom; the code itself where the book does not know it.
    pub fn name<'a>(&'a self, code: &'a SymptomCode, language_tag: &str) -> &'a str {
        self.symptom(code).map_or(code.as_str(), |s| s.name.get(language_tag))
    }

    /// The columns of the provincial form in their order.
    pub fn columns(&self) -> &[FormColumn] {
        &self.symptoms.columns
    }

    /// The form column of that code.
    pub fn column(&self, code: &SymptomCode) -> Option<&FormColumn> {
        self.symptoms.columns.iter().find(|c| c.code == *code)
    }

    /// The form column that counts a symptom: `other` for codes the book does not know.
    pub fn column_of(&self, code: &SymptomCode) -> SymptomCode {
        self.symptom(code).map_or_else(|| SymptomCode::new(OTHER), |s| s.column.clone())
    }

    /// All sessions.
    pub fn sessions(&self) -> &[SessionEntry] {
        &self.sessions.sessions
    }

    /// The rules of a session; the shipped book has one for each.
    pub fn session(&self, session: Session) -> Option<&SessionEntry> {
        self.sessions.sessions.iter().find(|s| s.session == session)
    }

    /// What a school may choose to check in another way.
    pub fn check_choices(&self) -> &[CheckChoice] {
        &self.sessions.choices
    }

    /// Days before a check from which on an onset is rather a slip.
    pub fn doubtful_days(&self) -> u32 {
        self.sessions.onset.doubtful_days
    }

    /// Whether an onset lies so long before the day of the check that it is rather a slip.
    pub fn is_doubtful_onset(&self, onset: NaiveDate, checked: NaiveDate) -> bool {
        (checked - onset).num_days() > i64::from(self.sessions.onset.doubtful_days)
    }

    /// Hour by which the sheets of a session must be in.
    pub fn deadline(&self, session: Session) -> Option<NaiveTime> {
        self.session(session).and_then(|s| s.deadline)
    }

    /// When the daily report is due.
    pub fn report(&self) -> &ReportDuty {
        &self.sessions.report
    }

    /// When the weekly package is due.
    pub fn package(&self) -> &PackageDuty {
        &self.sessions.package
    }

    /// When those who are kept apart are looked at, and returns are checked.
    pub fn care(&self) -> &CareDuty {
        &self.sessions.care
    }

    /// By when the slips of a letter come back.
    pub fn slips(&self) -> &SlipDuty {
        &self.sessions.slips
    }

    /// When plan tasks begin to show.
    pub fn plan(&self) -> &PlanDuty {
        &self.sessions.plan
    }

    /// The symptoms of a finding with fever derived from its temperature.
    pub fn codes(&self, finding: &Finding) -> BTreeSet<SymptomCode> {
        let mut codes = finding.symptoms.clone();
        if finding.temperature.is_some_and(|t| self.is_fever(t)) {
            codes.insert(SymptomCode::new(FEVER));
        }
        codes
    }

    /// The `illness` flag of a finding, its temperature judged.
    pub fn is_illness(&self, finding: &Finding) -> bool {
        finding.is_illness(finding.temperature.is_some_and(|t| self.is_fever(t)))
    }

    /// Days of the week on which school is held by default.
    pub fn weekdays(&self) -> &[Weekday] {
        &self.calendar.weekdays
    }

    /// The default terms of a school year.
    pub fn terms(&self) -> &[TermEntry] {
        &self.calendar.terms
    }

    /// The vaccines that the certificate is checked for, in the order of the form.
    pub fn vaccines(&self) -> &[VaccineEntry] {
        &self.vaccines.vaccines
    }

    /// The school systems; the first that holds all classes of a school is proposed.
    pub fn systems(&self) -> &[SchoolSystem] {
        &self.systems.systems
    }

    /// The school system of that id.
    pub fn system(&self, id: &str) -> Option<&SchoolSystem> {
        self.systems.systems.iter().find(|system| system.id == id)
    }
}
