//! Choosing a class by a few characters: `31`, `三1`, `三（1）`, pinyin of a name.

use chrono::NaiveDate;

use crate::domain::calendar::Calendar;
use crate::domain::class_label::ClassLabel;
use crate::domain::class_lookup::{self, ClassName, plain};
use crate::domain::pinyin::PinyinKey;
use crate::ops::roster::RosterClass;

/// What was typed means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant<'a> {
    /// Nothing was typed.
    Nothing,
    /// One class.
    One(&'a RosterClass),
    /// One of several.
    Several(Vec<&'a RosterClass>),
    /// A class that does not exist yet, by its short name.
    New(String),
    /// No class.
    Unknown,
}

/// What was typed means among the classes of a day's school year.
pub fn meant<'a>(classes: &'a [RosterClass], typed: &str, today: NaiveDate) -> Meant<'a> {
    let year = Calendar::school_year_of(today);
    let wanted = plain(typed);
    if wanted.is_empty() {
        return Meant::Nothing;
    }
    let name = |class: &RosterClass| {
        let label = ClassLabel::of_class(&class.label, year, class.grade);
        ClassName {
            label: class.label.clone(),
            short: class.short.clone(),
            grade: label.and_then(|label| label.grade),
            class_no: label.and_then(|label| label.class_no),
        }
    };
    let names: Vec<ClassName> = classes.iter().map(name).collect();
    let meant = class_lookup::named(&names, typed, year);
    if let Some(class) = meant.first().and_then(|at| classes.get(*at)) {
        return Meant::One(class);
    }
    let latin = wanted.chars().all(|c| c.is_ascii_alphabetic());
    let fits = |(class, name): &(&RosterClass, &ClassName)| {
        name.spellings().iter().any(|spelling| spelling.starts_with(&wanted))
            || latin && PinyinKey::new(&class.label).rank(&wanted).is_some()
    };
    let fitting: Vec<&RosterClass> =
        classes.iter().zip(&names).filter(fits).map(|(class, _)| class).collect();
    match (fitting.as_slice(), ClassLabel::parse(typed, year)) {
        ([class], _) => Meant::One(class),
        ([], Some(label)) => Meant::New(label.short()),
        ([], None) => Meant::Unknown,
        _ => Meant::Several(fitting),
    }
}

/// The class a step before or after what was typed, not beyond the ends; the first that fits where nothing is
/// chosen yet.
pub fn step<'a>(
    classes: &'a [RosterClass],
    typed: &str,
    today: NaiveDate,
    step: i32,
) -> Option<&'a RosterClass> {
    let last = classes.len().checked_sub(1)?;
    match meant(classes, typed, today) {
        Meant::One(class) => {
            let at = classes.iter().position(|other| other.id == class.id)?;
            classes.get(at.saturating_add_signed(step as isize).min(last))
        }
        Meant::Several(fitting) => fitting.first().copied(),
        _ if step < 0 => classes.last(),
        _ => classes.first(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ClassId;

    fn class(label: &str, short: &str) -> RosterClass {
        RosterClass {
            id: ClassId(uuid::Uuid::from_u128(label.bytes().map(u128::from).sum())),
            label: label.into(),
            short: short.into(),
            count: 0,
            boarders: 0,
            teacher: None,
            kind: crate::domain::school_class::ClassKind::Ordinary,
            grade: None,
        }
    }

    #[test]
    fn a_few_characters_are_enough() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let classes = [
            class("三年级(1)班", "三（1）"),
            class("三年级(2)班", "三（2）"),
            class("三年级(12)班", "三（12）"),
            class("苗苗班", "苗苗班"),
        ];
        for typed in ["31", "三1", "三（1）", "三年级1班", "3.1", "301"] {
            assert_eq!(meant(&classes, typed, today), Meant::One(&classes[0]), "{typed}");
        }
        assert_eq!(meant(&classes, "mm", today), Meant::One(&classes[3]));
        assert_eq!(meant(&classes, "3", today), Meant::Several(classes[..3].iter().collect()));
        assert_eq!(meant(&classes, "四2", today), Meant::New("四（2）".into()));
        assert_eq!(meant(&classes, "??", today), Meant::Nothing);
        assert_eq!(meant(&classes, "乒乓", today), Meant::Unknown);
        assert_eq!(step(&classes, "", today, 1), Some(&classes[0]));
        assert_eq!(step(&classes, "31", today, 1), Some(&classes[1]));
        assert_eq!(step(&classes, "31", today, -1), Some(&classes[0]));
    }
}
