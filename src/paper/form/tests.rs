use chrono::{NaiveDate, NaiveDateTime};

use super::content::Cells;
use super::*;
use crate::domain::progress::Silent;
use crate::i18n::{Language, Tr};
use crate::paper::PaperError;
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::layout::Sheet;
use crate::paper::layout::tests::{assert_sound, words};
use crate::paper::pdf;

mod own;
mod reference;

const SYMPTOMS: [&str; 9] =
    ["fever", "rash", "diarrhoea", "vomiting", "jaundice", "conjunctivitis", "parotid", "cough", "other"];
const LONG: &str =
    "阿卜杜热西提·买买提伊敏·阿卜杜拉·吐尔逊·阿布都克里木·艾合买提·玉素甫江·亚森江·热合曼·买买提";

fn made_at() -> NaiveDateTime {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(11, 20, 0).unwrap()
}

fn cells(pairs: &[(&str, &str)]) -> Cells {
    pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect()
}

fn form(id: &str) -> FormTemplate {
    FormTemplate::shipped(id).unwrap()
}

/// Laid out and looked over, without a file.
fn set(id: &str, content: &FormContent, language: Language) -> FormRun {
    let run =
        layout(&form(id), content, &Fonts::shipped(), MissingGlyph::Stop, &Tr::new(language), &mut Silent)
            .unwrap();
    assert_sound(&run.document);
    run
}

fn lay(id: &str, content: &FormContent, language: Language) -> FormRun {
    let run = set(id, content, language);
    let bytes = pdf::write(&run.document, &Fonts::shipped(), &mut Silent).unwrap();
    if let Some(folder) = std::env::var_os("CHENJIAN_LOOK") {
        let thread = std::thread::current();
        let test = thread.name().unwrap_or("form").rsplit("::").next().unwrap().to_owned();
        let file = format!("{id}-{}-{test}.pdf", language.tag());
        std::fs::write(std::path::Path::new(&folder).join(file), bytes).unwrap();
    }
    run
}

fn school_day() -> FormContent {
    let mut content = FormContent::blank(made_at());
    content.demo = true;
    content.header = cells(&[
        ("school", "云坪镇石桥学校"),
        ("date", "2026 年 11 月 23 日　星期一"),
        ("checked", "应检 16 班，已检 13 班，未检 3 班"),
        ("number", "SQ-20261123-01"),
        ("reporter", "王秀兰"),
        ("phone", "0735-288 4017"),
    ]);
    for grade in ["一", "二", "三", "四", "五", "六", "七", "八"] {
        for class in ["1", "2"] {
            let mut row = cells(&[("grade", grade), ("class", class), ("enrolled", "22")]);
            if (grade, class) == ("六", "2") || grade == "八" {
                content.rows.push(FormRow::Span {
                    cells: row,
                    from: "present".to_owned(),
                    strong: "未检".to_owned(),
                    text: "（09:12 止未交表）".to_owned(),
                });
                continue;
            }
            row.extend(cells(&[
                ("present", "21"),
                ("ill", "1"),
                ("today-fever", "1"),
                ("recent-cough", "2"),
            ]));
            content.rows.push(FormRow::Filled(row));
        }
    }
    let mut total = cells(&[("enrolled", "365"), ("present", "268"), ("ill", "4")]);
    for symptom in SYMPTOMS {
        total.insert(format!("today-{symptom}"), "13".to_owned());
        total.insert(format!("recent-{symptom}"), "0".to_owned());
    }
    content.foot.insert("total".to_owned(), total);
    content.notes.push(
        "出勤、缺勤和症状人数只含已检的 13 班 273 人。另有事假 1 人。聚集性疫情 1 起：三（2）班，呕吐 3 人，08:52 已报卫生院。".to_owned(),
    );
    content
}

fn pupils(count: usize) -> Vec<FormRow> {
    (1..=count)
        .map(|no| {
            let name = match no {
                7 => LONG.to_owned(),
                9 => "阿依努尔·买买提".to_owned(),
                _ => format!("李思{}", char::from_u32(0x4e00 + no as u32).unwrap()),
            };
            FormRow::Open(cells(&[("no", &no.to_string()), ("name", &name), ("sex", "女"), ("age", "9")]))
        })
        .collect()
}

#[test]
fn every_form_reads_and_prints_blank_in_both_languages() {
    let ids: Vec<String> = FormTemplate::all().unwrap().into_iter().map(|f| f.id).collect();
    assert_eq!(ids.len(), 51);
    for id in ids {
        for language in Language::ALL {
            let mut content = FormContent::blank(made_at());
            content.header = cells(&[("school", "云坪镇石桥学校")]);
            let run = lay(&id, &content, language);
            let checklist = id.ends_with("-check");
            assert!(run.document.sheets.len() <= if checklist { 2 } else { 1 }, "{id}");
            assert!(!words(&run.document.sheets[0]).contains(['{', '}']));
        }
    }
}

#[test]
fn the_daily_report_stands_on_one_sheet_with_unchecked_classes_named() {
    for language in Language::ALL {
        let run = lay("school-day", &school_day(), language);
        assert_eq!(run.document.sheets.len(), 1);
        let all = words(&run.document.sheets[0]);
        assert_eq!(all.matches("未检 （09:12 止未交表）").count(), 3, "{all}");
        assert!(all.contains("SQ-20261123-01") && all.contains("365"));
    }
}

#[test]
fn a_large_school_repeats_the_head_and_keeps_the_total_last() {
    let mut content = school_day();
    let rows = content.rows.clone();
    content.rows.extend(rows.iter().cloned());
    content.rows.extend(rows);
    let run = lay("school-day", &content, Language::Chinese);
    let sheets = &run.document.sheets;
    assert!(sheets.len() > 1);
    for (number, sheet) in sheets.iter().enumerate() {
        let all = words(sheet);
        assert!(all.contains("本日各症状人数"));
        assert!(all.contains(&format!("第 {} 页，共 {} 页", number + 1, sheets.len())), "{all}");
        assert_eq!(all.contains("合计"), number + 1 == sheets.len());
    }
    let bold = sheets.iter().flat_map(Sheet::texts).filter(|t| t.text == "未检").count();
    assert_eq!(bold, 9, "every row once");
}

#[test]
fn fifty_six_pupils_stand_on_one_week_sheet() {
    let mut content = FormContent::blank(made_at());
    content.header = cells(&[
        ("school", "云坪镇石桥学校"),
        ("class", "三（2）班"),
        ("week", "2026-11-23 至 2026-11-27"),
        ("mon", "11-23"),
        ("tue", "11-24"),
        ("enrolled", "56"),
        ("teacher", "王秀兰"),
    ]);
    content.rows = pupils(56);
    for language in Language::ALL {
        let run = lay("class-week", &content, language);
        assert_eq!(run.document.sheets.len(), 1);
        assert!(words(&run.document.sheets[0]).replace(' ', "").contains(LONG));
    }
    content.hidden = ["mon", "tue", "wed", "thu", "fri"].iter().map(|d| format!("{d}-evening")).collect();
    content.rows = pupils(30);
    let all = words(&lay("class-week", &content, Language::Chinese).document.sheets[0]);
    assert!(!all.contains(" 晚 "), "{all}");
}

#[test]
fn the_class_sheet_prints_with_names_or_filled() {
    let mut content = FormContent::blank(made_at());
    content.header = cells(&[
        ("school", "云坪镇石桥学校"),
        ("session", "晨检"),
        ("class", "三（2）班"),
        ("date", "2026年11月23日"),
        ("enrolled", "20"),
    ]);
    content.rows = pupils(45);
    let run = lay("class-day", &content, Language::Chinese);
    assert_eq!(run.document.sheets.len(), 2);
    content.rows = vec![FormRow::Filled(cells(&[
        ("no", "7"),
        ("name", "李思远"),
        ("sex", "男"),
        ("fever", "38.2"),
        ("vomiting", "✓"),
        ("diagnosis", "急性胃肠炎（待查）"),
    ]))];
    content.answers.insert("severe".to_owned(), Answer::default());
    content.answers.insert(
        "cluster".to_owned(),
        Answer { yes: true, detail: "宿舍 3-201，发病 3 人，主要症状：呕吐".to_owned() },
    );
    for language in Language::ALL {
        let run = lay("class-day", &content, language);
        let all = words(&run.document.sheets[0]);
        assert!(all.contains("38.2") && all.contains('/') && all.contains("3-201"), "{all}");
    }
}

#[test]
fn the_checklist_keeps_headings_with_their_tasks() {
    let mut content = FormContent::blank(made_at());
    content.header = cells(&[
        ("school", "云坪镇石桥学校"),
        ("date", "2026年11月23日"),
        ("plan", "2026 年秋季版"),
        ("done", "完成 12 项，共 60 项"),
    ]);
    for section in 1..=6 {
        content.rows.push(FormRow::Section(format!("{section}. 日常预防和准备")));
        for task in 1..=10 {
            content.rows.push(FormRow::Filled(cells(&[
                ("no", &format!("{section}.{task}")),
                ("task", if task % 3 == 0 { "每学期开学前检查洗手设施、消毒用品和口罩的数量，缺少的在开学前一周补齐，并登记在物资台账" } else { "落实晨午检和因病缺勤追踪" }),
                ("person", if task == 2 { LONG } else { "王秀兰" }),
                ("due", "2026-12-01"),
                ("state", "进行中"),
                ("evidence", if task % 4 == 0 { "" } else { "晨检记录 2026-11-23" }),
            ])));
        }
    }
    for language in Language::ALL {
        let run = lay("plan-checklist", &content, language);
        assert!(run.document.sheets.len() >= 3);
        for sheet in &run.document.sheets {
            let texts: Vec<_> = sheet.texts().collect();
            let heading =
                texts.iter().filter(|t| t.text.contains("日常预防")).map(|t| t.baseline).fold(0.0, f32::max);
            let row = texts.iter().filter(|t| t.text == "2026-12-01").map(|t| t.baseline).fold(0.0, f32::max);
            assert!(row > heading);
        }
    }
}

#[test]
fn names_without_glyphs_follow_the_choice() {
    let mut content = FormContent::blank(made_at());
    content.rows = vec![
        FormRow::Open(cells(&[("no", "1"), ("name", "李思远")])),
        FormRow::Open(cells(&[("no", "2"), ("name", "王\u{2B820}文")])),
    ];
    let run = |missing| {
        layout(
            &form("class-week"),
            &content,
            &Fonts::shipped(),
            missing,
            &Tr::new(Language::Chinese),
            &mut Silent,
        )
    };
    assert_eq!(run(MissingGlyph::Stop).unwrap_err(), PaperError::MissingGlyphs { records: vec![1] });
    assert_eq!(run(MissingGlyph::LeaveOut).unwrap().left_out, vec![1]);
    let ruled = run(MissingGlyph::Rule).unwrap();
    assert!(words(&ruled.document.sheets[0]).contains("＿＿＿＿"));
}

#[test]
fn a_form_file_with_an_unknown_group_is_refused() {
    let text =
        include_str!("../../../assets/forms/class-week.toml").replace("{ key = \"fri\"", "{ key = \"sat\"");
    let error = FormTemplate::parse("class-week", &text).unwrap_err();
    assert!(matches!(error, PaperError::Template { detail, .. } if detail.contains("fri-morning")));
}
