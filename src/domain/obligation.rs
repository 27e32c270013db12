//! What must be done by when, derived from rules and records.
