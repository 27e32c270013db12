//! Why a form or letter of the school's own cannot be printed.

use serde::Serialize;

use crate::i18n::{Explain, Explanation, Language, Tr};

/// Where in a form or letter something stands, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", content = "at", rename_all = "snake_case")]
pub enum Spot {
    /// The title.
    Title,
    /// The column of that key.
    Column(String),
    /// A note.
    Note(usize),
    /// A place to sign.
    Place(usize),
    /// A line of a letter.
    Line(usize),
    /// A statement of the slip.
    Tick(usize),
    /// To whom the slip goes back.
    GiveBack,
}

impl Spot {
    /// The place in words.
    pub fn words(&self, tr: &Tr) -> String {
        match self {
            Self::Title => tr.own_paper_at_title(),
            Self::Column(key) => tr.own_paper_at_column(key),
            Self::Note(number) => tr.own_paper_at_note(*number),
            Self::Place(number) => tr.own_paper_at_place(*number),
            Self::Line(number) => tr.own_paper_at_line(*number),
            Self::Tick(number) => tr.own_paper_at_tick(*number),
            Self::GiveBack => tr.own_paper_at_give_back(),
        }
    }
}

/// Something that keeps a form or letter of the school's own from being printed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OwnFault {
    /// No column is left.
    #[error("no columns")]
    NoColumns,
    /// A column is named twice.
    #[error("twice: {key}")]
    Twice {
        /// Key of the column.
        key: String,
    },
    /// Nothing stands where something must.
    #[error("empty: {spot:?}")]
    Empty {
        /// Where.
        spot: Spot,
    },
    /// A text is longer than its place.
    #[error("too long: {spot:?}")]
    TooLong {
        /// Where.
        spot: Spot,
        /// Most characters.
        most: usize,
    },
    /// More notes, places or statements than a sheet holds.
    #[error("too many: {spot:?}")]
    TooMany {
        /// The first that is too many.
        spot: Spot,
    },
    /// A field in braces does not exist.
    #[error("unknown field {field}")]
    UnknownField {
        /// Where.
        spot: Spot,
        /// The field as written.
        field: String,
    },
    /// A brace has no counterpart.
    #[error("open brace: {spot:?}")]
    OpenBrace {
        /// Where.
        spot: Spot,
    },
    /// Characters that no font draws.
    #[error("no glyphs: {spot:?}")]
    NoGlyph {
        /// Where.
        spot: Spot,
        /// The characters.
        characters: String,
    },
    /// A width or a space that makes no sense.
    #[error("bad size: {spot:?}")]
    BadSize {
        /// Where.
        spot: Spot,
    },
    /// A column is too narrow for its title and what is written in it.
    #[error("too narrow: {column}")]
    TooNarrow {
        /// Title of the column.
        column: String,
    },
    /// The columns that the word of a closing row stands in are all hidden, or too narrow for it.
    #[error("no room for {label}")]
    NoTotals {
        /// The word: 合计.
        label: String,
    },
    /// The titles of the fourteen days are not six.
    #[error("days: {spot:?}")]
    Days {
        /// Where.
        spot: Spot,
    },
    /// It does not fit on its sheet.
    #[error("does not fit: {text}")]
    DoesNotFit {
        /// What lies over something else or beyond the edge; empty: all of it is too long.
        text: String,
        /// The language in which it does not.
        language: Language,
    },
}

impl OwnFault {
    /// Where it is, if it is at one place.
    pub const fn spot(&self) -> Option<&Spot> {
        match self {
            Self::Empty { spot }
            | Self::TooLong { spot, .. }
            | Self::TooMany { spot }
            | Self::UnknownField { spot, .. }
            | Self::OpenBrace { spot }
            | Self::NoGlyph { spot, .. }
            | Self::BadSize { spot }
            | Self::Days { spot } => Some(spot),
            Self::NoColumns
            | Self::Twice { .. }
            | Self::TooNarrow { .. }
            | Self::NoTotals { .. }
            | Self::DoesNotFit { .. } => None,
        }
    }
}

impl Explain for OwnFault {
    fn explain(&self, tr: &Tr) -> Explanation {
        let at = self.spot().map(|spot| spot.words(tr)).unwrap_or_default();
        let (code, happened, remedy) = match self {
            Self::NoColumns => ("no_columns", tr.own_paper_no_columns(), tr.own_paper_no_columns_remedy()),
            Self::Twice { key } => ("twice", tr.own_paper_twice(key), tr.own_paper_twice_remedy()),
            Self::Empty { .. } => ("empty", tr.own_paper_empty(&at), tr.own_paper_empty_remedy()),
            Self::TooLong { most, .. } => {
                ("too_long", tr.own_paper_too_long(&at), tr.own_paper_too_long_remedy(*most))
            }
            Self::TooMany { .. } => ("too_many", tr.own_paper_too_many(&at), tr.own_paper_too_many_remedy()),
            Self::UnknownField { field, .. } => {
                ("unknown_field", tr.own_paper_unknown_field(&at, field), tr.own_paper_unknown_field_remedy())
            }
            Self::OpenBrace { .. } => {
                ("open_brace", tr.own_paper_open_brace(&at), tr.own_paper_open_brace_remedy())
            }
            Self::NoGlyph { characters, .. } => {
                ("no_glyph", tr.own_paper_no_glyph(&at, characters), tr.own_paper_no_glyph_remedy())
            }
            Self::BadSize { .. } => ("bad_size", tr.own_paper_bad_size(&at), tr.own_paper_bad_size_remedy()),
            Self::TooNarrow { column } => {
                ("too_narrow", tr.own_paper_too_narrow(column), tr.own_paper_too_narrow_remedy())
            }
            Self::NoTotals { label } => {
                ("no_totals", tr.own_paper_no_totals(label), tr.own_paper_no_totals_remedy())
            }
            Self::Days { .. } => ("days", tr.own_paper_days(&at), tr.own_paper_days_remedy()),
            Self::DoesNotFit { text, .. } if text.is_empty() => {
                ("does_not_fit", tr.own_paper_all_too_long(), tr.own_paper_all_too_long_remedy())
            }
            Self::DoesNotFit { text, .. } => {
                ("does_not_fit", tr.own_paper_no_room(text), tr.own_paper_no_room_remedy())
            }
        };
        Explanation::new(code, happened, tr.own_paper_nothing_changed(), remedy)
    }
}
