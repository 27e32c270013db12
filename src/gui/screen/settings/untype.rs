//! Ctrl+Z before saving: what was typed goes back to what is in the book, one part of the page at a time.

use iced::advanced::widget::Id;

use super::{DaysForm, SchoolForm, Settings, TermForm};
use crate::domain::calendar::Season;
use crate::gui::effect::Effect;

/// Fields that go back together, and what takes them back; answers whether something was typed.
type Part = (&'static [&'static str], fn(&mut Settings) -> bool);

impl Settings {
    /// Takes back the part of the field with the focus, else the first that differs; `None` where nothing is typed.
    pub(super) fn take_back(&mut self, focused: Option<&Id>) -> Option<Vec<Effect>> {
        let on = |fields: &[&'static str]| fields.iter().any(|name| focused == Some(&Id::new(name)));
        let parts: [Part; 5] = [
            (&["school-name", "school-phone", "school-principal", "school-operator"], Self::school_back),
            (&["autumn-first", "autumn-last", "spring-first", "spring-last"], Self::terms_back),
            (&["day-first", "day-last", "day-note"], Self::days_back),
            (&[], Self::deadlines_back),
            (&["backup-place"], Self::place_back),
        ];
        let here = parts.iter().filter(|(fields, _)| on(fields));
        let rest = parts.iter().filter(|(fields, _)| !on(fields));
        here.chain(rest).any(|(_, back)| back(self)).then(Vec::new)
    }

    fn school_back(&mut self) -> bool {
        let changed = self.school_changed();
        if let Some(data) = self.data.as_ref().filter(|_| changed) {
            self.school = SchoolForm::of(data);
        }
        changed
    }

    fn terms_back(&mut self) -> bool {
        let changed = Season::ALL.into_iter().any(|season| self.term_changed(season));
        if let Some(data) = self.data.as_ref().filter(|_| changed) {
            self.terms = data.terms.iter().map(TermForm::of).collect();
        }
        changed
    }

    fn days_back(&mut self) -> bool {
        let blank = DaysForm { kind: self.days.kind, ..DaysForm::default() };
        let changed = self.days != blank;
        self.days = blank;
        changed
    }

    fn deadlines_back(&mut self) -> bool {
        let changed = !self.deadlines_typed().is_empty();
        if let Some(data) = self.data.as_ref().filter(|_| changed) {
            self.deadlines = super::hours_of(data);
        }
        changed
    }

    fn place_back(&mut self) -> bool {
        let changed = self.place_changed();
        if let Some(data) = self.data.as_ref().filter(|_| changed) {
            self.backup_place = super::place_of(data);
        }
        changed
    }
}
