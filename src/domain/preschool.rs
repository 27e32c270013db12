//! 托班, 小班, 中班, 大班: the years of a kindergarten, told by the names of its classes. No grade stands behind them; 学前班
//! is grade 0 and no year of these.

use std::collections::BTreeSet;

use super::class_label::ClassLabel;
use super::id::ClassId;
use super::person_name::half_width;
use super::school_class::{ClassKind, SchoolClass};

/// Words that may stand before the year.
const BEFORE: [&str; 6] = ["教学点", "幼儿园", "学前", "幼儿", "幼教", "幼"];
const NUMERALS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A year of kindergarten.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PreschoolYear {
    /// 托班
    Nursery,
    /// 小班
    Small,
    /// 中班
    Middle,
    /// 大班
    Large,
}

impl PreschoolYear {
    /// All, the youngest first.
    pub const ALL: [Self; 4] = [Self::Nursery, Self::Small, Self::Middle, Self::Large];

    /// Its sign in the names of classes.
    pub const fn sign(self) -> char {
        match self {
            Self::Nursery => '托',
            Self::Small => '小',
            Self::Middle => '中',
            Self::Large => '大',
        }
    }

    /// The year after; `None`: school begins.
    pub const fn next(self) -> Option<Self> {
        match self {
            Self::Nursery => Some(Self::Small),
            Self::Small => Some(Self::Middle),
            Self::Middle => Some(Self::Large),
            Self::Large => None,
        }
    }

    /// The year and the number of a class that is called so: `大班`, `中（2）班`, `小班2`, `老鹰岩教学点大一班`.
    pub fn of_label(label: &str) -> Option<(Self, Option<u16>)> {
        let plain: String = half_width(label).chars().filter(|c| !c.is_whitespace()).collect();
        let rest = BEFORE
            .iter()
            .filter_map(|word| plain.rfind(word).and_then(|at| plain.get(at + word.len()..)))
            .min_by_key(|rest| rest.len())
            .unwrap_or(&plain);
        let sign = rest.chars().next()?;
        let year = Self::ALL.into_iter().find(|year| year.sign() == sign)?;
        let rest = rest.get(sign.len_utf8()..)?;
        // 大班, 大（2）班, 大班2, 大班（2）: without 班 it is another word, 小学 or 中心.
        rest.contains('班').then_some(())?;
        let number: String = rest.chars().filter(|c| !['班', '(', ')', '第', '.'].contains(c)).collect();
        match ClassLabel::bare_number(&number) {
            Some(number) => Some((year, Some(number))),
            None => number.is_empty().then_some((year, None)),
        }
    }
}

/// The classes of a school that are of such a year.
#[derive(Debug, Clone, Default)]
pub struct Kindergarten {
    /// 小一班 is 小班 here, and not 一年级 of 小学.
    small_by_numeral: bool,
    kept: BTreeSet<ClassId>,
}

impl Kindergarten {
    /// That of these classes. `小一班` is of 小班 where there is 中班 or 大班 and no 小四班.
    pub fn of<'a>(classes: impl Iterator<Item = &'a SchoolClass> + Clone) -> Self {
        let year = |class: &SchoolClass| PreschoolYear::of_label(&class.label).map(|(year, _)| year);
        let older = classes.clone().any(|class| year(class).is_some_and(|year| year > PreschoolYear::Small));
        let primary = classes.clone().any(|class| {
            let mut signs = class.label.trim().chars();
            let second = |sign: char| NUMERALS.iter().position(|numeral| *numeral == sign).unwrap_or(0) > 2;
            signs.next() == Some('小') && signs.next().is_some_and(second)
        });
        let mut found = Self { small_by_numeral: older && !primary, kept: BTreeSet::new() };
        found.kept = classes.filter(|class| found.read(class).is_some()).map(|class| class.id).collect();
        found
    }

    fn read(&self, class: &SchoolClass) -> Option<(PreschoolYear, Option<u16>)> {
        let kind = matches!(class.kind, ClassKind::Ordinary | ClassKind::TeachingPoint);
        let told = PreschoolYear::of_label(&class.label).filter(|_| kind)?;
        // A name that tells a grade, or a grade set by hand, is of a school.
        (class.grade.is_none_or(|grade| grade == 0) || self.small_by_numeral).then_some(told)
    }

    /// Year and number of a class; `None` where it is of no such year.
    pub fn year_of(&self, class: &SchoolClass) -> Option<(PreschoolYear, Option<u16>)> {
        self.kept.contains(&class.id).then(|| self.read(class)).flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_year_and_number() {
        use PreschoolYear::{Large, Middle, Nursery, Small};
        for (label, told) in [
            ("托班", Some((Nursery, None))),
            ("小班", Some((Small, None))),
            ("中（2）班", Some((Middle, Some(2)))),
            ("大一班", Some((Large, Some(1)))),
            ("大班2", Some((Large, Some(2)))),
            ("大班（三）", Some((Large, Some(3)))),
            ("幼儿园小1班", Some((Small, Some(1)))),
            ("学前大班", Some((Large, None))),
            ("老鹰岩教学点大班", Some((Large, None))),
            ("大 班", Some((Large, None))),
            ("小一班", Some((Small, Some(1)))),
            ("学前班", None),
            ("小学一年级", None),
            ("中心校三班", None),
            ("小六", None),
            ("苗苗班", None),
            ("三年级(2)班", None),
            ("大混班", None),
        ] {
            assert_eq!(PreschoolYear::of_label(label), told, "{label}");
        }
    }
}
