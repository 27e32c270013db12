//! 收回执: one field for the number that is typed or scanned, and who still owes a slip, class by class.

#[cfg(test)]
mod tests;
mod view;

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use crate::domain::slip::SlipTick;
use crate::domain::slip_code::SlipCode;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::i18n::Explanation;
use crate::ops::print::SLIPS_MISSING;
use crate::ops::slips::{SlipClass, SlipLine, SlipOp, SlipRunView, SlipState, SlipsView, Ticked};
use crate::ops::{Answer, Book, Op, Query};

/// Name of the field for numbers.
const NUMBER: &str = "number";

/// Slips of letters.
#[derive(Debug)]
pub struct Slips {
    /// The run that is shown; `None`: the newest that is open.
    run: Option<u32>,
    data: Option<SlipsView>,
    /// The class whose slips are listed.
    class: usize,
    /// Whether only those that are out are listed.
    only_missing: bool,
    /// As typed or scanned.
    typed: String,
    /// Why the last number was refused.
    wrong: Option<Explanation>,
    /// What the last number ticked.
    said: Option<Ticked>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Another run.
    Run(u32),
    /// Another class.
    Class(usize),
    /// A class before or behind.
    Turn(i32),
    /// Only those that are out, or all.
    Only(bool),
    /// Typed into the field for numbers.
    Typed(String),
    /// The number is whole: tick it.
    Enter,
    /// Ticks a slip of the list, or takes the tick away.
    Toggle(SlipCode, bool),
    /// No more are awaited, or they are again.
    Close(bool),
    /// The list of those that are out, on paper.
    Print,
    /// Back to 打印.
    Back,
}

impl Slips {
    /// A run, or the newest that is open.
    pub fn new(run: Option<u32>) -> Self {
        Self { run, data: None, class: 0, only_missing: true, typed: String::new(), wrong: None, said: None }
    }

    fn shown(&self) -> Option<&SlipRunView> {
        self.data.as_ref()?.shown.as_ref()
    }

    fn class(&self) -> Option<&SlipClass> {
        self.shown()?.classes.get(self.class)
    }

    /// The slips that are listed.
    fn lines(&self) -> impl Iterator<Item = &SlipLine> {
        let all = self.class().map(|class| class.slips.as_slice()).unwrap_or_default();
        all.iter().filter(|slip| !self.only_missing || slip.returned_at.is_none())
    }

    fn enter(&mut self, context: &Context) -> Vec<Effect> {
        if self.typed.trim().is_empty() {
            return Vec::new();
        }
        let typed = std::mem::take(&mut self.typed);
        match Book::slip_code(&typed) {
            Ok(code) => {
                // A scanner sends the next number before the answer to this one has come.
                vec![
                    Effect::Run(Op::Slips(SlipOp::Tick(vec![code], SlipTick::Code))),
                    Effect::Focus(NUMBER.into()),
                ]
            }
            Err(error) => {
                self.said = None;
                self.wrong = Some(crate::i18n::Explain::explain(&error, &context.tr));
                self.typed = typed;
                vec![Effect::Focus(NUMBER.into())]
            }
        }
    }

    /// Shows the class of the slip that was ticked last.
    fn follow(&mut self, told: &Ticked) {
        let Some(view) = self.shown().filter(|view| view.line.run == told.run) else { return };
        let at = view.classes.iter().position(|class| class.class == told.class);
        self.class = at.unwrap_or(self.class);
    }
}

impl Screen for Slips {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Slips(self.run)]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Slips(data) = answer else { return Vec::new() };
        let first = self.data.is_none();
        self.data = Some(*data);
        self.run = self.shown().map(|view| view.line.run).or(self.run);
        let last = self.shown().map_or(0, |view| view.classes.len().saturating_sub(1));
        self.class = self.class.min(last);
        if let Some(told) = self.said.clone() {
            self.follow(&told);
        }
        if !first {
            return Vec::new();
        }
        vec![Effect::Focus(if self.shown().is_some() { NUMBER.into() } else { "back".into() })]
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Run(run) => {
                self.run = Some(run);
                self.class = 0;
                self.said = None;
                self.wrong = None;
                vec![Effect::Load(Query::Slips(Some(run))), Effect::Focus(NUMBER.into())]
            }
            Message::Class(at) => {
                self.class = at;
                Vec::new()
            }
            Message::Turn(step) => {
                let count = self.shown().map_or(0, |view| view.classes.len());
                self.class = self.class.saturating_add_signed(step as isize).min(count.saturating_sub(1));
                Vec::new()
            }
            Message::Only(only) => {
                self.only_missing = only;
                Vec::new()
            }
            Message::Typed(typed) => {
                self.typed = typed;
                self.wrong = None;
                Vec::new()
            }
            Message::Enter => self.enter(context),
            Message::Toggle(code, true) => {
                vec![Effect::Run(Op::Slips(SlipOp::Tick(vec![code], SlipTick::List)))]
            }
            Message::Toggle(code, false) => vec![Effect::Run(Op::Slips(SlipOp::Untick(vec![code])))],
            Message::Close(closed) => {
                let run = self.shown().map(|view| view.line.run);
                run.map(|run| Effect::Run(Op::Slips(SlipOp::Close(run, closed)))).into_iter().collect()
            }
            Message::Print => vec![Effect::Go(Route::PrintSlips { form: SLIPS_MISSING, run: self.run })],
            Message::Back => vec![Effect::Go(Route::Print(None))],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if press.ctrl() == Some('p') {
            return self.shown().map(|_| Message::Print);
        }
        match (&press.key, press.letter()) {
            (Key::Named(Named::Enter), _) if press.in_field => Some(Message::Enter),
            (Key::Named(Named::PageDown), _) => Some(Message::Turn(1)),
            (Key::Named(Named::PageUp), _) => Some(Message::Turn(-1)),
            (_, Some('a')) => Some(Message::Only(!self.only_missing)),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, _context: &Context) -> Vec<Effect> {
        let (Op::Slips(op), Answer::Ticked(told)) = (op, answer) else { return Vec::new() };
        self.wrong = None;
        self.said = matches!(op, SlipOp::Tick(_, SlipTick::Code)).then(|| (**told).clone());
        if let Some(told) = self.said.clone() {
            // The slip of another run than the one that is looked at opens its own.
            self.run = Some(told.run);
            self.follow(&told);
        }
        Vec::new()
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let Op::Slips(SlipOp::Tick(_, SlipTick::Code)) = op else { return None };
        self.said = None;
        self.wrong = Some(why.clone());
        Some(vec![Effect::Focus(NUMBER.into())])
    }

    fn place(&self) -> Option<Route> {
        Some(Route::Slips(self.run))
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        view::page(self, context)
    }
}

/// Whether slips of a run are awaited.
fn is_open(state: SlipState) -> bool {
    state != SlipState::Closed
}
