//! 打印: what can be printed, how it will look, and into a file or onto paper.

mod letter;
mod list;
mod look;
#[cfg(test)]
mod tests;
mod update;
mod view;

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::free_group::FreeGroupKind;
use crate::domain::group::Group;
use crate::domain::pinyin;
use crate::domain::session::Session;
use crate::gui::route::Route;
use crate::gui::widget::{Reach, Zoom};
use crate::i18n::Explanation;
use crate::ops::issued::IssuedLine;
use crate::ops::picture::PictureRequest;
use crate::ops::print::{
    EventChoice, Extent, Filling, HEALTH_FILE, Listing, MissingGlyph, PaperId, Papers, Preview, PrintRequest,
    PrintScope, TEMPERATURES,
};

use letter::LetterForm;
pub use letter::LetterMessage;
pub use list::ListMessage;
pub use look::Look;

/// The kind of file that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// A PDF.
    Pdf,
    /// A workbook.
    Xlsx,
}

impl FileKind {
    const fn ending(self) -> &'static str {
        match self {
            Self::Pdf => "pdf",
            Self::Xlsx => "xlsx",
        }
    }
}

/// What was done last, said above the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    Saved(PathBuf),
    Sent,
    Cancelled,
    Refused(Explanation),
}

/// The question where to save.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Saving {
    kind: FileKind,
    path: String,
    wrong: Option<String>,
}

/// Forms and letters.
#[derive(Debug)]
pub struct Print {
    papers: Option<Papers>,
    preview: Option<Preview>,
    request: PrintRequest,
    /// As typed; the request keeps the last whole date.
    date: String,
    /// The first free label as typed.
    start: String,
    /// What is looked for in the list.
    find: String,
    /// What is chosen of letters, as typed.
    letter: LetterForm,
    page: usize,
    zoom: Zoom,
    /// What of the sheet lies beyond the room; unknown until the preview has said it.
    reach: Option<Reach>,
    /// Whether the classes are offered.
    choosing: bool,
    saving: Option<Saving>,
    /// Whether a print is being made.
    busy: bool,
    said: Option<Said>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another form or letter.
    Paper(PaperId),
    /// Up or down in the list.
    Move(i32),
    /// Typed into the date.
    Date(String),
    /// Offer the classes, or stop offering.
    Scope,
    /// One group, or the whole school.
    Group(Option<Group>),
    /// Another session of the day.
    Session(Session),
    /// As recorded or blank.
    Filling(Filling),
    /// How a list of names or labels are made.
    List(ListMessage),
    /// What becomes of names that no font draws.
    Missing(MissingGlyph),
    /// Another page, another size.
    Look(Look),
    /// Ask where to save.
    Save(FileKind),
    /// Typed into the path.
    Path(String),
    /// The system's dialog for files.
    Choose,
    /// Save there.
    Write,
    /// Close the question.
    Close,
    /// Onto paper.
    Send,
    /// Stop the work.
    Stop,
    /// How letters are made.
    Letter(LetterMessage),
    /// From a report that was issued to the one that corrects it.
    Correct,
    /// Another screen: where a roster is imported, packages are written, slips are ticked.
    Go(Route),
}

impl Print {
    /// The given form or letter, else the daily report of a day.
    pub fn new(paper: Option<PaperId>, date: NaiveDate) -> Self {
        let form = PrintRequest::form("school-day", date);
        let paper = paper.unwrap_or_else(|| form.paper.clone());
        Self {
            papers: None,
            preview: None,
            request: PrintRequest { paper, ..form },
            date: date.to_string(),
            start: "1".to_owned(),
            find: String::new(),
            letter: LetterForm::default(),
            page: 0,
            zoom: Zoom::Page,
            reach: None,
            choosing: false,
            saving: None,
            busy: false,
            said: None,
        }
    }

    /// For a class or group.
    #[must_use]
    pub fn scoped(mut self, scope: PrintScope) -> Self {
        self.request.scope = scope;
        self
    }

    /// Of a run of slips.
    #[must_use]
    pub fn of_run(mut self, run: Option<u32>) -> Self {
        self.request.letter.run = run;
        self
    }

    /// Of an event.
    #[must_use]
    pub fn of_event(mut self, choice: EventChoice) -> Self {
        self.request.event = choice;
        self
    }

    /// Of a session.
    #[must_use]
    pub fn at(mut self, session: Session) -> Self {
        self.request.session = session;
        self
    }

    /// About a period.
    #[must_use]
    pub fn over(mut self, days: (NaiveDate, NaiveDate)) -> Self {
        self.request.days = Some(days);
        self
    }

    /// A picture as it was looked at.
    pub fn of_picture(request: &PictureRequest) -> Self {
        let paper = PaperId::Form(request.kind.form().to_owned());
        let mut print = Self::new(Some(paper), request.days.1).over(request.days);
        print.request.picture = request.choice.clone();
        match request.group {
            Some(group) => print.scoped(PrintScope::Group(group)),
            None => print,
        }
    }

    /// The forms of each day, the letters, the plan.
    fn listings(&self) -> Vec<&Listing> {
        let Some(papers) = &self.papers else { return Vec::new() };
        let mut all: Vec<&Listing> = papers.forms.iter().chain(&papers.letters).collect();
        all.sort_by_key(|listing| listing.group);
        all
    }

    /// Those of them that what was typed finds, by characters, sounds or id.
    fn found(&self) -> Vec<&Listing> {
        let typed = self.find.trim();
        let mut found = self.listings();
        found.retain(|listing| {
            typed.is_empty()
                || listing.title.contains(typed)
                || listing.id.contains(typed)
                || pinyin::matches(&listing.title, typed)
        });
        found
    }

    /// What was issued, the newest first.
    fn issued(&self) -> &[IssuedLine] {
        self.papers.as_ref().map_or(&[], |papers| papers.issued.as_slice())
    }

    /// What is shown as it was issued.
    fn shown_as_issued(&self) -> Option<&IssuedLine> {
        let PaperId::Issued(key) = self.request.paper else { return None };
        let listed = self.issued().iter().find(|line| line.key == key);
        listed.or_else(|| self.preview.as_ref()?.facts.issued.as_deref())
    }

    /// Everything that can be chosen with the arrows.
    fn choices(&self) -> Vec<PaperId> {
        let issued = self.issued().iter().filter(|line| line.opens).map(|line| PaperId::Issued(line.key));
        self.found().into_iter().map(|listing| listing.paper.clone()).chain(issued).collect()
    }

    fn listing(&self) -> Option<&Listing> {
        self.listings().into_iter().find(|listing| listing.paper == self.request.paper)
    }

    /// The groups that can be chosen, with their names: classes, of a check sheet dormitories and staff too.
    fn groups(&self) -> impl Iterator<Item = (Group, &str)> {
        let papers = self.papers.as_ref();
        let by = self.listing().map(|listing| listing.by);
        let all = by.is_some_and(Extent::is_of_group);
        let classes = papers
            .filter(|_| by.is_none_or(Extent::is_of_class))
            .map(|papers| papers.classes.as_slice())
            .unwrap_or_default();
        let others = papers.filter(|_| all).map(|papers| papers.others.as_slice()).unwrap_or_default();
        let classes = classes.iter().map(|(id, name)| (Group::Class(*id), name.as_str()));
        classes.chain(others.iter().map(|(group, name)| (*group, name.as_str())))
    }

    /// For whom it can be: name for the focus, words (`None`: the whole school), scope.
    fn offered(&self) -> Vec<(String, Option<&str>, PrintScope)> {
        let group = |(group, name)| {
            let group: Group = group;
            (group.to_string().replace(':', "-"), Some(name), PrintScope::Group(group))
        };
        let by = self.listing().map(|listing| listing.by).filter(|by| by.is_of_bus());
        let free = self.papers.iter().filter(|_| by.is_some()).flat_map(|papers| &papers.groups);
        let free = free.filter(|(_, kind, _)| by != Some(Extent::Bus) || *kind == FreeGroupKind::Bus);
        let free = free
            .map(|(id, _, name)| (format!("group-{id}"), Some(name.as_str()), PrintScope::FreeGroup(*id)));
        let school = ("class-all".to_owned(), None, PrintScope::School);
        std::iter::once(school).chain(self.groups().map(group)).chain(free).collect()
    }

    /// Name of the group that it is for.
    fn group(&self) -> Option<&str> {
        match self.request.scope {
            PrintScope::School | PrintScope::Person(_) => None,
            PrintScope::Group(wanted) => {
                self.groups().find(|(group, _)| *group == wanted).map(|(_, name)| name)
            }
            PrintScope::FreeGroup(id) => {
                let groups = &self.papers.as_ref()?.groups;
                groups.iter().find(|(group, ..)| *group == id).map(|(.., name)| name.as_str())
            }
        }
    }

    /// Whether it is a sheet for each pupil.
    fn is_health_file(&self) -> bool {
        matches!(&self.request.paper, PaperId::Form(id) if [HEALTH_FILE, TEMPERATURES].contains(&id.as_str()))
    }

    /// The form or letter that is shown, where the school can have a version of its own.
    fn editable(&self) -> Option<PaperId> {
        self.listing().filter(|listing| listing.editable).map(|listing| listing.paper.clone())
    }

    fn nobody(&self) -> bool {
        self.papers.as_ref().is_some_and(|papers| papers.classes.is_empty())
    }

    /// Whether names that cannot be drawn still wait for a choice.
    fn blocked(&self) -> bool {
        let missing = self.preview.as_ref().is_some_and(|preview| !preview.facts.missing.is_empty());
        missing && self.request.missing == MissingGlyph::Stop
    }

    fn ready(&self) -> bool {
        self.preview.is_some() && !self.busy && !self.blocked()
    }

    fn pages(&self) -> usize {
        self.preview.as_ref().map_or(0, |preview| preview.facts.sheets)
    }

    /// Name of the file: what, for whom, when; never a person's name.
    fn file_name(&self, kind: FileKind) -> String {
        let name = if let Some(line) = self.shown_as_issued() {
            format!("{}_{}", line.title, line.number)
        } else {
            let title = self.listing().map_or("", |listing| listing.title.as_str());
            let class = self.group().map(|class| format!("_{class}")).unwrap_or_default();
            format!("{title}{class}_{}", self.request.date)
        };
        let name: String = name
            .chars()
            .map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { '_' } else { c })
            .collect();
        format!("{name}.{}", kind.ending())
    }
}

/// Name of a form's row, for the focus.
fn row_id(paper: &PaperId) -> String {
    match paper {
        PaperId::Form(id) => format!("form-{id}"),
        PaperId::Letter(id) => format!("letter-{id}"),
        PaperId::Issued(key) => format!("issued-{key}"),
    }
}
