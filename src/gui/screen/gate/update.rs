//! What the gate asks for.

use iced::advanced::widget::Id;
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};

use super::{ENTRY, FIND, FOUND, Gate, GateKey, Message};
use crate::domain::id::PersonId;
use crate::domain::measurement::Instrument;
use crate::domain::rule_book::KeyMeaning;
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::domain::temperature::Temperature;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::ops::check::{CheckOp, GateEntry, GatePerson};
use crate::ops::{Answer, Op, Query};

impl Screen for Gate {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        let mut queries = vec![Query::Gate(self.date)];
        // Who is in the school is asked once: no filing waits for the whole roster.
        if self.roll.is_none() {
            queries.push(Query::GateRoll(self.date));
        }
        queries
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Gate(view) => {
                let first = self.view.replace(*view).is_none();
                if first { vec![Effect::Focus(FIND.into())] } else { Vec::new() }
            }
            Answer::GateRoll(roll) => {
                self.roll = Some(roll);
                self.look_up();
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Find(text) if self.who.is_some() => self.type_ahead(&text, context),
            Message::Find(text) => {
                self.find = text;
                self.look_up();
                Vec::new()
            }
            Message::Choose(step) => {
                let count = self.found.len().max(1);
                self.chosen = if step < 0 { self.chosen + count - 1 } else { self.chosen + 1 } % count;
                Vec::new()
            }
            Message::Enter(None) if self.who.is_some() => self.file(context),
            Message::Enter(person) => self.enter(person),
            Message::Key(key) => self.entry_key(&key, context),
            Message::Instrument(instrument) => {
                self.instrument = instrument;
                Vec::new()
            }
            Message::Sheet(group, session) => {
                vec![Effect::Go(Route::Sheet(SheetKey { group, date: self.date, session }))]
            }
            Message::Escape if self.who.is_some() => self.next(),
            Message::Escape if !self.find.is_empty() => {
                self.find.clear();
                self.look_up();
                Vec::new()
            }
            Message::Escape => vec![Effect::Back],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match (&press.key, press.in_field) {
            (Key::Named(Named::ArrowDown), _) if self.who.is_none() => Some(Message::Choose(1)),
            (Key::Named(Named::ArrowUp), _) if self.who.is_none() => Some(Message::Choose(-1)),
            (_, false) if self.who.is_some() => GateKey::of(&press.key, press.modifiers).map(Message::Key),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
        let (Op::Check(CheckOp::Gate(_)), Answer::GateFiled(line)) = (op, answer) else { return Vec::new() };
        let tr = &context.tr;
        let session = tr.session(line.session);
        vec![Effect::Notify(match line.retest_at {
            Some(at) => tr.gate_filed_retest(&tr.time(at), &line.class, &session),
            None if line.session == Session::AllDay => tr.gate_filed_day(&line.class, &session),
            None => tr.gate_filed(&line.class, &session),
        })]
    }

    fn escape(&self) -> Option<Message> {
        Some(Message::Escape)
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        let said = !self.typed.is_empty() || !self.symptoms.is_empty();
        said.then(|| context.tr.gate_unsaved())
    }

    fn untype(&mut self, _focused: Option<&Id>) -> Option<Vec<Effect>> {
        let typed = !self.typed.is_empty() || !self.symptoms.is_empty();
        self.typed.clear();
        self.symptoms.clear();
        self.wrong = None;
        typed.then(Vec::new)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl Gate {
    fn look_up(&mut self) {
        let found = self.roll.as_ref().map(|roll| roll.find(&self.find)).unwrap_or_default();
        self.found = found.into_iter().take(FOUND).cloned().collect::<Vec<GatePerson>>();
        self.chosen = 0;
    }

    fn enter(&mut self, person: Option<PersonId>) -> Vec<Effect> {
        let named = |person| self.roll.as_ref().and_then(|roll| roll.person(person)).cloned();
        let Some(who) = person.and_then(named).or_else(|| self.best().cloned()) else { return Vec::new() };
        self.forget();
        self.who = Some(who);
        vec![Effect::Focus(ENTRY.into())]
    }

    /// What was typed into the field before the focus had left it is meant for the entry.
    fn type_ahead(&mut self, text: &str, context: &Context) -> Vec<Effect> {
        let new = text.strip_prefix(self.find.as_str()).unwrap_or_default().to_owned();
        let keys: Vec<GateKey> = new
            .chars()
            .filter_map(|sign| GateKey::of(&Key::Character(sign.to_string().into()), Modifiers::default()))
            .collect();
        text.clone_into(&mut self.find);
        keys.iter().flat_map(|key| self.entry_key(key, context)).collect()
    }

    fn entry_key(&mut self, key: &GateKey, context: &Context) -> Vec<Effect> {
        self.empty = false;
        match key {
            GateKey::Digit(digit) => {
                self.wrong = None;
                if self.typed.len() < 3 {
                    self.typed.push(*digit);
                }
            }
            GateKey::Letter(letter) => {
                if let Some(KeyMeaning::Symptom(entry)) = context.rules.by_key(*letter)
                    && !self.symptoms.insert(entry.code.clone())
                {
                    let _ = self.symptoms.remove(&entry.code);
                }
            }
            GateKey::Back => {
                self.wrong = None;
                let _ = self.typed.pop();
            }
            GateKey::Clear => self.forget(),
            GateKey::Instrument(step) => {
                let at = Instrument::ALL.iter().position(|one| *one == self.instrument).unwrap_or_default();
                let count = Instrument::ALL.len();
                let next = if *step < 0 { at + count - 1 } else { at + 1 } % count;
                self.instrument = Instrument::ALL.get(next).copied().unwrap_or(self.instrument);
            }
            GateKey::File => return self.file(context),
        }
        Vec::new()
    }

    /// Files the entry and is ready for the next; what is no temperature is said and kept.
    fn file(&mut self, context: &Context) -> Vec<Effect> {
        let Some(who) = &self.who else { return self.enter(None) };
        let measured = Temperature::parse(&self.typed);
        if measured.is_none() && !self.typed.is_empty() {
            self.wrong = Some(std::mem::take(&mut self.typed));
            return Vec::new();
        }
        if measured.is_none() && self.symptoms.is_empty() {
            self.empty = true;
            return Vec::new();
        }
        let site = context.rules.instrument(self.instrument).map(|entry| entry.site);
        let entry = GateEntry {
            person: who.key,
            temperature: measured.map(|t| Temperature { site: site.unwrap_or(t.site), ..t }),
            instrument: measured.map(|_| self.instrument),
            symptoms: self.symptoms.clone(),
        };
        let mut effects = vec![Effect::Run(Op::Check(CheckOp::Gate(entry)))];
        effects.extend(self.next());
        effects
    }

    /// Ready for the next.
    fn next(&mut self) -> Vec<Effect> {
        self.forget();
        self.who = None;
        self.find.clear();
        self.look_up();
        vec![Effect::Focus(FIND.into())]
    }

    fn forget(&mut self) {
        self.typed.clear();
        self.wrong = None;
        self.symptoms.clear();
        self.empty = false;
    }
}
