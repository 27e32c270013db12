//! The parts of a person's file.

use crate::i18n::Tr;

/// One part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// 资料, with classes and rooms.
    #[default]
    Details,
    /// 健康
    Health,
    /// 检查, with absences.
    Checks,
    /// 病例与返校
    Care,
    /// 文书
    Papers,
    /// 变更
    Changes,
}

impl Tab {
    /// All parts in their order.
    pub(super) const ALL: [Self; 6] =
        [Self::Details, Self::Health, Self::Checks, Self::Care, Self::Papers, Self::Changes];

    /// The part so many steps on, not beyond the ends.
    pub(super) fn step(self, step: i32) -> Self {
        let at = Self::ALL.iter().position(|tab| *tab == self).unwrap_or_default();
        let next = at.saturating_add_signed(step as isize).min(Self::ALL.len() - 1);
        Self::ALL.get(next).copied().unwrap_or(self)
    }

    /// Its name for scrolling: each part keeps its own place.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::Details => "part-details",
            Self::Health => "part-health",
            Self::Checks => "part-checks",
            Self::Care => "part-care",
            Self::Papers => "part-papers",
            Self::Changes => "part-changes",
        }
    }

    /// Its name.
    pub(super) fn word(self, tr: &Tr) -> String {
        match self {
            Self::Details => tr.person_file_tab_details(),
            Self::Health => tr.person_file_tab_health(),
            Self::Checks => tr.person_file_tab_checks(),
            Self::Care => tr.person_file_tab_care(),
            Self::Papers => tr.person_file_tab_papers(),
            Self::Changes => tr.person_file_tab_changes(),
        }
    }
}
