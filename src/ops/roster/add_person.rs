//! People by hand: adding, editing, moving, leaving.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use serde_json::json;

use super::add_class::make_class;
use super::{MembershipError, NumberQuestion, OwnNumber, PersonDoubt, SameNumber, membership};
use crate::domain::calendar::Calendar;
use crate::domain::class_label::ClassLabel;
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::person::{Boarding, LeftBehind, Person, PersonKind, Sex};
use crate::domain::person_name::is_possible;
use crate::domain::resident_id::ResidentId;
use crate::ops::book::Book;
use crate::ops::check::GroupInfo;
use crate::ops::error::OpError;
use crate::roster_file::person_cleanup;
use crate::storage::Act;

/// A pupil to add.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewPupil {
    /// Name.
    pub name: String,
    /// Key of the class or any spelling of its name; a class that the year does not have yet is made.
    pub class: String,
    /// Sex; out of a fitting identity number if absent.
    pub sex: Option<Sex>,
    /// Birth date; out of a fitting identity number if absent.
    pub birth: Option<NaiveDate>,
    /// 就读方式
    pub boarding: Option<Boarding>,
    /// 留守
    pub left_behind: Option<LeftBehind>,
    /// 身份证号
    pub id_number: Option<String>,
    /// 学籍号
    pub student_no: Option<String>,
    /// 监护人
    pub guardian: Option<String>,
    /// The guardian's telephone.
    pub phone: Option<String>,
    /// 备注
    pub remark: Option<String>,
    /// First day in the class; today if absent.
    pub from: Option<NaiveDate>,
}

/// A member of staff to add.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NewStaff {
    /// Name.
    pub name: String,
    /// 岗位
    pub post: Option<String>,
    /// 任教班级
    pub teaches: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// 备注
    pub remark: Option<String>,
    /// First day; today if absent.
    pub from: Option<NaiveDate>,
}

/// A person who was added or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Added {
    /// Key.
    pub key: PersonId,
    /// What is odd about the numbers.
    pub warnings: Vec<PersonDoubt>,
    /// Who else has one of them.
    pub same: Vec<SameNumber>,
}

impl Book {
    /// Adds a pupil to a class. Before 1 September a class of the coming year takes in from that day on.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for an empty name, [`OpError::NoSuchClass`] where the class is neither there nor
    /// written in a known way, [`MembershipError::EarlierYear`] where it would be made in a year gone by,
    /// [`OpError::PersonExists`] for someone with that name and number.
    pub fn add_pupil(&mut self, new: &NewPupil) -> Result<Added, OpError> {
        let (known, from) = self.class_to_join(&new.class, new.from.unwrap_or_else(|| self.today()))?;
        let year = Calendar::school_year_of(from);
        let mut person = Person {
            sex: new.sex,
            birth: new.birth,
            boarding: new.boarding,
            left_behind: new.left_behind,
            id_number: new.id_number.clone(),
            student_no: new.student_no.clone(),
            guardian: new.guardian.clone(),
            guardian_phone: new.phone.clone(),
            remark: new.remark.clone(),
            ..Person::named(PersonId(self.ids.next()), PersonKind::Pupil, new.name.clone())
        };
        let added = self.tidy(&mut person)?;
        let classes = self.store.all_classes()?;
        self.act("add_person", json!({ "class": new.class.trim() }), |act, ids| {
            let class = if let Some((Group::Class(id), grade)) = known.as_ref().map(|k| (k.group, k.grade)) {
                (id, grade)
            } else {
                let label = ClassLabel::parse(&new.class, year);
                let class = make_class(ids, &classes, new.class.trim(), label, year);
                let _ = act.put(&class)?;
                (class.id, class.grade)
            };
            let _ = act.put(&person)?;
            membership::board(act, person.id, person.boarding, from)?;
            membership::enrol(act, person.id, class, None, from)?;
            Ok(added)
        })
    }

    /// The class that a new pupil joins, `None` where it is still to be made, and the first day in it.
    fn class_to_join(&self, given: &str, from: NaiveDate) -> Result<(Option<GroupInfo>, NaiveDate), OpError> {
        let coming = Calendar::school_year_of(from) + 1;
        let autumn = Calendar::first_day_of(coming);
        let on = |day| match self.find_class(given, day) {
            Ok(info) => Ok(Some((Some(info), day))),
            Err(OpError::NoSuchClass { .. }) => Ok(None),
            Err(other) => Err(other),
        };
        // Who comes in the summer holidays comes for the new year.
        let holidays = matches!(from.month(), 7 | 8) && self.calendar(from)?.term_of(from).is_none();
        let days = if holidays { [autumn, from] } else { [from, autumn] };
        for day in days {
            if let Some(found) = on(day)? {
                return Ok(found);
            }
        }
        if ClassLabel::parse(given, coming - 1).is_none() {
            return Err(OpError::NoSuchClass { given: given.to_owned() });
        }
        self.is_latest_year(coming - 1)?;
        Ok((None, from))
    }

    /// Adds a member of staff.
    pub fn add_staff(&mut self, new: &NewStaff) -> Result<Added, OpError> {
        let mut person = Person {
            post: new.post.clone(),
            teaches: new.teaches.clone(),
            phone: new.phone.clone(),
            remark: new.remark.clone(),
            ..Person::named(PersonId(self.ids.next()), PersonKind::Staff, new.name.clone())
        };
        let added = self.tidy(&mut person)?;
        let from = new.from.unwrap_or_else(|| self.today());
        self.act("add_person", json!({}), |act, _| {
            let _ = act.put(&person)?;
            membership::employ(act, person.id, from)?;
            Ok(added)
        })
    }

    /// Day pupil or boarder from a day on; `None`: not known. Who turns day pupil no longer has a room.
    ///
    /// # Errors
    /// [`MembershipError::NotEnrolled`], [`MembershipError::AlreadyChecked`]; nothing is changed.
    pub fn set_boarding(
        &mut self,
        person: PersonId,
        boarding: Option<Boarding>,
        from: NaiveDate,
    ) -> Result<(), OpError> {
        let mut pupil = self.store.person(person)?.ok_or(OpError::NoSuchPerson)?;
        if pupil.kind != PersonKind::Pupil {
            return Err(OpError::NotAMember);
        }
        self.is_enrolled(person, from)?;
        pupil.boarding = boarding;
        let sheets = self.counted_sheets(person, from)?;
        self.act("boarding", json!({ "from": from }), |act, _| {
            let _ = act.put(&pupil)?;
            sheets.keep(act, |act| go_to_school(act, person, boarding, from))
        })
    }

    /// A person as of today: how a pupil goes to school may have been said for a later day.
    pub(in crate::ops) fn person_today(&self, id: PersonId) -> Result<Person, OpError> {
        let mut person = self.store.person(id)?.ok_or(OpError::NoSuchPerson)?;
        let day = self.here_from(id)?.unwrap_or_else(|| self.today());
        person.boarding =
            self.store.boarding_of(id)?.iter().rev().find(|it| it.covers(day)).map(|it| it.kind);
        Ok(person)
    }

    /// Today, or the first day of who comes later; `None` for who has left.
    pub(super) fn here_from(&self, person: PersonId) -> Result<Option<NaiveDate>, OpError> {
        let today = self.today();
        let here =
            self.store.enrolments_of(person)?.into_iter().find(|it| it.to.is_none_or(|to| to >= today));
        Ok(here.map(|it| it.from.max(today)))
    }

    /// Replaces what is known of a person; whether it is a pupil or staff stays. Another way of going to school
    /// than that of today holds from today on; [`Self::set_boarding`] takes the day.
    ///
    /// # Errors
    /// [`OpError::BadValue`], [`OpError::PersonExists`], and those of [`Self::set_boarding`]; nothing is changed.
    pub fn edit_person(&mut self, edited: &Person) -> Result<Added, OpError> {
        let stored = self.store.person(edited.id)?.ok_or(OpError::NoSuchPerson)?;
        let mut person = Person { kind: stored.kind, ..edited.clone() };
        let added = self.tidy(&mut person)?;
        let boarding = person.boarding;
        let same = boarding == self.person_today(person.id)?.boarding;
        let today = self.today();
        let from = self.here_from(person.id)?.unwrap_or(today);
        if same {
            person.boarding = stored.boarding;
        } else {
            self.is_enrolled(person.id, from)?;
        }
        let sheets = self.counted_sheets(person.id, from)?;
        self.act("edit_person", json!({}), |act, _| {
            let _ = act.put(&person)?;
            if !same {
                sheets.keep(act, |act| go_to_school(act, person.id, boarding, from))?;
            }
            Ok(added)
        })
    }

    /// Refuses a day on which a pupil is in no class.
    pub(super) fn is_enrolled(&self, person: PersonId, on: NaiveDate) -> Result<(), OpError> {
        let there = self.store.enrolments_of(person)?.iter().any(|it| it.covers(on));
        if there { Ok(()) } else { Err(MembershipError::NotEnrolled { on }.into()) }
    }

    /// Moves a pupil to another class from a day on.
    ///
    /// # Errors
    /// [`OpError::NoSuchClass`], [`OpError::NotAMember`] for staff, [`MembershipError::MovesBeforeEntry`],
    /// [`MembershipError::BackBeforeLeaving`], [`MembershipError::AlreadyChecked`]; nothing is changed.
    pub fn move_class(&mut self, person: PersonId, class: ClassId, from: NaiveDate) -> Result<(), OpError> {
        let pupil = self.store.person(person)?.ok_or(OpError::NoSuchPerson)?;
        let missing = || OpError::NoSuchClass { given: class.to_string() };
        let class = self.store.class(class)?.ok_or_else(missing)?;
        if pupil.kind != PersonKind::Pupil {
            return Err(OpError::NotAMember);
        }
        let classes = self.store.enrolments_of(person)?;
        let spans: Vec<_> = classes.iter().map(|it| (it.from, it.to)).collect();
        can_begin(&spans, from)?;
        if classes.into_iter().any(|e| e.class == class.id && e.covers(from)) {
            return Ok(());
        }
        let sheets = self.counted_sheets(person, from)?;
        self.act("move_class", json!({ "class": class.label }), |act, _| {
            sheets.keep(act, |act| membership::enrol(act, person, (class.id, class.grade), None, from))
        })
    }

    /// A member of staff who has left comes back on a day, under the number of before.
    ///
    /// # Errors
    /// [`OpError::NotAMember`] for pupils, [`MembershipError::BackBeforeLeaving`]; nothing is changed.
    pub fn rejoin(&mut self, person: PersonId, from: NaiveDate) -> Result<(), OpError> {
        let known = self.store.person(person)?.ok_or(OpError::NoSuchPerson)?;
        if known.kind != PersonKind::Staff {
            return Err(OpError::NotAMember);
        }
        let spans = self.store.employments_of(person)?;
        if let Some(to) = spans.iter().max_by_key(|it| it.from).and_then(|it| it.to) {
            is_back_after(to, from)?;
        }
        self.act("rejoin", json!({}), |act, _| membership::employ(act, person, from))
    }

    /// The pupil or member of staff is no longer here: `on` is the first day without.
    ///
    /// # Errors
    /// [`MembershipError::BeforeEntry`], [`MembershipError::AlreadyChecked`]; nothing is changed.
    pub fn leave_school(&mut self, person: PersonId, on: NaiveDate) -> Result<(), OpError> {
        if self.store.person(person)?.is_none() {
            return Err(OpError::NoSuchPerson);
        }
        let classes = self.store.enrolments_of(person)?.into_iter().map(|it| it.from);
        let first = classes.chain(self.store.employments_of(person)?.into_iter().map(|it| it.from)).min();
        if let Some(first) = first.filter(|first| on < *first) {
            return Err(MembershipError::BeforeEntry { on, first }.into());
        }
        let sheets = self.counted_sheets(person, on)?;
        self.act("leave", json!({}), |act, _| sheets.keep(act, |act| membership::leave(act, person, on)))
    }

    /// Cleans what was typed; what a fitting identity number says fills what is empty.
    fn tidy(&self, person: &mut Person) -> Result<Added, OpError> {
        person_cleanup(person);
        if person.name.is_empty() {
            return Err(OpError::BadValue { field: "name", given: String::new() });
        }
        if !is_possible(&person.name) {
            return Err(OpError::BadValue { field: "name-signs", given: String::new() });
        }
        let mut doubts = PersonDoubt::of(person);
        if let Some(id) =
            person.id_number.as_deref().and_then(ResidentId::read).filter(|i| i.check_digit_fits)
        {
            person.sex = person.sex.or(Some(id.sex));
            person.birth = person.birth.or(id.birth);
        }
        if let Some(birth) = person.birth.filter(|birth| *birth > self.today()) {
            return Err(OpError::BadValue { field: "birth", given: birth.to_string() });
        }
        let same = self.same_numbers(&NumberQuestion::of(person))?;
        if same.iter().any(|other| other.name == person.name) {
            return Err(OpError::PersonExists);
        }
        let has = |number| same.iter().any(|other| other.number == number);
        doubts.extend(has(OwnNumber::IdNumber).then_some(PersonDoubt::IdDuplicate));
        doubts.extend(has(OwnNumber::StudentNo).then_some(PersonDoubt::StudentNoDuplicate));
        Ok(Added { key: person.id, warnings: doubts, same })
    }
}

/// Refuses a day before the first of these times, or within one that is the last and ends: what was there would never
/// have been.
fn can_begin(spans: &[(NaiveDate, Option<NaiveDate>)], on: NaiveDate) -> Result<(), MembershipError> {
    if let Some((first, _)) = spans.iter().min().filter(|(first, _)| on < *first) {
        return Err(MembershipError::MovesBeforeEntry { on, first: *first });
    }
    spans.iter().max().and_then(|(_, to)| *to).map_or(Ok(()), |to| is_back_after(to, on))
}

/// Refuses a day on which who left after `to` was still here.
fn is_back_after(to: NaiveDate, on: NaiveDate) -> Result<(), MembershipError> {
    match to.succ_opt().filter(|left| on < *left) {
        Some(left) => Err(MembershipError::BackBeforeLeaving { on, left }),
        None => Ok(()),
    }
}

/// Day pupil or boarder from a day on. A day pupil has no room.
pub(super) fn go_to_school(
    act: &mut Act<'_>,
    person: PersonId,
    boarding: Option<Boarding>,
    from: NaiveDate,
) -> Result<(), OpError> {
    membership::board(act, person, boarding, from)?;
    if boarding == Some(Boarding::Day) {
        membership::house(act, person, None, from)?;
    }
    Ok(())
}
