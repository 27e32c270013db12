//! Why a slip was not ticked.

use crate::domain::slip_code::SlipCodeError;
use crate::i18n::{Explain, Explanation, Tr};

/// Why a slip was not ticked. Holds no names of persons.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SlipError {
    /// The text is no number of a slip.
    #[error("no slip number: {given}")]
    NoCode {
        /// As typed or scanned.
        given: String,
        /// What is wrong with it.
        why: SlipCodeError,
    },
    /// No run of letters has that number.
    #[error("no run {run}")]
    NoRun {
        /// The number.
        run: String,
    },
    /// The run has no copy of that number.
    #[error("no slip {code}")]
    NoSlip {
        /// The number of the slip.
        code: String,
    },
}

impl Explain for SlipError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let (code, happened, remedy) = match self {
            Self::NoCode { given, why: SlipCodeError::Shape } => {
                ("bad_slip_code", tr.slip_no_code(given), tr.slip_no_code_remedy())
            }
            Self::NoCode { given, why: SlipCodeError::CheckDigit } => {
                ("bad_slip_code", tr.slip_wrong_digit(given), tr.slip_wrong_digit_remedy())
            }
            Self::NoRun { run } => ("no_such_slip_run", tr.slip_no_run(run), tr.slip_no_run_remedy()),
            Self::NoSlip { code } => ("no_such_slip", tr.slip_no_slip(code), tr.slip_no_slip_remedy()),
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}
