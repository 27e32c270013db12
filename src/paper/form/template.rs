//! A form's shape: a file of `assets/forms`.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::{Block, Extent, FormRow, PaperGroup, PaperSize, Period, RowSource};
use crate::domain::group::GroupKind;
use crate::i18n::Language;
use crate::paper::layout::Align;
use crate::paper::{PaperError, Words};

/// Key of a fixed row that is a heading.
const SECTION: &str = "section";

/// A form: a title, header fields, blocks, at most one table, what stands below it.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FormTemplate {
    /// Stable id: `school-day`.
    pub id: String,
    /// Heading under which it is listed.
    #[serde(default)]
    pub group: PaperGroup,
    /// For whom one sheet is.
    #[serde(default)]
    pub by: Extent,
    /// Days that it is about.
    #[serde(default)]
    pub period: Period,
    /// Whether it is of one session of the day.
    #[serde(default)]
    pub by_session: bool,
    /// Whether it can be printed blank.
    #[serde(default = "yes")]
    pub blank: bool,
    /// Size of the sheets.
    #[serde(default)]
    pub paper: PaperSize,
    /// Name in the list of forms.
    pub name: Words,
    /// Title on the sheet, with `{header keys}`.
    pub title: Words,
    /// Lies across.
    #[serde(default)]
    pub landscape: bool,
    /// Where its rows come from.
    pub source: RowSource,
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
    /// Columns from left to right; none where the form has no table.
    pub columns: Vec<Column>,
    /// Heights and type of the rows.
    pub rows: RowStyle,
    /// Rows that stand on it already: texts by column key, or a heading under the key `section`.
    #[serde(default)]
    pub fixed: Vec<BTreeMap<String, Words>>,
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
    /// Keys of the columns as shipped, where the school has an order of its own.
    #[serde(skip)]
    pub shipped_order: Vec<String>,
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
    /// Words to choose from by hand where the content has no text.
    #[serde(default)]
    pub boxes: Vec<Words>,
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
    /// Words to choose from by hand in an open row.
    #[serde(default)]
    pub boxes: Vec<Words>,
    /// Not printed by the school's choice.
    #[serde(skip)]
    pub hidden: bool,
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
    /// Rows of a blank form, or how often its fixed rows stand on it; 0: as many as its sheet holds, fixed ones once.
    #[serde(default)]
    pub open: usize,
}

fn yes() -> bool {
    true
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
    /// Room for a stamp stays free around it.
    #[serde(default)]
    pub stamp: bool,
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

    /// Place of a column in the shipped order, which says what stands before what in rows that are not all cells.
    pub(super) fn rank(&self, key: &str) -> usize {
        let at = if self.shipped_order.is_empty() {
            self.columns.iter().position(|column| column.key == key)
        } else {
            self.shipped_order.iter().position(|shipped| shipped == key)
        };
        at.unwrap_or_default()
    }

    /// Whether a text in place of cells that begins at the column `from` covers a column.
    pub fn stands_from(&self, column: &Column, from: &str) -> bool {
        self.rank(&column.key) >= self.rank(from)
    }

    /// Whether the word of a closing row stands over a column, which then has no total.
    pub fn stands_under_word(&self, column: &Column, row: &FootRow) -> bool {
        self.rank(&column.key) < row.span
    }

    /// The columns that are printed.
    pub fn shown(&self) -> impl Iterator<Item = &Column> {
        self.columns.iter().filter(|column| !column.hidden)
    }

    /// The rows that stand on the form already.
    pub fn fixed_rows(&self, language: Language) -> Vec<FormRow> {
        let row = |words: &BTreeMap<String, Words>| match words.get(SECTION) {
            Some(title) => FormRow::Section(title.get(language).to_owned()),
            None => FormRow::Open(
                words.iter().map(|(key, words)| (key.clone(), words.get(language).to_owned())).collect(),
            ),
        };
        self.fixed.iter().map(row).collect()
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
