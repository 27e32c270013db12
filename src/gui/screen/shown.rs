//! The screen that is shown: one of all, spoken to as one.

use std::path::PathBuf;

use iced::advanced::widget::Id;

use super::super::context::Context;
use super::super::effect::Effect;
use super::super::route::Route;
use super::person::PersonForm;
use super::{KeyPress, Page, Screen};
use crate::domain::person::PersonKind;
use crate::i18n::Explanation;
use crate::ops::print::{CLASS_LIST, HEALTH_FILE, PaperId, PrintScope};
use crate::ops::{Answer, Op, Query};

macro_rules! screens {
    ($($(#[$doc:meta])* $name:ident in $module:ident),* $(,)?) => {
        /// A screen.
        #[derive(Debug)]
        pub enum Shown { $($(#[$doc])* $name(Box<super::$module::$name>)),* }

        /// What its parts say.
        #[derive(Debug, Clone)]
        pub enum Message { $($(#[$doc])* $name(super::$module::Message)),* }

        impl Shown {
            /// What it needs loaded.
            pub fn queries(&self, context: &Context) -> Vec<Query> {
                match self { $(Self::$name(screen) => screen.queries(context)),* }
            }

            /// Takes the answer to a question.
            pub fn answered(&mut self, answer: Answer, context: &Context) -> Vec<Effect> {
                match self { $(Self::$name(screen) => screen.answered(answer, context)),* }
            }

            /// Takes a message; one of another screen is late and dropped.
            pub fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
                match (self, message) {
                    $((Self::$name(screen), Message::$name(message)) => screen.update(message, context),)*
                    #[allow(unreachable_patterns)]
                    _ => Vec::new(),
                }
            }

            /// What a key means here.
            pub fn key(&self, press: &KeyPress, context: &Context) -> Option<Message> {
                match self { $(Self::$name(screen) => screen.key(press, context).map(Message::$name)),* }
            }

            /// An act is done.
            pub fn done(&mut self, op: &Op, answer: &Answer, context: &Context) -> Vec<Effect> {
                match self { $(Self::$name(screen) => screen.done(op, answer, context)),* }
            }

            /// An act was refused.
            pub fn refused(&mut self, op: &Op, why: &Explanation, context: &Context) -> Option<Vec<Effect>> {
                match self { $(Self::$name(screen) => screen.refused(op, why, context)),* }
            }

            /// A question was refused.
            pub fn unanswered(&mut self, query: &Query, why: &Explanation, context: &Context) -> Option<Vec<Effect>> {
                match self { $(Self::$name(screen) => screen.unanswered(query, why, context)),* }
            }

            /// The person has chosen a file or folder.
            pub fn picked(&mut self, path: PathBuf, context: &Context) -> Vec<Effect> {
                match self { $(Self::$name(screen) => screen.picked(path, context)),* }
            }

            /// What Esc means here.
            pub fn escape(&self) -> Option<Message> {
                match self { $(Self::$name(screen) => screen.escape().map(Message::$name)),* }
            }

            /// Whether a form is open, so that keys are its own.
            pub fn is_form(&self, typing: bool) -> bool {
                match self { $(Self::$name(screen) => screen.is_form(typing)),* }
            }

            /// What happens when it is opened and loads nothing.
            pub fn opened(&self) -> Vec<Effect> {
                match self { $(Self::$name(screen) => screen.opened()),* }
            }

            /// The route that leads back to what is shown now; `None`: the one that led here.
            pub fn place(&self) -> Option<Route> {
                match self { $(Self::$name(screen) => screen.place()),* }
            }

            /// What would be lost by leaving now.
            pub fn unsaved(&self, context: &Context) -> Option<String> {
                match self { $(Self::$name(screen) => screen.unsaved(context)),* }
            }

            /// Takes typing that is not saved back to what is saved.
            pub fn untype(&mut self, focused: Option<&Id>) -> Option<Vec<Effect>> {
                match self { $(Self::$name(screen) => screen.untype(focused)),* }
            }

            /// The page.
            pub fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
                match self {
                    $(Self::$name(screen) => {
                        let page = screen.view(context);
                        Page { header: page.header.map(Message::$name), body: page.body.map(Message::$name), keys: page.keys }
                    }),*
                }
            }
        }
    };
}

screens! {
    /// 今天
    Today in today,
    /// 追踪
    Trace in trace,
    /// 预案
    Plan in plan,
    /// 名册
    Roster in roster,
    /// 人员
    PersonForm in person,
    /// A class sheet.
    ClassSheet in sheet,
    /// 门口登记
    Gate in gate,
    /// An alert.
    AlertPage in alert,
    /// 打印
    Print in print,
    /// 收回执
    Slips in slips,
    /// 工作汇报
    WorkReport in work_report,
    /// 修改版式
    PaperEditor in paper_editor,
    /// U盘
    Usb in usb,
    /// 设置
    Settings in settings,
    /// 本校规定
    OwnRules in own_rules,
    /// The first start
    FirstStart in first_start,
    /// 帮助
    Help in help,
    /// 导入核对
    Import in import,
    /// 升入新学年
    Promotion in promotion,
}

impl Shown {
    /// The screen of a route.
    pub fn of(route: &Route, context: &Context) -> Self {
        let today = context.now.date();
        match route {
            Route::Today(date, session) => Self::Today(Box::new(super::today::Today::new(*date, *session))),
            Route::Trace(place) => Self::Trace(Box::new(super::trace::Trace::at(*place))),
            Route::NewCase(person, name) => {
                Self::Trace(Box::new(super::trace::Trace::new_case(*person, name)))
            }
            Route::Plan => Self::Plan(Box::default()),
            Route::Roster(place) => Self::Roster(Box::new(super::roster::Roster::at(place.clone(), today))),
            Route::Person(id) => {
                Self::PersonForm(Box::new(PersonForm::new(PersonKind::Pupil, Some(*id), today)))
            }
            Route::NewPupil(class) => {
                Self::PersonForm(Box::new(PersonForm::new(PersonKind::Pupil, None, today).of_class(*class)))
            }
            Route::Import(path) => Self::Import(Box::new(super::import::Import::new(path))),
            Route::Promotion => Self::Promotion(Box::default()),
            Route::NewStaff => Self::PersonForm(Box::new(PersonForm::new(PersonKind::Staff, None, today))),
            Route::Sheet(key) => Self::ClassSheet(Box::new(super::sheet::ClassSheet::new(*key))),
            Route::Gate(date) => Self::Gate(Box::new(super::gate::Gate::new(*date))),
            Route::Alert(key) => Self::AlertPage(Box::new(super::alert::AlertPage::new(key.clone()))),
            Route::Usb => Self::Usb(Box::default()),
            Route::Print(paper) => Self::Print(Box::new(super::print::Print::new(paper.clone(), today))),
            Route::HealthFile(id) => {
                let paper = Some(PaperId::Form(HEALTH_FILE.to_owned()));
                let print = super::print::Print::new(paper, today).scoped(PrintScope::Person(*id));
                Self::Print(Box::new(print))
            }
            Route::PrintNames(scope) => {
                let list = PaperId::Form(CLASS_LIST.to_owned());
                Self::Print(Box::new(super::print::Print::new(Some(list), today).scoped(*scope)))
            }
            Route::PrintList { form, date, session } => {
                let paper = Some(PaperId::Form((*form).to_owned()));
                Self::Print(Box::new(super::print::Print::new(paper, *date).at(*session)))
            }
            Route::PrintPeriod { form, from, to } => {
                let paper = Some(PaperId::Form((*form).to_owned()));
                Self::Print(Box::new(super::print::Print::new(paper, *to).over((*from, *to))))
            }
            Route::PrintEvent { form, choice } => {
                let paper = Some(PaperId::Form(form.clone()));
                Self::Print(Box::new(super::print::Print::new(paper, today).of_event(*choice)))
            }
            Route::PrintSlips { form, run } => {
                let paper = Some(PaperId::Form((*form).to_owned()));
                Self::Print(Box::new(super::print::Print::new(paper, today).of_run(*run)))
            }
            Route::PaperEditor(paper) => {
                Self::PaperEditor(Box::new(super::paper_editor::PaperEditor::new(paper.clone())))
            }
            Route::WorkReport => Self::WorkReport(Box::new(super::work_report::WorkReport::new(today))),
            Route::Slips(run) => Self::Slips(Box::new(super::slips::Slips::new(*run))),
            Route::PrintPicture(request) => Self::Print(Box::new(super::print::Print::of_picture(request))),
            Route::EventCurve(event) => Self::Trace(Box::new(super::trace::Trace::curve_of(*event))),
            Route::Settings => Self::Settings(Box::new(super::settings::Settings::new())),
            Route::OwnRules => Self::OwnRules(Box::default()),
            Route::FirstStart => Self::FirstStart(Box::default()),
            Route::Help(topic) => Self::Help(Box::new(super::help::Help::new(*topic))),
        }
    }
}
