//! What 待返校 asks for.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::begin::BeginMessage;
use super::details::{DetailForm, DetailMessage};
use super::form::{LookForm, LookPlace, ReturnForm, ReturnPlace};
use super::picks::{PickMessage, Picks};
use super::{Message, NEW_FIND, ReturnsTab, Row, row_id};
use crate::domain::isolation::IsolationKind;
use crate::domain::return_clearance::{ReturnDecision, ReturnFlag, ReturnPlan};
use crate::gui::context::Context;
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::trace::TracePlace;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::ops::isolation::{ContactOp, IsolationOp};
use crate::ops::return_to_class::{AwaitedReturn, NewReturn, ReturnOp};
use crate::ops::{Answer, Op, Query};

impl Screen for ReturnsTab {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        let mut queries = vec![Query::Returns(context.now.date())];
        if self.begin.as_ref().is_some_and(|form| form.roll.is_none()) {
            queries.push(Query::GateRoll(context.now.date()));
        }
        queries
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let data = match answer {
            Answer::Returns(data) => data,
            Answer::GateRoll(roll) => {
                if let Some(form) = &mut self.begin {
                    form.roll = Some(roll);
                    form.look_up(form.find.clone());
                }
                return Vec::new();
            }
            Answer::Contacts(case, lines) => {
                self.contacts = Some((case, lines));
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        let first = self.data.is_none();
        let before = self.awaited().map(|it| it.plan.clone());
        self.data = Some(*data);
        if let Some(row) = self.wanted.take().and_then(|person| self.row_of(person))
            && self.chosen != Some(row)
        {
            self.chosen = Some(row);
            self.fill();
        }
        let gone = self.chosen.is_none_or(|row| !self.rows().contains(&row));
        if gone {
            // Whom nobody chose is not decided on: a key that comes twice must not let the next one in.
            self.unchosen = !first;
            self.chosen = self.rows().first().copied();
            self.fill();
        } else if before != self.awaited().map(|it| it.plan.clone()) {
            self.fill_terms();
        }
        let mut effects = self.ask_contacts();
        if first {
            effects.extend(self.focus_row());
        }
        effects
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            // Enter on the chosen row, or a second click, goes to its fields.
            Message::Choose(row) if self.chosen == Some(row) => self.focus_first(),
            Message::Choose(row) => self.choose(row),
            Message::Move(step) => self.step(step),
            Message::Begin => self.focus_first(),
            Message::Person => self.person().map(|id| Effect::Go(Route::Person(id))).into_iter().collect(),
            Message::Hold(entry) => self.hold(entry),
            Message::Typed(place, typed) => {
                self.unchosen = false;
                self.back.take(place, typed);
                Vec::new()
            }
            Message::Copy => {
                self.back.copy = !self.back.copy;
                Vec::new()
            }
            Message::Plan => self.plan(context),
            Message::Decide(decision) => self.decide(decision, context),
            Message::Looked(place, typed) => {
                self.look.take(place, typed);
                Vec::new()
            }
            Message::Symptom(code) => {
                self.look.toggle(&code);
                Vec::new()
            }
            Message::Follow => self.follow(),
            Message::End(how) => {
                let end = |line: &crate::ops::isolation::IsolationLine| IsolationOp::End(line.id, None, how);
                self.apart().map(|line| Effect::Run(Op::Isolation(end(line)))).into_iter().collect()
            }
            Message::KeepContacts => {
                let keep = |it: &AwaitedReturn| Effect::Run(Op::Contact(ContactOp::Keep(it.case)));
                self.awaited().map(keep).into_iter().collect()
            }
            Message::Pick(message) => self.pick(&message),
            Message::Detail(message) => self.detail(message, context.now),
            Message::New(message) => self.begin(message, context),
            Message::Confirm => self.confirm(context),
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match press.key {
            Key::Named(Named::Enter) if press.modifiers.command() => Some(Message::Confirm),
            _ if press.ctrl() == Some('n') => Some(Message::New(BeginMessage::Open)),
            _ if press.in_field || self.begin.is_some() || self.details.is_some() => None,
            _ if self.picks.is_some() => pick_key(&press.key),
            Key::Named(Named::ArrowDown) => Some(Message::Move(1)),
            Key::Named(Named::ArrowUp) => Some(Message::Move(-1)),
            Key::Named(Named::Enter) => self.chosen.map(|_| Message::Begin),
            _ if press.letter() == Some('c') => self.awaited().map(|_| Message::Pick(PickMessage::Open)),
            _ if press.letter() == Some('e') => self.apart().map(|_| Message::Detail(DetailMessage::Open)),
            _ if press.letter() == Some('p') => self.chosen.map(|_| Message::Person),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, _context: &Context) -> Vec<Effect> {
        match op {
            // What is taken back brings the hand back to whom it was about.
            Op::Undo(_) if matches!(answer, Answer::Undone(undone) if !undone.is_nothing()) => {
                self.wanted = self.decided.take().or(self.wanted);
                Vec::new()
            }
            Op::Return(ReturnOp::Check(new)) => {
                self.decided = Some(new.person);
                self.back = self.awaited().map(ReturnForm::of).unwrap_or_default();
                self.focus_row()
            }
            Op::Isolation(IsolationOp::Begin(new)) => {
                self.begin = None;
                self.wanted = Some(new.person);
                Vec::new()
            }
            Op::Isolation(IsolationOp::Revise(..)) => {
                self.details = None;
                self.focus_row()
            }
            Op::Contact(ContactOp::Choose(..)) => {
                self.picks = None;
                self.focus_row()
            }
            Op::Isolation(IsolationOp::Follow(..)) => {
                self.look = LookForm::default();
                self.focus_row()
            }
            _ => Vec::new(),
        }
    }

    fn is_form(&self, typing: bool) -> bool {
        typing || self.begin.is_some() || self.details.is_some()
    }

    fn place(&self) -> Option<Route> {
        self.person().map(|person| Route::Trace(TracePlace::return_of(person)))
    }

    fn escape(&self) -> Option<Message> {
        let begin = self.begin.as_ref().map(|_| Message::New(BeginMessage::Close));
        let picks = self.picks.as_ref().map(|_| Message::Pick(PickMessage::Close));
        let details = self.details.as_ref().map(|_| Message::Detail(DetailMessage::Close));
        begin.or(picks).or(details)
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        if self.picks.as_ref().is_some_and(Picks::is_begun) {
            return Some(context.tr.contact_unsaved());
        }
        if self.details.as_ref().is_some_and(DetailForm::is_begun) {
            return Some(context.tr.isolation_details_unsaved());
        }
        (self.back.is_begun() || self.look.is_begun()).then(|| context.tr.return_unsaved())
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl ReturnsTab {
    fn row_of(&self, person: crate::domain::id::PersonId) -> Option<Row> {
        let data = self.data.as_ref()?;
        let awaited = data.awaited.iter().find(|it| it.key == person).map(|it| Row::Awaited(it.case));
        awaited.or_else(|| data.apart.iter().find(|it| it.key == person).map(|it| Row::Apart(it.id)))
    }

    /// The fields of the chosen row as they stand in the book.
    fn fill(&mut self) {
        self.back = self.awaited().map(ReturnForm::of).unwrap_or_default();
        self.look = LookForm::default();
        (self.picks, self.details) = (None, None);
        self.refused = false;
    }

    /// The terms were changed: what is typed of the check stays.
    fn fill_terms(&mut self) {
        let Some(fresh) = self.awaited().map(ReturnForm::of) else { return };
        self.back = ReturnForm {
            symptoms_ended: fresh.symptoms_ended,
            treated_since: fresh.treated_since,
            clinic_day: fresh.clinic_day,
            clinic_by: fresh.clinic_by,
            ..std::mem::take(&mut self.back)
        };
    }

    fn choose(&mut self, row: Row) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.unchosen = false;
        if self.chosen != Some(row) {
            self.chosen = Some(row);
            self.fill();
            effects = self.ask_contacts();
        }
        effects.extend(self.focus_row());
        effects
    }

    /// Asks who was near the chosen case.
    fn ask_contacts(&self) -> Vec<Effect> {
        self.awaited().map(|it| Effect::Load(Query::Contacts(it.case))).into_iter().collect()
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let rows = self.rows();
        let at = rows.iter().position(|row| Some(*row) == self.chosen);
        let last = rows.len().saturating_sub(1);
        let next = at.map_or(0, |at| at.saturating_add_signed(step as isize).min(last));
        rows.get(next).map(|row| self.choose(*row)).unwrap_or_default()
    }

    pub(super) fn focus_row(&self) -> Vec<Effect> {
        self.chosen.map(|row| Effect::Focus(row_id(row).into())).into_iter().collect()
    }

    fn focus_first(&mut self) -> Vec<Effect> {
        self.unchosen = false;
        let id = match self.chosen {
            Some(Row::Awaited(_)) => ReturnPlace::Issuer.id(),
            Some(Row::Apart(_)) => LookPlace::Temperature.id(),
            None => return Vec::new(),
        };
        vec![Effect::Focus(id.into())]
    }

    fn hold(&mut self, entry: String) -> Vec<Effect> {
        let Some(awaited) = self.awaited() else { return Vec::new() };
        let plan = ReturnPlan { entry: Some(entry), ..awaited.plan.clone() };
        vec![Effect::Run(Op::Return(ReturnOp::Plan(awaited.case, Box::new(plan))))]
    }

    fn plan(&mut self, context: &Context) -> Vec<Effect> {
        let Some(awaited) = self.awaited() else { return Vec::new() };
        match self.back.plan(&awaited.plan, context.now.date()) {
            Ok(plan) => vec![Effect::Run(Op::Return(ReturnOp::Plan(awaited.case, Box::new(plan))))],
            Err(place) => self.refuse(place.id()),
        }
    }

    fn decide(&mut self, decision: ReturnDecision, context: &Context) -> Vec<Effect> {
        let Some(awaited) = self.awaited() else { return Vec::new() };
        let new = match self.back.check(awaited, decision, context.now.date()) {
            Ok(new) => new,
            Err(place) => return self.refuse(place.id()),
        };
        let against = match decision {
            ReturnDecision::Admitted => objections(awaited, &new, context),
            ReturnDecision::SentHome => Vec::new(),
        };
        let op = Op::Return(ReturnOp::Check(Box::new(new)));
        if against.is_empty() {
            return vec![Effect::Run(op)];
        }
        let tr = &context.tr;
        let text = tr.return_ask_text(&against.join(tr.ops_list_mark().as_str()));
        let (title, action) = (tr.return_ask_title(), tr.return_admitted());
        vec![Effect::Ask(Dialog::Confirm { title, text, action, op: Box::new(op) })]
    }

    /// What Ctrl+Enter does to what is open.
    fn confirm(&mut self, context: &Context) -> Vec<Effect> {
        match self.chosen {
            _ if self.begin.is_some() => self.begin(BeginMessage::Start, context),
            _ if self.picks.is_some() => self.pick(&PickMessage::Keep),
            _ if self.details.is_some() => self.detail(DetailMessage::Save, context.now),
            Some(Row::Awaited(_)) if self.unchosen => self.focus_first(),
            Some(Row::Awaited(_)) => self.decide(ReturnDecision::Admitted, context),
            Some(Row::Apart(_)) => self.follow(),
            None => Vec::new(),
        }
    }

    fn follow(&mut self) -> Vec<Effect> {
        let Some(line) = self.apart() else { return Vec::new() };
        match self.look.look() {
            Some(seen) => {
                vec![Effect::Run(Op::Isolation(IsolationOp::Follow(line.id, Box::new(seen))))]
            }
            None => self.refuse(LookPlace::Temperature.id()),
        }
    }

    fn begin(&mut self, message: BeginMessage, context: &Context) -> Vec<Effect> {
        if message == BeginMessage::Open {
            self.begin.get_or_insert_default();
            let roll = Effect::Load(Query::GateRoll(context.now.date()));
            return vec![roll, Effect::Focus(NEW_FIND.into())];
        }
        let Some(form) = &mut self.begin else { return Vec::new() };
        match message {
            BeginMessage::Find(typed) => form.look_up(typed),
            BeginMessage::Mark(step) => form.mark(step),
            BeginMessage::Take(person) => {
                if form.take(person) {
                    return vec![Effect::Focus("new-place".into())];
                }
            }
            BeginMessage::Kind(kind) => form.isolation = kind == IsolationKind::Isolation,
            BeginMessage::Place(typed) => form.place = typed,
            BeginMessage::Start => {
                return form.op().map(|op| Effect::Run(Op::Isolation(op))).into_iter().collect();
            }
            BeginMessage::Close | BeginMessage::Open => {
                self.begin = None;
                return self.focus_row();
            }
        }
        Vec::new()
    }

    fn refuse(&mut self, field: &'static str) -> Vec<Effect> {
        self.refused = true;
        vec![Effect::Focus(field.into())]
    }
}

/// What speaks against letting somebody in today, in words. The program never forbids it; it asks once.
fn objections(awaited: &AwaitedReturn, new: &NewReturn, context: &Context) -> Vec<String> {
    let tr = &context.tr;
    let flags = awaited.terms.flags(context.now.date(), new.certificate.as_ref());
    let undated =
        awaited.terms.earliest.is_none() && !awaited.entries.is_empty() && new.certificate.is_none();
    // Said once, whichever way it is known.
    let flags = flags.into_iter().filter(|flag| !undated || *flag != ReturnFlag::DayUnknown);
    let undated = undated.then(|| tr.return_no_day());
    undated.into_iter().chain(flags.map(|flag| tr.return_flag(flag))).collect()
}

/// What a key means while contacts are chosen and none of them has the focus.
fn pick_key(key: &Key) -> Option<Message> {
    let message = match key {
        Key::Named(Named::ArrowDown | Named::ArrowRight) => PickMessage::Move(1),
        Key::Named(Named::ArrowUp | Named::ArrowLeft) => PickMessage::Move(-1),
        Key::Named(Named::Space) => PickMessage::Toggle(None),
        Key::Named(Named::Enter) => PickMessage::Keep,
        _ => return None,
    };
    Some(Message::Pick(message))
}
