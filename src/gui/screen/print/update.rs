//! What 打印 asks for.

use std::path::{Path, PathBuf};

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::letter::LetterForm;
use super::{FileKind, ListMessage, Look, Message, Print, Said, Saving, row_id};
use crate::domain::group::{Group, GroupKind};
use crate::domain::session::Session;
use crate::gui::context::Context;
use crate::gui::effect::{Effect, Pick, Preference};
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::widget::date_field;
use crate::i18n::Explanation;
use crate::ops::letters::LetterChoice;
use crate::ops::picture::PictureChoice;
use crate::ops::print::{Filling, MissingGlyph, PaperId, PrintOp, PrintRequest, PrintScope};
use crate::ops::{Answer, Op, Query};

impl Screen for Print {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        let papers = Query::Papers(self.request.date);
        let look = || Query::Preview(self.request.clone(), self.page);
        let preview = (self.papers.is_some() && !self.nobody()).then(look);
        std::iter::once(papers).chain(preview).collect()
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Papers(papers) => {
                let first = self.papers.is_none();
                self.papers = Some(*papers);
                if !first {
                    return Vec::new();
                }
                if self.nobody() {
                    return vec![Effect::Focus("import".into())];
                }
                self.scope_that_fits();
                vec![self.look(), Effect::Focus(row_id(&self.request.paper).into())]
            }
            Answer::Preview(preview) if preview.request == self.request => {
                self.page = self.page.min(preview.facts.sheets.saturating_sub(1));
                self.preview = Some(*preview);
                self.fetch().into_iter().collect()
            }
            Answer::Diseases(found) => {
                self.letter.found = found;
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
                self.choosing =
                    !self.choosing && self.listing().is_some_and(|listing| listing.by.is_chosen());
                if !self.choosing {
                    return vec![Effect::Focus("scope".into())];
                }
                let offered = self.offered();
                let now = offered.iter().position(|(.., scope)| *scope == self.request.scope);
                self.choose_list(ListMessage::Offer(now.unwrap_or(0)))
            }
            Message::Group(group) => {
                self.choosing = false;
                // A room is checked in the evening; whoever comes from there to a class wants its morning.
                let kind = |scope| match scope {
                    PrintScope::Group(group) => Group::kind(group),
                    _ => GroupKind::Class,
                };
                let scope = group.map_or(PrintScope::School, PrintScope::Group);
                let look = self.again(|request| {
                    if kind(request.scope) != kind(scope) {
                        request.session = Session::usual_of(kind(scope));
                    }
                    request.scope = scope;
                });
                vec![look, Effect::Focus("scope".into())]
            }
            Message::Session(session) => vec![self.again(|request| request.session = session)],
            Message::Filling(filling) => vec![self.again(|request| request.filling = filling)],
            Message::List(message) => self.choose_list(message),
            Message::Missing(missing) => {
                self.request.missing = missing;
                vec![self.look()]
            }
            Message::Look(look) => self.look_at(look, context),
            Message::Letter(message) => self.choose_letter(message),
            Message::Go(route) => vec![Effect::Go(route)],
            Message::Correct => self.correct(),
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
        if let Some(look) = Look::of_key(press, self.zoom) {
            return Some(Message::Look(look));
        }
        match (&press.key, press.letter()) {
            (Key::Named(Named::Enter), _) if self.saving.is_some() => Some(Message::Write),
            (Key::Named(Named::ArrowDown), _) => Some(Message::Move(1)),
            (Key::Named(Named::ArrowUp), _) => Some(Message::Move(-1)),
            (_, Some('w')) if self.is_work_report() => Some(Message::Go(Route::WorkReport)),
            (_, Some('e')) => self.editable().map(|paper| Message::Go(Route::PaperEditor(paper))),
            (_, Some('r')) if self.has_slips() => Some(Message::Go(Route::Slips(None))),
            (_, Some('f')) => Some(Message::List(ListMessage::Seek)),
            (_, Some('c')) if self.listing().is_some() => Some(Message::Scope),
            (_, Some('s')) => self.next_session().map(Message::Session),
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
        self.saving = None;
        self.said = Some(printed.file.clone().map_or(Said::Sent, Said::Saved));
        let saved_in = printed.file.as_deref().and_then(Path::parent).map(Path::to_owned);
        let remember = saved_in.map(|folder| Effect::Prefer(Preference::SavedIn(folder)));
        std::iter::once(Effect::Focus(row_id(&self.request.paper).into())).chain(remember).collect()
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let Op::Print(_) = op else { return None };
        self.busy = false;
        if why.code == "cancelled" {
            self.said = Some(Said::Cancelled);
            return Some(Vec::new());
        }
        // Where it was to be saved stays as it was typed, to be put right.
        if let Some(saving) = &mut self.saving {
            saving.wrong = Some(format!("{} {}", why.happened, why.remedy));
            return Some(vec![Effect::Focus("path".into())]);
        }
        self.said = Some(Said::Refused(why.clone()));
        Some(Vec::new())
    }

    fn unanswered(&mut self, query: &Query, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let Query::Preview(request, _) = query else { return None };
        if *request == self.request {
            self.preview = None;
            self.said = Some(Said::Refused(why.clone()));
        }
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
            () if !self.find.is_empty() => Some(Message::List(ListMessage::Find(String::new()))),
            () => None,
        }
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl Print {
    /// A form can be saved as a workbook, letters and labels cannot.
    pub(super) fn has_workbook(&self) -> bool {
        match &self.request.paper {
            PaperId::Form(_) => !self.is_labels() && !self.is_health_file() && !self.is_work_report(),
            PaperId::Letter(_) => false,
            PaperId::Issued(_) => self.preview.as_ref().is_some_and(|preview| preview.facts.workbook),
        }
    }

    fn look(&self) -> Effect {
        Effect::Load(Query::Preview(self.request.clone(), self.page))
    }

    /// Another request, looked at from its first page; what was said of the last one is over.
    pub(super) fn again(&mut self, change: impl FnOnce(&mut PrintRequest)) -> Effect {
        change(&mut self.request);
        self.request.missing = MissingGlyph::Stop;
        self.page = 0;
        self.reach = None;
        self.said = None;
        self.saving = None;
        self.look()
    }

    fn show(&mut self, paper: PaperId) -> Vec<Effect> {
        self.choosing = false;
        self.preview = None;
        let focus = Effect::Focus(row_id(&paper).into());
        self.request.paper = paper;
        self.letter = LetterForm::default();
        self.request.letter = LetterChoice::default();
        self.request.days = None;
        self.request.picture = PictureChoice::default();
        self.scope_that_fits();
        vec![self.again(|_| {}), focus]
    }

    /// What is not printed group by group is for the school; what cannot be blank is as recorded.
    fn scope_that_fits(&mut self) {
        let listing = self.listing();
        let fits = match self.request.scope {
            PrintScope::School => true,
            PrintScope::Group(Group::Class(_)) => listing.is_none_or(|listing| listing.by.is_of_class()),
            PrintScope::Group(_) => listing.is_none_or(|listing| listing.by.is_of_group()),
            PrintScope::FreeGroup(id) => self.offers(id),
            PrintScope::Person(_) => self.is_health_file(),
        };
        let can_be_blank = listing.is_none_or(|listing| listing.can_be_blank);
        if !fits {
            self.request.scope = PrintScope::School;
            self.request.session = Session::Morning;
        }
        // A sheet for everybody of the school is asked for on purpose: it takes a while.
        if self.is_health_file()
            && self.request.scope == PrintScope::School
            && self.request.filling != Filling::Blank
        {
            let first = self.papers.as_ref().and_then(|papers| papers.classes.first());
            self.request.scope =
                first.map_or(PrintScope::School, |(class, _)| PrintScope::Group(Group::Class(*class)));
        }
        if !can_be_blank {
            self.request.filling = Filling::Recorded;
        }
        let of_room = matches!(self.request.scope, PrintScope::Group(Group::Dormitory(_)));
        if !of_room && !self.sessions().contains(&self.request.session) {
            self.request.session = Session::Morning;
        }
    }

    /// The sessions that can be chosen; none where there is no choice.
    pub(super) fn sessions(&self) -> &[Session] {
        let of_sessions = self.listing().is_some_and(|listing| listing.by_session);
        let sessions = self.papers.as_ref().map_or(&[][..], |papers| papers.sessions.as_slice());
        if of_sessions && sessions.len() > 1 { sessions } else { &[] }
    }

    fn next_session(&self) -> Option<Session> {
        let sessions = self.sessions();
        let at = sessions.iter().position(|session| *session == self.request.session)?;
        sessions.get((at + 1) % sessions.len()).copied()
    }

    /// The report of the same day as it would be issued now; it names the one that it corrects.
    fn correct(&mut self) -> Vec<Effect> {
        let Some(date) = self.shown_as_issued().map(|line| line.date) else { return Vec::new() };
        self.date = date.to_string();
        self.request.date = date;
        let mut effects = vec![Effect::Load(Query::Papers(date))];
        effects.extend(self.show(PaperId::Form("school-day".to_owned())));
        effects
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let choices = self.choices();
        let at = choices.iter().position(|paper| *paper == self.request.paper);
        let next = at.map_or(0, |at| at.saturating_add_signed(step as isize));
        match choices.get(next.min(choices.len().saturating_sub(1))) {
            Some(paper) if *paper != self.request.paper => self.show(paper.clone()),
            Some(paper) => vec![Effect::Focus(row_id(paper).into())],
            None => Vec::new(),
        }
    }

    fn day(&mut self, typed: String) -> Vec<Effect> {
        self.date = typed;
        match date_field::day(&self.date) {
            Some(date) if date != self.request.date => {
                let look = self.again(|request| {
                    request.date = date;
                    // Another day is another period.
                    request.days = None;
                });
                vec![Effect::Load(Query::Papers(date)), look]
            }
            _ => Vec::new(),
        }
    }

    /// Into a file or onto paper.
    fn out(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Save(kind) if self.ready() => {
                let folder = context.saved_in.clone().unwrap_or_else(|| context.shell.save_folder.clone());
                let path = folder.join(self.file_name(kind)).display().to_string();
                self.saving = Some(Saving { kind, path, wrong: None });
                vec![Effect::Focus("path".into())]
            }
            Message::Send if self.ready() => {
                self.saving = None;
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
        let Some(saving) = &mut self.saving else { return Vec::new() };
        saving.wrong = None;
        let kind = saving.kind;
        if path.extension().is_none_or(|ending| !ending.eq_ignore_ascii_case(kind.ending())) {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            path.set_file_name(format!("{name}.{}", kind.ending()));
        }
        self.begin();
        let request = self.request.clone();
        vec![Effect::Run(Op::Print(match kind {
            FileKind::Pdf => PrintOp::SavePdf { request, path },
            FileKind::Xlsx => PrintOp::SaveXlsx { request, path },
        }))]
    }

    fn begin(&mut self) {
        self.busy = true;
        self.said = None;
    }
}
