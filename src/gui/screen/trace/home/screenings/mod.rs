//! 摸排: people from a risk area or with a contact, called until it is closed.

mod form;
mod view;

use iced::keyboard::Key;
use iced::keyboard::key::Named;

#[cfg(test)]
pub use self::form::NewPlace;
pub use self::form::{NewMessage, TalkPlace};

use self::form::{NewForm, TalkForm};
use crate::domain::id::{PersonId, ScreeningId};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::i18n::Explanation;
use crate::ops::home::{HomeAnswer, HomeOp, HomeQuery, ScreenOp, ScreeningLine};
use crate::ops::{Answer, Op, Query};

/// The part.
#[derive(Debug, Default)]
pub struct ScreeningsPart {
    data: Option<Vec<ScreeningLine>>,
    chosen: Option<ScreeningId>,
    /// Whose row is chosen when the answer comes.
    wanted: Option<PersonId>,
    talk: TalkForm,
    new: Option<NewForm>,
    wrong: Option<String>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another row.
    Choose(ScreeningId),
    /// Up or down among the rows.
    Move(i32),
    /// To the first field of the talk.
    Begin,
    /// Typed into a field of the talk.
    Typed(TalkPlace, String),
    /// Records the talk.
    Talk,
    /// Closes it with the rule book's end.
    Close(String),
    /// Everything of the chosen person.
    Person,
    /// A part of the form that lists somebody.
    New(NewMessage),
}

/// Name of a row, for the focus.
fn row_id(id: ScreeningId) -> String {
    format!("screening-{id}")
}

impl ScreeningsPart {
    fn lines(&self) -> &[ScreeningLine] {
        self.data.as_deref().unwrap_or_default()
    }

    fn line(&self) -> Option<&ScreeningLine> {
        let chosen = self.chosen?;
        self.lines().iter().find(|line| line.id == chosen)
    }

    fn choose(&mut self, id: ScreeningId) -> Vec<Effect> {
        if self.chosen != Some(id) {
            self.chosen = Some(id);
            self.fill();
        }
        self.focus_row()
    }

    fn fill(&mut self) {
        let phone = self.line().and_then(|line| line.phone.clone()).unwrap_or_default();
        self.talk = TalkForm { phone, ..TalkForm::default() };
        self.wrong = None;
    }

    fn focus_row(&self) -> Vec<Effect> {
        self.chosen.map(|id| Effect::Focus(row_id(id).into())).into_iter().collect()
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let lines = self.lines();
        let at = lines.iter().position(|line| Some(line.id) == self.chosen).unwrap_or(0);
        let next = at.saturating_add_signed(step as isize).min(lines.len().saturating_sub(1));
        lines.get(next).map(|line| line.id).map(|id| self.choose(id)).unwrap_or_default()
    }

    fn begin(&mut self, message: NewMessage, context: &Context) -> Vec<Effect> {
        match message {
            NewMessage::Open => {
                self.new.get_or_insert_default();
                self.wrong = None;
                vec![Effect::Load(Query::GateRoll(context.now.date())), Effect::Focus("screen-find".into())]
            }
            NewMessage::Close => {
                self.new = None;
                self.focus_row()
            }
            NewMessage::Save => {
                let op = self.new.as_ref().and_then(NewForm::op);
                op.map(|op| Effect::Run(Op::Home(HomeOp::Screen(op)))).into_iter().collect()
            }
            typed => {
                let took = self.new.as_mut().is_some_and(|form| form.take(typed));
                took.then(|| Effect::Focus("screen-place".into())).into_iter().collect()
            }
        }
    }

    fn talk(&mut self, context: &Context) -> Vec<Effect> {
        let Some(line) = self.line() else { return Vec::new() };
        if let Some(talk) = self.talk.talk() {
            let op = ScreenOp::Talk(line.id, Box::new(talk));
            return vec![Effect::Run(Op::Home(HomeOp::Screen(op)))];
        }
        self.wrong = Some(context.tr.screening_next_wrong());
        vec![Effect::Focus(TalkPlace::Next.id().into())]
    }
}

impl Screen for ScreeningsPart {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Home(HomeQuery::Screenings)]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let lines = match answer {
            Answer::Home(answer) => match *answer {
                HomeAnswer::Screenings(lines) => lines,
                _ => return Vec::new(),
            },
            Answer::GateRoll(roll) => {
                if let Some(form) = &mut self.new {
                    form.know(roll);
                }
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        let first = self.data.is_none();
        if let Some(person) = self.wanted.take() {
            self.chosen = lines.iter().find(|line| line.key == person).map(|line| line.id);
        }
        self.data = Some(lines);
        if self.line().is_none() {
            self.chosen = self.lines().first().map(|line| line.id);
            self.fill();
        }
        if first { self.focus_row() } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Choose(id) => self.choose(id),
            Message::Move(step) => self.step(step),
            Message::Begin => vec![Effect::Focus(TalkPlace::What.id().into())],
            Message::Typed(place, text) => {
                self.talk.take(place, text);
                Vec::new()
            }
            Message::Talk => self.talk(context),
            Message::Close(how) => {
                let note = Some(self.talk.what.clone());
                let op = self.chosen.map(|id| HomeOp::Screen(ScreenOp::Close(id, how, note)));
                op.map(|op| Effect::Run(Op::Home(op))).into_iter().collect()
            }
            Message::Person => {
                self.line().map(|line| Effect::Go(Route::Person(line.key))).into_iter().collect()
            }
            Message::New(message) => self.begin(message, context),
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if press.key == Key::Named(Named::Enter) && press.modifiers.command() {
            return Some(if self.new.is_some() { Message::New(NewMessage::Save) } else { Message::Talk });
        }
        if press.ctrl() == Some('n') {
            return Some(Message::New(NewMessage::Open));
        }
        if press.in_field || self.new.is_some() {
            return None;
        }
        match (&press.key, press.letter()) {
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (Key::Named(Named::Enter), _) => {
                self.line().filter(|line| line.closed_on.is_none()).map(|_| Message::Begin)
            }
            (_, Some('p')) => self.line().map(|_| Message::Person),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, _answer: &Answer, _context: &Context) -> Vec<Effect> {
        let Op::Home(HomeOp::Screen(op)) = op else { return Vec::new() };
        if let ScreenOp::List(person, _) = op {
            self.new = None;
            self.wanted = Some(*person);
        }
        self.fill();
        self.focus_row()
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let Op::Home(HomeOp::Screen(_)) = op else { return None };
        self.wrong = Some(why.happened.clone());
        let field = if self.new.is_some() { "screen-place" } else { TalkPlace::What.id() };
        Some(vec![Effect::Focus(field.into())])
    }

    fn escape(&self) -> Option<Message> {
        self.new.as_ref().map(|_| Message::New(NewMessage::Close))
    }

    fn is_form(&self, typing: bool) -> bool {
        typing || self.new.is_some()
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        let begun = self.new.is_some() || !self.talk.what.trim().is_empty();
        begun.then(|| context.tr.home_unsaved())
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        view::page(self, context)
    }
}
