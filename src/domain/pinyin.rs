//! Finding people by pinyin.
//!
//! Every reading of a character counts, since one clerk types `zeng` for 曾 and another `ceng`. The reading
//! that a surname has as a surname comes first, so that sorting puts 单 under `shan`.

use pinyin::ToPinyinMulti;

use super::person_name;

/// Characters whose reading as a surname is not their usual one (《通用规范汉字表》 and 《现代汉语词典》).
const SURNAMES: [(char, &str); 31] = [
    ('单', "shan"),
    ('曾', "zeng"),
    ('仇', "qiu"),
    ('解', "xie"),
    ('查', "zha"),
    ('任', "ren"),
    ('区', "ou"),
    ('朴', "piao"),
    ('翟', "zhai"),
    ('盖', "ge"),
    ('覃', "qin"),
    ('乐', "yue"),
    ('缪', "miao"),
    ('冼', "xian"),
    ('员', "yun"),
    ('种', "chong"),
    ('召', "shao"),
    ('燕', "yan"),
    ('应', "ying"),
    ('繁', "po"),
    ('折', "she"),
    ('秘', "bi"),
    ('黑', "he"),
    ('能', "nai"),
    ('那', "na"),
    ('尉', "wei"),
    ('洗', "xian"),
    ('沈', "shen"),
    ('贾', "jia"),
    ('万', "wan"),
    ('车', "che"),
];

/// A name prepared for searching.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinyinKey {
    /// The name without separators, letters in lower case.
    plain: Vec<char>,
    /// Per character its readings in ASCII, the usual one first; empty where it has none.
    readings: Vec<Vec<&'static str>>,
}

impl PinyinKey {
    /// Prepares a name.
    pub fn new(name: &str) -> Self {
        let plain: Vec<char> = person_name::match_key(name).chars().collect();
        let readings = plain.iter().enumerate().map(|(at, c)| readings(*c, at == 0)).collect();
        Self { plain, readings }
    }

    /// Initials by the first reading: `wxm`.
    pub fn initials(&self) -> String {
        self.usual().map(|(c, reading)| reading.and_then(|r| r.chars().next()).unwrap_or(c)).collect()
    }

    /// The whole name by the first readings: `wangxiaoming`. Also the key to sort by.
    pub fn full(&self) -> String {
        let mut text = String::new();
        for (c, reading) in self.usual() {
            match reading {
                Some(reading) => text.push_str(reading),
                None => text.push(c),
            }
        }
        text
    }

    fn usual(&self) -> impl Iterator<Item = (char, Option<&'static str>)> + '_ {
        self.plain.iter().copied().zip(self.readings.iter().map(|r| r.first().copied()))
    }

    /// How well the typed text fits: 0 from the surname on, 1 inside the name, `None` not at all. Each
    /// character is met by itself or by the beginning of any of its readings: `wxm`, `wangxm`, `wxiaom`, `王xm`.
    pub fn rank(&self, typed: &str) -> Option<u8> {
        let typed: Vec<char> = typed
            .chars()
            .filter(|c| !c.is_whitespace() && *c != '\'')
            .flat_map(char::to_lowercase)
            .map(|c| if c == 'ü' { 'v' } else { c })
            .collect();
        if typed.is_empty() {
            return Some(0);
        }
        (0..self.plain.len()).find(|start| self.fits(*start, &typed)).map(|start| u8::from(start > 0))
    }

    fn fits(&self, at: usize, typed: &[char]) -> bool {
        if typed.is_empty() {
            return true;
        }
        let (Some(c), Some(readings)) = (self.plain.get(at), self.readings.get(at)) else { return false };
        if typed.first() == Some(c) && typed.get(1..).is_some_and(|rest| self.fits(at + 1, rest)) {
            return true;
        }
        readings.iter().any(|reading| {
            let common = reading.chars().zip(typed).take_while(|(r, t)| r == *t).count();
            (1..=common).rev().any(|taken| typed.get(taken..).is_some_and(|rest| self.fits(at + 1, rest)))
        })
    }
}

/// Whether a name is found by what was typed; for one name. Keep a [`PinyinKey`] per person to search many.
pub fn matches(name: &str, typed: &str) -> bool {
    PinyinKey::new(name).rank(typed).is_some()
}

fn readings(c: char, surname: bool) -> Vec<&'static str> {
    let mut found: Vec<&'static str> = Vec::new();
    if surname && let Some((_, reading)) = SURNAMES.iter().find(|(s, _)| *s == c) {
        found.push(reading);
    }
    for reading in c.to_pinyin_multi().into_iter().flatten() {
        let plain = ascii(reading.plain());
        if !found.contains(&plain) {
            found.push(plain);
        }
        // 吕 is typed lv by most and lu by some.
        if let Some(other) = v_as_u(plain)
            && !found.contains(&other)
        {
            found.push(other);
        }
    }
    found
}

fn ascii(reading: &'static str) -> &'static str {
    match reading {
        "lü" => "lv",
        "lüe" => "lve",
        "nü" => "nv",
        "nüe" => "nve",
        "ê" => "e",
        other => other,
    }
}

fn v_as_u(reading: &str) -> Option<&'static str> {
    match reading {
        "lv" => Some("lu"),
        "lve" => Some("lue"),
        "nv" => Some("nu"),
        "nve" => Some("nue"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_whole_and_mixed() {
        for typed in
            ["wxm", "wangxiaoming", "wangxm", "wxiaom", "w", "wa", "王", "王xm", "小明", "WXM", "wang xiao"]
        {
            assert!(matches("王小明", typed), "{typed}");
        }
        for typed in ["xw", "wxx", "wxmx", "王明", "q"] {
            assert!(!matches("王小明", typed), "{typed}");
        }
        assert_eq!(PinyinKey::new("王小明").rank("wx"), Some(0));
        assert_eq!(PinyinKey::new("王小明").rank("xm"), Some(1));
    }

    #[test]
    fn all_readings_count_and_surnames_lead() {
        let key = PinyinKey::new("曾乐");
        assert!(key.full().starts_with("zeng"));
        for typed in ["zl", "cl", "zy", "cengle", "zengyue"] {
            assert!(key.rank(typed).is_some(), "{typed}");
        }
        assert_eq!(PinyinKey::new("单雄").initials(), "sx");
        assert!(matches("吕布", "lvb") && matches("吕布", "lub") && matches("吕布", "lüb"));
    }

    #[test]
    fn separators_and_other_scripts() {
        assert!(matches("阿依夏木·阿卜杜热合曼", "ayxmabdrhm"));
        assert!(matches("Anna Maria", "annam"));
        assert_eq!(PinyinKey::new("").rank("a"), None);
        let _ = PinyinKey::new("𠮷田").rank("t");
    }

    #[test]
    fn three_thousand_people_within_a_frame() {
        let keys: Vec<PinyinKey> = (0..3000).map(|_| PinyinKey::new("欧阳阿依夏木热合曼")).collect();
        let started = std::time::Instant::now();
        let found = keys.iter().filter(|k| k.rank("oyayxmrhmx").is_some()).count();
        assert_eq!(found, 0);
        assert!(started.elapsed().as_millis() < 200, "{:?}", started.elapsed());
    }
}
