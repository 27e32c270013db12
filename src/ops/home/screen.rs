//! 重点人员摸排: people listed for a journey or a contact, talked to until it is closed.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;
use serde_json::json;

use super::home_error::HomeError;
use crate::domain::home::{Journey, ScreenTalk, Screening, ScreeningBody, ScreeningClosing, ScreeningError};
use crate::domain::id::{PersonId, ScreeningId};
use crate::ops::book::Book;
use crate::ops::case::plain;
use crate::ops::choice_error::ChoiceError;
use crate::ops::error::OpError;

/// Somebody who is to be listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewScreening {
    /// Day on which the school learned of it; today if absent.
    pub listed_on: Option<NaiveDate>,
    /// The journey.
    pub journey: Option<Journey>,
    /// Whom the person met.
    pub contact: Option<String>,
    /// Where the school has it from.
    pub source: Option<String>,
}

/// A talk.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewTalk {
    /// When; now if absent.
    pub at: Option<NaiveDateTime>,
    /// Who; the operator if absent.
    pub by: Option<String>,
    /// Telephone that was called.
    pub phone: Option<String>,
    /// What was learned.
    pub what: String,
    /// When to call again.
    pub next_call: Option<NaiveDateTime>,
}

/// What one can do to a screening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ScreenOp {
    /// Lists somebody.
    List(PersonId, Box<NewScreening>),
    /// Changes what is known of the journey and the contact.
    Revise(ScreeningId, Box<NewScreening>),
    /// Adds a talk.
    Talk(ScreeningId, Box<NewTalk>),
    /// Closes it today, with the rule book's end and a note.
    Close(ScreeningId, String, Option<String>),
}

/// A screening.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ScreeningLine {
    /// Key.
    pub id: ScreeningId,
    /// Who.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class as lists show it, or the staff.
    pub class: String,
    /// 班内学号
    pub seat_no: Option<u32>,
    /// Telephone of the home, or of a member of staff.
    pub phone: Option<String>,
    /// Day on which the person was listed.
    pub listed_on: NaiveDate,
    /// Day on which it was closed.
    pub closed_on: Option<NaiveDate>,
    /// When to call; `None` once closed.
    pub next_call: Option<NaiveDateTime>,
    /// Whether that is today or was before.
    pub due: bool,
    /// Journey and contact in words.
    pub words: String,
    /// How it ended, in words.
    pub closing: Option<String>,
    /// Everything that is written down.
    pub body: ScreeningBody,
}

impl Book {
    /// The screenings: open ones by their next call, then the closed ones, the newest first.
    pub fn screening_lines(&self) -> Result<Vec<ScreeningLine>, OpError> {
        let all = self.store.screenings()?;
        let people = self.store.persons(all.iter().map(|it| it.person))?;
        let today = self.today();
        let hour = self.rules.home().duty.call_hour;
        let mut lines = Vec::new();
        for it in all {
            let Some(person) = people.iter().find(|person| person.id == it.person) else { continue };
            let (group, seat_no) = self.place_of(person, today)?;
            let next_call = it.next_call(hour);
            let closing = self.screening_end(&it.body);
            lines.push(ScreeningLine {
                id: it.id,
                key: it.person,
                name: person.name.clone(),
                class: group.map(|info| info.short).unwrap_or_default(),
                seat_no,
                phone: person.guardian_phone.clone().or_else(|| person.phone.clone()),
                listed_on: it.listed_on,
                closed_on: it.closed_on,
                next_call,
                due: next_call.is_some_and(|next| next.date() <= today),
                words: self.screening_words(&it.body),
                closing,
                body: it.body,
            });
        }
        lines.sort_by_key(|line| (line.closed_on.is_some(), line.next_call));
        Ok(lines)
    }

    /// How a screening ended, in words; `None` while it is open.
    pub(in crate::ops) fn screening_end(&self, body: &ScreeningBody) -> Option<String> {
        let closing = body.closing.as_ref()?;
        let entry = self.rules.home().closing(&closing.how);
        let tag = self.tr.language().tag();
        Some(entry.map_or(closing.how.as_str(), |entry| entry.name.get(tag)).to_owned())
    }

    /// Journey and contact in words.
    pub(in crate::ops) fn screening_words(&self, body: &ScreeningBody) -> String {
        let tr = &self.tr;
        let journey = body.journey.as_ref().map(|journey| {
            let day =
                |day: Option<NaiveDate>| day.map_or_else(|| tr.screening_unknown_day(), |day| tr.day(day));
            match (journey.from, journey.to) {
                (None, None) => journey.place.clone(),
                (from, to) => tr.screening_journey(&day(from), &journey.place, &day(to)),
            }
        });
        let contact = body.contact.as_ref().map(|contact| tr.screening_contact(contact));
        journey.into_iter().chain(contact).collect::<Vec<_>>().join(&tr.ops_list_mark())
    }

    /// Changes a screening and tells its key.
    ///
    /// # Errors
    /// [`HomeError::NoScreening`], [`ScreeningError`], [`OpError::NoSuchPerson`], [`OpError::DayToCome`],
    /// [`ChoiceError::Unknown`] for an end that the rules do not have; nothing is changed.
    pub fn run_screening(&mut self, op: &ScreenOp) -> Result<ScreeningId, OpError> {
        self.home_must_be_on()?;
        match op {
            ScreenOp::List(person, new) => self.list_screening(*person, new),
            ScreenOp::Revise(id, new) => {
                let mut it = self.known_screening(*id)?;
                if it.closed_on.is_some() {
                    return Err(HomeError::Screening(ScreeningError::Closed).into());
                }
                let said = said(new)?;
                it.body = ScreeningBody { talks: it.body.talks, recorded_by: it.body.recorded_by, ..said };
                self.put_screening("screening_revise", &it)
            }
            ScreenOp::Talk(id, new) => {
                let at = new.at.unwrap_or_else(|| self.now());
                self.day_has_come(at.date())?;
                let by = plain("by", new.by.as_deref())?.map_or_else(|| self.operator(), Ok)?;
                let what = plain("what", Some(&new.what))?
                    .ok_or(HomeError::Screening(ScreeningError::NothingSaid))?;
                let phone = plain("phone", new.phone.as_deref())?;
                let mut it = self.known_screening(*id)?;
                let talk = ScreenTalk { at, by, phone, what, next_call: new.next_call };
                it.talk(talk).map_err(HomeError::from)?;
                self.put_screening("screening_talk", &it)
            }
            ScreenOp::Close(id, how, note) => {
                if self.rules.home().closing(how).is_none() {
                    let allowed = self.rules.home().closings.iter().map(|it| it.id.clone()).collect();
                    return Err(ChoiceError::Unknown { field: "how", given: how.clone(), allowed }.into());
                }
                let closing = ScreeningClosing {
                    how: how.clone(),
                    by: self.operator()?,
                    note: plain("note", note.as_deref())?,
                };
                let mut it = self.known_screening(*id)?;
                it.close(self.today(), closing).map_err(HomeError::from)?;
                self.put_screening("screening_close", &it)
            }
        }
    }

    fn list_screening(&mut self, person: PersonId, new: &NewScreening) -> Result<ScreeningId, OpError> {
        let _ = self.store.person(person)?.ok_or(OpError::NoSuchPerson)?;
        let listed_on = new.listed_on.unwrap_or_else(|| self.today());
        self.day_has_come(listed_on)?;
        let body = ScreeningBody { recorded_by: self.operator()?, ..said(new)? };
        if self.store.open_screenings()?.iter().any(|it| it.person == person) {
            return Err(HomeError::Screening(ScreeningError::ListedAlready).into());
        }
        self.act("screening_list", json!({}), |act, ids| {
            let id = ScreeningId(ids.next());
            Ok(act.put(&Screening { person, id, listed_on, closed_on: None, body }).map(|_| id)?)
        })
    }

    fn put_screening(&mut self, kind: &'static str, it: &Screening) -> Result<ScreeningId, OpError> {
        self.act(kind, json!({}), |act, _| Ok(act.put(it).map(|_| it.id)?))
    }

    /// The screening of that key.
    ///
    /// # Errors
    /// [`HomeError::NoScreening`]
    pub fn known_screening(&self, id: ScreeningId) -> Result<Screening, OpError> {
        let known = self.store.screening(id)?;
        Ok(known.ok_or_else(|| HomeError::NoScreening { given: id.to_string() })?)
    }

    fn day_has_come(&self, date: NaiveDate) -> Result<(), OpError> {
        let today = self.today();
        if date > today { Err(OpError::DayToCome { date, today }) } else { Ok(()) }
    }
}

/// What is known, without empty texts; a journey or a contact is there.
fn said(new: &NewScreening) -> Result<ScreeningBody, OpError> {
    let mut journey = new.journey.clone();
    if let Some(journey) = &mut journey {
        journey.place = plain("place", Some(&journey.place))?.unwrap_or_default();
        if journey.from.zip(journey.to).is_some_and(|(from, to)| to < from) {
            return Err(HomeError::Screening(ScreeningError::BeforeBeginning).into());
        }
    }
    let journey = journey.filter(|journey| !journey.place.is_empty());
    let contact = plain("contact", new.contact.as_deref())?;
    if journey.is_none() && contact.is_none() {
        return Err(HomeError::Screening(ScreeningError::NothingSaid).into());
    }
    Ok(ScreeningBody {
        journey,
        contact,
        source: plain("source", new.source.as_deref())?,
        ..ScreeningBody::default()
    })
}
