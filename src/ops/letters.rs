//! 告家长书: one letter with slip for each child.

use std::ops::Range;

use chrono::{Days, NaiveDate};

use crate::domain::id::PersonId;
use crate::domain::person::PersonKind;
use crate::domain::progress::Progress;
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::letter::{LetterFacts, LetterRun, LetterTemplate, Recipient};

use super::book::Book;
use super::error::OpError;
use super::issued::{KeptCopy, KeptLetters};
use super::print::{PaperId, PrintFacts, PrintRequest, PrintedName, issued_kind, job};

/// Days in which the slip is expected back at the earliest.
const DAYS_TO_RETURN: u64 = 3;
/// Longest search for a school day.
const DAYS_AHEAD: usize = 30;

/// Whose guardian gets a letter.
pub(super) struct Addressee {
    pub person: PersonId,
    pub recipient: Recipient,
    /// The pupil as messages name one.
    pub place: PrintedName,
}

impl Book {
    /// Lays letters out: for a class or for the whole school, by class and seat; only the wanted sheets.
    pub(super) fn letter_job(
        &self,
        id: &str,
        request: &PrintRequest,
        sheets: Range<usize>,
        progress: &mut dyn Progress,
    ) -> Result<job::Job, OpError> {
        let template = LetterTemplate::shipped(id)?;
        let addressees = self.addressees(id, request)?;
        let recipients: Vec<Recipient> = addressees.iter().map(|one| one.recipient.clone()).collect();
        let school = self.school()?;
        let facts = LetterFacts {
            school: school.name,
            date: self.tr.long_day(request.date),
            return_by: self.tr.long_day(self.return_day(request.date)?),
            demo: school.demo,
            made_at: self.now(),
        };
        let texts = recipients.iter().flat_map(|r| [r.name.as_str(), r.class.as_str(), r.teacher.as_str()]);
        let fonts = Fonts::covering(texts.chain([facts.school.as_str()]));
        let missing: Vec<PrintedName> = addressees
            .iter()
            .filter(|one| !fonts.missing(&one.recipient.name).is_empty())
            .map(|one| one.place.clone())
            .collect();
        if request.missing == MissingGlyph::Stop && !missing.is_empty() {
            return Err(OpError::NamesWithoutGlyphs { places: job::places(&missing) });
        }
        let run = LetterRun::new(&template, &facts, &recipients, &fonts, request.missing, &self.tr)?;
        let print_facts = PrintFacts {
            letters: run.letters(),
            balances: true,
            left_out: run
                .left_out
                .iter()
                .filter_map(|at| addressees.get(*at).map(|one| one.place.clone()))
                .collect(),
            missing,
            empty_fields: run.empty_fields.len(),
            ..PrintFacts::default()
        };
        let document = run.document(sheets, progress)?;
        let copies = run
            .printed()
            .filter_map(|(at, recipient)| {
                let person = addressees.get(at)?.person;
                Some(KeptCopy { person, recipient: recipient.clone() })
            })
            .collect();
        drop(run);
        let language = self.tr.language();
        let letters = Some(KeptLetters { template, language, facts, copies });
        Ok(job::Job {
            document,
            fonts,
            facts: print_facts,
            report: None,
            people: Vec::new(),
            table: None,
            letters,
        })
    }

    /// The guardians of a scope, by class and seat, each with a number of its own in this run.
    pub(super) fn addressees(&self, id: &str, request: &PrintRequest) -> Result<Vec<Addressee>, OpError> {
        let school_phone = self.school()?.phone.unwrap_or_default();
        let staff = self.store.people(PersonKind::Staff)?;
        let run = self.next_print(&issued_kind(&PaperId::Letter(id.to_owned())), request)?;
        let mut all = Vec::new();
        for info in self.print_groups(request.scope, request.date)? {
            let teacher = info.teacher.clone().unwrap_or_default();
            let own = staff.iter().find(|person| person.name == teacher).and_then(|p| p.phone.clone());
            let phone = own.unwrap_or_else(|| school_phone.clone());
            for seat in self.everyone(info.group, request.date)? {
                let recipient = Recipient {
                    name: seat.person.name.clone(),
                    class: info.label.clone(),
                    teacher: teacher.clone(),
                    phone: phone.clone(),
                    serial: format!("{}-{run:02}-{:03}", request.date.format("%m%d"), all.len() + 1),
                };
                let place = PrintedName {
                    class: info.short.clone(),
                    seat_no: seat.seat_no.to_string(),
                    name: seat.person.name,
                };
                all.push(Addressee { person: seat.person.id, recipient, place });
            }
        }
        Ok(all)
    }

    /// The first school day on which the slip can be expected back.
    fn return_day(&self, date: NaiveDate) -> Result<NaiveDate, OpError> {
        let calendar = self.calendar(date)?;
        let earliest = date + Days::new(DAYS_TO_RETURN);
        let found = earliest.iter_days().take(DAYS_AHEAD).find(|day| calendar.is_school_day(*day));
        Ok(found.unwrap_or(earliest))
    }
}
