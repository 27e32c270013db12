//! The school as it is, with the plan of its promotion.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::domain::calendar::Calendar;
use crate::domain::enrolment::Enrolment;
use crate::domain::id::PersonId;
use crate::domain::person::PersonKind;
use crate::domain::promotion::{Destination, OldSchool, PromotionPlan, PupilMove, plan};
use crate::domain::rule_book::SchoolSystem;
use crate::domain::school_class::SchoolClass;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::roster::{Change, Goes, MembershipError, RosterSnapshot};

use super::{PromotionRequest, SystemChoice};

/// The setting under which the school system lies.
pub(in crate::ops) const SYSTEM: &str = "school_system";

/// A plan with what it was made from.
pub(super) struct Prepared {
    pub snapshot: RosterSnapshot,
    pub system: SchoolSystem,
    /// The school systems among which somebody has to choose, since they let other classes leave; empty where it was
    /// chosen or only one will do.
    pub systems: Vec<String>,
    pub plan: PromotionPlan,
    /// Pupils whom sheets have counted in the new year already, and the first day on which they can go.
    pub later: BTreeMap<PersonId, NaiveDate>,
}

impl Prepared {
    /// The first day of a pupil in the new class, or without.
    pub fn first_day(&self, one: &PupilMove) -> NaiveDate {
        let day = one.first_day(self.plan.first_day);
        self.later.get(&one.person).copied().unwrap_or(day)
    }
}

impl Book {
    /// Reads the roster and makes the plan. Nothing is changed.
    pub(super) fn prepare_promotion(&self, request: &PromotionRequest) -> Result<Prepared, OpError> {
        let snapshot = RosterSnapshot::read(&self.store, PersonKind::Pupil)?;
        let classes: Vec<SchoolClass> = snapshot.classes.values().cloned().collect();
        let enrolments: Vec<Enrolment> =
            snapshot.people.keys().flat_map(|id| snapshot.enrolments(*id)).cloned().collect();
        let to_year = request.to_year.unwrap_or_else(|| self.year_to_promote_to(&snapshot, &enrolments));
        let (system, systems) = self.school_system(request.system.as_deref(), &classes, to_year - 1)?;
        let school = OldSchool { to_year, classes: &classes, enrolments: &enrolments };
        let plan = plan(&school, &system, &request.choices)?;
        if let Some(class) =
            request.choices.classes.keys().find(|id| !plan.old.iter().any(|old| old.id == **id))
        {
            return Err(OpError::NoSuchClass { given: class.to_string() });
        }
        let planned: std::collections::BTreeSet<_> = plan.moves.iter().map(|one| one.person).collect();
        if request.choices.pupils.keys().any(|id| !planned.contains(id)) {
            return Err(OpError::NoSuchPerson);
        }
        let later = self.later_moves(&snapshot, &plan)?;
        Ok(Prepared { snapshot, system, systems, plan, later })
    }

    /// Who goes on a later day than the others, since sheets have counted them until then.
    fn later_moves(
        &self,
        snapshot: &RosterSnapshot,
        plan: &PromotionPlan,
    ) -> Result<BTreeMap<PersonId, NaiveDate>, OpError> {
        let counted = self.counted_since(plan.first_day)?;
        let later = |one: &PupilMove| {
            let change = match one.to {
                Destination::Leaves => Change::leaving(),
                Destination::Class { at, .. } => {
                    let class = Goes::into_known(plan.new.get(at).and_then(|new| new.existing));
                    Change { class, ..Change::default() }
                }
            };
            let day = one.first_day(plan.first_day);
            let free = counted.first_free(snapshot, Some(one.person), &change, day);
            (free > day).then_some((one.person, free))
        };
        Ok(plan.moves.iter().filter_map(later).collect())
    }

    /// Pupils who are still in classes of an earlier school year on a day: a promotion is due.
    pub fn pupils_behind(&self, date: NaiveDate) -> Result<usize, OpError> {
        Ok(self.store.pupils_behind(Calendar::school_year_of(date), date)?)
    }

    /// Why a day without anybody in a class has nothing to check or report.
    pub(in crate::ops) fn nobody_on(&self, date: NaiveDate) -> OpError {
        match self.pupils_behind(date) {
            Ok(0) => OpError::NobodyInRoster { date },
            Ok(count) => MembershipError::PupilsBehind { count }.into(),
            Err(error) => error,
        }
    }

    /// The school year that a promotion leads to unless another is asked for.
    pub fn promotion_year(&self) -> Result<i32, OpError> {
        let snapshot = RosterSnapshot::read(&self.store, PersonKind::Pupil)?;
        Ok(self.year_to_promote_to(&snapshot, &self.store.enrolments()?))
    }

    /// The year that has begun where it finds pupils still in old classes, else the next one.
    fn year_to_promote_to(&self, snapshot: &RosterSnapshot, enrolments: &[Enrolment]) -> i32 {
        let today = self.today();
        let year = Calendar::school_year_of(today);
        let late = enrolments
            .iter()
            .filter(|enrolment| enrolment.covers(today))
            .filter_map(|enrolment| snapshot.classes.get(&enrolment.class))
            .map(|class| class.school_year + 1)
            .filter(|next| *next <= year)
            .min();
        late.unwrap_or(year + 1)
    }

    /// Sets the school system; `None`: the one that fits the classes.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for an id that the rules do not know.
    pub(in crate::ops) fn set_system(&mut self, system: Option<&str>) -> Result<(), OpError> {
        if let Some(unknown) = system.filter(|id| self.rules.system(id).is_none()) {
            return Err(OpError::BadValue { field: "system", given: unknown.to_owned() });
        }
        self.set(SYSTEM, &system)
    }

    /// The school system that was set for the school.
    pub(in crate::ops) fn set_system_of_school(&self) -> Result<Option<SchoolSystem>, OpError> {
        let set: Option<String> = self.store.setting(SYSTEM)?;
        Ok(set.and_then(|id| self.rules.system(&id).cloned()))
    }

    /// All school systems by name.
    pub fn system_choices(&self) -> Vec<SystemChoice> {
        let language = self.tr.language().tag();
        let name = |system: &SchoolSystem| system.name.get(language).to_owned();
        self.rules.systems().iter().map(|s| SystemChoice { id: s.id.clone(), name: name(s) }).collect()
    }

    /// The school system that was asked for or set, else the narrowest that holds all classes of a year, and those among
    /// which somebody has to choose.
    ///
    /// # Errors
    /// [`OpError::BadValue`] for an id that the rules do not know.
    fn school_system(
        &self,
        asked: Option<&str>,
        classes: &[SchoolClass],
        year: i32,
    ) -> Result<(SchoolSystem, Vec<String>), OpError> {
        let set: Option<String> = self.store.setting(SYSTEM)?;
        if let Some(id) = asked.or(set.as_deref()) {
            let unknown = || OpError::BadValue { field: "system", given: id.to_owned() };
            return Ok((self.rules.system(id).cloned().ok_or_else(unknown)?, Vec::new()));
        }
        let of_year = classes.iter().filter(|class| class.school_year == year);
        let of_year: Vec<&SchoolClass> = of_year.collect();
        let fitting = SchoolSystem::fitting(self.rules.systems(), &of_year);
        let open = match fitting.as_slice() {
            [first, second, ..] if first.leaves_others(second, &of_year) => {
                vec![first.id.clone(), second.id.clone()]
            }
            _ => Vec::new(),
        };
        let fitting = fitting.first().copied().or(self.rules.systems().first());
        fitting
            .cloned()
            .map(|system| (system, open))
            .ok_or_else(|| OpError::BadValue { field: "system", given: String::new() })
    }
}
