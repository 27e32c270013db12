//! Where a cluster is looked for: the groups that are checked together, and the wider circles of a school.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::group::{Group, GroupKind, NotAGroup};
use super::id::FreeGroupId;

/// Kind of a scope, as the rules name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ScopeKind {
    /// A class.
    Class,
    /// A dormitory room.
    Dormitory,
    /// The staff.
    Staff,
    /// Everyone of a grade, whatever the class.
    Grade,
    /// Those who eat together.
    Meal,
    /// Everyone at the school, the staff too.
    School,
}

impl ScopeKind {
    /// Stable name: `class`, `dormitory`, `staff`, `grade`, `meal`, `school`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Class => "class",
            Self::Dormitory => "dormitory",
            Self::Staff => "staff",
            Self::Grade => "grade",
            Self::Meal => "meal",
            Self::School => "school",
        }
    }
}

/// People among whom cases are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Scope {
    /// A group that has check sheets.
    Group(Group),
    /// A grade.
    Grade(u8),
    /// A meal group.
    Meal(FreeGroupId),
    /// The school.
    School,
}

impl Scope {
    /// Which kind of scope it is.
    pub const fn kind(self) -> ScopeKind {
        match self {
            Self::Group(group) => match group.kind() {
                GroupKind::Class => ScopeKind::Class,
                GroupKind::Dormitory => ScopeKind::Dormitory,
                GroupKind::Staff => ScopeKind::Staff,
            },
            Self::Grade(_) => ScopeKind::Grade,
            Self::Meal(_) => ScopeKind::Meal,
            Self::School => ScopeKind::School,
        }
    }

    /// The group with sheets, if it is one.
    pub const fn group(self) -> Option<Group> {
        match self {
            Self::Group(group) => Some(group),
            Self::Grade(_) | Self::Meal(_) | Self::School => None,
        }
    }
}

impl From<Group> for Scope {
    fn from(group: Group) -> Self {
        Self::Group(group)
    }
}

impl fmt::Display for Scope {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Group(group) => group.fmt(f),
            Self::Grade(grade) => write!(f, "grade:{grade}"),
            Self::Meal(id) => write!(f, "meal:{id}"),
            Self::School => f.write_str("school"),
        }
    }
}

impl From<Scope> for String {
    fn from(scope: Scope) -> Self {
        scope.to_string()
    }
}

impl FromStr for Scope {
    type Err = NotAGroup;
    fn from_str(text: &str) -> Result<Self, NotAGroup> {
        match text.split_once(':') {
            Some(("grade", grade)) => grade.parse().map(Self::Grade).map_err(|_| NotAGroup),
            Some(("meal", id)) => id.parse().map(Self::Meal).map_err(|_| NotAGroup),
            None if text == "school" => Ok(Self::School),
            _ => text.parse().map(Self::Group),
        }
    }
}

impl TryFrom<String> for Scope {
    type Error = NotAGroup;
    fn try_from(text: String) -> Result<Self, NotAGroup> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::id::ClassId;

    #[test]
    fn a_scope_is_read_as_it_is_written() {
        let class = Group::Class(ClassId(Uuid::from_u128(1)));
        let scopes = [
            Scope::Group(class),
            Scope::Group(Group::Staff),
            Scope::Grade(3),
            Scope::Meal(FreeGroupId(Uuid::from_u128(2))),
            Scope::School,
        ];
        for scope in scopes {
            assert_eq!(scope.to_string().parse(), Ok(scope));
        }
        assert_eq!("grade:x".parse::<Scope>(), Err(NotAGroup));
        assert_eq!(scopes.map(|scope| scope.kind().name()), ["class", "staff", "grade", "meal", "school"]);
    }
}
