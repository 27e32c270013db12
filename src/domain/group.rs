//! What a check sheet is about: a class, a dormitory or the staff.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::id::{ClassId, DormitoryId};

/// Kind of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GroupKind {
    /// A class.
    Class,
    /// A dormitory room.
    Dormitory,
    /// The staff.
    Staff,
}

impl GroupKind {
    /// Stable name: `class`, `dormitory`, `staff`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Dormitory => "dormitory",
            Self::Staff => "staff",
        }
    }
}

/// A group of people who are checked together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Group {
    /// A class.
    Class(ClassId),
    /// A dormitory room.
    Dormitory(DormitoryId),
    /// The staff of the school.
    Staff,
}

impl Group {
    /// Which kind of group it is.
    pub const fn kind(self) -> GroupKind {
        match self {
            Self::Class(_) => GroupKind::Class,
            Self::Dormitory(_) => GroupKind::Dormitory,
            Self::Staff => GroupKind::Staff,
        }
    }
}

impl fmt::Display for Group {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Class(id) => write!(f, "class:{id}"),
            Self::Dormitory(id) => write!(f, "dormitory:{id}"),
            Self::Staff => f.write_str("staff"),
        }
    }
}

impl From<Group> for String {
    fn from(group: Group) -> Self {
        group.to_string()
    }
}

/// The text is no group key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a group key")]
pub struct NotAGroup;

impl FromStr for Group {
    type Err = NotAGroup;
    fn from_str(text: &str) -> Result<Self, NotAGroup> {
        match text.split_once(':') {
            Some(("class", id)) => id.parse().map(Self::Class).map_err(|_| NotAGroup),
            Some(("dormitory", id)) => id.parse().map(Self::Dormitory).map_err(|_| NotAGroup),
            None if text == "staff" => Ok(Self::Staff),
            // Reports that were issued before groups stood in them name classes by their bare key.
            None => text.parse().map(Self::Class).map_err(|_| NotAGroup),
            _ => Err(NotAGroup),
        }
    }
}

impl TryFrom<String> for Group {
    type Error = NotAGroup;
    fn try_from(text: String) -> Result<Self, NotAGroup> {
        text.parse()
    }
}
