//! A sheet as it is opened: everyone of the group, findings, proposals and the sum.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::group::GroupInfo;
use super::members::Seat;
use super::reported::Reported;
use crate::domain::absence;
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::{Group, GroupKind};
use crate::domain::id::PersonId;
use crate::domain::sheet::{Sheet, SheetKey, SheetState};
use crate::ops::alerts::AlertView;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::return_to_class::ReturnNote;
use crate::storage::FindingRow;

/// One person of a sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetLine {
    /// The person.
    pub person: PersonId,
    /// 班内学号
    pub seat_no: u32,
    /// Name.
    pub name: String,
    /// What was typed; `None`: nothing.
    pub finding: Option<Finding>,
    /// What is proposed and neither accepted nor turned down.
    pub proposal: Option<Finding>,
    /// Day since when the proposed absence goes on.
    pub proposal_since: Option<chrono::NaiveDate>,
    /// Day of the sheet that the proposal is carried over from.
    pub proposal_from: Option<chrono::NaiveDate>,
    /// Whether the proposal comes from somebody being kept apart.
    pub kept_apart: bool,
    /// What is noted of the person's condition.
    pub known: Option<String>,
    /// Whether the temperature typed reaches the limit of its site.
    pub fever: bool,
    /// The class as lists show it, where the sheet is not a class's.
    pub class: Option<String>,
    /// A case that is open although the person may be back.
    pub back: Option<ReturnNote>,
}

/// The group before or after in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Neighbour {
    /// The group.
    pub group: Group,
    /// Name as lists show it.
    pub short: String,
}

/// A sheet as it is opened.
#[derive(Debug, Clone, PartialEq)]
pub struct SheetView {
    /// Key.
    pub key: SheetKey,
    /// Group with names and teacher.
    pub group: GroupInfo,
    /// Whether a sheet is due; if not, it shows 无需.
    pub due: bool,
    /// State.
    pub state: SheetState,
    /// Whether something was typed that nobody confirmed.
    pub draft: bool,
    /// Everyone who is counted, by seat.
    pub lines: Vec<SheetLine>,
    /// Group before in the list.
    pub previous: Option<Neighbour>,
    /// Group after in the list.
    pub next: Option<Neighbour>,
    /// Alerts of the day that concern this group or its people and that nobody has answered.
    pub alerts: Vec<AlertView>,
    /// Teacher who checked.
    pub checked_by: Option<String>,
    /// When the paper came in; of an earlier day, before anybody has said it, the same as the sheet before it in the
    /// stack.
    pub handed_in_at: Option<chrono::NaiveDateTime>,
    /// Who confirmed, and when.
    pub confirmed: Option<(String, chrono::NaiveDateTime)>,
    /// Whether the report that counted it has gone out, so that a change is a 更正 with a reason.
    pub reported: bool,
}

/// Counts of one sheet. `head_count = present + ill + leave + unknown`; late ones are present.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct SheetCounts {
    /// 应到
    pub head_count: usize,
    /// 实到
    pub present: usize,
    /// 因病缺勤
    pub ill_absent: usize,
    /// 事假
    pub leave: usize,
    /// 迟到
    pub late: usize,
    /// 原因不明
    pub unknown: usize,
    /// People with a finding.
    pub findings: usize,
}

impl SheetCounts {
    /// Counts the findings of a sheet against its head-count.
    pub fn of(sheet: &Sheet, head_count: usize) -> Self {
        let count = |kind| sheet.findings.values().filter(|f| f.attendance == kind).count();
        let (ill_absent, leave, unknown) =
            (count(Attendance::Ill), count(Attendance::Leave), count(Attendance::Unknown));
        Self {
            head_count,
            present: head_count.saturating_sub(ill_absent + leave + unknown),
            ill_absent,
            leave,
            late: count(Attendance::Late),
            unknown,
            findings: sheet.findings.len(),
        }
    }
}

impl Book {
    /// Open proposals of a sheet: absences that go on, of people who are counted on it.
    pub(in crate::ops) fn proposals(
        &self,
        sheet: &Sheet,
        members: &[Seat],
    ) -> Result<BTreeMap<PersonId, Finding>, OpError> {
        let mut proposals = self.kept_apart(sheet, members)?;
        proposals.extend(self.carried_over(&self.away(sheet, members)?, sheet, members));
        Ok(proposals)
    }

    /// What was found last of those whose absence goes on, as long as the sheet is open.
    fn away(&self, sheet: &Sheet, members: &[Seat]) -> Result<BTreeMap<PersonId, FindingRow>, OpError> {
        if sheet.confirmed_at.is_some() || !absence::proposes(&self.rules, sheet.key.session) {
            return Ok(BTreeMap::new());
        }
        self.away_before(&members.iter().map(|seat| seat.person.id).collect(), &sheet.key)
    }

    fn carried_over(
        &self,
        away: &BTreeMap<PersonId, FindingRow>,
        sheet: &Sheet,
        members: &[Seat],
    ) -> BTreeMap<PersonId, Finding> {
        let members: Vec<_> = members.iter().map(Seat::member).collect();
        let away = away.iter().map(|(person, row)| (*person, row.body.clone())).collect();
        absence::proposals(&self.rules, &members, &away, sheet).into_iter().collect()
    }

    /// Opens a sheet.
    pub fn sheet_view(&self, key: SheetKey) -> Result<SheetView, OpError> {
        let group = self.group_info(key.group)?;
        let sheet = self.store.sheet(key)?;
        let everyone = self.everyone(key.group, key.date)?;
        let alerts = self.alerts_of_group(key.group, &everyone, key.date)?;
        let members = self.counted(everyone, key.group, key.date, key.session)?;
        let due = !members.is_empty()
            && self.calendar(key.date)?.is_due(key.group.kind(), key.session, key.date, &self.rules);
        let lines = self.sheet_lines(&sheet, members)?;
        let (previous, next) = self.neighbours(key)?;
        let alerts = self.alert_views(self.unanswered(alerts)?, key.date)?;
        let reported = self.reported(&sheet)? == Reported::Sheet;
        Ok(SheetView {
            reported,
            key,
            group,
            due,
            state: sheet.state(),
            draft: sheet.is_draft(),
            lines,
            previous,
            next,
            alerts,
            checked_by: sheet.checked_by.clone(),
            handed_in_at: self.carried_hand_in(&sheet)?,
            confirmed: sheet
                .confirmed_by
                .as_ref()
                .map(|name| self.name_or_post(name))
                .zip(sheet.confirmed_at),
        })
    }

    /// Everyone who is counted, with what was typed, what is proposed and what is known.
    fn sheet_lines(&self, sheet: &Sheet, members: Vec<Seat>) -> Result<Vec<SheetLine>, OpError> {
        let key = sheet.key;
        let away = self.away(sheet, &members)?;
        let carried = self.carried_over(&away, sheet, &members);
        let mut apart = self.kept_apart(sheet, &members)?;
        apart.retain(|person, _| !carried.contains_key(person));
        let kept_apart: BTreeSet<PersonId> = apart.keys().copied().collect();
        let mut proposals: BTreeMap<PersonId, Finding> = apart.into_iter().chain(carried).collect();
        let people = members.iter().map(|member| member.person.id).collect();
        let mut known = self.known_conditions(&people, key.date)?;
        let classes = self.classes_of(&members, key)?;
        let people = members.iter().map(|member| member.person.id).collect();
        let mut back = self.return_notes(&people, key.date)?;
        let lines = members
            .into_iter()
            .map(|member| {
                let finding = sheet.findings.get(&member.person.id).cloned();
                let proposal = proposals.remove(&member.person.id);
                let fever = finding
                    .as_ref()
                    .and_then(|f| f.temperature)
                    .is_some_and(|temperature| self.rules.is_fever(temperature));
                SheetLine {
                    person: member.person.id,
                    seat_no: member.seat_no,
                    name: member.person.name,
                    proposal_since: proposal.as_ref().and_then(|f| f.onset),
                    proposal_from: away
                        .get(&member.person.id)
                        .filter(|_| proposal.is_some())
                        .map(|row| row.date),
                    kept_apart: kept_apart.contains(&member.person.id),
                    known: known.remove(&member.person.id),
                    class: classes.get(&member.person.id).cloned(),
                    back: back.remove(&member.person.id),
                    finding,
                    proposal,
                    fever,
                }
            })
            .collect();
        Ok(lines)
    }

    /// The classes of the people of a dormitory, as lists show them.
    fn classes_of(&self, members: &[Seat], key: SheetKey) -> Result<BTreeMap<PersonId, String>, OpError> {
        let mut classes = BTreeMap::new();
        if key.group.kind() != GroupKind::Dormitory {
            return Ok(classes);
        }
        for Seat { person, .. } in members {
            let enrolments = self.store.enrolments_of(person.id)?;
            if let Some(enrolment) = enrolments.iter().find(|enrolment| enrolment.covers(key.date)) {
                classes.insert(person.id, self.group_info(Group::Class(enrolment.class))?.short);
            }
        }
        Ok(classes)
    }

    fn neighbours(&self, key: SheetKey) -> Result<(Option<Neighbour>, Option<Neighbour>), OpError> {
        let groups = self.listed_groups(key.date, key.session)?;
        let neighbour = |info: &GroupInfo| Neighbour { group: info.group, short: info.short.clone() };
        let Some(at) = groups.iter().position(|info| info.group == key.group) else {
            return Ok((None, None));
        };
        let previous = at.checked_sub(1).and_then(|i| groups.get(i)).map(neighbour);
        Ok((previous, groups.get(at + 1).map(neighbour)))
    }
}
