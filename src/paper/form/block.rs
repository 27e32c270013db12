//! Blocks of labelled fields between head and table, each a framed grid: the details of a person, a check.

use serde::Deserialize;

use crate::paper::Words;

/// A titled grid of fields. A matrix stands above them: from the content, such as one column for each vaccine, or
/// with the labels of the form's own.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Title above the grid.
    pub title: Words,
    /// Room for a photograph in the upper right corner.
    #[serde(default)]
    pub photo: Option<Photo>,
    /// Key of a matrix in the content; empty for none.
    #[serde(default)]
    pub matrix: String,
    /// A matrix whose labels are the form's.
    #[serde(default)]
    pub cross: Option<Cross>,
    /// Rows of fields.
    #[serde(default)]
    pub rows: Vec<Vec<BlockField>>,
}

/// A matrix of header texts under the keys `row-column`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cross {
    /// Labels of the rows.
    pub down: Vec<CrossLabel>,
    /// Labels of the columns.
    pub across: Vec<CrossLabel>,
}

/// A row or column of a matrix.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CrossLabel {
    /// Its part of the key.
    pub key: String,
    /// Label.
    pub title: Words,
}

/// Room for a photograph.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Photo {
    /// Width, mm.
    pub width: f32,
    /// How many rows stand beside it.
    pub rows: usize,
    /// Printed inside.
    pub label: Words,
}

/// A label with the text of a header key.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockField {
    /// Key in the content's header.
    pub key: String,
    /// Label.
    pub label: Words,
    /// Share of the row, so that fields of different rows align.
    #[serde(default = "one")]
    pub share: f32,
    /// Set bold.
    #[serde(default)]
    pub strong: bool,
    /// Lowest height of its row, mm: room to write.
    #[serde(default)]
    pub tall: f32,
    /// Words to choose from by hand, or by the content's text.
    #[serde(default)]
    pub boxes: Vec<Words>,
}

fn one() -> f32 {
    1.0
}
