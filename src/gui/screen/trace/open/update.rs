//! What 未结 asks for.

use iced::advanced::widget::Id;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::form::{Form, Part};
use super::view::FIRST;
use super::{Message, OpenTab, row_id};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::trace::TracePlace;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::typed::Typed;
use crate::i18n::Explanation;
use crate::ops::print::{PaperId, TRACE_CALLS};
use crate::ops::trace::{CallState, NewTrace, TraceOp};
use crate::ops::{Answer, Op, Query};

impl Screen for OpenTab {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        vec![Query::Trace(context.now.date())]
    }

    fn answered(&mut self, answer: Answer, context: &Context) -> Vec<Effect> {
        let Answer::Trace(data) = answer else { return Vec::new() };
        let first = self.data.is_none();
        self.data = Some(*data);
        if let Some(written) = self.written.take() {
            self.chosen = self.next_waiting(written).or(self.chosen);
            self.open_form(context);
            return self.focus_row();
        }
        if self.line().is_none() {
            self.chosen = self.lines().first().map(|line| line.key);
        }
        // What was not touched is begun anew with what is known now.
        self.forms.retain(|_, form| form.touched);
        self.open_form(context);
        if first { self.focus_row() } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Choose(person) if self.chosen == Some(person) => vec![Effect::Focus(FIRST.into())],
            Message::Choose(person) => {
                self.chosen = Some(person);
                self.open_form(context);
                self.focus_row()
            }
            Message::Move(step) => {
                self.step(step);
                self.open_form(context);
                self.focus_row()
            }
            Message::Edit(edit) => {
                if let Some(form) = self.chosen.and_then(|person| self.forms.get_mut(&person)) {
                    form.change(std::mem::discriminant(&edit), |form| form.edit(edit));
                }
                Vec::new()
            }
            Message::Save => self.write(context, true),
            Message::Unreached => self.write(context, false),
            Message::Remove(call) => {
                let remove = |person| Effect::Run(Op::Trace(TraceOp::Remove(person, call)));
                self.chosen.map(remove).into_iter().collect()
            }
            Message::Person => self.chosen.map(|id| Effect::Go(Route::Person(id))).into_iter().collect(),
            Message::Print => vec![Effect::Go(Route::Print(Some(PaperId::Form(TRACE_CALLS.to_owned()))))],
            Message::Today => vec![Effect::Go(Route::Today(context.now.date(), None))],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        let chosen = self.line().is_some();
        match (&press.key, press.ctrl()) {
            (_, Some('p')) => return Some(Message::Print),
            (_, Some('n')) if chosen => return Some(Message::Unreached),
            (Key::Named(Named::Enter), _) if press.modifiers.command() && chosen => {
                return Some(Message::Save);
            }
            _ if press.in_field => return None,
            _ => {}
        }
        match (&press.key, press.letter()) {
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (Key::Named(Named::Enter), _) => self.chosen.filter(|_| chosen).map(Message::Choose),
            (_, Some('p')) if chosen => Some(Message::Person),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, _answer: &Answer, _context: &Context) -> Vec<Effect> {
        if let Op::Trace(TraceOp::Add(new)) = op {
            let _ = self.forms.remove(&new.person);
            self.written = Some(new.person);
        }
        Vec::new()
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let Op::Trace(TraceOp::Add(new)) = op else { return None };
        let form = self.forms.get_mut(&new.person)?;
        let part = match why.code.as_str() {
            "next_call_before" => Part::Next,
            "trace_wrong_day" => Part::Day,
            _ => return None,
        };
        form.wrong = Some((part, why.happened.clone()));
        Some(vec![Effect::Focus(part.id().into())])
    }

    fn is_form(&self, typing: bool) -> bool {
        typing
    }

    fn place(&self) -> Option<Route> {
        self.chosen.map(|person| Route::Trace(TracePlace::absence_of(person)))
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        let typed = self.forms.values().filter(|form| form.touched).count();
        (typed > 0).then(|| context.tr.trace_unsaved(typed))
    }

    fn untype(&mut self, _focused: Option<&Id>) -> Option<Vec<Effect>> {
        let form = self.chosen.and_then(|person| self.forms.get_mut(&person))?;
        form.take_back().then(Vec::new)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl OpenTab {
    pub(super) fn focus_row(&self) -> Vec<Effect> {
        self.chosen.map(|person| Effect::Focus(row_id(person).into())).into_iter().collect()
    }

    fn step(&mut self, step: i32) {
        let lines = self.lines();
        let at = lines.iter().position(|line| Some(line.key) == self.chosen);
        let last = lines.len().saturating_sub(1);
        let next = at.map_or(0, |at| at.saturating_add_signed(step as isize).min(last));
        self.chosen = lines.get(next).map(|line| line.key);
    }

    /// The first who waits for a call, but not the one whose call was written down just now.
    fn next_waiting(&self, written: crate::domain::id::PersonId) -> Option<crate::domain::id::PersonId> {
        let mut waiting = self.lines().iter().filter(|line| line.state != CallState::Closed);
        waiting.find(|line| line.key != written).map(|line| line.key)
    }

    /// The form of the chosen row, begun with what is known.
    fn open_form(&mut self, context: &Context) {
        let (Some(line), Some(data)) = (self.line(), &self.data) else { return };
        let (key, form) = (line.key, Form::new(line, data, context.now, &context.tr));
        let _ = self.forms.entry(key).or_insert(Typed::new(form));
    }

    fn write(&mut self, context: &Context, reached: bool) -> Vec<Effect> {
        let (Some(line), Some(data)) = (self.line().cloned(), &self.data) else { return Vec::new() };
        let (again, now, tr) = (data.again, context.now, &context.tr);
        let Some(form) = self.forms.get_mut(&line.key) else { return Vec::new() };
        let new: Result<NewTrace, _> =
            if reached { form.new_trace(&line, now, tr) } else { form.unreached(&line, again, now, tr) };
        match new {
            Ok(new) => vec![Effect::Run(Op::Trace(TraceOp::Add(Box::new(new))))],
            Err((part, words)) => {
                form.wrong = Some((part, words));
                vec![Effect::Focus(part.id().into())]
            }
        }
    }
}
