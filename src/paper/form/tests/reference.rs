//! Every shipped form blank, with usual and with the longest data: nothing outside the sheet, nothing over another, every
//! text comes back; and each is compared with its reviewed dump under `tests/reference/forms`.

use std::fmt::Write as _;
use std::path::PathBuf;

use super::*;
use crate::paper::layout::{Document, Item};

/// Set to `update` to write the dumps anew; then look at what changed.
const UPDATE: &str = "CHENJIAN_REFERENCE";
/// Rows of a form with the longest data.
const ROWS: usize = 8;
pub(super) const TEXT: &str = "上午第二节课后呕吐两次，体温 38.2 ℃，已电话告知祖母，11 点 20 分由祖母接走，去镇卫生院就诊，初步诊断为急性胃肠炎，嘱居家休息，症状消失 72 小时后复课";

fn blank() -> FormContent {
    let mut content = FormContent::blank(made_at());
    content.header = cells(&[("school", "云坪镇石桥学校")]);
    content
}

/// Every place of a form filled: names, figures and sentences.
pub(super) fn filled(form: &FormTemplate, name: &str, text: &str, rows: usize) -> FormContent {
    let mut content = blank();
    content.demo = true;
    let keys = form.header.iter().map(|field| &field.key);
    for key in keys.chain(form.signatures.iter().map(|place| &place.key)).filter(|key| !key.is_empty()) {
        let _ = content.header.insert(key.clone(), "2026年11月23日".to_owned());
    }
    for block in &form.blocks {
        for field in block.rows.iter().flatten() {
            let value = if field.share > 1.0
                || block.rows.iter().any(|row| row.len() == 1 && row[0].key == field.key)
            {
                text
            } else {
                "一年级（3）班"
            };
            let _ = content.header.insert(field.key.clone(), value.to_owned());
        }
        if let Some(cross) = &block.cross {
            for down in &cross.down {
                for across in &cross.across {
                    let _ = content.header.insert(format!("{}-{}", down.key, across.key), "1024".to_owned());
                }
            }
        }
    }
    let row = |number: usize| -> Cells {
        let cell = |column: &Column| match column.key.as_str() {
            "no" => number.to_string(),
            key if key.starts_with("name") => name.to_owned(),
            _ if column.align == crate::paper::layout::Align::Left => text.to_owned(),
            _ if column.vertical || column.width < 14.0 => "✓".to_owned(),
            _ => "11-23".to_owned(),
        };
        form.columns.iter().map(|column| (column.key.clone(), cell(column))).collect()
    };
    if !form.columns.is_empty() {
        content.rows = (1..=rows).map(|number| FormRow::Filled(row(number))).collect();
    }
    for foot in &form.foot {
        let cells = form.columns.iter().skip(foot.span).map(|column| (column.key.clone(), "9".to_owned()));
        let _ = content.foot.insert(foot.key.clone(), cells.collect());
    }
    content
}

/// A text without blanks and without where its lines were broken.
fn plain(document: &Document) -> String {
    let texts = document.sheets.iter().flat_map(Sheet::texts).flat_map(|text| text.text.chars());
    texts.filter(|c| !c.is_whitespace()).collect()
}

fn dump(document: &Document, out: &mut String) {
    for (number, sheet) in document.sheets.iter().enumerate() {
        writeln!(out, "sheet {} {}x{}", number + 1, sheet.width, sheet.height).unwrap();
        for item in &sheet.items {
            let [left, top, right, bottom] = item.bounds();
            match item {
                Item::Text(text) => {
                    writeln!(out, "{left:.1} {top:.1} {:.1} {}", text.size, text.text).unwrap();
                }
                Item::Line(_) => writeln!(out, "{left:.1} {top:.1} – {right:.1} {bottom:.1}").unwrap(),
                Item::Rect(_) => writeln!(out, "{left:.1} {top:.1} □ {right:.1} {bottom:.1}").unwrap(),
                Item::Strokes(_) => writeln!(out, "{left:.1} {top:.1} … {right:.1} {bottom:.1}").unwrap(),
            }
        }
    }
}

#[test]
fn every_form_holds_the_longest_data_and_gives_every_text_back() {
    for form in FormTemplate::all().unwrap() {
        for language in Language::ALL {
            let content = filled(&form, LONG, TEXT, ROWS);
            let run = set(&form.id, &content, language);
            let all = plain(&run.document);
            let named = form.columns.iter().filter(|column| column.key.starts_with("name")).count();
            assert_eq!(all.matches(LONG).count(), ROWS * named, "{}", form.id);
            let told = form.columns.iter().any(|column| column.align == crate::paper::layout::Align::Left);
            let text: String = TEXT.chars().filter(|c| !c.is_whitespace()).collect();
            assert!(!told || all.contains(&text), "{}", form.id);
            // The head of the table stands on every sheet that has rows.
            let number = form.columns.first().filter(|column| column.key == "no" && !column.vertical);
            for sheet in run.document.sheets.iter().filter(|_| named > 0 && form.blocks.is_empty()) {
                let head = number.map(|column| column.title.get(language).to_owned());
                assert!(head.is_none_or(|head| words(sheet).contains(&head)), "{}", form.id);
            }
        }
    }
}

#[test]
fn a_field_longer_than_a_sheet_goes_on_over_the_next() {
    let course = "第一行先说时间，再说经过。".repeat(400);
    let content = {
        let mut content = blank();
        let _ = content.header.insert("course".to_owned(), course.clone());
        content
    };
    let run = set("event-first", &content, Language::Chinese);
    assert!(run.document.sheets.len() >= 3);
    let all = plain(&run.document);
    assert_eq!(all.matches("第一行先说时间，").count() + all.matches("第一行先说时间").count(), 800);
    let heads = run.document.sheets.iter().filter(|sheet| words(sheet).contains("突发公共卫生事件初次报告"));
    assert_eq!(heads.count(), run.document.sheets.len());
}

#[test]
fn rows_to_write_on_are_high_enough_and_fill_the_sheet() {
    for form in FormTemplate::all().unwrap().iter().filter(|form| form.source != RowSource::Records) {
        assert!(form.rows.height >= 8.0 && form.rows.least >= 8.0, "{}", form.id);
        let run = set(&form.id, &blank(), Language::Chinese);
        let lowest = run.document.sheets.iter().map(|sheet| {
            let texts = sheet.texts().filter(|text| !text.text.starts_with("第 "));
            texts.map(|text| text.baseline).fold(0.0, f32::max) / sheet.height
        });
        assert!(lowest.fold(0.0, f32::max) > 0.5, "{} leaves half its sheet empty", form.id);
    }
}

#[test]
fn every_form_looks_as_it_was_reviewed() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/reference/forms");
    let update = std::env::var(UPDATE).is_ok_and(|value| value == "update");
    let mut wrong = Vec::new();
    for form in FormTemplate::all().unwrap() {
        let mut now = String::new();
        for (name, content) in
            [("blank", blank()), ("filled", filled(&form, "李思远", "呕吐两次，已送卫生院", 3))]
        {
            writeln!(now, "== {name}").unwrap();
            dump(&set(&form.id, &content, Language::Chinese).document, &mut now);
        }
        let file = folder.join(format!("{}.txt", form.id));
        if update {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&file, &now).unwrap();
        } else if std::fs::read_to_string(&file).ok().as_deref() != Some(now.as_str()) {
            wrong.push(form.id);
        }
    }
    assert!(wrong.is_empty(), "changed or never reviewed: {wrong:?}; look at them, then set {UPDATE}=update");
}
