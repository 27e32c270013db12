//! Making, numbering and issuing the report.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Days, NaiveDate};
use serde::Serialize;
use serde_json::json;

use super::report_body::{ReportAlert, ReportBody, ReportClass};
use super::report_number::report_number;
use crate::domain::daily_report::{DailyRecords, DailyReport, daily_report};
use crate::domain::enrolment::DormitoryStay;
use crate::domain::group::Group;
use crate::domain::membership::Membership;
use crate::domain::person::Boarding;
use crate::domain::session::Session;
use crate::domain::sheet::Sheet;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::storage::{IssuedRow, Record, StorageError};

/// Days of sheets that are read for the days of onset.
const LOOK_BACK: u64 = 21;
/// Kind of the issued rows.
pub(in crate::ops) const DAILY_REPORT: &str = "daily_report";
/// Where an issued row keeps the version of the form that the school had then.
pub(in crate::ops) const OWN_FORM: &str = "own_form";

/// Where a report stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ReportState {
    /// Not issued yet.
    Draft,
    /// Issued, and nothing has changed since.
    Issued,
    /// Something has changed since the last one was issued; this would correct it.
    Correction,
}

/// The report of a day as it would be printed now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportView {
    /// The report.
    pub body: ReportBody,
    /// Where it stands.
    pub state: ReportState,
}

/// A report written to a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReportIssue {
    /// The file.
    pub file: std::path::PathBuf,
    /// 报表编号
    pub number: String,
    /// Number of the report that it corrects.
    pub corrects: Option<String>,
    /// Whether it is a zero report.
    pub nil: bool,
    /// Names of classes without a confirmed sheet.
    pub unchecked: Vec<String>,
    /// Sheets of paper; 0 for a workbook.
    pub sheets: usize,
}

impl Book {
    /// The figures of a day: what the confirmed sheets say.
    pub(in crate::ops) fn daily_report_figures(
        &self,
        date: NaiveDate,
        membership: &Membership,
    ) -> Result<DailyReport, OpError> {
        let mut groups: Vec<Group> = self.class_groups(date)?.into_iter().map(|info| info.group).collect();
        groups.extend(self.store.dormitories()?.into_iter().map(|room| Group::Dormitory(room.id)));
        let calendar = self.calendar(date)?;
        let sheets: Vec<Sheet> =
            self.store.sheets_between(date - Days::new(LOOK_BACK), date)?.into_values().collect();
        let records = DailyRecords { groups: &groups, membership, sheets: &sheets };
        Ok(daily_report(self.rules_on(date), &calendar, records, date))
    }

    /// Classes and staff by date. Who boards is told by the roster, whether or not a room is known.
    pub(in crate::ops) fn report_membership(&self) -> Result<Membership, OpError> {
        let mut boarding = self.store.boarding_spans()?;
        boarding.retain(|span| span.kind == Boarding::Boarder);
        let stays = self.store.stays()?;
        // A room counts while its sleeper boards.
        let boarded = |stay: &DormitoryStay| {
            let own = boarding.iter().skip(boarding.partition_point(|span| span.person < stay.person));
            let own = own.take_while(|span| span.person == stay.person);
            let until = |a: Option<NaiveDate>, b: Option<NaiveDate>| a.into_iter().chain(b).min();
            own.map(|span| (span.from.max(stay.from), until(span.to, stay.to)))
                .filter(|(from, to)| to.is_none_or(|to| *from <= to))
                .map(|(from, to)| DormitoryStay { from, to, ..stay.clone() })
                .collect::<Vec<_>>()
        };
        let stays: Vec<DormitoryStay> = stays.iter().flat_map(boarded).collect();
        let membership = Membership::new(&self.store.enrolments()?, &stays).with_boarders(&boarding);
        Ok(membership.with_staff(&self.store.employments()?))
    }

    /// The report of a day as it would be printed now: the last one issued if nothing has changed since.
    ///
    /// # Errors
    /// [`OpError::NotDue`] for a day without a report, [`OpError::BadValue`] for a day to come,
    /// [`OpError::NobodyInRoster`] for a day on which no class owed a sheet, or
    /// [`PupilsBehind`](crate::ops::roster::MembershipError::PupilsBehind) where a promotion is due.
    pub fn report_view(&self, date: NaiveDate) -> Result<ReportView, OpError> {
        if self.calendar(date)?.report_session(date).is_none() {
            return Err(OpError::NotDue { date, session: Session::Morning });
        }
        if date > self.today() {
            return Err(OpError::BadValue { field: "--date", given: date.to_string() });
        }
        let mut body = self.report_draft(date, &self.report_membership()?)?;
        if body.report.main.groups.is_empty() {
            return Err(self.nobody_on(date));
        }
        let Some(last) = self.store.issued_on(DAILY_REPORT, date)?.pop() else {
            return Ok(ReportView { body, state: ReportState::Draft });
        };
        let issued = ReportBody::kept_in(&last)?;
        if issued.says_the_same(&body) {
            // Its words in the language of now.
            let body = ReportBody { alerts: body.alerts, ..issued };
            return Ok(ReportView { body, state: ReportState::Issued });
        }
        body.number = report_number(&body.school, date, last.number + 1);
        body.corrects = Some(issued.number);
        Ok(ReportView { body, state: ReportState::Correction })
    }

    /// The reports of a day that were issued, by number.
    pub(in crate::ops) fn issued_reports(&self, date: NaiveDate) -> Result<Vec<ReportBody>, OpError> {
        self.store.issued_on(DAILY_REPORT, date)?.iter().map(ReportBody::kept_in).collect()
    }

    /// The report of a day as the records stand now, numbered as its first.
    pub(in crate::ops) fn report_draft(
        &self,
        date: NaiveDate,
        membership: &Membership,
    ) -> Result<ReportBody, OpError> {
        let school = self.school()?;
        let classes = self.store.classes(crate::domain::calendar::Calendar::school_year_of(date))?;
        let classes = classes
            .into_iter()
            .map(|class| ReportClass {
                class: class.id,
                short: crate::ops::check::GroupInfo::of_class(&class).short,
                label: class.label,
                grade: class.grade,
                class_no: class.class_no,
            })
            .collect();
        Ok(ReportBody {
            number: report_number(&school.name, date, 1),
            corrects: None,
            report: self.daily_report_figures(date, membership)?,
            alerts: self.report_alerts(date)?,
            classes,
            rules: self.rule_editions(date)?,
            school: school.name,
            phone: school.phone.unwrap_or_default(),
            reporter: self.name_or_post(&self.operator()?),
            demo: school.demo,
            made_at: self.now(),
            language: self.tr.language(),
        })
    }

    fn report_alerts(&self, date: NaiveDate) -> Result<Vec<ReportAlert>, OpError> {
        let views = self.alert_views(self.alerts_of_day(date)?, date)?;
        Ok(views
            .into_iter()
            .map(|view| ReportAlert {
                cluster: view.alert.subject.is_cluster(),
                code: view.alert.subject.code().map(ToOwned::to_owned),
                rule: view.alert.rule,
                group: view.alert.scope,
                scope: view.scope,
                subject: view.subject,
                raised_on: view.alert.raised_on,
                persons: view.alert.persons,
            })
            .collect())
    }

    /// Id and edition of every alert rule in force.
    fn rule_editions(&self, date: NaiveDate) -> Result<BTreeMap<String, String>, OpError> {
        let rules = self.rules_on(date);
        let (severe, unknown) = (rules.severe(), rules.symptoms_unknown());
        // Editions that nobody chose judge nothing and are not named.
        let editions = self.editions(date)?;
        let in_force = |id: &str| editions.iter().any(|edition| edition.on && edition.id == id);
        let clusters = rules.clusters().iter().filter(|rule| in_force(&rule.edition));
        let clusters = clusters.map(|rule| (&rule.id, &rule.version));
        let all = clusters
            .chain([(&severe.id, &severe.version), (&unknown.id, &unknown.version)])
            .map(|(id, version)| (id.clone(), version.clone()))
            .collect();
        Ok(all)
    }

    /// Keeps a report that has just been written or printed. One that says what the last one said has been
    /// kept already and is noted as put out again.
    pub(in crate::ops) fn keep_report(
        &mut self,
        view: &ReportView,
        digest: Option<String>,
        target: Option<&Path>,
    ) -> Result<(), OpError> {
        let body = &view.body;
        let date = body.report.date;
        let last = self.store.issued_on(DAILY_REPORT, date)?.pop();
        if let (ReportState::Issued, Some(last)) = (view.state, &last) {
            return self.note_reprint(last.id, target);
        }
        let number = last.map_or(0, |row| row.number) + 1;
        let made_by = self.operator()?;
        let journal = self.store.journal_head()?;
        let mut kept = serde_json::to_value(body)
            .map_err(|source| StorageError::Record { table: IssuedRow::TABLE, source })?;
        if let (Some(kept), Some(target)) = (kept.as_object_mut(), target) {
            let name = target.file_name().map(|name| name.to_string_lossy().into_owned());
            let _ = kept.insert("file".to_owned(), json!(name));
        }
        if let (Some(kept), Some(own)) = (kept.as_object_mut(), self.own_form("school-day")?) {
            let own = serde_json::to_value(own)
                .map_err(|source| StorageError::Record { table: IssuedRow::TABLE, source })?;
            let _ = kept.insert(OWN_FORM.to_owned(), own);
        }
        self.act_final(DAILY_REPORT, json!({ "date": date, "number": number }), |act, ids| {
            let row = IssuedRow {
                id: ids.next(),
                kind: DAILY_REPORT.to_owned(),
                date,
                number,
                made_at: body.made_at,
                made_by,
                journal,
                digest,
                body: kept,
            };
            Ok(act.put(&row).map(drop)?)
        })
    }
}
