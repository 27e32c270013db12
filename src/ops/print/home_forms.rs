//! Days at home, reviews, batches and the screening list on paper.

use std::collections::BTreeMap;

use super::job::Parts;
use super::print_request::{Filling, PrintRequest, PrintScope};
use crate::domain::group::Group;
use crate::domain::home::{HomeDay, HomeSlot, HomeTerms, Verdict};
use crate::domain::person::{Person, Sex};
use crate::domain::temperature::Site;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::home::{JudgedLine, ReviewLine};
use crate::paper::PaperError;
use crate::paper::form::{FormContent, FormRow};

/// Id of the sheet of temperatures of one person.
pub const TEMPERATURES: &str = "temperature-14";
/// Id of the reviews of a class.
pub const REVIEWS: &str = "return-review";
/// Id of the batches.
pub const BATCHES: &str = "return-batch";
/// Id of the screening list.
pub const SCREENINGS: &str = "screening-list";

/// Whether a form belongs to the module that a school switches on.
pub(super) fn is_home(id: &str) -> bool {
    [TEMPERATURES, REVIEWS, BATCHES, SCREENINGS].contains(&id)
}

/// Empty rows of a blank list.
const BLANK_ROWS: usize = 14;

impl Book {
    /// The fillings of one of the forms.
    pub(super) fn home_parts(
        &mut self,
        id: &str,
        request: &PrintRequest,
        parts: &mut Parts,
    ) -> Result<(), OpError> {
        match id {
            TEMPERATURES => return self.temperature_sheets(request, parts),
            REVIEWS => return self.review_sheets(request, parts),
            _ => {}
        }
        let content = match (id, request.filling) {
            (_, Filling::Blank) => {
                let mut content = self.blank_content()?;
                content.rows = (0..BLANK_ROWS).map(|_| FormRow::Open(BTreeMap::new())).collect();
                content
            }
            (BATCHES, _) => self.batch_sheet(request)?,
            _ => self.screening_sheet(request)?,
        };
        parts.contents.push((String::new(), content));
        Ok(())
    }

    /// The days of the next return; without one those until today.
    fn home_window(&self) -> Result<(HomeTerms, Vec<chrono::NaiveDate>), OpError> {
        let grid = self.home_grid(None, None)?;
        Ok((grid.terms, grid.days))
    }

    /// A sheet for each pupil; blank for the school is one sheet without a name.
    fn temperature_sheets(&self, request: &PrintRequest, parts: &mut Parts) -> Result<(), OpError> {
        let (terms, days) = self.home_window()?;
        if request.scope == PrintScope::School && request.filling == Filling::Blank {
            let mut content = self.home_content(&terms)?;
            content.rows = (0..terms.days).map(|_| FormRow::Open(BTreeMap::new())).collect();
            parts.contents.push((String::new(), content));
            return Ok(());
        }
        let mut people: Vec<(Person, String, Option<u32>)> = Vec::new();
        match request.scope {
            PrintScope::Person(id) => {
                let person = self.store.person(id)?.ok_or(OpError::NoSuchPerson)?;
                let (group, no) = self.place_of(&person, request.date)?;
                people.push((person, group.map(|info| info.short).unwrap_or_default(), no));
            }
            scope => {
                for info in self.print_groups(scope, request.date)? {
                    let seats = self.everyone(info.group, request.date)?.into_iter();
                    people.extend(seats.map(|it| (it.person, info.short.clone(), Some(it.seat_no))));
                }
            }
        }
        let keys = people.iter().map(|(person, ..)| person.id).collect();
        let (first, last) = (days.first().copied(), days.last().copied());
        let known = match first.zip(last) {
            Some((first, last)) if request.filling != Filling::Blank => {
                self.store.home_days(&keys, first, last)?
            }
            _ => BTreeMap::new(),
        };
        for (person, class, no) in people {
            let mut content = self.home_content(&terms)?;
            content.header.extend(self.home_head(&person, &class, no));
            let of = known.get(&person.id);
            content.rows =
                days.iter().map(|day| self.home_row(*day, of.and_then(|of| of.get(day)))).collect();
            parts.people.push(person.id);
            parts.contents.push((class, content));
        }
        Ok(())
    }

    fn home_content(&self, terms: &HomeTerms) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        let limit = terms.limit(Site::Axillary);
        content.notes.push(self.tr.home_limit_note(&format!("{}.{}", limit / 10, limit % 10)));
        Ok(content)
    }

    fn home_head(&self, person: &Person, class: &str, no: Option<u32>) -> Vec<(String, String)> {
        let tr = &self.tr;
        let sex = person.sex.map(|sex| match sex {
            Sex::Male => tr.print_male(),
            Sex::Female => tr.print_female(),
        });
        let pairs = [
            ("class", Some(class.to_owned())),
            ("no", no.map(|no| no.to_string())),
            ("name", Some(person.name.clone())),
            ("sex", sex),
            ("phone-home", person.guardian_phone.clone()),
            ("address", person.address.clone()),
        ];
        let known = pairs.into_iter().filter_map(|(key, text)| Some((key.to_owned(), text?)));
        known.filter(|(_, text)| !text.is_empty()).collect()
    }

    /// A day; what was not said stays open.
    fn home_row(&self, day: chrono::NaiveDate, known: Option<&HomeDay>) -> FormRow {
        let tag = self.tr.language().tag();
        let mut cells = BTreeMap::from([("day".to_owned(), self.tr.day(day))]);
        let Some(known) = known else { return FormRow::Open(cells) };
        let taken = |slot| known.temperatures.get(&slot).map(ToString::to_string);
        let words = |said: Vec<String>| {
            if said.is_empty() { self.tr.home_nil() } else { said.join(&self.tr.ops_list_mark()) }
        };
        let symptoms = known
            .symptoms
            .as_ref()
            .map(|said| words(said.iter().map(|code| self.rules.name(code, tag).to_owned()).collect()));
        let marks =
            known.marks.as_ref().map(|said| words(said.iter().map(|id| self.mark_name(id)).collect()));
        let pairs = [
            ("morning", taken(HomeSlot::Morning)),
            ("evening", taken(HomeSlot::Evening)),
            ("symptoms", symptoms),
            ("marks", marks),
            ("signed", known.signed_by.clone()),
        ];
        cells.extend(pairs.into_iter().filter_map(|(key, text)| Some((key.to_owned(), text?))));
        FormRow::Open(cells)
    }

    /// The reviews of each class of the next batch that the scope means.
    fn review_sheets(&self, request: &PrintRequest, parts: &mut Parts) -> Result<(), OpError> {
        let Some(batch) = self.next_batch()? else {
            let mut content = self.blank_content()?;
            content.header.insert("class".to_owned(), String::new());
            content.rows = (0..BLANK_ROWS).map(|_| FormRow::Open(BTreeMap::new())).collect();
            parts.contents.push((String::new(), content));
            return Ok(());
        };
        let line = self.batches_view()?.batches.into_iter().find(|line| line.id == batch.id);
        for it in line.iter().flat_map(|line| &line.groups).filter(|it| it.people > 0) {
            if !matches!(request.scope, PrintScope::School) && request.scope != PrintScope::Group(it.group) {
                continue;
            }
            let lines = self.review_lines(batch.id, Some(it.group))?;
            let mut content = self.blank_content()?;
            content.group = it.group.kind();
            let blank = request.filling == Filling::Blank;
            let mut header = vec![
                ("class", if it.group == Group::Staff { it.class.clone() } else { self.tr.class(&it.class) }),
                ("batch", self.tr.home_batch_of(&batch.body.name, &self.tr.day(batch.day))),
                ("count", it.people.to_string()),
            ];
            if !blank {
                header.extend([
                    ("approved", it.approved.to_string()),
                    ("refused", it.refused.to_string()),
                    ("open", it.open.to_string()),
                ]);
            }
            content.header.extend(header.into_iter().map(|(key, text)| (key.to_owned(), text)));
            content.rows = lines.iter().map(|line| self.review_row(line, blank)).collect();
            parts.contents.push((it.class.clone(), content));
        }
        if parts.contents.is_empty() { Err(PaperError::Empty.into()) } else { Ok(()) }
    }

    fn review_row(&self, line: &ReviewLine, blank: bool) -> FormRow {
        let tr = &self.tr;
        let mut cells = vec![("no", line.seat_no.to_string()), ("name", line.name.clone())];
        if blank {
            return FormRow::Open(cells.into_iter().map(|(key, text)| (key.to_owned(), text)).collect());
        }
        let open = line.judged.iter().filter(|one| one.judged.verdict != Verdict::Met);
        let why = |one: &JudgedLine| match one.judged.verdict {
            Verdict::Failing => tr.home_condition_why(&one.name, &one.words),
            _ => one.name.clone(),
        };
        let open: Vec<String> = open.map(why).collect();
        let mark = tr.ops_list_mark();
        let decided = line.decision.as_ref();
        let reason = decided.and_then(|made| made.reason.clone());
        let decision: Vec<String> = std::iter::once(tr.home_decision(decided)).chain(reason).collect();
        cells.extend([
            ("commitment", line.facts.commitment_on.map(|day| tr.day(day)).unwrap_or_default()),
            ("conditions", open.join(&mark)),
            ("decision", decision.join(&mark)),
            ("by", decided.map(|made| made.by.clone()).unwrap_or_default()),
        ]);
        let cells = cells.into_iter().filter(|(_, text)| !text.is_empty());
        FormRow::Filled(cells.map(|(key, text)| (key.to_owned(), text)).collect())
    }

    fn batch_sheet(&self, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        let view = self.batches_view()?;
        let people: usize = view.batches.iter().map(|batch| batch.people).sum();
        content.header.insert("date".to_owned(), self.tr.long_day(request.date));
        content.header.insert("count".to_owned(), people.to_string());
        for batch in &view.batches {
            for (at, it) in batch.groups.iter().enumerate() {
                let first = at == 0;
                let mut cells = vec![
                    ("class", it.class.clone()),
                    ("people", it.people.to_string()),
                    ("approved", it.approved.to_string()),
                    ("refused", it.refused.to_string()),
                    ("open", it.open.to_string()),
                    ("day", self.tr.day(batch.day)),
                    ("batch", batch.body.name.clone()),
                ];
                cells.extend(batch.body.note.clone().filter(|_| first).map(|note| ("note", note)));
                content.rows.push(FormRow::Filled(
                    cells.into_iter().map(|(key, text)| (key.to_owned(), text)).collect(),
                ));
            }
        }
        Ok(content)
    }

    fn screening_sheet(&self, request: &PrintRequest) -> Result<FormContent, OpError> {
        let tr = &self.tr;
        let mut content = self.blank_content()?;
        let mut lines = self.screening_lines()?;
        lines.sort_by_key(|line| (line.listed_on, line.id));
        let open = lines.iter().filter(|line| line.closed_on.is_none()).count();
        content.header.insert("date".to_owned(), tr.long_day(request.date));
        content.header.insert("count".to_owned(), lines.len().to_string());
        content.header.insert("open".to_owned(), open.to_string());
        for (line, no) in lines.iter().zip(1..) {
            let talks: Vec<String> = line
                .body
                .talks
                .iter()
                .map(|talk| tr.screening_call(&tr.day_and_time(talk.at), &talk.by, &talk.what))
                .collect();
            let closed = line.closing.iter().cloned().chain(line.closed_on.map(|day| tr.day(day)));
            let cells = [
                ("no", no.to_string()),
                ("name", line.name.clone()),
                ("class", line.class.clone()),
                ("phone", line.phone.clone().unwrap_or_default()),
                ("journey", line.words.clone()),
                ("source", line.body.source.clone().unwrap_or_default()),
                ("listed", tr.day(line.listed_on)),
                ("talks", talks.join(&tr.ops_list_mark())),
                ("closing", closed.collect::<Vec<_>>().join(&tr.ops_list_mark())),
            ];
            let cells = cells.into_iter().filter(|(_, text)| !text.is_empty());
            content.rows.push(FormRow::Filled(cells.map(|(key, text)| (key.to_owned(), text)).collect()));
        }
        Ok(content)
    }
}

#[cfg(test)]
mod tests {
    use chrono::Days;

    use super::*;
    use crate::domain::home::{BatchBody, Journey};
    use crate::domain::progress::Silent;
    use crate::domain::temperature::Temperature;
    use crate::ops::home::{BatchDraft, HomeChoice, HomeOp, NewScreening, ScreenOp};
    use crate::ops::sample_book::{book, class, person};
    use crate::paper::layout::tests::words;

    fn printed(book: &mut Book, id: &str, scope: PrintScope, filling: Filling) -> (usize, String) {
        let request = PrintRequest { scope, filling, ..PrintRequest::form(id, book.today()) };
        let job = book.job(&request, 0..usize::MAX, &mut Silent).unwrap();
        let sheets = job.document.sheets.len();
        (sheets, job.document.sheets.iter().map(words).collect::<Vec<_>>().join("\n"))
    }

    #[test]
    fn the_sheets_print_blank_with_names_and_filled() {
        let (_folder, mut book) = book();
        assert!(book.forms(book.today()).unwrap().iter().all(|form| !is_home(&form.id)), "off");
        book.choose_home(&HomeChoice::Module(true)).unwrap();
        let listed = book.forms(book.today()).unwrap();
        assert_eq!(listed.iter().filter(|form| is_home(&form.id)).count(), 4);
        let today = book.today();
        let Group::Class(id) = class(1) else { unreachable!() };
        let body = BatchBody { name: "第一批".into(), classes: [id].into(), ..BatchBody::default() };
        let batch = book.put_batch(None, &BatchDraft { day: today + Days::new(1), body }).unwrap();
        let mut day = HomeDay::default();
        let _ = day.temperatures.insert(HomeSlot::Morning, Temperature::new(381, Site::Axillary).unwrap());
        day.toggle_mark("contact");
        book.run_home(&HomeOp::Record(person(101), vec![(today, day)])).unwrap();
        let decide = HomeOp::Decide {
            batch,
            person: person(101),
            approved: false,
            by: Some("何志远".into()),
            reason: None,
        };
        book.run_home(&decide).unwrap();
        let (sheets, blank) = printed(&mut book, TEMPERATURES, PrintScope::School, Filling::Blank);
        assert!(sheets == 1 && blank.contains("37.3") && !blank.contains("学生01"), "{blank}");
        let (sheets, names) = printed(&mut book, TEMPERATURES, PrintScope::Group(class(1)), Filling::Blank);
        assert!(sheets == 12 && names.contains("学生0112") && !names.contains("38.1"), "{sheets}");
        let (sheets, one) =
            printed(&mut book, TEMPERATURES, PrintScope::Person(person(101)), Filling::Recorded);
        assert!(sheets == 1 && one.contains("38.1") && one.contains("11 月 10 日"), "{one}");
        let (sheets, reviews) = printed(&mut book, REVIEWS, PrintScope::School, Filling::Recorded);
        assert!(sheets <= 2, "{sheets}");
        for word in ["第一批", "学生0101", "暂缓返校", "何志远", "体温低于限值", "承诺书已交"]
        {
            assert!(reviews.contains(word), "{word}: {reviews}");
        }
        let (_, batches) = printed(&mut book, BATCHES, PrintScope::School, Filling::Recorded);
        assert!(batches.contains("第一批") && batches.contains("12"), "{batches}");
        let journey = Some(Journey { place: "武汉市".into(), ..Journey::default() });
        let new = NewScreening { journey, ..NewScreening::default() };
        book.run_screening(&ScreenOp::List(person(901), Box::new(new))).unwrap();
        let (_, screened) = printed(&mut book, SCREENINGS, PrintScope::School, Filling::Recorded);
        assert!(screened.contains("武汉市") && screened.contains("梁燕"), "{screened}");
    }
}
