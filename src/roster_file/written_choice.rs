//! Answers out of a short list, in words, codes and ticks.

use crate::domain::person::{Boarding, LeftBehind, Sex};

/// 男, 女; codes 1 and 2 of the national sheet.
pub fn sex(text: &str) -> Option<Sex> {
    match text.to_lowercase().as_str() {
        "男" | "男生" | "男性" | "1" | "m" | "male" => Some(Sex::Male),
        "女" | "女生" | "女性" | "2" | "f" | "female" => Some(Sex::Female),
        _ => None,
    }
}

/// 走读, 住校 and what schools write for them; 1 and 2 of the national sheet; yes and no under 是否住校.
pub fn boarding(text: &str) -> Option<Boarding> {
    match text {
        "走读" | "走读生" | "通学" | "通校" | "通学生" | "外宿" | "外宿生" | "非寄宿" | "非寄宿生"
        | "非住校" | "不住校" | "不住宿" | "借宿" | "1" => Some(Boarding::Day),
        "住校" | "住校生" | "住宿" | "住宿生" | "寄宿" | "寄宿生" | "内宿" | "内宿生" | "2" => {
            Some(Boarding::Boarder)
        }
        other => yes(other).map(|yes| if yes { Boarding::Boarder } else { Boarding::Day }),
    }
}

/// 否, 单亲, 双亲; 0, 1 and 2 of the national sheet; yes where the file says no more.
pub fn left_behind(text: &str) -> Option<LeftBehind> {
    match text {
        "0" | "非留守" | "非留守儿童" => Some(LeftBehind::No),
        "1" => Some(LeftBehind::OneParent),
        "2" => Some(LeftBehind::BothParents),
        "留守" | "留守儿童" => Some(LeftBehind::Yes),
        other if other.contains("单亲") => Some(LeftBehind::OneParent),
        other if other.contains("双亲") => Some(LeftBehind::BothParents),
        other => yes(other).map(|yes| if yes { LeftBehind::Yes } else { LeftBehind::No }),
    }
}

/// A yes or a no.
pub fn yes(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "是" | "有" | "√" | "✓" | "✔" | "y" | "yes" | "对" => Some(true),
        "否" | "无" | "不是" | "×" | "✗" | "x" | "n" | "no" => Some(false),
        _ => None,
    }
}
