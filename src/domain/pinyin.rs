//! Finding and ordering people by pinyin.
//!
//! Every reading of a character counts, since one clerk types `zeng` for 曾 and another `ceng`. The reading
//! that a surname has as a surname comes first, so that sorting puts 单 under `shan`.

mod surname;
#[cfg(test)]
mod tests;

use std::fmt::Write as _;

use pinyin::ToPinyinMulti;

use super::person_name;

/// A name prepared for searching.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PinyinKey {
    /// The name without separators, letters in lower case.
    plain: Vec<char>,
    /// Per character its readings in ASCII, the usual one first; empty where it has none.
    readings: Vec<Vec<&'static str>>,
    order: String,
}

/// What was typed, prepared once for all names that it is held against.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed(Vec<char>);

impl Typed {
    /// Prepares what was typed: full-width letters, spaces, apostrophes and separators make no difference.
    pub fn new(text: &str) -> Self {
        let letters = text.chars().filter(|c| !matches!(c, '\'' | '’' | '＇')).collect::<String>();
        Self(person_name::match_key(&letters).chars().map(|c| if c == 'ü' { 'v' } else { c }).collect())
    }

    /// Whether nothing was typed that could be looked for.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl PinyinKey {
    /// Prepares a name.
    pub fn new(name: &str) -> Self {
        let plain: Vec<char> = person_name::match_key(name).chars().collect();
        let mut surname = surname::readings(&plain).into_iter();
        let mut order = String::new();
        let mut readings = Vec::with_capacity(plain.len());
        for c in &plain {
            let found = Readings::of(*c, surname.next());
            found.order(*c, &mut order);
            readings.push(found.plain);
        }
        Self { plain, readings, order }
    }

    /// What to sort by: syllable, tone and character one after the other, what has no reading behind.
    pub fn order(&self) -> &str {
        &self.order
    }

    /// Initials by the first reading: `wxm`.
    pub fn initials(&self) -> String {
        self.usual().map(|(c, reading)| reading.and_then(|r| r.chars().next()).unwrap_or(c)).collect()
    }

    /// The whole name by the first readings: `wangxiaoming`.
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
        self.rank_of(&Typed::new(typed))
    }

    /// The same for what was prepared before.
    pub fn rank_of(&self, typed: &Typed) -> Option<u8> {
        if typed.is_empty() {
            return Some(0);
        }
        (0..self.plain.len()).find(|start| self.fits(*start, &typed.0)).map(|start| u8::from(start > 0))
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

/// The readings of one character.
struct Readings {
    /// In ASCII, without tones.
    plain: Vec<&'static str>,
    /// Tone of the first one, 5 where it has none.
    tone: char,
}

impl Readings {
    /// All readings; `first` is the one that the character has as a surname, with its tone at the end.
    fn of(c: char, first: Option<&'static str>) -> Self {
        let own = || c.to_pinyin_multi().into_iter().flatten();
        let toned = first.or_else(|| own().next().map(pinyin::Pinyin::with_tone_num_end));
        let rare = || surname::rare(c);
        let toned = toned.or_else(rare).unwrap_or_default();
        let tone = toned.chars().last().filter(char::is_ascii_digit).unwrap_or('5');
        let mut found = Self { plain: Vec::new(), tone };
        for reading in first.or_else(rare).map(untoned).into_iter().chain(own().map(pinyin::Pinyin::plain)) {
            let plain = ascii(reading);
            // 吕 is typed lv by most and lu by some.
            for plain in std::iter::once(plain).chain(v_as_u(plain)) {
                if !found.plain.contains(&plain) {
                    found.plain.push(plain);
                }
            }
        }
        found
    }

    /// Adds the character to a key to sort by. The sign between is smaller than any letter: xi before xian.
    fn order(&self, c: char, key: &mut String) {
        match self.plain.first() {
            Some(reading) => key.push_str(reading),
            None if c.is_ascii() => key.push(c),
            None => key.push('~'),
        }
        let _ = write!(key, " {}{c}", self.tone);
    }
}

/// The reading without its tone.
fn untoned(reading: &'static str) -> &'static str {
    reading.trim_end_matches(|c: char| c.is_ascii_digit())
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
