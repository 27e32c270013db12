//! U盘报送: the week's numbers, and the package for the township.

mod act;
mod table_file;
mod tables;
mod view;
mod week_table;

#[cfg(test)]
mod tests;

pub use act::{Exported, UsbOp, verify_package};
pub(in crate::ops) use view::USB_PACKAGE;
pub use view::{PackageLine, UsbView};
pub use week_table::{WeekCount, WeekRow, WeekTable};

pub use crate::exchange::{Level, Target, TargetFault, VerifyReport};
