//! Which picture, of what.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::group::Group;
use crate::domain::id::EventId;
use crate::domain::picture::{Measure, Split};
use crate::domain::symptom::SymptomCode;

/// Which picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum PictureKind {
    /// 流行曲线
    #[default]
    Curve,
    /// 缺勤率
    Band,
    /// 各班每日
    Heat,
}

impl PictureKind {
    /// All.
    pub const ALL: [Self; 3] = [Self::Curve, Self::Band, Self::Heat];

    /// Id of its form.
    pub const fn form(self) -> &'static str {
        match self {
            Self::Curve => "picture-curve",
            Self::Band => "picture-band",
            Self::Heat => "picture-heat",
        }
    }

    /// The picture of a form.
    pub fn of_form(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.form() == id)
    }
}

/// What a picture shows beside its days.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PictureChoice {
    /// Of one grade.
    pub grade: Option<u8>,
    /// How a curve is split.
    pub split: Split,
    /// Only illnesses with this symptom; of a curve.
    pub symptom: Option<SymptomCode>,
    /// Which absences a rate counts.
    pub measure: Measure,
    /// Only those who count in this event, and its days; of a curve.
    pub event: Option<EventId>,
}

/// A picture that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PictureRequest {
    /// Which.
    pub kind: PictureKind,
    /// First and last day; an event has its own.
    pub days: (NaiveDate, NaiveDate),
    /// Of one class; `None`: the school, or the grade chosen.
    pub group: Option<Group>,
    /// What it shows.
    #[serde(flatten)]
    pub choice: PictureChoice,
}
