//! A filled form as a list for a spreadsheet: the same columns, rows, totals and remarks.

use std::collections::BTreeMap;

use crate::domain::group::GroupKind;
use crate::i18n::Language;
use crate::paper::form::{Column, FormContent, FormRow, FormTemplate};
use crate::roster_file::write::{ListCell, ListTable};

/// Width of a column, in half-width characters, for each millimetre on paper.
const CHARACTERS_PER_MM: f64 = 0.55;
/// Narrowest column.
const NARROWEST: f64 = 6.0;

/// The list of a form; several parts stand one below the other, each under its name.
pub(in crate::ops) fn of(
    form: &FormTemplate,
    parts: &[(String, FormContent)],
    language: Language,
) -> ListTable {
    let hidden = |column: &&Column| parts.iter().all(|(_, content)| content.hidden.contains(&column.key));
    let columns: Vec<&Column> = form.shown().filter(|column| !hidden(column)).collect();
    let first = parts.first().map(|(_, content)| content);
    let worded = form.worded_for(first.map_or(GroupKind::Class, |content| content.group));
    let mut rows = Vec::new();
    for (name, content) in parts {
        if parts.len() > 1 {
            rows.push(vec![ListCell::from(name.as_str())]);
        }
        rows.extend(content.rows.iter().map(|row| cells_of(form, row, &columns)));
        for foot in &form.foot {
            let Some(cells) = content.foot.get(&foot.key) else { continue };
            let mut row = cells_in(cells, &columns, &form.rows.empty);
            let mut word = Some(foot.title.get(language));
            for (cell, _) in
                row.iter_mut().zip(&columns).filter(|(_, column)| form.stands_under_word(column, foot))
            {
                *cell = word.take().map_or(ListCell::Empty, ListCell::from);
            }
            rows.push(row);
        }
        let form = form.worded_for(content.group);
        let labels = form.header.iter().map(|field| (&field.key, field.label.get(language)));
        let labels =
            labels.chain(form.signatures.iter().map(|place| (&place.key, place.label.get(language))));
        let lines = labels.filter_map(|(key, label)| {
            content.header.get(key).filter(|text| !text.is_empty()).map(|text| format!("{label}{text}"))
        });
        rows.extend(lines.chain(content.notes.iter().cloned()).map(|line| vec![ListCell::Text(line)]));
    }
    ListTable {
        title: title(&worded, first, language),
        columns: worded
            .shown()
            .filter(|column| !hidden(column))
            .map(|column| head(&worded, column, first, language))
            .collect(),
        rows,
        made_at: first.map(|content| content.made_at).unwrap_or_default(),
    }
}

fn title(form: &FormTemplate, content: Option<&FormContent>, language: Language) -> String {
    replace(form.title.get(language), content)
}

fn replace(text: &str, content: Option<&FormContent>) -> String {
    let header = content.map(|content| &content.header);
    let mut text = text.to_owned();
    for (key, value) in header.into_iter().flatten() {
        text = text.replace(&format!("{{{key}}}"), value);
    }
    text
}

/// Title with that of the group before it, and width.
fn head(
    form: &FormTemplate,
    column: &Column,
    content: Option<&FormContent>,
    language: Language,
) -> (String, f64) {
    let title = column.title.get(language).replace('\n', "");
    let group = form.groups.iter().find(|group| group.key == column.group);
    let title = match group {
        Some(group) => format!("{} {title}", replace(group.title.get(language), content)),
        None => title,
    };
    (title, (f64::from(column.width) * CHARACTERS_PER_MM).max(NARROWEST))
}

fn cells_of(form: &FormTemplate, row: &FormRow, columns: &[&Column]) -> Vec<ListCell> {
    match row {
        FormRow::Filled(cells) => cells_in(cells, columns, &form.rows.empty),
        FormRow::Open(cells) => cells_in(cells, columns, ""),
        FormRow::Section(title) => vec![ListCell::from(title.as_str())],
        FormRow::Span { cells, from, strong, text } => {
            let mut row = cells_in(cells, columns, "");
            let at = columns.iter().position(|column| form.stands_from(column, from)).unwrap_or_default();
            if let Some(cell) = row.get_mut(at) {
                *cell = ListCell::Text(format!("{strong}{text}"));
            }
            row
        }
    }
}

fn cells_in(cells: &BTreeMap<String, String>, columns: &[&Column], empty: &str) -> Vec<ListCell> {
    let cell = |column: &&Column| {
        let text = cells.get(&column.key).map_or(empty, String::as_str);
        text.parse::<u32>().map_or_else(|_| ListCell::from(text), ListCell::from)
    };
    columns.iter().map(cell).collect()
}
