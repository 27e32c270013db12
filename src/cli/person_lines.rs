//! Everything of one person as lines for people.

use chrono::NaiveDateTime;

use super::output::table;
use crate::i18n::Tr;
use crate::ops::check::CorrectionLine;
use crate::ops::person::{
    FileCase, FileContact, FileFinding, FileHome, FileIsolation, FilePaper, FileReturn, MembershipLine,
    PersonFile, ValueChange, health_word,
};

/// Each part of the file under its name; parts with nothing in them are left out.
pub(super) fn person_lines(file: &PersonFile, tr: &Tr) -> Vec<String> {
    let mut all = vec![file.person.name.clone()];
    all.extend(memberships(file, tr));
    let parts = [
        (tr.person_file_health(), health(file, tr)),
        (tr.person_file_absences(), absences(file, tr)),
        (tr.person_file_cases(), file.cases.iter().flat_map(|it| case(it, tr)).collect()),
        (tr.person_file_apart(), file.isolations.iter().flat_map(|it| isolation(it, tr)).collect()),
        (tr.person_file_nearby(), nearby(file, tr)),
        (tr.person_file_returns(), returns(file)),
        (tr.person_file_home(file.home.days_total), home(&file.home, tr)),
        (tr.person_file_findings(), findings(file, tr)),
        (tr.person_file_corrections(), corrections(file, tr)),
        (tr.person_file_papers(), papers(file, tr)),
        (tr.person_file_changes(), changes(file, tr)),
    ];
    for (title, rows) in parts {
        if !rows.is_empty() {
            all.extend([String::new(), title]);
            all.extend(table(&rows).into_iter().map(|line| format!("  {line}")));
        }
    }
    all
}

fn moment(at: NaiveDateTime) -> String {
    at.format("%Y-%m-%d %H:%M").to_string()
}

fn memberships(file: &PersonFile, tr: &Tr) -> Vec<String> {
    let told = |it: &MembershipLine| match it.to {
        Some(to) => tr.person_file_span(&it.from.to_string(), &to.to_string(), &it.name),
        None => tr.person_file_from(&it.from.to_string(), &it.name),
    };
    file.memberships.iter().map(told).collect()
}

fn health(file: &PersonFile, tr: &Tr) -> Vec<Vec<String>> {
    let mut rows: Vec<Vec<String>> = Vec::new();
    for note in file.current_notes() {
        let told = tr.person_file_from(&note.day.to_string(), &note.text);
        rows.push(vec![health_word(note.kind, tr), told]);
    }
    if let Some(check) = file.vaccinations.first() {
        let told = tr.person_file_from(&check.check.day.to_string(), &check.words);
        rows.push(vec![tr.person_file_vaccination(), told]);
    }
    rows
}

fn absences(file: &PersonFile, tr: &Tr) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for it in &file.absences {
        let to = it.to.map_or_else(|| tr.person_file_goes_on(), |to| to.to_string());
        let lost = tr.person_file_half_days(i64::from(it.half_days));
        rows.push(vec![it.from.to_string(), to, lost, it.words.clone()]);
        let traces = it.traces.iter().map(|trace| (trace.at, trace.words.clone()));
        rows.extend(traces.map(|(at, words)| vec![String::new(), moment(at), String::new(), words]));
    }
    rows
}

fn case(it: &FileCase, tr: &Tr) -> Vec<Vec<String>> {
    let class = it.line.class.clone();
    let mut rows = vec![vec![moment(it.line.known_at), class, it.words.clone(), it.known_words(tr)]];
    rows.extend(it.reports.iter().map(|report| {
        let way = tr.report_way(report.way);
        vec![String::new(), moment(report.at), report.step_name.clone(), format!("{} {way}", report.unit)]
    }));
    rows
}

fn isolation(it: &FileIsolation, tr: &Tr) -> Vec<Vec<String>> {
    let kind = tr.isolation_kind(it.body.kind);
    let to = it.to_at.map_or_else(|| tr.person_file_open(), moment);
    let end = it.body.end.map(|end| tr.isolation_end(end)).unwrap_or_default();
    let said = [it.words.clone(), it.body.place.clone().unwrap_or_default(), end];
    let said: Vec<String> = said.into_iter().filter(|part| !part.is_empty()).collect();
    let mut rows = vec![vec![moment(it.from_at), to, kind, said.join(&tr.ops_list_mark())]];
    let looks = it.looks.iter().map(|look| vec![String::new(), String::new(), String::new(), look.clone()]);
    rows.extend(looks);
    rows
}

fn nearby(file: &PersonFile, tr: &Tr) -> Vec<Vec<String>> {
    let row = |it: &FileContact| {
        let watched = tr.contact_watched(&it.watched_until.to_string());
        let whose = tr.person_file_near(&it.disease_name, &it.patient_name);
        vec![it.last_met.to_string(), tr.nearness(it.nearness), whose, watched]
    };
    file.contacts.iter().map(row).collect()
}

fn returns(file: &PersonFile) -> Vec<Vec<String>> {
    let row = |it: &FileReturn| {
        vec![it.day.to_string(), it.disease_name.clone().unwrap_or_default(), it.words.clone()]
    };
    file.returns.iter().map(row).collect()
}

fn home(home: &FileHome, tr: &Tr) -> Vec<Vec<String>> {
    let screenings = home.screenings.iter().map(|it| {
        let ended = it.closing.clone().unwrap_or_else(|| tr.person_file_open());
        vec![it.listed_on.to_string(), tr.person_file_screening(), it.words.clone(), ended]
    });
    let reviews = home.reviews.iter().map(|it| {
        let day = it.day.map(|day| day.to_string()).unwrap_or_default();
        vec![day, tr.person_file_review(), it.name.clone(), it.words.clone()]
    });
    let days = home.days.iter().map(|it| {
        let signed = it.day.signed_by.clone().unwrap_or_default();
        vec![it.date.to_string(), signed, it.words.clone()]
    });
    screenings.chain(reviews).chain(days).collect()
}

fn findings(file: &PersonFile, tr: &Tr) -> Vec<Vec<String>> {
    let row = |it: &FileFinding| {
        vec![it.date.to_string(), tr.session(it.session), it.group.clone(), it.words.clone()]
    };
    file.findings.iter().map(row).collect()
}

fn corrections(file: &PersonFile, tr: &Tr) -> Vec<Vec<String>> {
    let row = |it: &CorrectionLine| {
        let change = format!("{} → {}", it.before_words, it.after_words);
        vec![it.date.to_string(), tr.session(it.session), change, it.by.clone(), it.reason.clone()]
    };
    file.corrections.iter().map(row).collect()
}

fn papers(file: &PersonFile, tr: &Tr) -> Vec<Vec<String>> {
    let row = |it: &FilePaper| {
        let slip = it.slip.as_ref().map(|slip| slip.words(tr)).unwrap_or_default();
        vec![moment(it.made_at), it.title.clone(), it.made_by.clone(), slip]
    };
    file.papers.iter().map(row).collect()
}

fn changes(file: &PersonFile, tr: &Tr) -> Vec<Vec<String>> {
    let nothing = tr.person_file_nothing();
    let row = |it: &ValueChange| {
        let or = |value: &Option<String>| value.clone().unwrap_or_else(|| nothing.clone());
        let told = tr.person_file_changed(&it.label, &or(&it.new), &or(&it.old));
        vec![moment(it.at), it.by.clone(), it.words.clone(), told]
    };
    file.changes.iter().map(row).collect()
}
