//! 零报告 and confirming.

use serde_json::json;

use super::gate::GateEntry;
use super::hand_in::HandIn;
use super::members::Seat;
use crate::domain::finding::Finding;
use crate::domain::group::{Group, GroupKind};
use crate::domain::id::PersonId;
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey, SheetState};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::request::Answer;

/// What one can do to a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CheckOp {
    /// 零报告
    SetNil(SheetKey),
    /// 零报告 for every due sheet of the day and session that allows it.
    SetAllNil(chrono::NaiveDate, Session),
    /// Replaces whole findings of people, all or none; an empty one removes it and turns a proposal down.
    Record {
        /// The sheet.
        key: SheetKey,
        /// The people with their whole findings.
        findings: Vec<(PersonId, Finding)>,
        /// Why a sheet is changed whose report has gone out; not needed before.
        reason: Option<String>,
    },
    /// Confirms a sheet with its open proposals.
    Confirm(SheetKey),
    /// Writes down who checked a sheet and when it came in.
    HandIn(SheetKey, HandIn),
    /// Files somebody who was measured and asked at the gate.
    Gate(GateEntry),
}

/// What 零报告 for all did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AllNil {
    /// Sheets set to nil now.
    pub set: Vec<Group>,
    /// Sheets that hold something and stay unchecked.
    pub skipped: Vec<Skipped>,
}

/// A sheet left out by 零报告 for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// The group.
    pub group: Group,
    /// Its name.
    pub label: String,
    /// Findings typed so far.
    pub findings: usize,
    /// Open proposals.
    pub proposals: usize,
}

impl Book {
    /// Does something to a sheet.
    pub(in crate::ops) fn run_check(&mut self, op: &CheckOp) -> Result<Answer, OpError> {
        match op {
            CheckOp::SetNil(key) => self.set_nil(*key).map(|()| Answer::Confirmed(*key, SheetState::Nil)),
            CheckOp::SetAllNil(date, session) => self.set_all_nil(*date, *session).map(Answer::AllNil),
            CheckOp::Record { key, findings, reason } => {
                self.record_all(*key, findings, reason.as_deref()).map(|()| Answer::Done)
            }
            CheckOp::HandIn(key, hand_in) => self.set_hand_in(*key, hand_in).map(|()| Answer::Done),
            CheckOp::Gate(entry) => self.file_at_gate(entry).map(|line| Answer::GateFiled(Box::new(line))),
            CheckOp::Confirm(key) => {
                self.confirm(*key, &HandIn::default()).map(|state| Answer::Confirmed(*key, state))
            }
        }
    }

    /// 零报告: only on a due sheet without findings, drafts or open proposals. A sheet that is nil stays so.
    ///
    /// # Errors
    /// [`OpError::DayToCome`], [`OpError::NotDue`], [`OpError::SheetHoldsSomething`]; nothing is changed.
    pub fn set_nil(&mut self, key: SheetKey) -> Result<(), OpError> {
        let members = self.due_members(key)?;
        let sheet = self.store.sheet(key)?;
        if sheet.state() == SheetState::Nil {
            return Ok(());
        }
        let proposals = self.proposals(&sheet, &members)?.len();
        if !sheet.findings.is_empty() || sheet.is_draft() || proposals > 0 {
            let class = self.group_info(key.group)?.label;
            return Err(OpError::SheetHoldsSomething { class, findings: sheet.findings.len(), proposals });
        }
        self.confirm_as("set_nil", sheet, &HandIn::default())
    }

    /// 零报告 for every due sheet of a session; what holds something is listed and left.
    ///
    /// # Errors
    /// [`OpError::DayToCome`], [`PupilsBehind`](crate::ops::roster::MembershipError::PupilsBehind) where a promotion
    /// is due; nothing is changed.
    pub fn set_all_nil(&mut self, date: chrono::NaiveDate, session: Session) -> Result<AllNil, OpError> {
        self.has_come(date)?;
        let mut result = AllNil::default();
        let mut sheets = Vec::new();
        let roll = self.roll(date)?;
        if !roll.has_pupils() && self.pupils_behind(date)? > 0 {
            return Err(self.nobody_on(date));
        }
        for owing in roll.of(session).into_iter().filter(|owing| owing.due) {
            let info = owing.info;
            let sheet = self.store.sheet(SheetKey { group: info.group, date, session })?;
            if sheet.confirmed_at.is_some() {
                continue;
            }
            let members = self.members(info.group, date, session)?;
            let proposals = self.proposals(&sheet, &members)?.len();
            if sheet.is_draft() || proposals > 0 {
                let findings = sheet.findings.len();
                result.skipped.push(Skipped { group: info.group, label: info.label, findings, proposals });
            } else {
                result.set.push(info.group);
                sheets.push(self.confirmed(sheet, &HandIn::default())?);
            }
        }
        let detail = json!({ "date": date, "session": session, "count": sheets.len() });
        self.act("set_all_nil", detail, |act, _| {
            for sheet in &sheets {
                let _ = act.put_sheet(sheet)?;
            }
            Ok(())
        })?;
        Ok(result)
    }

    /// Confirms a sheet: open proposals become findings. Confirming again changes nothing.
    ///
    /// # Errors
    /// [`OpError::DayToCome`], [`OpError::NotDue`], [`OpError::BadValue`] for an hour before the sheet's day or one
    /// that has not come; nothing is changed.
    pub fn confirm(&mut self, key: SheetKey, hand_in: &HandIn) -> Result<SheetState, OpError> {
        let members = self.writable_members(key)?;
        let mut sheet = self.store.sheet(key)?;
        if sheet.confirmed_at.is_some() {
            return Ok(sheet.state());
        }
        let proposals = self.proposals(&sheet, &members)?;
        sheet.findings.extend(proposals);
        let state = if sheet.findings.is_empty() { SheetState::Nil } else { SheetState::Exceptions };
        self.confirm_as("confirm", sheet, hand_in)?;
        Ok(state)
    }

    fn confirm_as(&mut self, kind: &'static str, sheet: Sheet, hand_in: &HandIn) -> Result<(), OpError> {
        let detail = self.sheet_detail(sheet.key)?;
        let sheet = self.confirmed(sheet, hand_in)?;
        self.act(kind, detail, |act, _| Ok(act.put_sheet(&sheet).map(drop)?))
    }

    pub(super) fn confirmed(&self, mut sheet: Sheet, hand_in: &HandIn) -> Result<Sheet, OpError> {
        self.can_have_come_in(sheet.key, hand_in)?;
        let operator = self.operator()?;
        let now = self.now();
        if sheet.checked_by.is_none() {
            sheet.checked_by = match &hand_in.checked_by {
                Some(name) => Some(name.clone()),
                None => self.group_info(sheet.key.group)?.teacher,
            };
        }
        sheet.handed_in_at = hand_in.handed_in_at.or(self.carried_hand_in(&sheet)?).or(Some(now));
        sheet.entered_by.get_or_insert_with(|| operator.clone());
        sheet.confirmed_by = Some(operator);
        sheet.confirmed_at = Some(now);
        Ok(sheet)
    }

    /// Nobody has been seen yet on a day to come, so nothing can be said of it.
    pub(super) fn has_come(&self, date: chrono::NaiveDate) -> Result<(), OpError> {
        let today = self.today();
        if date > today { Err(OpError::DayToCome { date, today }) } else { Ok(()) }
    }

    /// Whether the calendar and the rules ask for such a sheet; the register of the whole day takes findings
    /// at any time.
    pub(super) fn takes_findings(&self, key: SheetKey) -> Result<bool, OpError> {
        if key.session == Session::AllDay {
            return Ok(true);
        }
        Ok(self.calendar(key.date)?.is_due(key.group.kind(), key.session, key.date, &self.rules))
    }

    /// Those who are counted on a sheet that is due.
    fn due_members(&self, key: SheetKey) -> Result<Vec<Seat>, OpError> {
        self.has_come(key.date)?;
        let members = self.members(key.group, key.date, key.session)?;
        let calendar = self.calendar(key.date)?;
        if !members.is_empty() && calendar.is_due(key.group.kind(), key.session, key.date, &self.rules) {
            Ok(members)
        } else {
            Err(OpError::NotDue { date: key.date, session: key.session })
        }
    }

    /// Those who are counted on a sheet that takes findings: the register of the whole day always does.
    pub(super) fn writable_members(&self, key: SheetKey) -> Result<Vec<Seat>, OpError> {
        self.has_come(key.date)?;
        match key.session {
            Session::AllDay => self.members(key.group, key.date, key.session),
            _ => self.due_members(key),
        }
    }

    pub(super) fn sheet_detail(&self, key: SheetKey) -> Result<serde_json::Value, OpError> {
        let name = self.group_info(key.group)?.short;
        let kind = if key.group.kind() == GroupKind::Class { "class" } else { "group" };
        Ok(json!({ kind: name, "date": key.date, "session": key.session }))
    }
}
