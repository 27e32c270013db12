//! What the import asks for.

use std::path::PathBuf;

use super::line::Kind;
use super::review::Review;
use super::{Import, Message, State, Verdict, line_id};
use crate::gui::context::Context;
use crate::gui::dialog::Dialog;
use crate::gui::effect::{Effect, Pick};
use crate::gui::keymap::{self, Area, Command};
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::widget::PAGE;
use crate::i18n::Explanation;
use crate::ops::roster::import::ImportRequest;
use crate::ops::roster::{RosterFilter, RosterOp, RosterPage};
use crate::ops::{Answer, Op, Query};

impl Screen for Import {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        // Only the count of pupils is wanted: nobody is called like that.
        let filter = RosterFilter { class: None, find: "\u{0}".to_owned() };
        let count = Query::Roster(context.now.date(), RosterPage { filter, page: 0, staff: true });
        let read = matches!(self.state, State::Reading).then(|| self.question());
        std::iter::once(count).chain(read).collect()
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Roster(roster) => {
                self.pupils = roster.pupils;
                let choosing = matches!(self.state, State::Choosing);
                choosing.then(|| Effect::Focus("path".into())).into_iter().collect()
            }
            Answer::ImportPlan(plan) => {
                self.state = State::Review(Box::new(Review::new(*plan)));
                self.focus_line()
            }
            _ => Vec::new(),
        }
    }

    fn unanswered(&mut self, query: &Query, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        if !matches!(query, Query::Import(_)) {
            return None;
        }
        self.state = State::Refused(why.clone());
        Some(vec![Effect::Focus("again".into())])
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Path(typed) => {
                self.typed = typed;
                Vec::new()
            }
            Message::Choose => vec![Effect::Pick(Pick::RosterFile)],
            Message::Read => self.read(),
            Message::Again => {
                self.state = State::Choosing;
                vec![Effect::Focus("path".into())]
            }
            Message::Show(kind) => self.show(kind),
            Message::Group(step) => self.group(step),
            Message::Move(step) => self.step(step),
            Message::Page(step) => self.turn(step),
            Message::Select(kind, at) => {
                if let Some(review) = self.review_mut() {
                    review.selected = (kind, at);
                }
                Vec::new()
            }
            Message::Decide(verdict) => self.decide(verdict),
            Message::Write => self.write(),
            Message::Stop => vec![Effect::Cancel],
            Message::UndoAll => vec![Effect::Ask(Dialog::Confirm {
                title: context.tr.import_undo_title(),
                text: context.tr.import_undo_text(),
                action: context.tr.import_undo(),
                op: Op::Roster(RosterOp::UndoImport),
            })],
            Message::Back => vec![Effect::Go(Route::roster())],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        let command = keymap::find(Area::Import, press)?;
        match (&self.state, command) {
            (State::Review(_), Command::Same) => Some(Message::Decide(Verdict::Same)),
            (State::Review(_), Command::Other) => Some(Message::Decide(Verdict::Other)),
            (State::Review(_), Command::Skip) => Some(Message::Decide(Verdict::Skip)),
            (State::Review(_), Command::Next) => Some(Message::Move(1)),
            (State::Review(_), Command::Previous) => Some(Message::Move(-1)),
            (State::Review(_), Command::PageDown) => Some(Message::Page(1)),
            (State::Review(_), Command::PageUp) => Some(Message::Page(-1)),
            (State::Review(_), Command::Confirm) => Some(Message::Write),
            (State::Choosing | State::Refused(_), Command::Open) => Some(Message::Choose),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, _context: &Context) -> Vec<Effect> {
        match (op, answer) {
            (Op::Roster(RosterOp::Import(_)), Answer::Imported(summary)) => {
                self.state = State::Written(summary.clone());
                vec![Effect::Focus("roster".into())]
            }
            (Op::Roster(RosterOp::UndoImport) | Op::Undo(_), _)
                if matches!(self.state, State::Written(_)) =>
            {
                vec![Effect::Go(Route::roster())]
            }
            _ => Vec::new(),
        }
    }

    fn refused(&mut self, op: &Op, _why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        if let (Op::Roster(RosterOp::Import(_)), State::Writing(_)) = (op, &self.state)
            && let State::Writing(review) = std::mem::replace(&mut self.state, State::Choosing)
        {
            // Nothing was written; the review stands as it was.
            self.state = State::Review(review);
        }
        None
    }

    fn picked(&mut self, path: PathBuf, _context: &Context) -> Vec<Effect> {
        self.typed = path.display().to_string();
        self.read()
    }

    fn escape(&self) -> Option<Message> {
        Some(match self.state {
            State::Reading | State::Writing(_) => Message::Stop,
            _ => Message::Back,
        })
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        matches!(self.state, State::Writing(_)).then(|| context.tr.import_running())
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl Import {
    fn question(&self) -> Query {
        Query::Import(Box::new(ImportRequest { path: self.path(), ..ImportRequest::default() }))
    }

    fn read(&mut self) -> Vec<Effect> {
        if self.path().as_os_str().is_empty() {
            return vec![Effect::Focus("path".into())];
        }
        self.state = State::Reading;
        vec![Effect::Load(self.question())]
    }

    fn write(&mut self) -> Vec<Effect> {
        let path = self.path();
        match std::mem::replace(&mut self.state, State::Choosing) {
            State::Review(review) if review.to_write() > 0 => {
                let request = review.request(path);
                self.state = State::Writing(review);
                vec![Effect::Run(Op::Roster(RosterOp::Import(Box::new(request))))]
            }
            other => {
                self.state = other;
                Vec::new()
            }
        }
    }

    fn show(&mut self, kind: Kind) -> Vec<Effect> {
        if let Some(review) = self.review_mut() {
            review.show(kind);
        }
        Vec::new()
    }

    fn group(&mut self, step: i32) -> Vec<Effect> {
        let Some(review) = self.review_mut() else { return Vec::new() };
        let at = Kind::COUNTS.iter().position(|kind| *kind == review.selected.0).unwrap_or(0);
        let next = at.saturating_add_signed(step as isize).min(Kind::COUNTS.len() - 1);
        let Some(kind) = Kind::COUNTS.get(next).copied() else { return Vec::new() };
        review.show(kind);
        vec![Effect::Focus(format!("kind-{}", kind.name()).into())]
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        if let Some(review) = self.review_mut() {
            review.step(step > 0);
        }
        self.focus_line()
    }

    fn turn(&mut self, step: i32) -> Vec<Effect> {
        if let Some(review) = self.review_mut() {
            review.turn(review.page.saturating_add_signed(step as isize));
        }
        self.focus_line()
    }

    fn decide(&mut self, verdict: Verdict) -> Vec<Effect> {
        let Some(review) = self.review_mut() else { return Vec::new() };
        let (kind, at) = review.selected;
        if kind != Kind::Doubtful || !review.decide(at, verdict) {
            return Vec::new();
        }
        // With several people to choose from the hand stays: the same key goes on to the next of them.
        let stays = verdict == Verdict::Same && review.candidates(at).len() > 1;
        if let (false, Some(next)) = (stays, review.undecided_after(at)) {
            review.show(Kind::Doubtful);
            review.turn(next / PAGE);
            review.selected = (Kind::Doubtful, next);
        }
        self.focus_line()
    }

    /// The focus to the chosen row.
    fn focus_line(&self) -> Vec<Effect> {
        let Some(review) = self.review() else { return Vec::new() };
        let here = Some(review.selected);
        let line = review.lines().into_iter().find(|line| line.place == here);
        line.map(|line| Effect::Focus(line_id(&line).into())).into_iter().collect()
    }
}
