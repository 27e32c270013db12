//! Typesetting of any text: the Chinese rules hold at every width.

use proptest::prelude::*;
use proptest::sample::select;

use super::*;
use crate::paper::font::{FontKind, Fonts};

/// Words that must stay whole.
const WHOLE: [&str; 18] = [
    "3 次",
    "30 分钟",
    "37.5 ℃",
    "14 天",
    "08:05",
    "2026年3月1日",
    "第 12 周",
    "3～5 天",
    "500 mg/L",
    "三（2）班",
    "0735-288 4017",
    "——",
    "……",
    "Wang",
    "12 小时",
    "2025级8班",
    "100%",
    "No.7",
];
const PLAIN: [&str; 8] = ["孩子", "发烧", "请您", "学校里", "洗手", "回执", "阿卜杜热西提", "体温"];
const MARKS: [&str; 12] = ["，", "。", "、", "：“", "）。", "”，", "》（", "（", "《", "；", "？”", " "];

fn part() -> impl Strategy<Value = &'static str> {
    prop_oneof![3 => select(&PLAIN[..]), 2 => select(&WHOLE[..]), 2 => select(&MARKS[..])]
}

/// Parts with never two runs of marks side by side: those are longer than any line in the end.
fn text() -> impl Strategy<Value = Vec<&'static str>> {
    proptest::collection::vec(part(), 1..60).prop_map(|parts| {
        let mut kept: Vec<&str> = Vec::new();
        for part in parts {
            let mark = MARKS.contains(&part);
            let glued = |last: &&str| {
                let latin = |text: &str| text.starts_with(|c: char| c.is_ascii_alphanumeric());
                MARKS.contains(last) && mark || WHOLE.contains(last) && (WHOLE.contains(&part) || latin(part))
            };
            if !kept.last().is_some_and(glued) {
                kept.push(part);
            }
        }
        kept
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn no_line_breaks_a_rule(parts in text(), em in 16.0..40.0_f32, indent in 0..3_u8) {
        let fonts = Fonts::shipped();
        let size = 5.0;
        let text = parts.concat();
        let indent = f32::from(indent) * size;
        let lines = break_lines(&fonts, &text, FontKind::SansRegular, size, em * size, indent);
        let joined: String = lines.iter().map(|line| line.text.as_str()).collect();
        prop_assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
        for (number, line) in lines.iter().enumerate() {
            let room = em * size - if number == 0 { indent } else { 0.0 };
            prop_assert!(line.width <= room + 0.01, "{:?}", line);
            let first = line.text.chars().next();
            prop_assert!(number == 0 || !first.is_some_and(|c| "，。、；：？！）》”…·℃".contains(c)), "{:?}", lines);
            prop_assert!(!line.continues || !line.text.ends_with(['（', '《', '“']), "{:?}", lines);
        }
        for whole in parts.iter().filter(|part| WHOLE.contains(part)) {
            prop_assert!(lines.iter().any(|line| line.text.contains(whole)), "{} broken in {:?}", whole, lines);
        }
    }

    #[test]
    fn a_paragraph_fills_its_column_and_nothing_overlaps(parts in text(), em in 16.0..40.0_f32) {
        let fonts = Fonts::shipped();
        let style = Style::points(FontKind::SansRegular, 14.0);
        let width = em * style.size;
        let frame = Frame { x: 30.0, y: 20.0, width, height: 100.0 };
        let mut pen = Pen::new(&fonts);
        let text = parts.concat();
        let height = pen.paragraph(frame, style, 8.0, 2.0 * style.size, &text);
        let sheet = Sheet { width: 300.0, height: 20.0 + height + 20.0, items: pen.items };
        for text in sheet.texts() {
            // A closing mark may stick out by its empty half.
            prop_assert!(text.bounds()[2] <= frame.x + width + style.size / 2.0 + 0.01, "{:?}", text);
        }
        let document = Document {
            title: String::new(),
            language: crate::i18n::Language::Chinese,
            made_at: chrono::NaiveDateTime::default(),
            sheets: vec![sheet],
            bookmarks: Vec::new(),
        };
        tests::assert_sound(&document);
    }
}

#[test]
fn neighbouring_marks_share_their_room() {
    let fonts = Fonts::shipped();
    let pen = Pen::new(&fonts);
    let style = Style { font: FontKind::SansRegular, size: 4.0, ink: Ink::Black };
    for (text, em) in [("《回执》（一）", 6.5), ("他说：“好。”", 6.0), ("（《信》）", 4.0), ("晨检", 2.0)]
    {
        assert!((pen.measure(style, text) - em * 4.0).abs() < 0.01, "{text}: {}", pen.measure(style, text));
    }
}

#[test]
fn a_spread_line_leaves_words_and_figures_as_they_are() {
    let fonts = Fonts::shipped();
    let style = Style::points(FontKind::SansRegular, 14.0);
    let mut pen = Pen::new(&fonts);
    let frame = Frame { x: 20.0, y: 20.0, width: 103.0, height: 50.0 };
    pen.paragraph(frame, style, 8.0, 0.0, &"每天 37.5 ℃ 以上打电话 0735-2884017 给王老师".repeat(3));
    let figures = |item: &&Item| matches!(item, Item::Text(text) if text.text.starts_with("37.5"));
    let all: Vec<&Item> = pen.items.iter().filter(figures).collect();
    assert!(!all.is_empty());
    for item in all {
        let Item::Text(text) = item else { unreachable!() };
        assert!(text.tracking.abs() < f32::EPSILON, "{text:?}");
    }
}
