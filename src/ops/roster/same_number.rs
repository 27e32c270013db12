//! Others who have a number that was typed: who they are, so that they can be opened.

use serde::Serialize;

use crate::domain::id::PersonId;
use crate::domain::person::{Person, PersonKind};
use crate::i18n::Tr;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Whose number is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberQuestion {
    /// Among pupils or among staff.
    pub kind: PersonKind,
    /// Not this one, whose numbers they are.
    pub except: Option<PersonId>,
    /// 身份证号, cleaned.
    pub id_number: Option<String>,
    /// 学籍号, cleaned.
    pub student_no: Option<String>,
}

/// A number of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnNumber {
    /// 身份证号
    IdNumber,
    /// 学籍号
    StudentNo,
}

/// Somebody with an equal number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SameNumber {
    /// Which is equal.
    pub number: OwnNumber,
    /// Who has it too.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// The last class; of staff 教职工.
    pub class: String,
}

impl NumberQuestion {
    /// Who else has the numbers of this person.
    pub fn of(person: &Person) -> Self {
        Self {
            kind: person.kind,
            except: Some(person.id),
            id_number: person.id_number.clone(),
            student_no: person.student_no.clone(),
        }
    }
}

impl SameNumber {
    /// In words: class and name.
    pub fn words(&self, tr: &Tr) -> String {
        tr.roster_same_number(&self.class, &self.name)
    }
}

impl Book {
    /// Everybody who has one of the numbers, those with the identity number first.
    pub fn same_numbers(&self, asked: &NumberQuestion) -> Result<Vec<SameNumber>, OpError> {
        let numbers = [(OwnNumber::IdNumber, &asked.id_number), (OwnNumber::StudentNo, &asked.student_no)];
        if numbers.iter().all(|(_, number)| number.is_none()) {
            return Ok(Vec::new());
        }
        let people = self.store.people(asked.kind)?;
        let mut found = Vec::new();
        for (number, wanted) in numbers.into_iter().filter(|(_, wanted)| wanted.is_some()) {
            for other in people.iter().filter(|other| Some(other.id) != asked.except) {
                let own = match number {
                    OwnNumber::IdNumber => &other.id_number,
                    OwnNumber::StudentNo => &other.student_no,
                };
                if own == wanted {
                    let (key, name, class) = (other.id, other.name.clone(), self.last_class(other)?);
                    found.push(SameNumber { number, key, name, class });
                }
            }
        }
        Ok(found)
    }

    fn last_class(&self, person: &Person) -> Result<String, OpError> {
        if person.kind == PersonKind::Staff {
            return Ok(self.tr.ops_staff());
        }
        let last = self.store.enrolments_of(person.id)?.pop();
        let class = last.map(|it| self.store.class(it.class)).transpose()?.flatten();
        Ok(class.map(|class| class.label).unwrap_or_default())
    }
}
