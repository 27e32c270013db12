//! The name of a class of a kindergarten a year later: 小班 → 中班 → 大班, and from there into 学前班 or school.

use crate::domain::preschool::{Kindergarten, PreschoolYear};
use crate::domain::school_class::{ClassKind, SchoolClass};

const POINT: &str = "教学点";

/// What a class goes to by name: the class that the school itself calls so, else the own name with the year changed. `None`:
/// into 一年级 of the school, if it has one.
pub(super) fn named(class: &SchoolClass, all: &[&SchoolClass], young: &Kindergarten) -> Option<String> {
    let here = |other: &&&SchoolClass| place(&other.label) == place(&class.label);
    let next = young.year_of(class).and_then(|(year, number)| Some((year.next()?, number)));
    if let Some(next) = next {
        let same = all.iter().filter(here).find(|other| young.year_of(other) == Some(next));
        return Some(same.map_or_else(|| changed(&class.label, next), |same| same.label.clone()));
    }
    // 学前班 is the last year before school where there is one beside 大班.
    let last = |other: &&&SchoolClass| {
        other.grade == Some(0) && other.id != class.id && young.year_of(other).is_none()
    };
    let number = young.year_of(class).map(|(_, number)| number);
    let before_school: Vec<&&SchoolClass> =
        all.iter().filter(here).filter(last).filter(|_| number.is_some()).collect();
    let same = before_school.iter().find(|other| Some(other.class_no) == number);
    if let Some(other) = same.or(before_school.first()) {
        return Some(other.label.clone());
    }
    // A teaching point that has grades keeps its children.
    let point = place(&class.label)?;
    let goes_on = all.iter().filter(here).any(|other| other.grade.is_some_and(|grade| grade > 0));
    let first = all.iter().filter(here).find(|other| other.grade == Some(1));
    let first = || first.map_or_else(|| format!("{point}{POINT}一年级"), |class| class.label.clone());
    goes_on.then(first)
}

/// The number of a 学前班 of a teaching point, whose name does not go up by itself; the outer `None` for every other class.
#[allow(clippy::option_option)]
pub(super) fn begins_school(class: &SchoolClass, young: &Kindergarten) -> Option<Option<u16>> {
    let point = class.kind == ClassKind::TeachingPoint && class.grade == Some(0);
    (point && young.year_of(class).is_none()).then_some(class.class_no)
}

/// Name of the teaching point; `None` in the school itself.
fn place(label: &str) -> Option<&str> {
    label.split_once(POINT).map(|(point, _)| point)
}

/// The name with the sign of its year changed.
fn changed(written: &str, next: (PreschoolYear, Option<u16>)) -> String {
    let signs = PreschoolYear::ALL.map(PreschoolYear::sign);
    let found = written.char_indices().filter(|(_, sign)| signs.contains(sign)).find_map(|(at, sign)| {
        let candidate =
            format!("{}{}{}", written.get(..at)?, next.0.sign(), written.get(at + sign.len_utf8()..)?);
        (PreschoolYear::of_label(&candidate) == Some(next)).then_some(candidate)
    });
    found.unwrap_or_else(|| written.to_owned())
}
