//! Which rows below the header hold people.

use super::cell::Cell;
use super::field::Field;
use super::grid::{Grid, GridRow};
use super::row_note::Skip;
use super::table_layout::{self, TableLayout};
use super::{written_choice, written_date};

const SUBTOTALS: [&str; 6] = ["小计", "本班共", "本页", "班计", "本班合计", "本班人数"];
/// What stands for a name in the lines of a total.
const COUNTED: [&str; 7] = ["男", "女", "男生", "女生", "人数", "其中", "共"];
const TOTALS: [&str; 7] = ["合计", "总计", "共计", "总人数", "全校共", "总共", "全校合计"];
const NOTES: [&str; 12] =
    ["注", "备注", "说明", "填表", "制表", "审核", "填报", "班主任", "校长", "负责人", "学校盖章", "以上"];
/// Of them those that begin a line of signatures, wherever the names stand behind them.
const SIGNERS: [&str; 6] = ["填表", "制表", "审核", "填报", "负责人", "学校盖章"];
/// Numbers of a person.
pub(super) const NUMBERS: [Field; 2] = [Field::IdNumber, Field::StudentNo];
/// The fewest digits of one: a count has less.
const NUMBER_DIGITS: usize = 5;
/// Fields of which one suffices to make a row a person's, where no word of a total or note stands in it.
const PERSONAL: [Field; 4] = [Field::IdNumber, Field::Birth, Field::StudentNo, Field::Sex];
/// Fields that stand there before anyone is entered.
const PREPARED: [Field; 4] = [Field::Serial, Field::SeatNo, Field::Class, Field::Grade];

/// Why the row holds nobody; `None` if it holds a person. `titles` are the layout's, as they are compared.
pub fn skip(row: &GridRow, grid: &Grid, layout: &TableLayout, titles: &[(usize, String)]) -> Option<Skip> {
    if table_layout::repeats(titles, row) {
        return Some(Skip::RepeatedHeader);
    }
    let reader = RowReader { row, layout, from_1904: grid.from_1904 };
    if let Some(skip) = reader.count_or_note() {
        return Some(skip);
    }
    let written = |field| layout.column(field).is_some_and(|column| !row.cell(column).is_empty());
    let names = [Field::Name, Field::FamilyName, Field::GivenName];
    if PERSONAL.into_iter().chain(names).any(written) {
        return None;
    }
    let of_person = |column: usize| {
        let field = layout.columns.iter().find(|c| c.index == column).and_then(|c| c.field);
        field.is_some_and(|f| !PREPARED.contains(&f) && f != Field::Remark)
    };
    if row.filled().any(|(column, _)| of_person(column)) && row.filled().count() > 1 {
        return None;
    }
    let prepared = row.filled().all(|(column, _)| {
        layout.columns.iter().any(|c| c.index == column && c.field.is_some_and(|f| PREPARED.contains(&f)))
    });
    Some(if prepared { Skip::Blank } else { Skip::Note })
}

struct RowReader<'a> {
    row: &'a GridRow,
    layout: &'a TableLayout,
    from_1904: bool,
}

impl RowReader<'_> {
    fn cell(&self, field: Field) -> &Cell {
        self.layout.column(field).map_or(&Cell::Empty, |column| self.row.cell(column))
    }

    /// A total or a note, by its words. A figure below 性别 or another title makes no person of it, the number of a
    /// person does.
    fn count_or_note(&self) -> Option<Skip> {
        let remark = self.layout.column(Field::Remark);
        let texts: Vec<String> = self.row.filled().map(|(_, cell)| solid(cell)).collect();
        let first = self.row.filled().filter(|(column, _)| Some(*column) != remark).take(3);
        let first: Vec<String> = first.map(|(_, cell)| solid(cell)).collect();
        let signed = texts.iter().all(|t| t.contains(['：', ':']) || t.chars().count() > 25);
        let alone = texts.len() == 1 && texts.first().is_some_and(|t| begins(t, &NOTES));
        let signers = first.first().is_some_and(|t| begins(t, &SIGNERS));
        let counts = |words: &[&str]| first.iter().any(|t| begins(t, words));
        let name = solid(self.cell(Field::Name));
        let word = name.split(['：', ':']).next().unwrap_or_default();
        let counted = COUNTED.contains(&word) && !self.tells_sex();
        let skip = match () {
            () if counts(&SUBTOTALS) => Skip::Subtotal,
            () if counts(&TOTALS) => Skip::Total,
            () if counted => Skip::Subtotal,
            () if signed || alone || signers => Skip::Note,
            () => return None,
        };
        let by_name = counted || [&SUBTOTALS[..], &TOTALS, &NOTES].iter().any(|words| begins(&name, words));
        (!self.is_person(by_name)).then_some(skip)
    }

    /// Whether the row tells of a person for certain. `by_name`: such a word stands where the name should.
    fn is_person(&self, by_name: bool) -> bool {
        let numbered = NUMBERS.into_iter().any(|field| {
            let text = solid(self.cell(field));
            let told = [&SUBTOTALS[..], &TOTALS, &NOTES].iter().any(|words| begins(&text, words));
            !told && text.chars().filter(char::is_ascii_digit).count() >= NUMBER_DIGITS
        });
        let born = || written_date::read(self.cell(Field::Birth), self.from_1904).is_some();
        numbered || !by_name && (born() || self.tells_sex())
    }

    /// Whether the sex is told in a word; a figure may be a count.
    fn tells_sex(&self) -> bool {
        let text = solid(self.cell(Field::Sex));
        !text.starts_with(|c: char| c.is_ascii_digit()) && written_choice::sex(&text).is_some()
    }
}

/// A cell without its spaces.
fn solid(cell: &Cell) -> String {
    cell.text().chars().filter(|c| !c.is_whitespace()).collect()
}

fn begins(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}
