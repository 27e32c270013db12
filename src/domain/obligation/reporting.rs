//! Cases and events of which somebody has to be told.

use super::{Duties, Obligation, ObligationSubject};

impl Duties<'_> {
    /// What is owed of cases, and what was told to the last of them today.
    pub(super) fn cases(&self) -> Vec<Obligation> {
        let today = self.now.date();
        let shown = self.records.cases.iter().filter(|duty| duty.done_at.is_none_or(|at| at.date() == today));
        shown
            .map(|duty| {
                let subject =
                    ObligationSubject::Case { case: duty.case, person: duty.person, open: duty.open.clone() };
                self.obligation("case-report", duty.due, duty.done_at.is_some(), subject)
            })
            .collect()
    }

    /// The reports that events owe, and those made today.
    pub(super) fn events(&self) -> Vec<Obligation> {
        let today = self.now.date();
        let shown =
            self.records.events.iter().filter(|duty| duty.done_at.is_none_or(|at| at.date() == today));
        shown
            .map(|duty| {
                let subject = ObligationSubject::Event { event: duty.event, report: duty.report };
                let rule = format!("event-{}", duty.report.name());
                self.obligation(rule, duty.due, duty.done_at.is_some(), subject)
            })
            .collect()
    }
}
