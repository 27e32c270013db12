//! The days of one person at home, reviews of returns, and screenings.

use chrono::NaiveDate;
use serde::Serialize;

use crate::domain::home::{HomeDay, HomeSlot, ReviewDecision, ReviewFacts, ScreeningBody};
use crate::domain::id::{BatchId, PersonId, ScreeningId};
use crate::ops::book::Book;
use crate::ops::error::OpError;

/// Days at home that are listed: two times the fourteen before a term, and more.
const DAYS: u32 = 60;

/// A day at home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileHomeDay {
    /// The day.
    pub date: NaiveDate,
    /// What the sheet says, in words.
    pub words: String,
    /// What the sheet says.
    #[serde(flatten)]
    pub day: HomeDay,
}

/// A review of a return with a batch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileReview {
    /// The batch.
    pub batch: BatchId,
    /// Its name.
    pub name: String,
    /// Day on which it came back; `None` where the batch is gone.
    pub day: Option<NaiveDate>,
    /// What was decided, in words.
    pub words: String,
    /// What was handed in and answered.
    pub facts: ReviewFacts,
    /// What was decided, with the conditions as they stood.
    pub decision: Option<ReviewDecision>,
}

/// A screening because of a journey or a contact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileScreening {
    /// Key.
    pub id: ScreeningId,
    /// Day on which the person was listed.
    pub listed_on: NaiveDate,
    /// Day on which it was closed.
    pub closed_on: Option<NaiveDate>,
    /// Journey and contact in words.
    pub words: String,
    /// How it ended, in words.
    pub closing: Option<String>,
    /// Everything that is written down.
    pub body: ScreeningBody,
}

/// Everything of the time at home.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct FileHome {
    /// The last days, the newest first.
    pub days: Vec<FileHomeDay>,
    /// How many days are known altogether.
    pub days_total: usize,
    /// Reviews, the batch that came back last first.
    pub reviews: Vec<FileReview>,
    /// Screenings, the newest first.
    pub screenings: Vec<FileScreening>,
}

impl FileHome {
    /// Whether nothing was ever written down.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Book {
    /// Days at home, reviews and screenings of a person.
    pub(super) fn file_home(&self, person: PersonId) -> Result<FileHome, OpError> {
        let days = self.store.home_days_about(person, DAYS)?.into_iter();
        let days = days.map(|row| FileHomeDay {
            date: row.day,
            words: self.home_day_words(&row.body),
            day: row.body,
        });
        let mut screenings = self.store.screenings_of(&[person].into())?.remove(&person).unwrap_or_default();
        screenings.reverse();
        let screenings = screenings.into_iter().map(|it| FileScreening {
            id: it.id,
            listed_on: it.listed_on,
            closed_on: it.closed_on,
            words: self.screening_words(&it.body),
            closing: self.screening_end(&it.body),
            body: it.body,
        });
        Ok(FileHome {
            days: days.collect(),
            days_total: self.store.home_days_count(person)?,
            reviews: self.file_reviews(person)?,
            screenings: screenings.collect(),
        })
    }

    fn file_reviews(&self, person: PersonId) -> Result<Vec<FileReview>, OpError> {
        let mut reviews = Vec::new();
        for it in self.store.reviews_about(person)? {
            let batch = self.store.batch(it.batch)?;
            let mut words = vec![self.tr.home_decision(it.decision.as_ref())];
            if let Some(decision) = &it.decision {
                words.push(self.name_or_post(&decision.by));
                words.extend(decision.reason.clone());
            }
            reviews.push(FileReview {
                batch: it.batch,
                day: batch.as_ref().map(|batch| batch.day),
                name: batch.map(|batch| batch.body.name).unwrap_or_default(),
                words: words.join(&self.tr.ops_list_mark()),
                facts: it.facts,
                decision: it.decision,
            });
        }
        reviews.sort_by_key(|review| std::cmp::Reverse((review.day, review.batch)));
        Ok(reviews)
    }

    /// 早 36.5、晚 36.8、无; what was not said is left out.
    fn home_day_words(&self, day: &HomeDay) -> String {
        let tag = self.tr.language().tag();
        let taken = |slot: HomeSlot| {
            let temperature = day.temperatures.get(&slot)?;
            Some(format!("{} {temperature}", self.slot_word(slot)))
        };
        let mut words: Vec<String> = HomeSlot::ALL.into_iter().filter_map(taken).collect();
        let symptoms = day.symptoms.iter().flatten().map(|code| self.rules.name(code, tag).to_owned());
        let marks = day.marks.iter().flatten().map(|id| self.mark_name(id));
        let said: Vec<String> = symptoms.chain(marks).collect();
        if said.is_empty() && day.symptoms.is_some() && day.marks.is_some() {
            words.push(self.tr.home_nil());
        }
        words.extend(said);
        words.extend(day.note.clone());
        words.join(&self.tr.ops_list_mark())
    }
}
