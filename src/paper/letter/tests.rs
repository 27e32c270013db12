use std::collections::BTreeSet;
use std::time::Instant;

use chrono::NaiveDate;

use super::*;
use crate::domain::progress::Silent;
use crate::i18n::{Explain, Language, Tr};
use crate::paper::PaperError;
use crate::paper::font::{Fonts, MissingGlyph};
use crate::paper::layout::tests::{assert_sound, words};
use crate::paper::layout::{Document, POINT};
use crate::paper::pdf;

fn facts() -> LetterFacts {
    LetterFacts {
        school: "云坪镇石桥九年一贯制学校".to_owned(),
        date: "2026年11月23日".to_owned(),
        return_by: "11月27日".to_owned(),
        demo: true,
        made_at: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(9, 0, 0).unwrap(),
    }
}

fn recipient(name: &str, serial: usize) -> Recipient {
    Recipient {
        name: name.to_owned(),
        class: format!("三（{}）班", serial % 3 + 1),
        teacher: "王秀兰".to_owned(),
        phone: "0735-288 4017".to_owned(),
        serial: format!("DJ-{serial:04}"),
    }
}

/// A run with all its sheets.
#[derive(Debug, PartialEq)]
struct Whole {
    document: Document,
    left_out: Vec<usize>,
    empty_fields: BTreeSet<Field>,
}

fn run(recipients: &[Recipient], language: Language, missing: MissingGlyph) -> Result<Whole, PaperError> {
    let template = LetterTemplate::shipped("winter").unwrap();
    let (facts, fonts, tr) = (facts(), Fonts::shipped(), Tr::new(language));
    let run = LetterRun::new(&template, &facts, recipients, &fonts, missing, &tr)?;
    let document = run.document(0..usize::MAX, &mut Silent)?;
    assert_eq!(document.sheets.len(), run.letters());
    assert_eq!(run.document(1..2, &mut Silent)?.sheets.first(), document.sheets.get(1));
    Ok(Whole { document, left_out: run.left_out, empty_fields: run.empty_fields })
}

#[test]
fn one_sheet_per_child_with_name_and_class_on_the_slip() {
    let people = [recipient("李思远", 1), recipient("买买提·艾力", 2)];
    for language in Language::ALL {
        let run = run(&people, language, MissingGlyph::Stop).unwrap();
        assert_eq!(run.document.sheets.len(), 2);
        assert!(run.left_out.is_empty() && run.empty_fields.is_empty());
        assert_sound(&run.document);
        for (sheet, person) in run.document.sheets.iter().zip(&people) {
            let slip: String =
                sheet.texts().filter(|t| t.baseline > 225.0).map(|t| t.text.as_str()).collect();
            assert!(slip.contains(&person.name) && slip.contains(&person.class), "{slip}");
            assert!(!slip.contains(&person.phone), "the slip travels through many hands");
            let all = words(sheet);
            assert!(!all.contains(['{', '}']), "{all}");
        }
    }
}

#[test]
fn guardians_get_large_type() {
    let run = run(&[recipient("李思远", 1)], Language::Chinese, MissingGlyph::Stop).unwrap();
    let sheet = &run.document.sheets[0];
    let body: Vec<_> =
        sheet.texts().filter(|t| t.baseline < 220.0 && t.text != "●" && t.text != "演示").collect();
    assert!(body.iter().all(|t| t.size >= 14.0 * POINT - 0.001));
    let count: usize = body.iter().map(|t| t.text.chars().count()).sum();
    assert!((400..=700).contains(&count), "{count}");
}

#[test]
fn the_longest_name_fits() {
    let name = "阿卜杜热西提·买买提伊敏·阿卜杜拉·吐尔逊·阿布都克里木·艾合买提·玉素甫江·亚森江·热合曼·买买提";
    assert_eq!(name.chars().count(), 50);
    for language in Language::ALL {
        let run = run(&[recipient(name, 1), recipient("李思远", 2)], language, MissingGlyph::Stop).unwrap();
        assert_sound(&run.document);
        let printed = words(&run.document.sheets[0]).replace(' ', "");
        assert!(printed.matches("热合曼").count() == 2, "{printed}");
    }
}

#[test]
fn names_without_glyphs_stop_are_left_out_or_ruled() {
    let people = [recipient("李思远", 1), recipient("王\u{2B820}文", 2)];
    let stopped = run(&people, Language::Chinese, MissingGlyph::Stop);
    assert_eq!(stopped, Err(PaperError::MissingGlyphs { records: vec![1] }));
    let fewer = run(&people, Language::Chinese, MissingGlyph::LeaveOut).unwrap();
    assert_eq!((fewer.document.sheets.len(), fewer.left_out), (1, vec![1]));
    let ruled = run(&people, Language::Chinese, MissingGlyph::Rule).unwrap();
    assert_eq!(ruled.document.sheets.len(), 2);
    assert!(words(&ruled.document.sheets[1]).contains("＿＿＿＿"));
    assert_eq!(ruled.empty_fields, [Field::Name].into());
}

#[test]
fn an_unknown_field_is_named() {
    let text = include_str!("../../../assets/letters/winter.toml").replace("{班主任}", "{校医}");
    let error = LetterTemplate::parse("winter", &text).unwrap_err();
    assert_eq!(error, PaperError::UnknownField { id: "winter".to_owned(), field: "校医".to_owned() });
    assert!(error.explain(&Tr::new(Language::Chinese)).happened.contains("校医"));
}

#[test]
fn a_letter_is_small_and_a_school_is_quick() {
    let fonts = Fonts::shipped();
    let single = run(&[recipient("李思远", 1)], Language::Chinese, MissingGlyph::Stop).unwrap();
    let bytes = pdf::write(&single.document, &fonts, &mut Silent).unwrap();
    assert!(bytes.len() <= 60 * 1024, "{}", bytes.len());
    let many: Vec<Recipient> = (0..365)
        .map(|n| recipient(&format!("李思{}", char::from_u32(0x5100 + n).unwrap()), n as usize))
        .collect();
    let start = Instant::now();
    let run = run(&many, Language::Chinese, MissingGlyph::Stop).unwrap();
    let bytes = pdf::write(&run.document, &fonts, &mut Silent).unwrap();
    let took = start.elapsed();
    assert!(bytes.len() <= 1024 * 1024, "{}", bytes.len());
    assert!(took.as_secs() < 10, "{took:?}");
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    assert!(pdf.extract_text(&[200]).unwrap().contains(&many[199].name));
    save("letters", &bytes);
}

#[test]
fn letters_without_a_teacher_leave_room_to_write() {
    let person = Recipient { teacher: String::new(), phone: " ".to_owned(), ..recipient("李思远", 1) };
    let run = run(&[person], Language::Chinese, MissingGlyph::Stop).unwrap();
    assert_eq!(run.empty_fields, [Field::Teacher, Field::Phone].into());
    assert_sound(&run.document);
}

/// Keeps a file for the eye where `CHENJIAN_LOOK` names a folder.
fn save(name: &str, bytes: &[u8]) {
    if let Some(folder) = std::env::var_os("CHENJIAN_LOOK") {
        std::fs::write(std::path::Path::new(&folder).join(format!("{name}.pdf")), bytes).unwrap();
    }
}

#[test]
fn look() {
    let fonts = Fonts::shipped();
    let long = "阿卜杜热西提·买买提伊敏·阿卜杜拉·吐尔逊·阿布都克里木·艾合买提·玉素甫江·亚森江·热合曼·买买提";
    for language in Language::ALL {
        let run = run(&[recipient("李思远", 1), recipient(long, 2)], language, MissingGlyph::Stop).unwrap();
        let bytes = pdf::write(&run.document, &fonts, &mut Silent).unwrap();
        save(&format!("letter-{}", language.tag()), &bytes);
    }
}
