//! Acts and questions as data: what the window sends to the book and what comes back.

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use super::alerts::{AlertView, AnswerRequest};
use super::book::Book;
use super::case::{CasesView, DiseaseLine};
use super::check::{AllNil, CheckOp, GateLine, GateRoll, GateView, SheetView};
use super::error::OpError;
use super::event::EventsView;
use super::home::{HomeAnswer, HomeOp, HomeQuery};
use super::isolation::{ContactLine, ContactOp, IsolationOp};
use super::outcome::{Changed, Outcome};
use super::own_papers::{OwnPaper, OwnPaperOp, PaperTrial, PaperView};
use super::own_rules::{FigureLine, OwnRuleOp};
use super::person::{FilePages, HealthOp, PersonFile};
use super::picture::{PicturePage, PictureRequest};
use super::place::{Candidate, Surroundings, Trial};
use super::plan::{PlanOp, PlanView};
use super::print::{PaperId, Papers, Preview, PrintOp, PrintRequest, Printed};
use super::promotion::{Promoted, PromotionRequest, PromotionView};
use super::report_log::LogView;
use super::reporting::ReportingOp;
use super::return_to_class::{ReturnOp, ReturnsView};
use super::roster::import::{ImportPlan, ImportReport, ImportRequest, ImportSummary, TableView};
use super::roster::{
    Added, NumberQuestion, PersonView, RosterExport, RosterOp, RosterPage, RosterView, SameNumber,
};
use super::settings::{SettingsOp, SettingsView};
use super::shell::ShellView;
use super::slips::{SlipOp, SlipsView, Ticked};
use super::today::TodayView;
use super::trace::{AbsenceLine, AbsenceRates, TraceOp, TraceView};
use super::undo::Undone;
use super::usb::{Exported, UsbOp, UsbView, VerifyReport, verify_package};
use super::work_report::{WorkReportOp, WorkReportView};
use crate::domain::id::{CaseId, EventId, FreeGroupId, OperationId, PersonId};
use crate::domain::progress::{Progress, Silent};
use crate::domain::session::Session;
use crate::domain::sheet::{SheetKey, SheetState};

/// Something to do. Comparable, so that a test of a screen can say what it asked for.
#[derive(Debug, Clone, PartialEq)]
pub enum Op {
    /// The daily check.
    Check(CheckOp),
    /// The answer to an alert.
    Alert(AnswerRequest),
    /// The roster.
    Roster(RosterOp),
    /// School, operator, calendar, backups.
    Settings(SettingsOp),
    /// Tasks of the emergency plan.
    Plan(PlanOp),
    /// Follow-ups of absences.
    Trace(TraceOp),
    /// Forms and letters into a file or onto paper.
    Print(PrintOp),
    /// Packages for the township.
    Usb(UsbOp),
    /// Health notes and vaccination certificates.
    Health(HealthOp),
    /// Cases, events and the report log.
    Reporting(ReportingOp),
    /// Observation and isolation.
    Isolation(IsolationOp),
    /// Contacts of a case.
    Contact(ContactOp),
    /// Returns to class.
    Return(ReturnOp),
    /// Days at home, returns to school and screenings.
    Home(HomeOp),
    /// Slips of letters.
    Slips(SlipOp),
    /// Figures of the school's own.
    OwnRules(OwnRuleOp),
    /// Forms and letters of the school's own.
    OwnPapers(OwnPaperOp),
    /// The words of a work report.
    WorkReport(WorkReportOp),
    /// Takes back an operation; without a key, the last of this operator's of today.
    Undo(Option<OperationId>),
    /// The same with the reason that a sheet asks for whose report has gone out.
    UndoBecause(Option<OperationId>, String),
    /// The operator has looked at the clock and says that it is right.
    AcceptClock,
}

/// Something to know.
#[derive(Debug, Clone, PartialEq)]
pub enum Query {
    /// The frame: school, day, saved, backup, last action.
    Shell,
    /// 今天, with the session to show; `None`: the one that fits the hour.
    Today(NaiveDate, Option<Session>),
    /// A check sheet.
    Sheet(SheetKey),
    /// A day at the gate.
    Gate(NaiveDate),
    /// Everybody of a day, to be found at the gate.
    GateRoll(NaiveDate),
    /// An alert by its key.
    Alert(String),
    /// 名册 of a day.
    Roster(NaiveDate, RosterPage),
    /// One person.
    Person(PersonId),
    /// Who has numbers that are typed.
    SameNumbers(NumberQuestion),
    /// Everything of one person, as far as its lists are turned.
    PersonFile(PersonId, FilePages),
    /// A roster file as it is: its sheets, headers and columns.
    ImportSheets(Box<ImportRequest>),
    /// A roster file compared with the book, before it is imported.
    Import(Box<ImportRequest>),
    /// What a promotion to the next school year would do.
    Promotion(Box<PromotionRequest>),
    /// The settings.
    Settings,
    /// The emergency plan on a day.
    Plan(NaiveDate),
    /// 追踪 on a day.
    Trace(NaiveDate),
    /// The absences that ended in the weeks before a day.
    ClosedAbsences(NaiveDate),
    /// The rates of absence from a day to a day.
    AbsenceRates(NaiveDate, NaiveDate),
    /// A picture.
    Picture(PictureRequest),
    /// 待返校 of 追踪 on a day.
    Returns(NaiveDate),
    /// Who was near a case.
    Contacts(CaseId),
    /// Days at home, returns to school and screenings.
    Home(HomeQuery),
    /// Runs of letters with slips, and the slips of one: the given one, else the newest that is open.
    Slips(Option<u32>),
    /// The work report of a period.
    WorkReport(NaiveDate, NaiveDate),
    /// Numbers, drives and packages for the week of a day.
    Usb(NaiveDate),
    /// Whether a package is whole.
    VerifyPackage(PathBuf),
    /// What can be printed on a day.
    Papers(NaiveDate),
    /// How a print would look: the given page, counted from 0, and those around it.
    Preview(PrintRequest, usize),
    /// A form or letter with everything that can be changed about it.
    Paper(PaperId),
    /// How a version that is still being typed would look.
    PaperTrial(Box<OwnPaper>),
    /// The cases, with one opened.
    Cases(Option<CaseId>),
    /// The events, with one opened.
    Events(Option<EventId>),
    /// The report log of a period.
    ReportLog(NaiveDate, NaiveDate),
    /// The diseases that a name or its pinyin means.
    Diseases(String),
    /// The figures of the rules with the school's own.
    Figures,
    /// The folders that are proposed for the data.
    Places,
    /// Tries a folder with a test file, which is removed again.
    TryPlace(PathBuf),
}

/// What comes back.
#[derive(Debug, Clone, PartialEq)]
pub enum Answer {
    /// It is done; there is nothing to say.
    Done,
    /// The frame.
    Shell(Box<ShellView>),
    /// 今天.
    Today(Box<TodayView>),
    /// A check sheet.
    Sheet(Box<SheetView>),
    /// A day at the gate.
    Gate(Box<GateView>),
    /// Everybody of a day.
    GateRoll(Arc<GateRoll>),
    /// Somebody who was filed at the gate.
    GateFiled(Box<GateLine>),
    /// An alert.
    Alert(Box<AlertView>),
    /// 名册.
    Roster(Box<RosterView>),
    /// One person.
    Person(Box<PersonView>),
    /// Everything of one person.
    PersonFile(Box<PersonFile>),
    /// The sheets of a roster file.
    ImportSheets(Vec<TableView>),
    /// A roster file compared with the book.
    ImportPlan(Box<ImportPlan>),
    /// What an import did, in counts and row by row.
    Imported(Box<ImportSummary>, Arc<ImportReport>),
    /// What a promotion would do.
    Promotion(Box<PromotionView>),
    /// What a promotion did.
    Promoted(Box<Promoted>),
    /// Rows written into a file.
    Exported(usize),
    /// People written into a file.
    RosterExported(RosterExport),
    /// A group beside the classes that was added or changed.
    FreeGroup(FreeGroupId),
    /// Who has numbers that are typed.
    SameNumbers(Vec<SameNumber>),
    /// A person who was added or changed, with what is odd.
    Added(Added),
    /// The settings.
    Settings(Box<SettingsView>),
    /// 待返校.
    Returns(Box<ReturnsView>),
    /// Who was near a case.
    Contacts(CaseId, Vec<ContactLine>),
    /// Days at home, returns to school or screenings.
    Home(Box<HomeAnswer>),
    /// The emergency plan.
    Plan(Box<PlanView>),
    /// 追踪.
    Trace(Box<TraceView>),
    /// The absences that ended.
    ClosedAbsences(Vec<AbsenceLine>),
    /// The rates of absence.
    AbsenceRates(Box<AbsenceRates>),
    /// A picture.
    Picture(Box<PicturePage>),
    /// Numbers, drives and packages.
    Usb(Box<UsbView>),
    /// A package that was written.
    Packaged(Box<Exported>),
    /// A package that is whole.
    Verified(Box<VerifyReport>),
    /// What can be printed.
    Papers(Box<Papers>),
    /// How a print would look.
    Preview(Box<Preview>),
    /// A form or letter with everything that can be changed about it.
    Paper(Box<PaperView>),
    /// How a version would look.
    PaperTrial(Box<PaperTrial>),
    /// Versions that were kept, restored, taken from a file or written into one.
    OwnPapers(usize),
    /// What was printed.
    Printed(Box<Printed>),
    /// Runs of letters with slips.
    Slips(Box<SlipsView>),
    /// The work report of a period.
    WorkReport(Box<WorkReportView>),
    /// Slips that were ticked.
    Ticked(Box<Ticked>),
    /// A case was written, with its key.
    Case(CaseId),
    /// An event was written, with its key.
    Event(EventId),
    /// Cases.
    Cases(Box<CasesView>),
    /// Events.
    Events(Box<EventsView>),
    /// The report log.
    ReportLog(Box<LogView>),
    /// Diseases, the best first.
    Diseases(Vec<DiseaseLine>),
    /// The figures of the rules with the school's own.
    Figures(Vec<FigureLine>),
    /// Figures that were set, taken from a file or written into one.
    OwnRules(usize),
    /// The folders that are proposed for the data, the best first.
    Places(Vec<Candidate>),
    /// A folder that was tried.
    PlaceTried(Box<Trial>),
    /// State of a sheet after confirming.
    Confirmed(SheetKey, SheetState),
    /// 零报告 for all.
    AllNil(AllNil),
    /// What was taken back.
    Undone(Box<Undone>),
}

impl Book {
    /// Does something. Every act is one transaction: it happens whole or not at all.
    pub fn run(&mut self, op: &Op, progress: &mut dyn Progress) -> Result<Outcome<Answer>, OpError> {
        let done = |()| Answer::Done;
        let undone = |undone| (Answer::Undone(Box::new(undone)), Changed::EVERYTHING);
        self.follow_day()?;
        let (value, changed) = match op {
            Op::Check(op) => (self.run_check(op)?, Changed::SHEETS),
            Op::Alert(request) => (self.answer_alert(request).map(done)?, Changed::SHEETS),
            Op::Roster(op) => match self.run_roster(op, progress)? {
                // Only a file or a sheet of paper came of it.
                value @ (Answer::Exported(_) | Answer::RosterExported(_)) => (value, Changed::NOTHING),
                value => (value, Changed { sheets: true, ..Changed::ROSTER }),
            },
            Op::Settings(op) => (self.set_up(op).map(done)?, Changed::SETTINGS),
            Op::Plan(op) => (self.run_plan(op).map(done)?, Changed::PLAN),
            Op::Trace(op) => (self.run_trace(op).map(done)?, Changed::SHEETS),
            Op::Print(op) => (Answer::Printed(Box::new(self.run_print(op, progress)?)), Changed::ISSUED),
            Op::Usb(op) => (Answer::Packaged(Box::new(self.run_usb(op, progress)?)), Changed::ISSUED),
            Op::Health(op) => (self.run_health(op).map(done)?, Changed::ROSTER),
            Op::Reporting(op) => (self.run_reporting(op)?, Changed::CASES),
            Op::Isolation(op) => (self.run_isolation(op).map(|_| Answer::Done)?, Changed::CASES),
            Op::Contact(op) => (self.run_contact(op).map(done)?, Changed::CASES),
            Op::Return(op) => (self.run_return(op).map(done)?, Changed { sheets: true, ..Changed::CASES }),
            Op::Home(op) => (Answer::Home(Box::new(self.run_home(op)?)), Changed::CASES),
            Op::Slips(op) => (Answer::Ticked(Box::new(self.run_slips(op)?)), Changed::ISSUED),
            Op::OwnRules(op) => (Answer::OwnRules(self.run_own_rules(op)?), Changed::EVERYTHING),
            Op::OwnPapers(op) => (Answer::OwnPapers(self.run_own_papers(op)?), Changed::SETTINGS),
            Op::WorkReport(op) => (self.run_work_report(op).map(done)?, Changed::SETTINGS),
            Op::Undo(target) => undone(self.undo(*target)?),
            Op::UndoBecause(target, reason) => undone(self.undo_because(*target, Some(reason))?),
            Op::AcceptClock => {
                self.accept_clock();
                (Answer::Done, Changed::NOTHING)
            }
        };
        Ok(Outcome { value, changed })
    }

    /// Answers a question.
    pub fn load(&mut self, query: &Query) -> Result<Answer, OpError> {
        self.load_with(query, &mut Silent)
    }

    /// Answers a question that may take long, such as reading a file.
    pub fn load_with(&mut self, query: &Query, progress: &mut dyn Progress) -> Result<Answer, OpError> {
        self.follow_day()?;
        self.store.begin_reading()?;
        let answer = self.answer(query, progress);
        self.store.end_reading()?;
        answer
    }

    fn answer(&mut self, query: &Query, progress: &mut dyn Progress) -> Result<Answer, OpError> {
        match query {
            Query::Shell => self.shell_view().map(|view| Answer::Shell(Box::new(view))),
            Query::Today(date, session) => {
                let session = match session {
                    Some(session) => *session,
                    None => super::today::session_of(&self.check_status(*date)?, self.now()),
                };
                self.today_view(*date, session).map(|view| Answer::Today(Box::new(view)))
            }
            Query::Gate(date) => self.gate_view(*date).map(|view| Answer::Gate(Box::new(view))),
            Query::GateRoll(date) => self.gate_roll(*date).map(|roll| Answer::GateRoll(Arc::new(roll))),
            Query::Sheet(key) => self.sheet_view(*key).map(|view| Answer::Sheet(Box::new(view))),
            Query::Alert(key) => self.alert_view_of(key).map(|view| Answer::Alert(Box::new(view))),
            Query::Usb(date) => self.usb_view(*date).map(|view| Answer::Usb(Box::new(view))),
            Query::VerifyPackage(folder) => verify_package(folder).map(Box::new).map(Answer::Verified),
            Query::Papers(date) => self.papers(*date).map(|papers| Answer::Papers(Box::new(papers))),
            Query::Preview(request, page) => {
                self.preview(request, *page, &mut Silent).map(|look| Answer::Preview(Box::new(look)))
            }
            Query::Paper(paper) => self.paper_view(paper).map(|view| Answer::Paper(Box::new(view))),
            Query::PaperTrial(paper) => self.paper_trial(paper).map(Box::new).map(Answer::PaperTrial),
            Query::WorkReport(from, to) => Ok(Answer::WorkReport(Box::new(self.work_report(*from, *to)?))),
            Query::Slips(run) => self.slips_view(*run).map(|view| Answer::Slips(Box::new(view))),
            Query::Plan(date) => self.plan_view(*date).map(|view| Answer::Plan(Box::new(view))),
            Query::ClosedAbsences(date) => self.closed_absences(*date).map(Answer::ClosedAbsences),
            Query::AbsenceRates(from, to) => {
                self.absence_rates(*from, *to, None).map(|rates| Answer::AbsenceRates(Box::new(rates)))
            }
            Query::Picture(request) => self.picture_page(request).map(|page| Answer::Picture(Box::new(page))),
            Query::Trace(date) => self.trace_view(*date).map(|view| Answer::Trace(Box::new(view))),
            Query::Contacts(case) => self.contact_choices(*case).map(|lines| Answer::Contacts(*case, lines)),
            Query::Returns(date) => self.returns_view(*date).map(|view| Answer::Returns(Box::new(view))),
            Query::Home(query) => self.load_home(query).map(|answer| Answer::Home(Box::new(answer))),
            Query::Roster(date, page) => {
                self.roster_view(*date, page).map(|view| Answer::Roster(Box::new(view)))
            }
            Query::ImportSheets(request) => self.look_at_roster(request, progress).map(Answer::ImportSheets),
            Query::Import(request) => {
                self.review_import(request, progress).map(|plan| Answer::ImportPlan(Box::new(plan)))
            }
            Query::Promotion(request) => {
                self.promotion_view(request).map(|view| Answer::Promotion(Box::new(view)))
            }
            Query::SameNumbers(asked) => self.same_numbers(asked).map(Answer::SameNumbers),
            Query::Person(id) => self.person_view(*id).map(|view| Answer::Person(Box::new(view))),
            Query::PersonFile(id, pages) => {
                self.person_file(*id, *pages).map(|file| Answer::PersonFile(Box::new(file)))
            }
            Query::Settings => self.settings_view().map(|view| Answer::Settings(Box::new(view))),
            Query::Cases(shown) => self.cases_view(*shown).map(|view| Answer::Cases(Box::new(view))),
            Query::Events(shown) => self.events_view(*shown).map(|view| Answer::Events(Box::new(view))),
            Query::ReportLog(from, to) => {
                self.log_view(*from, *to).map(|view| Answer::ReportLog(Box::new(view)))
            }
            Query::Diseases(typed) => self.disease_lines(typed).map(Answer::Diseases),
            Query::Figures => self.figure_lines(self.today(), false).map(Answer::Figures),
            Query::Places => Ok(Answer::Places(Candidate::judge(&Surroundings::look(self.folder())))),
            Query::TryPlace(folder) => Ok(Answer::PlaceTried(Box::new(Trial::of(folder, &self.tr)))),
        }
    }
}
