use super::*;

#[test]
fn figures_have_one_width_per_face() {
    let fonts = Fonts::shipped();
    for (kind, width) in [(FontKind::SansRegular, 0.555), (FontKind::SansBold, 0.59)] {
        for c in '0'..='9' {
            assert!((fonts.advance(kind, c) - width).abs() < 0.002, "{kind:?} {c}");
        }
    }
    assert!((fonts.width(FontKind::SerifRegular, "晨检簿") - 3.0).abs() < 0.001);
}

#[test]
fn every_sign_of_forms_and_letters_has_a_glyph() {
    let fonts = Fonts::shipped();
    assert_eq!(
        fonts.missing("√✓×□✂·／/＿—…℃％①②③○●△■“”‘’《》〔〕，。：；？！0123456789"),
        Vec::<char>::new()
    );
}

#[test]
fn a_rare_character_falls_back_to_sans_regular() {
    let fonts = Fonts::shipped();
    // 喆 stands in 通用规范汉字表; 淼 and 龘 too; 淸 and its like only in the whole face.
    let runs = fonts.runs(FontKind::SerifBold, "王淸喆");
    assert_eq!(runs.len(), 3);
    assert_eq!(runs[1], Run { font: FontKind::SansRegular, text: "淸" });
    assert_eq!(runs[0].font, FontKind::SerifBold);
}

#[test]
fn a_character_without_any_glyph_is_named_once() {
    let fonts = Fonts::shipped();
    assert_eq!(fonts.missing("李\u{2B820}\u{2B820}文"), vec!['\u{2B820}']);
    assert!(!fonts.covers('\u{2B820}'));
    assert!(fonts.covers('龘'));
}

#[test]
fn fonts_of_the_computer_are_looked_for_only_where_needed() {
    let folder = tempfile::tempdir().unwrap();
    // Stands in for a font that has what the shipped ones lack.
    let bytes = FontKind::SansRegular.shipped_bytes().unwrap();
    std::fs::write(folder.path().join("broken.ttf"), b"not a font").unwrap();
    std::fs::write(folder.path().join("rare.ttf"), bytes).unwrap();
    let found = SystemFont::seek(&mut ['晨', '\u{2B820}'].into(), &[folder.path().to_path_buf()]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].advance('晨'), Some(1.0));
    let mut fonts = Fonts::shipped();
    fonts.seek(["晨检"], &[folder.path().to_path_buf()]);
    assert!(fonts.system(0).is_none());
}
