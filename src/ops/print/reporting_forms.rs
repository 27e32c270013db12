//! Cases, the report log, the statistics of a term and the reports of an event on paper.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveTime};

use super::job::Parts;
use super::print_request::{Filling, PrintRequest, PrintScope};
use crate::domain::id::{EventId, ReportEntryId};
use crate::domain::illness_case::{Certainty, IllnessCase};
use crate::domain::person::Boarding;
use crate::domain::report_entry::{ReportEntry, ReportSubject};
use crate::domain::school_event::{EventIssue, EventReport, SchoolEvent};
use crate::ops::book::Book;
use crate::ops::case::{CaseView, ClockState};
use crate::ops::error::OpError;
use crate::ops::event::{Counted, EventCounts};
use crate::ops::report_log::LogLine;
use crate::ops::reporting::ReportingError;
use crate::paper::form::{FormContent, FormRow, Period};

/// Id of the form of one case.
pub const CASE: &str = "case";
/// Id of the register of cases.
pub const CASE_REGISTER: &str = "case-register";
/// Id of the report log.
pub const REPORT_LOG: &str = "report-log";
/// Id of the statistics of a term.
pub const TERM_STATISTICS: &str = "term-statistics";
/// How the ids of an event's reports begin.
pub const EVENT: &str = "event-";

/// Texts by key.
type Texts = Vec<(&'static str, String)>;

impl Book {
    /// Cases one by one: the last of a person, else the open ones; one blank sheet where there is none.
    pub(super) fn case_parts(&self, request: &PrintRequest, parts: &mut Parts) -> Result<(), OpError> {
        let cases = match request.scope {
            _ if request.filling == Filling::Blank => Vec::new(),
            PrintScope::Person(person) => self.store.cases_of(person)?.into_iter().take(1).collect(),
            _ => self.store.open_cases()?,
        };
        for case in cases {
            let view = self.case_view(case.id)?;
            let content = self.case_content(&view)?;
            parts.people.push(case.person);
            parts.contents.push((view.line.class.clone(), content));
        }
        if parts.contents.is_empty() {
            parts.contents.push((String::new(), self.blank_content()?));
        }
        Ok(())
    }

    fn case_content(&self, view: &CaseView) -> Result<FormContent, OpError> {
        let tr = &self.tr;
        let mut content = self.blank_content()?;
        fill(&mut content, self.case_texts(view)?);
        fill(&mut content, self.class_texts(view));
        content.rows = view
            .steps
            .iter()
            .map(|step| {
                let entry = step.entry.and_then(|id| view.entries.iter().find(|entry| entry.key == id));
                let mut cells = vec![("step", step.name.clone())];
                if let Some(entry) = entry {
                    cells.extend(told(entry));
                    cells.push(("at", entry.at.format("%Y-%m-%d %H:%M").to_string()));
                    cells.push(("way", tr.report_way(entry.way)));
                    return FormRow::Filled(texts(cells));
                }
                FormRow::Open(texts(cells))
            })
            .collect();
        Ok(content)
    }

    fn case_texts(&self, view: &CaseView) -> Result<Texts, OpError> {
        let tr = &self.tr;
        let facts = &view.facts;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let history = |yes: Option<bool>, note: &Option<String>| {
            let word = yes.map(|yes| if yes { tr.case_yes() } else { tr.case_no() });
            [word, note.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let boarding = view.place.boarding.map(|boarding| match boarding {
            Boarding::Day => tr.person_day(),
            Boarding::Boarder => tr.person_boarder(),
        });
        let boarding = [boarding, view.place.room.clone()].into_iter().flatten().collect::<Vec<_>>();
        let due = view.line.clock.due.map(|due| due.format("%Y-%m-%d %H:%M").to_string());
        let scheme = due.map(|due| match &view.edition_name {
            Some(name) => format!("{due}  {}", tr.case_scheme_name(name)),
            None => due,
        });
        Ok(vec![
            ("reporter", self.name_or_post(&self.operator()?)),
            ("made", self.now().format("%Y-%m-%d %H:%M").to_string()),
            ("principal", self.school()?.principal.unwrap_or_default()),
            ("disease", tr.case_named(&tr.certainty(view.line.certainty), &view.line.disease_name)),
            ("basis", facts.basis.map(|basis| tr.basis(basis)).unwrap_or_default()),
            ("name", view.line.name.clone()),
            ("sex", text(&view.about.sex)),
            ("birth", day(view.about.birth)),
            ("age", view.about.age.map(|age| age.to_string()).unwrap_or_default()),
            ("class", view.line.class.clone()),
            ("boarding", boarding.join(" ")),
            ("guardian", text(&view.about.guardian)),
            ("guardian-phone", text(&view.about.phone)),
            ("address", text(&view.about.address)),
            ("absent-from", day(facts.absent_from)),
            ("temperature", facts.temperature.map(|it| it.to_string()).unwrap_or_default()),
            ("onset", day(facts.onset)),
            ("seen", day(facts.seen_on)),
            ("hospital", text(&facts.hospital)),
            ("first-diagnosis", text(&facts.first_diagnosis)),
            ("diagnosed", day(facts.diagnosed_on)),
            ("diagnosed-at", text(&facts.diagnosed_at)),
            ("contact", history(facts.contact, &facts.contact_note)),
            ("vaccinated", history(facts.vaccinated, &facts.vaccinated_note)),
            ("known", view.line.known_at.format("%Y-%m-%d %H:%M").to_string()),
            ("due", scheme.unwrap_or_default()),
            ("measures", text(&facts.measures)),
            ("clinic-measures", text(&facts.clinic_measures)),
        ])
    }

    fn class_texts(&self, view: &CaseView) -> Texts {
        let (figures, facts) = (view.place.figures, &view.facts);
        let count = |count: Option<u32>| count.map(|count| count.to_string()).unwrap_or_default();
        let total = self.tr.case_class_total(figures.boys, figures.girls, figures.pupils);
        let known = view.place.class.is_some();
        let of_class = |text: String| if known { text } else { String::new() };
        vec![
            ("class-total", of_class(total)),
            ("class-boarders", of_class(figures.boarders.to_string())),
            ("class-absent", figures.absent.map(|absent| absent.to_string()).unwrap_or_default()),
            ("class-vaccinated", count(facts.class_vaccinated)),
            ("class-infected", count(facts.class_infected_before)),
            ("class-susceptible", count(facts.class_susceptible)),
            ("floor-classes", count(facts.floor_classes)),
        ]
    }

    /// A list of the term until a day: the register of cases, the report log, the statistics.
    pub(super) fn reporting_list(&self, id: &str, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        if request.filling == Filling::Blank {
            return Ok(content);
        }
        let (first, last) = self.days_of(request, Period::Term)?;
        fill(&mut content, vec![("period", self.days_words((first, last)))]);
        match id {
            CASE_REGISTER => self.register(first, last, &mut content)?,
            REPORT_LOG => self.log_sheet(first, last, &mut content)?,
            _ => self.statistics(first, last, &mut content)?,
        }
        if content.rows.is_empty() {
            let from = if id == REPORT_LOG { "what" } else { "disease" };
            content.rows.push(FormRow::Span {
                cells: BTreeMap::new(),
                from: from.to_owned(),
                strong: self.tr.case_paper_none(),
                text: String::new(),
            });
        }
        Ok(content)
    }

    fn cases_of_days(&self, first: NaiveDate, last: NaiveDate) -> Result<Vec<IllnessCase>, OpError> {
        let until = last.checked_add_days(Days::new(1)).unwrap_or(last);
        Ok(self.store.cases_between(first.and_time(NaiveTime::MIN), until.and_time(NaiveTime::MIN))?)
    }

    fn register(&self, first: NaiveDate, last: NaiveDate, content: &mut FormContent) -> Result<(), OpError> {
        let tr = &self.tr;
        let day = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        for (case, no) in self.cases_of_days(first, last)?.iter().zip(1_usize..) {
            let view = self.case_view(case.id)?;
            let told = view.entries.iter().map(|entry| entry.at).max();
            let told = told.filter(|_| view.line.clock.state == ClockState::Done);
            let hospital = view.facts.diagnosed_at.clone().or(view.facts.hospital.clone());
            content.rows.push(FormRow::Filled(texts(vec![
                ("no", no.to_string()),
                ("onset", day(view.facts.onset)),
                ("name", view.line.name.clone()),
                ("sex", view.about.sex.clone().unwrap_or_default()),
                ("age", view.about.age.map(|age| age.to_string()).unwrap_or_default()),
                ("class", view.line.class.clone()),
                ("disease", tr.case_named(&tr.certainty(view.line.certainty), &view.line.disease_name)),
                ("basis", view.facts.basis.map(|basis| tr.basis(basis)).unwrap_or_default()),
                ("hospital", hospital.unwrap_or_default()),
                ("known", view.line.known_at.format("%Y-%m-%d %H:%M").to_string()),
                ("told", told.map(|at| at.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default()),
                ("closed", day(view.line.closed_on)),
                ("outcome", view.line.outcome.map(|outcome| tr.outcome(outcome)).unwrap_or_default()),
            ])));
        }
        let count = content.rows.len().to_string();
        fill(content, vec![("count", count)]);
        Ok(())
    }

    fn log_sheet(&self, first: NaiveDate, last: NaiveDate, content: &mut FormContent) -> Result<(), OpError> {
        let tr = &self.tr;
        let counts = self.report_counts(first, last)?;
        fill(
            content,
            vec![
                ("expected", counts.expected.to_string()),
                ("made", counts.made.to_string()),
                ("not-nil", counts.not_nil.to_string()),
            ],
        );
        let mut lines = self.report_log(first, last)?;
        lines.reverse();
        for (line, no) in lines.iter().zip(1_usize..) {
            let what = match line.step_name.as_str() {
                "" => line.what.clone(),
                step => tr.log_what(step, &line.what),
            };
            let what = [Some(what), line.content.clone().filter(|words| *words != line.what)];
            let mut cells = vec![
                ("no", no.to_string()),
                ("at", line.at.format("%Y-%m-%d %H:%M").to_string()),
                ("what", what.into_iter().flatten().collect::<Vec<_>>().join("  ")),
                ("way", tr.report_way(line.way)),
                ("by", line.by.clone()),
                (
                    "nil",
                    line.nil.map(|nil| if nil { "√".to_owned() } else { String::new() }).unwrap_or_default(),
                ),
            ];
            cells.extend(told(line));
            content.rows.push(FormRow::Filled(texts(cells)));
        }
        Ok(())
    }

    fn statistics(
        &self,
        first: NaiveDate,
        last: NaiveDate,
        content: &mut FormContent,
    ) -> Result<(), OpError> {
        let tag = self.tr.language().tag();
        let pupils: usize = self.head_counts(last)?.values().map(|(all, _)| *all).sum();
        let mut by_disease: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        let mut all = 0;
        for case in self.cases_of_days(first, last)? {
            if case.body.facts.certainty == Certainty::RuledOut {
                continue;
            }
            let (cases, suspected) = by_disease.entry(case.disease).or_default();
            *cases += 1;
            *suspected += usize::from(case.body.facts.certainty == Certainty::Suspected);
            all += 1;
        }
        let known = self.rules.diseases().iter().filter(|disease| by_disease.contains_key(&disease.id));
        for (disease, no) in known.zip(1_usize..) {
            let (cases, suspected) = by_disease.get(&disease.id).copied().unwrap_or_default();
            content.rows.push(FormRow::Filled(texts(vec![
                ("no", no.to_string()),
                ("disease", disease.name.get(tag).to_owned()),
                ("class", self.tr.disease_class(disease)),
                ("suspected", suspected.to_string()),
                ("cases", cases.to_string()),
                ("rate", format!("{:.2}", 100.0 * cases as f64 / pupils.max(1) as f64)),
            ])));
        }
        fill(content, vec![("pupils", pupils.to_string()), ("count", all.to_string())]);
        Ok(())
    }

    /// A report of the chosen event, else of the one that is open, else of the last one: as it was issued with the chosen
    /// entry, else as it was issued last, else as it would be now; blank where there is no event.
    pub(super) fn event_form(&self, id: &str, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        if request.filling == Filling::Blank {
            return Ok(content);
        }
        let step = id.strip_prefix(EVENT).unwrap_or_default();
        let chosen = request.event.entry.map(|key| self.event_entry(key)).transpose()?;
        let wanted = chosen.as_ref().map(|(event, _)| *event).or(request.event.event);
        let events = self.store.events()?;
        let event = match wanted {
            Some(key) => events.iter().find(|event| event.id == key),
            None => events.iter().find(|event| event.closed_on.is_none()).or(events.first()),
        };
        let Some(event) = event else { return Ok(content) };
        let entries = self.store.entries_about(&[ReportSubject::Event(event.id)].into())?;
        let last = entries.iter().rev().find(|entry| entry.step == step);
        let entry = chosen.as_ref().map(|(_, entry)| entry).filter(|entry| entry.step == step).or(last);
        let issue = match entry.and_then(|entry| entry.body.event.as_deref()) {
            Some(kept) => kept.clone(),
            None => EventIssue {
                words: event.body.words.clone(),
                level: event.body.level,
                figures: self.event_figures(event, Counted::Confirmed)?,
            },
        };
        fill(&mut content, self.event_texts(event, &entries, entry, &issue)?);
        for (class, no) in issue.figures.classes.iter().zip(1_usize..) {
            content.rows.push(FormRow::Filled(texts(vec![
                ("no", no.to_string()),
                ("class", class.group.clone()),
                ("heads", class.heads.to_string()),
                ("ill", class.ill.to_string()),
            ])));
        }
        Ok(content)
    }

    /// An entry of the log about an event, with the event.
    fn event_entry(&self, key: ReportEntryId) -> Result<(EventId, ReportEntry), OpError> {
        let entry = self.store.report_entry(key)?;
        let about = entry.and_then(|entry| match entry.subject {
            ReportSubject::Event(event) => Some((event, entry)),
            _ => None,
        });
        about.ok_or_else(|| ReportingError::NoSuchEntry { given: key.to_string() }.into())
    }

    fn event_texts(
        &self,
        event: &SchoolEvent,
        entries: &[ReportEntry],
        entry: Option<&ReportEntry>,
        issue: &EventIssue,
    ) -> Result<Texts, OpError> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let time = |at: chrono::NaiveDateTime| at.format("%Y-%m-%d %H:%M").to_string();
        let counts = EventCounts::from(&issue.figures);
        let first = entries.iter().find(|entry| entry.step == EventReport::First.name());
        let at = entry.map_or_else(|| self.now(), |entry| entry.at);
        let reporter = match entry {
            Some(entry) => self.name_or_post(&entry.body.by),
            None => self.name_or_post(&self.operator()?),
        };
        let words = &issue.words;
        let tag = self.tr.language().tag();
        let symptoms = event.body.scope.symptoms.iter().map(|code| self.rules.name(code, tag));
        let symptoms = symptoms.collect::<Vec<_>>().join(&self.tr.ops_list_mark());
        Ok(vec![
            ("made", format!("{} {}", time(at), self.tr.weekday(at.date()))),
            ("reporter", reporter),
            ("principal", self.school()?.principal.unwrap_or_default()),
            ("title", words.title.clone()),
            ("level", self.tr.event_level(issue.level)),
            ("began", self.event_began(event, &issue.figures)?.to_string()),
            ("known", time(event.known_at)),
            ("place", text(&words.place)),
            ("first-at", first.map(|entry| time(entry.at)).unwrap_or_default()),
            ("at", time(at)),
            ("ill", counts.ill.to_string()),
            ("new", counts.new.to_string()),
            ("absent", counts.absent.to_string()),
            ("suspected", counts.suspected.to_string()),
            ("diagnosed", counts.diagnosed.to_string()),
            ("recovered", counts.recovered.to_string()),
            ("symptoms", words.symptoms.clone().unwrap_or(symptoms)),
            ("course", text(&words.course)),
            ("measures", text(&words.measures)),
            ("cause", text(&words.cause)),
            ("summary", text(&words.summary)),
            ("improvements", text(&words.improvements)),
        ])
    }
}

/// To whom something was reported.
fn told(line: &LogLine) -> Texts {
    vec![
        ("unit", line.unit.clone()),
        ("person", line.person.clone().unwrap_or_default()),
        ("tel", line.phone.clone().unwrap_or_default()),
        ("answer", line.answer.clone().unwrap_or_default()),
    ]
}

fn texts(pairs: Texts) -> BTreeMap<String, String> {
    pairs.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
}

/// Puts texts into the head; what is empty stays open, to be written by hand.
fn fill(content: &mut FormContent, pairs: Texts) {
    let known = pairs.into_iter().filter(|(_, text)| !text.is_empty());
    content.header.extend(known.map(|(key, text)| (key.to_owned(), text)));
}

#[cfg(test)]
mod tests;
