//! Which class a few characters mean: `三（1）`, `三年级1班`, `31`, `三年级` where it has one class.

use super::class_label::ClassLabel;
use super::person_name::half_width;

/// A class as it can be named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClassName {
    /// Name as the school writes it.
    pub label: String,
    /// Name as lists show it.
    pub short: String,
    /// Grade, where it has one.
    pub grade: Option<u8>,
    /// Number within the grade.
    pub class_no: Option<u16>,
}

impl ClassName {
    /// How it may be spelled, letters and digits alone: name, short name, grade and number as digits.
    pub fn spellings(&self) -> Vec<String> {
        let digits = self.grade.zip(self.class_no).map(|(grade, number)| format!("{grade}{number}"));
        [Some(plain(&self.short)), Some(plain(&self.label)), digits].into_iter().flatten().collect()
    }
}

/// The places of the classes that were named: by a spelling of theirs, else by what the words say.
pub fn named(classes: &[ClassName], typed: &str, school_year: i32) -> Vec<usize> {
    let wanted = plain(typed);
    if wanted.is_empty() {
        return Vec::new();
    }
    let spelled = places(classes, |class| class.spellings().contains(&wanted));
    if !spelled.is_empty() {
        return spelled;
    }
    let Some(told) = ClassLabel::parse(typed, school_year) else { return Vec::new() };
    places(classes, |class| (class.grade, class.class_no) == (told.grade, told.class_no))
}

/// What a name says, also as digits alone: `41` is 四（1）, `412` 四（12）.
pub fn read(typed: &str, school_year: i32) -> Option<ClassLabel> {
    let digits = || {
        let plain = plain(typed);
        let (grade, number) = plain.split_at_checked(1).filter(|_| matches!(plain.len(), 2 | 3))?;
        let number = number.parse().ok().filter(|number| *number > 0)?;
        let grade = grade.parse().ok().filter(|grade| (1..=9).contains(grade))?;
        Some(ClassLabel::ordinary(grade, Some(number)))
    };
    ClassLabel::parse(typed, school_year).or_else(digits)
}

/// The places of the classes of a grade that was named without a number.
pub fn of_grade(classes: &[ClassName], typed: &str, school_year: i32) -> Vec<usize> {
    match ClassLabel::parse(typed, school_year) {
        Some(ClassLabel { grade: Some(grade), class_no: None, .. }) => {
            places(classes, |class| class.grade == Some(grade))
        }
        _ => Vec::new(),
    }
}

/// Letters and digits only, half width, lower case.
pub fn plain(text: &str) -> String {
    half_width(text).chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn places(classes: &[ClassName], fits: impl Fn(&ClassName) -> bool) -> Vec<usize> {
    classes.iter().enumerate().filter(|(_, class)| fits(class)).map(|(place, _)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_class_is_named_by_spelling_digits_or_its_grade_alone() {
        let class = |label: &str| {
            let told = ClassLabel::parse(label, 2026).unwrap();
            ClassName { label: label.into(), short: told.short(), grade: told.grade, class_no: told.class_no }
        };
        let classes =
            ["三年级(1)班", "三年级(2)班", "四年级(1)班", "一年级(11)班", "十一年级(1)班"].map(class);
        for (typed, place) in [("31", 0), ("３２", 1), ("四1", 2), ("四年级1班", 2), ("41", 2), ("401", 2)]
        {
            assert_eq!(named(&classes, typed, 2026), [place], "{typed}");
        }
        assert_eq!(named(&classes, "111", 2026), [3, 4], "both are spelled so");
        assert!(named(&classes, "3", 2026).is_empty() && named(&classes, "??", 2026).is_empty());
        assert!(named(&classes, "三年级", 2026).is_empty());
        assert_eq!(of_grade(&classes, "三年级", 2026), [0, 1]);
        assert_eq!(of_grade(&classes, "四年级", 2026), [2]);
        assert!(of_grade(&classes, "四1", 2026).is_empty());
        let read = |typed| read(typed, 2026).map(|told| told.short());
        for (typed, short) in
            [("41", "四（1）"), ("４１", "四（1）"), ("412", "四（12）"), ("四1", "四（1）")]
        {
            assert_eq!(read(typed).as_deref(), Some(short), "{typed}");
        }
        assert_eq!(["40", "01", "4", "苗苗", "4112", ""].map(read), [const { None }; 6]);
    }
}
