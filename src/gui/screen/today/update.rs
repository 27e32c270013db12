//! What 今天 asks for.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{DAY, Message, Today, row_id};
use crate::domain::cluster::{Alert, AlertSubject};
use crate::domain::group::Group;
use crate::domain::obligation::ObligationSubject;
use crate::domain::session::Session;
use crate::domain::sheet::{SheetKey, SheetState};
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::trace::home::Part;
use crate::gui::screen::trace::{Tab, TracePlace};
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::widget::date_field;
use crate::i18n::Explanation;
use crate::ops::check::CheckOp;
use crate::ops::print::{CALL_LIST, CORRECTIONS};
use crate::ops::{Answer, Op, Query};

impl Screen for Today {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Today(self.date, self.session)]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Today(data) = answer else { return Vec::new() };
        let first = self.data.is_none();
        self.session = Some(data.session);
        self.alert = self.alert.min(data.alerts.len().saturating_sub(1));
        self.data = Some(*data);
        if !first && self.position().is_some() {
            return Vec::new();
        }
        self.selected = self
            .data
            .as_ref()
            .and_then(|data| data.next_unchecked(None))
            .or_else(|| self.lines().first().map(|l| l.status.group));
        if first && self.data.as_ref().is_some_and(|data| data.roster_empty) {
            return vec![Effect::Focus("import".into())];
        }
        self.focus_row()
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Session(session) => vec![Effect::Go(Route::Today(self.date, Some(session)))],
            Message::Open(group) => self.open(group),
            Message::Nil(group) => self.nil(group),
            Message::Move(step) => self.step(step),
            Message::Alert(step) => {
                let count = self.data.as_ref().map_or(0, |data| data.alerts.len());
                self.alert = turn(self.alert, step, count);
                Vec::new()
            }
            Message::Evidence => {
                let alert = self.data.as_ref().and_then(|data| data.alerts.get(self.alert));
                alert.map(|view| view.alert.clone()).map(|alert| self.evidence(&alert)).unwrap_or_default()
            }
            Message::Reply => {
                let alert = self.data.as_ref().and_then(|data| data.alerts.get(self.alert));
                alert.map(|view| Effect::Go(Route::Alert(view.key.clone()))).into_iter().collect()
            }
            Message::Go(route) => vec![Effect::Go(route)],
            Message::Report => vec![Effect::Go(Route::Print(None))],
            Message::Gate => vec![Effect::Go(Route::Gate(self.date))],
            Message::Calls => self.print(CALL_LIST),
            Message::Corrections => self.print(CORRECTIONS),
            Message::Promote => vec![Effect::Go(Route::Promotion)],
            Message::Import => vec![Effect::Go(Route::roster())],
            Message::Duty(index) => self.duty(index),
            Message::Up | Message::DayField if self.day.is_some() => self.close_day(),
            Message::Up if self.date != context.now.date() => {
                vec![Effect::Go(Route::Today(context.now.date(), None))]
            }
            Message::Up => Vec::new(),
            Message::DayField => {
                self.day = Some(self.date.to_string());
                vec![Effect::Focus(DAY.into())]
            }
            Message::DayTyped(text) => {
                self.day = Some(text);
                Vec::new()
            }
            Message::GoDay => {
                let day = self.day.as_deref().and_then(date_field::day);
                day.map(|day| Effect::Go(Route::Today(day, None))).into_iter().collect()
            }
            Message::Day(step) => {
                vec![Effect::Go(Route::Today(self.date + chrono::Duration::days(step), None))]
            }
        }
    }

    fn key(&self, press: &KeyPress, context: &Context) -> Option<Message> {
        if press.ctrl() == Some('p') {
            return Some(Message::Report);
        }
        let several = self.data.as_ref().is_some_and(|data| data.alerts.len() > 1);
        let alerts = self.data.as_ref().is_some_and(|data| !data.alerts.is_empty());
        match (&press.key, press.letter()) {
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (Key::Named(Named::ArrowRight), _) if several => Some(Message::Alert(1)),
            (Key::Named(Named::ArrowLeft), _) if several => Some(Message::Alert(-1)),
            (Key::Named(Named::PageDown), _) => Some(Message::Day(1)),
            (Key::Named(Named::PageUp), _) => Some(Message::Day(-1)),
            (Key::Named(Named::Home), _) => Some(Message::Move(i32::MIN)),
            (Key::Named(Named::End), _) => Some(Message::Move(i32::MAX)),
            (Key::Named(Named::Enter), _) => self.selected.map(Message::Open),
            (_, Some('0')) => self.selected.map(Message::Nil),
            (_, Some('m')) if self.date == context.now.date() => Some(Message::Gate),
            (_, Some('d')) => Some(Message::DayField),
            (_, Some('c')) => Some(Message::Calls),
            (_, Some('g')) => Some(Message::Corrections),
            (_, Some('e')) if alerts => Some(Message::Evidence),
            (_, Some('v')) if alerts => Some(Message::Reply),
            (_, Some('a')) if alerts => Some(Message::Go(Route::Plan)),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, _context: &Context) -> Vec<Effect> {
        if let Answer::Undone(undone) = answer {
            if undone.is_nothing() {
                return Vec::new();
            }
            return self.taken_back(&undone.operation.detail);
        }
        let Op::Check(CheckOp::SetNil(key)) = op else { return Vec::new() };
        // The row is nil from now on; the hand goes to the next that is open.
        if let Some(line) = self
            .data
            .as_mut()
            .and_then(|data| data.lines.iter_mut().find(|line| line.status.group == key.group))
        {
            line.status.state = SheetState::Nil;
            line.status.confirmed_at =
                line.status.confirmed_at.or(Some(key.date.and_hms_opt(0, 0, 0).unwrap_or_default()));
        }
        if let Some(next) = self.data.as_ref().and_then(|data| data.next_unchecked(Some(key.group))) {
            self.selected = Some(next);
        }
        self.focus_row()
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        match op {
            // What holds findings or proposals is opened, so that somebody looks.
            Op::Check(CheckOp::SetNil(key)) if why.code == "sheet_holds_something" => {
                Some(vec![Effect::Notify(why.happened.clone()), Effect::Go(Route::Sheet(*key))])
            }
            _ => None,
        }
    }

    fn escape(&self) -> Option<Message> {
        Some(Message::Up)
    }

    fn place(&self) -> Option<Route> {
        Some(Route::Today(self.date, self.session))
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl Today {
    fn session(&self) -> Session {
        self.session.unwrap_or(Session::Morning)
    }

    fn close_day(&mut self) -> Vec<Effect> {
        self.day = None;
        self.focus_row()
    }

    /// A list of this day and session on 打印.
    fn print(&self, form: &'static str) -> Vec<Effect> {
        vec![Effect::Go(Route::PrintList { form, date: self.date, session: self.session() })]
    }

    fn open(&mut self, group: Group) -> Vec<Effect> {
        self.selected = Some(group);
        // A group that this session is not about is looked at in the morning.
        let here = self.lines().iter().any(|line| line.status.group == group);
        let session = if here { self.session() } else { Session::Morning };
        vec![Effect::Go(Route::Sheet(SheetKey { group, date: self.date, session }))]
    }

    fn nil(&mut self, group: Group) -> Vec<Effect> {
        self.selected = Some(group);
        let key = SheetKey { group, date: self.date, session: self.session() };
        let line = self.lines().iter().find(|line| line.status.group == group);
        match line {
            Some(line) if line.status.state == SheetState::Nil => self.step(1),
            Some(line) if line.status.due && line.status.confirmed_at.is_none() => {
                vec![Effect::Run(Op::Check(CheckOp::SetNil(key)))]
            }
            // Confirmed with findings, or not due: look at it.
            _ => self.open(group),
        }
    }

    /// The hand goes back to the row of which something was taken back.
    fn taken_back(&mut self, detail: &serde_json::Value) -> Vec<Effect> {
        let said = |key: &str| detail.get(key).and_then(serde_json::Value::as_str);
        let here = said("date") == Some(self.date.to_string().as_str())
            && said("session") == Some(self.session().name());
        let name = said("class").or(said("group")).filter(|_| here);
        let line = self.lines().iter().find(|line| Some(line.status.short.as_str()) == name);
        let Some(group) = line.map(|line| line.status.group) else { return Vec::new() };
        self.selected = Some(group);
        self.focus_row()
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let count = self.lines().len();
        let next = match self.position() {
            Some(at) => at.saturating_add_signed(step as isize).min(count.saturating_sub(1)),
            None => 0,
        };
        self.selected = self.lines().get(next).map(|line| line.status.group);
        self.focus_row()
    }

    fn focus_row(&self) -> Vec<Effect> {
        self.selected.map(|group| Effect::Focus(row_id(group).into())).into_iter().collect()
    }

    /// The sheet that holds an alert's people, on the day on which they were seen.
    fn evidence(&mut self, alert: &Alert) -> Vec<Effect> {
        let views = self.data.iter().flat_map(|data| &data.alerts);
        let mut people = views.filter(|view| view.alert.is_same_run(alert)).flat_map(|view| &view.people);
        if let Some(sheet) = people.next().map(|person| person.sheet) {
            return vec![Effect::Go(Route::Sheet(sheet))];
        }
        // One that was answered, or of days before, is not on the banner.
        let Some(group) = alert.scope.group() else { return Vec::new() };
        let session = Session::usual_of(group.kind());
        vec![Effect::Go(Route::Sheet(SheetKey { group, date: alert.to.min(self.date), session }))]
    }

    fn duty(&mut self, index: usize) -> Vec<Effect> {
        let Some(data) = &self.data else { return Vec::new() };
        let Some(line) = data.todo.get(index) else { return Vec::new() };
        let route = match line.about.clone() {
            // Another session opens on its first unchecked row by itself.
            ObligationSubject::Sheets { session, .. } if session == data.session => {
                self.selected = data.next_unchecked(None).or(self.selected);
                return self.focus_row();
            }
            ObligationSubject::Sheets { session, .. } => Route::Today(self.date, Some(session)),
            // Their homes are to be called.
            ObligationSubject::Alert { alert } if alert.subject == AlertSubject::SymptomsUnknown => {
                Route::Trace(alert.persons.first().copied().map(TracePlace::absence_of).unwrap_or_default())
            }
            ObligationSubject::Alert { alert } => return self.evidence(&alert),
            ObligationSubject::Calls { people, .. } => {
                Route::Trace(people.first().copied().map(TracePlace::absence_of).unwrap_or_default())
            }
            ObligationSubject::DailyReport { .. } => Route::Print(None),
            ObligationSubject::MissedDay { date, sheets, .. } if sheets > 0 => Route::Today(date, None),
            ObligationSubject::MissedDay { .. } => Route::Trace(TracePlace { tab: Tab::Log, person: None }),
            ObligationSubject::PlanTask { .. } => Route::Plan,
            ObligationSubject::Retests { .. } => Route::Gate(self.date),
            ObligationSubject::Case { person, .. } => Route::Trace(TracePlace::case_of(person)),
            ObligationSubject::Event { .. } | ObligationSubject::MissedReports { .. } => {
                Route::Trace(TracePlace { tab: Tab::Events, person: None })
            }
            ObligationSubject::Looks { .. } | ObligationSubject::Returns { .. } => {
                Route::Trace(TracePlace { tab: Tab::Returns, person: None })
            }
            ObligationSubject::HomeDays { .. } => at_home(Part::Days),
            ObligationSubject::Reviews { .. } => at_home(Part::Reviews),
            ObligationSubject::Screenings { .. } => at_home(Part::Screenings),
            ObligationSubject::Promotion { .. } => Route::Promotion,
            ObligationSubject::Slips { run, .. } => Route::Slips(Some(run)),
            ObligationSubject::Package { .. } => Route::Usb,
        };
        vec![Effect::Go(route)]
    }
}

fn at_home(part: Part) -> Route {
    Route::Trace(TracePlace { tab: Tab::Home(part), person: None })
}

/// The place after a step in a round of `count`.
fn turn(at: usize, step: i32, count: usize) -> usize {
    let count = count.max(1);
    if step < 0 { (at + count - 1) % count } else { (at + 1) % count }
}
