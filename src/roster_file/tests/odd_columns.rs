//! Columns that say less or something else than their titles: class numbers without a grade, rounded numbers, pupil
//! numbers below 学号, sheets that repeat others, titles with words of staff in the school's name.

use super::*;

fn written(document: &RosterDocument) -> Vec<(Option<u8>, Option<u16>, &str, usize)> {
    document.classes.iter().map(|c| (c.grade, c.class_no, c.written[0].as_str(), c.count)).collect()
}

/// A workbook of these sheets, the first row of each is its header.
fn sheets(sheets: &[(&str, &[&[&str]])]) -> RosterDocument {
    let mut book = rust_xlsxwriter::Workbook::new();
    for (name, rows) in sheets {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (row, cells) in (0..).zip(*rows) {
            sheet.write_row(row, 0, cells.iter().copied()).unwrap();
        }
    }
    let bytes = book.save_to_buffer().unwrap();
    read(&bytes, None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent).unwrap()
}

#[test]
fn a_year_of_entry_beside_a_class_number() {
    let document = read_text(
        "姓名,年级,班级\n甲,2025级,1班\n乙,2025级,2班\n丙,2024级,1班\n丁,2024,2班\n戊,24级,2\n己,学前班,1班\n",
    );
    assert_eq!(
        written(&document),
        [
            (Some(0), Some(1), "学前1班", 1),
            (Some(1), Some(1), "2025级1班", 1),
            (Some(1), Some(2), "2025级2班", 1),
            (Some(2), Some(1), "2024级1班", 1),
            (Some(2), Some(2), "2024级2班", 2),
        ]
    );
    // The school's own words are classes of their own, each with the grade of its pupils.
    let own = read_text("姓名,年级,班级\n甲,三年级,实验班\n乙,三年级,火箭班\n丙,三年级,1班\n");
    assert_eq!(classes(&own), [(Some(3), Some(1), 1), (None, None, 1), (None, None, 1)]);
    assert_eq!(own.pupils[0].grade(), Some(3));
}

#[test]
fn class_numbers_take_their_grade_from_the_year_of_entry_or_the_sheet() {
    let document = read_text(
        "姓名,班号,入学年月\n甲,1,202309\n乙,1,202409\n丙,2,202509\n丁,2,202502\n戊,2,\n己,202501,202509\n",
    );
    assert_eq!(
        written(&document),
        [
            (Some(1), Some(1), "202501", 1),
            (Some(1), Some(2), "2025级2班", 1),
            (Some(2), Some(1), "2024级1班", 1),
            (Some(3), Some(1), "2023级1班", 1),
            (None, None, "2", 2),
        ]
    );
    assert_eq!(warnings(&document), ["丁 grade_unknown", "戊 grade_unknown"]);
    let row: &[&[&str]] = &[&["姓名", "班级", "性别"], &["甲", "1班", "男"], &["乙", "2班", "女"]];
    let document = sheets(&[("三年级", row), ("四年级", row)]);
    assert_eq!(
        classes(&document),
        [(Some(3), Some(1), 1), (Some(3), Some(2), 1), (Some(4), Some(1), 1), (Some(4), Some(2), 1)]
    );
    assert!(warnings(&document).is_empty());
}

#[test]
fn each_pupil_of_a_class_of_several_grades_keeps_the_own_one() {
    let document = read_text(
        "姓名,班级,年级\n甲,五六年级复式班,六年级\n乙,五六年级复式班,5\n丙,老鹰岩教学点,一\n丁,三1班,四年级\n",
    );
    let grades: Vec<_> = document.pupils.iter().map(PupilRecord::grade).collect();
    assert_eq!(grades, [Some(6), Some(5), Some(1), Some(3)]);
    assert_eq!(serde_json::to_value(&document.pupils[0]).unwrap()["grade"], 6);
}

#[test]
fn rounded_numbers_are_never_taken_for_true() {
    let document = read_text(
        "姓名,性别,身份证号,学籍号,班级\n\
         甲,女,430525201811078000,G430525201811078000,三1班\n\
         乙,女,430525201811041000,430525201811041000,三1班\n\
         丙,女,11010519491231002X,4.30525E+17,三1班\n\
         丁,男,440524188001010014,无,三1班\n",
    );
    let numbers: Vec<_> =
        document.pupils.iter().map(|p| (p.id_number.as_deref(), p.student_no.as_deref())).collect();
    assert_eq!(
        numbers,
        [
            (Some("430525201811078000"), Some("G430525201811078000")),
            (None, None),
            (Some("11010519491231002X"), None),
            (Some("440524188001010014"), None),
        ]
    );
    assert_eq!(
        warnings(&document),
        [
            "甲 id_maybe_rounded",
            "甲 student_no_maybe_rounded",
            "乙 id_precision_lost",
            "乙 student_no_precision_lost",
            "丙 student_no_precision_lost",
        ]
    );
    let head = ["姓名", "学籍号", "性别"];
    let text = |text: &str| format!(r#"<c t="inlineStr"><is><t>{text}</t></is></c>"#);
    let bytes = workbook_of(&format!(
        "<worksheet><sheetData><row>{}</row><row>{}<c><v>4.30525201811078E+17</v></c>{}</row></sheetData></worksheet>",
        head.map(text).concat(),
        text("甲"),
        text("女")
    ));
    let document = read(&bytes, None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent).unwrap();
    assert_eq!(document.pupils[0].student_no, None);
    assert!(warnings(&document).contains(&"甲 student_no_precision_lost".to_owned()));
}

#[test]
fn what_stands_below_the_title_decides_which_number_it_is() {
    for (text, student_no, seat_no) in [
        ("姓名,学号,班级\n甲,G430525201811078166,三1班\n乙,L430525201811078166,三1班\n", true, None),
        ("姓名,学号,班级\n甲,7,三1班\n乙,8,三1班\n", false, Some(7)),
        ("姓名,学籍号,学号,班级\n甲,G430525201811078166,7,三1班\n", true, Some(7)),
        ("姓名,学籍号,学号,座号,班级\n甲,,G430525201811078166,7,三1班\n", true, Some(7)),
        ("姓名,学籍辅号,班级\n甲,G430525201811078166,三1班\n", true, None),
        ("序号,姓名,学号,班级\n3,甲,G430525201811078166,三1班\n", true, Some(3)),
        ("姓名,学籍号,学号,班级\n甲,G430525201811078166,G430525201811078166,三1班\n", true, None),
    ] {
        let pupil = &read_text(text).pupils[0];
        let expected = student_no.then_some("G430525201811078166");
        assert_eq!((pupil.student_no.as_deref(), pupil.seat_no), (expected, seat_no), "{text}");
    }
    // What the user has set stays.
    let text = "姓名,学号,班级\n甲,G430525201811078166,三1班\n";
    let map = vec![("学号".to_owned(), Field::SeatNo)];
    let options = ReadOptions { map, ..ReadOptions::on(day(2025, 10, 15)) };
    let document = read(text.as_bytes(), None, &options, &mut Silent).unwrap();
    assert_eq!(document.pupils[0].student_no, None);
}

#[test]
fn a_sheet_of_the_whole_school_doubles_nobody_without_a_number() {
    let head: &[&str] = &["姓名", "性别"];
    let all: &[&[&str]] = &[head, &["王伟", "男"], &["王伟", "男"], &["李娜", "女"]];
    let first: &[&[&str]] = &[head, &["王伟", "男"], &["李娜", "女"]];
    let second: &[&[&str]] = &[head, &["王 伟", "男"]];
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
        let all = [("全校", all), ("一年级1班", first), ("一年级2班", second)];
        let document = sheets(&order.map(|at| all[at]));
        assert_eq!(classes(&document), [(Some(1), Some(1), 2), (Some(1), Some(2), 1)], "{order:?}");
        assert_eq!(document.rows_rejected.len(), 3);
        assert!(document.rows_rejected.iter().all(|row| row.origin.sheet.as_deref() == Some("全校")));
        assert!(document.pupils.iter().all(|pupil| pupil.repeats.is_none()));
    }
    let counted: &[&[&str]] =
        &[&["序号", "姓名", "性别"], &["1", "王伟", "男"], &["2", "王伟", "男"], &["3", "李娜", "女"]];
    for order in [[0, 1, 2], [2, 1, 0], [1, 0, 2]] {
        let all = [("全校", counted), ("一年级1班", first), ("一年级2班", second)];
        let document = sheets(&order.map(|at| all[at]));
        assert_eq!(classes(&document), [(Some(1), Some(1), 2), (Some(1), Some(2), 1)], "{order:?}");
    }
    // Where only some recur, it is not certain that they are the same.
    let some: &[&[&str]] = &[head, &["王伟", "男"], &["赵六", "男"]];
    let document = sheets(&[("一年级1班", first), ("转入", some)]);
    assert_eq!((document.pupils_imported, document.rows_rejected.len()), (4, 0));
    let repeats: Vec<_> = document.pupils.iter().filter(|pupil| pupil.repeats.is_some()).collect();
    assert_eq!(repeats.len(), 1);
    assert_eq!(repeats[0].origin.sheet.as_deref(), Some("转入"));
    // Who differs in anything, or stands in another class, is somebody else.
    let other: &[&[&str]] = &[head, &["王伟", "女"], &["赵六", "男"]];
    assert!(sheets(&[("一年级1班", first), ("转入", other)]).pupils.iter().all(|p| p.repeats.is_none()));
    assert!(sheets(&[("一年级1班", first), ("一年级2班", some)]).pupils.iter().all(|p| p.repeats.is_none()));
}

#[test]
fn a_schools_name_makes_no_list_of_staff() {
    for (title, staff) in [
        ("某县教师进修附属小学花名册", false),
        ("某厂职工子弟学校2025-2026学年名册", false),
        ("某县教师进修附属小学教师花名册", true),
        ("教职工花名册（青石坪镇中心小学）", true),
        ("青石坪镇中心小学 教职工名单", true),
    ] {
        let document = read_text(&format!("{title},,\n姓名,性别,电话\n甲,女,13800000000\n"));
        assert_eq!(document.staff_imported, usize::from(staff), "{title}");
    }
}

#[test]
fn text_of_two_bytes_a_sign_needs_no_mark_whatever_stands_in_it() {
    let table = "姓名,性别,班级\n王一,男,一年级(1)班\n李一一,女,一年级(1)班\n";
    let little: Vec<u8> = table.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = table.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [little.clone(), big] {
        let document = read(&bytes, None, &ReadOptions::on(day(2025, 10, 15)), &mut Silent).unwrap();
        assert_eq!(classes(&document), [(Some(1), Some(1), 2)]);
    }
    assert_eq!(refusal(&little[..little.len() - 3]), ReadError::Damaged);
}

#[test]
fn what_only_a_copy_says_fills_the_row_and_what_differs_is_told() {
    let first: &[&[&str]] = &[
        &["姓名", "性别", "身份证号", "监护人", "监护人电话"],
        &["王伟", "女", "430525201811078166", "王大", ""],
        &["李娜", "女", "430525201803021223", "李大", "16311110002"],
        &["赵六", "男", "430525201805051231", "赵大", ""],
    ];
    let copy: &[&[&str]] = &[
        &["姓名", "身份证号", "监护人", "监护人电话", "民族", "学籍号"],
        &["王伟", "430525201811078166", "王大", "16311110001", "壮族", "G430525201811078166"],
        &["李娜", "430525201803021223", "李大", "16311119999", "", ""],
        // The telephone of another guardian is not that of 赵大.
        &["赵六", "430525201805051231", "赵二", "16311110003", "", ""],
    ];
    let document = sheets(&[("一年级1班", first), ("电话", copy)]);
    assert_eq!((document.pupils_imported, document.rows_rejected.len()), (3, 3));
    let pupil = |name: &str| document.pupils.iter().find(|pupil| pupil.name == name).unwrap();
    let (wang, li, zhao) = (pupil("王伟"), pupil("李娜"), pupil("赵六"));
    assert_eq!(wang.guardian_phone.as_deref(), Some("16311110001"));
    assert_eq!(wang.student_no.as_deref(), Some("G430525201811078166"));
    assert_eq!(wang.ethnicity.as_deref(), Some("壮族"));
    assert_eq!(li.guardian_phone.as_deref(), Some("16311110002"), "the first row counts");
    assert_eq!((zhao.guardian.as_deref(), zhao.guardian_phone.as_deref()), (Some("赵大"), None));
    let differs = document.rows_warned.iter().filter(|row| row.reason == Warning::CopyDiffers);
    let differs: Vec<_> = differs.map(|row| (row.name.as_str(), row.origin.sheet.as_deref())).collect();
    assert_eq!(differs, [("李娜", Some("一年级1班")), ("赵六", Some("一年级1班"))]);
}

#[test]
fn a_number_that_a_copy_brings_is_missing_no_longer() {
    let first: &[&[&str]] = &[&["姓名", "性别", "身份证号"], &["王伟", "男", ""]];
    let copy: &[&[&str]] =
        &[&["姓名", "性别", "身份证号", "监护人电话"], &["王伟", "男", "430525201811078166", "12"]];
    let document = sheets(&[("一年级1班", first), ("全校", copy)]);
    assert_eq!(document.pupils_imported, 1);
    assert_eq!(document.pupils[0].id_number.as_deref(), Some("430525201811078166"));
    // What was odd about the copy's cell holds for the row that took it.
    let reasons: Vec<Warning> = document.rows_warned.iter().map(|row| row.reason).collect();
    assert!(
        !reasons.contains(&Warning::IdMissing) && reasons.contains(&Warning::PhoneInvalid),
        "{reasons:?}"
    );
    assert!(document.rows_warned.iter().all(|row| row.origin.sheet.as_deref() == Some("一年级1班")));
}
