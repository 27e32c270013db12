//! What the form asks for.

use iced::advanced::widget::Id;

use super::class_choice::{self, Meant};
use super::form::Form;
use super::health_form::HealthForm;
use super::place::Place;
use super::{HealthMessage, HealthPlace, Message, PersonForm, Tab};
use crate::domain::health_note::HealthKind;
use crate::domain::resident_id;
use crate::gui::context::Context;
use crate::gui::dialog::Dialog;
use crate::gui::effect::Effect;
use crate::gui::keymap::{self, Area, Command};
use crate::gui::route::Route;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::widget::date_field::day;
use crate::i18n::Explanation;
use crate::ops::roster::{NumberQuestion, RosterFilter, RosterOp, RosterPage};
use crate::ops::{Answer, Op, Query};

impl Screen for PersonForm {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        // Only the classes are wanted: nobody is called like that.
        let filter = RosterFilter { find: "\u{0}".to_owned(), ..RosterFilter::default() };
        let classes = Query::Roster(self.today, RosterPage { filter, page: 0, staff: true });
        let person = self.id.map(|id| [Query::Person(id), Query::PersonFile(id, self.pages.asked())]);
        let same = self.number_question().map(Query::SameNumbers);
        std::iter::once(classes).chain(person.into_iter().flatten()).chain(same).collect()
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        match answer {
            Answer::Roster(roster) => {
                let first = self.classes.is_empty() && self.id.is_none() && self.form == self.before;
                self.classes = roster.classes;
                if let Some(class) = self.classes.iter().find(|class| Some(class.id) == self.of_class.take())
                {
                    self.form.class.clone_from(&class.short);
                    self.before.class.clone_from(&class.short);
                }
                if first { vec![Effect::Focus(Place::Name.id().into())] } else { Vec::new() }
            }
            Answer::Person(view) => {
                let first = self.view.is_none();
                self.kind = view.person.kind;
                if first || self.stored || self.form == self.before {
                    self.form = Form::of(&view, self.today);
                    self.before = self.form.clone();
                    self.stored = false;
                }
                self.view = Some(*view);
                if !first {
                    return Vec::new();
                }
                // Who shares a number is said on the page of each of them.
                let mut effects = self.ask_same();
                effects.push(Effect::Focus(Place::Name.id().into()));
                effects
            }
            Answer::SameNumbers(same) => {
                self.same = same;
                Vec::new()
            }
            Answer::PersonFile(file) => {
                if self.file.is_none() || self.health_stored || self.health == self.health_before {
                    self.health = HealthForm::of(&file, self.today);
                    self.health_before = self.health.clone();
                    self.health_stored = false;
                }
                self.pages.keep_within(&file);
                self.file = Some(*file);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Typed(place, typed) => {
                let proposed = self.move_day();
                if let Some(text) = self.form.text(place) {
                    *text = typed;
                }
                if place == Place::IdNumber {
                    self.form.learn_from_id();
                }
                self.propose_again(place, proposed);
                if matches!(place, Place::IdNumber | Place::StudentNo) { self.ask_same() } else { Vec::new() }
            }
            Message::Sex(sex) => {
                self.form.sex = sex;
                Vec::new()
            }
            Message::LeftBehind(left_behind) => {
                self.form.left_behind = left_behind;
                Vec::new()
            }
            Message::Boarding(boarding) => {
                self.form.boarding = boarding;
                Vec::new()
            }
            Message::Class(place, step) => {
                let proposed = self.move_day();
                let typed = self.form.text(place).cloned().unwrap_or_default();
                let class = class_choice::step(&self.classes, &typed, self.today, step);
                if let (Some(class), Some(text)) = (class, self.form.text(place)) {
                    text.clone_from(&class.short);
                }
                self.propose_again(place, proposed);
                Vec::new()
            }
            Message::Next(place) => self.next(place),
            Message::Save if self.tab == Tab::Health => self.save_health(),
            Message::Save => self.save(),
            Message::Group(group, on) => self.set_group(group, on),
            Message::Move => self.move_class(),
            Message::SetGrade => self.set_grade(),
            Message::Leave => self.ask_leave(context),
            Message::ToPlace(place) => vec![Effect::Focus(place.id().into())],
            Message::Go(route) => vec![Effect::Go(route)],
            Message::Tab(tab) => {
                self.tab = tab;
                Vec::new()
            }
            Message::Turn(step) => {
                self.tab = self.tab.step(step);
                vec![Effect::Focus(self.first_field().into())]
            }
            Message::Page(list, step) => self.turn_page(list, step),
            Message::Health(message) => self.health(message),
            Message::Print => self.id.map(|id| Effect::Go(Route::HealthFile(id))).into_iter().collect(),
            Message::Back => vec![Effect::Back],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match keymap::find(Area::Person, press)? {
            Command::Save => Some(Message::Save),
            Command::PageUp => self.id.map(|_| Message::Turn(-1)),
            Command::PageDown => self.id.map(|_| Message::Turn(1)),
            Command::ShowWarned => super::view::doubted(self).map(Message::ToPlace),
            Command::Print if !self.is_staff() => self.id.map(|_| Message::Print),
            _ => None,
        }
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let asked = matches!(op, Op::Roster(RosterOp::AddPupil(_) | RosterOp::EditPerson(_)));
        // Who is there already is named above the form with the way there.
        (asked && why.code == "person_exists").then(|| {
            let mut effects = self.ask_same();
            self.exists = Some(why.clone());
            effects.push(Effect::Focus("open-other-0".into()));
            effects
        })
    }

    fn done(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
        self.finished(op, answer, context)
    }

    fn escape(&self) -> Option<Message> {
        Some(Message::Back)
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        let plain = |form: &Form| Form { class: String::new(), ..form.clone() };
        let (notes, check) = self.health.differs(&self.health_before);
        (notes || check || plain(&self.form) != plain(&self.before)).then(|| context.tr.person_unsaved())
    }

    fn untype(&mut self, focused: Option<&Id>) -> Option<Vec<Effect>> {
        self.take_back(focused)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        super::view::page(self, context)
    }
}

impl PersonForm {
    /// Whose numbers are looked for: those typed, else nobody's.
    fn number_question(&self) -> Option<NumberQuestion> {
        let cleaned = |typed: &String| Some(resident_id::clean(typed)).filter(|number| !number.is_empty());
        let (id_number, student_no) = (cleaned(&self.form.id_number), cleaned(&self.form.student_no));
        let any = id_number.is_some() || student_no.is_some();
        any.then_some(NumberQuestion { kind: self.kind, except: self.id, id_number, student_no })
    }

    pub(super) fn ask_same(&mut self) -> Vec<Effect> {
        self.exists = None;
        let asked = self.number_question().map(Query::SameNumbers);
        if asked.is_none() {
            self.same = Vec::new();
        }
        asked.map(Effect::Load).into_iter().collect()
    }

    /// Where typing begins in the part shown; where nothing is typed, the parts themselves.
    fn first_field(&self) -> String {
        match self.tab {
            Tab::Details => Place::Name.id().to_owned(),
            Tab::Health => HealthPlace::Note(HealthKind::Condition).id(),
            Tab::Checks | Tab::Care | Tab::Papers | Tab::Changes => "person-tabs".to_owned(),
        }
    }

    fn health(&mut self, message: HealthMessage) -> Vec<Effect> {
        let HealthMessage::Next(place) = message else {
            self.health.take(message);
            return Vec::new();
        };
        let last = self.is_staff() && place == HealthPlace::NotesFrom;
        let next = if last { None } else { self.health.after(place) };
        next.map_or_else(|| self.save_health(), |next| vec![Effect::Focus(next.id().into())])
    }

    fn save_health(&self) -> Vec<Effect> {
        let Some(file) = &self.file else { return Vec::new() };
        match self.health.op(&self.health_before, file, self.today) {
            Ok(op) => op.map(|op| Effect::Run(Op::Health(op))).into_iter().collect(),
            Err(place) => vec![Effect::Focus(place.id().into())],
        }
    }

    /// Enter in a field.
    fn next(&mut self, place: Place) -> Vec<Effect> {
        match place {
            Place::MoveClass => return vec![Effect::Focus(Place::MoveFrom.id().into())],
            Place::MoveFrom if self.id.is_some() => return self.move_class(),
            Place::Grade => return self.set_grade(),
            Place::LeaveOn => return vec![Effect::Focus("leave".into())],
            _ => {}
        }
        if place == Place::Class
            && let Meant::One(class) = class_choice::meant(&self.classes, &self.form.class, self.today)
        {
            self.form.class.clone_from(&class.short);
        }
        let order = self.order();
        let at = order.iter().position(|other| *other == place);
        match at.and_then(|at| order.get(at + 1)) {
            Some(next) => vec![Effect::Focus(next.id().into())],
            None => self.save(),
        }
    }

    fn move_class(&mut self) -> Vec<Effect> {
        let Some(person) = self.id else { return Vec::new() };
        if self.is_staff() {
            let Some(from) = day(&self.form.move_from) else {
                return vec![Effect::Focus(Place::MoveFrom.id().into())];
            };
            return vec![Effect::Run(Op::Roster(RosterOp::Rejoin { person, from }))];
        }
        let class = class_choice::meant(&self.classes, &self.form.move_class, self.today);
        match (class, day(&self.form.move_from)) {
            (Meant::One(class), Some(from)) => {
                let class = class.id;
                vec![Effect::Run(Op::Roster(RosterOp::MoveClass { person, class, from }))]
            }
            (Meant::One(_), None) => vec![Effect::Focus(Place::MoveFrom.id().into())],
            _ => vec![Effect::Focus(Place::MoveClass.id().into())],
        }
    }

    fn ask_leave(&self, context: &Context) -> Vec<Effect> {
        let tr = &context.tr;
        let (Some(person), Some(on)) = (self.id, day(&self.form.leave_on)) else {
            return vec![Effect::Focus(Place::LeaveOn.id().into())];
        };
        vec![Effect::Ask(Dialog::Confirm {
            title: tr.person_leave_title(&self.before.name),
            text: tr.person_leave_text(&tr.day(on)),
            action: tr.person_leave(),
            op: Box::new(Op::Roster(RosterOp::Leave { person, on })),
        })]
    }
}
