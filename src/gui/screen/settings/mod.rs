//! 设置: the school, how the window looks, terms and days that differ, where the data and backups lie.

mod home;
mod untype;
mod update;
mod view;

#[cfg(test)]
mod tests;

use chrono::{NaiveDate, NaiveTime};

use crate::domain::calendar::{ExceptionKind, Season, Term};
use crate::domain::person_name::half_width;
use crate::domain::session::Session;
use crate::gui::effect::Preference;
use crate::gui::widget::date_field;
use crate::ops::settings::{SettingsOp, SettingsView};

/// The settings with what is being typed.
#[derive(Debug, Default)]
pub struct Settings {
    data: Option<SettingsView>,
    school: SchoolForm,
    terms: Vec<TermForm>,
    days: DaysForm,
    /// By what hours sheets are wanted, as typed.
    deadlines: Vec<(Session, String)>,
    backup_place: String,
}

/// The school's fields as typed.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
struct SchoolForm {
    name: String,
    phone: String,
    principal: String,
    operator: String,
}

/// A term's days as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TermForm {
    season: Season,
    first: String,
    last: String,
}

/// A range of days that differ, as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct DaysForm {
    kind: ExceptionKind,
    first: String,
    last: String,
    note: String,
}

impl Default for DaysForm {
    fn default() -> Self {
        Self { kind: ExceptionKind::DayOff, first: String::new(), last: String::new(), note: String::new() }
    }
}

/// A field of the school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SchoolField {
    /// 学校名称
    Name,
    /// 电话
    Phone,
    /// 校长
    Principal,
    /// 操作人
    Operator,
}

/// First or last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// First day.
    First,
    /// Last day.
    Last,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// A field of the school was typed into.
    School(SchoolField, String),
    /// Save the school's fields.
    SaveSchool,
    /// Language, theme or text size.
    Prefer(Preference),
    /// A day of a term was typed.
    Term(Season, End, String),
    /// Save a term.
    SaveTerm(Season),
    /// Day off or school day.
    Kind(ExceptionKind),
    /// A day of the range was typed.
    Day(End, String),
    /// The reason was typed.
    Note(String),
    /// Add the range.
    AddDays,
    /// The day follows the weekday again.
    Clear(NaiveDate),
    /// The second place for backups was typed.
    Place(String),
    /// Choose the second place.
    PickPlace,
    /// Save the second place.
    SavePlace,
    /// The school system before or after in the list.
    System(i32),
    /// So many pages down.
    Page(f32),
    /// Check something in another way, or no longer.
    Check(String, bool),
    /// The school's own figures.
    OwnRules,
    /// An hour by which sheets are wanted was typed.
    Deadline(Session, String),
    /// Save the hours.
    SaveDeadlines,
    /// An edition of alert rules, a way of counting, the days at home or a condition of return is chosen, or no longer.
    Choose(SettingsOp),
}

impl Settings {
    /// The settings before they are loaded.
    pub fn new() -> Self {
        Self::default()
    }

    fn school_changed(&self) -> bool {
        self.data.as_ref().is_some_and(|data| self.school.trimmed() != SchoolForm::of(data).trimmed())
    }

    /// Whether anything typed is not saved.
    fn is_changed(&self) -> bool {
        let terms = || Season::ALL.into_iter().any(|season| self.term_changed(season));
        self.data.is_some()
            && (self.school_changed()
                || self.place_changed()
                || terms()
                || !self.deadlines_typed().is_empty())
    }

    /// The hours that were typed and differ from those of the book; an empty one is that of the rules. An error is
    /// an hour that does not exist.
    fn deadlines_typed(&self) -> Vec<(Session, Result<Option<NaiveTime>, ()>)> {
        let stored =
            |session| self.data.iter().flat_map(|data| &data.deadlines).find(move |d| d.session == session);
        let typed = self.deadlines.iter().filter_map(|(session, text)| {
            let stored = stored(*session)?;
            if text.trim().is_empty() {
                return (stored.at != stored.usual).then_some((*session, Ok(None)));
            }
            let at = hour_typed(text);
            (at != Some(stored.at)).then(|| (*session, at.map(Some).ok_or(())))
        });
        typed.collect()
    }

    fn place_changed(&self) -> bool {
        self.data.as_ref().is_some_and(|data| self.backup_place.trim() != place_of(data))
    }

    fn term_typed(&self, season: Season) -> Option<Term> {
        let form = self.terms.iter().find(|form| form.season == season)?;
        let (first, last) = (date_field::day(&form.first)?, date_field::day(&form.last)?);
        (first < last).then_some(Term { season, first, last })
    }

    fn term_changed(&self, season: Season) -> bool {
        let stored = self.data.iter().flat_map(|data| &data.terms).find(|term| term.season == season);
        let form = self.terms.iter().find(|form| form.season == season);
        form.is_some_and(|form| stored.map(TermForm::of).as_ref() != Some(form))
    }

    /// The days of the typed range, at most a hundred.
    fn days_typed(&self) -> Vec<NaiveDate> {
        let Some(first) = date_field::day(&self.days.first) else { return Vec::new() };
        let last = if self.days.last.is_empty() { Some(first) } else { date_field::day(&self.days.last) };
        let Some(last) = last else { return Vec::new() };
        first.iter_days().take_while(|day| *day <= last).take(100).collect()
    }
}

/// Reads `8:20`, `08.20`, `0820`, in full width too.
fn hour_typed(text: &str) -> Option<NaiveTime> {
    let text = half_width(text);
    let parts: Vec<&str> = text.trim().split([':', '.']).collect();
    let (hour, minute) = match parts.as_slice() {
        [hour, minute] => (*hour, *minute),
        [all] if matches!(all.len(), 3 | 4) => all.split_at_checked(all.len() - 2)?,
        _ => return None,
    };
    NaiveTime::from_hms_opt(hour.parse().ok()?, minute.parse().ok()?, 0)
}

/// The hours by which sheets are wanted as the book holds them.
fn hours_of(data: &SettingsView) -> Vec<(Session, String)> {
    data.deadlines.iter().map(|stored| (stored.session, stored.at.format("%H:%M").to_string())).collect()
}

/// The second place for backups as the book holds it.
fn place_of(data: &SettingsView) -> String {
    data.backup_place.as_ref().map(|place| place.display().to_string()).unwrap_or_default()
}

impl SchoolForm {
    /// What is saved: blanks around it do not count.
    fn trimmed(&self) -> [&str; 4] {
        [&self.name, &self.phone, &self.principal, &self.operator].map(|text| text.trim())
    }

    fn of(data: &SettingsView) -> Self {
        Self {
            name: data.school.clone(),
            phone: data.phone.clone().unwrap_or_default(),
            principal: data.principal.clone().unwrap_or_default(),
            operator: data.operator.clone(),
        }
    }
}

impl TermForm {
    fn of(term: &Term) -> Self {
        Self { season: term.season, first: term.first.to_string(), last: term.last.to_string() }
    }
}
