//! Choices that fit nothing: silence would let somebody believe that they did something.

use chrono::NaiveDate;

use crate::i18n::{Explain, Explanation, Tr};

/// Why a choice was refused. Holds no names of persons.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChoiceError {
    /// The row of a decision is not in the file or not doubtful.
    #[error("row {row} is not doubtful")]
    NotDoubtful {
        /// The row, with its sheet where one was named.
        row: String,
    },
    /// Two rows were decided to be the same person.
    #[error("row {row} is decided to be somebody whom another row is too")]
    DecidedTwice {
        /// The row that is left over.
        row: String,
    },
    /// The row is a pupil's and the person a member of staff, or the other way round.
    #[error("row {row} is of another kind")]
    OtherKind {
        /// The row.
        row: String,
    },
    /// Nothing that was changed by hand differs from the file there.
    #[error("no conflict at {given}")]
    NoConflict {
        /// Key and field, or the row.
        given: String,
    },
    /// No vaccination check was written down on that day.
    #[error("no vaccination check on {day}")]
    NoCheck {
        /// The day.
        day: NaiveDate,
    },
    /// No observation or isolation has that key.
    #[error("no isolation {given}")]
    NoIsolation {
        /// What was asked for.
        given: String,
    },
    /// No return of that person was checked on that day.
    #[error("no return on {day}")]
    NoReturn {
        /// The day.
        day: NaiveDate,
    },
    /// The first label stands beyond the sheet.
    #[error("label {start} of {count}")]
    BeyondSheet {
        /// Counted from 1.
        start: usize,
        /// Labels on a sheet.
        count: usize,
    },
    /// The form is not printed for one person.
    #[error("{form} is not for one person")]
    NotForOnePerson {
        /// Its id.
        form: String,
    },
    /// A picture of too many days.
    #[error("{days} days, {most} at most")]
    TooManyDays {
        /// Days asked for.
        days: i64,
        /// Most days.
        most: i64,
    },
    /// One of a closed list was expected.
    #[error("unknown {field}")]
    Unknown {
        /// Which field or choice.
        field: &'static str,
        /// What was given.
        given: String,
        /// What it can be.
        allowed: Vec<String>,
    },
}

impl ChoiceError {
    /// Whether the call itself was wrong rather than refused by the data.
    pub const fn is_usage(&self) -> bool {
        matches!(
            self,
            Self::BeyondSheet { .. }
                | Self::NotForOnePerson { .. }
                | Self::TooManyDays { .. }
                | Self::Unknown { .. }
        )
    }
}

impl Explain for ChoiceError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let (code, happened, remedy) = match self {
            Self::NotDoubtful { row } => {
                ("not_doubtful", tr.choice_not_doubtful(row), tr.choice_not_doubtful_remedy())
            }
            Self::DecidedTwice { row } => {
                ("decided_twice", tr.choice_decided_twice(row), tr.choice_decided_twice_remedy())
            }
            Self::OtherKind { row } => {
                ("other_kind", tr.choice_other_kind(row), tr.choice_other_kind_remedy())
            }
            Self::NoConflict { given } => {
                ("no_conflict", tr.choice_no_conflict(given), tr.choice_no_conflict_remedy())
            }
            Self::NoCheck { day } => {
                ("no_check", tr.choice_no_check(&day.to_string()), tr.choice_no_check_remedy())
            }
            Self::NoIsolation { given } => {
                ("no_isolation", tr.isolation_none(given), tr.isolation_none_remedy())
            }
            Self::NoReturn { day } => {
                ("no_return", tr.return_no_check(&day.to_string()), tr.return_no_check_remedy())
            }
            Self::BeyondSheet { start, count } => {
                ("bad_value", tr.choice_beyond_sheet(*count, *start), tr.choice_beyond_sheet_remedy(*count))
            }
            Self::NotForOnePerson { form } => {
                ("bad_value", tr.choice_not_for_one(form), tr.choice_not_for_one_remedy())
            }
            Self::TooManyDays { days, most } => {
                ("bad_value", tr.picture_too_many_days(*days), tr.picture_too_many_days_remedy(*most))
            }
            Self::Unknown { field, given, allowed } => (
                "bad_value",
                tr.ops_bad_value(field, given),
                tr.usage_one_of(&allowed.join(tr.ops_list_mark().as_str())),
            ),
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}
