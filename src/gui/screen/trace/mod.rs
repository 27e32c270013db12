//! 追踪: a tab for each thing that is followed until it is closed.
//!
//! A tab is a [`Screen`](super::Screen) of its own in a folder beside this file. To add one: a variant of [`Tab`] with its
//! word and count, a field of [`Trace`], a variant of [`Message`] and a line in each `match` of `update`.

pub mod closed;
pub mod open;
pub mod rates;
mod tab;
#[cfg(test)]
mod tests;
mod update;

pub use tab::{Tab, TracePlace};

use closed::ClosedTab;
use open::OpenTab;
use rates::RatesTab;

/// 追踪.
#[derive(Debug)]
pub struct Trace {
    tab: Tab,
    open: OpenTab,
    closed: ClosedTab,
    rates: RatesTab,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another tab.
    Tab(Tab),
    /// The tab before or after.
    Turn(i32),
    /// A part of 未结.
    Open(open::Message),
    /// A part of 已结.
    Closed(closed::Message),
    /// A part of 统计.
    Rates(rates::Message),
}

impl Trace {
    /// 追踪 at a place.
    pub fn at(place: TracePlace) -> Self {
        let (open, closed) = (OpenTab::of(place.person), ClosedTab::of(place.person));
        Self { tab: place.tab, open, closed, rates: RatesTab::default() }
    }
}
