//! Body temperature with the place where it was taken.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Where a temperature was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Site {
    /// 腋温
    Axillary,
    /// 额温
    Forehead,
    /// 耳温
    Ear,
    /// 口温
    Oral,
}

impl Site {
    /// All sites.
    pub const ALL: [Self; 4] = [Self::Axillary, Self::Forehead, Self::Ear, Self::Oral];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Axillary => "axillary",
            Self::Forehead => "forehead",
            Self::Ear => "ear",
            Self::Oral => "oral",
        }
    }

    /// The site of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|s| s.name() == name)
    }
}

/// A measured temperature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Temperature {
    /// Tenths of a degree Celsius: 382 is 38.2 ℃.
    pub tenths: u16,
    /// Where it was taken.
    pub site: Site,
}

impl Temperature {
    /// The lowest and highest value that a living person can show, in tenths.
    pub const RANGE: std::ops::RangeInclusive<u16> = 320..=430;

    /// A temperature of that many tenths, if a living person can have it.
    pub fn new(tenths: u16, site: Site) -> Option<Self> {
        Self::RANGE.contains(&tenths).then_some(Self { tenths, site })
    }

    /// Reads `38.2`, `38.2@axillary`, `382` (axillary where no site is named), full-width digits too.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, site) = match text.split_once('@') {
            Some((number, site)) => (number, Site::from_name(site.trim())?),
            None => (text, Site::Axillary),
        };
        let number: String = number
            .trim()
            .chars()
            .map(|c| match c {
                '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
                '．' | '。' | ',' | '，' => '.',
                other => other,
            })
            .collect();
        let tenths = match number.split_once('.') {
            Some((whole, tenth)) if tenth.len() == 1 && tenth.bytes().all(|b| b.is_ascii_digit()) => {
                whole.parse::<u16>().ok()?.checked_mul(10)?.checked_add(tenth.parse().ok()?)?
            }
            Some(_) => return None,
            None if number.len() == 3 => number.parse().ok()?,
            None => number.parse::<u16>().ok()?.checked_mul(10)?,
        };
        Self::new(tenths, site)
    }
}

impl fmt::Display for Temperature {
    /// One decimal, as on every form: `38.2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.tenths / 10, self.tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_clerks_type() {
        for text in ["38.2", "382", "38.2@axillary", "３８.２", "38。2"] {
            assert_eq!(Temperature::parse(text), Temperature::new(382, Site::Axillary), "{text}");
        }
        assert_eq!(Temperature::parse("37@ear"), Temperature::new(370, Site::Ear));
        for text in ["", "3.82", "382.0", "44", "31.9", "38.25", "x", "38.2@nose", "99999"] {
            assert_eq!(Temperature::parse(text), None, "{text}");
        }
    }
}
