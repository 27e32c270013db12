//! What the settings ask for.

use iced::advanced::widget::Id;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{DaysForm, End, Message, SchoolField, SchoolForm, Settings, TermForm};
use crate::domain::calendar::DayException;
use crate::domain::session::Session;
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick, Scroll};
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::ops::settings::SettingsOp;
use crate::ops::{Answer, Op, Query};

/// How far the page keys scroll, in pixels.
const PAGE: f32 = 400.0;

impl Screen for Settings {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Settings]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Settings(data) = answer else { return Vec::new() };
        // What is being typed stays; what was not touched follows the book.
        if self.data.is_none() || !self.school_changed() {
            self.school = SchoolForm::of(&data);
        }
        let typed: Vec<TermForm> =
            self.terms.iter().filter(|form| self.term_changed(form.season)).cloned().collect();
        let now = |term| {
            let stored = TermForm::of(term);
            typed.iter().find(|form| form.season == stored.season).cloned().unwrap_or(stored)
        };
        self.terms = data.terms.iter().map(now).collect();
        if !self.place_changed() {
            self.backup_place = super::place_of(&data);
        }
        let typed: Vec<Session> = self.deadlines_typed().into_iter().map(|(session, _)| session).collect();
        let before = std::mem::take(&mut self.deadlines);
        let kept = |stored: (Session, String)| {
            let kept = before.iter().find(|(session, _)| *session == stored.0 && typed.contains(session));
            kept.cloned().unwrap_or(stored)
        };
        self.deadlines = super::hours_of(&data).into_iter().map(kept).collect();
        let first = self.data.replace(*data).is_none();
        if first { vec![Effect::Focus("school-name".into())] } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::School(field, text) => {
                *match field {
                    SchoolField::Name => &mut self.school.name,
                    SchoolField::Phone => &mut self.school.phone,
                    SchoolField::Principal => &mut self.school.principal,
                    SchoolField::Operator => &mut self.school.operator,
                } = text;
                Vec::new()
            }
            Message::SaveSchool => self.save_school(),
            Message::Prefer(preference) => vec![Effect::Prefer(preference)],
            Message::Term(season, end, text) => {
                if let Some(form) = self.terms.iter_mut().find(|form| form.season == season) {
                    *if end == End::First { &mut form.first } else { &mut form.last } = text;
                }
                Vec::new()
            }
            Message::SaveTerm(season) => {
                self.term_typed(season).map(|term| set(SettingsOp::Term(term))).into_iter().collect()
            }
            Message::Kind(kind) => {
                self.days.kind = kind;
                Vec::new()
            }
            Message::Day(end, text) => {
                *if end == End::First { &mut self.days.first } else { &mut self.days.last } = text;
                Vec::new()
            }
            Message::Note(text) => {
                self.days.note = text;
                Vec::new()
            }
            Message::AddDays => self.add_days(),
            Message::Clear(date) => vec![set(SettingsOp::ClearDay(date))],
            Message::Place(text) => {
                self.backup_place = text;
                Vec::new()
            }
            Message::PickPlace => vec![Effect::Pick(Pick::Folder(context.tr.settings_backup_place()))],
            Message::SavePlace => {
                let typed = self.backup_place.trim();
                let place = (!typed.is_empty()).then(|| typed.into());
                vec![set(SettingsOp::BackupPlace(place))]
            }
            Message::System(step) => self.system(step),
            Message::Page(step) => vec![Effect::Scroll("settings".into(), Scroll::By(0.0, PAGE * step))],
            Message::Deadline(session, text) => {
                if let Some((_, typed)) = self.deadlines.iter_mut().find(|(of, _)| *of == session) {
                    *typed = text;
                }
                Vec::new()
            }
            Message::SaveDeadlines => self.save_deadlines(),
            Message::OwnRules => vec![Effect::Go(Route::OwnRules)],
            Message::Check(id, on) => vec![set(SettingsOp::Check(id, on))],
            Message::Choose(op) => vec![set(op)],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match press.ctrl() {
            Some('s') => Some(Message::SaveSchool),
            Some('b') => Some(Message::Choose(SettingsOp::BackUp)),
            _ => match press.key {
                Key::Named(Named::PageDown) => Some(Message::Page(1.0)),
                Key::Named(Named::PageUp) => Some(Message::Page(-1.0)),
                _ => None,
            },
        }
    }

    fn done(&mut self, op: &Op, _answer: &Answer, context: &Context) -> Vec<Effect> {
        match op {
            Op::Settings(SettingsOp::BackUp) => {
                vec![
                    Effect::Notify(context.tr.settings_backed_up()),
                    Effect::Load(Query::Settings),
                    Effect::Load(Query::Shell),
                ]
            }
            _ => Vec::new(),
        }
    }

    fn picked(&mut self, path: std::path::PathBuf, _context: &Context) -> Vec<Effect> {
        self.backup_place = path.display().to_string();
        vec![set(SettingsOp::BackupPlace(Some(path)))]
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        self.is_changed().then(|| context.tr.settings_unsaved())
    }

    fn untype(&mut self, focused: Option<&Id>) -> Option<Vec<Effect>> {
        self.take_back(focused)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl Settings {
    /// The next school system; before the first of them stands the one that fits the classes.
    fn system(&self, step: i32) -> Vec<Effect> {
        let Some(data) = &self.data else { return Vec::new() };
        let at = data.systems.iter().position(|system| Some(&system.id) == data.system.as_ref());
        let next = at.map_or(0, |at| at + 1).saturating_add_signed(step as isize).min(data.systems.len());
        let system = next.checked_sub(1).and_then(|at| data.systems.get(at));
        vec![set(SettingsOp::System(system.map(|system| system.id.clone())))]
    }

    fn save_school(&mut self) -> Vec<Effect> {
        let Some(data) = &self.data else { return Vec::new() };
        let given = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        let mut effects = Vec::new();
        let before = SchoolForm::of(data);
        if self.school.name.trim().is_empty() || self.school.operator.trim().is_empty() {
            return Vec::new();
        }
        let ([school @ .., operator], [stored @ .., stored_operator]) =
            (self.school.trimmed(), before.trimmed());
        if school != stored {
            effects.push(set(SettingsOp::School {
                name: self.school.name.trim().to_owned(),
                phone: given(&self.school.phone),
                principal: given(&self.school.principal),
            }));
        }
        if operator != stored_operator {
            effects.push(set(SettingsOp::Operator(operator.to_owned())));
        }
        effects
    }

    fn save_deadlines(&self) -> Vec<Effect> {
        let changed = self.deadlines_typed().into_iter();
        let op = |(session, at): (Session, Result<_, ()>)| Some(set(SettingsOp::Deadline(session, at.ok()?)));
        changed.filter_map(op).collect()
    }

    fn add_days(&mut self) -> Vec<Effect> {
        let note = Some(self.days.note.trim().to_owned()).filter(|note| !note.is_empty());
        let kind = self.days.kind;
        let effects: Vec<Effect> = self
            .days_typed()
            .into_iter()
            .map(|date| set(SettingsOp::Day(DayException { date, kind, note: note.clone() })))
            .collect();
        if !effects.is_empty() {
            self.days = DaysForm { kind, ..DaysForm::default() };
        }
        effects
    }
}

fn set(op: SettingsOp) -> Effect {
    Effect::Run(Op::Settings(op))
}
