//! A print made ready: laid out, with everything that is worth a word before it goes out.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime};
use serde::Serialize;

use super::absence_rates::ABSENCE_RATES;
use super::absence_sheets::{ABSENCE_CLASS, ABSENCE_SCHOOL, CAUSE_TRACE, TRACE_CALLS};
use super::alert_list::ALERT_LIST;
use super::care_lists::{APART, RETURNS};
use super::check_lists::{CALL_LIST, CORRECTIONS};
use super::class_week::SESSIONS as WEEK;
use super::daily_zero::DAILY_ZERO;
use super::duty_lists::{CASE_CONTACTS, GATE_LOG, TODO_LIST};
use super::event_day::EVENT_DAY;
use super::health_file::HEALTH_FILE;
use super::home_forms::is_home;
use super::name_list::{CLASS_LIST, LABELS};
use super::print_log::PRINT_LOG;
use super::print_request::{Filling, PaperId, PrintRequest, PrintScope};
use super::reporting_forms::{CASE, CASE_REGISTER, EVENT, REPORT_LOG, TERM_STATISTICS};
use super::slip_lists::SLIPS_MISSING;
use super::vaccination_list::VACCINATION;
use super::worksheet;
use crate::domain::id::PersonId;
use crate::domain::progress::Progress;
use crate::i18n::Tr;
use crate::ops::book::Book;
use crate::ops::check::GroupInfo;
use crate::ops::daily_report::{Openness, ReportView};
use crate::ops::error::OpError;
use crate::ops::issued::{IssuedLine, KeptLetters};
use crate::ops::picture::PictureKind;
use crate::ops::plan::PLAN_DOCUMENT;
use crate::ops::work_report::WORK_REPORT;
use crate::paper::PaperError;
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::form::{self, FormContent, FormRow, FormTemplate, RowSource};
use crate::paper::layout::Document;
use crate::roster_file::write::ListTable;

/// A person whose name no font draws.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PrintedName {
    /// Class as lists show it; empty for staff.
    pub class: String,
    /// 班内学号, or the number of the row.
    pub seat_no: String,
    /// Name.
    pub name: String,
}

/// What is worth a word before printing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PrintFacts {
    /// Title of the document.
    pub title: String,
    /// Printed pages.
    pub sheets: usize,
    /// Letters; 0 for forms.
    pub letters: usize,
    /// Persons whose data stand on it.
    pub persons: usize,
    /// Sheets of paper of letters; their sides and empty backs are `sheets`.
    pub papers: usize,
    /// Number of the run of slips that letters open.
    pub slip_run: Option<u32>,
    /// Whether the sheets lie on their long side.
    pub landscape: bool,
    /// Names of classes whose sheet is not confirmed.
    pub unchecked: Vec<String>,
    /// Whether the parts of each sum add up.
    pub balances: bool,
    /// People whose names no font draws.
    pub missing: Vec<PrintedName>,
    /// Of those, who is left out by choice.
    pub left_out: Vec<PrintedName>,
    /// Number of letter fields without a value, printed as a ruled space.
    pub empty_fields: usize,
    /// 报表编号
    pub number: Option<String>,
    /// Number of the report that this one corrects.
    pub corrects: Option<String>,
    /// When and by whom it was last printed or saved.
    pub last: Option<(NaiveDateTime, String)>,
    /// What it is, where it was issued before and is shown as it was.
    pub issued: Option<Box<IssuedLine>>,
    /// Whether it can be saved as a workbook.
    pub workbook: bool,
}

/// A print made ready.
pub(in crate::ops) struct Job {
    pub document: Document,
    pub fonts: Fonts,
    pub facts: PrintFacts,
    /// The daily report that it shows, to be kept once it is out.
    pub report: Option<ReportView>,
    /// Whom it is about, to be kept once it is out.
    pub people: Vec<PersonId>,
    /// The same as a list, where there is one.
    pub table: Option<ListTable>,
    /// The letters that it shows, to be kept once they are out.
    pub letters: Option<KeptLetters>,
}

/// A form with one filling for each part, and whom the rows of each part are about.
pub(in crate::ops) struct Parts {
    pub template: FormTemplate,
    pub contents: Vec<(String, FormContent)>,
    pub unchecked: Vec<String>,
    pub report: Option<ReportView>,
    /// Whom each of the fillings is about, where it is one person.
    pub people: Vec<PersonId>,
}

impl Parts {
    /// Lays the fillings out one behind the other.
    pub fn lay_out(
        mut self,
        missing: MissingGlyph,
        tr: &Tr,
        progress: &mut dyn Progress,
    ) -> Result<Job, OpError> {
        let fonts = Fonts::covering(self.contents.iter().flat_map(|(_, content)| texts(content)));
        let all: Vec<PrintedName> = self.contents.iter().flat_map(|part| lacking(part, &fonts)).collect();
        if missing == MissingGlyph::Stop && !all.is_empty() {
            return Err(OpError::NamesWithoutGlyphs { places: places(&all) });
        }
        if missing == MissingGlyph::LeaveOut && !self.people.is_empty() {
            self.leave_out(&fonts);
        }
        let mut document: Option<Document> = None;
        let many = self.contents.len() > 1;
        for (_, content) in &self.contents {
            let run = form::layout(&self.template, content, &fonts, missing, tr, progress)?.document;
            match &mut document {
                Some(whole) => whole.append(run),
                None if many => {
                    let mut whole = Document { sheets: Vec::new(), ..run.clone() };
                    whole.append(run);
                    self.template.name.get(tr.language()).clone_into(&mut whole.title);
                    document = Some(whole);
                }
                None => document = Some(run),
            }
        }
        let named = self.contents.iter().map(|(_, content)| named(content)).sum();
        let facts = PrintFacts {
            persons: if self.people.is_empty() { named } else { self.people.len() },
            unchecked: self.unchecked,
            balances: self.report.as_ref().is_none_or(|view| view.body.report.main.total.balances()),
            left_out: if missing == MissingGlyph::LeaveOut { all.clone() } else { Vec::new() },
            missing: all,
            number: self.report.as_ref().map(|view| view.body.number.clone()),
            corrects: self.report.as_ref().and_then(|view| view.body.corrects.clone()),
            ..PrintFacts::default()
        };
        // A sheet of a person's own is no list.
        let is_list = self.template.blocks.is_empty() && !self.template.columns.is_empty();
        let table = is_list.then(|| worksheet::of(&self.template, &self.contents, tr.language()));
        let document = document.ok_or(PaperError::Empty)?;
        let Self { report, people, .. } = self;
        Ok(Job { document, fonts, facts, report, people, table, letters: None })
    }

    /// Leaves out the sheets of those whose names no font draws.
    fn leave_out(&mut self, fonts: &Fonts) {
        let drawn: Vec<bool> = self.contents.iter().map(|part| lacking(part, fonts).is_empty()).collect();
        let mut of_people = drawn.iter();
        self.people.retain(|_| of_people.next().is_none_or(|drawn| *drawn));
        let mut of_contents = drawn.iter();
        self.contents.retain(|_| of_contents.next().is_none_or(|drawn| *drawn));
    }
}

impl Book {
    /// Lays a request out; of letters only the wanted sheets, counted from 0. Names that no font draws follow
    /// the request's choice.
    pub(in crate::ops) fn job(
        &mut self,
        request: &PrintRequest,
        sheets: Range<usize>,
        progress: &mut dyn Progress,
    ) -> Result<Job, OpError> {
        let mut job = match &request.paper {
            PaperId::Form(id) if id == LABELS => self.label_job(request)?,
            PaperId::Form(id) if id == WORK_REPORT => self.work_report_job(request)?,
            PaperId::Form(id) if id == PLAN_DOCUMENT => self.plan_document_job(request)?,
            PaperId::Form(id) => match PictureKind::of_form(id) {
                Some(kind) => self.picture_job(kind, request)?,
                None => self.parts(id, request)?.lay_out(request.missing, &self.tr, progress)?,
            },
            PaperId::Letter(id) => self.letter_job(id, request, sheets, progress)?,
            PaperId::Issued(key) => self.issued_job(*key, sheets, progress)?,
        };
        // Letters are counted whether or not they have been laid out.
        job.facts.sheets = job.facts.sheets.max(job.document.sheets.len());
        if let Some(kept) = &job.letters {
            job.facts.persons = kept.copies.iter().filter(|copy| copy.person.is_some()).count();
        }
        job.facts.workbook = job.table.is_some();
        job.facts.landscape = job.document.sheets.first().is_some_and(|sheet| sheet.width > sheet.height);
        job.facts.title.clone_from(&job.document.title);
        job.facts.last = self.last_print(&request.paper)?;
        Ok(job)
    }

    /// The fillings of a form, one for each class or one for the school.
    fn parts(&mut self, id: &str, request: &PrintRequest) -> Result<Parts, OpError> {
        self.parts_of(self.form_template(id)?, request)
    }

    /// The fillings of a form in some version.
    pub(in crate::ops) fn parts_of(
        &mut self,
        template: FormTemplate,
        request: &PrintRequest,
    ) -> Result<Parts, OpError> {
        let id = &*template.id.clone();
        let mut parts =
            Parts { template, contents: Vec::new(), unchecked: Vec::new(), report: None, people: Vec::new() };
        match id {
            "school-day" => self.report_part(request, &mut parts)?,
            HEALTH_FILE => {
                for file in self.health_files(request)? {
                    parts.people.extend(file.person);
                    parts.contents.push((file.class, file.content));
                }
            }
            _ if is_home(id) => self.home_parts(id, request, &mut parts)?,
            CLASS_LIST => self.name_lists(request, &mut parts)?,
            DAILY_ZERO => {
                let content = self.daily_zero(&parts.template, request)?;
                parts.contents.push((String::new(), content));
            }
            PRINT_LOG => parts.contents.push((String::new(), self.print_log_sheet(request)?)),
            EVENT_DAY => parts.contents.push((String::new(), self.event_days(request)?)),
            _ if parts.template.source != RowSource::Records => self.pen_parts(request, &mut parts)?,
            CALL_LIST => parts.contents.push((String::new(), self.call_list(request)?)),
            CORRECTIONS => parts.contents.push((String::new(), self.correction_list(request)?)),
            ABSENCE_SCHOOL | CAUSE_TRACE | TRACE_CALLS => self.absence_parts(id, request, &mut parts)?,
            ABSENCE_RATES => parts.contents.push((String::new(), self.rates_sheet(request)?)),
            SLIPS_MISSING => self.slips_missing(request, &mut parts)?,
            TODO_LIST | GATE_LOG | CASE_CONTACTS => {
                parts.contents.push((String::new(), self.duty_list(id, request)?));
            }
            APART | RETURNS => parts.contents.push((String::new(), self.care_list(id, request)?)),
            CASE => self.case_parts(request, &mut parts)?,
            CASE_REGISTER | REPORT_LOG | TERM_STATISTICS => {
                parts.contents.push((String::new(), self.reporting_list(id, request)?));
            }
            _ if id.starts_with(EVENT) => parts.contents.push((String::new(), self.event_form(id, request)?)),
            ALERT_LIST => parts.contents.push((String::new(), self.alert_list(request)?)),
            "plan-checklist" => {
                let content = self.checklist(request.date, request.filling)?;
                parts.contents.push((String::new(), content));
            }
            _ => {
                let groups = match id {
                    ABSENCE_CLASS | VACCINATION => self.print_groups(request.scope, request.date)?,
                    _ => self.sheet_groups(id, request)?,
                };
                for info in groups {
                    let (content, checked) = match id {
                        "class-week" => (self.class_week(&info, request)?, true),
                        ABSENCE_CLASS => self.absence_class(&info, request)?,
                        VACCINATION => (self.vaccination_list(&info, request)?, true),
                        _ => self.class_day(&info, request)?,
                    };
                    if !checked {
                        parts.unchecked.push(info.short.clone());
                    }
                    parts.contents.push((info.short, content));
                }
            }
        }
        Ok(parts)
    }

    fn report_part(&self, request: &PrintRequest, parts: &mut Parts) -> Result<(), OpError> {
        if request.filling == Filling::Blank {
            let mut content = self.blank_content()?;
            content.header.insert("date".to_owned(), String::new());
            parts.contents.push((String::new(), content));
            return Ok(());
        }
        let view = self.report_view(request.date)?;
        let content = view.body.form_content(Openness::Own, &self.rules, &self.tr);
        parts.unchecked = view.body.unchecked(&self.tr);
        parts.contents.push((String::new(), content));
        parts.report = Some(view);
        Ok(())
    }

    /// A filling that knows the school alone.
    pub(in crate::ops) fn blank_content(&self) -> Result<FormContent, OpError> {
        let school = self.school()?;
        let mut content = FormContent::blank(self.now());
        content.demo = school.demo;
        content.header.insert("school".to_owned(), school.name);
        content.header.insert("phone".to_owned(), school.phone.unwrap_or_default());
        Ok(content)
    }

    /// The groups whose check sheets a scope means: of the school those that the session, of a week any session
    /// counts anyone of.
    fn sheet_groups(&self, form: &str, request: &PrintRequest) -> Result<Vec<GroupInfo>, OpError> {
        let groups = match request.scope {
            PrintScope::Group(group) => {
                let there = !self.everyone(group, request.date)?.is_empty();
                if there { vec![self.group_info(group)?] } else { Vec::new() }
            }
            PrintScope::Person(_) | PrintScope::FreeGroup(_) => Vec::new(),
            PrintScope::School => {
                let roll = self.roll(request.date)?;
                let sessions = if form == "class-week" { &WEEK[..] } else { &[request.session] };
                let mut groups: Vec<GroupInfo> = Vec::new();
                for owing in sessions.iter().flat_map(|session| roll.of(*session)) {
                    if owing.head_count > 0 && !groups.contains(&owing.info) {
                        groups.push(owing.info);
                    }
                }
                groups.sort_by_key(|info| info.group.kind());
                groups
            }
        };
        if groups.is_empty() { Err(PaperError::Empty.into()) } else { Ok(groups) }
    }

    /// The classes of a scope that have anyone.
    pub(in crate::ops) fn print_groups(
        &self,
        scope: PrintScope,
        date: NaiveDate,
    ) -> Result<Vec<GroupInfo>, OpError> {
        let counts = self.head_counts(date)?;
        let mut groups = match scope {
            PrintScope::School => self.class_groups(date)?,
            PrintScope::Group(group) => vec![self.group_info(group)?],
            PrintScope::Person(_) | PrintScope::FreeGroup(_) => Vec::new(),
        };
        groups.retain(|info| counts.get(&info.group).is_some_and(|(all, _)| *all > 0));
        if groups.is_empty() { Err(PaperError::Empty.into()) } else { Ok(groups) }
    }
}

/// How many names stand in the rows of a filling.
fn named(content: &FormContent) -> usize {
    let names = content.rows.iter().filter_map(cells_of).flatten();
    names.filter(|(key, text)| key.starts_with("name") && !text.is_empty()).count()
}

/// Class and number of each, for a message that names nobody.
pub(in crate::ops) fn places(missing: &[PrintedName]) -> Vec<String> {
    missing.iter().map(|name| format!("{} {}", name.class, name.seat_no).trim().to_owned()).collect()
}

pub(super) fn texts(content: &FormContent) -> impl Iterator<Item = &str> {
    let cells = content.rows.iter().filter_map(cells_of).chain([&content.header]);
    cells.flat_map(|cells| cells.values().map(String::as_str))
}

fn cells_of(row: &FormRow) -> Option<&BTreeMap<String, String>> {
    match row {
        FormRow::Filled(cells) | FormRow::Open(cells) | FormRow::Span { cells, .. } => Some(cells),
        FormRow::Section(_) => None,
    }
}

/// What no font draws, in the order of the rows; above the table it has no number.
pub(super) fn lacking((class, content): &(String, FormContent), fonts: &Fonts) -> Vec<PrintedName> {
    let rows = content.rows.iter().filter_map(cells_of);
    rows.chain([&content.header])
        .filter_map(|cells| {
            let name = cells.values().find(|text| !fonts.missing(text).is_empty())?;
            let seat_no = cells.get("no").cloned().unwrap_or_default();
            // Labels of many classes stand behind each other: each says its class itself.
            let own = || cells.get("class").cloned().unwrap_or_default();
            let class = Some(class.clone()).filter(|class| !class.is_empty()).unwrap_or_else(own);
            Some(PrintedName { class, seat_no, name: name.clone() })
        })
        .collect()
}
