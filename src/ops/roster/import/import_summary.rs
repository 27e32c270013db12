//! What an import did or will do, in counts and lists.

use serde::Serialize;
use serde_json::Value;

use super::{Candidate, FieldChange, ImportPlan, RowAction, TeacherChange};
use crate::domain::id::{OperationId, PersonId};
use crate::domain::person::PersonKind;
use crate::ops::roster::LaterWhy;
use crate::roster_file::RowOrigin;

/// A value that was kept although the file has another.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ConflictLine {
    /// Where.
    #[serde(flatten)]
    pub origin: RowOrigin,
    /// The person.
    pub key: Option<PersonId>,
    /// Name.
    pub name: String,
    /// Field.
    pub field: String,
    /// Value of the book.
    pub kept: Value,
    /// Value of the file.
    pub file: Value,
}

impl ConflictLine {
    /// Whether it is a pupil whom somebody marked as left by hand, so that the file's class does not hold.
    pub fn stays_away(&self) -> bool {
        self.field == "class" && self.kept.is_null()
    }
}

/// A value changed by hand that takes the file's.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TakenLine {
    /// Where.
    #[serde(flatten)]
    pub origin: RowOrigin,
    /// The person.
    pub key: Option<PersonId>,
    /// Name.
    pub name: String,
    /// Field and values.
    #[serde(flatten)]
    pub change: FieldChange,
}

/// A row that stays out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct DoubtfulLine {
    /// Where.
    #[serde(flatten)]
    pub origin: RowOrigin,
    /// Name in the file.
    pub name: String,
    /// Class in the file.
    pub class: Option<String>,
    /// Whom it may mean; empty where an earlier row of the file has the same number, name and birth date.
    pub candidates: Vec<Candidate>,
}

/// Somebody for whom the import holds from a later day on.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LaterLine {
    /// Where the person stands in the file; absent of those who leave.
    #[serde(flatten)]
    pub origin: Option<RowOrigin>,
    /// The person; `None` of somebody new.
    pub key: Option<PersonId>,
    /// Name.
    pub name: String,
    /// Class; empty of staff.
    pub class: String,
    /// The first day on which it holds.
    pub from: chrono::NaiveDate,
    /// Why.
    pub why: LaterWhy,
}

/// A pupil of the file's classes, or of an earlier year's, or a member of staff, who is not in the file; also a pupil
/// who is in it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MissingPerson {
    /// Pupil or staff.
    #[serde(skip_serializing_if = "is_pupil")]
    pub kind: PersonKind,
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class; of staff the post, which may be empty.
    pub class: String,
    /// The first day from which nothing that sheets have counted since the import's day becomes untrue without the
    /// pupil.
    #[serde(skip)]
    pub earliest: chrono::NaiveDate,
}

/// Counts and lists of an import.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ImportSummary {
    /// The operation that can be taken back; absent before it is written and where nothing changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<OperationId>,
    /// The day on which memberships begin and end.
    pub as_of: chrono::NaiveDate,
    /// People who come in.
    pub new: usize,
    /// People of whom something changes.
    pub changed: usize,
    /// People of whom nothing changes.
    pub unchanged: usize,
    /// Rows with the identity number of the person they mean, whichever key found them.
    pub matched_by_id: usize,
    /// Classes that get another 班主任; among the changed and new ones by their teacher.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub teachers: Vec<TeacherChange>,
    /// Values changed by hand since the last import; kept.
    pub conflicts: Vec<ConflictLine>,
    /// Values changed by hand that take the file's, as was chosen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<TakenLine>,
    /// Rows that stay out.
    pub doubtful: Vec<DoubtfulLine>,
    /// Pupils of the file's classes, and staff beside a list of staff, who are not in it and stay.
    pub not_in_file: Vec<MissingPerson>,
    /// Pupils whom an earlier import marked as left and the file holds again; among the changed ones.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub returned: Vec<MissingPerson>,
    /// People for whom it holds from a later day on than asked for: what sheets have counted stays.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub later: Vec<LaterLine>,
    /// People who are not in the file and were marked as left.
    #[serde(skip_serializing_if = "is_zero")]
    pub left: usize,
    /// Who they are.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leavers: Vec<MissingPerson>,
}

#[allow(clippy::trivially_copy_pass_by_ref)] // the shape that serde asks for
fn is_pupil(kind: &PersonKind) -> bool {
    *kind == PersonKind::Pupil
}

#[allow(clippy::trivially_copy_pass_by_ref)] // the shape that serde asks for
const fn is_zero(count: &usize) -> bool {
    *count == 0
}

impl ImportSummary {
    pub(super) fn of(plan: &ImportPlan) -> Self {
        let count = |fits: fn(&RowAction) -> bool| plan.rows.iter().filter(|row| fits(&row.action)).count();
        let mut conflicts = Vec::new();
        let (mut taken, mut doubtful) = (Vec::new(), Vec::new());
        for row in &plan.rows {
            conflicts.extend(row.conflicts.iter().map(|conflict| ConflictLine {
                origin: row.origin.clone(),
                key: row.action.person(),
                name: row.name.clone(),
                field: conflict.field.clone(),
                kept: conflict.old.clone(),
                file: conflict.new.clone(),
            }));
            taken.extend(row.taken.iter().map(|change| TakenLine {
                origin: row.origin.clone(),
                key: row.action.person(),
                name: row.name.clone(),
                change: change.clone(),
            }));
            if let RowAction::Doubtful(candidates) = &row.action {
                doubtful.push(DoubtfulLine {
                    origin: row.origin.clone(),
                    name: row.name.clone(),
                    class: row.class.clone(),
                    candidates: candidates.clone(),
                });
            }
        }
        let back = |row: &super::PlannedRow| {
            let key = row.action.person().filter(|_| row.returns)?;
            let class = row.class.clone().unwrap_or_default();
            let (kind, earliest) = (row.kind, plan.as_of);
            Some(MissingPerson { kind, key, name: row.name.clone(), class, earliest })
        };
        let (leavers, not_in_file) =
            plan.not_in_file.iter().cloned().partition(|pupil| plan.leaves_on(pupil.key).is_some());
        Self {
            act: None,
            as_of: plan.as_of,
            new: count(|action| matches!(action, RowAction::New)),
            changed: count(|action| matches!(action, RowAction::Changed(..))),
            unchanged: count(|action| matches!(action, RowAction::Unchanged(_))),
            matched_by_id: plan.rows.iter().filter(|row| row.same_id).count(),
            teachers: plan.teachers.clone(),
            conflicts,
            doubtful,
            not_in_file,
            returned: plan.rows.iter().filter_map(back).collect(),
            later: plan.later(),
            left: plan.leavers.len(),
            leavers,
            taken,
        }
    }
}

impl ImportPlan {
    /// Rows, then leavers, that hold from a later day on.
    pub fn later(&self) -> Vec<LaterLine> {
        later(self)
    }
}

fn later(plan: &ImportPlan) -> Vec<LaterLine> {
    let rows = plan.rows.iter().filter(|row| row.from > plan.as_of).map(|row| LaterLine {
        origin: Some(row.origin.clone()),
        key: row.action.person(),
        name: row.name.clone(),
        class: row.class.clone().unwrap_or_default(),
        from: row.from,
        why: LaterWhy::Checked,
    });
    let leavers = plan.leavers.iter().filter_map(|leaver| {
        Some(LaterLine {
            origin: None,
            key: Some(leaver.pupil.key),
            name: leaver.pupil.name.clone(),
            class: leaver.pupil.class.clone(),
            from: leaver.on,
            why: leaver.later?,
        })
    });
    rows.chain(leavers).collect()
}
