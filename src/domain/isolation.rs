//! 留观 and 隔离: somebody kept apart, from a moment to a moment, with what was measured and done meanwhile.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveDateTime};
use serde::{Deserialize, Serialize};

use super::id::{CaseId, IsolationId, PersonId};
use super::symptom::SymptomCode;
use super::temperature::Temperature;

/// Why and how somebody is kept apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IsolationKind {
    /// 留观: in the observation room of the school until the family or the clinic takes over
    Observation,
    /// 隔离: at home, in hospital or in a room, until a day that a rule or the clinic sets
    Isolation,
}

impl IsolationKind {
    /// Both kinds.
    pub const ALL: [Self; 2] = [Self::Observation, Self::Isolation];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Observation => "observation",
            Self::Isolation => "isolation",
        }
    }

    /// The kind of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How it ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IsolationEnd {
    /// 返回班级
    BackToClass,
    /// 家长接回
    TakenHome,
    /// 送医
    Hospital,
    /// 期满解除
    Released,
}

impl IsolationEnd {
    /// All ends, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::BackToClass, Self::TakenHome, Self::Hospital, Self::Released];

    /// Stable name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::BackToClass => "back_to_class",
            Self::TakenHome => "taken_home",
            Self::Hospital => "hospital",
            Self::Released => "released",
        }
    }

    /// The end of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|end| end.name() == name)
    }
}

/// One look at the person: a measurement in the observation room, or the daily question at home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// When.
    pub at: NaiveDateTime,
    /// Who looked or called.
    pub by: String,
    /// What was measured.
    #[serde(default)]
    pub temperature: Option<Temperature>,
    /// What was seen or told; empty: no symptom.
    #[serde(default)]
    pub symptoms: BTreeSet<SymptomCode>,
    /// 备注
    #[serde(default)]
    pub note: Option<String>,
}

/// What is written down of it; fields after the register of the observation room.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IsolationBody {
    /// 留观 or 隔离.
    pub kind: IsolationKind,
    /// Where: 留观室, 家中, 宿舍 …
    #[serde(default)]
    pub place: Option<String>,
    /// 发现地点
    #[serde(default)]
    pub found_at: Option<String>,
    /// 发现人
    #[serde(default)]
    pub found_by: Option<String>,
    /// Symptoms at the beginning; none for a contact who is well.
    #[serde(default)]
    pub symptoms: BTreeSet<SymptomCode>,
    /// The case whose patient or contact the person is.
    #[serde(default)]
    pub case: Option<CaseId>,
    /// Last day, as a rule or the clinic sets it.
    #[serde(default)]
    pub until: Option<NaiveDate>,
    /// 通知家长时间
    #[serde(default)]
    pub family_called_at: Option<NaiveDateTime>,
    /// 家长到校时间
    #[serde(default)]
    pub family_came_at: Option<NaiveDateTime>,
    /// 送诊医院
    #[serde(default)]
    pub hospital: Option<String>,
    /// 转运方式
    #[serde(default)]
    pub transport: Option<String>,
    /// 终末消毒时间
    #[serde(default)]
    pub disinfected_at: Option<NaiveDateTime>,
    /// 消毒人
    #[serde(default)]
    pub disinfected_by: Option<String>,
    /// Looks at the person, the earliest first.
    #[serde(default)]
    pub follow_ups: Vec<FollowUp>,
    /// How it ended; `None` while it goes on.
    #[serde(default)]
    pub end: Option<IsolationEnd>,
    /// 备注
    #[serde(default)]
    pub note: Option<String>,
    /// 登记人
    pub recorded_by: String,
}

impl IsolationBody {
    /// One of which nothing but its kind is known.
    pub fn of(kind: IsolationKind) -> Self {
        Self {
            kind,
            place: None,
            found_at: None,
            found_by: None,
            symptoms: BTreeSet::new(),
            case: None,
            until: None,
            family_called_at: None,
            family_came_at: None,
            hospital: None,
            transport: None,
            disinfected_at: None,
            disinfected_by: None,
            follow_ups: Vec::new(),
            end: None,
            note: None,
            recorded_by: String::new(),
        }
    }

    /// The same with texts that are empty left out and others without spaces around them.
    pub fn plain(mut self) -> Self {
        for text in [
            &mut self.place,
            &mut self.found_at,
            &mut self.found_by,
            &mut self.hospital,
            &mut self.transport,
            &mut self.disinfected_by,
            &mut self.note,
        ] {
            *text = text.take().map(|words| words.trim().to_owned()).filter(|words| !words.is_empty());
        }
        self
    }
}

/// Somebody kept apart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Isolation {
    /// Who.
    pub person: PersonId,
    /// Key.
    pub id: IsolationId,
    /// When it began.
    pub from_at: NaiveDateTime,
    /// When it ended; `None` while it goes on.
    pub to_at: Option<NaiveDateTime>,
    /// The rest.
    pub body: IsolationBody,
}

/// Something about an isolation cannot be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum IsolationError {
    /// It has ended already.
    #[error("ended")]
    Ended,
    /// It would end, or somebody would be seen, before it began.
    #[error("before its beginning")]
    BeforeBeginning,
    /// The person is kept apart already.
    #[error("under way")]
    UnderWay,
}

impl Isolation {
    /// Whether the person is kept apart on a day, wholly or in part.
    pub fn covers(&self, day: NaiveDate) -> bool {
        self.from_at.date() <= day && self.to_at.is_none_or(|end| end.date() >= day)
    }

    /// Whether it goes on at a moment.
    pub fn is_open(&self, at: NaiveDateTime) -> bool {
        self.from_at <= at && self.to_at.is_none_or(|end| end > at)
    }

    /// Whether somebody has looked at the person on a day. The day on which it began counts as looked at.
    pub fn is_followed_on(&self, day: NaiveDate) -> bool {
        self.from_at.date() == day || self.body.follow_ups.iter().any(|seen| seen.at.date() == day)
    }

    /// Days begun so far, at least 1: the day on which it began is the first.
    pub fn day_no(&self, day: NaiveDate) -> i64 {
        (day - self.from_at.date()).num_days().max(0) + 1
    }

    /// Adds a look at the person; looks stay in the order of their times.
    ///
    /// # Errors
    /// [`IsolationError`] where it had ended or not begun by then.
    pub fn follow(&mut self, seen: FollowUp) -> Result<(), IsolationError> {
        if seen.at < self.from_at {
            return Err(IsolationError::BeforeBeginning);
        }
        if self.to_at.is_some_and(|end| seen.at > end) {
            return Err(IsolationError::Ended);
        }
        let place = self.body.follow_ups.partition_point(|other| other.at <= seen.at);
        self.body.follow_ups.insert(place, seen);
        Ok(())
    }

    /// Ends it.
    ///
    /// # Errors
    /// [`IsolationError`] where it has ended, or would end before it began or before the last look.
    pub fn end(&mut self, at: NaiveDateTime, how: IsolationEnd) -> Result<(), IsolationError> {
        if self.to_at.is_some() {
            return Err(IsolationError::Ended);
        }
        if at < self.from_at || self.body.follow_ups.last().is_some_and(|seen| seen.at > at) {
            return Err(IsolationError::BeforeBeginning);
        }
        self.to_at = Some(at);
        self.body.end = Some(how);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        text.parse().unwrap()
    }

    fn begun() -> Isolation {
        Isolation {
            person: PersonId(Uuid::from_u128(1)),
            id: IsolationId(Uuid::from_u128(2)),
            from_at: at("2026-11-23T09:10:00"),
            to_at: None,
            body: IsolationBody {
                recorded_by: "王秀兰".into(),
                ..IsolationBody::of(IsolationKind::Observation)
            },
        }
    }

    fn look(text: &str) -> FollowUp {
        let by = "王秀兰".to_owned();
        FollowUp { at: at(text), by, temperature: None, symptoms: BTreeSet::new(), note: None }
    }

    #[test]
    fn looks_stand_in_the_order_of_their_times_and_inside_the_span() {
        let mut it = begun();
        assert_eq!(it.follow(look("2026-11-23T09:00:00")), Err(IsolationError::BeforeBeginning));
        it.follow(look("2026-11-24T08:00:00")).unwrap();
        it.follow(look("2026-11-23T09:40:00")).unwrap();
        let days: Vec<_> = it.body.follow_ups.iter().map(|seen| seen.at.date().to_string()).collect();
        assert_eq!(days, ["2026-11-23", "2026-11-24"]);
        assert_eq!(
            it.end(at("2026-11-23T10:00:00"), IsolationEnd::TakenHome),
            Err(IsolationError::BeforeBeginning)
        );
        it.end(at("2026-11-24T10:00:00"), IsolationEnd::TakenHome).unwrap();
        assert_eq!(it.end(at("2026-11-25T10:00:00"), IsolationEnd::Hospital), Err(IsolationError::Ended));
        assert_eq!(it.follow(look("2026-11-24T11:00:00")), Err(IsolationError::Ended));
    }

    #[test]
    fn the_first_day_counts_as_looked_at_and_days_are_counted_from_one() {
        let it = begun();
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert!(it.is_followed_on(day("2026-11-23")) && !it.is_followed_on(day("2026-11-24")));
        assert_eq!((it.day_no(day("2026-11-23")), it.day_no(day("2026-12-01"))), (1, 9));
        assert!(it.covers(day("2026-12-24")) && !it.covers(day("2026-11-22")));
        assert!(it.is_open(at("2026-11-23T09:10:00")) && !it.is_open(at("2026-11-23T09:09:00")));
    }

    #[test]
    fn names_lead_back() {
        for kind in IsolationKind::ALL {
            assert_eq!(IsolationKind::from_name(kind.name()), Some(kind));
        }
        for end in IsolationEnd::ALL {
            assert_eq!(IsolationEnd::from_name(end.name()), Some(end));
        }
    }
}
