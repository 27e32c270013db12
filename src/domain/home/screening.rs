//! 重点人员摸排: somebody who was in a risk area or met somebody, traced until closed.

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use crate::domain::id::{PersonId, ScreeningId};

/// A journey.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Journey {
    /// Where: 县, 市, or a place in it.
    pub place: String,
    /// First day there.
    #[serde(default)]
    pub from: Option<NaiveDate>,
    /// Last day there; `None`: still there, or not known.
    #[serde(default)]
    pub to: Option<NaiveDate>,
}

/// One talk with the person or the home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreenTalk {
    /// When.
    pub at: NaiveDateTime,
    /// Who called or went there.
    pub by: String,
    /// Telephone that was called.
    #[serde(default)]
    pub phone: Option<String>,
    /// What was learned.
    pub what: String,
    /// When to call again.
    #[serde(default)]
    pub next_call: Option<NaiveDateTime>,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScreeningClosing {
    /// Id of the rule book's end.
    pub how: String,
    /// Who closed it.
    pub by: String,
    /// In words.
    #[serde(default)]
    pub note: Option<String>,
}

/// What is written down of it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ScreeningBody {
    /// The journey.
    #[serde(default)]
    pub journey: Option<Journey>,
    /// Whom the person met, and when.
    #[serde(default)]
    pub contact: Option<String>,
    /// Where the school has it from: 家长, 村委, 派出所 …
    #[serde(default)]
    pub source: Option<String>,
    /// Talks, the earliest first.
    #[serde(default)]
    pub talks: Vec<ScreenTalk>,
    /// How it ended; `None` while it is open.
    #[serde(default)]
    pub closing: Option<ScreeningClosing>,
    /// 登记人
    #[serde(default)]
    pub recorded_by: String,
}

/// The screening of one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Screening {
    /// Who.
    pub person: PersonId,
    /// Key.
    pub id: ScreeningId,
    /// Day on which the person was listed.
    pub listed_on: NaiveDate,
    /// Day on which it was closed.
    pub closed_on: Option<NaiveDate>,
    /// The rest.
    pub body: ScreeningBody,
}

/// A screening cannot be like this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ScreeningError {
    /// It is closed.
    #[error("closed")]
    Closed,
    /// Something would lie before its beginning, or a journey would end before it began.
    #[error("before its beginning")]
    BeforeBeginning,
    /// Neither a journey nor a contact was named.
    #[error("nothing said")]
    NothingSaid,
    /// The person is on the list already.
    #[error("listed already")]
    ListedAlready,
}

impl Screening {
    /// When the next call is due, by `hour` where none was agreed yet; `None` once closed.
    pub fn next_call(&self, hour: chrono::NaiveTime) -> Option<NaiveDateTime> {
        if self.closed_on.is_some() {
            return None;
        }
        match self.body.talks.last() {
            None => Some(self.listed_on.and_time(hour)),
            // Nothing was agreed: traced until closed, so on the next day.
            Some(last) => last.next_call.or_else(|| Some(last.at.date().succ_opt()?.and_time(hour))),
        }
    }

    /// Adds a talk; talks stay in the order of their times.
    ///
    /// # Errors
    /// [`ScreeningError`] where it is closed or not yet listed by then.
    pub fn talk(&mut self, talk: ScreenTalk) -> Result<(), ScreeningError> {
        if self.closed_on.is_some() {
            return Err(ScreeningError::Closed);
        }
        if talk.at.date() < self.listed_on || talk.next_call.is_some_and(|next| next < talk.at) {
            return Err(ScreeningError::BeforeBeginning);
        }
        let place = self.body.talks.partition_point(|other| other.at <= talk.at);
        self.body.talks.insert(place, talk);
        Ok(())
    }

    /// Closes it.
    ///
    /// # Errors
    /// [`ScreeningError`] where it is closed, or would be before it was listed or the last talk.
    pub fn close(&mut self, on: NaiveDate, closing: ScreeningClosing) -> Result<(), ScreeningError> {
        if self.closed_on.is_some() {
            return Err(ScreeningError::Closed);
        }
        if on < self.listed_on || self.body.talks.last().is_some_and(|last| last.at.date() > on) {
            return Err(ScreeningError::BeforeBeginning);
        }
        self.closed_on = Some(on);
        self.body.closing = Some(closing);
        Ok(())
    }
}
