//! The parts that screens are built of.
//!
//! Every builder turns into an [`Element`](crate::gui::Element) with `.into()`. All text goes through [`text`], which
//! knows when it does not fit; everything that can be operated goes through [`control`], which knows focus, keys and ring.

mod banner;
mod brush;
mod button;
mod caret;
mod chart_view;
mod checkbox;
mod chip;
mod choice;
mod control;
pub mod date_field;
mod dialog;
mod field;
mod first_keys;
pub mod focus;
mod focus_fence;
mod focus_steps;
mod forward;
mod icon;
mod key_cap;
mod key_scope;
mod long_rows;
pub mod look;
mod marks;
mod page_ground;
mod panel;
mod paper_view;
mod progress;
pub mod ring;
mod row_button;
#[cfg(test)]
pub mod stage;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod uncaught_keys;
mod whole_rows;

pub use banner::{Banner, banner};
pub use button::{Button, Kind, button};
pub use chart_view::chart_view;
pub use checkbox::{checkbox, toggle};
pub use chip::{Chip, State, chip};
pub use choice::{Card, radio, radio_cards, segments};
pub use control::{Control, control};
pub use date_field::date_field;
pub use dialog::{Dialog, dialog_layer};
pub use field::{Field, error_line, field};
pub use first_keys::first_keys;
pub use focus_fence::focus_fence;
pub use focus_steps::{FocusSteps, Stepped, focus_steps};
pub use icon::{Icon, IconView, icon};
pub use key_cap::{KeyHint, key_cap, key_hint};
pub use key_scope::key_scope;
pub use long_rows::{LongRows, Sight};
pub use look::{Look, Press};
pub use marks::{Mark, MarkCell, marks};
pub use page_ground::page_ground;
pub use panel::{Panel, empty_state, panel};
pub use paper_view::{Reach, Zoom, empty_desk, paper_view};
pub use progress::{ProgressState, bar, progress};
pub use row_button::{RowButton, row_button};
pub use table::{Column, Columns, PAGE, framed_table, list, scroll, table};
pub use text::{Fit, Report, Text, text};
pub use uncaught_keys::uncaught_keys;
