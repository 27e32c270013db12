//! What stands in the fields of 健康: notes from a day on, and the check of the vaccination certificate.

use chrono::NaiveDate;

use crate::domain::health_note::{HealthKind, HealthNote};
use crate::domain::id::PersonId;
use crate::domain::person_name::half_width;
use crate::domain::vaccination_check::{Doses, VaccinationCheck};
use crate::gui::widget::date_field::day;
use crate::ops::person::{HealthOp, PersonFile};

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HealthPlace {
    /// A note.
    Note(HealthKind),
    /// From when on the notes hold.
    NotesFrom,
    /// Doses on the certificate, of the vaccine in that place.
    Given(usize),
    /// Doses caught up, of the vaccine in that place.
    CatchUp(usize),
    /// 查验人
    CheckedBy,
    /// 查验日期
    CheckedOn,
    /// 备注
    Remark,
}

impl HealthPlace {
    /// Its name for the focus and for tests.
    pub fn id(self) -> String {
        match self {
            Self::Note(kind) => format!("health-{}", kind.name()),
            Self::NotesFrom => "health-from".to_owned(),
            Self::Given(at) => format!("dose-{at}"),
            Self::CatchUp(at) => format!("catch-up-{at}"),
            Self::CheckedBy => "checked-by".to_owned(),
            Self::CheckedOn => "checked-on".to_owned(),
            Self::Remark => "check-remark".to_owned(),
        }
    }
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum HealthMessage {
    /// Typed into a field.
    Typed(HealthPlace, String),
    /// Enter: to the next field; after the last one, save.
    Next(HealthPlace),
    /// 是否有证
    Certificate(Option<bool>),
    /// 是否补证
    Replaced,
    /// What the clinic judged.
    Judged(Option<bool>),
}

/// The fields as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct HealthForm {
    pub(super) notes: [String; HealthKind::ALL.len()],
    pub(super) notes_from: String,
    pub(super) certificate: Option<bool>,
    pub(super) replaced: bool,
    pub(super) judged: Option<bool>,
    /// Vaccine id, doses on the certificate, doses caught up.
    pub(super) doses: Vec<(String, String, String)>,
    pub(super) checked_by: String,
    pub(super) checked_on: String,
    pub(super) remark: String,
}

impl HealthForm {
    /// The form of a person; days begin as today.
    pub fn of(file: &PersonFile, today: NaiveDate) -> Self {
        let note = |kind| file.current_notes().find(|note| note.kind == kind);
        let check = file.vaccinations.first().map(|view| &view.check);
        let text = |value: Option<&String>| value.cloned().unwrap_or_default();
        let number = |count: Option<u8>| count.map(|count| count.to_string()).unwrap_or_default();
        let doses = file.vaccines.iter().map(|line| {
            let caught_up = line.doses.map(|doses| doses.catch_up).filter(|count| *count > 0);
            (line.id.clone(), number(line.doses.map(|doses| doses.given)), number(caught_up))
        });
        Self {
            notes: HealthKind::ALL.map(|kind| text(note(kind).map(|note| &note.text))),
            notes_from: today.to_string(),
            certificate: check.and_then(|check| check.certificate),
            replaced: check.is_some_and(|check| check.replaced),
            judged: check.and_then(|check| check.judged),
            doses: doses.collect(),
            checked_by: text(check.and_then(|check| check.checked_by.as_ref())),
            checked_on: check.map_or(today, |check| check.day).to_string(),
            remark: text(check.and_then(|check| check.remark.as_ref())),
        }
    }

    pub(super) fn take(&mut self, message: HealthMessage) {
        match message {
            HealthMessage::Typed(place, typed) => {
                if let Some(text) = self.text(place) {
                    *text = if matches!(place, HealthPlace::Given(_) | HealthPlace::CatchUp(_)) {
                        digit(&typed)
                    } else {
                        typed
                    };
                }
            }
            HealthMessage::Certificate(certificate) => {
                self.certificate = certificate;
                self.replaced &= certificate == Some(true);
            }
            HealthMessage::Replaced => {
                self.replaced = !self.replaced;
                if self.replaced {
                    self.certificate = Some(true);
                }
            }
            HealthMessage::Judged(judged) => self.judged = judged,
            HealthMessage::Next(_) => {}
        }
    }

    /// The field after one; doses are typed down their column. `None` after the last one.
    pub(super) fn after(&self, place: HealthPlace) -> Option<HealthPlace> {
        let last = self.doses.len().checked_sub(1);
        Some(match place {
            HealthPlace::Note(kind) => {
                let at = HealthKind::ALL.iter().position(|other| *other == kind)?;
                HealthKind::ALL.get(at + 1).map_or(HealthPlace::NotesFrom, |kind| HealthPlace::Note(*kind))
            }
            HealthPlace::NotesFrom if last.is_some() => HealthPlace::Given(0),
            HealthPlace::Given(at) if Some(at) < last => HealthPlace::Given(at + 1),
            HealthPlace::CatchUp(at) if Some(at) < last => HealthPlace::CatchUp(at + 1),
            HealthPlace::NotesFrom | HealthPlace::Given(_) | HealthPlace::CatchUp(_) => {
                HealthPlace::CheckedBy
            }
            HealthPlace::CheckedBy => HealthPlace::CheckedOn,
            HealthPlace::CheckedOn => HealthPlace::Remark,
            HealthPlace::Remark => return None,
        })
    }

    pub(super) fn text(&mut self, place: HealthPlace) -> Option<&mut String> {
        match place {
            HealthPlace::Note(kind) => {
                let at = HealthKind::ALL.iter().position(|other| *other == kind)?;
                self.notes.get_mut(at)
            }
            HealthPlace::NotesFrom => Some(&mut self.notes_from),
            HealthPlace::Given(at) => self.doses.get_mut(at).map(|(_, given, _)| given),
            HealthPlace::CatchUp(at) => self.doses.get_mut(at).map(|(.., caught_up)| caught_up),
            HealthPlace::CheckedBy => Some(&mut self.checked_by),
            HealthPlace::CheckedOn => Some(&mut self.checked_on),
            HealthPlace::Remark => Some(&mut self.remark),
        }
    }

    /// The check as it stands in the fields; `None` while its day is none.
    pub(super) fn check(&self, person: PersonId) -> Option<VaccinationCheck> {
        let text = |value: &String| Some(value.trim().to_owned()).filter(|value| !value.is_empty());
        let doses = self.doses.iter().filter_map(|(id, given, caught_up)| {
            let (given, catch_up) = (given.parse().ok(), caught_up.parse().ok());
            let doses = Doses { given: given.unwrap_or_default(), catch_up: catch_up.unwrap_or_default() };
            (given.is_some() || catch_up.is_some()).then(|| (id.clone(), doses))
        });
        Some(VaccinationCheck {
            certificate: self.certificate,
            replaced: self.replaced,
            doses: doses.collect(),
            judged: self.judged,
            checked_by: text(&self.checked_by),
            remark: text(&self.remark),
            ..VaccinationCheck::open(person, day(&self.checked_on)?)
        })
    }

    /// Whether the notes differ, and whether the check does; the days alone are no change of the notes.
    pub(super) fn differs(&self, before: &Self) -> (bool, bool) {
        let notes_only =
            Self { notes: before.notes.clone(), notes_from: before.notes_from.clone(), ..self.clone() };
        (self.notes != before.notes, notes_only != *before)
    }

    /// What saving asks of the book, if anything, or the day that keeps it from being saved.
    pub(super) fn op(
        &self,
        before: &Self,
        file: &PersonFile,
        today: NaiveDate,
    ) -> Result<Option<HealthOp>, HealthPlace> {
        let person = file.person.id;
        let (notes_differ, check_differs) = self.differs(before);
        let mut notes = Vec::new();
        if notes_differ {
            let from = day(&self.notes_from).filter(|from| *from <= today).ok_or(HealthPlace::NotesFrom)?;
            let texts = HealthKind::ALL.into_iter().zip(self.notes.iter().zip(&before.notes));
            let changed = texts.filter(|(_, (now, before))| now != before).map(|(kind, (text, _))| {
                // What was emptied never was: the note that held goes away on its own day.
                let held = file.current_notes().find(|note| note.kind == kind).map(|note| note.day);
                let day = if text.trim().is_empty() { held.unwrap_or(from) } else { from };
                HealthNote { person, kind, day, text: text.clone() }
            });
            notes.extend(changed);
        }
        let check = if check_differs {
            let check = self.check(person).filter(|check| check.day <= today);
            Some(Box::new(check.ok_or(HealthPlace::CheckedOn)?))
        } else {
            None
        };
        Ok((!notes.is_empty() || check.is_some()).then_some(HealthOp::Set { notes, check }))
    }
}

/// A number of doses is one digit: the last one typed.
fn digit(typed: &str) -> String {
    half_width(typed).chars().rfind(char::is_ascii_digit).map(String::from).unwrap_or_default()
}
