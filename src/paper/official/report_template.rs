//! A report in sections whose figures come from the records: a file of `assets/reports`.

use serde::Deserialize;

use crate::paper::{PaperError, Words};

const WORK: &str = include_str!("../../../assets/reports/work-report.toml");

/// A report in sections.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportTemplate {
    /// Stable id.
    pub id: String,
    /// Name in the list of forms.
    pub name: Words,
    /// Title, with `{school}`.
    pub title: Words,
    /// Sections in their order.
    pub sections: Vec<ReportSection>,
}

/// A section; the first of a report may have no heading.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportSection {
    /// Stable id.
    pub id: String,
    /// Heading, without its number.
    #[serde(default)]
    pub heading: Words,
    /// Paragraphs in their order.
    pub paragraphs: Vec<ReportParagraph>,
}

/// A paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportParagraph {
    /// Stable id.
    pub id: String,
    /// Figure that must not be 0.
    pub needs: Option<String>,
    /// The words, with `{figures}`; empty where only the school can write them.
    pub text: Words,
    /// The words where the figure is 0; empty for none.
    #[serde(default)]
    pub without: Words,
}

impl ReportTemplate {
    /// 工作汇报
    ///
    /// # Errors
    /// [`PaperError::Template`]
    pub fn work() -> Result<Self, PaperError> {
        toml::from_str(WORK).map_err(|error| PaperError::Template {
            id: "work-report".to_owned(),
            detail: error.message().to_owned(),
        })
    }
}
