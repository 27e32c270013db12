//! Words of the file format for machine output, whatever the language of the screen.

use crate::domain::person::{Boarding, Sex};

/// 男, 女
pub const fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "男",
        Sex::Female => "女",
    }
}

/// 走读, 住校
pub const fn boarding(boarding: Boarding) -> &'static str {
    match boarding {
        Boarding::Day => "走读",
        Boarding::Boarder => "住校",
    }
}
