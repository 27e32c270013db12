//! Fields that a letter's text may name: `{姓名}`, `{name}`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{LetterFacts, Recipient};

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

impl Field {
    /// The field of that name in either language.
    pub fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "学校" | "school" => Self::School,
            "班级" | "class" => Self::Class,
            "姓名" | "name" => Self::Name,
            "班主任" | "teacher" => Self::Teacher,
            "电话" | "phone" => Self::Phone,
            "日期" | "date" => Self::Date,
            "交回日期" | "return_by" => Self::ReturnBy,
            "编号" | "serial" => Self::Serial,
            "病名" | "disease" => Self::Disease,
            "症状" | "signs" => Self::Signs,
            "潜伏期" | "incubation" => Self::Incubation,
            "返校要求" | "return_rule" => Self::ReturnRule,
            "开始日期" | "from" => Self::From,
            "结束日期" | "to" => Self::To,
            "返校日期" | "back" => Self::Back,
            _ => return None,
        })
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
