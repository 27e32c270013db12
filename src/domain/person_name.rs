//! Names of people: clean-up and matching form.
//!
//! The separator of names of several parts is U+00B7 (民委发〔2016〕33号); rosters hold many look-alikes.

/// The prescribed separator.
pub const SEPARATOR: char = '\u{b7}';

/// Look-alikes of the separator met between parts of names.
const LOOK_ALIKES: [char; 20] = [
    '\u{b7}', '•', '‧', '・', '･', '.', '．', '。', '｡', '-', '－', '—', '–', '‐', '∙', '⋅', '᛫', '˙', '﹒',
    '●',
];

/// Full-width letters, digits and signs as half-width ones; the ideographic space as a space.
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{3000}' | '\u{a0}' => ' ',
            '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
            other => other,
        })
        .collect()
}

/// Signs that take no room and come along when text is copied out of web pages.
pub fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Whether the sign is a Chinese character, rare ones beyond the basic plane included.
pub fn is_han(c: char) -> bool {
    matches!(u32::from(c), 0x3007 | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// Signs with which a spreadsheet begins a formula, full-width ones too, which some turn into the others.
pub const FORMULA_SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Whether it may be somebody's name: it has a letter or a figure, and where it begins as a formula does, a Chinese character.
/// Characters of one's own, which old systems used for rare ones, count as letters.
pub fn is_possible(name: &str) -> bool {
    let own = |c: char| matches!(u32::from(c), 0xe000..=0xf8ff | 0xf_0000..=0x10_ffff);
    let letter = if begins_as_formula(name) { is_han } else { char::is_alphanumeric };
    name.chars().any(|c| letter(c) || own(c))
}

/// Whether a name that may be one looks like none all the same: it begins as a formula does, or has no letter.
pub fn is_odd(name: &str) -> bool {
    begins_as_formula(name) || name.chars().all(|c| c.is_numeric() && !c.is_alphabetic())
}

fn begins_as_formula(text: &str) -> bool {
    text.trim_start().starts_with(FORMULA_SIGNS)
}

/// The name as it is stored: no spaces inside Chinese names, one space between words of others, the
/// separator U+00B7.
pub fn clean(name: &str) -> String {
    let chars: Vec<char> =
        name.chars().filter(|c| c.is_whitespace() || !is_invisible(*c)).map(half_width_letter).collect();
    let mut out = String::with_capacity(name.len());
    let mut last: Option<char> = None;
    // The next sign that is no space, counted from behind, so that a long row of spaces is passed once.
    let mut nexts: Vec<Option<char>> = Vec::with_capacity(chars.len());
    let mut behind = None;
    for c in chars.iter().rev() {
        nexts.push(behind);
        behind = Some(*c).filter(|c| !c.is_whitespace()).or(behind);
    }
    for (c, next) in chars.into_iter().zip(nexts.into_iter().rev()) {
        let beside_han = last.is_some_and(is_han) || next.is_some_and(is_han);
        if c.is_whitespace() {
            let inside_words = last.is_some_and(|l| !l.is_whitespace() && l != SEPARATOR)
                && next.is_some_and(|n| !LOOK_ALIKES.contains(&n))
                && !beside_han;
            if inside_words {
                out.push(' ');
                last = Some(' ');
            }
        } else if LOOK_ALIKES.contains(&c) && (c == SEPARATOR || beside_han) {
            if last.is_some_and(|l| l != SEPARATOR) && next.is_some() {
                out.push(SEPARATOR);
                last = Some(SEPARATOR);
            }
        } else {
            out.push(c);
            last = Some(c);
        }
    }
    out.trim_end_matches([SEPARATOR, ' ']).to_owned()
}

/// Letters and digits only: a full-width full stop is a separator's look-alike and no letter.
fn half_width_letter(c: char) -> char {
    match c {
        '\u{ff10}'..='\u{ff19}' | '\u{ff21}'..='\u{ff3a}' | '\u{ff41}'..='\u{ff5a}' => {
            char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c)
        }
        other => other,
    }
}

/// The form by which two spellings of a name are the same: no separators, spaces or letter case.
pub fn match_key(name: &str) -> String {
    clean(name)
        .chars()
        .filter(|c| !LOOK_ALIKES.contains(c) && !c.is_whitespace())
        .flat_map(char::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_as_rosters_hold_them() {
        for (written, stored) in [
            ("张 伟 杰", "张伟杰"),
            ("李　强", "李强"),
            ("  陆瑞 ", "陆瑞"),
            ("杨婉宁\u{a0}", "杨婉宁"),
            ("\n顾雯依\t", "顾雯依"),
            ("古丽娜尔•麦麦提", "古丽娜尔·麦麦提"),
            ("买买提江‧图尔荪", "买买提江·图尔荪"),
            ("阿依夏木・阿卜杜热合曼", "阿依夏木·阿卜杜热合曼"),
            ("阿卜杜拉.玉素甫", "阿卜杜拉·玉素甫"),
            ("热孜万古丽．依明", "热孜万古丽·依明"),
            ("努尔艾力･库尔班", "努尔艾力·库尔班"),
            ("迪丽努尔 · 艾合买提", "迪丽努尔·艾合买提"),
            ("图尔荪江。麦麦提", "图尔荪江·麦麦提"),
            ("图尔荪江-麦麦提", "图尔荪江·麦麦提"),
            ("𠮷田 一", "𠮷田一"),
            ("Anna  Maria", "Anna Maria"),
            ("J. Smith", "J. Smith"),
            ("王小明\u{200b}·", "王小明"),
            ("", ""),
        ] {
            assert_eq!(clean(written), stored, "{written:?}");
        }
        assert_eq!(match_key("阿卜杜拉.玉素甫"), match_key("阿卜杜拉玉素甫"));
        assert_eq!(match_key("Anna Maria"), "annamaria");
    }

    proptest! {
        #[test]
        fn cleaning_twice_changes_nothing(name in "[张伟杰A-Za-z .·•。・\u{3000}\t-]{0,10}|\\PC{0,10}") {
            let once = clean(&name);
            prop_assert_eq!(clean(&once), once.clone());
            prop_assert_eq!(match_key(&once), match_key(&name));
        }
    }

    #[test]
    fn what_may_be_a_name() {
        for name in ["王小明", "𠮷", "阿依·古丽", "Li", "〇", "王□", "\u{e863}", "=王", "007"]
        {
            assert!(is_possible(name), "{name}");
        }
        for name in ["-", "·", "…", "@SUM(A1)", "＝Li", "+1", " -A1", "？"] {
            assert!(!is_possible(name), "{name}");
        }
        assert!(is_odd("=王") && is_odd("007") && !is_odd("〇") && !is_odd("王"));
    }
}
