//! Letters to guardians, a page or half a page per child with a slip to tear off.

mod body;
mod field;
mod home_days;
mod letter_layout;
mod letter_run;
pub mod marked_text;
mod own_check;
mod own_letter;
mod recipient;
mod slip;
mod square_code;
mod template;

#[cfg(test)]
mod own_tests;
#[cfg(test)]
mod tests;

pub use field::Field;
pub use letter_layout::LetterLayout;
pub use letter_run::LetterRun;
pub use own_letter::{OwnLetter, OwnText};
pub use recipient::{LetterFacts, Recipient};
pub use template::{Ask, LetterTemplate, LetterText, Part, PartKind, SlipText};
