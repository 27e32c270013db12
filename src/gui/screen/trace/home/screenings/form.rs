//! What is typed of a talk, and of somebody who is to be listed.

use std::sync::Arc;

use chrono::NaiveTime;

use crate::domain::home::Journey;
use crate::domain::id::PersonId;
use crate::gui::widget::date_field;
use crate::ops::check::{GatePerson, GateRoll};
use crate::ops::home::{NewScreening, NewTalk, ScreenOp};

/// Most people that are offered.
const FOUND: usize = 6;
/// Hour of a call that was agreed for a day.
const HOUR: u32 = 9;

/// A field of the talk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TalkPlace {
    /// 了解到的情况
    What,
    /// 电话
    Phone,
    /// 下次联系
    Next,
}

impl TalkPlace {
    /// Its name for the focus.
    pub const fn id(self) -> &'static str {
        match self {
            Self::What => "talk-what",
            Self::Phone => "talk-phone",
            Self::Next => "talk-next",
        }
    }
}

/// What is typed of a talk.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct TalkForm {
    pub(super) what: String,
    pub(super) phone: String,
    pub(super) next: String,
}

impl TalkForm {
    pub(super) fn take(&mut self, place: TalkPlace, text: String) {
        match place {
            TalkPlace::What => self.what = text,
            TalkPlace::Phone => self.phone = text,
            TalkPlace::Next => self.next = text,
        }
    }

    /// What is to be recorded; `None` for a day that is none.
    pub(super) fn talk(&self) -> Option<NewTalk> {
        let day = date_field::day(&self.next);
        if day.is_none() && !self.next.trim().is_empty() {
            return None;
        }
        Some(NewTalk {
            phone: Some(self.phone.clone()),
            what: self.what.clone(),
            next_call: day.zip(NaiveTime::from_hms_opt(HOUR, 0, 0)).map(|(day, hour)| day.and_time(hour)),
            ..NewTalk::default()
        })
    }
}

/// A field of somebody who is to be listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewPlace {
    /// 旅居地
    Place,
    /// 到达
    From,
    /// 离开
    To,
    /// 接触
    Contact,
    /// 消息来源
    Source,
}

/// What the form says.
#[derive(Debug, Clone, PartialEq)]
pub enum NewMessage {
    /// Opens it.
    Open,
    /// Closes it with nothing recorded.
    Close,
    /// Typed into the field that finds people.
    Find(String),
    /// Another one of those who were found.
    Mark(i32),
    /// This person; `None`: the marked one.
    Take(Option<PersonId>),
    /// Typed into a field.
    Typed(NewPlace, String),
    /// Records it.
    Save,
}

/// Somebody who is to be listed.
#[derive(Debug, Default)]
pub struct NewForm {
    roll: Option<Arc<GateRoll>>,
    pub(super) find: String,
    pub(super) found: Vec<GatePerson>,
    pub(super) marked: usize,
    pub(super) who: Option<GatePerson>,
    pub(super) place: String,
    pub(super) from: String,
    pub(super) to: String,
    pub(super) contact: String,
    pub(super) source: String,
}

impl NewForm {
    pub(super) fn know(&mut self, roll: Arc<GateRoll>) {
        self.roll = Some(roll);
        self.look_up(self.find.clone());
    }

    fn look_up(&mut self, typed: String) {
        self.find = typed;
        self.marked = 0;
        let found = self.roll.as_ref().map(|roll| roll.find(&self.find)).unwrap_or_default();
        self.found = found.into_iter().take(FOUND).cloned().collect();
    }

    /// Takes what was typed; true once somebody was found.
    pub(super) fn take(&mut self, message: NewMessage) -> bool {
        match message {
            NewMessage::Find(typed) => {
                self.who = None;
                self.look_up(typed);
            }
            NewMessage::Mark(step) => {
                let last = self.found.len().saturating_sub(1);
                self.marked = self.marked.saturating_add_signed(step as isize).min(last);
            }
            NewMessage::Take(person) => {
                let found = match person {
                    Some(key) => self.found.iter().find(|it| it.key == key),
                    None => self.found.get(self.marked),
                };
                self.who = found.cloned().or_else(|| self.who.take());
                return self.who.is_some();
            }
            NewMessage::Typed(place, text) => match place {
                NewPlace::Place => self.place = text,
                NewPlace::From => self.from = text,
                NewPlace::To => self.to = text,
                NewPlace::Contact => self.contact = text,
                NewPlace::Source => self.source = text,
            },
            NewMessage::Open | NewMessage::Close | NewMessage::Save => {}
        }
        false
    }

    /// What is to be recorded; `None` while nobody is chosen.
    pub(super) fn op(&self) -> Option<ScreenOp> {
        let journey = Journey {
            place: self.place.clone(),
            from: date_field::day(&self.from),
            to: date_field::day(&self.to),
        };
        let new = NewScreening {
            listed_on: None,
            journey: Some(journey),
            contact: Some(self.contact.clone()),
            source: Some(self.source.clone()),
        };
        Some(ScreenOp::List(self.who.as_ref()?.key, Box::new(new)))
    }
}
