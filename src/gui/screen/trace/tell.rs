//! Writing down that something was reported: to whom, how, when.

use std::mem::Discriminant;

use chrono::{Datelike, Days, NaiveDateTime, NaiveTime};
use iced::Alignment;
use iced::Length::{Fill, Fixed};
use iced::widget::{Row, column, container, row};

use crate::domain::id::ReportEntryId;
use crate::domain::person_name::half_width;
use crate::domain::report_entry::{ReportSubject, ReportWay};
use crate::gui::Element;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::theme::{Breadth, Ink, size};
use crate::gui::typed::Typed;
use crate::gui::widget::{button, field, text, toggle};
use crate::i18n::Explanation;
use crate::ops::report_log::{LogLine, LogOp, NewReport, Told};

/// Name of the first field.
pub const FIRST: &str = "tell-person";
/// Name of the field of the office.
const UNIT: &str = "tell-unit";
/// Name of the field of the time.
const AT: &str = "tell-at";
/// Width of the labels.
const LABEL: f32 = 80.0;

/// What is typed of a report.
#[derive(Debug, Clone, PartialEq)]
pub struct TellForm {
    subject: ReportSubject,
    step: String,
    /// Name of the step, for the heading.
    name: String,
    unit: String,
    person: String,
    phone: String,
    way: ReportWay,
    at: String,
    content: String,
    answer: String,
    /// Whether it is a zero report; `None`: as the issued one says.
    nil: Option<bool>,
    /// The entry that is written anew.
    entry: Option<ReportEntryId>,
    /// The field that is wrong, and why.
    wrong: Option<(&'static str, String)>,
}

/// A change of it.
#[derive(Debug, Clone, PartialEq)]
pub enum TellEdit {
    /// 接报单位
    Unit(String),
    /// 接报人
    Person(String),
    /// 接报电话
    Phone(String),
    /// How.
    Way(ReportWay),
    /// When.
    At(String),
    /// What was said.
    Content(String),
    /// What was answered.
    Answer(String),
    /// Whether it was a zero report.
    Nil(bool),
}

/// A report as it is typed.
pub type Telling = Typed<TellForm, Discriminant<TellEdit>>;

impl TellForm {
    /// The report of a step, begun with whom one would tell.
    pub fn new(subject: ReportSubject, step: &str, name: &str, whom: &Told) -> Self {
        Self {
            subject,
            step: step.to_owned(),
            name: name.to_owned(),
            unit: whom.unit.clone(),
            person: whom.person.clone().unwrap_or_default(),
            phone: whom.phone.clone().unwrap_or_default(),
            way: whom.way,
            at: String::new(),
            content: String::new(),
            answer: String::new(),
            nil: None,
            entry: None,
            wrong: None,
        }
    }

    /// An entry as it stands, to be written anew.
    pub fn of(line: &LogLine) -> Self {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let whom = Told {
            unit: line.unit.clone(),
            person: line.person.clone(),
            phone: line.phone.clone(),
            way: line.way,
        };
        Self {
            at: line.at.format("%Y-%m-%d %H:%M").to_string(),
            content: text(&line.content),
            answer: text(&line.answer),
            nil: line.nil,
            entry: Some(line.key),
            ..Self::new(line.subject.clone(), &line.step, &line.what, &whom)
        }
    }

    /// What is to be done; `None` where the time cannot be read.
    pub fn log_op(&self, now: NaiveDateTime) -> Option<LogOp> {
        let report = Box::new(self.report(now)?);
        Some(match self.entry {
            Some(entry) => LogOp::Correct(entry, report),
            None => LogOp::Add(report),
        })
    }

    /// Takes a change.
    pub fn edit(&mut self, edit: TellEdit) {
        self.wrong = None;
        match edit {
            TellEdit::Unit(text) => self.unit = text,
            TellEdit::Person(text) => self.person = text,
            TellEdit::Phone(text) => self.phone = text,
            TellEdit::Way(way) => self.way = way,
            TellEdit::At(text) => self.at = text,
            TellEdit::Content(text) => self.content = text,
            TellEdit::Answer(text) => self.answer = text,
            TellEdit::Nil(nil) => self.nil = Some(nil).filter(|nil| self.nil != Some(*nil)),
        }
    }

    /// Says that the time cannot be read, at its field.
    pub fn refuse_time(&mut self, words: String) -> Vec<Effect> {
        self.refuse_at(AT, words)
    }

    /// Says why the book has refused it, at the field that it is about.
    pub fn refuse(&mut self, why: &Explanation) -> Vec<Effect> {
        let field = if why.code == "no_unit" { UNIT } else { AT };
        self.refuse_at(field, why.happened.clone())
    }

    fn refuse_at(&mut self, field: &'static str, words: String) -> Vec<Effect> {
        self.wrong = Some((field, words));
        vec![Effect::Focus(field.into())]
    }

    /// The report; `None` where the time cannot be read.
    pub fn report(&self, now: NaiveDateTime) -> Option<NewReport> {
        let at = if self.at.trim().is_empty() { None } else { Some(past(&self.at, now)?) };
        let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
        Some(NewReport {
            at,
            unit: self.unit.clone(),
            person: some(&self.person),
            phone: some(&self.phone),
            way: self.way,
            content: some(&self.content),
            answer: some(&self.answer),
            nil: self.nil,
            ..NewReport::about(self.subject.clone(), &self.step)
        })
    }
}

/// A moment that has come: 08:15, 0815, 11-23 08:15, 2026-11-23 08:15. An hour alone is the last time that it struck.
pub fn past(typed: &str, now: NaiveDateTime) -> Option<NaiveDateTime> {
    let text = half_width(typed).trim().replace(['T', '/'], " ").replace('.', ":");
    let (day, hour) = match text.rsplit_once(' ') {
        Some((day, hour)) => (Some(day.trim().to_owned()), hour.to_owned()),
        None => (None, text),
    };
    let hour = if hour.contains(':') { hour } else { format!("{}:{}", hour.get(..2)?, hour.get(2..)?) };
    let hour = NaiveTime::parse_from_str(&hour, "%H:%M").ok()?;
    if let Some(day) = day {
        let whole = if day.matches('-').count() == 1 { format!("{}-{day}", now.year()) } else { day };
        return Some(chrono::NaiveDate::parse_from_str(&whole, "%Y-%m-%d").ok()?.and_time(hour));
    }
    let today = now.date().and_time(hour);
    if today <= now { Some(today) } else { today.checked_sub_days(Days::new(1)) }
}

/// The form; `wrap` makes a change a message of the screen.
pub fn tell_form<'a, M: Clone + 'a>(
    form: &'a TellForm,
    context: &'a Context,
    wrap: fn(TellEdit) -> M,
    save: M,
    cancel: M,
) -> Element<'a, M> {
    let tr = &context.tr;
    let typed = |id: &'static str, value: &'a str, edit: fn(String) -> TellEdit| {
        let wrong = form.wrong.as_ref().filter(|(at, _)| *at == id).map(|(_, words)| words.clone());
        field(id, "", value, move |typed| wrap(edit(typed))).small().error(wrong)
    };
    let ways = ReportWay::ALL.map(|way| {
        let id = format!("way-{}", way.name());
        toggle(id, tr.report_way(way), "", form.way == way, wrap(TellEdit::Way(way)))
    });
    let ways = Row::with_children(ways).spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT);
    let at = typed(AT, &form.at, TellEdit::At).hint(tr.log_at_hint()).width(Fixed(190.0));
    let buttons = row![
        button(tr.log_cancel()).key("Esc").id("tell-cancel").on_press(cancel),
        button(tr.log_save()).primary().key("Ctrl+Enter").id("tell-save").on_press(save),
    ];
    let body = column![
        text(tr.log_new(&form.name)).bold(),
        labelled(tr.log_unit(), typed(UNIT, &form.unit, TellEdit::Unit).into(), context),
        labelled(tr.log_whom(), typed(FIRST, &form.person, TellEdit::Person).into(), context),
        labelled(tr.log_phone(), typed("tell-phone", &form.phone, TellEdit::Phone).into(), context),
        labelled(tr.log_way(), ways.into(), context),
        labelled(tr.log_at(), at.into(), context),
        nil_or_not(form, context, wrap),
        labelled(tr.log_content(), typed("tell-content", &form.content, TellEdit::Content).into(), context),
        labelled(tr.log_answer(), typed("tell-answer", &form.answer, TellEdit::Answer).into(), context),
        buttons.spacing(size::GAP).wrap().vertical_spacing(size::TIGHT),
    ];
    container(body.spacing(size::GAP)).padding([10.0, 14.0]).into()
}

/// 零报告 or 非零, of a daily report alone.
fn nil_or_not<'a, M: Clone + 'a>(
    form: &'a TellForm,
    context: &'a Context,
    wrap: fn(TellEdit) -> M,
) -> Element<'a, M> {
    let tr = &context.tr;
    if !matches!(form.subject, ReportSubject::Day(_)) {
        return column![].into();
    }
    let words = [(true, tr.log_nil()), (false, tr.log_not_nil())];
    let toggles = words.map(|(nil, word)| {
        toggle(format!("nil-{nil}"), word, "", form.nil == Some(nil), wrap(TellEdit::Nil(nil)))
    });
    let line = Row::with_children(toggles).spacing(size::TIGHT).wrap().vertical_spacing(size::TIGHT);
    labelled(tr.log_nil_label(), line.into(), context)
}

/// A part with its label before it, in a narrow window above it.
pub fn labelled<'a, M: 'a>(label: String, part: Element<'a, M>, context: &Context) -> Element<'a, M> {
    let label = text(label).small().ink(Ink::Text2);
    if context.breadth() == Breadth::Narrow {
        return column![label, part].spacing(2).into();
    }
    let line = row![container(label).width(LABEL).padding([4, 0]), container(part).width(Fill)];
    line.spacing(size::GAP).align_y(Alignment::Start).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_hour_alone_is_the_last_time_that_it_struck() {
        let now: NaiveDateTime = "2026-11-23T09:12:00".parse().unwrap();
        for (typed, wanted) in [
            ("08:15", "2026-11-23T08:15:00"),
            ("0815", "2026-11-23T08:15:00"),
            ("８：１５", "2026-11-23T08:15:00"),
            ("16:40", "2026-11-22T16:40:00"),
            ("11-20 16:40", "2026-11-20T16:40:00"),
            ("2026-11-20 1640", "2026-11-20T16:40:00"),
        ] {
            assert_eq!(past(typed, now), Some(wanted.parse().unwrap()), "{typed}");
        }
        for wrong in ["", "上午", "25:00", "9", "11-31 08:00"] {
            assert_eq!(past(wrong, now), None, "{wrong}");
        }
    }
}
