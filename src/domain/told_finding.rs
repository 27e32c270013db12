//! When the school learned of what sheets say: the clocks of alerts run from there.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;

use super::cluster::{Alert, AlertSubject};
use super::finding::{Attendance, Finding};
use super::id::PersonId;
use super::rule_book::RuleBook;
use super::symptom::{SevereSign, SymptomCode};

/// A finding in one of its wordings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ToldFinding {
    /// Of whom.
    pub person: PersonId,
    /// What it said.
    pub finding: Finding,
    /// When the school learned of it.
    pub at: NaiveDateTime,
}

/// When the school learned of something that was typed at a moment. What was on the paper that came in before is known since
/// the paper came; what is added to a confirmed sheet is known since it was typed. Confirming moves nothing.
pub fn learned_at(
    typed_at: NaiveDateTime,
    handed_in_at: Option<NaiveDateTime>,
    confirmed_at: Option<NaiveDateTime>,
) -> NaiveDateTime {
    let on_paper = confirmed_at.is_none_or(|confirmed| typed_at <= confirmed);
    handed_in_at.filter(|_| on_paper).map_or(typed_at, |came| came.min(typed_at))
}

/// When enough was known to raise an alert: the moment of the last of those whom it needs. `raised` is the alert as it was on
/// the day that raised it, `told` what was said of its people since its window began, `diseases` when the school learned of
/// cases that have part in it. `None` where nothing tells.
pub fn known_at(
    rules: &RuleBook,
    raised: &Alert,
    told: &[ToldFinding],
    diseases: &[(PersonId, NaiveDateTime)],
) -> Option<NaiveDateTime> {
    let of = |person: &PersonId| {
        let mut own: Vec<&ToldFinding> = told.iter().filter(|it| it.person == *person).collect();
        own.sort_by_key(|it| it.at);
        let named = diseases.iter().filter(|(who, _)| who == person).map(|(_, at)| *at);
        let seen = first_known(rules, &raised.subject, &own).into_iter();
        seen.chain(named).min().or(own.first().map(|it| it.at))
    };
    let mut times: Vec<NaiveDateTime> = raised.persons.iter().filter_map(of).collect();
    times.sort_unstable();
    times.get(raised.needed.saturating_sub(1)).or(times.last()).copied()
}

/// The first moment at which everything that was said by then makes somebody count.
fn first_known(rules: &RuleBook, subject: &AlertSubject, told: &[&ToldFinding]) -> Option<NaiveDateTime> {
    let mut codes: BTreeSet<SymptomCode> = BTreeSet::new();
    let mut signs: BTreeSet<SevereSign> = BTreeSet::new();
    let (mut taken, mut ill) = (Vec::new(), false);
    for it in told {
        codes.extend(rules.codes(&it.finding));
        signs.extend(&it.finding.severe);
        taken.extend(it.finding.temperature);
        ill |= it.finding.attendance == Attendance::Ill;
        let counts = match subject {
            AlertSubject::Symptom(code) => codes.contains(code),
            AlertSubject::Definition(id) => {
                rules.definition(id).is_some_and(|it| it.is_met(&codes, taken.iter().copied()))
            }
            AlertSubject::Severe(sign) => signs.contains(sign),
            AlertSubject::SymptomsUnknown => ill,
            AlertSubject::Disease(_) => false,
        };
        if counts {
            return Some(it.at);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;

    #[test]
    fn confirming_moves_no_clock_and_a_correction_begins_its_own() {
        let at = |day: u32, hour: u32| {
            NaiveDate::from_ymd_opt(2026, 11, day).unwrap().and_hms_opt(hour, 0, 0).unwrap()
        };
        // A draft of eight o'clock: before it is confirmed, and after.
        assert_eq!(learned_at(at(23, 8), None, None), at(23, 8));
        assert_eq!(learned_at(at(23, 8), Some(at(23, 15)), Some(at(23, 15))), at(23, 8));
        // A paper of Friday that is typed on Monday.
        assert_eq!(learned_at(at(23, 8), Some(at(20, 9)), Some(at(23, 8))), at(20, 9));
        // Added on Tuesday to a sheet that came in on Monday.
        assert_eq!(learned_at(at(24, 15), Some(at(23, 8)), Some(at(23, 8))), at(24, 15));
    }
}
