//! Reading rosters out of xls, xlsx, ods, csv and html files; writing xlsx and csv.

mod biff_strings;
mod budget;
mod cell;
mod class_column;
mod column_titles;
mod compound_file;
mod delimited_text;
mod field;
mod field_set;
mod file_kind;
mod findings;
mod grid;
mod html_table;
mod identity;
mod list_table;
mod merged_copy;
mod number_columns;
mod number_digits;
mod ods;
mod person_cleanup;
mod person_field;
mod pupil_record;
mod read_error;
mod roster_document;
mod roster_reader;
mod row_copy;
mod row_kind;
mod row_note;
pub mod school_year;
mod sheet_copies;
mod sheet_take;
mod side_by_side;
mod source;
mod staff_record;
mod table_choice;
mod table_layout;
mod table_proposal;
mod table_reader;
mod table_view;
mod text_encoding;
pub mod write;
mod write_error;
mod written_choice;
mod written_date;
mod written_phone;
mod xls;
mod xlsx;
mod xml_part;

pub use budget::READING_TIME;
pub use field::Field;
pub use field_set::FieldSet;
pub use grid::column_name;
pub use person_cleanup::person_cleanup;
pub use person_field::set_person_field;
pub use pupil_record::{PupilRecord, RecordClass};
pub use read_error::ReadError;
pub use roster_document::{
    Outcome, ReadClass, ReadTable, RosterDocument, RosterKind, SheetSkip, SkippedSheet,
};
pub use roster_reader::{ReadOptions, read};
pub use row_copy::{CopiedSheet, copy_rows};
pub use row_note::{RejectedRow, Rejection, RowOrigin, Skip, SkippedRow, WarnedRow, Warning};
pub use staff_record::{StaffRecord, separates_classes, taught_classes, tells_class_teacher};
pub use table_choice::{KnownColumns, TableChoice};
pub use table_layout::{TableColumn, TableLayout};
pub use table_proposal::TableProposal;
pub use table_view::{TableView, look};
pub use written_phone::is_possible_phone;

#[cfg(test)]
mod tests;
