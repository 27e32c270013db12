//! What 事件 asks for.

use iced::advanced::widget::Id;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::form::{EventForm, Part};
use super::{EventsTab, Message, Work, row_id};
use crate::domain::id::EventId;
use crate::domain::report_entry::ReportSubject;
use crate::domain::school_event::EventReport;
use crate::gui::context::Context;
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::trace::tell::{FIRST, TellForm};
use crate::gui::screen::trace::{Tab, TracePlace};
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::typed::Typed;
use crate::i18n::Explanation;
use crate::ops::event::{EventDraft, EventOp};
use crate::ops::print::{EVENT, EventChoice};
use crate::ops::reporting::ReportingOp;
use crate::ops::{Answer, Op, Query};

impl Screen for EventsTab {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Events(self.chosen)]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Events(data) = answer else { return Vec::new() };
        let first = self.data.is_none();
        self.chosen = data.shown.as_ref().map(|shown| shown.line.key);
        self.data = Some(*data);
        if first && self.work == Work::Look { self.focus_row() } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Choose(event) => self.choose(event),
            Message::Move(step) => self.step(step),
            Message::Tell(report) => self.tell(report, context),
            Message::TellEdit(edit) => {
                if let Work::Tell(form) = &mut self.work {
                    form.change(std::mem::discriminant(&edit), |form| form.edit(edit));
                }
                Vec::new()
            }
            Message::New => self.write(EventForm::new(EventDraft::default())),
            Message::FromAlert(at) => {
                let draft = self.data.as_ref().and_then(|data| data.alerts.get(at)).cloned();
                draft.map(|draft| self.write(EventForm::new(draft))).unwrap_or_default()
            }
            Message::Edit => match self.shown().map(EventForm::of) {
                Some(form) => self.write(form),
                None => Vec::new(),
            },
            Message::EventEdit(edit) => {
                if let Work::Write(form) = &mut self.work {
                    form.change(edit.place(), |form| form.edit(edit));
                }
                Vec::new()
            }
            Message::Close => self.ask_close(context),
            Message::Reopen => self.run_on(EventOp::Reopen),
            Message::Save => self.save(context),
            Message::Cancel => {
                self.work = Work::Look;
                self.focus_row()
            }
            Message::Curve => {
                let shown = self.shown().map(|shown| Effect::Go(Route::EventCurve(shown.line.key)));
                shown.into_iter().collect()
            }
            Message::Print(report) => {
                let choice = EventChoice { event: self.chosen, entry: None };
                vec![print(report.name(), choice)]
            }
            Message::PrintEntry(key) => {
                let entries = self.shown().map(|shown| shown.entries.as_slice()).unwrap_or_default();
                let entry = entries.iter().find(|entry| entry.key == key);
                let choice = EventChoice { event: self.chosen, entry: Some(key) };
                entry.map(|entry| print(&entry.step, choice)).into_iter().collect()
            }
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if press.modifiers.command() && press.key == Key::Named(Named::Enter) {
            return (self.work != Work::Look).then_some(Message::Save);
        }
        if press.in_field || self.work != Work::Look {
            return None;
        }
        let shown = self.shown();
        match (&press.key, press.letter()) {
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (_, Some('n')) => Some(Message::New),
            (_, Some('r')) => shown.map(|_| Message::Tell(None)),
            (_, Some('c')) => shown.map(|_| Message::Curve),
            (Key::Named(Named::Enter), _) => shown.map(|_| Message::Edit),
            (_, Some('j')) => shown.filter(|shown| shown.line.closed_on.is_none()).map(|_| Message::Close),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, _context: &Context) -> Vec<Effect> {
        if let Answer::Event(event) = answer {
            self.chosen = Some(*event);
        }
        if matches!(op, Op::Reporting(_)) {
            self.work = Work::Look;
            return self.focus_row();
        }
        Vec::new()
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        match (op, &mut self.work) {
            (Op::Reporting(_), Work::Tell(form)) => Some(form.refuse(why)),
            (Op::Reporting(_), Work::Write(form)) => {
                form.wrong = Some(why.happened.clone());
                Some(vec![Effect::Focus(Part::Title.id().into())])
            }
            _ => None,
        }
    }

    fn escape(&self) -> Option<Message> {
        (self.work != Work::Look).then_some(Message::Cancel)
    }

    fn is_form(&self, _typing: bool) -> bool {
        self.work != Work::Look
    }

    fn place(&self) -> Option<Route> {
        Some(Route::Trace(TracePlace { tab: Tab::Events, person: None }))
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        let begun = match &self.work {
            Work::Look => false,
            Work::Tell(form) => form.is_begun(),
            Work::Write(form) => form.is_begun(),
        };
        begun.then(|| context.tr.event_unsaved())
    }

    fn untype(&mut self, _focused: Option<&Id>) -> Option<Vec<Effect>> {
        let typed = match &mut self.work {
            Work::Look => false,
            Work::Tell(form) => form.take_back(),
            Work::Write(form) => form.take_back(),
        };
        typed.then(Vec::new)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl EventsTab {
    fn focus_row(&self) -> Vec<Effect> {
        self.chosen.map(|event| Effect::Focus(row_id(event).into())).into_iter().collect()
    }

    fn choose(&mut self, event: EventId) -> Vec<Effect> {
        if self.work != Work::Look {
            return Vec::new();
        }
        self.chosen = Some(event);
        let mut effects = vec![Effect::Load(Query::Events(self.chosen))];
        effects.extend(self.focus_row());
        effects
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let lines = self.lines();
        let at = lines.iter().position(|line| Some(line.key) == self.chosen);
        let last = lines.len().saturating_sub(1);
        let next = at.map_or(0, |at| at.saturating_add_signed(step as isize).min(last));
        match lines.get(next).map(|line| line.key) {
            Some(event) => self.choose(event),
            None => Vec::new(),
        }
    }

    fn write(&mut self, form: EventForm) -> Vec<Effect> {
        self.work = Work::Write(Box::new(Typed::new(form)));
        vec![Effect::Focus(Part::Title.id().into())]
    }

    /// The report that was asked for, else the first that is owed, else one more of the progress.
    fn tell(&mut self, report: Option<EventReport>, context: &Context) -> Vec<Effect> {
        let Some(shown) = self.shown() else { return Vec::new() };
        let owed = shown.line.reports.iter().find(|line| line.made_at.is_none()).map(|line| line.report);
        let report = report.or(owed).unwrap_or(EventReport::Progress);
        let subject = ReportSubject::Event(shown.line.key);
        let name = context.tr.event_report(report);
        let form = TellForm::new(subject, report.name(), &name, &shown.whom);
        self.work = Work::Tell(Box::new(Typed::new(form)));
        vec![Effect::Focus(FIRST.into())]
    }

    fn save(&mut self, context: &Context) -> Vec<Effect> {
        match &mut self.work {
            Work::Look => Vec::new(),
            Work::Tell(form) => {
                if let Some(op) = form.log_op(context.now) {
                    return vec![run(ReportingOp::Log(op))];
                }
                form.refuse_time(context.tr.log_wrong_time())
            }
            Work::Write(form) => vec![run(ReportingOp::Event(form.op()))],
        }
    }

    /// From its closing on an event owes another report, which is why it is asked about.
    fn ask_close(&self, context: &Context) -> Vec<Effect> {
        let (Some(event), tr) = (self.chosen, &context.tr) else { return Vec::new() };
        let op = Box::new(Op::Reporting(ReportingOp::Event(EventOp::Close(event, None))));
        let (title, text, action) = (tr.event_close_title(), tr.event_close_text(), tr.event_close());
        vec![Effect::Ask(Dialog::Confirm { title, text, action, op })]
    }

    fn run_on(&self, op: impl FnOnce(EventId) -> EventOp) -> Vec<Effect> {
        self.chosen.map(|event| run(ReportingOp::Event(op(event)))).into_iter().collect()
    }
}

fn print(report: &str, choice: EventChoice) -> Effect {
    Effect::Go(Route::PrintEvent { form: format!("{EVENT}{report}"), choice })
}

fn run(op: ReportingOp) -> Effect {
    Effect::Run(Op::Reporting(op))
}
