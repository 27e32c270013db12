//! `alert list`: one line per alert.

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use crate::domain::cluster::Alert;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::AlertAnswerRow;

/// One alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlertLine {
    /// Its key, for `alert answer`.
    pub key: String,
    /// Rule id.
    pub rule: String,
    /// Version of the rule.
    pub version: String,
    /// `class`, `dormitory`, `staff`, `grade`, `meal`, `school`.
    pub scope: &'static str,
    /// Name of the group as the school writes it.
    pub scope_name: String,
    /// Symptom code, sign, case definition or disease; `None` where symptoms are unknown.
    pub symptom_or_disease: Option<String>,
    /// Its name.
    pub subject: Option<String>,
    /// Short name of the rule.
    pub rule_name: String,
    /// Name of the edition that the rule belongs to.
    pub edition: Option<String>,
    /// Whether the edition holds in one place only.
    pub local: bool,
    /// First day of the window.
    pub from: NaiveDate,
    /// Last day of the window.
    pub to: NaiveDate,
    /// First day of the run.
    pub raised_on: NaiveDate,
    /// Persons.
    pub count: usize,
    /// How many raise it.
    pub needed: usize,
    /// Head-count, where a share of it is asked.
    pub head_count: Option<usize>,
    /// Their keys.
    pub persons: Vec<String>,
    /// The rule in words.
    pub text: String,
    /// Its source.
    pub source: String,
    /// What was said of it; `None` while nobody has.
    pub answer: Option<AnswerLine>,
}

/// What was said of an alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerLine {
    /// Whether nobody was counted since: one that grew asks again.
    pub stands: bool,
    /// What was said, the earliest first.
    pub words: Vec<AnswerWord>,
    /// Id of the event that it became.
    pub event: Option<String>,
}

/// One thing that was said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerWord {
    /// When.
    pub at: NaiveDateTime,
    /// Who.
    pub by: String,
    /// The comment.
    pub comment: String,
    /// To whom it was reported.
    pub reported_to: Option<String>,
}

impl Book {
    /// Alerts that a day's sheets raise, of which the answered ones say so.
    pub fn alert_lines(&self, date: NaiveDate) -> Result<Vec<AlertLine>, OpError> {
        self.lines_of(self.alerts_of_day(date)?)
    }

    /// Alerts of the days `from` to `to`, each run once as it stood on its last day, latest first.
    pub fn alert_lines_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<AlertLine>, OpError> {
        self.lines_of(self.alerts_between(from, to)?)
    }

    fn lines_of(&self, alerts: Vec<Alert>) -> Result<Vec<AlertLine>, OpError> {
        let answers = self.answers_of(&alerts)?;
        alerts.into_iter().map(|alert| self.alert_line(alert, &answers)).collect()
    }

    fn alert_line(
        &self,
        alert: Alert,
        answers: &std::collections::BTreeMap<String, AlertAnswerRow>,
    ) -> Result<AlertLine, OpError> {
        let words = self.alert_rule_words(&alert.rule, alert.to);
        let key = alert.key();
        Ok(AlertLine {
            scope: alert.scope.kind().name(),
            scope_name: self.scope_name(alert.scope)?.label,
            symptom_or_disease: alert.subject.code().map(ToOwned::to_owned),
            subject: self.subject_name(&alert.subject),
            rule_name: words.name,
            edition: words.edition,
            local: words.local,
            from: alert.from,
            to: alert.to,
            raised_on: alert.raised_on,
            count: alert.count,
            needed: alert.needed,
            head_count: alert.head_count,
            persons: alert.persons.iter().map(ToString::to_string).collect(),
            text: words.text,
            source: words.source,
            answer: answers.get(&key).map(|row| self.answer_line(row, &alert)),
            key,
            rule: alert.rule,
            version: alert.version,
        })
    }

    /// What was said of an alert as it stands now.
    pub(super) fn answer_line(&self, row: &AlertAnswerRow, alert: &Alert) -> AnswerLine {
        let word = |word: &crate::domain::alert_answer::AlertWord| AnswerWord {
            at: word.at,
            by: self.name_or_post(&word.by),
            comment: word.comment.clone(),
            reported_to: word.reported_to.clone(),
        };
        AnswerLine {
            stands: row.body.covers(alert),
            words: row.body.words.iter().map(word).collect(),
            event: row.body.event.clone(),
        }
    }
}
