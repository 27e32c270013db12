//! 居家记录: a row for each person, a column for each day, typed from left to right as it stands on the paper.

mod grid_key;
mod typing;
mod view;

use iced::keyboard::Key;

use self::grid_key::GridKey;
use super::frame::turned;
use crate::domain::group::Group;
use crate::domain::home::HomeSlot;
use crate::domain::id::BatchId;
use crate::domain::temperature::Site;
use crate::gui::context::Context;
use crate::gui::effect::Effect;
use crate::gui::screen::{KeyPress, Page, Screen};
use crate::gui::widget::Sight;
use crate::i18n::Explanation;
use crate::ops::home::{HomeAnswer, HomeGrid, HomeLine, HomeOp, HomeQuery};
use crate::ops::{Answer, Op, Query};

/// Name of the grid, one step of the Tab order.
const GRID: &str = "home-grid";

/// The part.
#[derive(Debug)]
pub struct DaysPart {
    data: Option<HomeGrid>,
    batch: Option<BatchId>,
    group: Option<Group>,
    /// Row and cell that are typed into; cells are counted through the days, morning and evening.
    row: usize,
    cell: usize,
    /// Digits of a temperature that is not whole yet; `+` before them: all three are typed.
    typed: String,
    /// Where temperatures are taken.
    site: Site,
    sight: Sight,
    /// Acts that are on their way to the disk.
    saving: usize,
}

impl Default for DaysPart {
    fn default() -> Self {
        Self {
            data: None,
            batch: None,
            group: None,
            row: 0,
            cell: 0,
            typed: String::new(),
            site: Site::Axillary,
            sight: Sight::default(),
            saving: 0,
        }
    }
}

/// What its parts say.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// A key of the grid.
    Key(GridKey),
    /// A click on a cell: row and cell.
    Cell(usize, usize),
    /// Another group.
    Group(Group),
    /// Another batch.
    Batch(BatchId),
    /// Where temperatures are taken.
    Site(Site),
    /// What is in sight.
    Seen(Sight),
}

impl DaysPart {
    fn line(&self) -> Option<&HomeLine> {
        self.data.as_ref()?.lines.get(self.row)
    }

    /// What is measured on a day.
    fn slots(&self) -> &[HomeSlot] {
        self.data.as_ref().map_or(&[], |data| data.terms.measured.as_slice())
    }

    /// Place of the day of the cell.
    fn day_at(&self) -> usize {
        self.cell / self.slots().len().max(1)
    }

    fn slot(&self) -> Option<HomeSlot> {
        let slots = self.slots();
        slots.get(self.cell % slots.len().max(1)).copied()
    }

    fn query(&self) -> Query {
        Query::Home(HomeQuery::Grid(self.batch, self.group))
    }

    fn ask_again(&mut self) -> Vec<Effect> {
        (self.row, self.cell) = (0, 0);
        self.typed.clear();
        self.data = None;
        vec![Effect::Load(self.query())]
    }
}

/// Name of a row, to bring it into sight.
fn row_id(row: usize) -> String {
    format!("home-row-{row}")
}

impl Screen for DaysPart {
    type Message = Message;

    fn queries(&self, _context: &Context) -> Vec<Query> {
        vec![self.query()]
    }

    fn answered(&mut self, answer: Answer, _context: &Context) -> Vec<Effect> {
        let Answer::Home(answer) = answer else { return Vec::new() };
        let HomeAnswer::Grid(mut grid) = *answer else { return Vec::new() };
        let first = self.data.is_none();
        if let Some(old) = self.data.take().filter(|old| self.saving > 0 && old.group == grid.group) {
            // What was typed since is newer than this answer.
            grid.lines = old.lines;
        }
        self.group = grid.group;
        self.row = self.row.min(grid.lines.len().saturating_sub(1));
        self.data = Some(grid);
        if first { vec![Effect::Focus(GRID.into())] } else { Vec::new() }
    }

    fn update(&mut self, message: Message, context: &Context) -> Vec<Effect> {
        match message {
            Message::Key(key) => self.key_typed(key, context),
            Message::Cell(row, cell) => {
                let effects = self.finish(context);
                (self.row, self.cell) = (row, cell);
                [effects, vec![Effect::Focus(GRID.into())]].concat()
            }
            Message::Group(group) => {
                let effects = self.finish(context);
                self.group = Some(group);
                [effects, self.ask_again()].concat()
            }
            Message::Batch(batch) => {
                let effects = self.finish(context);
                self.batch = Some(batch);
                [effects, self.ask_again()].concat()
            }
            Message::Site(site) => {
                self.site = site;
                vec![Effect::Focus(GRID.into())]
            }
            Message::Seen(sight) => {
                self.sight = sight;
                Vec::new()
            }
        }
    }

    fn key(&self, press: &KeyPress, context: &Context) -> Option<Message> {
        let data = self.data.as_ref()?;
        let step = match (&press.key, press.letter()) {
            (Key::Character(_), Some(',')) => -1,
            (Key::Character(_), Some('.')) => 1,
            _ if press.in_field => return None,
            _ => return GridKey::of(&press.key, press.modifiers, &context.rules).map(Message::Key),
        };
        turned(&data.groups, data.group, step).map(Message::Group)
    }

    fn done(&mut self, op: &Op, _answer: &Answer, _context: &Context) -> Vec<Effect> {
        if matches!(op, Op::Home(HomeOp::Record(..))) {
            self.saving = self.saving.saturating_sub(1);
        }
        Vec::new()
    }

    fn refused(&mut self, op: &Op, _why: &Explanation, _context: &Context) -> Option<Vec<Effect>> {
        if matches!(op, Op::Home(HomeOp::Record(..))) {
            self.saving = self.saving.saturating_sub(1);
        }
        None
    }

    fn view<'a>(&'a self, context: &'a Context) -> Page<'a, Message> {
        view::page(self, context)
    }
}
