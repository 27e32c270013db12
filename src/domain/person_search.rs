//! Finding people by what a clerk types into one field: number, name, pinyin, class, part of an identity number.
//!
//! What is known of a person is prepared once ([`PersonKey`]), what was typed once per search ([`Wanted`]); the
//! search itself only compares.

use super::id::ClassId;
use super::person::Person;
use super::person_name::half_width;
use super::pinyin::{PinyinKey, Typed};

/// Digits of an identity or school-register number that are enough to look for.
const NUMBER_PART: usize = 4;

/// A person prepared for searching and sorting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonKey {
    name: PinyinKey,
    former: Option<PinyinKey>,
    /// 学籍号 and identity number in upper case.
    numbers: Vec<String>,
}

impl PersonKey {
    /// Prepares a person.
    pub fn new(person: &Person) -> Self {
        let numbers = [&person.student_no, &person.id_number];
        Self {
            name: PinyinKey::new(&person.name),
            former: person.former_name.as_deref().map(PinyinKey::new),
            numbers: numbers.into_iter().flatten().map(|number| number.to_ascii_uppercase()).collect(),
        }
    }

    /// What to sort by: the pinyin of the name.
    pub fn order(&self) -> &str {
        self.name.order()
    }
}

/// What is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    whole: Term,
    /// The words one by one, where there are several: 七1 张.
    words: Vec<Term>,
}

/// One thing looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Term {
    /// `None`: something that is in no name.
    name: Option<Typed>,
    seat: Option<u32>,
    number: Option<String>,
    classes: Vec<ClassId>,
}

impl Wanted {
    /// Prepares what was typed; `classes` are those that a word names in any spelling.
    pub fn new(typed: &str, classes: impl Fn(&str) -> Vec<ClassId>) -> Self {
        let text = half_width(typed);
        let whole = Term::new(&text, &classes);
        let words: Vec<Term> = text.split_whitespace().map(|word| Term::new(word, &classes)).collect();
        Self { whole, words: if words.len() > 1 { words } else { Vec::new() } }
    }

    /// How well a person fits: 0 by number or from the surname on, 1 inside the name or a number, 2 by class alone;
    /// `None` not at all. Nothing typed fits everyone.
    pub fn rank(&self, key: &PersonKey, seat: Option<u32>, class: Option<ClassId>) -> Option<u8> {
        self.whole.rank(key, seat, class).or_else(|| {
            let ranks: Option<Vec<u8>> = self.words.iter().map(|word| word.rank(key, seat, class)).collect();
            ranks?.into_iter().min()
        })
    }
}

impl Term {
    fn new(text: &str, classes: impl Fn(&str) -> Vec<ClassId>) -> Self {
        let text = text.trim();
        let digits = text.bytes().filter(u8::is_ascii_digit).count();
        let number = digits >= NUMBER_PART && text.bytes().all(|b| b.is_ascii_alphanumeric());
        Self {
            name: Some(Typed::new(text)).filter(|name| text.is_empty() || !name.is_empty()),
            seat: text.parse().ok(),
            number: number.then(|| text.to_ascii_uppercase()),
            classes: if text.is_empty() { Vec::new() } else { classes(text) },
        }
    }

    fn rank(&self, key: &PersonKey, seat: Option<u32>, class: Option<ClassId>) -> Option<u8> {
        if self.seat.is_some() && self.seat == seat {
            return Some(0);
        }
        let part =
            self.number.as_ref().and_then(|part| key.numbers.iter().find_map(|number| number.find(part)));
        let named = |key: &PinyinKey| self.name.as_ref().and_then(|name| key.rank_of(name));
        let former = || key.former.as_ref().and_then(named).map(|_| 1);
        named(&key.name)
            .or_else(|| part.map(|at| u8::from(at > 0)))
            .or_else(former)
            .or_else(|| class.filter(|class| self.classes.contains(class)).map(|_| 2))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::PersonId;
    use crate::domain::person::PersonKind;

    #[test]
    fn one_field_finds_by_number_name_sound_class_and_identity() {
        let seven = ClassId(Uuid::from_u128(7));
        let person = Person {
            former_name: Some("曾小兰".into()),
            id_number: Some("45120220150301062x".into()),
            student_no: Some("G451202201503010628".into()),
            ..Person::named(PersonId(Uuid::nil()), PersonKind::Pupil, "单·雨泽")
        };
        let key = PersonKey::new(&person);
        let rank = |typed: &str| {
            let classes = |word: &str| if ["701", "七1"].contains(&word) { vec![seven] } else { Vec::new() };
            Wanted::new(typed, classes).rank(&key, Some(12), Some(seven))
        };
        for (typed, expected) in [
            ("", Some(0)),
            ("\u{0}", None),
            ("12", Some(0)),
            ("１２", Some(0)),
            ("013", None),
            ("syz", Some(0)),
            ("ｓｈａｎ", Some(0)),
            ("泽", Some(1)),
            ("zengx", Some(1)),
            ("701", Some(2)),
            ("七1 shan", Some(0)),
            ("七1 wang", None),
            ("0628", Some(1)),
            ("g4512022", Some(0)),
            ("1062x", Some(1)),
            ("0629", None),
            ("shan yu", Some(0)),
        ] {
            assert_eq!(rank(typed), expected, "{typed}");
        }
    }
}
