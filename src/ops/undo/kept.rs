//! What a step that was taken back left as it is, and whose that is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::Value;

use super::Undone;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::session::Session;
use crate::i18n::Tr;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::{Kept, KeptReason, UndoReport};

/// Somebody for whom a step was not taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct KeptPerson {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Why.
    pub reason: KeptReason,
}

/// Names that are said of people who were kept; the rest are counted.
const NAMES: usize = 5;

impl Undone {
    /// Whether nothing was taken back, so that the step still can be.
    pub fn is_nothing(&self) -> bool {
        self.report.is_nothing()
    }

    /// What was taken back, and who was not.
    pub fn words(&self, tr: &Tr) -> String {
        let done = self.done_words(tr);
        self.kept_words(tr).map_or(done.clone(), |kept| tr.done_and_kept(&done, &kept))
    }

    /// What was taken back, or that nothing was.
    pub fn done_words(&self, tr: &Tr) -> String {
        let what = &self.operation.words;
        if self.is_nothing() { tr.undoing_nothing(what) } else { tr.frame_undone(what) }
    }

    /// Whose is kept, if anything is.
    pub fn kept_words(&self, tr: &Tr) -> Option<String> {
        let mark = tr.ops_list_mark();
        let listed = |names: &[&str]| {
            let more = if names.len() > NAMES { "more" } else { "all" };
            (more, names.iter().take(NAMES).copied().collect::<Vec<_>>().join(&mark))
        };
        if !self.kept.is_empty() {
            let names: Vec<&str> = self.kept.iter().map(|person| person.name.as_str()).collect();
            let (more, names) = listed(&names);
            return Some(tr.done_kept_people(self.kept.len(), more, &names));
        }
        if self.report.kept.is_empty() {
            return None;
        }
        let things: Vec<&str> = self.kept_things.iter().map(String::as_str).collect();
        let (more, names) = listed(&things);
        let none = names.is_empty().then(|| tr.cli_undo_kept(self.report.kept.len()));
        Some(none.unwrap_or_else(|| tr.undoing_kept_things(self.report.kept.len(), more, &names)))
    }

    /// Everybody who was kept with the reason, for lists that have room for all.
    pub fn kept_list(&self, tr: &Tr) -> Vec<String> {
        let why = |reason| match reason {
            KeptReason::ChangedLater => tr.undoing_changed_later(),
            KeptReason::HasRecords => tr.undoing_has_records(),
        };
        let line = |person: &KeptPerson| tr.undoing_kept_person(&person.name, &why(person.reason));
        self.kept.iter().map(line).collect()
    }
}

impl Book {
    /// The people of whom something was kept.
    pub(super) fn kept_people(&self, report: &UndoReport) -> Result<Vec<KeptPerson>, OpError> {
        let reasons: BTreeMap<PersonId, KeptReason> =
            report.kept.iter().filter_map(|kept| Some((whose(kept)?, kept.reason))).collect();
        let mut people = Vec::new();
        for (key, reason) in reasons {
            let name = self.store.person(key)?.map(|person| person.name).unwrap_or_default();
            people.push(KeptPerson { key, name, reason });
        }
        Ok(people)
    }

    /// Classes, rooms, groups and sheets that were kept, by name.
    pub(super) fn kept_things(&self, report: &UndoReport) -> Result<Vec<String>, OpError> {
        let mut names = BTreeSet::new();
        for kept in report.kept.iter().filter(|kept| whose(kept).is_none()) {
            let mut key = kept.key.iter().filter_map(Value::as_str);
            let (first, second, third) = (key.next().unwrap_or_default(), key.next(), key.next());
            let name = match kept.table.as_str() {
                "school_class" | "dormitory" | "free_group" => self.store.last_known(&kept.table, first)?,
                "sheet" => {
                    names.extend(self.sheet_words(first, (second, third)));
                    None
                }
                _ => None,
            };
            names.extend(name.and_then(|row| row.get("label")?.as_str().map(ToOwned::to_owned)));
        }
        Ok(names.into_iter().collect())
    }

    /// A sheet by the parts of its key.
    fn sheet_words(&self, group: &str, (date, session): (Option<&str>, Option<&str>)) -> Option<String> {
        let group = self.group_info(group.parse::<Group>().ok()?).ok()?;
        let date: NaiveDate = date?.parse().ok()?;
        let session: Session = session?.parse().ok()?;
        Some(self.tr.undoing_sheet(
            &date.to_string(),
            &self.tr.class(&group.short),
            &self.tr.session(session),
        ))
    }
}

/// Whose record it is; a finding is that of the person in it.
fn whose(kept: &Kept) -> Option<PersonId> {
    let in_finding = || match (kept.table.as_str(), kept.key.as_slice()) {
        ("finding", [_, _, _, Value::String(person)]) => person.parse().ok(),
        _ => None,
    };
    kept.person().or_else(in_finding)
}
