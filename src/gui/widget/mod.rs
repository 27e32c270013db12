//! The parts that screens are built of.
//!
//! Every builder turns into an [`Element`](crate::gui::Element) with `.into()`. All text goes through [`text`], which
//! knows when it does not fit; everything that can be operated goes through [`control`], which knows focus, keys and ring.

mod button;
mod chip;
mod control;
pub mod focus;
mod icon;
mod key_cap;
pub mod look;
pub mod ring;
#[cfg(test)]
pub mod stage;
#[cfg(test)]
mod tests;
mod text;

pub use button::{Button, Kind, button};
pub use chip::{Chip, State, chip};
pub use control::{Control, control};
pub use icon::{Icon, IconView, icon};
pub use key_cap::{KeyHint, key_cap, key_hint};
pub use look::{Look, Press};
pub use text::{Fit, Report, Text, text};
