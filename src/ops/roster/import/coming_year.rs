//! Which school year a file is about that does not say it: next year's list is made in summer, without a title.

use std::collections::HashMap;

use chrono::Datelike;

use super::ImportRequest;
use super::import_source::ImportSource;
use crate::domain::calendar::Calendar;
use crate::domain::id::PersonId;
use crate::domain::person::PersonKind;
use crate::domain::person_name::match_key;
use crate::domain::progress::Progress;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::roster_file::{PupilRecord, RosterDocument};

/// The months between two school years.
const SUMMER: [u32; 2] = [7, 8];

impl Book {
    /// Reads a file. One that names no school year is read as the next year's where most of the pupils whom the book
    /// knows stand in it a grade higher; in July and August also where the book knows none of them.
    pub(super) fn document_of(
        &self,
        source: &mut ImportSource,
        request: &ImportRequest,
        progress: &mut dyn Progress,
    ) -> Result<RosterDocument, OpError> {
        let document = source.document(progress)?;
        if document.year_told || document.pupils.is_empty() {
            return Ok(document);
        }
        let year = Calendar::school_year_of(self.today());
        let (risen, same) = self.risen(&document.pupils, year)?;
        let summer = SUMMER.contains(&self.today().month()) && (risen, same) == (0, 0);
        if risen <= same && !summer {
            return Ok(document);
        }
        source.options.school_year = request.school_year.or(Some(year + 1));
        let coming = source.document(progress)?;
        Ok(RosterDocument { year_told: false, ..coming })
    }

    /// Known pupils of this year's classes whom a file puts a grade higher, and those whom it leaves in their grade.
    fn risen(&self, records: &[PupilRecord], year: i32) -> Result<(usize, usize), OpError> {
        let snapshot = self.roster_snapshot(PersonKind::Pupil)?;
        let mut known: HashMap<String, Option<PersonId>> = HashMap::new();
        for person in snapshot.people.values() {
            let numbers = [&person.student_no, &person.id_number].into_iter().flatten().cloned();
            for key in numbers.chain([match_key(&person.name)]) {
                // A key of two people tells nothing.
                let _ = known.entry(key).and_modify(|of| *of = None).or_insert(Some(person.id));
            }
        }
        let (mut risen, mut same) = (0, 0);
        for record in records {
            let mut numbers = [&record.student_no, &record.id_number].into_iter().flatten();
            let person = numbers
                .find_map(|number| known.get(number).copied().flatten())
                .or_else(|| known.get(&match_key(&record.name)).copied().flatten());
            let Some(last) = person.and_then(|person| snapshot.enrolments(person).last()) else { continue };
            let class = snapshot.classes.get(&last.class).filter(|class| class.school_year == year);
            let told = record.class.as_ref().and_then(|class| class.label).and_then(|label| label.grade);
            let Some((before, now)) = class.and_then(|class| class.grade).zip(told) else { continue };
            risen += usize::from(now == before + 1);
            same += usize::from(now == before);
        }
        Ok((risen, same))
    }
}
