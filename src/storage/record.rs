//! Records: a serde struct per table, read and written by column name.

use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::StorageError;

/// A row as column → value; what the journal keeps.
pub type Row = Map<String, Value>;

/// A struct whose fields are the columns of a table.
pub trait Record: Serialize + DeserializeOwned {
    /// The table.
    const TABLE: &'static str;
}

/// What a table's rows are found by and which of its columns hold JSON.
#[derive(Debug)]
pub(super) struct Shape {
    pub table: &'static str,
    pub keys: &'static [&'static str],
    pub json: &'static [&'static str],
}

/// Every journalled table. Undo touches no other.
pub(super) const SHAPES: &[Shape] = &[
    Shape { table: "setting", keys: &["key"], json: &["value"] },
    Shape { table: "person", keys: &["id"], json: &[] },
    Shape { table: "imported_value", keys: &["person"], json: &["fields"] },
    Shape { table: "school_class", keys: &["id"], json: &[] },
    Shape { table: "enrolment", keys: &["person", "class", "from_day"], json: &[] },
    Shape { table: "employment", keys: &["person", "from_day"], json: &[] },
    Shape { table: "dormitory", keys: &["id"], json: &[] },
    Shape { table: "dormitory_stay", keys: &["person", "dormitory", "from_day"], json: &[] },
    Shape { table: "health_note", keys: &["person", "kind", "day"], json: &[] },
    Shape { table: "vaccination_check", keys: &["person", "day"], json: &["body"] },
    Shape { table: "boarding", keys: &["person", "from_day"], json: &[] },
    Shape { table: "free_group", keys: &["id"], json: &[] },
    Shape { table: "free_group_member", keys: &["person", "free_group", "from_day"], json: &[] },
    Shape { table: "term", keys: &["first"], json: &[] },
    Shape { table: "day_exception", keys: &["date"], json: &[] },
    Shape { table: "sheet", keys: &["grp", "date", "session"], json: &["declined"] },
    Shape { table: "finding", keys: &["grp", "date", "session", "person"], json: &["body"] },
    Shape { table: "correction", keys: &["date", "number"], json: &["body"] },
    Shape { table: "trace", keys: &["person", "id"], json: &["body"] },
    Shape { table: "illness_case", keys: &["person", "id"], json: &["body"] },
    Shape { table: "event", keys: &["id"], json: &["body"] },
    Shape { table: "report_entry", keys: &["id"], json: &["body"] },
    Shape { table: "alert_answer", keys: &["key"], json: &["body"] },
    Shape { table: "isolation", keys: &["person", "id"], json: &["body"] },
    Shape { table: "case_contact", keys: &["person", "of"], json: &["body"] },
    Shape { table: "return_clearance", keys: &["person", "day"], json: &["body"] },
    Shape { table: "home_day", keys: &["person", "day"], json: &["body"] },
    Shape { table: "return_review", keys: &["person", "batch"], json: &["body"] },
    Shape { table: "return_batch", keys: &["id"], json: &["body"] },
    Shape { table: "screening", keys: &["person", "id"], json: &["body"] },
    Shape { table: "slip_run", keys: &["id"], json: &["body"] },
    Shape { table: "slip", keys: &["person", "run"], json: &["body"] },
    Shape { table: "own_rule", keys: &["path", "valid_from"], json: &["body"] },
    Shape { table: "plan_task", keys: &["id"], json: &["body"] },
    Shape { table: "issued", keys: &["id"], json: &["body"] },
];

/// The shape of a journalled table.
pub(super) fn shape_of(table: &str) -> Option<&'static Shape> {
    SHAPES.iter().find(|shape| shape.table == table)
}

/// The row of a record.
pub(super) fn to_row<R: Record>(record: &R) -> Result<Row, StorageError> {
    let wrong = |source| StorageError::Record { table: R::TABLE, source };
    match serde_json::to_value(record).map_err(wrong)? {
        Value::Object(row) => Ok(row),
        _ => Err(wrong(serde::de::Error::custom("not a struct"))),
    }
}

/// A JSON value as the database stores it; columns with JSON become text.
pub(super) fn to_sql<'v>(shape: &Shape, column: &str, value: &'v Value) -> ToSqlOutput<'v> {
    let owned = |text: String| ToSqlOutput::Owned(SqlValue::Text(text));
    if shape.json.contains(&column) {
        return owned(value.to_string());
    }
    match value {
        Value::Null => ToSqlOutput::Owned(SqlValue::Null),
        Value::Bool(yes) => ToSqlOutput::Owned(SqlValue::Integer(i64::from(*yes))),
        Value::Number(number) => ToSqlOutput::Owned(
            number
                .as_i64()
                .map_or_else(|| SqlValue::Real(number.as_f64().unwrap_or_default()), SqlValue::Integer),
        ),
        Value::String(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        Value::Array(_) | Value::Object(_) => owned(value.to_string()),
    }
}

/// Reads the current row of a query by its column names.
pub(super) fn read_row(shape: &Shape, row: &rusqlite::Row<'_>) -> rusqlite::Result<Row> {
    let statement: &rusqlite::Statement<'_> = row.as_ref();
    let mut map = Row::new();
    for (index, name) in statement.column_names().enumerate() {
        let value = match row.get_ref(index)? {
            ValueRef::Integer(number) => Value::from(number),
            ValueRef::Real(number) => Value::from(number),
            ValueRef::Text(text) => {
                let text = String::from_utf8_lossy(text);
                if shape.json.contains(&name) {
                    serde_json::from_str(&text).unwrap_or(Value::Null)
                } else {
                    Value::String(text.into_owned())
                }
            }
            ValueRef::Null | ValueRef::Blob(_) => Value::Null,
        };
        let _ = map.insert(name.to_owned(), value);
    }
    Ok(map)
}
