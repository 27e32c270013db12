//! What stands in the fields.

use chrono::NaiveDate;

use super::place::Place;
use crate::domain::person::{Boarding, LeftBehind, Person, Sex};
use crate::domain::resident_id::ResidentId;
use crate::gui::widget::date_field::day;
use crate::ops::roster::PersonView;

/// The fields as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Form {
    pub(super) name: String,
    pub(super) class: String,
    pub(super) sex: Option<Sex>,
    pub(super) birth: String,
    pub(super) boarding: Option<Boarding>,
    pub(super) boarding_from: String,
    pub(super) room: String,
    pub(super) left_behind: Option<LeftBehind>,
    pub(super) guardian: String,
    pub(super) phone: String,
    pub(super) relation: String,
    pub(super) emergency: String,
    pub(super) emergency_phone: String,
    pub(super) address: String,
    pub(super) student_no: String,
    pub(super) id_number: String,
    pub(super) remark: String,
    pub(super) post: String,
    pub(super) teaches: String,
    pub(super) move_class: String,
    pub(super) move_from: String,
    pub(super) leave_on: String,
    pub(super) grade: String,
    pub(super) former_name: String,
    pub(super) ethnicity: String,
    pub(super) id_type: String,
}

impl Form {
    /// An empty form; days begin as today.
    pub fn blank(today: NaiveDate) -> Self {
        let today = today.to_string();
        Self { move_from: today.clone(), boarding_from: today.clone(), leave_on: today, ..Self::default() }
    }

    /// The form of a person.
    pub fn of(view: &PersonView, today: NaiveDate) -> Self {
        let person = &view.person;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let staff = person.kind == crate::domain::person::PersonKind::Staff;
        Self {
            name: person.name.clone(),
            sex: person.sex,
            birth: person.birth.map(|day| day.to_string()).unwrap_or_default(),
            boarding: person.boarding,
            left_behind: person.left_behind,
            room: view.line.as_ref().and_then(|line| line.dormitory.clone()).unwrap_or_default(),
            grade: view
                .line
                .as_ref()
                .and_then(|line| line.grade)
                .map(|it| it.to_string())
                .unwrap_or_default(),
            guardian: text(&person.guardian),
            phone: text(if staff { &person.phone } else { &person.guardian_phone }),
            relation: text(&person.guardian_relation),
            emergency: text(&person.emergency_contact),
            emergency_phone: text(&person.emergency_phone),
            address: text(&person.address),
            student_no: text(&person.student_no),
            id_number: text(&person.id_number),
            remark: text(&person.remark),
            post: text(&person.post),
            teaches: text(&person.teaches),
            former_name: text(&person.former_name),
            ethnicity: text(&person.ethnicity),
            id_type: text(&person.id_type),
            move_from: view.days.class.to_string(),
            boarding_from: view.days.boarding.to_string(),
            leave_on: view.days.class.to_string(),
            ..Self::blank(today)
        }
    }

    /// The text of a field; `None` for choices.
    pub fn text(&mut self, place: Place) -> Option<&mut String> {
        Some(match place {
            Place::Name => &mut self.name,
            Place::Class => &mut self.class,
            Place::Birth => &mut self.birth,
            Place::BoardingFrom => &mut self.boarding_from,
            Place::Room => &mut self.room,
            Place::Guardian => &mut self.guardian,
            Place::Phone => &mut self.phone,
            Place::Relation => &mut self.relation,
            Place::Emergency => &mut self.emergency,
            Place::EmergencyPhone => &mut self.emergency_phone,
            Place::Address => &mut self.address,
            Place::StudentNo => &mut self.student_no,
            Place::IdNumber => &mut self.id_number,
            Place::Remark => &mut self.remark,
            Place::Post => &mut self.post,
            Place::Teaches => &mut self.teaches,
            Place::MoveClass => &mut self.move_class,
            Place::MoveFrom => &mut self.move_from,
            Place::LeaveOn => &mut self.leave_on,
            Place::Grade => &mut self.grade,
            Place::FormerName => &mut self.former_name,
            Place::Ethnicity => &mut self.ethnicity,
            Place::IdType => &mut self.id_type,
            Place::Sex | Place::Boarding | Place::LeftBehind => return None,
        })
    }

    /// What an identity number tells goes into fields that are still empty.
    pub fn learn_from_id(&mut self) {
        let Some(id) = ResidentId::read(&self.id_number).filter(|id| id.check_digit_fits) else { return };
        self.sex = self.sex.or(Some(id.sex));
        if let (true, Some(birth)) = (self.birth.is_empty(), id.birth) {
            self.birth = birth.to_string();
        }
    }

    /// The person with what stands in the form.
    pub fn onto(&self, person: &Person, staff: bool) -> Person {
        let text = |value: &String| Some(value.trim().to_owned()).filter(|value| !value.is_empty());
        let mut person = person.clone();
        person.name.clone_from(&self.name);
        person.remark = text(&self.remark);
        if staff {
            person.phone = text(&self.phone);
            person.post = text(&self.post);
            person.teaches = text(&self.teaches);
            return person;
        }
        person.sex = self.sex;
        person.birth = day(&self.birth);
        person.left_behind = self.left_behind;
        person.guardian = text(&self.guardian);
        person.guardian_phone = text(&self.phone);
        person.guardian_relation = text(&self.relation);
        person.emergency_contact = text(&self.emergency);
        person.emergency_phone = text(&self.emergency_phone);
        person.address = text(&self.address);
        person.former_name = text(&self.former_name);
        person.ethnicity = text(&self.ethnicity);
        person.id_type = text(&self.id_type);
        person.student_no = text(&self.student_no);
        person.id_number = text(&self.id_number);
        person
    }

    /// Whether the birth date is neither empty nor a day.
    pub fn birth_is_wrong(&self) -> bool {
        !self.birth.is_empty() && day(&self.birth).is_none()
    }
}
