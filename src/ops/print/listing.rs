//! What can be printed.

use chrono::NaiveDate;
use serde::Serialize;

use super::home_forms::is_home;
use super::name_list::LABELS;
use super::print_request::PaperId;
use super::slip_lists::SLIPS_MISSING;
use crate::domain::free_group::FreeGroupKind;
use crate::domain::group::Group;
use crate::domain::id::{ClassId, FreeGroupId};
use crate::domain::session::Session;
use crate::ops::book::Book;
use crate::ops::check::GroupInfo;
use crate::ops::error::OpError;
use crate::ops::issued::IssuedLine;
use crate::ops::picture::PictureKind;
use crate::ops::plan::PLAN_DOCUMENT;
use crate::ops::roster::RosterOrder;
use crate::ops::work_report::WORK_REPORT;
use crate::paper::form::{Extent, FormTemplate, LabelSheets, PaperGroup as ListingGroup, Period};
pub use crate::paper::letter::Ask;
use crate::paper::letter::LetterTemplate;
use crate::paper::official::ReportTemplate;

/// Most things issued that are listed.
const ISSUED: u32 = 40;

/// Something that can be printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Listing {
    /// Id on the command line.
    pub id: String,
    /// Name in the book's language.
    pub title: String,
    /// Heading.
    #[serde(skip)]
    pub group: ListingGroup,
    /// The form or letter.
    #[serde(skip)]
    pub paper: PaperId,
    /// For whom one sheet is.
    #[serde(skip)]
    pub by: Extent,
    /// Days that it is about.
    #[serde(skip)]
    pub period: Period,
    /// Whether it is of one session of the day.
    #[serde(skip)]
    pub by_session: bool,
    /// Whether it can be printed blank.
    #[serde(skip)]
    pub can_be_blank: bool,
    /// What a letter must be told before it is printed.
    #[serde(skip)]
    pub asks: Vec<Ask>,
    /// Whether two letters usually lie on a sheet.
    #[serde(skip)]
    pub half: bool,
    /// Whether slips come back.
    #[serde(skip)]
    pub slips: bool,
    /// Whether the school has a version of its own.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub own: bool,
    /// Whether it can have one.
    #[serde(skip)]
    pub editable: bool,
    /// Copies for the whole school: classes, guardians, or one.
    #[serde(skip)]
    pub copies: usize,
}

impl Listing {
    /// A form of the whole school that is never blank.
    fn of_school(id: &str, title: String, group: ListingGroup) -> Self {
        Self {
            id: id.to_owned(),
            title,
            group,
            paper: PaperId::Form(id.to_owned()),
            by: Extent::School,
            period: Period::Day,
            by_session: false,
            can_be_blank: false,
            asks: Vec::new(),
            half: false,
            slips: false,
            own: false,
            editable: false,
            copies: 1,
        }
    }
}

/// What can be printed on a day, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Papers {
    /// Forms.
    pub forms: Vec<Listing>,
    /// Letters, those of the season first.
    pub letters: Vec<Listing>,
    /// Classes that have anyone, with their names as lists show them.
    pub classes: Vec<(ClassId, String)>,
    /// Bus lines and other groups that have anyone.
    pub groups: Vec<(FreeGroupId, FreeGroupKind, String)>,
    /// The order of 名册, in which names are listed unless another is chosen.
    pub order: RosterOrder,
    /// Id and name of the sheets of labels.
    pub labels: Vec<(String, String)>,
    /// Dormitories and the staff, where there are any, with their names.
    pub others: Vec<(Group, String)>,
    /// Sessions that have a sheet on the day, the morning always among them.
    pub sessions: Vec<Session>,
    /// What was issued about the days until this one, the newest first.
    pub issued: Vec<IssuedLine>,
}

impl Book {
    /// What can be printed.
    pub fn papers(&self, date: NaiveDate) -> Result<Papers, OpError> {
        let classes = self.printable_classes(date)?;
        let status = self.check_status(date)?;
        let held = |session: &Session| {
            *session == Session::Morning || status.iter().any(|line| line.session == *session)
        };
        Ok(Papers {
            forms: self.forms(date)?,
            letters: self.letters(date)?,
            classes,
            groups: self.printable_groups(date)?,
            order: self.roster_order()?,
            labels: self.label_sheets()?,
            others: self.printable_others(date)?,
            sessions: Session::ALL.into_iter().filter(held).collect(),
            issued: self.issued(date, ISSUED)?,
        })
    }

    /// The forms.
    pub fn forms(&self, date: NaiveDate) -> Result<Vec<Listing>, OpError> {
        let sizes = self.class_sizes(date)?;
        let lines = self.printable_groups(date)?;
        let buses = lines.iter().filter(|(_, kind, _)| *kind == FreeGroupKind::Bus).count();
        let own = self.papers_of_own()?;
        let listing = |form: FormTemplate| Listing {
            title: form.name.get(self.tr.language()).to_owned(),
            group: form.group,
            paper: PaperId::Form(form.id.clone()),
            by: form.by,
            period: form.period,
            by_session: form.by_session,
            can_be_blank: form.blank,
            asks: Vec::new(),
            half: false,
            slips: form.id == SLIPS_MISSING,
            own: own.contains(&PaperId::Form(form.id.clone())),
            editable: true,
            copies: match form.by {
                Extent::School => 1,
                Extent::Bus => buses.max(1),
                Extent::Person => sizes.iter().sum(),
                Extent::Class | Extent::Group | Extent::Names => sizes.len(),
            },
            id: form.id,
        };
        let home = self.home_is_on()?;
        let used = |form: &FormTemplate| home || !is_home(&form.id);
        let mut forms: Vec<Listing> = FormTemplate::all()?.into_iter().filter(used).map(listing).collect();
        forms
            .extend(PictureKind::ALL.map(|kind| {
                Listing::of_school(kind.form(), self.picture_title(kind), ListingGroup::Tracing)
            }));
        let work = ReportTemplate::work()?.name.get(self.tr.language()).to_owned();
        forms.push(Listing::of_school(WORK_REPORT, work, ListingGroup::Inspection));
        let plan = self.tr.plan_document_name();
        forms.push(Listing::of_school(PLAN_DOCUMENT, plan, ListingGroup::Plan));
        let labels = LabelSheets::shipped()?.name.get(self.tr.language()).to_owned();
        forms.push(Listing { by: Extent::Names, ..Listing::of_school(LABELS, labels, ListingGroup::Roster) });
        Ok(forms)
    }

    /// The letters, those of the season first.
    pub fn letters(&self, date: NaiveDate) -> Result<Vec<Listing>, OpError> {
        let pupils = self.class_sizes(date)?.iter().sum();
        let own = self.papers_of_own()?;
        let listing = |letter: LetterTemplate| Listing {
            title: letter.text(self.tr.language()).name.clone(),
            group: ListingGroup::Letters,
            paper: PaperId::Letter(letter.id.clone()),
            by: Extent::Class,
            period: Period::Day,
            by_session: false,
            can_be_blank: false,
            half: letter.half,
            slips: letter.has_slip(),
            own: own.contains(&PaperId::Letter(letter.id.clone())),
            editable: true,
            asks: letter.asks.clone(),
            copies: pupils,
            id: letter.id,
        };
        let month = u8::try_from(chrono::Datelike::month(&date)).unwrap_or_default();
        let mut letters = LetterTemplate::all()?;
        letters.sort_by_key(|letter| !letter.months.contains(&month));
        Ok(letters.into_iter().map(listing).collect())
    }

    fn printable_groups(
        &self,
        date: NaiveDate,
    ) -> Result<Vec<(FreeGroupId, FreeGroupKind, String)>, OpError> {
        let groups = self.free_group_list(date)?.into_iter().filter(|line| line.count > 0);
        Ok(groups.map(|line| (line.key, line.kind, line.group)).collect())
    }

    /// Id and name of the sheets of labels, the usual one first.
    pub fn label_sheets(&self) -> Result<Vec<(String, String)>, OpError> {
        let sheets = LabelSheets::shipped()?.sheets.into_iter();
        Ok(sheets.map(|sheet| (sheet.id, sheet.name.get(self.tr.language()).to_owned())).collect())
    }

    /// Pupils of each class that prints: those of the day's school year with anybody in them.
    fn class_sizes(&self, date: NaiveDate) -> Result<Vec<usize>, OpError> {
        let counts = self.head_counts(date)?;
        let sizes = self.class_groups(date)?.into_iter().filter_map(|info| counts.get(&info.group));
        Ok(sizes.map(|(all, _)| *all).filter(|all| *all > 0).collect())
    }

    /// Dormitories and the staff, where they have anyone.
    fn printable_others(&self, date: NaiveDate) -> Result<Vec<(Group, String)>, OpError> {
        let rooms = self.store.dormitories()?.into_iter().map(GroupInfo::of_room);
        let mut others = Vec::new();
        for info in rooms.chain([self.group_info(Group::Staff)?]) {
            if !self.everyone(info.group, date)?.is_empty() {
                others.push((info.group, info.short));
            }
        }
        Ok(others)
    }

    /// Classes that can be chosen, with their names as lists show them.
    fn printable_classes(&self, date: NaiveDate) -> Result<Vec<(ClassId, String)>, OpError> {
        let counts = self.head_counts(date)?;
        let mut classes = Vec::new();
        for info in self.class_groups(date)? {
            if let (Group::Class(id), Some((1.., _))) = (info.group, counts.get(&info.group)) {
                classes.push((id, info.short));
            }
        }
        Ok(classes)
    }
}
