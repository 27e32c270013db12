//! Class names as schools write them, and what they mean.
//!
//! The spellings come from published school papers: `一年级(1)班`, `六年级1班`, `一1班`, `三.2`, `701`,
//! `2025级8班`, `202501`, `初二(3)班`, `六年级69班` (a serial number of the cohort), `学前班`, `复式班`.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::person_name::half_width;
use super::school_class::ClassKind;

const NUMERALS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/// 甲班 is the first class of its grade.
const STEMS: [char; 6] = ['甲', '乙', '丙', '丁', '戊', '己'];
const PRIMARY_GRADES: u8 = 6;
const LAST_GRADE: u8 = 12;

/// What a class name says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ClassLabel {
    /// 0 is 学前班, 1 to 9 the years of compulsory school, 10 to 12 高中; `None` in classes of several grades.
    pub grade: Option<u8>,
    /// Number within the grade; `None` where the grade has one unnamed class.
    pub class_no: Option<u16>,
    /// Kind.
    pub kind: ClassKind,
}

impl ClassLabel {
    /// An ordinary class.
    pub const fn ordinary(grade: u8, class_no: Option<u16>) -> Self {
        Self { grade: Some(grade), class_no, kind: ClassKind::Ordinary }
    }

    /// Reads a class name. `school_year` is the year of its 1 September; names by year of entry count from it
    /// and are taken as primary classes (see [`Self::cohort`]). `None` where the name tells neither grade
    /// nor kind, such as `苗苗班` or a bare class number.
    pub fn parse(text: &str, school_year: i32) -> Option<Self> {
        let text = plain(text);
        if text.contains("复式") {
            return Some(Self { grade: None, class_no: None, kind: ClassKind::MultiGrade });
        }
        if let Some((_, rest)) = text.split_once("教学点") {
            let inner = Self::parse(rest, school_year);
            return Some(Self {
                grade: inner.and_then(|l| l.grade),
                class_no: inner.and_then(|l| l.class_no),
                kind: ClassKind::TeachingPoint,
            });
        }
        if let Some(rest) = text.strip_prefix("学前") {
            let rest = rest.strip_prefix("教育").unwrap_or(rest);
            let rest = rest.strip_prefix("年级").unwrap_or(rest);
            return Some(Self::ordinary(0, class_number(rest)?));
        }
        if let Some((entered, rest)) = split_cohort(&text) {
            let grade = u8::try_from(school_year - entered + 1).ok()?;
            return (1..=9).contains(&grade).then_some(Self::ordinary(grade, class_number(rest)?));
        }
        let (grade, rest) = split_grade(&text)?;
        Some(Self::ordinary(grade, class_number(rest)?))
    }

    /// The year of entry that a name such as `2025级8班` or `202501` gives. In a junior school the
    /// grade is six higher than [`Self::parse`] says; the age of the pupils tells which.
    pub fn cohort(text: &str) -> Option<i32> {
        split_cohort(&plain(text)).map(|(year, _)| year)
    }

    /// The number that a name such as `1`, `02班` or `(三)班` gives, which tells no grade.
    pub fn bare_number(text: &str) -> Option<u16> {
        class_number(&plain(text)).flatten()
    }

    /// The year of entry that a grade column such as `2026级`, `26级` or `2026` gives.
    pub fn entry_year(grade: &str) -> Option<i32> {
        let text = plain(grade);
        let digits = text.trim_end_matches("年级").trim_end_matches(['年', '级', '届', '秋']);
        let graduates = text.ends_with('届');
        let year = match digits.len() {
            4 => digits.parse().ok()?,
            2 if text.ends_with('级') && !text.ends_with("年级") => 2000 + digits.parse::<i32>().ok()?,
            _ => return None,
        };
        (!graduates && (1990..=2100).contains(&year)).then_some(year)
    }

    /// What the name of a class says. One that is named by its year of entry has the grade of the class, which in a
    /// junior school is six higher than [`Self::parse`] says.
    pub fn of_class(label: &str, school_year: i32, grade: Option<u8>) -> Option<Self> {
        let told = Self::parse(label, school_year)?;
        let by_entry = Self::cohort(label).is_some();
        Some(Self { grade: grade.filter(|_| by_entry).or(told.grade), ..told })
    }

    /// The same class six grades higher: a cohort of a junior school.
    pub fn in_junior_school(self) -> Self {
        Self { grade: self.grade.map(|g| g + PRIMARY_GRADES), ..self }
    }

    /// The form on screens: `三（2）`, `一`, `学前`, `复式`.
    pub fn short(&self) -> String {
        let mut text = match self.kind {
            ClassKind::MultiGrade => "复式".to_owned(),
            ClassKind::TeachingPoint => "教学点".to_owned(),
            ClassKind::NoClass => "未分班".to_owned(),
            ClassKind::Ordinary => String::new(),
        };
        match self.grade {
            Some(0) => text.push_str("学前"),
            Some(grade) => text.push_str(&grade_name(grade)),
            None => {}
        }
        if let Some(number) = self.class_no {
            let _ = write!(text, "（{number}）");
        }
        text
    }
}

impl ClassLabel {
    /// The form on papers: `三年级(2)班`, `三年级`, `学前班`, `复式班`.
    pub fn full(&self) -> String {
        let number = self.class_no.map(|number| format!("({number})班"));
        match (self.kind, self.grade) {
            (ClassKind::Ordinary, Some(0)) => format!("学前{}", number.as_deref().unwrap_or("班")),
            (ClassKind::Ordinary, Some(grade)) => {
                format!("{}年级{}", grade_name(grade), number.unwrap_or_default())
            }
            (ClassKind::NoClass, _) => "未分班".to_owned(),
            _ => format!("{}班", self.short()),
        }
    }

    /// Place among the classes of a school year: by grade, then number; classes of several grades behind.
    pub fn sort_order(&self) -> u32 {
        let grade = match (self.kind, self.grade) {
            (ClassKind::NoClass, _) => 99,
            (_, None) => 90,
            (_, Some(grade)) => u32::from(grade),
        };
        grade * 1000 + u32::from(self.class_no.unwrap_or_default()) + 1
    }
}

/// `三` for 3, `高一` for 10.
pub fn grade_name(grade: u8) -> String {
    let (stage, year) = if grade > 9 { ("高", grade - 9) } else { ("", grade) };
    let numeral = NUMERALS.get(usize::from(year.saturating_sub(1))).copied();
    numeral.map_or_else(|| grade.to_string(), |c| format!("{stage}{c}"))
}

/// Half width, no spaces, one kind of bracket, no stage in front.
fn plain(text: &str) -> String {
    let text: String = half_width(text)
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{200b}')
        .map(|c| match c {
            '[' | '【' | '〔' | '{' | '〈' => '(',
            ']' | '】' | '〕' | '}' | '〉' => ')',
            '·' | '•' | '．' | '。' | '—' | '–' | '_' | '、' | '/' | '-' => '.',
            other => other,
        })
        .collect();
    for stage in ["小学部", "初中部", "高中部", "小学", "初级中学", "初中"] {
        if let Some(rest) = text.strip_prefix(stage)
            && !rest.is_empty()
        {
            // 初中一年级 is 初一.
            let junior = stage.starts_with('初');
            let first = rest.chars().next().and_then(numeral_digit);
            return match first {
                Some(1..=3) if junior => format!("初{rest}"),
                _ => rest.to_owned(),
            };
        }
    }
    text
}

/// `2025级8班`, `25级8班`, `202501`: the year and what follows it.
fn split_cohort(text: &str) -> Option<(i32, &str)> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(digits);
    let (year, rest) = match (number.len(), rest.strip_prefix('级')) {
        (4, Some(rest)) => (number.parse::<i32>().ok()?, rest),
        (2, Some(rest)) => (2000 + number.parse::<i32>().ok()?, rest),
        (6, None) if rest.is_empty() || rest == "班" => (number.get(..4)?.parse().ok()?, text.get(4..)?),
        _ => return None,
    };
    (1990..=2100).contains(&year).then_some((year, rest))
}

/// The grade at the front and the rest, which holds the class number.
fn split_grade(text: &str) -> Option<(u8, &str)> {
    if let Some(rest) = text.strip_prefix("初") {
        return stage_grade(rest, PRIMARY_GRADES, 4);
    }
    if let Some(rest) = text.strip_prefix("高") {
        return stage_grade(rest, 9, 3);
    }
    if let Some(rest) = text.strip_prefix("小")
        && rest.chars().next().and_then(numeral_digit).is_some()
    {
        return stage_grade(rest, 0, PRIMARY_GRADES);
    }
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return split_digits(text);
    }
    // 十 begins 十班 and 十一班 too: only followed by 年级 is it a grade.
    let end = text.find("年").or_else(|| text.find('级')).filter(|at| *at > 0);
    if let Some(end) = end
        && let Some(grade) = text.get(..end).and_then(number_of)
        && grade <= u16::from(LAST_GRADE)
    {
        return Some((u8::try_from(grade).ok()?, without_grade_word(text.get(end..)?)));
    }
    let first = text.chars().next()?;
    let grade = numeral_digit(first).filter(|g| (1..=9).contains(g))?;
    let rest = text.get(first.len_utf8()..)?;
    // 三班 is a class number without a grade; 三2班, 三二班 and 三(2)班 have both; 十二班 has none.
    let tens = || !rest.starts_with(['(', '.', '第']) && rest.chars().nth(1) == Some('十');
    let bare = rest == "班" || rest.starts_with('十') || tens();
    (!bare).then_some((grade, rest))
}

fn stage_grade(rest: &str, before: u8, years: u8) -> Option<(u8, &str)> {
    let first = rest.chars().next()?;
    let year = numeral_digit(first).or_else(|| first.to_digit(10).and_then(|d| u8::try_from(d).ok()))?;
    let rest = without_grade_word(rest.get(first.len_utf8()..)?);
    (1..=years).contains(&year).then_some((before + year, rest))
}

fn without_grade_word(rest: &str) -> &str {
    ["年级", "年", "级"].iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest)
}

/// `701`, `0701`, `3年级2班`, `3.2`, `3(2)班`.
fn split_digits(text: &str) -> Option<(u8, &str)> {
    let digits = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(digits);
    if rest.is_empty() || rest == "班" {
        // 701: grade, then the class in two digits. Two digits alone may mean either.
        let (grade, class) = match number.len() {
            3 => number.split_at(1),
            4 => number.split_at(2),
            _ => return None,
        };
        let grade: u8 = grade.parse().ok()?;
        let valid = (1..=LAST_GRADE).contains(&grade) && class != "00";
        return valid.then_some((grade, text.get(text.len() - rest.len() - class.len()..)?));
    }
    let grade: u8 = number.parse().ok()?;
    let after = without_grade_word(rest);
    let told = after.len() < rest.len() || rest.starts_with(['(', '.']);
    ((1..=LAST_GRADE).contains(&grade) && told).then_some((grade, after))
}

/// The class number in what follows the grade. Outer `None`: something else stands there.
#[allow(clippy::option_option)]
fn class_number(rest: &str) -> Option<Option<u16>> {
    let core = rest.trim_matches(['(', ')', '.', '第']);
    let core = core.strip_suffix('班').unwrap_or(core);
    let core = core.trim_matches(['(', ')', '.', '第', '#', '号']);
    if core.is_empty() {
        return Some(None);
    }
    let stem = || STEMS.iter().position(|stem| core.chars().eq([*stem]));
    let stem = || stem().and_then(|at| u16::try_from(at + 1).ok());
    let number = core.parse::<u16>().ok().or_else(|| number_of(core)).or_else(stem)?;
    (1..=999).contains(&number).then_some(Some(number))
}

fn numeral_digit(c: char) -> Option<u8> {
    NUMERALS.iter().position(|n| *n == c).and_then(|at| u8::try_from(at + 1).ok())
}

/// A whole number in Chinese numerals or digits: `二十一`, `十`, `7`.
fn number_of(text: &str) -> Option<u16> {
    if let Ok(number) = text.parse() {
        return Some(number);
    }
    let digits: Vec<u16> = text.chars().map(|c| numeral_digit(c).map(u16::from)).collect::<Option<_>>()?;
    match digits.as_slice() {
        [one] => Some(*one),
        [10, one @ 1..=9] => Some(10 + one),
        [tens @ 1..=9, 10] => Some(tens * 10),
        [tens @ 1..=9, 10, one @ 1..=9] => Some(tens * 10 + one),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
