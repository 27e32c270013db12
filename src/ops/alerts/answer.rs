//! Answering an alert: seen, commented, reported, turned into an event. What is answered leaves the banner, and its duty
//! is done; an alert that counts somebody more comes back.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use serde_json::json;

use crate::domain::alert_answer::{AlertAnswer, AlertWord};
use crate::domain::cluster::Alert;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::AlertAnswerRow;

/// How long after an alert's last day it is still asked for.
pub(in crate::ops) const ASKED_FOR: u64 = 7;
/// How far back a key is looked for.
const KEY_DAYS: u64 = 60;

/// What is said of an alert.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnswerRequest {
    /// Key of the alert.
    pub key: String,
    /// The comment; may be empty.
    pub comment: String,
    /// To whom it was reported; `None` where it was not.
    pub reported_to: Option<String>,
    /// Id of the event that it became; `None` leaves the one that it has.
    pub event: Option<String>,
}

impl Book {
    /// Answers an alert. What was said before stays.
    ///
    /// # Errors
    /// [`OpError::NoSuchAlert`] for a key that no alert of the last two months has; nothing is changed.
    pub fn answer_alert(&mut self, request: &AnswerRequest) -> Result<(), OpError> {
        let row = self.answer_row(request)?;
        let scope = self.scope_name(row.body.alert.scope)?.words;
        self.act("answer_alert", json!({ "scope": scope }), |act, _| Ok(act.put(&row).map(drop)?))
    }

    /// The answer as it will be kept, with what was said before.
    pub(in crate::ops) fn answer_row(&self, request: &AnswerRequest) -> Result<AlertAnswerRow, OpError> {
        let alert = self.alert_of_key(&request.key)?;
        let before = self.store.alert_answer(&request.key)?.map(|row| row.body);
        let (mut words, event) = before.map_or((Vec::new(), None), |body| (body.words, body.event));
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let at = self.now();
        words.push(AlertWord {
            by: self.operator()?,
            at,
            comment: request.comment.trim().to_owned(),
            reported_to: request.reported_to.as_deref().and_then(filled),
        });
        let event = request.event.as_deref().and_then(filled).or(event);
        let raised_on = alert.raised_on;
        Ok(AlertAnswerRow {
            key: request.key.clone(),
            raised_on,
            at,
            body: AlertAnswer { words, event, alert },
        })
    }

    /// The alert of that key as it stands now.
    ///
    /// # Errors
    /// [`OpError::NoSuchAlert`].
    pub fn alert_of_key(&self, key: &str) -> Result<Alert, OpError> {
        let nothing = || OpError::NoSuchAlert { given: key.to_owned() };
        // rule / scope / subject / first day of its run / person
        let raised: NaiveDate = key.split('/').nth(3).and_then(|day| day.parse().ok()).ok_or_else(nothing)?;
        let today = self.today();
        if raised > today || raised < today - Days::new(KEY_DAYS) {
            return Err(nothing());
        }
        let alerts = self.alerts_between(raised, today)?;
        alerts.into_iter().find(|alert| alert.key() == key).ok_or_else(nothing)
    }

    /// What was said of these alerts, by key.
    pub(in crate::ops) fn answers_of(
        &self,
        alerts: &[Alert],
    ) -> Result<BTreeMap<String, AlertAnswerRow>, OpError> {
        let days = alerts.iter().map(|alert| alert.raised_on);
        let (Some(first), Some(last)) = (days.clone().min(), days.max()) else { return Ok(BTreeMap::new()) };
        let rows = self.store.alert_answers(first, last)?;
        Ok(rows.into_iter().map(|row| (row.key.clone(), row)).collect())
    }

    /// The alerts that nobody has answered as they are now.
    pub(in crate::ops) fn unanswered(&self, alerts: Vec<Alert>) -> Result<Vec<Alert>, OpError> {
        let answers = self.answers_of(&alerts)?;
        Ok(alerts.into_iter().filter(|alert| self.answered_by(&answers, alert).is_none()).collect())
    }

    /// The answer under which an alert needs nothing more: its own, or what was reported of the same illness in the same
    /// place under a rule that is as urgent, when that knew of everybody whom this one counts. Two rules that say the
    /// same of the same children are one call.
    pub(in crate::ops) fn answered_by<'a>(
        &self,
        answers: &'a BTreeMap<String, AlertAnswerRow>,
        alert: &Alert,
    ) -> Option<&'a AlertAnswerRow> {
        let covering = |row: &&AlertAnswerRow| row.body.covers(alert);
        let hours = |rule: &str| self.rules.alert_rule(rule).and_then(|rule| rule.report_hours);
        let told = |row: &&AlertAnswerRow| {
            let other = &row.body.alert;
            row.body.reported().is_some()
                && (other.scope, &other.subject) == (alert.scope, &alert.subject)
                && hours(&other.rule).zip(hours(&alert.rule)).is_some_and(|(theirs, own)| theirs <= own)
        };
        let own = answers.get(&alert.key()).filter(covering);
        own.or_else(|| answers.values().filter(told).find(covering))
    }
}
