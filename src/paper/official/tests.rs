use chrono::NaiveDate;

use super::*;
use crate::domain::progress::Silent;
use crate::i18n::{Language, Tr};
use crate::paper::font::{FontKind, Fonts};
use crate::paper::layout::tests::{assert_sound, words};
use crate::paper::pdf;

fn part(level: OfficialLevel, text: &str) -> OfficialPart {
    OfficialPart { level, text: text.to_owned() }
}

fn document(paragraphs: usize) -> OfficialDocument {
    let text =
        "学校每天早上检查学生的体温和精神，发现发烧、咳嗽、出疹子、呕吐或者腹泻的，当天通知家长并登记在册。";
    let mut parts = vec![part(OfficialLevel::One, "一、监测与报告"), part(OfficialLevel::Two, "（一）晨检")];
    parts.extend((0..paragraphs).map(|_| part(OfficialLevel::Text, text)));
    OfficialDocument {
        title: "云坪镇石桥九年一贯制学校关于二〇二六年秋季学期传染病防控工作情况的汇报".to_owned(),
        to: Some("云坪镇中心校".to_owned()),
        parts,
        signer: "云坪镇石桥九年一贯制学校".to_owned(),
        date: "2026年11月23日".to_owned(),
        demo: true,
        made_at: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(9, 0, 0).unwrap(),
    }
}

fn laid_out(document: &OfficialDocument) -> crate::paper::layout::Document {
    let fonts = Fonts::shipped();
    let laid = document.lay_out(&fonts, &Tr::new(Language::Chinese)).unwrap();
    assert_sound(&laid);
    laid
}

#[test]
fn a_page_holds_22_lines_of_28_characters() {
    let mut full = document(0);
    full.parts = vec![part(OfficialLevel::Text, &"学".repeat(28 * 60))];
    let laid = laid_out(&full);
    let second = &laid.sheets[1];
    let body: Vec<_> = second.texts().filter(|text| text.text.starts_with('学')).collect();
    assert_eq!(body.len(), 22);
    assert!(body.iter().all(|text| text.text.chars().count() == 28));
    let (first, last) = (body[0].bounds(), body[21].bounds());
    assert!((first[0] - 26.0).abs() < 0.01 && (first[2] - 182.0).abs() < 0.01, "{first:?}");
    assert!(first[1] >= 37.0 && last[3] <= 262.0, "{first:?} {last:?}");
}

#[test]
fn the_title_breaks_evenly_and_headings_have_their_faces() {
    let laid = laid_out(&document(3));
    let title: Vec<_> =
        laid.sheets[0].texts().filter(|text| text.font == FontKind::SerifBold && text.size > 7.0).collect();
    assert_eq!(title.len(), 2);
    let lengths: Vec<usize> = title.iter().map(|text| text.text.chars().count()).collect();
    assert!(lengths[0].abs_diff(lengths[1]) <= 2, "{lengths:?}");
    let face = |start: &str| laid.sheets[0].texts().find(|text| text.text.starts_with(start)).unwrap().font;
    assert_eq!((face("一、"), face("（一）")), (FontKind::SansBold, FontKind::SerifBold));
    let own =
        OfficialDocument { title: "关于石桥学校\n工作情况的汇报".to_owned(), ..document(1) };
    let first = laid_out(&own);
    assert!(first.sheets[0].texts().any(|text| text.text == "关于石桥学校"));
    // A part wider than the page is broken again.
    let long = format!("{}\n工作情况的汇报", "云坪镇石桥九年一贯制寄宿学校".repeat(3));
    let title = laid_out(&OfficialDocument { title: long, ..document(1) });
    let widest = title.sheets[0].texts().map(|text| text.width).fold(0.0, f32::max);
    assert!(widest <= 156.1, "{widest}");
}

#[test]
fn the_signature_is_never_alone_and_numbers_stand_outside() {
    for paragraphs in 1..26 {
        let laid = laid_out(&document(paragraphs));
        let last = laid.sheets.last().unwrap();
        let signer =
            last.texts().find(|text| text.text.starts_with("云坪镇石桥九年") && text.size < 6.0).unwrap();
        let body = last.texts().filter(|text| text.baseline < signer.baseline - 15.0).count();
        assert!(body >= 2, "{paragraphs}: {}", words(last));
        let date = last.texts().find(|text| text.text == "2026年11月23日").unwrap();
        assert!(date.baseline > signer.baseline);
        for (number, sheet) in laid.sheets.iter().enumerate() {
            let page = sheet.texts().find(|text| text.text == format!("– {} –", number + 1)).unwrap();
            assert_eq!(page.x > 105.0, number % 2 == 0, "odd pages at the right, even ones at the left");
        }
    }
}

#[test]
fn look() {
    let laid = laid_out(&document(9));
    assert_eq!(laid.bookmarks.len(), 1);
    let bytes = pdf::write(&laid, &Fonts::shipped(), &mut Silent).unwrap();
    if let Some(folder) = std::env::var_os("CHENJIAN_LOOK") {
        std::fs::write(std::path::Path::new(&folder).join("official.pdf"), bytes).unwrap();
    }
}
