//! The step before the comparison: which sheets are read, where the header stands, what the columns mean.

use crate::gui::effect::Effect;
use crate::ops::roster::import::{
    Field, TableChoice, TableColumn, TableLayout, TableView, import_words::COLUMN_FIELDS,
};

/// The sheets of a file with what was set so far.
#[derive(Debug)]
pub struct Layout {
    pub(super) tables: Vec<TableView>,
    /// The sheet that is shown.
    pub(super) table: usize,
    /// The chosen column of that sheet.
    pub(super) column: usize,
    /// The chosen place in the list of meanings, while it is open.
    pub(super) choice: Option<usize>,
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// Show a sheet.
    Table(usize),
    /// Show the sheet before or after.
    Neighbour(i32),
    /// Read the sheet that is shown, or leave it out.
    Take,
    /// Up or down among the columns or the meanings.
    Move(i32),
    /// What Enter means: offer the meanings of the chosen column, or take the chosen meaning.
    Enter,
    /// Offer the meanings of a column.
    Open(usize),
    /// The column means this.
    Set(Option<Field>),
    /// The chosen column is not used.
    Unused,
    /// Close the list of meanings.
    Close,
    /// The header stands in this row.
    Header(u32),
    /// The header stands a row further up or down.
    HeaderStep(i32),
    /// On to the comparison.
    Next,
}

/// What keeps the file from being compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// No sheet is read.
    Tables,
    /// The only sheet has no header.
    Header,
    /// A sheet that is read has no column with names; its place.
    Names(usize),
}

impl Layout {
    /// The sheets of a file; the first that is read is shown.
    pub fn new(tables: Vec<TableView>) -> Self {
        let table = tables.iter().position(|table| table.taken).unwrap_or(0);
        Self { tables, table, column: 0, choice: None }
    }

    /// The same place in the sheets as they were read again.
    pub fn renewed(&self, tables: Vec<TableView>) -> Self {
        let table = self.table.min(tables.len().saturating_sub(1));
        Self { tables, table, column: 0, choice: None }
    }

    /// What a column can mean: nothing, or a field.
    pub fn meanings() -> impl Iterator<Item = Option<Field>> {
        std::iter::once(None).chain(COLUMN_FIELDS.into_iter().map(Some))
    }

    /// The sheet that is shown.
    pub fn current(&self) -> Option<&TableView> {
        self.tables.get(self.table)
    }

    /// The columns of the sheet that is shown.
    pub fn columns(&self) -> &[TableColumn] {
        let layout = self.current().and_then(|table| table.layout.as_ref());
        layout.map_or(&[], |layout| layout.columns.as_slice())
    }

    /// The column that means a field now.
    pub fn user_of(&self, field: Field) -> Option<&TableColumn> {
        self.columns().iter().find(|column| column.field == Some(field))
    }

    /// How the file is to be read.
    pub fn choices(&self) -> Vec<TableChoice> {
        self.tables.iter().map(TableView::choice).collect()
    }

    /// The same with the header of the sheet that is shown in another row; what its columns mean is found anew.
    pub fn with_header(&self, row: u32) -> Vec<TableChoice> {
        let mut choices = self.choices();
        if let Some(choice) = choices.get_mut(self.table) {
            *choice = TableChoice { left_out: false, header_row: Some(row), fields: None, ..choice.clone() };
        }
        choices
    }

    /// The row before or after the header, among those that are shown.
    pub fn row_beside_header(&self, step: i32) -> Option<u32> {
        let table = self.current()?;
        let at = |row: u32| table.top.iter().position(|(number, _)| *number == row);
        let next = match table.layout.as_ref().and_then(|layout| at(layout.header_row)) {
            Some(at) => at.checked_add_signed(step as isize)?,
            None => 0,
        };
        table.top.get(next).map(|(number, _)| *number)
    }

    /// What keeps the file from being compared; `None` where nothing does.
    pub fn hindrance(&self) -> Option<Hindrance> {
        if self.current().is_some_and(|table| table.layout.is_none()) && self.tables.len() == 1 {
            return Some(Hindrance::Header);
        }
        if self.tables.iter().all(|table| !table.taken) {
            return Some(Hindrance::Tables);
        }
        let nameless = |table: &TableView| {
            let layout = table.layout.as_ref().filter(|_| table.taken);
            layout.is_some_and(|layout| !layout.tells_names())
        };
        self.tables.iter().position(nameless).map(Hindrance::Names)
    }

    /// What Enter means here and now; the view may be of a moment ago.
    fn enter(&self) -> Message {
        let meaning = self.choice.and_then(|at| Self::meanings().nth(at));
        meaning.map_or(Message::Open(self.column), Message::Set)
    }

    /// Takes a message that needs no other reading of the file.
    pub fn update(&mut self, message: &Message) -> Vec<Effect> {
        match message {
            Message::Table(at) => self.show(*at),
            Message::Neighbour(step) => self.show(self.table.saturating_add_signed(*step as isize)),
            Message::Take => {
                if let Some(table) = self.tables.get_mut(self.table).filter(|table| table.layout.is_some()) {
                    table.taken = !table.taken;
                }
                Vec::new()
            }
            Message::Move(step) => self.step(*step),
            Message::Enter => {
                let message = self.enter();
                self.update(&message)
            }
            Message::Open(at) => {
                let field = self.columns().get(*at).map(|column| column.field);
                self.column = *at;
                self.choice = field.and_then(|field| Self::meanings().position(|meaning| meaning == field));
                self.focus()
            }
            Message::Set(field) => self.set(*field),
            Message::Unused => self.set(None),
            Message::Close => {
                self.choice = None;
                self.focus()
            }
            Message::Header(_) | Message::HeaderStep(_) | Message::Next => Vec::new(),
        }
    }

    fn show(&mut self, at: usize) -> Vec<Effect> {
        self.table = at.min(self.tables.len().saturating_sub(1));
        self.column = 0;
        self.choice = None;
        vec![Effect::Focus(table_id(self.table).into())]
    }

    fn step(&mut self, step: i32) -> Vec<Effect> {
        let further =
            |at: usize, count: usize| at.saturating_add_signed(step as isize).min(count.saturating_sub(1));
        match self.choice {
            Some(at) => self.choice = Some(further(at, Self::meanings().count())),
            None => self.column = further(self.column, self.columns().len()),
        }
        self.focus()
    }

    /// Sets what the chosen column means, on every sheet with the same header.
    fn set(&mut self, field: Option<Field>) -> Vec<Effect> {
        let digest = |table: &TableView| table.layout.as_ref().map(TableLayout::digest);
        let Some(here) = self.current().and_then(digest) else { return Vec::new() };
        for table in self.tables.iter_mut().filter(|table| digest(table).as_ref() == Some(&here)) {
            table.set(self.column, field);
        }
        self.choice = None;
        self.focus()
    }

    /// The focus to the meanings or the columns, with the chosen one in view.
    pub fn focus(&self) -> Vec<Effect> {
        let (list, row) = match self.choice {
            Some(at) => (MEANINGS, meaning_id(at)),
            None => (COLUMNS, column_id(self.column)),
        };
        vec![Effect::Focus(list.into()), Effect::Reveal(row.into())]
    }
}

/// Names of the two lists, for the focus: each is one step of the Tab order, so that keys typed faster than the
/// window is painted mean the chosen row and no other.
pub const COLUMNS: &str = "column-list";
pub const MEANINGS: &str = "meaning-list";

/// Name of a sheet's button, for the focus.
pub fn table_id(at: usize) -> String {
    format!("table-{at}")
}

/// Name of a column's row, to bring it into view.
pub fn column_id(at: usize) -> String {
    format!("column-{at}")
}

/// Name of a meaning's row, to bring it into view.
pub fn meaning_id(at: usize) -> String {
    format!("meaning-{at}")
}
