//! Figures of the school's daily report (湖南附表2): per class and in total.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::calendar::Calendar;
use super::finding::Attendance;
use super::group::{Group, GroupKind};
use super::id::PersonId;
use super::member::Member;
use super::membership::Membership;
use super::observation::{Observation, observations};
use super::rule_book::{RuleBook, Who};
use super::session::Session;
use super::sheet::{Sheet, SheetKey, SheetState};
use super::symptom::SymptomCode;

/// The persons of each form column, every column present, those without anyone too.
pub type ByColumn = BTreeMap<SymptomCode, BTreeSet<PersonId>>;

/// The figures of a class or of the school. Where they count exceptions they hold the persons, so that
/// every number can be opened.
///
/// [`Figures::balances`]: head count = present + ill + leave + unknown + unchecked. Who came late is among
/// the present.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Figures {
    /// People whom the session counts.
    pub head_count: u32,
    /// Present, latecomers too.
    pub present: u32,
    /// People of classes whose sheet is not confirmed.
    pub unchecked: u32,
    /// Absent ill.
    pub ill: BTreeSet<PersonId>,
    /// On leave.
    pub leave: BTreeSet<PersonId>,
    /// Late.
    pub late: BTreeSet<PersonId>,
    /// Absent for an unknown reason.
    pub unknown: BTreeSet<PersonId>,
    /// Everyone with a symptom, a severe sign, fever, or an ill or unknown absence.
    pub illness: BTreeSet<PersonId>,
    /// By form column, who had it at this session.
    pub today: ByColumn,
    /// By form column, whose illness began on this day or the two before it.
    pub last_three_days: ByColumn,
}

impl Figures {
    /// Whether the sum comes out.
    pub fn balances(&self) -> bool {
        let absent = self.ill.len() + self.leave.len() + self.unknown.len();
        self.head_count as usize == self.present as usize + absent + self.unchecked as usize
    }

    /// Number of persons in a form column at this session.
    pub fn today_in(&self, column: &SymptomCode) -> usize {
        self.today.get(column).map_or(0, BTreeSet::len)
    }

    /// Number of persons in a form column whose illness began within the last three days.
    pub fn last_three_days_in(&self, column: &SymptomCode) -> usize {
        self.last_three_days.get(column).map_or(0, BTreeSet::len)
    }

    /// Everybody whom the figures name: absent, late or with a sign of illness.
    pub fn named(&self) -> BTreeSet<PersonId> {
        let named = [&self.ill, &self.leave, &self.late, &self.unknown, &self.illness];
        named.into_iter().flatten().copied().collect()
    }

    /// Adds the figures of another group.
    pub fn add(&mut self, other: &Self) {
        self.head_count += other.head_count;
        self.present += other.present;
        self.unchecked += other.unchecked;
        self.ill.extend(&other.ill);
        self.leave.extend(&other.leave);
        self.late.extend(&other.late);
        self.unknown.extend(&other.unknown);
        self.illness.extend(&other.illness);
        for (sum, part) in
            [(&mut self.today, &other.today), (&mut self.last_three_days, &other.last_three_days)]
        {
            for (column, persons) in part {
                sum.entry(column.clone()).or_default().extend(persons);
            }
        }
    }
}

/// One row of the report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupFigures {
    /// The class, or the dormitory where the school has it checked.
    #[serde(rename = "class")]
    pub group: Group,
    /// State of its sheet.
    pub state: SheetState,
    /// Its figures.
    pub figures: Figures,
}

/// One session of the day over all groups of pupils that owe a sheet for it or have one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionFigures {
    /// The session.
    pub session: Session,
    /// Groups in the order of the school.
    #[serde(rename = "classes")]
    pub groups: Vec<GroupFigures>,
    /// Their sum.
    pub total: Figures,
    /// Groups without a confirmed sheet.
    pub unchecked: Vec<Group>,
}

/// The school's daily report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DailyReport {
    /// The day.
    pub date: NaiveDate,
    /// The session that the report counts: morning, or the register of a holiday.
    pub main: SessionFigures,
    /// Later sessions of the day that have a confirmed sheet; not added to the report's figures.
    pub later: Vec<SessionFigures>,
    /// The staff at the report's session, where they are checked; counted apart from the pupils.
    #[serde(default)]
    pub staff: Option<GroupFigures>,
    /// The staff in the register of the whole day, where anything of them stands there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff_all_day: Option<GroupFigures>,
    /// 零报告: everybody is checked, and no confirmed sheet of the day, whatever its session, knows of anybody ill. Someone on
    /// leave does not change it.
    pub nil: bool,
}

/// What the report is made from.
#[derive(Debug, Clone, Copy)]
pub struct DailyRecords<'a> {
    /// Groups of the day in the order of the school.
    pub groups: &'a [Group],
    /// Who belongs where.
    pub membership: &'a Membership,
    /// Sheets of the day and of the two or three weeks before it, for the days of onset.
    pub sheets: &'a [Sheet],
}

impl DailyReport {
    /// Groups without a confirmed sheet at the report's session, the staff behind the classes.
    pub fn unchecked(&self) -> impl Iterator<Item = Group> {
        let staff = self.staff.iter().filter(|staff| staff.state == SheetState::Unchecked);
        self.main.unchecked.iter().copied().chain(staff.map(|staff| staff.group))
    }
}

/// The report of a day. Only confirmed sheets count; groups without one are listed as unchecked, groups
/// without anyone on that day are left out.
pub fn daily_report(
    rules: &RuleBook,
    calendar: &Calendar,
    records: DailyRecords<'_>,
    date: NaiveDate,
) -> DailyReport {
    let mut seen = observations(rules, records.sheets, records.membership);
    seen.retain(|o| o.confirmed);
    let counter = Counter { rules, calendar, records, seen: &seen, date };
    let session = calendar.report_session(date).unwrap_or(Session::Morning);
    let main = counter.session(session);
    let later = Session::ALL
        .into_iter()
        .filter(|s| *s > session && records.sheets.iter().any(|sheet| confirmed_at(sheet, date, *s)))
        .map(|s| counter.session(s))
        .collect();
    let staff = counter.group(Group::Staff, session, &mut BTreeSet::new());
    let staff_all_day = counter.group(Group::Staff, Session::AllDay, &mut BTreeSet::new());
    // Whatever sheet of the day knows of an illness, also one that is no part of the figures: gate, noon, evening.
    let ill_today = seen.iter().any(|seen| seen.sheet.date == date);
    let mut report = DailyReport { date, main, later, staff, staff_all_day, nil: false };
    report.nil = report.unchecked().next().is_none() && !ill_today;
    report
}

fn confirmed_at(sheet: &Sheet, date: NaiveDate, session: Session) -> bool {
    sheet.confirmed_at.is_some()
        && (sheet.key.date, sheet.key.session) == (date, session)
        && sheet.key.group.kind() != GroupKind::Staff
}

struct Counter<'a> {
    rules: &'a RuleBook,
    calendar: &'a Calendar,
    records: DailyRecords<'a>,
    seen: &'a [Observation],
    date: NaiveDate,
}

impl Counter<'_> {
    fn session(&self, session: Session) -> SessionFigures {
        let mut all = SessionFigures {
            session,
            groups: Vec::new(),
            total: Figures { today: self.columns(), last_three_days: self.columns(), ..Figures::default() },
            unchecked: Vec::new(),
        };
        let pupils = self.records.groups.iter().copied().filter(|group| group.kind() != GroupKind::Staff);
        let mut groups: Vec<Group> = pupils.collect();
        if self.calendar.rooms_come_first(session, self.date, self.rules) {
            groups.sort_by_key(|group| group.kind() != GroupKind::Dormitory);
        }
        let mut counted = BTreeSet::new();
        for group in groups {
            let Some(row) = self.group(group, session, &mut counted) else { continue };
            all.total.add(&row.figures);
            if row.state == SheetState::Unchecked {
                all.unchecked.push(row.group);
            }
            all.groups.push(row);
        }
        all
    }

    /// The row of a group; `None` where it neither owes a sheet nor has confirmed one, or has nobody.
    /// Whoever stands in `counted` is counted in another group.
    fn group(
        &self,
        group: Group,
        session: Session,
        counted: &mut BTreeSet<PersonId>,
    ) -> Option<GroupFigures> {
        let key = SheetKey { group, date: self.date, session };
        let sheet = self.records.sheets.iter().find(|s| s.key == key && s.confirmed_at.is_some());
        let mut members = self.records.membership.members(group, self.date);
        let due = self.calendar.is_due(group.kind(), session, self.date, self.rules);
        if sheet.is_none() && !due {
            return None;
        }
        let who = self.rules.session(session).map_or(Who::Everyone, |s| s.who);
        members.retain(|m| m.is_counted(who) && counted.insert(m.person));
        if members.is_empty() {
            return None;
        }
        let mut figures = self.symptoms(&members, session);
        figures.head_count = members.len() as u32;
        if let Some(sheet) = sheet {
            attend(&mut figures, sheet, &members);
        } else {
            // Its row is blank, and so are its days before: the sum is that of the rows.
            figures.unchecked = figures.head_count;
            figures.last_three_days = self.columns();
        }
        Some(GroupFigures { group, state: sheet.map_or(SheetState::Unchecked, Sheet::state), figures })
    }

    fn symptoms(&self, members: &[Member], session: Session) -> Figures {
        let first = self.date.checked_sub_days(Days::new(2)).unwrap_or(self.date);
        let now = (self.date, session);
        let mut figures =
            Figures { today: self.columns(), last_three_days: self.columns(), ..Figures::default() };
        let of_class = |o: &&Observation| members.iter().any(|m| m.person == o.person);
        for seen in self.seen.iter().filter(of_class) {
            let at = (seen.sheet.date, seen.sheet.session);
            if at == now {
                figures.illness.insert(seen.person);
                self.count(&mut figures.today, seen);
            }
            if at <= now && first <= seen.onset && seen.onset <= self.date {
                self.count(&mut figures.last_three_days, seen);
            }
        }
        figures
    }

    fn count(&self, columns: &mut ByColumn, seen: &Observation) {
        for code in &seen.codes {
            columns.entry(self.rules.column_of(code)).or_default().insert(seen.person);
        }
    }

    fn columns(&self) -> ByColumn {
        self.rules.columns().iter().map(|c| (c.code.clone(), BTreeSet::new())).collect()
    }
}

fn attend(figures: &mut Figures, sheet: &Sheet, members: &[Member]) {
    for Member { person, .. } in members {
        let attendance = sheet.findings.get(person).map_or(Attendance::Present, |f| f.attendance);
        let named = match attendance {
            Attendance::Present => None,
            Attendance::Ill => Some(&mut figures.ill),
            Attendance::Leave => Some(&mut figures.leave),
            Attendance::Late => Some(&mut figures.late),
            Attendance::Unknown => Some(&mut figures.unknown),
        };
        if let Some(named) = named {
            named.insert(*person);
        }
        figures.present += u32::from(!attendance.is_absent());
    }
}
