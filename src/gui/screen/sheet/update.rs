//! What the class sheet asks for.

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::hand_in::HandInMessage;
use super::{ClassSheet, FindingEdit, JUMP, Jump, Message, ONSET, Place, RowKey, row_id};
use crate::domain::id::PersonId;
use crate::domain::sheet::{SheetKey, SheetState};
use crate::domain::temperature::Site;
use crate::gui::context::Context;
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::widget::date_field;
use crate::i18n::Explanation;
use crate::ops::check::{CheckOp, SheetView};
use crate::ops::{Answer, Op, Query};

impl Screen for ClassSheet {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Sheet(self.key)]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Sheet(view) if view.key == self.key => self.loaded(*view),
            Answer::Today(today) => {
                let (date, session) = (self.key.date, self.key.session);
                vec![Effect::Go(match today.next_unchecked(Some(self.key.group)) {
                    Some(group) => Route::Sheet(SheetKey { group, ..self.key }),
                    None => Route::Today(date, Some(session)),
                })]
            }
            _ => Vec::new(),
        }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Find(text) => self.field_says(text, context),
            Message::Arrived(place) if place == self.place => Vec::new(),
            Message::Arrived(place) => {
                let effects = self.finish(context);
                self.place = place;
                if place != Place::Jump {
                    self.forget_nobody();
                }
                effects
            }
            Message::Choose(step) => {
                self.jump.choose(step);
                self.mark()
            }
            // Enter in the jump field before the focus has left it is meant for the row.
            Message::Enter(None) if self.place == Place::Row => self.row_key(RowKey::Jump, context),
            Message::Enter(person) => {
                let mut effects = self.finish(context);
                effects.extend(self.enter(person));
                effects
            }
            Message::Key(key) => self.row_key(key, context),
            Message::Edit(person, edit) => self.click(person, &edit, context),
            Message::Detail(person, edit) => {
                self.place = Place::Details;
                self.change(person, &edit, context)
            }
            Message::Details(person) => self.details(person, context),
            Message::Onset(text) => self.type_onset(text, context),
            Message::Site(site) => self.measure_at(site, context),
            Message::HandIn(message) => self.hand_in(message, context),
            Message::Confirm => self.confirm(context),
            Message::Undo => vec![Effect::Run(Op::Undo(None))],
            Message::Class(group) => {
                let key = SheetKey { group, ..self.key };
                self.then(context, |_| vec![Effect::Go(Route::Sheet(key))])
            }
            Message::Alert(step) => {
                let count = self.view.as_ref().map_or(0, |view| view.alerts.len()).max(1);
                self.alert = if step < 0 { self.alert + count - 1 } else { self.alert + 1 } % count;
                Vec::new()
            }
            Message::Evidence(sheet, person) => self.look_at(sheet, person, context),
            Message::Reply => self.reply(context),
            Message::Go(route) => vec![Effect::Go(route)],
            Message::Today => {
                let today = Route::Today(self.key.date, Some(self.key.session));
                self.then(context, |_| vec![Effect::Go(today)])
            }
            Message::Escape => self.back(context),
        }
    }

    fn key(&self, press: &KeyPress, context: &Context) -> Option<Message> {
        if press.key == Key::Named(Named::Enter) && press.modifiers.command() {
            return Some(Message::Confirm);
        }
        if !self.open() {
            return None;
        }
        if press.ctrl() == Some('t') {
            return Some(Message::HandIn(HandInMessage::Open));
        }
        match (&press.key, press.in_field) {
            (Key::Named(Named::ArrowDown | Named::ArrowUp), true) => {
                (self.place == Place::Jump).then_some(Message::Enter(None))
            }
            (_, true) => None,
            // Nothing has the focus, or something that does not answer this key: the marked row does.
            (_, false) => RowKey::of(&press.key, press.modifiers, &context.rules).map(Message::Key),
        }
    }

    fn done(&mut self, op: &Op, _answer: &Answer, context: &Context) -> Vec<Effect> {
        match op {
            Op::Check(CheckOp::Record { reason, .. }) => {
                self.saving = self.saving.saturating_sub(1);
                if reason.is_some() && self.reason.is_none() {
                    // It was asked for over the page; the keys go where they went before.
                    self.reason.clone_from(reason);
                    return self.focus_place();
                }
                let words = if self.confirmed() {
                    context.tr.sheet_correction_saved()
                } else {
                    context.tr.sheet_draft_saved()
                };
                if self.saving == 0 { vec![Effect::Notify(words)] } else { Vec::new() }
            }
            Op::Check(CheckOp::Confirm(_)) => self.next(),
            _ => Vec::new(),
        }
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        if let Op::Check(op @ CheckOp::Record { .. }) = op {
            self.saving = self.saving.saturating_sub(1);
            // The report has gone out since the sheet was opened.
            return (why.code == "reason_needed")
                .then(|| vec![Effect::Ask(Dialog::reason(Op::Check(op.clone())))]);
        }
        None
    }

    fn escape(&self) -> Option<Message> {
        Some(Message::Escape)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl ClassSheet {
    fn loaded(&mut self, mut view: SheetView) -> Vec<Effect> {
        self.alert = self.alert.min(view.alerts.len().saturating_sub(1));
        let first = self.view.is_none();
        if let Some(old) = self.view.take().filter(|_| self.saving > 0) {
            // What was typed since is newer than this answer.
            view.lines = old.lines;
            view.draft = old.draft;
        }
        self.view = Some(view);
        self.show_onset();
        if !first {
            return Vec::new();
        }
        vec![Effect::Focus(JUMP.into())]
    }

    pub(super) fn find(&mut self, text: String) -> Vec<Effect> {
        self.place = Place::Jump;
        self.several.clear();
        self.wrong = None;
        self.field.clone_from(&text);
        self.jump = Jump::find(text, self.lines());
        if self.jump.finds_nobody() {
            self.current = None;
        }
        self.mark()
    }

    /// Marks the row of the chosen match and brings it into view.
    fn mark(&mut self) -> Vec<Effect> {
        let Some(best) = self.jump.best() else { return Vec::new() };
        self.go_to(best)
    }

    pub(super) fn go_to(&mut self, person: PersonId) -> Vec<Effect> {
        self.current = Some(person);
        self.show_onset();
        vec![Effect::Reveal(row_id(person).into())]
    }

    pub(super) fn details(&mut self, person: Option<PersonId>, context: &Context) -> Vec<Effect> {
        if self.onset.is_some() && person.is_none() {
            self.onset = None;
            return self.enter(self.current);
        }
        let first = self.lines().first().map(|line| line.person);
        let Some(person) = person.or(self.current).or(first) else { return Vec::new() };
        self.then(context, |sheet| {
            sheet.place = Place::Details;
            sheet.several.clear();
            sheet.onset = Some(String::new());
            let mut effects = sheet.go_to(person);
            effects.push(Effect::Focus(ONSET.into()));
            effects
        })
    }

    /// The day of onset in the details, unless a part of one is being typed.
    fn show_onset(&mut self) {
        let day = self.line().and_then(|line| line.finding.as_ref().or(line.proposal.as_ref())?.onset);
        let Some(shown) = &mut self.onset else { return };
        // A day that cannot be stays in the field, where it is told why, and is stored nowhere; one that is
        // stored stays as it was typed, since another digit may follow.
        let stored = date_field::day(shown).is_some_and(|typed| typed <= self.key.date && Some(typed) != day);
        if self.place != Place::Details || shown.is_empty() || stored {
            *shown = day.map(|day| day.to_string()).unwrap_or_default();
        }
    }

    fn type_onset(&mut self, text: String, context: &Context) -> Vec<Effect> {
        self.place = Place::Details;
        let day = date_field::day(&text);
        let late = day.is_some_and(|day| day > self.key.date);
        // 2026-11-3 was a day before it became 2026-11-31.
        let whole = text.is_empty() || day.is_some() || date_field::is_impossible(&text);
        let day = day.filter(|_| !late);
        self.onset = Some(text);
        match self.current.filter(|_| whole) {
            Some(person) => self.change(person, &FindingEdit::Onset(day), context),
            None => Vec::new(),
        }
    }

    /// The row of one of an alert's people: here where the day is this one, else on the sheet that shows it.
    fn look_at(&mut self, sheet: SheetKey, person: PersonId, context: &Context) -> Vec<Effect> {
        let here = self.lines().iter().any(|line| line.person == person);
        if here && sheet.date == self.key.date {
            return self.update(Message::Enter(Some(person)), context);
        }
        let mut effects = self.finish(context);
        effects.push(Effect::Go(Route::Sheet(sheet)));
        effects
    }

    fn back(&mut self, context: &Context) -> Vec<Effect> {
        match self.place {
            Place::Details => self.details(None, context),
            Place::HandIn => self.close_hand_in(),
            Place::Row if !self.typed.is_empty() => {
                self.typed.clear();
                Vec::new()
            }
            Place::Row => self.leave_row(),
            Place::Jump if !self.jump.text.is_empty() => self.find(String::new()),
            Place::Jump => self.update(Message::Today, context),
        }
    }

    fn confirm(&mut self, context: &Context) -> Vec<Effect> {
        let mut effects = if self.hand_in.is_some() { self.save_hand_in() } else { Vec::new() };
        if self.hand_in.is_some() {
            return effects;
        }
        effects.extend(self.then(context, |sheet| {
            let unchecked = sheet.view.as_ref().is_some_and(|view| view.state == SheetState::Unchecked);
            if unchecked && sheet.open() {
                vec![Effect::Run(Op::Check(CheckOp::Confirm(sheet.key)))]
            } else {
                sheet.next()
            }
        }));
        effects
    }

    /// Asks which class is next.
    fn next(&self) -> Vec<Effect> {
        vec![Effect::Load(Query::Today(self.key.date, Some(self.key.session)))]
    }

    /// A click on a cell: its row is the current one from now on.
    fn click(&mut self, person: PersonId, edit: &FindingEdit, context: &Context) -> Vec<Effect> {
        let mut effects = self.finish(context);
        effects.extend(self.enter(Some(person)));
        effects.extend(self.change(person, edit, context));
        effects
    }

    fn measure_at(&mut self, site: Site, context: &Context) -> Vec<Effect> {
        self.site = site;
        let measured = self.measured();
        measured.map(|person| self.change(person, &FindingEdit::Site(site), context)).unwrap_or_default()
    }
}
