//! Alerts with their clocks: since when the school knows, and within how many hours it reports.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate, NaiveDateTime};

use super::judged::Sightings;
use crate::domain::calendar::Calendar;
use crate::domain::cluster::{Alert, AlertSubject, DiseaseCase, Tallies};
use crate::domain::id::PersonId;
use crate::domain::obligation::KnownAlert;
use crate::domain::told_finding::{ToldFinding, known_at};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// How far back unanswered alerts are looked for at the beginning of a school year, in days.
const HALF_A_YEAR: u64 = 180;

/// What was judged of days that a key press no longer changes, as long as nobody touches them.
#[derive(Debug, Default)]
pub(in crate::ops) struct HeldAlerts(RefCell<Option<Held>>);

#[derive(Debug)]
struct Held {
    days: (NaiveDate, NaiveDate),
    /// The last journal entry of which it is known that it changed nothing.
    head: i64,
    alerts: Vec<Learned>,
}

/// An alert with the moment since which the school knows of it, where anything tells.
type Learned = (Alert, Option<NaiveDateTime>);

/// An alert as it stood last and as it was when it was raised.
struct Run {
    alert: Alert,
    raised: Alert,
    /// When the school learned of diseases that have part in it.
    told: Vec<(PersonId, NaiveDateTime)>,
}

impl Book {
    /// The first day whose alerts are asked for on a day until they are answered: that of its school year, and half a year
    /// before at least.
    pub(super) fn asked_since(date: NaiveDate) -> NaiveDate {
        let year = Calendar::first_day_of(Calendar::school_year_of(date));
        year.min(date - Days::new(HALF_A_YEAR))
    }

    /// Alerts around a day, and those of the days before it that nobody has answered, each with its clock. An alert is asked
    /// for until it is answered.
    pub(in crate::ops) fn known_alerts(
        &self,
        date: NaiveDate,
        moment: NaiveDateTime,
    ) -> Result<Vec<KnownAlert>, OpError> {
        let live = date - Days::new(self.live_days(date));
        let mut alerts = self.held_before(date, live)?;
        let runs = self.runs(live, date)?;
        alerts.retain(|(alert, _)| !runs.iter().any(|run| run.alert.is_same_run(alert)));
        let both = runs.iter().map(|run| &run.alert).chain(alerts.iter().map(|(alert, _)| alert));
        let answers = self.answers_of(&both.cloned().collect::<Vec<_>>())?;
        let before = self.calendar(date)?.previous_school_day(date).unwrap_or(date);
        let mut settled = BTreeMap::new();
        for alert in runs.iter().map(|run| &run.alert).chain(alerts.iter().map(|(alert, _)| alert)) {
            settled.extend(self.settled_at(&answers, alert)?.map(|at| (alert.key(), at)));
        }
        let shown = |alert: &Alert| alert.to >= before || !settled.contains_key(&alert.key());
        alerts.retain(|(alert, _)| shown(alert));
        alerts.extend(self.learned(runs.into_iter().filter(|run| shown(&run.alert)).collect(), date)?);
        let known = |(alert, at): Learned| -> Result<KnownAlert, OpError> {
            let known_at = at.unwrap_or(moment).min(moment);
            Ok(KnownAlert {
                known_at,
                hours: self.alert_hours(&alert, known_at)?,
                answered_at: settled.get(&alert.key()).copied(),
                alert,
            })
        };
        alerts.into_iter().map(known).collect()
    }

    /// Hours within which an alert is reported that is known since a moment: those of its rule or of the scheme in force then,
    /// whichever are fewer.
    pub(super) fn alert_hours(&self, alert: &Alert, known_at: NaiveDateTime) -> Result<Option<u32>, OpError> {
        let rule = self.rules_on(alert.raised_on).alert_rule(&alert.rule);
        let scheme = self.case_edition(known_at)?;
        Ok(rule.and_then(|rule| rule.hours_by(&scheme.hours)))
    }

    /// Days of which a key press may still change the alerts: an onset may lie so far back, and a window before it.
    fn live_days(&self, date: NaiveDate) -> u64 {
        u64::from(self.rules_on(date).doubtful_days()) + self.longest_of_diseases(date, date)
    }

    /// The alerts of the days before `live`, judged once and kept until somebody touches one of these days.
    fn held_before(&self, date: NaiveDate, live: NaiveDate) -> Result<Vec<Learned>, OpError> {
        let Some(last) = live.pred_opt() else { return Ok(Vec::new()) };
        let Some(first) = self.store.first_sheet_between(Self::asked_since(date), last)? else {
            return Ok(Vec::new());
        };
        // What the first sheet tells may have begun before it.
        let first = first - Days::new(u64::from(self.rules_on(date).doubtful_days()));
        let (days, head) = ((first, last), self.store.journal_head()?);
        if let Some(held) = self.held_alerts.0.borrow_mut().as_mut()
            && held.days == days
            && (held.head == head || !self.store.alerts_touched(held.head, live)?)
        {
            held.head = head;
            return Ok(held.alerts.clone());
        }
        let alerts = self.learned(self.runs(first, last)?, last)?;
        *self.held_alerts.0.borrow_mut() = Some(Held { days, head, alerts: alerts.clone() });
        Ok(alerts)
    }

    fn runs(&self, since: NaiveDate, date: NaiveDate) -> Result<Vec<Run>, OpError> {
        self.judged((since, date), |known, tallies| runs(known, tallies, since, date), |run| &run.alert)
    }

    fn learned(&self, runs: Vec<Run>, date: NaiveDate) -> Result<Vec<Learned>, OpError> {
        let Some(first) = runs.iter().map(|run| run.raised.from).min() else { return Ok(Vec::new()) };
        let people: BTreeSet<PersonId> = runs.iter().flat_map(|run| run.raised.persons.clone()).collect();
        let told = self.store.told(people, first, date)?;
        let learned = |run: Run| {
            let since = told.iter().filter(|(on, _)| *on >= run.raised.from).map(|(_, it)| it);
            let own: Vec<ToldFinding> =
                since.filter(|it| run.raised.persons.contains(&it.person)).cloned().collect();
            let rules = self.rules_on(run.raised.to);
            (run.alert, known_at(rules, &run.raised, &own, &run.told))
        };
        Ok(runs.into_iter().map(learned).collect())
    }
}

fn runs(known: &Sightings, tallies: &Tallies<'_>, since: NaiveDate, date: NaiveDate) -> Vec<Run> {
    let run = |alert: Alert| {
        let raised = tallies.as_raised(&alert).unwrap_or_else(|| alert.clone());
        let window = raised.from..=raised.to;
        let has_part = |case: &&DiseaseCase| {
            window.contains(&case.onset)
                && matches!(raised.subject, AlertSubject::Disease(_) | AlertSubject::Definition(_))
        };
        let told = known.diseases.iter().filter(has_part).map(|case| (case.person, case.known_at)).collect();
        Run { alert, raised, told }
    };
    tallies.since(since, date).into_iter().map(run).collect()
}
