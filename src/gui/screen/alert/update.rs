//! What the page of an alert asks for.

use iced::advanced::widget::Id;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{AlertPage, COMMENT, Message};
use crate::domain::id::PersonId;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::i18n::Explanation;
use crate::ops::alerts::AnswerRequest;
use crate::ops::{Answer, Op, Query};

impl Screen for AlertPage {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Alert(self.key.clone())]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Alert(data) = answer else { return Vec::new() };
        let first = self.data.replace(*data).is_none();
        if first { vec![Effect::Focus(COMMENT.into())] } else { Vec::new() }
    }

    fn update(&mut self, message: Message, _context: &Context) -> Vec<Effect> {
        match message {
            Message::Comment(typed) => {
                self.comment = typed;
                Vec::new()
            }
            Message::ReportedTo(typed) => {
                self.reported_to = typed;
                Vec::new()
            }
            Message::Save => self.save(),
            Message::Open(person) => self.open(person),
            Message::Case(person) => {
                let who = self.data.iter().flat_map(|data| &data.people).find(|it| it.person == person);
                let case = who.map(|who| Effect::Go(Route::NewCase(person, who.name.clone())));
                case.into_iter().collect()
            }
            Message::Plan => vec![Effect::Go(Route::Plan)],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match (&press.key, press.letter()) {
            (Key::Named(Named::Enter), _) if press.modifiers.command() => Some(Message::Save),
            (_, Some('a')) => Some(Message::Plan),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, _answer: &Answer, context: &Context) -> Vec<Effect> {
        match op {
            Op::Alert(said) => {
                self.comment.clear();
                self.reported_to.clear();
                let asked = self.data.as_ref().is_some_and(|data| data.rule.report_hours.is_some());
                let told = said.reported_to.as_ref().is_some_and(|unit| !unit.trim().is_empty());
                let tr = &context.tr;
                let words = if asked && !told { tr.alert_answered_owed() } else { tr.alert_answered() };
                vec![Effect::Notify(words), Effect::Back]
            }
            _ => Vec::new(),
        }
    }

    /// A correction may have ended the alert while the page was open.
    fn unanswered(&mut self, _query: &Query, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        (why.code == "no_such_alert").then(|| vec![Effect::Notify(why.happened.clone()), Effect::Back])
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        let typed = !self.comment.trim().is_empty() || !self.reported_to.trim().is_empty();
        typed.then(|| context.tr.alert_unsaved())
    }

    fn untype(&mut self, _focused: Option<&Id>) -> Option<Vec<Effect>> {
        let typed = !self.comment.is_empty() || !self.reported_to.is_empty();
        self.comment.clear();
        self.reported_to.clear();
        typed.then(Vec::new)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl AlertPage {
    fn save(&self) -> Vec<Effect> {
        if self.data.is_none() {
            return Vec::new();
        }
        vec![Effect::Run(Op::Alert(AnswerRequest {
            key: self.key.clone(),
            comment: self.comment.clone(),
            reported_to: Some(self.reported_to.clone()),
            event: None,
        }))]
    }

    fn open(&self, person: PersonId) -> Vec<Effect> {
        let Some(view) = &self.data else { return Vec::new() };
        let counted = view.people.iter().find(|counted| counted.person == person);
        counted.map(|counted| Effect::Go(Route::Sheet(counted.sheet))).into_iter().collect()
    }
}
