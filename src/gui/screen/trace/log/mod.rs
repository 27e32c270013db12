//! 上报记录: what was reported in a month, by day, with the counts that inspectors ask for.

#[cfg(test)]
mod tests;
mod view;

use chrono::{Datelike, Days, Months, NaiveDate};
use iced::advanced::widget::Id;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::tell::{FIRST, TellEdit, TellForm, Telling};
use super::{Tab, TracePlace};
use crate::domain::id::ReportEntryId;
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::typed::Typed;
use crate::i18n::Explanation;
use crate::ops::print::{PaperId, REPORT_LOG};
use crate::ops::report_log::{LogLine, LogOp, LogView, Told};
use crate::ops::reporting::ReportingOp;
use crate::ops::{Answer, Op, Query};

/// The tab.
#[derive(Debug, Default)]
pub struct LogTab {
    data: Option<LogView>,
    /// Any day of the month that is shown; `None`: this month.
    month: Option<NaiveDate>,
    /// The row that keys mean.
    chosen: Option<ReportEntryId>,
    /// What is being written down.
    form: Option<Box<Telling>>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another row.
    Choose(ReportEntryId),
    /// Up or down among the rows.
    Move(i32),
    /// A month back or on.
    Month(i32),
    /// The daily report of a day went out.
    Daily(NaiveDate),
    /// Something else was reported.
    Other,
    /// The chosen entry was written down wrongly.
    Correct,
    /// The chosen entry was none.
    Remove,
    /// A part of the form.
    TellEdit(TellEdit),
    /// Write it down.
    Save,
    /// Leave what was typed.
    Cancel,
    /// The log on paper.
    Print,
    /// Other limits for cases hold from now on.
    CaseLimits(String),
    /// Other limits for events hold from now on.
    EventLimits(String),
}

impl LogTab {
    /// First and last day of the month that is shown; this month until today.
    fn period(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let day = self.month.unwrap_or(today);
        let first = day.with_day(1).unwrap_or(day);
        let last =
            first.checked_add_months(Months::new(1)).and_then(|next| next.checked_sub_days(Days::new(1)));
        (first, last.unwrap_or(first).min(today.max(first)))
    }

    fn lines(&self) -> impl Iterator<Item = &LogLine> {
        self.data.iter().flat_map(|data| &data.days).flat_map(|day| &day.lines)
    }

    fn line(&self) -> Option<&LogLine> {
        self.lines().find(|line| Some(line.key) == self.chosen)
    }

    fn focus_row(&self) -> Vec<Effect> {
        self.chosen.map(|entry| Effect::Focus(row_id(entry).into())).into_iter().collect()
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let keys: Vec<ReportEntryId> = self.lines().map(|line| line.key).collect();
        let at = keys.iter().position(|key| Some(*key) == self.chosen);
        let last = keys.len().saturating_sub(1);
        let next = at.map_or(0, |at| at.saturating_add_signed(step as isize).min(last));
        self.chosen = keys.get(next).copied();
        self.focus_row()
    }

    fn write(&mut self, form: TellForm) -> Vec<Effect> {
        self.form = Some(Box::new(Typed::new(form)));
        vec![Effect::Focus(FIRST.into())]
    }

    fn turn(&mut self, step: i32, today: NaiveDate) -> Vec<Effect> {
        let (first, _) = self.period(today);
        let next = match step {
            ..0 => first.checked_sub_months(Months::new(1)),
            _ => first.checked_add_months(Months::new(1)),
        };
        self.month = next.filter(|next| *next <= today).or(self.month);
        let (from, to) = self.period(today);
        vec![Effect::Load(Query::ReportLog(from, to))]
    }

    fn save(&mut self, context: &Context) -> Vec<Effect> {
        let Some(form) = &mut self.form else { return Vec::new() };
        if let Some(op) = form.log_op(context.now) {
            return vec![run(op)];
        }
        form.refuse_time(context.tr.log_wrong_time())
    }
}

fn run(op: LogOp) -> Effect {
    Effect::Run(Op::Reporting(ReportingOp::Log(op)))
}

/// Name of an entry's row, for the focus.
fn row_id(entry: ReportEntryId) -> String {
    format!("entry-{entry}")
}

impl Screen for LogTab {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        let (from, to) = self.period(context.now.date());
        vec![Query::ReportLog(from, to)]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::ReportLog(data) = answer else { return Vec::new() };
        let first = self.data.is_none();
        self.data = Some(*data);
        if self.line().is_none() {
            let newest = self.lines().next().map(|line| line.key);
            self.chosen = newest;
        }
        if first && self.form.is_none() { self.focus_row() } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        let tr = &context.tr;
        match message {
            Message::Choose(entry) => {
                self.chosen = Some(entry);
                self.focus_row()
            }
            Message::Move(step) => self.step(step),
            Message::Month(step) => self.turn(step, context.now.date()),
            Message::Daily(day) => {
                let whom = self.data.as_ref().map(|data| data.whom.clone()).unwrap_or_default();
                let name = tr.log_daily(&tr.day(day));
                self.write(TellForm::new(ReportSubject::Day(day), ReportEntry::DAILY, &name, &whom))
            }
            Message::Other => {
                let form = TellForm::new(
                    ReportSubject::Other,
                    ReportEntry::OTHER,
                    &tr.log_other(),
                    &Told::default(),
                );
                self.write(form)
            }
            Message::Correct => match self.line().map(TellForm::of) {
                Some(form) => self.write(form),
                None => Vec::new(),
            },
            Message::Remove => self.chosen.map(|entry| run(LogOp::Remove(entry))).into_iter().collect(),
            Message::TellEdit(edit) => {
                if let Some(form) = &mut self.form {
                    form.change(std::mem::discriminant(&edit), |form| form.edit(edit));
                }
                Vec::new()
            }
            Message::Save => self.save(context),
            Message::Cancel => {
                self.form = None;
                self.focus_row()
            }
            Message::CaseLimits(id) => vec![Effect::Run(Op::Reporting(ReportingOp::Limits(Some(id), None)))],
            Message::EventLimits(id) => vec![Effect::Run(Op::Reporting(ReportingOp::Limits(None, Some(id))))],
            Message::Print => vec![Effect::Go(Route::Print(Some(PaperId::Form(REPORT_LOG.to_owned()))))],
        }
    }

    fn key(&self, press: &KeyPress, context: &Context) -> Option<Message> {
        if press.modifiers.command() && press.key == Key::Named(Named::Enter) {
            return self.form.is_some().then_some(Message::Save);
        }
        if press.ctrl() == Some('p') {
            return Some(Message::Print);
        }
        if press.in_field || self.form.is_some() {
            return None;
        }
        match (&press.key, press.letter()) {
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (Key::Named(Named::ArrowLeft), _) => Some(Message::Month(-1)),
            (Key::Named(Named::ArrowRight), _) => Some(Message::Month(1)),
            (Key::Named(Named::Enter), _) => self.line().map(|_| Message::Correct),
            (Key::Named(Named::Delete), _) => self.line().map(|_| Message::Remove),
            (_, Some('r')) => Some(Message::Daily(context.now.date())),
            (_, Some('n')) => Some(Message::Other),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, _answer: &Answer, _context: &Context) -> Vec<Effect> {
        if matches!(op, Op::Reporting(ReportingOp::Log(_))) {
            self.form = None;
            return self.focus_row();
        }
        Vec::new()
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let form = self.form.as_mut().filter(|_| matches!(op, Op::Reporting(_)))?;
        Some(form.refuse(why))
    }

    fn escape(&self) -> Option<Message> {
        self.form.is_some().then_some(Message::Cancel)
    }

    fn is_form(&self, _typing: bool) -> bool {
        self.form.is_some()
    }

    fn place(&self) -> Option<Route> {
        Some(Route::Trace(TracePlace { tab: Tab::Log, person: None }))
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        self.form.as_ref().is_some_and(|form| form.is_begun()).then(|| context.tr.log_unsaved())
    }

    fn untype(&mut self, _focused: Option<&Id>) -> Option<Vec<Effect>> {
        self.form.as_mut().is_some_and(|form| form.take_back()).then(Vec::new)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        view::page(self, context)
    }
}
