//! Rows and headers that look like something else: totals with figures below other titles, signatures, headers of two
//! rows without merged cells, two lists side by side.

use super::*;

fn names(document: &RosterDocument) -> Vec<&str> {
    document.pupils.iter().map(|pupil| pupil.name.as_str()).collect()
}

fn skipped(document: &RosterDocument) -> Vec<(u32, Skip)> {
    document.rows_skipped.iter().map(|row| (row.origin.row, row.reason)).collect()
}

#[test]
fn totals_are_nobody_whatever_stands_beside_them() {
    let document = read_text(
        "序号,姓名,性别,出生日期,班级\n1,张三,男,2018-01-01,三(1)班\n2,李四,女,2018-01-02,三(1)班\n\
         ,合计,2,,\n,男,1,,\n,女,1,,\n,人数：2,,,\n",
    );
    assert_eq!(names(&document), ["张三", "李四"]);
    let expected = [(4, Skip::Total), (5, Skip::Subtotal), (6, Skip::Subtotal), (7, Skip::Subtotal)];
    assert_eq!(skipped(&document), expected);
    let document = read_text(
        "班级,姓名,性别\n一年级1班,张三,男\n一年级1班,合计,44\n一年级2班,李四,男\n一年级2班,小计,40\n\
         全校,总计,84\n合计,1,男1女0\n",
    );
    assert_eq!(names(&document), ["张三", "李四"]);
    let expected = [(3, Skip::Total), (5, Skip::Subtotal), (6, Skip::Total), (7, Skip::Total)];
    assert_eq!(skipped(&document), expected);
    // In the column of a number it is a count too.
    let document = read_text("学籍号,姓名,班级\nG430525201811078166,张三,三1班\n合计,1,\n");
    assert_eq!(names(&document), ["张三"]);
}

#[test]
fn signatures_below_the_list_are_nobody() {
    let document = read_text(
        "姓名,性别,出生日期,班级\n张三,男,2018-03-05,一年级1班\n合计：1人,,,\n制表人：李某,,审核人：王某,\n\
         填表日期,2025年9月,,\n填表日期,,2025-09-01,\n负责人签字：,,,\n注：以上数据截至9月1日,,,\n",
    );
    assert_eq!(names(&document), ["张三"]);
    assert!(skipped(&document).iter().skip(1).all(|(_, reason)| *reason == Skip::Note));
    let document = read_text("序号,姓名,性别\n1,张三,男\n填表人,李某,\n");
    assert_eq!(names(&document), ["张三"]);
}

#[test]
fn people_are_people_whatever_their_row_says() {
    let document = read_text(
        "姓名,性别,学籍号,备注\n男,女,,\n张三,男,,合计欠费\n小计,,G430525201811078166,\n李四,1,,\n王五,,,说明见表\n",
    );
    assert_eq!(names(&document), ["男", "张三", "小计", "李四", "王五"]);
}

#[test]
fn lists_side_by_side_are_all_read() {
    let document = read_text(
        "三年级(2)班学生名单,,,,,,\n序号,姓名,性别,,序号,姓名,性别\n1,张三,男,,3,王五,男\n2,李四,女,,4,赵六,女\n,,,,5,钱七,女\n合计,5,,,,,\n",
    );
    assert_eq!(names(&document), ["张三", "李四", "王五", "赵六", "钱七"]);
    assert_eq!(classes(&document), [(Some(3), Some(2), 5)]);
    let seats: Vec<_> = document.pupils.iter().map(|pupil| pupil.seat_no).collect();
    assert_eq!(seats, [1, 2, 3, 4, 5].map(Some));
    let sheets: Vec<_> = document.tables.iter().map(|table| table.sheet.as_deref()).collect();
    assert_eq!(sheets, [None, Some("E")], "the second list is called by its column");
    // A column beside the lists holds for both; what only looks alike is one list.
    let document = read_text("班级,姓名,性别,姓名,性别\n三1班,张三,男,王五,男\n三2班,李四,女,赵六,女\n");
    assert_eq!(classes(&document), [(Some(3), Some(1), 2), (Some(3), Some(2), 2)]);
    let document = read_text("姓名,性别,姓名,电话,班级\n张三,男,张大,13800000000,三1班\n");
    assert_eq!(names(&document), ["张三"]);
}

#[test]
fn a_sheet_of_two_lists_keeps_its_name() {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet().set_name("301").unwrap();
    sheet.write_row(0, 0, ["姓名", "性别", "姓名", "性别"]).unwrap();
    sheet.write_row(1, 0, ["张三", "男", "王五", "女"]).unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let options = ReadOptions { sheet: Some("301".to_owned()), ..ReadOptions::on(day(2025, 10, 15)) };
    let document = read(&bytes, None, &options, &mut Silent).unwrap();
    assert_eq!(classes(&document), [(Some(3), Some(1), 2)]);
    assert_eq!(document.pupils[1].origin.sheet.as_deref(), Some("301 C"));
}

#[test]
fn a_header_of_two_rows_needs_no_merged_cells() {
    for text in [
        "序号,学生,,,家长,,班级\n,姓名,性别,出生日期,姓名,电话,\n1,张三,男,2018-01-02,张大,13800000000,三(1)班\n",
        "序号,学生信息,,,家长信息,,班级\n,姓名,性别,出生日期,姓名,电话,\n1,张三,男,2018-01-02,张大,13800000000,三(1)班\n",
        "序号,班级,姓名,性别,出生日期,监护人,\n,,,,,姓名,电话\n1,三(1)班,张三,男,2018-01-02,张大,13800000000\n",
    ] {
        let document = read_text(text);
        assert_eq!(document.tables[0].header_rows, 2, "{text}");
        assert_eq!(
            (names(&document), classes(&document)),
            (vec!["张三"], vec![(Some(3), Some(1), 1)]),
            "{text}"
        );
        let pupil = &document.pupils[0];
        assert_eq!((pupil.sex.is_some(), pupil.birth), (true, Some(day(2018, 1, 2))), "{text}");
        let guardian = (pupil.guardian.as_deref(), pupil.guardian_phone.as_deref());
        assert_eq!(guardian, (Some("张大"), Some("13800000000")), "{text}");
    }
    // A line of two cells above the list is no part of its header.
    let document = read_text("三年级(2)班名单,,班主任李某,\n序号,姓名,性别,住址\n1,张三,男,一组\n");
    assert_eq!((document.tables[0].header_row, document.tables[0].header_rows), (2, 1));
    assert_eq!(classes(&document), [(Some(3), Some(2), 1)]);
    // A second row of titles that nothing explains is nobody.
    let document = read_text("姓名,性别,班级\n学生姓名,,所在\n张三,男,三1班\n");
    assert_eq!(names(&document), ["张三"]);
}
