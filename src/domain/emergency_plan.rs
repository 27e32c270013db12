//! The emergency plan: sections and tasks with person, date, state and evidence.
