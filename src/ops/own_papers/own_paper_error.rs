//! Why a version of the school's own is refused.

use std::path::PathBuf;

use crate::i18n::{Explain, Explanation, Tr};
use crate::paper::OwnFault;

/// A form or letter of the school's own that cannot be kept.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OwnPaperError {
    /// It cannot be printed.
    #[error("{id}: {fault}")]
    Fault {
        /// Id of the form or letter.
        id: String,
        /// What keeps it.
        fault: OwnFault,
    },
    /// It has no version to change: a picture, labels, the work report.
    #[error("no version of {id}")]
    NotEditable {
        /// Id asked for.
        id: String,
    },
    /// The school has no version of its own.
    #[error("not own: {id}")]
    NotOwn {
        /// Id asked for.
        id: String,
    },
    /// The file is about another form or letter.
    #[error("{found} instead of {wanted}")]
    OtherPaper {
        /// Id asked for.
        wanted: String,
        /// Id in the file.
        found: String,
    },
    /// The form has no such column or place to sign.
    #[error("no part {given} of {id}")]
    NoSuchPart {
        /// Id of the form.
        id: String,
        /// What was asked for.
        given: String,
    },
    /// The file is none of these.
    #[error("unreadable {}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Where and why, in the words of the reader of TOML.
        at: String,
    },
}

impl OwnPaperError {
    /// Whether the call itself was wrong rather than refused by the data.
    pub const fn is_usage(&self) -> bool {
        matches!(self, Self::NotEditable { .. } | Self::NoSuchPart { .. })
    }
}

impl Explain for OwnPaperError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let (code, happened, remedy) = match self {
            Self::Fault { fault, .. } => return fault.explain(tr),
            Self::NotEditable { id } => {
                ("not_editable", tr.own_paper_not_editable(id), tr.own_paper_not_editable_remedy())
            }
            Self::NotOwn { id } => ("not_own", tr.own_paper_not_own(id), tr.own_paper_not_own_remedy()),
            Self::OtherPaper { wanted, found } => {
                ("other_paper", tr.own_paper_other(found, wanted), tr.own_paper_other_remedy())
            }
            Self::NoSuchPart { id, given } => {
                ("no_such_part", tr.own_paper_no_part(given, id), tr.own_paper_no_part_remedy(id))
            }
            Self::Unreadable { path, at } => (
                "unreadable",
                tr.own_paper_unreadable(&path.display().to_string()),
                tr.own_paper_unreadable_remedy(at),
            ),
        };
        Explanation::new(code, happened, tr.own_paper_nothing_changed(), remedy)
    }
}
