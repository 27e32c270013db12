//! Lists as workbooks and text tables.

use chrono::{Datelike, NaiveDate, Timelike};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

use super::cell::EXACT_BELOW;
pub use super::list_table::{ListCell, ListTable};
pub use super::write_error::WriteError;
use crate::domain::person_name::FORMULA_SIGNS;

/// What Excel allows in a cell.
const CELL_CHARACTERS: usize = 32_767;
const SHEET_NAME_CHARACTERS: usize = 31;
/// Height of a line of text in points, and the most lines for which a row is made higher.
const LINE: f64 = 15.0;
const MOST_LINES: u32 = 20;
/// A spreadsheet that opens a text table makes numbers of longer runs of digits and loses the last ones.
const DIGITS_KEPT: usize = 11;

/// Writes a workbook with one sheet: title, header (repeated on each printed page), rows. Equal lists give
/// equal bytes.
pub fn write_xlsx(table: &ListTable) -> Result<Vec<u8>, WriteError> {
    write_sheets(&[(table.title.clone(), table.clone())])
}

/// Writes a workbook with a sheet for each list, under these names. Equal lists give equal bytes.
pub fn write_sheets(sheets: &[(String, ListTable)]) -> Result<Vec<u8>, WriteError> {
    let mut book = Workbook::new();
    let first = sheets.first().map(|(_, table)| table);
    let at = first.map(|table| table.made_at).unwrap_or_default();
    let made =
        ExcelDateTime::from_ymd(u16::try_from(at.year()).unwrap_or(1900), at.month() as u8, at.day() as u8)?
            .and_hms(at.hour() as u16, at.minute() as u8, at.second() as u8)?;
    let title = first.map_or("", |table| table.title.as_str());
    book.set_properties(&DocProperties::new().set_title(title).set_creation_datetime(&made));
    for (name, table) in sheets {
        fill(book.add_worksheet().set_name(sheet_name(name))?, table)?;
    }
    Ok(book.save_to_buffer()?)
}

fn fill(sheet: &mut Worksheet, table: &ListTable) -> Result<(), XlsxError> {
    let line =
        Format::new().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter).set_text_wrap();
    let head = line.clone().set_bold().set_align(FormatAlign::Center);
    let text = line.clone().set_num_format("@");
    let date = line.clone().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Center);
    let last_column = u16::try_from(table.columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
    let mut row = 0;
    if !table.title.is_empty() {
        let title = Format::new().set_bold().set_font_size(14).set_align(FormatAlign::Center);
        if last_column > 0 {
            sheet.merge_range(0, 0, 0, last_column, &table.title, &title)?;
        } else {
            sheet.write_string_with_format(0, 0, &table.title, &title)?;
        }
        row = 1;
    }
    for ((name, width), column) in table.columns.iter().zip(0_u16..) {
        sheet.set_column_width(column, *width)?;
        // What is typed into such a column later stays as typed, too.
        if is_text(table, usize::from(column)) {
            sheet.set_column_format(column, &text)?;
        }
        sheet.write_string_with_format(row, column, name, &head)?;
    }
    sheet.set_freeze_panes(row + 1, 0)?;
    sheet.set_repeat_rows(row, row)?;
    for cells in &table.rows {
        row += 1;
        let lines = cells.iter().zip(&table.columns).map(|(cell, (_, width))| lines_of(cell, *width)).max();
        if let Some(lines) = lines.filter(|lines| *lines > 1) {
            // Not every program finds the height of wrapped text itself.
            sheet.set_row_height(row, LINE * f64::from(lines.min(MOST_LINES)))?;
        }
        for (cell, column) in cells.iter().zip(0_u16..) {
            match cell {
                ListCell::Text(written) => {
                    let written: String = written.chars().take(CELL_CHARACTERS).collect();
                    sheet.write_string_with_format(row, column, written, &text)?
                }
                // A long number is rounded already: it stays one, but the right one is typed over it as text.
                ListCell::Number(number) if number.abs() >= EXACT_BELOW => {
                    sheet.write_number_with_format(row, column, *number, &text)?
                }
                ListCell::Number(number) => sheet.write_number_with_format(row, column, *number, &line)?,
                ListCell::Date(day) => match excel_day(*day) {
                    Ok(day) => sheet.write_datetime_with_format(row, column, &day, &date)?,
                    Err(_) => sheet.write_string_with_format(row, column, day.to_string(), &text)?,
                },
                ListCell::Empty if is_text(table, usize::from(column)) => {
                    sheet.write_blank(row, column, &text)?
                }
                ListCell::Empty => sheet.write_blank(row, column, &line)?,
            };
        }
    }
    // A4; wide lists lie on their side and are made to fit the width.
    sheet.set_paper_size(9).set_print_fit_to_pages(1, 0);
    if table.columns.iter().map(|(_, width)| width).sum::<f64>() > 90.0 {
        sheet.set_landscape();
    }
    Ok(())
}

/// Whether a column holds text: no day and no number that counts something.
fn is_text(table: &ListTable, column: usize) -> bool {
    let counts = |cell: &ListCell| match cell {
        ListCell::Number(number) => number.abs() < EXACT_BELOW,
        ListCell::Date(_) => true,
        ListCell::Text(_) | ListCell::Empty => false,
    };
    !table.rows.iter().filter_map(|row| row.get(column)).any(counts)
}

/// Lines that a cell takes in a column of a width in half-width characters.
fn lines_of(cell: &ListCell, width: f64) -> u32 {
    let ListCell::Text(text) = cell else { return 1 };
    let wide = |c: char| if c > '\u{2e7f}' { 2.0 } else { 1.0 };
    let lines = text.lines().map(|line| (line.chars().map(wide).sum::<f64>() / width.max(1.0)).ceil());
    lines.map(|lines| lines.max(1.0) as u32).sum::<u32>().max(1)
}

fn excel_day(day: NaiveDate) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or_default(), day.month() as u8, day.day() as u8)
}

/// A sheet's name may not hold some signs nor be long.
fn sheet_name(title: &str) -> String {
    let name: String = title
        .chars()
        .filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') && !c.is_control())
        .take(SHEET_NAME_CHARACTERS)
        .collect();
    if name.trim().is_empty() { "Sheet1".to_owned() } else { name }
}

/// Writes a text table as Chinese Excel and WPS open it without a question: UTF-8 with a mark, CRLF. Long
/// numbers get a tab in front, which keeps them text; what would run as a formula gets an apostrophe.
pub fn write_csv(table: &ListTable) -> Result<Vec<u8>, WriteError> {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(vec![0xef, 0xbb, 0xbf]);
    if !table.title.is_empty() {
        writer.write_record([safe(&table.title)])?;
    }
    writer.write_record(table.columns.iter().map(|(name, _)| safe(name)))?;
    for cells in &table.rows {
        writer.write_record(cells.iter().map(|cell| match cell {
            ListCell::Text(written) => safe(written),
            ListCell::Number(number) => number.to_string(),
            ListCell::Date(day) => day.to_string(),
            ListCell::Empty => String::new(),
        }))?;
    }
    writer
        .into_inner()
        .map_err(|error| WriteError::Text(csv::Error::from(std::io::Error::from(error.error().kind()))))
}

fn safe(text: &str) -> String {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let inner = text.trim_start_matches('\'').trim_start();
    let formula = match inner.chars().next() {
        // What looks guarded already would lose its own apostrophe when it is read; a number stays one.
        Some('+' | '-') if inner == text => !is_number(text.get(1..).unwrap_or_default()),
        Some(sign) => FORMULA_SIGNS.contains(&sign),
        None => false,
    };
    if formula {
        format!("'{text}")
    } else if digits > DIGITS_KEPT && digits + 1 >= text.chars().count() {
        format!("\t{text}")
    } else {
        text.to_owned()
    }
}

/// Digits with at most one point, or nothing.
fn is_number(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit() || c == '.') && text.matches('.').count() < 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::progress::Silent;
    use crate::roster_file::{ReadOptions, read};

    fn table() -> ListTable {
        let day = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        let columns = ["姓名", "身份证号", "出生日期", "班级", "备注"];
        ListTable {
            title: "青石坪小学2026-2027学年学生名册".to_owned(),
            columns: columns.map(|c| (c.to_owned(), 20.0)).to_vec(),
            rows: vec![
                vec![
                    "阿依·古丽".into(),
                    "430525201811078166".into(),
                    NaiveDate::from_ymd_opt(2018, 11, 7).into(),
                    "三年级(1)班".into(),
                    "=1+1, \"x\"\n换行".into(),
                ],
                vec![
                    "𠮷田".into(),
                    ListCell::Empty,
                    ListCell::Empty,
                    "三年级(1)班".into(),
                    ListCell::Number(3.0),
                ],
            ],
            made_at: day.and_hms_opt(8, 5, 0).unwrap(),
        }
    }

    #[test]
    fn no_cell_of_a_text_table_is_run_as_a_formula() {
        for (text, written) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0"),
            ("+1-2", "'+1-2"),
            (" =1", "' =1"),
            ("\t@x", "'\t@x"),
            ("＝1", "'＝1"),
            ("-3.5", "-3.5"),
            ("+8", "+8"),
            ("-", "-"),
            ("三年级(1)班", "三年级(1)班"),
        ] {
            assert_eq!(safe(text), written);
        }
    }

    #[test]
    fn what_is_written_reads_back() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        for bytes in [write_xlsx(&table()).unwrap(), write_csv(&table()).unwrap()] {
            let document = read(&bytes, None, &ReadOptions::on(today), &mut Silent).unwrap();
            assert_eq!(document.school_year.as_deref(), Some("2026-2027"));
            let [first, second] = document.pupils.as_slice() else { panic!() };
            assert_eq!(first.name, "阿依·古丽");
            assert_eq!(first.id_number.as_deref(), Some("430525201811078166"));
            assert_eq!(first.birth, NaiveDate::from_ymd_opt(2018, 11, 7));
            assert!(first.remark.as_deref().unwrap().ends_with("\"x\"\n换行"));
            assert_eq!(second.name, "𠮷田");
        }
    }

    #[test]
    fn equal_lists_give_equal_files() {
        assert_eq!(write_xlsx(&table()).unwrap(), write_xlsx(&table()).unwrap());
        let empty = ListTable { title: String::new(), rows: Vec::new(), ..table() };
        assert!(write_xlsx(&empty).is_ok());
        assert!(write_csv(&table()).unwrap().starts_with("\u{feff}青石坪".as_bytes()));
        assert!(String::from_utf8(write_csv(&table()).unwrap()).unwrap().contains("\"'=1+1"));
    }
}
