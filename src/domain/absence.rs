//! Absence episodes: the chain of a person's ill or unknown findings.
