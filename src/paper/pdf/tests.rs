use chrono::NaiveDate;

use super::*;
use crate::domain::progress::{Cancelled, Silent};
use crate::i18n::Language;
use crate::paper::layout::{Bookmark, Frame, Ink, Pen, Style};

fn document(sheets: usize) -> (Document, Fonts) {
    let fonts = Fonts::shipped();
    let sheets = (0..sheets)
        .map(|n| {
            let mut pen = Pen::new(&fonts);
            pen.text(20.0, 30.0, Style::points(FontKind::SerifBold, 22.0), "冬季防病告家长书");
            pen.paragraph(
                Frame { x: 20.0, y: 40.0, width: 170.0, height: 100.0 },
                Style::points(FontKind::SansRegular, 14.0),
                8.0,
                10.0,
                &"冬天冷，门窗关得紧，流感、水痘容易传开。".repeat(6),
            );
            pen.dashes([20.0, 200.0], 190.0, 0.3, [2.0, 1.0]);
            pen.fill(Frame { x: 20.0, y: 210.0, width: 20.0, height: 5.0 }, Ink::Pale);
            pen.text(20.0, 240.0, Style::points(FontKind::SansBold, 14.0), &format!("第{n}号 李淸远"));
            Sheet { width: 210.0, height: 297.0, items: pen.items }
        })
        .collect();
    let document = Document {
        title: "告家长书".to_owned(),
        language: Language::Chinese,
        made_at: NaiveDate::from_ymd_opt(2026, 11, 23).unwrap().and_hms_opt(9, 12, 0).unwrap(),
        sheets,
        bookmarks: vec![Bookmark { title: "三（2）班".to_owned(), sheet: 0, level: 0 }],
    };
    (document, fonts)
}

#[test]
fn equal_documents_give_equal_files() {
    let (one, fonts) = document(3);
    let (two, _) = document(3);
    assert_eq!(write(&one, &fonts, &mut Silent).unwrap(), write(&two, &fonts, &mut Silent).unwrap());
    let (other, _) = document(4);
    let [a, b] =
        [&one, &other].map(|d| lopdf::Document::load_mem(&write(d, &fonts, &mut Silent).unwrap()).unwrap());
    assert_ne!(a.trailer.get(b"ID").unwrap(), b.trailer.get(b"ID").unwrap());
}

#[test]
fn text_can_be_extracted_and_repeats_are_written_once() {
    let (document, fonts) = document(40);
    let bytes = write(&document, &fonts, &mut Silent).unwrap();
    let pdf = lopdf::Document::load_mem(&bytes).unwrap();
    assert_eq!(pdf.get_pages().len(), 40);
    for page in [1, 17, 40] {
        let text = pdf.extract_text(&[page]).unwrap();
        assert!(text.contains(&format!("第{}号", page - 1)), "{text}");
        assert!(text.contains('淸'), "{text}");
        assert!(!text.contains("门窗"), "shared content stands in the form");
    }
    let (single, _) = self::document(1);
    let small = write(&single, &fonts, &mut Silent).unwrap();
    assert!(bytes.len() < small.len() + 40 * 1200, "{} after {}", bytes.len(), small.len());
    let text = lopdf::Document::load_mem(&small).unwrap().extract_text(&[1]).unwrap();
    assert!(text.contains("门窗"), "a single sheet shares nothing");
}

#[test]
fn language_title_and_date_are_set() {
    let (document, fonts) = document(2);
    let pdf = lopdf::Document::load_mem(&write(&document, &fonts, &mut Silent).unwrap()).unwrap();
    let catalog = pdf.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"zh-CN");
    assert_eq!(catalog.get(b"PageMode").unwrap().as_name().unwrap(), b"UseOutlines");
    let info = pdf.get_dictionary(pdf.trailer.get(b"Info").unwrap().as_reference().unwrap()).unwrap();
    assert_eq!(lopdf::decode_text_string(info.get(b"Title").unwrap()).unwrap(), "告家长书");
    assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20261123091200");
    assert!(!info.has(b"Keywords"));
}

#[test]
fn cancelling_and_emptiness_yield_no_file() {
    struct Never;
    impl Progress for Never {
        fn report(&mut self, _: Stage, _: usize, _: usize) -> Result<(), Cancelled> {
            Err(Cancelled)
        }
    }
    let (mut document, fonts) = document(2);
    assert_eq!(write(&document, &fonts, &mut Never), Err(PaperError::Cancelled));
    document.sheets.clear();
    assert_eq!(write(&document, &fonts, &mut Silent), Err(PaperError::Empty));
}

#[test]
fn a_character_without_glyph_is_never_printed_as_a_box() {
    let fonts = Fonts::shipped();
    let mut pen = Pen::new(&fonts);
    pen.text(20.0, 30.0, Style::points(FontKind::SansRegular, 12.0), "审核人：\u{2B820}");
    let (mut document, _) = document(1);
    document.sheets[0].items.append(&mut pen.items);
    assert_eq!(write(&document, &fonts, &mut Silent), Err(PaperError::MissingGlyphs { records: Vec::new() }));
}

#[test]
fn fonts_of_the_computer_are_embedded_where_names_need_them() {
    // Stands only on computers that have such a font; the shipped ones have no Arabic letters.
    let rare = "\u{626}";
    let fonts = Fonts::covering([rare]);
    if fonts.missing(rare).is_empty() {
        let mut pen = Pen::new(&fonts);
        pen.text(20.0, 30.0, Style::points(FontKind::SansBold, 12.0), &format!("王{rare}文"));
        let (mut document, _) = document(1);
        document.sheets[0].items = pen.items;
        let bytes = write(&document, &fonts, &mut Silent).unwrap();
        let text = lopdf::Document::load_mem(&bytes).unwrap().extract_text(&[1]).unwrap();
        assert!(text.contains(rare), "{text}");
        assert!(bytes.len() < 60_000, "{}", bytes.len());
    }
}
