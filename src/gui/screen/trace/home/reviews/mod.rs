//! 返校审核: everybody of a group judged, papers noted, decided by somebody with a name.

mod view;

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::frame::turned;
use crate::domain::group::Group;
use crate::domain::home::ReviewFacts;
use crate::domain::id::{BatchId, PersonId};
use crate::domain::return_clearance::ReturnCertificate;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::i18n::Explanation;
use crate::ops::home::{HomeAnswer, HomeOp, HomeQuery, ReviewLine, ReviewView};
use crate::ops::{Answer, Op, Query};

/// Name of the field of the reason.
const REASON: &str = "review-reason";

/// The part.
#[derive(Debug, Default)]
pub struct ReviewsPart {
    data: Option<ReviewView>,
    batch: Option<BatchId>,
    group: Option<Group>,
    chosen: Option<PersonId>,
    reason: String,
    by: String,
    issuer: String,
    /// Why the last decision was refused.
    wrong: Option<String>,
}

/// A field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// 原因
    Reason,
    /// 审核人
    By,
    /// 出具证明的医院
    Issuer,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another row.
    Choose(PersonId),
    /// Up or down among the rows.
    Move(i32),
    /// Another group.
    Group(Group),
    /// Another batch.
    Batch(BatchId),
    /// The commitment has come back, or has not.
    Commitment,
    /// The answer to a condition that the reviewer asks.
    Answer(String, bool),
    /// Typed into a field.
    Typed(Place, String),
    /// Notes the certificate.
    Certificate,
    /// Approves or refuses.
    Decide(bool),
    /// Takes the decision off.
    Reopen,
    /// Approves everybody of the group who meets every condition.
    ApproveAll,
    /// Everything of the chosen person.
    Person,
    /// To the reason.
    Begin,
}

impl ReviewsPart {
    fn line(&self) -> Option<&ReviewLine> {
        let chosen = self.chosen?;
        self.data.as_ref()?.lines.iter().find(|line| line.key == chosen)
    }

    fn query(&self) -> Query {
        Query::Home(HomeQuery::Reviews(self.batch, self.group))
    }

    fn ask_again(&mut self) -> Vec<Effect> {
        (self.data, self.chosen) = (None, None);
        self.fill();
        vec![Effect::Load(self.query())]
    }

    fn fill(&mut self) {
        let paper = self.line().and_then(|line| line.facts.certificate.as_ref());
        self.issuer = paper.map(|paper| paper.issuer.clone()).unwrap_or_default();
        self.reason.clear();
        self.wrong = None;
    }

    fn choose(&mut self, person: PersonId) -> Vec<Effect> {
        if self.chosen != Some(person) {
            self.chosen = Some(person);
            self.fill();
        }
        self.focus_row()
    }

    fn focus_row(&self) -> Vec<Effect> {
        self.chosen.map(|person| Effect::Focus(row_id(person).into())).into_iter().collect()
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let Some(data) = &self.data else { return Vec::new() };
        let at = data.lines.iter().position(|line| Some(line.key) == self.chosen).unwrap_or(0);
        let next = at.saturating_add_signed(step as isize).min(data.lines.len().saturating_sub(1));
        data.lines.get(next).map(|line| line.key).map(|key| self.choose(key)).unwrap_or_default()
    }

    /// Acts on the chosen person of the batch.
    fn act(&self, op: impl FnOnce(BatchId, &ReviewLine) -> HomeOp) -> Vec<Effect> {
        let batch = self.data.as_ref().and_then(|data| data.batch.as_ref()).map(|batch| batch.id);
        let op = batch.zip(self.line()).map(|(batch, line)| op(batch, line));
        op.map(|op| Effect::Run(Op::Home(op))).into_iter().collect()
    }

    fn facts(&self, change: impl FnOnce(&mut ReviewFacts)) -> Vec<Effect> {
        self.act(|batch, line| {
            let mut facts = line.facts.clone();
            change(&mut facts);
            HomeOp::Facts(batch, line.key, Box::new(facts))
        })
    }
}

/// Name of a row, for the focus.
fn row_id(person: PersonId) -> String {
    format!("review-{person}")
}

/// Something was typed.
fn typed(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

impl Screen for ReviewsPart {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![self.query()]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Home(answer) = answer else { return Vec::new() };
        let HomeAnswer::Reviews(view) = *answer else { return Vec::new() };
        let first = self.data.is_none();
        self.group = view.group;
        self.data = Some(view);
        if self.line().is_none() {
            let open = |data: &ReviewView| {
                let open = data.lines.iter().find(|line| line.decision.is_none());
                open.or_else(|| data.lines.first()).map(|line| line.key)
            };
            self.chosen = self.data.as_ref().and_then(open);
            self.fill();
        }
        if first { self.focus_row() } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Choose(person) => self.choose(person),
            Message::Move(step) => self.step(step),
            Message::Group(group) => {
                self.group = Some(group);
                self.ask_again()
            }
            Message::Batch(batch) => {
                self.batch = Some(batch);
                self.ask_again()
            }
            Message::Commitment => {
                let today = context.now.date();
                self.facts(|facts| {
                    facts.commitment_on = if facts.commitment_on.is_some() { None } else { Some(today) };
                })
            }
            Message::Answer(id, said) => self.facts(|facts| {
                // The same answer again takes it away.
                if facts.answers.insert(id.clone(), said) == Some(said) {
                    let _ = facts.answers.remove(&id);
                }
            }),
            Message::Typed(place, text) => {
                match place {
                    Place::Reason => self.reason = text,
                    Place::By => self.by = text,
                    Place::Issuer => self.issuer = text,
                }
                Vec::new()
            }
            Message::Certificate => {
                let (issuer, today) = (typed(&self.issuer), context.now.date());
                self.facts(|facts| {
                    facts.certificate = issuer.map(|issuer| ReturnCertificate {
                        issuer,
                        date: Some(today),
                        ..facts.certificate.clone().unwrap_or_default()
                    });
                })
            }
            Message::Decide(approved) => {
                let (by, reason) = (typed(&self.by), typed(&self.reason));
                self.act(|batch, line| HomeOp::Decide { batch, person: line.key, approved, by, reason })
            }
            Message::Reopen => self.act(|batch, line| HomeOp::Reopen(batch, line.key)),
            Message::ApproveAll => {
                let (by, group) = (typed(&self.by), self.group);
                self.act(|batch, _| HomeOp::ApproveAll { batch, group, by })
            }
            Message::Person => self.chosen.map(|id| Effect::Go(Route::Person(id))).into_iter().collect(),
            Message::Begin => vec![Effect::Focus(REASON.into())],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        let data = self.data.as_ref()?;
        if press.key == Key::Named(Named::Enter) && press.modifiers.command() {
            return self.line().map(|_| Message::Decide(true));
        }
        if press.in_field {
            return None;
        }
        let turn = |step| turned(&data.batch.as_ref()?.groups, data.group, step).map(Message::Group);
        match (&press.key, press.letter()) {
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (Key::Named(Named::Enter), _) => self.line().map(|_| Message::Begin),
            (_, Some(',')) => turn(-1),
            (_, Some('.')) => turn(1),
            (_, Some('c')) => self.line().map(|_| Message::Commitment),
            (_, Some('y')) => self.line().map(|_| Message::Decide(true)),
            (_, Some('n')) => self.line().map(|_| Message::Decide(false)),
            (_, Some('o')) => self.line().filter(|line| line.decision.is_some()).map(|_| Message::Reopen),
            (_, Some('a')) => self.line().map(|_| Message::ApproveAll),
            (_, Some('p')) => self.line().map(|_| Message::Person),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
        match (op, answer) {
            (Op::Home(HomeOp::Decide { .. }), _) => self.step(1),
            (Op::Home(HomeOp::ApproveAll { .. }), Answer::Home(answer)) => match answer.as_ref() {
                HomeAnswer::Approved(done) => {
                    vec![Effect::Notify(context.tr.home_approved_all(done.approved, done.skipped.len()))]
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let wanted = matches!(op, Op::Home(HomeOp::Decide { .. } | HomeOp::ApproveAll { .. }));
        let field = match why.code.as_str() {
            "reason_needed" if wanted => REASON,
            "name_needed" if wanted => "review-by",
            _ => return None,
        };
        self.wrong = Some(why.happened.clone());
        Some(vec![Effect::Focus(field.into())])
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        typed(&self.reason).map(|_| context.tr.home_unsaved())
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        view::page(self, context)
    }
}
