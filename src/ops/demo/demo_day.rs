//! One school day of the sample school.

use std::collections::BTreeSet;

use super::sample_school::{DayFacts, FindingFacts, SeatFacts};
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::session::Session;
use crate::domain::sheet::{SheetKey, SheetState};
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Temperature;
use crate::ops::book::Book;
use crate::ops::check::HandIn;
use crate::ops::error::OpError;
use crate::ops::roster::RosterFilter;

/// Records the findings of a day in its morning and hands in every sheet but those that stay unchecked.
pub(super) fn morning(book: &mut Book, day: &DayFacts) -> Result<(), OpError> {
    let key = |group| SheetKey { group, date: day.date, session: Session::Morning };
    for back in &day.back {
        let (group, person) = seat(book, back, day)?;
        book.record(key(group), person, &Finding::default())?;
    }
    for facts in &day.findings {
        let (group, person) = seat(book, &facts.place, day)?;
        book.record(key(group), person, &finding(facts))?;
    }
    let unchecked = groups(book, &day.unchecked, day)?;
    hand_in(book, day, Session::Morning, &unchecked)
}

/// Hands in every sheet of a session that is due; what is proposed is taken over.
pub(super) fn hand_in(
    book: &mut Book,
    day: &DayFacts,
    session: Session,
    without: &[Group],
) -> Result<(), OpError> {
    for line in book.check_status(day.date)? {
        let open = line.session == session && line.due && line.state == SheetState::Unchecked;
        if open && !without.contains(&line.group) {
            let key = SheetKey { group: line.group, date: day.date, session };
            let _ = book.confirm(key, &HandIn::default())?;
        }
    }
    Ok(())
}

fn groups(book: &Book, classes: &[String], day: &DayFacts) -> Result<Vec<Group>, OpError> {
    classes.iter().map(|class| Ok(book.find_class(class, day.date)?.group)).collect()
}

fn seat(book: &Book, place: &SeatFacts, day: &DayFacts) -> Result<(Group, PersonId), OpError> {
    let group = book.find_class(&place.class, day.date)?.group;
    let Group::Class(class) = group else { return Err(OpError::NotAMember) };
    let filter = RosterFilter { class: Some(class), find: String::new(), ..RosterFilter::default() };
    let lines = book.roster_list(day.date, &filter)?;
    let line = lines.into_iter().find(|line| line.seat_no == place.seat).ok_or(OpError::NotAMember)?;
    Ok((group, line.key))
}

fn finding(facts: &FindingFacts) -> Finding {
    Finding {
        attendance: facts.absence.as_deref().and_then(Attendance::from_name).unwrap_or_default(),
        symptoms: facts.symptoms.iter().map(|code| SymptomCode::new(code)).collect::<BTreeSet<_>>(),
        temperature: facts.temp.as_deref().and_then(Temperature::parse),
        onset: facts.onset,
        seen_doctor: facts.seen,
        sent_home: facts.sent_home,
        ..Finding::default()
    }
}
