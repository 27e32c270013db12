//! Lists of names and name labels: of classes, a bus line or another group.

use std::collections::BTreeMap;

use super::job::{Job, Parts, PrintFacts, lacking, places, texts};
use super::print_request::{PrintRequest, PrintScope};
use crate::domain::group::Group;
use crate::ops::book::Book;
use crate::ops::choice_error::ChoiceError;
use crate::ops::error::OpError;
use crate::ops::roster::{RosterFilter, RosterLine};
use crate::paper::PaperError;
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::form::{FormRow, LabelSheets};

/// Id of the labels among the forms.
pub const LABELS: &str = "labels";
/// Id of the list of names.
pub const CLASS_LIST: &str = "class-list";

/// People under one heading.
struct Heading {
    label: String,
    short: String,
    teacher: Option<String>,
    lines: Vec<RosterLine>,
}

impl Book {
    /// The lists of names, one for each class or one for the group.
    pub(super) fn name_lists(&self, request: &PrintRequest, parts: &mut Parts) -> Result<(), OpError> {
        let of_group = matches!(request.scope, PrintScope::FreeGroup(_));
        for heading in self.headings(request)? {
            let mut content = self.blank_content()?;
            let mut header = vec![
                ("class", heading.label),
                ("date", request.date.to_string()),
                ("enrolled", heading.lines.len().to_string()),
            ];
            header.extend(heading.teacher.map(|teacher| ("teacher", teacher)));
            content.header.extend(header.into_iter().map(|(key, text)| (key.to_owned(), text)));
            if !of_group {
                content.hidden.insert("class".to_owned());
            }
            content.rows = heading.lines.iter().map(|line| FormRow::Open(self.name_cells(line))).collect();
            parts.contents.push((heading.short, content));
        }
        Ok(())
    }

    /// The labels of everyone asked for, one behind the other.
    pub(super) fn label_job(&self, request: &PrintRequest) -> Result<Job, OpError> {
        let sheets = LabelSheets::shipped()?;
        let mut content = self.blank_content()?;
        content.header =
            BTreeMap::from([("title".to_owned(), sheets.name.get(self.tr.language()).to_owned())]);
        let headings = self.headings(request)?;
        let lines = headings.iter().flat_map(|heading| &heading.lines);
        content.rows = lines.map(|line| FormRow::Open(self.name_cells(line))).collect();
        let sheet = sheets.sheet(&request.list.labels)?;
        if request.list.start >= sheet.count() {
            let (start, count) = (request.list.start + 1, sheet.count());
            return Err(ChoiceError::BeyondSheet { start, count }.into());
        }
        let fonts = Fonts::covering(texts(&content));
        let all = lacking(&(String::new(), content.clone()), &fonts);
        if request.missing == MissingGlyph::Stop && !all.is_empty() {
            return Err(OpError::NamesWithoutGlyphs { places: places(&all) });
        }
        let document = sheet.lay_out(&content, request.list.start, &fonts, request.missing, &self.tr)?;
        let left_out = if request.missing == MissingGlyph::LeaveOut { all.clone() } else { Vec::new() };
        let persons = content.rows.len() - left_out.len();
        let facts = PrintFacts { balances: true, persons, missing: all, left_out, ..PrintFacts::default() };
        Ok(Job { document, fonts, facts, report: None, people: Vec::new(), table: None, letters: None })
    }

    fn name_cells(&self, line: &RosterLine) -> BTreeMap<String, String> {
        let sex = match line.sex {
            Some("男") => self.tr.print_male(),
            Some("女") => self.tr.print_female(),
            _ => String::new(),
        };
        let cells = [
            ("no", line.seat_no.to_string()),
            ("class", self.tr.class(&line.class)),
            ("name", line.name.clone()),
            ("sex", sex),
        ];
        cells.into_iter().map(|(key, text)| (key.to_owned(), text)).collect()
    }

    fn headings(&self, request: &PrintRequest) -> Result<Vec<Heading>, OpError> {
        let order = request.list.order.map_or_else(|| self.roster_order(), Ok)?;
        let filter = RosterFilter { order, ..RosterFilter::default() };
        let list = |filter: RosterFilter| self.roster_list(request.date, &filter);
        if let PrintScope::FreeGroup(group) = request.scope {
            let groups = self.free_group_list(request.date)?;
            let label = groups.into_iter().find(|line| line.key == group).map(|line| line.group);
            let label = label.ok_or_else(|| OpError::NoSuchFreeGroup { given: group.to_string() })?;
            let lines = list(RosterFilter { group: Some(group), ..filter })?;
            if lines.is_empty() {
                return Err(PaperError::Empty.into());
            }
            return Ok(vec![Heading { short: label.clone(), label, teacher: None, lines }]);
        }
        let mut headings = Vec::new();
        for info in self.print_groups(request.scope, request.date)? {
            let Group::Class(class) = info.group else { continue };
            let lines = list(RosterFilter { class: Some(class), ..filter.clone() })?;
            headings.push(Heading { label: info.label, short: info.short, teacher: info.teacher, lines });
        }
        Ok(headings)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::free_group::FreeGroupKind;
    use crate::domain::id::ClassId;
    use crate::domain::progress::Silent;
    use crate::i18n::Language;
    use crate::ops::print::ListChoice;
    use crate::ops::roster::{FreeGroupOp, RosterOrder};
    use crate::ops::sample_book::{book, person};

    fn words(book: &mut Book, request: &PrintRequest) -> (usize, Vec<String>) {
        let job = book.job(request, 0..usize::MAX, &mut Silent).unwrap();
        (
            job.facts.sheets,
            job.document
                .sheets
                .iter()
                .flat_map(crate::paper::layout::Sheet::texts)
                .map(|text| text.text.clone())
                .collect(),
        )
    }

    #[test]
    fn lists_of_a_class_of_the_school_and_of_a_bus_line() {
        let (_folder, mut book) = book();
        let day = book.today();
        let request = PrintRequest::form(CLASS_LIST, day);
        assert_eq!(words(&mut book, &request).0, 3, "a sheet for each class");
        let one = PrintRequest {
            scope: PrintScope::of_class(Some(ClassId(uuid::Uuid::from_u128(1)))),
            ..request.clone()
        };
        let (sheets, text) = words(&mut book, &one);
        assert_eq!((sheets, text.iter().filter(|text| text.contains("学生01")).count()), (1, 12));
        let kind = FreeGroupKind::Bus;
        let group = book.change_free_group(&FreeGroupOp::Add { label: "东线".into(), kind }).unwrap();
        let bus = PrintRequest { scope: PrintScope::FreeGroup(group), ..request };
        assert!(book.job(&bus, 0..1, &mut Silent).is_err(), "nobody is in it yet");
        for pupil in [person(101), person(201)] {
            book.change_free_group(&FreeGroupOp::Join { persons: vec![pupil], group, from: day }).unwrap();
        }
        let (sheets, text) = words(&mut book, &bus);
        assert!(sheets == 1 && text.iter().any(|text| text.contains("东线")), "{text:?}");
        assert!(text.iter().any(|text| text == "学生0201") && !text.iter().any(|text| text == "学生0102"));
    }

    #[test]
    fn labels_begin_at_the_first_free_one_and_stay_on_the_sheet() {
        let (_folder, mut book) = book();
        let day = book.today();
        for language in Language::ALL {
            book.set_language(language);
            for sheet in LabelSheets::shipped().unwrap().sheets {
                let (right, low) = (sheet.columns - 1, sheet.rows - 1);
                assert!(sheet.left + right as f32 * sheet.across + sheet.width <= 210.1, "{}", sheet.id);
                assert!(sheet.top + low as f32 * sheet.down + sheet.height <= 297.1, "{}", sheet.id);
                let start = sheet.count() - 2;
                let list = ListChoice { order: Some(RosterOrder::Pinyin), labels: sheet.id.clone(), start };
                let request = PrintRequest { list, ..PrintRequest::form(LABELS, day) };
                let (sheets, text) = words(&mut book, &request);
                assert_eq!(sheets, 1 + 27_usize.div_ceil(sheet.count()), "{}", sheet.id);
                assert_eq!(text.iter().filter(|text| text.contains("学生")).count(), 29);
                // The class stands on each, so that labels that were cut apart are sorted again.
                let lines = book.roster_list(day, &RosterFilter::default()).unwrap();
                let class = lines.first().map(|line| line.class.clone()).unwrap();
                let of_class = lines.iter().filter(|line| line.class == class).count();
                let named = text.iter().filter(|text| text.contains(&class)).count();
                assert!(language != Language::Chinese || named == of_class, "{named} {of_class} {text:?}");
                let list = ListChoice { start: sheet.count(), labels: sheet.id.clone(), order: None };
                let beyond = PrintRequest { list, ..PrintRequest::form(LABELS, day) };
                assert!(matches!(book.label_job(&beyond), Err(OpError::Choice(_))), "{}", sheet.id);
            }
        }
    }
}
