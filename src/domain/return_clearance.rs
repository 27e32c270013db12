//! 复课证明查验: when somebody who was ill may come back, on what condition, and what was decided at the door.
//! The program flags and records; it never keeps anybody out.

use chrono::{Days, NaiveDate};
use serde::{Deserialize, Serialize};

use super::id::CaseId;
use super::rule_book::{DiseaseEntry, ExclusionEntry, Standing};

/// A return certificate as it was shown.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReturnCertificate {
    /// 出具证明的医院
    pub issuer: String,
    /// Day of issue.
    pub date: Option<NaiveDate>,
    /// 证明编号
    #[serde(default)]
    pub number: Option<String>,
    /// Whether a copy is filed: two are made, one for the family and one for the school.
    #[serde(default)]
    pub copy_filed: bool,
}

/// What was decided at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnDecision {
    /// 准予进班
    Admitted,
    /// 劝返: sent home again
    SentHome,
}

impl ReturnDecision {
    /// Both decisions.
    pub const ALL: [Self; 2] = [Self::Admitted, Self::SentHome];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Admitted => "admitted",
            Self::SentHome => "sent_home",
        }
    }

    /// The decision of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|decision| decision.name() == name)
    }
}

/// What speaks against a return on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReturnFlag {
    /// Before the first day on which the rule allows it.
    TooEarly,
    /// Before that day, and the rule knows another way: a condition that somebody has to look at, or a count whose
    /// beginning is not known.
    OtherWayOpen,
    /// The rule counts days, and from which day on is not known.
    DayUnknown,
    /// The rule demands a certificate and none was shown.
    NoCertificate,
    /// The certificate is older than the illness is over by the rule.
    CertificateTooOld,
    /// The rule demands a certificate, and the one shown lacks its day or number, or no copy is filed.
    CertificateIncomplete,
}

impl ReturnFlag {
    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::TooEarly => "too_early",
            Self::OtherWayOpen => "other_way_open",
            Self::DayUnknown => "day_unknown",
            Self::NoCertificate => "no_certificate",
            Self::CertificateTooOld => "certificate_too_old",
            Self::CertificateIncomplete => "certificate_incomplete",
        }
    }
}

/// What a rule asks of the return of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReturnTerms {
    /// First day on which the rule allows it; `None` where the rule counts no days.
    pub earliest: Option<NaiveDate>,
    /// Whether a certificate is demanded.
    pub certificate: bool,
    /// Whether the rule counts days from a day that is not known.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unknown: bool,
    /// Whether it allows the return in another way that its days do not tell.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub other_way: bool,
}

impl ReturnCertificate {
    /// Whether it can be found again: its day, its number and a copy.
    pub fn is_complete(&self) -> bool {
        self.date.is_some() && self.number.is_some() && self.copy_filed
    }
}

/// What is known of an illness that a return is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct IllnessDays {
    /// Day of onset.
    pub onset: Option<NaiveDate>,
    /// Last day with symptoms.
    pub symptoms_ended: Option<NaiveDate>,
    /// First day of treatment.
    pub treated_since: Option<NaiveDate>,
}

/// What was decided about the way back from an illness: which source is held to, and what the clinic said.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReturnPlan {
    /// Id of the exclusion entry that is held to; `None`: the first of the disease that can be relied on.
    #[serde(default)]
    pub entry: Option<String>,
    /// Last day with symptoms.
    #[serde(default)]
    pub symptoms_ended: Option<NaiveDate>,
    /// First day of treatment.
    #[serde(default)]
    pub treated_since: Option<NaiveDate>,
    /// First day on which the clinic allows the return. It wins over every table.
    #[serde(default)]
    pub clinic_day: Option<NaiveDate>,
    /// Who of the clinic said so.
    #[serde(default)]
    pub clinic_by: Option<String>,
}

impl ReturnPlan {
    /// The exclusion entry that is held to.
    pub fn entry_of<'r>(&self, disease: &'r DiseaseEntry) -> Option<&'r ExclusionEntry> {
        let chosen = self.entry.as_ref();
        disease
            .exclusions
            .iter()
            .find(|entry| chosen == Some(&entry.id))
            .or_else(|| disease.exclusions.iter().find(|entry| entry.status != Standing::Unconfirmed))
    }

    /// What the return is counted from, with the day of onset.
    pub fn days(&self, onset: Option<NaiveDate>) -> IllnessDays {
        IllnessDays { onset, symptoms_ended: self.symptoms_ended, treated_since: self.treated_since }
    }

    /// What is asked of the return. Without a disease in the rules only the clinic's word counts.
    pub fn terms(&self, disease: Option<&DiseaseEntry>, onset: Option<NaiveDate>) -> ReturnTerms {
        let entry = disease.and_then(|disease| self.entry_of(disease));
        let told = entry.map(|entry| ReturnTerms::of(entry, self.days(onset))).unwrap_or_default();
        match self.clinic_day {
            // The clinic's word leaves nothing open.
            Some(day) => ReturnTerms { earliest: Some(day), unknown: false, other_way: false, ..told },
            None => told,
        }
    }
}

impl ReturnTerms {
    /// What an exclusion entry asks for that illness. All its counts must have run out, or one of them where the entry
    /// says so. A count whose beginning is not known sets no day, and then none is told where all are needed. An entry
    /// that nobody has confirmed never sets a day.
    pub fn of(entry: &ExclusionEntry, known: IllnessDays) -> Self {
        let certificate = entry.certificate;
        if entry.status == Standing::Unconfirmed {
            return Self { certificate, ..Self::default() };
        }
        let after = |start: Option<NaiveDate>, days: u16| start?.checked_add_days(Days::new(u64::from(days)));
        let wanted = [
            entry.days_from_onset.map(|count| after(known.onset, count)),
            // The day after the last one with symptoms is the first free one.
            entry.days_after_symptoms.map(|count| after(known.symptoms_ended, count + 1)),
            entry.days_of_treatment.map(|count| after(known.treated_since, count)),
        ];
        let wanted: Vec<Option<NaiveDate>> = wanted.into_iter().flatten().collect();
        let open = wanted.iter().any(Option::is_none);
        let days = wanted.iter().copied().flatten();
        let earliest = match (entry.either, open) {
            (true, _) => days.min(),
            (false, true) => None,
            (false, false) => days.max(),
        };
        Self {
            earliest,
            certificate,
            unknown: open && earliest.is_none(),
            other_way: entry.either && (open || entry.condition.is_some()),
        }
    }

    /// What speaks against coming back on `day` with that certificate.
    pub fn flags(&self, day: NaiveDate, shown: Option<&ReturnCertificate>) -> Vec<ReturnFlag> {
        let early = self.earliest.is_some_and(|first| day < first);
        let mut flags = Vec::new();
        match (early, self.other_way) {
            (true, true) => flags.push(ReturnFlag::OtherWayOpen),
            (true, false) => flags.push(ReturnFlag::TooEarly),
            (false, _) if self.unknown => flags.push(ReturnFlag::DayUnknown),
            (false, _) => {}
        }
        if self.certificate && shown.is_some_and(|paper| !paper.is_complete()) {
            flags.push(ReturnFlag::CertificateIncomplete);
        }
        match shown {
            None if self.certificate => flags.push(ReturnFlag::NoCertificate),
            // A doctor may write it the day before the pupil goes back.
            Some(paper)
                if !early
                    && paper
                        .date
                        .zip(self.earliest)
                        .is_some_and(|(made, first)| made + Days::new(1) < first) =>
            {
                flags.push(ReturnFlag::CertificateTooOld);
            }
            _ => {}
        }
        flags
    }
}

/// What is written down when somebody comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReturnClearance {
    /// The case that is over; `None` for an absence without one.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// Id of the exclusion entry that was held to.
    #[serde(default)]
    pub entry: Option<String>,
    /// What it asked.
    pub terms: ReturnTerms,
    /// What was shown.
    #[serde(default)]
    pub certificate: Option<ReturnCertificate>,
    /// What spoke against it on that day.
    #[serde(default)]
    pub flags: Vec<ReturnFlag>,
    /// 查验人
    pub checked_by: String,
    /// What was decided.
    pub decision: ReturnDecision,
    /// 决定人
    pub decided_by: String,
    /// 校医复核结论, 备注
    #[serde(default)]
    pub note: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::rule_book::RuleBook;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn paper(date: &str) -> ReturnCertificate {
        ReturnCertificate {
            issuer: "云坪镇卫生院".into(),
            date: Some(day(date)),
            number: Some("复 0123".into()),
            copy_filed: true,
        }
    }

    fn entry(id: &str) -> ExclusionEntry {
        RuleBook::shipped().unwrap().exclusion(id).unwrap().1.clone()
    }

    fn known(onset: &str, symptoms_ended: Option<&str>) -> IllnessDays {
        let symptoms_ended = symptoms_ended.map(day);
        IllnessDays { onset: Some(day(onset)), symptoms_ended, treated_since: None }
    }

    #[test]
    fn all_counts_of_an_entry_must_have_run_out() {
        let earliest = |entry: &ExclusionEntry, known| ReturnTerms::of(entry, known).earliest;
        let pox = entry("chickenpox-crusts-14d");
        assert_eq!(earliest(&pox, known("2026-11-18", None)), Some(day("2026-12-02")));
        let flu = entry("influenza-48h");
        assert_eq!(
            earliest(&flu, known("2026-11-18", Some("2026-11-21"))),
            Some(day("2026-11-24")),
            "the 22nd and the 23rd are the two days"
        );
        let both = ExclusionEntry { days_from_onset: Some(7), days_after_symptoms: Some(3), ..flu };
        assert_eq!(earliest(&both, known("2026-11-18", Some("2026-11-19"))), Some(day("2026-11-25")));
        assert_eq!(earliest(&both, known("2026-11-18", Some("2026-11-24"))), Some(day("2026-11-28")));
        assert_eq!(earliest(&both, known("2026-11-18", None)), None, "symptoms last");
        let either = ExclusionEntry { either: true, ..both.clone() };
        assert_eq!(earliest(&either, known("2026-11-18", None)), Some(day("2026-11-25")));
        assert_eq!(earliest(&either, known("2026-11-18", Some("2026-11-19"))), Some(day("2026-11-23")));
        let doubtful = ExclusionEntry { status: Standing::Unconfirmed, ..both };
        assert_eq!(earliest(&doubtful, known("2026-11-18", Some("2026-11-19"))), None);
        let open = entry("chickenpox-crusts");
        assert_eq!(earliest(&open, known("2026-11-18", None)), None, "a doctor looks");
    }

    #[test]
    fn the_clinic_wins_and_the_first_entry_that_can_be_relied_on_is_held_to() {
        let rules = RuleBook::shipped().unwrap();
        let pox = rules.disease("chickenpox");
        let onset = Some(day("2026-11-18"));
        let plan = ReturnPlan::default();
        let terms = plan.terms(pox, onset);
        assert_eq!((terms.earliest, terms.certificate), (Some(day("2026-12-02")), true));
        let other = ReturnPlan { entry: Some("chickenpox-21d".into()), ..ReturnPlan::default() };
        assert_eq!(other.terms(pox, onset).earliest, Some(day("2026-12-09")));
        let clinic = ReturnPlan { clinic_day: Some(day("2026-11-30")), ..other };
        assert_eq!(clinic.terms(pox, onset).earliest, Some(day("2026-11-30")));
        assert_eq!(clinic.terms(None, onset).earliest, Some(day("2026-11-30")));
        assert_eq!(ReturnPlan::default().terms(None, onset), ReturnTerms::default());
    }

    #[test]
    fn a_return_is_flagged_for_what_it_lacks() {
        let terms =
            ReturnTerms { earliest: Some(day("2026-12-02")), certificate: true, ..ReturnTerms::default() };
        let flags = |on: &str, shown: Option<&ReturnCertificate>| terms.flags(day(on), shown);
        assert_eq!(flags("2026-12-01", None), [ReturnFlag::TooEarly, ReturnFlag::NoCertificate]);
        assert_eq!(flags("2026-12-02", Some(&paper("2026-12-01"))), []);
        assert_eq!(flags("2026-12-02", Some(&paper("2026-11-25"))), [ReturnFlag::CertificateTooOld]);
        let undated = ReturnCertificate { date: None, ..paper("2026-12-01") };
        assert_eq!(flags("2026-12-02", Some(&undated)), [ReturnFlag::CertificateIncomplete]);
        let unnumbered = ReturnCertificate { number: None, ..paper("2026-12-01") };
        assert_eq!(flags("2026-12-02", Some(&unnumbered)), [ReturnFlag::CertificateIncomplete]);
        let uncopied = ReturnCertificate { copy_filed: false, ..paper("2026-12-01") };
        assert_eq!(flags("2026-12-02", Some(&uncopied)), [ReturnFlag::CertificateIncomplete]);
        let free = ReturnTerms::default();
        assert_eq!(free.flags(day("2026-12-01"), None), []);
    }

    #[test]
    fn days_that_nobody_can_count_and_other_ways_are_said() {
        let flags = |entry: &ExclusionEntry, known, on| ReturnTerms::of(entry, known).flags(day(on), None);
        let flu = entry("influenza-48h");
        assert_eq!(flags(&flu, known("2026-11-18", None), "2026-11-20"), [ReturnFlag::DayUnknown]);
        assert_eq!(flags(&flu, known("2026-11-18", Some("2026-11-18")), "2026-11-21"), []);
        // Swelling gone, or 14 days: before that somebody looks, and it is not simply too early.
        let mumps = entry("mumps-city");
        assert_eq!(flags(&mumps, known("2026-11-10", None), "2026-11-20"), [ReturnFlag::OtherWayOpen]);
        assert_eq!(flags(&mumps, known("2026-11-10", None), "2026-11-24"), []);
        let scarlet = entry("scarlet-10d-treatment");
        assert_eq!(flags(&scarlet, known("2026-11-10", None), "2026-11-20"), [ReturnFlag::OtherWayOpen]);
        let treated = IllnessDays { treated_since: Some(day("2026-11-11")), ..known("2026-11-10", None) };
        assert_eq!(flags(&scarlet, treated, "2026-11-20"), [ReturnFlag::TooEarly]);
        let clinic = ReturnPlan { clinic_day: Some(day("2026-11-22")), ..ReturnPlan::default() };
        let terms = clinic.terms(RuleBook::shipped().unwrap().disease("influenza"), None);
        assert_eq!(terms.flags(day("2026-11-22"), None), [], "the clinic has said it");
    }

    #[test]
    fn names_lead_back() {
        for decision in ReturnDecision::ALL {
            assert_eq!(ReturnDecision::from_name(decision.name()), Some(decision));
        }
    }
}
