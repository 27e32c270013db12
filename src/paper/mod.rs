//! Layout in millimetres, PDF and preview; forms, letters, fonts.
//!
//! `layout` yields boxes, `pdf` draws them, the preview draws the same boxes; `form` and `letter`
//! turn data files and plain texts into boxes, `chart` the figures of pictures.

pub mod chart;
pub mod font;
pub mod form;
pub mod layout;
pub mod letter;
pub mod official;
mod own_fault;
mod own_words;
mod paper_error;
pub mod pdf;
mod words;

pub use own_fault::{OwnFault, Spot};
pub use own_words::OwnWords;
pub use paper_error::PaperError;
pub use words::Words;
