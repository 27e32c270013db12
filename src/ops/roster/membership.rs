//! Dated membership inside an act: the old one ends the day before the new one begins, and what has begun
//! on that day or later never was.

use chrono::NaiveDate;

use crate::domain::boarding_span::BoardingSpan;
use crate::domain::calendar::Calendar;
use crate::domain::employment::Employment;
use crate::domain::free_group::FreeGroupMember;
use crate::domain::id::{ClassId, DormitoryId, FreeGroupId, PersonId};
use crate::domain::person::Boarding;
use crate::ops::error::OpError;
use crate::storage::{Act, EnrolmentRow, StayRow};

/// Puts a pupil into a class from a day on, until a membership of a later school year begins: a promotion that
/// was done ahead stands. Without a seat number the next one after the highest ever given
/// in the class is taken; a pupil who was in the class before gets the old number back.
pub(super) fn enrol(
    act: &mut Act<'_>,
    person: PersonId,
    (class, grade): (ClassId, Option<u8>),
    seat_no: Option<u32>,
    from: NaiveDate,
) -> Result<(), OpError> {
    let before = act.enrolments_of(person)?;
    let year = Calendar::school_year_of(from);
    let (ahead, ending): (Vec<_>, Vec<_>) =
        before.iter().cloned().partition(|row| Calendar::school_year_of(row.from_day) > year);
    end_enrolments(act, &ending, from)?;
    let to_day = ahead.first().and_then(|row| row.from_day.pred_opt());
    let seat_no = match before.iter().rev().find(|row| row.class == class).map(|row| row.seat_no).or(seat_no)
    {
        Some(seat) => seat,
        None => act.highest_seat(class)? + 1,
    };
    let row = EnrolmentRow { person, class, grade, seat_no, from_day: from, to_day };
    let _ = act.put(&row)?;
    Ok(())
}

/// Gives a pupil this grade in the class that the pupil is in last.
pub(super) fn regrade(act: &mut Act<'_>, person: PersonId, grade: Option<u8>) -> Result<(), OpError> {
    if let Some(row) = act.enrolments_of(person)?.pop() {
        let _ = act.put(&EnrolmentRow { grade, ..row })?;
    }
    Ok(())
}

/// Takes a member of staff in from a day on; whoever is there then or will be stays as it is. Who was here before
/// gets the old number back.
pub(super) fn employ(act: &mut Act<'_>, person: PersonId, from: NaiveDate) -> Result<(), OpError> {
    let before = act.employments_of(person)?;
    if before.iter().any(|it| it.lasts_until(from)) {
        return Ok(());
    }
    let number = match before.last() {
        Some(earlier) => earlier.number,
        None => act.highest_staff_number()? + 1,
    };
    let _ = act.put(&Employment { person, number, from, to: None })?;
    Ok(())
}

/// Ends membership of classes, rooms and the staff: `on` is the first day without the person.
pub(in crate::ops) fn leave(act: &mut Act<'_>, person: PersonId, on: NaiveDate) -> Result<(), OpError> {
    let enrolments = act.enrolments_of(person)?;
    end_enrolments(act, &enrolments, on)?;
    for it in act.employments_of(person)? {
        if it.from >= on {
            let _ = act.remove(&it)?;
        } else if it.lasts_until(on) {
            let _ = act.put(&Employment { to: on.pred_opt(), ..it })?;
        }
    }
    for it in act.free_groups_of(person)? {
        end_membership(act, &it, on)?;
    }
    house(act, person, None, on)
}

/// Ends the time of a pupil in a group beside the classes: `on` is the first day without.
pub(super) fn end_membership(act: &mut Act<'_>, it: &FreeGroupMember, on: NaiveDate) -> Result<(), OpError> {
    if it.from >= on {
        let _ = act.remove(it)?;
    } else if it.lasts_until(on) {
        let _ = act.put(&FreeGroupMember { to: on.pred_opt(), ..it.clone() })?;
    }
    Ok(())
}

/// Puts a pupil into a group beside the classes from a day on; who is there then stays as it is.
pub(super) fn join(
    act: &mut Act<'_>,
    person: PersonId,
    free_group: FreeGroupId,
    from: NaiveDate,
) -> Result<(), OpError> {
    let before = act.free_groups_of(person)?;
    let own = || before.iter().filter(|it| it.free_group == free_group);
    if own().any(|it| it.covers(from)) {
        return Ok(());
    }
    for later in own().filter(|it| it.from > from) {
        let _ = act.remove(later)?;
    }
    let _ = act.put(&FreeGroupMember { person, free_group, from, to: None })?;
    Ok(())
}

/// Day pupil or boarder from a day on; `None`: not known.
pub(super) fn board(
    act: &mut Act<'_>,
    person: PersonId,
    kind: Option<Boarding>,
    from: NaiveDate,
) -> Result<(), OpError> {
    let rows = act.boarding_of(person)?;
    let same = rows.iter().find(|row| row.covers(from) && Some(row.kind) == kind);
    for row in rows.iter().filter(|row| Some(*row) != same) {
        if row.from >= from {
            let _ = act.remove(row)?;
        } else if row.lasts_until(from) {
            let _ = act.put(&BoardingSpan { to: from.pred_opt(), ..row.clone() })?;
        }
    }
    if let Some(row) = same {
        let _ = act.put(&BoardingSpan { to: None, ..row.clone() })?;
    } else if let Some(kind) = kind {
        let _ = act.put(&BoardingSpan { person, kind, from, to: None })?;
    }
    Ok(())
}

fn end_enrolments(act: &mut Act<'_>, rows: &[EnrolmentRow], on: NaiveDate) -> Result<(), OpError> {
    for row in rows {
        if row.from_day >= on {
            let _ = act.remove(row)?;
        } else if row.to_day.is_none_or(|to| to >= on) {
            let _ = act.put(&EnrolmentRow { to_day: on.pred_opt(), ..row.clone() })?;
        }
    }
    Ok(())
}

/// Puts a boarder into a room from a day on, or into none.
pub(super) fn house(
    act: &mut Act<'_>,
    person: PersonId,
    room: Option<DormitoryId>,
    from: NaiveDate,
) -> Result<(), OpError> {
    for row in act.stays_of(person)? {
        if row.from_day >= from {
            let _ = act.remove(&row)?;
        } else if row.to_day.is_none_or(|to| to >= from) {
            let _ = act.put(&StayRow { to_day: from.pred_opt(), ..row.clone() })?;
        }
    }
    if let Some(dormitory) = room {
        let _ = act.put(&StayRow { person, dormitory, from_day: from, to_day: None })?;
    }
    Ok(())
}
