//! The contacts of a case: proposed from class, room and seat, kept once somebody has confirmed them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde::Serialize;
use serde_json::json;

use crate::domain::case_contact::{CaseContact, ContactBody, Near, Nearness, contacts};
use crate::domain::finding::Attendance;
use crate::domain::id::{CaseId, PersonId};
use crate::domain::illness_case::IllnessCase;
use crate::domain::person::Person;
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Somebody who was near a case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactLine {
    /// Who.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class as lists show it.
    pub class: String,
    /// 班内学号
    pub seat_no: Option<u32>,
    /// How near.
    pub nearness: Nearness,
    /// Last day on which the two met.
    pub last_met: NaiveDate,
    /// Last day on which the contact is watched.
    pub watched_until: NaiveDate,
    /// 备注
    pub note: Option<String>,
    /// First day since then on which the contact was found ill.
    pub ill_since: Option<NaiveDate>,
    /// Proposed, and kept by nobody yet.
    pub proposal: bool,
}

impl ContactLine {
    /// The contact as the book keeps it.
    fn kept(&self, of: CaseId) -> CaseContact {
        let (nearness, last_met, watched_until) = (self.nearness, self.last_met, self.watched_until);
        CaseContact {
            person: self.key,
            of,
            body: ContactBody { nearness, last_met, watched_until, note: self.note.clone() },
        }
    }
}

/// A contact to keep.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewContact {
    /// Who.
    pub person: PersonId,
    /// The rest.
    pub body: ContactBody,
}

/// What one can do to the contacts of a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ContactOp {
    /// Keeps all that are proposed.
    Keep(CaseId),
    /// Exactly these of those who are kept or proposed, in one act; whoever else was kept is so no longer.
    Choose(CaseId, BTreeSet<PersonId>),
    /// Keeps one, or changes one that is kept.
    Set(CaseId, Box<NewContact>),
    /// Somebody who was not near.
    Remove(CaseId, PersonId),
}

impl Book {
    /// Changes the contacts of a case.
    ///
    /// # Errors
    /// [`crate::ops::reporting::ReportingError`] for a case that is not there, [`OpError::NoSuchPerson`],
    /// [`OpError::NotAMember`] for somebody who was not near; nothing is changed.
    pub fn run_contact(&mut self, op: &ContactOp) -> Result<(), OpError> {
        match op {
            ContactOp::Keep(case) => {
                let lines = self.case_contacts(*case)?;
                let rows: Vec<CaseContact> =
                    lines.iter().filter(|line| line.proposal).map(|line| line.kept(*case)).collect();
                self.act("contacts", json!({ "count": rows.len() }), |act, _| {
                    for row in &rows {
                        let _ = act.put(row)?;
                    }
                    Ok(())
                })
            }
            ContactOp::Choose(case, chosen) => self.choose_contacts(*case, chosen),
            ContactOp::Set(case, new) => {
                let _ = self.case_of(*case)?;
                let _ = self.store.person(new.person)?.ok_or(OpError::NoSuchPerson)?;
                let row = CaseContact { person: new.person, of: *case, body: new.body.clone() };
                self.act("contacts", json!({ "count": 1 }), |act, _| Ok(act.put(&row).map(drop)?))
            }
            ContactOp::Remove(case, person) => {
                let kept = self.store.contacts_of(*case)?.into_iter().find(|row| row.person == *person);
                let row = kept.ok_or(OpError::NotAMember)?;
                self.act("contacts", json!({ "count": 1 }), |act, _| Ok(act.remove(&row).map(drop)?))
            }
        }
    }

    fn choose_contacts(&mut self, case: CaseId, chosen: &BTreeSet<PersonId>) -> Result<(), OpError> {
        let lines = self.contact_choices(case)?;
        if chosen.iter().any(|person| lines.iter().all(|line| line.key != *person)) {
            return Err(OpError::NotAMember);
        }
        let new: Vec<CaseContact> = lines
            .iter()
            .filter(|line| line.proposal && chosen.contains(&line.key))
            .map(|line| line.kept(case))
            .collect();
        let mut gone = self.store.contacts_of(case)?;
        gone.retain(|row| !chosen.contains(&row.person));
        if new.is_empty() && gone.is_empty() {
            return Ok(());
        }
        self.act("contacts_chosen", json!({ "count": chosen.len() }), |act, _| {
            for row in &new {
                let _ = act.put(row)?;
            }
            for row in &gone {
                let _ = act.remove(row)?;
            }
            Ok(())
        })
    }

    /// The contacts of a case: those that are kept, else those that class, room and seat propose. The nearest first.
    ///
    /// # Errors
    /// [`crate::ops::reporting::ReportingError`] for a case that is not there.
    pub fn case_contacts(&self, id: CaseId) -> Result<Vec<ContactLine>, OpError> {
        let mut lines = self.contact_choices(id)?;
        if lines.iter().any(|line| !line.proposal) {
            lines.retain(|line| !line.proposal);
        }
        Ok(lines)
    }

    /// Those who are kept with everybody else whom class, room and seat propose. The nearest first.
    ///
    /// # Errors
    /// [`crate::ops::reporting::ReportingError`] for a case that is not there.
    pub fn contact_choices(&self, id: CaseId) -> Result<Vec<ContactLine>, OpError> {
        let case = self.case_of(id)?;
        let kept: BTreeMap<PersonId, ContactBody> =
            self.store.contacts_of(id)?.into_iter().map(|row| (row.person, row.body)).collect();
        let mut near: BTreeMap<PersonId, ContactBody> = self.proposed_contacts(&case)?.into_iter().collect();
        near.extend(kept.clone());
        let mut lines = Vec::new();
        let ill = self.ill_since(&near)?;
        for person in self.store.persons(near.keys().copied())? {
            let Some(body) = near.get(&person.id) else { continue };
            let (group, seat_no) = self.place_of(&person, body.last_met)?;
            lines.push(ContactLine {
                key: person.id,
                name: person.name,
                class: group.map(|info| info.short).unwrap_or_default(),
                seat_no,
                nearness: body.nearness,
                last_met: body.last_met,
                watched_until: body.watched_until,
                note: body.note.clone(),
                ill_since: ill.get(&person.id).copied(),
                proposal: !kept.contains_key(&person.id),
            });
        }
        lines.sort_by_key(|line| (line.nearness, line.seat_no, line.key));
        Ok(lines)
    }

    /// Until when somebody is watched who met a case last on a day.
    ///
    /// # Errors
    /// [`crate::ops::reporting::ReportingError`] for a case that is not there.
    pub fn watched_until(&self, case: CaseId, last_met: NaiveDate) -> Result<NaiveDate, OpError> {
        let days = self.rules.watch_days(&self.case_of(case)?.disease);
        Ok(last_met + Days::new(u64::from(days)))
    }

    fn proposed_contacts(&self, case: &IllnessCase) -> Result<Vec<(PersonId, ContactBody)>, OpError> {
        // The last day on which both were in school: the one before the absence, else that of the news.
        let known = case.known_at.date();
        let last_met = match case.body.facts.absent_from {
            Some(absent) => self.calendar(absent)?.previous_school_day(absent).unwrap_or(absent),
            None => known,
        };
        let mut near: Vec<Near> = Vec::new();
        let mut own_seat = None;
        if let Some(class) = case.body.place.class {
            for (seat, person) in self.store.pupils_in(class, last_met)? {
                if person.id == case.person {
                    own_seat = Some(seat);
                }
                near.push(Near { person: person.id, seat_no: Some(seat), same_room: false });
            }
        }
        let stays = self.store.stays_of(case.person)?;
        if let Some(stay) = stays.iter().find(|stay| stay.covers(last_met)) {
            let mates: Vec<Person> = self.store.boarders_in(stay.dormitory, last_met)?;
            near.extend(mates.into_iter().map(|it| Near { person: it.id, seat_no: None, same_room: true }));
        }
        let watched_until = last_met + Days::new(u64::from(self.rules.watch_days(&case.disease)));
        let body = |nearness| ContactBody { nearness, last_met, watched_until, note: None };
        Ok(contacts(case.person, own_seat, &near).into_iter().map(|(id, near)| (id, body(near))).collect())
    }

    /// The first day after the last meeting on which each was found ill, as long as they are watched.
    fn ill_since(
        &self,
        near: &BTreeMap<PersonId, ContactBody>,
    ) -> Result<BTreeMap<PersonId, NaiveDate>, OpError> {
        let people: BTreeSet<PersonId> = near.keys().copied().collect();
        let Some(first) = near.values().map(|body| body.last_met).min() else { return Ok(BTreeMap::new()) };
        let last = near.values().map(|body| body.watched_until).max().unwrap_or(first).min(self.today());
        let mut found = BTreeMap::new();
        for row in self.store.findings_of(&people, first, last)? {
            let watched = near
                .get(&row.person)
                .is_some_and(|it| it.last_met < row.date && row.date <= it.watched_until);
            let ill = self.rules.is_illness(&row.body) || row.body.attendance == Attendance::Ill;
            if watched && ill {
                let _ = found.entry(row.person).or_insert(row.date);
            }
        }
        Ok(found)
    }
}
