//! Saving a person: what must be there, what is asked of the book, what follows.

use chrono::NaiveDate;

use super::class_choice::{self, Meant};
use super::form::Form;
use super::place::Place;
use super::{PersonForm, Saved};
use crate::domain::calendar::Calendar;
use crate::domain::id::{FreeGroupId, PersonId};
use crate::domain::person::Person;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::screen::roster::grade;
use crate::gui::widget::date_field::day;
use crate::ops::roster::{FreeGroupOp, NewPupil, NewStaff, PersonDoubt, RosterOp};
use crate::ops::{Answer, Op};

impl PersonForm {
    /// The first field that keeps the form from being saved.
    pub(super) fn missing(&self) -> Option<Place> {
        let class = || class_choice::meant(&self.classes, &self.form.class, self.today);
        if self.form.name.trim().is_empty() {
            Some(Place::Name)
        } else if !self.is_staff() && self.id.is_none() && !matches!(class(), Meant::One(_) | Meant::New(_)) {
            Some(Place::Class)
        } else if !self.is_staff() && self.form.birth_is_wrong() {
            Some(Place::Birth)
        } else if self.boards_otherwise() && day(&self.form.boarding_from).is_none() {
            Some(Place::BoardingFrom)
        } else if !self.is_staff() && self.id.is_none() && day(&self.form.move_from).is_none() {
            Some(Place::MoveFrom)
        } else {
            None
        }
    }

    /// What is odd about the numbers as typed; it is said and never stops anybody.
    pub(super) fn doubts(&self) -> Vec<PersonDoubt> {
        let nobody = Person::named(PersonId(uuid::Uuid::nil()), self.kind, "");
        let person = self.view.as_ref().map_or(&nobody, |view| &view.person);
        let mut person = self.form.onto(person, self.is_staff());
        for number in [&mut person.id_number, &mut person.student_no] {
            *number = number.as_deref().map(crate::domain::resident_id::clean);
        }
        PersonDoubt::of(&person)
    }

    pub(super) fn save(&mut self) -> Vec<Effect> {
        self.tried = true;
        if let Some(place) = self.missing() {
            return vec![Effect::Focus(place.id().into())];
        }
        match (&self.view, self.id) {
            (Some(view), Some(_)) => self.edit(&view.person.clone()),
            (None, Some(_)) => Vec::new(),
            (_, None) if self.is_staff() => {
                let text = |value: &String| Some(value.clone()).filter(|value| !value.trim().is_empty());
                let new = NewStaff {
                    name: self.form.name.clone(),
                    post: text(&self.form.post),
                    teaches: text(&self.form.teaches),
                    phone: text(&self.form.phone),
                    remark: text(&self.form.remark),
                    from: None,
                };
                vec![Effect::Run(Op::Roster(RosterOp::AddStaff(new)))]
            }
            (_, None) => vec![Effect::Run(Op::Roster(RosterOp::AddPupil(Box::new(self.new_pupil()))))],
        }
    }

    fn new_pupil(&self) -> NewPupil {
        let form = &self.form;
        let text = |value: &String| Some(value.clone()).filter(|value| !value.trim().is_empty());
        let from = self.joins_on();
        // A class of another school year is found by its name.
        let this_year = Calendar::school_year_of(from) == Calendar::school_year_of(self.today);
        let class = match class_choice::meant(&self.classes, &form.class, self.today) {
            Meant::One(class) if this_year => class.id.to_string(),
            Meant::One(class) => class.label.clone(),
            _ => form.class.clone(),
        };
        NewPupil {
            name: form.name.clone(),
            class,
            sex: form.sex,
            birth: day(&form.birth),
            boarding: form.boarding,
            left_behind: form.left_behind,
            id_number: text(&form.id_number),
            student_no: text(&form.student_no),
            guardian: text(&form.guardian),
            phone: text(&form.phone),
            remark: text(&form.remark),
            from: Some(from),
        }
    }

    fn edit(&mut self, person: &Person) -> Vec<Effect> {
        let edited = self.form.onto(person, self.is_staff());
        let mut effects = Vec::new();
        if edited != *person {
            effects.push(Effect::Run(Op::Roster(RosterOp::EditPerson(Box::new(edited)))));
        }
        let from = self.boards_from();
        if self.form.boarding != self.before.boarding {
            let (person, boarding) = (person.id, self.form.boarding);
            effects.push(Effect::Run(Op::Roster(RosterOp::SetBoarding { person, boarding, from })));
        }
        if self.form.room.trim() != self.before.room {
            effects.push(self.room(person.id, from));
        }
        effects
    }

    /// The first day of another room, or of another way of going to school.
    fn boards_from(&self) -> NaiveDate {
        day(&self.form.boarding_from).unwrap_or(self.today)
    }

    /// Whether the day counts: something of it differs from the book.
    pub(super) fn boards_otherwise(&self) -> bool {
        let (now, before) = (&self.form, &self.before);
        self.id.is_some() && (now.boarding != before.boarding || now.room.trim() != before.room)
    }

    /// Into a group beside the classes, or out of it, from the day on.
    pub(super) fn set_group(&self, group: FreeGroupId, on: bool) -> Vec<Effect> {
        let Some(person) = self.id else { return Vec::new() };
        let (persons, day) = (vec![person], self.boards_from());
        let op = if on {
            FreeGroupOp::Join { persons, group, from: day }
        } else {
            FreeGroupOp::Leave { persons, group, on: day }
        };
        vec![Effect::Run(Op::Roster(RosterOp::FreeGroup(op)))]
    }

    /// The own grade, of one in a class of several or who learns ahead of the class.
    pub(super) fn set_grade(&self) -> Vec<Effect> {
        match (self.id, grade(&self.form.grade)) {
            (Some(_), Some(_)) if self.form.grade.trim() == self.before.grade => Vec::new(),
            (Some(person), Some(grade)) => {
                vec![Effect::Run(Op::Roster(RosterOp::SetGrade { person, grade }))]
            }
            _ => vec![Effect::Focus(Place::Grade.id().into())],
        }
    }

    /// The first day of a new pupil.
    fn joins_on(&self) -> NaiveDate {
        day(&self.form.move_from).unwrap_or(self.today)
    }

    fn room(&self, person: PersonId, from: NaiveDate) -> Effect {
        let room = Some(self.form.room.trim().to_owned()).filter(|room| !room.is_empty());
        Effect::Run(Op::Roster(RosterOp::SetDormitory { person, room, from }))
    }

    /// An act is done: the next new pupil, or the page as it is now.
    pub(super) fn finished(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
        let tr = &context.tr;
        match (op, answer) {
            (Op::Roster(RosterOp::AddPupil(_) | RosterOp::AddStaff(_)), Answer::Added(added)) => {
                let mut effects = Vec::new();
                if !self.is_staff() && !self.form.room.trim().is_empty() {
                    effects.push(self.room(added.key, self.joins_on()));
                }
                let class = match class_choice::meant(&self.classes, &self.form.class, self.today) {
                    Meant::One(class) => class.short.clone(),
                    Meant::New(short) => short,
                    _ => String::new(),
                };
                let name = std::mem::take(&mut self.form.name);
                let (doubts, same) = (added.warnings.clone(), added.same.clone());
                self.saved = Some(Saved { id: added.key, name, class: class.clone(), doubts, same });
                (self.same, self.exists) = (Vec::new(), None);
                // The next pupil is mostly of the same class and comes on the same day.
                let move_from = std::mem::take(&mut self.form.move_from);
                self.form = Form { class, move_from, ..Form::blank(self.today) };
                self.before = self.form.clone();
                self.tried = false;
                effects.push(Effect::Notify(tr.person_added()));
                effects.push(Effect::Focus(Place::Name.id().into()));
                effects
            }
            (Op::Roster(RosterOp::Leave { .. }), _) => {
                self.before = self.form.clone();
                vec![Effect::Notify(tr.person_left()), Effect::Back]
            }
            (Op::Roster(_), _) if self.id.is_some() => {
                if let Answer::Added(added) = answer {
                    self.warned.clone_from(&added.warnings);
                    self.same.clone_from(&added.same);
                    self.exists = None;
                }
                self.tried = false;
                self.stored = true;
                vec![Effect::Notify(tr.person_stored())]
            }
            (Op::Health(_), _) => {
                self.health_stored = true;
                vec![Effect::Notify(tr.person_stored())]
            }
            (Op::Undo(_), _) => {
                self.health_stored = true;
                self.saved = None;
                self.warned = Vec::new();
                self.stored = true;
                Vec::new()
            }
            _ => Vec::new(),
        }
    }
}
