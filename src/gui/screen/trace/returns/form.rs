//! What stands in the fields of 待返校.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::domain::return_clearance::{ReturnCertificate, ReturnDecision, ReturnPlan};
use crate::domain::symptom::SymptomCode;
use crate::domain::temperature::Temperature;
use crate::gui::widget::date_field::day;
use crate::ops::isolation::NewLook;
use crate::ops::return_to_class::{AwaitedReturn, NewReturn};

/// A field of a return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReturnPlace {
    /// Last day with symptoms.
    SymptomsEnded,
    /// First day of treatment.
    TreatedSince,
    /// First day that the clinic allows.
    ClinicDay,
    /// Who of the clinic said so.
    ClinicBy,
    /// 出具证明的医院
    Issuer,
    /// Date of the certificate.
    Issued,
    /// 证明编号
    Number,
    /// 查验人
    CheckedBy,
    /// 备注
    Note,
}

impl ReturnPlace {
    /// Its name for the focus.
    pub const fn id(self) -> &'static str {
        match self {
            Self::SymptomsEnded => "symptoms-ended",
            Self::TreatedSince => "treated-since",
            Self::ClinicDay => "clinic-day",
            Self::ClinicBy => "clinic-by",
            Self::Issuer => "issuer",
            Self::Issued => "issued",
            Self::Number => "certificate-number",
            Self::CheckedBy => "return-checked-by",
            Self::Note => "return-note",
        }
    }
}

/// The fields of a return as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReturnForm {
    pub(super) symptoms_ended: String,
    pub(super) treated_since: String,
    pub(super) clinic_day: String,
    pub(super) clinic_by: String,
    pub(super) issuer: String,
    pub(super) issued: String,
    pub(super) number: String,
    pub(super) copy: bool,
    pub(super) checked_by: String,
    pub(super) note: String,
}

impl ReturnForm {
    /// The form of somebody who is to come back.
    pub fn of(awaited: &AwaitedReturn) -> Self {
        let date = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
        let plan = &awaited.plan;
        Self {
            symptoms_ended: date(plan.symptoms_ended),
            treated_since: date(plan.treated_since),
            clinic_day: date(plan.clinic_day),
            clinic_by: plan.clinic_by.clone().unwrap_or_default(),
            ..Self::default()
        }
    }

    pub(super) fn take(&mut self, place: ReturnPlace, typed: String) {
        *match place {
            ReturnPlace::SymptomsEnded => &mut self.symptoms_ended,
            ReturnPlace::TreatedSince => &mut self.treated_since,
            ReturnPlace::ClinicDay => &mut self.clinic_day,
            ReturnPlace::ClinicBy => &mut self.clinic_by,
            ReturnPlace::Issuer => &mut self.issuer,
            ReturnPlace::Issued => &mut self.issued,
            ReturnPlace::Number => &mut self.number,
            ReturnPlace::CheckedBy => &mut self.checked_by,
            ReturnPlace::Note => &mut self.note,
        } = typed;
    }

    /// The terms as they stand in the fields, or the first field whose day is none or has not come.
    pub(super) fn plan(&self, before: &ReturnPlan, today: NaiveDate) -> Result<ReturnPlan, ReturnPlace> {
        Ok(ReturnPlan {
            entry: before.entry.clone(),
            symptoms_ended: gone(&self.symptoms_ended, today, ReturnPlace::SymptomsEnded)?,
            treated_since: gone(&self.treated_since, today, ReturnPlace::TreatedSince)?,
            clinic_day: date(&self.clinic_day, ReturnPlace::ClinicDay)?,
            clinic_by: words(&self.clinic_by),
        })
    }

    /// The check at the door, or the first field whose day is none or has not come.
    pub(super) fn check(
        &self,
        awaited: &AwaitedReturn,
        decision: ReturnDecision,
        today: NaiveDate,
    ) -> Result<NewReturn, ReturnPlace> {
        let issued = gone(&self.issued, today, ReturnPlace::Issued)?;
        let certificate = words(&self.issuer).map(|issuer| ReturnCertificate {
            issuer,
            date: issued,
            number: words(&self.number),
            copy_filed: self.copy,
        });
        if certificate.is_none() && (issued.is_some() || words(&self.number).is_some()) {
            return Err(ReturnPlace::Issuer);
        }
        Ok(NewReturn {
            person: awaited.key,
            day: None,
            case: Some(awaited.case),
            certificate,
            checked_by: words(&self.checked_by),
            decision,
            decided_by: None,
            note: words(&self.note),
            closes: true,
        })
    }

    /// Whether anything of the check is typed.
    pub(super) fn is_begun(&self) -> bool {
        let typed = [&self.issuer, &self.issued, &self.number, &self.checked_by, &self.note];
        self.copy || typed.into_iter().any(|text| !text.trim().is_empty())
    }
}

fn words(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A day; an empty field is none.
fn date(text: &str, place: ReturnPlace) -> Result<Option<NaiveDate>, ReturnPlace> {
    if text.trim().is_empty() { Ok(None) } else { day(text).map(Some).ok_or(place) }
}

/// A day that has come.
fn gone(text: &str, today: NaiveDate, place: ReturnPlace) -> Result<Option<NaiveDate>, ReturnPlace> {
    date(text, place)?.map_or(Ok(None), |day| if day <= today { Ok(Some(day)) } else { Err(place) })
}

/// A field of a look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LookPlace {
    /// Temperature.
    Temperature,
    /// 备注
    Note,
}

impl LookPlace {
    /// Its name for the focus.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Temperature => "look-temperature",
            Self::Note => "look-note",
        }
    }
}

/// A look at somebody who is kept apart, as typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LookForm {
    pub(super) temperature: String,
    pub(super) symptoms: BTreeSet<SymptomCode>,
    pub(super) note: String,
}

impl LookForm {
    pub(super) fn take(&mut self, place: LookPlace, typed: String) {
        *match place {
            LookPlace::Temperature => &mut self.temperature,
            LookPlace::Note => &mut self.note,
        } = typed;
    }

    pub(super) fn toggle(&mut self, code: &SymptomCode) {
        if !self.symptoms.remove(code) {
            let _ = self.symptoms.insert(code.clone());
        }
    }

    /// Whether the temperature typed is one.
    pub(super) fn is_odd(&self) -> bool {
        !self.temperature.trim().is_empty() && Temperature::parse(&self.temperature).is_none()
    }

    /// The look, now and by the operator; `None` while the temperature is none.
    pub(super) fn look(&self) -> Option<NewLook> {
        if self.is_odd() {
            return None;
        }
        Some(NewLook {
            temperature: Temperature::parse(&self.temperature),
            symptoms: self.symptoms.clone(),
            note: words(&self.note),
            ..NewLook::default()
        })
    }

    /// Whether anything is typed.
    pub(super) fn is_begun(&self) -> bool {
        *self != Self::default()
    }
}
