//! The review as it was decided: as an import to write, and carried over to the next comparison of the file.

use super::line::Kind;
use super::review::{Review, Settled};
use crate::domain::id::PersonId;
use crate::ops::roster::import::{Decision, ImportOptions, ImportRequest, RowOrigin, RowRef, TakeFile};

impl Review {
    /// The import as it was decided; `request` says which file and how it is read.
    pub fn request(&self, request: ImportRequest) -> ImportRequest {
        let place = |origin: &RowOrigin| RowRef { sheet: origin.sheet.clone(), row: origin.row };
        let decisions = self
            .settled()
            .filter_map(|(at, decision)| Some((place(&self.row(Kind::Doubtful, *at)?.origin), *decision)));
        let take_file = self.taken.iter().filter_map(|at| {
            let row = self.row(Kind::Kept, *at)?;
            let field = row.conflicts.get(self.kept_at(*at))?.field.clone();
            Some(TakeFile::Row(place(&row.origin), field))
        });
        let missing = &self.plan.not_in_file;
        let leavers: Vec<PersonId> =
            self.leavers.iter().filter_map(|at| missing.get(*at)).map(|pupil| pupil.key).collect();
        let options = ImportOptions {
            as_of: Some(self.plan.as_of),
            decisions: decisions.collect(),
            take_file: take_file.collect(),
            left_on: self.left_day().filter(|_| !leavers.is_empty()),
            leavers,
            ..ImportOptions::default()
        };
        ImportRequest { options, ..request }
    }

    /// Takes over what was decided when the same file was compared before, as far as it is still asked.
    pub fn adopt(&mut self, before: &Self) {
        for at in 0..self.count(Kind::Doubtful) {
            let Some(origin) = self.row(Kind::Doubtful, at).map(|row| &row.origin) else { continue };
            let same =
                |old: &usize| before.row(Kind::Doubtful, *old).is_some_and(|row| row.origin == *origin);
            let settled = (0..before.count(Kind::Doubtful)).find(same).and_then(|old| before.decision(old));
            let stands = match settled {
                Some(Settled::As(Decision::Person(key))) => self.candidates(at).iter().any(|c| c.key == key),
                other => other.is_some(),
            };
            if let Some(settled) = settled.filter(|_| stands) {
                let _ = self.decided.insert(at, settled);
            }
        }
        let value = |review: &Self, at: usize| {
            let row = review.row(Kind::Kept, at)?;
            Some((row.origin.clone(), row.conflicts.get(review.kept_at(at))?.field.clone()))
        };
        let taken: Vec<_> = before.taken.iter().filter_map(|at| value(before, *at)).collect();
        self.taken = (0..self.count(Kind::Kept))
            .filter(|at| value(self, *at).is_some_and(|value| taken.contains(&value)))
            .collect();
        let left: Vec<PersonId> = before
            .leavers
            .iter()
            .filter_map(|at| before.plan.not_in_file.get(*at))
            .map(|it| it.key)
            .collect();
        let missing = self.plan.not_in_file.iter().enumerate();
        self.leavers = missing.filter(|(_, pupil)| left.contains(&pupil.key)).map(|(at, _)| at).collect();
        if before.left_on != before.plan.as_of.to_string() {
            self.left_on.clone_from(&before.left_on);
        }
    }
}
