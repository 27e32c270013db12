//! The figures of the school daily report.
