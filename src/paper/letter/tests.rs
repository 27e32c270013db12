use std::collections::BTreeSet;
use std::time::Instant;

use chrono::NaiveDate;

use super::*;
use crate::domain::progress::Silent;
use crate::domain::slip_code::SlipCode;
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
        more: [
            (Field::Disease, "手足口病"),
            (Field::Signs, "手心、脚心、嘴里、屁股上起小水疱或红点，嘴痛不肯吃，有的发烧。"),
            (Field::Incubation, "2–10 天，多为 3–5 天"),
            (Field::ReturnRule, "症状消失满 7 天，且不少于发病后 14 天，凭医院或卫生院的证明"),
            (Field::From, "2027年1月18日（星期一）"),
            (Field::To, "2027年2月26日（星期五）"),
            (Field::Back, "2027年3月1日（星期一）"),
        ]
        .map(|(field, text)| (field, text.to_owned()))
        .into(),
        days: (14..28).map(|day| format!("2月{day}日")).collect(),
        layout: LetterLayout::default(),
    }
}

fn recipient(name: &str, serial: usize) -> Recipient {
    Recipient {
        name: name.to_owned(),
        class: format!("三（{}）班", serial % 3 + 1),
        teacher: "王秀兰".to_owned(),
        phone: "0735-288 4017".to_owned(),
        serial: SlipCode { run: 12, number: serial as u32 }.to_string(),
        code: SlipCode { run: 12, number: serial as u32 }.digits(),
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
    assert_eq!(document.sheets.len(), run.sides());
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

/// A run of a letter in a layout.
fn laid_out(
    template: &LetterTemplate,
    layout: LetterLayout,
    recipients: &[Recipient],
    language: Language,
) -> Result<Document, PaperError> {
    let (facts, fonts, tr) = (LetterFacts { layout, ..facts() }, Fonts::shipped(), Tr::new(language));
    let run = LetterRun::new(template, &facts, recipients, &fonts, MissingGlyph::Stop, &tr)?;
    run.document(0..usize::MAX, &mut Silent)
}

const LONG: &str =
    "阿卜杜热西提·买买提伊敏·阿卜杜拉·吐尔逊·阿布都克里木·艾合买提·玉素甫江·亚森江·热合曼·买买提";

#[test]
fn every_letter_reads_and_is_sound_with_the_longest_name() {
    let people = [
        recipient("李思远", 1),
        Recipient { teacher: "阿卜杜热西提·买买提伊敏".to_owned(), ..recipient(LONG, 2) },
    ];
    for template in LetterTemplate::all().unwrap() {
        for language in Language::ALL {
            for half in [false, true] {
                let layout = LetterLayout { half, ..LetterLayout::default() };
                let document = match laid_out(&template, layout, &people[..1], language) {
                    Ok(document) => document,
                    Err(PaperError::TooLong { .. }) if half && !template.half => continue,
                    Err(error) => panic!("{} {}: {error}", template.id, language.tag()),
                };
                assert_sound(&document);
                let all = words(&document.sheets[0]);
                assert!(!all.contains(['{', '}']) && !all.contains("＿＿"), "{all}");
                let bytes = pdf::write(&document, &Fonts::shipped(), &mut Silent).unwrap();
                save(
                    &format!("{}-{}{}", template.id, language.tag(), if half { "-half" } else { "" }),
                    &bytes,
                );
            }
            let layout = LetterLayout::default();
            let document = laid_out(&template, layout, &people, language).unwrap();
            assert_sound(&document);
            let bytes = pdf::write(&document, &Fonts::shipped(), &mut Silent).unwrap();
            save(&format!("{}-{}-long", template.id, language.tag()), &bytes);
        }
    }
}

#[test]
fn the_halves_of_a_cut_stack_lie_in_order() {
    let template = LetterTemplate::shipped("return").unwrap();
    for (count, duplex) in [(1, false), (2, true), (5, false), (6, true), (7, false)] {
        let people: Vec<Recipient> = (1..=count).map(|n| recipient("李思远", n)).collect();
        let layout = LetterLayout { half: true, duplex, no_slip: false };
        let document = laid_out(&template, layout, &people, Language::Chinese).unwrap();
        let step = if duplex { 2 } else { 1 };
        assert_eq!(document.sheets.len(), count.div_ceil(2) * step);
        assert!(document.sheets.iter().skip(1).step_by(2).all(|back| !duplex || back.items.is_empty()));
        // What a hand finds after the cut: the left stack from the top, then the right one.
        let serial = |text: &&crate::paper::layout::Text| text.text.contains("-0");
        let half = |left: bool| {
            let sheets = document.sheets.iter().step_by(step);
            sheets
                .flat_map(|sheet| sheet.texts().filter(serial))
                .filter(|text| (text.x < 148.5) == left)
                .map(|text| text.text.clone())
                .collect::<Vec<_>>()
        };
        let found = [half(true), half(false)].concat();
        let wanted: Vec<String> = people.iter().map(|person| format!("编号：{}", person.serial)).collect();
        assert_eq!(found, wanted);
    }
}

#[test]
fn a_copy_to_put_up_has_no_slip_and_larger_type() {
    let template = LetterTemplate::shipped("winter").unwrap();
    let one = [Recipient { code: String::new(), serial: String::new(), ..recipient("各位", 1) }];
    let layout = LetterLayout { no_slip: true, ..LetterLayout::default() };
    let document = laid_out(&template, layout, &one, Language::Chinese).unwrap();
    assert_sound(&document);
    let all = words(&document.sheets[0]);
    assert!(!all.contains("回　执") && all.contains("各位"), "{all}");
    let size = document.sheets[0].texts().find(|text| text.text.contains("您好")).unwrap().size;
    assert!(size >= 15.9 * POINT, "{size}");
}

#[test]
fn contents_lead_to_each_child_of_each_class() {
    let people: Vec<Recipient> = (1..=4).map(|n| recipient(&format!("李思{n}"), n / 3)).collect();
    let run = run(&people, Language::Chinese, MissingGlyph::Stop).unwrap();
    let shape: Vec<_> = run.document.bookmarks.iter().map(|b| (b.level, b.sheet)).collect();
    assert_eq!(shape, [(0, 0), (1, 0), (1, 1), (0, 2), (1, 2), (1, 3)]);
    let bytes = pdf::write(&run.document, &Fonts::shipped(), &mut Silent).unwrap();
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    let toc = pdf.get_toc().unwrap().toc;
    let found: Vec<_> = toc.iter().map(|entry| (entry.level, entry.page)).collect();
    assert_eq!(found, [(1, 1), (2, 1), (2, 2), (1, 3), (2, 3), (2, 4)]);
}

/// Reads the square codes of a PDF as a scanner of 150 dpi sees them. Needs pdftoppm and zbarimg, which `.ci/run`
/// installs.
#[test]
fn square_codes_of_a_printed_sheet_are_read_back() {
    use std::process::Command;
    let there = |tool: &str| Command::new(tool).arg("--help").output().is_ok();
    if !there("pdftoppm") || !there("zbarimg") {
        println!("skipped: pdftoppm or zbarimg is not installed");
        return;
    }
    let people: Vec<Recipient> = [1, 345, 9999].map(|n| recipient("李思远", n)).into();
    let folder = tempfile::tempdir().unwrap();
    for (id, half) in [("winter", false), ("return", true)] {
        let template = LetterTemplate::shipped(id).unwrap();
        let layout = LetterLayout { half, ..LetterLayout::default() };
        let document = laid_out(&template, layout, &people, Language::Chinese).unwrap();
        let file = folder.path().join("letters.pdf");
        std::fs::write(&file, pdf::write(&document, &Fonts::shipped(), &mut Silent).unwrap()).unwrap();
        let picture = folder.path().join(id);
        let done = Command::new("pdftoppm").args(["-r", "150", "-gray"]).arg(&file).arg(&picture).status();
        assert!(done.unwrap().success());
        let mut pages: Vec<_> =
            std::fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().path()).collect();
        pages.retain(|path| path.file_name().unwrap().to_string_lossy().starts_with(&format!("{id}-")));
        pages.sort();
        let read = Command::new("zbarimg").args(["--raw", "-q"]).args(&pages).output().unwrap();
        let mut read: Vec<String> =
            String::from_utf8(read.stdout).unwrap().lines().map(str::to_owned).collect();
        read.sort();
        assert_eq!(read, people.iter().map(|person| person.code.clone()).collect::<Vec<_>>());
    }
}

/// Characters of names that few fonts have, and a name of twenty characters.
const RARE: [&str; 5] = ["王䶮", "李㛃", "陈𬀩", "赵𡐓", "阿卜杜热西提·买买提伊敏·吐尔逊江·玉素"];

#[test]
fn rare_names_print_and_what_no_font_draws_is_asked_about() {
    assert_eq!(RARE[4].chars().count(), 20);
    let mut people: Vec<Recipient> = RARE.iter().zip(1..).map(|(name, n)| recipient(name, n)).collect();
    let whole = run(&people, Language::Chinese, MissingGlyph::Stop).unwrap();
    assert_sound(&whole.document);
    let bytes = pdf::write(&whole.document, &Fonts::shipped(), &mut Silent).unwrap();
    let file = lopdf::Document::load_mem(&bytes).unwrap();
    for (page, name) in (1..).zip(RARE) {
        let text = file.extract_text(&[page]).unwrap().replace(char::is_whitespace, "");
        assert_eq!(text.matches(name).count(), 2, "letter and slip: {text}");
    }
    // No shipped font has this one.
    people.push(recipient("吉𠮷", 6));
    let run = |missing| run(&people, Language::Chinese, missing);
    assert_eq!(run(MissingGlyph::Stop), Err(PaperError::MissingGlyphs { records: vec![5] }));
    assert_eq!(run(MissingGlyph::LeaveOut).unwrap().left_out, [5]);
    let ruled = run(MissingGlyph::Rule).unwrap();
    assert!(words(&ruled.document.sheets[5]).contains("＿＿＿＿"));
}
