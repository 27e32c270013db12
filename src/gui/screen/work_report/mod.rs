//! 工作汇报: the report of a period, paragraph by paragraph, with the figures that open into their rows.

#[cfg(test)]
mod tests;
mod view;

use chrono::NaiveDate;
use iced::keyboard::Key;
use iced::keyboard::key::Named;

use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::route::Route;
use crate::gui::screen::trace::{Tab, TracePlace};
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::widget::date_field;
use crate::i18n::Explanation;
use crate::ops::work_report::{FigureSource, WORK_REPORT, WorkParagraph, WorkReportOp, WorkReportView};
use crate::ops::{Answer, Op, Query};

/// Name of the field for a paragraph's words.
const WORDS: &str = "words";

/// The report of a period.
#[derive(Debug)]
pub struct WorkReport {
    data: Option<WorkReportView>,
    from: NaiveDate,
    to: NaiveDate,
    /// As typed; the period keeps the last whole dates.
    typed: [String; 2],
    /// The paragraph that keys mean.
    chosen: usize,
    /// Its words as typed, while it is edited.
    words: Option<String>,
    wrong: Option<Explanation>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Message {
    /// Typed as the first day.
    From(String),
    /// Typed as the last day.
    To(String),
    /// Another paragraph.
    Choose(usize),
    /// Up or down among the paragraphs.
    Move(i32),
    /// Edit the chosen paragraph.
    Edit,
    /// Typed into its words.
    Words(String),
    /// Keep the words.
    Save,
    /// The template's words again.
    Restore,
    /// Leave what was typed.
    Cancel,
    /// The rows behind a figure.
    Open(FigureSource),
    /// How it looks on paper, and onto paper.
    Print,
    /// Back to 打印.
    Back,
}

impl WorkReport {
    /// The report of this school year's days until today, until another period is typed.
    pub fn new(today: NaiveDate) -> Self {
        use chrono::Datelike;
        let month = today.with_day(1).unwrap_or(today);
        Self {
            data: None,
            from: month,
            to: today,
            typed: [month.to_string(), today.to_string()],
            chosen: 0,
            words: None,
            wrong: None,
        }
    }

    fn paragraphs(&self) -> impl Iterator<Item = &WorkParagraph> {
        self.data.iter().flat_map(|data| &data.sections).flat_map(|section| &section.paragraphs)
    }

    fn paragraph(&self) -> Option<&WorkParagraph> {
        self.paragraphs().nth(self.chosen)
    }

    fn load(&self) -> Effect {
        Effect::Load(Query::WorkReport(self.from, self.to))
    }

    fn period(&mut self) -> Vec<Effect> {
        let [from, to] = &self.typed;
        let (Some(from), Some(to)) = (date_field::day(from), date_field::day(to)) else { return Vec::new() };
        if to < from || (from, to) == (self.from, self.to) {
            return Vec::new();
        }
        (self.from, self.to) = (from, to);
        self.words = None;
        vec![self.load()]
    }

    fn focus_row(&self) -> Vec<Effect> {
        self.paragraph().map(|paragraph| Effect::Focus(row_id(&paragraph.id).into())).into_iter().collect()
    }

    fn write(&self, text: Option<String>) -> Vec<Effect> {
        let Some(paragraph) = self.paragraph() else { return Vec::new() };
        let op = WorkReportOp { from: self.from, to: self.to, paragraph: paragraph.id.clone(), text };
        vec![Effect::Run(Op::WorkReport(op))]
    }

    fn open(&self, source: FigureSource) -> Route {
        let tab = |tab| Route::Trace(TracePlace { tab, person: None });
        match source {
            FigureSource::Roster => Route::roster(),
            FigureSource::Sheets => Route::Today(self.to, None),
            FigureSource::Absences => tab(Tab::Rates),
            FigureSource::Cases => tab(Tab::Cases),
            FigureSource::Events => tab(Tab::Events),
            FigureSource::Reports => tab(Tab::Log),
            FigureSource::Returns => tab(Tab::Returns),
            FigureSource::Plan => Route::Plan,
            FigureSource::Slips => Route::Slips(None),
        }
    }
}

/// Name of a paragraph's row, for the focus.
fn row_id(paragraph: &str) -> String {
    format!("paragraph-{paragraph}")
}

impl Screen for WorkReport {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![Query::WorkReport(self.from, self.to)]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::WorkReport(data) = answer else { return Vec::new() };
        let first = self.data.is_none();
        self.data = Some(*data);
        if first { self.focus_row() } else { Vec::new() }
    }

    fn update(&mut self, message: Message, _context: &Context) -> Vec<Effect> {
        match message {
            Message::From(typed) => {
                self.typed[0] = typed;
                self.period()
            }
            Message::To(typed) => {
                self.typed[1] = typed;
                self.period()
            }
            Message::Choose(at) if at == self.chosen && self.words.is_none() => {
                self.words = self.paragraph().map(|paragraph| paragraph.source.clone());
                vec![Effect::Focus(WORDS.into())]
            }
            Message::Choose(at) => {
                self.chosen = at;
                self.words = None;
                self.wrong = None;
                self.focus_row()
            }
            Message::Move(step) => {
                let last = self.paragraphs().count().saturating_sub(1);
                self.chosen = self.chosen.saturating_add_signed(step as isize).min(last);
                self.focus_row()
            }
            Message::Edit => {
                self.words = self.paragraph().map(|paragraph| paragraph.source.clone());
                vec![Effect::Focus(WORDS.into())]
            }
            Message::Words(typed) => {
                self.words = Some(typed);
                self.wrong = None;
                Vec::new()
            }
            Message::Save => self.words.clone().map(|words| self.write(Some(words))).unwrap_or_default(),
            Message::Restore => self.write(None),
            Message::Cancel => {
                self.words = None;
                self.wrong = None;
                self.focus_row()
            }
            Message::Open(source) => vec![Effect::Go(self.open(source))],
            Message::Print => {
                vec![Effect::Go(Route::PrintPeriod { form: WORK_REPORT, from: self.from, to: self.to })]
            }
            Message::Back => vec![Effect::Go(Route::Print(None))],
        }
    }

    fn key(&self, press: &KeyPress, _context: &Context) -> Option<Message> {
        if press.ctrl() == Some('p') {
            return Some(Message::Print);
        }
        match &press.key {
            Key::Named(Named::Enter) if self.words.is_some() => Some(Message::Save),
            Key::Named(Named::Enter) if !press.in_field => Some(Message::Edit),
            Key::Named(Named::ArrowDown) if self.words.is_none() => Some(Message::Move(1)),
            Key::Named(Named::ArrowUp) if self.words.is_none() => Some(Message::Move(-1)),
            Key::Named(Named::Delete) if !press.in_field => Some(Message::Restore),
            _ => None,
        }
    }

    fn done(&mut self, op: &Op, _answer: &Answer, _context: &Context) -> Vec<Effect> {
        if !matches!(op, Op::WorkReport(_)) {
            return Vec::new();
        }
        self.words = None;
        self.wrong = None;
        let mut effects = vec![self.load()];
        effects.extend(self.focus_row());
        effects
    }

    fn refused(&mut self, op: &Op, why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        let Op::WorkReport(_) = op else { return None };
        self.wrong = Some(why.clone());
        Some(vec![Effect::Focus(WORDS.into())])
    }

    fn escape(&self) -> Option<Message> {
        self.words.is_some().then_some(Message::Cancel)
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        view::page(self, context)
    }
}
