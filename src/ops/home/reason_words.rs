//! Why a condition does not hold, in words.

use crate::domain::home::{HomeSlot, Judged, Reason, Verdict};
use crate::ops::book::Book;

/// Days that are named; the rest are counted.
const NAMED: usize = 3;

impl Book {
    /// All reasons of a condition in words; empty where it holds.
    pub(super) fn judged_words(&self, judged: &Judged) -> String {
        let words: Vec<String> = judged.reasons.iter().map(|reason| self.reason_words(reason)).collect();
        words.join(&self.tr.ops_list_mark())
    }

    /// The names of those conditions that do not hold or are not known.
    pub(super) fn open_conditions(&self, judged: &[Judged]) -> String {
        let open = judged.iter().filter(|one| one.verdict != Verdict::Met);
        open.map(|one| self.condition_name(&one.condition)).collect::<Vec<_>>().join(&self.tr.ops_list_mark())
    }

    /// 早, 晚
    pub(in crate::ops) fn slot_word(&self, slot: HomeSlot) -> String {
        match slot {
            HomeSlot::Morning => self.tr.home_morning(),
            HomeSlot::Evening => self.tr.home_evening(),
        }
    }

    fn reason_words(&self, reason: &Reason) -> String {
        let tr = &self.tr;
        let tag = tr.language().tag();
        match reason {
            Reason::Missing { days } => {
                let named: Vec<String> = days.iter().take(NAMED).map(|day| tr.day(*day)).collect();
                tr.home_reason_missing(days.len(), &named.join(&tr.ops_list_mark()))
            }
            Reason::ToCome { days } => tr.home_reason_to_come(*days),
            Reason::High { day, slot, temperature, .. } => {
                tr.home_reason_high(&tr.day(*day), &self.slot_word(*slot), &temperature.to_string())
            }
            Reason::Symptoms { day, codes } => {
                let names: Vec<&str> = codes.iter().map(|code| self.rules.name(code, tag)).collect();
                tr.home_reason_day(&tr.day(*day), &names.join(&tr.ops_list_mark()))
            }
            Reason::Marks { day, ids } => {
                let names: Vec<String> = ids.iter().map(|id| self.mark_name(id)).collect();
                tr.home_reason_day(&tr.day(*day), &names.join(&tr.ops_list_mark()))
            }
            Reason::Screened { since } => tr.home_reason_screened(&tr.day(*since)),
            Reason::NoCommitment => tr.home_reason_no_commitment(),
            Reason::NoCertificate { since } => tr.home_reason_no_certificate(&tr.day(*since)),
            Reason::SaidNo => tr.home_reason_said_no(),
            Reason::NotAsked => tr.home_reason_not_asked(),
        }
    }

    /// Name of an outing or contact.
    pub(in crate::ops) fn mark_name(&self, id: &str) -> String {
        let mark = self.rules.home().mark(id);
        mark.map_or(id, |mark| mark.name.get(self.tr.language().tag())).to_owned()
    }
}
