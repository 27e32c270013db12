//! 学生健康档案: one sheet for each pupil, as recorded or to be filled in by hand.

use chrono::NaiveDate;

use super::print_request::{Filling, PrintRequest, PrintScope};
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::person::{LeftBehind, Person, Sex};
use crate::domain::vaccination_check::{Completeness, VaccinationCheck};
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::person::{
    Belonging, FileAbsence, FileCase, FileIsolation, FileReturn, MembershipLine, PersonFile, VaccineLine,
    complete_word,
};
use crate::ops::roster::RosterLine;
use crate::paper::form::{FormContent, FormRow};

/// Id of the form.
pub const HEALTH_FILE: &str = "health-file";
/// Key of the vaccines in the form.
const VACCINES: &str = "vaccines";

/// One pupil's sheet.
pub(super) struct HealthFile {
    /// Whose; `None` for a wholly blank one.
    pub person: Option<PersonId>,
    /// Class as lists show it.
    pub class: String,
    /// What stands on it.
    pub content: FormContent,
}

impl Book {
    /// The sheets of a request: one pupil, a class, the school; blank for the school is one sheet without a name.
    pub(super) fn health_files(&self, request: &PrintRequest) -> Result<Vec<HealthFile>, OpError> {
        let mut wanted = Vec::new();
        match request.scope {
            PrintScope::Person(id) => wanted.push((id, String::new())),
            PrintScope::School if request.filling == Filling::Blank => {
                let mut content = self.blank_content()?;
                let _ = content
                    .matrices
                    .insert(VACCINES.to_owned(), self.vaccine_rows(&self.vaccine_lines(None)));
                return Ok(vec![HealthFile { person: None, class: String::new(), content }]);
            }
            scope => {
                for info in self.print_groups(scope, request.date)? {
                    let seats = self.everyone(info.group, request.date)?;
                    wanted.extend(seats.into_iter().map(|seat| (seat.person.id, info.short.clone())));
                }
            }
        }
        wanted.into_iter().map(|(id, class)| self.health_file(id, class, request)).collect()
    }

    fn health_file(
        &self,
        id: PersonId,
        class: String,
        request: &PrintRequest,
    ) -> Result<HealthFile, OpError> {
        let mut content = self.blank_content()?;
        let blank = request.filling == Filling::Blank;
        let file = self.person_file(id, 0)?;
        let class = match &file.place {
            Some(place) if class.is_empty() => self.group_info(Group::Class(place.class_key))?.short,
            _ => class,
        };
        let mut header = identity(&file.person, file.place.as_ref());
        if !blank {
            header.extend(self.details(&file, request.date));
            header.extend(self.told(&file));
            content.rows = self.absence_rows(&file);
        }
        let vaccines = if blank { self.vaccine_lines(None) } else { file.vaccines };
        let _ = content.matrices.insert(VACCINES.to_owned(), self.vaccine_rows(&vaccines));
        let filled = header.into_iter().filter(|(_, text)| !text.is_empty());
        content.header.extend(filled.map(|(key, text)| (key.to_owned(), text)));
        Ok(HealthFile { person: Some(id), class, content })
    }

    fn details(&self, file: &PersonFile, date: NaiveDate) -> Vec<(&'static str, String)> {
        let tr = &self.tr;
        let person = &file.person;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let sex = person.sex.map(|sex| match sex {
            Sex::Male => tr.print_male(),
            Sex::Female => tr.print_female(),
        });
        let left_behind = person.left_behind.map(|left_behind| match left_behind {
            LeftBehind::No => tr.import_left_behind_no(),
            LeftBehind::OneParent => tr.import_left_behind_one(),
            LeftBehind::BothParents => tr.import_left_behind_both(),
            LeftBehind::Yes => tr.import_left_behind_yes(),
        });
        let age = person.birth.and_then(|birth| date.years_since(birth)).map(|age| age.to_string());
        vec![
            ("date", date.to_string()),
            ("sex", sex.unwrap_or_default()),
            ("birth", person.birth.map(|day| day.to_string()).unwrap_or_default()),
            ("age", age.unwrap_or_default()),
            ("ethnicity", text(&person.ethnicity)),
            ("id-number", text(&person.id_number)),
            ("boarding", self.held(file, Belonging::Boarding, date)),
            ("dormitory", self.held(file, Belonging::Dormitory, date)),
            ("groups", self.held(file, Belonging::Group, date)),
            ("left-behind", left_behind.unwrap_or_default()),
            ("address", text(&person.address)),
            ("guardian", text(&person.guardian)),
            ("relation", text(&person.guardian_relation)),
            ("guardian-phone", text(&person.guardian_phone)),
            ("emergency", text(&person.emergency_contact)),
            ("emergency-phone", text(&person.emergency_phone)),
        ]
    }

    /// The memberships of a kind that hold on a day, each with its first day.
    fn held(&self, file: &PersonFile, kind: Belonging, date: NaiveDate) -> String {
        let holds = |it: &&MembershipLine| {
            it.kind == kind && it.from <= date && it.to.is_none_or(|last| last >= date)
        };
        let held = file.memberships.iter().filter(holds);
        let words: Vec<String> =
            held.map(|it| self.tr.person_file_from(&it.from.to_string(), &it.name)).collect();
        words.join(&self.tr.person_file_mark())
    }

    /// Health notes, diseases, times apart and the check of the certificate.
    fn told(&self, file: &PersonFile) -> Vec<(&'static str, String)> {
        let tr = &self.tr;
        let mut told: Vec<(&'static str, String)> = file
            .current_notes()
            .map(|note| (note.kind.name(), tr.print_health_note(&note.day.to_string(), &note.text)))
            .collect();
        let cases: Vec<String> = file.cases.iter().rev().map(|case| self.case_told(case)).collect();
        let apart: Vec<String> = file.isolations.iter().rev().map(|it| self.apart_told(it)).collect();
        let mark = tr.person_file_mark();
        told.extend([("cases", cases.join(&mark)), ("apart", apart.join(&mark))]);
        let Some(view) = file.vaccinations.first() else { return told };
        let check: &VaccinationCheck = &view.check;
        let certificate = match (check.certificate, check.replaced) {
            (Some(true), true) => tr.print_health_replaced(),
            (Some(true), false) => tr.person_file_certificate_yes(),
            (Some(false), _) => tr.person_file_certificate_no(),
            (None, _) => String::new(),
        };
        let complete = match &view.completeness {
            Completeness::Unknown => String::new(),
            other => complete_word(other, &file.vaccines, tr),
        };
        told.extend([
            ("certificate", certificate),
            ("complete", complete),
            ("checked-by", check.checked_by.clone().unwrap_or_default()),
            ("checked-on", check.day.to_string()),
            ("check-remark", check.remark.clone().unwrap_or_default()),
        ]);
        told
    }

    /// 2026-11-18 确诊水痘，县医院，2026-12-02 痊愈; nobody else is named.
    fn case_told(&self, case: &FileCase) -> String {
        let day = case.facts.onset.unwrap_or_else(|| case.line.known_at.date());
        let hospital = case.facts.diagnosed_at.clone().or_else(|| case.facts.hospital.clone());
        let ended = case.line.closed_on.zip(case.line.outcome);
        let ended = ended.map(|(on, how)| self.tr.case_ended(&on.to_string(), &self.tr.outcome(how)));
        let told = std::iter::once(self.tr.person_file_on(&day.to_string(), &case.words));
        told.chain(hospital).chain(ended).collect::<Vec<_>>().join(&self.tr.ops_list_mark())
    }

    /// 2026-11-18 至 2026-11-20 隔离，家中
    fn apart_told(&self, it: &FileIsolation) -> String {
        let kind = self.tr.isolation_kind(it.body.kind);
        let from = it.from_at.date().to_string();
        let told = match it.to_at {
            Some(to) => self.tr.person_file_span(&from, &to.date().to_string(), &kind),
            None => self.tr.person_file_from(&from, &kind),
        };
        std::iter::once(told).chain(it.body.place.clone()).collect::<Vec<_>>().join(&self.tr.ops_list_mark())
    }

    /// The vaccines across: names, doses asked for, given, caught up.
    fn vaccine_rows(&self, vaccines: &[VaccineLine]) -> Vec<Vec<String>> {
        let tr = &self.tr;
        let row = |head: String, cell: &dyn Fn(&VaccineLine) -> String| {
            std::iter::once(head).chain(vaccines.iter().map(cell)).collect::<Vec<_>>()
        };
        let number = |count: Option<u8>, none: &str| count.map_or_else(|| none.to_owned(), |n| n.to_string());
        vec![
            row(tr.print_health_vaccine(), &|line| line.name.clone()),
            row(tr.print_health_wanted(), &|line| number(line.wanted, "–")),
            row(tr.print_health_given(), &|line| number(line.doses.map(|doses| doses.given), "")),
            row(tr.print_health_catch_up(), &|line| {
                let caught_up = line.doses.map(|doses| doses.catch_up).filter(|count| *count > 0);
                caught_up.map(|count| format!("△{count}")).unwrap_or_default()
            }),
        ]
    }

    /// What was decided when the pupil came back from an absence.
    fn return_after(&self, file: &PersonFile, absence: &FileAbsence) -> String {
        let next = file.absences.iter().map(|it| it.from).filter(|from| *from > absence.from).min();
        let of_it = |day: NaiveDate| day >= absence.from && next.is_none_or(|next| day < next);
        let back = file.returns.iter().find(|it| of_it(it.day));
        let told = |it: &FileReturn| {
            self.tr.return_last(&it.day.to_string(), &self.tr.return_decision(it.clearance.decision))
        };
        back.map(told).unwrap_or_default()
    }

    /// The absences, the earliest first, and a few open rows to go on by hand.
    fn absence_rows(&self, file: &PersonFile) -> Vec<FormRow> {
        let cells = |number: usize, it: &FileAbsence| {
            let days = f64::from(it.half_days) / 2.0;
            let to = it.to.map_or_else(|| self.tr.person_file_goes_on(), |to| to.to_string());
            let pairs = [
                ("row", number.to_string()),
                ("from", it.from.to_string()),
                ("to", to),
                ("days", days.to_string()),
                ("what", it.words.clone()),
                ("note", self.return_after(file, it)),
            ];
            FormRow::Open(pairs.into_iter().map(|(key, text)| (key.to_owned(), text)).collect())
        };
        let mut rows: Vec<FormRow> =
            file.absences.iter().rev().zip(1..).map(|(it, number)| cells(number, it)).collect();
        rows.resize_with(rows.len().max(OPEN), || FormRow::Open(std::collections::BTreeMap::new()));
        rows
    }
}

/// Rows that the table has at least.
const OPEN: usize = 5;

/// Who it is: on a blank sheet too.
fn identity(person: &Person, place: Option<&RosterLine>) -> Vec<(&'static str, String)> {
    vec![
        ("name", person.name.clone()),
        ("class", place.map(|place| place.class.clone()).unwrap_or_default()),
        ("no", place.map(|place| place.seat_no.to_string()).unwrap_or_default()),
        ("student-no", person.student_no.clone().unwrap_or_default()),
    ]
}
