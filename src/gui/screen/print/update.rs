//! What 打印 asks for.

use std::path::PathBuf;

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{FileKind, Message, Print, Said, Saving, row_id};
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick};
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::widget::{Zoom, date_field};
use crate::i18n::Explanation;
use crate::ops::print::{Filling, MissingGlyph, PaperId, PrintOp, PrintRequest, PrintScope};
use crate::ops::{Answer, Op, Query};

/// Sizes in per cent that + and − go through.
const SIZES: [u16; 9] = [25, 50, 75, 100, 125, 150, 200, 300, 400];

impl Screen for Print {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        let papers = Query::Papers(self.request.date);
        let preview = (self.papers.is_some() && !self.nobody()).then(|| Query::Preview(self.request.clone()));
        std::iter::once(papers).chain(preview).collect()
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Papers(papers) => {
                let first = self.papers.is_none();
                self.papers = Some(*papers);
                if !first || self.nobody() {
                    return Vec::new();
                }
                self.scope_that_fits();
                vec![self.look(), Effect::Focus(row_id(&self.request.paper).into())]
            }
            Answer::Preview(document, facts) => {
                self.page = self.page.min(document.sheets.len().saturating_sub(1));
                self.preview = Some((document, *facts));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Paper(paper) => self.show(paper),
            Message::Move(step) => self.step(step),
            Message::Date(typed) => self.day(typed),
            Message::Scope => {
                self.choosing = !self.choosing && self.listing().is_some_and(|listing| listing.by_class);
                let focus = if self.choosing { "class-all" } else { "scope" };
                vec![Effect::Focus(focus.into())]
            }
            Message::Class(class) => {
                self.choosing = false;
                let scope = class.map_or(PrintScope::School, PrintScope::Class);
                let look = self.again(|request| request.scope = scope);
                vec![look, Effect::Focus("scope".into())]
            }
            Message::Filling(filling) => vec![self.again(|request| request.filling = filling)],
            Message::Missing(missing) => {
                self.request.missing = missing;
                vec![self.look()]
            }
            Message::Page(step) => {
                let last = self.pages().saturating_sub(1);
                self.page = self.page.saturating_add_signed(step as isize).min(last);
                Vec::new()
            }
            Message::Zoom(zoom) => {
                self.zoom = zoom;
                Vec::new()
            }
            Message::ZoomStep(step) => {
                self.zoom = self.zoomed(step, context);
                Vec::new()
            }
            Message::Import => vec![Effect::Go(Route::Roster)],
            Message::Stop => vec![Effect::Cancel],
            Message::Save(_)
            | Message::Path(_)
            | Message::Choose
            | Message::Write
            | Message::Close
            | Message::Send => self.out(message, context),
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if self.nobody() {
            return None;
        }
        match press.ctrl() {
            Some('s') => return Some(Message::Save(FileKind::Pdf)),
            Some('e') if self.has_workbook() => return Some(Message::Save(FileKind::Xlsx)),
            Some('p') => return Some(Message::Send),
            _ => {}
        }
        match (&press.key, press.letter()) {
            (Key::Named(Named::Enter), _) if self.saving.is_some() => Some(Message::Write),
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (Key::Named(Named::PageDown), _) => Some(Message::Page(1)),
            (Key::Named(Named::PageUp), _) => Some(Message::Page(-1)),
            (Key::Named(Named::Home), _) => Some(Message::Page(i32::MIN)),
            (Key::Named(Named::End), _) => Some(Message::Page(i32::MAX)),
            (_, Some('0')) => Some(Message::Zoom(Zoom::Page)),
            (_, Some('1')) => Some(Message::Zoom(Zoom::Width)),
            (_, Some('+' | '=')) => Some(Message::ZoomStep(1)),
            (_, Some('-')) => Some(Message::ZoomStep(-1)),
            (_, Some('c')) => Some(Message::Scope),
            (_, Some('b')) if self.listing().is_some_and(|listing| listing.can_be_blank) => {
                Some(Message::Filling(match self.request.filling {
                    Filling::Blank => Filling::Recorded,
                    _ => Filling::Blank,
                }))
            }
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, _context: &Context) -> Vec<Effect> {
        let (Op::Print(_), Answer::Printed(printed)) = (op, answer) else { return Vec::new() };
        self.busy = false;
        self.said = Some(printed.file.clone().map_or(Said::Sent, Said::Saved));
        vec![Effect::Focus(row_id(&self.request.paper).into())]
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let Op::Print(_) = op else { return None };
        self.busy = false;
        let cancelled = why.code == "cancelled";
        self.said = Some(if cancelled { Said::Cancelled } else { Said::Refused(why.clone()) });
        Some(Vec::new())
    }

    fn picked(&mut self, path: PathBuf, _context: &Context) -> Vec<Effect> {
        let Some(saving) = &mut self.saving else { return Vec::new() };
        saving.path = path.display().to_string();
        self.write(path)
    }

    fn escape(&self) -> Option<Message> {
        match () {
            () if self.busy => Some(Message::Stop),
            () if self.saving.is_some() => Some(Message::Close),
            () if self.choosing => Some(Message::Scope),
            () => None,
        }
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl Print {
    /// A form can be saved as a workbook, a letter cannot.
    pub(super) fn has_workbook(&self) -> bool {
        matches!(self.request.paper, PaperId::Form(_))
    }

    fn look(&self) -> Effect {
        Effect::Load(Query::Preview(self.request.clone()))
    }

    /// Another request, looked at from its first page; what was said of the last one is over.
    fn again(&mut self, change: impl FnOnce(&mut PrintRequest)) -> Effect {
        change(&mut self.request);
        self.request.missing = MissingGlyph::Stop;
        self.page = 0;
        self.said = None;
        self.saving = None;
        self.look()
    }

    fn show(&mut self, paper: PaperId) -> Vec<Effect> {
        self.choosing = false;
        self.preview = None;
        let focus = Effect::Focus(row_id(&paper).into());
        self.request.paper = paper;
        self.scope_that_fits();
        vec![self.again(|_| {}), focus]
    }

    /// What is not printed class by class is for the school; what cannot be blank is as recorded.
    fn scope_that_fits(&mut self) {
        let listing = self.listing();
        let by_class = listing.is_none_or(|listing| listing.by_class);
        let can_be_blank = listing.is_none_or(|listing| listing.can_be_blank);
        if !by_class {
            self.request.scope = PrintScope::School;
        }
        if !can_be_blank {
            self.request.filling = Filling::Recorded;
        }
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let listings = self.listings();
        let at = listings.iter().position(|listing| listing.paper == self.request.paper);
        let next = at.map_or(0, |at| at.saturating_add_signed(step as isize));
        match listings.get(next.min(listings.len().saturating_sub(1))).map(|listing| listing.paper.clone()) {
            Some(paper) if paper != self.request.paper => self.show(paper),
            Some(paper) => vec![Effect::Focus(row_id(&paper).into())],
            None => Vec::new(),
        }
    }

    fn day(&mut self, typed: String) -> Vec<Effect> {
        self.date = typed;
        match date_field::day(&self.date) {
            Some(date) if date != self.request.date => {
                let look = self.again(|request| request.date = date);
                vec![Effect::Load(Query::Papers(date)), look]
            }
            _ => Vec::new(),
        }
    }

    /// The next size of the row; from a fitted size the nearest to what is seen.
    fn zoomed(&self, step: i32, context: &Context) -> Zoom {
        let seen = match (self.zoom, &self.preview) {
            (Zoom::Percent(percent), _) => percent,
            (zoom, Some((document, _))) => {
                let room = super::view::room(context);
                document.sheets.get(self.page).map_or(100, |sheet| zoom.percent(sheet, room))
            }
            _ => 100,
        };
        let next = if step > 0 {
            SIZES.iter().find(|size| **size > seen).or(SIZES.last())
        } else {
            SIZES.iter().rev().find(|size| **size < seen).or(SIZES.first())
        };
        Zoom::Percent(next.copied().unwrap_or(100))
    }

    /// Into a file or onto paper.
    fn out(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Save(kind) if self.ready() => {
                let folder = self.papers.as_ref().map(|papers| papers.folder.clone()).unwrap_or_default();
                let path = folder.join(self.file_name(kind)).display().to_string();
                self.saving = Some(Saving { kind, path, wrong: None });
                vec![Effect::Focus("path".into())]
            }
            Message::Send if self.ready() => {
                self.begin();
                vec![Effect::Run(Op::Print(PrintOp::Send { request: self.request.clone(), printer: None }))]
            }
            Message::Save(_) | Message::Send if self.blocked() => {
                vec![Effect::Notify(context.tr.print_screen_stopped()), Effect::Focus("missing".into())]
            }
            Message::Path(typed) => {
                if let Some(saving) = &mut self.saving {
                    saving.path = typed;
                    saving.wrong = None;
                }
                Vec::new()
            }
            Message::Choose => self.choose(context),
            Message::Write => self.write_typed(context),
            Message::Close => {
                self.saving = None;
                vec![Effect::Focus(row_id(&self.request.paper).into())]
            }
            _ => Vec::new(),
        }
    }

    fn choose(&self, context: &Context) -> Vec<Effect> {
        let Some(saving) = &self.saving else { return Vec::new() };
        let (title, name) = (context.tr.print_screen_save_to(), self.file_name(saving.kind));
        vec![Effect::Pick(Pick::Save(title, name, saving.kind.ending()))]
    }

    fn write_typed(&mut self, context: &Context) -> Vec<Effect> {
        let Some(saving) = &mut self.saving else { return Vec::new() };
        let path = PathBuf::from(saving.path.trim());
        if path.file_name().is_none() || saving.path.trim().ends_with(['/', '\\']) {
            saving.wrong = Some(context.tr.print_screen_no_path());
            return vec![Effect::Focus("path".into())];
        }
        self.write(path)
    }

    fn write(&mut self, mut path: PathBuf) -> Vec<Effect> {
        let Some(saving) = self.saving.take() else { return Vec::new() };
        if path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case(saving.kind.ending())) {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            path.set_file_name(format!("{name}.{}", saving.kind.ending()));
        }
        self.begin();
        let request = self.request.clone();
        vec![Effect::Run(Op::Print(match saving.kind {
            FileKind::Pdf => PrintOp::SavePdf { request, path },
            FileKind::Xlsx => PrintOp::SaveXlsx { request, path },
        }))]
    }

    fn begin(&mut self) {
        self.busy = true;
        self.said = None;
        self.saving = None;
    }
}
