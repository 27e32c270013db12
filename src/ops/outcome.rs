//! What an act answers: its value and which kinds of records it touched.

/// Kinds of records that an act changed; the window reloads what they touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Changed {
    /// People, classes, membership.
    pub roster: bool,
    /// Check sheets and findings.
    pub sheets: bool,
    /// Tasks of the emergency plan.
    pub plan: bool,
    /// School, terms, sessions and other settings.
    pub settings: bool,
    /// Reports, prints and packages issued.
    pub issued: bool,
    /// Cases, events and the report log.
    pub cases: bool,
}

impl Changed {
    /// Nothing.
    pub const NOTHING: Self =
        Self { roster: false, sheets: false, plan: false, settings: false, issued: false, cases: false };
    /// Everything, as after an undo.
    pub const EVERYTHING: Self =
        Self { roster: true, sheets: true, plan: true, settings: true, issued: true, cases: true };
    /// The roster.
    pub const ROSTER: Self = Self { roster: true, ..Self::NOTHING };
    /// Sheets.
    pub const SHEETS: Self = Self { sheets: true, ..Self::NOTHING };
    /// The plan.
    pub const PLAN: Self = Self { plan: true, ..Self::NOTHING };
    /// Settings.
    pub const SETTINGS: Self = Self { settings: true, ..Self::NOTHING };
    /// Cases, events and the report log.
    pub const CASES: Self = Self { cases: true, ..Self::NOTHING };
    /// Something issued.
    pub const ISSUED: Self = Self { issued: true, ..Self::NOTHING };

    /// Whether anything changed.
    pub fn any(self) -> bool {
        self != Self::NOTHING
    }
}

/// An act's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<T> {
    /// The value.
    pub value: T,
    /// What it touched.
    pub changed: Changed,
}
