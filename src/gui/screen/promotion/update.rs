//! What the promotion asks for.

use super::{Choice, Message, Promotion, State, TermForm, Way};
use iced::keyboard::Key;

use crate::gui::context::Context;
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::gui::keymap::{self, Area, Command};
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::i18n::Explanation;
use crate::ops::promotion::PromotionRequest;
use crate::ops::roster::RosterOp;
use crate::ops::settings::SettingsOp;
use crate::ops::{Answer, Op, Query};

impl Screen for Promotion {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        match self.state {
            State::Planning | State::Refused(_) => vec![self.question()],
            State::Writing | State::Done(_) => Vec::new(),
        }
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Promotion(view) = answer else { return Vec::new() };
        // Also after it was taken back.
        let first = self.data.is_none() || std::mem::take(&mut self.returned);
        self.data = Some(view);
        self.state = State::Planning;
        self.settle();
        let row = self.class.filter(|_| first).map(|class| Effect::Focus(super::class_id(class).into()));
        row.into_iter().collect()
    }

    fn unanswered(&mut self, query: &Query, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        if !matches!(query, Query::Promotion(_)) {
            return None;
        }
        self.state = State::Refused(why.clone());
        Some(vec![Effect::Focus("back".into())])
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Class(class) => self.select(|screen| screen.class = Some(class)),
            Message::Pupil(pupil) => self.select(|screen| screen.pupil = Some(pupil)),
            Message::Move(step, in_field) => self.step(step, in_field),
            Message::Page(step) => self.turn(step),
            Message::Open => self.open(),
            Message::Way(way) => self.choose_way(way),
            Message::Target(typed) => {
                self.target = typed;
                self.asked = None;
                Vec::new()
            }
            Message::ApplyTarget => self.enter_target(),
            Message::Find(typed) => self.search(typed),
            Message::To(field) => vec![Effect::Focus(field.into())],
            Message::Choose(choice) => self.choose(choice),
            Message::At(spot) => {
                self.spot = spot;
                Vec::new()
            }
            Message::Write => self.write(),
            Message::Stop => vec![Effect::Cancel],
            Message::Term(at, last, typed) => {
                if let Some(form) = self.terms.get_mut(at) {
                    *if last { &mut form.last } else { &mut form.first } = typed;
                }
                Vec::new()
            }
            Message::SetTerms => self.set_terms(),
            Message::UndoAll => vec![Effect::Ask(Dialog::Confirm {
                title: context.tr.promotion_undo_title(),
                text: self.undo_text(context),
                action: context.tr.promotion_undo(),
                op: Box::new(Op::Roster(RosterOp::UndoPromotion)),
            })],
            Message::Restart => {
                self.request = PromotionRequest::default();
                self.state = State::Planning;
                vec![Effect::Load(self.question())]
            }
            // The answer to the question is no: the class stays with what it had.
            Message::Back if self.asked.is_some() => {
                self.asked = None;
                self.target = self.target_of();
                Vec::new()
            }
            Message::Back if self.asks_system() => {
                self.asking = false;
                Vec::new()
            }
            Message::Back if self.opened && matches!(self.state, State::Planning) => self.close(),
            Message::Back => vec![Effect::Go(Route::roster())],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if !matches!(self.state, State::Planning) {
            return None;
        }
        if self.asks_system() {
            let answer = |at: &usize| press.key.as_ref() == Key::Character((at + 1).to_string().as_str());
            let fits = self.data.as_ref().map_or(0, |data| data.system_fits.len());
            let plain = press.modifiers.is_empty() && !press.in_field;
            return (0..fits).find(answer).filter(|_| plain).map(|at| Message::Choose(Choice::Answer(at)));
        }
        match keymap::find(Area::Promotion, press)? {
            Command::Scope => Some(Message::Choose(Choice::NextSystem)),
            Command::Same => Some(Message::Way(Way::Up)),
            Command::Other => Some(Message::Way(Way::Again)),
            Command::Skip => Some(Message::Way(Way::Leave)),
            Command::Next => Some(Message::Move(1, press.in_field)),
            Command::Previous => Some(Message::Move(-1, press.in_field)),
            Command::PageDown => Some(Message::Page(1)),
            Command::PageUp => Some(Message::Page(-1)),
            Command::Open if !press.in_field => Some(Message::Open),
            Command::Details => Some(Message::To("target")),
            Command::Find if self.opened => Some(Message::To("find")),
            Command::Confirm => Some(Message::Write),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
        match (op, answer) {
            (Op::Roster(RosterOp::Promote(_)), Answer::Promoted(promoted)) => {
                self.terms = promoted.terms.iter().map(TermForm::of).collect();
                self.state = State::Done(promoted.clone());
                vec![Effect::Focus("roster".into())]
            }
            (Op::Settings(SettingsOp::Term(_)), _) => {
                if let State::Done(promoted) = &mut self.state {
                    promoted.terms = self.terms.iter().filter_map(TermForm::term).collect();
                    promoted.terms_set = true;
                }
                vec![Effect::Notify(context.tr.promotion_terms_stored()), Effect::Focus("roster".into())]
            }
            (Op::Roster(RosterOp::UndoPromotion) | Op::Undo(_), Answer::Undone(undone))
                if matches!(self.state, State::Done(_)) && !undone.is_nothing() =>
            {
                self.state = State::Planning;
                self.opened = false;
                self.returned = true;
                vec![Effect::Load(self.question())]
            }
            _ => Vec::new(),
        }
    }

    fn refused(&mut self, op: &Op, _why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        if matches!((op, &self.state), (Op::Roster(RosterOp::Promote(_)), State::Writing)) {
            // Nothing was written; the plan stands as it was.
            self.state = State::Planning;
        }
        None
    }

    fn escape(&self) -> Option<Message> {
        Some(if matches!(self.state, State::Writing) { Message::Stop } else { Message::Back })
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        let chosen = !self.request.choices.classes.is_empty() || !self.request.choices.pupils.is_empty();
        match self.state {
            State::Writing => Some(context.tr.promotion_running()),
            State::Planning if chosen => Some(context.tr.promotion_unsaved()),
            _ => None,
        }
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl Promotion {
    /// The whole school goes up; what is still being typed counts first and is shown.
    fn write(&mut self) -> Vec<Effect> {
        let typed = self.apply_target();
        if !typed.is_empty() || self.data.is_none() || !matches!(self.state, State::Planning) {
            return typed;
        }
        if self.data.as_ref().is_some_and(|data| !data.system_sure) {
            self.asking = true;
            self.opened = false;
            return vec![Effect::Focus("fits-1".into())];
        }
        self.state = State::Writing;
        let mut request = self.request.clone();
        // The year that was looked at, also when the clock passes midnight.
        request.to_year = self.data.as_ref().map(|data| data.to_year);
        vec![Effect::Run(Op::Roster(RosterOp::Promote(Box::new(request))))]
    }

    /// Which promotion is taken back, and what becomes of the pupils.
    fn undo_text(&self, context: &Context) -> String {
        let (tr, text) = (&context.tr, context.tr.promotion_undo_text());
        let State::Done(promoted) = &self.state else { return text };
        let year = format!("{}-{}", promoted.view.to_year, promoted.view.to_year + 1);
        let count = i64::try_from(promoted.view.before).unwrap_or_default();
        format!("{}\n{text}", tr.promotion_undo_word(count, &year))
    }

    fn set_terms(&self) -> Vec<Effect> {
        let terms: Vec<_> = self.terms.iter().filter_map(TermForm::term).collect();
        if terms.len() < self.terms.len() {
            return Vec::new();
        }
        terms.into_iter().map(|term| Effect::Run(Op::Settings(SettingsOp::Term(term)))).collect()
    }
}
