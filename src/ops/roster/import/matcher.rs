//! Whom a row means: 学籍号, then 身份证号, then name and birth date.

use std::collections::{BTreeMap, HashMap};
use std::hash::Hash;

use chrono::NaiveDate;
use serde_json::Value;

use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::domain::person_name::match_key;
use crate::domain::resident_id::ResidentId;
use crate::storage::Row;

/// People of one name or number who are told apart; among more nobody is certain, and so many are shown.
const NAMESAKES: usize = 100;
const SHOWN: usize = 20;

/// What a row tells of its person.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keys<'a> {
    pub name: &'a str,
    pub birth: Option<NaiveDate>,
    pub student_no: Option<&'a str>,
    pub id_number: Option<&'a str>,
    /// Whether no other row of the class has the same name and birth date.
    pub alone_in_file: bool,
}

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Found {
    /// Nobody in the book.
    Nobody,
    /// This person.
    One(PersonId),
    /// One of these, or somebody new.
    Doubt(Vec<PersonId>),
}

/// The people of the book by everything that tells them apart.
#[derive(Debug, Default)]
pub(super) struct Matcher<'a> {
    student_nos: HashMap<&'a str, Vec<&'a Person>>,
    id_numbers: HashMap<&'a str, Vec<&'a Person>>,
    names: HashMap<String, Vec<&'a Person>>,
}

impl<'a> Matcher<'a> {
    /// Takes these people. What was imported finds them too, so that a file from before a correction by hand
    /// doubles nobody.
    pub fn new(people: impl Iterator<Item = &'a Person>, imported: &'a BTreeMap<PersonId, Row>) -> Self {
        let mut matcher = Self::default();
        for person in people {
            let last = imported.get(&person.id);
            let was = |field: &str| last.and_then(|row| row.get(field)).and_then(Value::as_str);
            let names = [Some(person.name.as_str()), person.former_name.as_deref(), was("name")];
            for name in names.into_iter().flatten() {
                add(&mut matcher.names, match_key(name), person);
            }
            for number in [person.student_no.as_deref(), was("student_no")].into_iter().flatten() {
                add(&mut matcher.student_nos, number, person);
            }
            let told = || person.student_no.as_deref().and_then(resident_part);
            let own = person.id_number.as_deref().or_else(told);
            for number in [own, was("id_number")].into_iter().flatten() {
                add(&mut matcher.id_numbers, number, person);
            }
        }
        matcher
    }

    /// Finds the person of a row. `same_class` tells whether a person is in the row's class or moves up into it.
    pub fn find(&self, keys: &Keys<'_>, same_class: impl Fn(PersonId) -> bool) -> Found {
        let student_nos = keys.student_no.and_then(|number| self.student_nos.get(number));
        let told = || keys.student_no.and_then(resident_part);
        let id_numbers = keys.id_number.or_else(told).and_then(|number| self.id_numbers.get(number));
        let of = |people: Option<&Vec<&'a Person>>| -> Vec<&'a Person> {
            people.into_iter().flatten().copied().take(NAMESAKES).collect()
        };
        let mut numbered: Vec<&Person> = [of(student_nos), of(id_numbers)].concat();
        numbered.sort_by_key(|person| person.id);
        numbered.dedup_by_key(|person| person.id);
        if numbered.is_empty() {
            return self.find_by_name(keys, same_class);
        }
        let name = match_key(keys.name);
        let same_name = |person: &Person| match_key(&person.name) == name;
        let other_birth = |person: &Person| differ(person.birth, keys.birth);
        let named: Vec<&&Person> = numbered.iter().filter(|p| same_name(p) && !other_birth(p)).collect();
        match (named.as_slice(), numbered.as_slice()) {
            ([one], _) => Found::One(one.id),
            // A new name with an old number is a change of name, unless the birth date is another one too.
            (_, [one]) if same_name(one) || !other_birth(one) => Found::One(one.id),
            _ => doubt(&numbered),
        }
    }

    /// Those who are, were or were imported under a name, prepared for matching; of very many only the first.
    pub fn named(&self, name: &str) -> &[&'a Person] {
        let people = self.names.get(name).map_or(&[][..], Vec::as_slice);
        people.get(..NAMESAKES).unwrap_or(people)
    }

    fn find_by_name(&self, keys: &Keys<'_>, same_class: impl Fn(PersonId) -> bool) -> Found {
        let known = self.names.get(&match_key(keys.name)).map_or(&[][..], Vec::as_slice);
        if known.len() > NAMESAKES {
            return doubt(known);
        }
        let contradicts = |person: &Person| other_numbers(person, keys.id_number, keys.student_no);
        let near: Vec<&Person> = known.iter().copied().filter(|p| same_class(p.id)).collect();
        if keys.birth.is_some() {
            let same: Vec<&Person> = known.iter().copied().filter(|p| p.birth == keys.birth).collect();
            let here: Vec<&Person> = same.iter().copied().filter(|p| same_class(p.id)).collect();
            return match here.as_slice() {
                [one] if keys.alone_in_file && !contradicts(one) => Found::One(one.id),
                _ if !same.is_empty() => doubt(&same),
                _ => or_nobody(&those(&near, |p| p.birth.is_none() && !contradicts(p))),
            };
        }
        match near.as_slice() {
            [one] if keys.alone_in_file && one.birth.is_none() && !contradicts(one) => Found::One(one.id),
            _ if keys.id_number.is_none() && keys.student_no.is_none() => or_nobody(known),
            _ => or_nobody(&those(&near, |p| !contradicts(p))),
        }
    }
}

fn add<'a, K: Hash + Eq>(index: &mut HashMap<K, Vec<&'a Person>>, key: K, person: &'a Person) {
    let people = index.entry(key).or_default();
    if people.last().is_none_or(|last| last.id != person.id) {
        people.push(person);
    }
}

fn those<'a>(people: &[&'a Person], keep: impl Fn(&Person) -> bool) -> Vec<&'a Person> {
    people.iter().copied().filter(|person| keep(person)).collect()
}

fn or_nobody(people: &[&Person]) -> Found {
    if people.is_empty() { Found::Nobody } else { doubt(people) }
}

fn doubt(people: &[&Person]) -> Found {
    Found::Doubt(people.iter().take(SHOWN).map(|person| person.id).collect())
}

/// Both are known and not the same.
fn differ<T: PartialEq + Copy>(a: Option<T>, b: Option<T>) -> bool {
    a.is_some() && b.is_some() && a != b
}

/// Whether the numbers of a row are those of somebody else.
pub(super) fn other_numbers(person: &Person, id_number: Option<&str>, student_no: Option<&str>) -> bool {
    differ(person.id_number.as_deref(), id_number) || other_student(person.student_no.as_deref(), student_no)
}

/// Both 学籍号 are known and of two pupils: a provisional one, L, is followed by another one of the same pupil.
fn other_student(a: Option<&str>, b: Option<&str>) -> bool {
    let provisional = |number: Option<&str>| number.is_some_and(|number| number.starts_with('L'));
    differ(a, b) && provisional(a) == provisional(b)
}

/// The identity number that stands behind the G of a 学籍号.
fn resident_part(student_no: &str) -> Option<&str> {
    student_no.strip_prefix('G').filter(|number| ResidentId::read(number).is_some())
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::person::PersonKind;

    fn id(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn person(n: u128, name: &str, birth: Option<u32>, number: &str, student_no: &str) -> Person {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Person {
            birth: birth.map(date),
            id_number: some(number),
            student_no: some(student_no),
            ..Person::named(id(n), PersonKind::Pupil, name)
        }
    }

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2018, 3, day).unwrap()
    }

    fn keys<'a>(name: &'a str, birth: Option<u32>, number: &'a str, student_no: &'a str) -> Keys<'a> {
        let some = |text: &'a str| (!text.is_empty()).then_some(text);
        Keys {
            name,
            birth: birth.map(date),
            id_number: some(number),
            student_no: some(student_no),
            alone_in_file: true,
        }
    }

    #[test]
    fn whom_a_row_means() {
        let people = [
            person(1, "甲甲", Some(1), "A", "GA"),
            person(2, "乙乙", Some(2), "B", "GB"),
            person(3, "丙丙", Some(3), "", ""),
            person(4, "丁丁", None, "", ""),
            person(5, "戊戊", Some(5), "E", ""),
            person(6, "己己", Some(6), "E", ""),
        ];
        let imported = BTreeMap::new();
        let matcher = Matcher::new(people.iter(), &imported);
        let cases = [
            (keys("甲甲", Some(1), "A", "GA"), Found::One(id(1)), "all the same"),
            (keys("甲新", Some(1), "A", ""), Found::One(id(1)), "a new name with the same number"),
            (keys("甲甲", Some(1), "X", "GA"), Found::One(id(1)), "the identity number was corrected"),
            (keys("别人", Some(9), "A", ""), Found::Doubt(vec![id(1)]), "name and birth date differ"),
            (keys("甲甲", Some(1), "B", "GA"), Found::One(id(1)), "two keys, singled out by name"),
            (keys("别人", None, "B", "GA"), Found::Doubt(vec![id(1), id(2)]), "two keys, two persons"),
            (keys("戊戊", Some(5), "E", ""), Found::One(id(5)), "one number on two, singled out"),
            (keys("别人", Some(5), "E", ""), Found::Doubt(vec![id(5), id(6)]), "one number on two"),
            (keys("丙丙", Some(3), "C", ""), Found::One(id(3)), "name and birth date, the number is new"),
            (keys("甲甲", Some(1), "Z", ""), Found::Doubt(vec![id(1)]), "another number"),
            (keys("丙丙", Some(4), "", ""), Found::Nobody, "same name, other birth date"),
            (keys("丁丁", None, "", ""), Found::One(id(4)), "nothing but the name on both sides"),
            (keys("丙丙", None, "", ""), Found::Doubt(vec![id(3)]), "the file lacks the birth date"),
            (keys("丁丁", Some(4), "", ""), Found::Doubt(vec![id(4)]), "the book lacks the birth date"),
            (keys("无名", None, "", ""), Found::Nobody, "nobody is called that"),
        ];
        for (keys, expected, why) in cases {
            assert_eq!(matcher.find(&keys, |_| true), expected, "{why}");
        }
        let elsewhere = matcher.find(&keys("丙丙", Some(3), "", ""), |_| false);
        assert_eq!(elsewhere, Found::Doubt(vec![id(3)]), "in another class");
        let twice = Keys { alone_in_file: false, ..keys("丙丙", Some(3), "", "") };
        assert_eq!(matcher.find(&twice, |_| true), Found::Doubt(vec![id(3)]), "twice in the file");
    }
    #[test]
    fn a_provisional_number_is_followed_by_the_final_one() {
        let people = [
            person(1, "甲甲", Some(1), "522631201901149171", "L522631201901143755"),
            person(2, "乙乙", Some(2), "", "L430525201811071234"),
            person(3, "丙丙", Some(3), "", "G430525201811078166"),
        ];
        let imported = BTreeMap::new();
        let matcher = Matcher::new(people.iter(), &imported);
        let cases = [
            (
                keys("甲新", Some(1), "", "G522631201901149171"),
                Found::One(id(1)),
                "by the number behind the G",
            ),
            (keys("乙乙", Some(2), "", "G430525201811078174"), Found::One(id(2)), "by name, G follows L"),
            (keys("乙乙", Some(2), "", "L430525201811079999"), Found::Doubt(vec![id(2)]), "another L"),
            (keys("丙丙", Some(3), "", "G430525201811078174"), Found::Doubt(vec![id(3)]), "another G"),
            (
                keys("丙新", Some(3), "430525201811078166", ""),
                Found::One(id(3)),
                "the book has it behind the G",
            ),
        ];
        for (keys, expected, why) in cases {
            assert_eq!(matcher.find(&keys, |_| true), expected, "{why}");
        }
    }
}
