//! Letters to guardians, one sheet per child with a slip to tear off.

mod body;
mod field;
mod letter_run;
mod recipient;
mod slip;
mod template;

#[cfg(test)]
mod tests;

pub use field::Field;
pub use letter_run::LetterRun;
pub use recipient::{LetterFacts, Recipient};
pub use template::{LetterTemplate, LetterText, Part, PartKind, SlipText};
