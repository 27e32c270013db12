//! What help is about, in the order of the pages in `assets/help`.

use crate::gui::route::Route;

/// A question that help answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// The first start.
    Start,
    /// The morning check.
    Morning,
    /// Nil and unchecked.
    Nil,
    /// Alerts.
    Alerts,
    /// Following absences.
    Trace,
    /// Printing.
    Print,
    /// The USB stick.
    Usb,
    /// Backups, restore cards, the clock.
    Backups,
    /// The roster.
    Roster,
    /// The keys.
    Keys,
}

impl Topic {
    /// All, in the order of the pages.
    pub const ALL: [Self; 10] = [
        Self::Start,
        Self::Morning,
        Self::Nil,
        Self::Alerts,
        Self::Trace,
        Self::Print,
        Self::Usb,
        Self::Backups,
        Self::Roster,
        Self::Keys,
    ];

    /// The question that a screen raises.
    pub fn about(route: &Route) -> Self {
        match route {
            Route::FirstStart => Self::Start,
            Route::Today(..) => Self::Morning,
            Route::Sheet(_) | Route::Gate(_) => Self::Keys,
            Route::Roster(_)
            | Route::Person(_)
            | Route::NewPupil(_)
            | Route::NewStaff
            | Route::Import(_)
            | Route::Promotion => Self::Roster,
            Route::Trace(_) | Route::EventCurve(_) | Route::NewCase(..) => Self::Trace,
            Route::Plan | Route::Alert(_) | Route::OwnRules => Self::Alerts,
            Route::Print(_)
            | Route::PrintNames(_)
            | Route::HealthFile(_)
            | Route::PrintList { .. }
            | Route::PrintPeriod { .. }
            | Route::PrintEvent { .. }
            | Route::PrintSlips { .. }
            | Route::PrintPicture(_)
            | Route::Slips(_)
            | Route::PaperEditor(_)
            | Route::WorkReport => Self::Print,
            Route::Usb => Self::Usb,
            Route::Settings => Self::Backups,
            Route::Help(topic) => *topic,
        }
    }

    /// Its place among all.
    pub fn index(self) -> usize {
        Self::ALL.iter().position(|topic| *topic == self).unwrap_or(0)
    }
}
