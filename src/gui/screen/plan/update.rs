//! What 预案 asks for.

use iced::advanced::widget::Id;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::form::{Ask, Form, Part};
use super::view::OPEN;
use super::{Message, Plan, row_id};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::typed::Typed;
use crate::i18n::Explanation;
use crate::ops::plan::{PLAN_DOCUMENT, PlanOp, PlanState};
use crate::ops::print::PaperId;
use crate::ops::{Answer, Op, Query};

impl Screen for Plan {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        vec![Query::Plan(context.now.date())]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Plan(data) = answer else { return Vec::new() };
        let first = self.data.is_none();
        self.data = Some(*data);
        if self.task().is_none() {
            self.chosen = self.foremost();
        }
        if first { self.focus_row() } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Choose(task) => {
                self.chosen = Some(task);
                self.form = None;
                self.focus_row()
            }
            Message::Move(step) => self.step(step),
            Message::Assign => self.ask(Ask::Assign, context),
            Message::SetDue => self.ask(Ask::Due, context),
            Message::Complete => self.ask(Ask::Complete, context),
            Message::Reopen => self.reopen(),
            Message::Save => self.save(context),
            Message::Close => {
                self.form = None;
                self.focus_row()
            }
            Message::Read => {
                self.reading = !self.reading;
                Vec::new()
            }
            Message::Print => {
                // What is being read is what is wanted on paper.
                let form = if self.reading { PLAN_DOCUMENT } else { "plan-checklist" };
                vec![Effect::Go(Route::Print(Some(PaperId::Form(form.to_owned()))))]
            }
            Message::Roster => vec![Effect::Go(Route::NewStaff)],
            Message::Settings => vec![Effect::Go(Route::Settings)],
            Message::Search(_) | Message::Person(_) | Message::Date(_) | Message::Evidence(_) => {
                self.fill(message)
            }
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if let Some(form) = &self.form {
            // Enter alone may come through from an input method while evidence is typed.
            let plain = form.ask == Ask::Due && press.modifiers.is_empty();
            let saves = matches!(press.key, Key::Named(Named::Enter)) && (press.modifiers.command() || plain);
            return saves.then_some(Message::Save);
        }
        if press.ctrl() == Some('p') {
            return Some(Message::Print);
        }
        let open = self.task().is_some_and(|task| task.current.state != PlanState::Done);
        match (&press.key, press.letter()) {
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (Key::Named(Named::PageDown), _) => Some(Message::Move(PAGE)),
            (Key::Named(Named::PageUp), _) => Some(Message::Move(-PAGE)),
            (Key::Named(Named::Enter), _) | (_, Some('p')) => Some(Message::Assign),
            (Key::Named(Named::Space), _) | (_, Some('c')) if open => Some(Message::Complete),
            (_, Some('d')) if open => Some(Message::SetDue),
            (_, Some('r')) if !open => Some(Message::Reopen),
            (_, Some('v')) => Some(Message::Read),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, _answer: &Answer, _context: &Context) -> Vec<Effect> {
        let Op::Plan(op) = op else { return Vec::new() };
        self.form = None;
        if matches!(op, PlanOp::Complete { .. }) {
            self.next_open();
        }
        self.focus_row()
    }

    fn refused(&mut self, op: &Op, why: &Explanation, context: &Context) -> Option<Vec<Effect>> {
        let (Op::Plan(_), Some(form)) = (op, &mut self.form) else { return None };
        let (part, words) = match why.code.as_str() {
            "plan_no_person" | "no_such_person" => (Part::Person, why.remedy.clone()),
            "plan_no_date" => (Part::Date, why.remedy.clone()),
            "bad_value" => (Part::Date, context.tr.plan_screen_future()),
            "plan_no_evidence" => (Part::Evidence, why.remedy.clone()),
            _ => return None,
        };
        form.wrong = Some((part, words));
        Some(vec![Effect::Reveal("close".into()), Effect::Focus(field_of(part).into())])
    }

    fn escape(&self) -> Option<Message> {
        self.form.is_some().then_some(Message::Close)
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        let typed = self.form.as_ref().is_some_and(|form| !form.evidence.trim().is_empty());
        typed.then(|| context.tr.plan_screen_unsaved())
    }

    fn untype(&mut self, _focused: Option<&Id>) -> Option<Vec<Effect>> {
        self.form.as_mut().is_some_and(Typed::take_back).then(Vec::new)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

/// Rows that Page Up and Page Down pass.
const PAGE: i32 = 8;

/// The field of a part of the form.
pub(super) const fn field_of(part: Part) -> &'static str {
    match part {
        Part::Person => "person",
        Part::Date => "date",
        Part::Evidence => "evidence",
    }
}

impl Plan {
    fn focus_row(&self) -> Vec<Effect> {
        let Some(task) = &self.chosen else { return Vec::new() };
        // What stands below the row first, then the row with the focus.
        vec![Effect::Reveal(OPEN.into()), Effect::Focus(row_id(task).into())]
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let tasks = self.tasks();
        let at = tasks.iter().position(|task| Some(&task.id) == self.chosen.as_ref());
        let next = at.map_or(0, |at| at.saturating_add_signed(step as isize).min(tasks.len() - 1));
        self.chosen = tasks.get(next).map(|task| task.id.clone());
        self.focus_row()
    }

    /// The next task that is not done, going round, as soon as one is.
    fn next_open(&mut self) {
        let tasks = self.tasks();
        let at = tasks.iter().position(|task| Some(&task.id) == self.chosen.as_ref()).unwrap_or(0);
        let (before, rest) = tasks.split_at_checked(at + 1).unwrap_or_default();
        let late = rest.iter().chain(before).find(|task| task.current.state == PlanState::Late);
        let near = rest.iter().chain(before).find(|task| task.current.near);
        if let Some(next) = late.or(near).map(|task| task.id.clone()) {
            self.chosen = Some(next);
        }
    }

    fn ask(&mut self, ask: Ask, context: &Context) -> Vec<Effect> {
        let Some(task) = self.task() else { return Vec::new() };
        if ask != Ask::Assign && task.current.state == PlanState::Done {
            return Vec::new();
        }
        let staff = self.data.as_ref().map(|data| data.staff.as_slice()).unwrap_or_default();
        let operator = staff.iter().find(|person| person.name == context.shell.operator).map(|p| p.key);
        let form = Form::new(ask, task, operator, context.now.date());
        let focus = match ask {
            Ask::Assign if staff.is_empty() => "staff-first",
            Ask::Assign => field_of(Part::Person),
            Ask::Due => field_of(Part::Date),
            Ask::Complete if form.person.is_none() => field_of(Part::Person),
            Ask::Complete => field_of(Part::Evidence),
        };
        self.form = Some(Typed::new(form));
        // The whole form first, then its field.
        vec![Effect::Reveal("close".into()), Effect::Focus(focus.into())]
    }

    fn fill(&mut self, message: Message) -> Vec<Effect> {
        let Some(form) = &mut self.form else { return Vec::new() };
        let chosen = matches!(message, Message::Person(_));
        let part = match message {
            Message::Search(_) | Message::Person(_) => Part::Person,
            Message::Date(_) => Part::Date,
            Message::Evidence(_) => Part::Evidence,
            _ => return Vec::new(),
        };
        form.change(part, |form| {
            match message {
                Message::Search(typed) => form.query = typed,
                Message::Person(person) => {
                    form.person = person;
                    form.query.clear();
                }
                Message::Date(typed) => form.date = typed,
                Message::Evidence(typed) => form.evidence = typed,
                _ => {}
            }
            form.wrong.take_if(|(wrong, _)| *wrong == part);
        });
        match (form.ask, chosen) {
            (Ask::Assign, true) => form.op().map(|op| Effect::Run(Op::Plan(op))).into_iter().collect(),
            (_, true) => vec![Effect::Focus(field_of(Part::Evidence).into())],
            _ => Vec::new(),
        }
    }

    fn save(&mut self, context: &Context) -> Vec<Effect> {
        let Some(form) = &mut self.form else { return Vec::new() };
        match form.op() {
            Ok(op) => vec![Effect::Run(Op::Plan(op))],
            Err(part) => {
                form.wrong = Some((part, context.tr.plan_screen_bad_date()));
                vec![Effect::Focus(field_of(part).into())]
            }
        }
    }

    fn reopen(&self) -> Vec<Effect> {
        let done = self.task().filter(|task| task.current.state == PlanState::Done);
        let op = done.map(|task| PlanOp::Reopen { task: task.current.task });
        op.map(|op| Effect::Run(Op::Plan(op))).into_iter().collect()
    }
}
