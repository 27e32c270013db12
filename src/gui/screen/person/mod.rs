//! 人员: a new pupil or member of staff, or everything of one who is in the roster.

mod class_choice;
mod day;
mod form;
mod health_form;
mod pages;
mod place;
mod save;
mod tab;
#[cfg(test)]
mod tests;
mod untype;
mod update;
mod view;

use chrono::NaiveDate;

use form::Form;
use health_form::HealthForm;
pub use health_form::{HealthMessage, HealthPlace};
pub use pages::Listed;
use pages::Pages;
use place::Place;
pub use tab::Tab;

use crate::domain::id::{ClassId, FreeGroupId, PersonId};
use crate::domain::person::{Boarding, LeftBehind, PersonKind, Sex};
use crate::gui::route::Route;
use crate::i18n::Explanation;
use crate::ops::person::PersonFile;
use crate::ops::roster::{PersonDoubt, PersonView, RosterClass, SameNumber};

/// The form of a person.
#[derive(Debug)]
pub struct PersonForm {
    kind: PersonKind,
    id: Option<PersonId>,
    today: NaiveDate,
    form: Form,
    /// The form as it is in the book: what differs would be lost.
    before: Form,
    view: Option<PersonView>,
    classes: Vec<RosterClass>,
    /// The class of a new pupil, until its name is known.
    of_class: Option<ClassId>,
    /// Saving was tried with something missing: from now on it is said at the fields.
    tried: bool,
    /// What was typed is in the book: the next answer replaces the form.
    stored: bool,
    saved: Option<Saved>,
    /// What was found odd when this person was saved last: said above the form until something else is saved.
    warned: Vec<PersonDoubt>,
    /// Who else has the numbers that are typed.
    same: Vec<SameNumber>,
    /// Why it was not saved: somebody is there already.
    exists: Option<Explanation>,
    tab: Tab,
    file: Option<PersonFile>,
    pages: Pages,
    health: HealthForm,
    /// The same as it is in the book.
    health_before: HealthForm,
    /// What was typed of it is in the book.
    health_stored: bool,
}

/// The person added last, while the form waits for the next.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Saved {
    id: PersonId,
    name: String,
    class: String,
    doubts: Vec<PersonDoubt>,
    /// Who else has one of the numbers.
    same: Vec<SameNumber>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Typed into a field.
    Typed(Place, String),
    /// 性别
    Sex(Option<Sex>),
    /// 就读方式
    Boarding(Option<Boarding>),
    /// 留守
    LeftBehind(Option<LeftBehind>),
    /// The class before or after in the list.
    Class(Place, i32),
    /// Enter: to the next field; after the last one, save.
    Next(Place),
    /// Save.
    Save,
    /// Into a group beside the classes, or out of it.
    Group(FreeGroupId, bool),
    /// Move to the other class, or come back to the staff, from the day on.
    Move,
    /// The grade typed counts.
    SetGrade,
    /// Ask whether the person leaves.
    Leave,
    /// To a field that something was said of.
    ToPlace(Place),
    /// To somebody else, the sheet of a check record, or a paper as it was printed.
    Go(Route),
    /// Another part of the file.
    Tab(Tab),
    /// The part before or after.
    Turn(i32),
    /// A page before or after of a list.
    Page(Listed, i32),
    /// From the fields of 健康.
    Health(HealthMessage),
    /// The health file, to be printed.
    Print,
    /// Back to 名册.
    Back,
}

impl PersonForm {
    /// An empty form, or that of a person of the roster; `kind` counts only for an empty one.
    pub fn new(kind: PersonKind, id: Option<PersonId>, today: NaiveDate) -> Self {
        let form = Form::blank(today);
        Self {
            kind,
            id,
            today,
            before: form.clone(),
            form,
            view: None,
            classes: Vec::new(),
            of_class: None,
            tried: false,
            stored: false,
            saved: None,
            warned: Vec::new(),
            same: Vec::new(),
            exists: None,
            tab: Tab::default(),
            file: None,
            pages: Pages::default(),
            health: HealthForm::default(),
            health_before: HealthForm::default(),
            health_stored: false,
        }
    }

    /// A new pupil is of this class unless another is typed.
    pub fn of_class(mut self, class: Option<ClassId>) -> Self {
        self.of_class = class;
        self
    }

    fn is_staff(&self) -> bool {
        self.kind == PersonKind::Staff
    }

    /// Whether a member of staff is no longer here.
    fn has_left(&self) -> bool {
        let last = self.view.as_ref().and_then(|view| view.enrolments.last());
        self.is_staff() && last.is_none_or(|(.., to)| to.is_some_and(|to| to < self.today))
    }

    /// The fields in the order of Enter.
    fn order(&self) -> &'static [Place] {
        match (self.is_staff(), self.id) {
            (true, _) => &Place::STAFF,
            (false, None) => &Place::NEW_PUPIL,
            (false, Some(_)) => &Place::PUPIL,
        }
    }
}
