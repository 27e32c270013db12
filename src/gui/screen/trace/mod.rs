//! 追踪: a tab for each thing that is followed until it is closed.
//!
//! A tab is a [`Screen`](super::Screen) of its own in a folder beside this file. To add one: a variant of [`Tab`] with its
//! word and count, a field of [`Trace`], a variant of [`Message`] and a line in each `match` of `update`.

pub mod cases;
pub mod closed;
pub mod events;
pub mod home;
pub mod log;
pub mod open;
pub mod pictures;
pub mod rates;
pub mod returns;
mod tab;
mod tell;
#[cfg(test)]
mod tests;
mod update;

pub use tab::{Tab, TracePlace};

use crate::domain::id::PersonId;
use cases::CasesTab;
use closed::ClosedTab;
use events::EventsTab;
use home::{HomeTab, Part};
use log::LogTab;
use open::OpenTab;
use pictures::PicturesTab;
use rates::RatesTab;
use returns::ReturnsTab;

use crate::domain::id::EventId;

/// 追踪.
#[derive(Debug)]
pub struct Trace {
    tab: Tab,
    open: OpenTab,
    cases: CasesTab,
    events: EventsTab,
    log: LogTab,
    closed: ClosedTab,
    rates: RatesTab,
    pictures: PicturesTab,
    returns: ReturnsTab,
    home: HomeTab,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another tab.
    Tab(Tab),
    /// The tab before or after.
    Turn(i32),
    /// The case whose clock ends first.
    Case(TracePlace),
    /// A part of 未结.
    Open(open::Message),
    /// A part of 病例.
    Cases(cases::Message),
    /// A part of 事件.
    Events(events::Message),
    /// A part of 上报记录.
    Log(log::Message),
    /// A part of 已结.
    Closed(closed::Message),
    /// A part of 统计.
    Rates(rates::Message),
    /// A part of 图.
    Pictures(pictures::Message),
    /// A part of 待返校.
    Returns(Box<returns::Message>),
    /// A part of 开学返校.
    Home(Box<home::Message>),
}

impl Trace {
    /// 病例 with the form of a new case of somebody.
    pub fn new_case(person: PersonId, name: &str) -> Self {
        let place = TracePlace::case_of(person);
        Self { cases: CasesTab::writing(person, name), ..Self::at(place) }
    }

    /// 追踪 at a place.
    pub fn at(place: TracePlace) -> Self {
        let (open, closed) = (OpenTab::of(place.person), ClosedTab::of(place.person));
        let (cases, returns) = (CasesTab::of(place.person), ReturnsTab::of(place.person));
        let (events, log) = (EventsTab::default(), LogTab::default());
        let part = if let Tab::Home(part) = place.tab { part } else { Part::default() };
        let (rates, pictures, home) = (RatesTab::default(), PicturesTab::default(), HomeTab::of(part));
        Self { tab: place.tab, open, cases, events, log, closed, rates, pictures, returns, home }
    }

    /// The curve of an event.
    pub fn curve_of(event: EventId) -> Self {
        let place = TracePlace { tab: Tab::Pictures, person: None };
        Self { pictures: PicturesTab::of_event(event), ..Self::at(place) }
    }
}
