//! A table as CSV: UTF-8, comma, CRLF, a head of field names.

use super::data_package::Resource;
use super::{Cell, DataTable, ExchangeError};

/// The CSV bytes of a sound table.
pub(super) fn write(table: &DataTable) -> Result<Vec<u8>, ExchangeError> {
    let broken = |_error| ExchangeError::Content { part: table.name.clone() };
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(table.fields.iter().map(|field| &field.name)).map_err(broken)?;
    for row in &table.rows {
        writer.write_record(row.iter().map(Cell::text)).map_err(broken)?;
    }
    writer.into_inner().map_err(|_| ExchangeError::Content { part: table.name.clone() })
}

/// Counts the rows of CSV bytes from outside, each checked against the described columns.
pub(super) fn count_rows(resource: &Resource, bytes: &[u8]) -> Result<u64, ExchangeError> {
    let wrong = |line: u64| ExchangeError::BadRow { table: resource.name.clone(), line };
    let mut reader = csv::ReaderBuilder::new().from_reader(bytes);
    let fields = &resource.schema.fields;
    let head = reader.headers().map_err(|_| wrong(1))?;
    if !head.iter().eq(fields.iter().map(|field| field.name.as_str())) {
        return Err(wrong(1));
    }
    let mut rows = 0;
    for record in reader.records() {
        rows += 1;
        let record = record.map_err(|_| wrong(rows + 1))?;
        if !record.iter().zip(fields).all(|(text, field)| field.kind.accepts(text)) {
            return Err(wrong(rows + 1));
        }
    }
    Ok(rows)
}
