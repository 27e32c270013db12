//! What is set for the school: name, people on forms, operator, places, terms and the days that differ.

mod counting;
mod deadlines;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use serde_json::json;

use super::book::Book;
use super::error::OpError;
use super::first_step::FirstStep;
use super::home::{HomeChoice, HomeSettings};
use super::place::Presence;
use super::promotion::{SYSTEM, SystemChoice};
use super::rule_choices::EditionLine;
use super::school_days::CHECKS;
use crate::disk::{DiskAction, DiskError};
use crate::domain::calendar::{Calendar, DayException, ExceptionKind, Term};
use crate::domain::chosen_checks::ChosenChecks;
use crate::domain::group::GroupKind;
use crate::domain::rule_book::CheckChoice;
use crate::domain::session::Session;
use crate::storage::{BackupInfo, DayExceptionRow, TermRow};

pub use counting::CountingSetting;
pub use deadlines::DeadlineSetting;

/// Something to set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsOp {
    /// The school's name, telephone and principal.
    School {
        /// Name as it stands on forms; not empty.
        name: String,
        /// Telephone.
        phone: Option<String>,
        /// Principal.
        principal: Option<String>,
    },
    /// Who works from now on.
    Operator(String),
    /// First and last day of a term; replaces the term of that school year and season.
    Term(Term),
    /// A day that differs from the weekday rule.
    Day(DayException),
    /// The day follows the weekday rule again.
    ClearDay(NaiveDate),
    /// Days in a row that differ, both ends included.
    Days {
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
        /// What they are.
        kind: ExceptionKind,
        /// Why: 国庆节.
        note: Option<String>,
    },
    /// These days follow the weekday rule again, both ends included.
    ClearDays(NaiveDate, NaiveDate),
    /// Second place for backups; `None`: no second place.
    BackupPlace(Option<PathBuf>),
    /// The school system by its id; `None`: the one that fits the classes.
    System(Option<String>),
    /// A backup now.
    BackUp,
    /// The question of the first start that comes next; `None`: all are answered.
    FirstStep(Option<FirstStep>),
    /// Remove the book of this folder, in which the first start began before the data got their place.
    LeaveBehind(PathBuf),
    /// How absences are counted in half days: id of the rule book's edition.
    Counting(String),
    /// By what hour the sheets of a session are wanted; `None`: that of the rules.
    Deadline(Session, Option<NaiveTime>),
    /// Checks something in another way, or no longer: id of the rule book's choice.
    Check(String, bool),
    /// An edition of alert rules judges from today on, or no longer.
    Rules(String, bool),
    /// Days at home and returns: the module, a condition, its number.
    Home(HomeChoice),
}

/// The settings.
#[derive(Debug, Clone, PartialEq)]
pub struct SettingsView {
    /// Name of the school.
    pub school: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Principal.
    pub principal: Option<String>,
    /// Who works.
    pub operator: String,
    /// Terms of this school year, in the summer of the next one, set or default.
    pub terms: Vec<Term>,
    /// Whether the terms were set by hand.
    pub terms_set: bool,
    /// Days that differ.
    pub exceptions: Vec<DayException>,
    /// The data folder.
    pub folder: PathBuf,
    /// Second place for backups.
    pub backup_place: Option<PathBuf>,
    /// Whether that place is there now; without it no second copy is made.
    pub backup_place_there: bool,
    /// Backups, the newest first.
    pub backups: Vec<BackupInfo>,
    /// The question of the first start that comes next; `None`: all are answered.
    pub first_step: Option<FirstStep>,
    /// What can be checked in another way.
    pub checks: Vec<CheckSetting>,
    /// How absences are counted.
    pub countings: Vec<CountingSetting>,
    /// By what hour the sheets of each session are wanted.
    pub deadlines: Vec<DeadlineSetting>,
    /// The editions of alert rules.
    pub editions: Vec<EditionLine>,
    /// Days at home and the conditions of return.
    pub home: HomeSettings,
    /// Id of the school system that was set; `None`: the one that fits the classes.
    pub system: Option<String>,
    /// All school systems.
    pub systems: Vec<SystemChoice>,
}

/// Something that the school may check in another way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CheckSetting {
    /// Id.
    pub id: String,
    /// Short name.
    pub name: String,
    /// What it means.
    pub text: String,
    /// Whether it is chosen.
    pub on: bool,
    /// From which day on, if the choice does not hold today yet.
    pub from: Option<NaiveDate>,
}

/// Days that can be entered at once: longer than any holidays.
const DAYS_AT_ONCE: i64 = 100;

impl Book {
    /// The settings as they are.
    pub fn settings_view(&self) -> Result<SettingsView, OpError> {
        let school = self.school()?;
        let today = self.today();
        let mut year = Calendar::school_year_of(today);
        let mut calendar = self.calendar(today)?;
        // In the summer holidays one thinks of the year that comes.
        if calendar.terms.iter().filter(|term| term.school_year() == year).all(|term| term.last < today) {
            year += 1;
            calendar = self.calendar(NaiveDate::from_ymd_opt(year, 9, 1).unwrap_or(today))?;
        }
        let backup_place: Option<PathBuf> = self.store.setting("backup_place")?;
        Ok(SettingsView {
            school: school.name,
            phone: school.phone,
            principal: school.principal,
            operator: self.operator()?,
            terms: calendar.terms.into_iter().filter(|term| term.school_year() == year).collect(),
            terms_set: self.store.terms()?.iter().any(|row| Calendar::school_year_of(row.last) == year),
            exceptions: calendar.exceptions,
            folder: self.folder().to_owned(),
            backup_place_there: backup_place.as_ref().is_some_and(|place| place.is_dir()),
            backup_place,
            backups: BackupInfo::list(&super::place::backup_folder(self.folder())),
            first_step: self.first_step()?,
            checks: self.check_settings()?,
            countings: self.counting_settings()?,
            deadlines: self.deadline_settings()?,
            editions: self.editions(today)?,
            home: self.home_settings()?,
            system: self.store.setting(SYSTEM)?,
            systems: self.system_choices(),
        })
    }

    /// Sets something.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for an empty name or a term that ends before it begins.
    pub fn set_up(&mut self, op: &SettingsOp) -> Result<(), OpError> {
        match op {
            SettingsOp::School { name, phone, principal } => {
                self.set_school(name, phone.as_ref(), principal.as_ref())
            }
            SettingsOp::Operator(name) => {
                let name = name.trim();
                if name.is_empty() {
                    return Err(OpError::BadValue { field: "operator", given: String::new() });
                }
                self.set("operator", &name)?;
                self.forget_operator();
                Ok(())
            }
            SettingsOp::Term(term) => self.set_term(*term),
            SettingsOp::Day(day) => self.set_days(day.date, day.date, Some((day.kind, day.note.as_ref()))),
            SettingsOp::ClearDay(date) => self.set_days(*date, *date, None),
            SettingsOp::Days { from, to, kind, note } => {
                self.set_days(*from, *to, Some((*kind, note.as_ref())))
            }
            SettingsOp::ClearDays(from, to) => self.set_days(*from, *to, None),
            SettingsOp::BackupPlace(place) => self.set_backup_place(place.as_deref()),
            SettingsOp::System(system) => self.set_system(system.as_deref()),
            SettingsOp::BackUp => self.back_up("manual").map(drop),
            SettingsOp::FirstStep(step) => self.set_first_step(*step),
            SettingsOp::LeaveBehind(folder) => {
                self.leave_behind(folder);
                Ok(())
            }
            SettingsOp::Check(id, on) => self.set_check(id, *on),
            SettingsOp::Counting(id) => self.set_counting(id),
            SettingsOp::Deadline(session, at) => self.set_deadline(*session, *at),
            SettingsOp::Rules(id, on) => self.choose_rules(id, *on),
            SettingsOp::Home(choice) => self.choose_home(choice),
        }
    }

    fn set_school(
        &mut self,
        name: &str,
        phone: Option<&String>,
        principal: Option<&String>,
    ) -> Result<(), OpError> {
        let name = name.trim();
        if name.is_empty() {
            return Err(OpError::BadValue { field: "school", given: String::new() });
        }
        let mut school = self.school()?;
        name.clone_into(&mut school.name);
        school.phone = phone.cloned();
        school.principal = principal.cloned();
        self.set("school", &school)
    }

    /// Makes days in a row what they are, or ordinary again, as one act.
    fn set_days(
        &mut self,
        from: NaiveDate,
        to: NaiveDate,
        what: Option<(ExceptionKind, Option<&String>)>,
    ) -> Result<(), OpError> {
        if to < from || (to - from).num_days() >= DAYS_AT_ONCE {
            return Err(OpError::BadValue { field: "days", given: format!("{from}..{to}") });
        }
        let row = |date| DayExceptionRow {
            date,
            kind: what.map(|(kind, _)| kind_name(kind).to_owned()).unwrap_or_default(),
            note: what.and_then(|(_, note)| note.cloned()),
        };
        self.act("terms", json!({ "from": from, "to": to }), |act, _| {
            for date in from.iter_days().take_while(|date| *date <= to) {
                let _ = if what.is_some() { act.put(&row(date))? } else { act.remove(&row(date))? };
            }
            Ok(())
        })
    }

    /// What can be checked in another way, with what was chosen last.
    pub fn check_settings(&self) -> Result<Vec<CheckSetting>, OpError> {
        let chosen: Vec<ChosenChecks> = self.store.setting(CHECKS)?.unwrap_or_default();
        let (tag, today) = (self.tr.language().tag(), self.today());
        let last = chosen.last();
        let setting = |choice: &CheckChoice| {
            let on = last.is_some_and(|last| last.choices.contains(&choice.id)) != choice.usual;
            let differs = on != ChosenChecks::holds(&chosen, choice, today);
            CheckSetting {
                id: choice.id.clone(),
                name: choice.name.get(tag).to_owned(),
                text: choice.text.get(tag).to_owned(),
                on,
                from: last.filter(|_| differs).map(|last| last.from),
            }
        };
        Ok(self.rules.check_choices().iter().map(setting).collect())
    }

    /// The choice holds from today on; from tomorrow on where somebody has worked on a sheet of that session
    /// today, so that no sheet loses its people.
    fn set_check(&mut self, id: &str, on: bool) -> Result<(), OpError> {
        let known = self.rules.check_choices().iter().find(|choice| choice.id == id);
        let Some(session) = known.map(|choice| choice.session) else {
            return Err(OpError::BadValue { field: "check", given: id.to_owned() });
        };
        let today = self.today();
        let usual = known.is_some_and(|choice| choice.usual);
        let moves = usual || known.is_some_and(|choice| choice.groups.contains(&GroupKind::Dormitory));
        let touched = self.store.sheets_between(today, today)?.into_keys().any(|key| key.session == session);
        let from = if moves && touched { today.succ_opt().unwrap_or(today) } else { today };
        let mut chosen: Vec<ChosenChecks> = self.store.setting(CHECKS)?.unwrap_or_default();
        let before = chosen.iter().rposition(|other| other.from <= from);
        let before = before.and_then(|at| chosen.get(at).map(|other| (at, other.clone())));
        if before.as_ref().is_none_or(|(_, other)| other.from < from) {
            let (at, choices) = before.map_or((0, BTreeSet::new()), |(at, other)| (at + 1, other.choices));
            chosen.insert(at, ChosenChecks { from, choices });
        }
        for later in chosen.iter_mut().filter(|other| other.from >= from) {
            let _ = if on == usual { later.choices.remove(id) } else { later.choices.insert(id.to_owned()) };
        }
        self.set(CHECKS, &chosen)
    }

    /// A backup beside the original is no second place. A folder that is still missing is made where the one above
    /// it is there; else a stick may not be plugged in.
    fn set_backup_place(&mut self, place: Option<&Path>) -> Result<(), OpError> {
        if let Some(place) = place.filter(|place| place.starts_with(self.folder()) || !place.is_absolute()) {
            return Err(OpError::BadValue { field: "backup_place", given: place.display().to_string() });
        }
        if let Some(new) = place.filter(|place| Presence::of(place) == Presence::New) {
            std::fs::create_dir(new)
                .map_err(|error| DiskError::from_io(DiskAction::MakeFolder, new, &error))?;
        }
        self.set("backup_place", &place)
    }

    fn set_term(&mut self, term: Term) -> Result<(), OpError> {
        let calendar = self.calendar(term.first)?;
        let same_year = |other: &&Term| other.school_year() == term.school_year();
        let overlaps =
            calendar.terms.iter().filter(same_year).any(|other| {
                other.season != term.season && other.first <= term.last && term.first <= other.last
            });
        if term.last <= term.first || overlaps {
            return Err(OpError::BadValue { field: "term", given: format!("{}..{}", term.first, term.last) });
        }
        // A school year is either all default or all set, so both terms are written.
        let mut rows: Vec<TermRow> = calendar
            .terms
            .iter()
            .filter(same_year)
            .filter(|other| other.season != term.season)
            .map(row)
            .collect();
        rows.push(row(&term));
        let old: Vec<TermRow> = self
            .store
            .terms()?
            .into_iter()
            .filter(|stored| Calendar::school_year_of(stored.last) == term.school_year())
            .collect();
        self.act("terms", json!({ "from": term.first, "to": term.last }), |act, _| {
            for stored in &old {
                if !rows.iter().any(|new| new.first == stored.first) {
                    let _ = act.remove(stored)?;
                }
            }
            for new in &rows {
                let _ = act.put(new)?;
            }
            Ok(())
        })
    }
}

fn row(term: &Term) -> TermRow {
    TermRow { first: term.first, last: term.last, season: term.season.name().to_owned() }
}

const fn kind_name(kind: ExceptionKind) -> &'static str {
    match kind {
        ExceptionKind::SchoolDay => "school_day",
        ExceptionKind::DayOff => "day_off",
    }
}

#[cfg(test)]
mod tests;
