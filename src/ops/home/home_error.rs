//! Why something about days at home, returns and screenings is refused.

use crate::domain::home::ScreeningError;
use crate::i18n::{Explain, Explanation, Tr};

/// Something that cannot be like this. Holds no names of persons.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum HomeError {
    /// The school has not switched the module on.
    #[error("off")]
    Off,
    /// No batch has that key or name.
    #[error("no batch {given}")]
    NoBatch {
        /// What was asked for.
        given: String,
    },
    /// There is no batch at all.
    #[error("no batches")]
    NoBatches,
    /// Nobody would come back with it.
    #[error("empty batch")]
    EmptyBatch,
    /// The person does not come back with that batch.
    #[error("not in batch")]
    NotInBatch,
    /// Approved against a condition, or refused without one, and nobody said why.
    #[error("reason needed: {conditions}")]
    ReasonNeeded {
        /// The conditions that do not hold or are not known, by their names; empty where all hold.
        conditions: String,
    },
    /// A decision is made by somebody with a name.
    #[error("name needed")]
    NameNeeded,
    /// No condition has that id.
    #[error("no condition {given}")]
    NoCondition {
        /// What was asked for.
        given: String,
        /// What there is.
        allowed: Vec<String>,
    },
    /// The number of a condition is out of its range.
    #[error("number {given}")]
    BadNumber {
        /// What was given.
        given: u32,
        /// Least.
        least: u32,
        /// Most.
        most: u32,
    },
    /// No screening has that key.
    #[error("no screening {given}")]
    NoScreening {
        /// What was asked for.
        given: String,
    },
    /// A screening cannot be like this.
    #[error(transparent)]
    Screening(#[from] ScreeningError),
}

impl HomeError {
    /// Whether the call itself was wrong rather than refused by the data.
    pub const fn is_usage(&self) -> bool {
        matches!(self, Self::NoCondition { .. } | Self::BadNumber { .. })
    }
}

impl Explain for HomeError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let (code, happened, remedy) = match self {
            Self::Off => ("home_off", tr.home_off(), tr.home_off_remedy()),
            Self::NoBatch { given } => ("no_batch", tr.home_no_batch(given), tr.home_no_batch_remedy()),
            Self::NoBatches => ("no_batch", tr.home_no_batches(), tr.home_no_batches_remedy()),
            Self::EmptyBatch => ("empty_batch", tr.home_empty_batch(), tr.home_empty_batch_remedy()),
            Self::NotInBatch => ("not_in_batch", tr.home_not_in_batch(), tr.home_not_in_batch_remedy()),
            Self::ReasonNeeded { conditions } if conditions.is_empty() => {
                ("reason_needed", tr.home_reason_to_refuse(), tr.home_reason_remedy())
            }
            Self::ReasonNeeded { conditions } => {
                ("reason_needed", tr.home_reason_to_approve(conditions), tr.home_reason_remedy())
            }
            Self::NameNeeded => ("name_needed", tr.home_name_needed(), tr.home_name_needed_remedy()),
            Self::NoCondition { given, allowed } => (
                "bad_value",
                tr.home_no_condition(given),
                tr.usage_one_of(&allowed.join(tr.ops_list_mark().as_str())),
            ),
            Self::BadNumber { given, least, most } => {
                ("bad_value", tr.home_bad_number(*given), tr.home_bad_number_remedy(*least, *most))
            }
            Self::NoScreening { given } => {
                ("no_screening", tr.screening_none(given), tr.screening_none_remedy())
            }
            Self::Screening(error) => match error {
                ScreeningError::Closed => {
                    ("screening_closed", tr.screening_closed_already(), tr.screening_closed_remedy())
                }
                ScreeningError::BeforeBeginning => {
                    ("bad_value", tr.screening_before(), tr.screening_before_remedy())
                }
                ScreeningError::NothingSaid => {
                    ("bad_value", tr.screening_nothing(), tr.screening_nothing_remedy())
                }
                ScreeningError::ListedAlready => {
                    ("screening_listed", tr.screening_listed_already(), tr.screening_listed_remedy())
                }
            },
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}
