//! Who is told: as last time, or as the roster and the settings know.

use serde::Serialize;

use crate::domain::id::PersonId;
use crate::domain::report_entry::{ReportEntry, ReportWay};
use crate::domain::school_event::EventReport;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Entries that are looked through for whom a step was told last.
const LOOK_BACK: u32 = 400;

/// A unit with its person and telephone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Told {
    /// 接报单位
    pub unit: String,
    /// 接报人
    pub person: Option<String>,
    /// 接报电话
    pub phone: Option<String>,
    /// How.
    pub way: ReportWay,
}

impl Book {
    /// Whom one would tell for a step. `person` is whose parents are meant.
    pub(in crate::ops) fn whom_to_tell(&self, step: &str, person: Option<PersonId>) -> Result<Told, OpError> {
        let tag = self.tr.language().tag();
        let name = self.rules.reporting_step(step).map(|entry| entry.name.get(tag).to_owned());
        let unit = name.unwrap_or_default();
        match (step, person) {
            ("parents", Some(person)) => {
                let person = self.store.person(person)?;
                let (guardian, phone) = person.map(|p| (p.guardian, p.guardian_phone)).unwrap_or_default();
                return Ok(Told { unit, person: guardian, phone, way: ReportWay::Phone });
            }
            ("principal", _) => {
                let person = self.school()?.principal;
                return Ok(Told { unit, person, phone: None, way: ReportWay::InPerson });
            }
            _ => {}
        }
        // Whoever was told of an event is told how it goes on.
        let of_event = |step: &str| EventReport::from_name(step).is_some();
        let same = |entry: &ReportEntry| entry.step == step || of_event(step) && of_event(&entry.step);
        let last = self.store.last_entries(LOOK_BACK)?.into_iter().find(same);
        Ok(match last {
            Some(ReportEntry { body, .. }) => {
                Told { unit: body.unit, person: body.person, phone: body.phone, way: body.way }
            }
            None => Told { unit, ..Told::default() },
        })
    }

    /// The unit of that name as it was told last.
    pub(in crate::ops) fn told_at(&self, unit: &str) -> Result<Option<Told>, OpError> {
        let last = self.store.last_entries(LOOK_BACK)?.into_iter().find(|entry| entry.body.unit == unit);
        Ok(last.map(|ReportEntry { body, .. }| Told {
            unit: body.unit,
            person: body.person,
            phone: body.phone,
            way: body.way,
        }))
    }

    /// How and to whom something was reported: 电话，防保组李大夫.
    pub(in crate::ops) fn told_words(&self, entry: &ReportEntry) -> String {
        let way = self.tr.report_way(entry.body.way);
        match &entry.body.person {
            Some(person) => self.tr.log_told(person, &way),
            None => way,
        }
    }
}
