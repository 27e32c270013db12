//! Ctrl+Z before saving: what was typed goes back to what is in the book, one field at a time.

use iced::advanced::widget::Id;

use super::form::Form;
use super::health_form::HealthForm;
use super::place::Place;
use super::{HealthPlace, PersonForm};
use crate::domain::health_note::HealthKind;
use crate::gui::effect::Effect;

/// Fields that Enter passes by: they have a button of their own.
const BESIDE: [Place; 4] = [Place::Grade, Place::MoveClass, Place::MoveFrom, Place::LeaveOn];

impl PersonForm {
    /// Takes back the field with the focus, else the first that differs; what both parts hold besides fields comes
    /// last. `None` where nothing is typed.
    pub(super) fn take_back(&mut self, focused: Option<&Id>) -> Option<Vec<Effect>> {
        let places = self.order().iter().chain(&BESIDE).copied();
        let typed: Vec<Place> = places.filter(|place| self.form.differs_at(&self.before, *place)).collect();
        let notes: Vec<HealthPlace> =
            self.health.places().filter(|at| self.health.differs_at(&self.health_before, *at)).collect();
        let here = typed.iter().find(|place| focused == Some(&Id::from(place.id())));
        let note = notes.iter().find(|place| focused == Some(&Id::from(place.id())));
        match (here, note, typed.first(), notes.first()) {
            (Some(place), ..) | (None, None, Some(place), _) => Some(self.put_back(*place)),
            (_, Some(note), ..) | (.., Some(note)) => {
                self.health.put_back(&self.health_before, *note);
                Some(vec![Effect::Focus(note.id().into())])
            }
            _ if self.health != self.health_before => {
                self.health = self.health_before.clone();
                Some(Vec::new())
            }
            _ => None,
        }
    }

    fn put_back(&mut self, place: Place) -> Vec<Effect> {
        self.form.put_back(&self.before, place);
        let mut effects = vec![Effect::Focus(place.id().into())];
        if matches!(place, Place::IdNumber | Place::StudentNo) {
            effects.extend(self.ask_same());
        }
        effects
    }
}

impl Form {
    fn differs_at(&self, before: &Self, place: Place) -> bool {
        match place {
            Place::Sex => self.sex != before.sex,
            Place::Boarding => self.boarding != before.boarding,
            Place::LeftBehind => self.left_behind != before.left_behind,
            _ => self.clone().text(place) != before.clone().text(place),
        }
    }

    fn put_back(&mut self, before: &Self, place: Place) {
        match place {
            Place::Sex => self.sex = before.sex,
            Place::Boarding => self.boarding = before.boarding,
            Place::LeftBehind => self.left_behind = before.left_behind,
            _ => {
                if let (Some(text), Some(stored)) = (self.text(place), before.clone().text(place)) {
                    text.clone_from(stored);
                }
            }
        }
    }
}

impl HealthForm {
    fn places(&self) -> impl Iterator<Item = HealthPlace> + use<> {
        let doses = 0..self.doses.len();
        let given = doses.clone().map(HealthPlace::Given);
        let rest = [HealthPlace::CheckedBy, HealthPlace::CheckedOn, HealthPlace::Remark];
        let notes = HealthKind::ALL.into_iter().map(HealthPlace::Note);
        let first = notes.chain([HealthPlace::NotesFrom]);
        first.chain(given).chain(doses.map(HealthPlace::CatchUp)).chain(rest)
    }

    fn differs_at(&self, before: &Self, place: HealthPlace) -> bool {
        self.clone().text(place) != before.clone().text(place)
    }

    fn put_back(&mut self, before: &Self, place: HealthPlace) {
        if let (Some(text), Some(stored)) = (self.text(place), before.clone().text(place)) {
            text.clone_from(stored);
        }
    }
}
