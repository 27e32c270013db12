//! Why a work report was not made or changed.

use crate::i18n::{Explain, Explanation, Tr};

/// Why a work report was not made or changed. Holds no names of persons.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WorkReportError {
    /// The period ends before it begins, or begins in time to come.
    #[error("no period")]
    NoPeriod,
    /// No paragraph has that id.
    #[error("no paragraph {given}")]
    NoParagraph {
        /// What was asked for.
        given: String,
    },
    /// A paragraph names a figure that does not exist.
    #[error("paragraph {paragraph}: no figure {figure}")]
    NoFigure {
        /// Its id.
        paragraph: String,
        /// As written.
        figure: String,
    },
    /// A paragraph still holds a blank such as xx.
    #[error("paragraph {paragraph} holds a blank")]
    Blank {
        /// Its id.
        paragraph: String,
    },
}

impl Explain for WorkReportError {
    fn explain(&self, tr: &Tr) -> Explanation {
        let (code, happened, remedy) = match self {
            Self::NoPeriod => ("bad_period", tr.work_no_period(), tr.work_no_period_remedy()),
            Self::NoParagraph { given } => {
                ("no_such_paragraph", tr.work_no_paragraph(given), tr.work_no_paragraph_remedy())
            }
            Self::NoFigure { paragraph, figure } => {
                ("no_such_figure", tr.work_no_figure(figure, paragraph), tr.work_no_figure_remedy())
            }
            Self::Blank { paragraph } => ("blank_left", tr.work_blank(paragraph), tr.work_blank_remedy()),
        };
        Explanation::new(code, happened, tr.storage_nothing_changed(), remedy)
    }
}
