//! Why a change of who belongs where was refused.

use chrono::NaiveDate;

use crate::domain::calendar::Calendar;
use crate::i18n::{Explain, Explanation, Tr};

/// A change of classes, rooms or boarding that does not fit what is recorded. Holds no names of persons.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum MembershipError {
    /// Sheets have counted the person otherwise already.
    #[error("from {from}: sheets stand up to {last}")]
    AlreadyChecked {
        /// First day of the change as given.
        from: NaiveDate,
        /// Day of the last sheet that it would make untrue.
        last: NaiveDate,
    },
    /// Nobody leaves before coming.
    #[error("leaves on {on}, came on {first}")]
    BeforeEntry {
        /// First day without as given.
        on: NaiveDate,
        /// First day at this school.
        first: NaiveDate,
    },
    /// Nobody changes classes before coming.
    #[error("moves on {on}, came on {first}")]
    MovesBeforeEntry {
        /// First day in the other class as given.
        on: NaiveDate,
        /// First day at this school.
        first: NaiveDate,
    },
    /// Nobody comes back before leaving, or stays on in another class.
    #[error("comes on {on}, is gone from {left}")]
    BackBeforeLeaving {
        /// First day back as given.
        on: NaiveDate,
        /// First day without.
        left: NaiveDate,
    },
    /// The pupil is in no class on that day.
    #[error("in no class on {on}")]
    NotEnrolled {
        /// The day.
        on: NaiveDate,
    },
    /// A class would be made in a school year that has been followed by another.
    #[error("class of {year}, book of {latest}")]
    EarlierYear {
        /// School year of the class.
        year: i32,
        /// The latest school year with classes.
        latest: i32,
    },
    /// A day outside of the school years that a file can be about.
    #[error("{day} is not within {first} to {last}")]
    OtherYear {
        /// The day as given.
        day: NaiveDate,
        /// The first day that is accepted.
        first: NaiveDate,
        /// The last one.
        last: NaiveDate,
    },
    /// The new school year has begun and the pupils are still in the classes of the old one.
    #[error("{count} pupils behind")]
    PupilsBehind {
        /// How many.
        count: usize,
    },
}

impl Explain for MembershipError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let year = |first: i32| format!("{first}-{}", first + 1);
        let (code, happened, remedy) = match self {
            Self::AlreadyChecked { from, last } => {
                let earliest = last.succ_opt().unwrap_or(*last).to_string();
                (
                    "already_checked",
                    tr.roster_already_checked(&from.to_string(), &last.to_string()),
                    tr.roster_already_checked_remedy(&earliest),
                )
            }
            Self::BeforeEntry { on, first } => (
                "before_entry",
                tr.roster_before_entry(&first.to_string(), &on.to_string()),
                tr.roster_before_entry_remedy(),
            ),
            Self::MovesBeforeEntry { on, first } => (
                "moves_before_entry",
                tr.roster_moves_before_entry(&first.to_string(), &on.to_string()),
                tr.roster_moves_before_entry_remedy(&first.to_string()),
            ),
            Self::BackBeforeLeaving { on, left } => (
                "back_before_leaving",
                tr.roster_back_before_leaving(&left.to_string(), &on.to_string()),
                tr.roster_back_before_leaving_remedy(&left.to_string()),
            ),
            Self::NotEnrolled { on } => {
                ("not_enrolled", tr.roster_not_enrolled(&on.to_string()), tr.roster_not_enrolled_remedy())
            }
            Self::EarlierYear { year: of, latest } => (
                "earlier_year",
                tr.roster_earlier_year(&year(*latest), &year(*of)),
                tr.roster_earlier_year_remedy(&Calendar::first_day_of(*latest).to_string()),
            ),
            Self::OtherYear { day, first, last } => (
                "other_year",
                tr.roster_other_year(&day.to_string()),
                tr.roster_other_year_remedy(&first.to_string(), &last.to_string()),
            ),
            Self::PupilsBehind { count } => {
                ("pupils_behind", tr.roster_behind(*count), tr.roster_behind_remedy())
            }
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}
