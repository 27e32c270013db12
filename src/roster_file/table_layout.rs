//! Where the table stands in a sheet and what its columns mean.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::cell::Cell;
use super::column_titles::{ColumnTitles, plain};
use super::field::Field;
use super::grid::{Grid, GridRow};
use super::number_columns;
use super::table_choice::KnownColumns;

/// How far down a header is looked for.
const HEADER_WITHIN_ROWS: usize = 60;
/// Columns that a saved copy of rows has behind those of the file: class and remarks.
const ADDED: usize = 2;
/// Words above a title that make it another person's.
const OTHER_PERSONS: [&str; 7] = ["父", "母", "监护", "家长", "成员", "联系人", "班主任"];

/// Words behind the title of a group of columns.
const GROUP_WORDS: [&str; 4] = ["信息", "情况", "资料", "基本"];

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableColumn {
    /// Place in the sheet, from 0.
    pub index: usize,
    /// Title as written.
    pub title: String,
    /// What it means; `None` where it is not used.
    pub field: Option<Field>,
}

/// Header and columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TableLayout {
    /// First row of the header, from 1.
    pub header_row: u32,
    /// Rows of the header: 1 or 2.
    pub header_rows: u32,
    /// Columns that have a title.
    pub columns: Vec<TableColumn>,
}

impl TableLayout {
    /// The column of a field.
    pub fn column(&self, field: Field) -> Option<usize> {
        self.columns.iter().find(|c| c.field == Some(field)).map(|c| c.index)
    }

    /// Fields that have a column.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.columns.iter().filter_map(|c| c.field).filter(|f| *f != Field::Ignored)
    }

    /// The same table with columns that mean this; the others are not used.
    pub fn with(mut self, fields: &[(usize, Field)]) -> Self {
        for column in &mut self.columns {
            column.field = fields.iter().find(|(index, _)| *index == column.index).map(|(_, field)| *field);
        }
        self
    }

    /// The columns that are used: place in the sheet and meaning.
    pub fn used(&self) -> Vec<(usize, Field)> {
        self.columns
            .iter()
            .filter_map(|c| Some((c.index, c.field.filter(|f| *f != Field::Ignored)?)))
            .collect()
    }

    /// Whether names are told, in one column or two.
    pub fn tells_names(&self) -> bool {
        let has = |field| self.column(field).is_some();
        has(Field::Name) || has(Field::FamilyName) && has(Field::GivenName)
    }

    /// Tells one header from every other: places and titles, whatever spaces and signs they are written with.
    pub fn digest(&self) -> String {
        digest_of(&self.columns)
    }

    /// The same table with what its columns meant before. Columns added behind them, such as the remarks of an
    /// import, keep the meaning of their titles.
    fn meant_before(mut self, known: &[KnownColumns]) -> Option<Self> {
        let (count, fields) = (0..=ADDED).find_map(|added| {
            let count = self.columns.len().checked_sub(added).filter(|count| *count > 0)?;
            let digest = digest_of(self.columns.get(..count)?);
            known.iter().find(|known| known.digest == digest).map(|known| (count, &known.fields))
        })?;
        for (at, column) in self.columns.iter_mut().enumerate() {
            let set = fields.iter().find(|(index, _)| *index == column.index).map(|(_, field)| *field);
            let used = column.field.is_some_and(|own| fields.iter().any(|(_, field)| *field == own));
            if at < count || used {
                column.field = set;
            }
        }
        Some(self)
    }

    /// The titles as they are compared, by the places of their columns.
    pub fn plain_titles(&self) -> Vec<(usize, String)> {
        self.columns.iter().map(|column| (column.index, plain(&column.title))).collect()
    }
}

/// Whether a row repeats the header: more than half of what is written in it, and two cells at least.
pub fn repeats(titles: &[(usize, String)], row: &GridRow) -> bool {
    let filled = row.filled().count();
    let (mut same, mut other) = (0, 0);
    for (column, cell) in row.filled() {
        let title = titles.iter().find(|(index, _)| *index == column);
        let text = title.map(|_| plain(&cell.text())).filter(|text| !text.is_empty());
        if title.zip(text).is_some_and(|((_, title), text)| title.ends_with(&text)) {
            same += 1;
        } else {
            other += 1;
        }
        // Rows of people are told by their first cells.
        if other * 2 >= filled {
            return false;
        }
    }
    same >= 2
}

/// Looks for the header. `chosen` are titles whose meaning the user has set.
pub fn find(grid: &Grid, titles: &ColumnTitles, chosen: &[(String, Field)]) -> Option<TableLayout> {
    let rows = 0..grid.rows.len().min(HEADER_WITHIN_ROWS);
    rows.filter_map(|at| at_row(grid, at, titles, chosen)).find(is_header)
}

/// The table whose header the user has set: `header_row` is its first row, from 1.
pub fn below(
    grid: &Grid,
    header_row: u32,
    titles: &ColumnTitles,
    chosen: &[(String, Field)],
) -> Option<TableLayout> {
    let at = grid.rows.binary_search_by_key(&header_row, |row| row.number).ok()?;
    at_row(grid, at, titles, chosen)
}

/// The table whose titles are known from an earlier file, with what its columns meant then.
pub fn recognise(grid: &Grid, titles: &ColumnTitles, known: &[KnownColumns]) -> Option<TableLayout> {
    let rows = 0..grid.rows.len().min(HEADER_WITHIN_ROWS);
    rows.filter_map(|at| at_row(grid, at, titles, &[])).find_map(|layout| layout.meant_before(known))
}

fn digest_of(columns: &[TableColumn]) -> String {
    use std::fmt::Write as _;
    let mut titles = String::new();
    for column in columns {
        let _ = writeln!(titles, "{} {}", column.index, plain(&column.title));
    }
    let digest = Sha256::digest(titles.as_bytes());
    digest.iter().take(16).fold(String::with_capacity(32), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// The layout with its header at a place among the rows: of two rows where the second one adds to the first.
fn at_row(grid: &Grid, at: usize, titles: &ColumnTitles, chosen: &[(String, Field)]) -> Option<TableLayout> {
    let row = grid.rows.get(at)?;
    let written = |column: usize| row.cell(column).text();
    let single = columns((0..row.cells.len()).map(|c| (c, written(c))), titles, chosen);
    let layout = |columns, header_rows| TableLayout { header_row: row.number, header_rows, columns };
    let single = layout(single, 1);
    if let Some(lower) = grid.rows.get(at + 1).filter(|lower| stands_below(grid, row, lower)) {
        let width = row.cells.len().max(lower.cells.len());
        let combined = (0..width).map(|c| (c, combined_title(grid, row, lower, c, titles)));
        let double = layout(columns(combined, titles, chosen), 2);
        // Without merged cells the upper row may be a line above the list: then it adds nothing to the lower one.
        let own = || columns((0..width).map(|c| (c, lower.cell(c).text())), titles, chosen);
        let merged = grid.merges.iter().any(|merge| merge.covers(row.number, merge.left));
        let least = if merged { 0 } else { layout(own(), 1).fields().count() };
        let told = double.fields().count();
        if told > single.fields().count().max(least) && is_header(&double) {
            return Some(by_content(double, grid, titles, chosen));
        }
    }
    Some(by_content(single, grid, titles, chosen))
}

fn by_content(
    mut layout: TableLayout,
    grid: &Grid,
    titles: &ColumnTitles,
    chosen: &[(String, Field)],
) -> TableLayout {
    let set = |title: &str| chosen.iter().any(|(chosen, _)| plain(chosen) == plain(title));
    number_columns::settle(&mut layout, grid, titles, set);
    layout
}

fn is_header(layout: &TableLayout) -> bool {
    layout.tells_names() && layout.fields().count() >= 2
}

/// Whether a row is the second row of a header: it writes only below titles that are empty or span several columns.
fn stands_below(grid: &Grid, upper: &GridRow, lower: &GridRow) -> bool {
    lower.number == upper.number + 1
        && upper.filled().count() >= 2
        && lower.filled().all(|(column, cell)| {
            let wide = grid.merges.iter().any(|m| m.covers(upper.number, column) && m.right > m.left);
            let digits = cell.text().chars().filter(char::is_ascii_digit).count();
            (wide || upper.cell(column).is_empty() || spans(upper, lower, column)) && digits < 4
        })
}

/// Whether a title that no merge widens stands over the columns right of it: they are empty beside it and written below.
fn spans(upper: &GridRow, lower: &GridRow, column: usize) -> bool {
    let below = |column: usize| !lower.cell(column).is_empty();
    below(column) && below(column + 1) && upper.cell(column + 1).is_empty()
}

/// The title above a column: its own, the one that a merge puts there, or one that spans it.
fn title_above(grid: &Grid, upper: &GridRow, lower: &GridRow, column: usize) -> String {
    // Its own text, if it has one.
    let merged = grid.merged_cell(upper.number, column);
    if !merged.is_empty() {
        return merged.text();
    }
    let written = |column: &usize| !lower.cell(*column).is_empty();
    let reach = (0..=column).rev().take_while(written);
    let above = reach.map(|column| upper.cell(column)).find(|cell| !cell.is_empty());
    above.map(Cell::text).unwrap_or_default()
}

fn combined_title(
    grid: &Grid,
    upper: &GridRow,
    lower: &GridRow,
    column: usize,
    titles: &ColumnTitles,
) -> String {
    let above = title_above(grid, upper, lower, column);
    let below = lower.cell(column).text();
    let both = format!("{above}{below}");
    // 家长信息 over 姓名 means what 家长姓名 does.
    let mut group = above.as_str();
    while let Some(shorter) = GROUP_WORDS.iter().find_map(|word| group.strip_suffix(word)) {
        group = shorter;
    }
    let short = format!("{group}{below}");
    let others = OTHER_PERSONS.iter().any(|word| above.contains(word));
    match () {
        () if below.is_empty() || above.is_empty() || titles.field(&both).is_some() => both,
        () if titles.field(&short).is_some() => short,
        () if others => both,
        () => below,
    }
}

fn columns(
    written: impl Iterator<Item = (usize, String)>,
    titles: &ColumnTitles,
    chosen: &[(String, Field)],
) -> Vec<TableColumn> {
    let mut ranks: Vec<(Field, usize, usize)> = Vec::new();
    let mut columns: Vec<TableColumn> = Vec::new();
    for (index, title) in written.filter(|(_, title)| !title.is_empty()) {
        let set = chosen.iter().find(|(t, _)| plain(t) == plain(&title)).map(|(_, field)| *field);
        if let Some((field, rank)) = set.map(|field| (field, 0)).or_else(|| titles.field(&title)) {
            // A choice of the user goes before every title of the data file.
            ranks.push((field, if set.is_some() { 0 } else { rank + 1 }, index));
        }
        columns.push(TableColumn { index, title, field: None });
    }
    ranks.sort_unstable();
    ranks.dedup_by_key(|(field, _, _)| *field);
    for (field, _, index) in ranks {
        if let Some(column) = columns.iter_mut().find(|c| c.index == index) {
            column.field = Some(field);
        }
    }
    columns
}
