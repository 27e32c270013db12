use super::*;
use crate::paper::font::{FontKind, Fonts};

/// Nothing outside the sheet's printable part, no text over another.
pub(crate) fn assert_sound(document: &Document) {
    assert_eq!(document.unsound(), None);
}

/// All texts of a sheet in drawing order.
pub(crate) fn words(sheet: &Sheet) -> String {
    sheet.texts().map(|text| text.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn lines(text: &str, em: f32) -> Vec<String> {
    let fonts = Fonts::shipped();
    break_lines(&fonts, text, FontKind::SansRegular, 5.0, em * 5.0, 0.0).into_iter().map(|l| l.text).collect()
}

#[test]
fn closing_marks_never_begin_and_opening_marks_never_end_a_line() {
    let text = "冬天冷（尤其早晚），门窗“关得紧”，流感、水痘容易传开。请您照这封信做：看完，交回《回执》。";
    for width in 4..24 {
        for line in lines(text, width as f32) {
            assert!(!line.starts_with(|c| "，。、；：？！）》”’".contains(c)), "{width}: {line}");
            assert!(!line.ends_with(|c| "（《“".contains(c)), "{width}: {line}");
        }
    }
}

#[test]
fn figures_stay_with_their_unit_and_words_stay_whole() {
    let text = "每天开窗 3 次，每次 30 分钟；体温 37.5 ℃ 以上，在 2026年11月27日 08:05 前打 0735-2884017 给 Wang 老师";
    for width in 8..30 {
        let all = lines(text, width as f32);
        for whole in ["3 次", "30 分钟", "37.5 ℃", "08:05", "0735-2884017", "Wang", "11月27日"] {
            assert!(all.iter().any(|line| line.contains(whole)), "{width}: {whole} broken in {all:?}");
        }
    }
}

#[test]
fn breaking_loses_nothing_and_stays_within_the_column() {
    let fonts = Fonts::shipped();
    let text = "阿卜杜热西提·买买提伊敏·阿卜杜拉·吐尔逊·阿布都克里木·艾合买提·玉素甫江 Abdurashid-Muhammadimin-Tursun";
    for width in [8.0, 15.0, 33.0, 70.0] {
        let all = break_lines(&fonts, text, FontKind::SansBold, 4.0, width, 0.0);
        let joined: String = all.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(joined.replace(' ', ""), text.replace(' ', ""));
        assert!(all.iter().all(|l| l.width <= width + 0.01), "{all:?}");
    }
}

#[test]
fn a_justified_line_ends_at_the_column() {
    let fonts = Fonts::shipped();
    let mut pen = Pen::new(&fonts);
    let style = Style::points(FontKind::SansRegular, 14.0);
    let frame = Frame { x: 20.0, y: 20.0, width: 101.3, height: 50.0 };
    pen.paragraph(frame, style, 8.0, 2.0 * style.size, &"学校通知家长孩子生病在家".repeat(8));
    let mut ends: Vec<f32> = pen.items.iter().map(|item| item.bounds()[2]).collect();
    ends.pop();
    assert!(ends.len() > 3);
    for end in ends {
        let tracking = 0.2;
        assert!((end - 121.3).abs() < tracking + 0.01, "{end}");
    }
}

#[test]
fn a_long_name_is_shrunk_then_wrapped_and_never_cut() {
    let fonts = Fonts::shipped();
    let style = Style::points(FontKind::SansRegular, 10.0);
    let name = "阿卜杜热西提·买买提伊敏·阿卜杜拉·吐尔逊·阿布都克里木·艾合买提·玉素甫江·亚森江·热合曼买买提";
    assert!(name.chars().count() >= 45);
    for (width, height) in [(24.0, 6.0), (40.0, 4.0), (90.0, 8.0)] {
        let cell = Cell::fit(&fonts, name, style, 6.0 * POINT, width, height);
        let mut pen = Pen::new(&fonts);
        cell.set(&mut pen, Frame { x: 0.0, y: 0.0, width, height: cell.height() }, Align::Left);
        let printed: String = pen
            .items
            .iter()
            .filter_map(|i| if let Item::Text(t) = i { Some(t.text.as_str()) } else { None })
            .collect();
        assert_eq!(printed, name);
        assert!(
            pen.items.iter().all(|i| i.bounds()[2] <= width + 0.01 && i.bounds()[3] <= cell.height() + 0.01)
        );
    }
}

#[test]
fn column_titles_stand_upright() {
    assert_eq!(stack("发热"), ["发", "热"]);
    assert_eq!(stack("结膜充血"), ["结膜", "充血"]);
    assert_eq!(stack("其他\n注明"), ["其他", "注明"]);
}

#[test]
fn offsets_place_every_character_for_the_screen() {
    let fonts = Fonts::shipped();
    let mut pen = Pen::new(&fonts);
    pen.text(0.0, 5.0, Style { font: FontKind::SansRegular, size: 4.0, ink: Ink::Black }, "晨检12");
    let Item::Text(text) = &pen.items[0] else { panic!() };
    let offsets = text.offsets(&fonts);
    assert_eq!(offsets[1], ('检', 4.0));
    assert!((offsets[3].1 - (8.0 + 0.555 * 4.0)).abs() < 0.01);
}
