//! What a school may choose to check in another way than the sessions say.

use serde::{Deserialize, Serialize};

use super::Bilingual;
use crate::domain::group::GroupKind;
use crate::domain::session::Session;

/// Another set of groups that owe the sheets of a session, where a school chooses so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckChoice {
    /// Id: `staff-morning`.
    pub id: String,
    /// The session.
    pub session: Session,
    /// Whether this is done as a rule: the school may put it aside, and then nobody owes a sheet.
    #[serde(default)]
    pub usual: bool,
    /// Kinds of group that owe a sheet; a person is counted in the first of them that has the person.
    pub groups: Vec<GroupKind>,
    /// Short name.
    pub name: Bilingual,
    /// What it means.
    pub text: Bilingual,
    /// Id of the source.
    pub source: String,
}

/// From when on a day of onset is questioned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OnsetDoubt {
    /// Days before the check.
    pub doubtful_days: u32,
    /// Id of the source.
    pub source: String,
}
