//! The tabs of 追踪.

use super::home::Part;
use crate::domain::id::PersonId;
use crate::i18n::Tr;
use crate::ops::shell::TraceCounts;
use crate::ops::trace::NextClock;

/// A tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// 未结: absences that have not ended.
    #[default]
    Open,
    /// 病例: suspected and diagnosed diseases.
    Cases,
    /// 事件: outbreaks and other events.
    Events,
    /// 上报: the report log.
    Log,
    /// 已结: absences that have ended.
    Closed,
    /// 统计: the rates of a period.
    Rates,
    /// 图: curve, rate and classes by day.
    Pictures,
    /// 待返校: who will come back, and who is kept apart.
    Returns,
    /// 开学返校: days at home and reviews, at a part; shown while the module is on.
    Home(Part),
}

impl Tab {
    /// All, in their order.
    pub const ALL: [Self; 9] = [
        Self::Open,
        Self::Cases,
        Self::Events,
        Self::Log,
        Self::Returns,
        Self::Home(Part::Days),
        Self::Closed,
        Self::Rates,
        Self::Pictures,
    ];

    /// Those that the school uses.
    pub fn shown(counts: TraceCounts) -> Vec<Self> {
        let used = |tab: &Self| counts.home.is_some() || !matches!(tab, Self::Home(_));
        Self::ALL.into_iter().filter(used).collect()
    }

    /// The tab itself, whatever part of it is open.
    pub fn whole(self) -> Self {
        match self {
            Self::Home(_) => Self::Home(Part::default()),
            tab => tab,
        }
    }

    /// Its word with what is open in it.
    pub fn word(self, counts: TraceCounts, tr: &Tr) -> String {
        match self {
            Self::Open => tr.trace_tab_open(counts.open),
            Self::Cases => tr.case_tab(counts.cases),
            Self::Events => tr.event_tab(),
            Self::Log => tr.log_tab(),
            Self::Closed => tr.trace_tab_closed(),
            Self::Rates => tr.trace_tab_rates(),
            Self::Pictures => tr.picture_tab(),
            Self::Returns => tr.return_tab(counts.returns),
            Self::Home(_) => tr.home_tab(counts.home.unwrap_or_default()),
        }
    }

    /// The tab before or after, not beyond the ends.
    pub fn turned(self, step: i32, counts: TraceCounts) -> Self {
        let all = Self::shown(counts);
        let at = all.iter().position(|tab| *tab == self.whole()).unwrap_or(0);
        let next = at.saturating_add_signed(step as isize).min(all.len().saturating_sub(1));
        all.get(next).copied().unwrap_or(self)
    }
}

/// Where one stands in 追踪.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TracePlace {
    /// The tab.
    pub tab: Tab,
    /// The person whose row is chosen.
    pub person: Option<PersonId>,
}

impl TracePlace {
    /// The absence of somebody.
    pub fn absence_of(person: PersonId) -> Self {
        Self { tab: Tab::Open, person: Some(person) }
    }

    /// The way back of somebody.
    pub fn return_of(person: PersonId) -> Self {
        Self { tab: Tab::Returns, person: Some(person) }
    }

    /// What the clock is of that ends first.
    pub fn of_clock(clock: &NextClock) -> Self {
        clock.person.map_or(Self { tab: Tab::Events, person: None }, Self::case_of)
    }

    /// The case of somebody.
    pub fn case_of(person: PersonId) -> Self {
        Self { tab: Tab::Cases, person: Some(person) }
    }
}
