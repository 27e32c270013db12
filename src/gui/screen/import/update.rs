//! What the import asks for.

use std::path::PathBuf;
use std::sync::Arc;

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::dating;
use super::keys::{layout_press, review_press};
use super::layout::{self, Layout};
use super::line::Kind;
use super::saving::{self, Product, Said};
use super::{Import, Message, Review, State, Written};
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick};
use crate::gui::keymap::{self, Area, Command};
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::i18n::Explanation;
use crate::ops::roster::import::{ImportOptions, ImportRequest, TableChoice};
use crate::ops::roster::{RosterFilter, RosterOp, RosterPage};
use crate::ops::{Answer, Op, Query};

impl Screen for Import {
    type Message = Message;

    fn queries(&self, context: &Context) -> Vec<Query> {
        // Only the count of pupils is wanted: nobody is called like that.
        let filter = RosterFilter { find: "\u{0}".to_owned(), ..RosterFilter::default() };
        let count = Query::Roster(context.now.date(), RosterPage { filter, page: 0, staff: true });
        let read = match self.state {
            State::Looking => Some(self.look(self.choices())),
            State::Reading => Some(self.question()),
            _ => None,
        };
        std::iter::once(count).chain(read).collect()
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Roster(roster) => {
                // Before a promotion they are in the classes of the year before.
                self.pupils = roster.pupils + roster.behind;
                self.staff = roster.staff_count;
                let choosing = matches!(self.state, State::Choosing);
                choosing.then(|| Effect::Focus("path".into())).into_iter().collect()
            }
            Answer::ImportSheets(tables) => {
                let layout = match &self.layout {
                    Some(before) => before.renewed(tables),
                    None => Layout::new(tables),
                };
                let focus = layout.focus();
                self.layout = Some(layout);
                self.state = State::Layout;
                focus
            }
            Answer::ImportPlan(plan) => {
                let mut review = Review::new(*plan);
                if let Some(before) = self.reviewed.take() {
                    review.adopt(&before);
                }
                self.dating = None;
                self.state = State::Review(Box::new(review));
                self.focus_line()
            }
            _ => Vec::new(),
        }
    }

    fn unanswered(&mut self, query: &Query, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        if !matches!(query, Query::ImportSheets(_) | Query::Import(_)) {
            return None;
        }
        if let Some(effects) = self.refused_dates(why) {
            return Some(effects);
        }
        self.state = State::Refused(why.clone());
        Some(vec![Effect::Focus("again".into())])
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Path(typed) => {
                self.typed = typed;
                Vec::new()
            }
            Message::Choose => vec![Effect::Pick(Pick::RosterFile)],
            Message::Read => self.read(),
            Message::Again => {
                self.forget();
                self.state = State::Choosing;
                // What is pasted is the whole path of another file.
                self.typed.clear();
                vec![Effect::Focus("path".into())]
            }
            Message::Columns => self.back_to_layout(),
            Message::Layout(message) => self.in_layout(&message),
            Message::Show(kind) => self.show(kind),
            Message::Group(step) => self.group(step),
            Message::Move(step) => self.step(step),
            Message::Seen(sight) => {
                if let Some(review) = self.review_mut() {
                    review.sight = sight;
                }
                Vec::new()
            }
            Message::Select(kind, at) => {
                if let Some(review) = self.review_mut() {
                    match (kind, at) {
                        (Kind::NoId, 0) => review.turn_no_id(),
                        place => review.selected = place,
                    }
                }
                self.focus_line()
            }
            Message::Decide(verdict) => self.decide(verdict),
            Message::LeftOn(typed) => {
                if let Some(review) = self.review_mut() {
                    review.left_on = typed;
                }
                Vec::new()
            }
            Message::Dating(message) => self.date(message, context),
            Message::Save(message) => self.save(message, context),
            Message::Write => self.write(),
            Message::Hold => self.hold(),
            Message::Stop => vec![Effect::Cancel],
            Message::UndoAll => self.ask_undo(context),
            Message::Back => vec![Effect::Go(Route::roster())],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if self.saving.is_some() {
            let enter = press.key == Key::Named(Named::Enter) && press.modifiers.is_empty();
            return enter.then_some(Message::Save(saving::Message::Write));
        }
        if self.dating.is_some() {
            return self.dating_key(press).map(Message::Dating);
        }
        let command = |area| keymap::find(area, press);
        match &self.state {
            State::Layout => layout_press(press),
            State::Review(review) => review_press(review.selected.0, press),
            State::Written(_) => match command(Area::Import)? {
                Command::Save => Some(Message::Save(saving::Message::Ask(Product::Report))),
                Command::SaveWorkbook => Some(Message::Save(saving::Message::Ask(Product::Rows))),
                Command::Print => Some(Message::Save(saving::Message::Print)),
                Command::Import => Some(Message::Again),
                _ => None,
            },
            State::Choosing | State::Refused(_) => match command(Area::Import)? {
                Command::Open => Some(Message::Choose),
                Command::Columns if self.layout.is_some() => Some(Message::Columns),
                _ => None,
            },
            State::Looking | State::Reading | State::Writing(_) => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
        match (op, answer) {
            (Op::Roster(RosterOp::Import(request)), Answer::Imported(summary, report)) => {
                self.said = None;
                self.state = State::Written(Box::new(Written {
                    summary: (**summary).clone(),
                    report: Arc::clone(report),
                    request: (**request).clone(),
                    at: context.now,
                }));
                vec![Effect::Focus("roster".into())]
            }
            (Op::Roster(RosterOp::SaveImportReport(_, _, path)), _) => {
                self.said = Some(Said::Saved(path.clone()));
                Vec::new()
            }
            (Op::Roster(RosterOp::PrintImportReport(..)), _) => {
                self.said = Some(Said::Printed);
                Vec::new()
            }
            (Op::Roster(RosterOp::UndoImport(_)) | Op::Undo(_), Answer::Undone(undone))
                if matches!(self.state, State::Written(_)) && !undone.is_nothing() =>
            {
                vec![Effect::Go(Route::roster())]
            }
            _ => Vec::new(),
        }
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        if let Op::Roster(RosterOp::SaveImportReport(..) | RosterOp::PrintImportReport(..)) = op {
            self.said = Some(Said::Refused(why.clone()));
            return Some(Vec::new());
        }
        if let (Op::Roster(RosterOp::Import(_)), State::Writing(_)) = (op, &self.state)
            && let State::Writing(review) = std::mem::replace(&mut self.state, State::Choosing)
        {
            // Nothing was written; the review stands as it was.
            self.state = State::Review(review);
        }
        None
    }

    fn picked(&mut self, path: PathBuf, context: &Context) -> Vec<Effect> {
        if let Some(saving) = &mut self.saving {
            saving.path = path.display().to_string();
            return self.write_report(context);
        }
        self.typed = path.display().to_string();
        self.read()
    }

    fn escape(&self) -> Option<Message> {
        let choosing = || self.layout.as_ref().is_some_and(|layout| layout.choice.is_some());
        Some(match self.state {
            _ if self.saving.is_some() => Message::Save(saving::Message::Close),
            State::Looking | State::Reading | State::Writing(_) => Message::Stop,
            _ if self.dating.is_some() => Message::Dating(dating::Message::Close),
            State::Review(ref review) if review.asking => Message::Hold,
            State::Layout if choosing() => Message::Layout(layout::Message::Close),
            _ => Message::Back,
        })
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        match &self.state {
            State::Writing(_) => Some(context.tr.import_running()),
            State::Review(review) if review.is_decided() => Some(context.tr.import_decisions_lost()),
            _ => None,
        }
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl Import {
    /// The file and how it is read.
    pub(super) fn request(&self) -> ImportRequest {
        let options = ImportOptions { as_of: self.set.as_of, ..ImportOptions::default() };
        let school_year = self.set.year;
        ImportRequest {
            path: self.path(),
            tables: self.choices(),
            school_year,
            options,
            ..ImportRequest::default()
        }
    }

    fn choices(&self) -> Vec<TableChoice> {
        self.layout.as_ref().map(Layout::choices).unwrap_or_default()
    }

    fn look(&self, tables: Vec<TableChoice>) -> Query {
        Query::ImportSheets(Box::new(ImportRequest { tables, ..self.request() }))
    }

    pub(super) fn question(&self) -> Query {
        Query::Import(Box::new(self.request()))
    }

    /// Looks at the file of the path; what was set for another one is over.
    fn read(&mut self) -> Vec<Effect> {
        if self.path().as_os_str().is_empty() {
            return vec![Effect::Focus("path".into())];
        }
        self.forget();
        self.state = State::Looking;
        vec![Effect::Load(self.look(Vec::new()))]
    }

    /// What was set for another file is over.
    fn forget(&mut self) {
        (self.layout, self.saving, self.said) = (None, None, None);
        (self.set, self.dating, self.reviewed) = (dating::Set::default(), None, None);
    }

    fn back_to_layout(&mut self) -> Vec<Effect> {
        let Some(layout) = &self.layout else { return Vec::new() };
        let focus = layout.focus();
        self.dating = None;
        self.state = State::Layout;
        focus
    }

    fn in_layout(&mut self, message: &layout::Message) -> Vec<Effect> {
        let Some(layout) = &mut self.layout else { return Vec::new() };
        let row = match message {
            layout::Message::Header(row) => Some(*row),
            layout::Message::HeaderStep(step) => layout.row_beside_header(*step),
            layout::Message::Next => {
                return match layout.hindrance() {
                    None => {
                        self.state = State::Reading;
                        vec![Effect::Load(self.question())]
                    }
                    Some(layout::Hindrance::Names(table)) => {
                        if table != layout.table {
                            drop(layout.update(&layout::Message::Table(table)));
                        }
                        layout.focus()
                    }
                    Some(_) => layout.focus(),
                };
            }
            other => return layout.update(other),
        };
        let Some(tables) = row.map(|row| layout.with_header(row)) else { return Vec::new() };
        vec![Effect::Load(self.look(tables))]
    }

    fn write(&mut self) -> Vec<Effect> {
        if self.dating.is_some() {
            // What stands in the question is not what was compared.
            return vec![Effect::Focus(dating::YEAR.into())];
        }
        let request = self.request();
        let undated = |review: &Review| review.has_leavers() && review.left_day().is_none();
        match std::mem::replace(&mut self.state, State::Choosing) {
            State::Review(review) if undated(&review) => {
                self.state = State::Review(review);
                self.show(Kind::Missing);
                vec![Effect::Focus("left-on".into())]
            }
            State::Review(mut review) if !review.asking && review.undecided() > 0 => {
                review.asking = review.to_write() > 0;
                let asking = review.asking;
                self.state = State::Review(review);
                if asking { vec![Effect::Focus("hold".into())] } else { self.hold() }
            }
            State::Review(review) if review.to_write() > 0 => {
                let request = review.request(request);
                self.state = State::Writing(review);
                vec![Effect::Run(Op::Roster(RosterOp::Import(Box::new(request))))]
            }
            other => {
                self.state = other;
                Vec::new()
            }
        }
    }
}
