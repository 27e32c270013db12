//! Which rows below the header hold people.

use super::field::Field;
use super::grid::GridRow;
use super::row_note::Skip;
use super::table_layout::{self, TableLayout};

const SUBTOTALS: [&str; 6] = ["小计", "本班共", "本页", "班计", "本班合计", "本班人数"];
const TOTALS: [&str; 7] = ["合计", "总计", "共计", "总人数", "全校共", "总共", "全校合计"];
const NOTES: [&str; 12] =
    ["注", "备注", "说明", "填表", "制表", "审核", "填报", "班主任", "校长", "负责人", "学校盖章", "以上"];
/// Fields of which one suffices to make a row a person's.
const PERSONAL: [Field; 4] = [Field::IdNumber, Field::Birth, Field::StudentNo, Field::Sex];
/// Fields that stand there before anyone is entered.
const PREPARED: [Field; 4] = [Field::Serial, Field::SeatNo, Field::Class, Field::Grade];

/// Why the row holds nobody; `None` if it holds a person. `titles` are the layout's, as they are compared.
pub fn skip(row: &GridRow, layout: &TableLayout, titles: &[(usize, String)]) -> Option<Skip> {
    if table_layout::repeats(titles, row) {
        return Some(Skip::RepeatedHeader);
    }
    let written = |field| layout.column(field).is_some_and(|column| !row.cell(column).is_empty());
    if PERSONAL.into_iter().any(written) {
        return None;
    }
    let texts: Vec<String> =
        row.filled().map(|(_, cell)| cell.text().chars().filter(|c| !c.is_whitespace()).collect()).collect();
    let begins = |words: &[&str]| texts.iter().take(3).any(|t| words.iter().any(|word| t.starts_with(word)));
    if begins(&SUBTOTALS) {
        return Some(Skip::Subtotal);
    }
    if begins(&TOTALS) {
        return Some(Skip::Total);
    }
    let first_is_note = texts.first().is_some_and(|t| NOTES.iter().any(|word| t.starts_with(word)));
    let signed = texts.iter().all(|t| t.contains(['：', ':']) || t.chars().count() > 25);
    if signed || first_is_note && texts.len() == 1 {
        return Some(Skip::Note);
    }
    if written(Field::Name) || written(Field::FamilyName) || written(Field::GivenName) {
        return None;
    }
    let of_person = |column: usize| {
        let field = layout.columns.iter().find(|c| c.index == column).and_then(|c| c.field);
        field.is_some_and(|f| !PREPARED.contains(&f) && f != Field::Remark)
    };
    if row.filled().any(|(column, _)| of_person(column)) && texts.len() > 1 {
        return None;
    }
    let prepared = row.filled().all(|(column, _)| {
        layout.columns.iter().any(|c| c.index == column && c.field.is_some_and(|f| PREPARED.contains(&f)))
    });
    Some(if prepared { Skip::Blank } else { Skip::Note })
}
