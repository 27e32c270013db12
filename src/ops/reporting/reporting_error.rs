//! Why something about cases, events and the report log is refused.

use chrono::{NaiveDate, NaiveDateTime};

use crate::i18n::{Explain, Explanation, Tr};

/// A case, an event or a report that cannot be like this. Holds no names of persons.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReportingError {
    /// No case has that key.
    #[error("no case {given}")]
    NoSuchCase {
        /// What was asked for.
        given: String,
    },
    /// No event has that key.
    #[error("no event {given}")]
    NoSuchEvent {
        /// What was asked for.
        given: String,
    },
    /// No entry of the log has that key.
    #[error("no entry {given}")]
    NoSuchEntry {
        /// What was asked for.
        given: String,
    },
    /// No disease is called that.
    #[error("no disease {given}")]
    NoSuchDisease {
        /// What was asked for.
        given: String,
    },
    /// Several diseases fit.
    #[error("several diseases {given}")]
    SeveralDiseases {
        /// What was asked for.
        given: String,
        /// Their names.
        names: Vec<String>,
    },
    /// No scheme of limits is called that.
    #[error("no scheme {given}")]
    NoSuchScheme {
        /// What was asked for.
        given: String,
        /// What there is.
        allowed: Vec<String>,
    },
    /// A report answers no step of that name.
    #[error("no step {given}")]
    NoSuchStep {
        /// What was asked for.
        given: String,
        /// What there is.
        allowed: Vec<String>,
    },
    /// Something is said to have happened after now.
    #[error("{given} is after {now}")]
    StillToCome {
        /// What was given.
        given: NaiveDateTime,
        /// Now.
        now: NaiveDateTime,
    },
    /// A report is older than what it is about.
    #[error("{given} is before {known}")]
    BeforeKnown {
        /// What was given.
        given: NaiveDateTime,
        /// When the school learned of it.
        known: NaiveDateTime,
    },
    /// A case or event ends before it began.
    #[error("{given} is before {began}")]
    ClosedBeforeBegun {
        /// What was given.
        given: NaiveDate,
        /// The first day.
        began: NaiveDate,
    },
    /// The person has an open case of the same disease.
    #[error("open already")]
    CaseOpenAlready,
    /// The case or event is closed.
    #[error("closed on {on}")]
    Closed {
        /// When it was closed.
        on: NaiveDate,
    },
    /// The case or event is open.
    #[error("still open")]
    StillOpen,
    /// Nobody was named to whom it was reported.
    #[error("no unit")]
    NoUnit,
    /// An event needs a name.
    #[error("no title")]
    NoTitle,
}

impl ReportingError {
    /// Whether the call itself was wrong rather than refused by the data.
    pub const fn is_usage(&self) -> bool {
        matches!(
            self,
            Self::NoSuchDisease { .. }
                | Self::SeveralDiseases { .. }
                | Self::NoSuchScheme { .. }
                | Self::NoSuchStep { .. }
                | Self::NoUnit
                | Self::NoTitle
        )
    }
}

impl Explain for ReportingError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let mark = tr.ops_list_mark();
        let (code, happened, remedy) = match self {
            Self::NoSuchCase { given } => {
                ("no_case", tr.reporting_no_case(given), tr.reporting_no_case_remedy())
            }
            Self::NoSuchEvent { given } => {
                ("no_event", tr.reporting_no_event(given), tr.reporting_no_event_remedy())
            }
            Self::NoSuchEntry { given } => {
                ("no_entry", tr.reporting_no_entry(given), tr.reporting_no_entry_remedy())
            }
            Self::NoSuchDisease { given } => {
                ("no_disease", tr.reporting_no_disease(given), tr.reporting_no_disease_remedy())
            }
            Self::SeveralDiseases { given, names } => (
                "several_diseases",
                tr.reporting_several_diseases(given),
                tr.usage_one_of(&names.join(mark.as_str())),
            ),
            Self::NoSuchScheme { given, allowed } => {
                ("bad_value", tr.reporting_no_scheme(given), tr.usage_one_of(&allowed.join(mark.as_str())))
            }
            Self::NoSuchStep { given, allowed } => {
                ("bad_value", tr.reporting_no_step(given), tr.usage_one_of(&allowed.join(mark.as_str())))
            }
            Self::StillToCome { given, now } => (
                "still_to_come",
                tr.reporting_still_to_come(&written(*given), &written(*now)),
                tr.reporting_still_to_come_remedy(),
            ),
            Self::BeforeKnown { given, known } => (
                "before_known",
                tr.reporting_before_known(&written(*given), &written(*known)),
                tr.reporting_before_known_remedy(),
            ),
            Self::ClosedBeforeBegun { given, began } => (
                "closed_before_begun",
                tr.reporting_closed_before_begun(&began.to_string(), &given.to_string()),
                tr.reporting_closed_before_begun_remedy(),
            ),
            Self::CaseOpenAlready => {
                ("case_open_already", tr.reporting_open_already(), tr.reporting_open_already_remedy())
            }
            Self::Closed { on } => {
                ("closed", tr.reporting_closed(&on.to_string()), tr.reporting_closed_remedy())
            }
            Self::StillOpen => ("still_open", tr.reporting_still_open(), tr.reporting_still_open_remedy()),
            Self::NoUnit => ("no_unit", tr.reporting_no_unit(), tr.reporting_no_unit_remedy()),
            Self::NoTitle => ("no_title", tr.reporting_no_title(), tr.reporting_no_title_remedy()),
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}

fn written(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}
