//! 告家长书: one letter with slip for each child, or a copy for each class.

mod letter_choice;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{Days, NaiveDate};

use crate::domain::calendar::Calendar;
use crate::domain::id::PersonId;
use crate::domain::person::PersonKind;
use crate::domain::progress::Progress;
use crate::domain::rule_book::{DiseaseEntry, Standing};
use crate::domain::slip_code::SlipCode;
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::letter::{Field, LetterFacts, LetterRun, LetterTemplate, Recipient};

use super::book::Book;
use super::check::GroupInfo;
use super::error::OpError;
use super::issued::{KeptCopy, KeptLetters};
use super::print::{PrintFacts, PrintRequest, PrintedName, job};
pub use letter_choice::{LetterChoice, LetterCopies};

/// Longest search for a school day.
const DAYS_AHEAD: usize = 60;
/// Rows of a record to be kept at home.
const HOME_DAYS: usize = 14;

/// Whose guardian gets a letter.
pub(super) struct Addressee {
    /// `None` for a copy that is a class's or the school's.
    pub person: Option<PersonId>,
    pub recipient: Recipient,
    /// The pupil as messages name one.
    pub place: PrintedName,
}

impl Book {
    /// Lays letters out: for a class or for the whole school, by class and seat; only the wanted sides.
    pub(super) fn letter_job(
        &self,
        id: &str,
        request: &PrintRequest,
        sides: Range<usize>,
        progress: &mut dyn Progress,
    ) -> Result<job::Job, OpError> {
        let template = self.letter_template(id)?;
        let facts = self.letter_facts(&template, request)?;
        let mut addressees = self.addressees(request)?;
        let run = (!facts.layout.no_slip).then(|| self.store.next_slip_run()).transpose()?;
        if let Some(run) = run {
            for (number, one) in (1..).zip(&mut addressees) {
                let code = SlipCode { run, number };
                one.recipient.serial = code.to_string();
                one.recipient.code = code.digits();
            }
        }
        let recipients: Vec<Recipient> = addressees.iter().map(|one| one.recipient.clone()).collect();
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
        let letters = LetterRun::new(&template, &facts, &recipients, &fonts, request.missing, &self.tr)?;
        let print_facts = PrintFacts {
            left_out: letters
                .left_out
                .iter()
                .filter_map(|at| addressees.get(*at).map(|one| one.place.clone()))
                .collect(),
            missing,
            slip_run: run,
            ..letter_counts(&letters)
        };
        let document = letters.document(sides, progress)?;
        let copies = letters
            .printed()
            .filter_map(|(at, recipient)| {
                let person = addressees.get(at)?.person;
                Some(KeptCopy { person, recipient: recipient.clone() })
            })
            .collect();
        drop(letters);
        let language = self.tr.language();
        let due = run.map(|_| self.slips_due(request)).transpose()?;
        let letters = Some(KeptLetters { template, language, facts, copies, run, due });
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

    /// The guardians of a scope, by class and seat; or its classes, or the school.
    pub(super) fn addressees(&self, request: &PrintRequest) -> Result<Vec<Addressee>, OpError> {
        let groups = self.print_groups(request.scope, request.date)?;
        let phone = self.school()?.phone.unwrap_or_default();
        match request.letter.copies {
            LetterCopies::Child => self.children_addressed(groups, &phone, request.date),
            LetterCopies::Class => self.classes_addressed(groups, &phone),
            LetterCopies::School => {
                let all = self.tr.letter_whole_school();
                Ok(vec![self.copy_for(all.clone(), all, self.tr.letter_class_teacher(), phone)])
            }
        }
    }

    fn children_addressed(
        &self,
        groups: Vec<GroupInfo>,
        school_phone: &str,
        date: NaiveDate,
    ) -> Result<Vec<Addressee>, OpError> {
        let phones = self.teachers_phones()?;
        let mut all = Vec::new();
        for info in groups {
            let teacher = info.teacher.clone().unwrap_or_default();
            let phone = phones.get(&teacher).map_or(school_phone, String::as_str);
            for seat in self.everyone(info.group, date)? {
                let recipient = Recipient {
                    name: seat.person.name.clone(),
                    class: info.label.clone(),
                    teacher: teacher.clone(),
                    phone: phone.to_owned(),
                    ..Recipient::default()
                };
                let place = PrintedName {
                    class: info.short.clone(),
                    seat_no: seat.seat_no.to_string(),
                    name: seat.person.name,
                };
                all.push(Addressee { person: Some(seat.person.id), recipient, place });
            }
        }
        Ok(all)
    }

    fn classes_addressed(
        &self,
        groups: Vec<GroupInfo>,
        school_phone: &str,
    ) -> Result<Vec<Addressee>, OpError> {
        let phones = self.teachers_phones()?;
        let copy = |info: GroupInfo| {
            let teacher = info.teacher.unwrap_or_default();
            let phone = phones.get(&teacher).map_or(school_phone, String::as_str).to_owned();
            self.copy_for(info.label, info.short, teacher, phone)
        };
        Ok(groups.into_iter().map(copy).collect())
    }

    fn copy_for(&self, class: String, short: String, teacher: String, phone: String) -> Addressee {
        let name = self.tr.letter_everybody();
        let recipient = Recipient { name, class, teacher, phone, ..Recipient::default() };
        let place = PrintedName { class: short, seat_no: String::new(), name: String::new() };
        Addressee { person: None, recipient, place }
    }

    /// Telephones of the staff by name.
    fn teachers_phones(&self) -> Result<BTreeMap<String, String>, OpError> {
        let staff = self.store.people(PersonKind::Staff)?;
        Ok(staff.into_iter().filter_map(|person| Some((person.name, person.phone?))).collect())
    }

    /// What all letters of a run share.
    pub(super) fn letter_facts(
        &self,
        template: &LetterTemplate,
        request: &PrintRequest,
    ) -> Result<LetterFacts, OpError> {
        let (school, choice, tr) = (self.school()?, &request.letter, &self.tr);
        if let (Some(from), Some(to)) = (choice.from, choice.to)
            && to < from
        {
            return Err(OpError::BadValue { field: "to", given: to.to_string() });
        }
        let mut more = BTreeMap::new();
        let mut say = |field, words: String| {
            let _ = more.insert(field, words);
        };
        let in_words = |day: NaiveDate| tr.letter_day(&tr.long_day(day), &tr.weekday(day));
        for (field, day) in [(Field::From, choice.from), (Field::To, choice.to)] {
            if let Some(day) = day {
                say(field, in_words(day));
            }
        }
        if let Some(to) = choice.to {
            let calendar = self.calendar(to)?;
            say(Field::Back, in_words(next_school_day(&calendar, to + Days::new(1))));
        }
        if let Some(disease) = choice.disease.as_deref().and_then(|id| self.rules.disease(id)) {
            let tag = tr.language().tag();
            say(Field::Disease, disease.name.get(tag).to_owned());
            say(Field::Signs, template.signs(&disease.id, tr.language()).to_owned());
            let incubation = disease.incubation.as_ref().map(|words| words.get(tag).to_owned());
            say(Field::Incubation, incubation.unwrap_or_else(|| tr.letter_ask_the_clinic()));
            let rule = return_rule(disease).map(|words| words.get(tag).to_owned());
            say(Field::ReturnRule, rule.unwrap_or_else(|| tr.letter_as_the_doctor_says()));
        }
        let days = choice.from.map(|from| from.iter_days().take(HOME_DAYS).map(|day| tr.day(day)).collect());
        Ok(LetterFacts {
            school: school.name,
            date: tr.long_day(request.date),
            return_by: tr.long_day(self.slips_due(request)?),
            demo: school.demo,
            made_at: self.now(),
            more,
            days: days.unwrap_or_default(),
            layout: choice.layout(template),
        })
    }

    /// The day by which the slips come back: the chosen one, else the first school day after the usual time.
    fn slips_due(&self, request: &PrintRequest) -> Result<NaiveDate, OpError> {
        if let Some(day) = request.letter.return_by {
            if day < request.date {
                return Err(OpError::BadValue { field: "return_by", given: day.to_string() });
            }
            return Ok(day);
        }
        let calendar = self.calendar(request.date)?;
        Ok(next_school_day(&calendar, request.date + Days::new(u64::from(self.rules.slips().days))))
    }
}

/// What a run is worth saying of.
pub(super) fn letter_counts(run: &LetterRun<'_>) -> PrintFacts {
    PrintFacts {
        letters: run.letters(),
        sheets: run.sides(),
        papers: run.papers(),
        balances: true,
        empty_fields: run.empty_fields.len(),
        ..PrintFacts::default()
    }
}

/// The first school day from a day on; the day itself where none is near.
fn next_school_day(calendar: &Calendar, from: NaiveDate) -> NaiveDate {
    from.iter_days().take(DAYS_AHEAD).find(|day| calendar.is_school_day(*day)).unwrap_or(from)
}

/// What a guardian is told of the return: what a national document says, else the first table in circulation.
fn return_rule(disease: &DiseaseEntry) -> Option<&crate::domain::rule_book::Bilingual> {
    let of = |standing| disease.exclusions.iter().find(|entry| entry.status == standing);
    of(Standing::Confirmed).or(of(Standing::Listed)).map(|entry| &entry.text)
}
