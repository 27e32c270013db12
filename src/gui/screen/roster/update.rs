//! What 名册 asks for.

use std::path::PathBuf;

use iced::keyboard::Key;
use iced::keyboard::key::Named;

use super::{ExportMessage, GroupMessage, MarkMessage, Message, Part, Roster, RosterPlace, part_id, row_id};
use crate::domain::id::PersonId;
use crate::domain::person::PersonKind;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::keymap::{self, Area, Command};
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::i18n::Explanation;
use crate::ops::print::PrintScope;
use crate::ops::roster::{RosterFilter, RosterOp, RosterOrder, RosterPage};
use crate::ops::{Answer, Op, Query};

impl Screen for Roster {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![self.query()]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Roster(data) = answer else { return Vec::new() };
        // While somebody types, an answer to fewer letters is late.
        if data.asked.filter != self.asked.filter || data.asked.staff != self.asked.staff {
            return Vec::new();
        }
        let first = self.data.is_none();
        self.asked.page = data.asked.page;
        self.data = Some(*data);
        if self.grade.is_none() {
            self.grade = self.class().map(|class| class.grade.map(|it| it.to_string()).unwrap_or_default());
        }
        let came_back = self.position().is_some();
        if !came_back {
            self.selected = self.people().first().copied();
        }
        let start = match self.selected.filter(|_| came_back) {
            Some(person) => row_id(person).into(),
            None if self.is_empty() => "import".into(),
            None => "find".into(),
        };
        match self.added.take().and_then(|group| self.place_of_added(group)) {
            Some(place) => vec![Effect::Focus(place.into())],
            None if first => vec![Effect::Focus(start)],
            None => Vec::new(),
        }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Show(part) => self.show(part),
            Message::Class(step) => self.neighbour(step),
            Message::Find(typed) => {
                // The search goes over the whole school.
                let filter =
                    RosterFilter { class: None, group: None, find: typed, ..self.asked.filter.clone() };
                self.ask(RosterPage { filter, page: 0, staff: self.asked.staff })
            }
            Message::ToFind => vec![Effect::Focus("find".into())],
            Message::Move(step, in_field) => self.step(step, in_field),
            Message::Page(step) => self.turn(step),
            Message::Open(person) => self.open(person),
            Message::OpenSelected if self.marking.is_some() => {
                self.selected.map(|person| self.mark(MarkMessage::One(person))).unwrap_or_default()
            }
            Message::OpenSelected => self.selected.map(|person| self.open(person)).unwrap_or_default(),
            Message::Import => vec![Effect::Go(Route::Import(std::path::PathBuf::new()))],
            Message::Print => vec![Effect::Go(Route::PrintNames(self.print_scope()))],
            Message::Promote => vec![Effect::Go(Route::Promotion)],
            Message::Teacher(typed) => {
                self.teacher = Some(typed);
                Vec::new()
            }
            Message::SaveTeacher if self.class().is_none() => self.save_group(),
            Message::SaveTeacher => self.save_teacher(),
            Message::Kind(message) => self.kind(message),
            Message::Group(GroupMessage::Bus(bus)) => {
                self.bus = bus;
                self.meal &= !bus;
                Vec::new()
            }
            Message::Group(GroupMessage::Meal(meal)) => {
                self.meal = meal;
                self.bus &= !meal;
                Vec::new()
            }
            Message::Group(GroupMessage::Close) => self.ask_close(context),
            Message::Export(message) => self.export(message, context),
            Message::ByPinyin(on) => {
                let order = if on { RosterOrder::Pinyin } else { RosterOrder::Seat };
                vec![Effect::Run(Op::Roster(RosterOp::SetOrder(order)))]
            }
            Message::New(PersonKind::Pupil) => vec![Effect::Go(Route::NewPupil(self.asked.filter.class))],
            Message::New(PersonKind::Staff) => vec![Effect::Go(Route::NewStaff)],
            Message::Mark(message) => self.mark(message),
            Message::Escape if self.asks_where() => self.export(ExportMessage::Close, context),
            Message::Escape if self.marking.is_some() => self.mark(MarkMessage::Switch),
            Message::Escape if self.asked.filter.find.is_empty() => vec![Effect::Back],
            Message::Escape => {
                let mut follow = self.show(self.part());
                follow.push(Effect::Focus("find".into()));
                follow
            }
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if self.asks_where() {
            let enter = press.key == Key::Named(Named::Enter) && press.modifiers.is_empty();
            return enter.then_some(Message::Export(ExportMessage::Write));
        }
        match keymap::find(Area::Roster, press)? {
            Command::Find => Some(Message::ToFind),
            Command::Import => Some(Message::Import),
            Command::Promote => Some(Message::Promote),
            Command::Save => Some(Message::Export(ExportMessage::Ask)),
            Command::Print if self.part() != Part::Staff => Some(Message::Print),
            Command::New => Some(Message::New(PersonKind::Pupil)),
            Command::NewStaff => Some(Message::New(PersonKind::Staff)),
            Command::ClassAfter => Some(Message::Class(1)),
            Command::ClassBefore => Some(Message::Class(-1)),
            Command::Next => Some(Message::Move(1, press.in_field)),
            Command::Previous => Some(Message::Move(-1, press.in_field)),
            Command::PageDown => Some(Message::Page(1)),
            Command::PageUp => Some(Message::Page(-1)),
            Command::Open => Some(Message::OpenSelected),
            Command::Mark if self.can_mark() => Some(Message::Mark(MarkMessage::Switch)),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
        let tr = &context.tr;
        if let (Op::Roster(RosterOp::Export(file, ..)), Answer::RosterExported(written)) = (op, answer) {
            return self.exported(file, *written, context);
        }
        let words = match op {
            Op::Roster(RosterOp::SetClassKind { .. }) => {
                self.grade = None;
                return vec![Effect::Notify(tr.group_screen_saved())];
            }
            Op::Roster(RosterOp::Pupils(_)) => {
                self.marked_are_changed();
                return Vec::new();
            }
            Op::Roster(RosterOp::SetTeacher { .. }) => tr.roster_screen_teacher_saved(),
            Op::Roster(RosterOp::FreeGroup(op)) => {
                self.teacher = None;
                // What was done is said as the journal has it: how many pupils, and which group.
                return self.group_changed(op, answer);
            }
            _ => return Vec::new(),
        };
        self.teacher = None;
        vec![Effect::Notify(words)]
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let Op::Roster(RosterOp::Export(file, _, part)) = op else { return None };
        Some(self.not_exported(file, *part, why))
    }

    fn picked(&mut self, path: PathBuf, _context: &Context) -> Vec<Effect> {
        if self.asks_where() { self.write(path) } else { Vec::new() }
    }

    fn escape(&self) -> Option<Message> {
        Some(Message::Escape)
    }

    fn place(&self) -> Option<Route> {
        Some(Route::Roster(RosterPlace { asked: self.asked.clone(), person: self.selected }))
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl Roster {
    fn query(&self) -> Query {
        Query::Roster(self.date, self.asked.clone())
    }

    fn print_scope(&self) -> PrintScope {
        match self.part() {
            Part::Class(class) => PrintScope::of_class(Some(class)),
            Part::Group(group) => PrintScope::FreeGroup(group),
            Part::All | Part::Away | Part::Staff => PrintScope::School,
        }
    }

    fn ask(&mut self, page: RosterPage) -> Vec<Effect> {
        self.asked = page;
        vec![Effect::Load(self.query())]
    }

    pub(super) fn show(&mut self, part: Part) -> Vec<Effect> {
        let class = match part {
            Part::Class(class) => Some(class),
            Part::All | Part::Staff | Part::Away | Part::Group(_) => None,
        };
        let group = if let Part::Group(group) = part { Some(group) } else { None };
        let filter = RosterFilter { class, group, away: part == Part::Away, ..RosterFilter::default() };
        self.selected = None;
        self.teacher = None;
        self.grade = None;
        if matches!(part, Part::Away | Part::Staff) {
            self.marking = None;
        }
        self.ask(RosterPage { filter, page: 0, staff: part == Part::Staff })
    }

    fn save_teacher(&self) -> Vec<Effect> {
        let (Some(class), Some(typed)) = (self.class(), &self.teacher) else { return Vec::new() };
        let teacher = Some(typed.trim().to_owned()).filter(|name| !name.is_empty());
        if teacher == class.teacher {
            return Vec::new();
        }
        vec![Effect::Run(Op::Roster(RosterOp::SetTeacher { class: class.id, teacher }))]
    }

    /// The next part of the list of classes; the focus goes with it.
    fn neighbour(&mut self, step: i32) -> Vec<Effect> {
        let parts = self.parts();
        let at = parts.iter().position(|part| *part == self.part()).unwrap_or(0);
        let next = at.saturating_add_signed(step as isize).min(parts.len().saturating_sub(1));
        let Some(part) = parts.get(next).copied() else { return Vec::new() };
        let mut effects = self.show(part);
        // While pupils are marked the hand stays where ↑↓ and Enter mean them.
        let marks = self.marking.is_some();
        effects.push(Effect::Focus(if marks { "find".into() } else { part_id(part).into() }));
        effects
    }

    fn position(&self) -> Option<usize> {
        self.people().iter().position(|person| Some(*person) == self.selected)
    }

    fn step(&mut self, step: i32, in_field: bool) -> Vec<Effect> {
        let people = self.people();
        let last = people.len().saturating_sub(1);
        let next = self.position().map_or(0, |at| at.saturating_add_signed(step as isize).min(last));
        self.selected = people.get(next).copied();
        let row = self.selected.map(|person| row_id(person).into());
        row.map(|row| if in_field { Effect::Reveal(row) } else { Effect::Focus(row) }).into_iter().collect()
    }

    fn turn(&mut self, step: i32) -> Vec<Effect> {
        let pages = self.data.as_ref().map_or(1, |data| data.pages);
        let page = self.asked.page.saturating_add_signed(step as isize).min(pages.saturating_sub(1));
        if page == self.asked.page {
            return Vec::new();
        }
        self.selected = None;
        self.ask(RosterPage { page, ..self.asked.clone() })
    }

    fn open(&mut self, person: PersonId) -> Vec<Effect> {
        self.selected = Some(person);
        vec![Effect::Go(Route::Person(person))]
    }
}
