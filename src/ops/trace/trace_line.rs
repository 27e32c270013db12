//! A follow-up in words.

use chrono::NaiveDateTime;
use serde::Serialize;

use crate::domain::id::TraceId;
use crate::domain::trace::{Basis, Closing, Talk, Trace};
use crate::i18n::Tr;
use crate::ops::book::Book;

/// A follow-up as lists show it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TraceLine {
    /// Key.
    pub key: TraceId,
    /// When.
    pub at: NaiveDateTime,
    /// When the next call was agreed.
    pub next_call: Option<NaiveDateTime>,
    /// What was learned.
    pub talk: Talk,
    /// The same in words: `祖母：发热、咳嗽，未就诊`.
    pub words: String,
}

impl Book {
    pub(in crate::ops) fn trace_line(&self, trace: &Trace) -> TraceLine {
        TraceLine {
            key: trace.id,
            at: trace.at,
            next_call: trace.next_call,
            talk: trace.talk.clone(),
            words: self.talk_words(&trace.talk),
        }
    }

    /// What a talk learned, in words.
    pub(in crate::ops) fn talk_words(&self, talk: &Talk) -> String {
        let tr = &self.tr;
        let mut parts: Vec<String> = Vec::new();
        if !talk.reached {
            parts.push(tr.trace_unreached());
        }
        parts.extend(talk.symptoms.as_ref().map(|codes| {
            let tag = tr.language().tag();
            let listed = self.rules.symptoms().iter().filter(|entry| codes.contains(&entry.code));
            let names: Vec<&str> = listed.map(|entry| entry.name.get(tag)).collect();
            if names.is_empty() { tr.trace_no_symptoms() } else { names.join(&tr.ops_list_mark()) }
        }));
        parts.extend(match (talk.seen_doctor, talk.hospital.as_deref()) {
            (Some(false), _) => Some(tr.trace_not_seen()),
            (_, Some(hospital)) => Some(tr.trace_seen_at(hospital)),
            (Some(true), None) => Some(tr.trace_seen()),
            (None, None) => None,
        });
        parts.extend(
            talk.diagnosis.as_ref().map(|it| tr.trace_diagnosed(&basis_word(it.basis, tr), &it.name)),
        );
        if talk.similar_at_home == Some(true) {
            parts.push(tr.trace_similar());
        }
        parts.extend(talk.sent_where.clone());
        parts.extend(talk.note.clone());
        parts.extend(talk.closing.filter(|it| *it != Closing::Diagnosed).map(|it| closing_words(it, tr)));
        let said = parts.join(&tr.today_comma());
        match talk.relation.as_ref().or(talk.with.as_ref()) {
            Some(who) => tr.trace_said(&said, who),
            None => said,
        }
    }
}

/// 诊断证明, 家长自述
pub fn basis_word(basis: Basis, tr: &Tr) -> String {
    match basis {
        Basis::Certificate => tr.trace_basis_certificate(),
        Basis::Guardian => tr.trace_basis_guardian(),
    }
}

/// How a tracing ended, in words.
pub fn closing_words(closing: Closing, tr: &Tr) -> String {
    match closing {
        Closing::Diagnosed => tr.trace_closed_diagnosed(),
        Closing::Returned { on } => tr.trace_closed_returned(&tr.day(on)),
        Closing::SymptomsEnded { on } => tr.trace_closed_ended(&tr.day(on)),
        Closing::OtherReason => tr.trace_closed_other(),
        Closing::Left { on } => tr.trace_closed_left(&tr.day(on)),
    }
}
