//! The classes whose sheet is not in, with whom to call.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use crate::domain::group::Group;
use crate::domain::session::Session;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// A due sheet that nobody has confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MissingLine {
    /// Class, dormitory or staff as the school writes it.
    pub class: String,
    /// Its key.
    pub class_key: String,
    /// `class`, `dormitory` or `staff`.
    pub kind: &'static str,
    /// Session.
    pub session: Session,
    /// 班主任
    pub teacher: Option<String>,
    /// The teacher's telephone, where exactly one is known.
    pub phone: Option<String>,
    /// By when it was wanted.
    pub deadline: Option<NaiveDateTime>,
    /// Whether that hour is past.
    pub overdue: bool,
    /// Whether something was typed that nobody confirmed.
    pub draft: bool,
    /// The group.
    #[serde(skip)]
    pub group: Group,
    /// Name as lists show it.
    #[serde(skip)]
    pub short: String,
}

impl Book {
    /// The sheets of a day that are due and not in, of one session or of all, by class and session.
    pub fn missing(&self, date: NaiveDate, session: Option<Session>) -> Result<Vec<MissingLine>, OpError> {
        let phones = self.staff_phones(date)?;
        let mut lines = Vec::new();
        for line in self.check_status(date)? {
            let wanted = line.due && line.confirmed_at.is_none();
            if !wanted || session.is_some_and(|session| session != line.session) {
                continue;
            }
            let teacher = self.group_info(line.group)?.teacher;
            let phone = teacher.as_ref().and_then(|name| phones.get(name).cloned().flatten());
            lines.push(MissingLine {
                class: line.class,
                class_key: line.class_key,
                kind: line.kind,
                session: line.session,
                teacher,
                phone,
                deadline: line.deadline,
                overdue: line.overdue,
                draft: line.draft,
                group: line.group,
                short: line.short,
            });
        }
        Ok(lines)
    }

    /// The session that a day is asked about where none was named: the one that fits the hour.
    pub fn usual_session(&self, date: NaiveDate) -> Result<Session, OpError> {
        Ok(crate::ops::today::session_of(&self.check_status(date)?, self.now()))
    }

    /// Telephones of the staff by name; none where two of one name have different ones.
    fn staff_phones(&self, date: NaiveDate) -> Result<BTreeMap<String, Option<String>>, OpError> {
        let mut phones: BTreeMap<String, Option<String>> = BTreeMap::new();
        for (_, person) in self.store.staff_on(date)? {
            let Some(phone) = person.phone else { continue };
            phones
                .entry(person.name)
                .and_modify(|known| {
                    if known.as_ref() != Some(&phone) {
                        *known = None;
                    }
                })
                .or_insert(Some(phone));
        }
        Ok(phones)
    }
}
