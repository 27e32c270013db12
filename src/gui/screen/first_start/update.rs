//! What the first start asks for.

use std::path::{Path, PathBuf};

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::answers::{Answers, Field};
use super::{FirstStart, GoesOn, Message, Place, path};
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick, Preference};
use crate::gui::route::Route;
use crate::gui::screen::help::Topic;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::i18n::Explanation;
use crate::ops::first_step::FirstStep;
use crate::ops::place::{Candidate, Presence, Trial};
use crate::ops::settings::{SettingsOp, SettingsView};
use crate::ops::{Answer, Op, Query};

impl Screen for FirstStart {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Settings, Query::Places]
    }

    fn answered(&mut self, answer: Answer, context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Settings(view) => self.loaded(&view, context),
            Answer::Places(places) => self.proposed(places),
            Answer::PlaceTried(trial) => self.tried(*trial, context),
            _ => Vec::new(),
        }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Language(language) => vec![Effect::Prefer(Preference::Language(language))],
            Message::Typed(field, typed) => {
                *self.answers.field(field) = typed;
                self.wrong = self.wrong.take().filter(|(wrong, _)| *wrong != field);
                if field == Field::Folder {
                    self.place = Place::Other;
                }
                Vec::new()
            }
            Message::Choose(folder) => {
                self.place = Place::Proposed(folder.clone());
                self.wrong = None;
                self.try_once(&folder)
            }
            Message::ChooseOther => {
                self.place = Place::Other;
                Vec::new()
            }
            Message::Pick(Field::Roster) => {
                self.picking = Field::Roster;
                vec![Effect::Pick(Pick::RosterFile)]
            }
            Message::Pick(field) => {
                self.picking = field;
                vec![Effect::Pick(Pick::Folder(context.tr.first_start_folder()))]
            }
            Message::Next => self.next(context),
            Message::Skip => self.skip(context),
            Message::Back => self.step.before().map(|step| self.show(step)).unwrap_or_default(),
            Message::Open(step) if step <= self.reached => self.show(step),
            Message::Open(_) => Vec::new(),
            Message::Help => vec![Effect::Go(Route::Help(self.topic()))],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match press.key {
            Key::Named(Named::Enter) if press.modifiers.is_empty() => Some(Message::Next),
            Key::Named(Named::ArrowLeft) if press.modifiers.alt() => Some(Message::Back),
            Key::Named(Named::F1) => Some(Message::Help),
            _ => match (press.letter(), self.step) {
                (Some('o'), FirstStep::Place) => Some(Message::Pick(Field::Folder)),
                (Some('b'), FirstStep::Place) => Some(Message::Pick(Field::Second)),
                (Some('o'), FirstStep::Roster) => Some(Message::Pick(Field::Roster)),
                _ => None,
            },
        }
    }

    fn done(&mut self, op: &Op, _answer: &Answer, context: &Context) -> Vec<Effect> {
        if let Op::Settings(_) = op { self.save_next(context) } else { Vec::new() }
    }

    fn refused(&mut self, op: &Op, why: &Explanation, context: &Context) -> Option<Vec<Effect>> {
        let Op::Settings(op) = op else { return None };
        self.saving.clear();
        self.goes_on = GoesOn::No;
        let field = match op {
            SettingsOp::Operator(_) => Field::Operator,
            SettingsOp::School { .. } => Field::School,
            SettingsOp::Term(term) => Field::Last(term.season),
            SettingsOp::BackupPlace(_) if why.code == "bad_value" => {
                return Some(self.complain(Field::Second, context.tr.first_start_second_same()));
            }
            SettingsOp::BackupPlace(_) => Field::Second,
            _ => return None,
        };
        Some(self.complain(field, why.happened.clone()))
    }

    fn picked(&mut self, path: PathBuf, _context: &Context) -> Vec<Effect> {
        let field = self.picking;
        *self.answers.field(field) = path.display().to_string();
        self.wrong = None;
        let mut effects = vec![Effect::Focus(field.id().into())];
        if field == Field::Folder {
            self.place = Place::Other;
            effects.extend(self.try_once(&path));
        }
        effects
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl FirstStart {
    fn loaded(&mut self, view: &SettingsView, context: &Context) -> Vec<Effect> {
        let first = self.settings.is_none();
        let folder = view.folder.clone();
        let used = !view.school.is_empty();
        if first {
            self.answers = Answers::of(view);
            self.reached = view.first_step.unwrap_or(FirstStep::Identity);
            self.place = Place::Proposed(folder.clone());
        }
        self.settings = Some(view.clone());
        let moved = match &self.goes_on {
            GoesOn::Moving(target) => Some(*target == folder),
            _ => None,
        };
        match moved {
            Some(true) if used => self.take_over(view, context),
            Some(true) => self.save(FirstStep::Place, context),
            Some(false) => {
                self.goes_on = GoesOn::No;
                self.left = None;
                Vec::new()
            }
            None if first => self.show(self.reached),
            None => Vec::new(),
        }
    }

    /// A book that was in use before keeps all that it holds; only who works now is new.
    fn take_over(&mut self, view: &SettingsView, context: &Context) -> Vec<Effect> {
        let operator = self.answers.operator.trim().to_owned();
        self.answers = Answers::of(view);
        self.saving = vec![SettingsOp::Operator(operator)];
        self.saving.extend(self.left.take().map(SettingsOp::LeaveBehind));
        if let Some(step) = view.first_step {
            self.reached = step;
            self.goes_on = GoesOn::Saving(step);
        } else {
            self.goes_on = GoesOn::Leaving(None);
        }
        self.save_next(context)
    }

    fn proposed(&mut self, places: Vec<Candidate>) -> Vec<Effect> {
        let first = self.places.is_empty();
        self.places = places;
        // Nothing was chosen yet: the recommended one is, and tried while the other questions are answered.
        let best = self.places.iter().find(|place| place.recommended);
        match best.filter(|_| first && self.reached <= FirstStep::Place).map(|best| best.folder.clone()) {
            Some(folder) => {
                self.place = Place::Proposed(folder.clone());
                self.try_once(&folder)
            }
            None => Vec::new(),
        }
    }

    fn try_once(&self, folder: &Path) -> Vec<Effect> {
        match self.trial(folder) {
            Some(trial) if trial.fault.is_none() => Vec::new(),
            _ => vec![Effect::Load(Query::TryPlace(folder.to_owned()))],
        }
    }

    fn tried(&mut self, trial: Trial, context: &Context) -> Vec<Effect> {
        self.tried.retain(|other| other.folder != trial.folder);
        self.tried.insert(0, trial);
        if self.goes_on == GoesOn::Trying { self.settle(context) } else { Vec::new() }
    }

    /// Shows a question with the focus on what it asks first.
    fn show(&mut self, step: FirstStep) -> Vec<Effect> {
        self.step = step;
        self.reached = self.reached.max(step);
        self.wrong = None;
        let first = match step {
            FirstStep::Identity => Field::Operator.id(),
            FirstStep::School => Field::School.id(),
            FirstStep::Place => "places",
            FirstStep::Terms => "autumn-first",
            FirstStep::Roster => Field::Roster.id(),
        };
        vec![Effect::Focus(first.into())]
    }

    fn complain(&mut self, field: Field, words: String) -> Vec<Effect> {
        self.goes_on = GoesOn::No;
        self.wrong = Some((field, words));
        vec![Effect::Focus(field.id().into())]
    }

    fn next(&mut self, context: &Context) -> Vec<Effect> {
        if self.goes_on != GoesOn::No {
            return Vec::new();
        }
        match self.step {
            FirstStep::Place => self.settle(context),
            FirstStep::Roster => match path(&self.answers.roster) {
                Some(file) => self.leave(Some(file), context),
                None => self.complain(Field::Roster, context.tr.first_start_roster_missing()),
            },
            step => match self.answers.ops(step, &context.tr) {
                Ok(_) => self.save(step, context),
                Err((field, words)) => self.complain(field, words),
            },
        }
    }

    /// Tries the folders; when they are good, the book is opened there and the answers are saved.
    fn settle(&mut self, context: &Context) -> Vec<Effect> {
        let Some(folder) = self.folder() else {
            return self.complain(Field::Folder, context.tr.first_start_folder_missing());
        };
        self.goes_on = GoesOn::Trying;
        let second = path(&self.answers.second);
        for (place, field) in [(Some(folder.clone()), Field::Folder), (second.clone(), Field::Second)] {
            let Some(place) = place else { continue };
            match self.trial(&place) {
                None => return vec![Effect::Load(Query::TryPlace(place))],
                Some(Trial { fault: Some(why), .. }) => {
                    let words = why.happened.clone();
                    self.tried.retain(|trial| trial.folder != place);
                    return self.complain(field, words);
                }
                Some(_) => {}
            }
        }
        if second.as_ref().is_some_and(|second| second.starts_with(&folder)) {
            return self.complain(Field::Second, context.tr.first_start_second_same());
        }
        // A folder that is not there may be a slip of the pen; said once, the same answer counts.
        let presence = second.as_ref().and_then(|second| self.trial(second)).map(|trial| trial.presence);
        if let Some(missing) = presence.filter(|it| *it != Presence::There && self.missing_said != second) {
            self.missing_said = second;
            let new = missing == Presence::New;
            let tr = &context.tr;
            let words = if new { tr.first_start_second_new() } else { tr.first_start_second_away() };
            return self.complain(Field::Second, words);
        }
        let here = self.settings.as_ref().is_some_and(|view| view.folder == folder);
        if here {
            self.save(FirstStep::Place, context)
        } else {
            self.goes_on = GoesOn::Moving(folder.clone());
            self.left = self.settings.as_ref().map(|view| view.folder.clone());
            vec![Effect::OpenBook(folder)]
        }
    }

    fn skip(&mut self, context: &Context) -> Vec<Effect> {
        match self.step {
            FirstStep::Place => {
                self.answers.second.clear();
                self.next(context)
            }
            FirstStep::Roster => self.leave(None, context),
            _ => Vec::new(),
        }
    }

    /// Saves the answer of a question; after a move all answers, since the new book holds none.
    fn save(&mut self, step: FirstStep, context: &Context) -> Vec<Effect> {
        let moved = matches!(self.goes_on, GoesOn::Moving(_));
        let steps = FirstStep::ALL
            .into_iter()
            .filter(|other| *other == step || (moved && *other < self.reached.max(step)));
        let next = step.next().unwrap_or(step);
        self.saving = steps.filter_map(|step| self.answers.ops(step, &context.tr).ok()).flatten().collect();
        self.saving.push(SettingsOp::FirstStep(Some(self.reached.max(next))));
        self.saving.extend(self.left.take().map(SettingsOp::LeaveBehind));
        self.goes_on = GoesOn::Saving(next);
        self.save_next(context)
    }

    fn leave(&mut self, file: Option<PathBuf>, context: &Context) -> Vec<Effect> {
        self.goes_on = GoesOn::Leaving(file);
        self.saving = vec![SettingsOp::FirstStep(None)];
        self.save_next(context)
    }

    /// Saves what is next; when all is saved, goes on. One after the other, so that a refusal stops the rest.
    fn save_next(&mut self, context: &Context) -> Vec<Effect> {
        if !self.saving.is_empty() {
            return vec![Effect::Run(Op::Settings(self.saving.remove(0)))];
        }
        match std::mem::take(&mut self.goes_on) {
            GoesOn::Saving(step) => self.show(step),
            GoesOn::Leaving(Some(file)) => vec![Effect::Go(Route::Import(file))],
            GoesOn::Leaving(None) => vec![Effect::Go(Route::Today(context.now.date(), None))],
            other => {
                self.goes_on = other;
                Vec::new()
            }
        }
    }

    fn topic(&self) -> Topic {
        match self.step {
            FirstStep::Place => Topic::Backups,
            FirstStep::Roster => Topic::Roster,
            _ => Topic::Start,
        }
    }
}
