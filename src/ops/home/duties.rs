//! What is owed before a return to school, while the module is on.

use chrono::NaiveDateTime;

use crate::domain::obligation::{Obligation, OwingBatch, home_duties, is_shown};
use crate::ops::book::Book;
use crate::ops::error::OpError;

impl Book {
    /// The duties at a moment; none while the module is off.
    pub(in crate::ops) fn home_duties(&self, moment: NaiveDateTime) -> Result<Vec<Obligation>, OpError> {
        if !self.home_is_on()? {
            return Ok(Vec::new());
        }
        let duty = &self.rules.home().duty;
        let mut batches = Vec::new();
        for batch in self.store.batches()? {
            if !is_shown(duty, batch.day, moment.date()) {
                continue;
            }
            let (first, groups) = self.home_groups(&batch)?;
            batches.push(OwingBatch {
                batch: batch.id,
                opens: batch.day,
                first,
                unrecorded: groups.iter().map(|it| it.unrecorded).sum(),
                undecided: groups.iter().map(|it| it.open).sum(),
            });
        }
        let open = self.store.open_screenings()?;
        let calls: Vec<NaiveDateTime> = open.iter().filter_map(|it| it.next_call(duty.call_hour)).collect();
        Ok(home_duties(duty, &batches, &calls, moment))
    }

    /// Open screenings; `None` while the module is off.
    pub(in crate::ops) fn home_count(&self) -> Result<Option<usize>, OpError> {
        if !self.home_is_on()? {
            return Ok(None);
        }
        Ok(Some(self.store.open_screenings()?.len()))
    }

    /// What a duty of a batch is called: its name.
    pub(in crate::ops) fn batch_name(&self, id: crate::domain::id::BatchId) -> Result<String, OpError> {
        Ok(self.store.batch(id)?.map(|batch| batch.body.name).unwrap_or_default())
    }
}
