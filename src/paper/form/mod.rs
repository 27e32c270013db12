//! Forms: one engine prints them all, blank or filled, from files in `assets/forms`.

mod block;
mod boxes;
mod content;
mod extent;
mod fill;
mod form_run;
mod head;
mod label_sheet;
mod own_check;
mod own_form;
mod paper_group;
mod paper_size;
mod period;
mod piece;
mod row_source;
mod shipped;
mod table;
mod tail;
mod template;

#[cfg(test)]
mod tests;

pub use block::{Block, BlockField, Cross, CrossLabel, Photo};
pub use content::{Answer, FormContent, FormRow};
pub use extent::Extent;
pub use form_run::{FormRun, layout};
pub use label_sheet::{LabelSheet, LabelSheets};
pub(in crate::paper) use own_check::text_fault;
pub use own_form::{OwnColumn, OwnForm, OwnNotes, OwnPlace};
pub use paper_group::PaperGroup;
pub use paper_size::PaperSize;
pub use period::Period;
pub use row_source::RowSource;
pub use template::{
    Column, FootRow, FormTemplate, Group, HeaderField, Question, RowStyle, Signature, Variant,
};
