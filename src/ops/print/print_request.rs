//! What shall be printed, as data.

use chrono::NaiveDate;
use serde::Serialize;
use uuid::Uuid;

use crate::domain::group::Group;
use crate::domain::id::{ClassId, EventId, FreeGroupId, PersonId, ReportEntryId};
use crate::domain::session::Session;
use crate::ops::letters::LetterChoice;
use crate::ops::picture::PictureChoice;
use crate::ops::roster::RosterOrder;
use crate::paper::font::MissingGlyph;
use crate::paper::form::Period;

/// A form or a letter.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum PaperId {
    /// A form of `assets/forms` by its id, such as `school-day`, or `labels`.
    Form(String),
    /// A letter: `winter`.
    Letter(String),
    /// Something that was issued, as it was.
    Issued(Uuid),
}

/// For whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PrintScope {
    /// The whole school: every class, with dormitories and staff where they owe such a sheet, or the one sheet of
    /// the school.
    School,
    /// One group; letters and lists go to a class only.
    Group(Group),
    /// One person; only for forms about persons.
    Person(PersonId),
    /// A bus line or another group beside the classes; of lists of names only.
    FreeGroup(FreeGroupId),
}

impl PrintScope {
    /// One class, or the whole school.
    pub fn of_class(class: Option<ClassId>) -> Self {
        class.map_or(Self::School, |id| Self::Group(Group::Class(id)))
    }
}

/// How names are listed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListChoice {
    /// The order; `None`: that of 名册.
    pub order: Option<RosterOrder>,
    /// Id of the sheet of labels; empty: the usual one.
    pub labels: String,
    /// Labels of the first sheet that are used up already.
    pub start: usize,
}

/// Which report of which event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EventChoice {
    /// The event; `None`: the one that is open, else the last one.
    pub event: Option<EventId>,
    /// An entry of the report log: the report as it was made then; `None`: the last one of its kind.
    pub entry: Option<ReportEntryId>,
}

/// What stands in the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Filling {
    /// Every name, to be filled in by hand.
    Blank,
    /// What is recorded; on a check sheet those with findings only.
    #[default]
    Recorded,
    /// What is recorded; on a check sheet everyone.
    Everyone,
}

/// What shall be printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintRequest {
    /// The form or letter.
    pub paper: PaperId,
    /// For whom.
    pub scope: PrintScope,
    /// The day; of a week sheet any day of the week; the date of a letter.
    pub date: NaiveDate,
    /// Period around the day; `None`: the one that the form is about.
    pub period: Option<Period>,
    /// The session of a check sheet.
    pub session: Session,
    /// What stands in the rows.
    pub filling: Filling,
    /// What becomes of names that no font draws.
    pub missing: MissingGlyph,
    /// How a list of names or labels are made.
    pub list: ListChoice,
    /// What was chosen of a run of letters.
    pub letter: LetterChoice,
    /// First and last day of what is about a period; `None`: the period.
    pub days: Option<(NaiveDate, NaiveDate)>,
    /// What a picture shows.
    pub picture: PictureChoice,
    /// Which report of which event.
    pub event: EventChoice,
}

impl PrintRequest {
    /// A form of the whole school with what is recorded of the morning; stops at names that cannot be drawn.
    pub fn form(id: &str, date: NaiveDate) -> Self {
        Self {
            paper: PaperId::Form(id.to_owned()),
            scope: PrintScope::School,
            date,
            period: None,
            session: Session::Morning,
            filling: Filling::Recorded,
            missing: MissingGlyph::Stop,
            list: ListChoice::default(),
            letter: LetterChoice::default(),
            days: None,
            picture: PictureChoice::default(),
            event: EventChoice::default(),
        }
    }

    /// A letter to every guardian of the school.
    pub fn letter(id: &str, date: NaiveDate) -> Self {
        Self { paper: PaperId::Letter(id.to_owned()), ..Self::form("", date) }
    }
}
