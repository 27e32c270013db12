//! Tests of the class sheet.
