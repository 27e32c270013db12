//! Papers about the absent: the registers of a class and of the school, the causes traced, and the list of calls.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::job::Parts;
use super::print_request::{Filling, PrintRequest};
use crate::domain::finding::Attendance;
use crate::domain::group::Group;
use crate::domain::person::Sex;
use crate::domain::session::Session;
use crate::ops::book::Book;
use crate::ops::check::{GroupInfo, StatusLine};
use crate::ops::error::OpError;
use crate::ops::trace::{AbsenceLine, basis_word, closing_words};
use crate::paper::form::{FormContent, FormRow};

/// 班级因病缺勤登记表
pub const ABSENCE_CLASS: &str = "absence-class";
/// 学校因病缺勤汇总表
pub const ABSENCE_SCHOOL: &str = "absence-school";
/// 病因追查登记表
pub const CAUSE_TRACE: &str = "cause-trace";
/// 电话单
pub const TRACE_CALLS: &str = "trace-calls";

/// Cells of a row.
type Cells = BTreeMap<String, String>;

impl Book {
    /// The one sheet of the school.
    pub(super) fn absence_parts(
        &self,
        id: &str,
        request: &PrintRequest,
        parts: &mut Parts,
    ) -> Result<(), OpError> {
        let content = match id {
            ABSENCE_SCHOOL => {
                let (content, unchecked) = self.absence_school(request)?;
                parts.unchecked = unchecked;
                content
            }
            CAUSE_TRACE => self.cause_trace(request)?,
            _ => self.trace_calls(request)?,
        };
        parts.contents.push((String::new(), content));
        Ok(())
    }

    /// The register of a class, and whether its sheets of the day say who is absent.
    pub(super) fn absence_class(
        &self,
        info: &GroupInfo,
        request: &PrintRequest,
    ) -> Result<(FormContent, bool), OpError> {
        let mut content = self.blank_content()?;
        put(&mut content.header, "class", info.label.clone());
        put(&mut content.header, "date", self.tr.long_day(request.date));
        if request.filling == Filling::Blank {
            return Ok((content, true));
        }
        let status = self.morning_of(request.date)?;
        let own: Vec<&StatusLine> = status.iter().filter(|line| line.group == info.group).collect();
        let checked = own.iter().all(|line| line.confirmed_at.is_some());
        count_in(&mut content.header, &own);
        put(&mut content.header, "recorder", self.operator()?);
        let lines = self.absences_between(request.date, request.date, Some(info.group))?;
        content.rows = lines.iter().map(|line| FormRow::Filled(self.register_cells(line))).collect();
        self.nobody(&mut content, checked, "no");
        Ok((content, checked))
    }

    /// The register of the school; unchecked classes are named.
    fn absence_school(&self, request: &PrintRequest) -> Result<(FormContent, Vec<String>), OpError> {
        let mut content = self.blank_content()?;
        if request.filling == Filling::Blank {
            return Ok((content, Vec::new()));
        }
        let status = self.morning_of(request.date)?;
        let classes: Vec<&StatusLine> =
            status.iter().filter(|line| matches!(line.group, Group::Class(_))).collect();
        let unchecked: Vec<String> = classes
            .iter()
            .filter(|line| line.confirmed_at.is_none())
            .map(|line| line.short.clone())
            .collect();
        put(&mut content.header, "date", self.tr.long_day(request.date));
        count_in(&mut content.header, &classes);
        if !unchecked.is_empty() {
            put(&mut content.header, "checked", self.tr.trace_paper_unchecked(unchecked.len()));
        }
        put(&mut content.header, "recorder", self.operator()?);
        for (at, line) in self.of_day(request.date)?.iter().enumerate() {
            let mut cells = self.register_cells(line);
            put(&mut cells, "no", (at + 1).to_string());
            content.rows.push(FormRow::Filled(cells));
        }
        self.nobody(&mut content, unchecked.is_empty(), "no");
        Ok((content, unchecked))
    }

    /// What was found out about each who is absent, or in school with a sign of illness.
    fn cause_trace(&self, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        if request.filling == Filling::Blank {
            return Ok(content);
        }
        let tr = &self.tr;
        let lines = self.of_day(request.date)?;
        let open = lines.iter().filter(|line| line.closing.is_none()).count();
        for line in &lines {
            let mut cells = self.person_cells(line);
            let talks = || line.traces.iter().rev().map(|trace| &trace.talk);
            put(&mut cells, "reason", self.reason(line));
            put(&mut cells, "symptoms", line.words.clone());
            put(&mut cells, "onset", day(line.onset));
            put(&mut cells, "hospital", talks().find_map(|talk| talk.hospital.clone()).unwrap_or_default());
            put(&mut cells, "result", self.result(line));
            put(&mut cells, "advice", talks().find_map(|talk| talk.sent_where.clone()).unwrap_or_default());
            put(&mut cells, "tracer", talks().next().map(|talk| talk.by.clone()).unwrap_or_default());
            // While nothing has come of it the result says all that was told.
            let note = talks().find_map(|talk| talk.note.clone()).filter(|_| line.closing.is_some());
            put(&mut cells, "note", note.unwrap_or_default());
            content.rows.push(FormRow::Filled(cells));
        }
        for seen in self.early_signs(request.date)? {
            content.rows.push(FormRow::Filled(seen));
        }
        for (at, row) in content.rows.iter_mut().enumerate() {
            if let FormRow::Filled(cells) = row {
                put(cells, "no", (at + 1).to_string());
            }
        }
        put(&mut content.header, "date", tr.long_day(request.date));
        put(&mut content.header, "count", content.rows.len().to_string());
        put(&mut content.header, "open", open.to_string());
        put(&mut content.header, "recorder", self.operator()?);
        self.nobody(&mut content, true, "no");
        Ok(content)
    }

    /// The homes that are to be called, class by class, with room to write.
    fn trace_calls(&self, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        if request.filling == Filling::Blank {
            return Ok(content);
        }
        let mut lines = self.trace_view(request.date)?.open;
        lines.retain(|line| line.due.is_some());
        let count = lines.len();
        lines.sort_by_key(|line| (line.group, line.seat_no, line.key));
        for class in lines.chunk_by(|a, b| a.group == b.group) {
            content.rows.extend(class.first().map(|line| FormRow::Section(self.tr.class(&line.class))));
            content.rows.extend(class.iter().map(|line| FormRow::Open(self.call_cells(line, request.date))));
        }
        put(&mut content.header, "date", self.tr.long_day(request.date));
        put(&mut content.header, "count", count.to_string());
        if count == 0 {
            let (cells, from) = (Cells::new(), "name".to_owned());
            let strong = self.tr.trace_paper_no_call();
            content.rows.push(FormRow::Span { cells, from, strong, text: String::new() });
        }
        Ok(content)
    }

    fn call_cells(&self, line: &AbsenceLine, date: NaiveDate) -> Cells {
        let tr = &self.tr;
        let mut cells = Cells::new();
        let phones = line.contacts.iter().map(|contact| {
            let who = contact.relation.as_ref().or(contact.name.as_ref()).cloned().unwrap_or_default();
            format!("{} {who}", contact.phone).trim().to_owned()
        });
        put(&mut cells, "name", line.name.clone());
        put(&mut cells, "phone", phones.collect::<Vec<_>>().join("\n"));
        put(&mut cells, "day", line.day.to_string());
        let known = if line.is_unexplained() { self.unexplained(line) } else { line.cause.clone() };
        put(&mut cells, "known", known);
        let due = line
            .due
            .map(|due| if due.date() == date { tr.time(due) } else { due.format("%m-%d %H:%M").to_string() });
        put(&mut cells, "due", due.unwrap_or_default());
        cells
    }

    /// The absences of a day, by class and number; those that ended on the day too.
    fn of_day(&self, date: NaiveDate) -> Result<Vec<AbsenceLine>, OpError> {
        let mut lines = self.absences_between(date, date, None)?;
        lines.sort_by_key(|line| (line.group, line.seat_no, line.key));
        Ok(lines)
    }

    /// Whoever is in school with a sign of illness, as rows of the causes traced.
    fn early_signs(&self, date: NaiveDate) -> Result<Vec<Cells>, OpError> {
        let mut rows = Vec::new();
        for found in self.check_findings(date)? {
            let here = found.absence.is_none_or(|word| word == Attendance::Late.name());
            if found.proposal || found.session != Session::Morning || !here || found.symptoms.is_empty() {
                continue;
            }
            let Some(person) = found.key.parse().ok().map(|id| self.store.person(id)).transpose()?.flatten()
            else {
                continue;
            };
            let mut cells = Cells::new();
            put(&mut cells, "name", found.name);
            put(&mut cells, "sex", self.sex(person.sex));
            let age = person.birth.and_then(|birth| date.years_since(birth));
            put(&mut cells, "age", age.map(|age| age.to_string()).unwrap_or_default());
            let (class, _) = self.place_of(&person, date)?;
            put(&mut cells, "class", class.map_or(found.class, |info| info.short));
            put(&mut cells, "phone", person.guardian_phone.or(person.phone).unwrap_or_default());
            put(&mut cells, "reason", self.tr.trace_paper_early());
            put(&mut cells, "symptoms", found.words);
            put(&mut cells, "onset", day(found.onset));
            put(&mut cells, "result", found.diagnosis.unwrap_or_default());
            put(&mut cells, "note", found.note.unwrap_or_default());
            rows.push(cells);
        }
        Ok(rows)
    }

    fn morning_of(&self, date: NaiveDate) -> Result<Vec<StatusLine>, OpError> {
        let session = self.calendar(date)?.report_session(date).unwrap_or(Session::Morning);
        let mut status = self.check_status(date)?;
        status.retain(|line| line.session == session);
        Ok(status)
    }

    /// Who it is, as far as the roster tells.
    fn person_cells(&self, line: &AbsenceLine) -> Cells {
        let mut cells = Cells::new();
        put(&mut cells, "no", line.seat_no.map(|seat| seat.to_string()).unwrap_or_default());
        put(&mut cells, "name", line.name.clone());
        put(&mut cells, "sex", self.sex(line.sex));
        put(&mut cells, "age", line.age.map(|age| age.to_string()).unwrap_or_default());
        put(&mut cells, "class", line.class.clone());
        put(&mut cells, "address", line.address.clone().unwrap_or_default());
        put(&mut cells, "phone", line.contacts.first().map(|it| it.phone.clone()).unwrap_or_default());
        cells
    }

    fn register_cells(&self, line: &AbsenceLine) -> Cells {
        let mut cells = self.person_cells(line);
        let seen = line.traces.iter().rev().find_map(|trace| trace.talk.hospital.clone());
        let known = if line.words.is_empty() { self.unexplained(line) } else { line.words.clone() };
        let cause: Vec<String> = [Some(known), seen].into_iter().flatten().collect();
        put(&mut cells, "cause", cause.join(&self.tr.today_comma()));
        put(&mut cells, "onset", day(line.onset));
        put(&mut cells, "left", line.from.to_string());
        put(&mut cells, "traced", self.result(line));
        let by = line.traces.last().map(|trace| self.name_or_post(&trace.talk.by));
        put(&mut cells, "tracer", by.unwrap_or_default());
        put(&mut cells, "back", day(line.to.and_then(|to| to.succ_opt())));
        cells
    }

    fn sex(&self, sex: Option<Sex>) -> String {
        match sex {
            Some(Sex::Male) => self.tr.print_male(),
            Some(Sex::Female) => self.tr.print_female(),
            None => String::new(),
        }
    }

    fn unexplained(&self, line: &AbsenceLine) -> String {
        match line.kind {
            Attendance::Unknown => self.tr.trace_reason_unknown(),
            _ => self.tr.trace_symptoms_unknown(),
        }
    }

    /// Why somebody is traced: a diagnosis that the list of diseases knows is a suspicion.
    fn reason(&self, line: &AbsenceLine) -> String {
        let listed = line.diagnosis.as_ref().and_then(|name| self.notifiable(name)).is_some();
        if listed { self.tr.trace_paper_suspected() } else { self.tr.trace_paper_absent() }
    }

    /// What came of it: the diagnosis and what it stands on, else how it ended, else what was told last, else that it goes
    /// on.
    fn result(&self, line: &AbsenceLine) -> String {
        let tr = &self.tr;
        let told = line.traces.iter().rev().find_map(|trace| trace.talk.diagnosis.as_ref());
        let seen = line.diagnosis.clone().filter(|_| line.closing.is_some() || line.traces.is_empty());
        match (told, seen, line.closing, line.traces.last()) {
            (Some(told), ..) => tr.trace_paper_diagnosed(&basis_word(told.basis, tr), &told.name),
            (None, Some(name), ..) => name,
            (None, None, Some(closing), _) => closing_words(closing, tr),
            (None, None, None, Some(last)) => last.words.clone(),
            (None, None, None, None) => tr.trace_paper_open(),
        }
    }

    /// A paper without anybody says so: nil where everything is checked, else that it is not.
    fn nobody(&self, content: &mut FormContent, checked: bool, from: &str) {
        if content.rows.is_empty() {
            let strong = if checked { self.tr.print_nil() } else { self.tr.print_unchecked() };
            let (cells, from) = (Cells::new(), from.to_owned());
            content.rows.push(FormRow::Span { cells, from, strong, text: String::new() });
        }
    }
}

fn put(cells: &mut Cells, key: &str, text: String) {
    if !text.is_empty() {
        let _ = cells.insert(key.to_owned(), text);
    }
}

fn day(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}

/// Enrolled, present, absent, ill; what is not checked is left open.
fn count_in(header: &mut Cells, status: &[&StatusLine]) {
    let enrolled: usize = status.iter().map(|line| line.head_count).sum();
    put(header, "enrolled", enrolled.to_string());
    let sum = |count: fn(&StatusLine) -> Option<usize>| -> Option<usize> {
        status.iter().map(|line| count(line)).sum()
    };
    if let (Some(present), Some(ill)) = (sum(|line| line.present), sum(|line| line.ill_absent)) {
        put(header, "present", present.to_string());
        put(header, "absent", enrolled.saturating_sub(present).to_string());
        put(header, "ill", ill.to_string());
    }
}
