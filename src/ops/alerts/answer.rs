//! Answering an alert: seen, commented, reported, turned into an event. What is answered leaves the banner; its duty is
//! done once it is reported. An alert that counts somebody more comes back. A report stands in the report log as well,
//! written by the same act.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveDateTime};
use serde_json::json;

use crate::domain::alert_answer::{AlertAnswer, AlertWord};
use crate::domain::cluster::Alert;
use crate::domain::id::{EventId, ReportEntryId};
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::domain::school_event::EventReport;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::report_log::NewReport;
use crate::ops::reporting::ReportingError;
use crate::storage::AlertAnswerRow;

/// Days after its first one in which a run is looked for before all that follow are read.
const RUN_DAYS: u64 = 30;

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
    /// Answers an alert. What was said before stays. To whom it was reported is written into the report log too, with the
    /// telephone of that unit as it was known last.
    ///
    /// # Errors
    /// [`OpError::NoSuchAlert`] for a key that no alert of the school year has,
    /// [`ReportingError::NoSuchEvent`] for an event that there is not; nothing is changed.
    pub fn answer_alert(&mut self, request: &AnswerRequest) -> Result<(), OpError> {
        let mut row = self.answer_row(request)?;
        let scope = self.scope_name(row.body.alert.scope)?.words;
        let told = row.body.last().and_then(|word| word.reported_to.clone());
        let entry = told.map(|unit| self.entry_of_answer(request, unit)).transpose()?;
        self.act("answer_alert", json!({ "scope": scope }), |act, ids| {
            if let Some(entry) = entry {
                let entry = ReportEntry { id: ReportEntryId(ids.next()), ..entry };
                if let Some(word) = row.body.words.last_mut() {
                    word.entry = Some(entry.id);
                }
                act.put_new(&entry)?;
            }
            Ok(act.put(&row).map(drop)?)
        })
    }

    /// What the report log says of an alert that was reported; its key is drawn when it is written.
    fn entry_of_answer(&self, request: &AnswerRequest, unit: String) -> Result<ReportEntry, OpError> {
        let subject = ReportSubject::Alert(request.key.clone());
        let known = self.told_at(&unit)?;
        let report = NewReport {
            person: known.as_ref().and_then(|told| told.person.clone()),
            phone: known.as_ref().and_then(|told| told.phone.clone()),
            way: known.map(|told| told.way).unwrap_or_default(),
            content: Some(request.comment.clone()),
            unit,
            ..NewReport::about(subject.clone(), ReportEntry::ALERT)
        };
        let id = ReportEntryId(uuid::Uuid::nil());
        let body = self.entry_body(&report)?;
        Ok(ReportEntry { id, at: self.now(), subject, step: report.step, body })
    }

    /// The answer as it will be kept, with what was said before.
    pub(in crate::ops) fn answer_row(&self, request: &AnswerRequest) -> Result<AlertAnswerRow, OpError> {
        let mut row = self.answer_so_far(&request.key)?;
        let filled = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        if let Some(given) = request.event.as_deref().and_then(filled) {
            let none = || ReportingError::NoSuchEvent { given: given.clone() };
            let event = self.event_of(given.parse().map_err(|_| none())?)?;
            row.body.event = Some(event.id.to_string());
        }
        row.body.words.push(AlertWord {
            by: self.operator()?,
            at: row.at,
            comment: request.comment.trim().to_owned(),
            reported_to: request.reported_to.as_deref().and_then(filled),
            entry: None,
        });
        Ok(row)
    }

    /// The answer of an alert after an entry of the report log said that it was reported.
    pub(in crate::ops) fn answer_of_entry(
        &self,
        entry: &ReportEntry,
    ) -> Result<Option<AlertAnswerRow>, OpError> {
        let ReportSubject::Alert(key) = &entry.subject else { return Ok(None) };
        if entry.step != ReportEntry::ALERT {
            return Ok(None);
        }
        let mut row = self.answer_so_far(key)?;
        row.body.forget(entry.id);
        row.body.words.push(AlertWord {
            by: entry.body.by.clone(),
            at: entry.at,
            comment: entry.body.content.clone().unwrap_or_default(),
            reported_to: Some(entry.body.unit.clone()),
            entry: Some(entry.id),
        });
        row.body.words.sort_by_key(|word| word.at);
        Ok(Some(row))
    }

    /// What was said of an alert without what an entry of the report log said; nothing said is no answer.
    pub(in crate::ops) fn answer_without(
        &self,
        entry: &ReportEntry,
    ) -> Result<Option<AlertAnswerRow>, OpError> {
        let ReportSubject::Alert(key) = &entry.subject else { return Ok(None) };
        let row = self.store.alert_answer(key)?;
        Ok(row.map(|mut row| {
            row.body.forget(entry.id);
            row
        }))
    }

    /// What was said of an alert, to be gone on with: the alert as it stands now, else as it was answered last.
    fn answer_so_far(&self, key: &str) -> Result<AlertAnswerRow, OpError> {
        let before = self.store.alert_answer(key)?.map(|row| row.body);
        let alert = match (self.alert_of_key(key), &before) {
            (Err(OpError::NoSuchAlert { .. }), Some(body)) => body.alert.clone(),
            (alert, _) => alert?,
        };
        let (words, event) = before.map_or((Vec::new(), None), |body| (body.words, body.event));
        let (key, raised_on, at) = (key.to_owned(), alert.raised_on, self.now());
        Ok(AlertAnswerRow { key, raised_on, at, body: AlertAnswer { words, event, alert } })
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
        if raised > today || raised < Self::asked_since(today) {
            return Err(nothing());
        }
        let of_key = |last: NaiveDate| -> Result<Option<Alert>, OpError> {
            Ok(self.alerts_between(raised, last)?.into_iter().find(|alert| alert.key() == key))
        };
        let soon = today.min(raised + Days::new(RUN_DAYS));
        match of_key(soon)?.ok_or_else(nothing)? {
            alert if alert.to < soon || soon == today => Ok(alert),
            _ => of_key(today)?.ok_or_else(nothing),
        }
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

    /// When the duty of an alert was done: it was reported, or a report of the event that it became went out. Where its
    /// rule asks for no report, an answer does. To have seen it only quiets the banner.
    pub(in crate::ops) fn settled_at(
        &self,
        answers: &BTreeMap<String, AlertAnswerRow>,
        alert: &Alert,
    ) -> Result<Option<NaiveDateTime>, OpError> {
        let asked = self.rules.alert_rule(&alert.rule).is_some_and(|rule| rule.report_hours.is_some());
        let own = answers.get(&alert.key()).filter(|row| row.body.covers(alert));
        match own {
            Some(row) if !asked => return Ok(Some(row.at)),
            Some(row) => {
                if let Some(word) = row.body.reported() {
                    return Ok(Some(word.at));
                }
                let event = row.body.event.as_deref().and_then(|id| id.parse::<EventId>().ok());
                if let Some(at) = event.map(|id| self.first_report_of(id)).transpose()?.flatten() {
                    return Ok(Some(at));
                }
            }
            None => {}
        }
        Ok(self.told_under_another(answers, alert).map(|row| row.at))
    }

    /// Whether nothing more is owed of an alert as it stands now.
    ///
    /// # Errors
    /// [`OpError::NoSuchAlert`].
    pub fn is_settled(&self, key: &str) -> Result<bool, OpError> {
        let alert = self.alert_of_key(key)?;
        let answers = self.answers_of(std::slice::from_ref(&alert))?;
        Ok(self.settled_at(&answers, &alert)?.is_some())
    }

    /// When the first report of an event went out.
    fn first_report_of(&self, event: EventId) -> Result<Option<NaiveDateTime>, OpError> {
        let entries = self.store.entries_about(&[ReportSubject::Event(event)].into())?;
        let report = |entry: &&ReportEntry| EventReport::from_name(&entry.step).is_some();
        Ok(entries.iter().filter(report).map(|entry| entry.at).min())
    }

    /// The answer under which an alert is no longer on the banner: its own, or what was reported of the same illness in the same
    /// place under a rule that is as urgent, when that knew of everybody whom this one counts. Two rules that say the
    /// same of the same children are one call.
    pub(in crate::ops) fn answered_by<'a>(
        &self,
        answers: &'a BTreeMap<String, AlertAnswerRow>,
        alert: &Alert,
    ) -> Option<&'a AlertAnswerRow> {
        let own = answers.get(&alert.key()).filter(|row| row.body.covers(alert));
        own.or_else(|| self.told_under_another(answers, alert))
    }

    fn told_under_another<'a>(
        &self,
        answers: &'a BTreeMap<String, AlertAnswerRow>,
        alert: &Alert,
    ) -> Option<&'a AlertAnswerRow> {
        let hours = |rule: &str| self.rules.alert_rule(rule).and_then(|rule| rule.report_hours);
        answers.values().find(|row| {
            let other = &row.body.alert;
            row.body.reported().is_some()
                && row.body.covers(alert)
                && (other.scope, &other.subject) == (alert.scope, &alert.subject)
                && hours(&other.rule).zip(hours(&alert.rule)).is_some_and(|(theirs, own)| theirs <= own)
        })
    }
}
