//! Fields that a letter's text may name: `{姓名}`, `{name}`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{Ask, LetterFacts, Recipient};
use crate::i18n::Language;

/// Stands for an empty value: a ruled space to fill in by hand.
const RULED: &str = "＿＿＿＿＿＿＿＿";

/// What a letter can name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// `{学校}` `{school}`
    School,
    /// `{班级}` `{class}`
    Class,
    /// `{姓名}` `{name}`
    Name,
    /// `{班主任}` `{teacher}`
    Teacher,
    /// `{电话}` `{phone}`
    Phone,
    /// `{日期}` `{date}`
    Date,
    /// `{交回日期}` `{return_by}`
    ReturnBy,
    /// `{编号}` `{serial}`
    Serial,
    /// `{病名}` `{disease}`
    Disease,
    /// `{症状}` `{signs}`
    Signs,
    /// `{潜伏期}` `{incubation}`
    Incubation,
    /// `{返校要求}` `{return_rule}`
    ReturnRule,
    /// `{开始日期}` `{from}`
    From,
    /// `{结束日期}` `{to}`
    To,
    /// `{返校日期}` `{back}`
    Back,
}

/// Every field with its name in Chinese and in English, in the order of the list.
const NAMES: [(Field, &str, &str); 15] = [
    (Field::School, "学校", "school"),
    (Field::Class, "班级", "class"),
    (Field::Name, "姓名", "name"),
    (Field::Teacher, "班主任", "teacher"),
    (Field::Phone, "电话", "phone"),
    (Field::Date, "日期", "date"),
    (Field::ReturnBy, "交回日期", "return_by"),
    (Field::Serial, "编号", "serial"),
    (Field::Disease, "病名", "disease"),
    (Field::Signs, "症状", "signs"),
    (Field::Incubation, "潜伏期", "incubation"),
    (Field::ReturnRule, "返校要求", "return_rule"),
    (Field::From, "开始日期", "from"),
    (Field::To, "结束日期", "to"),
    (Field::Back, "返校日期", "back"),
];

impl Field {
    /// All fields, in the order of the list.
    pub fn all() -> impl Iterator<Item = Self> {
        NAMES.into_iter().map(|(field, ..)| field)
    }

    /// The field of that name in either language.
    pub fn from_name(name: &str) -> Option<Self> {
        NAMES.into_iter().find(|(_, zh, en)| *zh == name || *en == name).map(|(field, ..)| field)
    }

    /// Its name in a language.
    pub fn name(self, language: Language) -> &'static str {
        let named = NAMES.into_iter().find(|(field, ..)| *field == self);
        named.map_or("", |(_, zh, en)| if language == Language::Chinese { zh } else { en })
    }

    /// What a letter must be told before the field has a value.
    const fn needs(self) -> Option<Ask> {
        match self {
            Self::Disease | Self::Signs | Self::Incubation | Self::ReturnRule => Some(Ask::Disease),
            Self::From => Some(Ask::From),
            Self::To | Self::Back => Some(Ask::To),
            _ => None,
        }
    }

    /// Whether a letter that is told some things has a value for it.
    pub fn is_told(self, asks: &[Ask]) -> bool {
        self.needs().is_none_or(|ask| asks.contains(&ask))
    }

    fn value<'v>(self, facts: &'v LetterFacts, recipient: &'v Recipient) -> &'v str {
        match self {
            Self::School => &facts.school,
            Self::Class => &recipient.class,
            Self::Name => &recipient.name,
            Self::Teacher => &recipient.teacher,
            Self::Phone => &recipient.phone,
            Self::Date => &facts.date,
            Self::ReturnBy => &facts.return_by,
            Self::Serial => &recipient.serial,
            other => facts.more.get(&other).map_or("", String::as_str),
        }
    }
}

/// The names between braces of a text.
pub(super) fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}

/// Replaces the fields of a text; empty values become a ruled space and are noted in `empty`.
/// The template has checked that every field exists.
pub(super) fn fill(
    text: &str,
    facts: &LetterFacts,
    recipient: &Recipient,
    empty: &mut BTreeSet<Field>,
) -> String {
    let mut pieces = text.split('{');
    let mut filled = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let Some((name, rest)) = piece.split_once('}') else { continue };
        if let Some(field) = Field::from_name(name) {
            let value = field.value(facts, recipient).trim();
            if value.is_empty() {
                empty.insert(field);
            }
            filled.push_str(if value.is_empty() { RULED } else { value });
        }
        filled.push_str(rest);
    }
    filled
}
