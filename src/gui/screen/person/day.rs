//! The days that are proposed for changes: the earliest that the book would accept.

use chrono::NaiveDate;

use super::PersonForm;
use super::class_choice::{self, Meant};
use super::place::Place;

impl PersonForm {
    /// The earliest day in the class that is typed: after its sheet of today, and after that of the class before.
    pub(super) fn move_day(&self) -> NaiveDate {
        let Some(view) = &self.view else { return self.today };
        let class = class_choice::meant(&self.classes, &self.form.move_class, self.today);
        let checked = matches!(class, Meant::One(class) if view.days.checked.contains(&class.id));
        let tomorrow = self.today.succ_opt().filter(|_| checked);
        tomorrow.unwrap_or(self.today).max(view.days.class)
    }

    /// The day that is proposed in a field, where it is later than today because a sheet stands already.
    pub(super) fn later_day(&self, place: Place) -> Option<NaiveDate> {
        let view = self.view.as_ref()?;
        let day = match place {
            Place::MoveFrom if !self.is_staff() => self.move_day(),
            Place::LeaveOn => view.days.class,
            Place::BoardingFrom => view.days.boarding,
            _ => return None,
        };
        (day > view.days.here).then_some(day)
    }

    /// Another class was typed: the day goes with it, unless somebody has set it.
    pub(super) fn propose_again(&mut self, typed: Place, before: NaiveDate) {
        if typed == Place::MoveClass && self.form.move_from == before.to_string() {
            self.form.move_from = self.move_day().to_string();
        }
    }
}
