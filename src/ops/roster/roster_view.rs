//! 名册 in the window: classes with counts and a page of people.

use chrono::NaiveDate;

use super::{AwayLine, EarliestDays, FreeGroupLine, RosterFilter, RosterLine, RosterOrder, StaffLine};
use crate::domain::boarding_span::BoardingSpan;
use crate::domain::calendar::Calendar;
use crate::domain::free_group::{FreeGroupKind, FreeGroupMember};
use crate::domain::id::{ClassId, FreeGroupId, PersonId};
use crate::domain::person::{Boarding, Person, PersonKind};
use crate::domain::school_class::{ClassKind, SchoolClass};
use crate::ops::book::Book;
use crate::ops::check::GroupInfo;
use crate::ops::error::OpError;

/// People on one page of the list.
const PAGE: usize = 60;
/// Where the book keeps the order of the lists.
const ORDER: &str = "roster_order";
const PINYIN: &str = "pinyin";

/// Which part of the roster to show.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RosterPage {
    /// Whom.
    pub filter: RosterFilter,
    /// Page from 0.
    pub page: usize,
    /// The staff instead of the pupils.
    pub staff: bool,
}

/// A class with its counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterClass {
    /// Key.
    pub id: ClassId,
    /// Name as the school writes it.
    pub label: String,
    /// Name as lists show it.
    pub short: String,
    /// Pupils on that day.
    pub count: usize,
    /// Boarders among them.
    pub boarders: usize,
    /// 班主任
    pub teacher: Option<String>,
    /// Kind.
    pub kind: ClassKind,
    /// Grade: 0 is 学前; `None` of several, or not known.
    pub grade: Option<u8>,
}

/// A bus line or another group beside the classes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterGroup {
    /// Key.
    pub id: FreeGroupId,
    /// Name.
    pub label: String,
    /// Kind.
    pub kind: FreeGroupKind,
    /// Pupils on that day; of a person's page 1 or 0.
    pub count: usize,
}

/// 名册.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterView {
    /// The day.
    pub date: NaiveDate,
    /// Pupils on that day.
    pub pupils: usize,
    /// Boarders among them.
    pub boarders: usize,
    /// Members of staff.
    pub staff_count: usize,
    /// Pupils who are in no class on that day: they have left or come later.
    pub away: usize,
    /// Pupils who are still in classes of an earlier school year.
    pub behind: usize,
    /// Classes in list order.
    pub classes: Vec<RosterClass>,
    /// In which order the people stand.
    pub order: RosterOrder,
    /// Bus lines and other groups beside the classes.
    pub groups: Vec<RosterGroup>,
    /// What was asked for.
    pub asked: RosterPage,
    /// Pupils of the page; empty where the staff was asked for.
    pub lines: Vec<RosterLine>,
    /// Staff of the page.
    pub staff: Vec<StaffLine>,
    /// People who fit the filter, on all pages.
    pub found: usize,
    /// Keys of the pupils who fit, on all pages, where several can be marked.
    pub everyone: Vec<PersonId>,
    /// Where a search finds nobody: pupils who fit and are in no class on that day.
    pub elsewhere: Vec<AwayLine>,
    /// Pages, at least 1.
    pub pages: usize,
    /// Whether an import can be taken back.
    pub import_undoable: bool,
}

/// Everything of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonView {
    /// The person.
    pub person: Person,
    /// Class and seat today, if there are any.
    pub line: Option<RosterLine>,
    /// Name of the class, first and last day of each enrolment, the earliest first; of staff each employment.
    pub enrolments: Vec<(String, NaiveDate, Option<NaiveDate>)>,
    /// Name of the room or group, or how the pupil goes to school, first and last day of each, the earliest first.
    pub stays: Vec<(String, NaiveDate, Option<NaiveDate>)>,
    /// The groups beside the classes; those that the pupil is in today count 1.
    pub groups: Vec<RosterGroup>,
    /// The earliest days of changes that would be accepted.
    pub days: EarliestDays,
}

impl Book {
    /// 名册 of a day.
    pub fn roster_view(&self, date: NaiveDate, asked: &RosterPage) -> Result<RosterView, OpError> {
        let counts = self.head_counts(date)?;
        let class = |class: SchoolClass| {
            let info = GroupInfo::of_class(&class);
            let (count, boarders) = counts.get(&info.group).copied().unwrap_or_default();
            RosterClass {
                id: class.id,
                label: class.label,
                short: info.short,
                count,
                boarders,
                teacher: class.teacher,
                kind: class.kind,
                grade: class.grade,
            }
        };
        let classes = self.store.classes(Calendar::school_year_of(date))?;
        let classes: Vec<RosterClass> = classes.into_iter().map(class).collect();
        let order = self.roster_order()?;
        let staff = if asked.staff { self.staff_list(&asked.filter.find, order)? } else { Vec::new() };
        let snapshot = self.roster_snapshot(PersonKind::Pupil)?;
        let filter = RosterFilter { order, ..asked.filter.clone() };
        let lines = if asked.staff { Vec::new() } else { snapshot.found(date, &filter) };
        let found = if asked.staff { staff.len() } else { lines.len() };
        let pages = found.div_ceil(PAGE).max(1);
        let page = asked.page.min(pages - 1);
        let nobody = found == 0 && !asked.staff && !filter.away;
        Ok(RosterView {
            date,
            pupils: classes.iter().map(|c| c.count).sum(),
            boarders: classes.iter().map(|c| c.boarders).sum(),
            staff_count: self.store.staff_count(date)?,
            away: snapshot.people.keys().filter(|id| snapshot.away_on(**id, date).is_some()).count(),
            behind: self.pupils_behind(date)?,
            classes,
            order,
            groups: self.roster_groups(date, <[PersonId]>::len)?,
            asked: RosterPage { page, ..asked.clone() },
            everyone: lines.iter().map(|(person, _)| person.id).collect(),
            elsewhere: if nobody { snapshot.away_lines(date, &filter.find) } else { Vec::new() },
            lines: lines
                .into_iter()
                .skip(page * PAGE)
                .take(PAGE)
                .map(|(person, enrolment)| snapshot.line(person, enrolment, date))
                .collect(),
            staff: staff.into_iter().skip(page * PAGE).take(PAGE).collect(),
            found,
            pages,
            import_undoable: self.last_import()?.is_some(),
        })
    }

    fn roster_groups(
        &self,
        date: NaiveDate,
        count: impl Fn(&[PersonId]) -> usize,
    ) -> Result<Vec<RosterGroup>, OpError> {
        let group = |line: FreeGroupLine| RosterGroup {
            id: line.key,
            label: line.group,
            kind: line.kind,
            count: count(&line.persons),
        };
        Ok(self.free_group_list(date)?.into_iter().map(group).collect())
    }

    /// The order of the lists of 名册 in the window.
    pub(in crate::ops) fn roster_order(&self) -> Result<RosterOrder, OpError> {
        let kept = self.store.meta(ORDER)?;
        Ok(if kept.as_deref() == Some(PINYIN) { RosterOrder::Pinyin } else { RosterOrder::Seat })
    }

    /// Remembers the order of the lists of 名册; it is no fact about the school, so that nothing is journalled.
    pub(super) fn set_roster_order(&self, order: RosterOrder) -> Result<(), OpError> {
        Ok(self.store.set_meta(ORDER, if order == RosterOrder::Pinyin { PINYIN } else { "seat" })?)
    }

    /// A person's details with every class, room and employment.
    pub fn person_view(&self, id: PersonId) -> Result<PersonView, OpError> {
        let person = self.person_today(id)?;
        let here = self.here_from(id)?.unwrap_or_else(|| self.today());
        let days = self.earliest_days(id, here)?;
        if person.kind == PersonKind::Staff {
            let staff = self.store.employments_of(id)?;
            let enrolments = staff.iter().map(|it| (self.tr.ops_staff(), it.from, it.to)).collect();
            let (stays, groups) = (Vec::new(), Vec::new());
            return Ok(PersonView { person, line: None, enrolments, stays, groups, days });
        }
        let rooms = self.store.dormitories()?;
        let room = |id| rooms.iter().find(|room| room.id == id).map(|room| room.label.clone());
        let stays = self.store.stays_of(id)?;
        let boarding = self.store.boarding_of(id)?;
        let mut enrolments = Vec::new();
        let mut line = None;
        for it in self.store.enrolments_of(id)? {
            let class = self.store.class(it.class)?.map(|class| class.label).unwrap_or_default();
            enrolments.push((class.clone(), it.from, it.to));
            if it.covers(self.today()) {
                let now = stays.iter().rev().find(|stay| stay.covers(self.today()));
                let room = now.and_then(|stay| room(stay.dormitory));
                let boards =
                    boarding.iter().rev().find(|span| span.covers(self.today())).map(|span| span.kind);
                line = Some(RosterLine::of(&person, &it, class, (boards, room)));
            }
        }
        let mut stays: Vec<_> =
            stays.iter().map(|s| (room(s.dormitory).unwrap_or_default(), s.from, s.to)).collect();
        stays.extend(self.spans_apart(id, &boarding)?);
        let groups = self.roster_groups(self.today(), |persons| usize::from(persons.contains(&id)))?;
        Ok(PersonView { person, line, enrolments, stays, groups, days })
    }

    /// Name, first and last day of each time in a group beside the classes and as a boarder or day pupil.
    fn spans_apart(
        &self,
        id: PersonId,
        boarding: &[BoardingSpan],
    ) -> Result<Vec<(String, NaiveDate, Option<NaiveDate>)>, OpError> {
        let groups = self.store.free_groups()?;
        let label = |key| groups.iter().find(|group| group.id == key).map(|group| group.label.clone());
        let member = |it: FreeGroupMember| (label(it.free_group).unwrap_or_default(), it.from, it.to);
        let boards = |span: &BoardingSpan| {
            let word = match span.kind {
                Boarding::Day => self.tr.person_day(),
                Boarding::Boarder => self.tr.person_boarder(),
            };
            (word, span.from, span.to)
        };
        let members = self.store.free_groups_of(id)?.into_iter().map(member);
        Ok(members.chain(boarding.iter().map(boards)).collect())
    }
}
