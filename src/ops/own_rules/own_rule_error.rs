//! Why a figure of the school's own is refused.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::rule_book::FigureUnit;
use crate::i18n::{Explain, Explanation, Tr};

/// A figure that cannot be set like this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OwnRuleError {
    /// The rules have no such figure.
    #[error("no figure {given}")]
    NoSuchFigure {
        /// What was asked for.
        given: String,
    },
    /// The value is none, or makes no sense.
    #[error("bad figure {given}")]
    BadFigure {
        /// What was given.
        given: String,
        /// What it should count.
        unit: FigureUnit,
    },
    /// Nobody said where it stands, or who approved it.
    #[error("no source or approver")]
    Unapproved,
    /// It would change how days gone by were judged.
    #[error("{given} is gone by")]
    GoneBy {
        /// What was given.
        given: NaiveDate,
        /// Today.
        today: NaiveDate,
    },
    /// The rules do not fit together with it.
    #[error("does not fit: {at}")]
    DoesNotFit {
        /// Where.
        at: String,
    },
    /// The school has set no such figure.
    #[error("not own: {given}")]
    NotOwn {
        /// What was asked for.
        given: String,
    },
    /// A text is too long.
    #[error("too long: {length}")]
    TooLong {
        /// Characters.
        length: usize,
    },
    /// The file is none of these.
    #[error("unreadable {}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Where and why, in the words of the reader of TOML.
        at: String,
    },
    /// An entry of the file is refused; nothing was taken.
    #[error("entry {number}: {why}")]
    Entry {
        /// Which, from 1.
        number: usize,
        /// Why.
        why: Box<OwnRuleError>,
    },
}

impl OwnRuleError {
    /// Whether the call itself was wrong rather than refused by the data.
    pub const fn is_usage(&self) -> bool {
        matches!(
            self,
            Self::NoSuchFigure { .. } | Self::BadFigure { .. } | Self::Unapproved | Self::TooLong { .. }
        )
    }
}

impl Explain for OwnRuleError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let (code, happened, remedy) = match self {
            Self::NoSuchFigure { given } => {
                ("no_figure", tr.own_rule_no_figure(given), tr.own_rule_no_figure_remedy())
            }
            Self::BadFigure { given, unit } => {
                let (least, most) = unit.bounds();
                let shown = |bound: i64| unit.shown(&bound.to_string());
                let remedy = match unit {
                    FigureUnit::Time => tr.own_rule_bad_time_remedy(),
                    _ => tr.own_rule_bad_figure_remedy(&shown(least), &shown(most)),
                };
                ("bad_value", tr.own_rule_bad_figure(given), remedy)
            }
            Self::Unapproved => ("unapproved", tr.own_rule_unapproved(), tr.own_rule_unapproved_remedy()),
            Self::GoneBy { given, today } => (
                "gone_by",
                tr.own_rule_gone_by(&given.to_string()),
                tr.own_rule_gone_by_remedy(&today.to_string()),
            ),
            Self::DoesNotFit { at } => ("does_not_fit", tr.own_rule_no_fit(at), tr.own_rule_no_fit_remedy()),
            Self::NotOwn { given } => ("not_own", tr.own_rule_not_own(given), tr.own_rule_not_own_remedy()),
            Self::TooLong { length } => {
                ("too_long", tr.own_rule_too_long(*length), tr.own_rule_too_long_remedy())
            }
            Self::Unreadable { path, at } => (
                "unreadable",
                tr.own_rule_unreadable(&path.display().to_string()),
                tr.own_rule_unreadable_remedy(at),
            ),
            Self::Entry { number, why } => {
                let why = why.explain(tr);
                return Explanation::new(
                    &why.code,
                    tr.own_rule_entry(&why.happened, *number),
                    tr.storage_nothing_changed(),
                    why.remedy,
                );
            }
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}
