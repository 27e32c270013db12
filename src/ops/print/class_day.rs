//! The check sheet of a class for one session (附表1), blank with names or as recorded.

use std::collections::BTreeMap;

use super::print_request::{Filling, PrintRequest};
use crate::domain::cluster::{Alert, AlertSubject};
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::person::Sex;
use crate::domain::rule_book::OTHER;
use crate::domain::sheet::{Sheet, SheetKey, SheetState};
use crate::ops::book::Book;
use crate::ops::check::{GroupInfo, Seat, SheetCounts};
use crate::ops::error::OpError;
use crate::paper::form::{Answer, FormContent, FormRow};

/// Cells of a row.
type Cells = BTreeMap<String, String>;

impl Book {
    /// The sheet, and whether it is confirmed (a blank one always counts as such).
    pub(super) fn class_day(
        &self,
        info: &GroupInfo,
        request: &PrintRequest,
    ) -> Result<(FormContent, bool), OpError> {
        let key = SheetKey { group: info.group, date: request.date, session: request.session };
        let seats = self.members(info.group, request.date, request.session)?;
        let mut content = self.blank_content()?;
        content.group = info.group.kind();
        let tr = &self.tr;
        let mut header = vec![
            ("class", info.label.clone()),
            ("session", tr.session(request.session)),
            ("date", tr.long_day(request.date)),
            ("enrolled", seats.len().to_string()),
        ];
        if request.filling == Filling::Blank {
            content.header.extend(header.into_iter().map(|(key, text)| (key.to_owned(), text)));
            for seat in &seats {
                content.rows.push(FormRow::Open(self.asked_of(info.group, seat, request)?));
            }
            return Ok((content, true));
        }
        let sheet = self.store.sheet(key)?;
        if sheet.confirmed_at.is_some() {
            let counts = SheetCounts::of(&sheet, seats.len());
            header.push(("present", counts.present.to_string()));
            header.push(("ill", counts.ill_absent.to_string()));
            header.push(("checker", sheet.checked_by.clone().unwrap_or_default()));
            let handed_in = sheet.handed_in_at.map(|at| tr.time(at));
            header.push(("handed-in", handed_in.unwrap_or_default()));
            self.answers(&sheet, &seats, &mut content)?;
        }
        content.header.extend(header.into_iter().map(|(key, text)| (key.to_owned(), text)));
        content.rows = self.recorded(&sheet, &seats, request)?;
        Ok((content, sheet.confirmed_at.is_some()))
    }

    fn recorded(
        &self,
        sheet: &Sheet,
        seats: &[Seat],
        request: &PrintRequest,
    ) -> Result<Vec<FormRow>, OpError> {
        let whole = |strong: String| {
            vec![FormRow::Span { cells: Cells::new(), from: "no".to_owned(), strong, text: String::new() }]
        };
        match sheet.state() {
            SheetState::Unchecked => return Ok(whole(self.tr.print_unchecked())),
            SheetState::Nil if request.filling == Filling::Recorded => {
                return Ok(whole(self.tr.print_nil()));
            }
            SheetState::Nil | SheetState::Exceptions => {}
        }
        let nothing = Finding::default();
        let mut rows = Vec::new();
        for seat in seats {
            let finding = sheet.findings.get(&seat.person.id);
            if finding.is_none() && request.filling == Filling::Recorded {
                continue;
            }
            let mut row = self.asked_of(sheet.key.group, seat, request)?;
            row.extend(self.seen_of(finding.unwrap_or(&nothing)));
            rows.push(FormRow::Filled(row));
        }
        Ok(rows)
    }

    /// Who it is, as far as the roster tells.
    fn asked_of(&self, group: Group, seat: &Seat, request: &PrintRequest) -> Result<Cells, OpError> {
        let person = &seat.person;
        let sex = person.sex.map(|sex| match sex {
            Sex::Male => self.tr.print_male(),
            Sex::Female => self.tr.print_female(),
        });
        let age = person.birth.and_then(|birth| request.date.years_since(birth)).map(|age| age.to_string());
        // Where else the person belongs: what the sheet's own group does not tell.
        let (place, phone) = match group {
            Group::Class(_) => (self.dormitory_of(person.id, request.date)?, &person.guardian_phone),
            Group::Dormitory(_) => (self.class_of(person.id, request.date)?, &person.guardian_phone),
            Group::Staff => (person.post.clone(), &person.phone),
        };
        Ok([
            ("no", Some(seat.seat_no.to_string())),
            ("name", Some(person.name.clone())),
            ("sex", sex),
            ("age", age),
            ("dormitory", place),
            ("phone", phone.clone()),
        ]
        .into_iter()
        .filter_map(|(key, text)| Some((key.to_owned(), text?)))
        .collect())
    }

    fn dormitory_of(&self, person: PersonId, date: chrono::NaiveDate) -> Result<Option<String>, OpError> {
        let stay = self.store.stays_of(person)?.into_iter().find(|stay| stay.covers(date));
        let Some(stay) = stay else { return Ok(None) };
        Ok(Some(self.group_info(Group::Dormitory(stay.dormitory))?.label))
    }

    fn class_of(&self, person: PersonId, date: chrono::NaiveDate) -> Result<Option<String>, OpError> {
        let enrolments = self.store.enrolments_of(person)?;
        let Some(there) = enrolments.iter().find(|it| it.covers(date)) else { return Ok(None) };
        Ok(Some(self.group_info(Group::Class(there.class))?.short))
    }

    /// What was seen: a tick in each column, the names of what has none under 其他.
    fn seen_of(&self, finding: &Finding) -> Cells {
        let tr = &self.tr;
        let tag = tr.language().tag();
        let mut cells = Cells::new();
        let mut put = |key: &str, text: String| {
            let _ = cells.insert(key.to_owned(), text);
        };
        put(
            "present",
            match self.rules.attendance(finding.attendance) {
                Some(entry) => entry.short.get(tag).to_owned(),
                None => tr.print_tick(),
            },
        );
        for column in self.rules.columns().iter().filter(|column| column.code.as_str() != OTHER) {
            let codes = self.rules.codes(finding);
            if codes.iter().any(|code| self.rules.column_of(code) == column.code) {
                put(column.code.as_str(), tr.print_tick());
            }
        }
        if let Some(temperature) = finding.temperature {
            put("fever", temperature_words(temperature.tenths));
        }
        let others: Vec<&str> = finding
            .symptoms
            .iter()
            .filter(|code| self.rules.column_of(code).as_str() == OTHER)
            .map(|code| self.rules.name(code, tag))
            .collect();
        if !others.is_empty() {
            put(OTHER, others.join(&tr.ops_list_mark()));
        }
        if let Some(seen) = finding.seen_doctor {
            put("seen", if seen { tr.print_yes() } else { tr.print_no() });
        }
        let sent_home = finding.sent_home.then(|| tr.term_sent_home());
        let words: Vec<String> =
            [finding.diagnosis.clone(), sent_home, finding.note.clone()].into_iter().flatten().collect();
        if !words.is_empty() {
            put("diagnosis", words.join(&tr.ops_list_mark()));
        }
        cells
    }

    /// Answers below the table: severe signs and clusters are known; other events the book does not know.
    fn answers(&self, sheet: &Sheet, seats: &[Seat], content: &mut FormContent) -> Result<(), OpError> {
        let tag = self.tr.language().tag();
        let mut severe = Vec::new();
        for seat in seats {
            let Some(finding) = sheet.findings.get(&seat.person.id) else { continue };
            if finding.severe.is_empty() {
                continue;
            }
            let signs: Vec<&str> =
                finding.severe.iter().map(|sign| self.rules.sign_name(*sign, tag)).collect();
            let onset = finding.onset.unwrap_or(sheet.key.date).to_string();
            severe.push(self.tr.print_severe(
                &self.dormitory_of(seat.person.id, sheet.key.date)?.unwrap_or_default(),
                &seat.person.name,
                &onset,
                &signs.join(&self.tr.ops_list_mark()),
            ));
        }
        let everyone = self.everyone(sheet.key.group, sheet.key.date)?;
        let alerts = self.alerts_of_group(sheet.key.group, &everyone, sheet.key.date)?;
        let several = |alert: &&Alert| !matches!(alert.subject, AlertSubject::Severe(_));
        let clusters = alerts.into_iter().filter(|alert| several(&alert)).collect();
        let clusters: Vec<String> = self
            .alert_views(clusters, sheet.key.date)?
            .into_iter()
            .map(|view| match view.subject {
                Some(subject) => self.tr.report_alert(view.alert.count, &view.scope, &subject),
                None => self.tr.report_alert_unknown(view.alert.count, &view.scope),
            })
            .collect();
        for (key, found) in [("severe", severe), ("cluster", clusters)] {
            let answer = Answer { yes: !found.is_empty(), detail: found.join(&self.tr.report_alert_mark()) };
            content.answers.insert(key.to_owned(), answer);
        }
        Ok(())
    }

    /// The mark of a finding on the week sheet: letters of the legend below it, fever with its degrees.
    pub(super) fn week_mark(&self, finding: Option<&Finding>) -> String {
        let tr = &self.tr;
        let Some(finding) = finding else { return tr.print_tick() };
        let mut marks: Vec<String> = match finding.attendance {
            Attendance::Present => Vec::new(),
            Attendance::Ill => vec![tr.print_mark_ill()],
            Attendance::Leave => vec![tr.print_mark_leave()],
            Attendance::Late => vec![tr.print_mark_late()],
            Attendance::Unknown => vec![tr.print_mark_unknown()],
        };
        let codes = self.rules.codes(finding);
        for column in self.rules.columns() {
            if !codes.iter().any(|code| self.rules.column_of(code) == column.code) {
                continue;
            }
            marks.push(match column.code.as_str() {
                "fever" => {
                    let degrees = finding.temperature.map(|t| temperature_words(t.tenths));
                    format!("{}{}", tr.print_mark_fever(), degrees.unwrap_or_default())
                }
                "cough" => tr.print_mark_cough(),
                "vomiting" => tr.print_mark_vomiting(),
                "diarrhoea" => tr.print_mark_diarrhoea(),
                "rash" => tr.print_mark_rash(),
                "jaundice" => tr.print_mark_jaundice(),
                "conjunctivitis" => tr.print_mark_conjunctivitis(),
                "parotid" => tr.print_mark_parotid(),
                _ => tr.print_mark_other(),
            });
        }
        if marks.is_empty() { tr.print_tick() } else { marks.concat() }
    }
}

fn temperature_words(tenths: u16) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}
