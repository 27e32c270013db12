//! Opening, revising and closing an event. Its reports go into the log.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use serde_json::json;

use crate::domain::cluster::AlertSubject;
use crate::domain::group::Group;
use crate::domain::id::EventId;
use crate::domain::report_entry::ReportSubject;
use crate::domain::school_event::{
    AlertCounted, EventBody, EventLevel, EventReport, EventScope, EventWords, SchoolEvent,
};
use crate::domain::scope::Scope;
use crate::domain::symptom::SymptomCode;
use crate::ops::alerts::AnswerRequest;
use crate::ops::book::Book;
use crate::ops::case::plain;
use crate::ops::error::OpError;
use crate::ops::reporting::ReportingError;

/// An event as somebody writes it down.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EventDraft {
    /// When the school learned of it; `None`: now, or unchanged.
    pub known_at: Option<NaiveDateTime>,
    /// What is told of it.
    pub words: EventWords,
    /// How grave it is.
    pub level: EventLevel,
    /// First day of onset that counts; `None`: the day on which the school learned of it.
    pub from: Option<NaiveDate>,
    /// Whom it counts; none: the whole school.
    pub groups: Vec<Group>,
    /// Any of these symptoms; none: any illness absence.
    pub symptoms: BTreeSet<SymptomCode>,
    /// Cases of this disease count besides.
    pub disease: Option<String>,
    /// Key of the alert that it grows out of.
    pub alert: Option<String>,
    /// What that alert counted.
    pub counted: AlertCounted,
}

/// Something to do to events. Reports of them are written by [`LogOp`](crate::ops::report_log::LogOp).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EventOp {
    /// A new event.
    Open(Box<EventDraft>),
    /// What is known by now.
    Revise(EventId, Box<EventDraft>),
    /// Its end; `None`: today.
    Close(EventId, Option<NaiveDate>),
    /// It has not ended.
    Reopen(EventId),
}

impl Book {
    /// Does something to an event; answers its key.
    pub(in crate::ops) fn run_event(&mut self, op: &EventOp) -> Result<EventId, OpError> {
        match op {
            EventOp::Open(draft) => self.open_event(draft),
            EventOp::Revise(event, draft) => self.revise_event(*event, draft).map(|()| *event),
            EventOp::Close(event, on) => self.close_event(*event, *on).map(|()| *event),
            EventOp::Reopen(event) => self.reopen_event(*event).map(|()| *event),
        }
    }

    /// Opens an event. The first report is due by its level and the scheme in force when the school learned of it. The
    /// alert that it grows out of is answered with it.
    ///
    /// # Errors
    /// [`ReportingError::NoTitle`], an unknown disease, a moment to come; [`OpError::NoSuchSymptom`],
    /// [`OpError::NoSuchClass`], [`OpError::NoSuchAlert`]; [`OpError::BadValue`] for a text that is too long.
    pub fn open_event(&mut self, draft: &EventDraft) -> Result<EventId, OpError> {
        let known_at = self.moment_gone(draft.known_at)?;
        let scheme = self.event_scheme(known_at)?;
        let minutes = TimeDelta::minutes(i64::from(scheme.first.of(draft.level)));
        let body = EventBody {
            words: plain_words(&draft.words)?,
            level: draft.level,
            scope: self.event_scope(draft, known_at.date())?,
            alert: draft.alert.clone(),
            edition: scheme.id.clone(),
            first_due: known_at + minutes,
            opened_by: self.operator()?,
            closed_by: None,
        };
        let answer = |key: &String| {
            let (key, comment) = (key.clone(), body.words.title.clone());
            self.answer_row(&AnswerRequest { key, comment, reported_to: None, event: None })
        };
        let mut answer = draft.alert.as_ref().map(answer).transpose()?;
        self.act("event", json!({}), |act, ids| {
            let id = EventId(ids.next());
            if let Some(row) = &mut answer {
                row.body.event = Some(id.to_string());
                let _ = act.put(row)?;
            }
            act.put_new(&SchoolEvent { id, known_at, closed_on: None, body })?;
            Ok(id)
        })
    }

    /// An event as an alert would begin it.
    ///
    /// # Errors
    /// [`OpError::NoSuchAlert`].
    pub fn event_of_alert(&self, key: &str) -> Result<EventDraft, OpError> {
        let view = self.alert_view_of(key)?;
        let subject = view.subject.unwrap_or_default();
        let groups = match view.alert.scope {
            Scope::Group(group) => vec![group],
            Scope::Grade(_) | Scope::Meal(_) | Scope::School => Vec::new(),
        };
        let (mut symptoms, mut disease) = (BTreeSet::new(), None);
        let circle = Some(view.alert.scope).filter(|it| matches!(it, Scope::Grade(_) | Scope::Meal(_)));
        let mut counted = AlertCounted { circle, ..AlertCounted::default() };
        match view.alert.subject {
            AlertSubject::Symptom(code) => {
                let _ = symptoms.insert(code);
            }
            AlertSubject::Disease(id) => disease = Some(id),
            AlertSubject::Definition(id) => counted.definition = Some(id),
            AlertSubject::Severe(_) => counted.persons = view.alert.persons.iter().copied().collect(),
            AlertSubject::SymptomsUnknown => {}
        }
        Ok(EventDraft {
            words: EventWords {
                title: self.tr.event_title(&view.scope_words, &subject),
                ..EventWords::default()
            },
            from: Some(view.alert.from),
            groups,
            symptoms,
            disease,
            alert: Some(key.to_owned()),
            counted,
            ..EventDraft::default()
        })
    }

    /// Writes down what is known by now. A graver level brings the first report forward, counted from now, as long as it
    /// has not been made; no change puts it off.
    ///
    /// # Errors
    /// As [`Self::open_event`].
    pub fn revise_event(&mut self, id: EventId, draft: &EventDraft) -> Result<(), OpError> {
        let mut event = self.event_of(id)?;
        event.body.words = plain_words(&draft.words)?;
        event.body.scope = self.event_scope(draft, event.body.scope.from)?;
        if draft.level != event.body.level {
            let minutes = self
                .rules_on(event.known_at.date())
                .event_edition(&event.body.edition)
                .map(|e| e.first.of(draft.level));
            let entries = self.store.entries_about(&[ReportSubject::Event(id)].into())?;
            let made = entries.iter().any(|entry| entry.step == EventReport::First.name());
            if let Some(minutes) = minutes.filter(|_| !made) {
                let due = self.moment_gone(None)? + TimeDelta::minutes(i64::from(minutes));
                event.body.first_due = event.body.first_due.min(due);
            }
            event.body.level = draft.level;
        }
        self.act("event", json!({}), |act, _| Ok(act.put(&event).map(drop)?))
    }

    /// Closes an event; the closing report is due from then on.
    ///
    /// # Errors
    /// [`ReportingError::Closed`], [`ReportingError::ClosedBeforeBegun`], [`OpError::DayToCome`].
    pub fn close_event(&mut self, id: EventId, on: Option<NaiveDate>) -> Result<(), OpError> {
        let mut event = self.event_of(id)?;
        if let Some(on) = event.closed_on {
            return Err(ReportingError::Closed { on }.into());
        }
        let on = self.day_gone(on.unwrap_or_else(|| self.today()))?;
        let began = event.known_at.date();
        if on < began {
            return Err(ReportingError::ClosedBeforeBegun { given: on, began }.into());
        }
        event.closed_on = Some(on);
        event.body.closed_by = Some(self.operator()?);
        self.act("event_close", json!({}), |act, _| Ok(act.put(&event).map(drop)?))
    }

    /// Opens a closed event again.
    ///
    /// # Errors
    /// [`ReportingError::StillOpen`].
    pub fn reopen_event(&mut self, id: EventId) -> Result<(), OpError> {
        let mut event = self.event_of(id)?;
        if event.closed_on.is_none() {
            return Err(ReportingError::StillOpen.into());
        }
        event.closed_on = None;
        event.body.closed_by = None;
        self.act("event", json!({}), |act, _| Ok(act.put(&event).map(drop)?))
    }

    /// The event of that key.
    pub(in crate::ops) fn event_of(&self, id: EventId) -> Result<SchoolEvent, OpError> {
        let none = || ReportingError::NoSuchEvent { given: id.to_string() };
        Ok(self.store.event(id)?.ok_or_else(none)?)
    }

    fn event_scope(&self, draft: &EventDraft, from: NaiveDate) -> Result<EventScope, OpError> {
        if let Some(code) = draft.symptoms.iter().find(|code| self.rules.symptom(code).is_none()) {
            return Err(OpError::NoSuchSymptom { code: code.to_string() });
        }
        if let Some(id) = draft.disease.as_ref().filter(|id| self.rules.disease(id).is_none()) {
            return Err(ReportingError::NoSuchDisease { given: id.clone() }.into());
        }
        for group in &draft.groups {
            let _ = self.group_info(*group)?;
        }
        Ok(EventScope {
            from: self.day_gone(draft.from.unwrap_or(from))?,
            groups: draft.groups.clone(),
            symptoms: draft.symptoms.clone(),
            disease: draft.disease.clone(),
            counted: draft.counted.clone(),
        })
    }
}

/// The words without blanks around them.
fn plain_words(words: &EventWords) -> Result<EventWords, OpError> {
    let text = |field, text: &Option<String>| plain(field, text.as_deref());
    Ok(EventWords {
        title: plain("title", Some(&words.title))?.ok_or(ReportingError::NoTitle)?,
        place: text("place", &words.place)?,
        symptoms: text("symptoms", &words.symptoms)?,
        course: text("course", &words.course)?,
        measures: text("measures", &words.measures)?,
        cause: text("cause", &words.cause)?,
        summary: text("summary", &words.summary)?,
        improvements: text("improvements", &words.improvements)?,
    })
}
