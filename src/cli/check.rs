//! `check`, `todo`.

use chrono::NaiveDate;
use serde_json::json;

use super::arguments::{CheckCommand, ConfirmArgs, GroupArgs, NilArgs, RecordArgs, SheetArgs, ShowArgs};
use super::output::{Output, count, table};
use super::{check_lists, gate};
use crate::domain::finding::{Attendance, Finding};
use crate::domain::group::{Group, GroupKind};
use crate::domain::id::PersonId;
use crate::domain::obligation::ObligationState;
use crate::domain::session::Session;
use crate::domain::sheet::{SheetKey, SheetState};
use crate::domain::symptom::{SevereSign, SymptomCode};
use crate::domain::temperature::Temperature;
use crate::i18n::Explain;
use crate::ops::check::{GroupInfo, HandIn, SheetLine};
use crate::ops::roster::MembershipError;
use crate::ops::{Book, OpError};

/// Runs `check …`.
pub fn run(book: &mut Book, command: &CheckCommand, output: &mut Output) -> Result<(), OpError> {
    match command {
        CheckCommand::Nil(args) => nil(book, args, output),
        CheckCommand::Confirm(args) => confirm(book, args, output),
        CheckCommand::Record(args) => record(book, args, output),
        CheckCommand::Status { date, group } => status(book, *date, group, output),
        CheckCommand::Show(args) => show(book, args, output),
        CheckCommand::Findings { date } => findings(book, *date, output),
        CheckCommand::Gate(args) => gate::run(book, args, output),
        CheckCommand::Limits => {
            gate::limits(book, output);
            Ok(())
        }
        CheckCommand::Missing { date, session } => {
            check_lists::missing(book, *date, session.as_deref(), output)
        }
        CheckCommand::Corrections(args) => check_lists::corrections(book, *args, output),
    }
}

/// The group that was named; `None` if none was.
pub(super) fn named(book: &Book, args: &GroupArgs, date: NaiveDate) -> Result<Option<GroupInfo>, OpError> {
    match (&args.class, &args.dormitory, args.staff) {
        (Some(class), ..) => book.find_class(class, date).map(Some),
        (_, Some(room), _) => book.find_room(room).map(Some),
        (.., true) => book.group_info(Group::Staff).map(Some),
        _ => Ok(None),
    }
}

/// The session that was named. Dormitories are checked in the evening, everybody else in the morning.
fn session(args: &SheetArgs, group: &GroupArgs) -> Session {
    let kind = if group.dormitory.is_some() { GroupKind::Dormitory } else { GroupKind::Class };
    args.session.unwrap_or(Session::usual_of(kind))
}

fn sheet(book: &Book, args: &SheetArgs, group: &GroupArgs) -> Result<(SheetKey, GroupInfo), OpError> {
    let date = args.date.unwrap_or_else(|| book.today());
    let info = named(book, group, date)?.ok_or(OpError::NotAMember)?;
    Ok((SheetKey { group: info.group, date, session: session(args, group) }, info))
}

fn nil(book: &mut Book, args: &NilArgs, output: &Output) -> Result<(), OpError> {
    let date = args.sheet.date.unwrap_or_else(|| book.today());
    if args.all {
        let result = book.set_all_nil(date, session(&args.sheet, &args.group))?;
        let skipped: Vec<_> = result
            .skipped
            .iter()
            .map(|s| json!({ "class": s.label, "findings": s.findings, "proposals": s.proposals }))
            .collect();
        let value = json!({ "set": result.set.len(), "skipped": skipped });
        output.answer(&value, |tr| {
            let mut lines = vec![tr.done_set_all_nil(result.set.len())];
            lines.extend(
                result
                    .skipped
                    .iter()
                    .map(|s| tr.ops_sheet_holds_something(&s.label, s.findings, s.proposals)),
            );
            lines
        });
        return Ok(());
    }
    let (key, info) = sheet(book, &args.sheet, &args.group)?;
    book.set_nil(key)?;
    answer_state(output, &info, SheetState::Nil);
    Ok(())
}

fn answer_state(output: &Output, info: &GroupInfo, state: SheetState) {
    output.answer(&json!({ "class": info.label, "state": state }), |tr| {
        vec![tr.cli_class_state(&info.label, &tr.sheet_state(state))]
    });
}

fn confirm(book: &mut Book, args: &ConfirmArgs, output: &Output) -> Result<(), OpError> {
    let (key, info) = sheet(book, &args.sheet, &args.group)?;
    let hand_in = HandIn { checked_by: args.checked_by.clone(), handed_in_at: args.handed_in_at };
    let confirmed = book.sheet_view(key)?.confirmed.is_some();
    if confirmed && hand_in != HandIn::default() {
        // Who checked and when the paper came in can be said later as well.
        book.set_hand_in(key, &hand_in)?;
    }
    let state = book.confirm(key, &hand_in)?;
    answer_state(output, &info, state);
    Ok(())
}

fn record(book: &mut Book, args: &RecordArgs, output: &Output) -> Result<(), OpError> {
    let date = args.sheet.date.unwrap_or_else(|| book.today());
    let person: PersonId = args.person.parse().map_err(|_| OpError::NoSuchPerson)?;
    let session = session(&args.sheet, &args.group);
    let info = match named(book, &args.group, date)? {
        Some(info) => info,
        None => book.group_of(person, date, session)?,
    };
    let key = SheetKey { group: info.group, date, session };
    let finding = if args.clear { Finding::default() } else { finding(args)? };
    book.record_all(key, &[(person, finding.clone())], args.reason.as_deref())?;
    if args.confirm {
        let _ = book.confirm(key, &HandIn::default())?;
    }
    let view = book.sheet_view(key)?;
    let doubtful = finding.onset.filter(|onset| book.rules().is_doubtful_onset(*onset, date));
    let warning = doubtful.map(|onset| {
        let words = output.tr().sheet_detail_onset_doubtful(&onset.to_string());
        output.warn(&words);
        json!({ "code": "onset_doubtful", "text": words })
    });
    let value = json!({ "class": info.label, "state": view.state, "draft": view.draft, "warning": warning });
    output.answer(&value, |tr| vec![tr.cli_class_state(&info.label, &tr.sheet_state(view.state))]);
    Ok(())
}

fn finding(args: &RecordArgs) -> Result<Finding, OpError> {
    let temperature = match &args.temp {
        None => None,
        Some(text) => {
            Some(Temperature::parse(text).ok_or_else(|| OpError::BadTemperature { given: text.clone() })?)
        }
    };
    Ok(Finding {
        attendance: args.absence.as_deref().and_then(Attendance::from_name).unwrap_or_default(),
        symptoms: args.symptom.iter().map(|code| SymptomCode::new(code)).collect(),
        temperature,
        onset: args.onset,
        severe: args.severe.iter().filter_map(|name| SevereSign::from_name(name)).collect(),
        seen_doctor: args.seen.as_deref().map(|word| word == "yes"),
        diagnosis: args.diagnosis.clone(),
        sent_home: args.sent_home,
        note: args.note.clone(),
        ..Finding::default()
    })
}

fn status(book: &Book, date: Option<NaiveDate>, group: &GroupArgs, output: &Output) -> Result<(), OpError> {
    let date = date.unwrap_or_else(|| book.today());
    let only = named(book, group, date)?.map(|info| info.group);
    let mut lines = book.check_status(date)?;
    lines.retain(|line| only.is_none_or(|group| line.group == group));
    let behind = book.pupils_behind(date)?;
    if behind > 0 {
        let why = MembershipError::PupilsBehind { count: behind }.explain(output.tr());
        output.warn(&format!("{}{}", why.happened, why.remedy));
    }
    output.answer(&lines, |tr| {
        let head = vec![
            tr.cli_head_class(),
            tr.cli_head_session(),
            tr.cli_head_state(),
            tr.cli_head_count(),
            tr.cli_head_present(),
            tr.cli_head_ill(),
        ];
        let rows = lines.iter().map(|line| {
            vec![
                line.class.clone(),
                tr.session(line.session),
                tr.sheet_state(line.state),
                line.head_count.to_string(),
                count(line.present),
                count(line.ill_absent),
            ]
        });
        table(&std::iter::once(head).chain(rows).collect::<Vec<_>>())
    });
    Ok(())
}

/// Everyone of a sheet with what is recorded or proposed.
fn show(book: &Book, args: &ShowArgs, output: &Output) -> Result<(), OpError> {
    let (key, info) = sheet(book, &args.sheet, &args.group)?;
    let view = book.sheet_view(key)?;
    let words = |line: &SheetLine| match line.finding.as_ref().or(line.proposal.as_ref()) {
        Some(finding) => book.finding_words(finding),
        None => String::new(),
    };
    let people: Vec<_> = view
        .lines
        .iter()
        .map(|line| {
            json!({
                "key": line.person.to_string(), "seat_no": line.seat_no, "name": line.name,
                "class": line.class, "finding": line.finding, "proposal": line.proposal,
                "kept_apart": line.kept_apart, "known": line.known,
            })
        })
        .collect();
    let value = json!({
        "class": info.label, "kind": info.group.kind().name(), "session": key.session, "date": key.date,
        "due": view.due, "state": view.state, "draft": view.draft, "people": people,
    });
    output.answer(&value, |tr| {
        let rows = view.lines.iter().map(|line| {
            let open = line.finding.is_none() && line.proposal.is_some();
            vec![
                line.seat_no.to_string(),
                line.name.clone(),
                line.class.clone().unwrap_or_default(),
                words(line),
                if open { tr.cli_proposal() } else { String::new() },
            ]
        });
        let mut lines = vec![tr.cli_class_state(&info.label, &tr.sheet_state(view.state))];
        lines.extend(table(&rows.collect::<Vec<_>>()));
        lines
    });
    Ok(())
}

fn findings(book: &Book, date: Option<NaiveDate>, output: &Output) -> Result<(), OpError> {
    let lines = book.check_findings(date.unwrap_or_else(|| book.today()))?;
    output.answer(&lines, |tr| {
        let rows = lines.iter().map(|line| {
            vec![
                line.class.clone(),
                line.seat_no.to_string(),
                line.name.clone(),
                tr.session(line.session),
                line.words.clone(),
                if line.proposal { tr.cli_proposal() } else { String::new() },
            ]
        });
        table(&rows.collect::<Vec<_>>())
    });
    Ok(())
}

/// Runs `todo`.
pub fn todo(book: &Book, date: Option<NaiveDate>, output: &Output) -> Result<(), OpError> {
    let lines = book.todo(date.unwrap_or_else(|| book.today()))?;
    output.answer(&lines, |tr| {
        let state = |state| match state {
            ObligationState::Late => tr.todo_state_late(),
            ObligationState::Open => tr.todo_state_open(),
            ObligationState::Done => tr.todo_state_done(),
        };
        let rows = lines
            .iter()
            .map(|l| vec![l.due.format("%m-%d %H:%M").to_string(), state(l.state), l.subject.clone()]);
        table(&rows.collect::<Vec<_>>())
    });
    Ok(())
}
