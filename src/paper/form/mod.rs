//! Forms: one engine prints them all, blank or filled, from files in `assets/forms`.

mod block;
mod content;
mod fill;
mod form_run;
mod head;
mod label_sheet;
mod table;
mod tail;
mod template;

#[cfg(test)]
mod tests;

pub use block::{Block, BlockField, Photo};
pub use content::{Answer, FormContent, FormRow};
pub use form_run::{FormRun, layout};
pub use label_sheet::{LabelSheet, LabelSheets};
pub use template::{
    Column, FootRow, FormTemplate, Group, HeaderField, Question, RowStyle, Signature, Variant,
};
