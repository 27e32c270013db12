//! The form of an event.

use std::mem::{Discriminant, discriminant};

use crate::domain::group::Group;
use crate::domain::id::EventId;
use crate::domain::school_event::{EventLevel, EventWords};
use crate::domain::symptom::SymptomCode;
use crate::gui::typed::Typed;
use crate::i18n::Tr;
use crate::ops::event::{EventDraft, EventOp, EventView};

/// A text of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 事件名称
    Title,
    /// 地点
    Place,
    /// 主要症状
    Symptoms,
    /// 事件经过
    Course,
    /// 已采取措施
    Measures,
    /// 原因
    Cause,
    /// 总体情况
    Summary,
    /// 整改措施
    Improvements,
}

impl Part {
    /// All, in the order of the form.
    pub const ALL: [Self; 8] = [
        Self::Title,
        Self::Place,
        Self::Symptoms,
        Self::Course,
        Self::Measures,
        Self::Cause,
        Self::Summary,
        Self::Improvements,
    ];

    /// Name of its field.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Title => "event-title",
            Self::Place => "event-place",
            Self::Symptoms => "event-symptoms",
            Self::Course => "event-course",
            Self::Measures => "event-measures",
            Self::Cause => "event-cause",
            Self::Summary => "event-summary",
            Self::Improvements => "event-improvements",
        }
    }

    /// Its label.
    pub fn label(self, tr: &Tr) -> String {
        match self {
            Self::Title => tr.event_name(),
            Self::Place => tr.event_place(),
            Self::Symptoms => tr.event_symptoms(),
            Self::Course => tr.event_course(),
            Self::Measures => tr.case_measures(),
            Self::Cause => tr.event_cause(),
            Self::Summary => tr.event_summary(),
            Self::Improvements => tr.event_improvements(),
        }
    }

    /// Its text.
    pub fn text(self, words: &EventWords) -> &str {
        let text = match self {
            Self::Title => return &words.title,
            Self::Place => &words.place,
            Self::Symptoms => &words.symptoms,
            Self::Course => &words.course,
            Self::Measures => &words.measures,
            Self::Cause => &words.cause,
            Self::Summary => &words.summary,
            Self::Improvements => &words.improvements,
        };
        text.as_deref().unwrap_or_default()
    }
}

/// The form as it is typed.
pub type Writing = Typed<EventForm, EventPlace>;
/// A field of it.
pub type EventPlace = (Discriminant<EventEdit>, Option<Part>);

/// A change of the form.
#[derive(Debug, Clone, PartialEq)]
pub enum EventEdit {
    /// A text.
    Text(Part, String),
    /// How grave it is.
    Level(EventLevel),
    /// A class that counts, or no longer.
    Group(Group),
    /// A symptom that counts, or no longer.
    Symptom(SymptomCode),
    /// Which disease one looks for.
    FindDisease(String),
    /// A disease whose cases count; the same again: none.
    Disease(String),
}

impl EventEdit {
    /// The field that it changes.
    pub fn place(&self) -> EventPlace {
        (discriminant(self), if let Self::Text(part, _) = self { Some(*part) } else { None })
    }
}

/// What is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct EventForm {
    /// The event; `None`: a new one.
    pub event: Option<EventId>,
    /// The event as it would be.
    pub draft: EventDraft,
    /// Which disease is looked for.
    pub find_disease: String,
    /// What is wrong with it.
    pub wrong: Option<String>,
}

impl EventForm {
    /// A new event.
    pub fn new(draft: EventDraft) -> Self {
        Self { event: None, draft, find_disease: String::new(), wrong: None }
    }

    /// An event as it is.
    pub fn of(view: &EventView) -> Self {
        Self { event: Some(view.line.key), ..Self::new(view.draft()) }
    }

    /// Takes a change.
    pub fn edit(&mut self, edit: EventEdit) {
        self.wrong = None;
        match edit {
            EventEdit::Text(part, text) => self.write(part, text),
            EventEdit::Level(level) => self.draft.level = level,
            EventEdit::Group(group) => match self.draft.groups.iter().position(|other| *other == group) {
                Some(at) => {
                    let _ = self.draft.groups.remove(at);
                }
                None => self.draft.groups.push(group),
            },
            EventEdit::Symptom(code) => {
                if !self.draft.symptoms.remove(&code) {
                    let _ = self.draft.symptoms.insert(code);
                }
            }
            EventEdit::FindDisease(text) => self.find_disease = text,
            EventEdit::Disease(id) => {
                self.find_disease.clear();
                self.draft.disease = Some(id).filter(|id| self.draft.disease.as_ref() != Some(id));
            }
        }
    }

    fn write(&mut self, part: Part, text: String) {
        let words = &mut self.draft.words;
        let slot = match part {
            Part::Title => {
                words.title = text;
                return;
            }
            Part::Place => &mut words.place,
            Part::Symptoms => &mut words.symptoms,
            Part::Course => &mut words.course,
            Part::Measures => &mut words.measures,
            Part::Cause => &mut words.cause,
            Part::Summary => &mut words.summary,
            Part::Improvements => &mut words.improvements,
        };
        *slot = Some(text);
    }

    /// What is to be done.
    pub fn op(&self) -> EventOp {
        let draft = Box::new(self.draft.clone());
        match self.event {
            Some(event) => EventOp::Revise(event, draft),
            None => EventOp::Open(draft),
        }
    }
}
