//! Which screen is shown, and of what.

use chrono::NaiveDate;

use super::screen::help::Topic;
use super::screen::roster::RosterPlace;
use super::screen::trace::TracePlace;
use crate::domain::id::{ClassId, EventId, PersonId};
use crate::domain::session::Session;
use crate::domain::sheet::SheetKey;
use crate::ops::picture::PictureRequest;
use crate::ops::print::{EventChoice, PaperId, PrintScope};

/// A screen with what it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The first start.
    FirstStart,
    /// 今天 or another day; without a session the one that fits the hour.
    Today(NaiveDate, Option<Session>),
    /// A class sheet.
    Sheet(SheetKey),
    /// 门口登记 of a day.
    Gate(NaiveDate),
    /// An alert by its key.
    Alert(String),
    /// 名册 at a place: class, page, row.
    Roster(RosterPlace),
    /// A person's details.
    Person(PersonId),
    /// A new pupil, of the class that was looked at.
    NewPupil(Option<ClassId>),
    /// A new member of staff.
    NewStaff,
    /// 导入核对 of a file; empty: one is still to be chosen.
    Import(std::path::PathBuf),
    /// 升入新学年
    Promotion,
    /// 病例 with a new case of somebody, by name.
    NewCase(PersonId, String),
    /// 追踪 at a tab, with the person to show first.
    Trace(TracePlace),
    /// 预案
    Plan,
    /// 打印, with the form or letter to show first.
    Print(Option<PaperId>),
    /// 打印 of a pupil's health file.
    HealthFile(PersonId),
    /// 打印 of the names of a class or group, or of the school.
    PrintNames(PrintScope),
    /// 打印 of a list of a day and session: whom to call, corrections.
    PrintList {
        /// Id of the form.
        form: &'static str,
        /// The day.
        date: NaiveDate,
        /// The session.
        session: Session,
    },
    /// 打印 of what is about a period: rates of absence.
    PrintPeriod {
        /// Id of the form.
        form: &'static str,
        /// First day.
        from: NaiveDate,
        /// Last day.
        to: NaiveDate,
    },
    /// 打印 of a report of an event.
    PrintEvent {
        /// Id of the form.
        form: String,
        /// Which report of which event.
        choice: EventChoice,
    },
    /// 打印 of who still owes a slip of a run of letters.
    PrintSlips {
        /// Id of the form.
        form: &'static str,
        /// Number of the run; the newest that is open if absent.
        run: Option<u32>,
    },
    /// 修改版式 of a form or letter.
    PaperEditor(PaperId),
    /// 工作汇报
    WorkReport,
    /// 收回执 of a run of letters; the newest that is open if absent.
    Slips(Option<u32>),
    /// 打印 of a picture.
    PrintPicture(Box<PictureRequest>),
    /// The curve of an event, in 追踪.
    EventCurve(EventId),
    /// U盘
    Usb,
    /// 设置
    Settings,
    /// 本校规定 of 设置.
    OwnRules,
    /// 帮助 on a question.
    Help(Topic),
}

/// The places of the sidebar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// 今天, with the class sheets.
    Today,
    /// 名册, with people and imports.
    Roster,
    /// 追踪
    Trace,
    /// 预案
    Plan,
    /// 打印
    Print,
    /// U盘
    Usb,
    /// 设置
    Settings,
    /// 帮助
    Help,
}

impl Route {
    /// 名册 from its beginning.
    pub fn roster() -> Self {
        Self::Roster(RosterPlace::default())
    }

    /// The item of the sidebar that is marked.
    pub fn place(&self) -> Option<Place> {
        match self {
            Self::FirstStart => None,
            Self::Today(..) | Self::Sheet(_) | Self::Gate(_) | Self::Alert(_) => Some(Place::Today),
            Self::Roster(_)
            | Self::Person(_)
            | Self::NewPupil(_)
            | Self::NewStaff
            | Self::Import(_)
            | Self::Promotion => Some(Place::Roster),
            Self::Trace(_) | Self::EventCurve(_) | Self::NewCase(..) => Some(Place::Trace),
            Self::Plan => Some(Place::Plan),
            Self::Print(_)
            | Self::PrintNames(_)
            | Self::HealthFile(_)
            | Self::PrintList { .. }
            | Self::PrintPeriod { .. }
            | Self::PrintEvent { .. }
            | Self::PrintSlips { .. }
            | Self::PrintPicture(_)
            | Self::Slips(_)
            | Self::PaperEditor(_)
            | Self::WorkReport => Some(Place::Print),
            Self::Usb => Some(Place::Usb),
            Self::Settings | Self::OwnRules => Some(Place::Settings),
            Self::Help(_) => Some(Place::Help),
        }
    }
}
