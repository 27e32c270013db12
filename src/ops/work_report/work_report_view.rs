//! The report of a period: paragraphs of the template or the school's own, with the figures filled in.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::json;

use super::{WorkFigure, WorkReportError};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::print::job::Job;
use crate::ops::print::{PrintFacts, PrintRequest};
use crate::paper::font::Fonts;
use crate::paper::official::{
    OfficialDocument, OfficialLevel, OfficialPart, ReportParagraph, ReportTemplate, section_heading,
};
use crate::storage::Setting;

/// Id of the report among the forms.
pub const WORK_REPORT: &str = "work-report";
/// Numbers of the headings.
/// What stands for a figure that nobody has filled in.
const BLANKS: [&str; 6] = ["xx", "XX", "××", "ＸＸ", "ｘｘ", "__"];

/// A paragraph of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkParagraph {
    /// Stable id.
    pub id: String,
    /// With the names of figures in braces, as it is edited.
    pub source: String,
    /// As it is printed; empty: it is left out.
    pub text: String,
    /// Whether the words are the school's own.
    pub own: bool,
    /// Names of the figures in it.
    pub figures: Vec<String>,
}

/// A section of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkSection {
    /// Stable id.
    pub id: String,
    /// Heading without its number; empty for the opening.
    pub heading: String,
    /// Paragraphs, those that are left out among them.
    pub paragraphs: Vec<WorkParagraph>,
}

/// The report of a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkReportView {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// Title.
    pub title: String,
    /// Sections in their order.
    pub sections: Vec<WorkSection>,
    /// Every figure, with the place where its rows are opened.
    pub figures: Vec<WorkFigure>,
    /// Paragraphs that only the school can write and nobody has written.
    pub unwritten: Vec<String>,
}

/// What one can do to a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WorkReportOp {
    /// First day.
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    /// The paragraph.
    pub paragraph: String,
    /// Its words, empty to leave it out; `None`: as the template has it.
    pub text: Option<String>,
}

/// The school's own words by paragraph.
type Own = BTreeMap<String, String>;

impl Book {
    /// The report of a period.
    ///
    /// # Errors
    /// [`WorkReportError::NoPeriod`]
    pub fn work_report(&self, from: NaiveDate, to: NaiveDate) -> Result<WorkReportView, OpError> {
        if to < from || from > self.today() {
            return Err(WorkReportError::NoPeriod.into());
        }
        let template = ReportTemplate::work()?;
        let own = self.own_words(from, to)?;
        let figures = self.work_figures(from, to)?;
        let language = self.tr.language();
        let (school, tr) = (self.school()?, &self.tr);
        let mut values: BTreeMap<&str, String> =
            figures.iter().map(|figure| (figure.key, figure.value.clone())).collect();
        values.insert("school", school.name);
        values.insert("from", tr.long_day(from));
        values.insert("to", tr.long_day(to));
        let mut unwritten = Vec::new();
        let mut sections = Vec::new();
        for section in &template.sections {
            let mut paragraphs = Vec::new();
            for paragraph in &section.paragraphs {
                let mine = own.get(&paragraph.id);
                let source = mine.cloned().unwrap_or_else(|| shipped(paragraph, &values, language));
                if mine.is_none() && paragraph.text.get(language).is_empty() {
                    unwritten.push(paragraph.id.clone());
                }
                paragraphs.push(WorkParagraph {
                    text: fill(&source, &values).unwrap_or_else(|_| source.clone()),
                    figures: named(&source).map(str::to_owned).collect(),
                    own: mine.is_some(),
                    id: paragraph.id.clone(),
                    source,
                });
            }
            let heading = section.heading.get(language).to_owned();
            sections.push(WorkSection { id: section.id.clone(), heading, paragraphs });
        }
        let title = fill(template.title.get(language), &values).unwrap_or_default();
        Ok(WorkReportView { from, to, title, sections, figures, unwritten })
    }

    /// Writes a paragraph in the school's own words, or has it again as the template has it.
    ///
    /// # Errors
    /// [`WorkReportError`]; nothing is changed.
    pub fn run_work_report(&mut self, op: &WorkReportOp) -> Result<(), OpError> {
        let view = self.work_report(op.from, op.to)?;
        let known = view.sections.iter().flat_map(|section| &section.paragraphs);
        if !known.into_iter().any(|paragraph| paragraph.id == op.paragraph) {
            return Err(WorkReportError::NoParagraph { given: op.paragraph.clone() }.into());
        }
        let mut own = self.own_words(op.from, op.to)?;
        match &op.text {
            Some(text) => {
                let text = text.trim().replace(['\n', '\r'], "");
                let values = view.figures.iter().map(|figure| (figure.key, figure.value.clone()));
                let values: BTreeMap<&str, String> = values.chain(names()).collect();
                check(&op.paragraph, &text, &values)?;
                let _ = own.insert(op.paragraph.clone(), text);
            }
            None => {
                let _ = own.remove(&op.paragraph);
            }
        }
        let setting = Setting::new(&key(op.from, op.to), &own)?;
        self.act("work_report", json!({}), |act, _| Ok(act.put(&setting).map(drop)?))
    }

    /// Lays the report out in the official style.
    ///
    /// # Errors
    /// [`WorkReportError::Blank`] where a figure was left to be filled in by hand.
    pub(in crate::ops) fn work_report_job(&self, request: &PrintRequest) -> Result<Job, OpError> {
        let (from, to) = request.days.map_or_else(|| self.term_until(request.date), Ok)?;
        let view = self.work_report(from, to.min(self.today()))?;
        let school = self.school()?;
        let mut parts = Vec::new();
        let mut number = 0;
        for section in &view.sections {
            let told: Vec<&WorkParagraph> =
                section.paragraphs.iter().filter(|p| !p.text.is_empty()).collect();
            if told.is_empty() {
                continue;
            }
            if !section.heading.is_empty() {
                let text = section_heading(&self.tr, number, &section.heading);
                number += 1;
                parts.push(OfficialPart { level: OfficialLevel::One, text });
            }
            for paragraph in told {
                if has_blank(&paragraph.text) {
                    return Err(WorkReportError::Blank { paragraph: paragraph.id.clone() }.into());
                }
                parts.push(OfficialPart { level: OfficialLevel::Text, text: paragraph.text.clone() });
            }
        }
        let official = OfficialDocument {
            title: view.title,
            to: None,
            parts,
            signer: school.name,
            date: self.tr.long_day(request.date),
            demo: school.demo,
            made_at: self.now(),
        };
        let fonts = Fonts::covering(official.texts());
        let document = official.lay_out(&fonts, &self.tr)?;
        let facts =
            PrintFacts { balances: true, empty_fields: view.unwritten.len(), ..PrintFacts::default() };
        Ok(Job { document, fonts, facts, report: None, people: Vec::new(), table: None, letters: None })
    }

    fn own_words(&self, from: NaiveDate, to: NaiveDate) -> Result<Own, OpError> {
        Ok(self.store.setting(&key(from, to))?.unwrap_or_default())
    }
}

fn key(from: NaiveDate, to: NaiveDate) -> String {
    format!("work_report:{from}:{to}")
}

/// What is no figure but can be named.
fn names() -> impl Iterator<Item = (&'static str, String)> {
    ["school", "from", "to"].into_iter().map(|name| (name, String::new()))
}

/// The template's words that fit the figures.
fn shipped(
    paragraph: &ReportParagraph,
    values: &BTreeMap<&str, String>,
    language: crate::i18n::Language,
) -> String {
    let needed = paragraph.needs.as_deref().and_then(|figure| values.get(figure));
    let there = paragraph.needs.is_none() || needed.is_some_and(|value| value != "0");
    (if there { &paragraph.text } else { &paragraph.without }).get(language).to_owned()
}

/// The names between braces.
fn named(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

/// The text with its figures; the name that is none where one is unknown.
fn fill(text: &str, values: &BTreeMap<&str, String>) -> Result<String, String> {
    let mut pieces = text.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (name, rest) = piece.split_once('}').ok_or_else(|| piece.to_owned())?;
        filled.push_str(values.get(name).ok_or_else(|| name.to_owned())?);
        filled.push_str(rest);
    }
    Ok(filled)
}

fn check(paragraph: &str, text: &str, values: &BTreeMap<&str, String>) -> Result<(), WorkReportError> {
    let paragraph = paragraph.to_owned();
    if let Err(figure) = fill(text, values) {
        return Err(WorkReportError::NoFigure { paragraph, figure });
    }
    if has_blank(text) { Err(WorkReportError::Blank { paragraph }) } else { Ok(()) }
}

fn has_blank(text: &str) -> bool {
    BLANKS.iter().any(|blank| text.contains(blank))
}
