//! The root: which screen is shown, what the frame says, and where messages go.

mod effects;
mod fit;
pub(in crate::gui) mod frame;
pub(in crate::gui) mod input;
mod replies;
mod undoing;

use std::path::PathBuf;

use iced::{Size, Task};

use super::context::Context;
use super::dialog::{self, Dialog};
use super::effect::Effect;
use super::route::Route;
use super::runner::{Number, Reply, Runner};
use super::screen::shown::{self, Shown};
#[cfg(test)]
use super::theme::Breadth;
use super::theme::Theme;
use super::widget::FocusSteps;
use crate::domain::rule_book::RuleBook;
use crate::i18n::{Explanation, Tr};
use crate::ops::clock::{Clock, FixedClock, SystemClock};
use crate::ops::preferences::Preferences;
use crate::ops::shell::ShellView;
use crate::ops::{OpenOptions, Query};

/// How the window is started.
#[derive(Debug, Clone)]
pub struct Start {
    /// How to open the book.
    pub open: OpenOptions,
    /// What this computer remembers.
    pub preferences: Preferences,
    /// The shipped rules.
    pub rules: RuleBook,
    /// Whether changes of preferences are written down; not in tests and previews.
    pub remember: bool,
}

impl Start {
    /// Size of the window in effective pixels: larger text gets no larger window, which might not fit the screen.
    pub fn size(&self) -> Size {
        Size::new(1020.0, 690.0) * (100.0 / f32::from(self.preferences.scale))
    }
}

/// The whole window.
pub struct App {
    context: Context,
    shown: Shown,
    route: Route,
    before: Vec<Route>,
    dialog: Option<Dialog>,
    runner: Runner,
    clock: Box<dyn Clock>,
    start: Start,
    /// Screens shown so far.
    pages: u8,
    /// Requests since the screen was opened; earlier answers are late.
    since: Number,
    /// Acts that are being saved.
    saving: usize,
    /// They take long enough to be seen; a word that comes and goes at every key would only be painted.
    saves_slowly: bool,
    /// Whether a text field has the focus.
    typing: bool,
    /// Moves of the focus that wait for the next event.
    steps: FocusSteps,
    /// What the bottom bar says.
    said: Said,
    /// The book could not be opened.
    broken: Option<Explanation>,
    /// The book is open.
    open: bool,
    /// Since when; what was done earlier is asked about before it is taken back.
    since_when: chrono::NaiveDateTime,
    /// The folder of the book before, while another one is being opened.
    left: Option<PathBuf>,
}

/// What the bottom bar says of the last action.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Said {
    text: String,
    fresh: bool,
    /// Something was taken back: what comes next is named, so that it does not look like the way forward again.
    undone: bool,
}

/// The room of the window: its size in effective pixels at a text size in per cent.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    size: Size,
    scale: u16,
}

/// What happens.
#[derive(Debug, Clone)]
pub enum Message {
    /// A part of the screen.
    Screen(shown::Message),
    /// A dialog was answered.
    Dialog(dialog::Message),
    /// Another place.
    Go(Route),
    /// The book's thread answers.
    Replied(Number, Reply),
    /// A key, with whether a text field has the focus.
    Key(super::screen::KeyPress),
    /// A minute or a second has passed.
    Tick,
    /// The window has another size.
    Resized(Size),
    /// What had the focus is known, so that it has it again in another layout.
    LaidOut(Room, Option<iced::advanced::widget::Id>),
    /// A file was dropped onto the window.
    Dropped(PathBuf),
    /// A file or folder was chosen, or not.
    Picked(Option<PathBuf>),
    /// Take back what is typed and not saved, else the last action.
    Undo,
    /// The same, with what has the focus.
    Untype(Option<iced::advanced::widget::Id>),
    /// The window is there: it must not be larger than its screen.
    Appeared(iced::window::Id),
    /// Say all of what the frame says in a line.
    Explain(Explanation),
    /// Nothing: an effect that answers nothing.
    Nothing,
    /// The announcement of the last action fades.
    Faded,
    /// What is being saved takes long enough to be seen.
    SavesSlowly,
    /// A text field has got the focus, or it has lost it.
    Typing(bool),
}

impl App {
    /// The window as it starts: the frame at once, the data as soon as the book is open.
    pub fn new(start: Start) -> (Self, Task<Message>) {
        let language = start.preferences.language.unwrap_or(start.open.language);
        let clock: Box<dyn Clock> = match start.open.now {
            Some(now) => Box::new(FixedClock(now)),
            None => Box::new(SystemClock),
        };
        let now = clock.now();
        let context = Context {
            tr: Tr::new(language),
            now,
            size: start.size(),
            theme: theme_of(&start.preferences.theme),
            scale: start.preferences.scale,
            rules: start.rules.clone(),
            shell: ShellView::before_opening(now.date()),
            work: None,
            saved_in: start.preferences.saved_in.clone().filter(|folder| folder.is_dir()),
        };
        let route = Route::Today(now.date(), None);
        let mut app = Self {
            shown: Shown::of(&route, &context),
            context,
            route,
            before: Vec::new(),
            dialog: None,
            runner: Runner::start(),
            clock,
            start: start.clone(),
            pages: 0,
            since: 0,
            saving: 0,
            saves_slowly: false,
            typing: false,
            steps: FocusSteps::default(),
            said: Said::default(),
            broken: None,
            open: false,
            since_when: now,
            left: None,
        };
        let task = app.runner.open(OpenOptions { language, ..start.open });
        (app, replied(task))
    }

    /// Title of the window: no names of persons, nothing of what is shown.
    pub fn title(&self) -> String {
        self.context.tr.frame_window_title()
    }

    /// Appearance.
    pub fn theme(&self) -> Theme {
        self.context.theme
    }

    /// Text size as a factor.
    pub fn scale(&self) -> f32 {
        f32::from(self.context.scale) / 100.0
    }

    /// How much room the window has at this text size.
    #[cfg(test)]
    pub fn breadth(&self) -> Breadth {
        self.context.breadth()
    }

    /// What happens next.
    pub fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Screen(message) => {
                let effects = self.shown.update(message, &self.context);
                self.perform(effects)
            }
            Message::Dialog(message) => self.answer_dialog(message),
            Message::Go(route) => self.go(route),
            Message::Replied(number, reply) => self.reply(number, reply),
            Message::Key(press) => self.key(&press),
            Message::Tick => self.tick(),
            Message::Resized(size) => self.lay_out(Room { size, scale: self.context.scale }),
            Message::LaidOut(room, focused) => self.laid_out(room, focused),
            Message::Picked(path) => {
                let effects = path.map(|path| self.shown.picked(path, &self.context)).unwrap_or_default();
                self.perform(effects)
            }
            // A roster, whatever is shown; the first start asks for it itself, and a question is answered first.
            Message::Dropped(_) if self.route == Route::FirstStart || self.dialog.is_some() => Task::none(),
            Message::Dropped(path) => self.go(Route::Import(path)),
            Message::Explain(why) => self.perform(vec![Effect::Ask(Dialog::Refused(why))]),
            Message::Undo => input::focused().map(Message::Untype),
            Message::Untype(focused) => self.untype(focused.as_ref()),
            Message::Appeared(window) => fit::to_screen(window),
            Message::Faded => {
                self.said.fresh = false;
                Task::none()
            }
            Message::SavesSlowly => {
                self.saves_slowly = self.saving > 0;
                Task::none()
            }
            Message::Typing(typing) => {
                self.typing = typing;
                Task::none()
            }
            Message::Nothing => Task::none(),
        }
    }

    /// Shows another screen and loads what it needs.
    fn go(&mut self, route: Route) -> Task<Message> {
        if let (Some(text), None) = (self.shown.unsaved(&self.context), &self.dialog) {
            self.dialog = Some(Dialog::Leave { text, route });
            return self.focus("dialog-harmless");
        }
        if route != self.route {
            let here = std::mem::replace(&mut self.route, route);
            self.leave(here);
        }
        self.show()
    }

    /// Keeps the way back. Who goes back by a button or key of the page has not gone on, and the tabs of 追踪 are one
    /// place.
    fn leave(&mut self, here: Route) {
        if self.before.last() == Some(&self.route) {
            let _ = self.before.pop();
        } else if !matches!((&here, &self.route), (Route::Trace(_), Route::Trace(_))) {
            self.before.push(self.shown.place().unwrap_or(here));
            if self.before.len() > 20 {
                let _ = self.before.remove(0);
            }
        }
    }

    /// Shows the current route afresh.
    fn show(&mut self) -> Task<Message> {
        self.shown = Shown::of(&self.route, &self.context);
        self.pages = self.pages.wrapping_add(1);
        self.since = self.runner.last();
        let begin = self.shown.opened();
        Task::batch([self.load(), self.perform(begin)])
    }

    fn back(&mut self) -> Task<Message> {
        let Some(route) = self.before.last().cloned() else { return Task::none() };
        if let (Some(text), None) = (self.shown.unsaved(&self.context), &self.dialog) {
            self.dialog = Some(Dialog::Leave { text, route });
            return self.focus("dialog-harmless");
        }
        let _ = self.before.pop();
        self.route = route;
        self.show()
    }

    /// Asks for what the frame and the screen need.
    fn load(&mut self) -> Task<Message> {
        if !self.open {
            return Task::none();
        }
        let tasks: Vec<_> =
            self.queries().into_iter().map(|query| replied(self.runner.load(query))).collect();
        Task::batch(tasks)
    }

    /// What the frame and the screen need.
    fn queries(&self) -> Vec<Query> {
        std::iter::once(Query::Shell).chain(self.shown.queries(&self.context)).collect()
    }

    fn tick(&mut self) -> Task<Message> {
        let before = self.context.now.date();
        self.context.now = self.clock.now();
        if before == self.context.now.date() {
            return Task::none();
        }
        // Midnight: 今天 is another day now.
        match self.route {
            Route::Today(date, _) if date == before => {
                self.route = Route::Today(self.context.now.date(), None);
                self.show()
            }
            _ => self.load(),
        }
    }

    fn say(&mut self, text: String) {
        self.said = Said { text, fresh: true, undone: false };
    }
}

/// The theme of that name.
fn theme_of(name: &str) -> Theme {
    Theme::ALL.into_iter().find(|theme| iced::theme::Base::name(theme) == name).unwrap_or_default()
}

fn replied(task: Task<(Number, Reply)>) -> Task<Message> {
    task.map(|(number, reply)| Message::Replied(number, reply))
}
