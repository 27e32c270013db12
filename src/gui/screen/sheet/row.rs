//! Typing on a row: keys become changes, each saved at once with the whole finding.

use iced::keyboard::{Key, Modifiers};

use super::{ClassSheet, FindingEdit, JUMP, Jump, Message, Place, ROWS, RowKey, row_id};
use crate::domain::id::PersonId;
use crate::domain::rule_book::KeyMeaning;
use crate::domain::temperature::Temperature;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::Screen;
use crate::gui::screen::trace::TracePlace;

impl ClassSheet {
    /// The jump field tells its whole text. Of several keys in one go the window is drawn after the last: the
    /// field then still holds what was meant for the row, or for the pupil before, and only its end is new.
    pub(super) fn field_says(&mut self, text: String, context: &Context) -> Vec<Effect> {
        if text == "0" && self.jump.text.is_empty() && self.place == Place::Jump && self.untouched() {
            return self.nil(context);
        }
        let stale = self.place == Place::Row || self.field != self.jump.text;
        if !stale {
            return self.find(text);
        }
        let longer = text.strip_prefix(&self.field).filter(|new| !new.is_empty() && !self.field.is_empty());
        let new = longer.map(str::to_owned);
        let effects = match (self.place, new) {
            (Place::Row, new) => {
                let own = || text.strip_prefix(&self.jump.text).unwrap_or_default().to_owned();
                let new = new.unwrap_or_else(own);
                self.type_ahead(&new, context)
            }
            (_, Some(new)) => self.find(format!("{}{new}", self.jump.text)),
            (_, None) => return self.find(text),
        };
        self.field = text;
        effects
    }

    /// `0` on a sheet on which nothing stands is what it is on 今天: 零报告, and the next class.
    fn nil(&mut self, context: &Context) -> Vec<Effect> {
        "0".clone_into(&mut self.field);
        self.update(Message::Confirm, context)
    }

    /// What was typed into the jump field before the focus has left it is meant for the row.
    fn type_ahead(&mut self, typed: &str, context: &Context) -> Vec<Effect> {
        let keys = typed.chars().filter_map(|sign| {
            let key = Key::Character(sign.to_string().into());
            RowKey::of(&key, Modifiers::empty(), &context.rules)
        });
        let keys: Vec<RowKey> = keys.collect();
        keys.into_iter().flat_map(|key| self.row_key(key, context)).collect()
    }

    pub(super) fn enter(&mut self, person: Option<PersonId>) -> Vec<Effect> {
        let first = self.lines().first().map(|line| line.person);
        self.several.clear();
        // The line above the rows says that nobody has this name or number: no row is meant, least of all the one that
        // half of it has found.
        if person.is_none() && self.jump.list.is_none() && self.jump.finds_nobody() {
            return Vec::new();
        }
        if let (None, Some(nobody)) = (person, &self.jump.list) {
            if !nobody.is_empty() || self.jump.matches.is_empty() {
                // The line above the rows says which number nobody has.
                return Vec::new();
            }
            self.several.clone_from(&self.jump.matches);
        }
        let Some(person) = person.or(self.jump.best()).or(self.current).or(first) else { return Vec::new() };
        self.place = Place::Row;
        self.forget_nobody();
        let mut effects = self.go_to(person);
        effects.insert(0, Effect::Focus(ROWS.into()));
        effects
    }

    /// What finds nobody does not stay in the jump field while somebody is worked on.
    pub(super) fn forget_nobody(&mut self) {
        if self.jump.matches.is_empty() {
            self.jump = Jump::default();
        }
    }

    pub(super) fn row_key(&mut self, key: RowKey, context: &Context) -> Vec<Effect> {
        if self.place == Place::Jump {
            if key == RowKey::Digit('0') && self.jump.text.is_empty() && self.untouched() {
                return self.nil(context);
            }
            // Typed before the focus has arrived in the jump field.
            let Some(sign) = key.sign() else {
                return if key == RowKey::Jump { self.enter(None) } else { Vec::new() };
            };
            let mut effects = self.find(format!("{}{sign}", self.jump.text));
            effects.push(Effect::Focus(JUMP.into()));
            return effects;
        }
        if self.at().is_none() {
            return self.enter(None);
        }
        self.place = Place::Row;
        match key {
            RowKey::Letter(letter) => {
                let edit = match context.rules.by_key(letter) {
                    Some(KeyMeaning::Symptom(entry)) => FindingEdit::Symptom(entry.code.clone()),
                    Some(KeyMeaning::Attendance(entry)) => FindingEdit::Attendance(entry.kind),
                    None => return Vec::new(),
                };
                let mut effects = self.finish(context);
                effects.extend(self.change_marked(&edit, context));
                effects
            }
            RowKey::Digit(_) | RowKey::Back if self.several.len() > 1 => {
                vec![Effect::Notify(context.tr.sheet_several_temperature())]
            }
            RowKey::Digit(digit) => {
                self.wrong = None;
                self.typed.push(digit);
                if self.typed.len() < 3 { Vec::new() } else { self.finish(context) }
            }
            RowKey::Point | RowKey::Other(_) => Vec::new(),
            RowKey::Back if self.typed.pop().is_some() => Vec::new(),
            RowKey::Back => match self.measured() {
                Some(person) => self.change(person, &FindingEdit::Temperature(None), context),
                None => Vec::new(),
            },
            RowKey::Repeat => self.repeat(context),
            RowKey::Accept => self.change_marked(&FindingEdit::Accept, context),
            RowKey::Clear => {
                self.typed.clear();
                self.wrong = None;
                self.change_marked(&FindingEdit::Clear, context)
            }
            RowKey::Jump => self.then(context, Self::leave_row),
            RowKey::Move(step) => self.then(context, |sheet| sheet.step(step)),
            RowKey::Details => self.details(None, context),
            RowKey::Return => self.way_back(),
            RowKey::Case => self.open_case(context),
            RowKey::Evidence => self.evidence(context),
            RowKey::Reply => self.reply(context),
            RowKey::Plan if self.view.as_ref().is_some_and(|view| view.alerts.is_empty()) => Vec::new(),
            RowKey::Plan => vec![Effect::Go(Route::Plan)],
            RowKey::Alert(step) => self.update(Message::Alert(step), context),
        }
    }

    /// The alert whole, once what was typed is on its way to the disk.
    pub(super) fn reply(&mut self, context: &Context) -> Vec<Effect> {
        let alert = self.view.as_ref().and_then(|view| view.alerts.get(self.alert));
        let Some(key) = alert.map(|alert| alert.key.clone()) else { return Vec::new() };
        self.then(context, |_| vec![Effect::Go(Route::Alert(key))])
    }

    /// A case of the current pupil, of whom something was found.
    fn open_case(&mut self, context: &Context) -> Vec<Effect> {
        let line = self.at().and_then(|at| self.lines().get(at)).filter(|line| line.finding.is_some());
        let Some(route) = line.map(|line| Route::NewCase(line.person, line.name.clone())) else {
            return Vec::new();
        };
        self.then(context, |_| vec![Effect::Go(route)])
    }

    /// The check of the current pupil's return, where a case is open.
    fn way_back(&self) -> Vec<Effect> {
        let line = self.at().and_then(|at| self.lines().get(at)).filter(|line| line.back.is_some());
        line.map(|line| Effect::Go(Route::Trace(TracePlace::return_of(line.person)))).into_iter().collect()
    }

    pub(super) fn evidence(&mut self, context: &Context) -> Vec<Effect> {
        let alert = self.view.as_ref().and_then(|view| view.alerts.get(self.alert));
        let first = alert.and_then(|alert| alert.people.first()).map(|person| (person.sheet, person.person));
        first
            .map(|(sheet, person)| self.update(Message::Evidence(sheet, person), context))
            .unwrap_or_default()
    }

    pub(super) fn step(&mut self, step: i32) -> Vec<Effect> {
        let last = self.lines().len().saturating_sub(1);
        let at = self.at().unwrap_or_default();
        let next = match step {
            i32::MIN => 0,
            i32::MAX => last,
            step => at.saturating_add_signed(step as isize).min(last),
        };
        let person = self.lines().get(next).map(|line| line.person);
        self.place = Place::Row;
        self.several.clear();
        person.map(|person| self.go_to(person)).unwrap_or_default()
    }

    pub(super) fn leave_row(&mut self) -> Vec<Effect> {
        self.place = Place::Jump;
        self.jump = Jump::default();
        self.several.clear();
        self.wrong = None;
        vec![Effect::Focus(JUMP.into())]
    }

    /// Records the temperature that is being typed; one that nobody can have is said and dropped.
    pub(super) fn finish(&mut self, context: &Context) -> Vec<Effect> {
        let typed = std::mem::take(&mut self.typed);
        self.wrong = None;
        let Some(person) = self.current.filter(|_| !typed.is_empty()) else { return Vec::new() };
        let Some(temperature) = Temperature::parse(&typed) else {
            self.wrong = Some((person, typed));
            return vec![Effect::Reveal(row_id(person).into())];
        };
        let temperature = Temperature { site: self.site, ..temperature };
        self.change(person, &FindingEdit::Temperature(Some(temperature)), context)
    }

    /// Finishes the temperature, then goes on; where it cannot be, stays once so that this is read.
    pub(super) fn then(
        &mut self,
        context: &Context,
        next: impl FnOnce(&mut Self) -> Vec<Effect>,
    ) -> Vec<Effect> {
        let mut effects = self.finish(context);
        if self.wrong.is_none() {
            effects.extend(next(self));
        }
        effects
    }

    /// The current person, if a temperature of theirs is recorded.
    pub(super) fn measured(&self) -> Option<PersonId> {
        let line = self.line()?;
        line.finding.as_ref()?.temperature.map(|_| line.person)
    }
}
