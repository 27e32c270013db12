//! The weekly package for the township.

use chrono::{Days, NaiveDate, Weekday};

use super::{Duties, Obligation, ObligationSubject};

impl Duties<'_> {
    /// The package of this week, and that of the week before if it was left out by a school that sends.
    pub(super) fn packages(&self) -> Vec<Obligation> {
        let monday = self.now.date().week(Weekday::Mon).first_day();
        let mut found = Vec::new();
        if let (Some(before), Some(last)) = (monday.checked_sub_days(Days::new(7)), self.records.last_package)
            && last < before
        {
            found.extend(self.package_of(before, false));
        }
        let sent = self.records.last_package.is_some_and(|last| last >= monday);
        found.extend(self.package_of(monday, sent));
        found
    }

    /// Due on its weekday, or on the last school day before it; a week without school owes none.
    fn package_of(&self, monday: NaiveDate, done: bool) -> Option<Obligation> {
        let duty = self.rules.package();
        let days = u64::from(duty.weekday.num_days_from_monday());
        let mut week = monday.iter_days().take(usize::try_from(days).ok()? + 1).collect::<Vec<_>>();
        week.retain(|day| self.calendar.is_school_day(*day));
        let due = week.last()?.and_time(duty.deadline);
        Some(self.obligation("weekly-package", due, done, ObligationSubject::Package { week: monday }))
    }
}
