//! The daily report, and cases and events of which somebody has to be told.

use super::{Duties, GroupKind, IssuedReport, Obligation, ObligationSubject};

impl Duties<'_> {
    /// The daily report of today.
    pub(super) fn report(&self) -> Option<Obligation> {
        let date = self.now.date();
        let due = date.and_time(self.rules.report().deadline);
        let classes = self.records.groups.iter().any(|g| g.group.kind() == GroupKind::Class);
        let wanted = classes && self.calendar.report_session(date).is_some();
        let issued = self.records.report;
        let subject = ObligationSubject::DailyReport { date, issued };
        wanted
            .then(|| self.obligation("daily-report", due, issued.is_some_and(IssuedReport::stands), subject))
    }

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
