//! The report on the form 附表2.

use std::collections::BTreeMap;

use super::report_body::{ReportAlert, ReportBody};
use super::unit_figures::{UnitFigures, counts_name, units};
use crate::domain::daily_report::{Figures, GroupFigures, SessionFigures};
use crate::domain::group::{Group, GroupKind};
use crate::domain::rule_book::RuleBook;
use crate::domain::scope::Scope;
use crate::domain::session::Session;
use crate::domain::sheet::SheetState;
use crate::domain::symptom::SymptomCode;
use crate::i18n::Tr;
use crate::paper::form::{FormContent, FormRow};

/// Cells of a form's row.
type Cells = BTreeMap<String, String>;

/// What differs between the school's own report and the one that travels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::ops) enum Openness {
    /// The school's own.
    Own,
    /// Counts only: small classes summed, nobody named.
    Counts,
}

impl ReportBody {
    /// The filling of the form.
    pub(in crate::ops) fn form_content(&self, openness: Openness, rules: &RuleBook, tr: &Tr) -> FormContent {
        let date = self.report.date;
        let main = &self.report.main;
        let merge = openness == Openness::Counts;
        let due = main.groups.len();
        let unchecked = main.unchecked.len();
        let mut content = FormContent::blank(self.made_at);
        content.demo = self.demo;
        let header = [
            ("school", self.school.clone()),
            ("date", tr.report_date(&tr.long_day(date), &tr.weekday(date))),
            ("checked", tr.report_checked(due - unchecked, due, unchecked)),
            ("number", self.number_words(tr)),
            ("phone", self.phone.clone()),
            ("reporter", if merge { String::new() } else { self.reporter.clone() }),
        ];
        content.header = header.into_iter().map(|(key, text)| (key.to_owned(), text)).collect();
        let until = if self.made_at.date() == date {
            tr.report_not_in(&tr.time(self.made_at))
        } else {
            String::new()
        };
        content.rows = units(self, main, merge, tr).iter().map(|unit| row(unit, rules, &until, tr)).collect();
        let mut total = UnitFigures::default();
        total.add(&main.total);
        content.foot.insert("total".to_owned(), figures(&total, rules));
        content.notes = self.notes(merge, rules, tr);
        content
    }

    fn number_words(&self, tr: &Tr) -> String {
        match self.corrects {
            Some(_) => tr.report_number_corrected(&self.number),
            None => self.number.clone(),
        }
    }

    fn notes(&self, merge: bool, rules: &RuleBook, tr: &Tr) -> Vec<String> {
        let main = &self.report.main;
        let total = &main.total;
        let mut notes = Vec::new();
        if let Some(number) = &self.corrects {
            notes.push(tr.report_corrects(number));
        }
        if self.report.nil {
            notes.push(tr.report_nil());
        }
        let checked = main.groups.len() - main.unchecked.len();
        if checked < main.groups.len() {
            notes.push(tr.report_counted(checked, total.head_count - total.unchecked));
        }
        let (leave, unknown, late) = (total.leave.len(), total.unknown.len(), total.late.len());
        if leave + unknown + late > 0 {
            notes.push(tr.report_others(late, leave, unknown));
        }
        notes.extend(self.report.staff.as_ref().map(|staff| staff_words(staff, rules, tr)));
        notes.extend(self.alert_words(merge, tr));
        let later = self.report.later.iter().filter(|it| it.session != Session::AllDay);
        notes.extend(later.map(|session| later_words(session, rules, tr)));
        notes.extend(self.all_day_words(rules, tr));
        notes
    }

    /// The group of an alert under a name that may leave the school at counts level.
    pub(in crate::ops) fn scope_of(&self, alert: &ReportAlert, tr: &Tr) -> String {
        match alert.group {
            Scope::Group(Group::Class(class)) => {
                counts_name(self, class, tr).unwrap_or_else(|| alert.scope.clone())
            }
            Scope::Group(Group::Dormitory(_)) => tr.report_dormitory(),
            Scope::Meal(_) => tr.report_meal(),
            Scope::Group(Group::Staff) | Scope::Grade(_) | Scope::School => alert.scope.clone(),
        }
    }

    /// The register of the whole day with what was found at the gate, the staff among them, in one sentence.
    fn all_day_words(&self, rules: &RuleBook, tr: &Tr) -> Option<String> {
        let mut all = Figures::default();
        let pupils = self.report.later.iter().filter(|it| it.session == Session::AllDay);
        let rows = pupils.flat_map(|it| &it.groups).chain(&self.report.staff_all_day);
        for row in rows {
            all.add(&row.figures);
        }
        let people = all.named().len();
        (people > 0).then(|| tr.report_all_day(&symptom_words(&all, rules, tr), all.ill.len(), people))
    }

    fn alert_words(&self, merge: bool, tr: &Tr) -> Option<String> {
        let words: Vec<String> = self
            .alerts
            .iter()
            .map(|alert| {
                let scope = if merge { self.scope_of(alert, tr) } else { alert.scope.clone() };
                match &alert.subject {
                    Some(subject) => tr.report_alert(alert.persons.len(), &scope, subject),
                    None => tr.report_alert_unknown(alert.persons.len(), &scope),
                }
            })
            .collect();
        (!words.is_empty()).then(|| tr.report_alerts(words.len(), &words.join(&tr.report_alert_mark())))
    }
}

fn row(unit: &UnitFigures, rules: &RuleBook, until: &str, tr: &Tr) -> FormRow {
    let mut cells = Cells::from([
        ("grade".to_owned(), unit.grade.clone()),
        ("class".to_owned(), unit.class.clone()),
        ("enrolled".to_owned(), unit.head_count.to_string()),
    ]);
    if unit.is_unchecked() {
        return FormRow::Span {
            cells,
            from: "present".to_owned(),
            strong: tr.term_state_unchecked(),
            text: until.to_owned(),
        };
    }
    cells.extend(figures(unit, rules));
    FormRow::Filled(cells)
}

fn figures(unit: &UnitFigures, rules: &RuleBook) -> Cells {
    let mut cells = Cells::from([
        ("enrolled".to_owned(), unit.head_count.to_string()),
        ("present".to_owned(), unit.present.to_string()),
        ("ill".to_owned(), unit.ill.to_string()),
    ]);
    let count = |of: &BTreeMap<SymptomCode, usize>, code| of.get(code).copied().unwrap_or_default();
    for column in rules.columns() {
        let _ = cells.insert(format!("today-{}", column.code), count(&unit.today, &column.code).to_string());
        let _ =
            cells.insert(format!("recent-{}", column.code), count(&unit.recent, &column.code).to_string());
    }
    cells
}

/// Symptoms with their counts.
fn symptom_words(figures: &Figures, rules: &RuleBook, tr: &Tr) -> String {
    let symptoms: Vec<String> = rules
        .columns()
        .iter()
        .map(|column| (column.name.get(tr.language().tag()), figures.today_in(&column.code)))
        .filter(|(_, count)| *count > 0)
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    if symptoms.is_empty() { tr.report_no_symptom() } else { symptoms.join(&tr.ops_list_mark()) }
}

/// The staff, who stand in no row of the form, in one sentence.
fn staff_words(staff: &GroupFigures, rules: &RuleBook, tr: &Tr) -> String {
    let figures = &staff.figures;
    if staff.state == SheetState::Unchecked {
        return tr.report_staff_unchecked(figures.head_count);
    }
    let found = symptom_words(figures, rules, tr);
    tr.report_staff(&found, figures.ill.len(), figures.head_count, figures.present)
}

/// A later session in one sentence.
fn later_words(session: &SessionFigures, rules: &RuleBook, tr: &Tr) -> String {
    let total = &session.total;
    let found = symptom_words(total, rules, tr);
    let checked = session.groups.len() - session.unchecked.len();
    let people = total.head_count - total.unchecked;
    let (name, open) = (tr.session(session.session), session.unchecked.len());
    if session.groups.iter().any(|row| row.group.kind() == GroupKind::Dormitory) {
        tr.report_later_rooms(checked, &found, total.ill.len(), people, &name, open)
    } else {
        tr.report_later(checked, &found, total.ill.len(), people, &name, open)
    }
}
