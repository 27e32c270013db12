//! Tables of a web page that were saved with the ending `.xls`. Read as text, so that identity numbers stay
//! whole. Rows are numbered through all tables of the page, as a spreadsheet program shows them.

use std::collections::BTreeMap;

use super::budget::{Budget, COLUMNS, TOKEN_BYTES};
use super::cell::Cell;
use super::grid::{Grid, GridRow, Merge};
use super::read_error::ReadError;

/// The longest name of an entity and its semicolon.
const ENTITY: usize = 9;

/// The character set that a page declares in its head.
pub fn declared_charset(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(2048))?).to_ascii_lowercase();
    let (_, rest) = head.split_once("charset=")?;
    let name: String = rest
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))
        .collect();
    Some(name)
}

/// Reads the tables.
pub fn read(page: &str, budget: &mut Budget<'_>) -> Result<Grid, ReadError> {
    budget.expect(page.len());
    let mut table = TableState {
        budget,
        grid: Grid::default(),
        row: None,
        cell: None,
        number: 0,
        spans: BTreeMap::new(),
    };
    let mut rest = page;
    let mut closed = false;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        table.text(text)?;
        if let Some(comment) = tag.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let Some(end) = tag_end(tag) else { return Err(ReadError::Damaged) };
        let (inside, after) = (tag.get(1..end).unwrap_or_default(), tag.get(end + 1..).unwrap_or_default());
        let name: String = inside
            .chars()
            .take_while(|c| *c == '/' || c.is_ascii_alphanumeric())
            .collect::<String>()
            .to_ascii_lowercase();
        rest = match name.as_str() {
            "style" | "script" => skip_element(after, &name),
            _ => after,
        };
        table.budget.advance(text.len() + tag.len() - rest.len())?;
        closed |= name == "/table";
        table.tag(&name, inside)?;
    }
    table.end_row()?;
    if closed { Ok(table.grid) } else { Err(ReadError::Damaged) }
}

/// Where the tag ends; a `>` inside quotes does not end it.
fn tag_end(tag: &str) -> Option<usize> {
    let mut quote = None;
    for (at, c) in tag.char_indices() {
        match (quote, c) {
            (None, '>') => return Some(at),
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
    }
    tag.find('>')
}

fn skip_element<'a>(after: &'a str, name: &str) -> &'a str {
    let closes = |at: usize| {
        let tag = after.get(at + 2..at + 2 + name.len());
        tag.is_some_and(|tag| tag.eq_ignore_ascii_case(name))
    };
    let close = after.match_indices("</").map(|(at, _)| at).find(|at| closes(*at));
    close.and_then(|at| after.get(at..)).unwrap_or_default()
}

struct CellState {
    column: usize,
    columns: usize,
    rows: u32,
    text: String,
}

struct TableState<'a, 'p> {
    budget: &'a mut Budget<'p>,
    grid: Grid,
    row: Option<GridRow>,
    cell: Option<CellState>,
    number: u32,
    /// Columns taken from above, and the last row to which each is taken.
    spans: BTreeMap<usize, u32>,
}

impl TableState<'_, '_> {
    fn text(&mut self, text: &str) -> Result<(), ReadError> {
        let Some(cell) = &mut self.cell else { return Ok(()) };
        if cell.text.len() + text.len() > TOKEN_BYTES {
            return Err(ReadError::TooLarge);
        }
        cell.text.push_str(&unescape(text));
        Ok(())
    }

    fn tag(&mut self, name: &str, inside: &str) -> Result<(), ReadError> {
        match name {
            "tr" => {
                self.end_row()?;
                self.number += 1;
                let style = attribute(inside, "style").unwrap_or_default().replace(' ', "");
                let hidden = style.contains("display:none");
                self.row = Some(GridRow { number: self.number, hidden, cells: Vec::new() });
            }
            "td" | "th" => {
                self.end_cell()?;
                let column = self.free_column();
                let span =
                    |name| attribute(inside, name).and_then(|n| n.trim().parse().ok()).unwrap_or(1).max(1);
                let (columns, rows) = (span("colspan") as usize, span("rowspan"));
                self.cell =
                    Some(CellState { column, columns: columns.min(COLUMNS), rows, text: String::new() });
            }
            "/td" | "/th" => self.end_cell()?,
            "/tr" => self.end_row()?,
            "table" | "/table" => {
                self.end_row()?;
                self.spans.clear();
            }
            "br" | "br/" | "/p" => {
                if let Some(cell) = &mut self.cell {
                    cell.text.push('\n');
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// The next column of the row that neither an earlier cell nor one from above takes.
    fn free_column(&self) -> usize {
        let mut column = self.row.as_ref().map_or(0, |row| row.cells.len());
        while column < COLUMNS && self.spans.get(&column).is_some_and(|last| *last >= self.number) {
            column += 1;
        }
        column
    }

    fn end_cell(&mut self) -> Result<(), ReadError> {
        let (Some(cell), Some(row)) = (self.cell.take(), self.row.as_mut()) else { return Ok(()) };
        // What lies beyond the last column is no roster.
        if cell.column >= COLUMNS {
            return Ok(());
        }
        self.budget.put(row, cell.column, Cell::of_text(cell.text.trim()))?;
        let right = cell.column.saturating_add(cell.columns - 1).min(COLUMNS - 1);
        // An empty cell takes its place too.
        if row.cells.len() <= right {
            row.cells.resize(right + 1, Cell::Empty);
        }
        let bottom = self.number.saturating_add(cell.rows - 1);
        if cell.columns > 1 || cell.rows > 1 {
            self.budget
                .merge(&mut self.grid, Merge { top: self.number, bottom, left: cell.column, right })?;
        }
        if cell.rows > 1 {
            self.spans.extend((cell.column..=right).map(|column| (column, bottom)));
        }
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), ReadError> {
        self.end_cell()?;
        match self.row.take() {
            Some(mut row) => {
                let filled = row.filled().last().map_or(0, |(column, _)| column + 1);
                row.cells.truncate(filled);
                row.cells.shrink_to_fit();
                self.budget.push(&mut self.grid, row)
            }
            None => Ok(()),
        }
    }
}

/// An attribute of a tag, quoted or not.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let lower = tag.to_ascii_lowercase();
    let at = lower
        .match_indices(name)
        .map(|(at, _)| at + name.len())
        .find(|at| lower.get(*at..).is_some_and(|rest| rest.trim_start().starts_with('=')))?;
    let value = tag.get(at..)?.trim_start().strip_prefix('=')?.trim_start();
    let quoted = value.chars().next().filter(|c| matches!(c, '"' | '\''));
    Some(match quoted {
        Some(quote) => value.get(1..)?.split(quote).next()?.to_owned(),
        None => value.split(|c: char| c.is_whitespace() || c == '/').next()?.to_owned(),
    })
}

/// Entities as characters; line breaks of the source are spaces.
fn unescape(text: &str) -> String {
    let text = text.replace(['\r', '\n'], " ");
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(ENTITY).position(|byte| byte == b';');
        let known = end.and_then(|end| Some((entity(after.get(..end)?)?, after.get(end + 1..)?)));
        let (c, tail) = known.unwrap_or(('&', after));
        out.push(c);
        rest = tail;
    }
    out.push_str(rest);
    out
}

fn entity(name: &str) -> Option<char> {
    let number = name.strip_prefix('#').and_then(|n| match n.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => n.parse().ok(),
    });
    if let Some(number) = number {
        return char::from_u32(number);
    }
    Some(match name {
        "nbsp" => '\u{a0}',
        "middot" => '\u{b7}',
        "bull" => '•',
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "ensp" | "emsp" | "thinsp" => ' ',
        "ldquo" => '“',
        "rdquo" => '”',
        "mdash" => '—',
        "ndash" => '–',
        "hellip" => '…',
        _ => return None,
    })
}
