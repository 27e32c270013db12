//! A form's shape: a file of `assets/forms`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::Block;
use crate::domain::group::GroupKind;
use crate::paper::layout::Align;
use crate::paper::{PaperError, Words};

/// The shipped forms, in the order of the list.
const SHIPPED: [(&str, &str); 24] = [
    ("school-day", include_str!("../../../assets/forms/school-day.toml")),
    ("class-day", include_str!("../../../assets/forms/class-day.toml")),
    ("class-week", include_str!("../../../assets/forms/class-week.toml")),
    ("call-list", include_str!("../../../assets/forms/call-list.toml")),
    ("corrections", include_str!("../../../assets/forms/corrections.toml")),
    ("trace-calls", include_str!("../../../assets/forms/trace-calls.toml")),
    ("absence-class", include_str!("../../../assets/forms/absence-class.toml")),
    ("absence-school", include_str!("../../../assets/forms/absence-school.toml")),
    ("absence-rates", include_str!("../../../assets/forms/absence-rates.toml")),
    ("cause-trace", include_str!("../../../assets/forms/cause-trace.toml")),
    ("observation", include_str!("../../../assets/forms/observation.toml")),
    ("return-certificate", include_str!("../../../assets/forms/return-certificate.toml")),
    ("case", include_str!("../../../assets/forms/case.toml")),
    ("case-register", include_str!("../../../assets/forms/case-register.toml")),
    ("report-log", include_str!("../../../assets/forms/report-log.toml")),
    ("event-first", include_str!("../../../assets/forms/event-first.toml")),
    ("event-progress", include_str!("../../../assets/forms/event-progress.toml")),
    ("event-closing", include_str!("../../../assets/forms/event-closing.toml")),
    ("term-statistics", include_str!("../../../assets/forms/term-statistics.toml")),
    ("alert-list", include_str!("../../../assets/forms/alert-list.toml")),
    ("health-file", include_str!("../../../assets/forms/health-file.toml")),
    ("slips-missing", include_str!("../../../assets/forms/slips-missing.toml")),
    ("class-list", include_str!("../../../assets/forms/class-list.toml")),
    ("plan-checklist", include_str!("../../../assets/forms/plan-checklist.toml")),
];

/// A form: A4, a title, header fields, one table, what stands below it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormTemplate {
    /// Stable id: `school-day`.
    pub id: String,
    /// Name in the list of forms.
    pub name: Words,
    /// Title on the sheet, with `{header keys}`.
    pub title: Words,
    /// Lies across.
    #[serde(default)]
    pub landscape: bool,
    /// What a row is, such as `class`, `pupil`, `finding`, `task`.
    pub source: String,
    /// Fields between title and table.
    #[serde(default)]
    pub header: Vec<HeaderField>,
    /// Grids of fields between head and table, on the first sheet.
    #[serde(default)]
    pub blocks: Vec<Block>,
    /// Title above the table; empty for none.
    #[serde(default)]
    pub heading: Words,
    /// Column groups.
    #[serde(default)]
    pub groups: Vec<Group>,
    /// Columns from left to right.
    pub columns: Vec<Column>,
    /// Heights and type of the rows.
    pub rows: RowStyle,
    /// Rows that close the table.
    #[serde(default)]
    pub foot: Vec<FootRow>,
    /// Questions below the table.
    #[serde(default)]
    pub questions: Vec<Question>,
    /// Fixed remarks.
    #[serde(default)]
    pub notes: Vec<Words>,
    /// Places to sign.
    #[serde(default)]
    pub signatures: Vec<Signature>,
    /// What differs where the sheet is not a class's.
    #[serde(default)]
    pub variants: BTreeMap<GroupKind, Variant>,
}

/// A field above the table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeaderField {
    /// Key in the content.
    pub key: String,
    /// Printed before the text; empty prints the text alone.
    #[serde(default)]
    pub label: Words,
    /// Ruled space where the content has no text, mm.
    #[serde(default)]
    pub space: f32,
}

/// Columns under one title.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Named by columns.
    pub key: String,
    /// Title, with `{header keys}`.
    pub title: Words,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Key in the content.
    pub key: String,
    /// Title; `\n` breaks.
    pub title: Words,
    /// Share of the table's width.
    pub width: f32,
    /// Key of its group.
    #[serde(default)]
    pub group: String,
    /// Title set downwards (English: turned).
    #[serde(default)]
    pub vertical: bool,
    /// Alignment of the cells.
    #[serde(default)]
    pub align: Align,
    /// A place to sign: stays open where a record would show the form's sign for 'nothing'.
    #[serde(default)]
    pub by_hand: bool,
}

/// Rows of the table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowStyle {
    /// Usual height, mm.
    pub height: f32,
    /// Lowest height, mm, at which the table may still be squeezed onto one sheet.
    pub least: f32,
    /// Type, points.
    pub size: f32,
    /// Smallest type, points, to which a long text is shrunk before its row grows.
    #[serde(default = "smallest")]
    pub smallest: f32,
    /// Sign for 'nothing' in filled rows.
    #[serde(default)]
    pub empty: String,
    /// Rows of a blank form.
    #[serde(default)]
    pub open: usize,
}

fn smallest() -> f32 {
    5.5
}

/// A row that closes the table.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FootRow {
    /// Key in the content.
    pub key: String,
    /// Label over the first columns.
    pub title: Words,
    /// How many columns the label covers.
    pub span: usize,
    /// Height, mm; 0 takes that of the rows.
    #[serde(default)]
    pub height: f32,
    /// Set bold.
    #[serde(default)]
    pub strong: bool,
}

/// A question to answer with 无 or 有.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Key in the content.
    pub key: String,
    /// The question.
    pub text: Words,
    /// Labels of ruled spaces to fill in for 有.
    pub blanks: Vec<Words>,
}

/// A place to sign or stamp.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// Key of a text in the content's header that stands in place of the rule; may be empty.
    #[serde(default)]
    pub key: String,
    /// Label.
    pub label: Words,
    /// Length of the rule, mm; 0 for none.
    #[serde(default)]
    pub space: f32,
}

/// The words of a form for another kind of group.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Title on the sheet, with `{header keys}`.
    pub title: Words,
    /// In place of the form's remarks.
    pub notes: Vec<Words>,
    /// In place of the words of the header field, column, question or signature of that key.
    #[serde(default)]
    pub words: BTreeMap<String, Words>,
}

impl FormTemplate {
    /// The form in the words for a kind of group.
    pub fn worded_for(&self, kind: GroupKind) -> Cow<'_, Self> {
        let Some(variant) = self.variants.get(&kind) else { return Cow::Borrowed(self) };
        let mut form = Self { title: variant.title.clone(), notes: variant.notes.clone(), ..self.clone() };
        let labels = form.header.iter_mut().map(|field| (&field.key, &mut field.label));
        let columns = form.columns.iter_mut().map(|column| (&column.key, &mut column.title));
        let questions = form.questions.iter_mut().map(|question| (&question.key, &mut question.text));
        let signatures = form.signatures.iter_mut().map(|place| (&place.key, &mut place.label));
        for (key, words) in labels.chain(columns).chain(questions).chain(signatures) {
            if let Some(own) = variant.words.get(key) {
                words.clone_from(own);
            }
        }
        Cow::Owned(form)
    }

    /// The shipped forms, in the order of the list.
    pub fn all() -> Result<Vec<Self>, PaperError> {
        SHIPPED.iter().map(|(id, text)| Self::parse(id, text)).collect()
    }

    /// The shipped form of an id.
    pub fn shipped(id: &str) -> Result<Self, PaperError> {
        let (id, text) = SHIPPED
            .iter()
            .find(|(known, _)| *known == id)
            .ok_or_else(|| PaperError::UnknownId { id: id.to_owned() })?;
        Self::parse(id, text)
    }

    /// Reads a form file; `id` names it in errors.
    pub fn parse(id: &str, text: &str) -> Result<Self, PaperError> {
        let wrong = |detail: String| PaperError::Template { id: id.to_owned(), detail };
        let form: Self = toml::from_str(text).map_err(|error| wrong(error.message().to_owned()))?;
        for column in &form.columns {
            let known = column.group.is_empty() || form.groups.iter().any(|g| g.key == column.group);
            if !known || column.width <= 0.0 {
                return Err(wrong(format!("column {}", column.key)));
            }
        }
        Ok(form)
    }
}
