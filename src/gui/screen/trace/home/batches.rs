//! 批次: which grades and classes come back on which day, with the people of each in figures.

use std::collections::BTreeSet;

use iced::Length::{Fill, Shrink};
use iced::keyboard::Key;
use iced::keyboard::key::Named;
use iced::widget::{Column, Row, column, container, row};

use super::frame;
use crate::domain::class_label::grade_name;
use crate::domain::home::BatchBody;
use crate::domain::id::{BatchId, ClassId};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::theme::{Ink, size};
use crate::gui::widget::{KeyHint, button, date_field, empty_state, field, panel, row_button, text, toggle};
use crate::i18n::{Explanation, Language};
use crate::ops::home::{BatchDraft, BatchLine, BatchesView, HomeAnswer, HomeOp, HomeQuery};
use crate::ops::{Answer, Op, Query};

/// The part.
#[derive(Debug, Default)]
pub struct BatchesPart {
    data: Option<BatchesView>,
    chosen: Option<BatchId>,
    form: Option<Form>,
}

/// A batch as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Form {
    id: Option<BatchId>,
    name: String,
    day: String,
    note: String,
    grades: BTreeSet<u8>,
    classes: BTreeSet<ClassId>,
    staff: bool,
    /// The field that is wrong, and why.
    wrong: Option<(Place, String)>,
}

/// A field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// 名称
    Name,
    /// 返校日期
    Day,
    /// 备注
    Note,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Another row.
    Choose(BatchId),
    /// Up or down among the rows.
    Move(i32),
    /// Begins a new one.
    New,
    /// Changes the chosen one.
    Edit,
    /// Typed into a field.
    Typed(Place, String),
    /// A whole grade.
    Grade(u8),
    /// A class.
    Class(ClassId),
    /// The staff.
    Staff,
    /// Writes it.
    Save,
    /// Closes the form.
    Cancel,
    /// Removes the chosen one.
    Remove,
}

impl Form {
    fn of(line: &BatchLine) -> Self {
        Self {
            id: Some(line.id),
            name: line.body.name.clone(),
            day: line.day.to_string(),
            note: line.body.note.clone().unwrap_or_default(),
            grades: line.body.grades.clone(),
            classes: line.body.classes.clone(),
            staff: line.body.staff,
            wrong: None,
        }
    }

    fn op(&self) -> Option<HomeOp> {
        let day = date_field::day(&self.day)?;
        let body = BatchBody {
            name: self.name.clone(),
            grades: self.grades.clone(),
            classes: self.classes.clone(),
            staff: self.staff,
            note: Some(self.note.clone()),
        };
        Some(HomeOp::PutBatch(self.id, BatchDraft { day, body }))
    }
}

/// In, or out again.
fn flip<T: Ord>(set: &mut BTreeSet<T>, value: T) {
    if !set.remove(&value) {
        let _ = set.insert(value);
    }
}

/// Name of a row, for the focus.
fn row_id(id: BatchId) -> String {
    format!("batch-{id}")
}

impl BatchesPart {
    fn line(&self) -> Option<&BatchLine> {
        let chosen = self.chosen?;
        self.data.as_ref()?.batches.iter().find(|line| line.id == chosen)
    }

    fn focus_row(&self) -> Vec<Effect> {
        self.chosen.map(|id| Effect::Focus(row_id(id).into())).into_iter().collect()
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let Some(data) = &self.data else { return Vec::new() };
        let at = data.batches.iter().position(|line| Some(line.id) == self.chosen).unwrap_or(0);
        let next = at.saturating_add_signed(step as isize).min(data.batches.len().saturating_sub(1));
        self.chosen = data.batches.get(next).map(|line| line.id);
        self.focus_row()
    }

    fn open(&mut self, form: Form) -> Vec<Effect> {
        self.form = Some(form);
        vec![Effect::Focus("batch-name".into())]
    }

    fn save(&mut self, context: &Context) -> Vec<Effect> {
        let Some(form) = &mut self.form else { return Vec::new() };
        if let Some(op) = form.op() {
            return vec![Effect::Run(Op::Home(op))];
        }
        let empty = form.day.trim().is_empty();
        let words = if empty { context.tr.home_batch_day_wrong() } else { context.tr.person_no_such_day() };
        form.wrong = Some((Place::Day, words));
        vec![Effect::Focus("batch-day".into())]
    }
}

impl Screen for BatchesPart {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::Home(HomeQuery::Batches)]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Home(answer) = answer else { return Vec::new() };
        let HomeAnswer::Batches(view) = *answer else { return Vec::new() };
        let first = self.data.is_none();
        self.data = Some(view);
        if self.line().is_none() {
            self.chosen = self.data.as_ref().and_then(|data| data.batches.first()).map(|line| line.id);
        }
        if first { self.focus_row() } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match (message, &mut self.form) {
            (Message::Choose(id), _) => {
                self.chosen = Some(id);
                self.focus_row()
            }
            (Message::Move(step), _) => self.step(step),
            (Message::New, _) => self.open(Form::default()),
            (Message::Edit, _) => match self.line().map(Form::of) {
                Some(form) => self.open(form),
                None => Vec::new(),
            },
            (Message::Typed(place, text), Some(form)) => {
                form.wrong = None;
                match place {
                    Place::Name => form.name = text,
                    Place::Day => form.day = text,
                    Place::Note => form.note = text,
                }
                Vec::new()
            }
            (Message::Grade(grade), Some(form)) => {
                flip(&mut form.grades, grade);
                Vec::new()
            }
            (Message::Class(class), Some(form)) => {
                flip(&mut form.classes, class);
                Vec::new()
            }
            (Message::Staff, Some(form)) => {
                form.staff = !form.staff;
                Vec::new()
            }
            (Message::Save, _) => self.save(context),
            (Message::Cancel, _) => {
                self.form = None;
                self.focus_row()
            }
            (Message::Remove, _) => {
                let op = self.chosen.map(HomeOp::RemoveBatch);
                op.map(|op| Effect::Run(Op::Home(op))).into_iter().collect()
            }
            (Message::Typed(..) | Message::Grade(_) | Message::Class(_) | Message::Staff, None) => Vec::new(),
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        match press.key {
            Key::Named(Named::Enter) if press.modifiers.command() => {
                return self.form.is_some().then_some(Message::Save);
            }
            _ if press.ctrl() == Some('n') => return Some(Message::New),
            _ if press.in_field || self.form.is_some() => return None,
            _ => {}
        }
        match press.key {
            Key::Named(Named::ArrowDown) => Some(Message::Move(1)),
            Key::Named(Named::ArrowUp) => Some(Message::Move(-1)),
            Key::Named(Named::Enter) => self.line().map(|_| Message::Edit),
            Key::Named(Named::Delete) => self.line().map(|_| Message::Remove),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, _answer: &Answer, _context: &Context) -> Vec<Effect> {
        if matches!(op, Op::Home(HomeOp::PutBatch(..))) {
            self.form = None;
            return self.focus_row();
        }
        Vec::new()
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let form = self.form.as_mut().filter(|_| matches!(op, Op::Home(HomeOp::PutBatch(..))))?;
        form.wrong = Some((Place::Name, why.happened.clone()));
        Some(vec![Effect::Focus("batch-name".into())])
    }

    fn escape(&self) -> Option<Message> {
        self.form.as_ref().map(|_| Message::Cancel)
    }

    fn is_form(&self, _typing: bool) -> bool {
        self.form.is_some()
    }

    fn unsaved(&self, context: &Context) -> Option<String> {
        let form = self.form.as_ref()?;
        let before = form.id.and_then(|_| self.line()).map(Form::of).unwrap_or_default();
        (Form { wrong: None, ..form.clone() } != before).then(|| context.tr.home_unsaved())
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        let tr = &context.tr;
        let new = button(tr.home_batch_new()).key("Ctrl+N").id("new-batch").on_press(Message::New);
        let header = frame::header(context).right(new);
        let Some(data) = &self.data else { return Page::reading(header, context) };
        let detail = match &self.form {
            Some(form) => Some(typed(form, data, context)),
            None => self.line().map(|line| figures(line, context)),
        };
        let list = list(self, data, context);
        let mut keys = vec![
            KeyHint::new("↑↓", tr.home_key_move()),
            KeyHint::new("Enter", tr.home_batch_edit()),
            KeyHint::new("Del", tr.home_batch_remove()),
        ];
        if data.batches.is_empty() {
            keys.clear();
        }
        keys.push(KeyHint::new("Ctrl+N", tr.home_batch_new()));
        Page { header, body: frame::side_by_side(list, detail, context), keys }
    }
}

fn list<'a>(part: &'a BatchesPart, data: &'a BatchesView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    if data.batches.is_empty() {
        let none = tr.home_no_batches_remedy();
        return panel(empty_state(none, None::<Element<'a, Message>>)).into();
    }
    let last = data.batches.len() - 1;
    let rows = data.batches.iter().enumerate().map(|(at, line)| {
        let counts =
            [tr.home_people(line.people), tr.home_approved(line.approved), tr.home_undecided(line.open)];
        let words = column![
            text(tr.home_batch_of(&line.body.name, &tr.day(line.day))).bold(),
            text(counts.join(&tr.ops_list_mark())).small().ink(Ink::Text2)
        ];
        row_button(row_id(line.id), words.width(Fill), Message::Choose(line.id))
            .chosen(part.chosen == Some(line.id))
            .last(at == last)
            .height(Shrink)
            .padding([6.0, size::INSIDE])
            .into()
    });
    let mark = tr.ops_list_mark();
    let without = (!data.without.is_empty()).then(|| tr.home_without_batch(&data.without.join(&mark)));
    let doubled = (!data.doubled.is_empty()).then(|| tr.home_doubled(&data.doubled.join(&mark)));
    column![panel(Column::with_children(rows).width(Fill))]
        .push(without.map(|words| text(words).small().ink(Ink::Warn)))
        .push(doubled.map(|words| text(words).small().ink(Ink::Warn)))
        .spacing(context.breadth().gap())
        .into()
}

/// The groups of the chosen one.
fn figures<'a>(line: &'a BatchLine, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let counts = |[people, approved, refused, open, unrecorded]: [usize; 5]| {
        let words = [
            tr.home_people(people),
            tr.home_approved(approved),
            tr.home_refused(refused),
            tr.home_undecided(open),
            tr.home_unrecorded(unrecorded),
        ];
        text(words.join(&tr.ops_list_mark())).ink(Ink::Text2)
    };
    let all = [line.people, line.approved, line.refused, line.open, line.unrecorded];
    let mut parts: Vec<Element<'a, Message>> = vec![counts(all).into()];
    parts.extend(line.body.note.as_ref().map(|note| text(note.as_str()).into()));
    parts.extend(line.groups.iter().map(|it| {
        let figures = counts([it.people, it.approved, it.refused, it.open, it.unrecorded]).small();
        column![text(it.class.as_str()).bold(), figures].into()
    }));
    let remove =
        button(tr.home_batch_remove()).danger().key("Del").id("remove-batch").on_press(Message::Remove);
    let edit = button(tr.home_batch_edit()).key("Enter").id("edit-batch").on_press(Message::Edit);
    parts.push(row![remove, edit].spacing(size::GAP).wrap().vertical_spacing(size::GAP).into());
    frame::sheet(tr.home_batch_of(&line.body.name, &tr.day(line.day)), parts)
}

fn typed<'a>(form: &'a Form, data: &'a BatchesView, context: &'a Context) -> Element<'a, Message> {
    let tr = &context.tr;
    let typed = |place| move |words| Message::Typed(place, words);
    let wrong = |place| form.wrong.as_ref().filter(|(at, _)| *at == place).map(|(_, words)| words.clone());
    let grades: BTreeSet<u8> = data.classes.iter().filter_map(|(_, _, grade)| *grade).collect();
    let grades = grades.into_iter().map(|grade| {
        let on = form.grades.contains(&grade);
        toggle(format!("grade-{grade}"), grade_word(grade, context), "", on, Message::Grade(grade))
    });
    let classes = data.classes.iter().map(|(id, name, grade)| {
        let whole = grade.is_some_and(|grade| form.grades.contains(&grade));
        let on = whole || form.classes.contains(id);
        toggle(format!("class-{id}"), name.as_str(), "", on, Message::Class(*id))
    });
    let wrap = |parts: Row<'a, Message, crate::gui::Theme, iced::Renderer>| -> Element<'a, Message> {
        parts.spacing(6).wrap().vertical_spacing(6).into()
    };
    let day = date_field(
        "batch-day",
        tr.home_batch_day(),
        &form.day,
        tr.date_hint(),
        wrong(Place::Day),
        typed(Place::Day),
    );
    let staff = toggle("batch-staff", tr.ops_staff(), "", form.staff, Message::Staff);
    let name = field("batch-name", tr.home_batch_name(), &form.name, typed(Place::Name));
    let name: Element<'a, Message> = name.error(wrong(Place::Name)).into();
    let close = button(tr.dialog_cancel()).key("Esc").id("batch-cancel").on_press(Message::Cancel);
    let save =
        button(tr.home_batch_save()).primary().key("Ctrl+Enter").id("batch-save").on_press(Message::Save);
    let answers = row![close, save].spacing(size::GAP).wrap().vertical_spacing(size::GAP);
    let parts: Vec<Element<'a, Message>> = vec![
        name,
        day,
        frame::hint(tr.home_batch_grades()),
        wrap(Row::with_children(grades)),
        frame::hint(tr.home_batch_classes()),
        wrap(Row::with_children(classes).push(staff)),
        container(Element::from(field("batch-note", tr.return_note(), &form.note, typed(Place::Note))))
            .into(),
        answers.into(),
    ];
    let title = if form.id.is_some() { tr.home_batch_edit() } else { tr.home_batch_new() };
    frame::sheet(title, parts)
}

/// 三年级, Grade 3.
fn grade_word(grade: u8, context: &Context) -> String {
    let chinese = context.tr.language() == Language::Chinese;
    context.tr.alert_grade(&if chinese { grade_name(grade) } else { grade.to_string() })
}
