//! 名册: classes with their counts, the people of one of them, a search over the whole school.

mod exporting;
mod group;
mod kind_choice;
mod marking;
pub mod masked;
#[cfg(test)]
pub(in crate::gui::screen) mod tests;
mod update;
mod view;

use chrono::NaiveDate;

pub use exporting::ExportMessage;
use exporting::Exporting;
pub use group::GroupMessage;
pub(in crate::gui::screen) use kind_choice::grade;
pub use kind_choice::{KindChoice, KindMessage};
pub use marking::MarkMessage;
use marking::Marking;

use crate::domain::id::{ClassId, FreeGroupId, PersonId};
use crate::domain::person::PersonKind;
use crate::ops::roster::{RosterClass, RosterPage, RosterView};

/// 名册.
#[derive(Debug)]
pub struct Roster {
    date: NaiveDate,
    asked: RosterPage,
    data: Option<RosterView>,
    /// The row that keys mean.
    selected: Option<PersonId>,
    /// What is typed as the 班主任 of the class, or as the name of the group; `None`: nothing was.
    teacher: Option<String>,
    /// What stands in the field of the grade of the class.
    grade: Option<String>,
    /// Whether the group to add is a bus line.
    bus: bool,
    /// Whether it is a meal group.
    meal: bool,
    /// The pupils who are marked, while rows are marked instead of opened.
    marking: Option<Marking>,
    /// Where the roster is being saved, or was.
    exporting: Option<Exporting>,
    /// A group just added: the hand goes to it when it is listed.
    added: Option<FreeGroupId>,
}

/// Where one stands in 名册.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RosterPlace {
    /// Which people are listed.
    pub asked: RosterPage,
    /// The marked row.
    pub person: Option<PersonId>,
}

/// Which people are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// All pupils.
    All,
    /// One class.
    Class(ClassId),
    /// A bus line or another group beside the classes.
    Group(FreeGroupId),
    /// Pupils who are in no class today.
    Away,
    /// The staff.
    Staff,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Other people.
    Show(Part),
    /// The class before or after in the list.
    Class(i32),
    /// Typed into the search field.
    Find(String),
    /// To the search field.
    ToFind,
    /// Up or down among the people; in the search field the focus stays there.
    Move(i32, bool),
    /// Another page.
    Page(i32),
    /// Open a person.
    Open(PersonId),
    /// Open the marked person.
    OpenSelected,
    /// Read a roster file.
    Import,
    /// The promotion to a new school year.
    Promote,
    /// Lists of the names shown.
    Print,
    /// Typed as the 班主任 of the class, or as the name of a group.
    Teacher(String),
    /// What was typed counts.
    SaveTeacher,
    /// Kind and grade of the class.
    Kind(KindMessage),
    /// Bus lines and groups.
    Group(GroupMessage),
    /// The roster into a file.
    Export(ExportMessage),
    /// The people by pinyin, or by class and number.
    ByPinyin(bool),
    /// A new pupil or member of staff.
    New(PersonKind),
    /// Several pupils at once.
    Mark(MarkMessage),
    /// Clear the search, or leave.
    Escape,
}

impl Roster {
    /// The roster of a day, from where one stood before.
    pub fn at(place: RosterPlace, date: NaiveDate) -> Self {
        Self {
            date,
            asked: place.asked,
            data: None,
            selected: place.person,
            teacher: None,
            grade: None,
            bus: false,
            meal: false,
            marking: None,
            exporting: None,
            added: None,
        }
    }

    fn part(&self) -> Part {
        match (self.asked.staff, self.asked.filter.class) {
            (true, _) => Part::Staff,
            (false, _) if self.asked.filter.away => Part::Away,
            (false, None) if self.asked.filter.group.is_some() => {
                self.asked.filter.group.map_or(Part::All, Part::Group)
            }
            (false, Some(class)) => Part::Class(class),
            (false, None) => Part::All,
        }
    }

    /// The class that is listed.
    fn class(&self) -> Option<&RosterClass> {
        let data = self.data.as_ref()?;
        data.classes.iter().find(|class| Part::Class(class.id) == self.part())
    }

    /// What stands in the field of its 班主任.
    fn teacher(&self) -> &str {
        let stored = self.class().and_then(|class| class.teacher.as_deref());
        self.teacher.as_deref().or(stored).unwrap_or_default()
    }

    /// All parts in the order of the list.
    fn parts(&self) -> Vec<Part> {
        let classes = self.data.iter().flat_map(|data| &data.classes).map(|class| Part::Class(class.id));
        let away = self.data.as_ref().is_some_and(|data| data.away > 0).then_some(Part::Away);
        let groups = self.data.iter().flat_map(|data| &data.groups).map(|group| Part::Group(group.id));
        std::iter::once(Part::All).chain(classes).chain(groups).chain(away).chain([Part::Staff]).collect()
    }

    /// The people of the page in order; where nobody is found, those whom the search may mean.
    fn people(&self) -> Vec<PersonId> {
        let Some(data) = &self.data else { return Vec::new() };
        let staff = data.staff.iter().map(|line| line.key);
        let elsewhere = data.elsewhere.iter().map(|line| line.key);
        data.lines.iter().map(|line| line.key).chain(staff).chain(elsewhere).collect()
    }

    fn is_empty(&self) -> bool {
        self.data.as_ref().is_some_and(|data| data.pupils + data.staff_count + data.away + data.behind == 0)
    }
}

/// Name of a person's row, for the focus.
fn row_id(person: PersonId) -> String {
    format!("person-{person}")
}

/// Name of a part's row in the list of classes.
fn part_id(part: Part) -> String {
    match part {
        Part::All => "part-all".to_owned(),
        Part::Class(id) => format!("part-{id}"),
        Part::Group(id) => format!("part-{id}"),
        Part::Away => "part-away".to_owned(),
        Part::Staff => "part-staff".to_owned(),
    }
}
