//! Illness absences: the chain of a person's ill and unknown findings, and what of it is proposed
//! for the next sheet.

#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::finding::{Attendance, Finding};
use super::id::PersonId;
use super::member::Member;
use super::rule_book::RuleBook;
use super::session::Session;
use super::sheet::{Sheet, SheetKey};

/// One absence because of illness or for an unknown reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Absence {
    /// Who is absent.
    pub person: PersonId,
    /// Day of the first sheet that saw it.
    pub from: NaiveDate,
    /// Last day; `None` while it goes on.
    pub to: Option<NaiveDate>,
    /// The sheet that ended it, with what it says instead: back, or absent for another reason.
    pub closed_by: Option<(SheetKey, Attendance)>,
    /// Day of the first sheet since then that saw the person in school without a sign of illness.
    pub well_on: Option<NaiveDate>,
    /// The last day in the school of somebody who left it before being seen well there: that ends the absence too.
    pub left_on: Option<NaiveDate>,
    /// Day of onset, as last written down.
    pub onset: Option<NaiveDate>,
    /// Kind, as last written down: ill or unknown.
    pub kind: Attendance,
    /// Half days lost, by the school's way of counting.
    pub half_days: u32,
    /// The confirmed sheets that it was counted from, in their order.
    pub sheets: Vec<SheetKey>,
}

/// The absences of one person, oldest first.
///
/// `counts` tells whether a sheet counts the person on its day ([`Whereabouts`](super::counted_sheet::Whereabouts)); `left`
/// holds the last days of those times in which the person belonged to the school, oldest first. `sheets` are those of the
/// groups that the person belonged to, classes and dormitories alike, in any order; only confirmed ones count. The first ill
/// or unknown finding opens an absence, each further one extends it, and the first sheet that counts the person and does not
/// show it closes it the day before. Days without a sheet keep it open and count nothing; whoever leaves the school is absent
/// until then.
pub fn absences<'a>(
    rules: &RuleBook,
    person: PersonId,
    counts: impl Fn(&SheetKey) -> bool,
    left: &[NaiveDate],
    sheets: impl IntoIterator<Item = &'a Sheet>,
) -> Vec<Absence> {
    let mut found: Vec<Absence> = Vec::new();
    let would_show = |key: &SheetKey| proposes(rules, key.session) && counts(key);
    let leave = |last: Option<&mut Absence>, until: Option<NaiveDate>| {
        let Some(last) = last else { return };
        let ended = left.iter().find(|day| **day >= last.last_seen() && until.is_none_or(|it| **day < it));
        last.leave(ended.copied());
    };
    for sheet in confirmed_in_order(sheets) {
        leave(found.last_mut(), Some(sheet.key.date));
        let open = found.last_mut().filter(|a| a.to.is_none());
        match (missing(sheet, person), open) {
            (Some(finding), open) => {
                let key = sheet.key;
                if let Some(absence) = open {
                    absence.extend(key, finding);
                } else {
                    found.push(Absence {
                        person,
                        from: key.date,
                        to: None,
                        closed_by: None,
                        well_on: None,
                        left_on: None,
                        onset: finding.onset,
                        kind: finding.attendance,
                        half_days: 0,
                        sheets: vec![key],
                    });
                }
            }
            (None, Some(absence)) if would_show(&sheet.key) => absence.close(sheet),
            (None, _) => {}
        }
        if let Some(last) = found.last_mut().filter(|a| a.awaits_well())
            && would_show(&sheet.key)
            && is_well(rules, sheet, person)
        {
            last.well_on = Some(sheet.key.date);
        }
    }
    leave(found.last_mut(), None);
    for absence in &mut found {
        absence.half_days = half_days(rules, absence.sheets.iter());
    }
    found
}

/// The half days of these sheets: each session of a day counts once, and each day by the way of counting that the
/// school had chosen for it.
fn half_days<'a>(rules: &RuleBook, sheets: impl Iterator<Item = &'a SheetKey>) -> u32 {
    let mut days: BTreeMap<NaiveDate, BTreeSet<Session>> = BTreeMap::new();
    for key in sheets {
        let _ = days.entry(key.date).or_default().insert(key.session);
    }
    let of_day = |(day, sessions): (&NaiveDate, &BTreeSet<Session>)| {
        let edition = rules.counting_on(*day)?;
        Some(edition.half_days(sessions.iter().map(|session| edition.units(*session)).sum()))
    };
    days.iter().filter_map(of_day).sum()
}

/// Whether a sheet saw the person in school without a sign of illness.
fn is_well(rules: &RuleBook, sheet: &Sheet, person: PersonId) -> bool {
    sheet.findings.get(&person).is_none_or(|f| !f.attendance.is_absent() && !rules.is_illness(f))
}

impl Absence {
    /// How many days a day lies outside the absence; 0 inside.
    pub fn distance(&self, day: NaiveDate) -> i64 {
        let before = (self.from - day).num_days();
        let after = self.to.map_or(0, |to| (day - to).num_days());
        before.max(after).max(0)
    }

    /// Half days lost on the days `from` to `to`: a person missed on two sheets of one session lost it once.
    pub fn half_days_within(&self, rules: &RuleBook, from: NaiveDate, to: NaiveDate) -> u32 {
        half_days(rules, self.sheets.iter().filter(|key| (from..=to).contains(&key.date)))
    }

    /// Whether nothing is waited for any more: back and well, absent for another reason, or gone from the school.
    pub fn is_over(&self) -> bool {
        let otherwise = self.closed_by.is_some_and(|(_, instead)| instead.is_absent());
        otherwise || self.well_on.is_some() || self.left_on.is_some()
    }

    fn awaits_well(&self) -> bool {
        self.closed_by.is_some() && self.well_on.is_none() && self.left_on.is_none()
    }

    fn last_seen(&self) -> NaiveDate {
        self.sheets.last().map_or(self.from, |key| key.date)
    }

    fn leave(&mut self, last_day: Option<NaiveDate>) {
        let Some(last_day) = last_day.filter(|_| !self.is_over()) else { return };
        self.to = self.to.or(Some(last_day));
        self.left_on = Some(last_day);
    }

    fn extend(&mut self, key: SheetKey, finding: &Finding) {
        self.onset = finding.onset.or(self.onset);
        self.kind = finding.attendance;
        self.sheets.push(key);
    }

    fn close(&mut self, seen: &Sheet) {
        let last = self.last_seen();
        let instead = seen.findings.get(&self.person).map_or(Attendance::Present, |f| f.attendance);
        self.closed_by = Some((seen.key, instead));
        self.to = Some(seen.key.date.pred_opt().map_or(last, |before| before.max(last)));
    }
}

/// Whether the sheets of a session say that whoever they count and do not show is back; for these sheets it is proposed who
/// is still away.
pub fn proposes(rules: &RuleBook, session: Session) -> bool {
    rules.session(session).is_some_and(|entry| entry.closes)
}

/// What absences propose for a sheet that is not confirmed yet.
///
/// `away` holds what was found last of those whose absence is open when the sheet is filled in, whatever sheet found it. A
/// person who already stands on `today`, or whose proposal was declined, or whom the session does not count, is left out.
/// A proposal keeps attendance, symptoms, onset, diagnosis and whether a doctor was seen; what was measured or done on the
/// day itself is not carried over. In the order of `members`.
pub fn proposals(
    rules: &RuleBook,
    members: &[Member],
    away: &BTreeMap<PersonId, Finding>,
    today: &Sheet,
) -> Vec<(PersonId, Finding)> {
    let Some(session) = rules.session(today.key.session).filter(|s| s.closes) else {
        return Vec::new();
    };
    if today.confirmed_at.is_some() {
        return Vec::new();
    }
    let wanted = |member: &&Member| {
        member.is_counted(session.who)
            && !today.findings.contains_key(&member.person)
            && !today.declined.contains(&member.person)
    };
    let proposed = |member: &Member| Some((member.person, carried_over(away.get(&member.person)?)));
    members.iter().filter(wanted).filter_map(proposed).collect()
}

/// What of a finding is proposed for a later sheet.
pub fn carried_over(finding: &Finding) -> Finding {
    Finding {
        attendance: finding.attendance,
        symptoms: finding.symptoms.clone(),
        onset: finding.onset,
        diagnosis: finding.diagnosis.clone(),
        seen_doctor: finding.seen_doctor,
        ..Finding::default()
    }
}

fn confirmed_in_order<'a>(sheets: impl IntoIterator<Item = &'a Sheet>) -> Vec<&'a Sheet> {
    let mut sheets: Vec<_> = sheets.into_iter().filter(|s| s.confirmed_at.is_some()).collect();
    sheets.sort_by_key(|s| (s.key.date, s.key.session, s.key.group));
    sheets
}

/// The person's ill or unknown finding on a sheet.
fn missing(sheet: &Sheet, person: PersonId) -> Option<&Finding> {
    let finding = sheet.findings.get(&person);
    finding.filter(|f| matches!(f.attendance, Attendance::Ill | Attendance::Unknown))
}
