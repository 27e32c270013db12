//! 升入新学年: every old class with where it goes, the pupils of one class with who goes elsewhere, the sums before
//! and after; then the whole school goes up with one key.

mod choosing;
#[cfg(test)]
mod tests;
mod update;
mod view;

use crate::domain::calendar::{Season, Term};
use crate::domain::id::{ClassId, PersonId};
use crate::gui::widget::{PAGE, date_field};
use crate::i18n::Explanation;
use crate::ops::promotion::{OldLine, Promoted, PromotionRequest, PromotionView, PupilLine};

/// The promotion to a new school year.
#[derive(Debug, Default)]
pub struct Promotion {
    request: PromotionRequest,
    state: State,
    data: Option<Box<PromotionView>>,
    /// The class that keys mean.
    class: Option<ClassId>,
    /// Its pupils are shown.
    opened: bool,
    /// The pupil that keys mean.
    pupil: Option<PersonId>,
    /// What is searched among the pupils.
    find: String,
    /// Page of the pupils.
    page: usize,
    /// What is typed as the class to go to, of the class or of the pupil.
    target: String,
    /// What was typed so and tells no class that is known: Enter once more makes one of that name.
    asked: Option<String>,
    /// Where the focus is.
    spot: Spot,
    /// Asks which of the school systems that fit it is.
    asking: bool,
    /// The terms of the new year as typed.
    terms: Vec<TermForm>,
    /// It was taken back: the focus goes to the class again.
    returned: bool,
}

/// A term's days as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TermForm {
    season: Season,
    first: String,
    last: String,
}

impl TermForm {
    fn of(term: &Term) -> Self {
        Self { season: term.season, first: term.first.to_string(), last: term.last.to_string() }
    }

    /// The term, if both days exist and are in order.
    fn term(&self) -> Option<Term> {
        let (first, last) = (date_field::day(&self.first)?, date_field::day(&self.last)?);
        (first < last).then_some(Term { season: self.season, first, last })
    }
}

/// How far it is.
#[derive(Debug, Default)]
enum State {
    /// It can be looked at and changed.
    #[default]
    Planning,
    /// There is no plan: why, and what to do.
    Refused(Explanation),
    /// It is being written.
    Writing,
    /// It is in the book.
    Done(Box<Promoted>),
}

/// What happens to a class or a pupil.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Up, the pupil with the class.
    Up,
    /// The year again.
    Again,
    /// Out of the school.
    Leave,
}

/// What holds for the whole school.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// The school system before or after in the list.
    System(i32),
    /// The next school system, after the last the first.
    NextSystem,
    /// The answer to the question which school system it is, by its place.
    Answer(usize),
    /// 班主任 go up with their class, or not.
    Teachers,
    /// Pupils keep their numbers, or not.
    Seats,
}

/// Where keys mean something of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Spot {
    /// The list, and whatever is no field.
    #[default]
    List,
    /// The field of the class to go to.
    Target,
    /// The search among the pupils.
    Find,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Choose a class.
    Class(ClassId),
    /// Choose a pupil.
    Pupil(PersonId),
    /// Up or down among the classes or pupils; in a field the focus stays there.
    Move(i32, bool),
    /// Another page of pupils.
    Page(i32),
    /// The pupils of the chosen class.
    Open,
    /// What happens to the chosen class or pupil.
    Way(Way),
    /// Typed as the class to go to.
    Target(String),
    /// The typed class counts.
    ApplyTarget,
    /// Typed into the search.
    Find(String),
    /// The focus to a field.
    To(&'static str),
    /// How the whole school goes up.
    Choose(Choice),
    /// The focus came to a part of the page.
    At(Spot),
    /// Do it.
    Write,
    /// Stop writing.
    Stop,
    /// A day of a term of the new year was typed: place of the term, whether it is the last day.
    Term(usize, bool, String),
    /// Set the terms.
    SetTerms,
    /// Ask whether all is to be taken back.
    UndoAll,
    /// All choices as at first.
    Restart,
    /// Back: to the classes, to 名册.
    Back,
}

impl Promotion {
    fn line(&self) -> Option<&OldLine> {
        let data = self.data.as_ref()?;
        data.old.iter().find(|line| Some(line.key) == self.class)
    }

    /// The pupils of the chosen class who fit the search.
    fn found(&self) -> Vec<&PupilLine> {
        let find = self.find.trim();
        let fits = |pupil: &&PupilLine| {
            find.is_empty()
                || find.parse() == Ok(pupil.seat_no)
                || crate::domain::pinyin::PinyinKey::new(&pupil.name).rank(find).is_some()
        };
        self.line().into_iter().flat_map(|line| &line.pupils).filter(fits).collect()
    }

    /// Whether it is asked which school system it is.
    fn asks_system(&self) -> bool {
        self.asking && self.data.as_ref().is_some_and(|data| !data.system_sure)
    }

    fn pages(&self) -> usize {
        self.found().len().div_ceil(PAGE).max(1)
    }

    /// The pupils of the page.
    fn shown(&self) -> Vec<&PupilLine> {
        self.found().into_iter().skip(self.page * PAGE).take(PAGE).collect()
    }

    fn chosen_pupil(&self) -> Option<&PupilLine> {
        self.line()?.pupils.iter().find(|pupil| Some(pupil.key) == self.pupil)
    }
}

/// Name of a class's row, for the focus.
fn class_id(class: ClassId) -> String {
    format!("class-{class}")
}

/// Name of a pupil's row, for the focus.
fn pupil_id(pupil: PersonId) -> String {
    format!("pupil-{pupil}")
}

/// A school year as it is written: `2026-2027`.
fn years(first: i32) -> String {
    format!("{first}-{}", first + 1)
}
