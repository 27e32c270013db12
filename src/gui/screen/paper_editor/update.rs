//! What 修改版式 asks for.

use std::path::PathBuf;

use iced::advanced::widget::Id;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::row::{Part, rows};
use super::{FILE, Look, Message, PaperEditor, SHEET};
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Scroll};
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::widget::Zoom;
use crate::i18n::Explanation;
use crate::ops::own_papers::OwnPaperOp;
use crate::ops::{Answer, Op, Query};

impl Screen for PaperEditor {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Paper(self.paper.clone())]
    }

    fn answered(&mut self, answer: Answer, context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Paper(data) => {
                let first = self.data.is_none();
                if first {
                    let folder =
                        context.saved_in.clone().unwrap_or_else(|| context.shell.save_folder.clone());
                    self.file = folder.join(context.tr.own_paper_file_name()).display().to_string();
                }
                // Something else has changed meanwhile: what is typed stays.
                if self.is_changed() {
                    return Vec::new();
                }
                self.language = context.tr.language();
                self.rows = rows(&data, self.language);
                self.chosen = self.chosen.min(self.rows.len().saturating_sub(1));
                self.data = Some(*data);
                let begin = first.then(|| self.focus());
                self.lay_out().into_iter().chain(begin).collect()
            }
            Answer::PaperTrial(trial) => {
                let current = self.typed().is_some_and(|typed| typed == trial.paper);
                self.take_trial(*trial);
                if current { Vec::new() } else { self.lay_out().into_iter().collect() }
            }
            _ => Vec::new(),
        }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Choose(at) if at == self.chosen && !self.typing => self.edit(),
            Message::Choose(at) => {
                (self.chosen, self.typing) = (at, false);
                vec![self.focus()]
            }
            Message::Mark(step) => {
                let last = self.rows.len().saturating_sub(1);
                self.chosen = self.chosen.saturating_add_signed(step as isize).min(last);
                self.caret = self.row().map_or(0, |row| row.text.len());
                vec![self.focus()]
            }
            Message::Edit => self.edit(),
            Message::Done => {
                self.typing = false;
                vec![self.focus()]
            }
            Message::Save => self.save(context),
            Message::Restore => {
                let own = self.data.as_ref().is_some_and(|data| data.own);
                let op = own.then(|| OwnPaperOp::Restore(self.paper.clone()));
                op.map(|op| Effect::Run(Op::OwnPapers(op))).into_iter().collect()
            }
            Message::Look(look) => self.look(look),
            Message::File(typed) => {
                (self.file, self.wrong_file) = (typed, None);
                Vec::new()
            }
            Message::Export => self.with_file(OwnPaperOp::Export),
            Message::Import => self.with_file(OwnPaperOp::Import),
            Message::Back => vec![Effect::Go(Route::Print(Some(self.paper.clone())))],
            other => self.change(other),
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match press.ctrl() {
            Some('s') => return Some(Message::Save),
            Some('r') => return Some(Message::Restore),
            _ => {}
        }
        let alt = press.modifiers.alt();
        match &press.key {
            Key::Named(Named::ArrowDown) if alt => Some(Message::Shift(1)),
            Key::Named(Named::ArrowUp) if alt => Some(Message::Shift(-1)),
            Key::Named(Named::ArrowRight) if alt => Some(Message::Widen(1)),
            Key::Named(Named::ArrowLeft) if alt => Some(Message::Widen(-1)),
            Key::Named(Named::Enter) if press.modifiers.command() => Some(Message::Add(None)),
            Key::Named(Named::PageDown) => Some(Message::Look(Look::Page(1))),
            Key::Named(Named::PageUp) => Some(Message::Look(Look::Page(-1))),
            Key::Named(Named::ArrowDown) if !press.in_field => Some(Message::Mark(1)),
            Key::Named(Named::ArrowUp) if !press.in_field => Some(Message::Mark(-1)),
            Key::Named(Named::Enter) if !press.in_field => Some(Message::Edit),
            Key::Named(Named::Insert) if !press.in_field => Some(Message::Add(None)),
            Key::Named(Named::Delete) if !press.in_field => Some(Message::Remove),
            _ => match press.letter() {
                Some('0') => Some(Message::Look(Look::Zoom(Zoom::Page))),
                Some('1') => Some(Message::Look(Look::Zoom(Zoom::Width))),
                _ => None,
            },
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
        let (Op::OwnPapers(op), Answer::OwnPapers(count)) = (op, answer) else { return Vec::new() };
        let tr = &context.tr;
        let said = match op {
            OwnPaperOp::Export(_) => return vec![Effect::Notify(tr.own_paper_exported(*count))],
            OwnPaperOp::Import(_) => tr.own_paper_imported(*count),
            OwnPaperOp::Set(_) => tr.own_paper_saved(),
            OwnPaperOp::Restore(_) => tr.own_paper_restored(),
        };
        self.before.clear();
        self.typing = false;
        self.wrong = None;
        vec![Effect::Load(Query::Paper(self.paper.clone())), self.focus(), Effect::Notify(said)]
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let said = format!("{} {}", why.happened, why.remedy);
        match op {
            Op::OwnPapers(OwnPaperOp::Export(_) | OwnPaperOp::Import(_)) => {
                self.wrong_file = Some(said);
                Some(vec![Effect::Focus(FILE.into())])
            }
            Op::OwnPapers(_) => {
                self.wrong = Some(said);
                Some(vec![self.focus()])
            }
            _ => None,
        }
    }

    fn unanswered(&mut self, query: &Query, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let Query::PaperTrial(_) = query else { return None };
        self.asked = None;
        self.wrong = Some(format!("{} {}", why.happened, why.remedy));
        Some(Vec::new())
    }

    fn escape(&self) -> Option<Message> {
        self.typing.then_some(Message::Done)
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        self.is_changed().then(|| context.tr.own_paper_unsaved())
    }

    fn untype(&mut self, _focused: Option<&Id>) -> Option<Vec<Effect>> {
        self.step_back()?;
        Some(self.lay_out().into_iter().chain([self.focus()]).collect())
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl PaperEditor {
    fn edit(&mut self) -> Vec<Effect> {
        self.typing = true;
        self.caret = self.row().map_or(0, |row| row.text.len());
        vec![self.focus()]
    }

    /// Keeps the version, or goes to the first thing that keeps it from being printed.
    fn save(&mut self, context: &Context) -> Vec<Effect> {
        if let Some(at) = (0..self.rows.len()).find(|at| self.fault_of(*at).is_some()) {
            (self.chosen, self.typing) = (at, true);
            return vec![self.focus(), Effect::Notify(context.tr.own_paper_mend())];
        }
        let paper = self.is_changed().then(|| self.typed()).flatten();
        let op = paper.map(|paper| OwnPaperOp::Set(Box::new(paper)));
        op.map(|op| Effect::Run(Op::OwnPapers(op))).into_iter().collect()
    }

    fn look(&mut self, look: Look) -> Vec<Effect> {
        match look {
            Look::Page(step) => {
                let last = self.pages().saturating_sub(1);
                self.page = self.page.saturating_add_signed(step as isize).min(last);
                if self.zoom == Zoom::Page {
                    Vec::new()
                } else {
                    vec![Effect::Scroll(SHEET.into(), Scroll::Top)]
                }
            }
            Look::Zoom(zoom) => {
                self.zoom = zoom;
                Vec::new()
            }
            Look::Seen(_) => Vec::new(),
        }
    }

    fn with_file(&self, op: fn(PathBuf) -> OwnPaperOp) -> Vec<Effect> {
        match file_typed(&self.file) {
            Some(file) => vec![Effect::Run(Op::OwnPapers(op(file)))],
            None => vec![Effect::Focus(FILE.into())],
        }
    }
}

/// A path as it was typed; `None` where it names no file.
pub(super) fn file_typed(typed: &str) -> Option<PathBuf> {
    let file = PathBuf::from(typed.trim());
    let named = file.file_name().is_some() && !typed.trim().ends_with(['/', '\\']);
    named.then(|| if file.extension().is_none() { file.with_extension("toml") } else { file })
}

/// Keys of a row that has the focus, which come before its own.
pub(super) fn row_keys(part: Part, key: &Key) -> Option<Message> {
    (*key == Key::Named(Named::Space) && part.hides()).then_some(Message::Hide)
}

/// Keys that come before those of the field of words.
pub(super) fn word_keys(key: &Key, modifiers: iced::keyboard::Modifiers) -> Option<Message> {
    match key {
        Key::Named(Named::Enter) if modifiers.command() => Some(Message::Add(None)),
        Key::Named(Named::Enter | Named::Escape) => Some(Message::Done),
        Key::Named(Named::ArrowDown) if modifiers.alt() => Some(Message::Shift(1)),
        Key::Named(Named::ArrowUp) if modifiers.alt() => Some(Message::Shift(-1)),
        Key::Named(Named::ArrowDown) => Some(Message::Mark(1)),
        Key::Named(Named::ArrowUp) => Some(Message::Mark(-1)),
        _ => None,
    }
}
