//! Who fell ill when: of the school, of a class, or in an event.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use super::picture_view::scope;
use super::{AlertMark, CurveView, PicturePerson, PictureRequest};
use crate::domain::cluster::AlertSubject;
use crate::domain::group::Group;
use crate::domain::id::PersonId;
use crate::domain::picture::{EpidemicCurve, Onset, SeriesKey};
use crate::domain::school_event::SchoolEvent;
use crate::domain::scope::Scope;
use crate::ops::book::Book;
use crate::ops::error::OpError;

impl Book {
    /// The curve of a class, a grade or the school.
    pub(super) fn curve(
        &self,
        request: &PictureRequest,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<CurveView, OpError> {
        // An illness may have begun before the days, and may be seen only after them.
        let first = from - Days::new(u64::from(self.rules.tracing().look_back_days));
        let last = (to + Days::new(u64::from(self.rules.pictures().late_days))).min(self.today());
        let scope = scope(request);
        let mut seen = self.observations_between(first, last)?;
        seen.retain(|observation| observation.scopes().any(|own| own == scope));
        let mut onsets = Onset::of(&seen);
        if let Some(symptom) = &request.choice.symptom {
            onsets.retain(|onset| onset.codes.contains(symptom));
        }
        self.curve_of(request, (from, to), onsets)
    }

    /// The days and the curve of an event: whoever counts in it, from the day before it began.
    pub(in crate::ops) fn event_curve(
        &self,
        request: &PictureRequest,
        event: &SchoolEvent,
    ) -> Result<((NaiveDate, NaiveDate), CurveView), OpError> {
        let (began, onsets) = (event.body.scope.from, self.event_onsets(event)?);
        let end = event.closed_on.unwrap_or_else(|| self.today()).min(self.today());
        // Once nobody has fallen ill for long, the empty days say nothing more.
        let late = Days::new(u64::from(self.rules.pictures().late_days));
        let last = onsets.iter().map(|onset| onset.day).max().unwrap_or(began);
        let most = Days::new(u64::from(self.rules.pictures().longest_days.saturating_sub(2)));
        let days = (began - Days::new(1), end.min(last + late).max(began).min(began + most));
        Ok((days, self.curve_of(request, days, onsets)?))
    }

    fn curve_of(
        &self,
        request: &PictureRequest,
        (from, to): (NaiveDate, NaiveDate),
        onsets: Vec<Onset>,
    ) -> Result<CurveView, OpError> {
        let days = self.picture_days(from, to)?;
        let curve = EpidemicCurve::of(&onsets, &days, request.choice.split, self.rules.pictures().parts);
        let names = curve.series.iter().map(|series| self.part_name(&series.key));
        let names = names.collect::<Result<Vec<String>, OpError>>()?;
        let people = self.picture_people(onsets, from, to)?;
        let alerts = self.alert_marks(request, from, to)?;
        Ok(CurveView { curve, names, alerts, people })
    }

    fn part_name(&self, key: &SeriesKey) -> Result<String, OpError> {
        let tr = &self.tr;
        Ok(match key {
            SeriesKey::Group(group) => self.group_info(*group)?.short,
            SeriesKey::Symptom(code) => self.rules.name(code, tr.language().tag()).to_owned(),
            SeriesKey::Others => tr.picture_others(),
            SeriesKey::Unknown => tr.picture_unknown(),
        })
    }

    fn picture_people(
        &self,
        onsets: Vec<Onset>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<PicturePerson>, OpError> {
        let onsets: Vec<Onset> =
            onsets.into_iter().filter(|onset| (from..=to).contains(&onset.day)).collect();
        let keys: BTreeSet<PersonId> = onsets.iter().map(|onset| onset.person).collect();
        let known: BTreeMap<PersonId, String> =
            self.store.persons(keys)?.into_iter().map(|person| (person.id, person.name)).collect();
        let groups: BTreeSet<Group> = onsets.iter().filter_map(|onset| onset.group).collect();
        let mut places = BTreeMap::new();
        for group in groups {
            let _ = places.insert(group, self.group_info(group)?.short);
        }
        let tag = self.tr.language().tag();
        let mut people: Vec<PicturePerson> = onsets
            .into_iter()
            .map(|onset| PicturePerson {
                key: onset.person,
                name: known.get(&onset.person).cloned().unwrap_or_default(),
                class: onset.group.and_then(|group| places.get(&group).cloned()).unwrap_or_default(),
                onset: onset.day,
                words: onset
                    .codes
                    .iter()
                    .map(|code| self.rules.name(code, tag))
                    .collect::<Vec<_>>()
                    .join(&self.tr.ops_list_mark()),
            })
            .collect();
        people.sort_by(|a, b| (a.onset, &a.class, &a.name, a.key).cmp(&(b.onset, &b.class, &b.name, b.key)));
        Ok(people)
    }

    /// The alerts that were raised in these days among those whom the picture is of.
    fn alert_marks(
        &self,
        request: &PictureRequest,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Result<Vec<AlertMark>, OpError> {
        let concerns = self.event_scopes(request)?;
        let mut alerts = self.alerts_between(from, to)?;
        alerts.retain(|alert| {
            let of_symptom = match (&request.choice.symptom, &alert.subject) {
                (Some(wanted), AlertSubject::Symptom(code)) => wanted == code,
                (Some(_), _) => false,
                (None, _) => true,
            };
            let there = concerns.as_ref().is_none_or(|scopes| scopes.contains(&alert.scope));
            of_symptom && there && (from..=to).contains(&alert.raised_on)
        });
        alerts.sort_by(|a, b| (a.raised_on, a.scope, &a.rule).cmp(&(b.raised_on, b.scope, &b.rule)));
        let mut marks = Vec::with_capacity(alerts.len());
        for alert in alerts {
            let words = self.alert_words(&alert)?;
            marks.push(AlertMark { key: alert.key(), date: alert.raised_on, words });
        }
        Ok(marks)
    }

    /// The scopes whose alerts belong into a picture; `None`: all.
    fn event_scopes(&self, request: &PictureRequest) -> Result<Option<Vec<Scope>>, OpError> {
        if let Some(id) = request.choice.event {
            let groups = self.event_of(id)?.body.scope.groups;
            return Ok((!groups.is_empty()).then(|| groups.into_iter().map(Scope::Group).collect()));
        }
        let own = scope(request);
        Ok((own != Scope::School).then(|| vec![own]))
    }
}
