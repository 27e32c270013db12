//! 返校审核: everybody of a batch judged, papers noted, decisions made by somebody with a name.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use serde::Serialize;
use serde_json::json;

use super::batch::{BatchLine, HomeGroup};
use super::grid::HomeLine;
use super::home_error::HomeError;
use crate::domain::group::Group;
use crate::domain::home::{
    HomeRecord, HomeTerms, Judged, ReturnBatch, ReturnReview, ReviewDecision, ReviewFacts, Screening,
    Verdict, judge, worst,
};
use crate::domain::id::{BatchId, PersonId};
use crate::domain::illness_case::Certainty;
use crate::domain::rule_book::HomeTest;
use crate::ops::book::Book;
use crate::ops::case::plain;
use crate::ops::error::OpError;
use crate::storage::ReviewRow;

/// A condition of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct JudgedLine {
    /// As it was judged.
    #[serde(flatten)]
    pub judged: Judged,
    /// Name of the condition.
    pub name: String,
    /// Why it does not hold, in words; empty where it does.
    pub words: String,
}

/// Somebody who is to come back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReviewLine {
    /// Key.
    pub key: PersonId,
    /// Name.
    pub name: String,
    /// Class as lists show it.
    pub class: String,
    /// 班内学号, or the number in the list of staff.
    pub seat_no: u32,
    /// The gravest of the verdicts.
    pub verdict: Verdict,
    /// Each condition as it stands now.
    pub judged: Vec<JudgedLine>,
    /// What was handed in and answered.
    pub facts: ReviewFacts,
    /// What was decided.
    pub decision: Option<ReviewDecision>,
    /// Approved although a condition did not hold or was not known.
    pub against: bool,
    /// Whether a condition stands otherwise than when it was decided.
    pub changed: bool,
}

/// The reviews of a group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReviewView {
    /// The batch; `None` where there is none.
    pub batch: Option<BatchLine>,
    /// Key, name and day of every batch.
    pub batches: Vec<(BatchId, String, NaiveDate)>,
    /// The group shown; `None`: all, or nobody.
    #[serde(skip)]
    pub group: Option<Group>,
    /// Conditions that the reviewer answers: id and name.
    pub asked: Vec<(String, String)>,
    /// The people by class and seat.
    pub lines: Vec<ReviewLine>,
}

/// Who was approved at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApprovedAll {
    /// How many were approved.
    pub approved: usize,
    /// Those who were left open because a condition does not hold or is not known.
    pub skipped: Vec<ReviewLine>,
}

/// What everybody of a batch is judged by.
struct Bench {
    batch: ReturnBatch,
    terms: HomeTerms,
    days: Vec<NaiveDate>,
    today: NaiveDate,
    reviews: BTreeMap<PersonId, ReturnReview>,
    ill: BTreeMap<PersonId, NaiveDate>,
}

impl Book {
    /// The reviews of a group; without a batch those of the next one, without a group those of its first.
    ///
    /// # Errors
    /// [`HomeError::NoBatch`]
    pub fn review_view(&self, batch: Option<BatchId>, group: Option<Group>) -> Result<ReviewView, OpError> {
        let batches = self.batch_heads()?;
        let Some(batch) = self.batch_or_next(batch)? else {
            return Ok(ReviewView {
                batch: None,
                batches,
                group: None,
                asked: Vec::new(),
                lines: Vec::new(),
            });
        };
        let line = self.batch_line(batch.clone())?;
        let group = group.filter(|wanted| line.groups.iter().any(|it| it.group == *wanted));
        let group = group.or_else(|| line.groups.iter().find(|it| it.people > 0).map(|it| it.group));
        let bench = self.bench(batch)?;
        let asked = bench.terms.conditions.iter().filter(|held| held.test == HomeTest::Asked);
        let asked = asked.map(|held| (held.id.clone(), self.condition_name(&held.id))).collect();
        let shown: Vec<&HomeGroup> = line.groups.iter().filter(|it| Some(it.group) == group).collect();
        let lines = self.review_lines_of(&bench, &shown)?;
        Ok(ReviewView { batch: Some(line), batches, group, asked, lines })
    }

    /// The reviews of a whole batch, or of one group of it.
    ///
    /// # Errors
    /// [`HomeError::NoBatch`]
    pub fn review_lines(&self, batch: BatchId, group: Option<Group>) -> Result<Vec<ReviewLine>, OpError> {
        let batch = self.known_batch(batch)?;
        let (_, groups) = self.home_groups(&batch)?;
        let shown: Vec<&HomeGroup> =
            groups.iter().filter(|it| group.is_none_or(|group| it.group == group)).collect();
        self.review_lines_of(&self.bench(batch)?, &shown)
    }

    fn bench(&self, batch: ReturnBatch) -> Result<Bench, OpError> {
        let today = self.today();
        let terms = self.home_terms(today.min(batch.day))?;
        let days = terms.window(batch.day);
        let first = days.first().copied().unwrap_or(batch.day).and_time(NaiveTime::MIN);
        let last = batch.day.and_time(NaiveTime::MIN);
        let mut ill: BTreeMap<PersonId, NaiveDate> = BTreeMap::new();
        let open = self.store.open_cases()?.into_iter().filter(|case| case.known_at < last);
        let cases = open.chain(self.store.cases_between(first, last)?);
        for case in cases.filter(|case| case.body.facts.certainty != Certainty::RuledOut) {
            let since = case.began_on();
            let _ = ill.entry(case.person).and_modify(|day| *day = since.min(*day)).or_insert(since);
        }
        Ok(Bench { reviews: self.store.reviews_of(batch.id)?, batch, terms, days, today, ill })
    }

    fn review_lines_of(&self, bench: &Bench, groups: &[&HomeGroup]) -> Result<Vec<ReviewLine>, OpError> {
        let mut lines = Vec::new();
        for group in groups {
            let people = self.home_lines(group.group, bench.batch.day, &bench.days, &bench.terms)?;
            let keys: BTreeSet<PersonId> = people.iter().map(|line| line.key).collect();
            let screenings = self.store.screenings_of(&keys)?;
            lines.extend(people.into_iter().map(|person| {
                let screened = screenings.get(&person.key).map_or(&[][..], Vec::as_slice);
                self.review_line(bench, &group.class, person, screened)
            }));
        }
        Ok(lines)
    }

    fn review_line(
        &self,
        bench: &Bench,
        class: &str,
        person: HomeLine,
        screenings: &[Screening],
    ) -> ReviewLine {
        let review = bench.reviews.get(&person.key).cloned();
        let ReturnReview { facts, decision, .. } =
            review.unwrap_or_else(|| ReturnReview::of(person.key, bench.batch.id));
        let record = HomeRecord {
            days: &person.days,
            facts: &facts,
            screenings,
            ill_since: bench.ill.get(&person.key).copied(),
        };
        let judged = judge(&bench.terms, bench.batch.day, bench.today, record);
        let verdicts = |all: &[Judged]| -> Vec<(String, Verdict)> {
            all.iter().map(|one| (one.condition.clone(), one.verdict)).collect()
        };
        let changed = decision.as_ref().is_some_and(|made| verdicts(&made.judged) != verdicts(&judged));
        ReviewLine {
            key: person.key,
            name: person.name,
            class: class.to_owned(),
            seat_no: person.seat_no,
            verdict: worst(&judged),
            against: decision.as_ref().is_some_and(ReviewDecision::is_against),
            changed,
            judged: judged
                .into_iter()
                .map(|judged| JudgedLine {
                    name: self.condition_name(&judged.condition),
                    words: self.judged_words(&judged),
                    judged,
                })
                .collect(),
            facts,
            decision,
        }
    }

    /// The review of one person as it stands.
    ///
    /// # Errors
    /// [`HomeError::NoBatch`], [`HomeError::NotInBatch`]
    pub fn review_of(&self, batch: BatchId, person: PersonId) -> Result<ReviewLine, OpError> {
        let known = self.known_batch(batch)?;
        let record = self.store.person(person)?.ok_or(OpError::NoSuchPerson)?;
        let (group, _) = self.place_of(&record, self.home_roll_day(known.day)?)?;
        let group = group.ok_or(HomeError::NotInBatch)?.group;
        let lines = self.review_lines(batch, Some(group))?;
        Ok(lines.into_iter().find(|line| line.key == person).ok_or(HomeError::NotInBatch)?)
    }

    /// Notes papers and answers.
    ///
    /// # Errors
    /// [`HomeError::NotInBatch`], [`OpError::DayToCome`] for a paper of a day to come; nothing is changed.
    pub(super) fn set_review_facts(
        &mut self,
        batch: BatchId,
        person: PersonId,
        facts: &ReviewFacts,
    ) -> Result<(), OpError> {
        let line = self.review_of(batch, person)?;
        let today = self.today();
        let made = facts.certificate.as_ref().and_then(|paper| paper.date);
        if let Some(date) = facts.commitment_on.into_iter().chain(made).find(|day| *day > today) {
            return Err(OpError::DayToCome { date, today });
        }
        let certificate = facts.certificate.clone().filter(|paper| !paper.issuer.trim().is_empty());
        let facts = ReviewFacts { certificate, ..facts.clone() };
        let review = ReturnReview { person, batch, facts, decision: line.decision };
        self.put_review("return_facts", vec![review])
    }

    /// Approves or refuses somebody. It is never kept from being approved, but says why where a condition does not hold.
    ///
    /// # Errors
    /// [`HomeError::ReasonNeeded`], [`HomeError::NameNeeded`], [`HomeError::NotInBatch`]; nothing is changed.
    pub(super) fn decide_return(
        &mut self,
        batch: BatchId,
        person: PersonId,
        approved: bool,
        by: Option<&str>,
        reason: Option<&str>,
    ) -> Result<(), OpError> {
        let line = self.review_of(batch, person)?;
        let by = self.decider(by)?;
        let reason = plain("reason", reason)?;
        let judged: Vec<Judged> = line.judged.into_iter().map(|one| one.judged).collect();
        let met = worst(&judged) == Verdict::Met;
        // An approval against a condition, and a refusal without one, is explained.
        if approved != met && reason.is_none() {
            return Err(HomeError::ReasonNeeded { conditions: self.open_conditions(&judged) }.into());
        }
        let decision = Some(ReviewDecision { approved, by, at: self.now(), reason, judged });
        let review = ReturnReview { person, batch, facts: line.facts, decision };
        let kind = if approved { "return_approve" } else { "return_refuse" };
        self.put_review(kind, vec![review])
    }

    /// Takes a decision off again; the papers stay.
    ///
    /// # Errors
    /// [`HomeError::NotInBatch`]
    pub(super) fn reopen_review(&mut self, batch: BatchId, person: PersonId) -> Result<(), OpError> {
        let line = self.review_of(batch, person)?;
        self.put_review(
            "return_reopen",
            vec![ReturnReview { person, batch, facts: line.facts, decision: None }],
        )
    }

    /// Approves those of a group, or of the batch, who are open and meet every condition, as one act. Whoever fails one,
    /// or of whom one is not known, stays open.
    ///
    /// # Errors
    /// [`HomeError::NoBatch`], [`HomeError::NameNeeded`]; nothing is changed.
    pub fn approve_all(
        &mut self,
        batch: BatchId,
        group: Option<Group>,
        by: Option<&str>,
    ) -> Result<ApprovedAll, OpError> {
        self.home_must_be_on()?;
        let by = self.decider(by)?;
        let at: NaiveDateTime = self.now();
        let open = self.review_lines(batch, group)?.into_iter().filter(|line| line.decision.is_none());
        let (ready, skipped): (Vec<ReviewLine>, Vec<ReviewLine>) =
            open.partition(|line| line.verdict == Verdict::Met);
        let reviews: Vec<ReturnReview> = ready
            .into_iter()
            .map(|line| {
                let judged = line.judged.into_iter().map(|one| one.judged).collect();
                let decision = ReviewDecision { approved: true, by: by.clone(), at, reason: None, judged };
                ReturnReview { person: line.key, batch, facts: line.facts, decision: Some(decision) }
            })
            .collect();
        let approved = reviews.len();
        self.put_review("return_approve_all", reviews)?;
        Ok(ApprovedAll { approved, skipped })
    }

    fn put_review(&mut self, kind: &'static str, reviews: Vec<ReturnReview>) -> Result<(), OpError> {
        self.act(kind, json!({ "count": reviews.len() }), |act, _| {
            for review in reviews {
                let _ = act.put(&ReviewRow::from(review))?;
            }
            Ok(())
        })
    }

    /// Who decides: named, else the operator.
    fn decider(&self, by: Option<&str>) -> Result<String, OpError> {
        let by = plain("by", by)?.map_or_else(|| self.operator(), Ok)?;
        if by.is_empty() { Err(HomeError::NameNeeded.into()) } else { Ok(by) }
    }
}
