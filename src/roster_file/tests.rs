mod kinds;
mod odd_columns;
mod odd_rows;
mod stopping;

use chrono::NaiveDate;
use serde_json::Value;

use super::*;
use crate::domain::progress::Silent;

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(std::path::Path::new("tests/rosters").join(name)).unwrap()
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn read_fixture(name: &str) -> RosterDocument {
    let today = if name.starts_with("09") { day(2026, 10, 15) } else { day(2025, 10, 15) };
    read(&fixture(name), Some(name), &ReadOptions::on(today), &mut Silent).unwrap()
}

/// Every key that is expected, with the values of `either` allowed; what is beyond is listed too.
fn compare_record(expected: &Value, got: &Value, wrong: &mut Vec<String>) {
    let expected = expected.as_object().unwrap();
    let got = got.as_object().unwrap();
    let either = expected.get("either");
    for (key, value) in expected.iter().filter(|(key, _)| *key != "either") {
        let found = got.get(key);
        let allowed = either.and_then(|e| e.get(key)).and_then(Value::as_array);
        let fits = found == Some(value) || allowed.is_some_and(|a| found.is_some_and(|f| a.contains(f)));
        if !fits {
            wrong.push(format!("row {}: {key}: expected {value}, got {found:?}", expected["row"]));
        }
    }
    for key in got.keys().filter(|key| !expected.contains_key(*key)) {
        wrong.push(format!("row {}: {key} is not expected", expected["row"]));
    }
}

fn compare_file(name: &str) {
    let all: Value = serde_json::from_slice(&fixture("expected.json")).unwrap();
    let expected = &all["files"][name];
    let document = read_fixture(name);
    let got = serde_json::to_value(&document).unwrap();
    let mut wrong = Vec::new();
    let elsewhere =
        ["about", "samples", "all_pupils", "all_staff", "posts", "staff_of_class", "compared_with"];
    for (key, value) in expected.as_object().unwrap() {
        if !elsewhere.contains(&key.as_str()) && key != "same_person_rule" && got.get(key) != Some(value) {
            wrong.push(format!("{key}: expected {value}\n  got {}", got[key]));
        }
    }
    let pupils: Vec<Value> = document.pupils.iter().map(|p| serde_json::to_value(p).unwrap()).collect();
    let staff: Vec<Value> = document.staff.iter().map(|s| serde_json::to_value(s).unwrap()).collect();
    for (list, records) in [("samples", &pupils), ("all_pupils", &pupils), ("all_staff", &staff)] {
        let Some(wanted) = expected.get(list).and_then(Value::as_array) else { continue };
        if list != "samples" {
            assert_eq!(wanted.len(), records.len(), "{name}: {list}");
        }
        for record in wanted {
            match records.iter().find(|r| r["row"] == record["row"] && r["sheet"] == record["sheet"]) {
                Some(found) => compare_record(record, found, &mut wrong),
                None => wrong.push(format!("row {} is missing", record["row"])),
            }
        }
    }
    assert!(wrong.is_empty(), "{name}:\n{}", wrong.join("\n"));
}

#[test]
fn standard_xlsx() {
    compare_file("01-standard.xlsx");
}

#[test]
fn standard_gb18030_csv() {
    compare_file("02-standard-gb18030.csv");
    let without_place = |name| {
        let mut pupils = read_fixture(name).pupils;
        for pupil in &mut pupils {
            pupil.origin.sheet = None;
        }
        pupils
    };
    assert_eq!(without_place("01-standard.xlsx"), without_place("02-standard-gb18030.csv"));
}

#[test]
fn sheet_per_class_xls() {
    compare_file("03-sheet-per-class.xls");
}

#[test]
fn small_school_ods() {
    compare_file("04-small-school.ods");
}

#[test]
fn national_71_columns() {
    compare_file("05-national-71.xlsx");
}

#[test]
fn messy_xlsx() {
    compare_file("06-messy.xlsx");
}

#[test]
fn web_export() {
    compare_file("07-web-export.xls");
}

#[test]
fn staff_list() {
    compare_file("08-staff.xlsx");
}

#[test]
fn next_year() {
    compare_file("09-next-year.xlsx");
}

fn refusal(bytes: &[u8]) -> ReadError {
    read(bytes, None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent).unwrap_err()
}

#[test]
fn truncated_and_spoilt_files_are_refused_and_never_break_it() {
    for name in ["01-standard.xlsx", "03-sheet-per-class.xls", "04-small-school.ods", "07-web-export.xls"] {
        let whole = fixture(name);
        for part in 1..40 {
            let cut = &whole[..whole.len() * part / 40];
            let got = refusal(cut);
            assert_eq!(got, ReadError::Damaged, "{name} cut to {part}/40");
        }
    }
    for name in [
        "06-messy.xlsx",
        "03-sheet-per-class.xls",
        "04-small-school.ods",
        "07-web-export.xls",
        "02-standard-gb18030.csv",
    ] {
        let whole = fixture(name);
        let mut state = 7_u64;
        for _ in 0..150 {
            let mut spoilt = whole.clone();
            for _ in 0..6 {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                let at = (state >> 33) as usize % spoilt.len();
                spoilt[at] = (state >> 20) as u8;
            }
            let _ = read(&spoilt, None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent);
        }
    }
}

fn read_text(text: &str) -> RosterDocument {
    read(text.as_bytes(), None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent).unwrap()
}

/// `name warning` of each warned row.
fn warnings(document: &RosterDocument) -> Vec<String> {
    let word = |w: &WarnedRow| serde_json::to_value(w.reason).unwrap().as_str().unwrap().to_owned();
    document.rows_warned.iter().map(|w| format!("{} {}", w.name, word(w))).collect()
}

fn classes(document: &RosterDocument) -> Vec<(Option<u8>, Option<u16>, usize)> {
    document.classes.iter().map(|c| (c.grade, c.class_no, c.count)).collect()
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::Write;
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn workbook_of(sheet: &str) -> Vec<u8> {
    zipped(&[
        (
            "xl/workbook.xml",
            r#"<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#,
        ),
        (
            "xl/_rels/workbook.xml.rels",
            r#"<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>"#,
        ),
        ("xl/worksheets/s.xml", sheet),
    ])
}

/// A compound file with one empty stream.
fn compound_with(name: &str) -> Vec<u8> {
    let mut bytes = vec![0_u8; 1536];
    bytes[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    bytes[30] = 9;
    bytes[48..52].copy_from_slice(&1_u32.to_le_bytes());
    bytes[60..64].copy_from_slice(&u32::MAX.to_le_bytes());
    bytes[68..72].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    bytes[76..512].fill(0xff);
    bytes[76..80].copy_from_slice(&0_u32.to_le_bytes());
    bytes[512..1024].fill(0xff);
    bytes[512..520].copy_from_slice(&[0xfd, 0xff, 0xff, 0xff, 0xfe, 0xff, 0xff, 0xff]);
    for (at, name) in ["Root Entry", name].iter().enumerate() {
        let place = 1024 + at * 128;
        for (unit, spot) in name.encode_utf16().zip((place..).step_by(2)) {
            bytes[spot..spot + 2].copy_from_slice(&unit.to_le_bytes());
        }
        bytes[place + 64] = u8::try_from(name.len() * 2 + 2).unwrap();
        bytes[place + 116..place + 120].copy_from_slice(&0xffff_fffe_u32.to_le_bytes());
    }
    bytes
}

#[test]
fn what_is_no_roster_is_refused_with_its_reason() {
    let random: Vec<u8> = (0..4000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    let docx = zipped(&[("[Content_Types].xml", ""), ("word/document.xml", "<w/>")]);
    for (bytes, code) in [
        (Vec::new(), "empty_file"),
        (random, "damaged"),
        (b"%PDF-1.7 \n%\xe2\xe3".to_vec(), "unsupported_type"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(), "unsupported_type"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "unsupported_type"),
        (docx, "unsupported_type"),
        (zipped(&[("a.txt", "a")]), "unsupported_type"),
        (b"PK\x03\x04".to_vec(), "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "damaged"),
        (compound_with("EncryptedPackage"), "password"),
        (compound_with("WordDocument"), "unsupported_type"),
        ("姓名,班级,性别\r\n".as_bytes().to_vec(), "no_pupils"),
        ("姓名,班级,性别\r\n,,\r\n合计,,\r\n".as_bytes().to_vec(), "no_pupils"),
        ("今天天气很好，我们去春游。\n".as_bytes().to_vec(), "no_pupils"),
        (b"   \r\n".to_vec(), "no_pupils"),
        (b"<html><body><table><tr><td>x".to_vec(), "damaged"),
        (b"<html><table><tr><td>x</td></tr></table></html>".to_vec(), "no_pupils"),
        (b"{\"a\": 1}".to_vec(), "unsupported_type"),
    ] {
        let error = refusal(&bytes);
        assert_eq!(error.code(), code, "{:?}", String::from_utf8_lossy(&bytes[..bytes.len().min(40)]));
        let document = serde_json::to_value(RosterDocument::refused(error.code())).unwrap();
        assert_eq!((&document["outcome"], &document["error"]), (&"refused".into(), &code.into()));
        for language in crate::i18n::Language::ALL {
            let words = crate::i18n::Explain::explain(&error, &crate::i18n::Tr::new(language));
            assert!(!words.happened.is_empty() && !words.meaning.is_empty() && !words.remedy.is_empty());
        }
    }
}

#[test]
fn encrypted_old_workbooks_ask_for_the_password_to_be_taken_off() {
    let mut bytes = fixture("03-sheet-per-class.xls");
    // The record after the first one becomes FILEPASS.
    let bof = bytes.windows(6).position(|w| w == [9, 8, 16, 0, 0, 6]).unwrap();
    bytes[bof + 20..bof + 22].copy_from_slice(&[0x2f, 0]);
    assert_eq!(refusal(&bytes), ReadError::Password);
}

#[test]
fn bombs_are_too_large() {
    let spaces = " ".repeat(100 * 1024 * 1024);
    let bomb = workbook_of(&format!("<worksheet>{spaces}</worksheet>"));
    assert!(bomb.len() < 400_000);
    assert_eq!(refusal(&bomb), ReadError::TooLarge);
    // The container lies about the size of the part.
    let mut lying = bomb.clone();
    let size = (spaces.len() + "<worksheet></worksheet>".len()) as u32;
    for at in 0..lying.len() - 4 {
        if lying[at..at + 4] == size.to_le_bytes() {
            lying[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    assert!(matches!(refusal(&lying), ReadError::TooLarge | ReadError::Damaged));
    let rows = r#"<office:document-content><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row></table:table></office:document-content>"#;
    assert_eq!(refusal(&zipped(&[("content.xml", rows)])), ReadError::TooLarge);
    let corners = r#"<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>"#;
    assert_eq!(refusal(&workbook_of(corners)), ReadError::NoPupils);
}

#[test]
fn text_tables_in_every_encoding_and_separator() {
    let table = "姓名,性别,班级\r\n王小明,男,三年级(1)班\r\n\r\n\"李,四\",女,三年级(1)班\r\n";
    let wide = |text: &str, mark: &[u8]| -> Vec<u8> {
        mark.iter().copied().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
    };
    let tabs = table.replace("\"李,四\"", "李四").replace(',', "\t");
    for bytes in [
        table.as_bytes().to_vec(),
        format!("\u{feff}{table}").into_bytes(),
        encoding_rs::GB18030.encode(table).0.into_owned(),
        wide(&tabs, &[0xff, 0xfe]),
        wide(&tabs, &[]),
        table.replace("\"李,四\"", "李四").replace(',', ";").into_bytes(),
        table.replace("\r\n", "\n").into_bytes(),
    ] {
        let document =
            read(&bytes, Some("名册.xls"), &ReadOptions::on(day(2025, 10, 15)), &mut Silent).unwrap();
        assert_eq!(classes(&document), [(Some(3), Some(1), 2)]);
        assert_eq!(document.pupils[1].origin.row, 4);
        assert_eq!(document.rows_skipped.len(), 1);
    }
}

#[test]
fn hidden_rows_are_told_and_hidden_sheets_left_out() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, hidden) in [("三年级(1)班", false), ("旧名单", true), ("说明", false)] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        if name != "说明" {
            for (row, cells) in [["姓名", "性别"], ["王小明", "男"], ["李四", "女"]].iter().enumerate()
            {
                sheet.write_row(row as u32, 0, *cells).unwrap();
            }
            sheet.set_row_hidden(2).unwrap();
        }
        sheet.set_hidden(hidden);
    }
    let bytes = book.save_to_buffer().unwrap();
    let options = ReadOptions::on(day(2025, 10, 15));
    let document = read(&bytes, None, &options, &mut Silent).unwrap();
    assert_eq!(warnings(&document), ["李四 hidden_row"]);
    let reasons: Vec<SheetSkip> = document.sheets_skipped.iter().map(|s| s.reason).collect();
    assert_eq!(reasons, [SheetSkip::Hidden, SheetSkip::NoTable]);
    let one = ReadOptions { sheet: Some("旧名单".to_owned()), ..options.clone() };
    assert_eq!(read(&bytes, None, &one, &mut Silent).unwrap().pupils_imported, 2);
    let none = ReadOptions { sheet: Some("没有".to_owned()), ..options };
    assert_eq!(read(&bytes, None, &none, &mut Silent).unwrap_err().code(), "no_such_sheet");
}

#[test]
fn headers_of_two_rows() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    let plain = rust_xlsxwriter::Format::new();
    sheet.merge_range(0, 0, 0, 4, "青石坪小学三年级（2）班学生花名册", &plain).unwrap();
    sheet.merge_range(1, 0, 2, 0, "姓名", &plain).unwrap();
    sheet.merge_range(1, 1, 2, 1, "性别", &plain).unwrap();
    sheet.merge_range(1, 2, 1, 3, "监护人", &plain).unwrap();
    sheet.write_row(2, 2, ["姓名", "电话"]).unwrap();
    sheet.merge_range(1, 4, 2, 4, "住址", &plain).unwrap();
    sheet.write_row(3, 0, ["王小明", "男", "王大明", "13800000000", "一组"]).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let document = read(&bytes, None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent).unwrap();
    assert_eq!(document.tables[0].header_rows, 2);
    assert_eq!(document.tables[0].header_row, 2);
    let pupil = &document.pupils[0];
    assert_eq!((pupil.name.as_str(), pupil.guardian.as_deref()), ("王小明", Some("王大明")));
    assert_eq!(pupil.guardian_phone.as_deref(), Some("13800000000"));
    assert_eq!(classes(&document), [(Some(3), Some(2), 1)]);
}

#[test]
fn odd_rows_are_kept_and_told() {
    let document = read_text(
        "姓名,性别,班级,身份证号\n\
         王小明,男,三1班,110105194912310022\n\
         李四,女,三1班,11010519491231002X\n\
         张三,女,三（1）,11010519491231002X\n\
         赵六,女,#N/A,1.10105E+17\n\
         李 四,女,三.1,\n\
         钱七,,,440524188001010014\n",
    );
    assert_eq!(classes(&document), [(Some(3), Some(1), 4), (None, None, 2)]);
    assert_eq!(
        warnings(&document),
        [
            "王小明 id_check_digit",
            "王小明 id_sex_mismatch",
            "李四 id_duplicate",
            "李四 same_name_in_class",
            "张三 id_duplicate",
            "赵六 id_precision_lost",
            "赵六 class_missing",
            "李四 id_missing",
            "李四 same_name_in_class",
            "钱七 sex_missing",
            "钱七 class_missing",
        ]
    );
    assert_eq!(document.pupils[5].sex, Some(crate::domain::person::Sex::Male));
}

#[test]
fn classes_from_two_columns_cohorts_and_other_kinds() {
    let document = read_text("姓名,性别,年级,班级\n甲甲,男,三年级,1班\n乙乙,男,三,2\n丙丙,男,学前班,\n");
    assert_eq!(classes(&document), [(Some(0), None, 1), (Some(3), Some(1), 1), (Some(3), Some(2), 1)]);
    let junior = read_text("姓名,出生日期,班级\n甲甲,2013.3.1,2025级8班\n乙乙,2012-11-2,2024级8班\n");
    assert_eq!(classes(&junior), [(Some(7), Some(8), 1), (Some(8), Some(8), 1)]);
    let other =
        read_text("姓名,性别,班级\n甲甲,男,一二年级复式班\n乙乙,男,老鹰岩教学点一年级\n丙丙,男,苗苗班\n");
    let kinds: Vec<_> = other.classes.iter().map(|c| serde_json::to_value(c.kind).unwrap()).collect();
    assert_eq!(kinds, ["teaching_point", "multi_grade", "ordinary"]);
}

#[test]
fn a_sheet_of_everybody_beside_the_classes_counts_once() {
    let mut book = rust_xlsxwriter::Workbook::new();
    for name in ["三1班", "全校"] {
        let sheet = book.add_worksheet().set_name(name).unwrap();
        sheet.write_row(0, 0, ["姓名", "身份证号", "班级"]).unwrap();
        sheet.write_row(1, 0, ["王小明", "11010519491231002X", "三1班"]).unwrap();
    }
    let bytes = book.save_to_buffer().unwrap();
    let document = read(&bytes, None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent).unwrap();
    assert_eq!((document.pupils_imported, document.rows_rejected.len()), (1, 1));
    assert_eq!(document.rows_rejected[0].first_sheet.as_deref(), Some("三1班"));
}

#[test]
fn columns_can_be_named_by_hand() {
    let text = "学员,性别,所在\n王小明,男,三1班\n";
    let map = vec![("学员".to_owned(), Field::Name), ("所在".to_owned(), Field::from_name("class").unwrap())];
    let options = ReadOptions { map, ..ReadOptions::on(day(2025, 10, 15)) };
    let document = read(text.as_bytes(), None, &options, &mut Silent).unwrap();
    assert_eq!(classes(&document), [(Some(3), Some(1), 1)]);
    let map = vec![("没有".to_owned(), Field::Name)];
    let options = ReadOptions { map, ..options };
    let wrong = read("姓名,性别\n甲甲,男\n".as_bytes(), None, &options, &mut Silent).unwrap_err();
    assert_eq!(wrong.code(), "no_such_column");
    assert_eq!(Field::from_name("nonsense"), None);
}
