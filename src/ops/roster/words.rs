//! Words of the file format for machine output, whatever the language of the screen.

use crate::domain::person::{Boarding, LeftBehind, Sex};

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

/// 否, 单亲, 双亲, 是
pub const fn left_behind(left_behind: LeftBehind) -> &'static str {
    match left_behind {
        LeftBehind::No => "否",
        LeftBehind::OneParent => "单亲",
        LeftBehind::BothParents => "双亲",
        LeftBehind::Yes => "是",
    }
}
