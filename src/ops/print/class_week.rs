//! One week of a class on one sheet, blank with names or as recorded.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, Weekday};

use super::print_request::{Filling, PrintRequest};
use crate::domain::group::{Group, GroupKind};
use crate::domain::session::Session;
use crate::domain::sheet::{Sheet, SheetKey};
use crate::ops::book::Book;
use crate::ops::check::{GroupInfo, Seat, SheetCounts};
use crate::ops::error::OpError;
use crate::paper::form::{FormContent, FormRow};

/// Keys of the form's column groups from Monday on.
const DAYS: [&str; 5] = ["mon", "tue", "wed", "thu", "fri"];
/// The sessions of a day on the form.
pub(super) const SESSIONS: [Session; 3] = [Session::Morning, Session::Noon, Session::Evening];

/// A column of the form: one session of one day.
struct Column {
    key: String,
    date: NaiveDate,
    session: Session,
    sheet: Option<Sheet>,
}

impl Book {
    /// The week sheet of the week in which the day lies.
    pub(super) fn class_week(
        &self,
        info: &GroupInfo,
        request: &PrintRequest,
    ) -> Result<FormContent, OpError> {
        let monday = request.date.week(Weekday::Mon).first_day();
        let friday = monday + Days::new(4);
        let calendar = self.calendar(request.date)?;
        let seats = self.everyone(info.group, request.date)?;
        let mut content = self.blank_content()?;
        let mut header = vec![
            ("class", info.label.clone()),
            ("week", self.tr.print_days(&monday.to_string(), &friday.to_string())),
            ("enrolled", seats.len().to_string()),
            ("teacher", info.teacher.clone().unwrap_or_default()),
        ];
        for (key, date) in DAYS.into_iter().zip(monday.iter_days()) {
            let day = date.format("%m-%d").to_string();
            let held = calendar.is_school_day(date);
            header.push((key, if held { day } else { self.tr.print_day_off(&day) }));
        }
        content.header.extend(header.into_iter().map(|(key, text)| (key.to_owned(), text)));
        content.group = info.group.kind();
        let columns = self.columns(info, monday, request.filling)?;
        for session in SESSIONS {
            if !self.is_checked(info.group, request.date, session)? {
                let of_session = columns.iter().filter(|column| column.session == session);
                content.hidden.extend(of_session.map(|column| column.key.clone()));
            }
        }
        content.rows = seats.iter().map(|seat| self.week_row(seat, &columns, request.filling)).collect();
        if request.filling != Filling::Blank {
            self.week_foot(info, &columns, &mut content)?;
        }
        Ok(content)
    }

    /// Whether a session has anyone of the group to check; where the school has no such sheets, as if it had.
    fn is_checked(&self, group: Group, date: NaiveDate, session: Session) -> Result<bool, OpError> {
        let calendar = self.calendar(date)?;
        let kind = group.kind();
        let held = |session| calendar.checked_kinds(session, date, &self.rules).contains(&kind);
        let usual = Session::usual_of(kind) == session;
        let own = kind == GroupKind::Class || held(session) || usual && !SESSIONS.into_iter().any(held);
        Ok(own && !self.members(group, date, session)?.is_empty())
    }

    fn columns(&self, info: &GroupInfo, monday: NaiveDate, filling: Filling) -> Result<Vec<Column>, OpError> {
        let mut sheets = match filling {
            Filling::Blank => BTreeMap::new(),
            _ => self.store.sheets_between(monday, monday + Days::new(4))?,
        };
        let mut columns = Vec::new();
        for (day, date) in DAYS.into_iter().zip(monday.iter_days()) {
            for session in SESSIONS {
                let sheet = sheets.remove(&SheetKey { group: info.group, date, session });
                columns.push(Column {
                    key: format!("{day}-{}", session.name()),
                    date,
                    session,
                    sheet: sheet.filter(|sheet| sheet.confirmed_at.is_some()),
                });
            }
        }
        Ok(columns)
    }

    fn week_row(&self, seat: &Seat, columns: &[Column], filling: Filling) -> FormRow {
        let mut cells = BTreeMap::from([
            ("no".to_owned(), seat.seat_no.to_string()),
            ("name".to_owned(), seat.person.name.clone()),
        ]);
        if filling == Filling::Blank {
            return FormRow::Open(cells);
        }
        for column in columns {
            let counted = seat.member().boarder || !self.counts_boarders_only(column.session);
            let Some(sheet) = column.sheet.as_ref().filter(|_| counted) else { continue };
            let _ = cells.insert(column.key.clone(), self.week_mark(sheet.findings.get(&seat.person.id)));
        }
        FormRow::Filled(cells)
    }

    fn week_foot(
        &self,
        info: &GroupInfo,
        columns: &[Column],
        content: &mut FormContent,
    ) -> Result<(), OpError> {
        for column in columns {
            let Some(sheet) = &column.sheet else { continue };
            let members = self.members(info.group, column.date, column.session)?;
            let counts = SheetCounts::of(sheet, members.len());
            for (row, text) in [
                ("present", counts.present.to_string()),
                ("ill", counts.ill_absent.to_string()),
                ("checker", sheet.checked_by.clone().unwrap_or_default()),
            ] {
                content.foot.entry(row.to_owned()).or_default().insert(column.key.clone(), text);
            }
        }
        Ok(())
    }
}
