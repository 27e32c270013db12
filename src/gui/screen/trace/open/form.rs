//! The form of a talk, in the order in which it goes.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use super::moment;
use crate::domain::symptom::SymptomCode;
use crate::domain::trace::{Basis, Closing, Diagnosis, Talk};
use crate::gui::widget::date_field;
use crate::i18n::Tr;
use crate::ops::trace::{AbsenceLine, NewTrace, TraceView};

/// How the tracing ends without a diagnosis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// Back in good health.
    Returned,
    /// No doctor, symptoms ended.
    SymptomsEnded,
    /// Not absent because of illness.
    OtherReason,
}

impl Ending {
    /// All, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::SymptomsEnded, Self::Returned, Self::OtherReason];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::SymptomsEnded => "symptoms-ended",
            Self::OtherReason => "other-reason",
        }
    }
}

/// The fields that can be wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Next,
    Day,
}

impl Part {
    pub const fn id(self) -> &'static str {
        match self {
            Self::Next => "next-call",
            Self::Day => "ended-on",
        }
    }
}

/// A change of the form.
#[derive(Debug, Clone, PartialEq)]
pub enum FormEdit {
    /// Another number is dialled.
    Contact(usize),
    /// A symptom of today, or not.
    Symptom(SymptomCode),
    /// No symptom any more.
    NoSymptoms,
    /// Show all symptoms.
    More,
    /// Whether a doctor was seen; the same again: not asked.
    Seen(bool),
    /// Typed into the hospital.
    Hospital(String),
    /// Typed into the diagnosis.
    Diagnosis(String),
    /// What the diagnosis stands on.
    Basis(Basis),
    /// Whether others at home are ill; the same again: not asked.
    Similar(bool),
    /// Typed into where the person is.
    Where(String),
    /// Typed into the note.
    Note(String),
    /// Typed into the next call.
    Next(String),
    /// How the tracing ends; the same again: it goes on.
    Ending(Ending),
    /// The day on which it ended.
    Day(String),
}

/// A talk as it is written down.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Form {
    /// Id of the scheme of reporting limits.
    pub edition: String,
    /// Ids of the diseases of which there is a case already.
    pub cases: Vec<String>,
    /// Which of the numbers is dialled.
    pub contact: usize,
    /// `None`: not asked, and none is known.
    pub symptoms: Option<BTreeSet<SymptomCode>>,
    pub more: bool,
    pub seen: Option<bool>,
    pub hospital: String,
    pub diagnosis: String,
    pub basis: Basis,
    pub similar: Option<bool>,
    pub sent_where: String,
    pub note: String,
    pub next: String,
    /// Whether the next call was typed and not proposed.
    typed_next: bool,
    pub ending: Option<Ending>,
    pub day: String,
    /// Whether anything was changed.
    pub touched: bool,
    pub wrong: Option<(Part, String)>,
}

impl Form {
    /// The form as it opens: what is known of today is filled in, and the next call proposed.
    pub fn new(line: &AbsenceLine, data: &TraceView, now: NaiveDateTime, tr: &Tr) -> Self {
        let known = line.finding.symptoms.clone();
        Self {
            edition: data.reporting.clone(),
            cases: line.cases.clone(),
            contact: 0,
            symptoms: (!known.is_empty()).then_some(known),
            more: false,
            seen: line.finding.seen_doctor,
            hospital: line.traces.iter().rev().find_map(|it| it.talk.hospital.clone()).unwrap_or_default(),
            diagnosis: line.diagnosis.clone().unwrap_or_default(),
            basis: line
                .traces
                .iter()
                .rev()
                .find_map(|it| it.talk.diagnosis.as_ref())
                .map_or(Basis::Guardian, |it| it.basis),
            similar: None,
            sent_where: String::new(),
            note: String::new(),
            next: if line.diagnosis.is_none() {
                moment::words(data.next_call, now, tr)
            } else {
                String::new()
            },
            typed_next: false,
            ending: None,
            day: now.date().to_string(),
            touched: false,
            wrong: None,
        }
    }

    /// Takes a change. Whoever has a diagnosis or an ending needs no proposed call.
    pub fn edit(&mut self, edit: FormEdit) {
        self.touched |= !matches!(edit, FormEdit::More | FormEdit::Contact(_));
        match edit {
            FormEdit::Contact(at) => self.contact = at,
            FormEdit::Symptom(code) => {
                let held = self.symptoms.get_or_insert_default();
                if !held.remove(&code) {
                    let _ = held.insert(code);
                }
            }
            FormEdit::NoSymptoms => {
                let none = self.symptoms.as_ref().is_some_and(BTreeSet::is_empty);
                self.symptoms = (!none).then(BTreeSet::new);
            }
            FormEdit::More => self.more = !self.more,
            FormEdit::Seen(seen) => self.seen = if self.seen == Some(seen) { None } else { Some(seen) },
            FormEdit::Hospital(typed) => {
                if !typed.trim().is_empty() {
                    self.seen = Some(true);
                }
                self.hospital = typed;
            }
            FormEdit::Diagnosis(typed) => self.diagnosis = typed,
            FormEdit::Basis(basis) => self.basis = basis,
            FormEdit::Similar(ill) => self.similar = if self.similar == Some(ill) { None } else { Some(ill) },
            FormEdit::Where(typed) => self.sent_where = typed,
            FormEdit::Note(typed) => self.note = typed,
            FormEdit::Next(typed) => {
                self.typed_next = true;
                self.next = typed;
                self.wrong.take_if(|(part, _)| *part == Part::Next);
            }
            FormEdit::Ending(ending) => {
                self.ending = if self.ending == Some(ending) { None } else { Some(ending) };
                if self.ending == Some(Ending::SymptomsEnded) {
                    self.symptoms = Some(BTreeSet::new());
                    self.seen = self.seen.or(Some(false));
                }
            }
            FormEdit::Day(typed) => {
                self.day = typed;
                self.wrong.take_if(|(part, _)| *part == Part::Day);
            }
        }
    }

    /// Whether the tracing ends with what is written.
    pub fn ends(&self) -> bool {
        self.ending.is_some() || !self.diagnosis.trim().is_empty()
    }

    /// The next call as it stands in the field: a proposal goes with the reason for it.
    pub fn shown_next(&self) -> &str {
        if self.ends() && !self.typed_next { "" } else { &self.next }
    }

    /// The talk that it says.
    pub fn new_trace(
        &self,
        line: &AbsenceLine,
        now: NaiveDateTime,
        tr: &Tr,
    ) -> Result<NewTrace, (Part, String)> {
        let text = |typed: &str| Some(typed.trim().to_owned()).filter(|typed| !typed.is_empty());
        let closing = self.closing(tr)?;
        let name = text(&self.diagnosis);
        let talk = Talk {
            reached: true,
            symptoms: self.symptoms.clone(),
            seen_doctor: self.seen,
            hospital: text(&self.hospital),
            diagnosis: name.map(|name| Diagnosis { name, basis: self.basis }),
            similar_at_home: self.similar,
            sent_where: text(&self.sent_where),
            note: text(&self.note),
            closing,
            ..self.dialled(line)
        };
        let next_call = self.next_call(now, tr)?;
        Ok(NewTrace { person: line.key, at: None, next_call, talk })
    }

    /// The same where nobody answered: only whom, a note and the next call.
    pub fn unreached(
        &self,
        line: &AbsenceLine,
        again: NaiveDateTime,
        now: NaiveDateTime,
        tr: &Tr,
    ) -> Result<NewTrace, (Part, String)> {
        let note = Some(self.note.trim().to_owned()).filter(|note| !note.is_empty());
        let agreed = if self.typed_next { self.next_call(now, tr)? } else { None };
        let talk = Talk { note, ..self.dialled(line) };
        Ok(NewTrace { person: line.key, at: None, next_call: Some(agreed.unwrap_or(again)), talk })
    }

    fn dialled(&self, line: &AbsenceLine) -> Talk {
        let contact = line.contacts.get(self.contact);
        Talk {
            with: contact.and_then(|it| it.name.clone()),
            relation: contact.and_then(|it| it.relation.clone()),
            phone: contact.map(|it| it.phone.clone()),
            ..Talk::default()
        }
    }

    fn next_call(&self, now: NaiveDateTime, tr: &Tr) -> Result<Option<NaiveDateTime>, (Part, String)> {
        let typed = self.shown_next().trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let next = moment::read(typed, now).filter(|next| *next > now);
        next.map(Some).ok_or_else(|| (Part::Next, tr.trace_next_wrong()))
    }

    /// The ending with its day, if that is one.
    fn closing(&self, tr: &Tr) -> Result<Option<Closing>, (Part, String)> {
        let day = || date_field::day(&self.day).ok_or_else(|| (Part::Day, tr.plan_screen_bad_date()));
        Ok(match self.ending {
            None => None,
            Some(Ending::OtherReason) => Some(Closing::OtherReason),
            Some(Ending::Returned) => Some(Closing::Returned { on: day()? }),
            Some(Ending::SymptomsEnded) => Some(Closing::SymptomsEnded { on: day()? }),
        })
    }
}
