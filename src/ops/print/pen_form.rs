//! Forms that are kept by hand: the names, classes and days that the book knows stand on them, the rest is for a pen.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::job::Parts;
use super::print_request::{Filling, PrintRequest, PrintScope};
use crate::domain::free_group::FreeGroupKind;
use crate::ops::book::Book;
use crate::ops::error::OpError;
use crate::ops::roster::FreeGroupLine;
use crate::paper::form::{Extent, FormContent, FormRow, FormTemplate, Period, RowSource};

/// Cells of a row.
type Cells = BTreeMap<String, String>;

impl Book {
    /// The fillings of a form that is kept by hand.
    pub(super) fn pen_parts(&self, request: &PrintRequest, parts: &mut Parts) -> Result<(), OpError> {
        let form = parts.template.clone();
        match form.by {
            Extent::Bus => {
                let mut lines = self.bus_lines(request)?;
                if lines.is_empty() || request.filling == Filling::Blank {
                    lines = vec![None];
                }
                for line in lines {
                    let mut content = self.pen_content(&form, request)?;
                    let name = line.as_ref().map(|line| line.group.clone()).unwrap_or_default();
                    put(&mut content.header, "line", name.clone());
                    let riders = line.map(|line| line.count.to_string());
                    put(&mut content.header, "riders", riders.unwrap_or_default());
                    parts.contents.push((name, content));
                }
            }
            by if by.is_of_class() => {
                for info in self.print_groups(request.scope, request.date)? {
                    let mut content = self.pen_content(&form, request)?;
                    put(&mut content.header, "class", info.label);
                    put(&mut content.header, "teacher", info.teacher.unwrap_or_default());
                    let count = self.everyone(info.group, request.date)?.len();
                    put(&mut content.header, "enrolled", count.to_string());
                    parts.contents.push((info.short, content));
                }
            }
            _ => {
                let content = self.pen_content(&form, request)?;
                parts.contents.push((String::new(), content));
            }
        }
        Ok(())
    }

    /// The bus lines of a request's scope.
    fn bus_lines(&self, request: &PrintRequest) -> Result<Vec<Option<FreeGroupLine>>, OpError> {
        let wanted = |line: &FreeGroupLine| match request.scope {
            PrintScope::FreeGroup(id) => line.key == id,
            _ => line.kind == FreeGroupKind::Bus,
        };
        let lines = self.free_group_list(request.date)?.into_iter();
        Ok(lines.filter(wanted).map(Some).collect())
    }

    fn pen_content(&self, form: &FormTemplate, request: &PrintRequest) -> Result<FormContent, OpError> {
        let mut content = self.blank_content()?;
        let school = self.school()?;
        let blank = request.filling == Filling::Blank;
        // A master to copy knows the school alone; who leads it and who reports is the same all the term.
        put(&mut content.header, "principal", String::new());
        put(&mut content.header, "term", self.term_words(request.date)?);
        let days = self.days_of(request, form.period)?;
        if !blank {
            put(&mut content.header, "date", self.tr.long_day(request.date));
            if form.period != Period::Day {
                put(&mut content.header, "period", self.days_words(days));
            }
        }
        content.rows = match form.source {
            RowSource::Days | RowSource::SchoolDays => self.day_rows(form, days, blank)?,
            RowSource::Staff => self.staff_rows(form, request.date)?,
            RowSource::Fixed => {
                let mut rows = form.fixed_rows(self.tr.language());
                if let Some(principal) =
                    school.principal.filter(|_| form.columns.iter().any(|c| c.key == "role"))
                {
                    name_first(&mut rows, &principal);
                }
                rows
            }
            RowSource::Open | RowSource::Records => Vec::new(),
        };
        form.number(&mut content.rows);
        Ok(content)
    }

    /// A row for each day, or the fixed rows for each; the day stands on the first of them.
    fn day_rows(
        &self,
        form: &FormTemplate,
        (from, to): (NaiveDate, NaiveDate),
        blank: bool,
    ) -> Result<Vec<FormRow>, OpError> {
        let calendar = self.calendar(from)?;
        let mut fixed: Vec<Cells> = form
            .fixed_rows(self.tr.language())
            .into_iter()
            .filter_map(|row| if let FormRow::Open(cells) = row { Some(cells) } else { None })
            .collect();
        if fixed.is_empty() {
            fixed.push(Cells::new());
        }
        let every = form.source == RowSource::Days;
        let days = from.iter_days().take_while(|day| *day <= to);
        let mut rows = Vec::new();
        for day in days.filter(|day| every || calendar.is_school_day(*day)) {
            for (at, cells) in fixed.iter().enumerate() {
                let mut cells = cells.clone();
                if at == 0 && !blank {
                    put(&mut cells, "day", day.format("%m-%d").to_string());
                    put(&mut cells, "weekday", self.tr.short_weekday(day));
                }
                rows.push(FormRow::Open(cells));
            }
        }
        Ok(rows)
    }

    /// The staff down the first columns, then down the next.
    fn staff_rows(&self, form: &FormTemplate, date: NaiveDate) -> Result<Vec<FormRow>, OpError> {
        let staff = self.store.staff_on(date)?;
        let mut sides: Vec<&str> =
            form.shown().filter_map(|column| column.key.strip_prefix("name")).collect();
        if sides.is_empty() {
            sides.push("");
        }
        let across = sides.len();
        // Some who come are not on the list.
        let down = (staff.len() + across).div_ceil(across);
        let mut rows = vec![Cells::new(); down];
        for (index, number) in (0..down * across).zip(1..) {
            let Some(cells) = rows.get_mut(index % down) else { continue };
            let suffix = sides.get(index / down).copied().unwrap_or_default();
            put(cells, &format!("no{suffix}"), number.to_string());
            let name = staff.get(index).map(|(_, person)| person.name.clone());
            put(cells, &format!("name{suffix}"), name.unwrap_or_default());
        }
        Ok(rows.into_iter().map(FormRow::Open).collect())
    }
}

/// Names whom the first row is about.
fn name_first(rows: &mut [FormRow], name: &str) {
    let first =
        rows.iter_mut().find_map(|row| if let FormRow::Open(cells) = row { Some(cells) } else { None });
    if let Some(cells) = first {
        put(cells, "name", name.to_owned());
    }
}

fn put(cells: &mut Cells, key: &str, text: String) {
    if !text.is_empty() {
        let _ = cells.insert(key.to_owned(), text);
    }
}
