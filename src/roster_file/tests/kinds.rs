//! One table in every kind of file: a merged class cell, a formula's value, a hidden row, a rounded number, a
//! total. What is read must not depend on the kind.

use super::*;

/// Signs of a string as old workbooks write it: a count of two bytes, then two bytes each.
fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    let mut bytes = u16::try_from(units.len()).unwrap().to_le_bytes().to_vec();
    bytes.push(1);
    bytes.extend(units.into_iter().flat_map(u16::to_le_bytes));
    bytes
}

fn record(kind: u16, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let length = u16::try_from(content.len()).unwrap();
    [&kind.to_le_bytes()[..], &length.to_le_bytes(), &content].concat()
}

fn shorts(numbers: &[u16]) -> Vec<u8> {
    numbers.iter().flat_map(|n| n.to_le_bytes()).collect()
}

/// A workbook stream of one sheet.
fn stream(sheet: &[u8]) -> Vec<u8> {
    let start = |kind| record(0x0809, &[&shorts(&[0x0600, kind, 0, 0, 0, 0, 0, 0])]);
    let name: Vec<u8> = "S".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bound = |at: u32| record(0x0085, &[&at.to_le_bytes(), &[0, 0, 1, 1], &name]);
    let end = record(0x000a, &[]);
    let head = start(5).len() + bound(0).len() + end.len();
    [start(5), bound(u32::try_from(head).unwrap()), end.clone(), start(16), sheet.to_vec(), end].concat()
}

/// A compound file that holds the stream.
fn compound(stream: &[u8]) -> Vec<u8> {
    let sectors = stream.len().div_ceil(512).max(8);
    let mut bytes = compound_with("Workbook");
    let size = u32::try_from(sectors * 512).unwrap();
    bytes[1152 + 116..1152 + 120].copy_from_slice(&2_u32.to_le_bytes());
    bytes[1152 + 120..1152 + 124].copy_from_slice(&size.to_le_bytes());
    for at in 0..sectors {
        let next = if at + 1 == sectors { 0xffff_fffe } else { u32::try_from(at + 3).unwrap() };
        bytes[512 + (at + 2) * 4..516 + (at + 2) * 4].copy_from_slice(&next.to_le_bytes());
    }
    bytes.extend_from_slice(stream);
    bytes.resize(1536 + sectors * 512, 0);
    bytes
}

fn old_workbook() -> Vec<u8> {
    let label = |row, column, text: &str| record(0x0204, &[&shorts(&[row, column, 0]), &wide(text)]);
    let mut hidden = shorts(&[2, 0, 4, 0, 0, 0]);
    hidden.extend([0x20, 0, 0, 0]);
    let in_next_record = [0, 0, 0, 0, 0, 0, 0xff, 0xff];
    let number = 530_623_201_903_238_987_f64.to_le_bytes();
    let sheet = [
        record(0x0208, &[&hidden]),
        label(0, 0, "班级"),
        label(0, 1, "姓名"),
        label(0, 2, "性别"),
        label(0, 3, "身份证号"),
        label(1, 0, "三年级(1)班"),
        label(1, 1, "王小明"),
        label(1, 2, "男"),
        record(0x0203, &[&shorts(&[1, 3, 0]), &number]),
        record(0x0006, &[&shorts(&[2, 1, 0]), &in_next_record, &[0; 8]]),
        record(0x0207, &[&wide("李四")]),
        label(2, 2, "女"),
        label(2, 3, "11010519491231002X"),
        label(3, 0, "合计"),
        record(0x0203, &[&shorts(&[3, 1, 0]), &2_f64.to_le_bytes()]),
        record(0x00e5, &[&shorts(&[1, 1, 2, 0, 0])]),
    ];
    compound(&stream(&sheet.concat()))
}

fn new_workbook() -> Vec<u8> {
    let text = |text: &str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    let head = ["班级", "姓名", "性别", "身份证号"].map(text).concat();
    workbook_of(&format!(
        r#"<worksheet><sheetData><row>{head}</row>
        <row>{}{}{}<c><v>5.30623201903239E+17</v></c></row>
        <row hidden="1"><c/><c t="str"><f>A9&amp;B9</f><v>李四</v></c><c t="str"><f>X1</f><v>女</v></c>{}</row>
        <row>{}<c><f>COUNTA(B2:B3)</f><v>2</v></c></row></sheetData>
        <mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>"#,
        text("三年级(1)班"),
        text("王小明"),
        text("男"),
        text("11010519491231002X"),
        text("合计"),
    ))
}

fn open_document() -> Vec<u8> {
    let text = |text: &str| format!("<t:table-cell o:value-type='string'><x:p>{text}</x:p></t:table-cell>");
    let head = ["班级", "姓名", "性别", "身份证号"].map(text).concat();
    let content = format!(
        "<o:document-content><t:table t:name='S'><t:table-row>{head}</t:table-row>
        <t:table-row><t:table-cell t:number-rows-spanned='2'><x:p>三年级(1)班</x:p></t:table-cell>{}{}
        <t:table-cell o:value-type='float' o:value='530623201903238987'><x:p>5.3E+17</x:p></t:table-cell></t:table-row>
        <t:table-row t:visibility='filter'><t:covered-table-cell/>
        <t:table-cell t:formula='of:=[.A9]' o:value-type='string'><x:p>李四</x:p></t:table-cell>{}{}</t:table-row>
        <t:table-row>{}<t:table-cell t:formula='of:=2' o:value-type='float' o:value='2'/></t:table-row>
        </t:table></o:document-content>",
        text("王小明"),
        text("男"),
        text("女"),
        text("11010519491231002X"),
        text("合计"),
    );
    zipped(&[("content.xml", &content)])
}

fn web_page() -> Vec<u8> {
    "<html><table><tr><td>班级<td>姓名<td>性别<td>身份证号</tr>
     <tr><td rowspan=2>三年级(1)班<td>王小明<td>男<td>5.30623201903239E+17</tr>
     <tr style='display: none'><td>李四<td>女<td>11010519491231002X</tr>
     <tr><td>合计<td>2</tr></table></html>"
        .as_bytes()
        .to_vec()
}

#[test]
fn the_kind_of_file_makes_no_difference() {
    let mut first: Option<Vec<PupilRecord>> = None;
    for (kind, bytes) in
        [("xls", old_workbook()), ("xlsx", new_workbook()), ("ods", open_document()), ("html", web_page())]
    {
        let document = read(&bytes, None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent).unwrap();
        assert_eq!(classes(&document), [(Some(3), Some(1), 2)], "{kind}");
        assert_eq!(warnings(&document), ["王小明 id_precision_lost", "李四 hidden_row"], "{kind}");
        assert_eq!(document.pupils[0].id_number, None, "{kind}: a rounded number is no number");
        let skipped: Vec<(u32, Skip)> =
            document.rows_skipped.iter().map(|s| (s.origin.row, s.reason)).collect();
        assert_eq!(skipped, [(4, Skip::Total)], "{kind}");
        let mut pupils = document.pupils;
        for pupil in &mut pupils {
            pupil.origin.sheet = None;
        }
        assert_eq!(*first.get_or_insert_with(|| pupils.clone()), pupils, "{kind}");
    }
}

#[test]
fn text_of_two_bytes_a_sign_with_the_larger_one_first() {
    let table = "班级\t姓名\t性别\n三年级(1)班\t王小明\t男\n";
    for mark in [&[0xfe, 0xff][..], &[]] {
        let wide = table.encode_utf16().flat_map(u16::to_be_bytes);
        let bytes: Vec<u8> = mark.iter().copied().chain(wide).collect();
        let document = read(&bytes, None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent).unwrap();
        assert_eq!(classes(&document), [(Some(3), Some(1), 1)]);
    }
}

#[test]
fn names_in_two_columns() {
    let document =
        read_text("班级,姓,名,性别\n三1班,欧阳,小明,男\n三1班,买买提,·图尔荪,男\n三1班,,李,女\n三1班,,,女\n");
    let names: Vec<&str> = document.pupils.iter().map(|pupil| pupil.name.as_str()).collect();
    assert_eq!(names, ["欧阳小明", "买买提·图尔荪", "李"]);
    assert_eq!(document.rows_rejected[0].reason, Rejection::NameMissing);
    let page = "<table><tr><th rowspan=2>班级<th colspan=2>学生姓名<th colspan=2>监护人</tr>
                <tr><th>姓<th>名<th>姓名<th>电话</tr>
                <tr><td>三1班<td>欧阳<td>小明<td>欧阳大明<td>13800000000</tr></table>";
    let document = read_text(page);
    assert_eq!(document.tables[0].header_rows, 2);
    let pupil = &document.pupils[0];
    assert_eq!((pupil.name.as_str(), pupil.guardian.as_deref()), ("欧阳小明", Some("欧阳大明")));
}

#[test]
fn a_column_of_its_own_goes_before_family_and_given_name() {
    let document = read_text("班级,姓名,姓,名,性别\n三1班,王小明,,第一名,男\n");
    assert_eq!(document.pupils[0].name, "王小明");
}
