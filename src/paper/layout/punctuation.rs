//! Full-width marks: which may begin or end a line, and which lose an empty half beside another.

/// Never first on a line (GB/T 15834).
const NOT_FIRST: &str = "，。、；：？！）》」』”’】〉〕…～·％‰℃°,.;:?!)]}%＿/／";
/// Never last on a line.
const NOT_LAST: &str = "（《「『“‘【〈〔([{￥¥$#№/／□";
/// Closing marks whose right half is empty.
const CLOSING: &str = "，。、；：？！）》」』”’】〉〕";
/// Opening marks whose left half is empty.
const OPENING: &str = "（《「『“‘【〈〔";

/// Whether a mark must not begin a line.
pub(super) fn never_first(c: char) -> bool {
    NOT_FIRST.contains(c)
}

/// Whether a mark must not end a line.
pub(super) fn never_last(c: char) -> bool {
    NOT_LAST.contains(c)
}

/// Whether the right half of a full-width mark is empty.
pub(super) fn is_closing(c: char) -> bool {
    CLOSING.contains(c)
}

/// Whether the left half of a full-width mark is empty.
pub(super) fn is_opening(c: char) -> bool {
    OPENING.contains(c)
}

/// A Han character or a full-width sign: a line may break on either side unless a rule forbids.
pub(super) fn is_wide(c: char) -> bool {
    c >= '\u{2E80}' || "—…“”‘’□·℃‰°№".contains(c)
}

/// What two neighbouring marks come closer, em: one of the empty halves between them goes.
pub(super) fn squeeze(before: char, after: char) -> f32 {
    let empty = is_closing(before) && (is_closing(after) || is_opening(after))
        || is_opening(before) && is_opening(after);
    if empty { 0.5 } else { 0.0 }
}
