//! A picture's figures with the names that stand in it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use serde::Serialize;

use super::{PictureKind, PictureRequest};
use crate::domain::group::Group;
use crate::domain::id::{ClassId, PersonId};
use crate::domain::picture::{AbsenceBand, ClassDays, DayRate, EpidemicCurve, HeatMap, PictureDay};
use crate::domain::scope::Scope;
use crate::ops::book::Book;
use crate::ops::check::GroupInfo;
use crate::ops::choice_error::ChoiceError;
use crate::ops::error::OpError;

/// Somebody who fell ill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PicturePerson {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class as lists show it.
    pub class: String,
    /// Day of onset.
    pub onset: NaiveDate,
    /// Symptoms in words.
    pub words: String,
}

/// An alert on the day that raised it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AlertMark {
    /// Its key.
    pub key: String,
    /// The day.
    pub date: NaiveDate,
    /// Where, of what, by which rule.
    pub words: String,
}

/// An epidemic curve with its names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CurveView {
    /// Its figures.
    #[serde(flatten)]
    pub curve: EpidemicCurve,
    /// Names of its parts, in their order.
    pub names: Vec<String>,
    /// Alerts of its days.
    pub alerts: Vec<AlertMark>,
    /// Who fell ill, by day, class and name.
    pub people: Vec<PicturePerson>,
}

impl CurveView {
    /// The days that raised an alert.
    pub fn alert_days(&self) -> BTreeSet<NaiveDate> {
        self.alerts.iter().map(|mark| mark.date).collect()
    }
}

/// Classes by day with their names.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HeatView {
    /// Its figures.
    #[serde(flatten)]
    pub heat: HeatMap,
    /// Names of its classes, in their order.
    pub names: Vec<String>,
    /// Shares of the head-count, per cent, at which cells grow darker.
    pub steps: Vec<f64>,
}

/// The figures of a picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum PictureFigures {
    /// An epidemic curve.
    Curve(CurveView),
    /// A rate with its usual band.
    Band(AbsenceBand),
    /// Classes by day.
    Heat(HeatView),
}

/// A picture.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PictureView {
    /// What was asked for.
    #[serde(skip)]
    pub request: PictureRequest,
    /// Which.
    pub kind: PictureKind,
    /// First day.
    pub from: NaiveDate,
    /// Last day; no day that has not come.
    pub to: NaiveDate,
    /// The class, grade, event or school that it is of.
    pub of: String,
    /// The figures.
    #[serde(flatten)]
    pub figures: PictureFigures,
}

impl Book {
    /// The figures of a picture, from no more than its days and what decides when an illness in them began.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for days in the wrong order, [`ChoiceError::TooManyDays`].
    pub fn picture(&self, request: &PictureRequest) -> Result<PictureView, OpError> {
        let event = request.choice.event.filter(|_| request.kind == PictureKind::Curve);
        if let Some(id) = event {
            let event = self.event_of(id)?;
            let ((from, to), curve) = self.event_curve(request, &event)?;
            let (of, figures) = (event.body.words.title, PictureFigures::Curve(curve));
            return Ok(PictureView { request: request.clone(), kind: request.kind, from, to, of, figures });
        }
        let (from, to) = (request.days.0, request.days.1.min(self.today()));
        self.check_days(from, to)?;
        let figures = match request.kind {
            PictureKind::Curve => PictureFigures::Curve(self.curve(request, from, to)?),
            PictureKind::Band => PictureFigures::Band(self.band(request, from, to)?),
            PictureKind::Heat => PictureFigures::Heat(self.heat(request, from, to)?),
        };
        let of = self.scope_name(scope(request))?.words;
        Ok(PictureView { request: request.clone(), kind: request.kind, from, to, of, figures })
    }

    fn check_days(&self, from: NaiveDate, to: NaiveDate) -> Result<(), OpError> {
        if from > to {
            return Err(OpError::BadValue { field: "--from", given: from.to_string() });
        }
        let (days, most) = ((to - from).num_days() + 1, i64::from(self.rules.pictures().longest_days));
        if days > most {
            return Err(ChoiceError::TooManyDays { days, most }.into());
        }
        Ok(())
    }

    /// The days of a picture.
    pub(super) fn picture_days(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<PictureDay>, OpError> {
        let calendar = self.calendar(to)?;
        Ok(crate::domain::picture::days(from, to, |date| calendar.is_school_day(date)))
    }

    fn band(&self, request: &PictureRequest, from: NaiveDate, to: NaiveDate) -> Result<AbsenceBand, OpError> {
        let rule = &self.rules.pictures().band;
        let first = from - Days::new(u64::from(rule.look_back_days));
        let classes = self.classes_asked(request, first, to)?;
        let mut rates: BTreeMap<NaiveDate, DayRate> = BTreeMap::new();
        for date in first.iter_days().take_while(|date| *date <= to) {
            let (due, checked, taught_half_days) = (0, 0, 0);
            let nothing =
                DayRate { date, due, checked, taught_half_days, absent_half_days: 0, ill_half_days: 0 };
            let _ = rates.insert(date, nothing);
        }
        for ((class, date), tally) in self.day_tallies(first, to, request.group)? {
            let asked = classes.as_ref().is_none_or(|classes| classes.contains(&class));
            if let Some(day) = rates.get_mut(&date).filter(|_| asked) {
                day.due += tally.due;
                day.checked += tally.checked;
                day.taught_half_days += tally.taught;
                day.absent_half_days += tally.absent;
                day.ill_half_days += tally.ill;
            }
        }
        let rates: Vec<DayRate> = rates.into_values().collect();
        Ok(AbsenceBand::of(&rates, from, request.choice.measure, rule))
    }

    fn heat(&self, request: &PictureRequest, from: NaiveDate, to: NaiveDate) -> Result<HeatView, OpError> {
        let mut groups = self.classes_of_period(from, to, request.group)?;
        if let Some(grade) = request.choice.grade {
            groups.retain(|info| info.grade == Some(grade));
        }
        let mut days: BTreeMap<NaiveDate, ClassDays> = self
            .picture_days(from, to)?
            .into_iter()
            .map(|day| {
                let (heads, confirmed) = (BTreeMap::new(), BTreeMap::new());
                (day.date, ClassDays { day, heads, due: 0, confirmed })
            })
            .collect();
        for ((class, date), tally) in self.day_tallies(from, to, request.group)? {
            let Some(day) = days.get_mut(&date) else { continue };
            day.due = day.due.max(tally.due);
            let _ = day.heads.insert(Group::Class(class), tally.pupils);
            let _ = day.confirmed.insert(Group::Class(class), tally.checked);
        }
        let observations = self.observations_between(from, to)?;
        let days: Vec<ClassDays> = days.into_values().collect();
        let keys: Vec<Group> = groups.iter().map(|info| info.group).collect();
        let steps = self.rules.pictures().heat.steps;
        Ok(HeatView {
            heat: HeatMap::of(&keys, &days, &observations, &steps),
            names: groups.into_iter().map(|info| info.short).collect(),
            steps: steps.to_vec(),
        })
    }

    /// The classes of the grade asked for; `None`: every class.
    fn classes_asked(
        &self,
        request: &PictureRequest,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Option<BTreeSet<ClassId>>, OpError> {
        let Some(grade) = request.choice.grade else { return Ok(None) };
        let class = |info: GroupInfo| match info.group {
            Group::Class(class) if info.grade == Some(grade) => Some(class),
            _ => None,
        };
        Ok(Some(self.classes_of_period(from, to, None)?.into_iter().filter_map(class).collect()))
    }
}

/// Whom a picture is of.
pub(super) fn scope(request: &PictureRequest) -> Scope {
    match (request.group, request.choice.grade) {
        (Some(group), _) => Scope::Group(group),
        (None, Some(grade)) => Scope::Grade(grade),
        (None, None) => Scope::School,
    }
}
