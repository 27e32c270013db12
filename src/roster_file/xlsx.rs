//! Office Open XML workbooks.

use std::io::BufRead;
use std::sync::Arc;

use quick_xml::events::{BytesStart, Event};

use super::budget::Budget;
use super::cell::Cell;
use super::grid::{Grid, GridRow, Merge};
use super::read_error::ReadError;
use super::xml_part::{Container, XmlPart, append, attribute};

const WORKBOOK: &str = "xl/workbook.xml";
const STRINGS: &str = "xl/sharedStrings.xml";

/// A sheet as the workbook lists it.
struct SheetEntry {
    name: String,
    relation: String,
    hidden: bool,
}

/// Reads every sheet.
pub fn read(mut container: Container<'_>, budget: &mut Budget<'_>) -> Result<Vec<Grid>, ReadError> {
    let (entries, from_1904) = sheet_entries(&mut container, budget)?;
    let targets = relations(&mut container, budget)?;
    for (_, target) in targets.iter().filter(|(_, target)| is_sheet(target)) {
        budget.expect(container.size(target));
    }
    budget.expect(container.size(STRINGS));
    let strings = shared_strings(&mut container, budget)?;
    let mut grids = Vec::new();
    for entry in entries {
        let Some((_, target)) = targets.iter().find(|(id, _)| *id == entry.relation) else {
            return Err(ReadError::Damaged);
        };
        // Charts and dialogs are listed beside the sheets of cells.
        if !is_sheet(target) {
            continue;
        }
        let part = container.part(target)?.ok_or(ReadError::Damaged)?;
        let grid = Grid { sheet: Some(entry.name), hidden: entry.hidden, from_1904, ..Grid::default() };
        grids.push(SheetReader { part, strings: &strings, budget, grid }.read()?);
    }
    Ok(grids)
}

fn is_sheet(target: &str) -> bool {
    target.to_ascii_lowercase().contains("worksheet")
}

fn sheet_entries(
    container: &mut Container<'_>,
    budget: &mut Budget<'_>,
) -> Result<(Vec<SheetEntry>, bool), ReadError> {
    let mut part = container.part(WORKBOOK)?.ok_or(ReadError::Damaged)?;
    let (mut entries, mut from_1904) = (Vec::new(), false);
    loop {
        match part.next_event(budget)? {
            Event::Start(start) => match start.local_name().as_ref() {
                "sheet" => {
                    budget.sheet()?;
                    entries.push(SheetEntry {
                        name: attribute(&start, "name").unwrap_or_default(),
                        relation: attribute(&start, "id").unwrap_or_default(),
                        hidden: attribute(&start, "state").is_some_and(|s| s != "visible"),
                    });
                }
                "workbookPr" => from_1904 = attribute(&start, "date1904").as_deref().is_some_and(is_true),
                _ => {}
            },
            Event::Eof => return Ok((entries, from_1904)),
            _ => {}
        }
    }
}

/// Relation ids and the parts that they name.
fn relations(
    container: &mut Container<'_>,
    budget: &mut Budget<'_>,
) -> Result<Vec<(String, String)>, ReadError> {
    let mut part = container.part("xl/_rels/workbook.xml.rels")?.ok_or(ReadError::Damaged)?;
    let mut targets = Vec::new();
    loop {
        match part.next_event(budget)? {
            Event::Start(start) if start.local_name().as_ref() == "Relationship" => {
                let target = attribute(&start, "Target").unwrap_or_default();
                let target = target.strip_prefix('/').map_or_else(
                    || format!("xl/{}", target.strip_prefix("./").unwrap_or(&target)),
                    str::to_owned,
                );
                budget.string(&target)?;
                targets.push((attribute(&start, "Id").unwrap_or_default(), target));
            }
            Event::Eof => return Ok(targets),
            _ => {}
        }
    }
}

fn shared_strings(
    container: &mut Container<'_>,
    budget: &mut Budget<'_>,
) -> Result<Vec<Arc<str>>, ReadError> {
    let Some(mut part) = container.part(STRINGS)? else { return Ok(Vec::new()) };
    let mut strings = Vec::new();
    let (mut text, mut inside, mut phonetic) = (String::new(), false, false);
    loop {
        match part.next_event(budget)? {
            Event::Start(start) => match start.local_name().as_ref() {
                "si" => text.clear(),
                "rPh" => phonetic = true,
                "t" => inside = !phonetic,
                _ => {}
            },
            Event::End(end) => match end.local_name().as_ref() {
                "si" => {
                    budget.string(&text)?;
                    strings.push(clean(&text).into());
                }
                "rPh" => phonetic = false,
                "t" => inside = false,
                _ => {}
            },
            Event::Eof => return Ok(strings),
            event if inside => append(&mut text, &event)?,
            _ => {}
        }
    }
}

struct SheetReader<'a, 'p, R> {
    part: XmlPart<R>,
    strings: &'a [Arc<str>],
    budget: &'a mut Budget<'p>,
    grid: Grid,
}

/// Where the stream stands.
#[derive(Default)]
struct Place {
    row: GridRow,
    column: usize,
    next_column: usize,
    kind: String,
    text: String,
    inside: bool,
    /// Inside a reading aid, which is no content.
    phonetic: bool,
}

impl<R: BufRead> SheetReader<'_, '_, R> {
    fn read(mut self) -> Result<Grid, ReadError> {
        let mut place = Place::default();
        let mut closed = false;
        loop {
            match self.part.next_event(self.budget)? {
                Event::Start(start) => match start.local_name().as_ref() {
                    "row" => place.start_row(&start),
                    "c" => place.start_cell(&start),
                    "v" | "t" => place.inside = !place.phonetic,
                    "rPh" => place.phonetic = true,
                    "mergeCell" => {
                        if let Some(merge) = attribute(&start, "ref").as_deref().and_then(merge) {
                            self.budget.merge(&mut self.grid, merge)?;
                        }
                    }
                    _ => {}
                },
                Event::End(end) => match end.local_name().as_ref() {
                    "v" | "t" => place.inside = false,
                    "rPh" => place.phonetic = false,
                    "c" => {
                        let cell = cell(&place.kind, &place.text, self.strings);
                        self.budget.put(&mut place.row, place.column, cell)?;
                    }
                    "row" => self.budget.push(&mut self.grid, place.end_row())?,
                    "worksheet" => closed = true,
                    _ => {}
                },
                Event::Eof if closed => return Ok(self.grid),
                Event::Eof => return Err(ReadError::Damaged),
                event if place.inside => append(&mut place.text, &event)?,
                _ => {}
            }
        }
    }
}

impl Place {
    fn start_row(&mut self, start: &BytesStart<'_>) {
        let number = attribute(start, "r").and_then(|r| r.parse().ok()).unwrap_or(self.row.number + 1);
        let hidden = attribute(start, "hidden").as_deref().is_some_and(is_true);
        self.row = GridRow { number, hidden, cells: Vec::new() };
        self.next_column = 0;
    }

    fn start_cell(&mut self, start: &BytesStart<'_>) {
        let written = attribute(start, "r");
        self.column = written.as_deref().and_then(reference).map_or(self.next_column, |(_, column)| column);
        self.next_column = self.column + 1;
        self.kind = attribute(start, "t").unwrap_or_default();
        self.text.clear();
    }

    fn end_row(&mut self) -> GridRow {
        let number = self.row.number;
        std::mem::replace(&mut self.row, GridRow { number, ..GridRow::default() })
    }
}

fn cell(kind: &str, text: &str, strings: &[Arc<str>]) -> Cell {
    match kind {
        "s" => match text.trim().parse::<usize>().ok().and_then(|at| strings.get(at)) {
            Some(shared) => match Cell::of_text(shared) {
                Cell::Text(_) => Cell::Text(Arc::clone(shared)),
                other => other,
            },
            None => Cell::Empty,
        },
        "e" => Cell::Error,
        "" | "n" => text.trim().parse().map_or_else(|_| Cell::of_text(text), Cell::Number),
        _ => Cell::of_text(&clean(text)),
    }
}

/// Excel writes a carriage return inside text as `_x000D_`.
fn clean(text: &str) -> String {
    text.replace("_x000D_", "").replace("_x000d_", "")
}

fn is_true(text: &str) -> bool {
    matches!(text, "1" | "true")
}

/// `B12` as row 12 and column 1.
fn reference(text: &str) -> Option<(u32, usize)> {
    let digits = text.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = text.split_at(digits);
    let column = letters.bytes().try_fold(0_usize, |sum, letter| {
        let place = letter.to_ascii_uppercase().checked_sub(b'A').filter(|p| *p < 26)?;
        sum.checked_mul(26)?.checked_add(usize::from(place) + 1)
    })?;
    Some((row.parse().ok()?, column.checked_sub(1)?))
}

fn merge(text: &str) -> Option<Merge> {
    let (first, last) = text.split_once(':')?;
    let ((top, left), (bottom, right)) = (reference(first)?, reference(last)?);
    Some(Merge { top, bottom, left, right })
}
