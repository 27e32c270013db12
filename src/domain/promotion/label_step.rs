//! The name of a class a year later, in the spelling that the school uses.

use crate::domain::class_label::ClassLabel;

const NUMERALS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
/// The last grade of primary school and of three years of junior high in the names of classes.
const STAGE_ENDS: [(char, u8); 2] = [('小', 6), ('初', 9)];

/// The name with its grade one higher: `三2班` → `四2班`, `初一(1)班` → `初二(1)班`, `701` → `801`. `None` where
/// no such name would be read back as that class; names by year of entry are not meant, they stay as they are.
/// `early`: how many years 初一 comes before grade 7, so that 初三 goes on to 初四.
pub(super) fn step(written: &str, old_year: i32, early: u8) -> Option<String> {
    let now = ClassLabel::parse(written, old_year)?;
    let grade = now.grade?;
    // 小六 does not become 小七, nor 初三 初四 where 初一 is grade 7.
    let late = |stage: char| if stage == '初' { early } else { 0 };
    let ends =
        STAGE_ENDS.iter().any(|(stage, last)| written.starts_with(*stage) && grade == last + late(*stage));
    if grade == 0 || ends {
        return None;
    }
    let wanted = ClassLabel { grade: Some(grade + 1), ..now };
    replaced(written, &grade_words(grade), &grade_words(grade + 1), |candidate| {
        ClassLabel::parse(candidate, old_year + 1) == Some(wanted)
    })
}

/// The name of another class of the same grade: `初一(1)班` → `初一(3)班`.
pub(super) fn renumber(written: &str, class_no: u16, year: i32) -> Option<String> {
    let now = ClassLabel::parse(written, year)?;
    let wanted = ClassLabel { class_no: Some(class_no), ..now };
    let old = now.class_no?;
    let word = |number: u16| usize::from(number).checked_sub(1).and_then(|at| NUMERALS.get(at));
    let words = |number: u16| {
        vec![Some(format!("{number:02}")), Some(number.to_string()), word(number).map(|w| (*w).to_owned())]
    };
    replaced(written, &words(old), &words(class_no), |candidate| {
        ClassLabel::parse(candidate, year) == Some(wanted)
    })
}

/// How a grade may stand in a name; the same place of the list is the same way of writing.
fn grade_words(grade: u8) -> Vec<Option<String>> {
    let numeral = |stage_begins: u8| {
        let at = usize::from(grade.checked_sub(stage_begins + 1)?);
        NUMERALS.get(at).map(|word| (*word).to_owned())
    };
    let wide = || Some(char::from_u32(u32::from('０') + u32::from(grade))?.to_string());
    vec![
        numeral(0),
        numeral(6),
        numeral(9),
        Some(format!("{grade:02}")),
        Some(grade.to_string()),
        (grade < 10).then(wide).flatten(),
    ]
}

/// The first replacement of an old word by its new one that is accepted.
fn replaced(
    written: &str,
    old: &[Option<String>],
    new: &[Option<String>],
    accepted: impl Fn(&str) -> bool,
) -> Option<String> {
    old.iter().zip(new).find_map(|(old, new)| {
        let (old, new) = (old.as_deref()?, new.as_deref()?);
        written.match_indices(old).find_map(|(at, _)| {
            let candidate = format!("{}{new}{}", written.get(..at)?, written.get(at + old.len()..)?);
            accepted(&candidate).then_some(candidate)
        })
    })
}

/// The same class of the cohort a year younger: `2023级3班` → `2024级3班`. `None` for other names.
pub(super) fn next_cohort(written: &str) -> Option<String> {
    let year = ClassLabel::cohort(written)?;
    let pairs = [(year.to_string(), (year + 1).to_string()), short(year, year + 1)];
    pairs.iter().find_map(|(old, new)| {
        let at = written.find(old.as_str())?;
        let candidate = format!("{}{new}{}", written.get(..at)?, written.get(at + old.len()..)?);
        (ClassLabel::cohort(&candidate) == Some(year + 1)).then_some(candidate)
    })
}

/// `23` and `24` for 2023 and 2024.
fn short(old: i32, new: i32) -> (String, String) {
    (format!("{:02}", old % 100), format!("{:02}", new % 100))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_up_in_the_spelling_of_the_school() {
        for (old, new) in [
            ("三年级(2)班", "四年级(2)班"),
            ("三（2）班", "四（2）班"),
            ("三（三）班", "四（三）班"),
            ("一1班", "二1班"),
            ("三.3", "四.3"),
            ("3.3", "4.3"),
            ("3年级3班", "4年级3班"),
            ("３年级２班", "４年级２班"),
            ("303", "403"),
            ("701", "801"),
            ("901", "1001"),
            ("0902", "1002"),
            ("六年级69班", "七年级69班"),
            ("小学四年级（2）班", "小学五年级（2）班"),
            ("初一(1)班", "初二(1)班"),
            ("初二一班", "初三一班"),
            ("高一(3)班", "高二(3)班"),
            ("三 年 级 二 班", "四 年 级 二 班"),
            ("老鹰岩教学点一年级", "老鹰岩教学点二年级"),
            ("一年级", "二年级"),
        ] {
            assert_eq!(step(old, 2025, 0).as_deref(), Some(new), "{old}");
        }
        for old in ["小学六年级", "小六(1)班", "初三2班", "学前班", "苗苗班", "复式班", "九年级(1)班"]
        {
            assert_eq!(step(old, 2025, 0), None, "{old}");
        }
        assert_eq!(step("初三(1)班", 2025, 1).as_deref(), Some("初四(1)班"), "five-four");
        assert_eq!(step("初四(1)班", 2025, 1), None);
    }

    #[test]
    fn numbers_and_cohorts_change_alone() {
        assert_eq!(renumber("初一(1)班", 3, 2025).as_deref(), Some("初一(3)班"));
        assert_eq!(renumber("701", 12, 2025).as_deref(), Some("712"));
        assert_eq!(renumber("三（一）班", 2, 2025).as_deref(), Some("三（二）班"));
        assert_eq!(renumber("一年级", 2, 2025), None);
        assert_eq!(next_cohort("2023级3班").as_deref(), Some("2024级3班"));
        assert_eq!(next_cohort("23级3班").as_deref(), Some("24级3班"));
        assert_eq!(next_cohort("202301").as_deref(), Some("202401"));
        assert_eq!(next_cohort("三年级(2)班"), None);
    }
}
